"""The sign-off sheet and the statement of a person's work on paper, in the language of the interface."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice
from PySide6.QtGui import QFont

from workbench.desk.counting import ArticleLine
from workbench.formats.sheets import SIGN_OFF, SheetKind, register_sheet
from workbench.model.kinds import Stage
from workbench.model.signoff import Decision, OriginStatement, SignedApproval, SignOff
from workbench.sentences import say
from workbench.ui.fonts import load_fonts
from workbench.ui.labels import NOTHING
from workbench.ui.paper import INK, MUTED, Column, ensure_application, make_document, make_writer, paint
from workbench.ui.pdf_text import with_named_blanks
from workbench.ui.sayings import said
from workbench.ui.words import say_role, say_stage

WHEN, WHO = 104, 200
"""Where the second and the third column of the account begin, in points."""


class Sheet:
    """A document of headings, facts and lines in columns; `text` is what it says, for whoever checks it."""

    def __init__(self, title: str) -> None:
        ensure_application()
        load_fonts()
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = make_writer(self._buffer, title=title)
        self._document = make_document("en", self._writer)
        self._column = Column(self._document, "en", self._writer)
        self._said: list[str] = []
        self.add(title, points=17, weight=QFont.Weight.Bold, after=8)

    def add(
        self,
        text: str,
        *,
        points: float = 9.5,
        weight: QFont.Weight = QFont.Weight.Normal,
        is_muted: bool = False,
        before: float = 0,
        after: float = 3,
        tabs: Sequence[float] = (),
    ) -> None:
        """Add one paragraph."""
        self._column.add(
            text,
            points=points,
            weight=weight,
            before=before,
            after=after,
            tabs=tabs,
            color=MUTED if is_muted else INK,
        )
        self._said.append(text)

    def head(self, text: str) -> None:
        """Begin a part."""
        self.add(text, points=11, weight=QFont.Weight.DemiBold, before=10, after=4)

    def line(self, *cells: str, tabs: Sequence[float] = (WHEN, WHO)) -> None:
        """Add a line of columns."""
        self.add("\t".join(cells), tabs=tabs)

    def pdf(self) -> bytes:
        """Return the sheet as PDF."""
        paint(self._document, self._writer)
        self._buffer.close()
        return with_named_blanks(bytes(self._buffer.data().data()), "".join(self._said))

    @property
    def text(self) -> str:
        """Everything the sheet says, a paragraph a line."""
        return "\n".join(self._said)


def sign_off_sheet(sheet: SignOff) -> Sheet:
    """Return the sign-off sheet of an edition."""
    zone = ZoneInfo(sheet.zone)
    paper = Sheet(_t("sheets", "Sign-off sheet"))
    paper.add(sheet.headline or sheet.source_headline, points=13, weight=QFont.Weight.Bold, after=2)
    if sheet.headline:
        paper.add(sheet.source_headline, is_muted=True, after=6)
    _facts(paper, sheet, zone)
    _part(
        paper,
        _t("sheets", "Approvals"),
        [_approval(one, zone) for one in sheet.approvals],
        _t("sheets", "Not approved yet."),
    )
    _part(
        paper,
        _t("sheets", "Findings and gaps accepted"),
        [_decision(one, zone) for one in sheet.decisions],
        _t("sheets", "None."),
    )
    if sheet.origin is not None:
        paper.head(_t("sheets", "Where the sentences came from"))
        for words in _origin(sheet.origin):
            paper.add(words)
    _part(
        paper,
        _t("sheets", "Who did what when"),
        [(_at(a.at, zone), a.person, said(a.said)) for a in sheet.acts],
        "",
    )
    stays = [
        (
            _at(stay.since, zone),
            say_stage(Stage(stay.stage)),
            _t("sheets", "%1 hours").replace("%1", f"{stay.hours:,.1f}"),
        )
        for stay in sheet.stays
    ]
    _part(paper, _t("sheets", "Time in each stage"), stays, "")
    return paper


def statement_sheet(person: str, span: str, lines: Iterable[ArticleLine]) -> Sheet:
    """Return the statement of one person's work in a span of time, article by article."""
    listed = list(lines)
    paper = Sheet(_t("sheets", "Statement of work"))
    paper.add(f"{person} · {span}", points=12, weight=QFont.Weight.DemiBold, after=8)
    for month in sorted({line.month for line in listed}):
        paper.head(month)
        for line in [one for one in listed if one.month == month]:
            role = say_role(line.role) if line.role in {"translator", "reviewer", "editor"} else line.role
            counts = _t("sheets", "%1 source characters (%2 % of the article), %3 words")
            counts = counts.replace("%1", f"{line.characters:,}").replace("%2", str(line.share))
            paper.line(
                role,
                line.language,
                f"{line.headline}: {counts.replace('%3', f'{line.words:,}')}",
                tabs=(70, 96),
            )
    characters, words = sum(line.characters for line in listed), sum(line.words for line in listed)
    total = _t("sheets", "In all: %1 articles, %2 source characters, %3 words")
    articles = len({(line.key, line.language) for line in listed})
    for number, count in enumerate((articles, characters, words), 1):
        total = total.replace(f"%{number}", f"{count:,}")
    paper.add(total, points=10.5, weight=QFont.Weight.DemiBold, before=12)
    return paper


