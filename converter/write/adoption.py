"""How a text was adopted and who put it forward, as data: for the page of the work, the lists, the table of votes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from converter.corpus import Corpus
from converter.model import Adoption, Ballot, Record
from converter.write.facts import fields
from converter.write.words import Words

_CLOSING = re.compile(r"p\d+")  # the anchor of a line below the numbered paragraphs


def sponsors(record: Record) -> list[dict[str, Any]]:
    """The States that put the text forward."""
    return [fields(s, "name", "code", "member") for s in record.sponsors if not s.joined]


def joined(record: Record) -> list[dict[str, str | None]]:
    """The States that joined the sponsors later; whether they were members the text does not tell."""
    return [fields(s, "name", "code") for s in record.sponsors if s.joined]


def data(adoption: Adoption) -> dict[str, Any]:
    """The adoption without its place in the text: manner, meeting, date, counts and States by column."""
    return {
        **fields(adoption, "manner", "meeting", "date"),
        "votes": dict(adoption.votes),
        "states": {column: states(ballots) for column, ballots in adoption.states},
    }


def states(ballots: tuple[Ballot, ...]) -> list[dict[str, str | None]]:
    """States by name and code."""
    return [fields(ballot, "name", "code") for ballot in ballots]


def columns(adoption: Adoption) -> Iterator[tuple[str, int | None, tuple[Ballot, ...]]]:
    """Each column of the vote: its name, how many where the text says so, and the States that it names."""
    counts, named = dict(adoption.votes), dict(adoption.states)
    for column in dict.fromkeys((*counts, *named)):
        yield column, counts.get(column), named.get(column, ())


def facts(record: Record, corpus: Corpus, words: Words) -> dict[str, Any] | None:
    """What the page of a work says of its adoption, in words; None where the text says nothing of it.

    A State leads to its page among the sponsors where it has one.
    """
    later = [_state(s.name, s.code, record, corpus) for s in record.sponsors if s.joined]
    adoption = record.adoption
    if adoption is None:
        return {"joined": later} if later else None
    table: dict[str, Any] = words.table("adoption")
    meeting = adoption.meeting and table["meeting"].format(
        number=adoption.meeting, ordinal=words.ordinal(adoption.meeting)
    )
    return {
        "manner": table["manner"].get(adoption.manner),
        "meeting": meeting,
        "date": words.date(adoption.date or record.date),
        "anchor": adoption.paragraph,
        "paragraph": _named(adoption.paragraph, words) if adoption.paragraph else None,
        "votes": [
            {
                "name": table["votes"][column],
                "number": count,
                "states": [_state(ballot.name, ballot.code, record, corpus) for ballot in ballots],
            }
            for column, count, ballots in columns(adoption)
        ],
        "joined": later,
    }


def _named(anchor: str, words: Words) -> str:
    """What the paragraph is called that tells of the adoption: the lines that close a text have no number."""
    return str(words.among("adoption", "rows", "closing")) if _CLOSING.fullmatch(anchor) else words.paragraph(anchor)


def _state(name: str, code: str | None, record: Record, corpus: Corpus) -> dict[str, str | None]:
    has_page = code is not None and code in corpus.sponsoring[record.lang]
    return {"name": name, "page": f"{record.lang}/sponsors/{code.lower()}/" if code and has_page else None}
