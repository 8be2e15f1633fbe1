"""Diagnostics for people and machines: plain text, GitHub annotations, JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict

from converter.model import Diagnostic, Severity

_GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """One finding per line, what to do on the line below."""
    lines = []
    for one in diagnostics:
        lines.append(f"{one.place}: {one.severity}: {one.message} [{one.code}]")
        if one.hint:
            lines.append(f"    {one.hint}")
    return "\n".join(lines)


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Workflow commands, which GitHub shows as annotations on the changed lines."""
    return "\n".join(
        f"::{_GITHUB_LEVELS[one.severity]} file={_property(one.path)},line={max(1, one.line)},"
        f"col={max(1, one.column)},title={_property(one.code)}::{_message(_said(one))}"
        for one in diagnostics
    )


def _said(one: Diagnostic) -> str:
    """The finding; with its place in words where the file has no lines that an annotation could hang on."""
    place = one.place.removeprefix(f"{one.path}:")
    return f"{f'{place}: ' if place.startswith(('page', 'paragraph')) else ''}{one.message}. {one.hint}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """A JSON array, one object per finding."""
    rows = [{**asdict(one), "severity": one.severity.value} for one in diagnostics]
    return json.dumps(rows, ensure_ascii=False, indent=2)


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
    return ", ".join(f"{number} {severity}{'s' if number != 1 else ''}" for severity, number in count.items())


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any finding is an error."""
    return any(one.severity is Severity.ERROR for one in diagnostics)
