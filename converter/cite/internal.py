"""References of a text to its own paragraphs: paragraph 3 (a) above, the annex to the present resolution.

A path of units (`paths`) is one of the text itself where a phrase of the page's `internal` stands behind or before it.
What it means is looked for in `within`. What leads to no paragraph is no mark, and a remark says so.

A paragraph that is only `named` (as set out in paragraph 3) is the text's own in its acts and annexes, where nothing
says that it is another's: no words behind it go on to one. Where a work was cited before it in the paragraph, which
of the two is meant is not told: it is no mark, and a remark says so. So it is where a paragraph has its number in
figures and no phrase at all (the lamps of paragraph 3), unless it stands behind a comma (Article 2, paragraph 4), or
the language has no blanks or words between a part and its work. A numbered annex that the text has, or a paragraph of
an annex, needs no phrase either: the lamps in annex I.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from converter.annotate.found import Given, Remark
from converter.cite import paths
from converter.cite.told_of import tells_of_document
from converter.cite.within import AT_ALL, LOOSELY, NAMED, ONLY_NAMED, Within
from converter.languages.match import Match
from converter.languages.page import Page
from converter.languages.phrases import Phrase
from converter.languages.table import is_han
from converter.model import Citation, Internal, Landing, Pinpoint
from converter.view import Tokens

UNRESOLVED, DOUBTFUL = "internal-unresolved", "pinpoint-doubtful"
_EITHER = "this text or of the work that is cited before it"
_OR_BEHIND = "this text or of what the words behind it name"
_OR_DOCUMENT = "this text or of the document that is told of before it"
_CLOSING = frozenset("》)）」”")
_OF_ANOTHER = ("noun", "own", "document", "organ")
_DIRECTED = ("above", "below")
_POINTS = frozenset(",،")
_IN_ANNEX = re.compile(r"annex\b.*\.|annex \w+$")  # annex alone may be any: the annexed letter
_COUNTED = re.compile(r"\d|\(|annex")
_FIGURES = re.compile(r"\d")
_DECIMALS = re.compile(r"[.,-]\d")

Found = tuple[tuple[Internal, ...], tuple[tuple[str, Remark], ...]]
"""The marks, and what leads nowhere: the place and the remark."""


def find_internal(given: Given, citations: Sequence[Citation]) -> Found:
    """Every reference to the text's own paragraphs, in order; words of a citation are none."""
    marks: list[Internal] = []
    remarks: list[tuple[str, Remark]] = []
    text = Within(given.resolution, frozenset(one.at for one in given.page.units if one.kind == "section"))
    page = given.page
    taken: dict[str, list[tuple[int, int]]] = {}
    for citation in citations:
        taken.setdefault(citation.place, []).append((citation.start, citation.end))
    for words in given.texts:
        own = 0  # where the last one ends that is the text's own
        if not page.internal.may_be_in(words.view, with_annexes=text.has_annexes):
            continue
        cited = sorted(taken.get(words.place, ()))
        for one in _phrases(words.tokens, cited, page):
            if one.kind in ONLY_NAMED and not text.may_name(words.place):
                continue
            landings, lost, either = _landings(text, one, words.place)
            if lost and one.kind in AT_ALL:
                continue  # a list of another text
            told = one.kind in AT_ALL and tells_of_document(
                words.tokens, own, one.start, page, loosely=one.kind == LOOSELY
            )
            doubt = _doubt(one, cited, either=either, told=told)
            if landings and doubt:
                remarks.append((words.place, Remark(one.start, one.end, DOUBTFUL, doubt)))
            elif landings:
                printed, phrases = words.text[one.start : one.end], tuple(phrase.at for phrase in one.phrases)
                marks.append(Internal(words.place, one.start, one.end, printed, landings, phrases))
                own = one.end
            if one.kind not in ONLY_NAMED:
                remarks += (
                    (words.place, Remark(part.start, max(part.end, part.start + 1), UNRESOLVED)) for part in lost
                )
    return tuple(marks), tuple(remarks)


def _landings(text: Within, one: _Phrase, place: str) -> tuple[tuple[Landing, ...], list[Pinpoint], bool]:
    """The paragraphs that a phrase means, its parts that lead to none, and whether others may be meant as well.

    Others are those that its parts mean where an annex named at one end of the list is not the owner of all of it, or
    is of all of it though each has a noun of its own; they are taken where the text has these alone.
    """
    landings, lost = text.landings(one.kind, one.parts, place)
    if not one.others:
        return landings, lost, one.leads_on
    others, others_lost = text.landings(one.kind, one.others, place)
    if lost and not others_lost:
        return others, others_lost, False
    return landings, lost, one.leads_on and not others_lost


def _doubt(one: _Phrase, cited: Sequence[tuple[int, int]], *, either: bool, told: bool) -> str:
    """Of what else the paragraphs of a phrase may be that does not say whose they are; empty where of nothing else."""
    if one.kind not in ONLY_NAMED:
        return ""
    if cited and cited[0][0] < one.start:
        return _EITHER
    if either:
        return _OR_BEHIND
    return _OR_DOCUMENT if told else ""


