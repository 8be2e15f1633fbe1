"""The folded view: what is matched, and where each of its characters stands in the unchanged text.

Widths, digits of other scripts, presentation forms, vowel signs, dashes, quotation marks and stray blanks are folded
here, once and for every language, so that no word list and no shape need know them. A view is for matching only: what
is shown is always cut from the source (`View.span`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

# Compatibility forms that mean something else than the plain characters: 10⁶ is not 106, 3½ not 31/2, ① no number.
_KEPT_FORMS = ("<super>", "<sub>", "<fraction>", "<circle>", "<square>")
_KEPT = frozenset("，；：！？…")  # Chinese sentence marks tell a Chinese sentence; an ellipsis is no three full stops
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_DOUBLE = "“”„‟«»″〝〞＂"
_SINGLE = "‘’‚‛′＇ʼ"
_TATWEEL = "\u0640"
_SIGNS = (*range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, *range(0x6D6, 0x6DD))  # vowel signs of Arabic
_ALEFS = "أإآٱ"
_PLAIN: dict[str, str] = (
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_DOUBLE, '"')
    | dict.fromkeys(_SINGLE, "'")
    | dict.fromkeys(_ALEFS, "ا")
    | dict.fromkeys(map(chr, _SIGNS), "")
    | dict.fromkeys((_TATWEEL, "\u00ad"), "")
    | {char: char for char in _KEPT}
)
_ROOTS = {"А": "A", "Е": "E", "С": "S"}  # Russian texts may print A/61/53 with their own letters
_CYRILLIC_ROOT = re.compile(r"(?<!\w)[АЕС](?=/[A-Z0-9])")
# Blanks that stand inside a number, by what stands around them.
_NUMBER = r"(?:E?S ?- ?)?(?:\d{1,4}|[IVXL]{1,8})"
_STRAY = re.compile(
    r"(?<=\d) ?/ (?=\d)|(?<=\d) /(?=\d)"  # 60 / 251
    r"|(?<=[A-Z$]/) (?=\d{3})"  # S/ 13384
    r"|(?<=PV\.) (?=\d)|(?<=(?:Add|Rev)\.) (?=\d)|(?<=Corr\.) (?=\d)"
    rf"|\( ?{_NUMBER} ?\)"  # ( 1967 ), (S- VII)
    r"|(?<![A-Za-z])E?S ?- ?(?=\d{1,2} ?/ ?\d)"  # S- 26/2
)


@dataclass(frozen=True)
class View:
    """A text folded: `text` is what is matched, `at[i]` the offset in `source` of its character `i`.

    The law: `len(at) == len(text) + 1`, `at` never falls, and every letter and digit of the source is in it, besides
    the signs that are dropped.
    """

    source: str
    text: str
    at: tuple[int, ...]

    @cached_property
    def key(self) -> str:
        """`text` in small letters without accents, of the same length: for words whose case does not count."""
        return key_of(self.text)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the source, with the signs that hang on its last character."""
        if start >= end:
            return self.at[start], self.at[start]
        finish = self.at[end - 1] + 1
        while finish < self.at[end] and unicodedata.combining(self.source[finish]):
            finish += 1
        return self.at[start], finish


def fold(source: str) -> View:
    """The view of a text (of one paragraph, one footnote); pure, in time proportional to its length."""
    chars: list[str] = []
    at: list[int] = []
    if source.isascii():
        chars, at = list(source), list(range(len(source)))
    else:
        for offset, char in enumerate(source):
            _add(char, offset, chars, at)
    text, at = _without_runs(chars, at)
    text = _CYRILLIC_ROOT.sub(lambda letter: _ROOTS[letter[0]], text) if not text.isascii() else text
    text, at = _without_stray(text, at)
    return View(source, text, (*at, len(source)))


def _add(char: str, offset: int, chars: list[str], at: list[int]) -> None:
    if unicodedata.combining(char) and chars and char not in _PLAIN:
        whole = unicodedata.normalize("NFC", chars[-1] + char)  # e and its accent, in two characters
        if len(whole) == 1:
            chars[-1] = whole
            return
    for plain in _folded(char):
        chars.append(plain)
        at.append(offset)


@lru_cache(maxsize=4096)
def _folded(char: str) -> str:
    """What a character becomes: itself, its plain form, or nothing."""
    if char in _PLAIN:
        return _PLAIN[char]
    if char.isspace():
        return " "
    category = unicodedata.category(char)
    if category == "Cf":  # zero-width characters and direction marks
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if unicodedata.decomposition(char).startswith(_KEPT_FORMS):
        return char
    plain = unicodedata.normalize("NFKC", char)
    return plain if plain == char else "".join(map(_folded, plain))


def _without_runs(chars: list[str], at: list[int]) -> tuple[str, list[int]]:
    """One blank for several, and a blank for each kind of white space."""
    text = "".join(" " if char.isspace() else char for char in chars)
    if "  " not in text:
        return text, at
    keep = [i for i, char in enumerate(text) if char != " " or not i or text[i - 1] != " "]
    return "".join(text[i] for i in keep), [at[i] for i in keep]


def _without_stray(text: str, at: list[int]) -> tuple[str, list[int]]:
    """The text without the blanks inside its numbers; each round may bring two parts of a number together."""
    while drop := set(_stray(text)):
        keep = [i for i in range(len(text)) if i not in drop]
        text, at = "".join(text[i] for i in keep), [at[i] for i in keep]
    return text, at


def _stray(text: str) -> Iterator[int]:
    for match in _STRAY.finditer(text):
        yield from (i for i in range(*match.span()) if text[i] == " ")


def key_of(text: str) -> str:
    """Small letters, accents of Latin letters gone, each character for one."""
    return text.lower() if text.isascii() else "".join(map(_small, text))


@lru_cache(maxsize=4096)
def _small(char: str) -> str:
    small = char.lower()
    if len(small) != 1:
        return char
    base = unicodedata.normalize("NFD", small)[0]
    return base if base.isascii() else small
