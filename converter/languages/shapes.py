"""The shapes of numbers and the other patterns that a text is cut by, made of `common.yml` and a language's letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from converter import numerals
from converter.view import UNIT

_SLOT = re.compile(r"\{([a-z]+)\}")
_GROUP = re.compile(r"\(\?P<(?P<name>\w+)>")
ORDER = "shape_"  # the name of a group of any_shape, before the order of the shape


@dataclass(frozen=True)
class Shape:
    """A shape of a number: its pattern, how to write what is meant, and what is said of it.

    The groups of `source` have its `order` among the shapes in their names, so that all of them make one pattern.
    """

    name: str
    kind: str
    order: int
    source: str
    sure: bool
    wrong: str
    means: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Its own pattern: needed only where another shape matches and may not end."""
        return re.compile(self.source)


def shapes(common: Mapping[str, Any], fills: Mapping[str, str], *, han: bool) -> tuple[Shape, ...]:
    """The shapes of `common.yml`, with a language's letters, sessions and joints put in, in the order to try them.

    Those in Han figures are none where a language has no such numbers: large classes are slow to compile.
    """
    parts = {**common["parts"], **fills, "figures": numerals.FIGURES}

    def filled(pattern: str) -> str:
        while _SLOT.search(pattern):
            pattern = _SLOT.sub(lambda slot: parts[slot[1]], pattern)
        return pattern

    rows = [("number", one) for one in (*common["numbers"], *common["damaged"]) if han or "{han" not in one["pattern"]]
    rows += [("lost", {"name": "lost", "pattern": pattern}) for pattern in common["lost"]]
    return tuple(
        Shape(
            one["name"],
            kind,
            order,
            _GROUP.sub(rf"(?P<\g<name>_{order}>", filled(one["pattern"])),
            one.get("sure", False),
            one.get("wrong", ""),
            re.sub(r"\\g<(\w+)>", rf"\\g<\g<1>_{order}>", one.get("means", "")),
        )
        for order, (kind, one) in enumerate(rows)
    )


def any_shape(made: Iterable[Shape]) -> re.Pattern[str]:
    """The shapes as one pattern, the first that matches counts; its outermost group tells which it is."""
    return re.compile("|".join(f"(?P<{ORDER}{one.order}>{one.source})" for one in made) or "(?!)")


def unit(others: Mapping[str, str]) -> re.Pattern[str]:
    """A label or digits of an ordinal as `common.yml` has them, else the next word, number or sign."""
    label = re.sub(r"\?P<\w+>", "?:", others["label"])
    return re.compile(rf"(?P<label>{label})|(?P<ordinal_digits>{others['ordinal']})|{UNIT.pattern}", re.DOTALL)


def any_of(words: Iterable[str]) -> str:
    """Words as alternatives, the longest first; what matches nothing where there are none."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)"
