"""What commands say and how they end: findings on standard error, a bar while work goes on, the exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from converter import report
from converter.model import Diagnostic
from converter.project import NotAProjectError, Project, find_project

if TYPE_CHECKING:
    from converter.site.engine import Built

EXIT_FOUND_ERRORS = 1


def project_of(start: Path) -> Project:
    """The project of a folder; a wrong call of the command where there is none."""
    try:
        return find_project(start)
    except NotAProjectError as error:
        raise click.UsageError(str(error)) from error


def progress(items: Iterable[Any], total: int, label: str) -> Iterator[Any]:
    """A bar on standard error while work goes on; nothing where nobody looks."""
    with click.progressbar(items, length=total, label=label, file=sys.stderr, hidden=total < 2) as bar:
        yield from bar


def print_report(diagnostics: Iterable[Diagnostic], form: str = "text", *, to_stderr: bool = True) -> None:
    """Print findings, if there are any."""
    found = list(diagnostics)
    text = report.FORMATS[form](found)
    if text:
        click.echo(text, err=to_stderr)


def exit_on_errors(diagnostics: Iterable[Diagnostic]) -> None:
    """End with an exit code of its own where a finding is an error that nobody accepted."""
    if report.has_errors(diagnostics):
        sys.exit(EXIT_FOUND_ERRORS)


def say_aside(aside: Iterable[Diagnostic]) -> None:
    """Say which texts are set aside, if any are."""
    if said := report.set_aside(aside):
        click.echo(said)


def done(built: Built) -> str:
    """What a build did, in words."""
    return f"{built.made} of {built.pages} pages made" if built.fresh else f"nothing changed in {built.pages} pages"
