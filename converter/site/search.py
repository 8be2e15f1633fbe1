"""The search index: reduced copies of the pages, indexed by Pagefind in shards, one index per language.

Pagefind finds words, by their stems in the languages that it can stem; Chinese does not part its words. So Pagefind
is given a reduced copy of each page in which every Han character stands alone; a quoted query of such characters then
finds exactly the pages that hold the phrase. Arabic is given without vowel signs, which print puts or leaves out (its
stemmer sees to the forms of hamza). The copy also costs Pagefind less than the page would:

* anchors are empty elements, because Pagefind keeps the text of every element that has an id a second time;
* a paragraph begins with PARAGRAPH_MARK, which no query matches: phrases do not run over the end of a paragraph,
  and the browser cuts the content back into paragraphs there;
* there is no language on the page unless Pagefind can stem it: the segmenter for Chinese would find nothing to do.

The index is cut into shards along the sorted addresses, where the hash of an address says so. One changed page
makes one shard again; and while MkDocs still renders, the shards that are complete are indexed beside it. The
browser searches them together (`mergeIndex`). Filters are kept in a table of our own, `pages.json`, since
Pagefind writes its filters in an order that differs from run to run.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from html import escape, unescape
from importlib.metadata import version
from itertools import takewhile
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from pagefind.service import get_executable

FILTERS = ("body", "year", "kind", "status")
PARAGRAPH_MARK = "¶"  # search.js cuts the content of a hit here

_FORMAT = "2"  # of the copies and of what is made from them: raise it when this file changes what it writes
_STEMMED = frozenset({"ar", "en", "es", "fr", "ru"})
_SHARD_MIN, _SHARD_MAX = 1_200_000, 3_000_000  # characters; see docs/contribute for what was measured
_SHARD_CUT = 32  # between the two, one address in so many ends a shard
_KEPT = ("pagefind.js", "pagefind-entry.json", "wasm.")  # the rest is an interface that we do not use
_SHARD_FOLDERS = ("index", "fragment")

Labels = Mapping[str, Mapping[str, Mapping[str, str]]]
"""The words for the values of the filters: language → filter → value → word. A value without one stands for itself."""


# --- the reduced copy ------------------------------------------------------------------------------------

_TOKEN = re.compile(r"<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>|([^<]+|<)", re.DOTALL)
_ATTRIBUTE = re.compile(r"([a-zA-Z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_ARTICLE = re.compile(r"<article\b[^>]*\bmd-content__inner\b[^>]*>(.*)</article>", re.DOTALL)
_BLOCKS = frozenset(
    ["blockquote", "dd", "div", "dt", "figcaption", "figure", "li", "p", "section", "td", "th", "tr"]
    + [f"h{level}" for level in range(1, 7)]
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_SKIPPED_ELEMENTS = frozenset(["aside", "button", "form", "nav", "noscript", "script", "style", "svg", "template"])
_END = "cited-by"  # the paragraphs of other works, which are found where they stand
_SKIPPED_CLASSES = frozenset(["facts", "footnote-backref", "footnote-ref", "headerlink", "no-search", "not-held"])

# What stands alone in the copy: Han characters, and the punctuation that would otherwise stick two words together.
# Dashes, quotation marks and dots are written without spaces only in Chinese: elsewhere they part words by themselves.
_HAN = (
    "\u2e80-\u2fff\u3001-\u3029\u3030\u3038-\u303d\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_ALONE = re.compile(f"[{_HAN}]+")
_ALONE_IN_CHINESE = re.compile(f"[{_HAN}\u2014\u2018-\u201f\u2026]+")
_ARABIC_SIGNS = re.compile("[\u0640\u064b-\u0652\u0670]")  # the stroke that widens a word, the vowel signs
_WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")  # digits and letters in their full-width form
_SPACE = re.compile(r"\s{2,}|[^\S ]")  # not each single space: there is one at every Han character


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page: the id it can be reached by ("" when it has none) and its text."""

    id: str
    text: str


def blocks(html: str) -> list[Block]:
    """The text of a page, block by block. In: the whole page, or the content of its article."""
    article = _ARTICLE.search(html)
    reader = _Reader()
    reader.read(article[1] if article else html)
    return list(takewhile(lambda block: block.id != _END, reader.blocks))


