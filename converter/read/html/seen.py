"""What of a page a reader sees: not what is hidden, beside the page, clipped away, without size or without contrast.

Whatever hides an element hides what is in it, but for `visibility`, size and colour: there an element in it may say
otherwise. Where a ground is a picture, or some sheets of the page are not here, no colour is judged.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import tinycss2
from tinycss2.color3 import parse_color

from converter.read.html.sheets import inline
from converter.read.nodes import Node

_Colour = tuple[float, float, float]
_WHITE, _BLACK = (1.0, 1.0, 1.0), (0.0, 0.0, 0.0)
_ALIKE = 0.04  # how far apart red, green and blue of two colours are at most that nobody tells apart
_LENGTH = re.compile(r"([+-]?[0-9]{0,6}\.?[0-9]{1,6})(px|pt|em|rem|ex|ch|cm|mm|in|pc|%|vw|vh)?")
_PIXELS = {
    "px": 1, "pt": 4 / 3, "em": 16, "rem": 16, "ex": 8, "ch": 8, "cm": 38, "mm": 3.8, "in": 96, "pc": 16, "%": 12,
    "vw": 12, "vh": 8, "": 1,
}  # fmt: skip
_FAR = -900  # pixels; further left or up nothing of a page is seen
_SIDES, _PLACED = ("margin-left", "text-indent"), ("left", "right", "top", "bottom")
_ROOM = ("height", "max-height", "width", "max-width")
_NOTHING = 1.0  # pixels that show no word
_CLIP = re.compile(r"rect\(\s*(?:(?:0|1)(?:px|em|%)?[\s,]*){4}\)")
_CLIP_PATH = re.compile(r"inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0|polygon\(\s*0[^)]{0,9}\)")
_SHIFTED = re.compile(r"translate(?:x|y|3d)?\(\s*-?\d{4,6}(?:px)?|scale\(\s*0\s*\)")
_NO_SIZE = re.compile(r"(?:^|\s)0(?:px|pt|em|%)?(?:/|\s|$)")
_LEGACY = re.compile(r"[0-9A-Fa-f]{6}")


def is_hidden(node: Node) -> bool:
    """Whether the page says that nobody sees the element, nor anything in it."""
    if "hidden" in node.attrs or node.attrs.get("aria-hidden", "").strip().lower() == "true":
        return True
    if node.tag == "dialog" and "open" not in node.attrs:
        return True
    style = node.attrs.get("style", "")
    return bool(style) and _hides(style)


class Sight(NamedTuple):
    """How words are seen at a place. A colour is None where it is not known, and then not judged."""

    visible: bool = True
    sized: bool = True
    ink: _Colour | None = _BLACK
    ground: _Colour | None = _WHITE
    judged: bool = True

    @property
    def is_seen(self) -> bool:
        """Whether a reader sees words here."""
        if self.judged and self.ink is not None and self.ground is not None and _alike(self.ink, self.ground):
            return False
        return self.visible and self.sized

    def inside(self, node: Node) -> Sight:
        """How they are seen in an element."""
        style = inline(node.attrs["style"]) if node.attrs.get("style") else {}
        colours = (node.attrs.get("color"), node.attrs.get("bgcolor"))
        if not style and colours == (None, None):
            return self
        said = {name: value.lower() for name, (value, _) in style.items()}
        visible = {"hidden": False, "collapse": False, "visible": True}.get(said.get("visibility", ""), self.visible)
        ground = _ground(said, colours[1], self.ground)
        ink = _ink(said, colours[0], self.ink, ground)
        return Sight(visible, _sized(said, self.sized), ink, ground, self.judged)


def _ink(
    said: Mapping[str, str], attribute: str | None, outer: _Colour | None, ground: _Colour | None
) -> _Colour | None:
    text = said.get("color") or attribute
    if not text or text in ("inherit", "currentcolor"):
        return outer
    return _colour(text, ground)


def _ground(said: Mapping[str, str], attribute: str | None, outer: _Colour | None) -> _Colour | None:
    if said.get("background-image", "none") != "none":
        return None
    text = said.get("background-color") or said.get("background") or attribute
    return outer if not text else _colour(text, outer)


@lru_cache(maxsize=4096)
def _colour(text: str, clear: _Colour | None) -> _Colour | None:
    """The colour that a value names; `clear` where it names none and paints nothing, None where it is not known."""
    if _LEGACY.fullmatch(text):
        text = f"#{text}"
    tokens = tinycss2.parse_component_value_list(text, skip_comments=True)
    found = next((one for token in tokens if (one := parse_color(token)) is not None), None)
    if any(token.type in ("url", "function") for token in tokens if parse_color(token) is None):
        return None
    if found is None or isinstance(found, str):
        return clear if text in ("none", "transparent", "inherit", "initial", "unset") else None
    if found.alpha == 0:
        return clear
    return (found.red, found.green, found.blue) if found.alpha == 1 else None


def _alike(one: _Colour, other: _Colour) -> bool:
    return all(abs(left - right) <= _ALIKE for left, right in zip(one, other, strict=True))


def _sized(said: Mapping[str, str], outer: bool) -> bool:
    size = said.get("font-size", "")
    if not size:
        return outer and not _NO_SIZE.search(said.get("font", ""))
    length = _pixels(size)
    if length is None:
        return outer or size not in ("inherit", "smaller", "larger")
    relative = size.endswith(("em", "%")) and not size.endswith("rem")
    return length > 0 and (outer or not relative)


@lru_cache(maxsize=4096)
def _hides(style: str) -> bool:
    said = {name: value.lower() for name, (value, _) in inline(style).items()}
    if said.get("display") == "none" or said.get("mso-hide") == "all":
        return True
    if said.get("opacity") and (_pixels(said["opacity"]) or 0.0) == 0.0 and said["opacity"][:1] in "0.":
        return True
    sides = (*_SIDES, *(_PLACED if said.get("position", "static") != "static" else ()))
    if any((length := _pixels(said.get(side, ""))) is not None and length <= _FAR for side in sides):
        return True
    if said.get("overflow") in ("hidden", "clip") and any(
        (length := _pixels(said.get(room, ""))) is not None and 0 <= length <= _NOTHING for room in _ROOM
    ):
        return True
    clipped = said.get("position") in ("absolute", "fixed") and _CLIP.fullmatch(said.get("clip", ""))
    return bool(clipped or _CLIP_PATH.match(said.get("clip-path", "")) or _SHIFTED.search(said.get("transform", "")))


def _pixels(text: str) -> float | None:
    """A length in pixels, about; None for what is none."""
    match = _LENGTH.fullmatch(text)
    return float(match[1]) * _PIXELS[match[2] or ""] if match else None
