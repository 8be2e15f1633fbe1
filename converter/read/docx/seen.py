"""Which words of a DOCX nobody sees: hidden, too small to be read, or white on paper; and which are struck out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from converter.read.docx.styles import is_on, number, value
from converter.read.nodes import Node
from converter.read.sight import WHITE, Colour, are_alike, is_too_small

_MARKERS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
_NO_GROUND = ("", "auto", "ffffff")


def is_hidden(setting: Sequence[Node]) -> bool:
    """Whether words are hidden, or so small that nobody reads them, by all that says how they are set."""
    size = next((found for one in setting if (found := number(one, "w:sz")) is not None), None)  # half points
    return (size is not None and is_too_small(size / 2)) or _first_on(setting, "w:vanish")


def is_white(setting: Sequence[Node]) -> bool:
    """Whether words are as white as paper, and so seen only on a ground of another colour."""
    colour = next((found for one in setting if (found := value(one, "w:color"))), "")
    ink = _colour(colour)
    return ink is not None and are_alike(ink, WHITE)


def is_like_ground(setting: Sequence[Node], paragraph: Sequence[Node]) -> bool:
    """Whether words have the colour of the ground that they, or else their paragraph, have, where both are known."""
    ink = _colour(next((said for one in setting if (said := value(one, "w:color"))), ""))
    ground = next((found for one in (*setting, *paragraph) if (found := _ground_of(one))), None)
    return ink is not None and ground is not None and are_alike(ink, ground)


def _ground_of(setting: Node) -> Colour | None:
    """The colour of the ground that a setting gives, where it gives one that is known and has no pattern."""
    marked = _MARKERS.get(value(setting, "w:highlight") or "")
    shade = setting.find("w:shd")
    if marked or shade is None or shade.attrs.get("w:val", "clear") not in ("clear", "nil"):
        return _colour(marked or "")
    return None if "w:themeFill" in shade.attrs else _colour(shade.attrs.get("w:fill", ""))


def _colour(text: str) -> Colour | None:
    try:
        red, green, blue = (part / 0xFF for part in bytes.fromhex(text))
    except ValueError:  # `auto`, or no colour
        return None
    return red, green, blue


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
