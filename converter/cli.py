"""The command line: arguments, exit codes and everything that is printed."""

from __future__ import annotations

import json
import socket
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from converter import __version__, codes, report
from converter.acceptance import marked
from converter.batch import expression_of
from converter.failures import Commands, Failure, prepare_output, typed
from converter.languages import available
from converter.model import Diagnostic, Expression
from converter.printable import shown
from converter.project import DEMO, NotAProjectError, Project, find_project

if TYPE_CHECKING:
    from converter.one_file import OneFile
    from converter.site.engine import Built

EXIT_FOUND_ERRORS = 1
_HOST = "127.0.0.1"
_CUT_OFF = "the history of this clone is cut off (git fetch --unshallow): works deleted before it are not looked for"
_NOT_LOOKED_AT = "not at other works and their links to these, nor at the authority files and what was removed"


def main() -> None:
    """Entry point of the console script."""
    prepare_output()
    cli(prog_name="converter")


def _progress(items: Iterable[Any], total: int, label: str) -> Iterator[Any]:
    """A bar on standard error while work goes on; nothing where nobody looks."""
    with click.progressbar(items, length=total, label=label, file=sys.stderr, hidden=total < 2) as bar:
        yield from bar


def _project(start: Path) -> Project:
    try:
        return find_project(start)
    except NotAProjectError as error:
        raise click.UsageError(str(error)) from error


def _report(diagnostics: Iterable[Diagnostic], form: str = "text", *, to_stderr: bool = True) -> None:
    found = list(diagnostics)
    text = report.FORMATS[form](found)
    if text:
        click.echo(text, err=to_stderr)


def _exit_on_errors(diagnostics: Iterable[Diagnostic]) -> None:
    if report.has_errors(diagnostics):
        sys.exit(EXIT_FOUND_ERRORS)


def _say_aside(aside: Iterable[Diagnostic]) -> None:
    if said := report.set_aside(aside):
        click.echo(said)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
@click.option(
    "--project",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder, or one inside it.  [default: here]",
)
@click.pass_context
def cli(context: click.Context, folder: Path) -> None:
    """Turn official texts of resolutions into an annotated, searchable site that also works offline."""
    context.obj = folder


@cli.command()
@click.option("--clean", is_flag=True, help="Start from nothing: believe no file that an earlier build made.")
@click.option("--strict", is_flag=True, help="Exit with 1 if an error is neither mended nor accepted.")
@click.pass_obj
def build(folder: Path, clean: bool, strict: bool) -> None:
    """Convert all sources, build the site and its search index into site/; exit with 0 when the site stands."""
    from converter.site.engine import build as build_site  # noqa: PLC0415 - MkDocs takes a second to import

    project = _project(folder)
    built = build_site(project, _progress, clean=clean)
    _report(built.diagnostics)
    click.echo(f"{_done(built)}; {report.summary(built.diagnostics)}; open site/index.html")
    _say_aside(built.aside)
    if strict:
        _exit_on_errors(built.diagnostics)


@cli.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port on this machine.")
@click.pass_obj
def serve(folder: Path, port: int) -> None:
    """Serve the site on this machine and rebuild it when a source changes."""
    from mkdocs.commands.serve import serve as mkdocs_serve  # noqa: PLC0415

    project = _project(folder)
    _claim_port(port)
    mkdocs_serve(str(project.root / "mkdocs.yml"), dev_addr=f"{_HOST}:{port}")


def _claim_port(port: int) -> None:
    """Fail before the site is built, not after it, when a port cannot be had."""
    with socket.socket() as asked:
        asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does
        try:
            asked.bind((_HOST, port))
        except PermissionError as error:
            raise Failure(f"port {port} is not for everyone: choose another with --port, e.g. 8000") from error
        except OSError as error:
            raise Failure(f"port {port} cannot be had ({error.strerror}): choose another with --port") from error


def _explain_code(context: click.Context, _: click.Parameter, code: str | None) -> None:
    """Print what a finding's code says, before anything is read."""
    if code is None:
        return
    try:
        click.echo(codes.explain(code))
    except codes.UnknownCodeError as error:
        raise click.BadParameter(str(error)) from error
    context.exit()


@cli.command()
@click.argument("works", nargs=-1, metavar="[WORK]...")
@click.option("--format", "form", type=click.Choice(sorted(report.FORMATS)), default="text", show_default=True)
@click.option(
    "--explain",
    metavar="CODE",
    is_eager=True,
    expose_value=False,
    callback=_explain_code,
    help="Say what CODE means, and end.",
)
@click.pass_obj
def check(folder: Path, works: tuple[str, ...], form: str) -> None:
    """Check every source, sidecar, authority file and page; exit with 1 if an error is neither mended nor accepted.

    With names of WORKs, only those and their pages.
    """
    from converter.check import check as check_all  # noqa: PLC0415 - brings MkDocs' configuration along
    from converter.deleted import is_shallow  # noqa: PLC0415
    from converter.upkeep.works import UnknownWorkError, works_named  # noqa: PLC0415

    project = _project(folder)
    try:
        only = frozenset(one.work for one in works_named(project, works))
    except UnknownWorkError as error:
        raise click.UsageError(str(error)) from error
    found = check_all(project, _progress, only)
    _report(found, form, to_stderr=False)
    if not only and is_shallow(project.root):
        click.echo(_CUT_OFF, err=True)
    if only:
        click.echo(f"looked at {', '.join(sorted(only))} only: {_NOT_LOOKED_AT}", err=True)
    if form == "text":
        click.echo(report.summary(found), err=True)
    _exit_on_errors(found)


