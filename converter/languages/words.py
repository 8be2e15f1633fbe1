"""Lists of words as patterns, and words as they are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable

_VARIANTS = {" ": r"\s+", "'": "['’]", "’": "['’]", "-": "[-‐‑]"}  # how texts may print these characters of a word
_MARKS = "\u0640\u064b-\u0652"  # vowel signs and the stroke that lengthens a word in Arabic: texts print few of them
_ALEFS = "اأإآ"  # older texts print no hamza
_VARIANTS |= {chr(letter): f"{chr(letter)}[{_MARKS}]*" for letter in range(0x621, 0x64B) if chr(letter) not in _ALEFS}
_VARIANTS |= dict.fromkeys(_ALEFS, f"[{_ALEFS}][{_MARKS}]*")
_PLAIN = (
    str.maketrans("’‐‑", "'--")
    | str.maketrans(_ALEFS, "ا" * len(_ALEFS))
    | dict.fromkeys((0x640, *range(0x64B, 0x653)))
)


def any_of(words: Iterable[str], space: str | None = None) -> str:
    """A pattern for any of the words; where one begins with another, the longer one.

    Words with the same first character share it in the pattern, which is then tried once and not word by word.
    With `space`, the pattern for a space inside a word, apostrophes and hyphens are those of any font as well;
    without it the words are read to the letter.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        rests.setdefault(_escaped(word[:1], space), []).append(_escaped(word[1:], space))
    groups = (
        first + (f"(?:{'|'.join(tails)})" if len(tails) > 1 else tails[0])
        for first, tails in sorted(rests.items())
    )
    return f"(?:{'|'.join(groups) or '(?!)'})"


def _escaped(word: str, space: str | None) -> str:
    if space is None:
        return re.escape(word)
    variants = {**_VARIANTS, " ": space}
    return "".join(variants.get(char) or re.escape(char) for char in word)


def folded(word: str) -> str:
    """A word without what does not count when two are compared: letter case, space, apostrophe, hyphen, vowel signs."""
    return " ".join(word.casefold().translate(_PLAIN).split())


def spellings(name: str) -> tuple[str, ...]:
    """A name with either apostrophe (' and ’), the one it has first: for what is read to the letter."""
    return tuple(dict.fromkeys((name, name.replace("'", "’"), name.replace("’", "'"))))
