"""Treatment on a work's page and in the data: each fact with the sentence of the later text, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from converter import addresses
from converter.corpus import Corpus
from converter.model import Record
from converter.treatment import treatments
from converter.write.words import Words

COLUMNS = (
    "work", "symbol", "done", "until", "by_work", "by_symbol", "by_date", "paragraph", "address", "pinpoints",
    "sentence",
)  # fmt: skip


def treatment(record: Record, corpus: Corpus, words: Words) -> list[dict[str, Any]]:
    """What later texts did to a text, for its page, by what was done, the weightiest first."""
    table: dict[str, Any] = words.table("treatment")
    facts = sorted(treatments(record, corpus, table), key=lambda one: list(table["done"]).index(one.done))
    return [
        {
            "done": table["done"][one.done],
            "until": one.until and table["until"].format(date=words.date(one.until)),
            "title": words.name(one.place.record),
            "page": addresses.url(one.place.page),
            **words.at(one.place.citing.anchor),
            "date": words.date(one.place.record.date),
            "pinpoints": [
                words.at(anchor)
                for anchor in corpus.anchors_of(record.lang, one.place.citing)
                if anchor in record.paragraphs
            ],
            "sentence": one.place.citing.excerpt,
        }
        for one in facts
    ]


def rows(corpus: Corpus, words: Words) -> Iterator[tuple[str | None, ...]]:
    """The same of every text of a language, one fact a row, for `treatments.csv`."""
    for record in corpus.of(words.lang):
        for one in treatments(record, corpus, words.table("treatment")):
            by, citing = one.place.record, one.place.citing
            address = f"{addresses.url(one.place.page)}#{citing.anchor}"
            yield (
                record.work, record.symbol, one.done, one.until, by.work, by.symbol, by.date, citing.anchor, address,
                ";".join(citing.pinpoints), citing.excerpt,
            )  # fmt: skip
