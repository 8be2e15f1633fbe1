"""Mandates as iCalendar (RFC 5545): one calendar of all, one for each actor.

A mandate that falls due at a session spans the session's days; one due before or by a day stands on the last day
that is left, one due after a day on the first. A mandate without a day is a to-do without a date: so every
calendar has something in it, as the RFC demands. UIDs are the mandates' permanent names in the ledger. DTSTAMP, which
the RFC means for the clock, is the date of the work, so that the same sources give the same bytes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from converter import addresses
from converter.corpus import Corpus
from converter.languages.dates import shifted
from converter.mandates import Entry, entries, window
from converter.write.ledger.names import actor_name, group_name
from converter.write.words import Words

_PRODUCT = "-//resolution-docs//mandates//{lang}"
_LINE = 75  # octets, without the line's end
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
_UNDATED = "1970-01-01"


def calendars(corpus: Corpus, words: Words) -> Iterator[tuple[str, str]]:
    """The calendar of all mandates under the name '', then each actor's under its key; none without mandates."""
    every: list[str] = []
    groups: defaultdict[str, list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    for entry in entries(corpus, words.lang):
        component = _lines(_component(entry, corpus, words))
        every.append(component)
        groups[entry.actor].append(component)
        names.setdefault(entry.actor, group_name(entry, words))
    if every:
        yield "", _calendar(words("mandates"), every, words)
    for actor, group in sorted(groups.items()):
        yield actor, _calendar(words.colon(words("mandates"), names[actor]), group, words)


def _calendar(title: str, components: Iterable[str], words: Words) -> str:
    head = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", _PRODUCT.format(lang=words.lang.upper())),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("NAME", text(title)),  # RFC 7986
        ("X-WR-CALNAME", text(title)),  # what most programs read
    ]
    return "".join([_lines(head), *components, _lines([("END", "VCALENDAR")])])


def _lines(content: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{_folded(f'{name}:{value}')}\r\n" for name, value in content)


def _component(entry: Entry, corpus: Corpus, words: Words) -> Iterator[tuple[str, str]]:
    first, last = window(entry.mandate.due)
    start = first or last
    kind = "VEVENT" if start else "VTODO"
    yield "BEGIN", kind
    yield "UID", text(f"{words.lang}-{entry.id}@resolution-docs")
    yield "DTSTAMP", f"{_basic(_stamp(entry))}T000000Z"
    if start:
        yield "DTSTART;VALUE=DATE", _basic(start)
        if end := shifted(max(start, last or start), 1, "days"):  # the day after, by the RFC; without it, one day
            yield "DTEND;VALUE=DATE", _basic(end)
        yield "TRANSP", "TRANSPARENT"
    elif entry.met:
        yield "STATUS", "COMPLETED"
    yield "SUMMARY", text(words.colon(actor_name(entry.mandate, words), entry.mandate.action))
    yield "DESCRIPTION", text("\n".join(_description(entry, corpus, words)))
    if corpus.site_url:
        yield "URL", f"{corpus.site_url}{_address(entry, corpus)}"
    yield "END", kind


def _description(entry: Entry, corpus: Corpus, words: Words) -> Iterator[str]:
    yield words.place(words.name(entry.record), entry.mandate.paragraph)
    if entry.mandate.due:
        yield f"{words('due')}{entry.mandate.due.text}"
    if entry.met:
        answer = (words.of("ledger_status", "met"), entry.met.symbol or "", entry.met.note(words.lang))
        yield " ".join(part for part in answer if part)
    yield _address(entry, corpus)


def _address(entry: Entry, corpus: Corpus) -> str:
    return f"{addresses.url(corpus.page(entry.record))}#{entry.mandate.paragraph}"


def _stamp(entry: Entry) -> str:
    due = entry.mandate.due
    return entry.record.date or entry.record.session_to or (due.from_date if due else None) or _UNDATED


def _basic(day: str) -> str:
    return day.replace("-", "")


def text(value: str) -> str:
    """A value of type TEXT."""
    value = _CONTROL.sub("\ufffd", value.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"[\\;,\n]", lambda match: _ESCAPES[match[0]], value)


def _folded(line: str) -> str:
    """A line of content cut into lines of 75 octets, never within a character."""
    octets = line.encode()
    pieces: list[bytes] = []
    start, room = 0, _LINE
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # the middle of a character
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, _LINE - 1  # the next line begins with a space
    return b"\r\n ".join([*pieces, octets[start:]]).decode()
