"""Building the site: stage, run MkDocs over what changed, index. Nothing is done twice."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from converter.batch import Progress, no_progress
from converter.cache import code_fingerprint, digest, fingerprint
from converter.model import Diagnostic, Severity
from converter.pipeline import Staged, stage
from converter.project import Project

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_ENGINE = ("mkdocs", "mkdocs-material", "Markdown", "pagefind")  # a new version of one may change every page


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: whether anything was to do, how many pages it made, every finding, why a text is set aside."""

    fresh: bool
    made: int
    pages: int
    diagnostics: tuple[Diagnostic, ...]
    aside: tuple[Diagnostic, ...] = ()


def build(project: Project, progress: Progress = no_progress, *, clean: bool = False) -> Built:
    """Bring `site/` up to date. With `clean`, everything is made again."""
    state_path = project.build / "site.json"
    before = {} if clean else _read(state_path)
    templates = _templates(project)
    inputs = digest(templates.encode(), _contents(project).encode())
    if before.get("inputs") == inputs and (project.site / "index.html").is_file():
        found, aside = (tuple(_diagnostics(before[name])) for name in ("diagnostics", "aside"))
        return Built(False, 0, before["pages"], found, aside)
    staged = stage(project, progress)
    languages = list(staged.corpus.languages())  # every page leads to every language
    alike = before.get("templates") == templates and before.get("languages") == languages
    incremental = alike and (project.site / "index.html").is_file()
    state_path.unlink(missing_ok=True)  # a build that breaks off leaves no claim behind
    if incremental:
        _take_away(project, staged)
    run_mkdocs(project, staged, dirty=incremental)
    state = {
        "templates": templates,
        "inputs": inputs,
        "languages": languages,
        "pages": len(staged.pages),
        "diagnostics": [asdict(diagnostic) for diagnostic in staged.diagnostics],
        "aside": [asdict(diagnostic) for diagnostic in staged.aside],
    }
    state_path.write_text(json.dumps(state, ensure_ascii=False, indent=0), encoding="utf-8")
    made = sum(path in staged.pages for path in staged.changed) if incremental else len(staged.pages)
    return Built(True, made, len(staged.pages), staged.diagnostics, staged.aside)


def load_mkdocs_config(project: Project, **overrides: Any) -> MkDocsConfig:
    """The site's own configuration, as MkDocs reads it."""
    from mkdocs.config import load_config  # noqa: PLC0415 - a second of imports that other commands do not need

    return load_config(str(project.root / "mkdocs.yml"), **overrides)


def run_mkdocs(project: Project, staged: Staged, *, dirty: bool) -> None:
    """Run MkDocs over the staged pages; `dirty` renders only those that are newer than the site's."""
    from mkdocs.commands.build import build as mkdocs_build  # noqa: PLC0415

    for name in ("mkdocs.commands.build", "mkdocs.structure.files"):
        logging.getLogger(name).addFilter(_is_news)
    config = load_mkdocs_config(project)
    plugin: Any = config.plugins["resolutions"]
    plugin.staged = staged
    config.plugins.on_startup(command="build", dirty=dirty)
    mkdocs_build(config, dirty=dirty)
    config.plugins.on_shutdown()


def _is_news(record: logging.LogRecord) -> bool:
    # MkDocs cannot know that our incremental builds are sound: every cross-page fact is in the page's Markdown.
    return "'dirty' build" not in record.getMessage()


def _templates(project: Project) -> str:
    """A hash of everything that goes into every page: code, templates, configuration, the engine's versions."""
    overrides = [path for path in (project.root / "overrides").rglob("*") if path.is_file()]
    docs = sorted(path.relative_to(project.root).as_posix() for path in (project.root / "docs").rglob("*"))
    return digest(
        code_fingerprint().encode(),
        fingerprint([*overrides, project.root / "mkdocs.yml"], project.root).encode(),
        "\n".join(docs).encode(),
        " ".join(f"{name} {version(name)}" for name in _ENGINE).encode(),
        os.environ.get("SITE_URL", "").encode(),
    )


def _contents(project: Project) -> str:
    folders = (project.sources, project.authorities, project.root / "docs")
    files = [path for folder in folders for path in folder.rglob("*") if path.is_symlink() or path.is_file()]
    return fingerprint(files, project.root)


def _take_away(project: Project, staged: Staged) -> None:
    """Remove from the site what is staged no longer, and the folders that this leaves empty."""
    for path in staged.removed:
        output = project.site / (f"{path.removesuffix('.md')}/index.html" if path.endswith(".md") else path)
        output.unlink(missing_ok=True)
        for folder in output.parents:
            if folder == project.site or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()


def _read(path: Path) -> dict[str, Any]:
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}


def _diagnostics(rows: list[dict[str, Any]]) -> Iterator[Diagnostic]:
    for row in rows:
        yield Diagnostic(**{**row, "severity": Severity(row["severity"])})
