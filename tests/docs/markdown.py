"""Reading the worked examples of the documents, and carrying them out in a copy of the tree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(
    r"^```(?P<kind>\w+)(?: file=(?P<file>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True)
class Block:
    """A fenced block: its kind, the file it is about ("" for none), and its text."""

    kind: str
    file: str
    text: str


def blocks(page: Path) -> list[Block]:
    """Return the fenced blocks of a page in order."""
    found = _FENCE.finditer(page.read_text("utf-8"))
    return [Block(match["kind"], match["file"] or "", match["text"]) for match in found]


def carry_out(block: Block, tree: Path) -> None:
    """Write a file of the example, or change one as its diff says."""
    path = tree / block.file
    if block.kind == "diff":
        path.write_text(patched(path.read_text("utf-8"), block.text), "utf-8")
    else:
        assert not path.exists(), f"{block.file} is there already"
        path.write_text(block.text, "utf-8")


def patched(text: str, diff: str) -> str:
    """Apply the parts of a diff, each of which must fit exactly one place."""
    for part in diff.split("@@\n"):
        lines = part.splitlines(keepends=True)
        before = "".join(line[1:] for line in lines if line[0] in " -")
        after = "".join(line[1:] for line in lines if line[0] in " +")
        assert text.count(before) == 1, f"the example does not fit the code any more:\n{before}"
        text = text.replace(before, after)
    return text
