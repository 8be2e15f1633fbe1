"""References of a text to its own paragraphs: paragraph 3 (a) above, the annex to the present resolution.

A path of units (`paths`) is one of the text itself where a phrase of the page's `internal` stands behind or before it.
What is meant is looked for where the words point to: above, below, or anywhere in it. Where paragraphs count anew, in
annexes and sections, those of the same part come first. What leads to no paragraph is no mark, and a remark says so.

A paragraph that is only `named` (as set out in paragraph 3) is the text's own in its acts and annexes, where nothing
says that it is another's: no work was cited before it in the paragraph, and no words behind it go on to one.
A numbered annex that the text has, or a paragraph of an annex, needs no such word: the lamps in annex I.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from converter import addresses, numerals
from converter.annotate.found import Given, Remark
from converter.cite import paths
from converter.languages.match import Match
from converter.languages.page import Page
from converter.languages.phrases import Phrase
from converter.model import Citation, Internal, Landing, Paragraph, Pinpoint, Resolution
from converter.model.marks import FOOTNOTE_PLACE
from converter.view import Tokens

UNRESOLVED = "internal-unresolved"
_NAMED, _LOOSELY = "named", "loosely named"
_ONLY_NAMED = (_NAMED, _LOOSELY)
_HERE_IN_ANNEX = "here in annex"
_ANYWHERE = ("here", _HERE_IN_ANNEX, *_ONLY_NAMED)  # the kinds that point neither up nor down
_CLOSING = frozenset("》)）」”")
_OF_ANOTHER = ("noun", "own", "document", "organ")
_DOCUMENTS = ("document", "agreement")
_POINTS = frozenset(",،")
_IN_ANNEX = re.compile(r"annex\b.*\.|annex \w+$")  # annex alone may be any: the annexed letter
_COUNTED = re.compile(r"\d|\(|annex")
_LAST_NUMBER = re.compile(r"\d+[a-z]*$")
_ROMAN = re.compile(r"\W*(?:\w+ )?(?P<label>[IVXL]+|[A-Z]|\d+)(?!\w)")

Found = tuple[tuple[Internal, ...], tuple[tuple[str, Remark], ...]]
"""The marks, and what leads nowhere: the place and the remark."""


def find_internal(given: Given, citations: Sequence[Citation]) -> Found:
    """Every reference to the text's own paragraphs, in order; words of a citation are none."""
    marks: list[Internal] = []
    remarks: list[tuple[str, Remark]] = []
    text = _Text(given.resolution)
    page = given.page
    taken: dict[str, list[tuple[int, int]]] = {}
    for citation in citations:
        taken.setdefault(citation.place, []).append((citation.start, citation.end))
    for words in given.texts:
        if not page.internal.may_be_in(words.view, with_annexes=text.has_annexes):
            continue
        cited = sorted(taken.get(words.place, ()))
        for one in _phrases(words.tokens, cited, page):
            if one.kind in _ONLY_NAMED and (
                not text.may_name(words.place)
                or (cited and cited[0][0] < one.start)
                or (one.kind == _LOOSELY and _tells_of_document(words.tokens, one.start))
            ):
                continue
            landings, lost = text.landings(one, words.place)
            if landings:
                printed, phrases = words.text[one.start : one.end], tuple(phrase.at for phrase in one.phrases)
                marks.append(Internal(words.place, one.start, one.end, printed, landings, phrases))
            if one.kind not in _ONLY_NAMED:
                remarks += (
                    (words.place, Remark(part.start, max(part.end, part.start + 1), UNRESOLVED)) for part in lost
                )
    return tuple(marks), tuple(remarks)


# --- the phrases of a text ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Parts of the text itself with the words that say so, and where these point to; spans count in the text."""

    kind: str
    parts: tuple[Pinpoint, ...]
    start: int
    end: int
    phrases: tuple[Phrase, ...]


def _phrases(tokens: Tokens, taken: list[tuple[int, int]], page: Page) -> Iterator[_Phrase]:
    at = 0
    while at < len(tokens):
        found = _phrase_at(tokens, at, page)
        if found is None:
            at += 1
            continue
        first, last, kind, phrases, parts = found
        start, end = tokens.span(first, last)
        if _overlaps(taken, start, end):
            at += 1
        else:
            named = parts or (Pinpoint("", start, end),)
            yield _Phrase(kind, named, start, end, phrases)
            at = last
            while (
                parts and parts[-1].label[:1].isdigit() and (further := _further(tokens, at, taken, page)) is not None
            ):
                at, one = further
                yield one


