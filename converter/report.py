"""Diagnostics for people and machines: plain text, GitHub annotations, JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict

from converter.model import Diagnostic, Severity

_GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}  # what else there is, is a notice


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """One finding per line with its code and the place in the text, what to do on the lines below."""
    lines = []
    told = set()
    for one in diagnostics:
        lines.append(f"{one.place}: {one.severity}: {one.message} [{one.code}{f' at {one.at}' if one.at else ''}]")
        if one.hint:
            lines.append(f"    {one.hint}")
        if (accepting := _accepting(one)) and (one.path, accepting) not in told:
            told.add((one.path, accepting))
            lines.append(f"    {accepting}")
    return "\n".join(lines)


def _accepting(one: Diagnostic) -> str:
    """How to accept an error that is the official text's own; empty for what is no error, or cannot be accepted."""
    if one.severity is not Severity.ERROR or not one.at:
        return ""
    entry = f"{{lang: {one.lang}, code: {one.code}, at: {one.at}, reason: …}}"
    return f"if the official document is like that, accept it in work.yml: {entry}"


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Workflow commands, which GitHub shows as annotations on the changed lines."""
    return "\n".join(
        f"::{_GITHUB_LEVELS.get(one.severity, 'notice')} file={_property(one.path)},line={max(1, one.line)},"
        f"col={max(1, one.column)},title={_property(one.code)}::{_message(_said(one))}"
        for one in diagnostics
    )


def _said(one: Diagnostic) -> str:
    """The finding; with its place in words where the file has no lines that an annotation could hang on."""
    place = one.place.removeprefix(f"{one.path}:")
    said = f"{f'{place}: ' if place.startswith(('page', 'paragraph')) else ''}{one.message}. {one.hint}"
    return f"{said}; {accepting}" if (accepting := _accepting(one)) else said


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """A JSON array, one object per finding."""
    return json.dumps([_row(one) for one in diagnostics], ensure_ascii=False, indent=2)


def _row(one: Diagnostic) -> dict[str, str | int]:
    """A finding as others read it: its weight, and not what it follows from."""
    row = {**asdict(one), "severity": one.severity.value}
    return {key: value for key, value in row.items() if key not in ("lighter", "accepted")}


FORMATS: dict[str, Callable[[Iterable[Diagnostic]], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """How many findings of which weight."""
    count = dict.fromkeys(Severity, 0)
    for one in diagnostics:
        count[one.severity] += 1
    accepted = count.pop(Severity.ACCEPTED)
    counted = [f"{number} {severity}{'s' if number != 1 else ''}" for severity, number in count.items()]
    return ", ".join([*counted, *([f"{accepted} accepted"] if accepted else [])])


def set_aside(diagnostics: Iterable[Diagnostic]) -> str:
    """Which texts are not shown and why, for whoever built the site; empty when all are."""
    found = list(diagnostics)
    if not found:
        return ""
    head = "1 text is set aside because it cannot be read for certain; its page says so. Everything else is built."
    if len(found) > 1:
        why = "because they cannot be read for certain; their pages say so. Everything else is built."
        head = f"{len(found)} texts are set aside {why}"
    return "\n".join([head, *(f"  {one.path}: {one.message}\n      what to do: {one.hint}" for one in found)])


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any finding is an error."""
    return any(one.severity is Severity.ERROR for one in diagnostics)