@cli.command()
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--lang", type=click.Choice(available()), help="The language.  [default: from the file's name, else guessed]"
)
@click.pass_obj
def convert(folder: Path, source: Path, lang: str | None) -> None:
    """Print SOURCE as annotated Markdown."""
    from converter.collect import build_corpus  # noqa: PLC0415
    from converter.convert import page_of, record_of  # noqa: PLC0415
    from converter.languages import load  # noqa: PLC0415
    from converter.write import front, markdown, work  # noqa: PLC0415
    from converter.write.contents import contents  # noqa: PLC0415
    from converter.write.words import Words  # noqa: PLC0415

    one = _given(folder, source, lang)
    expression, sidecar = expression_of(one.given, one.authorities)
    found = _weighed(one, expression)
    language = load(expression.resolution.lang, one.authorities)
    record = record_of(expression, sidecar)
    corpus = build_corpus((record,), one.authorities)
    page = page_of(sidecar, record.lang, expression.resolution.masthead.symbol)
    meta = work.front_matter(record, corpus, Words(language, one.authorities), lambda *_: None)
    whole = meta | {"contents": contents(expression)}
    click.echo(front.page(whole, markdown.body(expression, page)), nl=False)
    _report(found)
    _exit_on_errors(found)


@cli.command()
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--lang", type=click.Choice(available()), help="The language.  [default: from the file's name, else guessed]"
)
@click.option(
    "--why",
    "labels",
    multiple=True,
    metavar="LABEL",
    help="Instead: why a paragraph (op11, op3-a, annex-1), a note (fn-1), masthead, enacting or adoption was read so.",
)
@click.option("--json", "as_json", is_flag=True, help="With --why: as JSON (converter/schemas/why.schema.json).")
@click.pass_obj
def inspect(folder: Path, source: Path, lang: str | None, labels: tuple[str, ...], *, as_json: bool) -> None:
    """Print what was understood of SOURCE, as JSON (see converter/schemas/inspect.schema.json).

    With --why, print for each LABEL where the piece of the text begins and ends and on what evidence, what its label
    may mean, which recogniser made each mark by which line of the language's data, and what was not taken and why.
    """
    from converter.write.inspect import inspect as inspect_expression  # noqa: PLC0415

    if as_json and not labels:
        raise click.UsageError("--json goes with --why; without it, inspect prints JSON anyway")
    one = _given(folder, source, lang)
    if labels:
        _report(one.findings)
        _explain(one, labels, as_json=as_json)
        return
    expression, sidecar = expression_of(one.given, one.authorities)
    expression = replace(expression, diagnostics=_weighed(one, expression))
    click.echo(json.dumps(inspect_expression(expression, sidecar), ensure_ascii=False, indent=2))
    _exit_on_errors(expression.diagnostics)


def _explain(one: OneFile, labels: tuple[str, ...], *, as_json: bool) -> None:
    """Print why pieces of a text were read as they were."""
    from converter.convert import express, understand  # noqa: PLC0415
    from converter.why import UnknownLabelError, explain, named  # noqa: PLC0415
    from converter.write import why  # noqa: PLC0415

    given = one.given
    understood = understand(given, one.authorities)
    expression = express(understood, given, one.authorities)
    try:
        pieces = [piece for label in labels for piece in named(label, expression.resolution)]
    except UnknownLabelError as error:
        refused = [one for one in expression.diagnostics if one.code == expression.aside]
        _report(refused)
        raise click.UsageError(f"{given.path}: {error}") from error
    answers = explain(pieces, understood, expression.diagnostics, one.project.authorities)
    if as_json:
        click.echo(json.dumps(why.as_data(given.path, given.lang, answers), ensure_ascii=False, indent=2))
    else:
        click.echo(why.as_text(given.path, answers))


@cli.command()
@click.option("--out", type=click.Path(path_type=Path), help="The zip to write.  [default: dist/resolution-docs.zip]")
@click.option("--strict", is_flag=True, help="Exit with 1 if an error is neither mended nor accepted.")
@click.pass_obj
def bundle(folder: Path, out: Path | None, strict: bool) -> None:
    """Build the site and write it as one zip that works without a network, with its checksum."""
    from converter.site.bundle import BundleError, write_bundle  # noqa: PLC0415
    from converter.site.engine import build as build_site  # noqa: PLC0415

    project = _project(folder)
    built = build_site(project, _progress)
    _report(built.diagnostics)
    try:
        written = write_bundle(project.site, out or project.root / "dist" / "resolution-docs.zip")
    except BundleError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{shown(str(written))} and its checksum {shown(written.name)}.sha256")
    _say_aside(built.aside)
    if strict:
        _exit_on_errors(built.diagnostics)


