"""The colours that a DOCX names by its theme (17.3.2.6), or fills its letters with as Word 2010 does (MS-DOCX)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from converter.read.docx.styles import whole
from converter.read.nodes import Node
from converter.read.sight import BLACK, WHITE, Colour

# What a colour is called in the text, and in the theme; the first pairs go by what the settings say of them.
_NAMES = {
    "background1": "lt1", "text1": "dk1", "background2": "lt2", "text2": "dk2", "light1": "lt1", "dark1": "dk1",
    "light2": "lt2", "dark2": "dk2", "bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}  # fmt: skip
_MAPPED = {
    "background1": "w:bg1", "bg1": "w:bg1", "text1": "w:t1", "tx1": "w:t1",
    "background2": "w:bg2", "bg2": "w:bg2", "text2": "w:t2", "tx2": "w:t2",
}  # fmt: skip
_USUAL = {"lt1": WHITE, "dk1": BLACK}  # of a file without a theme, as word processors have it
_CLEAR = 98_000  # of 100,000: letters let so much of their ground through that nobody sees them


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of the theme by their names, and which of them the settings say are meant by others."""

    colours: dict[str, Colour] = field(default_factory=dict)
    mapped: dict[str, str] = field(default_factory=dict)

    def named(self, name: str) -> Colour | None:
        """The colour of a name; None for one that is not known."""
        name = self.mapped.get(_MAPPED.get(name, ""), name)
        inner = _NAMES.get(name, name)
        return self.colours.get(inner, _USUAL.get(inner))

    def said(self, node: Node, own: str = "w:val", named: str = "w:themeColor") -> Colour | None:
        """The colour that an element says, by the theme before its own; None where it is not known, or `auto`."""
        colour = colour_of(node.attrs.get(own, ""))
        altered = named.replace("Color", "")  # made lighter or darker: its own is what the word processor worked out
        if named not in node.attrs or f"{altered}Tint" in node.attrs or f"{altered}Shade" in node.attrs:
            return colour
        return self.named(node.attrs[named]) or colour

    def filled(self, node: Node) -> Colour | None:
        """The colour with which letters are filled (`w14:textFill`); None for no single one."""
        solid = node.find("?:solidFill")
        for one in solid.elements() if solid else ():
            if not any(True for _ in one.elements()):  # else it is altered
                own = one.attrs.get("?:val", "")
                return colour_of(own) if one.tag == "?:srgbClr" else self.named(own)
        return None


def theme_of(root: Node | None, settings: Node | None) -> Theme:
    """The theme of a file, by its part and by the settings (17.15.1.20)."""
    mapping = settings.find("w:clrSchemeMapping") if settings else None
    scheme = next((node for node in root.walk() if node.tag == "?:clrScheme"), None) if root else None
    colours: dict[str, Colour] = {}
    for one in scheme.elements() if scheme else ():
        said = next(one.elements(), None)
        found = colour_of(said.attrs.get("lastClr", said.attrs.get("val", ""))) if said else None
        if found:
            colours[one.tag.removeprefix("?:")] = found
    return Theme(colours, dict(mapping.attrs) if mapping else {})


def is_clear(setting: Sequence[Node]) -> bool:
    """Whether letters are filled with nothing, or what fills them is clear; their outline is not drawn."""
    fill = next((found for one in setting if (found := one.find("?:textFill"))), None)
    line = next((found for one in setting if (found := one.find("?:textOutline"))), None)
    if fill is None or (line is not None and line.find("?:noFill") is None):
        return False
    solid = fill.find("?:solidFill")
    through = [one.attrs.get("?:val", "") for one in (solid.walk() if solid else ()) if one.tag == "?:alpha"]
    return fill.find("?:noFill") is not None or any((whole(one) or 0) >= _CLEAR for one in through)


def colour_of(text: str) -> Colour | None:
    """A colour of six digits; None for `auto`, and for what is none."""
    try:
        red, green, blue = (part / 0xFF for part in bytes.fromhex(text))
    except ValueError:
        return None
    return red, green, blue
