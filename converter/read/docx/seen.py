"""Which words of a DOCX nobody sees: hidden, too small to be read, or white on paper; and which are struck out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from converter.read.docx.styles import is_on, number, value
from converter.read.nodes import Node
from converter.read.sight import WHITE, are_alike, is_too_small

_NO_GROUND = ("", "auto", "ffffff")


def is_hidden(setting: Sequence[Node]) -> bool:
    """Whether words are hidden, or so small that nobody reads them, by all that says how they are set."""
    size = next((found for one in setting if (found := number(one, "w:sz")) is not None), None)  # half points
    return (size is not None and is_too_small(size / 2)) or _first_on(setting, "w:vanish")


def is_white(setting: Sequence[Node]) -> bool:
    """Whether words are as white as paper, and so seen only on a ground of another colour."""
    colour = next((found for one in setting if (found := value(one, "w:color"))), "")
    try:
        red, green, blue = (part / 0xFF for part in bytes.fromhex(colour))
    except ValueError:  # `auto`, or no colour
        return False
    return are_alike((red, green, blue), WHITE)


def has_ground(settings: Iterable[Node]) -> bool:
    """Whether settings of words or of a paragraph colour the ground behind the words."""
    return any(_is_coloured(one) for one in settings)


def is_struck(setting: Sequence[Node]) -> bool:
    """Whether a line runs through words."""
    return _first_on(setting, "w:strike") or _first_on(setting, "w:dstrike")


def _first_on(setting: Iterable[Node], name: str) -> bool:
    return next((on for one in setting if (on := is_on(one, name)) is not None), False)


def _is_coloured(setting: Node) -> bool:
    """Whether the ground behind words is set."""
    if (value(setting, "w:highlight") or "none") != "none":
        return True
    shade = setting.find("w:shd")
    if shade is None:
        return False
    patterned = shade.attrs.get("w:val", "clear") not in ("clear", "nil")
    return patterned or shade.attrs.get("w:fill", "").lower() not in _NO_GROUND or "w:themeFill" in shade.attrs
