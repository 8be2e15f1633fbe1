"""What hides an element with all that is in it, for sure or perhaps: not shown, beside the page, clipped, clear.

A rule that lays words out hides none: what is given in parts of the page (`-100%`), or taken back by room beside it, is
no hiding. Where a script or an animation may show words, or a rule that may hide them is not understood, nobody can
tell from the file; they are read, and said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache

from converter.read.html import effects
from converter.read.html.sheets import inline
from converter.read.nodes import Node

_LENGTH = re.compile(r"([+-]?[0-9]{0,6}\.?[0-9]{1,6})(px|pt|em|rem|ex|ch|cm|mm|in|pc|%|vw|vh)?")
_PIXELS = {
    "px": 1, "pt": 4 / 3, "em": 16, "rem": 16, "ex": 8, "ch": 8, "cm": 38, "mm": 3.8, "in": 96, "pc": 16, "": 1,
    "vw": 12.8, "vh": 7.2,
}  # fmt: skip
_SUM = re.compile(r"calc\(\s*([^()]{1,80}?)\s*\)")
_FAR, _FAR_IN_TEXT = (
    -900.0,
    -2000.0,
)  # pixels; further left or up nothing is seen of what is lifted off the page, or not
_ACROSS = ("margin-left", "padding-left", "text-indent")
_LIFTED = ("absolute", "fixed")
_NOTHING = 1.0  # pixels that show no word
_CLIP = re.compile(r"rect\(\s*(?:(?:0|1)(?:px|em|%)?[\s,]*){4}\)")
_SHIFTED = re.compile(r"translate(?:x|y|3d)?\(\s*([^,()]{1,30})(?:,\s*([^,()]{1,30}))?")
_FURTHEST = 1000.0  # pixels that words are shifted, of which no screen shows any
_ABOVE = -40.0  # pixels; what begins so far above its place may be higher than a line, and be seen


class Hiding(Enum):
    """Whether a style hides an element."""

    NO = 0
    SURE = 1
    UNLESS_SCRIPTED = 2  # a page with scripts fades in what is set so
    DOUBTFUL = 3  # an animation may show it, or the rule is not understood


def is_hidden(node: Node, *, moving: bool = False) -> bool:
    """Whether the page says that nobody sees the element, nor anything in it. `moving`: scripts may change the page."""
    if "hidden" in node.attrs or node.attrs.get("aria-hidden", "").strip().lower() == "true":
        return True
    if (node.tag == "dialog" and "open" not in node.attrs) or "popover" in node.attrs:
        return True
    hiding = _hiding(node.attrs.get("style", ""))
    return hiding is Hiding.SURE or (hiding is Hiding.UNLESS_SCRIPTED and not moving)


def may_appear(node: Node, *, moving: bool = False) -> bool:
    """Whether an element is set so that perhaps nobody sees it: what decides it cannot be told from the file."""
    hiding = _hiding(node.attrs.get("style", ""))
    return hiding is Hiding.DOUBTFUL or (hiding is Hiding.UNLESS_SCRIPTED and moving)


def is_askew(node: Node) -> bool:
    """Whether the words of an element are shown turned, or as in a mirror."""
    return _is_askew(node.attrs.get("style", ""))


@lru_cache(maxsize=4096)
def _is_askew(style: str) -> bool:
    return bool(style) and effects.is_turned(_said(style))


def is_animated(said: Mapping[str, str]) -> bool:
    """Whether an animation may change what a style says."""
    return not {said.get("animation", "none"), said.get("animation-name", "none")} <= {"none", "initial", "unset"}


def pixels(text: str) -> float | None:
    """A length in pixels, about, a sum of lengths too; None for what is none, and for a part of something else."""
    if added := _SUM.fullmatch(text):
        parts = [pixels(part) for part in re.sub(r"\s([+-])\s+", r" \1", added[1]).split()]
        return sum(part for part in parts if part is not None) if None not in parts else None
    match = _LENGTH.fullmatch(text)
    if not match or (match[2] or "") not in _PIXELS:
        return 0.0 if match and not float(match[1]) else None
    return float(match[1]) * _PIXELS[match[2] or ""]


def _said(style: str) -> dict[str, str]:
    return {name: value.lower() for name, (value, _) in inline(style).items()} if style else {}


@lru_cache(maxsize=4096)
def _hiding(style: str) -> Hiding:
    said = _said(style)
    if said.get("display") == "none" or said.get("mso-hide") == "all" or said.get("content-visibility") == "hidden":
        return Hiding.SURE
    said |= dict(zip(("top", "right", "bottom", "left"), _four(said.get("inset", "")), strict=False))
    painted, cut = effects.is_unseen(said), effects.is_cut(said)
    clear = painted is True or _is_nothing(said.get("opacity", ""))
    away = bool(cut) or _is_beside(said) or _is_without_room(said) or _is_clipped(said)
    if is_animated(said):
        hidden = clear or away or said.get("visibility") in ("hidden", "collapse")
        return Hiding.DOUBTFUL if hidden else Hiding.NO
    if away or clear:
        return Hiding.SURE if away else Hiding.UNLESS_SCRIPTED
    return Hiding.DOUBTFUL if painted is None or cut is None or _may_be_beside(said) else Hiding.NO


def _four(sides: str) -> list[str]:
    """The values of four sides that one property says: top, right, bottom and left; none for nothing."""
    values = sides.split()[:4]
    while values and len(values) < 4:
        values.append(values[max(0, len(values) - 2)])
    return values


def _is_nothing(value: str) -> bool:
    """Whether a share is none, or so little that nobody sees what has it."""
    share = pixels(value.removesuffix("%"))
    return share is not None and share <= (2 if value.endswith("%") else 0.02)


def _is_beside(said: Mapping[str, str]) -> bool:
    """Whether an element stands beside the page: so far left or up that no padding brings its words back."""
    position = said.get("position", "static")
    far = _FAR if position in _LIFTED else _FAR_IN_TEXT
    placed = position != "static"
    ways = (
        (*_ACROSS, *(("left",) if placed else ())),
        ("top", "margin-top", "padding-top") if placed else (),
        ("right", "padding-right") if placed else (),
        ("bottom", "padding-bottom") if placed else (),
    )
    return any(_sum(said, way) <= far for way in ways)


def _may_be_beside(said: Mapping[str, str]) -> bool:
    """Whether an element that is lifted off the page begins above it, or beside it by all that it is wide or high."""
    if said.get("position") not in _LIFTED:
        return False
    places = [said.get(name, "") for name in ("top", "right", "bottom", "left")]
    above = pixels(places[0])
    parts = [*places, *_shifts(said)]
    return (above is not None and above <= _ABOVE) or any(_part(one) <= -100 for one in parts)


def _part(value: str) -> float:
    match = _LENGTH.fullmatch(value)
    return float(match[1]) if match and match[2] == "%" else 0.0


def _shifts(said: Mapping[str, str]) -> list[str]:
    """How far an element is moved from its place, in each direction."""
    found = [one.strip() for shift in _SHIFTED.findall(said.get("transform", "")) for one in shift if one]
    return found + said.get("translate", "").split()[:2]


def _sum(said: Mapping[str, str], names: tuple[str, ...]) -> float:
    """How far lengths lead together; nowhere, where one of them is not known."""
    lengths = [pixels(said[name]) for name in names if said.get(name, "auto") != "auto"]
    known = [length for length in lengths if length is not None]
    return sum(known) if len(known) == len(lengths) else 0.0


def _is_without_room(said: Mapping[str, str]) -> bool:
    """Whether what flows over is cut off, and there is no room: no height, or no width of what is lifted.

    Or the words begin where the room ends, on one line.
    """
    cut = [said.get(f"overflow-{way}", said.get("overflow", "")).split()[-1:] for way in "xy"]
    if not any(way in (["hidden"], ["clip"]) for way in cut) or "flex" in said or "flex-grow" in said:
        return False
    if said.get("white-space") == "nowrap" and _part(said.get("text-indent", "")) >= 100:
        return True
    sides = [("height", ("padding-top", "padding-bottom"))]
    sides += [("width", ("padding-left", "padding-right"))] if said.get("position") in _LIFTED else []
    for side, around in sides:
        own = said.get(side, said.get("line-height", "") if side == "height" else "")
        rooms = (pixels(own), pixels(said.get(f"max-{side}", "")))
        takes = (f"min-{side}", *(("padding", *around)))
        widened = any(_widens(value) for name in takes if (value := said.get(name)))
        if not widened and any(room is not None and 0 <= room <= _NOTHING for room in rooms):
            return True
    return False


def _widens(value: str) -> bool:
    """Whether a padding or a least size gives more room than shows no word."""
    lengths = [pixels(one) for one in value.split()]
    return any(length is None or length > _NOTHING for length in lengths)


def _is_clipped(said: Mapping[str, str]) -> bool:
    clipped = said.get("position") in _LIFTED and _CLIP.fullmatch(said.get("clip", ""))
    return bool(clipped) or any(abs(pixels(one) or 0.0) >= _FURTHEST for one in _shifts(said))
