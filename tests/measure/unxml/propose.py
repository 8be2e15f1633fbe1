"""Slips of the markup that its own other languages show: proposals for `tests/gold/unxml-judged.yml`, to be looked at.

A target that most languages of a work link in a paragraph, and that one of them prints there without a link or with a
link to another document, was meant there too. The converter is not asked.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from tests.measure.unxml.blocks import Marked
from tests.measure.unxml.facts import linked, places

Counts = Counter[tuple[str, str]]
_FEW = 3  # languages that may share a slip


def proposals(work: str, texts: Mapping[str, Marked]) -> Iterator[str]:
    """Lines of YAML, one verdict each, for a work in its languages."""
    cited = {lang: Counter((one.place, one.target) for one in linked(text.blocks)) for lang, text in texts.items()}
    words = {lang: dict(zip(places(text.blocks), text.blocks, strict=True)) for lang, text in texts.items()}
    grouped: dict[str, list[str]] = defaultdict(list)
    for place, target in sorted({key for count in cited.values() for key in count}):
        usual = _usual([count[place, target] for count in cited.values()])
        for lang, count in cited.items():
            missing = usual - count[place, target]
            if missing > 0 and place in words[lang] and _tail(target)[0] in re.findall(r"\d+", words[lang][place].text):
                grouped[_verdict(place, target, count, cited, missing)].append(lang)
    for verdict, langs in grouped.items():
        yield f"- {{work: {work}, langs: [{', '.join(langs)}], {verdict}, why: the other languages link it}}"


def _usual(counts: list[int]) -> int:
    """How often most languages link a target in a place; 0 where as many do otherwise."""
    usual, languages = Counter(counts).most_common(1)[0]
    return usual if 2 * languages > len(counts) else 0


def _verdict(place: str, target: str, count: Counts, cited: Mapping[str, Counts], missing: int) -> str:
    """An `unlinked`, or a `wrong-link` where a link with the same numbers leads to what few others link there."""
    for there, other in count:
        alone = sum(one[there, other] > 0 for one in cited.values()) <= _FEW
        if there == place and other != target and alone and _tail(other) == _tail(target):
            return f"place: {place}, target: {other}, verdict: wrong-link, means: {target}"
    times = f", times: {missing}" if missing > 1 else ""
    return f"place: {place}, target: {target}, verdict: unlinked{times}"


def _tail(target: str) -> list[str]:
    """The numbers by which a target is known in a text."""
    return re.findall(r"\d+", target)[-2:]
