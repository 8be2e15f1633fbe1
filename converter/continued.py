"""Texts that continue one another: those of one title, and those whose sidecars declare one series."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from converter.authorities import KnownWork
from converter.model import Record
from converter.ordering import Key, number_key


@dataclass(frozen=True, slots=True)
class Series:
    """Texts that continue one another, in time: held ones, and known ones that are only cited."""

    members: tuple[Record | KnownWork, ...]
    places: dict[str, int]  # a held work → its place in the chain


class Continued:
    """The series of a collection. In: its records, and the known works that are only cited, each with the language."""

    def __init__(self, records: Iterable[Record], only_cited: Iterable[tuple[str, KnownWork]]) -> None:
        records = tuple(records)
        # Titles (by language) of which some work declares its series: those without a word follow it.
        self._declared: dict[tuple[str, str], str] = {}
        for one in records:
            if one.series:
                self._declared.setdefault((one.lang, _bare(one.title)), f"={_bare(one.series)}")
        found: defaultdict[tuple[str, str], list[Record | KnownWork]] = defaultdict(list)
        for one in records:
            found[one.lang, self._key(one.lang, one.title, one.series)].append(one)
        for lang, known in only_cited:
            found[lang, self._key(lang, known.title(lang))].append(known)
        self._series = {(lang, key): _in_time(members) for (lang, key), members in found.items() if key}

    def of(self, record: Record) -> Series | None:
        """The texts with the same title as this one, or declared to be of its series; None without a title."""
        return self._series.get((record.lang, self._key(record.lang, record.title, record.series)))

    def _key(self, lang: str, title: str | None, series: str | None = None) -> str:
        bare = _bare(title)
        return f"={_bare(series)}" if series else self._declared.get((lang, bare), bare) if bare else ""


def _in_time(members: list[Record | KnownWork]) -> Series:
    ordered = tuple(sorted(members, key=_time))
    return Series(ordered, {one.work: at for at, one in enumerate(ordered) if isinstance(one, Record)})


def _time(one: Record | KnownWork) -> tuple[str, Key]:
    if isinstance(one, Record):
        return one.date or one.session_to or "", number_key(one.symbol or one.number or one.work)
    return one.date, number_key(one.symbol)


def _bare(title: str | None) -> str:
    """A title without what does not tell two apart: width, case, spaces, punctuation."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", title or "").casefold())
