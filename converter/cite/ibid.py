"""Ibid.: a note that cites again what the citation before it cites, in the same note or in the note before it.

Where nothing is cited there, or the words behind it lead to something else (Ibid., 1590th meeting), it is no citation,
and a remark says so. A document that these words name by its symbol is a citation of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from converter import symbols
from converter.annotate.found import Remark
from converter.cite import paths
from converter.cite.treaties import treaty, treaty_of_volume, volume_at
from converter.languages.page import Page
from converter.model import Citation, Pinpoint
from converter.view import Tokens

UNRESOLVED, MISPRINT = "ibid-unresolved", "citation-misprint"
IN_WORDS, AGAIN, AGAIN_IN_WORDS = "words", "again", "again in words"
"""What an ibid. means behind a note that names a work in words alone, as a report by its title; behind another ibid.
that leads to no known work; behind one that means what is named in words."""
_COMMA_FOR_STOP = re.compile(r"(?<=[^\W\d_]{2}),(?= ?(?:[IVXL]+|\d+)(?!\w))")  # Ibid., cap, V
_ADDENDUM = re.compile(r"[.,،， ]{1,3}(?P<added>(?:Add|Corr|Rev)\.\d{1,3})(?=[.,;:)،，；。]|$)")  # Ibid., Add.1
_ADDED = re.compile(r"/(?:Add|Corr|Rev)\.\d{1,3}.*")
_SAME_SENTENCE = 300  # characters, at most, from an ibid. to the document that it names
_OPENS = frozenset(".;؛；。(،,")
_ENDS = frozenset(";؛；。)")
_POINTS = frozenset(".,،，")
_BRACKETS = frozenset("()")
_LISTED = frozenset(",，،、-")
_CORRIGENDUM = "/Corr."
_ANNEX = "annex"  # what the label of a pinpoint in an annex begins with
_MARK = 2  # tokens, at most, before the words of a note


@dataclass(slots=True)
class Again:
    """What the ibid. of one note cite, and those that cannot be followed."""

    citations: list[Citation] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def ibid(
    place: str,
    tokens: Tokens,
    note_before: Sequence[Citation] | None,
    mine: Sequence[Citation],
    page: Page,
    lost_before: str | None = None,
) -> Again:
    """同上，第3段 in a footnote cites what stands last before it, in this footnote or the one before.

    `note_before` is what its last list names (`last_list`), None where there is no such note; `mine` are the other
    citations of the note, in order; `lost_before` is what the last ibid. of the note before was said to mean that could
    not be followed, None where there is none.
    """
    again = Again()
    named = without_asides([*mine], tokens.view.source)
    for index, token in enumerate(tokens.items):
        if not token.has("ibid") or not _may_stand(tokens, index):
            continue
        start, end = tokens.span(index, index + 1)
        if _names_another(tokens, index, end, mine, page):
            continue
        before = [one for one in (*named, *again.citations) if one.start < start]
        before.sort(key=lambda one: one.start)
        earlier = _last(before or note_before or ())
        found = _again(place, tokens, index, earlier, page) if earlier is not None else None
        if found is None and earlier is not None and (plain := _with_stops(tokens, page)) is not None:
            found = _again(place, plain, plain.index(start), earlier, page)
            if found is not None:
                found = replace(found, text=tokens.view.source[found.start : found.end])  # as it is printed
                again.remarks.append(Remark(found.start, found.end, MISPRINT, earlier.target or earlier.number))
        if found is None or earlier is None:
            means = _means(note_before, lost_before) if earlier is None else ""
            again.remarks.append(Remark(start, end, UNRESOLVED, means))
            continue
        again.citations += _all(found, earlier, (note_before or ()) if not before else ())
    return again


def _means(note_before: Sequence[Citation] | None, lost_before: str | None) -> str:
    """What an ibid. means where the note before cites nothing."""
    if note_before is None:
        return ""
    if lost_before is None:
        return IN_WORDS
    return AGAIN_IN_WORDS if lost_before in (IN_WORDS, AGAIN_IN_WORDS) else AGAIN


def lost(again: Again) -> str | None:
    """What the last ibid. of a note was said to mean that leads to no known work; None where each was followed."""
    return next((one.means for one in reversed(again.remarks) if one.code == UNRESOLVED), None)


def _with_stops(tokens: Tokens, page: Page) -> Tokens | None:
    """The tokens of a note with a stop for the comma between a word and a number (cap, V); None where none is."""
    text = _COMMA_FOR_STOP.sub(".", tokens.view.source)
    return page.tokens(text) if text != tokens.view.source else None


def _again(place: str, tokens: Tokens, index: int, earlier: Citation, page: Page) -> Citation | None:
    """The work cited again, with the pinpoints or the volume that follow; None where something else follows."""
    if (again := _addendum(place, tokens, index, earlier, page)) is not None:
        return again
    if earlier.kind == "treaty" and (again := _in_series(place, tokens, index, earlier, page)) is not None:
        return again
    start, end = tokens.span(index, index + 1)
    last = _part(tokens, index + 1, page)
    pinpoints, _ = paths.after(tokens, last, page)
    if not pinpoints and not _is_place(tokens, last, page):
        return None
    pinpoints = tuple(_in_annex(one, earlier.pinpoints) for one in pinpoints)
    finish = max([end, *(pinpoint.end for pinpoint in pinpoints)])
    text = tokens.view.source[start:finish]
    again = replace(earlier, place=place, start=start, end=finish, text=text, pinpoints=pinpoints)
    # the phrases of the citation before are not its own
    return replace(again, main_start=start, main_end=end, see_also=False, phrases=())


def _addendum(place: str, tokens: Tokens, index: int, earlier: Citation, page: Page) -> Citation | None:
    """An addendum, or the like, of the document cited before, with its paragraphs: Ibid., Add.1, para. 3; else None."""
    start, end = tokens.span(index, index + 1)
    match = _ADDENDUM.match(tokens.view.source, end)
    if match is None or earlier.kind != "document" or not earlier.target:
        return None
    pinpoints, _ = paths.after(tokens, tokens.index(match.end()), page)
    finish = max([match.end(), *(pinpoint.end for pinpoint in pinpoints)])
    target = f"{_ADDED.sub('', earlier.target)}/{match['added']}"
    again = replace(earlier, place=place, start=start, end=finish, target=target, pinpoints=pinpoints)
    again = replace(again, number=symbols.number_of(target), text=tokens.view.source[start:finish])
    again = replace(again, main_start=start, main_end=match.end(), see_also=False, phrases=())
    return replace(again, date=None, title=None, author=None)


def _in_annex(pinpoint: Pinpoint, earlier: Sequence[Pinpoint]) -> Pinpoint:
    """A pinpoint of the same place: behind resolution 66/288, annex, the paragraphs of an ibid. are the annex's."""
    parts = {one.label.partition(".")[0] for one in earlier}
    annex = parts.pop() if len(parts) == 1 else ""
    if not annex.startswith(_ANNEX) or pinpoint.label.startswith((_ANNEX, "pp")):
        return pinpoint
    return replace(pinpoint, label=f"{annex}.{pinpoint.label}")


