"""YAML that people wrote, held against its schema, and each fault said in the words of a person.

The one way for sidecars, authority files and the list of removed works. What a value should be is the description that
the schema gives of it: of the key, and of the form that several keys share (a day, a symbol).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, cast

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from converter.yaml_safe import DataPath, LineMap

SCHEMAS = Path(__file__).parent.parent / "schemas"
_LONGEST = 60  # of a value that is shown
_LONGEST_KEY = 40  # for which a key with a slip in it is looked for
_FEW = 10
_FORMATS = FormatChecker(formats=())
_KINDS = {
    "array": "a list", "object": "key: value pairs", "string": "text", "integer": "a whole number",
    "boolean": "true or false", "null": "nothing",
}  # fmt: skip
_FILLED = ("minItems", "minLength", "minProperties")
_SAID = {
    "required": "missing: {missing}",
    "format": "{shown} is not a day of the calendar",
    "maxItems": "{name} has {count} items, of {wanted} at most",
    "maxLength": "{name} has {count} characters, of {wanted} at most",
    "minimum": "{name} is {shown}, and must be at least {wanted}",
    "maximum": "{name} is {shown}, and must be at most {wanted}",
    "uniqueItems": "{name} has the same item twice",
}
_OTHER = "{shown} is not the form that {name} has"
_PAIRS = "write key: value, with a space behind the colon"


@_FORMATS.checks("date", raises=ValueError)
def _is_date(value: object) -> bool:
    """Accept a day that the calendar has; the schema's pattern has already fixed the spelling."""
    return not isinstance(value, str) or bool(date.fromisoformat(value))


class Fault(NamedTuple):
    """What is wrong at a place of the data and of its text, and what to do; `is_key` where the key is not known."""

    at: DataPath
    line: int
    column: int
    message: str
    hint: str
    is_key: bool = False


def faults(file: str, value: object, lines: LineMap, part: str = "") -> tuple[Fault, ...]:
    """What of a value does not fit the schema in `file` (or its part of this name), in the order of the text.

    A day in another form is not said to be none of the calendar too, and what is missing is said once.
    """
    errors = list(_validator(file, part).iter_errors(value))
    formed = {tuple(error.absolute_path) for error in errors if error.validator == "pattern"}
    told = (error for error in errors if error.validator != "format" or tuple(error.absolute_path) not in formed)
    found = {one: None for error in told for one in _told(error, lines)}
    return tuple(sorted(found, key=lambda one: (one.line, one.column, one.message)))


@cache
def _validator(file: str, part: str) -> Draft202012Validator:
    """The validator, with references put in place: to follow them for each value is slow."""
    schema = json.loads((SCHEMAS / file).read_text(encoding="utf-8"))
    defs = schema.get("$defs", {})
    return Draft202012Validator(_inlined(defs[part] if part else schema, defs), format_checker=_FORMATS)


def _inlined(node: Any, defs: Mapping[str, Any]) -> Any:
    """A copy of a part of the schema with what it names in place of each `$ref` (none of ours is recursive)."""
    if isinstance(node, list):
        return [_inlined(value, defs) for value in node]
    if not isinstance(node, dict):
        return node
    own = {key: _inlined(value, defs) for key, value in node.items() if key not in ("$ref", "$defs")}
    if "$ref" not in node:
        return own
    named = _inlined(defs[node["$ref"].rsplit("/", 1)[1]], defs)
    said = " ".join(one["description"] for one in (own, named) if "description" in one)
    return {**named, **own, **({"description": said} if said else {})}


def _told(error: ValidationError, lines: LineMap, hint: str = "") -> Iterator[Fault]:
    """An error of the validator as faults; of a choice the branch that is meant, where its kind tells.

    `hint` is what the schema says around it, for what it does not describe itself.
    """
    at: DataPath = tuple(error.absolute_path)
    schema = cast(Mapping[str, Any], error.schema)
    said = str(schema.get("description", ""))
    hint = max((said, hint), key=len) if said in hint or hint in said else f"{hint} {said}"
    if error.validator == "additionalProperties" and "properties" in schema:
        yield from _unknown_keys(error, at, lines)
    elif error.validator == "anyOf" and len(branches := _meant(error)) == 1:
        for inner in branches[0]:
            yield from _told(inner, lines, hint)
    else:
        yield Fault(at, *lines.value(at), *_in_words(error, hint))


