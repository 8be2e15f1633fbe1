"""Texts set as prose, as a page that lost its line breaks has them: paragraphs that stand in one line are cut apart.

…, 1. Requests …; 2. Decides …: behind a sign the number that is due stands, and behind it a verb of the organ. Only in
such a line, or behind an enacting phrase on the same line, recitals are cut too: a verb behind a comma, with a capital
(…, Noting …), in Chinese behind a blank, which is what a line end became, in Arabic the word that opens each. Below a
number a list is cut at its labels, and at the end the sentence on the adoption. All that is cut is in doubt, and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import structs

from converter import numerals
from converter.clean import is_wrapped, masthead_of
from converter.languages import Language
from converter.languages.sentences import CLAUSE_ENDS, COMMAS, SENTENCE_ENDS
from converter.model import BreakDoubt, Line
from converter.parse.labels import Reading, readings
from converter.printable import columns

_SHORTEST = 60  # columns of a line that may hold two paragraphs
_MASTHEAD = 1_000  # characters of a line in which the enacting phrase may stand behind a masthead
_PHRASE = 60  # characters of such a phrase
_WORDS = 80  # characters in which a paragraph shows how it opens
_CLOSING = 600  # characters at the end of a text in which it says how it was adopted
_COMMA = re.compile(rf"[{COMMAS}](?=\s)|，")
_CAPITAL = re.compile(r"(?:(?<=\s)|(?<=。))(?:[^\W\d_a-zß-ÿа-яё]|إن\s)")  # a phrase's first sign, in Arabic word
_FIRST = re.compile(r"(?<=\s)(?=1\b)|(?<=[\s，])(?=一[、．.])")
_NUMBER = re.compile(rf"(?<=[{CLAUSE_ENDS}，])\s*(?=\d{{1,3}}\D|[一二三四五六七八九十]{{1,3}}[、．.])")
_LETTER = re.compile(r"\(?[^\W\d_]\)\s+")
_ITEM = re.compile(rf"(?<=[{CLAUSE_ENDS}，])\s*(?=[(（][^\W_]{{1,4}}[)）]|[^\W_]{{1,2}}\)|['’‘]\d{{1,2}}['’‘]|[㈠-㈩])")
_RECITAL = re.compile(r"(?<=[,;])\s+(?=[^\W\d_a-zß-ÿ]|\(?[^\W\d_]\)\s)|(?<=[，；])\s+(?=\S)|(?<=[،,])\s+(?=و?إذ)")
_SENTENCE = re.compile(rf"(?<=[{SENTENCE_ENDS}])\s+|(?<=。)")


def inline_phrase(lines: Sequence[Line], language: Language) -> tuple[int, int, int] | None:
    """The line that has the enacting phrase with a recital behind it, where the phrase begins and ends; or None.

    It is at the head of its line, where no sentence goes on; in a text without one at such a place, behind the masthead
    on the same line.
    """
    for index, line in enumerate(lines):
        words = line.text.lstrip()
        end = language.page.enacting.lead(words) if not line.marks else None
        if end is None or not _begins_body(words[end : end + _WORDS], language):
            continue
        if not is_wrapped(lines, index, language):
            return index, 0, len(line.text) - len(words) + end
    return next(_phrases_inside(lines[: masthead_of(lines, language)], language), None)


def _phrases_inside(lines: Sequence[Line], language: Language) -> Iterator[tuple[int, int, int]]:
    """The phrases that stand inside a line, as `inline_phrase` has them: with a capital, unlike a sentence's names."""
    for index, line in enumerate(lines):
        if not line.marks:
            yield from ((index, start, end) for start, end in _phrases_in(line.text, language))


