"""One work in its languages, side by side, and who differs from whom. No language is the reference: the many are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from converter.alignment import Row, align
from converter.model import Citing, Diagnostic, Outlined, Record, line_in, place_in

COMPARE = "compare with the official texts in both languages"
EXTRACTED = f"{COMPARE}: a line may have been lost in extraction, or a paragraph cut in two"
PROFILE = "; where the text is right, add the form to the language's data file, with an example"
_NAMED = 3  # places of other languages that a message names

Dissenter = tuple[str, tuple[str, ...]]
"""A language, and those that it differs from."""


def dissenters(values: Mapping[str, Hashable], better: Hashable = None) -> Iterator[Dissenter]:
    """The languages whose value is not that of more than half of them, with those whose it is.

    Where there is no such value (two languages differ), the languages are held against those with the value
    `better`, else against those that agree with the first.
    """
    groups: defaultdict[Hashable, list[str]] = defaultdict(list)
    for lang, value in values.items():
        groups[value].append(lang)
    largest = max(groups.values(), key=len, default=[])
    agreed = largest if 2 * len(largest) > len(values) else groups.get(better) or next(iter(groups.values()), [])
    for lang in values:
        if lang not in agreed:
            yield lang, tuple(agreed)


@dataclass(frozen=True)
class Languages:
    """The expressions of one work, by language, in a fixed order."""

    records: Mapping[str, Record]

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Their paragraphs, side by side."""
        return align(tuple(self.records.values()))

    @cached_property
    def _citings(self) -> dict[str, dict[str, list[Citing]]]:
        found: dict[str, dict[str, list[Citing]]] = {}
        for lang, record in self.records.items():
            found[lang] = {}
            for citing in record.citings:
                found[lang].setdefault(citing.anchor, []).append(citing)
        return found

    def citings(self, lang: str, one: Outlined) -> Sequence[Citing]:
        """What a paragraph and its notes cite."""
        return self._citings[lang].get(one.id, ())

    def block(self, lang: str, kind: str) -> Outlined | None:
        """The first block of the masthead of a kind; else its first block, where the text begins."""
        blocks = [one for one in self.records[lang].outline if one.kind == "masthead"]
        return next((one for one in blocks if one.id == kind), blocks[0] if blocks else None)

    def paragraph(self, lang: str, anchor: str) -> Outlined | None:
        """A paragraph by its anchor."""
        return next((one for one in self.records[lang].outline if one.id == anchor and one.kind != "masthead"), None)

    def before(self, lang: str, at: int) -> Outlined | None:
        """The last paragraph in a language above a row."""
        return next((row[lang] for row in reversed(self.rows[:at]) if lang in row), self.block(lang, "title"))

    def finding(self, lang: str, place: Outlined | None, code: str, message: str, hint: str) -> Diagnostic:
        """A finding about the text in one language, located in it."""
        path = self.records[lang].path
        if place is None:
            return Diagnostic(path, 1, 1, code, message, hint, 0, lang, line_in(path, 0, 1))
        at = line_in(path, place.page, place.line) if place.kind == "masthead" else place.id
        return Diagnostic(path, place.line, place.column, code, message, hint, place.page, lang, at)

    def named(self, langs: Sequence[str], places: Mapping[str, Outlined | None]) -> str:
        """The files of other languages with the line to look at: `sources/x/en.txt:31, sources/x/zh.txt:34`."""
        shown = [self._place(self.records[lang].path, places.get(lang)) for lang in langs[:_NAMED]]
        more = len(langs) - _NAMED
        return ", ".join(shown) + (f" and {more} more" if more > 0 else "")

    @staticmethod
    def _place(path: str, one: Outlined | None) -> str:
        return path if one is None else path + place_in(path, one.page, one.line)
