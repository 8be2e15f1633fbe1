"""The ledger of mandates: who must do what, for whom, by when, where it is written, and what met it.

No clock goes into an output. A mandate is *met* when a sidecar says by what; of every other one the page says the
days between which it falls due, and the script adds open, due or overdue as of the reader's own day. A mandate
without a day is *unknown*, that of a text that was never adopted a *draft*. A renewal is a period that ends: nothing is
owed. What is told here is also the front matter of the work's page (`facts`).
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from converter import addresses
from converter.authorities.names import normal_name
from converter.cite import symbols
from converter.corpus import Corpus
from converter.languages.dates import shifted
from converter.model import Artifact, Due, Mandate, Met, Record
from converter.model.text import word_edge
from converter.write import escape, front
from converter.write.graph import figure, html_link, label_of, table_head
from converter.write.svg import Column, Drawing, Item, draw
from converter.write.words import Words

_FEW = 60  # mandates that the timeline names one by one, each with its bar
_MOST_MARKS = 1000  # … and shows one by one; of more it shows how many
_ON_ONE_PAGE = 3000  # with more mandates than this, each actor's have a page of their own
_LANES = 12  # actors with a lane of their own; the others share one
_LONGEST_ACTOR = 120  # characters of an actor's name that are shown
_STATE = "state-"  # before the code of a State that must act
OWN_WORDS = "own-words"  # the key of actors that one text alone names so
_SPOKEN = 60  # the most characters of each part of what a mark on the timeline is called
_CALENDAR = "data/{lang}/mandates.ics"  # where the calendars are: all mandates, and those of one actor
_ACTOR_CALENDAR = "data/{lang}/mandates/{actor}.ics"


@dataclass(frozen=True, slots=True)
class Entry:
    """One mandate with its source and what met it. `number` counts it in its paragraph."""

    record: Record
    page: str
    mandate: Mandate
    number: int
    met: Met | None
    shared: bool = True  # whether its actor is named in other works too, or known to the authority files

    @property
    def id(self) -> str:
        """Its permanent name in the ledger."""
        return f"{self.record.work}-{self.mandate.paragraph}-{self.number}"

    @property
    def actor(self) -> str:
        """The key that the names of one actor share: its id, else one made from the name that works share."""
        return actor_key(self.mandate) if self.shared else OWN_WORDS

    @property
    def status(self) -> str:
        """What can be said without a clock: met, draft, dated or unknown."""
        if self.met or self.record.status == "draft":
            return "met" if self.met else "draft"
        return "dated" if any(window(self.mandate.due)) else "unknown"

    @property
    def session(self) -> str:
        """The session at which it falls due, with its body: `HRC-53`; '' when a date or nothing says when."""
        due = self.mandate.due
        return f"{due.body or 'x'}-{due.session}" if due and due.session else ""


def actor_key(mandate: Mandate) -> str:
    """What mandates are grouped by: 高级专员 and 联合国人权事务高级专员 are one. Fit for an anchor or a file's name."""
    if mandate.actor_id:
        return mandate.actor_id.lower()
    return f"x-{hashlib.sha256(normal_name(mandate.actor).encode()).hexdigest()[:8]}"


def shortened(actor: str) -> str:
    """An actor as printed, cut where a text goes on about it for lines."""
    return actor if len(actor) <= _LONGEST_ACTOR else f"{actor[: word_edge(actor, _LONGEST_ACTOR, -1)].rstrip()}…"


def group_name(entry: Entry, words: Words) -> str:
    """What the mandates of one actor are under: its name, or that the paragraph names it in words of its own."""
    return actor_name(entry.mandate, words) if entry.shared else words("ledger_own_words")


def actor_name(mandate: Mandate, words: Words) -> str:
    """The full name of an actor, as the authority files have it, else as printed."""
    return (mandate.actor_id and name_of(mandate.actor_id, words)) or shortened(mandate.actor)


