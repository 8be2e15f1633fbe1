"""BibTeX, RIS and CSL: each read by a reader made for it, with any text in it."""

from __future__ import annotations

import json
import re
from pathlib import Path

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation as Cite
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from jsonschema import Draft202012Validator

from converter.authorities import Authorities
from converter.languages import load
from converter.write import bibliography
from converter.write.words import Words
from tests.exports import (
    HOSTILE,
    SEED,
    SITE,
    a_record,
    corpus_of,
    hostile_record,
    read_export,
    with_any_text,
)

pytest_plugins = ("tests.exports_staged",)


def _bibtex(text: str) -> Library:
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    return library


def test_bibtex_of_the_seed(staged: Path) -> None:
    library = _bibtex(read_export(staged, "bibliography.bib"))
    entry = library.entries_dict[f"{SEED}-zh"]
    assert entry.entry_type == "techreport"
    facts = {field.key: field.value for field in entry.fields}
    assert facts["title"] == "加强人权领域的技术合作和能力建设"
    assert (facts["type"], facts["year"], facts["url"]) == ("决议草案", "2022", f"{SITE}zh/drafts/{SEED}/")
    assert "month" not in facts  # the day is not known, only the session
    assert len(library.entries) == 2


@with_any_text
def test_bibtex_holds_any_text(text: str) -> None:
    words = Words(load("zh", Authorities()), Authorities())
    corpus = corpus_of(Authorities(), hostile_record(text), a_record("next"))
    library = _bibtex(bibliography.bibtex(corpus, words))
    first, second = library.entries
    assert second.fields_dict["title"].value == "题目"  # the entry before it was closed where it should be
    field = bibliography.tex(text)  # BibTeX counts braces, with a backslash or without
    assert field.count("{") == field.count("}")
    assert first.key == "A-HRC-RES-51-9-zh"


def test_bibtex_gives_back_what_it_was_given(authorities: Authorities, words: Words) -> None:
    title = "50% & $1 #2 _3 a^4 b~5 \\end <q> \"q\" 'q'"
    corpus = corpus_of(authorities, a_record("a", title))
    (entry,) = _bibtex(bibliography.bibtex(corpus, words)).entries
    assert entry.fields_dict["title"].value.replace("ˆ", "^") == title
    assert bibliography.tex("} {") == r"\textbraceright{} \textbraceleft{}"  # of which the library knows nothing


def test_bibtex_leads_to_the_page_else_to_the_official_document(authorities: Authorities, words: Words) -> None:
    record = a_record("a", symbol="A/HRC/RES/51/9")
    corpus = corpus_of(authorities, record)
    (entry,) = _bibtex(bibliography.bibtex_entry(record, corpus, words)).entries
    facts = {field.key: field.value for field in entry.fields}
    assert facts["url"] == f"{SITE}zh/A/HRC/RES/51/9/"
    assert facts["note"] == "第51届会议"
    assert (facts["number"], facts["month"]) == ("A/HRC/RES/51/9", "10")
    corpus.site_url = ""
    assert "url = {https://docs.un.org/zh/A/HRC/RES/51/9}" in bibliography.bibtex_entry(record, corpus, words)


def test_bibtex_keeps_the_capitals_of_a_title(authorities: Authorities, words: Words) -> None:
    corpus = corpus_of(authorities, a_record("a", "Lamps of the North"))
    assert "title = {{Lamps of the North}}" in bibliography.bibtex(corpus, words)


def _ris(text: str) -> list[list[tuple[str, str]]]:
    """The entries of a RIS file as (tag, value): every line is one, ended by CR LF."""
    lines = text.split("\r\n")
    assert lines.pop() == ""
    entries: list[list[tuple[str, str]]] = []
    for line in lines:
        match = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert match, line
        if match[1] == "TY":
            entries.append([])
        entries[-1].append((match[1], match[2]))
    return entries


