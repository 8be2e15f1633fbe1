"""The tables of the ledger: one for each actor, one row for each mandate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter import addresses
from converter.cite import symbols
from converter.corpus import Corpus
from converter.mandates import Entry, window
from converter.model import Due
from converter.write import escape
from converter.write.cells import Day, text_of
from converter.write.graph import table_head
from converter.write.ledger.names import actor_name, days_of, group_name, met_when, shortened, why_undated
from converter.write.ledger.where import calendar_link
from converter.write.words import Words


def of_actor(actor: str, group: Sequence[Entry], corpus: Corpus, words: Words, page: str) -> Iterator[str]:
    """The mandates of one actor under its name, with the link to their calendar."""
    name = group_name(group[0], words)
    yield f"## {escape.markdown(name)} {{: #actor-{actor} .rd-actor }}\n\n"
    yield calendar_link(words, page, actor, name)
    yield from table_head(words.row("ledger_columns"))
    for entry in group:
        yield _row(entry, corpus, words, page)
    yield "\n"


def _row(entry: Entry, corpus: Corpus, words: Words, page: str) -> str:
    mandate = entry.mandate
    place = words.place(words.name(entry.record), mandate.paragraph)
    named = shortened(mandate.actor)
    printed = words.colon(named, "") if not entry.shared or named != actor_name(mandate, words) else ""
    draft = words.brackets(words.of("status", "draft")) if entry.record.status == "draft" else ""
    target = addresses.link(page, corpus.page(entry.record), mandate.paragraph)
    cells = [
        f"{escape.markdown(printed + mandate.action)} {{: {_row_attributes(entry)} }}",
        f"[{escape.markdown(place)}]({target}){escape.markdown(draft)}",
        escape.markdown(mandate.to or "—"),
        _due(mandate.due, words),
        _answer(entry, corpus, words, page),
    ]
    return f"| {' | '.join(cells)} |\n"


def _row_attributes(entry: Entry) -> str:
    """The row's anchor and what the script filters by, as an attribute list."""
    first, last = window(entry.mandate.due)
    pairs = {
        "actor": entry.actor,
        "kind": entry.mandate.kind,
        "session": entry.session,
        "from": first,
        "until": last,
        "status": entry.status,
    }
    data = " ".join(f'data-{name}="{value}"' for name, value in pairs.items() if value)
    return f"#{entry.id} .rd-mandate {data}"


def _due(due: Due | None, words: Words) -> str:
    if due is None:
        return escape.markdown(words("no_due"))
    if due.from_date and due.from_date == due.to_date and (said := words.date(due.from_date)) in due.text:
        before, _, after = due.text.partition(said)  # a day that the words name is not said twice
        time = f'<time datetime="{due.from_date}">{escape.markdown(said)}</time>'
        return f"{escape.markdown(before)}{time}{escape.markdown(after)}"
    return f"{escape.markdown(due.text)}{_dates(due, words)}"


def _dates(due: Due, words: Words) -> str:
    """The days that the words mean, each a `time` element, and the paragraph that they were taken from."""
    if not due.from_date:
        return words.brackets(escape.markdown(why_undated(due, words)))
    days = days_of(due.relation, due.from_date, due.to_date, words)
    shown = "".join(
        f'<time datetime="{one.day}">{one.text}</time>' if isinstance(one, Day) else text_of((one,)) for one in days
    )
    basis = words("due_basis").format(paragraph=words.paragraph(due.basis)) if due.basis else ""
    return words.brackets(f"{shown}{escape.markdown(basis)}")


def _answer(entry: Entry, corpus: Corpus, words: Words, page: str) -> str:
    """What met a mandate and where that was read; else that nothing is recorded."""
    met = entry.met
    if met is None:
        return escape.markdown(words("ledger_no_debt" if entry.mandate.kind == "renewal" else "not_recorded"))
    parts = [f"**{words.of('ledger_status', 'met')}** {escape.markdown(met_when(entry, met, words))}".strip()]
    if met.symbol:
        own = corpus.standing(words.lang, met.symbol)
        away = addresses.official_link(words.lang, met.symbol)
        target = addresses.link(page, *own) if own else away and f"<{away}>"
        shown = escape.markdown(symbols.displayed(met.symbol))
        parts.append(f"[{shown}]({target})" if target else shown)
    if met.note(words.lang):
        parts.append(escape.markdown(met.note(words.lang)))
    parts.append(escape.markdown(words("ledger_source").format(source=met.source)))
    return "<br>".join(parts)