def name_of(actor_id: str, words: Words) -> str | None:
    """The name of a body, an office, a mechanism or a State by its key; None where no authority file has it."""
    if actor_id.startswith(_STATE):
        return words.state(actor_id.removeprefix(_STATE).upper())
    body = words.body(actor_id)
    if body != actor_id:
        return body
    names = (words.entity(kind, actor_id) for kind in ("office", "mechanism"))
    return next((name for name in names if name != actor_id), None)


def window(due: Due | None) -> tuple[str | None, str | None]:
    """The days between which a mandate falls due, ISO; None where there is no such day.

    At a session: its days. Before a session or a date: until the day before it. By a date: until that day. After
    it: from the next day on.
    """
    if due is None:
        return None, None
    first, last = due.from_date, due.to_date or due.from_date
    if due.relation == "before":
        return None, _next(first, -1)
    if due.relation == "by":
        return None, last
    if due.relation == "after":
        return _next(last, 1), None
    return first, last


def _next(day: str | None, days: int) -> str | None:
    """The day so many days on; None where there is none, and beyond the last one that a calendar has."""
    return shifted(day, days, "days") if day else None


def entries_of(record: Record, corpus: Corpus) -> tuple[Entry, ...]:
    """The mandates of one work, in the order of the text."""
    counts: Counter[str] = Counter()
    page, shared = corpus.page(record), corpus.shared_actors.get(record.lang, frozenset())
    found = []
    for mandate in record.mandates:
        counts[mandate.paragraph] += 1
        number = counts[mandate.paragraph]
        known = mandate.actor_id is not None or normal_name(mandate.actor) in shared
        found.append(Entry(record, page, mandate, number, _met(record, mandate, number), known))
    return tuple(found)


def _met(record: Record, mandate: Mandate, number: int) -> Met | None:
    fitting = (met for met in record.met if met.paragraph == mandate.paragraph and met.mandate in (None, number))
    return next(fitting, None)


def entries(corpus: Corpus, lang: str) -> tuple[Entry, ...]:
    """Every mandate of a language, in the order of the works."""
    return tuple(entry for record in corpus.of(lang) for entry in entries_of(record, corpus))


def facts(entry: Entry, corpus: Corpus, words: Words) -> dict[str, Any]:
    """What the page of a work says of a mandate beside who, what and when: its row in the ledger, and what met it."""
    first, last = window(entry.mandate.due)
    met = entry.met
    return {
        "id": entry.id,
        "actor_name": actor_name(entry.mandate, words),
        "ledger": f"{addresses.url(_page_of(entry, corpus, words))}#{entry.id}",
        "status": entry.status,
        "window": {"from": first, "until": last},
        "met": met
        and {
            "symbol": met.symbol and symbols.displayed(met.symbol),
            "page": _symbol_url(met.symbol, corpus, words.lang) if met.symbol else None,
            "when": _met_when(entry, met, words),
            "note": met.note(words.lang),
            "source": met.source,
        },
    }


def _symbol_url(symbol: str, corpus: Corpus, lang: str) -> str | None:
    page = corpus.address(lang, symbol)
    return addresses.url(page) if page else None


def _met_when(entry: Entry, met: Met, words: Words) -> str:
    due = entry.mandate.due
    body = (due.body if due else None) or entry.record.body
    session = words.session_of(body, met.session) if met.session else ""
    return words.join((session, words.date(met.date)))


# --- the pages ------------------------------------------------------------------------------------------------


def ledger_pages(corpus: Corpus, words: Words) -> Iterator[Artifact]:
    """The ledger of one language; with very many mandates, a page for each actor as well."""
    every = entries(corpus, words.lang)
    groups = _groups(every)
    page = _ledger_page(words)
    if len(every) <= _ON_ONE_PAGE:
        yield _artifact(page, words("mandates"), _whole(every, groups, corpus, words, page), words)
        return
    yield _artifact(page, words("mandates"), _contents(every, groups, words, page), words)
    for actor, group in groups.items():
        own = _actor_page(actor, words)
        name = group_name(group[0], words)
        yield _artifact(own, name, _whole(group, {actor: group}, corpus, words, own), words)


def _ledger_page(words: Words) -> str:
    return f"{words.lang}/mandates.md"


