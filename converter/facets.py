"""The facts of the collection as digests: what tells whether something that is made of them is due again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields

import msgspec

from converter.kept import digest
from converter.model import Record

FACETS = ("acts", "mandates", "outline")
"""The facts of a record that many a changed word changes, and that few writers read."""

_REST = "rest"
_NAMES = {_REST: [field.name for field in fields(Record) if field.name not in FACETS]} | {
    name: [name] for name in FACETS
}


def digests_of(record: Record) -> dict[str, str]:
    """Digests of the facts of one record: of each facet by itself, and of the rest together."""
    return {
        name: digest(msgspec.json.encode([getattr(record, field) for field in names])) for name, names in _NAMES.items()
    }


class Facts:
    """The facts of a collection as digests: each facet by itself, and the rest together.

    In: the digests of each record, in the order of the collection, and what stands beside them for whoever writes of
    it: the converter, the authority files, the works that were removed.
    """

    def __init__(self, records: Iterable[Mapping[str, str]], *beside: object) -> None:
        each = list(records)
        self._digests = {name: digest(*(one[name].encode() for one in each)) for name in _NAMES}
        self._beside = digest(msgspec.json.encode(beside))

    def of(self, facets: Iterable[str]) -> str:
        """A digest of the facts that whoever reads these facets may see."""
        return self.with_beside(*(self._digests[name] for name in (_REST, *sorted(facets))))

    def with_beside(self, *made_from: str) -> str:
        """A digest of what something is made from, and of what stands beside all facts."""
        return digest(self._beside.encode(), *map(str.encode, made_from))
