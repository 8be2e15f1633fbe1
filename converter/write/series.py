"""The series of a work as a chain in time, what it continues and what continues it; the texts of its body beside it."""

from __future__ import annotations

from typing import Any

from converter import symbols
from converter.authorities import KnownWork
from converter.cited_series import Standing
from converter.corpus import Corpus
from converter.model import Record
from converter.write.words import Words

NEIGHBOURS = 20  # texts of a long series that a page shows on each side of its own


def chain(record: Record, corpus: Corpus, words: Words) -> list[dict[str, Any]]:
    """The series of a work, the oldest first, the work itself marked `current`; empty when it stands alone.

    The neighbours of the current one are the previous and the next text. Of a very long series, those around it.
    """
    series = corpus.series_of(record)
    if series is None or len(series.members) < 2:
        return []
    at = series.places[record.work]
    near = series.members[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]
    return [_link(one, record, corpus, words) for one in near]


def neighbours(record: Record, corpus: Corpus, words: Words) -> list[dict[str, Any]]:
    """The texts before and after a work: among those of its body in the order of time, and in its series.

    Each row has the `name` of that order and `previous` and `next`, where there is one.
    """
    name = words.table("around")["body"].format(body=words.body(record.body))
    beside: tuple[Record | KnownWork | None, Record | KnownWork | None] = corpus.beside(record)
    rows = [(name if record.body else "", *beside)]
    if series := corpus.series_of(record):
        at, members = series.places[record.work], series.members
        before, after = members[max(0, at - 1) : at], members[at + 1 : at + 2]
        rows.append((words("series"), next(iter(before), None), next(iter(after), None)))
    return [
        {"name": name}
        | {key: _link(one, record, corpus, words) for key, one in (("previous", before), ("next", after)) if one}
        for name, before, after in rows
        if before or after
    ]


def _link(one: Record | KnownWork, current: Record, corpus: Corpus, words: Words) -> dict[str, Any]:
    standing: Standing | None
    if isinstance(one, Record):
        standing, title, label = Standing(corpus.page(one)), one.title or one.subject, words.symbol(one) or one.number
        date = words.date(one.date) or one.year
    else:
        standing, title = corpus.standing(current.lang, one.symbol), one.title(current.lang)
        label = symbols.displayed(one.symbol)
        date = words.date(one.date)
    return {
        "title": title or words("untitled"),
        "page": standing.url() if standing else "",
        "label": label or title or words("untitled"),
        "date": date or "",
        "current": one is current,
    }