def register_sheets() -> None:
    """Make the printed sign-off sheet known, so that it can be published beside a page."""
    write = SheetKind(
        SIGN_OFF, ".sign-off.pdf", say("Sign-off sheet"), lambda sheet: sign_off_sheet(sheet).pdf()
    )
    register_sheet(write)


def _facts(paper: Sheet, sheet: SignOff, zone: ZoneInfo) -> None:
    facts = [
        (_t("sheets", "Article"), f"{sheet.key} · {sheet.language}"),
        (_t("sheets", "Stage"), say_stage(Stage(sheet.stage))),
        (_t("sheets", "Version"), str(sheet.version)),
        (_t("sheets", "Digest of the text"), sheet.digest),
        *[(_role(role), ", ".join(names)) for role, names in sheet.people.items()],
        (_t("sheets", "Printed"), f"{_at(sheet.made_at, zone)} ({sheet.zone})"),
    ]
    for name, value in facts:
        paper.line(name, value, tabs=(WHEN,))


def _role(role: str) -> str:
    words = {"author": _t("sheets", "author"), "photographer": _t("sheets", "photographer")}
    return words.get(role) or say_role(role)


def _approval(one: SignedApproval, zone: ZoneInfo) -> tuple[str, str, str]:
    words = _t("sheets", "%1, version %2: %3").replace("%1", one.step).replace("%2", str(one.version))
    words = words.replace("%3", one.digest)
    if one.own_changes:
        words += " · " + _t("sheets", "with own changes in rows %1").replace(
            "%1", ", ".join(map(str, one.own_changes))
        )
    if one.is_self_approval:
        words += " · " + _t("sheets", "approved by one of its own translators")
    words += " · " + (
        _t("sheets", "this is the text as it stands")
        if one.holds
        else _t("sheets", "the text has changed since, or is not final")
    )
    return _at(one.at, zone), one.person, words


def _decision(one: Decision, zone: ZoneInfo) -> tuple[str, str, str]:
    where = _t("sheets", "row %1").replace("%1", str(one.number)) if one.number else _t("sheets", "page")
    words = f"{one.what} ({where}): {one.reason}"
    if not one.holds:
        words += " · " + _t("sheets", "no longer holds: the text has changed")
    return _at(one.at, zone), one.person, words


def _origin(origin: OriginStatement) -> list[str]:
    counts = ", ".join(f"{count} {_kind(kind)}" for kind, count in origin.sentences.items())
    words = ", ".join(f"{count:,} {_kind(kind)}" for kind, count in origin.words.items() if count)
    lines = [
        _t("sheets", "Sentences: %1").replace("%1", counts),
        _t("sheets", "Words: %1").replace("%1", words or "0"),
    ]
    if origin.engines:
        lines.append(_t("sheets", "Engines: %1").replace("%1", ", ".join(origin.engines)))
    people = _t("sheets", "Confirmed by %1; read by %2").replace(
        "%1", ", ".join(origin.translators) or NOTHING
    )
    return [*lines, people.replace("%2", ", ".join(origin.readers) or NOTHING)]


def _kind(kind: str) -> str:
    words = {
        "typed": _t("sheets", "typed by people"),
        "machine": _t("sheets", "from a machine"),
        "machine, edited": _t("sheets", "from a machine, edited"),
        "memory": _t("sheets", "from the memory"),
        "memory, edited": _t("sheets", "from the memory, edited"),
        "imported": _t("sheets", "from a file"),
        "imported, edited": _t("sheets", "from a file, edited"),
        "left out": _t("sheets", "left out on purpose"),
        "others": _t("sheets", "typed by others"),
    }
    return words.get(kind, kind)


def _part(paper: Sheet, title: str, lines: Sequence[tuple[str, str, str]], empty: str) -> None:
    paper.head(title)
    for line in lines:
        paper.line(*line)
    if not lines and empty:
        paper.add(empty, is_muted=True)


def _at(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"


def _t(context: str, text: str) -> str:
    return QCoreApplication.translate(context, text)