def _last(cited: Sequence[Citation]) -> Citation | None:
    """The last of some citations, in order; of a document with its corrigendum (A/9/1 and Corr.1) the document."""
    last = cited[-1] if cited else None
    base = last.target.rpartition(_CORRIGENDUM)[0] if last and last.target else ""
    return next((one for one in cited if base and one.target == base), last)


def _in_series(place: str, tokens: Tokens, index: int, earlier: Citation, page: Page) -> Citation | None:
    """Another volume of the treaty series, or another treaty of the same volume (Ibid., No. 12); else None."""
    if (volume := volume_at(tokens, index + 1, page)) is not None:
        return treaty(place, tokens, index, volume)
    found = page.treaties["registered"].after(tokens, index + 1)
    number = max(found, key=lambda match: match.last, default=None)
    return treaty_of_volume(place, tokens, index, number, earlier) if number is not None else None


def _part(tokens: Tokens, at: int, page: Page) -> int:
    """Where the words end that name a part or a page of the same work: Ibid., advisory opinion, para. 3; else `at`."""
    first = at
    while first < min(len(tokens), at + 1) and tokens[first].word in _POINTS:
        first += 1
    found = (match.last for kind in ("part", "page") for match in page.documents[kind].after(tokens, first))
    return max(found, default=at)


