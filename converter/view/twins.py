"""Letters of another alphabet that look like those of the text's own: 57/228 В (a Cyrillic В), Cовет (a Latin C).

Keyboards and scanners put them there, and no reader sees it. A word of both alphabets is meant in the one that has all
its letters; a letter alone, in a text that has no word of its alphabet, is the one that it looks like.
"""

from __future__ import annotations

import re

_CYRILLIC = dict(zip("АВЕКМНОРСТХУІЅЈаеорсхуіѕј", "ABEKMHOPCTXYISJaeopcxyisj", strict=True))
CAPITALS = {own: latin for own, latin in _CYRILLIC.items() if own.isupper()}
"""The Cyrillic capitals that look like Latin ones, for what is known to be of Latin letters: numbers and symbols."""
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True))
_LATIN = str.maketrans(_CYRILLIC | _GREEK)
_OWN = str.maketrans({latin: own for own, latin in _CYRILLIC.items() if own not in "ІЅЈіѕј"})  # of Russian words
_OTHERS = "\u0370-\u03ff\u0400-\u04ff"
_LETTERS = f"A-Za-z{_OTHERS}"
_TWINS = "".join((*_CYRILLIC, *_GREEK))
_OTHER = re.compile(f"[{_OTHERS}]")
_NO_TWIN = re.compile(f"(?![{_TWINS}])[{_OTHERS}]")
_MEETING = re.compile(f"[A-Za-z](?:(?=[{_OTHERS}])|(?<=[{_OTHERS}][A-Za-z]))")  # where a word has both
_WORD = re.compile(f"[{_LETTERS}]+")
_ALONE = re.compile(rf"(?<![{_LETTERS}])[{_TWINS}](?![{_LETTERS}])")
_BEHIND_NUMBER = re.compile(rf"(?<=\d)[ ]?[{_TWINS.upper()}](?![{_LETTERS}])")  # 57/228 В; 1 а) is a label
_ELSE = re.compile(f"(?![{_OTHERS}])[^\\W\\d_]")  # a letter of the text's own alphabet
_OF_NUMBERS = "0123456789/-.("  # beside a word of letters that both have, it is no word: СE/5
# The root of a symbol in a Russian text: А/61/53, Е/С.12/2005/4.
_ROOT = re.compile(r"(?<!\w)[АЕСЅ](?=(?:/[АЕС](?:\.\d{1,2})?){0,3}/[A-Z0-9]| ?/ ?\d{1,4} ?/ ?\d)")
_ROOTS = str.maketrans("АЕСЅ", "AESS")
_ROMAN = re.compile(r"(?<=\()[ХІ]{1,8}(?=\))")  # 2453 (ХХІ)


def as_meant(text: str) -> str:
    """A text with the letters that are meant for those that look like them; its length stays."""
    if not _OTHER.search(text):
        return text
    if "/" in text:
        text = _ROOT.sub(lambda letter: letter[0].translate(_ROOTS), text)
    if "(" in text:
        text = _ROMAN.sub(lambda number: number[0].translate(_LATIN), text)
    if _MEETING.search(text):
        text = _WORD.sub(_one_alphabet, text)
    if _NO_TWIN.search(text):
        return text
    alone = _ALONE if _ELSE.search(text) else _BEHIND_NUMBER
    return alone.sub(lambda letter: letter[0].translate(_LATIN), text)


def _one_alphabet(word: re.Match[str]) -> str:
    """A word of two alphabets in the one that has all its letters; as it is where neither has, and a word of one."""
    if not _MEETING.search(word[0]):
        return word[0]
    latin, own = word[0].translate(_LATIN), word[0].translate(_OWN)
    is_latin, is_own = latin.isascii(), not any(letter.isascii() for letter in own)
    if is_latin and is_own:
        text, (start, end) = word.string, word.span()
        beside = text[max(0, start - 1) : start] + text[end : end + 1]
        return latin if any(sign in _OF_NUMBERS for sign in beside) else own
    return latin if is_latin else own if is_own else word[0]
