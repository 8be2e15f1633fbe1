"""The whole story on one page: sources and authorities in, staged files out.

    scan → convert each source (cached, in parallel) → corpus → artifacts → build/pages and build/files

Pages are Markdown, which MkDocs renders; files go to the site as they are.
"""

from __future__ import annotations

import json
import posixpath
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache as once
from functools import lru_cache
from posixpath import splitext
from typing import Any

import msgspec

from converter import acts, addresses
from converter.acceptance import accepted, uncertain
from converter.authorities import Authorities, load_authorities
from converter.batch import Progress, beside_of, convert_all, expression_of, input_of, no_progress
from converter.cache import Cache, Converted, LostOutputError
from converter.collect import build_corpus, remember
from converter.corpus import Corpus
from converter.deleted import note_works
from converter.facets import Facts
from converter.kept import digest
from converter.languages import load
from converter.lint.expressions import disagreements
from converter.mandates import entries_of
from converter.model import Act, Artifact, Deferred, Diagnostic, Record, Severity, ToBe
from converter.project import REMOVED, Project, WorkFiles, odd_names, scan
from converter.removed import again, removed_works
from converter.staging import Staging
from converter.steps import Steps
from converter.write import bibliography, column, front, landing, markdown, parallel, work
from converter.write.alone import aside_page
from converter.write.contents import CONTENTS
from converter.write.data import manifest
from converter.write.doubts import misprints
from converter.write.ledger.where import page_of
from converter.write.outputs import BODY, JOINED, UNPUBLISHED, WHOLE, paragraphs_in
from converter.write.words import Words
from converter.write.writers import WRITERS, Writer

_TEXTS_AT_HAND = 64  # texts of held works kept in memory for previews


@dataclass(frozen=True, slots=True)
class Staged:
    """The staged pages and files: their paths, what was written or taken away, and every finding."""

    pages: tuple[str, ...]
    files: tuple[str, ...]
    searchable: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    aside: tuple[Diagnostic, ...]  # why a text is not shown, one for each that is not
    corpus: Corpus
    digests: Mapping[str, str]  # of the bytes of every page and file

    @property
    def search_urls(self) -> tuple[str, ...]:
        """The addresses of the pages that the search index holds."""
        return tuple(addresses.url(page) for page in self.searchable)


def authorities_of(project: Project) -> tuple[Authorities, tuple[Diagnostic, ...]]:
    """The authority files and what is wrong in them."""
    authorities, problems = load_authorities(project.authorities)
    findings = tuple(Diagnostic(p.path, p.line, p.column, "authority", p.message, p.hint) for p in problems)
    return authorities, findings


def stage(project: Project, progress: Progress = no_progress) -> Staged:
    """Bring `build/` up to date with the sources. What stays the same is not written."""
    try:
        return _stage(project, Cache(project.build / "cache"), progress)
    except LostOutputError:  # what cannot be read is made again
        return _stage(project, Cache(project.build / "cache", thorough=True), progress)


def _stage(project: Project, cache: Cache, progress: Progress) -> Staged:
    works, findings = scan(project)
    authorities, more = authorities_of(project)
    converted = convert_all(works, project, authorities, cache, progress)
    corpus = build_corpus(tuple(one.record for one in converted.values()), authorities)
    corpus.site_url = project.site_url
    corpus.acts_of = lambda record: _acts_of(converted[record.path], cache)
    gone, wrong = removed_works(project)
    remember(corpus, gone)
    wrong = (*wrong, *again(gone, (one.work for one in works), project.relative(project.sources / REMOVED)))
    shown = (record for record in corpus.records if not record.aside)
    diagnostics = [*findings, *odd_names(project), *more, *wrong, *corpus.diagnostics, *disagreements(shown)]
    diagnostics += [finding for one in converted.values() for finding in one.diagnostics]
    weighed = tuple(sorted(set(accepted(diagnostics, corpus.records))))
    stager = _Stager(project, authorities, cache, works, converted, corpus, weighed)
    for lang in corpus.languages():
        stager.stage_language(lang)
    for one in works:
        stager.stage_parallel(one.work)
    note_works(project, (one.work for one in works))
    stager.steps.finish()
    changed, removed = stager.pages.finish()
    _, removed_files = stager.files.finish()
    return Staged(
        pages=tuple(sorted(stager.pages.paths)),
        files=tuple(sorted(stager.files.paths)),
        searchable=tuple(sorted(stager.searchable)),
        changed=changed,
        removed=(*removed, *removed_files),
        diagnostics=weighed,
        aside=tuple(_aside(weighed, corpus)),
        corpus=corpus,
        digests=stager.pages.digests | stager.files.digests,
    )


def _acts_of(one: Converted, cache: Cache) -> tuple[Act, ...]:
    """What the paragraphs of a text do, as it was kept when the text was converted."""
    return () if one.record.aside else acts.read(cache.get(dict(one.outputs)[acts.ACTS]))