def _actor_page(actor: str, words: Words) -> str:
    return f"{words.lang}/mandates/{actor}.md"


def _page_of(entry: Entry, corpus: Corpus, words: Words) -> str:
    """The page that an entry's row is on."""
    whole = corpus.mandates.get(words.lang, 0) <= _ON_ONE_PAGE
    return _ledger_page(words) if whole else _actor_page(entry.actor, words)


def _artifact(page: str, title: str, body: Iterator[str], words: Words) -> Artifact:
    meta = {
        "title": title,
        "description": words("ledger_about"),
        "lang": words.lang,
        "hide": ["navigation", "toc"],
    }
    heading = f"# {escape.markdown(title)} {{: #title }}\n\n{words('ledger_about')}\n\n"
    return Artifact(page, front.page(meta, heading + "".join(body)))


def _groups(every: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The mandates of each actor, the busiest first, those named in own words last, each in the order of the days."""
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in every:
        groups[entry.actor].append(entry)
    for group in groups.values():
        group.sort(key=_by_day)
    return dict(sorted(groups.items(), key=lambda pair: (pair[0] == OWN_WORDS, -len(pair[1]), pair[0])))


def _by_day(entry: Entry) -> tuple[bool, str, str, str]:
    first, last = window(entry.mandate.due)
    return last is None and first is None, last or first or "", entry.session, entry.id


def _whole(
    every: Sequence[Entry], groups: Mapping[str, list[Entry]], corpus: Corpus, words: Words, page: str
) -> Iterator[str]:
    """Calendars, controls, the tables, and the timeline, folded."""
    if not every:
        yield f"{words('none')}\n"
        return
    yield calendar_link(words, page)
    yield from _controls(every, groups, words)
    for actor, group in groups.items():
        yield from _group(actor, group, corpus, words, page)
    yield from _timeline_part(every, groups, words, page)


def _contents(every: Sequence[Entry], groups: Mapping[str, list[Entry]], words: Words, page: str) -> Iterator[str]:
    """Of a ledger in parts: the actors with their figures, and the timeline, folded."""
    yield calendar_link(words, page)
    yield f"## {words('ledger_table')} {{: #table }}\n\n"
    yield from table_head(words.row("ledger_actors"))
    for actor, group in groups.items():
        name = escape.markdown(group_name(group[0], words))
        met = sum(entry.met is not None for entry in group)
        yield f"| [{name}]({addresses.link(page, _actor_page(actor, words))}) | {len(group)} | {met} |\n"
    yield "\n"
    yield from _timeline_part(every, groups, words, page)


def calendar_link(words: Words, page: str, actor: str = "", name: str = "") -> str:
    """A link to the calendar of all mandates, or of those of one actor."""
    template = _ACTOR_CALENDAR if actor else _CALENDAR
    up = "../" * addresses.url(page).count("/")
    target = escape.attribute(up + template.format(lang=words.lang, actor=actor))
    text = words.colon(words("calendar"), name) if name else words("calendar")
    return f'<p class="rd-calendar"><a href="{target}" download>{escape.attribute(text)}</a></p>\n\n'


# --- the timeline ---------------------------------------------------------------------------------------------


def _timeline_part(every: Sequence[Entry], groups: Mapping[str, list[Entry]], words: Words, page: str) -> Iterator[str]:
    """The drawing of the mandates that have a day, and how many have none, folded: the list says the same."""
    dated = [(entry, time) for entry in every if (time := _column(entry, words)) is not None]
    if not dated:
        return
    drawing = figure(draw(_timeline(dated, len(every) - len(dated), list(groups), words, page)), words("timeline"))
    yield f'<details class="rd-fold" id="timeline"><summary>{escape.attribute(words("timeline"))}</summary>\n'
    yield f'<p class="rd-legend">{escape.attribute(words("timeline_legend"))}</p>\n{drawing.strip()}\n</details>\n\n'


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
        href = html_link(page, _actor_page(actor, words)) if page == _ledger_page(words) else f"#actor-{actor}"
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
            f"{body}-{session}-before", f"{first}-0", head, _next(first, -1) or first, _next(first, -1) or first
        )
    days = days_in_words("at", first, last, words)
    return _Time(f"{body}-{session}", f"{first}-1", (*name, days), first, last or first)


def _month_time(day: str, words: Words) -> _Time:
    return _Time(day[:7], f"{day[:7]}-00", ("", "", words.month(day)), f"{day[:7]}-01", day)


# --- the controls ---------------------------------------------------------------------------------------------


def _controls(every: Sequence[Entry], groups: Mapping[str, list[Entry]], words: Words) -> Iterator[str]:
    """The filters: hidden until the script shows them, because without it they would do nothing."""
    actors = {actor: group_name(group[0], words) for actor, group in groups.items()}
    sessions = {entry.session: entry for entry in sorted(every, key=_by_day) if entry.session}
    names = {key: _session_name(entry.mandate.due, words) for key, entry in sessions.items()}
    statuses = words.table("ledger_status")
    yield f"## {words('ledger_table')} {{: #table }}\n\n"
    yield '<form class="rd-filters" id="rd-ledger" role="search" hidden '
    yield f'aria-label="{escape.attribute(words("ledger_filter"))}" '
    yield f'data-count="{escape.attribute(words("ledger_count"))}">\n'
    if len(actors) > 1:
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
    every = f'<option value="">{words("ledger_all")}</option>'
    given = "".join(
        f'<option value="{escape.attribute(key)}">{escape.attribute(text)}</option>' for key, text in options.items()
    )
    return f'<label>{label} <select name="{name}">{every}{given}</select></label>\n'


def _session_name(due: Due | None, words: Words) -> str:
    assert due is not None, "an entry with a session has a time"
    return words.session_of(due.body, due.session)


# --- the tables -----------------------------------------------------------------------------------------------


def _group(actor: str, group: Sequence[Entry], corpus: Corpus, words: Words, page: str) -> Iterator[str]:
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
    cells = [
        f"{escape.markdown(printed + mandate.action)} {{: {_row_attributes(entry)} }}",
        f"[{escape.markdown(place)}]({addresses.link(page, entry.page, mandate.paragraph)}){escape.markdown(draft)}",
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
        return words.brackets(words("no_dates"))
    shown = days_in_words(due.relation, due.from_date, due.to_date, words, '<time datetime="{iso}">{day}</time>')
    basis = words("due_basis").format(paragraph=words.paragraph(due.basis)) if due.basis else ""
    return words.brackets(f"{shown}{escape.markdown(basis)}")


def days_in_words(relation: str, first: str, last: str | None, words: Words, form: str = "{day}") -> str:
    """The days of a time in words: 2022年9月12日至10月7日; `form` is how each day is written."""
    last = last or first
    days = {
        "first": form.format(iso=first, day=words.date(first)),
        "last": form.format(iso=last, day=words.date(last)),
        "first_day": form.format(iso=first, day=words.day(first)),
        "last_day": form.format(iso=last, day=words.day(last)),
    }
    if relation == "at":
        relation = "day" if first == last else "year" if first[:4] == last[:4] else "at"
    return words.of("due_days", relation).format(**days)


def _answer(entry: Entry, corpus: Corpus, words: Words, page: str) -> str:
    """What met a mandate and where that was read; else that nothing is recorded."""
    met = entry.met
    if met is None:
        return escape.markdown(words("ledger_no_debt" if entry.mandate.kind == "renewal" else "not_recorded"))
    parts = [f"**{words.of('ledger_status', 'met')}** {escape.markdown(_met_when(entry, met, words))}".strip()]
    if met.symbol:
        own = corpus.address(words.lang, met.symbol)
        away = addresses.official_link(words.lang, met.symbol)
        target = addresses.link(page, own) if own else away and f"<{away}>"
        shown = escape.markdown(symbols.displayed(met.symbol))
        parts.append(f"[{shown}]({target})" if target else shown)
    if met.note(words.lang):
        parts.append(escape.markdown(met.note(words.lang)))
    parts.append(escape.markdown(words("ledger_source").format(source=met.source)))
    return "<br>".join(parts)
