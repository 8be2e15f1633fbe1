"""Building the site: stage, run MkDocs over what changed, index. Nothing is done twice."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from converter.codes import GAVE_UP
from converter.kept import digest, file_digest, keep, keep_only, kept, last_made, remove
from converter.model import Diagnostic
from converter.project import DEMO, Project
from converter.site.account import account_of
from converter.site.fingerprints import contents, templates

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from converter.batch import Progress
    from converter.pipeline import Staged


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: whether anything was to do, how many pages it made, every finding, why a text is set aside."""

    fresh: bool
    made: int
    pages: int
    diagnostics: tuple[Diagnostic, ...]
    aside: tuple[Diagnostic, ...] = ()


class _State(NamedTuple):
    """What the last build was made from, which account it left, and what it did."""

    inputs: str
    account: str
    built: Built


def build(project: Project, progress: Progress | None = None, *, clean: bool = False) -> Built:
    """Bring `site/` up to date. With `clean`, everything is made again, from nothing."""
    if clean:
        clear(project)
    state_path, account_path = project.build / "site.json", project.build / "outputs.json"
    inputs = digest(templates(project).encode(), contents(project).encode())
    before = kept(state_path, _State)
    alike = before is not None and (before.inputs, before.account) == (inputs, file_digest(account_path))
    if before is not None and alike and _is_whole(project):
        return replace(before.built, fresh=False, made=0)
    from converter.pipeline import stage  # noqa: PLC0415 - where nothing changed, what converts is not imported

    staged = stage(project, progress) if progress else stage(project)
    made = run_mkdocs(project, staged)
    built = Built(True, made, len(staged.pages), staged.diagnostics, staged.aside)
    # Where a limit of this machine decided, it is tried again the next time.
    certain = all(finding.code != GAVE_UP for finding in staged.diagnostics)
    keep(state_path, _State(inputs if certain else "", file_digest(account_path) or "", built))
    return built


def _is_whole(project: Project) -> bool:
    """Whether everything that a build leaves is there: the site, and what `converter policy` prints."""
    return last_made(project.policy, list[str]) is not None and account_of(project, project.site).is_whole()


def clear(project: Project) -> None:
    """Take away everything that was made, but the invented project of `demo` and what is hidden at the site's top."""
    for path in project.build.glob("*"):
        if path.name != DEMO:
            remove(path)
    keep_only(project.site, (), hidden=False)


def load_mkdocs_config(project: Project, **overrides: Any) -> MkDocsConfig:
    """The site's own configuration, as MkDocs reads it."""
    from mkdocs.config import load_config  # noqa: PLC0415 - a second of imports that other commands do not need

    return load_config(str(project.root / "mkdocs.yml"), **overrides)


def run_mkdocs(project: Project, staged: Staged) -> int:
    """Run MkDocs over the pages that are not there yet. Returns how many staged pages it made."""
    from mkdocs.commands.build import build as mkdocs_build  # noqa: PLC0415

    for name in ("mkdocs.commands.build", "mkdocs.structure.files"):
        logging.getLogger(name).addFilter(_is_news)
    config = load_mkdocs_config(project)
    plugin: Any = config.plugins["resolutions"]
    plugin.staged = staged
    config.plugins.on_startup(command="build", dirty=True)  # which asks the plugin of each page whether it is due
    try:
        mkdocs_build(config, dirty=True)
    finally:
        plugin.abandon()
    config.plugins.on_shutdown()
    return int(plugin.made)


def _is_news(record: logging.LogRecord) -> bool:
    """Whether what MkDocs says is to be heard: not that an incremental build is unsound, which ours is not; and not
    what the machine refused, which is said once, by the command line.
    """
    return "'dirty' build" not in record.getMessage() and not isinstance(sys.exc_info()[1], OSError)
