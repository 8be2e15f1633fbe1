"""The search index of a site, kept up to date from build to build."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from converter.site.search.copies import blocks, reduced
from converter.site.search.files import compact, link, sweep, write
from converter.site.search.runs import Runs, bundle_files, index_language
from converter.site.search.shards import Cutter, Page, digest, language_of, page_order

FILTERS = ("body", "year", "kind", "status")

_FORMAT = "3"  # of the copies and of what is made from them: raise it when this package changes what it writes

Labels = Mapping[str, Mapping[str, Mapping[str, str]]]
"""The words for the values of the filters: language → filter → value → word. A value without one stands for itself."""


class SearchIndex:
    """The search index of a site, kept up to date from build to build.

    `add` every page that is to be found (those that did not change since the last build may be left out), then
    `remove_all_but` what there is, then `write`. What was indexed once is kept in `cache`.
    """

    def __init__(self, cache: Path, site: Path, labels: Labels | None = None) -> None:
        self._cache = cache.absolute()
        self._site = site.absolute()
        self._labels = labels or {}
        self._pages = _load(self._cache / "pages.json")
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
        given = digest(_FORMAT, html, title, *filters)
        known = self._pages.get(url)
        if known is None or known.given != given or not self._copy_path(url).is_file():
            self._pages[url] = self._store(url, html, title, given, filters)
        self._run_ahead(url)

    def remove_all_but(self, urls: Iterable[str]) -> None:
        """Forget every page that is not among these."""
        kept = {unquote(url).removesuffix("index.html") for url in urls}
        for url in [url for url in self._pages if url not in kept]:
            del self._pages[url]
            self._copy_path(url).unlink(missing_ok=True)

    def write(self) -> None:
        """Bring `site/<lang>/pagefind/` up to date, for every language."""
        shards = {lang: [self._shard(members) for members in self._partition(lang)] for lang in self._languages()}
        keys = {key for keyed in shards.values() for key, _ in keyed}
        for lang, keyed in shards.items():
            for key, members in keyed:
                self._runs.want(key, lang, [(url, self._copy_path(url)) for url in members])
        self._runs.finish(keys)
        for lang, keyed in shards.items():
            self._publish(lang, [key for key, _ in keyed])
        for folder in self._site.glob("*/pagefind"):
            if folder.parent.name not in shards:
                shutil.rmtree(folder)
        write(self._cache / "pages.json", compact({url: asdict(self._pages[url]) for url in sorted(self._pages)}))

    # --- pages

    def _label(self, lang: str, name: str, value: object) -> str:
        if value in (None, ""):
            return ""
        return self._labels.get(lang, {}).get(name, {}).get(str(value), str(value))

    def _copy_path(self, url: str) -> Path:
        return self._cache / "pages" / url / "index.html"

    def _store(self, url: str, html: str, title: str, given: str, filters: tuple[str, ...]) -> Page:
        page = blocks(html)
        if not title:
            title = next((block.text for block in page if block.id == "title"), url)
        copy = reduced(title, page, language_of(url))
        write(self._copy_path(url), copy)
        return Page(given, digest(copy), sum(len(block.text) for block in page), filters)

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

    def _publish(self, lang: str, keys: Sequence[str]) -> None:
        """Put the shards into the site: the first is a usual Pagefind bundle, the others lie in folders beside it."""
        target = self._site / lang / "pagefind"
        files: dict[str, Path] = {}
        ids: dict[str, str | None] = {}
        for number, key in enumerate(keys):
            made = self._runs.made(key)
            for id_, url in json.loads((made / "ids.json").read_text(encoding="utf-8")).items():
                # Ids are short hashes, told apart only within a shard. Two pages with one id stay unfiltered.
                ids[id_] = None if id_ in ids else f"{lang}/{url}"
            for path in bundle_files(made, whole=number == 0):
                files[("" if number == 0 else f"{key}/") + path.relative_to(made).as_posix()] = path
        texts = {
            "pages.json": compact(self._facets({id_: url for id_, url in ids.items() if url})),
            "shards.json": compact({"tag": digest(*keys), "language": index_language(lang), "merge": keys[1:]}),
        }
        sweep(target, files.keys() | texts.keys())
        for name, path in files.items():
            link(path, target / name)
        for name, text in texts.items():
            write(target / name, text)

    def _facets(self, urls: Mapping[str, str]) -> dict[str, Any]:
        """The filters of every page, by Pagefind's id for it: the values once, then numbers that point at them."""
        values = [sorted({self._pages[url].filters[place] for url in urls.values()}) for place in range(len(FILTERS))]
        numbers = [{value: number for number, value in enumerate(row)} for row in values]
        return {
            "filters": dict(zip(FILTERS, values, strict=True)),
            "pages": {
                id_: [numbers[place][value] for place, value in enumerate(self._pages[urls[id_]].filters)]
                for id_ in sorted(urls)
            },
        }


def _load(path: Path) -> dict[str, Page]:
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return {url: Page(**{**row, "filters": tuple(row["filters"])}) for url, row in rows.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}  # no cache, or one of another version: everything is made again
