"""The filters of the ledger: hidden until the script shows them, because without it they would do nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from converter.mandates import Entry, by_day
from converter.model import Due
from converter.write import escape
from converter.write.ledger.names import group_name
from converter.write.words import Words


def form(every: Sequence[Entry], groups: Mapping[str, list[Entry]], words: Words) -> Iterator[str]:
    """A choice of actor, kind, session and state, and a field for words."""
    actors = {actor: group_name(group[0], words) for actor, group in groups.items()}
    sessions = {entry.session: entry for entry in sorted(every, key=by_day) if entry.session}
    names = {key: _session_name(entry.mandate.due, words) for key, entry in sessions.items()}
    statuses = words.table("ledger_status")
    yield f"## {words('ledger_table')} {{: #table }}\n\n"
    yield '<form class="rd-filters" id="rd-ledger" role="search" hidden '
    yield f'aria-label="{escape.attribute(words("ledger_filter"))}" '
    yield f'data-count="{escape.attribute(words("ledger_count"))}">\n'
    yield _select("actor", words("ledger_actor"), actors, words)
    present = {entry.mandate.kind for entry in every}
    kinds = {kind: name for kind, name in words.table("ledger_kind").items() if kind in present}
    yield _select("kind", words("ledger_kinds"), kinds, words)
    yield _select("session", words("ledger_session"), names, words)
    yield _select("status", words("ledger_state"), statuses, words)
    yield f'<label>{words("ledger_text")} <input type="search" name="q" autocomplete="off"></label>\n'
    yield f'<button type="reset">{words("ledger_reset")}</button>\n'
    yield '<p role="status" aria-live="polite"></p>\n'
    yield f'<p class="rd-states">{words("ledger_states")}</p>\n</form>\n\n'


def _select(name: str, label: str, options: Mapping[str, str], words: Words) -> str:
    """A list to choose from; nothing where there is nothing to choose."""
    if len(options) < 2:
        return ""
    every = f'<option value="">{words("ledger_all")}</option>'
    given = "".join(
        f'<option value="{escape.attribute(key)}">{escape.attribute(text)}</option>' for key, text in options.items()
    )
    return f'<label>{label} <select name="{name}">{every}{given}</select></label>\n'


def _session_name(due: Due | None, words: Words) -> str:
    assert due is not None, "an entry with a session has a time"
    return words.session_of(due.body, due.session)
