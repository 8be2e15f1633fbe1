"""Texts set as prose, as a page that lost its line breaks has them: paragraphs that stand in one line are cut apart.

…, 1. Requests …; 2. Decides …: behind a sign the number that is due stands, and behind it a verb of the organ. Only in
such a line, or behind an enacting phrase on the same line, recitals are cut too: a capital and a verb behind a comma
(…, Noting …), in Arabic the word that opens each. All that is cut is in doubt, and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from converter.languages import Language
from converter.languages.keys import NO_TITLE
from converter.languages.sentences import CLAUSE_ENDS, COMMAS
from converter.model import BreakDoubt, Line

_SHORTEST = 60  # characters of a line that may hold two paragraphs
_MASTHEAD = 1_000  # characters of a line in which the enacting phrase may stand behind a masthead
_PHRASE = 60  # characters of such a phrase
_WORDS = 80  # characters in which a paragraph shows how it opens
_COMMA = re.compile(rf"[{COMMAS}](?=\s)")
_CAPITAL = re.compile(r"(?<=\s)(?:[^\W\d_a-zß-ÿа-яё]|إن\s)")  # the first sign of a phrase; in Arabic its first word
_NUMBER = re.compile(rf"(?<=[{CLAUSE_ENDS}，])\s*(?=\d{{1,3}}\D)")
_LETTER = re.compile(r"\(?[^\W\d_]\)\s+")
_RECITAL = re.compile(r"(?<=[,;])\s+(?=[^\W\d_a-zß-ÿа-яё]|\(?[^\W\d_]\)\s)|(?<=[،,])\s+(?=و?إذ)")


def inline_phrase(lines: Sequence[Line], language: Language) -> tuple[int, int, int] | None:
    """The line that has the enacting phrase with a recital behind it, where the phrase begins and ends; or None.

    It is at the head of its line; in a text without one at such a place, behind the masthead on the same line.
    """
    for index, line in enumerate(lines):
        words = line.text.lstrip()
        end = language.page.enacting.lead(words) if not line.marks else None
        if end is not None and language.opens(_unlettered(words[end:]), "preambular"):
            return index, 0, len(line.text) - len(words) + end
    return next(_phrases_inside(lines, language), None)


def _phrases_inside(lines: Sequence[Line], language: Language) -> Iterator[tuple[int, int, int]]:
    """The phrases that stand inside a line, as `inline_phrase` has them: with a capital, unlike a sentence's names."""
    for index, line in enumerate(lines):
        told = language.page.masthead.begins(line.text, NO_TITLE)  # At its 12th meeting the Council, recalling …:
        head = line.text[:_MASTHEAD] if not (line.marks or told) else ""
        for comma in _COMMA.finditer(head):
            words = _unlettered(line.text[comma.end() : comma.end() + _WORDS])
            if language.goes_on(words) or not language.opens(words, "preambular"):
                continue  # the General Assembly, on the recommendation of …
            for word in _CAPITAL.finditer(head, max(0, comma.start() - _PHRASE), comma.start()):
                end = language.page.enacting.lead(line.text[word.start() : comma.end() + _WORDS])
                if end == comma.end() - word.start():
                    yield index, word.start(), comma.end()
                    break


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
        label = language.page.label_forms.number.match(line.text.strip())
        due = int(label["number"]) + 1 if label else due
        cuts: list[int] = []
        if len(line.text) >= _SHORTEST and not line.marks and not line.role:
            cuts = list(_numbers(line.text, due, language))
            due += len(cuts)
            if cuts or prose:
                found_here = _recitals(line.text[: cuts[0] if cuts else None], language)
                first = bool(cuts) or not at  # further on only a letter shows that one begins: …, (c) Noting
                cuts = [*(cut for cut in found_here if first or _LETTER.match(line.text, cut)), *cuts]
        found += _pieces(line, cuts)
        begins += [line.start + cut for cut in cuts]
    return found, begins


def doubts_with(doubts: Iterable[BreakDoubt], apart: Iterable[int]) -> tuple[BreakDoubt, ...]:
    """The doubtful breaks, with those at which a line was cut apart, in order."""
    known = {at: BreakDoubt(at, begins=True) for at in apart} | {doubt.start: doubt for doubt in doubts}
    return tuple(known[at] for at in sorted(known))


def _numbers(text: str, due: int, language: Language) -> Iterator[int]:
    """Where the numbers stand that are due, one after the other, each with a verb of the organ behind it."""
    for match in _NUMBER.finditer(text):
        words = text[match.end() : match.end() + _WORDS]
        label = language.page.label_forms.number.match(words)
        if label and int(label["number"]) == due and language.opens(words[label.end() :], "operative"):
            due += 1
            yield match.end()


def _recitals(text: str, language: Language) -> Iterator[int]:
    """Where recitals begin behind the first one of a line, and an act without a number; none in any other line."""
    if not language.opens(_unlettered(text[:_WORDS]), "preambular"):
        return
    for match in _RECITAL.finditer(text):
        if language.opens(_unlettered(text[match.end() : match.end() + _WORDS])):
            yield match.end()


def _pieces(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    """The line, cut at these places; each piece but the first stands apart from the one above it."""
    for at, (start, end) in enumerate(zip((0, *cuts), (*cuts, len(line.text)), strict=True)):
        yield replace(line, text=line.text[start:end], start=line.start + start, gap=line.gap or at > 0)