@cli.command()
@click.pass_obj
def policy(folder: Path) -> None:
    """Print the Content-Security-Policy that a host can set for the site that was built last."""
    from converter.site.policy import policy as policy_of  # noqa: PLC0415
    from converter.site.policy import read_hashes  # noqa: PLC0415 - brings MkDocs along

    hashes = read_hashes(_project(folder).policy)
    if hashes is None:
        raise click.ClickException("nothing was built yet: `converter build` first")
    click.echo(policy_of(hashes))


@cli.command()
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

    project = _project(folder)
    try:
        outcome = take_in(
            project, files, name, lang, accept_changes=accept_changes, dry_run=dry_run, progress=_progress
        )
    except CannotTakeError as error:
        raise click.ClickException(str(error)) from error
    if outcome.refused:
        raise click.ClickException(outcome.refused)
    for line in outcome.said:
        click.echo(line)
    _report(outcome.diagnostics)
    if not outcome.done:
        sys.exit(EXIT_FOUND_ERRORS)


@cli.command()
@click.argument("work")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--symbol", help="The symbol of the adopted text, where it prints none.")
@click.option("--lang", type=click.Choice(available()), help="The language.  [default: guessed]")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.pass_obj
def adopt(folder: Path, work: str, file: Path, symbol: str | None, lang: str | None, dry_run: bool) -> None:
    """Take in FILE, the text that the draft WORK was adopted as: both stay, and each leads to the other."""
    from converter.upkeep import moves  # noqa: PLC0415

    _move(lambda: moves.adopt(_project(folder), work, file, symbol, lang, dry_run=dry_run))


@cli.command()
@click.argument("work")
@click.argument("name")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.pass_obj
def rename(folder: Path, work: str, name: str, dry_run: bool) -> None:
    """Give the folder of WORK another NAME; its old address leads on."""
    from converter.upkeep import moves  # noqa: PLC0415

    _move(lambda: moves.rename(_project(folder), work, name, dry_run=dry_run))


@cli.command()
@click.argument("work")
@click.option("--reason", help="Why, for the reader of the page that says what stood there.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.pass_obj
def remove(folder: Path, work: str, reason: str | None, dry_run: bool) -> None:
    """Remove WORK; a page at each of its addresses says what stood there."""
    from converter.upkeep import moves  # noqa: PLC0415

    _move(lambda: moves.remove(_project(folder), work, reason, dry_run=dry_run))


def _move(done: Callable[[], list[str]]) -> None:
    """Do it and say what was done, or in one line what is in the way."""
    from converter.upkeep.moves import ERRORS  # noqa: PLC0415

    try:
        said = done()
    except ERRORS as error:
        raise click.ClickException(str(error)) from error
    for line in said:
        click.echo(line)


@cli.command()
@click.option("--works", default=40, show_default=True, type=click.IntRange(1), help="How many works.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="The folder.  [default: build/demo]")
@click.option("--no-build", is_flag=True, help="Only write the project, do not build its site.")
@click.pass_obj
def demo(folder: Path, works: int, out: Path | None, no_build: bool) -> None:
    """Make a project of invented works and build its site: what the site does with more than a few texts."""
    from converter.demo import NotOursError, write_project  # noqa: PLC0415
    from converter.site.engine import build as build_site  # noqa: PLC0415

    project = _project(folder)
    try:
        made = write_project(project, out or project.build / DEMO, works)
    except NotOursError as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"{works} invented works in {typed(made.root)}")
    if no_build:
        return
    built = build_site(made, _progress)
    _report(built.diagnostics)
    click.echo(f"{_done(built)}; open {typed(made.site)}/index.html")
    _exit_on_errors(built.diagnostics)  # what is invented has none


def _done(built: Built) -> str:
    """What a build did, in words."""
    return f"{built.made} of {built.pages} pages made" if built.fresh else f"nothing changed in {built.pages} pages"


def _given(folder: Path, source: Path, lang: str | None) -> OneFile:
    """The file that a command is told to read; says on standard error what was guessed."""
    from converter.one_file import CannotTellError, take  # noqa: PLC0415 - brings every reader along

    try:
        one = take(source, lang, folder if folder != Path() else None)
    except (CannotTellError, NotAProjectError) as error:
        raise click.UsageError(str(error)) from error
    if one.is_guessed:
        click.echo(f"language: {one.given.lang} (guessed: change it with --lang)", err=True)
    return one


def _weighed(one: OneFile, expression: Expression) -> tuple[Diagnostic, ...]:
    """What was found around a file and in it, with what its sidecar accepts marked."""
    return (*one.findings, *marked(expression.diagnostics, one.given.sidecar.accepted))
