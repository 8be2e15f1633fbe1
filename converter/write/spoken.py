"""How people write a symbol: what `search/symbols.json` tells the script that reads one (symbols.js).

A reader types what was seen in print, in whatever language: 第60/251号决议 on the English site, UNSCR 687 on the
Chinese one. So the words of all languages are told, the site's own first, and Han signs in every way to write them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from converter import addresses, symbols
from converter.authorities import Authorities, Body
from converter.corpus import Corpus
from converter.language_files import available, read_data
from converter.languages.signs import either
from converter.write.words import Words

LIBRARY = "https://digitallibrary.un.org/search?p="  # looks for a number that lacks the year of its symbol
_YEARED = re.compile(r"(?P<series>.+/RES/)(?P<number>\d{1,4})\((?P<year>(?:19|20)\d\d)\)")
_SIGNS = re.compile(r"[.*+?^${}()|\[\]\\]")
_LETTERS = 3  # of a month, that it is never cut shorter than
_SHAPES = {  # the numbers of a body's texts, as a key of the table spells them: every dash is a slash there
    "session-serial": r"\d{1,3}/\d{1,4}[A-Z]?",
    "special": r"S/\d{1,2}/\d{1,3}",
    "emergency": r"ES/\d{1,2}/\d{1,3}[A-Z]?",
    "serial-roman": r"\d{1,4}\([IVXL]+\)",
    "serial-year": r"\d{1,4}(?:\((?:19|20)\d\d\))?",
    "year-serial": r"(?:19[4-9]\d|20\d\d)/\d{1,3}",
}


def spoken(corpus: Corpus, words: Words) -> dict[str, Any]:
    """The words around a symbol, the shapes and years of its number, and how a paragraph of it is called."""
    languages = sorted(available(), key=lambda lang: (lang != words.lang, lang))
    every = [read_data(lang)["ui"]["search"] for lang in languages]
    forms = words.table("paragraph")
    return {
        "example": example(corpus, words.lang),
        "resolutions": _united(data["resolution_words"] for data in every),
        "words": _united(data["symbol_words"] for data in every),
        "pinpoints": {kind: _united(data["pinpoints"][kind] for data in every) for kind in ("pp", "op")},
        "months": sorted({one for lang in languages for one in _months(lang)}),
        "organs": list(_organs(corpus.authorities, every)),
        "shapes": list(_shapes(corpus.authorities)),
        "years": _years(corpus, words.lang),
        "roots": [root for root in symbols.UN_ROOTS if root.isalpha()],
        "names": {**{key: forms[key] for key in ("pp", "op", "sub")}, "place": words("place")},
        "official": f"{addresses.OFFICIAL}/{words.lang}/",
        "library": LIBRARY,
    }


def example(corpus: Corpus, lang: str) -> str:
    """The number of a text that this site holds, for the search field: of those with a symbol the one most cited."""
    held = [record for record in corpus.of(lang) if record.symbol and not record.aside]
    counts = {record.symbol: len({place.page for place in corpus.citing(record)}) for record in held}
    best = min(held, key=lambda record: (-counts[record.symbol], record.status == "draft", record.symbol), default=None)
    cited = Counter({symbol: len(places) for (one, symbol), places in corpus.cited.items() if one == lang})
    symbol = best.symbol if best else min(cited, key=lambda one: (-cited[one], one), default=None)
    return symbols.number_of(symbol) if symbol else ""


def _months(lang: str) -> Iterator[str]:
    """The months of a language as expressions, which take a name that is cut short (Dec., sept.)."""
    data = read_data(lang)["ui"]
    for name in (*data.get("months", ()), *data.get("months_alone", ())):
        for one in name.split("/"):
            yield one if one.lower() == one.upper() else rf"{one[:_LETTERS].lower()}\p{{L}}*\.?"


def _united(lists: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(either(one) for each in lists for one in each))


def _series(body: Body) -> str | None:
    """What the symbols of a body's resolutions begin with; None for a body that has none."""
    return body.symbol("resolution", "") or None  # None where the number is not the end of the symbol


def _organs(authorities: Authorities, every: list[dict[str, Any]]) -> Iterator[tuple[str, list[str]]]:
    """Each series with the names of its body in all languages, longer names first, then what it is called for short.

    Its id in the authority file is such a name (HRC, UNEA).
    """
    for body in authorities.bodies:
        if series := _series(body):
            names = {name for _, spelled in body.names.by_lang for name in spelled}
            short = _united(data["organs"].get(body.id, ()) for data in every)
            own = [] if body.id in short else [body.id]
            full = map(either, map(_pattern, sorted(names, key=lambda name: (-len(name), name))))
            yield series, [*full, *short, *own]


def _pattern(name: str) -> str:
    """A name as an expression of the browser's, which knows fewer escapes than Python's; either apostrophe will do."""
    return _SIGNS.sub(r"\\\g<0>", name).replace("'", "['’]")


def _shapes(authorities: Authorities) -> Iterator[tuple[str, str]]:
    for body in authorities.bodies:
        series = _series(body)
        if series and series.partition("/")[0] in symbols.UN_ROOTS:
            yield from ((_SHAPES[shape], series) for shape in body.numbers if shape in _SHAPES)


def _years(corpus: Corpus, lang: str) -> Mapping[str, dict[str, tuple[int, int]]]:
    """Of series that number on through the years, the first and last number of each year that is known.

    They are those of the authority file and those of the texts here that it does not know to be of another year: one
    misprinted year would lead many numbers astray.
    """
    bodies = {series: body for body in corpus.authorities.bodies if (series := _series(body))}
    years = {
        series: {str(year): (first, last) for year, first, last in body.serials} for series, body in bodies.items()
    }
    for one, symbol in (*corpus.held, *corpus.cited):
        match = _YEARED.fullmatch(symbol) if one == lang else None
        if match and _may_be(bodies.get(match["series"]), int(match["number"]), int(match["year"])):
            number, found = int(match["number"]), years.setdefault(match["series"], {})
            first, last = found.get(match["year"], (number, number))
            found[match["year"]] = (min(first, number), max(last, number))
    return {series: dict(sorted(found.items())) for series, found in sorted(years.items()) if found}


def _may_be(body: Body | None, number: int, year: int) -> bool:
    """Whether a body's text of this number may be of a year."""
    if body is None or not body.serials:
        return True
    years = body.years_of(number)
    return years[0] <= year <= years[1] if years else year >= body.serials[-1][0]
