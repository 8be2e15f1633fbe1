"""How a name may be spelt."""

from __future__ import annotations


def spellings(name: str) -> tuple[str, ...]:
    """A name with either apostrophe (' and ’), the one it has first: for what is read to the letter."""
    return tuple(dict.fromkeys((name, name.replace("'", "’"), name.replace("’", "'"))))
