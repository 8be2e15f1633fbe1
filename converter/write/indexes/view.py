"""What every index page needs: the collection in order, the words, links, and a page to put them on."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import msgspec

from converter.authorities import Session
from converter.cited_series import Standing
from converter.corpus import Corpus
from converter.mandates import Entry, entries
from converter.model import Artifact, Record
from converter.model.text import word_edge
from converter.ordering import number_key, time_key
from converter.write import escape, front
from converter.write.cells import BREAK, Cell, Day, Head, Link, Shown, joined, link, text_of, year_of
from converter.write.ledger.names import days_of
from converter.write.words import Words, plural

TEMPLATE = "index.html"
_ALONE = {"works", "coverage"}  # indexes without others beside them in the navigation: their tables have the width
_LABEL = 16  # characters of a title that stands in for a number
WORKS_IN_A_CELL = 10  # works that one cell of a table names; the rest are on a page of their own
_PARTS = re.compile(r"[\s'’]+")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of a work that an index leads to."""

    record: Record
    anchor: str


class View:
    """The collection as the index pages of one language see it."""

    def __init__(self, corpus: Corpus, words: Words) -> None:
        self.corpus = corpus
        self.words = words
        self.lang = words.lang
        self._own: dict[str, Any] = words.table("index")

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The works, the newest first."""
        return tuple(sorted(self.corpus.of(self.lang), key=time_key, reverse=True))

    @cached_property
    def mandates(self) -> tuple[Entry, ...]:
        """Every mandate, as the ledger has it."""
        return entries(self.corpus, self.lang)

    @cached_property
    def sessions(self) -> dict[tuple[str, str], Session]:
        """The sessions that the authority file knows, by body and number."""
        return {(one.body, one.session): one for one in self.corpus.authorities.sessions}

    def days(self, first: str | None, last: str | None) -> Cell:
        """The days of a session."""
        first = first or last
        return days_of("at", first, last, self.words) if first else ""

    def day(self, iso: str | None) -> Cell:
        """One day."""
        return (Day(self.words.date(iso), iso),) if iso else ""

    def say(self, key: str, **values: object) -> str:
        """A word of the indexes, its {places} filled."""
        return str(self._own[key]).format(**values)

    def sentence(self, words: str) -> str:
        """Words as a sentence."""
        return f"{words}{self.words.table('punctuation')['stop']}"

    def count(self, key: str, number: int) -> str:
        """A word of the indexes that tells how many, in the form that the number asks for."""
        return plural(self.lang, self._own[key], number).format(n=number)

    def named(self, table: str, key: str) -> str | None:
        """What a table of the indexes has for a key."""
        found = self._own[table].get(key)
        return None if found is None else str(found)

    def path(self, name: str) -> str:
        """The page of an index: `works` → `zh/works.md`."""
        return f"{self.lang}/{name}.md"

    def title(self, name: str) -> str:
        """The title of an index: `works`, `verbs`."""
        return self.named("titles", name) or self.words(name)

    def about(self, name: str) -> str:
        """What an index says of itself."""
        return self.named("abouts", name) or self.words(f"{name}_about")

    def up(self, name: str) -> Link:
        """A link from a page below an index to the index itself."""
        index = name.partition("/")[0]
        return self.link(self.title(index), index)

    def page(self, name: str, title: str, about: str, tables: Iterable[Shown], ways: tuple[Link, ...] = ()) -> Artifact:
        """An index page: its tables that have rows, and the ways from it to its index and its neighbours."""
        shown = [one for one in tables if one.rows]
        listed = [one for one in shown if one.listed]
        anchors = (anchor for one in shown for anchor in (one.anchor, *(row.anchor for row in one.rows)) if anchor)
        meta = {
            "title": escape.line(title),
            "description": escape.line(about),
            "template": TEMPLATE,
            "lang": self.lang,
            "below": True if "/" in name else None,
            "hide": ["navigation", "toc"] if name in _ALONE else ["toc"],
            "filters": self._filters(listed),
            "rows": sum(len(one.rows) for one in listed),
            "ways": msgspec.to_builtins(ways),
            "tables": msgspec.to_builtins(shown),
            "anchors": ["title", *anchors],
        }
        return Artifact(self.path(name), front.page(meta, ""))

    def _filters(self, tables: list[Shown]) -> list[dict[str, str]]:
        """The columns of a page's tables that offer a choice: the script's controls have their place from the first."""
        values: defaultdict[str, set[str]] = defaultdict(set)
        names = {}
        for table in tables:
            for at, head in enumerate(table.heads):
                if head.filter:
                    key = "year" if head.filter == "year" else head.key
                    names[key] = self.named("column", key) or head.name
                    values[key] |= self._values(head, (row.cells[at] for row in table.rows))
        return [{"key": key, "name": name} for key, name in names.items() if len(values[key]) > 1]

    def _values(self, head: Head, cells: Iterable[Cell]) -> set[str]:
        """The different values of a column: what the script finds in its cells."""
        if head.filter == "year":
            return {year_of(cell) for cell in cells if cell}
        texts = map(text_of, cells)
        parted = (text.split(self.words.between) if head.filter == "many" else (text,) for text in texts)
        return {value for text in parted for value in text if value}

    # --- links ----------------------------------------------------------------------------------------------------

    def link(self, text: str, name: str) -> Link:
        """A link to an index, or to a page below one: `works`, `verbs/call`."""
        return link(text, self.path(name))

    def work_link(self, record: Record) -> Link:
        """A link to a work, by its full name."""
        return link(self.words.name(record), self.corpus.page(record))

    def place_link(self, place: Place) -> Link:
        """A link to a paragraph: its work in short, and the paragraph."""
        text = self.words.place(self.label(place.record), place.anchor)
        return link(text, self.corpus.page(place.record), place.anchor)

    def label(self, record: Record) -> str:
        """A work in short: its symbol or number, else the beginning of its title."""
        return self.words.symbol(record) or record.number or self.cut(self.words.title(record), _LABEL)

    def cut(self, text: str, length: int) -> str:
        """A text, cut where it is longer."""
        if len(text) <= length:
            return text
        return self.say("cut", text=text[: word_edge(text, length, -1)].rstrip("，；、, "))

    def by_work(self, places: Iterable[Place]) -> list[tuple[Record, list[str]]]:
        """The places grouped by work, the newest work first, each paragraph once and in the order of the text."""
        groups: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        records: dict[tuple[str, str], Record] = {}
        for place in places:
            key = (place.record.work, place.record.lang)
            records[key] = place.record
            groups[key][place.anchor] = None
        order = sorted(records, key=lambda key: time_key(records[key]), reverse=True)
        return [(records[key], list(groups[key])) for key in order]

    def paragraphs(self, record: Record, anchors: Sequence[str]) -> Cell:
        """Links to some paragraphs of one work."""
        page = self.corpus.page(record)
        between = self.words.listed(("", ""))
        return joined(between, ((link(self.words.paragraph(anchor), page, anchor),) for anchor in anchors))

    def where(
        self, works: Sequence[tuple[Record, list[str]]], more: Standing | None, limit: int = WORKS_IN_A_CELL
    ) -> Cell:
        """The paragraphs as the content of a cell, by work; when they are many, `more` leads to all of them."""
        shown = works[:limit] if more else works
        lines: list[Cell] = [
            joined(" ", ((link(self.label(one), self.corpus.page(one)),), self.paragraphs(one, anchors)))
            for one, anchors in shown
        ]
        if more and len(shown) < len(works):
            lines.append((link(self.count("all_works", len(works)), more.page, more.anchor),))
        return joined(BREAK, lines)


def slug(text: str) -> str:
    """Part of an address for a word that has none in the data: itself if harmless, else its code points.

    Spaces and apostrophes become hyphens, a letter loses its accents: call upon → call-upon, s'élever → s-elever.
    """
    plain = "".join(char for char in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(char))
    lowered = _PARTS.sub("-", plain.strip())
    return lowered if _SLUG.fullmatch(lowered) else "x" + "-".join(f"{ord(char):x}" for char in text[:20])


def session_slug(body: str | None, session: str | None) -> str | None:
    """The address of a session: `hrc-51`."""
    if not body or not session:
        return None
    found = f"{body}-{session}".lower()
    return found if _SLUG.fullmatch(found) else None


__all__ = ["WORKS_IN_A_CELL", "Place", "View", "number_key", "session_slug", "slug"]
