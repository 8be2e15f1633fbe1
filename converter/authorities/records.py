"""The records of the authority files: one frozen type per kind of fact. Each says where it was read (`source`)."""

from __future__ import annotations

from dataclasses import dataclass

from converter.authorities.names import cldr

_MOST_IN_A_YEAR = 400  # meetings


@dataclass(frozen=True, slots=True)
class Names:
    """Spellings by language; the first of a language is the preferred one."""

    by_lang: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def of(self, lang: str) -> tuple[str, ...]:
        """Give every spelling in this language, the preferred one first; none if the language is missing."""
        return next((names for key, names in self.by_lang if key == lang), ())

    def preferred(self, lang: str) -> str | None:
        """Give the preferred spelling in this language, or None."""
        return next(iter(self.of(lang)), None)


@dataclass(frozen=True, slots=True)
class Body:
    """An organ that adopts texts. `short` spellings mean it only where the context says so.

    `symbols` are templates by the kind of text, `A/HRC/RES/{number}`; `numbers` are the shapes that the
    numbers of its texts have. A body without templates has no symbols: its texts are cited by their number.
    `meetings` says for some years which meeting was held in them at the latest, `seats` from which year on it has how
    many members; `serials` the lowest and highest number of a text that is known of a year, where its numbers are
    counted through all years. All in the order of the years. `says_adoption`: its texts print how they were adopted.
    `cited` is what styles of citing call it, by style.
    """

    id: str
    names: Names
    short: Names
    symbols: tuple[tuple[str, str], ...]
    numbers: tuple[str, ...]
    source: str
    first: str | None = None
    last: str | None = None
    website: str | None = None
    meetings: tuple[tuple[int, int], ...] = ()
    seats: tuple[tuple[int, int], ...] = ()
    says_adoption: bool = False
    serials: tuple[tuple[int, int, int], ...] = ()
    cited: tuple[tuple[str, str], ...] = ()

    def symbol(self, kind: str, number: str) -> str | None:
        """Make the symbol of a text: `resolution`, `33/28` → `A/HRC/RES/33/28`; None without a series.

        A template may have the session and what follows it apart: 5/14 → `UNEP/EA.5/Res.14`.
        """
        template = next((template for key, template in self.symbols if key == kind), None)
        session, _, serial = number.partition("/")
        if template is None or ("{serial}" in template and not serial):
            return None
        return template.replace("{number}", number).replace("{session}", session).replace("{serial}", serial)

    def could_hold(self, meeting: int, year: int) -> bool:
        """Whether it may have held its meeting of this number in a year: those of other years lie before and after."""
        before = max((number for known, number in self.meetings if known < year), default=0)
        after = next((number for known, number in self.meetings if known > year), None)
        if after is None and self.meetings:
            known, number = self.meetings[-1]
            after = max(number, before) + _MOST_IN_A_YEAR * (max(0, year - known) + 1)
        return before < meeting and (after is None or meeting < after)

    def years_of(self, serial: int) -> tuple[int, int] | None:
        """The first and the last year of which its text of this number may be; None where that is not known."""
        before = [year for year, lowest, _ in self.serials if lowest <= serial]
        after = [year for year, _, highest in self.serials if serial <= highest]
        return (max(before, default=after[0]), after[0]) if after else None

    def members(self, year: int) -> int | None:
        """How many members it has in a year; None where that is not known."""
        return next((number for first, number in reversed(self.seats) if first <= year), None)


@dataclass(frozen=True, slots=True)
class Report:
    """In which documents the texts of one body are printed: its reports and its series.

    `of` is its name in English, `body` its id where it has a record. `documents` are symbols: one that ends in a stroke
    or a point begins those of a series; in `A/{number}/25` a session or a year stands for the slot, which lies between
    `first` and `last`.
    """

    of: str
    documents: tuple[str, ...]
    source: str
    body: str | None = None
    first: int = 0
    last: int | None = None

    def match(self, symbol: str) -> int:
        """How much of a symbol these documents have alike: more where it is told more closely, 0 where it is none."""
        return max(map(len, filter(lambda one: self._is_of(symbol, one), self.documents)), default=0)

    def _is_of(self, symbol: str, document: str) -> bool:
        stem, slot, tail = document.partition("{number}")
        if not symbol.startswith(stem):
            return False
        rest = symbol[len(stem) :]
        if slot:
            printed, _, behind = rest.partition("/")
            if not printed.isdecimal() or not self.first <= int(printed) <= (self.last or int(printed)):
                return False
            rest = f"/{behind}"
            if not rest.startswith(tail):
                return False
            rest = rest[len(tail) :]
        return document[-1] in "/." or not rest[:1].isalnum()


@dataclass(frozen=True, slots=True)
class Session:
    """A session of an organ and its dates (ISO), first and last day."""

    body: str
    session: str
    first: str
    last: str
    source: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty or declaration (`kind` instrument) or an agenda, and the text that adopted it where known."""

    id: str
    kind: str
    names: Names
    source: str
    adopted: str | None = None
    symbol: str | None = None


@dataclass(frozen=True, slots=True)
class Fund:
    """A fund, and the text that set it up where known."""

    id: str
    names: Names
    source: str
    symbol: str | None = None


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A mechanism, or (`kind` office) an office or person that texts address."""

    id: str
    kind: str
    names: Names
    source: str


@dataclass(frozen=True, slots=True)
class Goal:
    """A Sustainable Development Goal."""

    id: str
    number: int
    names: Names
    source: str


@dataclass(frozen=True, slots=True)
class Country:
    """A State: its ISO 3166 code and the UN's own spellings where they are not simply those of CLDR."""

    code: str
    names: Names
    source: str

    def name(self, lang: str) -> str:
        """Give the name to show in this language: the UN's, else that of CLDR, else the code."""
        return self.names.preferred(lang) or cldr(lang).get(self.code) or self.code


@dataclass(frozen=True, slots=True)
class KnownWork:
    """A text that others cite: its symbol, kind, date and, where known, its title by language."""

    symbol: str
    kind: str
    date: str
    titles: Names
    source: str

    def title(self, lang: str) -> str | None:
        """Give the title in this language, or None when it is not known."""
        return self.titles.preferred(lang)
