"""The command line: arguments, exit codes and everything that is printed. The only room that prints."""

from __future__ import annotations

from pathlib import Path

import click

from converter import __version__
from converter.cli import sites, texts, works
from converter.failures import Commands, prepare_output


def main() -> None:
    """Entry point of the console script."""
    prepare_output()
    cli(prog_name="converter")


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


for _command in (
    *(sites.build, sites.serve, sites.bundle, sites.policy, sites.demo),
    *(texts.check, texts.convert, texts.inspect),
    *(works.new, works.adopt, works.rename, works.remove),
):
    cli.add_command(_command)
