"""Properties that a page makes for itself (`--ink: white`), and values that ask for them (`color: var(--ink)`).

CSS Custom Properties 1. What nothing answers stays as it is: a value that nobody understands, not one left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import tinycss2

from converter.read.html.sheets import OWN, Declarations

Known = Mapping[str, str]  # the page's own properties with their values, as they hold of an element
_ASKING = "var("
_DEEPEST = 4  # values that ask for values
_LONGEST = 200  # characters of a value


def with_own(around: Known, style: Declarations) -> Known:
    """What an element knows of the page's own properties: its own before those of the elements around it."""
    own = {name: value for name, (value, _) in style.items() if name.startswith(OWN)}
    return {**around, **own} if own else around


def answered(style: Declarations, known: Known) -> tuple[Declarations, bool]:
    """A style without the page's own properties, with what it asks for; and whether it asks for anything."""
    shown = {name: said for name, said in style.items() if not name.startswith(OWN)}
    asking = [name for name, (value, _) in shown.items() if _ASKING in value.lower()]
    for name in asking:
        value, important = shown[name]
        shown[name] = (_answer(value, known, _DEEPEST), important)
    return shown, bool(asking)


def _answer(value: str, known: Known, depth: int) -> str:
    found = ""
    for token in tinycss2.parse_component_value_list(value, skip_comments=True):
        found += _written(token, known, depth)
        if len(found) > _LONGEST:  # values that ask for each other many times
            break
    return found[:_LONGEST]


def _written(token: Any, known: Known, depth: int) -> str:
    if token.type != "function":
        return str(token.serialize())
    if token.lower_name != "var":
        return f"{token.lower_name}({''.join(_written(one, known, depth) for one in token.arguments)})"
    name, instead = _asked(token.arguments)
    found = known.get(name, instead)
    if found is None or not depth or _ASKING not in found.lower():
        return str(token.serialize()) if found is None else found.strip()
    return _answer(found, known, depth - 1)


def _asked(arguments: Sequence[Any]) -> tuple[str, str | None]:
    """The property that is asked for, and what holds where nothing knows it."""
    comma = next((at for at, one in enumerate(arguments) if one == ","), None)
    name = next((one.value for one in arguments[:comma] if one.type == "ident"), "")
    return name, None if comma is None else tinycss2.serialize(arguments[comma + 1 :])
