"""What a text is about: the sidecar's subjects, the library's headings, the goals; the rest in the data alone."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from converter.authorities import load_authorities
from converter.collect import build_corpus
from converter.convert import Input, convert, record_of
from converter.languages import load
from converter.model import Keyword, Record, Sidecar
from converter.read import READERS, reader_of
from converter.write import feeds, jsonl
from converter.write.subjects import subjects
from converter.write.words import Words
from converter.write.work import front_matter
from tests.documents.akn import marked_up
from tests.documents.french import FRENCH
from tests.documents.official import ENGLISH
from tests.temp_project import ROOT

AUTHORITIES, _ = load_authorities(ROOT / "authorities")
CLASSED = """<classification source="https://lamps.example/sdg">
<keyword value="14" href="http://lamps.example/sdg/14" showAs="sdg_14" dictionary="SDGO"/>
<keyword value="lamp_oil" href="http://lamps.example/1" showAs="lamp_oil" dictionary="EuroVoc"/>
<keyword value="lamp_oil" href="http://lamps.example/1" showAs="lamp_oil" dictionary="EuroVoc"/>
<keyword value="lamp_oil" href="http://lamps.example/2" showAs="lamp_oil" dictionary="UNBIS"/>
<keyword value="99" showAs="sdg_99" dictionary="SDGO"/>
<keyword value="14.1" showAs="sdg_14.1" dictionary="SDGO"/></classification>
<classification source="DHLAUTH"><keyword value="LAMP&amp;OIL" showAs="LAMP&amp;OIL" dictionary="UNBIS Thesaurus"/>
<keyword value="Keepers &lt;of&gt; the coast" href="javascript:alert(1)" showAs="x" dictionary="DHLAUTH"/>
<keyword value="LONG" showAs="LONG" dictionary="UNBIS Thesaurus" href="http://lamps.example/a b"/>
<keyword value="125t" refersTo="agenda" showAs="Lamps." dictionary="A/73/251"/>
<keyword value="" showAs="" dictionary="DHLAUTH"/></classification>"""
HEADINGS = ["LAMP&OIL", "Keepers <of> the coast", "LONG"]


def classed(lang: str) -> bytes:
    data = marked_up({"en": ENGLISH, "fr": FRENCH}[lang], lang)
    return data.replace(b"</identification>", b"</identification>" + CLASSED.encode(), 1)


def record(lang: str, *own: str) -> Record:
    sidecar = Sidecar("lamps", "", subjects=own)
    return record_of(convert(Input(f"sources/lamps/{lang}.xml", lang, classed(lang), sidecar), AUTHORITIES), sidecar)


def words(lang: str) -> Words:
    return Words(load(lang, AUTHORITIES), AUTHORITIES)


def test_the_keywords_of_the_markup_are_taken_each_once_without_what_is_no_address() -> None:
    found = READERS[".xml"](classed("en"), "en.xml", "en")[0].markup
    assert found is not None
    assert found.keywords == (
        Keyword("14", "SDGO", "http://lamps.example/sdg/14"),
        Keyword("lamp oil", "EuroVoc", "http://lamps.example/1"),
        Keyword("lamp oil", "UNBIS", "http://lamps.example/2"),
        Keyword("99", "SDGO", ""),
        Keyword("14.1", "SDGO", ""),
        Keyword("LAMP&OIL", "UNBIS Thesaurus", ""),
        Keyword("Keepers <of> the coast", "DHLAUTH", ""),
        Keyword("LONG", "UNBIS Thesaurus", ""),
    )
    assert reader_of(".xml")(classed("en"), "en.xml", "en")[0].markup == found  # also from the process of its own


@pytest.mark.parametrize("bad", ["x" * 201, "x" * 5000])
def test_a_term_longer_than_any_is_none(bad: str) -> None:
    data = classed("en").replace(b"LAMP&amp;OIL", bad.encode())
    found = READERS[".xml"](data, "en.xml", "en")[0].markup
    assert found is not None
    assert bad not in {one.name for one in found.keywords}
    many = "".join(f'<keyword value="{number}" dictionary="UNBIS"/>' for number in range(900))
    crowded = classed("en").replace(
        b'<classification source="DHLAUTH">', f'<classification source="DHLAUTH">{many}'.encode()
    )
    assert len(getattr(READERS[".xml"](crowded, "en.xml", "en")[0].markup, "keywords", ())) == 200


@pytest.mark.parametrize(
    ("lang", "goal"), [("en", "Goal 14: Life Below Water"), ("fr", "Objectif\u00a014\u00a0: Vie aquatique")]
)
def test_a_text_has_its_own_subjects_the_headings_and_the_goals_in_its_language(lang: str, goal: str) -> None:
    assert subjects(record(lang, "lamps"), words(lang)) == ["lamps", *HEADINGS, goal]
    assert subjects(record(lang, "LONG"), words(lang)) == ["LONG", *HEADINGS[:2], goal]


def test_they_are_on_the_page_in_the_catalogue_in_the_feed_and_in_the_data() -> None:
    one = record("en", "lamps")
    corpus = build_corpus([one], AUTHORITIES)
    front: dict[str, Any] = front_matter(one, corpus, words("en"), lambda *_: None)
    assert front["subjects"] == subjects(one, words("en"))
    assert front["headings"] == HEADINGS
    row = json.loads(jsonl.works(corpus, words("en")))
    schema = json.loads((ROOT / "converter" / "schemas" / "works.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(row)
    assert row["subjects"] == front["subjects"]
    assert row["keywords"][1] == {"name": "lamp oil", "vocabulary": "EuroVoc", "address": "http://lamps.example/1"}
    assert len(row["keywords"]) == 8
    assert 'term="Keepers &lt;of&gt; the coast"' in feeds.atom(corpus, words("en"))
