"""Gather the words of the interface and make the files that Qt reads.

`python tools/translations.py` brings `resources/translations/*.ts` up to date and compiles them; it says how many
words have no translation yet. Translate them in Qt Linguist or in the file itself, then run it again.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
FOLDER = HOME / "resources" / "translations"
SOURCES = sorted((HOME / "src" / "workbench" / "ui").rglob("*.py"))
TOOLS = Path(sys.executable).parent


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
    missing = 0
    for path in sorted(FOLDER.glob("workbench_*.ts")):
        alias = "QT_TRANSLATE_NOOP+=_T,QT_TRANSLATE_NOOP+=_t"
        words = [str(source.relative_to(HOME)) for source in SOURCES]
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
