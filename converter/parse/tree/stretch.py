"""The paragraphs below one that lists may hang on: they wait for the labels of all before they have their places."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from converter.clean import ends_in_colon
from converter.languages import Language
from converter.model import LabelDoubt, Paragraph, Text
from converter.parse.labels import Reading, is_well_printed
from converter.parse.quotations import quoted
from converter.parse.sequence import Labelled, Placed, place
from converter.parse.tree.anchors import Anchors
from converter.parse.tree.kinds import Kind


@dataclass(frozen=True, slots=True)
class Settled:
    """A paragraph that has its place: where it stands in the tree, how long its label is, whether that is doubtful."""

    index: int
    paragraph: Paragraph
    label: int
    doubt: LabelDoubt | None


@dataclass(frozen=True, slots=True)
class _Pending:
    """A paragraph that waits: where it stands in the tree, and its label if it has one."""

    index: int
    text: Text
    found: Kind
    label: Labelled | None


class Stretch:
    """What stands below one paragraph, up to the next number; `opener` is its anchor, `words` what it says."""

    def __init__(self, opener: str = "", words: str = "") -> None:
        self._opener, self._words = opener, words
        self._pending: list[_Pending] = []
        self._seen: set[tuple[int, float]] = set()  # form and count of each reading of the labels so far

    def sub(self, found: tuple[Reading, ...], above: Paragraph) -> Kind | None:
        """A sub-paragraph by the readings of its label; what it means shows when all are known (`sequence`).

        A label that is damaged must make good order: what only looks like one is none.
        """
        first = ends_in_colon(above.text.text)
        due = any((one.form, one.count - 1) in self._seen or (first and one.count == 1) for one in found)
        if not found or not (is_well_printed(found) or due):
            return None
        self._seen |= {(one.form, one.count) for one in found}
        return Kind("sub", readings=found)

    def add(self, index: int, text: Text, found: Kind, above: Paragraph) -> None:
        """The next paragraph of the stretch, which stands at `index` in the tree, below another one."""
        label = None
        if found.readings:
            opened = ends_in_colon(above.text.text)
            label = Labelled(found.readings, opened, led=opened and above.kind == "plain")
        self._pending.append(_Pending(index, text, found, label))

    def settle(self, anchors: Anchors, language: Language) -> Iterator[Settled]:
        """The stretch is over: its labels are placed, and its paragraphs have their anchors."""
        if not self._pending:
            return
        within = self._within(language)
        placed = self._placed(within)
        identities: list[str] = []
        for at, one in enumerate(self._pending):
            found, doubt = one.found, ""
            if at in placed:
                where, parent = placed[at]
                parent = self._quoting(within[at]) if parent is None else parent
                found = _as_placed(where, self._opener if parent is None else identities[parent])
                doubt = where.doubt
            identities.append(anchors.give(found.anchor))
            said = LabelDoubt(identities[-1], doubt, placed[at][0].due) if doubt else None
            yield Settled(one.index, found.paragraph(identities[-1], one.text), found.label, said)

    def _within(self, language: Language) -> list[int | None]:
        """Which paragraph opens the quotation that each stands in: 0 is the one above the stretch, 1 its first."""
        texts = [self._words, *(one.text.text for one in self._pending)]
        return quoted(texts, language.table("body.quotations"))[1:]

    def _placed(self, within: list[int | None]) -> dict[int, tuple[Placed, int | None]]:
        """Each label's place, and which of the stretch it stands under; the labels of a quotation are a list apart."""
        lists: dict[int | None, list[tuple[int, Labelled]]] = {}
        for at, one in enumerate(self._pending):
            if one.label:
                lists.setdefault(within[at], []).append((at, one.label))
        return {
            at: (one, own[one.parent][0] if one.parent is not None else None)
            for own in lists.values()
            for (at, _), one in zip(own, place([label for _, label in own]), strict=True)
        }

    def _quoting(self, within: int | None) -> int | None:
        """The sub-paragraph whose words a quotation is, if it is one's: its lists stand below that."""
        return within - 1 if within and self._pending[within - 1].label else None


def _as_placed(placed: Placed, parent: str) -> Kind:
    """A sub-paragraph by its place: the anchor has the label's own sign where that is ASCII, else how far it counts."""
    one = placed.reading
    letter = unicodedata.normalize("NFD", one.number)[:1]  # ñ
    printed = (name for name in (one.number.replace(" ", "-"), letter) if name.isascii())
    counted = str(int(one.count)) if one.count else "item"  # a dash has no count
    anchor = next((name for name in printed if any(map(str.isalnum, name))), counted)
    return Kind("sub", one.number, parent, one.end, f"{parent}-{anchor}")