def _aside(findings: tuple[Diagnostic, ...], corpus: Corpus) -> Iterator[Diagnostic]:
    """The finding for which each text that is set aside is not shown."""
    why = {(record.path, record.aside) for record in corpus.records if record.aside}
    for one in findings:
        if one.severity is Severity.ERROR and (one.path, one.code) in why:
            why.discard((one.path, one.code))
            yield one


class _Stager:
    """Puts the pages and files of one language after the other."""

    def __init__(
        self,
        project: Project,
        authorities: Authorities,
        cache: Cache,
        works: tuple[WorkFiles, ...],
        converted: dict[str, Converted],
        corpus: Corpus,
        findings: tuple[Diagnostic, ...],
    ) -> None:
        self.pages = Staging(project.pages, project.build / "pages.json")
        self.files = Staging(project.files, project.build / "files.json")
        self.steps = Steps(project.build / "steps.json", self.pages, self.files)
        self.searchable: set[str] = set()
        of_each = (one.facts for one in converted.values())
        self._facts = Facts(of_each, beside_of(project), corpus.site_url, corpus.removed)
        self._project = project
        self._authorities = authorities
        self._cache = cache
        self._works = {one.work: one for one in works}
        self._corpus = corpus
        self._converted = converted
        self._findings: defaultdict[str, list[Diagnostic]] = defaultdict(list)
        for one in findings:
            self._findings[posixpath.dirname(one.path)].append(one)
        self._texts = lru_cache(maxsize=_TEXTS_AT_HAND)(self._read_texts)
        self._words = once(lambda lang: Words(load(lang, authorities), authorities))

    def stage_language(self, lang: str) -> None:
        """The works of a language with what stands beside them, then what all of them together give."""
        words = self._words(lang)
        for record in self._corpus.of(lang):
            if record.aside:
                self._put_aside(record, words)
                continue
            self._take_work(record, self._converted[record.path], words)
        for writer in WRITERS:
            made_from = self._facts.of(writer.reads)
            self.steps.take(f"{lang} {writer.name}", made_from, lambda writer=writer: self._write(writer, words))  # type: ignore[misc]
        self._join_outputs(lang)
        self._put(manifest(self._corpus, words, self._sizes(f"data/{lang}/")))
        cited = {addresses.symbol_page(lang, symbol) for cited, symbol in self._corpus.cited if cited == lang}
        self.searchable |= self.pages.paths & cited

    def stage_parallel(self, name: str) -> None:
        """The pages that show a work's texts side by side, one in each language that it is shown in.

        What stands in their columns is read once, and only where one of the pages is due.
        """
        shown = {lang: self._corpus.expression(name, lang) for lang in self._corpus.shown_in(name)}
        columns = once(lambda: {lang: self._column(one) for lang, one in shown.items()})
        if len(shown) > 1:
            for record in shown.values():
                self._put_parallel(record, shown, columns)

    def _write(self, writer: Writer, words: Words) -> None:
        for one in writer.make(self._corpus, words):
            self._put(one)

    def _put(self, one: ToBe) -> None:
        target = self.pages if one.path.endswith(".md") else self.files
        known = self._facts.with_beside(one.made_from) if isinstance(one, Deferred) else digest(one.content.encode())
        target.put(one.path, known, lambda: one.content)

    def _join_outputs(self, lang: str) -> None:
        """The files that outputs of single works make together; read only when one of the outputs is another."""
        shown = (record for record in self._corpus.of(lang) if not record.aside)
        works = [dict(self._converted[record.path].outputs) for record in shown]
        for name, path in JOINED.items():
            keys = [outputs[name] for outputs in works]
            made_from = digest(*map(str.encode, keys))
            self.files.put_joined(path.format(lang=lang), made_from, lambda keys=keys: map(self._cache.get, keys))  # type: ignore[misc]

    def _sizes(self, folder: str) -> dict[str, int]:
        """The files staged in a folder, and their sizes."""
        staged = (path for path in self.files.paths if path.startswith(folder) and path != f"{folder}index.json")
        return {path: (self._project.files / path).stat().st_size for path in staged}

    def _take_work(self, record: Record, one: Converted, words: Words) -> None:
        """The page of a text and the files beside it: all that it is made from is told without making any of it."""
        findings = self._findings[posixpath.dirname(record.path)]
        rows = [page_of(entry, self._corpus, words) for entry in entries_of(record, self._corpus)]
        told = (rows, findings, self._asked_by_citing(record), *self._previewed(record))
        of_this = msgspec.json.encode((one.page, one.outputs, one.facts, *told))
        made_from = digest(self._facts.of(()).encode(), of_this)
        page = self._corpus.page(record)
        self.steps.take(page, made_from, lambda: self._put_work(page, record, one, findings, words))
        self.searchable.add(page)

    def _asked_by_citing(self, record: Record) -> list[str]:
        """Digests of the mandates of the texts that cite one: its page tells which of them extend it, until when."""
        citing = dict.fromkeys(place.record.path for place in self._corpus.citing(record))
        return [self._converted[path].facts["mandates"] for path in citing]

    def _previewed(self, record: Record) -> Iterator[str]:
        """The keys of the texts whose paragraphs the page of a text shows where it cites them."""
        for target in dict.fromkeys(one.target for one in record.citings if one.target and one.pinpoints):
            held = self._corpus.held.get((record.lang, target))
            if held is not None and not held.aside:
                yield dict(self._converted[held.path].outputs)[WHOLE]

    def _put_work(self, page: str, record: Record, one: Converted, findings: list[Diagnostic], words: Words) -> None:
        doubts, printed = uncertain(findings, record), misprints(findings, record.lang)
        meta = work.front_matter(record, self._corpus, words, self._paragraph_text, doubts, printed)
        outputs = dict(one.outputs)
        keys = (outputs[BODY], outputs[CONTENTS])
        ways = landing.ways(page, record, self._corpus)
        told = msgspec.json.encode((meta, ways))
        made_from = digest(page.encode(), *map(str.encode, keys), told)
        self.pages.put(
            page,
            made_from,
            lambda: front.page(self._whole(meta, one), landing.led(self._body(page, record, one), ways)),
        )
        self._put_download(page, outputs[BODY], meta, lambda: self._body(page, record, one))
        for name, entry in bibliography.FILES.items():
            self._put(Artifact(f"{splitext(page)[0]}/{name}", entry(record, self._corpus, words)))
        for name, key in outputs.items():
            if name not in UNPUBLISHED and name not in JOINED:
                self.files.put_file(f"{splitext(page)[0]}/{name}", key, lambda key=key: self._cache.file(key))  # type: ignore[misc]

    def _put_download(self, page: str, key: str, meta: dict[str, Any], body: Callable[[], str]) -> None:
        own = work.downloaded(meta, "")
        made_from = digest(page.encode(), key.encode(), own.encode())
        self.files.put(f"{splitext(page)[0]}/work.md", made_from, lambda: own + body())

    def _whole(self, meta: dict[str, Any], one: Converted) -> dict[str, Any]:
        """The front matter with the contents of the text, which are read only for a page that is written."""
        return meta | {"contents": json.loads(self._cache.get(dict(one.outputs)[CONTENTS]))}

    def _put_aside(self, record: Record, words: Words) -> None:
        """The page of a text that cannot be read for certain, with nothing of its words in any form."""
        page, content = self._corpus.page(record), aside_page(record, self._corpus, words)
        self.pages.put(page, digest(content.encode()), lambda: content)
        self.searchable.add(page)

    def _put_parallel(
        self, record: Record, shown: Mapping[str, Record], columns: Callable[[], Mapping[str, column.Cells]]
    ) -> None:
        """The page that shows a work in this language beside its others, and the column that this one is there."""
        page = self._corpus.page(record)
        made = [self._converted[one.path] for one in shown.values()]
        meta = parallel.front_matter(record, self._corpus, self._words(record.lang))
        keys = [page, *(one.key for one in made), *(dict(one.outputs)[column.CELLS] for one in made)]
        made_from = digest(*map(str.encode, keys), msgspec.json.encode(meta))
        self.pages.put(
            addresses.parallel_page(page),
            made_from,
            lambda: front.page({**meta, "standing": parallel.standing(shown, columns(), record.lang)}, ""),
        )
        own = dict(self._converted[record.path].outputs)[column.CELLS]
        places = landing.places(record, self._corpus)
        self.files.put(
            addresses.beside(page, column.CELLS),
            digest(own.encode(), msgspec.json.encode(places)),
            lambda: column.led(columns()[record.lang], record.lang, places) if places else self._cache.get(own),
        )

    def _column(self, record: Record) -> column.Cells:
        script = self._cache.get(dict(self._converted[record.path].outputs)[column.CELLS])
        return column.cells_of(script, record.lang)

    def _paragraph_text(self, record: Record, anchor: str) -> str | None:
        """The text of a paragraph of a held work, from what was made of it."""
        if record.aside:
            return None
        return self._texts(dict(self._converted[record.path].outputs)[WHOLE]).get(anchor)

    def _read_texts(self, key: str) -> dict[str, str]:
        return paragraphs_in(self._cache.get(key))

    def _body(self, page: str, record: Record, one: Converted) -> str:
        """The Markdown for a page. A work whose symbol another work has too was written for another address."""
        if page == one.page:
            return self._cache.get(dict(one.outputs)[BODY])
        works = self._works[record.work]
        source = next(source for source in works.sources if source.lang == record.lang)
        expression, _ = expression_of(input_of(works, source, self._project), self._authorities)
        return markdown.body(expression, page)
