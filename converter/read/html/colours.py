"""The colour that a value of a style sheet names (CSS Color 4 and 5), as it is seen on its ground.

tinycss2 reads what names one colour. Read here is what is said of several, and what shows the ground through it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import tinycss2
from tinycss2.color4 import parse_color

from converter.read.sight import BLACK, WHITE, Colour

_LEGACY = re.compile(r"[0-9A-Fa-f]{6}")
_CLEAR = ("none", "transparent", "inherit", "initial", "unset")
_OF_THE_SYSTEM = {"canvas": WHITE, "field": WHITE, "canvastext": BLACK, "fieldtext": BLACK}  # on a light screen
_Parts = tuple[float, float, float, float]  # red, green, blue, and how far it covers its ground


@lru_cache(maxsize=4096)
def colour(text: str, ground: Colour | None) -> Colour | None:
    """The colour that is seen; `ground` where a value paints nothing, None where the colour is not known."""
    if _LEGACY.fullmatch(text):
        text = f"#{text}"
    if text in _CLEAR:
        return ground
    tokens = tinycss2.parse_component_value_list(text, skip_comments=True)
    read = [_read(token) for token in tokens]
    if any(token.type in ("url", "function") for token, one in zip(tokens, read, strict=True) if one is None):
        return None
    found = next((one for one in read if one is not None), None)
    if found is None:
        return None
    *parts, cover = found
    if cover >= 1 or ground is None:
        return (parts[0], parts[1], parts[2]) if cover >= 1 else None
    red, green, blue = (cover * part + (1 - cover) * below for part, below in zip(parts, ground, strict=True))
    return red, green, blue


def _read(token: Any) -> _Parts | None:
    if token.type == "ident" and token.lower_value in _OF_THE_SYSTEM:
        return (*_OF_THE_SYSTEM[token.lower_value], 1.0)
    of_several = _OF_SEVERAL.get(token.lower_name) if token.type == "function" else None
    if of_several:
        return of_several(token.arguments)
    found = parse_color(token)
    if found is None or isinstance(found, str):
        return None
    try:
        red, green, blue = _of_oklab(found) if "ok" in found.space else found.to("srgb").coordinates
    except NotImplementedError:  # a space of colours that the library does not turn into this one
        return None
    return red or 0.0, green or 0.0, blue or 0.0, found.alpha


def _first(tokens: Sequence[Any]) -> _Parts | None:
    return next((one for token in tokens if (one := _read(token)) is not None), None)


def _mixed(tokens: Sequence[Any]) -> _Parts | None:
    """Two colours mixed, as if all were mixed in the same space; of parts that are not said each has a half."""
    groups: list[list[Any]] = [[]]
    for token in tokens:
        groups.append([]) if token == "," else groups[-1].append(token)
    colours = [_first(group) for group in groups[1:]]
    said = [next((one.value / 100 for one in group if one.type == "percentage"), None) for group in groups[1:]]
    if len(colours) != 2 or colours[0] is None or colours[1] is None:
        return None
    share = said[0] if said[0] is not None else 1 - said[1] if said[1] is not None else 0.5
    red, green, blue, cover = (share * a + (1 - share) * b for a, b in zip(*colours, strict=True))
    return red, green, blue, cover


_OF_SEVERAL: dict[str, Callable[[Sequence[Any]], _Parts | None]] = {"light-dark": _first, "color-mix": _mixed}


def _of_oklab(found: Any) -> Colour:
    """Red, green and blue of a colour in OKLab (CSS Color 4, 9.4 and the matrices of its sample code)."""
    light, a, b = (part or 0.0 for part in found.coordinates)
    if found.space == "oklch":
        a, b = (a * math.cos(math.radians(b)), a * math.sin(math.radians(b))) if math.isfinite(b) else (0.0, 0.0)
    light, a, b = (min(1.0, max(-1.0, part)) for part in (light, a, b))
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _shown(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
        _shown(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
        _shown(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short),
    )


def _shown(part: float) -> float:
    """A part of light as a screen is told it."""
    part = min(1.0, max(0.0, part))
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