def _phrases_in(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """The phrases that a comma ends near the begin of a text, then those that paragraph 1 stands right behind."""
    head, enacting = text[:_MASTHEAD], language.page.enacting
    for comma in _COMMA.finditer(head):
        words, end = text[comma.end() : comma.end() + _WORDS], comma.end()
        if not language.goes_on(_unlettered(words)) and _begins_body(words, language):  # on the recommendation of …
            begins = (at for at in _capitals(head, comma.start()) if enacting.lead(text[at : end + _WORDS]) == end - at)
            yield from ((at, end) for at in begins)
    for first in _FIRST.finditer(head):  # The Security Council 1. Calls upon …
        end = first.start()
        if _begins_body(text[first.end() : first.end() + _WORDS], language):
            begins = (at for at in _capitals(head, end) if enacting.organ(text[at:end].strip()))
            yield from ((at, end) for at in begins)


def _capitals(head: str, end: int) -> Iterator[int]:
    """Where the words with a capital begin that a phrase before an offset may begin with."""
    return (word.start() for word in _CAPITAL.finditer(head, max(0, end - _PHRASE), end))


def _begins_body(words: str, language: Language) -> bool:
    """Whether the words behind an enacting phrase begin a recital, or the first act with its number."""
    words = words.lstrip()
    label = _label(words, language)
    if label is not None:
        return label[0] == 1 and language.opens(words[label[1] :], "operative")
    return language.opens(_unlettered(words), "preambular")


def _label(words: str, language: Language) -> tuple[int, int] | None:
    """The number that words begin with, in digits or in Han figures, and where its label ends."""
    forms = language.page.label_forms
    match = forms.number.match(words)
    if match is not None:
        return int(match["number"]), match.end("label")
    match = forms.han_number.match(words)
    return (numerals.han(match["number"]), match.end("label")) if match is not None else None


def _unlettered(text: str) -> str:
    """The words of a recital behind the letter that it may be counted with: (a) Recalling."""
    return _LETTER.sub("", text.lstrip())


def parted(lines: Sequence[Line], language: Language, *, prose: bool) -> tuple[list[Line], list[int]]:
    """The lines of a body, each paragraph that stands inside one on a line of its own, and where those begin.

    `prose` says that the first line goes on behind the enacting phrase.
    """
    found: list[Line] = []
    begins: list[int] = []
    due = 1
    for at, line in enumerate(lines):
        label = _label(line.text.strip(), language)
        due = label[0] + 1 if label else due
        cuts: list[int] = []
        if columns(line.text) >= _SHORTEST and not line.marks and not line.role:
            cuts = list(_numbers(line.text, due, language))
            due += len(cuts)
            if cuts or prose:
                found_here = _recitals(line.text[: cuts[0] if cuts else None], language)
                first = bool(cuts) or not at  # further on only a letter shows that one begins: …, (c) Noting
                recitals = [cut for cut in found_here if first or _LETTER.match(line.text, cut)]
                below = [*_items(line.text, cuts, language), *_closing(line.text, language)] if cuts else []
                cuts = sorted({*recitals, *cuts, *below})
        found += _pieces(line, cuts) if cuts else [line]
        begins += [line.start + cut for cut in cuts]
    return found, begins


def doubts_with(doubts: Iterable[BreakDoubt], apart: Iterable[int]) -> tuple[BreakDoubt, ...]:
    """The doubtful breaks, with those at which a line was cut apart, in order."""
    known = {at: BreakDoubt(at, begins=True) for at in apart} | {doubt.start: doubt for doubt in doubts}
    return tuple(known[at] for at in sorted(known))


def _numbers(text: str, due: int, language: Language) -> Iterator[int]:
    """Where the numbers stand that are due, one after the other, each with a verb of the organ behind it.

    A number that goes on a count behind the end of a clause needs no verb that is known.
    """
    last = due
    for match in _NUMBER.finditer(text):
        words = text[match.end() : match.end() + _WORDS]
        label = _label(words, language)
        if label is None or label[0] != due:
            continue
        goes_on = due > last and text[match.start() - 1] not in f"{COMMAS}:："
        if goes_on or language.opens(words[label[1] :], "operative"):
            due += 1
            yield match.end()


def _items(text: str, numbers: Sequence[int], language: Language) -> Iterator[int]:
    """Where the items of lists stand below the numbered paragraphs of a line: behind a colon the first, then the next.

    One alone is no list.
    """
    for start, end in zip(numbers, (*numbers[1:], len(text)), strict=True):
        counted: dict[int, float] = {}  # of each form of label how far it is counted
        found: dict[int, list[int]] = {}
        for match in _ITEM.finditer(text, start, end):
            begins = text[match.start() - 1] in ":："
            known = [
                one for one in readings(text[match.end() : min(end, match.end() + _WORDS)], language) if not one.cost
            ]
            item = next((one for one in known if _is_next(one, counted, begins=begins)), None)
            if item is not None:
                counted[item.form] = item.count
                found.setdefault(item.form, []).append(match.end())
        yield from (at for places in found.values() if len(places) > 1 for at in places)


def _is_next(item: Reading, counted: Mapping[int, float], *, begins: bool) -> bool:
    """Whether an item is the first one behind a colon, or goes on with a list of its form."""
    return item.count == 1 if begins else item.form in counted and item.count == counted[item.form] + 1


def _closing(text: str, language: Language) -> Iterator[int]:
    """Where the sentence stands at the end of a line that says how the text was adopted."""
    lines = language.page.closing_lines
    for match in _SENTENCE.finditer(text, max(0, len(text) - _CLOSING)):
        if match.end() < len(text) and lines.is_one(text[match.end() :].strip()):
            yield match.end()
            return


def _recitals(text: str, language: Language) -> Iterator[int]:
    """Where recitals begin behind the first one of a line, and an act without a number; none in any other line."""
    if not language.opens(_unlettered(text[:_WORDS]), "preambular"):
        return
    for match in _RECITAL.finditer(text):
        words = _unlettered(text[match.end() : match.end() + _WORDS])
        if language.opens(words) and not language.goes_on(words):
            yield match.end()


def _pieces(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    """The line, cut at these places; each piece but the first stands apart from the one above it."""
    for at, (start, end) in enumerate(zip((0, *cuts), (*cuts, len(line.text)), strict=True)):
        yield structs.replace(line, text=line.text[start:end], start=line.start + start, gap=line.gap or at > 0)
