"""The page of a work: the expression's Markdown under front matter that says what the collection knows of it."""

from __future__ import annotations

from typing import Any

from converter import addresses
from converter.corpus import CitedIn, Corpus
from converter.model import Citing, Mandate, Record
from converter.write.words import Words


def front_matter(record: Record, corpus: Corpus, words: Words) -> dict[str, Any]:
    """Metadata for the templates, the index and whoever reuses the page; addresses are from the site's root."""
    return {
        "title": record.title or record.symbol or record.work,
        "description": _description(record, words),
        "template": "work.html",
        "lang": record.lang,
        "work": record.work,
        "symbol": record.symbol,
        "adopted_as": record.adopted_as,
        "kind": record.kind,
        "status": record.status,
        "body": record.body,
        "session": record.session,
        "session_dates": _dates(record),
        "agenda_items": [{"number": item.number, "title": item.title} for item in record.agenda_items],
        "number": record.number,
        "date": record.date,
        "year": record.year,
        "subjects": list(record.subjects),
        "sponsors": [{"name": s.name, "code": s.code, "member": s.member} for s in record.sponsors],
        "source": record.path,
        "official": _official(record),
        "search": True,
        "cites": [_cite(citing, record, corpus, words) for citing in _first_of_each(record.citings)],
        "cited_by": [_cited_by(place, words) for place in corpus.citing(record)],
        "mandates": [_mandate(mandate, words) for mandate in record.mandates],
    }


def _description(record: Record, words: Words) -> str:
    parts = [words.body(record.body), words.session(record.session), words.of("kind", record.kind)]
    if record.status == "draft":
        parts.append(words.of("status", "draft"))
    label = record.symbol or record.number
    return "，".join(part for part in [*parts, label, record.title] if part)


def _dates(record: Record) -> dict[str, str | None] | None:
    return {"from": record.session_from, "to": record.session_to} if record.session_from else None


def _official(record: Record) -> list[dict[str, str]]:
    symbols = [symbol for symbol in (record.symbol, record.adopted_as) if symbol]
    return [{"symbol": symbol, "url": addresses.official_link(record.lang, symbol)} for symbol in symbols]


def _first_of_each(citings: tuple[Citing, ...]) -> list[Citing]:
    """One citation per cited work, the first."""
    first: dict[tuple[str | None, str, str], Citing] = {}
    for citing in citings:
        first.setdefault((citing.target, citing.kind, citing.number), citing)
    return list(first.values())


def _cite(citing: Citing, record: Record, corpus: Corpus, words: Words) -> dict[str, Any]:
    target = addresses.symbol_page(record.lang, citing.target) if citing.target else None
    places = [c for c in record.citings if (c.target, c.number) == (citing.target, citing.number)]
    anchors = dict.fromkeys(place.anchor for place in places)  # each once, in the order of the text
    title = corpus.title(record.lang, citing.target) if citing.target else citing.title
    return {
        "symbol": citing.target or citing.number,
        "kind": citing.kind,
        "body": citing.body,
        "title": title,
        "page": target and addresses.url(target),
        "anchors": [{"anchor": anchor, "paragraph": words.paragraph(anchor)} for anchor in anchors],
        "verb": citing.verb,
    }


def _cited_by(place: CitedIn, words: Words) -> dict[str, Any]:
    return {
        "title": words.name(place.record),
        "page": addresses.url(place.page),
        "anchor": place.citing.anchor,
        "paragraph": words.paragraph(place.citing.anchor),
        "pinpoints": [addresses.pinpoint_anchor(pinpoint) for pinpoint in place.citing.pinpoints],
        "verb": place.citing.verb,
        "excerpt": place.citing.excerpt,
    }


def _mandate(mandate: Mandate, words: Words) -> dict[str, Any]:
    due = mandate.due
    return {
        "anchor": mandate.paragraph,
        "paragraph": words.paragraph(mandate.paragraph),
        "actor": mandate.actor,
        "action": mandate.action,
        "to": mandate.to,
        "due": due
        and {
            "text": due.text,
            "relation": due.relation,
            "session": due.session,
            "from": due.from_date,
            "to": due.to_date,
            "dates": _span(due.from_date, due.to_date, words),
        },
    }


def _span(start: str | None, end: str | None, words: Words) -> str:
    return "–".join(words.date(day) for day in dict.fromkeys((start, end)) if day)
