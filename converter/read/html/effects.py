"""What a style makes of an element when it is painted: shrunk, turned flat, cut to a shape, masked, filtered.

Each question has three answers: nobody sees the words, they are seen, or (None) it cannot be told: a rule that is not
understood, or one by which little may be left to see. CSS Transforms 1 and 2, Masking 1, Shapes 1, Filter Effects 1.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import tinycss2
from tinycss2.color4 import parse_color

_FLAT = 0.1  # what is narrower or lower than this part of itself, nobody reads
_NOTHING = 0.02  # a share by which nothing is left to see
_TURNS = {"deg": 360.0, "grad": 400.0, "rad": math.tau, "turn": 1.0}
_UNSET = ("", "none", "initial", "unset", "revert", "normal")
_MASKS = ("mask", "mask-image", "-webkit-mask", "-webkit-mask-image", "-webkit-mask-box-image")
_HARMLESS = frozenset({"drop-shadow", "grayscale", "sepia", "saturate", "hue-rotate"})
_BLENDED = (*_UNSET, "multiply", "darken", "color-burn")  # dark words stay dark on paper
_BLURRED, _DIMMED = 2.0, 0.5  # pixels; part of the usual light or contrast
_Matrix = tuple[float, float, float, float]  # where one step across and one step down lead
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0)


def is_unseen(said: Mapping[str, str]) -> bool | None:
    """Whether nobody sees what a style with these values paints; None where it cannot be told."""
    answers = [
        _is_flat(said),
        *(_is_masked(said.get(name, "")) for name in _MASKS),
        _is_filtered(said.get("filter", "")),
        None if said.get("mix-blend-mode", "") not in _BLENDED else False,
    ]
    return True if True in answers else None if None in answers else False


def is_turned(said: Mapping[str, str]) -> bool:
    """Whether words are shown turned, or as in a mirror."""
    matrix = _matrix(said)
    return matrix is not None and (abs(matrix[1]) + abs(matrix[2]) > _FLAT or matrix[0] < 0 or matrix[3] < 0)


def _is_flat(said: Mapping[str, str]) -> bool | None:
    zoom = said.get("zoom", "")
    if zoom not in _UNSET:
        share = _share(next(iter(_tokens(zoom)), None))
        if share is None or 0 < share < _FLAT:  # browsers take a zoom of 0 for none
            return None if share is None else True
    matrix = _matrix(said)
    if matrix is None:
        return None
    across, down = math.hypot(matrix[0], matrix[1]), math.hypot(matrix[2], matrix[3])
    area = abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])
    if min(across, down) < _FLAT or area < _FLAT * max(across, down):
        return True
    is_behind = matrix[0] * matrix[3] - matrix[1] * matrix[2] < 0
    return is_behind and "hidden" in (said.get("backface-visibility"), said.get("-webkit-backface-visibility"))


def _matrix(said: Mapping[str, str]) -> _Matrix | None:
    """What turns and scales make of a step across and a step down, seen from before the page; None if not understood.

    Each function is seen from before the page by itself: what is turned back in space by a second one is rare.
    """
    found: _Matrix = _SAME
    for one in (_rotated(said.get("rotate", "")), _scaled(said.get("scale", "")), *_steps(said.get("transform", ""))):
        if one is None:
            return None
        a, b, c, d = found
        e, f, g, h = one
        found = (a * e + c * f, b * e + d * f, a * g + c * h, b * g + d * h)
    return found


def _steps(transform: str) -> Iterator[_Matrix | None]:
    for token in _tokens(transform) if transform not in _UNSET else ():
        yield _step(token.lower_name, _arguments(token)) if token.type == "function" else None


def _step(name: str, given: Sequence[Any]) -> _Matrix | None:
    if name.startswith(("translate", "perspective", "skew")):
        return _SAME
    if name in ("rotate", "rotatez", "rotatex", "rotatey"):
        return _round(name[6:], _angle(given[0]) if given else None)
    if name == "rotate3d" and len(given) == 4:
        axes = [axis for axis, one in zip("xyz", given, strict=False) if _share(one) != 0]
        return _round(axes[0], _angle(given[3])) if len(axes) == 1 else None
    values = [share for one in given if (share := _share(one)) is not None]
    asked = _SCALES.get(name)
    return asked(values) if asked and values and len(values) == len(given) else None


_SCALES: dict[str, Callable[[Sequence[float]], _Matrix | None]] = {
    "scale": lambda given: (given[0], 0.0, 0.0, given[:2][-1]),
    "scale3d": lambda given: (given[0], 0.0, 0.0, given[:2][-1]),
    "scalex": lambda given: (given[0], 0.0, 0.0, 1.0),
    "scaley": lambda given: (1.0, 0.0, 0.0, given[0]),
    "scalez": lambda _: _SAME,
    "matrix": lambda given: (given[0], given[1], given[2], given[3]) if len(given) == 6 else None,
    "matrix3d": lambda given: (given[0], given[1], given[4], given[5]) if len(given) == 16 else None,
}


def _round(axis: str, angle: float | None) -> _Matrix | None:
    """A turn round an axis: that which stands on the page, or one that lies across or up it."""
    if angle is None:
        return None
    cosine, sine = math.cos(angle), math.sin(angle)
    if axis in ("", "z"):
        return cosine, sine, -sine, cosine
    return (1.0, 0.0, 0.0, cosine) if axis == "x" else (cosine, 0.0, 0.0, 1.0)


def _rotated(value: str) -> _Matrix | None:
    """The property `rotate`: an angle, with the name of its axis before or behind it."""
    if value in _UNSET:
        return _SAME
    tokens = _tokens(value)
    angle = next((one for one in tokens if one.type == "dimension" or _is_zero(one)), None)
    axes = [one.lower_value for one in tokens if one.type == "ident"]
    known = angle is not None and len(tokens) == 1 + len(axes) and axes in ([], ["x"], ["y"], ["z"])
    return _round("".join(axes), _angle(angle)) if known else None


def _scaled(value: str) -> _Matrix | None:
    return _SAME if value in _UNSET else _step("scale", _tokens(value))


def is_cut(said: Mapping[str, str]) -> bool | None:
    """Whether the shape to which an element is cut leaves nothing of it; None where it cannot be told."""
    value = said.get("clip-path", "")
    tokens = [one for one in _tokens(value) if one.type != "ident"] if value not in _UNSET else []
    if not tokens:
        return False
    if len(tokens) > 1 or tokens[0].type != "function":
        return None
    shape = _SHAPES.get(tokens[0].lower_name)
    return shape(_until_a_word(_arguments(tokens[0]))) if shape else None


def _until_a_word(given: Sequence[Any]) -> Sequence[Any]:
    """What a shape is given before `at` or `round`, and behind how it is filled."""
    words = [at for at, one in enumerate(given) if one.type == "ident"]
    return given[1 if words[:1] == [0] else 0 : next((at for at in words if at), None)]


def _is_inset(given: Sequence[Any]) -> bool:
    top, right, bottom, left = _sides(given)
    return _fills(top, bottom) or _fills(left, right)


def _is_no_rectangle(given: Sequence[Any]) -> bool:
    top, right, bottom, left = _sides(given)
    return _is_past(top, bottom) or _is_past(left, right)


def _sides(given: Sequence[Any]) -> list[tuple[float, str] | None]:
    lengths = [_length(one) for one in given[:4]] or [None]
    while len(lengths) < 4:
        lengths.append(lengths[max(0, len(lengths) - 2)])
    return lengths


def _fills(one: tuple[float, str] | None, other: tuple[float, str] | None) -> bool:
    """Whether two sides, cut away, are all there is: parts of the whole, of which a length is taken for none."""
    return sum(side[0] for side in (one, other) if side and side[1] == "%") >= 100


def _is_past(one: tuple[float, str] | None, other: tuple[float, str] | None) -> bool:
    """Whether the first edge stands at the second or behind it."""
    return one is not None and other is not None and one[1] == other[1] and one[0] >= other[0]


def _has_no_room(given: Sequence[Any]) -> bool:
    """Whether the points of a polygon stand in a line."""
    values = [length[0] for one in given if (length := _length(one)) is not None]
    points = list(zip(values[::2], values[1::2], strict=False))
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], *points[:1]], strict=True))
    return bool(points) and abs(area) < 1


_SHAPES: dict[str, Callable[[Sequence[Any]], bool]] = {
    "circle": lambda given: any(map(_is_zero, given)),
    "ellipse": lambda given: any(map(_is_zero, given)),
    "inset": _is_inset,
    "polygon": _has_no_room,
    "rect": _is_no_rectangle,
    "xywh": lambda given: any(map(_is_zero, given[2:])),
}


def _is_masked(value: str) -> bool | None:
    """Whether a mask leaves nothing: a picture may, a course of colours does where each of them is clear."""
    if value in _UNSET:
        return False
    clear: list[bool] = []
    for token in _tokens(value):
        if token.type == "url" or (token.type == "function" and "gradient" not in token.lower_name):
            return None
        colours = [parse_color(one) for one in token.arguments] if token.type == "function" else []
        clear += [one.alpha < _NOTHING for one in colours if one is not None and not isinstance(one, str)]
        if any(0 < one.alpha < 1 for one in colours if one is not None and not isinstance(one, str)):
            return None
    return False if not any(clear) else True if all(clear) else None


def _is_filtered(value: str) -> bool | None:
    if value in _UNSET:
        return False
    answers: list[bool | None] = []
    for token in _tokens(value):
        name = token.lower_name if token.type == "function" else ""
        given = _arguments(token)[:1] if name else []
        amount = _share(given[0]) if given else 1.0
        if name in _HARMLESS:
            continue
        if name == "opacity" and amount is not None:
            answers.append(amount <= _NOTHING)
        elif name == "blur":
            length = _length(given[0]) if given else (0.0, "")
            answers.append(False if length is not None and length[0] < _BLURRED else None)
        else:
            plain = name in ("brightness", "contrast") and amount is not None and abs(amount - 1) < _DIMMED
            answers.append(False if plain or (name == "invert" and amount == 0) else None)
    return True if True in answers else None if None in answers else False


def _tokens(value: str) -> list[Any]:
    found = tinycss2.parse_component_value_list(value, skip_comments=True)
    return [one for one in found if one.type != "whitespace"]


def _arguments(token: Any) -> list[Any]:
    return [one for one in token.arguments if one.type not in ("whitespace", "comment") and one != ","]


def _share(token: Any) -> float | None:
    """A number or a percentage as a share of one."""
    if token is None or token.type not in ("number", "percentage"):
        return None
    return float(token.value) / (100 if token.type == "percentage" else 1)


def _length(token: Any) -> tuple[float, str] | None:
    """A length or a part, with its unit; none for zero is `%`, as zero is the same in each."""
    if token.type == "dimension":
        return float(token.value), token.lower_unit
    if token.type == "number":
        return (0.0, "%") if not token.value else None
    return (float(token.value), "%") if token.type == "percentage" else None


def _is_zero(token: Any) -> bool:
    return token.type in ("number", "dimension", "percentage") and not token.value


def _angle(token: Any) -> float | None:
    if token is not None and token.type == "dimension" and token.lower_unit in _TURNS:
        angle = float(token.value) / _TURNS[token.lower_unit] * math.tau
        return angle if math.isfinite(angle) else None
    return 0.0 if token is not None and _is_zero(token) else None
