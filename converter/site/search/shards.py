"""Which pages share a shard of the index: cut along the sorted addresses, where the hash of an address says so."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

# In characters. A browser asks every shard, so there are few; one changed word makes one anew. Pagefind is the largest
# process of a build: for each character of invented works it takes 200 bytes, for one of Chinese text alone 400.
SHARD_MIN, SHARD_MAX = 850_000, 1_100_000
SHARD_CUT = 16  # between the two, one address in so many ends a shard


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a page: the hash of what was given, that of its copy, its size, its filters, its facts."""

    given: str
    copy: str
    weight: int
    filters: tuple[str, ...]
    about: str = ""
    date: str = ""


def page_order(url: str) -> str:
    """Addresses in the order of their Markdown's paths, which is the order in which the staged pages are rendered."""
    return f"{url.rstrip('/')}.md"


def language_of(url: str) -> str:
    """The language of a page, from its address."""
    return url.split("/", 1)[0]


def digest(*parts: str) -> str:
    """A short content hash of several texts, each kept apart from the next."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:20]


class Cutter:
    """Cuts a run of pages into shards; where it cuts depends on what went before only back to the last cut."""

    def __init__(self) -> None:
        self._members: list[str] = []
        self._weight = 0

    def push(self, url: str, weight: int) -> tuple[str, ...] | None:
        """Add a page; the shard that it ends, if it ends one."""
        self._members.append(url)
        self._weight += weight
        hashed = int(hashlib.sha256(url.encode()).hexdigest()[:8], 16)
        full = self._weight >= SHARD_MAX or (self._weight >= SHARD_MIN and hashed % SHARD_CUT == 0)
        return self.rest() if full else None

    def rest(self) -> tuple[str, ...]:
        """What is left after the last cut."""
        members, self._members, self._weight = tuple(self._members), [], 0
        return members
