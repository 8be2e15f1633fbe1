"""The commands that change which works there are: take in new ones, adopt a draft, rename, remove."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from converter.cli.told import EXIT_FOUND_ERRORS, print_report, progress, project_of
from converter.language_files import available


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--work", "name", help="The folder's name under sources/.  [default: from what the text says]")
@click.option("--lang", type=click.Choice(available()), help="The language.  [default: guessed]")
@click.option("--accept-changes", is_flag=True, help="Read a file with tracked changes, with all of them accepted.")
@click.option("--dry-run", is_flag=True, help="Only say what would be made.")
@click.pass_obj
def new(
    folder: Path, files: tuple[Path, ...], name: str | None, lang: str | None, accept_changes: bool, dry_run: bool
) -> None:
    """Make works from official FILES, or add languages to works: say what each is, and how surely.

    A folder or a zip stands for the files in it. Files of one work in several languages become one work.
    Exit with 0 when the works are made, whatever the findings: `converter check` weighs them.
    """
    from converter.upkeep.new import take_in  # noqa: PLC0415
    from converter.upkeep.offered import CannotTakeError  # noqa: PLC0415

    project = project_of(folder)
    try:
        outcome = take_in(project, files, name, lang, accept_changes=accept_changes, dry_run=dry_run, progress=progress)
    except CannotTakeError as error:
        raise click.ClickException(str(error)) from error
    if outcome.refused:
        raise click.ClickException(outcome.refused)
    for line in outcome.said:
        click.echo(line)
    print_report(outcome.diagnostics)
    if not outcome.done:
        sys.exit(EXIT_FOUND_ERRORS)


@click.command()
@click.argument("work")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--symbol", help="The symbol of the adopted text, where it prints none.")
@click.option("--lang", type=click.Choice(available()), help="The language.  [default: guessed]")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.pass_obj
def adopt(folder: Path, work: str, file: Path, symbol: str | None, lang: str | None, dry_run: bool) -> None:
    """Take in FILE, the text that the draft WORK was adopted as: both stay, and each leads to the other."""
    from converter.upkeep import moves  # noqa: PLC0415

    _move(lambda: moves.adopt(project_of(folder), work, file, symbol, lang, dry_run=dry_run))


@click.command()
@click.argument("work")
@click.argument("name")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.pass_obj
def rename(folder: Path, work: str, name: str, dry_run: bool) -> None:
    """Give the folder of WORK another NAME; its old address leads on."""
    from converter.upkeep import moves  # noqa: PLC0415

    _move(lambda: moves.rename(project_of(folder), work, name, dry_run=dry_run))


@click.command()
@click.argument("work")
@click.option("--reason", help="Why, for the reader of the page that says what stood there.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.pass_obj
def remove(folder: Path, work: str, reason: str | None, dry_run: bool) -> None:
    """Remove WORK; a page at each of its addresses says what stood there."""
    from converter.upkeep import moves  # noqa: PLC0415

    _move(lambda: moves.remove(project_of(folder), work, reason, dry_run=dry_run))


def _move(done: Callable[[], list[str]]) -> None:
    """Do it and say what was done, or in one line what is in the way."""
    from converter.upkeep.moves import ERRORS  # noqa: PLC0415

    try:
        said = done()
    except ERRORS as error:
        raise click.ClickException(str(error)) from error
    for line in said:
        click.echo(line)
