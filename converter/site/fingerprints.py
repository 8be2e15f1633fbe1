"""What a site is made from, as hashes: what goes into every page, and what goes into some."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from converter.cache import code_fingerprint, fingerprint
from converter.kept import digest, files_below
from converter.project import Project

_ENVIRONMENT = re.compile(rb"!ENV\s*(\[[^\]\n]*\]|\S+)")
_VARIABLE = re.compile(rb"\w+")


def templates(project: Project) -> str:
    """A hash of everything that goes into every page: code, templates, libraries, configuration, environment."""
    configuration = "mkdocs.yml"
    return digest(
        code_fingerprint().encode(),
        fingerprint(project.root, [*_below("overrides", project), configuration]).encode(),
        *(os.fsencode(path) for path in sorted(_below("docs", project))),
        *_environment((project.root / configuration).read_bytes()),
    )


def _environment(configuration: bytes) -> Iterator[bytes]:
    """What the environment says where the configuration asks it (`!ENV`); MkDocs is not needed to know that."""
    yield os.environ.get("SITE_URL", "").encode()
    for asked in _ENVIRONMENT.findall(configuration):
        for name in _VARIABLE.findall(asked):
            yield name + b"=" + os.fsencode(os.environ.get(os.fsdecode(name), ""))


def contents(project: Project) -> str:
    """A hash of everything that people write: sources, authority files, pages."""
    folders = ("sources", "authorities", "docs")
    return fingerprint(project.root, (path for folder in folders for path in _below(folder, project)))


def _below(folder: str, project: Project) -> Iterator[str]:
    """The files in a folder of the project, by their paths from its root."""
    return (f"{folder}/{path}" for path in files_below(project.root / folder))
