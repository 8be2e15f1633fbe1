"""From a text to its tokens: shapes of numbers first, then the longest word of the page, then whatever stands there.

One pass from left to right. The shapes are `common.yml`'s, with the letters and joints of the page put in; the words
are one table, by the first word of each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from converter import numerals, symbols
from converter.languages.printed import HAN_FIGURES, Spelling
from converter.languages.shapes import ORDER, Shape
from converter.languages.table import Table, unit_at
from converter.view import HAN, Token, Tokens, View, fold

_ROMAN = re.compile(r"[IVXL]{1,7}")
_MOST_KNOWN = 20_000  # words that are kept
_DIGITS = 18  # of a number; more are none that anything counts
_LONG = 6  # letters of a noun that may be known in a word it was run together with
_SHORTEST = 3  # letters of a word that something may be joined to: من in لمن is none
_LONGEST = 80  # characters of the longest name
LEAD = 12
"""Tokens of a text that show what it is not."""
_EDGES = frozenset("/.$-")  # a number that follows one of these at once is a part of something else
_KINDS = ("number", "noun", "organ", "own", "month", "unit", "and", "to", "between", "aside")  # the first is the kind


@dataclass(frozen=True)
class Scanner:
    """Cuts texts of one language into tokens."""

    table: Table
    shapes: tuple[Shape, ...]
    any_shape: re.Pattern[str]  # matches wherever one of the shapes does
    unit: re.Pattern[str]  # a label, digits of an ordinal, or the next word, number or sign
    joined: tuple[str, ...]
    prefixes: Mapping[str, str]  # what is written as one with a word and belongs to it → what it hides of that word
    spelling: Spelling  # what a number means
    labels: Mapping[str, str]  # letters of sub-paragraphs as printed → Latin ones
    roots: tuple[str, ...]
    starts: frozenset[str]  # what a shape may begin with
    nouns: tuple[str, ...] = ()  # those of one word, in small letters
    # Words met before, and those of phrases: a scanner with another table begins with none.
    _kept: dict[str, tuple[str, Any, str, Mapping[str, Any]]] = field(default_factory=dict, init=False)
    _cut: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False)

    def words(self, text: str) -> tuple[str, ...]:
        """The words of the tokens of a text: what a phrase of the page is cut into; the same come again and again."""
        found = self._cut.get(text)
        if found is None:
            found = self._cut[text] = tuple(token.word for token in self.scan(fold(text)).items)
        return found

    def scan(self, view: View) -> Tokens:
        """The tokens of a view."""
        return Tokens(view, tuple(self._tokens(view, len(view.text))))  # no text has more tokens than characters

    def lead(self, view: View, most: int) -> Tokens:
        """The first tokens of a view, `most` of them; the others are not cut."""
        return Tokens(view, tuple(self._tokens(view, most)))

    def has_number(self, view: View) -> bool:
        """Whether a text may have a number in it."""
        matches = self.any_shape.match
        return any(matches(view.text, begin.start()) for begin in self._begins.finditer(view.text))

    @cached_property
    def _begins(self) -> re.Pattern[str]:
        """Where a number may begin: digits, and what else a shape may begin with where no letter stands before it.

        Han characters are none; where letters are joined to what follows, one may.
        """
        others = "".join(sorted(re.escape(char) for char in self.starts if not char.isdigit()))
        alone = "" if self.joined else rf"(?<![^\W\d_{HAN}])"
        return re.compile(rf"\d+|{alone}[{others}]")

    def _tokens(self, view: View, most: int) -> list[Token]:
        """The first tokens of a view, `most` of them."""
        text, key, at, end = view.text, view.key, 0, len(view.text)
        found = {match.start(): match.end() for match in symbols.find(text, self.roots)}
        tokens: list[Token] = []
        unit_at, starts, known = self.unit.match, self.starts, self._kept
        symbols_on = iter((*found, len(text)))
        following = next(symbols_on)  # where the next symbol begins: no word goes over that (وA/61/53)
        while at < end and len(tokens) < most:
            while at >= following:
                following = next(symbols_on)
            if text[at] == " ":
                at += 1
                continue
            token: Token | None = None
            if at in found:
                token = Token("symbol", text[at : found[at]], at, found[at], key[at : found[at]])
            elif text[at] in starts:
                token = self._shape(view, at, tokens[-1] if tokens else None)
            if token is None:
                unit = unit_at(text, at, following)
                assert unit is not None  # every character is one at least
                kept = known.get(unit[0]) if not unit.lastgroup else None
                if kept is not None:
                    kind, value, word, senses = kept
                    token = Token(kind, value, at, unit.end(), word, senses)
                else:
                    token = self._met(view, at, unit)
            tokens.append(token)
            at = token.end
        return tokens

    def _shape(self, view: View, at: int, last: Token | None) -> Token | None:
        text = view.text
        if not _may_begin(text, at, last):
            return None
        found = self._shaped(view, at)
        if found is None:
            return None
        shape, match = found
        if shape.wrong and last is not None and last.has("month"):
            return None  # May 3 2091 is a day, no number without its brackets
        return Token(shape.kind, self.spelling.number(shape, match), at, match.end(), view.key[at : match.end()])

    def _shaped(self, view: View, at: int) -> tuple[Shape, re.Match[str]] | None:
        """The first shape that matches here and may end where it does."""
        match = self.any_shape.match(view.text, at)
        if match is None:
            return None
        first = self.shapes[int((match.lastgroup or "").removeprefix(ORDER))]
        if self._may_end(view, match.end()):
            return first, match
        for shape in self.shapes[first.order + 1 :]:
            match = shape.pattern.match(view.text, at)
            if match is not None and self._may_end(view, match.end()):
                return shape, match
        return None

    def _met(self, view: View, at: int, unit: re.Match[str]) -> Token:
        """A label, digits of an ordinal, or a word; one that means the same wherever it stands is kept."""
        end = unit.end()
        if unit.lastgroup == "label" and self._is_month(view, at, end):
            return self._word(view, at, view.key[at : at + 1])  # the bracket alone
        if unit.lastgroup:
            return Token(unit.lastgroup.replace("_", " "), self._value(unit), at, end, view.key[at:end])
        token = self._word(view, at, view.key[at:end])
        if token.end == end and not self._depends(view.key[at:end]):
            if len(self._kept) >= _MOST_KNOWN:
                self._kept.clear()
            self._kept[unit[0]] = (token.kind, token.value, token.word, token.senses)
        return token

    def _is_month(self, view: View, at: int, end: int) -> bool:
        """Whether what stands in brackets is the other name of a month, and no label: 3 أيار (مايو) 2091."""
        inside = view.key[at + 1 : end - 1]
        found = self.table.find(view, at + 1, inside) if inside.isalpha() else None
        return found is not None and found[0] == end - 1 and "month" in found[1]

    def _depends(self, unit: str) -> bool:
        """Whether what a word is depends on what stands after it; one that is longer than any word is none."""
        if len(unit) > _LONGEST:
            return False
        if self.table.leads(unit) or unit[0] in numerals.FIGURES:
            return True
        rests = [unit[len(letter) :] for letter in self.joined if unit.startswith(letter)]
        if any(not rest or rest[0] in self.starts or self._depends(rest) for rest in rests):
            return True
        prefixes = ((prefix, hidden) for prefix, hidden in self.prefixes.items() if unit.startswith(prefix))
        return any(self.table.leads(hidden + unit[len(prefix) :]) for prefix, hidden in prefixes)

    def _may_end(self, view: View, end: int) -> bool:
        """Whether a number may end here: no letter follows, or a word that the page knows (71/222of)."""
        if end >= len(view.text) or not (view.text[end].isascii() and view.text[end].isalnum()):
            return True
        unit = unit_at(view.key, end)
        return not unit.isdigit() and self.table.find(view, end, unit) is not None

    def _word(self, view: View, at: int, unit: str) -> Token:
        text, key = view.text, view.key
        known = self._known(view, at, unit)
        if known is None and (letter := self._joined(view, at, unit)):
            end, word = at + len(letter), letter
            found = self.table.find(View(letter, letter, (0, 1)), 0, letter)
            senses = found[1] if found else {"word": letter}
        elif known is None and (head := self._glued(view, at, unit)):
            end, senses = head
            word = key[at:end]
        else:
            end, word, senses = known or (at + len(unit), unit, {})
            figures = HAN_FIGURES.match(text, at)
            if figures and figures.end() > end:
                end, word, senses = figures.end(), figures[0], {}
        senses = {**senses, **self._counted(text[at:end])}
        kind = next((kind for kind in _KINDS if kind in senses), next(iter(senses), "word"))
        if kind == "word" and not word.isalnum() and end - at == 1:
            kind = "mark"
        return Token(kind, senses.get(kind), at, end, word, senses)

    def _known(self, view: View, at: int, unit: str) -> tuple[int, str, dict[str, Any]] | None:
        """The word of the table that stands here, a prefix joined to it: its end, the word itself, its senses."""
        found = self.table.find(view, at, unit)
        if found is not None:
            return found[0], view.key[at : found[0]], found[1]
        for prefix, hidden in self.prefixes.items():
            after = hidden + unit[len(prefix) :]
            if not unit.startswith(prefix) or len(after) < _SHORTEST:
                continue
            rest = hidden + view.text[at + len(prefix) : at + _LONGEST]
            whole = View(rest, rest, ())
            found = self.table.find(whole, 0, after)
            if found is not None:
                return at + len(prefix) - len(hidden) + found[0], whole.key[: found[0]], found[1]
        return None

    def _joined(self, view: View, at: int, unit: str) -> str:
        """The letter that is written as one with the word or number after it, where the page knows that.

        A Latin word has never a letter of another script of its own: وCorr.1 is و and Corr.1.
        """
        for letter in self.joined if len(unit) <= _LONGEST else ():
            if unit.startswith(letter):
                rest = at + len(letter)
                after = unit[len(letter) :]
                if rest < len(view.text) and (_is_of_others(view.text[rest]) or self._shape(view, rest, None)):
                    return letter
                if after and (self._known(view, rest, after) or self._joined(view, rest, after)):
                    return letter
        return ""

    def _glued(self, view: View, at: int, unit: str) -> tuple[int, dict[str, Any]] | None:
        """The first of two words of the page that lack the blank between them: itsresolution 60/251."""
        for noun in self.nouns if len(unit) > _LONG else ():
            head = unit.removesuffix(noun)
            if head and head != unit and len(noun) >= _LONG:
                short = View(head, head, tuple(range(len(head) + 1)))
                known = self.table.find(short, 0, head)
                if known is not None and known[0] == len(head):
                    return at + len(head), known[1]
        return None

    def _value(self, unit: re.Match[str]) -> Any:
        if unit.lastgroup == "label":
            printed = unit[0].strip("()'\"")
            return "".join(self.labels.get(one) or self._latin(one) for one in printed.split())
        digits = re.match(r"\d+", unit[0])
        return int(digits[0]) if digits else 0

    def _latin(self, label: str) -> str:
        """The letters of a label one by one: aa, бб."""
        return "".join(self.labels.get(letter, letter) for letter in label)

    def _counted(self, text: str) -> dict[str, Any]:
        """What the unit counts: 12, III, 三, A."""
        if text.isdecimal():
            return {"int": int(text)} if len(text) <= _DIGITS else {}
        if HAN_FIGURES.fullmatch(text):
            return {"han": numerals.han(text)}
        senses: dict[str, Any] = {}
        if _ROMAN.fullmatch(text) and numerals.to_roman(numerals.roman(text)) == text:
            senses["roman"] = numerals.roman(text)
        if len(text) == 1 and "A" <= text <= "Z":
            senses["letter"] = text
        return senses


def _is_of_others(char: str) -> bool:
    """Whether a character begins no word of the script that joins letters to what follows: a digit, a Latin letter."""
    return char.isdigit() or (char.isascii() and char.isalpha())


def _may_begin(text: str, at: int, last: Token | None) -> bool:
    """Whether a number may begin here: it is no part of something longer (B-52/2, 1.5/2)."""
    before = text[at - 1] if at else " "
    if before == "-":
        return bool(last and at >= 2 and (text[at - 2].isdigit() or text[at - 2] in ") "))
    if before in _EDGES:
        return False
    if before.isascii() and before.isalnum():
        return last is not None and last.end == at and last.has("noun")  # resolution72/224
    return True
