"""Make `resources/sample/wikinews.json` anew: `python tools/sample_library.py TICO.tmx`.

The six news articles of the TICO-19 benchmark (CC0), Chinese and English sentence by sentence, become articles of
the sample library (`workbench library sample`).
"""

from __future__ import annotations

import json
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from workbench.text.segmenting import split_sentences

TARGET = Path(__file__).parents[1] / "resources" / "sample" / "wikinews.json"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
STAGES = ("published", "published", "approved", "in review", "changes requested", "withdrawn")


def main(source: str) -> None:
    """Gather the units of each article in order, headline first."""
    articles: dict[str, list[list[str]]] = {}
    for unit in ET.parse(source).iter("tu"):  # noqa: S314 - a file of ours
        name, _, _ = str(unit.get("tuid")).partition(":")
        if name.startswith("Wikinews"):
            texts = {str(tuv.get(LANGUAGE)): (tuv.findtext("seg") or "").strip() for tuv in unit.iter("tuv")}
            if (
                len(split_sentences(texts["zh"], "zh")) == 1
            ):  # a row a pair: the rest of the article reads on without it
                articles.setdefault(name, []).append([texts["zh"], texts["en"]])
    made = [{"stage": stage, "pairs": pairs} for stage, pairs in zip(STAGES, articles.values(), strict=True)]
    TARGET.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
