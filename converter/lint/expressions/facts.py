"""Where the languages of a work differ in what is known of it: its masthead, and how it was adopted."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping

from converter.lint.expressions.dissent import COMPARE, PROFILE, Languages, dissenters
from converter.model import Adoption, Diagnostic, Outlined, Record

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
        yield languages.finding(lang, places[lang], code, message, COMPARE + PROFILE)
