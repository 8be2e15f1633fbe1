"""Where the languages of a work disagree: paragraphs, numbers, citations, dates, pinpoints, notes, masthead, votes.

Pure, and from the records alone, so that no text has to be kept. One finding for one difference: a paragraph that is
missing is one finding, and what it would have cited is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from converter.alignment import Row
from converter.lint.expressions.citations import citations, dates, pinpoints
from converter.lint.expressions.dissent import Languages
from converter.lint.expressions.facts import adoption, masthead
from converter.lint.expressions.paragraphs import kinds, notes, numbers, paragraphs
from converter.model import Diagnostic, Record

Rule = Callable[[Languages], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (paragraphs, kinds, numbers, citations, dates, pinpoints, notes, masthead, adoption)


def disagreements(records: Iterable[Record]) -> Iterator[Diagnostic]:
    """Every finding about the works that are held in more than one language."""
    works: defaultdict[str, dict[str, Record]] = defaultdict(dict)
    for record in records:
        works[record.work].setdefault(record.lang, record)
    for held in works.values():
        if len(held) > 1:
            yield from _of_work(held)


def _of_work(held: dict[str, Record]) -> Iterator[Diagnostic]:
    languages = Languages(held)
    strangers = dict(_strangers(languages))
    yield from strangers.values()
    if strangers:
        languages = Languages({lang: record for lang, record in held.items() if lang not in strangers})
    if len(languages.records) > 1:
        for rule in RULES:
            yield from rule(languages)


def _strangers(languages: Languages) -> Iterator[tuple[str, Diagnostic]]:
    """A text with hardly a paragraph in common with the others: another text, or one that was not understood."""
    most = max(sum(lang in row for row in languages.rows) for lang in languages.records)
    shared = {
        lang: sum(len(row) > 1 and _same_kind(row, lang) for row in languages.rows if lang in row)
        for lang in languages.records
    }
    best = max(shared.values())
    for lang, number in shared.items():
        if 2 * number < most and (number < best or lang != next(iter(shared))):
            others = [other for other in languages.records if other != lang]
            message = f"only {number} of {most} paragraphs are those of {languages.named(others, {})}"
            hint = "is it the same work? if it is, see the other findings about this file first"
            yield lang, languages.finding(lang, languages.block(lang, "title"), "languages-text", message, hint)


def _same_kind(row: Row, lang: str) -> bool:
    return any(one.kind == row[lang].kind for other, one in row.items() if other != lang)
