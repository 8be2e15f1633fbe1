"""What makes pages (.md) and files of the whole collection, language by language: a table of writers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from converter.corpus import Corpus
from converter.facets import FACETS
from converter.model import ToBe
from converter.write.acts import act_files
from converter.write.alone import removed_pages
from converter.write.basket import basket_pages
from converter.write.cited import cited_pages
from converter.write.data import data_files
from converter.write.graph import graph_pages
from converter.write.indexes import INDEXES, OF_ACTS, OF_MANDATES, index_pages
from converter.write.ledger import ledger_pages
from converter.write.redirects import redirect_files, redirect_pages
from converter.write.search import search_pages
from converter.write.symbols import symbol_files
from converter.write.words import Words


@dataclass(frozen=True, slots=True)
class Writer:
    """What makes some of the pages and files of a language.

    `reads` are the facets of the records (`FACETS`) that it reads beside all their other facts: where nothing else
    changed, it is not asked again. Who reads one that is not named here is found by `tests/test_steps.py`.
    """

    name: str
    make: Callable[[Corpus, Words], Iterator[ToBe]]
    reads: Iterable[str] = FACETS


# In this order: of two that make the same page, the first one's stays.
WRITERS = (
    Writer("cited", cited_pages, ()),
    Writer("indexes", partial(index_pages, indexes=[one for one in INDEXES if one not in OF_ACTS + OF_MANDATES]), ()),
    Writer("indexes of acts", partial(index_pages, indexes=OF_ACTS), ("acts", "excerpts")),
    Writer("indexes of mandates", partial(index_pages, indexes=OF_MANDATES), ("mandates",)),
    Writer("ledger", ledger_pages, ("mandates",)),
    Writer("graph", graph_pages, ()),
    Writer("search", search_pages, ()),
    Writer("basket", basket_pages, ()),
    Writer("redirects", redirect_pages, ()),
    Writer("redirects of files", redirect_files, ()),
    Writer("removed", removed_pages, ()),
    Writer("data", data_files, ("mandates",)),
    Writer("symbols", symbol_files, ()),
    Writer("acts", act_files, ("acts",)),
)
