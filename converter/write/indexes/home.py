"""`index`: the home page. What this is, search first, what is new, what is due, and the ways in."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from converter import symbols
from converter.mandates import Entry, window
from converter.model import Artifact, Record
from converter.ordering import time_key
from converter.write import front
from converter.write.about import vote
from converter.write.cells import Cell, Strong, filled
from converter.write.indexes import cited as cited_index
from converter.write.indexes import sponsors
from converter.write.indexes.view import Place, View
from converter.write.ledger.names import actor_name
from converter.write.spoken import example

_LATEST = 6
_DUE = 100  # mandates that may lie ahead of a reader's day; the script shows the first few that do
_ACTION = 70  # characters of what is asked
_LEADING = ("works", "cited", "sponsors", "reports", "mandates")  # figures of what an index lists
_WAYS = ("works", "sessions", "verbs", "sponsors", "terms", "cited", "reports")
NAME = "index"


def pages(view: View) -> Iterator[Artifact]:
    """The home page of a language. Its prose is in the language's data."""
    due, latest = list(_due(view)), list(_latest(view))
    headings = {"title": True, "due": due, "latest": latest, "ways": True}
    meta = {
        "title": view.say("home"),
        "description": view.say("home_about"),
        "template": "home.html",
        "lang": view.lang,
        "hide": ["navigation", "toc"],
        "example": example(view.corpus, view.lang),
        "figures": msgspec.to_builtins(list(_figures(view))),
        "due": msgspec.to_builtins(due),
        "latest": msgspec.to_builtins(latest),
        "ways": msgspec.to_builtins([_way(view, name) for name in _ways(view)]),
        "anchors": [anchor for anchor, there in headings.items() if there],
    }
    yield Artifact(view.path(NAME), front.page(meta, ""))


def _way(view: View, name: str) -> Cell:
    """An index, and what it says of itself."""
    colon = view.words.colon("", "")
    return (view.link(view.title(name), name), colon, view.about(name))


def _ways(view: View) -> Iterator[str]:
    """The indexes that have something in them."""
    documents = {symbols.kind_of(symbol) == "document" for lang, symbol in view.corpus.cited if lang == view.lang}
    filled = {
        "sponsors": bool(sponsors.found(view)),
        "terms": any(record.named for record in view.records),
        "cited": False in documents or bool(view.corpus.unsymbolled.get(view.lang)),
        "reports": True in documents,
    }
    return (name for name in _WAYS if filled.get(name, True))


def _figures(view: View) -> Iterator[tuple[str, Cell]]:
    """How much there is of each, and what it is; a figure that leads somewhere leads to as many."""
    cited = [symbol for lang, symbol in view.corpus.cited if lang == view.lang]
    documents = sum(symbols.kind_of(symbol) == "document" for symbol in cited)
    figures = {
        "works": len(view.records),
        "paragraphs": sum(len(record.paragraphs) for record in view.records),
        "citations": sum(len(record.citings) for record in view.records),
        "cited": len(cited) - documents + cited_index.nameless(view),
        "reports": documents,
        "sponsors": len(sponsors.found(view)),
        "mandates": len(view.mandates),
    }
    for key, number in figures.items():
        if number:
            label = view.count(f"figure_{key}", number)
            yield view.words.number(number), (view.link(label, key),) if key in _LEADING else label


def _latest(view: View) -> Iterator[Cell]:
    """The newest texts with their facts, then the way to all."""
    newest = view.records[:_LATEST]
    yield from ((view.work_link(record), f" — {_facts(view, record)}") for record in newest)
    if newest:
        yield (view.link(view.say("all_of_them"), "works"),)


def _facts(view: View, record: Record) -> str:
    words = view.words
    parts = [words.body(record.body) if record.body else "", words.session(record.session) if record.session else ""]
    parts += [words.date(record.date), record.subject or "", vote(record, words) or words.of("status", record.status)]
    return words.join(parts)


def _due(view: View) -> Iterator[Cell]:
    """The mandates due after the newest text, then the way to all; which of them lie ahead on a reader's day the script
    knows (home.js).
    """
    entries = _next_due(view)
    for entry in entries:
        day = view.day(window(entry.mandate.due)[1])
        place = (view.place_link(Place(entry.record, entry.mandate.paragraph)),)
        actor = Strong(actor_name(entry.mandate, view.words))
        action = view.cut(entry.mandate.action, _ACTION)
        in_brackets = filled(view.words.of("punctuation", "brackets"), text=place)
        yield (*filled(view.words.of("index", "until"), day=day), " ", actor, f" {action}", *in_brackets)
    if entries:
        yield (view.link(view.say("all_mandates"), "mandates"),)


def _next_due(view: View) -> list[Entry]:
    today = time_key(view.records[0])[0] if view.records else ""
    dated = [
        (last, entry)
        for entry in view.mandates
        if entry.status == "dated"
        and entry.mandate.kind != "renewal"
        and (last := window(entry.mandate.due)[1])
        and last >= today
    ]
    dated.sort(key=lambda pair: (pair[0], pair[1].id))
    return [entry for _, entry in dated[:_DUE]]