class _Reader:
    """Cuts HTML that a serialiser wrote into blocks; nothing here needs the forgiveness of a browser's parser."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._id = ""
        self._text: list[str] = []
        self._skipping: list[str] = []  # the open elements since the one that is left out

    def read(self, html: str) -> None:
        for token in _TOKEN.finditer(html):
            closing, name, attributes, text = token.groups()
            if text is not None:
                if not self._skipping:
                    self._text.append(text)
            elif name is not None:
                self._tag(closing == "/", name.lower(), attributes)
        self._flush("")

    def _tag(self, closing: bool, name: str, attributes: str) -> None:
        if self._skipping:
            self._skip(closing, name, attributes)
        elif closing:
            if name in _BLOCKS:
                self._flush("")
        else:
            values = _attributes(attributes) if attributes.strip() else {}
            if _left_out(name, values):
                if name not in _VOID:
                    self._skipping.append(name)
            elif name in _BLOCKS:
                self._flush(values.get("id", ""))
            elif name == "br":
                self._text.append(" ")

    def _skip(self, closing: bool, name: str, attributes: str) -> None:
        if not closing:
            if name not in _VOID and not attributes.endswith("/"):
                self._skipping.append(name)
        elif name in self._skipping:
            while self._skipping.pop() != name:
                pass

    def _flush(self, following: str) -> None:
        """End a block. A block inside another keeps the outer one's id unless it has its own."""
        text = _SPACE.sub(" ", unescape("".join(self._text))).strip()
        if text:
            self.blocks.append(Block(self._id, text))
            self._id = following
        else:
            self._id = following or self._id
        self._text.clear()


def _attributes(text: str) -> dict[str, str]:
    return {
        match[1].lower(): unescape(next((value for value in match.groups()[1:] if value is not None), ""))
        for match in _ATTRIBUTE.finditer(text)
    }


def _left_out(name: str, attributes: Mapping[str, str]) -> bool:
    return (
        name in _SKIPPED_ELEMENTS
        or "hidden" in attributes
        or not _SKIPPED_CLASSES.isdisjoint(attributes.get("class", "").split())
    )


def spaced(text: str, lang: str) -> str:
    """The text with every Han character alone, digits and Latin letters in their narrow form, no Arabic vowel signs."""
    narrow = _WIDE.sub(lambda wide: chr(ord(wide[0]) - 0xFEE0), text.replace(PARAGRAPH_MARK, " "))
    bare = _ARABIC_SIGNS.sub("", narrow) if lang == "ar" else narrow
    alone = _ALONE_IN_CHINESE if lang == "zh" else _ALONE
    return _SPACE.sub(" ", alone.sub(lambda run: f" {' '.join(run[0])} ", bare)).strip()


def reduced(title: str, page: Sequence[Block], lang: str) -> str:
    """The copy of a page that Pagefind reads. The first block is the title, whatever the page has."""
    given = [Block("title", title), *(block for block in page if block.id != "title")]
    # Every block has an anchor, so that the browser can pair anchors and paragraphs by counting. All of it is one
    # element that ends in a mark, because Pagefind puts a full stop after an element that has none.
    text = "".join(
        f'<i id="{escape(block.id or "-")}"></i> {PARAGRAPH_MARK} {escape(spaced(block.text, lang), quote=False)}\n'
        for block in given
    )
    name = escape(spaced(title, lang))
    head = f'<!doctype html><html><meta charset="utf-8"><body data-pagefind-body data-pagefind-meta="title:{name}">'
    return f"{head}<p>{text}{PARAGRAPH_MARK}</p></body></html>\n"


# --- shards ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Page:
    """What is known of a page: the hash of what was given, that of its copy, its size, its filters."""

    given: str
    copy: str
    weight: int
    filters: tuple[str, ...]


def _order(url: str) -> str:
    """Addresses in the order of their Markdown's paths, which is the order in which the staged pages are rendered."""
    return f"{url.rstrip('/')}.md"


def _lang(url: str) -> str:
    return url.split("/", 1)[0]


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:20]


