"""Phrases of a part of a profile, one a line behind their kind (`after: in a {manner}`), with lists as their slots."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from converter.languages.listed import Listed
from converter.languages.phrases import Phrase, PhraseError, kind_of, lines_of, parse
from converter.languages.steps import ANYTHING, LongSlot
from converter.languages.units import cut
from converter.view import Tokens, fold

_MOST = 3  # words of a list one after the other: deep, grave and increasing


class ProfileError(ValueError):
    """What is wrong with a part of a profile, and at which key or line."""


def around(place: str, block: str, kinds: Collection[str], slots: Collection[str]) -> dict[str, list[Phrase]]:
    """The phrases of a block by kind; `place` is where it stands in the profile. Raises ProfileError."""
    found: dict[str, list[Phrase]] = {kind: [] for kind in kinds}
    for number, line in lines_of(block):
        kind, text = kind_of(line)
        where = f"{place}, line {number + 1}"
        if kind not in found:
            raise ProfileError(f"{where}: there is no kind {kind}")
        try:
            made = parse(text, number + 1, lambda words: cut(fold(words).text), frozenset(slots), kind)
        except PhraseError as error:
            raise ProfileError(f"{where}: {error}: {text}") from error
        found[kind].append(made)
    return found


def bare(phrase: Phrase) -> tuple[str, ...]:
    """The words of a phrase, without its slots."""
    return cut(fold(" ".join(part.split("}")[-1] for part in phrase.text.split("{"))).text)


def several(words: Listed, joints: tuple[Listed, ...] = ()) -> LongSlot:
    """One or more words of a list, with what may stand between two of them, or behind the last."""

    def read(tokens: Tokens, at: int) -> tuple[int, Any] | None:
        end = 0
        for _ in range(_MOST + 1):
            found = words.longest(tokens, at)
            if found is None:
                break
            at = end = found[0]
            for joint in joints:
                for _ in range(2):  # , and
                    between = joint.longest(tokens, at)
                    at = between[0] if between else at
        return (end, None) if end else None

    return LongSlot(read, words.begins(), frozenset({ANYTHING}))


def check(place: str, given: Collection[str], keys: Collection[str]) -> None:
    """That a part of a profile has no key but these. Raises ProfileError."""
    for key in given:
        if key not in keys:
            raise ProfileError(f"{place} has no key {key}")


def check_lists(place: str, lists: Mapping[str, Any]) -> None:
    """That each of these is a list of words. Raises ProfileError."""
    for key, words in lists.items():
        if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
            raise ProfileError(f"{place}.{key} must be a list of words")
