"""Which words of a DOCX nobody sees: hidden, too small to be read, or white on paper; and which are struck out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from converter.read.docx.styles import is_on, number, value, whole
from converter.read.docx.theme import Theme, colour_of, is_clear
from converter.read.nodes import Node
from converter.read.sight import WHITE, Colour, are_alike, is_too_small

_MARKERS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
_NARROWEST = 10  # hundredths of the width of letters (`w:w`); what is narrower nobody reads
_TWIPS = 20  # to a point


def is_hidden(setting: Sequence[Node]) -> bool:
    """Whether words are hidden, clear, or so small that nobody reads them, by all that says how they are set."""
    of_script = _first_on(setting, "w:rtl") or _first_on(setting, "w:cs")  # these have a size of their own (17.3.2.39)
    name = "w:szCs" if of_script else "w:sz"
    size = next((found for one in setting if (found := number(one, name)) is not None), None)  # half points
    wide = next((found for one in setting if (found := number(one, "w:w")) is not None), _NARROWEST)
    is_small = (size is not None and is_too_small(size / 2)) or wide < _NARROWEST
    return is_small or _first_on(setting, "w:vanish") or is_clear(setting)


def is_low(height: Node | None, value_of: str, rule: str) -> bool:
    """Whether a line or a row is set to a height at which nothing of its words is seen."""
    if height is None or height.attrs.get(rule) != "exact":
        return False
    twips = whole(height.attrs.get(value_of))
    return twips is not None and is_too_small(twips / _TWIPS)


def is_white(setting: Sequence[Node], theme: Theme) -> bool:
    """Whether words are as white as paper, and so seen only on a ground of another colour."""
    ink = _ink(setting, theme)
    return ink is not None and are_alike(ink, WHITE)


def is_like_ground(setting: Sequence[Node], paragraph: Sequence[Node], theme: Theme) -> bool:
    """Whether words have the colour of the ground that they, or else their paragraph, have, where both are known."""
    grounds = (_ground_of(one, theme) for one in (*setting, *paragraph))
    ground = next((found for found in grounds if found), None)
    ink = _ink(setting, theme) if ground else None
    return ink is not None and ground is not None and are_alike(ink, ground)


def _ink(setting: Sequence[Node], theme: Theme) -> Colour | None:
    for one in setting:
        if filled := one.find("?:textFill"):
            return theme.filled(filled)
        if said := one.find("w:color"):
            return theme.said(said)
    return None


def _ground_of(setting: Node, theme: Theme) -> Colour | None:
    """The colour of the ground that a setting gives, where it gives one that is known and has no pattern."""
    marked = _MARKERS.get(value(setting, "w:highlight") or "")
    shade = setting.find("w:shd")
    if marked or shade is None or _is_patterned(shade):
        return colour_of(marked or "")
    return theme.said(shade, "w:fill", "w:themeFill")


def _is_patterned(shade: Node) -> bool:
    return shade.attrs.get("w:val", "clear") not in ("clear", "nil")


def has_ground(settings: Iterable[Node], theme: Theme) -> bool:
    """Whether settings of words, of a paragraph or of a cell colour the ground behind the words."""
    return any(_is_coloured(one, theme) for one in settings)


def is_struck(setting: Sequence[Node]) -> bool:
    """Whether a line runs through words."""
    return _first_on(setting, "w:strike") or _first_on(setting, "w:dstrike")


def _first_on(setting: Iterable[Node], name: str) -> bool:
    return next((on for one in setting if (on := is_on(one, name)) is not None), False)


def _is_coloured(setting: Node, theme: Theme) -> bool:
    """Whether the ground behind words is set to anything but white, or to what is not known."""
    if (value(setting, "w:highlight") or "none") != "none":
        return True
    shade = setting.find("w:shd")
    if shade is None:
        return False
    fill = theme.said(shade, "w:fill", "w:themeFill")
    if fill is None:
        is_plain = shade.attrs.get("w:fill", "auto") in ("", "auto") and "w:themeFill" not in shade.attrs
        return _is_patterned(shade) or not is_plain
    return _is_patterned(shade) or not are_alike(fill, WHITE)