def _all(again: Citation, earlier: Citation, listed: Sequence[Citation]) -> Iterator[Citation]:
    """Every work that an ibid. cites: alone it is all that the one list of the note before names (`listed`).

    With a part it is one of them, with its corrigendum if that stands there too.
    """
    corrigendum = f"{earlier.target}{_CORRIGENDUM}"
    alone = earlier.kind != "treaty" and not again.pinpoints
    kept = [one for one in listed if alone or one is earlier or (one.target or "").startswith(corrigendum)]
    yield from (again if one is earlier else _as(again, one) for one in kept or (earlier,))


def _as(again: Citation, other: Citation) -> Citation:
    """Another work of the same list, cited again by the same words."""
    again = replace(other, place=again.place, start=again.start, end=again.end, text=again.text, pinpoints=())
    return replace(again, main_start=again.start, main_end=again.end, see_also=False, phrases=())


def last_list(citations: list[Citation], tokens: Tokens) -> list[Citation]:
    """Of the citations of a note, in order, those that one list names with the last: A/9/1, A/9/2 and A/9/3."""
    first = len(citations) - 1
    while first > 0 and _joins(tokens, citations[first - 1].end, citations[first].start):
        first -= 1
    return citations[max(first, 0) :]


def _joins(tokens: Tokens, start: int, end: int) -> bool:
    """Whether nothing but commas, joints and the hyphen of a joint symbol stand between two works."""
    between = tokens.items[tokens.index(start) : tokens.index(end)]
    return all(token.word in _LISTED or token.has("and") for token in between)


def _may_stand(tokens: Tokens, index: int) -> bool:
    """Whether an ibid. may stand here: it begins the note or its clause, or stands behind see."""
    if all(token.word in _BRACKETS for token in tokens.items[:index][:_MARK]):  # where the mark of the note was: ()
        return index <= _MARK
    before = tokens[index - 1]
    return before.word in _OPENS or before.has("and") or _sees(tokens, index - 1)


def _is_place(tokens: Tokens, at: int, page: Page) -> bool:
    """Whether nothing of another work follows: the end of its clause, or a page."""
    end = at
    while end < min(len(tokens), at + 2) and tokens[end].word in _POINTS:
        end += 1
    if end == len(tokens) or tokens[end].word in _ENDS or _sees(tokens, end):
        return True
    return any(page.documents["page"].after(tokens, start) for start in range(at, end + 1))


def _sees(tokens: Tokens, at: int) -> bool:
    return tokens[at].has("see see") or tokens[at].has("see also")


def _names_another(tokens: Tokens, index: int, end: int, mine: Sequence[Citation], page: Page) -> bool:
    """Whether the words after an ibid. name the document that it cites: Ibid., pp. 85-86 (document S/25)."""
    following = bisect_left(mine, end, key=lambda citation: citation.start)
    if following == len(mine) or mine[following].start > end + _SAME_SENTENCE:
        return False
    at = index + 1
    while at < len(tokens) and tokens.view.at[tokens[at].start] < mine[following].start:
        if (tokens[at].word in page.sentence_ends and tokens[at].word not in _POINTS) or _sees(tokens, at):
            return False
        at += 1
    return True


def without_asides(citations: list[Citation], text: str) -> list[Citation]:
    """The citations of a note, in order, without those in a bracket right behind another: (which replaces A/73/31)."""
    kept: list[Citation] = []
    closing = 0
    for one in citations:
        if kept and text[kept[-1].end :].lstrip()[:1] in ("(", "（"):
            ends = [at for mark in ")）" if (at := text.find(mark, kept[-1].end, kept[-1].end + _SAME_SENTENCE)) >= 0]
            closing = min(ends, default=0)
        if not kept or not kept[-1].end <= one.start < closing:
            kept.append(one)
    return kept