# --- the phrases of a text ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Parts of the text itself with the words that say so, and where these point to; spans count in the text.

    `others` are the parts as the owner at an end of their list would have them, or without it where they have it;
    `leads_on` says that such an owner, or a cited work, stands behind a further noun.
    """

    kind: str
    parts: tuple[Pinpoint, ...]
    start: int
    end: int
    phrases: tuple[Phrase, ...]
    others: tuple[Pinpoint, ...] = ()
    leads_on: bool = False


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
            others, leads_on = _others(tokens, parts, last, taken, page) if kind in ONLY_NAMED else ((), False)
            yield _Phrase(kind, named, start, end, phrases, others, leads_on)
            at = last
            while (
                parts and parts[-1].label[:1].isdigit() and (further := _further(tokens, at, taken, page)) is not None
            ):
                at, one = further
                yield one


def _others(
    tokens: Tokens, parts: tuple[Pinpoint, ...], last: int, taken: list[tuple[int, int]], page: Page
) -> tuple[tuple[Pinpoint, ...], bool]:
    """The parts that end at an index as their list would have them otherwise, and whether a noun leads on behind them.

    The measures in paragraph 1 and the provisions of paragraph 3 of annex B, or of resolution 5/1, may be all of these.
    """
    at = tokens.index(parts[0].start)
    whole, end = paths.standing(tokens, at, page)[-1]
    if end > last:
        others = whole[: len(parts)]
        if [one.label for one in others] != [one.label for one in parts]:
            return others, True
        return (), _overlaps(taken, *tokens.span(last, end))
    if end < last:
        return (), False
    apart, _ = paths.standing(tokens, at, page, apart=True)[-1]
    return (apart if apart != parts else ()), False


_Standing = tuple[int, int, str, tuple[Phrase, ...], tuple[Pinpoint, ...]]
"""What begins at a token: its tokens, what it says, by which line of the page, and its parts."""


def _phrase_at(tokens: Tokens, at: int, page: Page) -> _Standing | None:
    """What begins at a token, if anything does."""
    alone = _longest(page.internal.alone.after(tokens, at))
    if alone is not None:
        return at, alone.last, alone.phrase.kind, (alone.phrase,), ()
    if (led := _led_to(tokens, at, page)) is not None:
        return led
    standing = paths.standing(tokens, at, page)
    for parts, end in reversed(standing):
        behind = _longest(page.internal.behind.after(tokens, end))
        if behind is not None and (behind.phrase.kind not in ONLY_NAMED or not _is_of_another(tokens, at, at, page)):
            return at, behind.last, behind.phrase.kind, (behind.phrase,), parts
    for parts, end in standing[-1:]:
        in_annex = all(_IN_ANNEX.match(one.label) for one in parts)
        if in_annex and not _is_of_another(tokens, at, at, page) and not _leads_on(tokens, end, page):
            return at, end, NAMED, (), parts
        if _stands_alone(tokens, at, end, parts, page):
            return at, end, LOOSELY, (), parts
    return None


def _led_to(tokens: Tokens, at: int, page: Page) -> _Standing | None:
    """Parts behind a phrase that begins at a token: as set out in paragraph 3."""
    for match in page.internal.before.after(tokens, at):
        kind = match.phrase.kind
        found = paths.standing(tokens, match.last, page, led=True)
        if kind in _DIRECTED:  # 上文第2段和附件一第3段
            found = [one for one in found if _names_annex(one) == _names_annex(found[0])]
        for parts, end in found[-1:]:
            if kind in AT_ALL and all(_IN_ANNEX.match(one.label) for one in parts):
                kind = NAMED
            if kind in ONLY_NAMED:
                is_another = _is_of_another(tokens, match.last, end, page)
            else:  # in particular paragraph 3 of the report
                is_another = _leads_on(tokens, end, page)
            if kind in AT_ALL:  # words behind know better; a section is rarely named so
                is_another = is_another or not all(map(_COUNTED.match, (one.label for one in parts)))
                is_another = is_another or bool(page.internal.behind.after(tokens, end))
            if not is_another:
                return at, end, kind, (match.phrase,), parts
    return None


def _names_annex(path: paths.Path) -> bool:
    return any(one.label.startswith("annex") for one in path[0])


def _stands_alone(tokens: Tokens, first: int, end: int, parts: tuple[Pinpoint, ...], page: Page) -> bool:
    """Whether paragraphs in figures stand in their sentence with no word of whose they are: the lamps of paragraph 3.

    Behind a comma or a number they go on with something (Article 2, paragraph 4), and what may be of the word right
    beside it is not sure (报告第14段, пункт 3 Парижского соглашения).
    """
    before = tokens[first - 1] if first else None
    if before is None or not before.word.isalpha() or is_han(before.word) or _is_of_another(tokens, first, end, page):
        return False
    source = tokens.view.source
    start, finish = tokens.span(first, end)
    named = all(one.label[:1].isdigit() or _IN_ANNEX.match(one.label) for one in parts)
    sections = {unit.at for unit in page.units if unit.kind == "section"}
    if _DECIMALS.match(source, finish) or not named or any(not sections.isdisjoint(one.phrases) for one in parts):
        return False  # párrafo 3.10 del Reglamento
    after = tokens[end] if end < len(tokens) else None
    leads = after is not None and (after.has("and") or after.has("between"))
    touches = after is not None and after.word.isalpha() and not leads and paths.may_lead_with_nothing(page)
    return not touches and _FIGURES.search(source, start, finish) is not None


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
