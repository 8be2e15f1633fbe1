"""All the ways to part the lines of a text into paragraphs, and what speaks for each.

What a way costs depends on little that came before: which number is due, and what the paragraph above is. These are
the states. Some ten may be reached at each line, and they differ in the number mostly: what a line shows below a
paragraph of one kind is asked once, whatever number is due.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from converter.languages import Language
from converter.languages.closing_lines import OPENING, is_closed
from converter.languages.table import is_han
from converter.parse.due import due_labels, following, in_order
from converter.parse.entries import entry_signs, is_entry
from converter.parse.evidence import WEIGHTS, Evidence, Sign, fixed, signs, total
from converter.parse.headings import Headings
from converter.parse.labels import OperativeLabel, any_label, spoken_label
from converter.parse.lines import (
    Row,
    is_labelled,
    is_section,
    is_statement,
    looks_like_title,
    opens_with_verb,
    width_of,
)
from converter.parse.measured import Measured
from converter.parse.places import Places
from converter.parse.titles import Titles

_SHORT_TITLE = 80
_SHORT_LINE = 0.75  # of the width of a page: what is longer may be a ragged line
_PAGE_WIDTH = 160  # columns: no page has longer lines
_STATES = 12  # that are kept at each line
_OPENING = (Sign.SMALL, Sign.CAPITAL, Sign.FIGURE, Sign.NO_VERB)
_BELOW = ("heading", "annex", "enacting")  # what is one line
# Below what ends in no sign.
_BELOW_ONE_WITHOUT_SIGN = {"closing": Sign.BELOW_CLOSING, "title": Sign.BELOW_TITLE, "column": Sign.IN_STATES}


class State(msgspec.Struct, frozen=True, cache_hash=True):  # a Struct, as each here is: some ten are made a line
    """What counts of what came before: the number that is due, and what the paragraph above is.

    `above` is a kind of `Group`, or `numbered`, `sub`, `title`, `statement`, `column`, `closing`, or empty.
    """

    due: int
    above: str


class Step(msgspec.Struct, frozen=True):
    """One way to take a line: it begins a paragraph of this kind and number, or goes on.

    `score` is how likely that is by the evidence, as a logarithm: what is certain costs nothing.
    """

    before: State
    after: State
    begins: bool
    kind: str
    number: int | None
    evidence: tuple[Evidence, ...]
    score: float


class _Weighed(msgspec.Struct, frozen=True):
    """What speaks for a break above a line: the scores of going on, of beginning, of beginning with the number due."""

    evidence: tuple[Evidence, ...]
    goes_on: float
    numbered: tuple[Evidence, ...]
    begins: float
    due: tuple[Evidence, ...]
    begins_due: float


class _Seen(msgspec.Struct, frozen=True):
    """What a line shows below a paragraph of one kind, whatever number is due.

    It begins a `kind` of its own (see `Headings.kind`), else a paragraph that is `after` for the lines below it.
    """

    kind: str
    after: str
    weighed: _Weighed


Reached = dict[State, tuple[float, Step]]
"""The states that lines lead to, each with the score of the best way there and its last step."""


def _likely(evidence: Iterable[Evidence], *, begins: bool) -> float:
    weight = total(evidence)
    return -math.log1p(math.exp(-weight if begins else weight))


class Ways:
    """All the ways to part one text, line by line; `due` has the lines with the label of a list that is due."""

    def __init__(self, rows: Sequence[Row], lost: frozenset[int], language: Language, *, given: bool) -> None:
        self._rows = rows
        self._language = language
        self._given = given
        self._lost = lost
        self._following = following(rows)
        width = width_of(rows)
        wide = width > _PAGE_WIDTH
        gaps = any(row.line.gap for row in rows[1:])
        self.due = due_labels(rows, language)
        annex = next((at for at, row in enumerate(rows) if row.annex), len(rows))
        self._annex = annex
        entries = entry_signs(rows, annex, width, language)
        self._plain: list[tuple[Sign, ...]] = [()]
        for index, (above, row) in enumerate(pairwise(rows), start=1):
            shown = signs(above, row, language, due=self.due.get(index))
            as_wide = [Sign.WIDE] if wide and row.line.gap == gaps else []
            self._plain.append((*shown, *as_wide, *entries[index]))
        numbers = in_order(rows, self._following)
        sure = [
            0.0 if index and self._is_apart(index) else total(fixed([*found, *([Sign.NUMBER_DUE] * due)]))
            for index, (found, due) in enumerate(zip(self._plain, numbers, strict=True))
        ]
        self._measured = Measured(rows, sure, lost, width, spaced=bool(language.table("text.glue")))
        self._places = Places(rows, language, self._measured.blank_tells, given, width, annex)
        self._headings = Headings(self._places)
        self._in_title = set(Titles(self._places).wrapped())
        self._natures = [_nature_of(row, language) for row in rows]
        self._alike: dict[int, _Weighed] = {}  # by line, where the paragraph above has no say

    def _is_apart(self, index: int) -> bool:
        """Whether a break tells nothing of others: at a heading, a line on the adoption, a list of States."""
        apart = {Sign.COLUMN, Sign.IN_COLUMN, Sign.CLOSING} & set(self._plain[index])
        return bool(apart) or self._rows[index - 1].stands_alone(self._language)

    def steps(self) -> Iterator[tuple[list[Step], Reached]]:
        """For each line the ways to take it from each state that may be reached, and the states that are kept."""
        scores = {State(1, ""): 0.0}
        for index in range(len(self._rows)):
            some = self._ways(index, scores)
            after: Reached = {}
            for step in some:
                score = scores[step.before] + step.score
                known = after.get(step.after)
                if known is None or score > known[0]:
                    after[step.after] = score, step
            kept = sorted(after, key=lambda state: -after[state][0])[:_STATES]
            scores = {state: after[state][0] for state in kept}
            yield [step for step in some if step.after in scores], {state: after[state] for state in kept}

    def _ways(self, index: int, states: Iterable[State]) -> list[Step]:
        """The ways to take a line from each of these states."""
        row = self._rows[index]
        label = self._label(index)
        below: dict[str, _Seen] = {}
        found: list[Step] = []
        for state in states:
            seen = below.get(state.above)
            if seen is None:
                seen = below[state.above] = self._seen(index, state.above)
            shown, due = seen.weighed, state.due
            if index:
                found.append(Step(state, state, False, "", None, shown.evidence, shown.goes_on))
            if seen.kind:
                for number in self._counted_below(index, seen.kind, due):
                    after = State(number, seen.kind)
                    found.append(Step(state, after, True, seen.kind, None, shown.evidence, shown.begins))
                continue
            is_due = label is not None and self._is_due(index, due, label)
            if is_due:
                found.append(Step(state, State(due + 1, "numbered"), True, "", due, shown.due, shown.begins_due))
            below_it = due if row.label is None else max(due, row.label + 1)  # a number was skipped
            passed_over = WEIGHTS[Sign.NUMBER_DUE] if is_due else 0.0  # a number that is due and was not counted
            after = State(below_it, seen.after)
            found.append(Step(state, after, True, "", None, shown.numbered, shown.begins - passed_over))
        return found

    def _seen(self, index: int, above: str) -> _Seen:
        kind = "heading" if index in self._in_title else self._headings.kind(index, above)
        after = kind or self._nature(index, above)
        alone = self._decided(index, above)
        signs = (alone,) if alone else self._signs(index, above, kind)
        if signs is not self._plain[index] or kind:
            evidence = fixed(signs) if alone else (*fixed(signs), *self._measured.evidence(index))
            return _Seen(kind, after, self._weigh(index, evidence, kind))
        weighed = self._alike.get(index)  # as below most paragraphs, whatever they are
        if weighed is None:
            evidence = (*fixed(signs), *self._measured.evidence(index))
            weighed = self._alike[index] = self._weigh(index, evidence, kind)
        return _Seen(kind, after, weighed)

    def _weigh(self, index: int, evidence: tuple[Evidence, ...], kind: str) -> _Weighed:
        numbered = due = evidence
        if not kind:
            is_label = self._rows[index].label is not None
            # A label that is misprinted tells nothing of how words open.
            known = evidence if is_label else tuple(one for one in evidence if one.sign not in _OPENING)
            due = (*known, *fixed([Sign.NUMBER_DUE]))
            numbered = (*evidence, *fixed([Sign.NUMBER])) if is_label else evidence
        goes_on, begins = _likely(evidence, begins=False), _likely(numbered, begins=True)
        return _Weighed(
            evidence, goes_on, numbered, begins, due, begins if due is numbered else _likely(due, begins=True)
        )

    def _label(self, index: int) -> OperativeLabel | None:
        """The label of an operative paragraph that a line begins with; one that is not printed as such wants more.

        It wants an end above it and a verb behind it.
        """
        row = self._rows[index]
        label = any_label(row.bare, self._language) if row.label is not None or not is_han(row.bare) else None
        if label is None and row.label is not None:
            label = spoken_label(row.bare, None, self._language)
        if label is None or label.sure:
            return label
        ended = not index or self._language.page.sentences.clause_ends(self._rows[index - 1].bare)
        return label if ended and opens_with_verb(row.bare[label.end :], self._language) else None

    def _nature(self, index: int, above: str) -> str:
        """What a paragraph is that begins with a line which is no heading, below a paragraph of some kind."""
        row, alone = self._rows[index], self._natures[index]
        named = above == "title" and is_entry(self._places, index)
        if alone in ("", "sub") and (named or above in ("heading", "annex")):
            short = len(row.bare) <= _SHORT_TITLE and not self._language.page.sentences.clause_ends(row.bare)
            return "title" if short else alone
        return alone

    def _counted_below(self, index: int, kind: str, due: int) -> Iterable[int]:
        """The numbers that may be due below a line: in an annex, a part, a section paragraphs may be counted anew.

        So may a list be in an annex, whose first number stands below any heading.
        """
        anew = index > self._annex and any(row.label == 1 for row in self._rows[index + 1 : index + 2])
        if kind == "heading" and (anew or is_section(self._rows[index].bare, self._language)):
            return dict.fromkeys((1, due))
        return (1 if kind in ("annex", "enacting") else due,)

    def _is_due(self, index: int, due: int, label: OperativeLabel) -> bool:
        """Whether a label is the number that is due, or misprinted for it: then the one after it follows below."""
        return label.number == due or (label.plain and self._following[index] == due + 1)

    def _decided(self, index: int, above_is: str) -> Sign | None:
        """The sign that alone decides on the break above a line; `above_is` is what the paragraph above is."""
        if not index:
            return Sign.FIRST
        row, above = self._rows[index], self._rows[index - 1]
        if row.line.role or above.line.role:
            begins = row.line.role != above.line.role or (row.line.role == "heading" and row.line.gap)
            return Sign.GIVEN if begins else Sign.GIVEN_INSIDE
        if self._given and row.line.gap:
            return Sign.GIVEN
        if index in self._in_title and index - 1 in self._in_title:
            return Sign.IN_TITLE
        if above_is == "annex" and self._names_annex_on(above, row):
            return Sign.IN_TITLE
        return Sign.BELOW_HEADING if above_is in _BELOW else None

    def _names_annex_on(self, above: Row, row: Row) -> bool:
        """Whether the title of an annex goes on in a short line below its comma: Annex A: Plan, / Lampton, 14 July."""
        if row.line.gap or row.annex or row.closing or not self._language.page.sentences.comma_ends(above.bare):
            return False
        labelled = row.label is not None or is_labelled(row.bare, self._language)
        return looks_like_title(row.bare, longest=_SHORT_TITLE) and not labelled

    def _signs(self, index: int, above_is: str, kind: str) -> tuple[Sign, ...]:
        """The signs above a line, besides that of its number, where what the paragraph above is has a say."""
        plain, row, above = self._plain[index], self._rows[index], self._rows[index - 1]
        found = plain
        if above_is == "sub" and Sign.NO_SIGN not in found:
            found = (*found, *self._below_list(index, found))
        if kind in _BELOW:
            found = (*found, Sign.HEADING)
        if above_is == "statement" and Sign.CLOSING not in found:
            closed = is_closed(above.bare)
            if Sign.BRACKET in found or not (closed or Sign.STOP in found or Sign.COMMA in found):
                found = (*found, Sign.IN_STATEMENT)
            elif not row.line.gap:
                found = (*found, Sign.BELOW_STATEMENT)
        below = _BELOW_ONE_WITHOUT_SIGN.get(above_is)
        if below:
            found = tuple(sign for sign in found if sign not in (Sign.NO_SIGN, Sign.WANTS_MORE))
            if above_is == "title" and is_entry(self._places, index):
                found = (*found, Sign.ENTRY)
            if below is not Sign.IN_STATES or not (kind or Sign.CLOSING in found or Sign.STOP in found):
                found = (*found, below)
        return found

    def _below_list(self, index: int, found: Collection[Sign]) -> Iterator[Sign]:
        """What shows that a line goes on with the sentence above a list, whose last item ended in a sign above it."""
        if Sign.SMALL in found:
            yield Sign.LIST_ENDS
        row, above = self._rows[index], self._rows[index - 1]
        spaced = row.line.gap and self._places.blank_tells and row.line.start not in self._lost
        short = above.columns <= _SHORT_LINE * self._places.width
        if (Sign.SMALL in found or Sign.NO_VERB in found) and (spaced or short):
            yield Sign.LIST_OVER


def _nature_of(row: Row, language: Language) -> str:
    """What a paragraph is that begins with a line which is no heading, as far as its first words show."""
    if row.label is not None:
        return "numbered"
    if row.column:
        return "column"
    if row.closing:
        told = is_statement(row.bare, language) or row.bare[0] in OPENING
        return "statement" if told else "closing"
    return "sub" if language.page.label_forms.begins_sub(row.bare) else ""
