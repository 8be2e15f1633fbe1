"""The facts of the collection as digests: what tells whether something that is made of them is due again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields
from typing import Any

import msgspec

from converter.kept import digest
from converter.model import Act, Record

_OF_ACTS = {"acts": [field.name for field in fields(Act) if field.name != "excerpt"], "excerpts": ["excerpt"]}
_OF_RECORDS = ("mandates", "outline")
FACETS = (*_OF_ACTS, *_OF_RECORDS)
"""The facts of a text that many a changed word changes, and that few writers read.

`acts` are what its paragraphs do, without the words that their verbs open, which are `excerpts`.
"""

_REST = "rest"
_NAMES = {_REST: [field.name for field in fields(Record) if field.name not in FACETS]} | {
    name: [name] for name in _OF_RECORDS
}


def digests_of(record: Record, acts: Collection[Act]) -> dict[str, str]:
    """Digests of the facts of one text: of each facet by itself, and of the rest of its record together."""
    facts: dict[str, Any] = {name: [getattr(record, field) for field in names] for name, names in _NAMES.items()}
    facts |= {name: [[getattr(act, field) for field in names] for act in acts] for name, names in _OF_ACTS.items()}
    return {name: digest(msgspec.json.encode(told)) for name, told in facts.items()}


class Facts:
    """The facts of a collection as digests: each facet by itself, and the rest together.

    In: the digests of each text, in the order of the collection, and what stands beside them for whoever writes of
    it: the converter, the authority files, the works that were removed.
    """

    def __init__(self, records: Iterable[Mapping[str, str]], *beside: object) -> None:
        each = list(records)
        self._digests = {name: digest(*(one[name].encode() for one in each)) for name in (_REST, *FACETS)}
        self._beside = digest(msgspec.json.encode(beside))

    def of(self, facets: Iterable[str]) -> str:
        """A digest of the facts that whoever reads these facets may see."""
        return self.with_beside(*(self._digests[name] for name in (_REST, *sorted(facets))))

    def with_beside(self, *made_from: str) -> str:
        """A digest of what something is made from, and of what stands beside all facts."""
        return digest(self._beside.encode(), *map(str.encode, made_from))
