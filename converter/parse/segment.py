"""Lines → paragraphs: the best whole of all ways to part them, by the evidence at each break.

At each line a paragraph goes on, begins, or begins with the number that is due. What a way costs depends on little
that came before: which number is due, and what the paragraph above is. So the best way is kept for each of these
states, from line to line; the work is linear in the lines.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise

from converter.languages import Language
from converter.languages.closing_lines import CLOSING, OPENING
from converter.languages.table import is_han
from converter.model import BreakDoubt
from converter.parse.evidence import CERTAIN, WEIGHTS, Evidence, Measured, Sign, fixed, signs, total
from converter.parse.headings import Headings
from converter.parse.labels import OperativeLabel, operative_label
from converter.parse.lines import (
    Row,
    is_closing,
    is_column,
    is_section,
    is_statement,
    opens_with_verb,
    stands_alone,
    width_of,
)

_SHORT_TITLE = 80
_ENTRY = 40  # characters of a name in a list
_PAGE_WIDTH = 160  # columns: no page has longer lines
_MARGIN = 1.0  # a break that is decided by less is doubtful
_STATES = 12  # that are kept at each line
_OPENING = (Sign.SMALL, Sign.CAPITAL, Sign.FIGURE, Sign.NO_VERB)
_BELOW = ("heading", "annex", "enacting")  # what is one line


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one paragraph, and what is known of it besides its words."""

    rows: tuple[Row, ...]
    number: int | None = None  # of an operative paragraph, where it is known to be the next one
    kind: str = ""  # `heading`, `annex`, `enacting`, `table`, `number`; empty where the words must tell


@dataclass(frozen=True, slots=True)
class Break:
    """What was decided above one line.

    `begins` says whether a paragraph begins there, `evidence` why; `margin` is how much worse the best whole is in
    which the opposite holds.
    """

    row: Row
    begins: bool
    margin: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Segmentation:
    """The paragraphs of a text, every line in exactly one, in order, and the break above each line."""

    groups: tuple[Group, ...]
    breaks: tuple[Break, ...]

    def doubts(self) -> tuple[BreakDoubt, ...]:
        """The lines where the best whole that takes them the other way is hardly worse."""
        doubtful = (one for one in self.breaks if one.margin < _MARGIN)
        return tuple(BreakDoubt(one.row.text.source_offset(0), one.begins) for one in doubtful)


@dataclass(frozen=True, slots=True)
class _State:
    """What counts of what came before: the number that is due, and what the paragraph above is.

    `above` is a kind of `Group`, or `numbered`, `sub`, `title`, `statement`, `column`, `closing`, or empty.
    """

    due: int
    above: str


@dataclass(frozen=True, slots=True)
class _Step:
    """One way to take a line: it begins a paragraph of this kind and number, or goes on."""

    before: _State
    after: _State
    begins: bool
    kind: str
    number: int | None
    evidence: tuple[Evidence, ...]

    passed_over: float = 0.0  # the weight of a number that is due and was not counted

    @property
    def score(self) -> float:
        """How likely the step is by its evidence, as a logarithm: what is certain costs nothing."""
        weight = total(self.evidence)
        return -math.log1p(math.exp(-weight if self.begins else weight)) - self.passed_over


def segment(rows: Sequence[Row], lost: frozenset[int], language: Language, *, given: bool) -> Segmentation:
    """Part the body's lines into paragraphs.

    `lost` holds the offsets of lines above which a page, a note or a heading of the page was taken out; `given` says
    that each line with a gap begins a paragraph (`Source.tells_paragraphs`).
    """
    if not rows:
        return Segmentation((), ())
    lattice = _Lattice(rows, lost, language, given=given)
    steps = lattice.steps()
    chosen, margins = _best(steps)
    groups = tuple(_groups(rows, chosen))
    breaks = tuple(
        Break(row, step.begins, margin, step.evidence) for row, step, margin in zip(rows, chosen, margins, strict=True)
    )
    return Segmentation(groups, breaks)


def _groups(rows: Sequence[Row], chosen: Sequence[_Step]) -> Iterator[Group]:
    begins = [index for index, step in enumerate(chosen) if step.begins]
    for start, end in pairwise([*begins, len(rows)]):
        yield Group(tuple(rows[start:end]), chosen[start].number, chosen[start].kind)


