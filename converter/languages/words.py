"""Lists of words as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words; where one begins with another, the longer one.

    Words with the same first character share it in the pattern, which is then tried once and not word by word.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        first, *tail = map(re.escape, word)
        rests.setdefault(first, []).append("".join(tail))
    groups = (
        first + (f"(?:{'|'.join(tails)})" if len(tails) > 1 else tails[0]) for first, tails in sorted(rests.items())
    )
    return f"(?:{'|'.join(groups) or '(?!)'})"


def spellings(name: str) -> tuple[str, ...]:
    """A name with either apostrophe (' and ’), the one it has first: for what is read to the letter."""
    return tuple(dict.fromkeys((name, name.replace("'", "’"), name.replace("’", "'"))))
