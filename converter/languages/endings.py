"""Words that a page writes once for all their cases: a stem, `~` and the name of a list of `endings`.

With `endings: {ия: [я, и, ю, ей]}`, `резолюци~ия` is резолюция, резолюции, резолюцию and резолюцией.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product
from typing import Any

Endings = Mapping[str, list[str]]

_STEM = re.compile(r"(?P<stem>[^\W\d_]*)~(?P<name>\w+)")


class UnknownEndingsError(ValueError):
    """The name of endings that the page does not have."""


def spelled_out(value: Any, endings: Endings) -> Any:
    """What a key of a page holds, with every form of its words.

    Of a list of words each form is a word of its own; so it is of words that stand before a value. In phrases, which
    are one text, a stem becomes the group of its forms: принят~ый → (принятый|принятая). Raises UnknownEndingsError.
    """
    if isinstance(value, str):
        return "\n".join(_in_phrase(line, endings) for line in value.split("\n")) if "~" in value else value
    if isinstance(value, list):
        return [form for one in value for form in (all_forms(one, endings) if isinstance(one, str) else [one])]
    if isinstance(value, dict):
        return {form: spelled_out(inner, endings) for name, inner in value.items() for form in all_forms(name, endings)}
    return value


def all_forms(words: str, endings: Endings) -> list[str]:
    """Every form of one or more words, in the order of the endings. Raises UnknownEndingsError."""
    choices: list[list[str]] = []
    at = 0
    for match in _STEM.finditer(words):
        choices += [[words[at : match.start()]], _forms(match, endings)]
        at = match.end()
    return ["".join(one) for one in product(*choices, [words[at:]])]


def _in_phrase(phrase: str, endings: Endings) -> str:
    return _STEM.sub(lambda match: f"({'|'.join(_forms(match, endings))})", phrase)


def _forms(match: re.Match[str], endings: Endings) -> list[str]:
    if match["name"] not in endings:
        raise UnknownEndingsError(match["name"])
    return [match["stem"] + ending for ending in endings[match["name"]]]
