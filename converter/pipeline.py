"""The whole story on one page: sources and authorities in, staged pages out.

    scan → convert each source (cached, in parallel) → corpus → artifacts → build/pages

Disk is touched only here and in `cache`; everything between is pure.
"""

from __future__ import annotations

import json
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from converter import addresses
from converter.authorities import Authorities, load_authorities
from converter.cache import Cache, Converted, code_fingerprint, digest, fingerprint, write_if_changed
from converter.convert import Input, convert, page_of, record_of
from converter.corpus import Corpus, build_corpus
from converter.languages import load
from converter.model import Artifact, Diagnostic, Expression, Severity, Sidecar
from converter.project import Project, SourceFile, WorkFiles, scan
from converter.sidecar import read_sidecar
from converter.write import front, markdown, work
from converter.write.cited import cited_pages
from converter.write.indexes import index_pages
from converter.write.redirects import redirect_pages
from converter.write.words import Words

Progress = Callable[[Iterable[Any], int, str], Iterable[Any]]
_WORTH_A_POOL = 16  # below this many sources, starting processes costs more than it saves

# What makes artifacts of the whole collection, language by language.
WRITERS: tuple[Callable[[Corpus, Words], Iterator[Artifact]], ...] = (
    cited_pages,
    index_pages,
    redirect_pages,
)


def no_progress(items: Iterable[Any], total: int, label: str) -> Iterable[Any]:
    """Show nothing."""
    return items


@dataclass(frozen=True, slots=True)
class Job:
    """One source to convert, as its worker needs it."""

    key: str
    path: str
    lang: str
    work: str
    data: bytes
    sidecar_path: str
    sidecar: bytes


@dataclass(frozen=True, slots=True)
class Staged:
    """The staged pages: their paths, what was written or taken away, and every finding."""

    pages: tuple[str, ...]
    searchable: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    corpus: Corpus

    @property
    def search_urls(self) -> tuple[str, ...]:
        """The addresses of the pages that the search index holds."""
        return tuple(addresses.url(page) for page in self.searchable)


# --- converting -------------------------------------------------------------------------------------------


def authorities_of(project: Project) -> tuple[Authorities, tuple[Diagnostic, ...]]:
    """The authority files and what is wrong in them."""
    authorities, problems = load_authorities(project.authorities)
    findings = tuple(
        Diagnostic(p.path, p.line, p.column, "authority", Severity.ERROR, p.message, p.hint) for p in problems
    )
    return authorities, findings


def expression_of(
    source: SourceFile, works: WorkFiles, project: Project, authorities: Authorities
) -> tuple[Expression, Sidecar]:
    """Convert one source without the cache, for `inspect`, `convert` and `check`."""
    sidecar, _ = _sidecar(works, project)
    given = Input(project.relative(source.path), source.lang, source.path.read_bytes(), sidecar)
    expression = convert(given, authorities)
    return expression, sidecar


def _sidecar(works: WorkFiles, project: Project) -> tuple[Sidecar, tuple[Diagnostic, ...]]:
    if works.sidecar is None:
        return Sidecar(works.work, ""), ()
    text = works.sidecar.read_bytes().decode("utf-8", errors="replace")
    return read_sidecar(text, project.relative(works.sidecar), works.work)


def _jobs(works: Iterable[WorkFiles], project: Project, salt: str) -> Iterator[Job]:
    for one in works:
        sidecar = one.sidecar.read_bytes() if one.sidecar else b""
        sidecar_path = project.relative(one.sidecar) if one.sidecar else ""
        for source in one.sources:
            data, path = source.path.read_bytes(), project.relative(source.path)
            key = digest(salt.encode(), path.encode(), data, sidecar)
            yield Job(key, path, source.lang, one.work, data, sidecar_path, sidecar)


class _Worker:
    """Converts jobs in a process of its own; set up once per process."""

    authorities: Authorities
    cache: Cache

    @classmethod
    def start(cls, authorities_folder: Path, cache_folder: Path) -> None:
        cls.authorities, _ = load_authorities(authorities_folder)
        cls.cache = Cache(cache_folder)

    @classmethod
    def run(cls, job: Job) -> Converted:
        sidecar = Sidecar(job.work, job.sidecar_path)
        findings: tuple[Diagnostic, ...] = ()
        if job.sidecar_path:
            text = job.sidecar.decode("utf-8", errors="replace")
            sidecar, findings = read_sidecar(text, job.sidecar_path, job.work)
        expression = convert(Input(job.path, job.lang, job.data, sidecar), cls.authorities)
        page = page_of(sidecar, job.lang, expression.resolution.masthead.symbol)
        body = cls.cache.put_body(markdown.body(expression, page))
        return Converted(job.key, record_of(expression, sidecar), page, body, (*findings, *expression.diagnostics))


