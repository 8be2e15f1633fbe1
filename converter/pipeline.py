"""The whole story on one page: sources and authorities in, staged files out.

    scan → convert each source (cached, in parallel) → corpus → artifacts → build/pages and build/files

Pages are Markdown, which MkDocs renders; files go to the site as they are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from posixpath import splitext

from converter import addresses
from converter.authorities import Authorities, load_authorities
from converter.batch import Progress, convert_all, expression_of, no_progress
from converter.cache import Cache, Converted, digest
from converter.corpus import Corpus, build_corpus
from converter.languages import load
from converter.model import Artifact, Diagnostic, Record, Severity
from converter.project import Project, WorkFiles, scan
from converter.staging import Staging
from converter.write import front, markdown, work
from converter.write.cited import cited_pages
from converter.write.indexes import index_pages
from converter.write.outputs import BODY
from converter.write.redirects import redirect_pages
from converter.write.words import Words

# What makes artifacts of the whole collection, language by language: pages (.md) and files.
WRITERS: tuple[Callable[[Corpus, Words], Iterator[Artifact]], ...] = (cited_pages, index_pages, redirect_pages)


@dataclass(frozen=True, slots=True)
class Staged:
    """The staged pages and files: their paths, what was written or taken away, and every finding."""

    pages: tuple[str, ...]
    files: tuple[str, ...]
    searchable: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    corpus: Corpus

    @property
    def search_urls(self) -> tuple[str, ...]:
        """The addresses of the pages that the search index holds."""
        return tuple(addresses.url(page) for page in self.searchable)


def authorities_of(project: Project) -> tuple[Authorities, tuple[Diagnostic, ...]]:
    """The authority files and what is wrong in them."""
    authorities, problems = load_authorities(project.authorities)
    findings = tuple(
        Diagnostic(p.path, p.line, p.column, "authority", Severity.ERROR, p.message, p.hint) for p in problems
    )
    return authorities, findings


def stage(project: Project, progress: Progress = no_progress) -> Staged:
    """Bring `build/` up to date with the sources. What stays the same keeps its time stamp."""
    works, findings = scan(project)
    authorities, more = authorities_of(project)
    cache = Cache(project.build / "cache")
    converted = convert_all(works, project, cache, progress)
    corpus = build_corpus(tuple(one.record for one in converted.values()), authorities)
    stager = _Stager(project, authorities, cache, works, corpus)
    for lang in corpus.languages():
        stager.stage_language(lang, converted)
    changed, removed = stager.pages.finish()
    _, removed_files = stager.files.finish()
    diagnostics = [*findings, *more, *corpus.diagnostics]
    diagnostics += [finding for one in converted.values() for finding in one.diagnostics]
    return Staged(
        pages=tuple(sorted(stager.pages.paths)),
        files=tuple(sorted(stager.files.paths)),
        searchable=tuple(sorted(stager.searchable)),
        changed=changed,
        removed=(*removed, *removed_files),
        diagnostics=tuple(sorted(set(diagnostics))),
        corpus=corpus,
    )


class _Stager:
    """Puts the pages and files of one language after the other."""

    def __init__(
        self, project: Project, authorities: Authorities, cache: Cache, works: tuple[WorkFiles, ...], corpus: Corpus
    ) -> None:
        self.pages = Staging(project.pages, project.build / "pages.json")
        self.files = Staging(project.files, project.build / "files.json")
        self.searchable: set[str] = set()
        self._project = project
        self._authorities = authorities
        self._cache = cache
        self._works = {one.work: one for one in works}
        self._corpus = corpus

    def stage_language(self, lang: str, converted: dict[str, Converted]) -> None:
        """The works of a language with what stands beside them, then what all of them together give."""
        words = Words(load(lang, self._authorities), self._authorities)
        for record in self._corpus.of(lang):
            self._put_work(record, converted[record.path], words)
        for writer in WRITERS:
            for artifact in writer(self._corpus, words):
                is_page = artifact.path.endswith(".md")
                target = self.pages if is_page else self.files
                target.put(artifact.path, digest(artifact.content.encode()), lambda one=artifact: one.content)  # type: ignore[misc]
        cited = {addresses.symbol_page(lang, symbol) for cited, symbol in self._corpus.cited if cited == lang}
        self.searchable |= {page for page in cited if page in self.pages.paths}

    def _put_work(self, record: Record, one: Converted, words: Words) -> None:
        page = self._corpus.page(record)
        meta = work.front_matter(record, self._corpus, words)
        outputs = dict(one.outputs)
        made_from = digest(page.encode(), outputs[BODY].encode(), json.dumps(meta, ensure_ascii=False).encode())
        self.pages.put(page, made_from, lambda: front.page(meta, self._body(page, record, one)))
        self.searchable.add(page)
        for name, key in outputs.items():
            if name != BODY:
                self.files.put(f"{splitext(page)[0]}/{name}", key, lambda key=key: self._cache.get(key))  # type: ignore[misc]

    def _body(self, page: str, record: Record, one: Converted) -> str:
        """The Markdown for a page. A work whose symbol another work has too was written for another address."""
        if page == one.page:
            return self._cache.get(dict(one.outputs)[BODY])
        works = self._works[record.work]
        source = next(source for source in works.sources if source.lang == record.lang)
        expression, _ = expression_of(works, source, self._project, self._authorities)
        return markdown.body(expression, page)
