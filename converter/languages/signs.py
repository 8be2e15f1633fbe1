"""Han signs that are written in more than one way, simplified and traditional: 决 and 決.

Only what is looked for is read so: a text keeps the signs that it has, and is read by the words of its language's page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from converter.language_files import FOLDER, read_file

_OUTSIDE_OF_SETS = re.compile(r"\[(?:\\.|[^\]\\])*\]|[\u3400-\u9fff]")


@cache
def groups() -> tuple[str, ...]:
    """The signs that stand for each other, the simplified one first, by that one."""
    return tuple(read_file(FOLDER / "signs.yml")["groups"].split())


@cache
def _group_of() -> dict[str, str]:
    return {sign: group for group in groups() for sign in group}


def met(signs: Iterable[str]) -> tuple[str, ...]:
    """The groups that have some of these signs."""
    return tuple(sorted({group for sign in signs if (group := _group_of().get(sign))}))


def either(pattern: str) -> str:
    """A pattern that takes each of its signs in every way in which it is written, those of a set as they are."""
    return _OUTSIDE_OF_SETS.sub(lambda one: f"[{group}]" if (group := _group_of().get(one[0])) else one[0], pattern)