class _Cutter:
    """Cuts a run of pages into shards; where it cuts depends on what went before only back to the last cut."""

    def __init__(self) -> None:
        self._members: list[str] = []
        self._weight = 0

    def push(self, url: str, weight: int) -> tuple[str, ...] | None:
        """Add a page; the shard that it ends, if it ends one."""
        self._members.append(url)
        self._weight += weight
        hashed = int(hashlib.sha256(url.encode()).hexdigest()[:8], 16)
        full = self._weight >= _SHARD_MAX or (self._weight >= _SHARD_MIN and hashed % _SHARD_CUT == 0)
        return self.rest() if full else None

    def rest(self) -> tuple[str, ...]:
        """What is left after the last cut."""
        members, self._members, self._weight = tuple(self._members), [], 0
        return members


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
        self._cutters: dict[str, _Cutter] = {}
        self._runs = _Runs(self._cache)

    def add(self, url: str, html: str, meta: Mapping[str, object]) -> None:
        """Add a page, or bring it up to date.

        In: the page's address from the site's root, `zh/A/RES/60/251/`; its HTML, the whole or the article's
        content; its front matter. Pages that come in the order of their addresses are indexed while others render.
        """
        url = unquote(url).removesuffix("index.html")
        if ".." in url.split("/") or url.startswith("/"):
            raise ValueError(f"not an address below the site's root: {url}")
        filters = tuple(self._label(_lang(url), name, meta.get(name)) for name in FILTERS)
        title = str(meta.get("title") or "")
        given = _digest(_FORMAT, html, title, *filters)
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
        _write(self._cache / "pages.json", _json({url: asdict(self._pages[url]) for url in sorted(self._pages)}))

    # --- pages

    def _label(self, lang: str, name: str, value: object) -> str:
        if value in (None, ""):
            return ""
        return self._labels.get(lang, {}).get(name, {}).get(str(value), str(value))

    def _copy_path(self, url: str) -> Path:
        return self._cache / "pages" / url / "index.html"

    def _store(self, url: str, html: str, title: str, given: str, filters: tuple[str, ...]) -> _Page:
        page = blocks(html)
        if not title:
            title = next((block.text for block in page if block.id == "title"), url)
        copy = reduced(title, page, _lang(url))
        _write(self._copy_path(url), copy)
        return _Page(given, _digest(copy), sum(len(block.text) for block in page), filters)

    # --- shards

    def _languages(self) -> list[str]:
        return sorted({_lang(url) for url in self._pages})

    def _partition(self, lang: str) -> Iterator[tuple[str, ...]]:
        cutter = _Cutter()
        for url in sorted((url for url in self._pages if _lang(url) == lang), key=_order):
            if members := cutter.push(url, self._pages[url].weight):
                yield members
        if members := cutter.rest():
            yield members

    def _shard(self, members: Sequence[str]) -> tuple[str, Sequence[str]]:
        """The key of a shard: everything that its index is made from."""
        parts = (part for url in members for part in (url, self._pages[url].copy))
        return _digest(_FORMAT, version("pagefind"), *parts), members

    def _run_ahead(self, url: str) -> None:
        """Index a shard as soon as it looks complete. When the guess was wrong, `write` makes the right one."""
        order = _order(url)
        self._in_order = self._in_order and order > self._last
        self._last = order
        if self._in_order:
            cutter = self._cutters.setdefault(_lang(url), _Cutter())
            if members := cutter.push(url, self._pages[url].weight):
                key, _ = self._shard(members)
                self._runs.want(key, _lang(url), [(member, self._copy_path(member)) for member in members])
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
            for path in _bundle_files(made, whole=number == 0):
                files[("" if number == 0 else f"{key}/") + path.relative_to(made).as_posix()] = path
        texts = {
            "pages.json": _json(self._facets({id_: url for id_, url in ids.items() if url})),
            "shards.json": _json({"tag": _digest(*keys), "language": _index_language(lang), "merge": keys[1:]}),
        }
        _sweep(target, files.keys() | texts.keys())
        for name, path in files.items():
            _link(path, target / name)
        for name, text in texts.items():
            _write(target / name, text)

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


# --- Pagefind --------------------------------------------------------------------------------------------