def test_ris_has_what_a_report_needs(authorities: Authorities, words: Words) -> None:
    record = a_record("a", "Lamps", symbol="A/HRC/RES/51/9")
    ((*facts, end),) = _ris(bibliography.ris(corpus_of(authorities, record), words))
    assert end == ("ER", "")
    assert dict(facts) == {
        "TY": "RPRT", "AU": "人权理事会", "TI": "Lamps", "M3": "决议", "PB": "人权理事会", "SN": "A/HRC/RES/51/9",
        "PY": "2022", "DA": dict(facts)["DA"], "LA": "zh", "N1": "第51届会议", "KW": "Lamps",
        "UR": f"{SITE}zh/A/HRC/RES/51/9/",
    }  # fmt: skip
    assert re.fullmatch(r"2022/10/\d\d", dict(facts)["DA"])


@with_any_text
def test_ris_holds_any_text(text: str) -> None:
    words = Words(load("zh", Authorities()), Authorities())
    corpus = corpus_of(Authorities(), hostile_record(text), a_record("next"))
    first, second = _ris(bibliography.ris(corpus, words))
    assert [first[0], first[-1], second[0]] == [("TY", "RPRT"), ("ER", ""), ("TY", "RPRT")]


def test_what_a_text_without_a_title_is_about_goes_with_its_entry(authorities: Authorities, words: Words) -> None:
    """In Zotero's list it would be a number among numbers; what it is under are its tags there."""
    record = a_record(
        "a", None, symbol="A/HRC/RES/51/9", subject="Lights every lamp", subjects=("Lamps", "Oil & wicks")
    )
    corpus = corpus_of(authorities, record)
    ((*facts, _),) = _ris(bibliography.ris(corpus, words))
    told = [fact for fact in facts if fact[0] in ("AB", "KW")]
    assert told == [("AB", "Lights every lamp"), ("KW", "Lamps"), ("KW", "Oil & wicks")]
    (entry,) = _bibtex(bibliography.bibtex(corpus, words)).entries
    assert entry.fields_dict["abstract"].value == "Lights every lamp"
    assert entry.fields_dict["keywords"].value == "Lamps, Oil & wicks"
    (item,) = json.loads(bibliography.csl(corpus, words))
    assert (item["abstract"], item["keyword"]) == ("Lights every lamp", "Lamps, Oil & wicks")
    titled = corpus_of(authorities, a_record("a", "Lamps", subject="Lights every lamp"))
    assert "Lights" not in bibliography.ris(titled, words) + bibliography.bibtex(titled, words)


def test_keys_are_unique(authorities: Authorities, words: Words) -> None:
    twice = [a_record(work, symbol="A/HRC/RES/51/9") for work in ("a", "b")]
    corpus = corpus_of(authorities, *twice)
    assert [bibliography.key(record, corpus) for record in twice] == ["A-HRC-RES-51-9-zh", "b-zh"]


CSL = {  # the part of citation-style-language/schema, csl-data.json, that we write
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string", "minLength": 1},
            "type": {"enum": ["bill", "legislation"]},
            **{
                name: {"type": "string"}
                for name in ("title", "authority", "number", "genre", "note", "abstract", "keyword", "URL", "language")
            },
            "author": {
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["literal"],
                    "properties": {"literal": {"type": "string"}},
                },
            },
            "issued": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "maxItems": 2,
                        "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
                    }
                },
            },
        },
    },
}


def test_csl_is_read_by_a_citation_processor(staged: Path, authorities: Authorities, words: Words) -> None:
    hostile = bibliography.csl(corpus_of(authorities, hostile_record(HOSTILE), a_record("undated", date=None)), words)
    for text in (read_export(staged, "bibliography.json"), hostile):
        items = json.loads(text)
        assert [error.message for error in Draft202012Validator(CSL).iter_errors(items)] == []
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        printed = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for item in items:
            printed.register(Cite([CitationItem(item["id"])]))
        shown = "\n".join(str(entry) for entry in printed.bibliography())
        assert shown.count("2022") >= 2
        for item in items:
            assert re.sub(r"[\s\"'“”‘’]", "", item["title"])[:8] in re.sub(r"[\s\"'“”‘’]", "", shown)
    assert json.loads(hostile)[1]["issued"] == {"date-parts": [[2022]]}
