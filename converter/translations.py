"""Which page says the same in which language: by address, and by work where two languages have it at two addresses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from converter import addresses
from converter.corpus import Corpus

Translations = Mapping[str, Mapping[str, str]]
"""A page → language → the page in that language, its own included, in the order of the languages."""


def translations(pages: Iterable[str], corpus: Corpus, languages: Iterable[str]) -> dict[str, dict[str, str]]:
    """The pages that there are in several of the languages, those of works that are only cited among them.

    The address that a work had is none of them. What a search engine is told of is `shown`.
    """
    groups: defaultdict[str, dict[str, str]] = defaultdict(dict)
    known = tuple(languages)
    there = set(pages) - corpus.redirects.keys()
    for page in sorted(there):
        lang, _, name = page.partition("/")
        if lang in known:
            groups[name][lang] = page
    for work, name in _names(corpus, known).items():
        own = {lang: corpus.pages[work, lang] for lang in corpus.languages_of(work) if lang in known}
        groups[name] |= own
        views = {lang: addresses.parallel_page(page) for lang, page in own.items()}
        groups[addresses.parallel_page(name)] |= {lang: view for lang, view in views.items() if view in there}
    found = (dict(sorted(group.items())) for group in groups.values() if len(group) > 1)
    return {page: group for group in found for page in group.values()}


def shown(found: Mapping[str, Mapping[str, str]], corpus: Corpus) -> dict[str, dict[str, str]]:
    """The translations without the pages that only lead on: of a cited work in its series there is no page to name."""
    groups = {
        page: {lang: there for lang, there in group.items() if there not in corpus.leading_on}
        for page, group in found.items()
        if page not in corpus.leading_on
    }
    return {page: group for page, group in groups.items() if len(group) > 1}


def _names(corpus: Corpus, languages: tuple[str, ...]) -> dict[str, str]:
    """Works in several languages → the group that their pages are in: that of the page in the first language."""
    held = ((work, [lang for lang in corpus.languages_of(work) if lang in languages]) for work, _ in corpus.pages)
    return {work: corpus.pages[work, langs[0]].partition("/")[2] for work, langs in held if len(langs) > 1}
