"""The page of the PDF on which a paragraph begins: in `inspect`, in the data, and for the reader of the page."""

from __future__ import annotations

import json
from typing import Any

from jsonschema import Draft202012Validator

from converter.authorities import load_authorities
from converter.collect import build_corpus
from converter.convert import Input, convert, record_of
from converter.languages import load
from converter.model import Expression, Sidecar
from converter.write.facts import facts
from converter.write.front import read as read_front
from converter.write.inspect import inspect
from converter.write.jsonl import paragraphs, works
from converter.write.words import Words
from converter.write.work import downloaded, front_matter
from tests.documents.official import ENGLISH, resolution
from tests.documents.paper import Paper
from tests.temp_project import ROOT
from tools import schemas

AUTHORITIES, _ = load_authorities(ROOT / "authorities")
PAGES = {"pp1": 1, "op1": 1, "op2": 2, "op2-a": 3, "p1": 3, "p2": 3}


def paper() -> bytes:
    """A resolution of three pages; its first operative paragraph ends on the second."""
    made = Paper().page()
    made.say_right(552, 58, "A/RES/73/901")
    made.say(60, 220, "Seventy-third session", 10, "bold")
    made.say(108, 267, "Resolution adopted by the General Assembly on 10 October 2018", 12, "bold")
    made.say(76, 320, "73/901.", 12, "bold")
    made.say(108, 320, "Lamps of the northern harbours", 12, "bold")
    made.say(147, 346, "The General Assembly,", 10, "italic")
    made.set_paragraph(108, 366, 504, "Recalling the lamps of the harbours,", indent=24)
    made.say(132, 690, "1.  Welcomes the lighting of the eastern mole, and calls upon all harbours to")
    made.page()
    made.say(60, 59, "A/RES/73/901", 8.5, "bold")
    made.say(108, 82, "keep their lamps burning;")
    made.set_paragraph(108, 110, 504, "2.  Requests the keepers:", indent=24)
    made.page()
    made.say(60, 59, "A/RES/73/901", 8.5, "bold")
    made.set_paragraph(108, 82, 504, "(a)  To trim the wicks of all lamps.", indent=24)
    made.say_right(504, 120, "18th plenary meeting", 10, "italic")
    made.say_right(504, 133, "10 October 2018", 10, "italic")
    return made.finished()


def read(data: bytes, form: str, sidecar: Sidecar) -> Expression:
    return convert(Input(f"sources/lamps/en.{form}", "en", data, sidecar), AUTHORITIES)


def fronted(data: bytes, form: str, **facts: Any) -> dict[str, Any]:
    sidecar = Sidecar("lamps", "", **facts)
    record = record_of(read(data, form, sidecar), sidecar)
    corpus = build_corpus([record], AUTHORITIES)
    return front_matter(record, corpus, Words(load("en", AUTHORITIES), AUTHORITIES), lambda *_: None)


def valid(rows: list[dict[str, Any]], schema: str) -> list[dict[str, Any]]:
    told = json.loads((ROOT / "converter" / "schemas" / schema).read_text(encoding="utf-8"))
    for row in rows:
        Draft202012Validator(told).validate(row)
    return rows


def test_a_paragraph_has_the_page_that_it_begins_on() -> None:
    sidecar = Sidecar("lamps", "")
    found = read(paper(), "pdf", sidecar)
    (told,) = valid([inspect(found, sidecar)], "inspect.schema.json")
    assert {one["id"]: one["page"] for one in told["paragraphs"]} == PAGES
    rows = valid([json.loads(row) for row in paragraphs(found, sidecar).splitlines()], "paragraphs.schema.json")
    assert {one["id"]: one["page"] for one in rows} == PAGES


def test_the_page_of_a_work_leads_to_the_pages_of_its_own_file_else_of_the_official_document() -> None:
    front = fronted(paper(), "pdf")
    assert (front["paged"], front["pages"]) == ("https://docs.un.org/en/A/RES/73/901", PAGES)
    url = "https://papers.example/lamps.pdf"
    assert fronted(paper(), "pdf", source_url=url)["paged"] == url


def test_a_text_without_pages_has_none() -> None:
    data = resolution(ENGLISH)
    front = fronted(data, "docx", source_url="https://papers.example/lamps.docx")
    assert (front["pages"], front["paged"]) == ({}, None)
    sidecar = Sidecar("lamps", "")
    assert {one["page"] for one in inspect(read(data, "docx", sidecar), sidecar)["paragraphs"]} == {None}


def test_the_markdown_to_take_away_has_the_metadata_of_the_text_and_nothing_of_the_collection() -> None:
    front = fronted(paper(), "pdf")
    told, body = read_front(downloaded(front, "1\\. Words.\n")) or ({}, "")
    assert body == "1\\. Words.\n"
    assert told["symbol"] == "A/RES/73/901" and told["date"] == "2018-10-10" and told["official"]
    assert not {"cites", "cited_by", "neighbours", "mandates", "template", "bibtex", "quote"} & told.keys()
    later = {**front, "cited_by": [{"title": "A later text"}], "neighbours": {"after": "x"}}
    assert downloaded(later, "") == downloaded(front, "")  # so it stays as it is when another text comes


def test_a_fact_of_the_table_is_in_every_output_and_in_its_schema_as_the_table_has_it() -> None:
    sidecar = Sidecar("lamps", "")
    found = read(paper(), "pdf", sidecar)
    record = record_of(found, sidecar)
    corpus = build_corpus([record], AUTHORITIES)
    words = Words(load("en", AUTHORITIES), AUTHORITIES)
    told = facts(record)
    assert told["session"] == "73" and told["agenda_items"] == [] and told["date"] == "2018-10-10"
    front = front_matter(record, corpus, words, lambda *_: None)
    for output in (inspect(found, sidecar), json.loads(works(corpus, words)), front):
        assert {name: output[name] for name in told} == told
    for name in schemas.NAMES:
        schema = (schemas.FOLDER / name).read_text(encoding="utf-8")
        assert schemas.written(schema) == schema
