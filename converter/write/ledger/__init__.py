"""The ledger of mandates: who must do what, for whom, by when, where it is written, and what met it.

No clock goes into an output: the page says between which days a mandate falls due, and the script adds open, due or
past as of the reader's own day. What is told here is also the front matter of the work's page (`facts`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from converter import addresses, symbols
from converter.corpus import Corpus
from converter.mandates import Entry, by_actor, entries, window
from converter.model import Artifact
from converter.write import front
from converter.write.cells import Head, Row, Shown, link
from converter.write.ledger import filters, table
from converter.write.ledger.names import actor_name, group_name, met_when
from converter.write.ledger.timeline import timeline
from converter.write.ledger.where import ON_ONE_PAGE, actor_page, calendar, ledger_page, page_of
from converter.write.words import Words


def ledger_pages(corpus: Corpus, words: Words) -> Iterator[Artifact]:
    """The ledger of one language; with very many mandates, a page for each actor as well."""
    every = entries(corpus, words.lang)
    groups = by_actor(every)
    page = ledger_page(words)
    if len(every) <= ON_ONE_PAGE:
        yield _whole(page, words("mandates"), every, groups, corpus, words)
        return
    contents = _contents(groups, words)
    told = {"table": msgspec.to_builtins(contents), "timeline": _drawn(every, groups, words, page)}
    yield _artifact(page, words("mandates"), words, told, [contents.anchor])
    for actor, group in groups.items():
        name = group_name(group[0], words)
        yield _whole(actor_page(actor, words), name, group, {actor: group}, corpus, words)


def _artifact(page: str, title: str, words: Words, told: dict[str, Any], anchors: Sequence[str]) -> Artifact:
    """A page of the ledger; its calendar is made where something is asked."""
    meta = {
        "title": title,
        "description": words("ledger_about"),
        "template": "ledger.html",
        "lang": words.lang,
        "hide": ["navigation", "toc"],
        "calendar": msgspec.to_builtins(calendar(words)) if anchors else None,
    }
    return Artifact(page, front.page(meta | told | {"anchors": ["title", *anchors]}, ""))


def _whole(
    page: str, title: str, every: Sequence[Entry], groups: Mapping[str, list[Entry]], corpus: Corpus, words: Words
) -> Artifact:
    """A page with the filters, the tables, and the timeline, of all actors or of one."""
    tables = [table.of_actor(actor, group, corpus, words) for actor, group in groups.items()]
    told = {
        "choices": msgspec.to_builtins(list(filters.choices(every, groups, words))),
        "groups": msgspec.to_builtins(tables),
        "timeline": _drawn(every, groups, words, page),
    }
    anchors = [anchor for one in tables for anchor in (one.anchor, *(task.id for task in one.tasks))]
    return _artifact(page, title, words, told, ["table", *anchors] if tables else [])


def _drawn(every: Sequence[Entry], groups: Mapping[str, list[Entry]], words: Words, page: str) -> Any:
    return msgspec.to_builtins(timeline(every, groups, words, page))


def _contents(groups: Mapping[str, list[Entry]], words: Words) -> Shown:
    """Of a ledger in parts: the actors with their figures."""
    rows = (
        Row(
            (
                (link(group_name(group[0], words), actor_page(actor, words)),),
                str(len(group)),
                str(sum(entry.met is not None for entry in group)),
            )
        )
        for actor, group in groups.items()
    )
    heads = tuple(map(Head, words.row("ledger_actors")))
    return Shown(heads, tuple(rows), False, "table", words("ledger_table"))


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
