"""Lists of words as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable

_VARIANTS = {" ": r"\s+", "'": "['’]", "’": "['’]", "-": "[-‐‑]"}  # how texts may print these characters of a word
_ALEFS = "اأإآ"  # older texts print no hamza
_MARKS = "[\u064b-\u0652]"  # vowel signs of Arabic: texts print few of them, most at the end of a word (أيضاً, أيضًا)


def any_of(words: Iterable[str], space: str | None = None) -> str:
    """A pattern for any of the words; where one begins with another, the longer one.

    Words with the same first character share it in the pattern, which is then tried once and not word by word.
    With `space`, the pattern for a space inside a word, apostrophes and hyphens are those of any font as well;
    without it the words are read to the letter.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        first, *tail = _escaped(word, space)
        rests.setdefault(first, []).append("".join(tail))
    groups = (
        first + (f"(?:{'|'.join(tails)})" if len(tails) > 1 else tails[0]) for first, tails in sorted(rests.items())
    )
    return f"(?:{'|'.join(groups) or '(?!)'})"


def _escaped(word: str, space: str | None) -> list[str]:
    """The pattern of each character of a word."""
    if space is None:
        return [re.escape(char) for char in word]
    variants = {**_VARIANTS, " ": space}
    return [
        variants.get(char) or _arabic(char, after) or re.escape(char)
        for char, after in zip(word, f"{word[1:]} ", strict=True)
    ]


def _arabic(char: str, after: str) -> str:
    """The pattern of a character of an Arabic word; empty for that of another."""
    if not "\u0621" <= char <= "\u064a":
        return ""
    letter = f"[{_ALEFS}]" if char in _ALEFS else char
    ends = after == " "
    return f"{_MARKS}?{letter}{_MARKS}?" if ends and char == "ا" else f"{letter}{_MARKS}*" if ends else letter


def spellings(name: str) -> tuple[str, ...]:
    """A name with either apostrophe (' and ’), the one it has first: for what is read to the letter."""
    return tuple(dict.fromkeys((name, name.replace("'", "’"), name.replace("’", "'"))))
