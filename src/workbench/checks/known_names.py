"""Names the house has decided: their form, or at later mentions the surname, must stand in the English."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level
from workbench.model.passage import KnownName
from workbench.sentences import say
from workbench.text.pinyin import is_pinyin

KEY = "names"


def decided_names(source: str, target: str, known: tuple[KnownName, ...]) -> Iterator[Finding]:
    """Yield a warning for a name the house has decided and the English does not carry."""
    lowered = target.casefold()
    for name in known:
        start = source.find(name.source) if name.source else -1
        if start < 0 or any(form.casefold() in lowered for form in _later_forms(name)):
            continue
        yield Finding(
            KEY,
            Family.NAME,
            Level.WARNING,
            say(
                "{chinese} is {english} in this house; the draft does not have it.",
                chinese=name.source,
                english=name.target,
            ),
            source=(start, start + len(name.source)),
            slip="known-name",
            source_reading=name.target,
        )


def _later_forms(name: KnownName) -> list[str]:
    """Return what may stand for a decided name: its forms, and the surname alone at later mentions."""
    forms = [name.target, *name.also]
    words = name.target.split()
    if len(words) > 1:
        is_chinese = all(is_pinyin(word) for word in words)
        forms.append(words[0] if is_chinese else words[-1])
    return [form for form in forms if form]
