"""Gather the words of the interface and make the files that Qt reads.

`python tools/translations.py` brings `resources/translations/*.ts` up to date and compiles them; it says how many
words have no translation yet. Translate them in Qt Linguist or in the file itself, then run it again.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
FOLDER = HOME / "resources" / "translations"
SOURCES = sorted((HOME / "src" / "workbench" / "ui").rglob("*.py"))
LONE_ELLIPSIS = re.compile("(?<!…)…(?!…)")
TOOLS = Path(sys.executable).parent
BELOW = sorted(
    path
    for path in (HOME / "src" / "workbench").rglob("*.py")
    if path.relative_to(HOME / "src" / "workbench").parts[0] != "cli"
)
"""Everything but the command line, which stays English."""
CLOSED_SETS = {"kinds.py", "rights.py", "analysing.py"}
"""Modules whose closed sets (StrEnum) are said inside sentences."""
MARKS = {"say": 1, "template": 1, "counted": 2}
"""The functions of `workbench.sentences` whose first arguments are templates, and how many are."""
CONTEXT = "sentences"


def sentences() -> list[str]:
    """Return every template a person may read and every word of the closed sets, each once."""
    found = {template for path in BELOW for template in templates_of(path)}
    return sorted(template for template in found if any(map(str.isalpha, template)))


def templates_of(path: Path) -> Iterator[str]:
    """Yield the templates that are said in a module, and the values of its closed sets."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield from filter(None, map(_literal, node.args[: MARKS.get(node.func.id, 0)]))
        elif isinstance(node, ast.ClassDef) and path.name in CLOSED_SETS:
            values = (part.value for part in node.body if isinstance(part, ast.Assign))
            yield from filter(None, map(_literal, values))


def _literal(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def as_source(texts: list[str]) -> str:
    """Return a module that says the texts to Qt's own gatherer, under a context of their own."""
    calls = (
        f'QCoreApplication.translate("{CONTEXT}", {json.dumps(text, ensure_ascii=False)})' for text in texts
    )
    return "\n".join(["from PySide6.QtCore import QCoreApplication", *calls, ""])


def untranslated(path: Path) -> list[str]:
    """Return the words of a .ts file that have no translation."""
    messages = ET.parse(path).iter("message")  # noqa: S314 - our own file
    return [
        message.findtext("source", "")
        for message in messages
        if not any(part.strip() for found in message.iter("translation") for part in found.itertext())
    ]


def fill_in(path: Path) -> None:
    """Give a word without a translation the one that the same word has elsewhere."""
    tree = ET.parse(path)  # noqa: S314 - our own file
    if path.stem == "workbench_en":
        _keep_plurals(tree)
    messages = [(m.findtext("source", ""), m.find("translation")) for m in tree.iter("message")]
    known = {word: found.text for word, found in messages if found is not None and found.text}
    for word, found in messages:
        if found is not None and not found.text and word in known:
            found.text = known[word]
        if found is not None and found.text:
            found.attrib.pop("type", None)
            if path.stem == "workbench_zh_CN":
                found.text = LONE_ELLIPSIS.sub("……", found.text)  # GB/T 15834: six dots
    ET.indent(tree, "    ")
    tree.write(path, encoding="utf-8", xml_declaration=True)
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")


def _keep_plurals(tree: ET.ElementTree[ET.Element]) -> None:
    """English is what the code says; only its plurals stand in a file."""
    for context in list(tree.getroot().iter("context")):
        for message in list(context.iter("message")):
            if message.get("numerus") != "yes":
                context.remove(message)
        if context.find("message") is None:
            tree.getroot().remove(context)


def main() -> int:
    """Gather, compile, and say what is missing."""
    with tempfile.TemporaryDirectory() as folder:
        gathered = Path(folder) / "sentences.py"
        gathered.write_text(as_source(sentences()), "utf-8")
        return _bring_up_to_date([*SOURCES, gathered])


def _bring_up_to_date(sources: list[Path]) -> int:
    missing = 0
    for path in sorted(FOLDER.glob("workbench_*.ts")):
        alias = "QT_TRANSLATE_NOOP+=_T,QT_TRANSLATE_NOOP+=_t"
        words = [str(source) for source in sources]
        gather = [
            str(TOOLS / "pyside6-lupdate"),
            "-no-obsolete",
            "-locations",
            "none",
            "-tr-function-alias",
            alias,
        ]
        subprocess.run([*gather, *words, "-ts", str(path)], cwd=HOME, check=True)
        fill_in(path)
        compiled = path.with_suffix(".qm")
        subprocess.run([str(TOOLS / "pyside6-lrelease"), str(path), "-qm", str(compiled)], check=True)
        for word in untranslated(path):
            print(f"{path.name}: {word!r} has no translation")
            missing += 1
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
