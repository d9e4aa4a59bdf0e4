"""Text of XLIFF source and target elements: inline codes become placeholders that a person can keep."""

from __future__ import annotations

from typing import Any

# XLIFF 1.2: codes that hold native markup (their content is dropped) and codes around text.
_NATIVE_12 = frozenset({"bpt", "ept", "ph", "it", "x", "bx", "ex"})
_AROUND = frozenset({"g", "pc"})
_NATIVE_2 = frozenset({"ph", "sc", "ec"})
_MARKERS = frozenset({"mrk", "sm", "em", "sub"})


def local_name(element: Any) -> str:
    """Return an element's name without namespace; "" for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def inline_text(element: Any) -> str:
    """Return the text of an element, codes as `<1>…</1>` around text and `<1/>` alone.

    Works without recursion: foreign files may nest codes thousands deep.
    """
    pieces: list[str] = []
    pending: list[tuple[str, Any]] = [("enter", element)]
    while pending:
        step, item = pending.pop()
        if step == "say":
            pieces.append(item)
            continue
        before, inside, after = _wrapping(item) if item is not element else ("", True, "")
        pieces.append(before)
        pending.append(("say", after))
        if inside:
            for child in reversed(item):
                if child.tail:
                    pending.append(("say", child.tail))
                if isinstance(child.tag, str):
                    pending.append(("enter", child))
            pieces.append(item.text or "")
    return "".join(pieces)


def _wrapping(element: Any) -> tuple[str, bool, str]:
    name = local_name(element)
    if name in _MARKERS:
        return "", True, ""
    if name == "cp":
        return _control(element.get("hex", "")), False, ""
    code = element.get("id") or element.get("startRef") or name
    if name in _AROUND:
        return f"<{code}>", True, f"</{code}>"
    if name in _NATIVE_12 or name in _NATIVE_2:
        return f"<{code}/>", False, ""
    return "", True, ""


def _control(hexadecimal: str) -> str:
    return f"<U+{hexadecimal.upper()[:6]}/>"
