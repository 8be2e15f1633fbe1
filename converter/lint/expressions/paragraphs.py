"""Where the languages of a work differ in their paragraphs: which there are, their kinds, numbers and notes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from converter.alignment import Row
from converter.lint.expressions.dissent import COMPARE, EXTRACTED, PROFILE, Languages, dissenters
from converter.model import Diagnostic, Outlined


def paragraphs(languages: Languages) -> Iterator[Diagnostic]:
    """A paragraph that one language lacks, or only one has; those that follow one another are one finding."""
    found = [
        (lang, lang in row, at, others)
        for at, row in enumerate(languages.rows)
        for lang, others in dissenters({lang: lang in row for lang in languages.records}, better=True)
    ]
    for (lang, extra, _), run in _runs(found):
        first, last, others = run[0][2], run[-1][2], run[0][3]
        shown = languages.rows[first]
        name = _span(shown, languages.rows[last], lang if extra else others[0], len(run))
        place = shown[lang] if extra else languages.before(lang, first)
        if extra:
            said = f"{name}: nothing in {languages.named(others, {})} is like it"
        else:
            said = f"{name} is missing after this: {languages.named(others, shown)}"
        yield languages.finding(lang, place, "languages-paragraph", said, EXTRACTED)


def _runs(
    found: list[tuple[str, bool, int, tuple[str, ...]]],
) -> Iterator[tuple[tuple[str, bool, int], list[tuple[str, bool, int, tuple[str, ...]]]]]:
    """Findings of one kind in one language, rows that follow one another together."""
    ordered = sorted(found)
    numbered = [((one[0], one[1], one[2] - at), one) for at, one in enumerate(ordered)]
    for key, group in groupby(numbered, key=lambda pair: pair[0]):
        yield key, [one for _, one in group]


def _span(first: Row, last: Row, lang: str, number: int) -> str:
    name = first[lang].id
    return name if number == 1 else f"{name} to {last[lang].id if lang in last else '…'} ({number} paragraphs)"


def kinds(languages: Languages) -> Iterator[Diagnostic]:
    """A paragraph of another kind than in the other languages; a run of them is one finding."""
    before: dict[str, tuple[str, str]] = {}
    for row in languages.rows:
        now: dict[str, tuple[str, str]] = {}
        for lang, others in dissenters({lang: _kind(one) for lang, one in row.items()}):
            now[lang] = (row[lang].kind, row[others[0]].kind)
            if before.get(lang) != now[lang]:
                message = f"{row[lang].id} is read as {now[lang][0]}, but as {now[lang][1]} in "
                yield languages.finding(
                    lang, row[lang], "languages-kind", message + languages.named(others, row), COMPARE + PROFILE
                )
        before = {**before, **dict.fromkeys(row, ("", "")), **now}


def _kind(one: Outlined) -> str:
    """The kind of a paragraph; not every layout tells a heading from a plain line."""
    return "plain" if one.kind == "heading" and one.number is None else one.kind


def numbers(languages: Languages) -> Iterator[Diagnostic]:
    """Another number than in the other languages. What follows on it, or on a missing paragraph, is no finding."""
    shift = dict.fromkeys(languages.records, 0)
    slack = dict.fromkeys(languages.records, 0)  # numbers that were skipped or are too many since the last one
    for row in languages.rows:
        for lang in languages.records:
            slack[lang] += len(row) != len(languages.records)
        printed = {lang: int(one.number) for lang, one in row.items() if one.number and one.number.isdecimal()}
        printed = {lang: number for lang, number in printed.items() if row[lang].kind != "sub"}
        if len(printed) < 2:
            continue
        differing = dict(dissenters(printed))
        for lang, number in printed.items():
            others = differing.get(lang, ())
            now = number - printed[others[0]] if others else 0
            if others and now != shift[lang] and abs(now - shift[lang]) > slack[lang]:
                message = f"this paragraph has the number {number}, but {printed[others[0]]} in "
                yield languages.finding(
                    lang, row[lang], "languages-number", message + languages.named(others, row), COMPARE
                )
            shift[lang], slack[lang] = now, 0


def notes(languages: Languages) -> Iterator[Diagnostic]:
    """Another number of footnotes: on a paragraph, else in all."""
    found = False
    for row in languages.rows:
        marks = {lang: one.marks for lang, one in row.items()}
        for lang, others in dissenters(marks, better=max(marks.values())):
            found = True
            message = f"{row[lang].id} has {_marks(marks[lang])}, but {_marks(marks[others[0]])} in "
            yield languages.finding(
                lang, row[lang], "languages-footnote", message + languages.named(others, row), EXTRACTED
            )
    if found or any(len(row) != len(languages.records) for row in languages.rows):
        return
    last = {lang: [one for one in record.outline if one.kind == "note"] for lang, record in languages.records.items()}
    numbers = {lang: len(notes) for lang, notes in last.items()}
    for lang, others in dissenters(numbers, better=max(numbers.values())):
        message = f"the text has {numbers[lang]} footnotes, but {numbers[others[0]]} in {languages.named(others, {})}"
        place = last[lang][-1] if last[lang] else languages.block(lang, "title")
        yield languages.finding(lang, place, "languages-footnote", message, EXTRACTED)


def _marks(number: int) -> str:
    return f"{number or 'no'} footnote{'' if number == 1 else 's'}"
