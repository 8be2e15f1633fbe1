"""A text at a glance, for lists, cards, search hits and the head of its page: its day, what it is about, its vote."""

from __future__ import annotations

from typing import Any

from converter.model import Record
from converter.write.words import Words


def vote(record: Record, words: Words) -> str:
    """In which manner a text was adopted, with the counts of a vote: by a vote (13-0-2); '' where nothing tells."""
    manner, *counts = vote_parts(record, words) or [""]
    return manner + "".join(words.brackets(count) for count in counts)


def vote_parts(record: Record, words: Words) -> list[str]:
    """The manner and the counts each by itself, for lists that filter by either."""
    manner = record.adoption.manner if record.adoption else None
    known: dict[str, Any] = words.table("adoption")
    return [part for part in (str(known["manner"].get(manner) or ""), _counts(record)) if part]


def _counts(record: Record) -> str:
    """In favour, against, abstaining: 13-0-2; '' where the text does not count."""
    counts = dict(record.adoption.votes) if record.adoption else {}
    if "for" not in counts:
        return ""
    return "-".join(str(counts.get(column) or 0) for column in ("for", "against", "abstaining"))


def glance(record: Record, words: Words) -> list[str]:
    """The facts of a text in a line, those that there are: its day, its subject, its vote, that it is a draft."""
    status = words.of("status", "draft") if record.status == "draft" else ""
    facts = (words.date(record.date), record.subject or "", vote(record, words), status)
    return [fact for fact in facts if fact]
