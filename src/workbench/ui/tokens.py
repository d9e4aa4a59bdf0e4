"""The colours and measures of every screen, by name: the one place where a colour is written down."""

from __future__ import annotations

from dataclasses import dataclass, fields

from workbench.model.kinds import Stage

RADIUS = 6
SPACE = 4
"""Distances are multiples of this, in device-independent pixels."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The named colours of one appearance, as `#rrggbb`; text on its ground keeps WCAG AA."""

    background: str
    surface: str
    raised: str
    line: str
    ink: str
    muted: str
    accent: str
    on_accent: str
    ok: str
    warn: str
    info: str
    deleted: str
    inserted: str
    term: str
    spelling: str
    neutral_tint: str
    accent_tint: str
    ok_tint: str
    warn_tint: str
    info_tint: str
    deleted_tint: str
    inserted_tint: str
    selection: str
    active_tint: str

    def names(self) -> list[str]:
        """Return the names of all colours."""
        return [field.name for field in fields(self)]

    def of(self, name: str) -> str:
        """Return a colour by its name; an unknown name is a mistake of ours (AttributeError)."""
        colour: str = getattr(self, name)
        return colour


def mix(colour: str, ground: str, share: float) -> str:
    """Return `share` (0 to 1) of a colour laid over a ground."""
    pairs = [(int(colour[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02x}" for over, under in pairs)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(text: str, ground: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, 1.4.3): 1 to 21."""
    lighter, darker = sorted([luminance(text), luminance(ground)], reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _tokens(*, tint: float, **named: str) -> Tokens:
    tints = {
        f"{name}_tint": mix(named[name], named["surface"], tint)
        for name in ["accent", "ok", "warn", "info", "deleted", "inserted"]
    }
    neutral = mix(named["ink"], named["surface"], 0.08)
    selection = mix(named["info"], named["surface"], 0.24)
    active = mix(named["accent"], named["surface"], tint * 0.4)
    return Tokens(**named, **tints, neutral_tint=neutral, selection=selection, active_tint=active)


LIGHT = _tokens(
    tint=0.10,
    background="#f6f5f2",
    surface="#ffffff",
    raised="#fbfaf8",
    line="#e3e0d8",
    ink="#23211d",
    muted="#6a655b",
    accent="#a4322a",
    on_accent="#ffffff",
    ok="#27704a",
    warn="#8a5500",
    info="#2c5f94",
    deleted="#b3362c",
    inserted="#20714a",
    term="#1a6f6f",
    spelling="#7b3fa0",
)

DARK = _tokens(
    tint=0.16,
    background="#1d1c1a",
    surface="#262522",
    raised="#2c2b28",
    line="#3a3833",
    ink="#ebe8e1",
    muted="#a8a296",
    accent="#e58a7e",
    on_accent="#1d1c1a",
    ok="#78c495",
    warn="#e0b25c",
    info="#86b4e4",
    deleted="#e58a80",
    inserted="#7fcf9f",
    term="#6cc4c4",
    spelling="#c9a0ea",
)

STAGE_TONES: dict[Stage, str] = {
    Stage.DRAFTING: "muted",
    Stage.IN_REVIEW: "info",
    Stage.CHANGES_REQUESTED: "warn",
    Stage.APPROVED: "ok",
    Stage.PUBLISHED: "accent",
    Stage.WITHDRAWN: "muted",
}
"""The colour of a stage's chip; its ground is the tint of that name (`neutral_tint` for muted)."""


def tint_of(tone: str) -> str:
    """Return the name of the ground on which text of a tone stands as a chip."""
    return "neutral_tint" if tone in {"muted", "ink"} else f"{tone}_tint"
