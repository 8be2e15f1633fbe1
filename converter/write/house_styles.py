"""Citations as lawyers have them: in OSCOLA and the Bluebook, in English whatever the language of the text.

The forms are our own, after the examples that libraries of law publish (Graduate Institute Geneva, Legal Citation:
United Nations Documents). No style of CSL has one for a resolution of the United Nations: a `legislation` is printed as
a statute of one State. A text that is no resolution of these bodies, or has no symbol yet, has none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from converter.cite.symbols import displayed
from converter.model import Record

_OSCOLA = {"GA": "UNGA", "SC": "UNSC", "ECOSOC": "ECOSOC", "HRC": "UNHRC"}
_BLUEBOOK = {"GA": "G.A.", "SC": "S.C.", "ECOSOC": "E.S.C.", "HRC": "Human Rights Council"}
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_SHORT = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_YEAR = re.compile(r" ?\((?:19|20)\d\d\)$")  # of a resolution of the Security Council; both styles have its day


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """A style: its name, the citation with `{paragraph}` where a pinpoint goes, and what a pinpoint is, by its kind.

    `pinpoints` has `op`, `pp` and `annex`, each with `{n}`, the number as the style has it: 11(a).
    """

    name: str
    form: str
    pinpoints: dict[str, str]

    def told(self) -> dict[str, Any]:
        """As the page of a work tells its script."""
        return {"name": self.name, "form": self.form, **self.pinpoints}


def house_styles(record: Record) -> tuple[HouseStyle, ...]:
    """The citations of a work, one for each style that has a form for it."""
    body, symbol, number = record.body or "", record.symbol, record.number
    if record.status == "draft" or record.kind != "resolution" or body not in _OSCOLA or not (symbol and number):
        return ()
    bare, document = _YEAR.sub("", number), _YEAR.sub("", displayed(symbol))
    day, us_day = _days(record.date or record.year)
    return (
        HouseStyle(
            "OSCOLA",
            f"{_OSCOLA[body]} Res {bare}{day} UN Doc {document}{{paragraph}}",
            {"op": " para {n}", "pp": " preamble para {n}", "annex": " annex para {n}"},
        ),
        HouseStyle(
            "Bluebook",
            f"{_BLUEBOOK[body]} Res. {bare}{{paragraph}}, U.N. Doc. {document}{us_day}",
            {"op": ", ¶ {n}", "pp": ", pmbl. ¶ {n}", "annex": ", annex ¶ {n}"},
        ),
    )


def _days(date: str | None) -> tuple[str, str]:
    """An ISO date or year in brackets, in the two styles; nothing of what is not known."""
    if not date:
        return "", ""
    year, *rest = date.split("-")
    if len(rest) != 2:
        return f" ({year})", f" ({year})"
    month, day = int(rest[0]), int(rest[1])
    return f" ({day} {_MONTHS[month - 1]} {year})", f" ({_SHORT[month - 1]} {day}, {year})"