def _phrase_at(
    tokens: Tokens, at: int, page: Page
) -> tuple[int, int, str, tuple[Phrase, ...], tuple[Pinpoint, ...]] | None:
    """What begins at a token: its tokens, what it says, by which line of the page, and its parts."""
    alone = _longest(page.internal.alone.after(tokens, at))
    if alone is not None:
        return at, alone.last, alone.phrase.kind, (alone.phrase,), ()
    for match in page.internal.before.after(tokens, at):
        for parts, end in paths.standing(tokens, match.last, page)[-1:]:
            kind = match.phrase.kind
            if kind == _LOOSELY and all(_IN_ANNEX.match(one.label) for one in parts):
                kind = _NAMED
            if kind in _ONLY_NAMED:
                is_another = _is_of_another(tokens, match.last, end, page)
            else:  # in particular paragraph 3 of the report
                is_another = _leads_on(tokens, end, page)
            if kind == _LOOSELY:  # words behind know better; a section is rarely named so
                is_another = is_another or not all(map(_COUNTED.match, (one.label for one in parts)))
                is_another = is_another or bool(page.internal.behind.after(tokens, end))
            if not is_another:
                return at, end, kind, (match.phrase,), parts
    standing = paths.standing(tokens, at, page)
    for parts, end in reversed(standing):
        behind = _longest(page.internal.behind.after(tokens, end))
        if behind is not None and (behind.phrase.kind not in _ONLY_NAMED or not _is_of_another(tokens, at, at, page)):
            return at, behind.last, behind.phrase.kind, (behind.phrase,), parts
    for parts, end in standing[-1:]:
        in_annex = all(_IN_ANNEX.match(one.label) for one in parts)
        if in_annex and not _is_of_another(tokens, at, at, page) and not _leads_on(tokens, end, page):
            return at, end, _NAMED, (), parts
    return None


def _tells_of_document(tokens: Tokens, before: int) -> bool:
    """Whether a report, a letter or an agreement is told of before an offset: its paragraphs may be meant.

    The first word is a verb: Notes that.
    """
    told = (index for index, token in enumerate(tokens.items) if index and any(map(token.has, _DOCUMENTS)))
    return any(tokens.span(index, index + 1)[0] < before for index in told)


def _is_of_another(tokens: Tokens, first: int, end: int, page: Page) -> bool:
    """Whether words around paragraphs that are only named may be of another text: of the report, 《公约》第3段."""
    before = tokens[first - 1] if first > 1 else None  # the first word is a verb: 决定第3段所述
    closes = before is not None and (before.word in _CLOSING or any(map(before.has, _OF_ANOTHER)))
    return closes or bool(end > first and page.pinpoints["elsewhere"].after(tokens, end))


def _leads_on(tokens: Tokens, at: int, page: Page) -> bool:
    """Whether words go on to what the parts are of, with no comma before: paragraph 3 of the report."""
    return any(tokens[match.first].word not in _POINTS for match in page.pinpoints["elsewhere"].after(tokens, at))


def _further(tokens: Tokens, at: int, taken: list[tuple[int, int]], page: Page) -> tuple[int, _Phrase] | None:
    """Further paragraphs of the same word, with words of their own behind them: paragraphs 1 above and 3 below."""
    found = paths.going_on(tokens, at)
    behind = _longest(page.internal.behind.after(tokens, found[1])) if found else None
    if found is None or behind is None:
        return None
    start, end = found[0][0].start, tokens.span(at, behind.last)[1]
    one = _Phrase(behind.phrase.kind, found[0], start, end, (behind.phrase,))
    return None if _overlaps(taken, start, end) else (behind.last, one)


def _longest(found: list[Match]) -> Match | None:
    return max(found, key=lambda match: match.last, default=None)


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_right(taken, (start, end))
    return any(one < end and start < other for one, other in taken[max(0, index - 1) : index + 1])


# --- what they lead to --------------------------------------------------------------------------------------------


def _is_paragraph_of_annex(label: str, home: str | None) -> bool:
    """Whether a part of “this annex” is a paragraph, and an annex with paragraphs speaks: its sections are not sure."""
    return label[:1].isdigit() and (home or "").startswith("annex")


_ROMAN_PART = re.compile(r"(?<=-)[ivx]+(?![^-])")


@dataclass
class _Text:
    """The paragraphs of a text, asked for what a part means at a place."""

    resolution: Resolution

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

    def landings(self, phrase: _Phrase, place: str) -> tuple[tuple[Landing, ...], list[Pinpoint]]:
        """The paragraphs that a phrase means, and its parts that lead to none."""
        in_note = place.startswith(FOOTNOTE_PLACE)
        home = self._notes.get(place) if in_note else place
        found: list[Landing] = []
        lost: list[Pinpoint] = []
        for part in phrase.parts:
            meant = self._meant(phrase.kind, part.label, home, in_note=in_note)
            if meant is not None:
                found.append(Landing(meant, part.start, part.end))
            elif phrase.kind != _HERE_IN_ANNEX or _is_paragraph_of_annex(part.label, home):
                lost.append(part)
        return tuple(found), lost

    def _meant(self, kind: str, label: str, home: str | None, *, in_note: bool) -> str | None:
        """The id of a part where there is one in the direction that the words give."""
        if kind == "preceding":
            return self._preceding(home)
        here = self._order.get(home or "", -1)
        for candidate in map(self._as_counted, self._candidates(kind, label, home)):
            at = self._order.get(candidate)
            if at is None:
                continue
            if kind in _ONLY_NAMED and candidate == home:
                continue
            if kind in _ANYWHERE or in_note or here < 0 or (at < here if kind == "above" else at > here):
                return candidate
        return None

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
        if kind == _HERE_IN_ANNEX and not (number and own.startswith("annex")):
            return
        if number and own and (kind != "here" or not own.startswith("annex")):
            yield f"{own}{number}"
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
