"""What a part of a text means at a place of it: the paragraph, section or annex that words such as paragraph 3 lead to.

It is looked for where the words point to: above, below, or anywhere in the text. Where paragraphs count anew, in
annexes and sections, those of the same part come first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from converter import addresses, numerals
from converter.model import Landing, PageLine, Paragraph, Pinpoint, Resolution
from converter.model.marks import FOOTNOTE_PLACE

NAMED, LOOSELY, MENTIONED = "named", "loosely named", "mentioned"
AT_ALL = (LOOSELY, MENTIONED)
"""The kinds of words that name a paragraph and may be of any text."""
ONLY_NAMED = (NAMED, *AT_ALL)
"""The kinds of words that name a paragraph and do not say whose it is."""
_HERE_IN_ANNEX, _HERE_IN_ARTICLE = "here in annex", "here in article"
_HERE_IN_PART = (_HERE_IN_ANNEX, _HERE_IN_ARTICLE)
_ANYWHERE = ("here", *_HERE_IN_PART, *ONLY_NAMED)  # the kinds that point neither up nor down
_LAST_NUMBER = re.compile(r"\d+[a-z]*$")
_ROMAN = re.compile(r"\W*(?:\w+ )?(?P<label>[IVXL]+|[A-Z]|\d+)(?!\w)")
_LAST_LABEL = re.compile(r"(?P<label>[^\W\d_]+)\W*$")
_ROMAN_PART = re.compile(r"(?<=-)[ivx]+(?![^-])")


@dataclass
class Within:
    """The paragraphs of a text, asked for what a part means at a place.

    `section_lines` are the lines of the page that name a section: section 5 is no paragraph 5.
    """

    resolution: Resolution
    section_lines: frozenset[PageLine] = frozenset()

    @cached_property
    def _order(self) -> dict[str, int]:
        return {one.id: index for index, one in enumerate(self.resolution.own_paragraphs)}

    @cached_property
    def has_annexes(self) -> bool:
        """Whether the text has an annex with paragraphs."""
        return any(one.startswith("annex") for one in self._order)

    @cached_property
    def _notes(self) -> dict[str, str | None]:
        return {note.place: note.paragraph for note in self.resolution.footnotes}

    def may_name(self, place: str) -> bool:
        """Whether words of a place may name paragraphs of the text with no other sign: not those of its preamble."""
        one = self._by_id.get(place)
        return one is not None and next(reversed(list(self._chain(place)))).kind != "preambular"

    def landings(self, kind: str, parts: Sequence[Pinpoint], place: str) -> tuple[tuple[Landing, ...], list[Pinpoint]]:
        """The paragraphs that the parts of a phrase of some kind mean, and those parts that lead to none."""
        in_note = place.startswith(FOOTNOTE_PLACE)
        home = self._notes.get(place) if in_note else place
        found: list[Landing] = []
        lost: list[Pinpoint] = []
        for part in parts:
            meant = self._meant(kind, part, home, in_note=in_note)
            if meant is not None:
                found.append(Landing(self._as_printed(meant, part, place), part.start, part.end))
            elif kind not in _HERE_IN_PART or _is_paragraph_of_annex(part.label, home):
                lost.append(part)
        return tuple(found), lost

    def _meant(self, kind: str, part: Pinpoint, home: str | None, *, in_note: bool) -> str | None:
        """The id of a part where there is one in the direction that the words give."""
        if kind == "preceding":
            return self._preceding(home)
        here = self._order.get(home or "", -1)
        is_section = part.label.isdigit() and not self.section_lines.isdisjoint(part.phrases)
        candidates = self._by_heading(part.label, "") if is_section else self._candidates(kind, part.label, home)
        for candidate in map(self._as_counted, candidates):
            at = self._order.get(candidate)
            if at is None:
                continue
            if kind in ONLY_NAMED and candidate == home:
                continue
            if kind in _ANYWHERE or in_note or here < 0 or (at < here if kind == "above" else at > here):
                return candidate
        return None

    def _as_printed(self, meant: str, part: Pinpoint, place: str) -> str:
        """Of the items of one list that with the very letter of the words: е is the sixth of а, б, or e of a, b, c."""
        one, last = self._by_id.get(meant), _LAST_LABEL.search(self._words.get(place, "")[part.start : part.end])
        if one is None or one.kind != "sub" or last is None or _printed(one) == last["label"]:
            return meant
        beside = [
            item.id for item in self._by_id.values() if item.parent == one.parent and _printed(item) == last["label"]
        ]
        return beside[0] if len(beside) == 1 else meant

    @cached_property
    def _words(self) -> dict[str, str]:
        notes = {note.place: note.text.text for note in self.resolution.footnotes}
        return notes | {one.id: one.text.text for one in self.resolution.own_paragraphs}

    def _as_counted(self, anchor: str) -> str:
        """An id, or that of a sub-paragraph counted in figures: a pinpoint calls ㈡ (ii), its id has op1-a-2."""
        figures = _ROMAN_PART.sub(lambda part: str(numerals.roman(part[0].upper())), anchor)
        there = self._by_id.get(figures)
        return figures if anchor not in self._order and there is not None and there.kind == "sub" else anchor

    def _candidates(self, kind: str, label: str, home: str | None) -> Iterator[str]:
        """The ids that a label may mean, the likeliest first."""
        anchor = addresses.pinpoint_anchor(label)
        chain = list(self._chain(home))
        if label.startswith("("):  # (b) of the paragraph that speaks, or of the one before it
            yield from (f"{one.id}-{anchor}" for one in chain)
            before = self._preceding(chain[-1].id) if chain and kind == "above" else None
            if before:
                yield f"{before}-{anchor}"
            return
        own = self._part_of(chain[-1]) if chain else ""
        number = anchor.removeprefix("op") if label[:1].isdigit() else ""
        if kind in _HERE_IN_PART and not (number and own.startswith("annex")):
            return
        if number and own and (kind != "here" or not own.startswith("annex")):
            yield f"{own}{number}"
            if kind == _HERE_IN_ARTICLE:
                return
            yield from self._elsewhere_in_annex(own, number)
        if kind == "here" or not own.startswith("annex") or not number:
            yield anchor
            yield from self._by_heading(label, number)

    def _elsewhere_in_annex(self, own: str, number: str) -> Iterator[str]:
        """The one paragraph of the same annex that has the number, where they count on through its sections."""
        if own.startswith("annex"):
            heads = [one.id for one in self.resolution.own_paragraphs if one.kind == "heading"]
            annex = max((one for one in heads if own.startswith(f"{one}-")), key=len, default="annex")
            there = [one for one in self._order if one.startswith(f"{annex}-") and one.endswith(f"-{number}")]
            if len(there) == 1:
                yield there[0]

    def _by_heading(self, label: str, number: str) -> Iterator[str]:
        """Sections by their headings, whose ids do not have their numbers; paragraphs of sections count on in most."""
        section, _, rest = label.partition(".")
        if number or section.startswith(("annex", "pp")):
            return
        if rest[:1].isdigit():
            yield addresses.pinpoint_anchor(rest)
        elif not rest:
            for one in self.resolution.own_paragraphs:
                match = _ROMAN.match(one.text.text) if one.kind == "heading" else None
                if match and match["label"] == section:
                    yield one.id

    def _chain(self, home: str | None) -> Iterator[Paragraph]:
        """A paragraph and those above it in the tree, the innermost first."""
        by_id = self._by_id
        one = by_id.get(home or "")
        while one is not None:
            yield one
            one = by_id.get(one.parent or "")

    @cached_property
    def _by_id(self) -> dict[str, Paragraph]:
        return {one.id: one for one in self.resolution.own_paragraphs}

    @staticmethod
    def _part_of(paragraph: Paragraph) -> str:
        """What the ids of the numbered paragraphs of its part begin with: op, annex-ii-, iii-."""
        stem = _LAST_NUMBER.sub("", paragraph.id)
        if stem in ("p", "pp", "h", "u"):
            return ""
        return f"{stem}-" if stem == paragraph.id else stem

    def _acting_before(self, one: Paragraph) -> str | None:
        """The operative paragraph before one without a number, if nothing but its list stands between them."""
        every = self.resolution.own_paragraphs
        at = self._order[one.id] - 1
        while at >= 0 and every[at].kind == "sub":
            at -= 1
        goes_on = one.kind == "plain" and at < self._order[one.id] - 1
        acts = at >= 0 and every[at].kind == "operative" and (goes_on or one.kind == "operative")
        return every[at].id if acts else None

    def _preceding(self, home: str | None) -> str | None:
        """The numbered paragraph before a numbered one; of a sub-paragraph it is not sure which is meant.

        Where none has a number, it is the operative paragraph before an operative one; of words that go on behind a
        list it is the paragraph that the list hangs on.
        """
        one = self._by_id.get(home or "")
        if one is None or one.parent is not None:
            return None
        if not one.number:
            return self._acting_before(one)
        if not one.number.isdigit():
            return None
        stem, number = self._part_of(one), int(one.number or 0)
        before = f"{stem}{number - 1}"
        return before if self._order.get(before, len(self._order)) < self._order[one.id] else None


def _is_paragraph_of_annex(label: str, home: str | None) -> bool:
    """Whether a part of “this annex” is a paragraph, and an annex with paragraphs speaks: its sections are not sure."""
    return label[:1].isdigit() and (home or "").startswith("annex")


def _printed(item: Paragraph) -> str:
    """The letter that a paragraph has as its label, as it is printed."""
    return "".join(filter(str.isalpha, item.label.text)) if item.label else ""
