"""The languages of one work beside each other: the same paragraph must cite the same works in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from tests.measure.facts import Facts

Counts = Mapping[str, Counter[tuple[str, str]]]


def differences(found: Mapping[str, Facts], markup: Mapping[str, Facts]) -> Iterator[str]:
    """A line for each citation that the converter finds in some languages of a work and not as often in others.

    Both map a language to the facts of its text; what the markup itself has differently is said to be so.
    """
    ours, theirs = _counts(found), _counts(markup)
    for place, target in sorted({key for count in ours.values() for key in count}, key=_order):
        by_language = {lang: count[place, target] for lang, count in ours.items()}
        if len(set(by_language.values())) > 1:
            alike = {lang: count[place, target] for lang, count in theirs.items()} == by_language
            most = max(by_language.values())
            without = ", ".join(lang for lang, number in by_language.items() if number < most)
            yield f"{place} {target}: not so in {without}{'; the markup too' if alike else ''}"


def _counts(facts: Mapping[str, Facts]) -> Counts:
    return {lang: Counter((one.place, one.target) for one in text.citations) for lang, text in sorted(facts.items())}


def _order(key: tuple[str, str]) -> tuple[str, int, str, str]:
    place, target = key
    kind = place.rstrip("0123456789-abcdefghijklmnopqrstuvwxyz") or place
    digits = "".join(filter(str.isdigit, place)) or "0"
    return kind, int(digits), place, target
