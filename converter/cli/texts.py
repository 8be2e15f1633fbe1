"""The commands that say what texts are: check all of them, convert or inspect one."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from converter import codes, report
from converter.cli.told import exit_on_errors, print_report, progress, project_of
from converter.language_files import available
from converter.model import Diagnostic, Expression, Sidecar
from converter.project import NotAProjectError

if TYPE_CHECKING:
    from converter.one_file import OneFile

_CUT_OFF = "the history of this clone is cut off (git fetch --unshallow): works deleted before it are not looked for"
_NOT_LOOKED_AT = "not at other works and their links to these, nor at the authority files and what was removed"


def _explain_code(context: click.Context, _: click.Parameter, code: str | None) -> None:
    """Print what a finding's code says, before anything is read."""
    if code is None:
        return
    try:
        click.echo(codes.explain(code))
    except codes.UnknownCodeError as error:
        raise click.BadParameter(str(error)) from error
    context.exit()


@click.command()
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

    project = project_of(folder)
    try:
        only = frozenset(one.work for one in works_named(project, works))
    except UnknownWorkError as error:
        raise click.UsageError(str(error)) from error
    found = check_all(project, progress, only)
    print_report(found, form, to_stderr=False)
    if not only and is_shallow(project.root):
        click.echo(_CUT_OFF, err=True)
    if only:
        click.echo(f"looked at {', '.join(sorted(only))} only: {_NOT_LOOKED_AT}", err=True)
    if form == "text":
        click.echo(report.summary(found), err=True)
    exit_on_errors(found)


@click.command()
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
    expression, sidecar = _read(one)
    found = _weighed(one, expression)
    language = load(expression.resolution.lang, one.authorities)
    record = record_of(expression, sidecar)
    corpus = build_corpus((record,), one.authorities)
    page = page_of(sidecar, record.lang, expression.resolution.masthead.symbol)
    meta = work.front_matter(record, corpus, Words(language, one.authorities), lambda *_: None)
    whole = meta | {"contents": contents(expression)}
    click.echo(front.page(whole, markdown.body(expression, page)), nl=False)
    print_report(found)
    exit_on_errors(found)


@click.command()
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
        print_report(one.findings)
        _explain(one, labels, as_json=as_json)
        return
    expression, sidecar = _read(one)
    expression = replace(expression, diagnostics=_weighed(one, expression))
    click.echo(json.dumps(inspect_expression(expression, sidecar), ensure_ascii=False, indent=2))
    exit_on_errors(expression.diagnostics)


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
        print_report(refused)
        raise click.UsageError(f"{given.path}: {error}") from error
    answers = explain(pieces, understood, expression.diagnostics, one.project.authorities)
    if as_json:
        click.echo(json.dumps(why.as_data(given.path, given.lang, answers), ensure_ascii=False, indent=2))
    else:
        click.echo(why.as_text(given.path, answers))


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


def _read(one: OneFile) -> tuple[Expression, Sidecar]:
    """A file as it is read, and the sidecar that it is read with."""
    from converter.batch import expression_of  # noqa: PLC0415 - a build in which nothing changed imports no such thing

    return expression_of(one.given, one.authorities)


def _weighed(one: OneFile, expression: Expression) -> tuple[Diagnostic, ...]:
    """What was found around a file and in it, with what its sidecar accepts marked."""
    from converter.acceptance import marked  # noqa: PLC0415 - a build in which nothing changed imports no such thing

    return (*one.findings, *marked(expression.diagnostics, one.given.sidecar.accepted))
