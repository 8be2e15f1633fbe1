"""Headings inside a text: what their label says (Section II, Article 5, Annex, 第一部分), and whether a title follows.

The words are those of the page's `headings`, matched on tokens of their own with few words in the table. A Roman number
or a capital letter is a label in every language, and so are the shape of a title and what parts it from its label.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from converter.languages.keys import ANNEXES
from converter.languages.match import Match, Phrases
from converter.languages.scan import Scanner
from converter.languages.table import is_han, opens_title
from converter.model import PageLine
from converter.printable import columns
from converter.view import Tokens, Variants, fold

SECTION = "section"
NUMBER = "number"
"""The kind of a heading whose label is a number alone."""

_NUMBERS = ("counted", "han", "letter", "ordinal")  # the slots that count headings; others count resolutions
_LABEL = 60  # characters in which a label ends
_TITLE = 121  # columns; a Han character takes two
_MOST_KEPT = 8_000  # lines: those of the longest texts
_ALONE = re.compile(r"(?:[IVX]{1,5}|[A-HJ-U])(?![^\W_])")  # after U no text has gone on; I is a number
_PARTED = re.compile(r"(?P<sign>[ ]?(?:[.．:：、]|[-–—](?=\s|[^\W\d])))?(?P<blank>\s*)")
_YEAR = re.compile(r"(?:19|20)\d\d ?(?=\D)")
# What does not stand inside a title: behind a number alone, behind a word and a number, behind that of an annex.
_QUOTES, _CLOSED = '“"«„”「『', ' \u00a0”"»“」』'  # around what is quoted: “Rule 41
_COMMAS, _COLONS, _STOPS = ",،，", ":：", ";؛；。"
_ENDS = f"{_COMMAS}{_COLONS}{_STOPS}.、"


@dataclass(frozen=True, slots=True)
class Heading:
    """The label of a heading: its kind (`number` or one of the page's), its number and words as printed.

    `whole` says that nothing stands behind it but a title: else it may be the first words of a sentence. `read_by` is
    the line of the page that has its words.
    """

    kind: str
    number: str
    word: str
    whole: bool
    read_by: PageLine | None = None

    @property
    def is_annex(self) -> bool:
        """Whether paragraphs are counted anew below it, as those of an annex."""
        return self.whole and self.kind in ANNEXES

    def is_bare(self, line: str) -> bool:
        """Whether a line that it was read in is its label and nothing else."""
        return self.whole and len("".join(line.split())) == len("".join(f"{self.word}{self.number}".split()))

    @property
    def is_section(self) -> bool:
        """Whether it is the heading of a section or a chapter, whose paragraphs may be counted anew."""
        return self.kind not in ANNEXES


@dataclass(frozen=True)
class Headings:
    """Reads the headings of one language."""

    scanner: Scanner
    phrases: Phrases
    first: frozenset[str]  # what the words of a label may begin with
    variants: Variants

    def read(self, text: str) -> Heading | None:
        """The heading that a line begins as; None for another line."""
        return self._kept(text)

    @cached_property
    def _kept(self) -> Callable[[str], Heading | None]:
        """What was found of the lines met before: each is asked of several times."""
        return lru_cache(_MOST_KEPT)(self._read)

    def is_heading(self, text: str) -> bool:
        """Whether a line is a heading with a label, and nothing else."""
        found = self.read(text)
        return found is not None and found.whole

    def _read(self, text: str) -> Heading | None:
        if text[:1].islower():
            return None
        if text[:1] in _QUOTES:
            quoted = self._read(text[1:].lstrip().rstrip(_CLOSED)) if text[1:2] not in _QUOTES else None
            return quoted if quoted and quoted.kind != NUMBER and quoted.is_section else None  # “A” is a name
        view = fold(text[:_LABEL]).spelled(self.variants)
        if view.text and view.first in self.first:
            tokens = self.scanner.scan(view)
            if tokens[0].word == view.key[: tokens[0].end]:  # nothing is joined to it: بالمرفق is in a sentence
                matches = sorted(self.phrases.after(tokens, 0), key=lambda one: -one.last)
                found = (_of_phrase(match, tokens, text) for match in matches)
                if matches:
                    return next((one for one in found if one), None)
        alone = _ALONE.match(text)
        return _headed(Heading(NUMBER, alone[0], "", whole=False), text[alone.end() :]) if alone else None


def _of_phrase(match: Match, tokens: Tokens, text: str) -> Heading | None:
    """The heading that a phrase begins."""
    end = tokens.span(0, match.last)[1]
    slot = next((one for one in match.slots if one.slot in _NUMBERS), None)
    start, behind = tokens.span(slot.first, slot.last) if slot else (end, end)
    word = (text[:start] + text[behind:end]).strip()
    return _headed(
        Heading(match.phrase.kind if word else NUMBER, text[start:behind], word, False, match.phrase.at), text[end:]
    )


def _headed(found: Heading, rest: str) -> Heading | None:
    """The heading whose label ends before `rest`; None where that shows that it is the words of a sentence."""
    parted = _PARTED.match(rest)
    assert parted is not None  # it may be empty
    alone, title = found.kind == NUMBER, rest[parted.end() :]
    if not title:
        return replace(found, whole=alone or not parted["sign"])  # in Annex II. ends a sentence
    if not opens_as_title(title):
        return None
    if parted["sign"]:
        led = True
    elif alone:  # IV Lamps, and no letter or ordinal
        led = bool(parted["blank"]) and _is_roman(found.number) and (title[0].isupper() or not title[0].isalpha())
        led = led or (bool(parted["blank"]) and is_han(found.number) and is_han(title))  # 一 导言
    else:
        led = bool(parted["blank"]) or (is_han(title) and found.kind == SECTION)  # 第一部分导言, not 第一条规定
    return replace(found, whole=_is_title(title, found.kind)) if led else None


def _is_roman(number: str) -> bool:
    return set(number) <= set("IVX")


def opens_as_title(words: str) -> bool:
    """Whether words open as a title does; a year may stand before it."""
    year = _YEAR.match(words)
    return opens_title(words[year.end() if year else 0])


def _is_title(words: str, kind: str) -> bool:
    """Whether words may be a title and no sentence, by their length and the marks in them and at their end."""
    inside = _STOPS + ("" if kind in ANNEXES else _COLONS) + (_COMMAS if kind == NUMBER or is_han(words) else "")
    return columns(words) <= _TITLE and not set(inside) & set(words) and words[-1] not in _ENDS
