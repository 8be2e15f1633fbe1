"""Where things lie: the project's folders, the works and their files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from converter.addresses import is_work_name, slug
from converter.formats import FORMATS, MAX_BYTES, ending_of, why_unread
from converter.language_files import available
from converter.model import Diagnostic
from converter.printable import is_utf_8, shown

SIDECAR = "work.yml"
DEMO = "demo"  # the folder below build/ that the invented project is written to
REMOVED = "removed.yml"
_YAML = (".yml", ".yaml")


class NotAProjectError(Exception):
    """No folder above the given one holds `mkdocs.yml` and `authorities/`."""


@dataclass(frozen=True, slots=True)
class Project:
    """A checkout: everything is found from its root."""

    root: Path

    @property
    def sources(self) -> Path:
        """The official texts, one folder per work."""
        return self.root / "sources"

    @property
    def authorities(self) -> Path:
        """The curated facts."""
        return self.root / "authorities"

    @property
    def build(self) -> Path:
        """What is made on the way and may be deleted at any time."""
        return self.root / "build"

    @property
    def pages(self) -> Path:
        """The staged pages that MkDocs reads beside docs/."""
        return self.build / "pages"

    @property
    def files(self) -> Path:
        """The staged files that go to the site as they are."""
        return self.build / "files"

    @property
    def policy(self) -> Path:
        """What the theme has inline, for the policy that a host can set."""
        return self.build / "policy.json"

    @property
    def site(self) -> Path:
        """The finished site."""
        return self.root / "site"

    @property
    def site_url(self) -> str:
        """Where the site is published, with a slash at its end; empty when the environment does not say."""
        url = os.environ.get("SITE_URL", "")
        return f"{url.rstrip('/')}/" if url else ""

    def relative(self, path: Path) -> str:
        """A path as diagnostics name it: from the root, with forward slashes; elsewhere only its name."""
        try:
            own = path.parent.resolve() / path.name  # of a link its own name, not that of what it leads to
            return shown(own.relative_to(_real(self.root)).as_posix())
        except ValueError:
            return shown(path.name)


@lru_cache(maxsize=1)
def _real(root: Path) -> Path:
    """The root of a project without links on the way to it: it is asked for each of its files."""
    return root.resolve()


def find_project(start: Path) -> Project:
    """The project that `start` lies in. Raises NotAProjectError when there is none, or when a part of it is a link."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / "mkdocs.yml").is_file() and (folder / "authorities").is_dir():
            linked = next(_links(folder), None)
            if linked is not None:
                said = "is a link, and nothing is read or written through it: put there what it leads to"
                raise NotAProjectError(f"{linked} {said}")
            return Project(folder)
    where = shown(str(start))
    raise NotAProjectError(f"{where} lies in no project: no folder above it has mkdocs.yml and authorities/")


