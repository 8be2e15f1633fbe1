"""The commands that make a site: build, serve, bundle, demo; and the policy that its host can set."""

from __future__ import annotations

import socket
from pathlib import Path

import click

from converter import report
from converter.cli.told import done, exit_on_errors, print_report, progress, project_of, say_aside
from converter.failures import Failure, typed
from converter.printable import shown
from converter.project import DEMO

_HOST = "127.0.0.1"


@click.command()
@click.option("--clean", is_flag=True, help="Start from nothing: believe no file that an earlier build made.")
@click.option("--strict", is_flag=True, help="Exit with 1 if an error is neither mended nor accepted.")
@click.pass_obj
def build(folder: Path, clean: bool, strict: bool) -> None:
    """Convert all sources, build the site and its search index into site/; exit with 0 when the site stands."""
    from converter.site.engine import build as build_site  # noqa: PLC0415 - MkDocs takes a second to import

    project = project_of(folder)
    built = build_site(project, progress, clean=clean)
    print_report(built.diagnostics)
    click.echo(f"{done(built)}; {report.summary(built.diagnostics)}; open site/index.html")
    say_aside(built.aside)
    if strict:
        exit_on_errors(built.diagnostics)


@click.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port on this machine.")
@click.pass_obj
def serve(folder: Path, port: int) -> None:
    """Serve the site on this machine and rebuild it when a source changes."""
    from mkdocs.commands.serve import serve as mkdocs_serve  # noqa: PLC0415

    project = project_of(folder)
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


@click.command()
@click.option("--out", type=click.Path(path_type=Path), help="The zip to write.  [default: dist/resolution-docs.zip]")
@click.option("--strict", is_flag=True, help="Exit with 1 if an error is neither mended nor accepted.")
@click.pass_obj
def bundle(folder: Path, out: Path | None, strict: bool) -> None:
    """Build the site and write it as one zip that works without a network, with its checksum."""
    from converter.site.bundle import BundleError, write_bundle  # noqa: PLC0415
    from converter.site.engine import build as build_site  # noqa: PLC0415

    project = project_of(folder)
    built = build_site(project, progress)
    print_report(built.diagnostics)
    try:
        written = write_bundle(project.site, out or project.root / "dist" / "resolution-docs.zip")
    except BundleError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{shown(str(written))} and its checksum {shown(written.name)}.sha256")
    say_aside(built.aside)
    if strict:
        exit_on_errors(built.diagnostics)


@click.command()
@click.pass_obj
def policy(folder: Path) -> None:
    """Print the Content-Security-Policy that a host can set for the site that was built last."""
    from converter.site.policy import policy as policy_of  # noqa: PLC0415
    from converter.site.policy import read_hashes  # noqa: PLC0415 - brings MkDocs along

    hashes = read_hashes(project_of(folder).policy)
    if hashes is None:
        raise click.ClickException("nothing was built yet: `converter build` first")
    click.echo(policy_of(hashes))


@click.command()
@click.option("--works", default=40, show_default=True, type=click.IntRange(1), help="How many works.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="The folder.  [default: build/demo]")
@click.option("--no-build", is_flag=True, help="Only write the project, do not build its site.")
@click.pass_obj
def demo(folder: Path, works: int, out: Path | None, no_build: bool) -> None:
    """Make a project of invented works and build its site: what the site does with more than a few texts."""
    from converter.demo import NotOursError, write_project  # noqa: PLC0415
    from converter.site.engine import build as build_site  # noqa: PLC0415

    project = project_of(folder)
    try:
        made = write_project(project, out or project.build / DEMO, works)
    except NotOursError as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"{works} invented works in {typed(made.root)}")
    if no_build:
        return
    built = build_site(made, progress)
    print_report(built.diagnostics)
    click.echo(f"{done(built)}; open {typed(made.site)}/index.html")
    exit_on_errors(built.diagnostics)  # what is invented has none
