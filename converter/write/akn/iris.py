"""IRIs of AKN4UN and eIds: how a work, its paragraphs and what it cites are referred to."""

from __future__ import annotations

import re
from urllib.parse import quote

from converter import addresses
from converter.authorities import Authorities
from converter.model import Citation

UNKNOWN_DATE = "0001-01-01"
LANGUAGES = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho"}  # ISO 639-2
STATEMENTS = {"resolution": "resolution", "decision": "decision", "presidential-statement": "presidentialStatement"}
_PINPOINT = re.compile(r"(?:op)?(\d+)((?:-[a-z0-9]+)*)")


def iri(body: str | None, date: str, number: str, *, path: str = "statement/deliberation") -> str:
    """The IRI of a work of the UN: `/akn/un/statement/deliberation/un-hrc/2021-10-11/48-24`."""
    spelled = quote(number.replace("/", "-").replace(" ", "_"), safe="-._~()!,")
    return f"/akn/un/{path}/{actor_of(body)}/{date}/{spelled}"


def actor_of(body: str | None) -> str:
    """The actor of an IRI: the body's id, or the United Nations as a whole."""
    return f"un-{body.lower()}" if body else "un"


def reference(citation: Citation, lang: str, authorities: Authorities) -> str | None:
    """Where a citation leads, without its pinpoints; None when neither symbol nor date and number are known."""
    known = authorities.work(citation.target) if citation.target else None
    date = citation.date or (known.date if known else None)
    if date is None:
        return addresses.official_link(lang, quote(citation.target, safe="/().,_-")) if citation.target else None
    if citation.kind in STATEMENTS:
        number = iri_number(citation.kind, citation.target, citation.number) or citation.number
        return f"{iri(citation.body, date, number)}/!main"
    body = authorities.body_of(citation.target) if citation.target else None
    actor = body.id if body else citation.body
    return f"{iri(actor, date, citation.target or citation.number, path='doc/paper')}/!main"


def iri_number(kind: str, symbol: str | None, number: str | None) -> str | None:
    """The number that the IRI of a work has: the printed one of a resolution, else the symbol."""
    return number or symbol if kind == "resolution" else symbol or number


def pinpoint_fragment(label: str) -> str | None:
    """The eId that a pinpoint means: `3(a)` → `para_3__list_1__point_a`; None for sections and annexes."""
    anchor = addresses.pinpoint_anchor(label)
    if found := re.fullmatch(r"pp(\d+)", anchor):
        return f"preamble__container_{found[1]}"
    match = _PINPOINT.fullmatch(anchor)
    if match is None:
        return None
    points = (f"__list_1__point_{part}" for part in match[2].split("-") if part)
    return f"para_{match[1]}{''.join(points)}"


def with_fragment(target: str, label: str) -> str:
    """The IRI with the eId that a pinpoint means, where it means one."""
    fragment = pinpoint_fragment(label)
    return f"{target}#{fragment}" if fragment else target
