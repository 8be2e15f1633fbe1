"""What one may choose the mandates of the ledger by. The script shows it: without it, it would do nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from converter.mandates import Entry, by_day
from converter.model import Due
from converter.write.ledger.names import group_name
from converter.write.words import Words


@dataclass(frozen=True, slots=True)
class Choice:
    """A list to choose from: its name in a shared address, what it is called, and its options with their keys."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


def choices(every: Sequence[Entry], groups: Mapping[str, list[Entry]], words: Words) -> Iterator[Choice]:
    """A choice of actor, kind, session and state; none where there is nothing to choose."""
    actors = {actor: group_name(group[0], words) for actor, group in groups.items()}
    sessions = {entry.session: entry for entry in sorted(every, key=by_day) if entry.session}
    names = {key: _session_name(entry.mandate.due, words) for key, entry in sessions.items()}
    present = {entry.mandate.kind for entry in every}
    kinds = {kind: name for kind, name in words.table("ledger_kind").items() if kind in present}
    offered = {"actor": actors, "kind": kinds, "session": names, "status": words.table("ledger_status")}
    for name, options in offered.items():
        if len(options) > 1:
            yield Choice(name, words(_LABELS[name]), tuple(options.items()))


_LABELS = {"actor": "ledger_actor", "kind": "ledger_kinds", "session": "ledger_session", "status": "ledger_state"}


def _session_name(due: Due | None, words: Words) -> str:
    assert due is not None, "an entry with a session has a time"
    return words.session_of(due.body, due.session)
