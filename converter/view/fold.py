"""The folded view: what is matched, and where each of its characters stands in the unchanged text.

Widths, digits of other scripts, presentation forms, vowel signs, dashes, quotation marks and stray blanks are folded
here, once and for every language, so that no word list and no shape need know them. A view is for matching only: what
is shown is always cut from the source (`View.span`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

import msgspec

from converter.view import twins

# Compatibility forms that mean something else than the plain characters: 10⁶ is not 106, 3½ not 31/2, ① no number.
_KEPT_FORMS = ("<super>", "<sub>", "<fraction>", "<circle>", "<square>")
_KEPT = frozenset("，；：！？…")  # Chinese sentence marks tell a Chinese sentence; an ellipsis is no three full stops
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_DOUBLE = "“”„‟«»″〝〞＂"
_SINGLE = "‘’‚‛′＇ʼ"
_STROKES = "\u2044\u2215"  # those of fractions and of division: 61∕204
_TATWEEL = "\u0640"
_SIGNS = (*range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, *range(0x6D6, 0x6DD))  # vowel signs of Arabic
_ALEFS = "أإآٱ"
_LIKE = {"ی": "ي", "ى": "ي", "ک": "ك", "ة": "ه"}  # other keyboards, and letters printed for one another (فى, العامه)
_PLAIN: dict[str, str] = (
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_DOUBLE, '"')
    | dict.fromkeys(_SINGLE, "'")
    | dict.fromkeys(_STROKES, "/")
    | dict.fromkeys(_ALEFS, "ا")
    | _LIKE
    | dict.fromkeys(map(chr, _SIGNS), "")
    | dict.fromkeys((_TATWEEL, "\u00ad"), "")
    | {char: char for char in _KEPT}
)
# Letters and signs of which nothing is folded, and those whose key is the small letter: most lines are of them alone,
# and to see that takes a tenth of the time of looking each of them up.
_UNCHANGED = re.compile("[ -~¡¿À-ÖØ-öø-ÿŒœ\u0400-\u0482،؛؟ءؤئابت-غف-نهوي、。《》一-\u9fff，；：！？]*")
_SMALL_ALONE = re.compile("[ -~¡¿\u0400\u0402-\u0450\u0452-\u0482،؛؟ءؤئابت-غف-نهوي、。《》一-\u9fff，；：！？]*")
_LONGEST_KEPT, _MOST_KEPT = 2_000, 400  # characters of a text whose view is kept, and views: those of a long text
# A nought or a letter O typed for the Han one: 二O二五, 一九六0年.
_HAN_NOUGHT = re.compile(r"(?<=[一二三四五六七八九〇零○])[0OoОо]{1,2}(?=[一二三四五六七八九〇零○年号號])")
# Blanks that stand inside a number, by what stands around them.
_NUMBER = r"(?:E?S ?- ?)?(?:\d{1,4}|[IVXL]{1,8})"
_ROOT = r"(?<![A-Za-z0-9/.-])[AEST]"  # of a symbol
_MAY_BE_NUMBER = re.compile(r"[\d(]")  # ( XXI ) has no digit
_BESIDE = ("/ ", " /", "( ", " )", "' ", "- ", " -", "PV. ", "Add. ", "Rev. ", "Corr. ")  # one of them is in each
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")  # 大 会
_RUN = re.compile(r"(?<= ) +")  # the blanks after a blank
_STRAY = re.compile(
    r"(?<=\d) ?/ (?=\d)|(?<=\d) /(?=\d)"  # 60 / 251
    r"|(?<=[A-Z$]/) (?=\d{3})"  # S/ 13384
    r"|(?<=PV\.) (?=\d)|(?<=(?:Add|Rev)\.) (?=\d)|(?<=Corr\.) (?=\d)"
    rf"|\( ?{_NUMBER} ?\)"  # ( 1967 ), (S- VII)
    r"|\( (?=\S)|\S \)|' \d{1,2} '"  # 1 ( a ), 1 a ), 1 (a) ' 1 '
    r"|(?<![A-Za-z])E?S ?- ?(?=\d{1,2} ?/ ?\d)"  # S- 26/2
    rf"|{_ROOT} ?/ ?(?=\d{{1,4}} ?/ ?[A-Z\d])|{_ROOT} ?/ ?(?=\d{{5}}(?!\d))"  # A / 81 / 229, S / 24870
    rf"|{_ROOT}(?: ?/ ?(?:[A-Z]{{2,6}}|C)(?:\.\d{{1,2}})?){{1,3}} ?/ ?(?=\d)"  # A / HRC / 49 / 68
    r"|(?<=\d) ?/ ?(?=(?:Add|Rev|Corr)\.)|(?<=\d) ?/ ?(?=L\. ?\d)|(?<=/L\.) (?=\d)"  # A/81/462 / Add.1
)


HAN = "\u3400-\u9fff"
UNIT = re.compile(rf"[{HAN}]|[^\W\d_{HAN}]+|\d+|.", re.DOTALL)
"""What a text is cut into: a Han character, a word, a number, a sign."""


class Variants(dict[int, str]):
    """One character for each of others, as `str.translate` takes them: of other spellings (決), other commas."""

    @classmethod
    def of(cls, others: Iterable[str], char: str) -> Variants:
        """The same character for each of these."""
        return cls({ord(other): char for other in others})

    @cached_property
    def any(self) -> re.Pattern[str]:
        """One of the others, where there are any."""
        return re.compile(f"[{''.join(map(re.escape, map(chr, self)))}]")


class View(msgspec.Struct, frozen=True, dict=True):
    """A text folded: `text` is what is matched, `at[i]` the offset in `source` of its character `i`.

    A frozen `Struct`, as all that is made by the thousand for one text: made ten times as fast as a frozen dataclass.

    The law: `len(at) == len(text) + 1`, `at` never falls, and every letter and digit of the source is in it, besides
    the signs that are dropped.
    """

    source: str
    text: str
    at: Sequence[int]

    @cached_property
    def key(self) -> str:
        """`text` in small letters without accents, of the same length: for words whose case does not count."""
        return key_of(self.text)

    @cached_property
    def first(self) -> str:
        """The first word, number or sign of the key, which alone shows of most texts what they are not; or nothing."""
        unit = UNIT.match(self.text)
        return key_of(unit[0]) if unit else ""

    def reading(self, text: str) -> View:
        """The same view with other characters, one for one; itself where they are the same, with what is known of it"""
        return self if text == self.text else View(self.source, text, self.at)

    def spelled(self, variants: Variants) -> View:
        """The same view with one character for each of these; itself where it has none of them."""
        if not variants:
            return self
        for known, spelled in self._spellings:
            if known is variants:
                return spelled or self
        view = self.reading(self.text.translate(variants)) if variants.any.search(self.text) else self
        self._spellings.append((variants, None if view is self else view))  # it holds itself not, and goes at once
        return view

    @cached_property
    def _spellings(self) -> list[tuple[Variants, View | None]]:
        """How it is spelled for those who asked, None for as it is; several readers of a language ask of each line."""
        return []

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the source, with the signs that hang on its last character."""
        if start >= end:
            return self.at[start], self.at[start]
        finish = self.at[end - 1] + 1
        while finish < self.at[end] and unicodedata.combining(self.source[finish]):
            finish += 1
        return self.at[start], finish