def _best(steps: Sequence[Sequence[_Step]]) -> tuple[list[_Step], list[float]]:
    """The best whole, and for each line how much worse the best whole is that takes it the other way."""
    forward: list[dict[_State, tuple[float, _Step]]] = []
    reached: dict[_State, float] = {step.before: 0.0 for step in steps[0]}
    for some in steps:
        best: dict[_State, tuple[float, _Step]] = {}
        for step in some:
            score = reached[step.before] + step.score
            if step.after not in best or score > best[step.after][0]:
                best[step.after] = (score, step)
        forward.append(best)
        reached = {state: score for state, (score, _) in best.items()}
    backward = dict.fromkeys(reached, 0.0)
    margins: list[float] = []
    for index in range(len(steps) - 1, -1, -1):
        start = {state: score for state, (score, _) in forward[index - 1].items()} if index else {}
        ways: dict[bool, float] = {}
        before: dict[_State, float] = {}
        for step in steps[index]:
            rest = step.score + backward.get(step.after, -math.inf)  # a state that led nowhere was dropped
            before[step.before] = max(before.get(step.before, rest), rest)
            whole = rest + start.get(step.before, 0.0)
            ways[step.begins] = max(ways.get(step.begins, whole), whole)
        margins.append(abs(ways[True] - ways[False]) if len(ways) > 1 else CERTAIN)
        backward = before
    state = max(reached, key=lambda one: reached[one])
    chosen: list[_Step] = []
    for best in reversed(forward):
        step = best[state][1]
        chosen.append(step)
        state = step.before
    return chosen[::-1], margins[::-1]


