"""Which page says the same in which language: by address, and by work where two languages have it at two addresses."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from converter.corpus import Corpus

_VIEW = re.compile(r"(?P<first>[^/]+)/(?P<name>.+)/parallel/(?P<second>[^/]+)\.md")

Translations = Mapping[str, Mapping[str, str]]
"""A page → language → the page in that language, its own included, in the order of the languages."""


def translations(pages: Iterable[str], corpus: Corpus, languages: Iterable[str]) -> dict[str, dict[str, str]]:
    """The pages that there are in several of the languages. A page that only leads on to another is none of them."""
    groups: defaultdict[str, dict[str, str]] = defaultdict(dict)
    known = tuple(languages)
    for page in sorted(set(pages) - corpus.redirects.keys()):
        lang, _, name = page.partition("/")
        if lang in known:
            groups[name][lang] = page
    for work, name in _names(corpus, known).items():
        groups[name] |= {lang: corpus.pages[work, lang] for lang in corpus.languages_of(work) if lang in known}
    found = (dict(sorted(group.items())) for group in groups.values() if len(group) > 1)
    there = {page: group for group in found for page in group.values()}
    views = (page for page in pages if page not in corpus.redirects)
    for page, other in _turned(views):  # in its second language a parallel view has the columns the other way round
        langs = {**there.get(page, {}), **{one.partition("/")[0]: one for one in (page, other)}}
        there[page] = dict(sorted(langs.items()))
    return there


def _turned(pages: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each parallel view with the one of the same two texts that begins with the other of them."""
    found = filter(None, map(_VIEW.fullmatch, pages))
    views = {match[0]: (match["first"], match["name"], match["second"]) for match in found}
    pages_of = {key: page for page, key in views.items()}
    for page, (first, name, second) in views.items():
        other = pages_of.get((second, name, first))
        if other is not None:
            yield page, other


def _names(corpus: Corpus, languages: tuple[str, ...]) -> dict[str, str]:
    """Works in several languages → the group that their pages are in: that of the page in the first language."""
    held = ((work, [lang for lang in corpus.languages_of(work) if lang in languages]) for work, _ in corpus.pages)
    return {work: corpus.pages[work, langs[0]].partition("/")[2] for work, langs in held if len(langs) > 1}
