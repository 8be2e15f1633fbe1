"""The search index of a site, kept up to date from build to build."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from converter.kept import digest as content_digest
from converter.kept import file_digest, keep, keep_only, kept, link, own_folder, write_if_changed
from converter.languages.signs import met
from converter.site.search.copies import blocks, reduced
from converter.site.search.runs import Runs, bundle_files, index_language, shard_of
from converter.site.search.shards import Cutter, Page, digest, language_of, page_order
from converter.write.jsonl import compact

FILTERS = ("body", "year", "kind", "status")

_FORMAT = "7"  # of the copies and of what is made from them: raise it when this package changes what it writes

MOST_WORDS = 30_000  # that a browser is given to look for one that is spelt nearly so: some 100 kB, asked for rarely

Labels = Mapping[str, Mapping[str, Mapping[str, str]]]
"""The words for the values of the filters: language → filter → value → word. A value without one stands for itself."""


class SearchIndex:
    """The search index of a site, kept up to date from build to build.

    `add` every page that is to be found (those that did not change since the last build may be left out), then
    `remove_all_but` what there is, then `write`. What was indexed once is kept in `cache`.
    """

    def __init__(self, cache: Path, site: Path, labels: Labels | None = None) -> None:
        self._cache = own_folder(cache.absolute())
        self._copies = self._cache / "pages"
        self._site = site.absolute()
        self._labels = labels or {}
        self._pages = kept(self._cache / "pages.json", dict[str, Page]) or {}
        self._sound: set[str] = set()  # pages whose copies are known to be as they were made
        self._tidy()
        self._last = ""
        self._in_order = True
        self._cutters: dict[str, Cutter] = {}
        self._runs = Runs(self._cache)

    def add(self, url: str, html: str, meta: Mapping[str, object]) -> None:
        """Add a page, or bring it up to date.

        In: the page's address from the site's root, `zh/A/RES/60/251/`; its HTML, the whole or the article's
        content; its front matter. Pages that come in the order of their addresses are indexed while others render.
        """
        url = unquote(url).removesuffix("index.html")
        if ".." in url.split("/") or url.startswith("/"):
            raise ValueError(f"not an address below the site's root: {url}")
        filters = tuple(self._label(language_of(url), name, meta.get(name)) for name in FILTERS)
        title = str(meta.get("title") or "")
        facts = meta.get("glance")
        about = " · ".join(map(str, facts)) if isinstance(facts, list) else ""
        date = _date(meta)
        stands = str(meta.get("redirect") or "")
        given = digest(_FORMAT, html, title, about, date, stands, *filters)
        if self.given(url) != given:
            self._pages[url] = replace(self._store(url, html, title, given, filters, stands), about=about, date=date)
            self._sound.add(url)
        self._run_ahead(url)

    def given(self, url: str) -> str | None:
        """A digest of what was given of a page; None when it is not known, or its copy is not as it was made."""
        url = unquote(url).removesuffix("index.html")
        known = self._pages.get(url)
        copy = f"{self._copies}/{self._copy_name(url)}"
        if known is None or (url not in self._sound and file_digest(copy) != known.copy):
            return None
        self._sound.add(url)
        return known.given

    def abandon(self) -> None:
        """Stop all work on the index: the build has failed."""
        self._runs.abandon()

    def remove_all_but(self, urls: Iterable[str]) -> None:
        """Forget every page that is not among these."""
        kept = {unquote(url).removesuffix("index.html") for url in urls}
        for url in [url for url in self._pages if url not in kept]:
            del self._pages[url]

    def write(self) -> set[str]:
        """Bring `site/<lang>/pagefind/` up to date, for every language. Returns the paths of all its files."""
        shards = {lang: [self._shard(members) for members in self._partition(lang)] for lang in self._languages()}
        keys = {key for keyed in shards.values() for key, _ in keyed}
        for lang, keyed in shards.items():
            for key, members in keyed:
                self._runs.want(key, lang, [(url, self._copy_path(url)) for url in members])
        self._runs.finish(keys)
        published = {path for lang, keyed in shards.items() for path in self._publish(lang, [key for key, _ in keyed])}
        for folder in self._site.glob("*/pagefind"):
            if folder.parent.name not in shards:
                shutil.rmtree(folder)
        self._tidy()
        keep(self._cache / "pages.json", {url: self._pages[url] for url in sorted(self._pages)})
        return published

    # --- pages

    def _tidy(self) -> None:
        """Take away every copy that is no page's."""
        keep_only(own_folder(self._copies), {self._copy_name(url) for url in self._pages})

    def _label(self, lang: str, name: str, value: object) -> str:
        if value in (None, ""):
            return ""
        return self._labels.get(lang, {}).get(name, {}).get(str(value), str(value))

    def _copy_path(self, url: str) -> Path:
        return self._copies / self._copy_name(url)

    @staticmethod
    def _copy_name(url: str) -> str:
        return f"{url}index.html"

    def _store(self, url: str, html: str, title: str, given: str, filters: tuple[str, ...], stands: str) -> Page:
        page = blocks(html)
        if not title:
            title = next((block.text for block in page if block.id == "title"), url)
        copy = reduced(title, page, language_of(url), stands).encode()
        write_if_changed(self._copy_path(url), copy)
        return Page(given, content_digest(copy), sum(len(block.text) for block in page), filters)

    # --- shards

    def _languages(self) -> list[str]:
        return sorted({language_of(url) for url in self._pages})

    def _partition(self, lang: str) -> Iterator[tuple[str, ...]]:
        cutter = Cutter()
        for url in sorted((url for url in self._pages if language_of(url) == lang), key=page_order):
            if members := cutter.push(url, self._pages[url].weight):
                yield members
        if members := cutter.rest():
            yield members

    def _shard(self, members: Sequence[str]) -> tuple[str, Sequence[str]]:
        """The key of a shard: everything that its index is made from."""
        parts = (part for url in members for part in (url, self._pages[url].copy))
        return digest(_FORMAT, version("pagefind"), *parts), members

    def _run_ahead(self, url: str) -> None:
        """Index a shard as soon as it looks complete. When the guess was wrong, `write` makes the right one."""
        order = page_order(url)
        self._in_order = self._in_order and order > self._last
        self._last = order
        if self._in_order:
            cutter = self._cutters.setdefault(language_of(url), Cutter())
            if members := cutter.push(url, self._pages[url].weight):
                key, _ = self._shard(members)
                self._runs.want(key, language_of(url), [(member, self._copy_path(member)) for member in members])
        self._runs.step()

    # --- site

    def _publish(self, lang: str, keys: Sequence[str]) -> Iterator[str]:
        """Put the shards into the site: the first is a usual Pagefind bundle, the others lie in folders beside it."""
        target = own_folder(self._site / lang / "pagefind")
        files: dict[str, Path] = {}
        ids: dict[str, str | None] = {}
        words: Counter[str] = Counter()
        signs: set[str] = set()
        for number, key in enumerate(keys):
            made = self._runs.made(key)
            shard = shard_of(made)
            assert shard is not None, f"{made} was made a moment ago"
            words.update(shard.words)
            signs.update(shard.signs)
            for id_, url in shard.ids.items():
                # Ids are short hashes, told apart only within a shard. Two pages with one id stay unfiltered.
                ids[id_] = None if id_ in ids else f"{lang}/{url}"
            for name in bundle_files(shard, whole=number == 0):
                files[("" if number == 0 else f"{key}/") + name] = made / name
        texts = {
            "pages.json": compact(self._facets({id_: url for id_, url in ids.items() if url})),
            "shards.json": compact(
                {"tag": digest(*keys), "language": index_language(lang), "merge": keys[1:], "signs": _written(signs)}
            ),
            "words.json": compact(sorted(words, key=lambda word: (-words[word], word))[:MOST_WORDS]),
        }
        keep_only(target, files.keys() | texts.keys())
        for name, path in files.items():
            if not (target / name).exists() or not path.samefile(target / name):
                link(path, target / name)
        for name, text in texts.items():
            write_if_changed(target / name, text.encode())
        yield from (f"{lang}/pagefind/{name}" for name in (*files, *texts))

    def _facets(self, urls: Mapping[str, str]) -> dict[str, Any]:
        """The filters of every page, by Pagefind's id for it: the values once, then numbers that point at them.

        What stands after the numbers is the page in a line. Days are those of the texts, as far as they are known.
        """
        values = [sorted({self._pages[url].filters[place] for url in urls.values()}) for place in range(len(FILTERS))]
        numbers = [{value: number for number, value in enumerate(row)} for row in values]
        return {
            "filters": dict(zip(FILTERS, values, strict=True)),
            "pages": {
                id_: [
                    *(numbers[place][value] for place, value in enumerate(self._pages[urls[id_]].filters)),
                    *filter(None, [self._pages[urls[id_]].about]),
                ]
                for id_ in sorted(urls)
            },
            "dates": {id_: date for id_ in sorted(urls) if (date := self._pages[urls[id_]].date)},
        }


def _written(signs: set[str]) -> list[str]:
    """The Han signs of the texts that are written in more than one way: what is looked for may be in any of them.

    Each is its group, the simplified sign first; then, behind a space, those of the group that the texts have.
    """
    return [f"{group} {''.join(sign for sign in group if sign in signs)}" for group in met(signs)]


def _date(meta: Mapping[str, object]) -> str:
    """The day of a text, else the last day of its session, else its year: what its page is ordered by."""
    session = meta.get("session_dates")
    last = session.get("to") if isinstance(session, dict) else None
    return str(meta.get("date") or last or meta.get("year") or "")
