"""From a language's data files to what reads its texts.

A data file never runs code: it holds words, phrases and tables. `Language.table(...)` is the plain data at a place of
`xx.yml`; the readers made of it and of the page are properties.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import Any

from converter.authorities import Authorities
from converter.language_files import read_data
from converter.languages.addressees import Addressees
from converter.languages.mandate_words import MandateWords
from converter.languages.named import Names, names_of
from converter.languages.page import Page, load_page
from converter.languages.verbs import VerbReader
from converter.languages.words import spellings
from converter.view import fold

_QUOTATIONS = ("“”", "«»", '""', "„”", "《》", "「」")  # marks that any text may have
_QUOTED = 500  # characters in which a quotation closes


class Language:
    """A language's data and readers, for the bodies of one set of authority files."""

    def __init__(self, code: str, authorities: Authorities) -> None:
        self.code = code
        self.authorities = authorities
        self._data = read_data(code)
        self._tables: dict[str, Any] = {}

    @property
    def runs_left(self) -> bool:
        """Whether its lines run from right to left, so that a number may stand turned in them."""
        return self._data["direction"] == "rtl"  # type: ignore[no-any-return]

    @cached_property
    def organs(self) -> dict[str, tuple[str, bool]]:
        """Each name of a body as printed → the body's id and whether the name is full (not 理事会)."""
        names: dict[str, tuple[str, bool]] = {}
        for body in self.authorities.bodies:
            for name in _spelled(body.short.of(self.code)):
                names.setdefault(name, (body.id, False))
        for body in self.authorities.bodies:
            for name in _spelled(body.names.of(self.code)):
                names[name] = (body.id, True)
        return names

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """What the symbols of the bodies' texts begin with."""
        return self.authorities.roots()

    def table(self, place: str) -> Any:
        """The data at a dotted place of the file, e.g. `masthead.types`."""
        if place not in self._tables:
            value: Any = self._data
            for key in place.split("."):
                value = value[key]
            self._tables[place] = value
        return self._tables[place]

    @cached_property
    def short_names(self) -> dict[str, tuple[str, ...]]:
        """Each short name (理事会) → the ids of the bodies that share it."""
        shared: dict[str, tuple[str, ...]] = {}
        for body in self.authorities.bodies:
            for name in _spelled(body.short.of(self.code)):
                shared[name] = (*shared.get(name, ()), body.id)
        return shared

    @cached_property
    def page(self) -> Page:
        """The page of its citations."""
        return load_page(self.code, self.authorities)

    @cached_property
    def quoted(self) -> re.Pattern[str]:
        """What stands in quotation marks, in the language's own first: in Arabic ”…“, else “…”."""
        pairs = dict.fromkeys((*self.table("body.quotations"), *_QUOTATIONS))
        return re.compile("|".join(f"{opens}[^{closes}]{{0,{_QUOTED}}}{closes}" for opens, closes in pairs))

    def latin_letter(self, printed: str) -> str:
        """A letter of a part, an annex, a section as Latin: ألف is A; others stay."""
        return self.page.scanner.spelling.latin.get(fold(printed).text, printed)

    @cached_property
    def verbs(self) -> VerbReader:
        """The reader of its action verbs."""
        return VerbReader(self._data["verbs"], self.organs, self.page.variants)

    @cached_property
    def addressees(self) -> Addressees:
        """The reader of whom its verbs ask."""
        return Addressees(self._data["addressee"])

    @cached_property
    def mandates(self) -> MandateWords:
        """What its verbs ask for."""
        return MandateWords(self._data["mandates"], self.verbs.organs)

    def opens(self, words: str, *kinds: str) -> bool:
        """Whether words open as a paragraph of one of these kinds does, or of any: `preambular`, `operative`."""
        return self.verbs.opens(words, *(kinds or ("preambular", "operative")))

    def goes_on(self, words: str) -> bool:
        """Whether words go on with a sentence, as a small letter shows.

        Where paragraphs begin with one too (`body.begins_small`: Russian), an action verb begins a paragraph.
        """
        if not words[:1].islower():
            return False
        return not (self.table("body").get("begins_small") and self.opens(words))

    @cached_property
    def names(self) -> Names:
        """The names of instruments, agendas, funds and mechanisms; offices are none."""
        known = (one for one in self.authorities.names(self.code) if one[1] != "office")
        return names_of(known, self.page.scanner)

    @cached_property
    def actors(self) -> dict[str, str]:
        """Each name of a body, mechanism or office, as a view has it → its id, for who must do what.

        Word sets a hyphen at which no line ends (U+2011) in Secretary-General, and blanks of that kind in names.
        """
        known = reversed(self.authorities.names(self.code))
        names = {spelled: identity for name, _, identity in known for spelled in spellings(name)}
        organs = {name: body for name, (body, full) in self.organs.items() if full}
        return {fold(name).text: identity for name, identity in {**organs, **names}.items()}


def _spelled(names: Iterable[str]) -> Iterator[str]:
    return (spelled for name in names for spelled in spellings(name))


@cache
def load(code: str, authorities: Authorities) -> Language:
    """The language `code`, or KeyError when there is no data file for it."""
    return Language(code, authorities)
