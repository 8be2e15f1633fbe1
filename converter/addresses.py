"""Permanent addresses: language, then symbol, as on docs.un.org. `/zh/A/RES/60/251/`, `/zh/drafts/<work>/`.

A page's path is that of its Markdown among the staged pages (`zh/A/RES/60/251.md`). No name that a text or a
contributor gave chooses a path unless every part of it is harmless.
"""

from __future__ import annotations

import re
from functools import lru_cache

from converter import numerals
from converter.model.marks import Pinpoint
from converter.symbols import UN_ROOTS

_SEGMENT = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.,_()-]*[A-Za-z0-9)])?")
_RESERVED = {"index", "readme", "parallel"}
# What a language's site has beside its texts: to some systems, which may open the zip, SEARCH and search are one.
_OURS = frozenset((
    "about", "basket", "cited", "coverage", "data", "drafts", "figures", "graph", "mandates", "pagefind", "reports",
    "search", "sessions", "sponsors", "terms", "verbs", "words", "works",
))  # fmt: skip
# A name of a file, of which some stand beside each text (work.json): no symbol of the UN has a part that ends so.
_FILE = re.compile(r"\.(?:html|json|md|xml|bib|ris|txt|js)\Z", re.IGNORECASE)
_ANNEX_IN_FIGURES = re.compile(r"(?<!\w)annex (\d{1,3})(?!\w)")
_SECTION_IN_FIGURES = re.compile(r"(?<!\w)section ([1-9]\d?)(?!\w)")
_NEEDS_BRACKETS = re.compile(r"[()\s]")
_MAX_SYMBOL = 80
_WORK = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MAX_WORK = 100
_MAX_SLUG = 60
DRAFTS = "drafts/"
CITED = "cited/"
_DEVICE = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
OFFICIAL = "https://docs.un.org"


@lru_cache(maxsize=8192)  # of what a collection cites, which is asked again for each citation
def is_symbol(symbol: str) -> bool:
    """Whether a symbol may become an address: short, of harmless parts, and no place of ours in any letters."""
    parts = symbol.split("/")
    harmless = all(_SEGMENT.fullmatch(part) and part.lower() not in _RESERVED for part in parts)
    ours = parts[0].lower() in _OURS or any(map(_FILE.search, parts))
    return len(symbol) <= _MAX_SYMBOL and len(parts) > 1 and harmless and not ours


def is_work_name(name: str) -> bool:
    """Whether a folder under `sources/` has a name that may become an address."""
    return len(name) <= _MAX_WORK and _WORK.fullmatch(name) is not None and is_portable(name)


def slug(text: str) -> str:
    """Words as the name of a folder: small letters, digits and hyphens; empty where they have neither."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower())[:_MAX_SLUG].strip("-")


def is_portable(path: str) -> bool:
    """Whether every system can have folders of these names: Windows keeps some for its devices."""
    return not any(_DEVICE.fullmatch(part.split(".")[0].lower()) for part in path.split("/"))


def symbol_page(lang: str, symbol: str) -> str | None:
    """The path of a symbol's page, None for a symbol that may not become one."""
    return f"{lang}/{symbol}.md" if is_symbol(symbol) else None


def draft_page(lang: str, work: str) -> str:
    """The path of a work that has no symbol yet."""
    return f"{lang}/{DRAFTS}{work}.md"


def beside(page: str, name: str) -> str:
    """The path of a file that stands beside the page of a text."""
    return f"{page.removesuffix('.md')}/{name}"


def parallel_page(page: str) -> str:
    """The path of the page that shows the text at `page` beside the same text in another language."""
    return beside(page, "parallel.md")


def parallel_url(page: str, lang: str) -> str:
    """The site-relative address of that view with the language that stands beside the text."""
    return f"{url(parallel_page(page))}?with={lang}"


def former_parallel_file(page: str, lang: str) -> str:
    """The path of the file at the address that a pair of languages once had, when each was a page of its own."""
    return beside(page, f"parallel/{lang}/index.html")


def url(page: str) -> str:
    """The site-relative address of a page: `zh/A/RES/60/251.md` → `zh/A/RES/60/251/`."""
    stem = page.removesuffix(".md")
    return f"{stem.removesuffix('index')}" if stem.endswith("/index") or stem == "index" else f"{stem}/"


def official_link(lang: str, symbol: str) -> str | None:
    """Where the UN publishes a document: one link per language and symbol; None for a symbol that is not the UN's."""
    return f"{OFFICIAL}/{lang}/{symbol}" if symbol.partition("/")[0] in UN_ROOTS else None


def link(from_page: str, to_page: str, anchor: str = "") -> str:
    """The relative Markdown link from one page to another, in angle brackets where the path needs them."""
    path = _relative(from_page.split("/")[:-1], to_page.split("/")) if from_page != to_page else ""
    target = f"{path}#{anchor}" if anchor else path
    return f"<{target}>" if _NEEDS_BRACKETS.search(target) else target


def _relative(folder: list[str], page: list[str]) -> str:
    """The way from a folder to a page. posixpath.relpath asks for the working folder, 137,000 times in a build."""
    shared = 0
    while shared < len(folder) and shared < len(page) - 1 and folder[shared] == page[shared]:
        shared += 1
    return "/".join([".."] * (len(folder) - shared) + page[shared:])


def pinpoint_anchor(pinpoint: Pinpoint | str) -> str:
    """The anchor of a pinpoint: `3` → op3, `3(a)` → op3-a, `pp2` → pp2, `III.3` → iii-3, `annex II` → annex-ii.

    What is counted in figures has the id of what is not: `annex 2` → annex-ii, `section 5.3` → v-3.
    """
    label = pinpoint if isinstance(pinpoint, str) else pinpoint.label
    label = _ANNEX_IN_FIGURES.sub(lambda annex: f"annex {numerals.to_roman(int(annex[1]))}", label)
    label = _SECTION_IN_FIGURES.sub(lambda section: numerals.to_roman(int(section[1])), label)
    parts = re.findall(r"[a-z0-9]+", label.lower())
    anchor = "-".join(parts)
    return f"op{anchor}" if anchor[:1].isdigit() else anchor
