"""How words are seen at a place of a page: whether they are visible, their size, their colour and that of their ground.

An element in another may say otherwise of each. Where a ground is a picture, or may be one, or some sheets of the page
are not here, no colour is judged. What hides an element with all that is in it is told by `hides`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from converter.read.html.colours import colour
from converter.read.html.hides import is_animated, pixels
from converter.read.html.sheets import inline
from converter.read.nodes import Node
from converter.read.sight import BLACK, WHITE, Colour, are_alike, is_too_small

_SIZE = re.compile(r"(?:^|\s)(0|[0-9.]{1,9}(?:px|pt|em|rem|ex|ch|cm|mm|in|pc|%|vw|vh))(?:\s{0,3}/|\s|$)")
_USUAL, _POINTS = 16.0, 0.75  # pixels of words whose size nobody says; points of a pixel
_STEPS = {"smaller": 5 / 6, "larger": 1.2, "inherit": 1.0, "unset": 1.0}
_SHARES = {"em": 1.0, "%": 0.01, "ex": 0.5, "ch": 0.5}
_EDGES = (
    "text-shadow",
    "-webkit-text-stroke",
)  # what shows words in the colour of the ground
_LEGACY = re.compile(r"[0-9A-Fa-f]{6}")


class Sight(NamedTuple):
    """How words are seen at a place. A colour is None where it is not known, and then not judged. `size`: pixels."""

    visible: bool = True
    size: float = _USUAL
    ink: Colour | None = BLACK
    ground: Colour | None = WHITE
    judged: bool = True

    @property
    def is_seen(self) -> bool:
        """Whether a reader sees words here."""
        if self.judged and self.ink is not None and self.ground is not None and are_alike(self.ink, self.ground):
            return False
        return self.visible and not is_too_small(self.size * _POINTS)

    def inside(self, node: Node) -> Sight:
        """How they are seen in an element."""
        style = inline(node.attrs["style"]) if node.attrs.get("style") else {}
        colours = (node.attrs.get("color"), node.attrs.get("bgcolor"))
        if not style and colours == (None, None):
            return self
        said = {name: value.lower() for name, (value, _) in style.items()}
        visible = {"hidden": False, "collapse": False, "visible": True}.get(said.get("visibility", ""), self.visible)
        visible = visible or (self.visible and is_animated(said))
        ground = _ground(said, colours[1], self.ground)
        ink = _ink(said, colours[0], self.ink, ground)
        return Sight(visible, _size(said, self.size), ink, ground, self.judged)


def paints(said: Mapping[str, str]) -> bool:
    """Whether an element that is lifted off the page may be the ground of words beside it."""
    grounds = (said.get(name, "none") for name in ("background", "background-color", "background-image"))
    return any(one not in ("none", "transparent", "inherit", "initial", "unset") for one in grounds)


def _ink(said: Mapping[str, str], attribute: str | None, outer: Colour | None, ground: Colour | None) -> Colour | None:
    text = said.get("-webkit-text-fill-color") or said.get("color") or attribute
    if not text or text in ("inherit", "currentcolor"):
        return outer
    return colour(text, ground)


def _ground(said: Mapping[str, str], attribute: str | None, outer: Colour | None) -> Colour | None:
    if any(said.get(name, "none") != "none" for name in ("background-image", *_EDGES)):
        return None
    outer = None if said.get("position") in ("absolute", "fixed") else outer  # it may stand on anything
    text = said.get("background-color") or said.get("background") or attribute
    return outer if not text else colour(text, outer)


def _size(said: Mapping[str, str], outer: float) -> float:
    """The size of words in an element, in pixels; the usual one where it is not known."""
    text = said.get("font-size", "")
    if not text and (font := said.get("font", "")):
        match = _SIZE.search(font)
        text = match[1] if match else font
    if not text:
        return outer
    unit = text.lstrip("0123456789.")
    if unit in _SHARES and (number := pixels(text.removesuffix(unit))) is not None:
        return number * _SHARES[unit] * outer
    if text in _STEPS:
        return outer * _STEPS[text]
    length = pixels(text)
    return _USUAL if length is None else length
