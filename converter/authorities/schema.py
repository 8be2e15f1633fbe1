"""An authority file held against its schema, and each fault said in the words of a person."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, cast

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from converter.yaml_safe import DataPath, LineMap, Problem

SCHEMA = Path(__file__).parent.parent / "schemas" / "authorities.schema.json"

_FORMATS = FormatChecker(formats=())


@_FORMATS.checks("date", raises=ValueError)
def _is_date(value: object) -> bool:
    """Accept a day that the calendar has; the schema's pattern has already fixed the spelling."""
    return not isinstance(value, str) or bool(date.fromisoformat(value))


@cache
def _schema() -> Mapping[str, Any]:
    return cast(Mapping[str, Any], json.loads(SCHEMA.read_text(encoding="utf-8")))


@cache
def _validator(kind: str) -> Draft202012Validator:
    """Make the validator of one file, with references put in place: to follow them for each value is slow."""
    defs = _schema()["$defs"]
    return Draft202012Validator(_inlined(defs[kind], defs), format_checker=_FORMATS)


def _inlined(node: Any, defs: Mapping[str, Any]) -> Any:
    """Copy a part of the schema with each `$ref` replaced by what it names (none of ours is recursive)."""
    if isinstance(node, dict):
        if "$ref" in node:
            return _inlined(defs[node["$ref"].rsplit("/", 1)[1]], defs)
        return {key: _inlined(value, defs) for key, value in node.items()}
    if isinstance(node, list):
        return [_inlined(value, defs) for value in node]
    return copy.copy(node)


def schema_problems(kind: str, value: object, lines: LineMap, path: str) -> list[Problem]:
    """Check a file against the schema; one finding per fault, each at its line."""
    problems: list[Problem] = []
    for error in _validator(kind).iter_errors(value):
        at: DataPath = tuple(error.absolute_path)
        if error.validator == "additionalProperties":
            problems += _unknown_keys(error, at, lines, path)
        else:
            message, hint = _in_words(error)
            problems.append(Problem(path, *lines.value(at), message, hint, at))
    return problems


def _unknown_keys(error: ValidationError, at: DataPath, lines: LineMap, path: str) -> Iterator[Problem]:
    known = sorted(_of_schema(error)["properties"])
    hint = f"known keys: {', '.join(known)}"
    for key in cast(Mapping[str, Any], error.instance):
        if key not in known:
            yield Problem(path, *lines.key((*at, key)), f"unknown key {key!r}", hint, (*at, key))


def _of_schema(error: ValidationError) -> Mapping[str, Any]:
    """Give the part of the schema that was not met; in ours it is always an object."""
    return cast(Mapping[str, Any], error.schema)


def _in_words(error: ValidationError) -> tuple[str, str]:
    """Say a fault as a person would: (message, hint)."""
    value = json.dumps(error.instance, ensure_ascii=False)
    wanted = cast(Any, error.validator_value)
    instance = cast(Any, error.instance)
    shown = value if len(value) <= 60 else f"{value[:57]}…"
    name = error.absolute_path[-1] if error.absolute_path else "the file"
    hint = str(_of_schema(error).get("description", ""))
    if error.validator == "required":
        missing = [key for key in wanted if key not in instance]
        return f"missing: {', '.join(missing)}", hint
    if error.validator == "type":
        kinds = wanted if isinstance(wanted, list) else [wanted]
        return f"{name} must be {' or '.join(map(_kind_in_words, kinds))}, not {shown}", hint
    if error.validator == "enum":
        few = ", ".join(map(str, wanted)) if len(wanted) <= 10 else hint
        return f"{shown} is not one of the values that {name} can have", few
    if error.validator == "format":
        return f"{shown} is not a day of the calendar", hint
    if error.validator == "pattern":
        return f"{shown} is not the form that {name} has", hint
    return f"{name}: {error.message[:120]}", hint


def _kind_in_words(kind: str) -> str:
    words = {"array": "a list", "object": "key: value pairs", "string": "text", "integer": "a whole number"}
    return words.get(kind, kind)
