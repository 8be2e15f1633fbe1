"""The curated facts, and the questions that the converter asks of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from converter.authorities.names import cldr, normal_name
from converter.authorities.records import (
    Body,
    Country,
    Fund,
    Goal,
    Instrument,
    KnownWork,
    Mechanism,
    Report,
    Session,
)

_BETWEEN = datetime.timedelta(days=80)  # from one session to the next, at least

_ARABIC = str.maketrans({**dict.fromkeys((0x640, *range(0x64B, 0x660), 0x670)), "ى": "ي", "ة": "ه"})


@dataclass(frozen=True, slots=True)
class Authorities:
    """Every curated fact, in the order of the files, with the questions that the converter asks of them."""

    bodies: tuple[Body, ...] = ()
    reports: tuple[Report, ...] = ()
    sessions: tuple[Session, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    funds: tuple[Fund, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    goals: tuple[Goal, ...] = ()
    countries: tuple[Country, ...] = ()
    works: tuple[KnownWork, ...] = ()
    # CLDR is read and indexed only when a country is asked for, and then once per language.
    _countries: dict[str, dict[str, Country]] = field(default_factory=dict, repr=False, compare=False)

    def __hash__(self) -> int:
        # It is the key of a cache that is asked for every text; hashing every fact took longer than reading the text.
        return hash((len(self.bodies), len(self.sessions), len(self.countries), len(self.works)))

    def body(self, id: str) -> Body | None:
        """Give the organ with this id (`HRC`), or None."""
        return next((body for body in self.bodies if body.id == id), None)

    def roots(self) -> tuple[str, ...]:
        """Give what the symbols of the organs' texts begin with, up to the first stroke: `A`, `E`, `S`."""
        return tuple(sorted({template.partition("/")[0] for body in self.bodies for _, template in body.symbols}))

    def initials(self) -> frozenset[str]:
        """Give the names of organs that are capitals alone in English: they stand so in texts of any language."""
        names = (name for body in self.bodies for name in (*body.names.of("en"), *body.short.of("en")))
        return frozenset(name for name in names if name.isalpha() and name.isupper())

    def body_of(self, symbol: str) -> Body | None:
        """Give the organ whose series a symbol belongs to: `A/HRC/49/68` is of that of `A/HRC/RES/{number}`."""
        found = [
            (len(series), body)
            for body in self.bodies
            for _, template in body.symbols
            if symbol.startswith(series := _series(template))
        ]
        return max(found, key=lambda one: one[0])[1] if found else None

    def report(self, symbol: str) -> Report | None:
        """Give whose report, or whose series, a document is of, by the closest match of its symbol; None if unknown."""
        return max(filter(lambda one: one.match(symbol), self.reports), key=lambda one: one.match(symbol), default=None)

    def session(self, body_id: str, number: str | int) -> Session | None:
        """Give the session of this organ with this number, or None."""
        wanted = (body_id, str(number))
        return next((session for session in self.sessions if (session.body, session.session) == wanted), None)

    def may_have_held(self, body_id: str, number: int, by: str) -> bool:
        """Whether this organ may have opened its session of a number by a date (ISO); True where nothing tells.

        Its first session, and those whose days are known, lie before it, and no organ has more than four a year.
        """
        body = self.body(body_id)
        known = [(one.session, one.first) for one in self.sessions if one.body == body_id and one.session.isdigit()]
        known += [("1", body.first)] if body is not None and body.first else []
        at = _day(by)
        opened = ((number - int(session), _day(first)) for session, first in known)
        return at is None or all(
            first is None or at >= first + _BETWEEN * later for later, first in opened if later >= 0
        )

    def could_be_of(self, body_id: str, number: int, date: str) -> bool:
        """Whether this organ may have had its session of a number at this date (ISO), by those that are known.

        The others lie before and after these, and no organ has more than four a year.
        """
        at = _day(date)
        for session in self.sessions:
            if session.body != body_id or not session.session.isdigit():
                continue
            later = number - int(session.session)
            first, last = _day(session.first), _day(session.last)
            if not (at and first and last):
                continue
            if (later >= 0 and at < first + _BETWEEN * later) or (later <= 0 and at > last):
                return False
        return True

    def goal(self, number: int) -> Goal | None:
        """Give the Sustainable Development Goal with this number, or None."""
        return next((goal for goal in self.goals if goal.number == number), None)

    def work(self, symbol: str) -> KnownWork | None:
        """Give what is known of the work with this symbol (in its canonical spelling), or None."""
        return next((work for work in self.works if work.symbol == symbol), None)

    def country(self, name: str, lang: str) -> Country | None:
        """Find the State that this name means in this language: the UN's spellings first, then those of CLDR.

        Width, letter case, white space and the form of apostrophes do not count, nor the signs that Arabic may be
        printed with or without; in English, neither does a leading "the".
        """
        index = self._countries.get(lang)
        if index is None:
            index = self._countries.setdefault(lang, country_index(self.countries, lang))
        return index.get(_key(name))

    def names(self, lang: str) -> tuple[tuple[str, str, str], ...]:
        """Give (name, kind, id) of everything a text may name, the longest names first.

        Kinds: instrument, agenda, fund, mechanism, office. Organs and States are not among them. The order
        lets a search that tries them in turn find 高级专员办事处 before 高级专员.
        """
        found = [
            *((name, one.kind, one.id) for one in self.instruments for name in one.names.of(lang)),
            *((name, "fund", one.id) for one in self.funds for name in one.names.of(lang)),
            *((name, one.kind, one.id) for one in self.mechanisms for name in one.names.of(lang)),
        ]
        return tuple(sorted(found, key=lambda entry: (-len(entry[0]), entry)))


def country_index(countries: Iterable[Country], lang: str) -> dict[str, Country]:
    """Index States by every name; a UN spelling is never displaced by another State's name in CLDR."""
    rows = tuple(countries)
    index: dict[str, Country] = {}
    for country in rows:
        for name in country.names.of(lang):
            index.setdefault(_key(name), country)
    territories = cldr(lang)
    for country in rows:
        if country.code in territories:
            index.setdefault(_key(territories[country.code]), country)
    return index


def _key(name: str) -> str:
    """The name of a State as an index has it: vowel signs, hamzas and tatweel do not count, ى is ي and ة is ه."""
    return normal_name(name).translate(_ARABIC)


def _day(date: str) -> datetime.date | None:
    """A day by its ISO date; None where there is no such day."""
    try:
        return datetime.date.fromisoformat(date)
    except ValueError:
        return None


def _series(template: str) -> str:
    """What an organ's symbols begin with: `A/HRC/` of `A/HRC/RES/{number}`, `GOV/` of `GOV/{number}`."""
    stem, _, _ = template.partition("{")
    if not stem.endswith("/"):
        return stem  # UNEP/EA. of UNEP/EA.{session}/Res.{serial}
    stem = stem.rstrip("/")
    return (stem.rpartition("/")[0] or stem) + "/"
