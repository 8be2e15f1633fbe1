"""How a piece of a text ends: with a whole sentence, a clause, a comma.

The signs are the same in every language; the words behind them are those of the page's `notes`. The mark of a note may
hang on the end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from converter.languages.shapes import any_of

COMMAS = ",،，"
SENTENCE_ENDS = ".!?。！？؟"
CLAUSE_ENDS = f"{COMMAS};:{SENTENCE_ENDS}؛；："
CLOSING = "”“’‘»\"'''）)\\]」』》】"  # what may stand behind a sign: in Arabic the marks open to the right
BLANK = "[ \u00a0\u202f]?"
_CLOSED = rf"{BLANK}[{CLOSING}]{{0,9}}"
_MARK = rf"(?:{BLANK}(?:\(\d{{1,3}}\)|[\d*]{{1,3}})/?(?:,{BLANK}\d{{1,3}})?)?"
_COMMA = re.compile(rf"[{COMMAS}]{_CLOSED}{_MARK}$")
_SIGN = re.compile(rf"[{COMMAS}:;.。؛；：]{_CLOSED}$")
_SENTENCE = re.compile(rf"(?P<sign>[{SENTENCE_ENDS}]){_CLOSED}$")
_END = 80  # characters that are enough to tell how a text ends


def ends_in_sign(text: str) -> bool:
    """Whether a line ends in a sign inside or at the end of a sentence: no title does, unless in a question."""
    return _SIGN.search(text[-_END:]) is not None


@dataclass(frozen=True)
class Sentences:
    """Tells how pieces of texts of one language end."""

    _clause: re.Pattern[str]
    _semicolon: re.Pattern[str]
    _item: re.Pattern[str]
    _short: tuple[str, ...]

    def clause_ends(self, text: str) -> bool:
        """Whether a paragraph that ends so may be over; a short word (Mr., para.) wants its name or number."""
        end = text[-_END:]
        match = self._clause.search(end)
        return match is not None and not self._is_short(end, match.start())

    def comma_ends(self, text: str) -> bool:
        """Whether a text ends in a comma: so does a preambular paragraph, but many lines do as well."""
        return _COMMA.search(text[-_END:]) is not None

    def semicolon_ends(self, text: str) -> bool:
        """Whether a text ends in a semicolon, or in one and a word (; and)."""
        return self._semicolon.search(text[-_END:]) is not None

    def item_ends(self, text: str) -> bool:
        """Whether an item of a list may be over, where the next one follows: also in a comma and a word (, or)."""
        return self._item.search(text[-_END:]) is not None

    def sentence_ends(self, text: str) -> bool:
        """Whether a sentence is over: no full stop of a short word (para., гл.) is its end."""
        end = text[-_END:]
        match = _SENTENCE.search(end)
        return match is not None and not self._is_short(end, match.start())

    def _is_short(self, text: str, at: int) -> bool:
        """Whether the sign at a place is the full stop of a short word."""
        last = text[: at + 1].replace("\u00a0", " ").rpartition(" ")[2]
        return last.lower().lstrip('(“"«') in self._short


def sentences(words: Mapping[str, Sequence[str]]) -> Sentences:
    """How sentences end, by the page's `notes`: what a list goes on with behind a sign, and short words."""
    joint = f"(?:{any_of(words.get('behind a semicolon', ()))})"
    semicolon = rf"[;؛；]{BLANK}{joint}"
    comma = rf"[{COMMAS}]{BLANK}(?:{any_of(words.get('behind a comma', ()))})"
    clause = re.compile(rf"(?:[{CLAUSE_ENDS}]{_CLOSED}|{semicolon}|{comma}){_MARK}$")
    ended = re.compile(rf"(?:[;؛；]{_CLOSED}|{semicolon}){_MARK}$")
    item = re.compile(rf"[{COMMAS};؛；]{BLANK}{joint}{_MARK}$")
    return Sentences(clause, ended, item, tuple(word.lower() for word in words.get("short", ())))
