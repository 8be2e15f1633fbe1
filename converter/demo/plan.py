"""Which works there are: bodies, sessions, numbers, series, sponsors. Everything follows from the size alone."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from converter.demo.bank import names, read

ROOT = "LG"  # of the invented symbols; no organisation uses it
COUNCIL, ASSEMBLY = "LHC", "ASM"
_COUNCIL_SESSIONS, _ASSEMBLY_SESSIONS = range(12, 29), range(48, 55)
_KNOWN_COUNCIL, _KNOWN_ASSEMBLY = range(1, 41), range(28, 66)  # those that sessions.yml lists, years ahead included
_FEWEST_SESSIONS, _WORKS_A_SESSION = 4, 5
_SERIES_SHARE = 0.6  # of a session's works
_EVERY_DRAFT, _EVERY_DECISION, _EVERY_STATEMENT = 4, 9, 13
_SERIES = {"resolution": "RES", "decision": "DEC", "presidential-statement": "PRST"}
_LAYOUTS = ("gaps", "indents", "bare")


@dataclass(frozen=True, slots=True)
class Session:
    """A session and its days."""

    body: str
    number: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Topic:
    """What a work is about: the thing, the subject in words, and the title."""

    object: str
    subject: str
    title: str


@dataclass(frozen=True, slots=True)
class Planned:
    """A work before it is written."""

    index: int
    slug: str
    session: Session
    kind: str
    status: str
    number: str
    symbol: str | None
    topic: Topic
    date: str
    agenda: int
    sponsors: tuple[tuple[str, bool], ...]  # name, member
    series: tuple[int, ...]  # the indexes of the works before it with the same title
    layout: str
    adopted_as: str | None = None

    @property
    def body(self) -> str:
        """The id of the organ."""
        return self.session.body


def session(body: str, number: int) -> Session:
    """The days of a session, by rule: the Council meets in March and September, the Assembly in autumn."""
    if body == ASSEMBLY:
        first = _weekday(1970 + number, 9, 1, 3)
        return Session(body, number, first, first + timedelta(days=98))
    spring = number % 2 == 1
    year = 2011 + (number - 1) // 2
    first = _weekday(year, 3, 0, 1) if spring else _weekday(year, 9, 0, 2)
    return Session(body, number, first, first + timedelta(days=18))


def _weekday(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


@cache
def known_sessions() -> tuple[Session, ...]:
    """Every session that the authority file lists."""
    council = (session(COUNCIL, number) for number in _KNOWN_COUNCIL)
    return (*council, *(session(ASSEMBLY, number) for number in _KNOWN_ASSEMBLY))


def last_session(body: str) -> int:
    """The number of the last session that has works."""
    return (_ASSEMBLY_SESSIONS if body == ASSEMBLY else _COUNCIL_SESSIONS)[-1]


def plan(works: int, lang: str) -> tuple[Planned, ...]:
    """The works of a corpus of this size, in the order of time."""
    planner = _Planner(lang)
    held = _sessions(works)
    for place, one in enumerate(held):
        share = works * (place + 1) // len(held) - works * place // len(held)
        planner.add(one, share, turn=sum(before.body == one.body for before in held[:place]))
    return tuple(planner.planned)


def _sessions(works: int) -> list[Session]:
    every = [session(COUNCIL, number) for number in _COUNCIL_SESSIONS]
    every += [session(ASSEMBLY, number) for number in _ASSEMBLY_SESSIONS]
    every.sort(key=lambda one: (one.first, one.body))
    wanted = min(len(every), max(_FEWEST_SESSIONS, works // _WORKS_A_SESSION))
    return every[-min(wanted, max(works, 1)) :]


class _Planner:
    """Fills the sessions one after the other."""

    def __init__(self, lang: str) -> None:
        self.planned: list[Planned] = []
        self._lang = lang
        self._topics = _Topics(lang)
        self._earlier: defaultdict[str, list[int]] = defaultdict(list)  # title → the adopted works that have it

    def add(self, one: Session, share: int, turn: int) -> None:
        """The works of a session. `turn` counts the sessions of its body before it."""
        in_series = round(share * _SERIES_SHARE)
        serials = {"resolution": 0, "decision": 100, "presidential-statement": 0, "draft": 0}
        for slot in range(share):
            series = slot < in_series
            topic = (
                self._topics.series(one.body, turn * in_series + slot, 2 * in_series)
                if series
                else self._topics.fresh()
            )
            kind, status = _kind(len(self.planned), one.body, series)
            counted = "draft" if status == "draft" else kind
            serials[counted] += 1
            day = one.last - timedelta(days=int(2 * slot < share))  # a work may cite those before it, not those behind
            work = self._work(one, kind, status, serials[counted], topic, day)
            if status == "adopted" and kind == "resolution":
                self._earlier[topic.title].append(work.index)
            self.planned.append(work)

    def _work(self, one: Session, kind: str, status: str, serial: int, topic: Topic, day: date) -> Planned:
        index, draft = len(self.planned), status == "draft"
        chance = random.Random(f"plan {index}")
        stem = stem_of(one.body)
        # Of the drafts, one in three has no symbol, and one in three says what it was adopted as.
        without, adopted = draft and index % 12 == 3, draft and index % 12 == 7
        symbol = f"{stem}/{one.number}/L.{serial}" if draft else f"{stem}/{_SERIES[kind]}/{one.number}/{serial}"
        name = f"{one.body.lower()}-{one.number}-{'l' if draft else ''}{serial}"
        return Planned(
            index=index,
            slug=name if kind == "resolution" else f"{name}-{kind}",
            session=one,
            kind=kind,
            status=status,
            number=f"{one.number}/…" if draft else f"{one.number}/{serial}",
            symbol=None if without else symbol,
            topic=topic,
            date=day.isoformat(),
            agenda=1 + chance.randrange(10),
            sponsors=_sponsors(chance, self._lang) if draft else (),
            series=tuple(self._earlier[topic.title]),
            layout=_LAYOUTS[index % len(_LAYOUTS)],
            adopted_as=f"{stem}/RES/{one.number}/{900 + serial}" if adopted else None,
        )


def stem_of(body: str) -> str:
    """What the symbols of a body begin with."""
    return f"{ROOT}/LHC" if body == COUNCIL else ROOT


def _kind(index: int, body: str, in_series: bool) -> tuple[str, str]:
    """Kind and status of a work."""
    if index % _EVERY_DRAFT == _EVERY_DRAFT - 1:
        return "resolution", "draft"
    if not in_series and body == COUNCIL and index % _EVERY_STATEMENT == 4:
        return "presidential-statement", "adopted"
    if not in_series and body == COUNCIL and index % _EVERY_DECISION == 4:
        return "decision", "adopted"
    return "resolution", "adopted"


def _sponsors(chance: random.Random, lang: str) -> tuple[tuple[str, bool], ...]:
    every = names("countries", lang)
    chosen = sorted(chance.sample(range(len(every)), chance.randrange(5, 24)))
    rows = [(every[place], chance.random() < 0.5) for place in chosen]
    return ((rows[0][0], False), *rows[1:-1], (rows[-1][0], True))


class _Topics:
    """Hands out subjects: a small pool that comes again and again for the series, a new one otherwise."""

    def __init__(self, lang: str) -> None:
        data = read(f"{lang}.yml")
        pairs = [(thing, aspect) for thing in data["objects"] for aspect in data["aspects"]]
        regions = ["", *data["regions"]]
        random.Random("topics").shuffle(pairs)
        self._forms: list[str] = data["titles"]
        self._all = [(f"{region}{thing}", aspect) for region in regions for thing, aspect in pairs]
        self._next = 0
        self._pools: dict[str, list[Topic]] = {}

    def fresh(self) -> Topic:
        """A subject that no work has had."""
        place = self._next
        thing, aspect = self._all[place % len(self._all)]
        self._next += 1
        subject = f"{thing}的{aspect}"
        return Topic(thing, subject, self._forms[place % len(self._forms)].format(t=subject))

    def series(self, body: str, turn: int, size: int) -> Topic:
        """The subject whose turn it is in a body's pool; each comes back every second session."""
        pool = self._pools.setdefault(body, [])
        while len(pool) < size:
            pool.append(self.fresh())
        return pool[turn % len(pool)]
