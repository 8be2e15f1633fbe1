"""Where the languages of a work differ in what their paragraphs cite: the work, its date, its pinpoints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from converter import addresses
from converter.alignment import Row
from converter.lint.expressions.dissent import COMPARE, PROFILE, Languages, dissenters
from converter.model import Citing, Diagnostic


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
        yield languages.finding(lang, row[lang], "languages-citation", message, COMPARE + PROFILE)


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
                    lang, row[lang], code, message + languages.named(others, row), COMPARE + PROFILE
                )