class _Runs:
    """Runs of Pagefind: one beside the rendering, as many as there are processors once that is over."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._waiting: deque[tuple[str, str, list[tuple[str, Path]]]] = deque()
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._wanted: set[str] = set()

    def made(self, key: str) -> Path:
        """Where the index of a shard is."""
        return self._cache / "shards" / key

    def want(self, key: str, lang: str, members: list[tuple[str, Path]]) -> None:
        """Ask for the index of a shard; nothing happens when it is there or on its way."""
        if key not in self._wanted and not self.made(key).is_dir():
            self._wanted.add(key)
            self._waiting.append((key, lang, members))

    def step(self, limit: int = 1) -> None:
        """Collect what has ended and start what waits, up to `limit` runs at once."""
        for key, process in list(self._running.items()):
            if process.poll() is not None:
                self._collect(key)
        while self._waiting and len(self._running) < limit:
            self._start(*self._waiting.popleft())

    def finish(self, keys: set[str]) -> None:
        """Run all that waits and is among the keys, to the end; then drop every index that is not."""
        self._waiting = deque(job for job in self._waiting if job[0] in keys)
        for key in [key for key in self._running if key not in keys]:
            self._running[key].kill()
            self._running.pop(key).wait()
        self.step(limit=os.cpu_count() or 1)
        while self._running:
            next(iter(self._running.values())).wait()
            self.step(limit=os.cpu_count() or 1)
        shutil.rmtree(self._cache / "runs", ignore_errors=True)
        for folder in (self._cache / "shards").glob("*"):
            if folder.name not in keys:
                shutil.rmtree(folder)
        self._wanted.clear()

    def _start(self, key: str, lang: str, members: list[tuple[str, Path]]) -> None:
        run = self._cache / "runs" / key
        shutil.rmtree(run, ignore_errors=True)
        for url, copy in members:
            _link(copy, run / "site" / url / "index.html")
        binary = get_executable()
        if binary is None:
            raise FileNotFoundError("the package pagefind came without its program; install pagefind[extended]")
        command = [
            str(binary),
            "--site",
            str(run / "site" / lang),
            "--output-path",
            str(run / "made"),
            "--silent",
        ]
        command += ["--force-language", _index_language(lang), "--include-characters", "/"]
        with (run / "log").open("wb") as log:  # its own folder, so that no pagefind.yml of a caller is read
            self._running[key] = subprocess.Popen(command, cwd=run, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def _collect(self, key: str) -> None:
        run = self._cache / "runs" / key
        code = self._running.pop(key).wait()
        if code != 0 or not (run / "made" / "pagefind-entry.json").is_file():
            raise RuntimeError(f"pagefind ended with {code}: {(run / 'log').read_text(errors='replace')[-2000:]}")
        _write(run / "made" / "ids.json", _json(dict(_ids(run / "made"))))
        self.made(key).parent.mkdir(parents=True, exist_ok=True)
        (run / "made").replace(self.made(key))
        shutil.rmtree(run)


def _index_language(lang: str) -> str:
    return lang if lang in _STEMMED else "unknown"


def _ids(made: Path) -> Iterator[tuple[str, str]]:
    """Pagefind's id of each page, and its address from the language's root."""
    for path in sorted((made / "fragment").glob("*.pf_fragment")):
        fragment = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        yield path.stem, fragment["url"].removeprefix("/")


def _bundle_files(made: Path, *, whole: bool) -> Iterator[Path]:
    """The files of an index that a browser asks for; script and WebAssembly only of the first shard."""
    for path in sorted(made.iterdir()):
        if path.name in _SHARD_FOLDERS:
            yield from sorted(path.iterdir())
        elif path.suffix == ".pf_meta" or path.name == "pagefind-entry.json" or (whole and path.name.startswith(_KEPT)):
            yield path


# --- files -----------------------------------------------------------------------------------------------


def _load(path: Path) -> dict[str, _Page]:
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return {url: _Page(**{**row, "filters": tuple(row["filters"])}) for url, row in rows.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}  # no cache, or one of another version: everything is made again


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _write(path: Path, text: str) -> None:
    """Write a file unless it says this already."""
    data = text.encode()
    if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)  # it may be linked elsewhere
    path.write_bytes(data)


def _link(source: Path, target: Path) -> None:
    """Let `target` be the file `source`, without a second copy where the disk allows that."""
    if target.is_file():
        if target.samefile(source) or _same(source, target):
            return
        target.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _same(one: Path, other: Path) -> bool:
    return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()


def _sweep(folder: Path, names: Iterable[str]) -> None:
    """Remove every file below a folder that is not among the names, and every folder that this leaves empty."""
    kept = set(names)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in kept:
            path.unlink()
