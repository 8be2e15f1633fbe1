"""The timeline of the ledger: each mandate that has a day, in the lane of its actor and the column of its time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from converter import addresses
from converter.mandates import Entry, days_on, window
from converter.model import Record
from converter.write.graph import label_of
from converter.write.ledger.names import actor_name, days_in_words, group_name
from converter.write.ledger.where import actor_page, ledger_page
from converter.write.svg import Column, Drawing, Item
from converter.write.words import Words

_FEW = 60  # mandates that the timeline names one by one, each with its bar
_MOST_MARKS = 1000  # … and shows one by one; of more it shows how many
_LANES = 12  # actors with a lane of their own; the others share one
_SPOKEN = 60  # the most characters of each part of what a mark on the timeline is called


def timeline(every: Sequence[Entry], groups: Mapping[str, list[Entry]], words: Words, page: str) -> Drawing | None:
    """The drawing of the mandates that have a day, which says how many have none; None where none has one."""
    dated = [(entry, time) for entry in every if (time := _column(entry, words)) is not None]
    return _timeline(dated, len(every) - len(dated), list(groups), words, page) if dated else None


def _timeline(
    dated: Sequence[tuple[Entry, _Time]], undated: int, actors: Sequence[str], words: Words, page: str
) -> Drawing:
    columns = {time.key: time for _, time in dated}
    names = {entry.actor: group_name(entry, words) for entry, _ in dated}
    own = [actor for actor in actors if actor in names][:_LANES]
    lanes = {actor: names[actor] if actor in own else words("other_actors") for actor in names}
    bars: list[tuple[str, str]] = []
    if len(dated) > _MOST_MARKS:
        items = list(_counts(dated, lanes, words, page))
    else:
        few = len(dated) <= _FEW
        items = [_mark(entry, lanes[entry.actor], time, few, words) for entry, time in dated]
        bars = list(_askings(dated, columns, words)) if few else []
    ordered = sorted(columns.values(), key=lambda time: (time.sort, time.key))
    heads = [Column(t.key, t.head, (("data-from", t.first), ("data-until", t.last))) for t in ordered]
    description = words("timeline_desc").format(dated=len(dated), undated=undated)
    rows = tuple(dict.fromkeys([*(names[actor] for actor in own), words("other_actors")]))
    return Drawing("rd-timeline", words("timeline"), description, items, rows, heads, bars=bars)


def _askings(
    dated: Sequence[tuple[Entry, _Time]], columns: dict[str, _Time], words: Words
) -> Iterator[tuple[str, str]]:
    """Where the bar to each mandate begins: when it was asked; such a time becomes a column too."""
    for entry, time in dated:
        asked = _asked(entry.record, words)
        if asked is not None and asked.sort < time.sort:
            columns.setdefault(asked.key, asked)
            yield entry.id, asked.key


def _counts(dated: Sequence[tuple[Entry, _Time]], lanes: Mapping[str, str], words: Words, page: str) -> Iterator[Item]:
    """Of very many mandates, how many each actor has at each time."""
    counts = Counter((lanes[entry.actor], time.key) for entry, time in dated)
    first = {(lanes[entry.actor], time.key): entry for entry, time in reversed(dated)}
    heads = {time.key: " ".join(time.head) for _, time in dated}
    for (lane, column), number in sorted(counts.items()):
        name = " · ".join([lane, heads[column], words.count("ledger_number", number)])
        actor = first[lane, column].actor
        href = addresses.url(actor_page(actor, words)) if page == ledger_page(words) else f"#actor-{actor}"
        yield Item(f"{lane}+{column}", lane, column, str(number), name, href, number, "rd-dated")


def _mark(entry: Entry, lane: str, time: _Time, labelled: bool, words: Words) -> Item:
    record, mandate = entry.record, entry.mandate
    label = words.place(label_of(record.symbol, record.number, record.title or ""), mandate.paragraph)
    parts = [label, actor_name(mandate, words), mandate.action, " ".join(time.head)]
    if entry.met:
        parts.append(words.of("ledger_status", "met"))
    return Item(
        entry.id,
        lane,
        time.key,
        label if labelled else "",
        " · ".join(part if len(part) <= _SPOKEN else f"{part[: _SPOKEN - 1]}…" for part in parts),
        f"#{entry.id}",
        kind=f"rd-{entry.status}",
        attributes=(("data-mandate", entry.id),),
    )


@dataclass(frozen=True, slots=True)
class _Time:
    """A column of the timeline: a session, the time before one, or a month."""

    key: str
    sort: str
    head: tuple[str, ...]
    first: str
    last: str


def _column(entry: Entry, words: Words) -> _Time | None:
    """Where on the timeline a mandate falls due; None when no day is known."""
    due = entry.mandate.due
    first, last = window(due)
    day = last or first
    if due is None or day is None:
        return None
    if due.session and due.relation in ("at", "before"):
        return _session_time(due.body, due.session, due.from_date or day, due.to_date or day, words, due.relation)
    return _month_time(day, words)


def _asked(record: Record, words: Words) -> _Time | None:
    """When a work asked: its session, else its month."""
    if record.session and record.session_from:
        return _session_time(record.body, record.session, record.session_from, record.session_to, words, "at")
    return _month_time(record.date, words) if record.date else None


def _session_time(body: str | None, session: str, first: str, last: str | None, words: Words, relation: str) -> _Time:
    name = (words.body(body) if body else "", words.session(session))
    if relation == "before":
        head = (*name, days_in_words("before", first, None, words))
        return _Time(
            f"{body}-{session}-before", f"{first}-0", head, days_on(first, -1) or first, days_on(first, -1) or first
        )
    days = days_in_words("at", first, last, words)
    return _Time(f"{body}-{session}", f"{first}-1", (*name, days), first, last or first)


def _month_time(day: str, words: Words) -> _Time:
    return _Time(day[:7], f"{day[:7]}-00", ("", "", words.month(day)), f"{day[:7]}-01", day)