def _links(root: Path) -> Iterator[str]:
    """What may not be a link: folders that are read or written, and every file whose words go to the site as they are.

    A link under sources/ or authorities/ is a finding of its own: the rest is built.
    """
    folders = ("sources", "authorities", "docs", "overrides", "build", "site")
    for path in (*(root / name for name in folders), *sorted((root / "build").glob("*")), root / "mkdocs.yml"):
        if path.is_symlink():
            yield shown(path.relative_to(root).as_posix())
    for name in ("docs", "overrides"):
        for path in sorted((root / name).rglob("*")):
            if path.is_symlink():
                yield shown(path.relative_to(root).as_posix())


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One official text: its language and where it lies."""

    work: str
    lang: str
    path: Path


@dataclass(frozen=True, slots=True)
class WorkFiles:
    """The files of one work."""

    work: str
    sidecar: Path | None
    sources: tuple[SourceFile, ...]


def scan(project: Project) -> tuple[tuple[WorkFiles, ...], tuple[Diagnostic, ...]]:
    """Every work under `sources/`, sorted by name, and findings about names that do not fit."""
    works: list[WorkFiles] = []
    findings: list[Diagnostic] = []
    folders = sorted(project.sources.iterdir()) if project.sources.is_dir() else []
    for folder in folders:
        if folder.name.startswith(".") or (folder.name == REMOVED and folder.is_file() and not folder.is_symlink()):
            continue
        if not folder.is_dir() or folder.is_symlink() or not is_work_name(folder.name):
            findings.append(_name_finding(project, folder, folder.is_dir()))
            continue
        sources, more = _sources(project, folder)
        sidecar, refused = sidecar_in(project, folder)
        findings += [*more, *refused]
        works.append(WorkFiles(folder.name, sidecar, sources))
    return tuple(works), tuple(findings)


def sidecar_in(project: Project, folder: Path) -> tuple[Path | None, tuple[Diagnostic, ...]]:
    """The sidecar of a folder, None without one; one that is a link, or no file, is a finding and is not opened."""
    path = folder / SIDECAR
    if path.is_file() and not path.is_symlink():
        return path, ()
    if not path.is_symlink() and not path.exists():
        return None, ()
    message = f"{SIDECAR} is {'a link' if path.is_symlink() else 'no regular file'}, and is not read"
    finding = ("sidecar-file", message, "put the file itself there")
    return None, (Diagnostic(project.relative(path), 0, 0, *finding),)


def odd_names(project: Project) -> Iterator[Diagnostic]:
    """Findings about files beside `sources/` whose names are no UTF-8: they can have no address, and are left out."""
    for folder in (project.authorities, project.root / "docs", project.root / "overrides"):
        for path in sorted(folder.rglob("*")):
            if not is_utf_8(path.name):
                what = f"the name {shown(path.name)} is not UTF-8"
                hint = "rename it, with letters, digits and hyphens; until then it is left out"
                yield Diagnostic(project.relative(path), 0, 0, "file-name", what, hint)


def _name_finding(project: Project, path: Path, is_folder: bool) -> Diagnostic:
    if is_folder:
        what = f"{path.name!r} cannot name a work"
        better = slug(path.name)
        given = f"name it {better}" if is_work_name(better) else "e.g. sources/hrc-51-technical-cooperation/"
        hint = f"a work is a folder named with small letters, digits and hyphens: {given}"
    else:
        what = f"{path.name!r} does not belong directly under sources/"
        hint = "a work is a folder: `converter new FILE` makes it, with the file itself in it; then this one can go"
    return Diagnostic(project.relative(path), 0, 0, "work-name", what, hint)


def _sources(project: Project, folder: Path) -> tuple[tuple[SourceFile, ...], list[Diagnostic]]:
    sources: dict[str, SourceFile] = {}
    findings: list[Diagnostic] = []
    for path in sorted(folder.iterdir()):
        if path.name == SIDECAR or path.name.startswith("."):
            continue
        problem = _source_problem(path, sources)
        if problem is None:
            sources[path.stem] = SourceFile(folder.name, path.stem, path)
        else:
            findings.append(Diagnostic(project.relative(path), 0, 0, "source-name", *problem))
    if not sources and not findings:
        hint = "put the official file there as <language>.<format>, e.g. zh.docx"
        findings.append(Diagnostic(project.relative(folder), 0, 0, "no-source", "the work has no source", hint))
    return tuple(sources.values()), findings


def _source_problem(path: Path, known: dict[str, SourceFile]) -> tuple[str, str] | None:
    """What is wrong with a file among the sources and what to do, or None."""
    if path.is_symlink() or not path.is_file():
        return f"{path.name!r} is no regular file", "put the file itself there"
    if path.suffix.lower() not in FORMATS:
        return _no_reader(path)
    if path.stem not in available():
        lang = language_in_name(path.name)
        name = f"{lang}{shown(path.suffix.lower())}" if lang else "<language>.<format>, e.g. zh.txt"
        return f"{path.stem!r} is no language with a data file", f"name it {name}; languages: {', '.join(available())}"
    if path.stem in known:
        read = known[path.stem].path.name
        return f"there are two sources in {path.stem}, and {read} is read", "keep the one that the UN published first"
    return None


def _no_reader(path: Path) -> tuple[str, str]:
    """What is wrong with a file whose name's ending is that of no format that is read, and what to do."""
    ending = path.suffix.lower()
    if ending in _YAML:
        return f"{shown(path.name)} is read by nobody: the sidecar of a work is called {SIDECAR}", f"name it {SIDECAR}"
    what = f"no reader for {shown(path.suffix) or 'a name without an ending'}"
    own = _told(path)
    if own in FORMATS:
        return f"{what}, but what is in the file is {own[1:].upper()}", f"name it {shown(path.stem)}{own}"
    return what, why_unread(own)


def language_in_name(name: str) -> str | None:
    """The language that a file's name gives (`zh.txt`, `lamps.fr.docx`, `A_RES_73_3-EN.pdf`), or None."""
    stem = name.rpartition(".")[0].lower()
    parts = [*stem.split("."), re.split("[-_ ]", stem)[-1]]
    return next((part for part in reversed(parts) if part in available()), None)


def _told(path: Path) -> str:
    """The ending that a file should have, by its bytes; the one of its name where they do not tell or are too many."""
    said = path.suffix.lower()
    return ending_of(path.read_bytes(), said) if path.stat().st_size <= MAX_BYTES else said


def languages_of(works: tuple[WorkFiles, ...]) -> Iterator[str]:
    """The languages that the sources are in, sorted, each once."""
    yield from sorted({source.lang for work in works for source in work.sources})
