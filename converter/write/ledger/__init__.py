"""The ledger of mandates: who must do what, for whom, by when, where it is written, and what met it.

No clock goes into an output: the page says between which days a mandate falls due, and the script adds open, due or
past as of the reader's own day. What is told here is also the front matter of the work's page (`facts`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from converter import addresses
from converter.cite import symbols
from converter.corpus import Corpus
from converter.mandates import Entry, by_actor, entries, window
from converter.model import Artifact
from converter.write import escape, front
from converter.write.graph import table_head
from converter.write.ledger import filters, table, timeline
from converter.write.ledger.names import actor_name, group_name, met_when
from converter.write.ledger.where import ON_ONE_PAGE, actor_page, calendar_link, ledger_page, page_of
from converter.write.words import Words


def ledger_pages(corpus: Corpus, words: Words) -> Iterator[Artifact]:
    """The ledger of one language; with very many mandates, a page for each actor as well."""
    every = entries(corpus, words.lang)
    groups = by_actor(every)
    page = ledger_page(words)
    if len(every) <= ON_ONE_PAGE:
        yield _artifact(page, words("mandates"), _whole(every, groups, corpus, words, page), words)
        return
    yield _artifact(page, words("mandates"), _contents(every, groups, words, page), words)
    for actor, group in groups.items():
        own = actor_page(actor, words)
        name = group_name(group[0], words)
        yield _artifact(own, name, _whole(group, {actor: group}, corpus, words, own), words)


def _artifact(page: str, title: str, body: Iterator[str], words: Words) -> Artifact:
    meta = {
        "title": title,
        "description": words("ledger_about"),
        "lang": words.lang,
        "hide": ["navigation", "toc"],
    }
    heading = f"# {escape.markdown(title)} {{: #title }}\n\n{words('ledger_about')}\n\n"
    return Artifact(page, front.page(meta, heading + "".join(body)))


def _whole(
    every: Sequence[Entry], groups: Mapping[str, list[Entry]], corpus: Corpus, words: Words, page: str
) -> Iterator[str]:
    """Calendars, controls, the tables, and the timeline, folded."""
    if not every:
        yield f"{words('none')}\n"
        return
    yield calendar_link(words, page)
    yield from filters.form(every, groups, words)
    for actor, group in groups.items():
        yield from table.of_actor(actor, group, corpus, words, page)
    yield from timeline.folded(every, groups, words, page)


def _contents(every: Sequence[Entry], groups: Mapping[str, list[Entry]], words: Words, page: str) -> Iterator[str]:
    """Of a ledger in parts: the actors with their figures, and the timeline, folded."""
    yield calendar_link(words, page)
    yield f"## {words('ledger_table')} {{: #table }}\n\n"
    yield from table_head(words.row("ledger_actors"))
    for actor, group in groups.items():
        name = escape.markdown(group_name(group[0], words))
        met = sum(entry.met is not None for entry in group)
        yield f"| [{name}]({addresses.link(page, actor_page(actor, words))}) | {len(group)} | {met} |\n"
    yield "\n"
    yield from timeline.folded(every, groups, words, page)


def facts(entry: Entry, corpus: Corpus, words: Words) -> dict[str, Any]:
    """What the page of a work says of a mandate beside who, what and when: its row in the ledger, and what met it."""
    first, last = window(entry.mandate.due)
    met = entry.met
    return {
        "id": entry.id,
        "actor_name": actor_name(entry.mandate, words),
        "ledger": f"{addresses.url(page_of(entry, corpus, words))}#{entry.id}",
        "status": entry.status,
        "window": {"from": first, "until": last},
        "met": met
        and {
            "symbol": met.symbol and symbols.displayed(met.symbol),
            "page": _symbol_url(met.symbol, corpus, words.lang) if met.symbol else None,
            "when": met_when(entry, met, words),
            "note": met.note(words.lang),
            "source": met.source,
        },
    }


def _symbol_url(symbol: str, corpus: Corpus, lang: str) -> str | None:
    standing = corpus.standing(lang, symbol)
    return standing.url() if standing else None
