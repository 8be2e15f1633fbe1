"""What a site is made from, as hashes: what goes into every page, and what goes into some."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from converter.cache import code_fingerprint, fingerprint
from converter.kept import digest
from converter.project import Project

_ENVIRONMENT = re.compile(rb"!ENV\s*(\[[^\]\n]*\]|\S+)")
_VARIABLE = re.compile(rb"\w+")


def templates(project: Project) -> str:
    """A hash of everything that goes into every page: code, templates, libraries, configuration, environment."""
    configuration = project.root / "mkdocs.yml"
    overrides = [path for path in (project.root / "overrides").rglob("*") if path.is_file()]
    docs = sorted((project.root / "docs").rglob("*"))
    return digest(
        code_fingerprint().encode(),
        fingerprint([*overrides, configuration], project.root).encode(),
        *(os.fsencode(path.relative_to(project.root)) for path in docs),
        *_environment(configuration.read_bytes()),
    )


def _environment(configuration: bytes) -> Iterator[bytes]:
    """What the environment says where the configuration asks it (`!ENV`); MkDocs is not needed to know that."""
    yield os.environ.get("SITE_URL", "").encode()
    for asked in _ENVIRONMENT.findall(configuration):
        for name in _VARIABLE.findall(asked):
            yield name + b"=" + os.fsencode(os.environ.get(os.fsdecode(name), ""))


def contents(project: Project) -> str:
    """A hash of everything that people write: sources, authority files, pages."""
    folders = (project.sources, project.authorities, project.root / "docs")
    files = [path for folder in folders for path in folder.rglob("*") if path.is_symlink() or path.is_file()]
    return fingerprint(files, project.root)
