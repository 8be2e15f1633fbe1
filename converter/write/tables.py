"""CSV (RFC 4180) of what a spreadsheet can show: citations, mandates and votes.

The file begins with a byte-order mark, without which Excel reads Chinese as gibberish. A cell that a spreadsheet
would take for a formula gets an apostrophe in front (OWASP, "CSV Injection"): the text of a cell is data, and a
reader opens the file with a double click. Who needs the bare text takes it from the JSON Lines.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from converter import addresses
from converter.corpus import Corpus
from converter.mandates import Entry, entries
from converter.model import Adoption, Citing, Record
from converter.write import adoption, treatment
from converter.write.ledger.names import actor_name
from converter.write.words import Words

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # the full-width signs begin a formula in East Asian versions
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

CITATIONS = (
    "work", "symbol", "title", "address", "paragraph", "verb", "cited_symbol", "cited_kind", "cited_body",
    "cited_number", "cited_date", "cited_title", "cited_author", "cited_address", "held", "pinpoints", "see_also",
    "excerpt",
)  # fmt: skip
MANDATES = (
    "id", "work", "symbol", "title", "address", "paragraph", "kind", "actor", "actor_id", "actor_name", "action",
    "to",
    "due", "due_relation", "due_body", "due_session", "due_from", "due_to", "due_basis", "status", "met_symbol",
    "met_session", "met_date", "met_note", "met_source",
)  # fmt: skip
VOTES = ("work", "symbol", "address", "date", "meeting", "manner", "column", "count", "state", "code")


def cell(value: str | bool | None) -> str:
    """A value as a cell: harmless to spreadsheets; None is empty, a truth value 1 or 0."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    text = value if value.isprintable() else _CONTROL.sub("\ufffd", value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def table(head: tuple[str, ...], rows: Iterable[Iterable[str | bool | None]]) -> str:
    """A CSV file with a head."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, dialect="excel")
    writer.writerow(head)
    writer.writerows([cell(value) for value in row] for row in rows)
    return "\ufeff" + out.getvalue()


def citations(corpus: Corpus, words: Words) -> str:
    """Every citation of a language's texts, one a row, in the order of the texts."""
    return table(CITATIONS, _citations(corpus, words))


def _citations(corpus: Corpus, words: Words) -> Iterator[tuple[str | bool | None, ...]]:
    for record in corpus.of(words.lang):
        for citing in record.citings:
            yield (
                *_where(record, citing.anchor, corpus),
                citing.verb,
                *_cited(citing, record, corpus),
                ";".join(citing.pinpoints),
                citing.see_also,
                citing.excerpt,
            )


def _where(record: Record, anchor: str, corpus: Corpus) -> tuple[str | None, ...]:
    address = f"{addresses.url(corpus.page(record))}#{anchor}"
    return record.work, record.symbol or record.adopted_as, record.title, address, anchor


def _cited(citing: Citing, record: Record, corpus: Corpus) -> tuple[str | bool | None, ...]:
    symbol = citing.target
    held = corpus.held.get((record.lang, symbol)) if symbol else None
    page = corpus.page(held) if held else addresses.symbol_page(record.lang, symbol) if symbol else None
    return (
        symbol,
        citing.kind,
        citing.body,
        citing.number,
        citing.date,
        citing.title,
        citing.author,
        addresses.url(page) if page else None,
        held is not None,
    )


def treatments(corpus: Corpus, words: Words) -> str:
    """What later texts did to each text, one fact a row."""
    return table(treatment.COLUMNS, treatment.rows(corpus, words))


def votes(corpus: Corpus, words: Words) -> str:
    """How every text was adopted: a row for each State that a text names, else for each column, else for the text."""
    return table(VOTES, _votes(corpus, words))


def _votes(corpus: Corpus, words: Words) -> Iterator[tuple[str | None, ...]]:
    for record in corpus.of(words.lang):
        adopted = record.adoption
        if adopted is None:
            continue
        where = record.work, record.symbol or record.adopted_as, addresses.url(corpus.page(record))
        meeting = None if adopted.meeting is None else str(adopted.meeting)
        head = (*where, adopted.date or record.date, meeting, adopted.manner)
        rows = list(_rows(adopted))
        yield from ((*head, *row) for row in rows or [(None, None, None, None)])


def _rows(adopted: Adoption) -> Iterator[tuple[str | None, ...]]:
    for column, number, ballots in adoption.columns(adopted):
        count = None if number is None else str(number)
        for ballot in ballots:
            yield column, count, ballot.name, ballot.code
        if not ballots:
            yield column, count, None, None


def mandates(corpus: Corpus, words: Words) -> str:
    """Every mandate of a language's texts, one a row."""
    return table(MANDATES, (_mandate(entry, corpus, words) for entry in entries(corpus, words.lang)))


def _mandate(entry: Entry, corpus: Corpus, words: Words) -> tuple[str | bool | None, ...]:
    mandate, due, met = entry.mandate, entry.mandate.due, entry.met
    return (
        entry.id,
        *_where(entry.record, mandate.paragraph, corpus),
        mandate.kind,
        mandate.actor,
        mandate.actor_id,
        actor_name(mandate, words),
        mandate.action,
        mandate.to,
        *(
            (due.text, due.relation, due.body, due.session, due.from_date, due.to_date, due.basis)
            if due
            else (None,) * 7
        ),
        entry.status,
        *((met.symbol, met.session, met.date, met.note(words.lang), met.source) if met else (None,) * 5),
    )