def _meant(error: ValidationError) -> list[list[ValidationError]]:
    """The errors of each branch of a choice that takes a value of this kind at all."""
    branches: dict[object, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.relative_schema_path[0], []).append(inner)
    return [one for one in branches.values() if not any(e.validator == "type" and not e.relative_path for e in one)]


def _unknown_keys(error: ValidationError, at: DataPath, lines: LineMap) -> Iterator[Fault]:
    known = sorted(cast(Mapping[str, Any], error.schema)["properties"])
    for key in cast(Mapping[str, Any], error.instance):
        if key not in known:
            hint = f"{_near(key, known)}the keys are: {', '.join(known)}"
            yield Fault((*at, key), *lines.key((*at, key)), f"unknown key {_shown(key, repr)}", hint, is_key=True)


def _near(word: object, known: list[str]) -> str:
    """A question for a word that is nearly a known one; empty for another."""
    near = get_close_matches(str(word).lower(), known, 1) if len(str(word)) <= _LONGEST_KEY else []
    return f"is {near[0]} meant? " if near else ""


def _in_words(error: ValidationError, hint: str) -> tuple[str, str]:
    """What is wrong, and what to do."""
    instance, wanted = cast(Any, error.instance), cast(Any, error.validator_value)
    name, kind = _name(tuple(error.absolute_path)), str(error.validator)
    shown = "nothing" if instance is None else _shown(instance)
    if (instance is None and error.absolute_path) or (kind in _FILLED and not instance):
        said = "has no value" if instance is None else "is empty"
        return f"{name} {said}", f"{hint} Without one, take the key away.".strip()
    if kinds := _kinds(error):
        colon = not error.absolute_path and isinstance(instance, str) and any(sign in instance for sign in ":：")
        return f"{name} must be {kinds}, not {shown}", _PAIRS if colon else hint
    if kind == "enum":
        few = f"it can be {', '.join(map(str, wanted))}" if len(wanted) <= _FEW else hint
        near = _near(instance, [one for one in wanted if isinstance(one, str)])
        return f"{shown} is not one of the values that {name} can have", f"{near}{few}"
    missing = ", ".join(key for key in wanted if key not in instance) if kind == "required" else ""
    count = len(instance) if isinstance(instance, (str, list, dict)) else 0
    said = _SAID.get(kind, _OTHER).format(name=name, shown=shown, wanted=wanted, count=count, missing=missing)
    return said, hint


def _kinds(error: ValidationError) -> str:
    """Which kinds of value could stand here, in words; empty where this kind could."""
    wanted: Any = error.validator_value if error.validator == "type" else []
    if error.validator == "anyOf" and not _meant(error):
        wanted = [one.get("type") for one in cast(Any, error.validator_value)]
    kinds = wanted if isinstance(wanted, list) else [wanted]
    return " or ".join(_KINDS.get(str(kind), str(kind)) for kind in kinds)


def _name(at: DataPath) -> str:
    """What a place of the data is called: its key; of an item of a list which one, and of which list."""
    if not at:
        return "the file"
    return str(at[-1]) if isinstance(at[-1], str) else f"item {at[-1] + 1} of {_name(at[:-1])}"


def _shown(value: object, write: Callable[[Any], str] = lambda value: json.dumps(value, ensure_ascii=False)) -> str:
    """A value as it is written, cut where it is long."""
    if isinstance(value, str):
        value = value[: _LONGEST + 1]
    written = write(value)
    return written if len(written) <= _LONGEST else f"{written[: _LONGEST - 3]}…"
