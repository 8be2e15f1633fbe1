"""What the styles of a DOCX say of a paragraph or of its characters, through the styles that they are based on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.read.nodes import Node

_MAX_CHAIN = 20
_MOVED = 4  # half points
_OFF = ("0", "false", "off", "none")


def value(node: Node | None, *path: str) -> str | None:
    """The `w:val` of the element at a path of names; None where there is none."""
    found = node.find(*path) if node else None
    return found.attrs.get("w:val") if found else None


def number(node: Node | None, *path: str) -> int | None:
    """The `w:val` as a number; None where there is none, or where it is no number of a sane size."""
    return whole(value(node, *path))


def whole(text: str | None) -> int | None:
    """Digits as a number; None for anything else."""
    bare = (text or "").strip()
    return int(bare) if bare.isascii() and bare.isdecimal() and len(bare) <= 9 else None


def is_on(properties: Node | None, name: str) -> bool | None:
    """Whether a toggle (`w:vanish`) is on; None where it is not said."""
    found = properties.find(name) if properties else None
    return None if found is None else found.attrs.get("w:val", "1") not in _OFF


def _bare(style: Node) -> Node:
    """Of a style only what is asked, since every paragraph asks."""
    asked = (style.find(tag) for tag in ("w:basedOn", "w:pPr", "w:rPr"))
    return Node(style.tag, style.attrs, [node.trimmed() for node in asked if node])


class Styles:
    """The styles by their ids. A style that is not there says nothing."""

    def __init__(self, root: Node | None) -> None:
        self._styles: dict[str, Node] = {}
        self._default: dict[str, str] = {}
        self._shaded: set[str] = set()  # the tables' styles that colour the ground of a cell
        for style in root.all("w:style") if root else ():
            identity, kind = style.attrs.get("w:styleId", ""), style.attrs.get("w:type", "paragraph")
            if identity not in self._styles:
                self._styles[identity] = _bare(style)
                if kind == "table" and any(node.tag == "w:shd" for node in style.walk()):
                    self._shaded.add(identity)
            if style.attrs.get("w:default", "0") not in _OFF:
                self._default.setdefault(kind, identity)

    def chain(self, identity: str | None, kind: str = "paragraph") -> tuple[Node, ...]:
        """A style and those that it is based on, the nearest first; without an id, the default one."""
        at = identity if identity in self._styles else self._default.get(kind)
        found: list[Node] = []
        while at in self._styles and len(found) < _MAX_CHAIN:
            found.append(self._styles[at])
            at = value(found[-1], "w:basedOn")
        return tuple(found)

    def paragraph(self, properties: Node | None) -> tuple[Node, ...]:
        """All that says how a paragraph is set, the nearest first: its own properties, then those of its styles."""
        own = (properties,) if properties else ()
        chain = self.chain(value(properties, "w:pStyle"))
        return (*own, *(found for style in chain if (found := style.find("w:pPr"))))

    def characters(self, properties: Node | None, paragraph: Node | None) -> tuple[Node, ...]:
        """All that says how characters are set, the nearest first: their own properties, their style, the paragraph's.

        `properties` are those of the run (`w:rPr`), `paragraph` those of its paragraph (`w:pPr`).
        """
        own = (properties,) if properties else ()
        named = value(properties, "w:rStyle")
        chain = (*(self.chain(named, "character") if named else ()), *self.chain(value(paragraph, "w:pStyle")))
        return (*own, *(found for style in chain if (found := style.find("w:rPr"))))

    def of_table(self, named: str | None) -> tuple[Node, ...]:
        """What the style of a table says of the characters in it, the nearest first."""
        return tuple(found for style in self.chain(named, "table") if (found := style.find("w:rPr")))

    def is_shaded(self, named: str | None) -> bool:
        """Whether the style of a table may colour the ground of a cell; so may one that is not there."""
        if named is not None and named not in self._styles:
            return True
        return any(style.attrs.get("w:styleId", "") in self._shaded for style in self.chain(named, "table"))

    def ids(self, properties: Node | None) -> tuple[str, ...]:
        """The ids of a paragraph's style and of those that it is based on."""
        return tuple(style.attrs.get("w:styleId", "") for style in self.chain(value(properties, "w:pStyle")))


def font_of(setting: Sequence[Node]) -> str:
    """The font of a run's Latin letters."""
    fonts = (found for one in setting if (found := one.find("w:rFonts")))
    return next((name for one in fonts if (name := one.attrs.get("w:ascii") or one.attrs.get("w:hAnsi"))), "")


def height_of(setting: Sequence[Node]) -> int:
    """Whether a run stands higher (1) or lower (-1) than its line, by its setting; 0 for neither."""
    said = next((found for one in setting if (found := value(one, "w:vertAlign"))), "")
    if said in ("superscript", "subscript"):
        return 1 if said == "superscript" else -1
    moved = next((found for one in setting if (found := value(one, "w:position"))), "0")
    steps = int(moved) if re.fullmatch(r"-?[0-9]{1,4}", moved) else 0  # half points
    return 0 if abs(steps) < _MOVED else (1 if steps > 0 else -1)
