"""Citations as lawyers have them: in OSCOLA and the Bluebook, in English whatever the language of the text.

The forms are our own, after the examples that libraries of law publish (Graduate Institute Geneva, Legal Citation:
United Nations Documents). No style of CSL has one for a resolution of the United Nations: a `legislation` is printed as
a statute of one State. A text that is no resolution of these bodies, or has no symbol yet, has none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from converter.authorities import Authorities
from converter.languages import load
from converter.model import Record
from converter.symbols import displayed

# The Bluebook's; OSCOLA has the whole names.
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


def house_styles(record: Record, authorities: Authorities) -> tuple[HouseStyle, ...]:
    """The citations of a work, one for each style that has a form for it."""
    body, symbol, number = authorities.body(record.body or ""), record.symbol, record.number
    called = dict(body.cited) if body else {}
    if record.status == "draft" or record.kind != "resolution" or not (called and symbol and number):
        return ()
    bare, document = _YEAR.sub("", number), _YEAR.sub("", displayed(symbol))
    day, us_day = _days(record.date or record.year, load("en", authorities).table("ui")["months"])
    return (
        HouseStyle(
            "OSCOLA",
            f"{called['oscola']} Res {bare}{day} UN Doc {document}{{paragraph}}",
            {"op": " para {n}", "pp": " preamble para {n}", "annex": " annex para {n}"},
        ),
        HouseStyle(
            "Bluebook",
            f"{called['bluebook']} Res. {bare}{{paragraph}}, U.N. Doc. {document}{us_day}",
            {"op": ", ¶ {n}", "pp": ", pmbl. ¶ {n}", "annex": ", annex ¶ {n}"},
        ),
    )


def _days(date: str | None, months: Sequence[str]) -> tuple[str, str]:
    """An ISO date or year in brackets, in the two styles, by the names of months; nothing of what is not known."""
    if not date:
        return "", ""
    year, *rest = date.split("-")
    if len(rest) != 2:
        return f" ({year})", f" ({year})"
    month, day = int(rest[0]), int(rest[1])
    return f" ({day} {months[month - 1]} {year})", f" ({_SHORT[month - 1]} {day}, {year})"
