"""Index pages: the ways in. One file per page, one row per page in the table at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from converter.corpus import Corpus
from converter.model import ToBe
from converter.write.indexes import cited, coverage, home, sessions, sponsors, terms, verbs, works
from converter.write.indexes.view import View
from converter.write.words import Words

Index = Callable[[View], Iterator[ToBe]]

# What makes the index pages, each its own and those that belong to it.
INDEXES: tuple[Index, ...] = (
    home.pages,
    works.pages,
    cited.cited_pages,
    cited.reports_pages,
    sponsors.pages,
    terms.pages,
    verbs.pages,
    sessions.pages,
    coverage.pages,
)


# Those that read what each paragraph does.
OF_ACTS: tuple[Index, ...] = (verbs.pages,)
# Those that count mandates, or tell when they fall due.
OF_MANDATES: tuple[Index, ...] = (home.pages, sessions.pages)


def index_pages(corpus: Corpus, words: Words, indexes: Iterable[Index] = INDEXES) -> Iterator[ToBe]:
    """The pages of indexes in one language."""
    view = View(corpus, words)
    for index in indexes:
        yield from index(view)


__all__ = ["INDEXES", "OF_ACTS", "OF_MANDATES", "index_pages"]
