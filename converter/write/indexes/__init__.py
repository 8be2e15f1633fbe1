"""Index pages: the ways in. One file per page, one row per page in the table at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from converter.corpus import Corpus
from converter.model import Artifact
from converter.write.indexes import cited, coverage, home, sessions, sponsors, terms, verbs, works
from converter.write.indexes.view import View
from converter.write.words import Words

# What makes the index pages, each its own and those that belong to it.
INDEXES: tuple[Callable[[View], Iterator[Artifact]], ...] = (
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


def index_pages(corpus: Corpus, words: Words) -> Iterator[Artifact]:
    """Every index page of one language."""
    view = View(corpus, words)
    for index in INDEXES:
        yield from index(view)


__all__ = ["INDEXES", "index_pages"]