def fold(source: str) -> View:
    """The view of a text (of one paragraph, one footnote); pure, in time proportional to its length.

    Several stages read the same paragraph: the last views are kept, about those of one text.
    """
    return _kept_view(source) if len(source) <= _LONGEST_KEPT else _folded_text(source)


def _folded_text(source: str) -> View:
    text, at = _by_character(source)
    text = twins.as_meant(text)
    if "九" in text or "二" in text:
        text = _HAN_NOUGHT.sub(lambda noughts: "〇" * len(noughts[0]), text)
    text, at = _without_runs(text, at)
    text, at = _without_stray(text, at)
    return View(source, text, at if isinstance(at, range) else (*at, len(source)))


_kept_view = lru_cache(maxsize=_MOST_KEPT)(_folded_text)


class _NotOneError(Exception):
    """A character that becomes none or several, or hangs on the one before."""


class _Plain(dict[int, str]):
    """What characters become that become one each, for `str.translate`; filled as they are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = _folded(char)
        if len(plain) != 1 or unicodedata.combining(char):
            raise _NotOneError
        self[code] = plain
        return plain


_ONE_EACH = _Plain()


def _by_character(source: str) -> tuple[str, Sequence[int]]:
    """The text folded character by character; `range` where each is still at its place."""
    if _UNCHANGED.fullmatch(source):
        return source, range(len(source) + 1)
    try:
        return source.translate(_ONE_EACH), range(len(source) + 1)
    except _NotOneError:
        others = frozenset(char for char in set(source) if not _becomes_one(char))
        chars: list[str] = []
        at: list[int] = []
        done = 0
        for offset in [offset for offset, char in enumerate(source) if char in others]:
            chars += source[done:offset].translate(_ONE_EACH)
            at += range(done, offset)
            _add(source[offset], offset, chars, at)
            done = offset + 1
        return "".join(chars) + source[done:].translate(_ONE_EACH), [*at, *range(done, len(source))]


def _becomes_one(char: str) -> bool:
    try:
        return bool(_ONE_EACH[ord(char)])
    except _NotOneError:
        return False


def _add(char: str, offset: int, chars: list[str], at: list[int]) -> None:
    if unicodedata.combining(char) and chars:
        whole = unicodedata.normalize("NFC", chars[-1] + char)  # e and its accent, و and its hamza, in two characters
        if len(whole) == 1:
            chars[-1] = _folded(whole)
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


def _without_runs(text: str, at: Sequence[int]) -> tuple[str, Sequence[int]]:
    """One blank for several."""
    if "  " not in text:
        return text, at
    return _without(text, at, [i for run in _RUN.finditer(text) for i in range(*run.span())])


def _without_stray(text: str, at: Sequence[int]) -> tuple[str, Sequence[int]]:
    """The text without the blanks inside its numbers; each round may bring two parts of a number together.

    Nor has it blanks between Han characters, which are written without.
    """
    if " " not in text:
        return text, at
    if not text.isascii() and (drop := [match.start() for match in _BETWEEN_HAN.finditer(text)]):
        text, at = _without(text, at, drop)
    if not _MAY_BE_NUMBER.search(text) or not any(sign in text for sign in _BESIDE):
        return text, at
    while drop := [i for match in _STRAY.finditer(text) for i in range(*match.span()) if text[i] == " "]:
        text, at = _without(text, at, drop)
    return text, at


def _without(text: str, at: Sequence[int], drop: list[int]) -> tuple[str, list[int]]:
    """The text without the characters at these places."""
    gone = set(drop)
    keep = [i for i in range(len(text)) if i not in gone]
    return "".join(text[i] for i in keep), [at[i] for i in keep]


def key_of(text: str) -> str:
    """Small letters, accents of Latin letters gone, each character for one."""
    return text.lower() if _SMALL_ALONE.fullmatch(text) else text.translate(_SMALL)


class _Small(dict[int, str]):
    """What characters are in a key, for `str.translate`; filled as they are met."""

    def __missing__(self, code: int) -> str:
        small = self[code] = _small(chr(code))
        return small


_SMALL = _Small()


def _small(char: str) -> str:
    small = char.lower()
    if len(small) != 1:
        return char
    if small == "ё":  # most texts print е for it
        return "е"
    base = unicodedata.normalize("NFD", small)[0]
    return base if base.isascii() else small