def _convert_all(jobs: list[Job], project: Project, cache: Cache, progress: Progress) -> dict[str, Converted]:
    known = cache.load()
    fresh = [job for job in jobs if job.path not in known or known[job.path].key != job.key]
    converted = {job.path: known[job.path] for job in jobs if job.path in known and known[job.path].key == job.key}
    setting = (project.authorities, cache.folder)
    if len(fresh) < _WORTH_A_POOL:
        if fresh:
            _Worker.start(*setting)
        results: Iterable[Converted] = map(_Worker.run, fresh)
        converted |= {one.record.path: one for one in progress(results, len(fresh), "converting")}
    else:
        context = multiprocessing.get_context("fork" if hasattr(os, "fork") else "spawn")
        with ProcessPoolExecutor(mp_context=context, initializer=_Worker.start, initargs=setting) as pool:
            results = pool.map(_Worker.run, fresh, chunksize=16)
            converted |= {one.record.path: one for one in progress(results, len(fresh), "converting")}
    in_order = {job.path: converted[job.path] for job in jobs}
    if fresh or known.keys() != in_order.keys():
        cache.save(in_order)
    return in_order


# --- staging ----------------------------------------------------------------------------------------------


def stage(project: Project, progress: Progress = no_progress) -> Staged:
    """Bring `build/pages` up to date with the sources. Pages whose bytes are the same keep their time stamp."""
    works, findings = scan(project)
    authorities, more = authorities_of(project)
    salt = digest(code_fingerprint().encode(), fingerprint(project.authorities.glob("*.yml"), project.root).encode())
    cache = Cache(project.build / "cache")
    converted = _convert_all(list(_jobs(works, project, salt)), project, cache, progress)
    corpus = build_corpus(tuple(one.record for one in converted.values()), authorities)
    pages = _Pages(project)
    searchable: list[str] = []
    for lang in corpus.languages():
        words = Words(load(lang, authorities), authorities)
        for record in corpus.of(lang):
            one = converted[record.path]
            page = corpus.page(record)
            searchable.append(page)
            # A page of a symbol that another work has too was written for another address: write it anew.
            body = one.body if page == one.page else None
            pages.put_work(page, work.front_matter(record, corpus, words), body, one, cache, project, authorities)
        for writer in WRITERS:
            for artifact in writer(corpus, words):
                pages.put(artifact)
        searchable += [
            page
            for (cited_lang, symbol) in corpus.cited
            if cited_lang == lang and (page := f"{lang}/{symbol}.md") in pages.paths
        ]
    changed, removed = pages.finish()
    diagnostics = [*findings, *more, *corpus.diagnostics]
    diagnostics += [finding for one in converted.values() for finding in one.diagnostics]
    return Staged(
        pages=tuple(sorted(pages.paths)),
        searchable=tuple(sorted(set(searchable))),
        changed=changed,
        removed=removed,
        diagnostics=tuple(sorted(set(diagnostics))),
        corpus=corpus,
    )


class _Pages:
    """The staged pages on disk, and the manifest that says what each was made from."""

    def __init__(self, project: Project) -> None:
        self._folder = project.pages
        self._manifest_path = project.build / "pages.json"
        self._before = _read_manifest(self._manifest_path)
        self._after: dict[str, str] = {}
        self._changed: list[str] = []

    @property
    def paths(self) -> set[str]:
        """The paths put so far."""
        return set(self._after)

    def put_work(
        self,
        page: str,
        meta: dict[str, Any],
        body: str | None,
        one: Converted,
        cache: Cache,
        project: Project,
        authorities: Authorities,
    ) -> None:
        """Put a work's page; its front matter is dumped only when something in it changed."""
        made_from = digest(one.body.encode(), page.encode(), json.dumps(meta, ensure_ascii=False).encode())
        if self._before.get(page) == made_from and (self._folder / page).is_file():
            self._after[page] = made_from
            return
        text = cache.body(body) if body else _rewritten(page, one, project, authorities)
        self._write(page, front.page(meta, text), made_from)

    def put(self, artifact: Artifact) -> None:
        """Put a page; the first of two with the same path stays."""
        if artifact.path not in self._after:
            self._write(artifact.path, artifact.content, digest(artifact.content.encode()))

    def _write(self, path: str, content: str, made_from: str) -> None:
        self._after[path] = made_from
        if write_if_changed(self._folder / path, content.encode()):
            self._changed.append(path)

    def finish(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Take away what is no longer made. Returns what changed and what was removed."""
        removed = sorted(set(self._before) - set(self._after))
        for path in removed:
            (self._folder / path).unlink(missing_ok=True)
        manifest = json.dumps(self._after, ensure_ascii=False, sort_keys=True, indent=0)
        write_if_changed(self._manifest_path, manifest.encode())
        return tuple(sorted(self._changed)), tuple(removed)


def _read_manifest(path: Path) -> dict[str, str]:
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}


def _rewritten(page: str, one: Converted, project: Project, authorities: Authorities) -> str:
    """The Markdown of an expression for another page than the one it was converted for."""
    given = Input(
        one.record.path,
        one.record.lang,
        (project.root / one.record.path).read_bytes(),
        Sidecar(one.record.work, ""),
    )
    return markdown.body(convert(given, authorities), page)
