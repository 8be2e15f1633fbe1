"""All the ways to part the lines of a text into paragraphs, and what speaks for each.

What a way costs depends on little that came before: which number is due, and what the paragraph above is. These are
the states. Some ten may be reached at each line, and they differ in the number mostly: what a line shows below a
paragraph of one kind is asked once, whatever number is due.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from converter.languages import Language
from converter.languages.closing_lines import CLOSING, OPENING
from converter.languages.table import is_han
from converter.parse.due import due_labels, following, in_order
from converter.parse.evidence import WEIGHTS, Evidence, Sign, fixed, signs, total
from converter.parse.headings import Headings
from converter.parse.labels import OperativeLabel, any_label, spoken_label
from converter.parse.lines import (
    Row,
    is_closing,
    is_column,
    is_section,
    is_statement,
    opens_list,
    opens_with_verb,
    stands_alone,
    width_of,
)
from converter.parse.measured import Measured

_SHORT_TITLE = 80
_ENTRY = 40  # characters of a name in a list
_PAGE_WIDTH = 160  # columns: no page has longer lines
_STATES = 12  # that are kept at each line
_OPENING = (Sign.SMALL, Sign.CAPITAL, Sign.FIGURE, Sign.NO_VERB)
_BELOW = ("heading", "annex", "enacting")  # what is one line


class State(NamedTuple):  # hashed some ten times a line, and many are made: tuples are the quickest
    """What counts of what came before: the number that is due, and what the paragraph above is.

    `above` is a kind of `Group`, or `numbered`, `sub`, `title`, `statement`, `column`, `closing`, or empty.
    """

    due: int
    above: str


class Step(NamedTuple):
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


class _Seen(NamedTuple):
    """What a line shows below a paragraph of one kind, whatever number is due.

    It begins a `kind` of its own (see `Headings.kind`), else a paragraph that is `after` for the lines below it. The
    scores are those of going on, of beginning, and of beginning with the number that is due.
    """

    kind: str
    after: str
    evidence: tuple[Evidence, ...]
    goes_on: float
    numbered: tuple[Evidence, ...]
    begins: float
    due: tuple[Evidence, ...]
    begins_due: float


def _likely(evidence: Iterable[Evidence], *, begins: bool) -> float:
    weight = total(evidence)
    return -math.log1p(math.exp(-weight if begins else weight))


class Ways:
    """All the ways to part one text, line by line; `due` has the lines with the label of a list that is due."""

    def __init__(self, rows: Sequence[Row], lost: frozenset[int], language: Language, *, given: bool) -> None:
        self._rows = rows
        self._language = language
        self._given = given
        self._following = following(rows)
        width = width_of(rows)
        wide = width > _PAGE_WIDTH
        gaps = any(row.line.gap for row in rows[1:])
        self.due = due_labels(rows, language)
        self._plain: list[tuple[Sign, ...]] = [()]
        for index, (above, row) in enumerate(pairwise(rows), start=1):
            each = [Sign.WIDE] if wide and row.line.gap == gaps else []
            due = self.due.get(index)
            below = rows[index + 1] if index + 1 < len(rows) else None
            each += _as_entry(above, row, below, language)
            self._plain.append((*signs(above, row, language, due=due), *each))
        numbers = in_order(rows, self._following)
        sure = [
            0.0 if index and self._is_apart(index) else total(fixed([*found, *([Sign.NUMBER_DUE] * due)]))
            for index, (found, due) in enumerate(zip(self._plain, numbers, strict=True))
        ]
        self._measured = Measured(rows, sure, lost, width, spaced=bool(language.table("text.glue")))
        annex = next((at for at, row in enumerate(rows) if row.is_annex(language)), len(rows))
        self._headings = Headings(rows, language, self._measured.blank_tells, given, width, annex)
        self._in_title = set(self._headings.titles())

    def _is_apart(self, index: int) -> bool:
        """Whether a break tells nothing of others: at a heading, a line on the adoption, a list of States."""
        apart = {Sign.COLUMN, Sign.IN_COLUMN, Sign.CLOSING} & set(self._plain[index])
        return bool(apart) or stands_alone(self._rows[index - 1].bare, self._language)

    def steps(self) -> list[list[Step]]:
        """For each line the ways to take it from each state that may be reached."""
        found: list[list[Step]] = []
        scores = {State(1, ""): 0.0}
        for index in range(len(self._rows)):
            some = list(self._ways(index, scores))
            after: dict[State, float] = {}
            for step in some:
                score = scores[step.before] + step.score
                if step.after not in after or score > after[step.after]:
                    after[step.after] = score
            kept = sorted(after, key=lambda state: -after[state])[:_STATES]
            scores = {state: after[state] for state in kept}
            found.append([step for step in some if step.after in scores])
        return found

    def _ways(self, index: int, states: Iterable[State]) -> Iterator[Step]:
        """The ways to take a line from each of these states."""
        row = self._rows[index]
        label = self._label(index)
        below: dict[str, _Seen] = {}
        for state in states:
            seen = below.get(state.above)
            if seen is None:
                seen = below[state.above] = self._seen(index, state.above)
            if index:
                yield Step(state, state, False, "", None, seen.evidence, seen.goes_on)
            if seen.kind:
                for due in self._counted_below(row, seen.kind, state.due):
                    yield Step(state, State(due, seen.kind), True, seen.kind, None, seen.evidence, seen.begins)
                continue
            is_due = label is not None and self._is_due(index, state.due, label)
            if is_due:
                yield Step(state, State(state.due + 1, "numbered"), True, "", state.due, seen.due, seen.begins_due)
            due = state.due if row.label is None else max(state.due, row.label + 1)  # a number was skipped
            passed_over = WEIGHTS[Sign.NUMBER_DUE] if is_due else 0.0  # a number that is due and was not counted
            yield Step(state, State(due, seen.after), True, "", None, seen.numbered, seen.begins - passed_over)

    def _seen(self, index: int, above: str) -> _Seen:
        kind = "heading" if index in self._in_title else self._headings.kind(index, above)
        evidence = numbered = due = self._evidence(index, above, kind)
        if not kind:
            is_label = self._rows[index].label is not None
            # A label that is misprinted tells nothing of how words open.
            known = evidence if is_label else tuple(one for one in evidence if one.sign not in _OPENING)
            due = (*known, *fixed([Sign.NUMBER_DUE]))
            numbered = (*evidence, *fixed([Sign.NUMBER])) if is_label else evidence
        return _Seen(
            kind,
            kind or _nature(self._rows[index], above, self._language),
            evidence,
            _likely(evidence, begins=False),
            numbered,
            _likely(numbered, begins=True),
            due,
            _likely(due, begins=True),
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

    def _counted_below(self, row: Row, kind: str, due: int) -> Iterable[int]:
        """The numbers that may be due below a line: in an annex, a part, a section paragraphs may be counted anew."""
        if kind == "heading" and is_section(row.bare, self._language):
            return dict.fromkeys((1, due))
        return (1 if kind in ("annex", "enacting") else due,)

    def _is_due(self, index: int, due: int, label: OperativeLabel) -> bool:
        """Whether a label is the number that is due, or misprinted for it: then the one after it follows below."""
        return label.number == due or (label.plain and self._following[index] == due + 1)

    def _evidence(self, index: int, above_is: str, kind: str) -> tuple[Evidence, ...]:
        """The signs above a line, besides that of its number; `above_is` is what the paragraph above is."""
        if not index:
            return fixed([Sign.FIRST])
        row, above = self._rows[index], self._rows[index - 1]
        if row.line.role or above.line.role:
            begins = row.line.role != above.line.role or (row.line.role == "heading" and row.line.gap)
            return fixed([Sign.GIVEN if begins else Sign.GIVEN_INSIDE])
        if self._given and row.line.gap:
            return fixed([Sign.GIVEN])
        if index in self._in_title and index - 1 in self._in_title:
            return fixed([Sign.IN_TITLE])
        if above_is in _BELOW:
            return fixed([Sign.BELOW_HEADING])
        found = list(self._plain[index])
        if above_is == "sub" and Sign.SMALL in found and Sign.NO_SIGN not in found:
            found.append(Sign.LIST_ENDS)
        if kind in _BELOW:
            found.append(Sign.HEADING)
        if above_is == "statement" and Sign.CLOSING not in found:
            closed = above.bare[-1:] in CLOSING
            if Sign.BRACKET in found or not (closed or Sign.STOP in found or Sign.COMMA in found):
                found.append(Sign.IN_STATEMENT)
            elif not row.line.gap:
                found.append(Sign.BELOW_STATEMENT)
        below = {"closing": Sign.BELOW_CLOSING, "title": Sign.BELOW_TITLE, "column": Sign.IN_STATES}.get(above_is)
        if below:  # none of these ends in a sign
            found = [sign for sign in found if sign not in (Sign.NO_SIGN, Sign.WANTS_MORE)]
            if below is not Sign.IN_STATES or not (kind or Sign.CLOSING in found or Sign.STOP in found):
                found.append(below)
        return (*fixed(found), *self._measured.evidence(index))


def _as_entry(above: Row, row: Row, below: Row | None, language: Language) -> list[Sign]:
    """What the lines around one with a number show of a list of names, whose entries end in no sign."""
    if row.label is None:
        return []
    found = [Sign.GOES_ON_COUNT] if above.label is not None and row.label == above.label + 1 else []
    if below is not None and opens_list(below, language):
        found.append(Sign.OVER_LIST)
    return found


def _nature(row: Row, above: str, language: Language) -> str:
    """What a paragraph is that begins with a line which is no heading, as far as its first words show."""
    if row.label is not None:
        return "numbered"
    if is_column(row.bare, language):
        return "column"
    if is_closing(row.bare, language):
        told = is_statement(row.bare, language) or row.bare[0] in OPENING
        return "statement" if told else "closing"
    short = len(row.bare) <= _SHORT_TITLE and not language.page.sentences.clause_ends(row.bare)
    if short and (above in ("heading", "annex") or (above == "title" and _is_entry(row))):
        return "title"
    return "sub" if language.page.label_forms.begins_sub(row.bare) else ""


def _is_entry(row: Row) -> bool:
    """Whether a line may be one of a list of names below a title: short, with a capital, set apart."""
    return len(row.bare) <= _ENTRY and row.bare[0].isupper() and row.line.gap
