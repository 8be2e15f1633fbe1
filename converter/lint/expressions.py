"""Where the languages of a work disagree: paragraphs, numbers, citations, dates, pinpoints, notes, masthead, votes.

Pure, and from the records alone, so that no text has to be kept. One finding for one difference: a paragraph that is
missing is one finding, and what it would have cited is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from itertools import groupby

from converter import addresses
from converter.alignment import Row
from converter.lint.dissent import Languages, dissenters
from converter.model import Adoption, Citing, Diagnostic, Outlined, Record

_COMPARE = "compare with the official texts in both languages"
_EXTRACTED = f"{_COMPARE}: a line may have been lost in extraction, or a paragraph cut in two"
_PROFILE = "; where the text is right, add the form to the language's data file, with an example"


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


# --- paragraphs -----------------------------------------------------------------------------------------------


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
        yield languages.finding(lang, place, "languages-paragraph", said, _EXTRACTED)


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
                    lang, row[lang], "languages-kind", message + languages.named(others, row), _COMPARE + _PROFILE
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
                    lang, row[lang], "languages-number", message + languages.named(others, row), _COMPARE
                )
            shift[lang], slack[lang] = now, 0


# --- citations ------------------------------------------------------------------------------------------------


def citations(languages: Languages) -> Iterator[Diagnostic]:
    """A work that a paragraph cites in one language and not in another; one in the place of another is one finding."""
    for row in languages.rows:
        cited = {lang: _by_target(languages.citings(lang, one)) for lang, one in row.items()}
        lacks: defaultdict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        extras: defaultdict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        for target in dict.fromkeys(target for targets in cited.values() for target in targets):
            has = {lang: target in targets for lang, targets in cited.items()}
            for lang, others in dissenters(has, better=True):
                if has[lang]:
                    extras[lang].append((target, others))
                elif not _in_missing_note(target, lang, others, cited, row):
                    lacks[lang].append((target, others))
        if len(row) == 2:
            _trade(lacks, extras)
        for lang in row:
            yield from _cited(languages, row, lang, lacks[lang], extras[lang])


def _by_target(citings: Iterable[Citing]) -> dict[str, list[Citing]]:
    found: dict[str, list[Citing]] = {}
    for citing in citings:
        found.setdefault(citing.target or f"{citing.kind} {citing.number}", []).append(citing)
    return found


def _in_missing_note(
    target: str, lang: str, others: tuple[str, ...], cited: Mapping[str, Mapping[str, list[Citing]]], row: Row
) -> bool:
    """Whether what is lacking stands in a footnote that is lacking as well, and is reported as that."""
    noted = all(citing.in_note for other in others for citing in cited[other][target])
    return noted and row[lang].marks < max(row[other].marks for other in others)


def _trade(
    lacks: defaultdict[str, list[tuple[str, tuple[str, ...]]]],
    extras: defaultdict[str, list[tuple[str, tuple[str, ...]]]],
) -> None:
    """Of two languages, each of which lacks what the other cites, the second cites another work."""
    if len(lacks) == 2:
        one, other = sorted(lacks)
        number = min(len(lacks[one]), len(lacks[other]))
        extras[other] += [(target, (one,)) for target, _ in lacks[one][:number]]
        del lacks[one][:number]


def _cited(
    languages: Languages,
    row: Row,
    lang: str,
    lacks: list[tuple[str, tuple[str, ...]]],
    extras: list[tuple[str, tuple[str, ...]]],
) -> Iterator[Diagnostic]:
    for at in range(max(len(lacks), len(extras))):
        target, others = lacks[at] if at < len(lacks) else extras[at]
        there = languages.named(others, row)
        if at >= len(lacks):
            message = f"{row[lang].id} cites {target}, which is not cited in {there}"
        elif at < len(extras):
            message = f"{row[lang].id} cites {extras[at][0]}, but {target} in {there}"
        else:
            message = f"{row[lang].id} does not cite {target}, which is cited in {there}"
        yield languages.finding(lang, row[lang], "languages-citation", message, _COMPARE + _PROFILE)


def dates(languages: Languages) -> Iterator[Diagnostic]:
    """A cited work with another date."""
    yield from _details(
        languages, "languages-date", "date", lambda citing: {citing.date: citing.date} if citing.date else {}
    )


def pinpoints(languages: Languages) -> Iterator[Diagnostic]:
    """A cited work with other pinpoints."""
    yield from _details(
        languages,
        "languages-pinpoint",
        "pinpoint",
        lambda citing: {addresses.pinpoint_anchor(label): label for label in citing.pinpoints},
    )


def _details(
    languages: Languages, code: str, name: str, of: Callable[[Citing], Mapping[str, str]]
) -> Iterator[Diagnostic]:
    """Where a paragraph cites one work with other details; `of` gives what is compared, and how it is printed."""
    for row in languages.rows:
        cited = {lang: _by_target(languages.citings(lang, one)) for lang, one in row.items()}
        for target in dict.fromkeys(target for targets in cited.values() for target in targets):
            values = {
                lang: {key: printed for citing in targets[target] for key, printed in of(citing).items()}
                for lang, targets in cited.items()
                if target in targets
            }
            for lang, others in dissenters({lang: tuple(sorted(value)) for lang, value in values.items()}):
                here, there = (", ".join(values[one].values()) or f"no {name}" for one in (lang, others[0]))
                message = f"{row[lang].id} cites {target} with {here}, but with {there} in "
                yield languages.finding(
                    lang, row[lang], code, message + languages.named(others, row), _COMPARE + _PROFILE
                )


# --- notes, masthead, votes -------------------------------------------------------------------------------------


def notes(languages: Languages) -> Iterator[Diagnostic]:
    """Another number of footnotes: on a paragraph, else in all."""
    found = False
    for row in languages.rows:
        marks = {lang: one.marks for lang, one in row.items()}
        for lang, others in dissenters(marks, better=max(marks.values())):
            found = True
            message = f"{row[lang].id} has {_marks(marks[lang])}, but {_marks(marks[others[0]])} in "
            yield languages.finding(
                lang, row[lang], "languages-footnote", message + languages.named(others, row), _EXTRACTED
            )
    if found or any(len(row) != len(languages.records) for row in languages.rows):
        return
    last = {lang: [one for one in record.outline if one.kind == "note"] for lang, record in languages.records.items()}
    numbers = {lang: len(notes) for lang, notes in last.items()}
    for lang, others in dissenters(numbers, better=max(numbers.values())):
        message = f"the text has {numbers[lang]} footnotes, but {numbers[others[0]]} in {languages.named(others, {})}"
        place = last[lang][-1] if last[lang] else languages.block(lang, "title")
        yield languages.finding(lang, place, "languages-footnote", message, _EXTRACTED)


def _marks(number: int) -> str:
    return f"{number or 'no'} footnote{'' if number == 1 else 's'}"


# What the masthead says → the block that says it, and how it is read from the record.
_MASTHEAD: tuple[tuple[str, str, Callable[[Record], str | None]], ...] = (
    ("symbol", "symbol", lambda record: record.symbol),
    ("body", "body", lambda record: record.body),
    ("session", "session", lambda record: record.session),
    ("first day of the session", "dates", lambda record: record.session_from),
    ("last day of the session", "dates", lambda record: record.session_to),
    ("agenda", "agenda", lambda record: ", ".join(item.number for item in record.agenda_items) or None),
    ("number", "title", lambda record: record.number),
    ("date", "adoption", lambda record: record.date),
    ("kind", "type", lambda record: record.kind),
    ("status", "type", lambda record: record.status),
    ("sponsors", "sponsors", lambda record: ", ".join(sorted(one.code or "?" for one in record.sponsors)) or None),
)


def masthead(languages: Languages) -> Iterator[Diagnostic]:
    """Another symbol, session, date… than in the other languages."""
    for name, kind, of in _MASTHEAD:
        values = {lang: of(record) for lang, record in languages.records.items()}
        places = {lang: languages.block(lang, kind) for lang in languages.records}
        yield from _facts(languages, "languages-masthead", name, values, places)


# How a text was adopted.
_ADOPTION: tuple[tuple[str, Callable[[Adoption], Hashable]], ...] = (
    ("manner of adoption", lambda adoption: adoption.manner),
    ("meeting", lambda adoption: adoption.meeting),
    ("votes", lambda adoption: ", ".join(f"{name} {number}" for name, number in sorted(adoption.votes)) or None),
)


def adoption(languages: Languages) -> Iterator[Diagnostic]:
    """Another meeting, manner or vote than in the other languages."""
    held = {lang: record.adoption for lang, record in languages.records.items()}
    places = {
        lang: (said and said.paragraph and languages.paragraph(lang, said.paragraph))
        or languages.block(lang, "adoption")
        for lang, said in held.items()
    }
    if any(held.values()):
        said = {lang: "stated" if one else None for lang, one in held.items()}
        yield from _facts(languages, "languages-adoption", "adoption", said, places)
    both = {lang: one for lang, one in held.items() if one is not None}
    for name, of in _ADOPTION:
        values = {lang: of(one) for lang, one in both.items()}
        yield from _facts(languages, "languages-adoption", name, values, places)


def _facts(
    languages: Languages,
    code: str,
    name: str,
    values: Mapping[str, Hashable],
    places: Mapping[str, Outlined | None],
) -> Iterator[Diagnostic]:
    """Where the languages give one fact differently; one that gives none is held against those that do."""
    better = next((value for value in values.values() if value is not None), None)
    for lang, others in dissenters(values, better):
        here, there = (values[one] if values[one] is not None else "none" for one in (lang, others[0]))
        message = f"{name}: {here}, but {there} in {languages.named(others, places)}"
        yield languages.finding(lang, places[lang], code, message, _COMPARE + _PROFILE)


Rule = Callable[[Languages], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (paragraphs, kinds, numbers, citations, dates, pinpoints, notes, masthead, adoption)
