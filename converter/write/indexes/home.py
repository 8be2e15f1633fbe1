"""`index`: the home page. What this is, search first, what is new, what is due, and the ways in."""

from __future__ import annotations

from collections.abc import Iterator

from converter.cite import symbols
from converter.mandates import Entry, window
from converter.model import Artifact, Record
from converter.ordering import time_key
from converter.write import escape, front
from converter.write.about import vote
from converter.write.indexes import cited as cited_index
from converter.write.indexes import sponsors
from converter.write.indexes.view import Place, View
from converter.write.ledger.names import actor_name
from converter.write.spoken import example

_LATEST = 6
_DUE = 100  # mandates that may lie ahead of a reader's day; the script shows the first few that do
_ACTION = 70  # characters of what is asked
_WAYS = ("works", "sessions", "verbs", "sponsors", "terms", "cited", "reports")
NAME = "index"


def pages(view: View) -> Iterator[Artifact]:
    """The home page of a language. Its prose is in the language's data."""
    meta = {
        "title": view.say("home"),
        "description": view.say("home_about"),
        "template": "home.html",
        "lang": view.lang,
        "hide": ["navigation", "toc"],
    }
    yield Artifact(view.path(NAME), front.page(meta, "".join(_body(view))))


def _body(view: View) -> Iterator[str]:
    yield f"# {escape.markdown(view.say('home'))} {{: #title }}\n\n{escape.markdown(view.say('home_about'))}\n\n"
    yield _search(view)
    yield from _figures(view)
    yield from _due(view)
    yield from _latest(view)
    yield f"## {view.say('ways')} {{: #ways }}\n\n"
    for name in _ways(view):
        link = view.link(NAME, view.title(name), view.path(name))
        yield f"- {view.words.colon(link, escape.markdown(view.about(name)))}\n"
    yield "\n"


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


def _search(view: View) -> str:
    """A form that needs no script: it leads to the search page with the words in the address."""
    label, button = (escape.attribute(view.say(f"search_{part}")) for part in ("label", "button"))
    shown = example(view.corpus, view.lang)
    hint = escape.attribute(view.say("search_hint", example=shown)) if shown else label
    return (
        f'<form class="rd-home-search" action="search/" role="search" aria-label="{label}">'
        f'<input type="search" name="q" aria-label="{label}" placeholder="{hint}" autocomplete="off">'
        f'<button type="submit">{button}</button></form>\n\n'
    )


def _figures(view: View) -> Iterator[str]:
    """How much there is of each; a figure that leads somewhere leads to as many."""
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
    targets = {
        "works": "works",
        "cited": "cited",
        "sponsors": "sponsors",
        "reports": "reports",
        "mandates": "mandates",
    }
    for key, number in figures.items():
        if not number:
            continue
        label = view.count(f"figure_{key}", number)
        target = targets.get(key)
        named = view.link(NAME, label, view.path(target)) if target else escape.markdown(label)
        yield f"- **{view.words.number(number)}** {named}\n"
    yield "\n"


def _latest(view: View) -> Iterator[str]:
    newest = view.records[:_LATEST]
    if not newest:
        return
    yield f"## {view.say('latest')} {{: #latest }}\n\n"
    for record in newest:
        yield f"- {view.work_link(NAME, record)} — {escape.markdown(_facts(view, record))}\n"
    yield f"- {view.link(NAME, view.say('all_of_them'), view.path('works'))}\n\n"


def _facts(view: View, record: Record) -> str:
    words = view.words
    parts = [words.body(record.body) if record.body else "", words.session(record.session) if record.session else ""]
    parts += [words.date(record.date), record.subject or "", vote(record, words) or words.of("status", record.status)]
    return words.join(parts)


def _due(view: View) -> Iterator[str]:
    """The mandates due after the newest text; which of them lie ahead on a reader's day the script knows (home.js)."""
    entries = _next_due(view)
    if not entries:
        return
    yield f"## {view.say('next_due')} {{: #due .rd-ahead }}\n\n"
    for entry in entries:
        day = view.day(window(entry.mandate.due)[1])
        place = view.place_link(NAME, Place(entry.record, entry.mandate.paragraph))
        actor = escape.markdown(actor_name(entry.mandate, view.words))
        action = escape.markdown(view.cut(entry.mandate.action, _ACTION))
        yield f"- {view.say('until', day=day)} **{actor}** {action}{view.words.brackets(place)}\n"
    yield f"- {view.link(NAME, view.say('all_mandates'), view.path('mandates'))}\n\n"


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
