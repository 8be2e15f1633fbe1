"""A site per language under one roof: its name, its navigation, its direction, and the way to the other languages.

MkDocs knows one configuration and one navigation. A page's templates get those of the page's language instead, so
that the theme itself, which knows nothing of this, speaks that language.
"""

from __future__ import annotations

import copy
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from converter import addresses
from converter.corpus import Corpus
from converter.language_files import available, read_data
from converter.translations import Translations
from converter.write import escape

_HOME = "index"
_WORKS = "works"


@dataclass(frozen=True, slots=True)
class SiteLanguage:
    """A language that the site is in: its code, its name in itself, its direction, and the address of its home."""

    code: str
    name: str
    direction: str

    @property
    def home(self) -> str:
        """The address of its home page."""
        return f"{self.code}/"


def site_languages(held: Iterable[str], config: MkDocsConfig) -> tuple[SiteLanguage, ...]:
    """The languages that the site is in: those of its texts, as `extra.languages` orders them, the rest at the end.

    A site without any text is in its own language, `theme.language`.
    """
    order = [*config.extra.get("languages", []), *available()]
    codes = sorted(set(held) or {default_of(config)}, key=order.index)
    return tuple(_language(code) for code in codes)


def texts_of(corpus: Corpus) -> dict[str, int]:
    """Language → how many texts the site shows in it."""
    return dict(sorted(Counter(record.lang for record in corpus.records if not record.aside).items()))


def _language(code: str) -> SiteLanguage:
    ui = read_data(code)["ui"]
    return SiteLanguage(code, ui["language_name"], ui["direction"])


def default_of(config: MkDocsConfig) -> str:
    """The site's own language."""
    return str(config.theme["language"])


# --- navigation -----------------------------------------------------------------------------------------------


def navigation(config: MkDocsConfig, languages: Iterable[SiteLanguage], exists: Callable[[str], bool]) -> list[Any]:
    """`extra.navigation` for each language, as MkDocs reads a navigation: one section per language.

    Only what there is gets a place; a section without a page goes away.
    """
    plan = config.extra.get("navigation", [_HOME])
    return [{language.code: list(_entries(plan, language.code, exists))} for language in languages]


def _entries(plan: Iterable[Any], lang: str, exists: Callable[[str], bool]) -> Iterator[dict[str, Any]]:
    words = read_data(lang)["ui"]["nav"]
    for entry in plan:
        if isinstance(entry, str):
            if exists(f"{lang}/{entry}.md"):
                yield {words[entry]: f"{lang}/{entry}.md"}
            continue
        for section, names in entry.items():
            if inner := list(_entries(names, lang, exists)):
                yield {words[section]: inner}


def navigations(nav: Navigation) -> dict[str, Navigation]:
    """The navigation of each language, cut out of the one that MkDocs made."""
    return {section.title: _own(section) for section in nav.items if isinstance(section, Section)}


def _own(section: Section) -> Navigation:
    pages = list(_pages(section.children))
    for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
        page.previous_page, page.next_page = before, after
    for child in section.children:
        child.parent = None
    return Navigation(section.children, pages)


def _pages(items: Iterable[Any]) -> Iterator[Page]:
    for item in items:
        if isinstance(item, Page):
            yield item
        yield from _pages(item.children or [])


def words_script(lang: str, languages: Iterable[SiteLanguage]) -> str:
    """What the scripts of a language's pages say, as a script: it would be the same in each page."""
    ui = read_data(lang)["ui"]
    others = [{"lang": one.code, "name": ui["languages"][one.code]} for one in languages if one.code != lang]
    given = {"others": others, "words": ui["search"]["words"], "joined": ui["search"].get("joined", [])}
    given |= {name: ui[name] for name in ("basket", "palette", "paragraph", "place", "punctuation", "reader")}
    given |= {"letters": ui.get("letters", {}), "tables": ui["index"]["tables"]}
    return f"rdWords = {escape.in_script(json.dumps(given, ensure_ascii=False))};\n"


# --- what a page's templates get ------------------------------------------------------------------------------


def localized(config: MkDocsConfig, lang: str, *, named: bool) -> MkDocsConfig:
    """The configuration as the templates of one language see it: name, language, switches of the palette, home.

    `named` when the configuration's own name of the site is in this language.
    """
    ui = read_data(lang)["ui"]
    local = copy.copy(config)
    theme = dict(config.theme.items()) | {"language": lang, "palette": _palette(config, ui)}
    own = {} if named else {"site_name": ui["site_name"], "site_description": ui["site_description"]}
    local.data.update({"theme": theme, "extra": {**config.extra, "homepage": f"{lang}/"}, **own})
    return local


def _palette(config: MkDocsConfig, ui: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The palette with the names of its switches: each leads to the scheme that the next one has."""
    given = [dict(one) for one in config.theme["palette"]]
    schemes = [one["scheme"] for one in given]
    for one, following in zip(given, [*schemes[1:], *schemes[:1]], strict=True):
        name = ui["palette"]["dark" if following == "slate" else "light"]
        one["toggle"] = {**one["toggle"], "name": name}
    return given


@dataclass(frozen=True, slots=True)
class Way:
    """A way from a page to another language: the address there, and what is said when it is not the same page."""

    language: SiteLanguage
    url: str
    note: str = ""


def ways(
    page: str, lang: str, languages: Iterable[SiteLanguage], known: Translations, exists: Callable[[str], bool]
) -> list[Way]:
    """The ways from a page of `lang` to every other language: to the same page, else to the nearest thing."""
    there = known.get(page, {})
    return [
        Way(other, addresses.url(there[other.code])) if other.code in there else _nearest(page, lang, other, exists)
        for other in languages
        if other.code != lang
    ]


def _nearest(page: str, lang: str, other: SiteLanguage, exists: Callable[[str], bool]) -> Way:
    name = page.removesuffix(".md").partition("/")[2]
    near = next((one for one in _above(name) if exists(f"{other.code}/{one}.md")), _HOME)
    return _way_near(lang, other, near)


@lru_cache(maxsize=1024)  # most texts are in one language, and the nearest thing in others is the list of texts
def _way_near(lang: str, other: SiteLanguage, near: str) -> Way:
    own, theirs = read_data(lang)["ui"], read_data(other.code)["ui"]
    called = theirs["nav"].get(near, near)  # what is in no navigation is a text: its symbol
    note = own["switch"]["missing"].format(language=own["languages"][other.code], page=called)
    return Way(other, addresses.url(f"{other.code}/{near}.md"), note)


def _above(name: str) -> Iterator[str]:
    """The pages that a page is below, the nearest first: verbs/qing → verbs; a text is below the list of texts."""
    parts = name.split("/")
    yield from ("/".join(parts[:length]) for length in range(len(parts) - 1, 0, -1))
    if parts[0] == "drafts" or parts[0][:1].isupper():
        yield _WORKS
