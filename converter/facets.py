"""The facts of the collection as digests: what tells whether something that is made of them is due again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

import msgspec

from converter.corpus import Corpus
from converter.kept import digest
from converter.model import Record

FACETS = ("acts", "outline")
"""The facts of a record that nearly each changed word changes, and that few writers read."""

_REST = tuple(field.name for field in fields(Record) if field.name not in FACETS)


class Facts:
    """The facts of a collection as digests: each facet by itself, and the rest together.

    In: the collection, and a digest of what stands beside it for whoever writes of it: the converter, the authority
    files.
    """

    def __init__(self, corpus: Corpus, beside: str) -> None:
        around = (beside, corpus.site_url, corpus.removed, tuple(corpus.pages.items()))
        self._rest = _encoded((around, *([getattr(one, name) for name in _REST] for one in corpus.records)))
        self._facets = {name: _encoded(getattr(one, name) for one in corpus.records) for name in FACETS}

    def of(self, facets: Iterable[str]) -> str:
        """A digest of the facts that whoever reads these facets may see."""
        return digest(self._rest.encode(), *(self._facets[name].encode() for name in FACETS if name in set(facets)))


def _encoded(values: Iterable[object]) -> str:
    return digest(msgspec.json.encode(tuple(values)))
