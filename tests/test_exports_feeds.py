"""Atom, OpenSearch and iCalendar: each read by a reader made for it, with any text in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import feedparser
import icalendar
import pytest
from lxml import etree

from converter.authorities import Authorities
from converter.languages import load
from converter.model import Due, Mandate
from converter.write import calendar, feeds
from converter.write.words import Words
from tests.exports import (
    HOSTILE,
    SEED,
    SITE,
    a_record,
    corpus_of,
    hostile_record,
    legal,
    read_export,
    with_any_text,
)

pytest_plugins = ("tests.exports_staged",)


def test_atom_is_read_by_a_feed_parser(staged: Path) -> None:
    feed = feedparser.parse(read_export(staged, "works.atom"))
    assert (feed.bozo, feed.version) == (False, "atom10")
    assert feed.feed.updated == "2022-10-07T00:00:00Z"
    links = {link.rel: link.href for link in feed.feed.links}
    assert links == {"self": f"{SITE}data/zh/works.atom", "alternate": f"{SITE}zh/"}
    assert len({entry.id for entry in feed.entries}) == 2
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", entry.id) for entry in feed.entries)
    for entry in feed.entries:
        page = entry.link.removeprefix(SITE).rstrip("/")
        assert (staged / "pages" / f"{page}.md").is_file()
    assert any("=1+1</script>" in entry.title for entry in feed.entries)


def test_each_body_has_a_feed_of_its_own(authorities: Authorities, words: Words) -> None:
    records = [
        a_record("w-1", body="GA"),
        a_record("w-2", body="HRC", title=None, subject="重申灯塔"),
        a_record("w-3", body="HRC"),
    ]
    made = dict(feeds.of_bodies(corpus_of(authorities, *records), words))
    assert sorted(made) == ["data/zh/works/ga.atom", "data/zh/works/hrc.atom"]
    feed = feedparser.parse(made["data/zh/works/hrc.atom"])
    assert len(feed.entries) == 2 and "人权理事会" in feed.feed.title
    assert any("重申灯塔" in entry.summary for entry in feed.entries)


def test_atom_without_a_site(staged: Path, unplaced: Path) -> None:
    placed, feed = (
        feedparser.parse(read_export(staged, "works.atom")),
        feedparser.parse(read_export(unplaced, "works.atom")),
    )
    assert feed.bozo is False
    assert {entry.id for entry in feed.entries} == {entry.id for entry in placed.entries}  # ids do not move
    assert {entry.link for entry in feed.entries} == {entry.link.replace(SITE, "../../") for entry in placed.entries}


def test_atom_is_the_latest_first(authorities: Authorities, words: Words) -> None:
    records = [a_record(f"w-{n}", date=f"20{n // 12:02}-{n % 12 + 1:02}-01") for n in range(150)]
    undated = a_record("undated", date=None, session_from=None, session_to=None)
    feed = feedparser.parse(feeds.atom(corpus_of(authorities, undated, *records), words))
    dates = [entry.updated for entry in feed.entries]
    assert len(dates) == 100 and dates == sorted(dates, reverse=True) and dates[0].startswith("2012-06")
    alone = feedparser.parse(feeds.atom(corpus_of(authorities, undated), words))
    assert alone.entries[0].updated == "1970-01-01T00:00:00Z"


@with_any_text
def test_atom_holds_any_text(text: str) -> None:
    words = Words(load("zh", Authorities()), Authorities())
    root = etree.fromstring(feeds.atom(corpus_of(Authorities(), hostile_record(text)), words).encode())
    title = root.findtext("{*}entry/{*}title") or ""
    assert legal(text) in title or not text
    for required in ("id", "title", "updated"):  # RFC 4287, 4.1
        assert root.find(f"{{*}}{required}") is not None and root.find(f"{{*}}entry/{{*}}{required}") is not None


def test_opensearch(staged: Path, unplaced: Path) -> None:
    root = etree.parse(staged / "files" / "zh" / "opensearch.xml").getroot()
    assert root.tag == "{http://a9.com/-/spec/opensearch/1.1/}OpenSearchDescription"
    name, about = root.findtext("{*}ShortName") or "", root.findtext("{*}Description") or ""
    assert 0 < len(name) <= 16 and 0 < len(about) <= 1024
    template = next(url.get("template") or "" for url in root.iter("{*}Url") if url.get("type") == "text/html")
    assert template == f"{SITE}zh/search/?q={{searchTerms}}"
    assert not (unplaced / "files" / "zh" / "opensearch.xml").exists()  # a template must be absolute


def _events(text: str) -> list[Any]:
    """The components of a calendar that a library reads without complaint, in lines as RFC 5545 (3.1) wants them."""
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    found = icalendar.Calendar.from_ical(text)
    assert found.errors == [] and found["VERSION"] == "2.0" and found["PRODID"]
    components = [part for part in found.subcomponents if part.name in ("VEVENT", "VTODO")]
    assert components and all(part.errors == [] for part in components)
    assert len({part["UID"] for part in components}) == len(components)
    return components


def test_calendar_of_the_seed(staged: Path) -> None:
    every = [event for event in _events(read_export(staged, "mandates.ics")) if SEED in event["UID"]]
    numbers = ("op11-1", "op12-1", "op12-2", "op13-1", "op13-2")
    assert [event["UID"] for event in every] == [f"zh-{SEED}-{number}@resolution-docs" for number in numbers]
    meeting, report = every[0], every[3]
    assert str(meeting["DTSTART"].dt) == "2023-06-18"  # before the session: the last day left
    assert (str(report["DTSTART"].dt), str(report["DTEND"].dt)) == ("2023-06-19", "2023-07-15")
    assert report["DTSTAMP"].dt.isoformat() == "2022-10-07T00:00:00+00:00"
    assert str(report["URL"]) == f"{SITE}zh/drafts/{SEED}/#op13"
    assert "提交一份报告" in report["SUMMARY"] and "第13段" in report["DESCRIPTION"]
    office = _events(read_export(staged, "mandates/high-commissioner.ics"))
    organ = _events(read_export(staged, "mandates/hrc.ics"))
    assert {event["UID"] for event in [*office, *organ]} >= {event["UID"] for event in every}


def _mandate(relation: str, first: str | None, last: str | None, **more: Any) -> Mandate:
    return Mandate("op1", "各国", None, "做", None, Due("期限", relation, from_date=first, to_date=last, **more))


@pytest.mark.parametrize(
    ("mandate", "start", "end"),
    [
        (_mandate("at", "2023-06-19", "2023-07-14"), "2023-06-19", "2023-07-15"),
        (_mandate("at", "2023-12-31", None), "2023-12-31", "2024-01-01"),
        (_mandate("before", "2024-03-01", "2024-04-05"), "2024-02-29", "2024-03-01"),
        (_mandate("by", "2023-06-19", "2023-06-19"), "2023-06-19", "2023-06-20"),
        (_mandate("after", "2023-06-19", "2023-07-14"), "2023-07-15", "2023-07-16"),
        (_mandate("by", "9999-12-31", "9999-12-31"), "9999-12-31", None),  # the last day that there is
        (_mandate("after", "9999-12-31", "9999-12-31"), None, None),
        (_mandate("at", None, None, session="99"), None, None),
        (Mandate("op1", "各国", None, "做", None, None), None, None),
    ],
)
def test_days_of_a_mandate(
    mandate: Mandate, start: str | None, end: str | None, authorities: Authorities, words: Words
) -> None:
    corpus = corpus_of(authorities, a_record("a", mandates=(mandate,)))
    for _, text in calendar.calendars(corpus, words):
        (event,) = _events(text)
        assert event.name == ("VEVENT" if start else "VTODO")
        days = [str(event[name].dt) if name in event else None for name in ("DTSTART", "DTEND")]
        assert days == [start, end]


def test_no_mandates_no_calendar(authorities: Authorities, words: Words) -> None:
    corpus = corpus_of(authorities, a_record("a"))
    assert list(calendar.calendars(corpus, words)) == []


@with_any_text
def test_calendar_holds_any_text(text: str) -> None:
    words = Words(load("zh", Authorities()), Authorities())
    corpus = corpus_of(Authorities(), hostile_record(text))
    made = dict(calendar.calendars(corpus, words))[""]
    first, second = _events(made)
    wanted = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "\ufffd", re.sub("\r\n?", "\n", text))
    assert first["SUMMARY"].endswith(wanted) and second.name == "VTODO"


def test_calendar_of_a_hostile_text(authorities: Authorities, words: Words) -> None:
    corpus = corpus_of(authorities, hostile_record(HOSTILE))
    made = dict(calendar.calendars(corpus, words))
    assert len(_events(made.pop(""))) == 2  # the words BEGIN:VEVENT begin none
    names = list(made)
    assert names and all(re.fullmatch(r"[a-z0-9-]+", name) for name in names)