class _Lattice:
    """All the ways to part one text, line by line."""

    def __init__(self, rows: Sequence[Row], lost: frozenset[int], language: Language, *, given: bool) -> None:
        self._rows = rows
        self._language = language
        self._given = given
        self._following = _following(rows)
        width = width_of(rows)
        wide = width > _PAGE_WIDTH
        gaps = any(row.line.gap for row in rows[1:])
        self._plain: list[tuple[Sign, ...]] = [()]
        for above, row in pairwise(rows):
            each = [Sign.WIDE] if wide and row.line.gap == gaps else []
            self._plain.append((*signs(above, row, language), *each))
        numbers = _in_order(rows, self._following)
        sure = [
            0.0 if index and self._is_apart(index) else total(fixed([*found, *([Sign.NUMBER_DUE] * due)]))
            for index, (found, due) in enumerate(zip(self._plain, numbers, strict=True))
        ]
        self._measured = Measured(rows, sure, lost, width, spaced=bool(language.table("text.glue")))
        annex = next((at for at, row in enumerate(rows) if row.is_annex(language)), len(rows))
        self._headings = Headings(rows, language, self._measured.blank_tells, given, width, annex)
        self._in_title = set(self._headings.titles())
        # What a line is does not depend on the number that is due, so many states ask the same.
        self._kind = cache(self._headings.kind)
        self._nature = cache(partial(_nature, rows, language))

    def _is_apart(self, index: int) -> bool:
        """Whether a break tells nothing of others: at a heading, a line on the adoption, a list of States."""
        apart = {Sign.COLUMN, Sign.IN_COLUMN, Sign.CLOSING} & set(self._plain[index])
        return bool(apart) or stands_alone(self._rows[index - 1].bare, self._language)

    def steps(self) -> list[list[_Step]]:
        """For each line the ways to take it from each state that may be reached."""
        found: list[list[_Step]] = []
        scores = {_State(1, ""): 0.0}
        for index in range(len(self._rows)):
            some = [step for state in scores for step in self._ways(index, state)]
            after: dict[_State, float] = {}
            for step in some:
                score = scores[step.before] + step.score
                after[step.after] = max(after.get(step.after, score), score)
            kept = sorted(after, key=lambda state: -after[state])[:_STATES]
            scores = {state: after[state] for state in kept}
            found.append([step for step in some if step.after in scores])
        return found

    def _ways(self, index: int, state: _State) -> Iterator[_Step]:
        kind = self._kind(index, state.above)
        if index in self._in_title:
            kind = "heading"
        evidence = self._evidence(index, state, kind)
        row = self._rows[index]
        counts = row.label is not None or not is_han(row.bare)
        label = operative_label(row.bare, state.due, self._language) if counts else None
        if index:
            yield _Step(state, state, False, "", None, evidence)
        if kind:
            anew = self._counts_anew(row, kind)
            for due in dict.fromkeys((1, state.due) if anew and kind == "heading" else (1 if anew else state.due,)):
                yield _Step(state, _State(due, kind), True, kind, None, evidence)
            return
        above = self._nature(index, state.above)
        is_due = label is not None and self._is_due(index, state, label)
        if is_due:
            # A label that is misprinted tells nothing of how words open.
            known = evidence if row.label is not None else tuple(one for one in evidence if one.sign not in _OPENING)
            found = (*known, *fixed([Sign.NUMBER_DUE]))
            yield _Step(state, _State(state.due + 1, "numbered"), True, kind, state.due, found)
        if row.label is not None:
            due = max(state.due, row.label + 1)  # a number was skipped
            evidence = (*evidence, *fixed([Sign.NUMBER]))
        else:
            due = state.due
        passed_over = WEIGHTS[Sign.NUMBER_DUE] if is_due else 0.0
        yield _Step(state, _State(due, above), True, kind, None, evidence, passed_over)

    def _counts_anew(self, row: Row, kind: str) -> bool:
        """Whether paragraphs may be counted anew below a line: in an annex, a part, a section."""
        return kind in ("annex", "enacting") or (kind == "heading" and is_section(row.bare, self._language))

    def _is_due(self, index: int, state: _State, label: OperativeLabel) -> bool:
        """Whether a label is the number that is due, or misprinted for it: then the one after it follows below."""
        row = self._rows[index]
        if not label.sure:  # one that is not printed as such wants an end above it and a verb
            ended = not index or self._language.page.sentences.clause_ends(self._rows[index - 1].bare)
            return ended and opens_with_verb(row.bare[label.end :], self._language)
        return label.number == state.due or self._following[index] == state.due + 1

    def _evidence(self, index: int, state: _State, kind: str) -> tuple[Evidence, ...]:
        """The signs above a line, besides that of its number."""
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
        if state.above in _BELOW:
            return fixed([Sign.BELOW_HEADING])
        found = list(self._plain[index])
        if state.above == "sub" and Sign.SMALL in found and Sign.NO_SIGN not in found:
            found.append(Sign.LIST_ENDS)
        if kind in _BELOW:
            found.append(Sign.HEADING)
        if state.above == "statement" and Sign.CLOSING not in found:
            closed = above.bare[-1:] in CLOSING
            if Sign.BRACKET in found or not (closed or Sign.STOP in found or Sign.COMMA in found):
                found.append(Sign.IN_STATEMENT)
            elif not row.line.gap:
                found.append(Sign.BELOW_STATEMENT)
        below = {"closing": Sign.BELOW_CLOSING, "title": Sign.BELOW_TITLE, "column": Sign.IN_STATES}.get(state.above)
        if below:  # none of these ends in a sign
            found = [sign for sign in found if sign not in (Sign.NO_SIGN, Sign.WANTS_MORE)]
            if below is not Sign.IN_STATES or not (kind or Sign.CLOSING in found or Sign.STOP in found):
                found.append(below)
        return (*fixed(found), *self._measured.evidence(index))


def _following(rows: Sequence[Row]) -> list[int | None]:
    """Per line, the number of the next line below it that begins with one."""
    found: list[int | None] = []
    following: int | None = None
    for row in reversed(rows):
        found.append(following)
        following = row.label if row.label is not None else following
    return found[::-1]


def _in_order(rows: Sequence[Row], following: Sequence[int | None]) -> list[bool]:
    """Which lines begin with a number that goes on with the one above, or that the one below goes on with."""
    found = []
    last = 0
    for row, after in zip(rows, following, strict=True):
        in_order = row.label is not None and (row.label == last + 1 or after == row.label + 1)
        found.append(in_order)
        last = row.label if in_order and row.label is not None else last
    return found


def _nature(rows: Sequence[Row], language: Language, index: int, above: str) -> str:
    """What a paragraph is that begins with a line which is no heading, as far as its first words show."""
    row = rows[index]
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
