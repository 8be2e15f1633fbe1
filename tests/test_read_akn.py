"""The reader of Akoma Ntoso: every word once, what the markup says of it, and nothing that a file may do to us."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from converter.authorities import load_authorities
from converter.collect import build_corpus
from converter.convert import record_of
from converter.formats import is_akn
from converter.languages import load
from converter.model import Counts, Sidecar, Source
from converter.project import language_in_name
from converter.read import READERS, reader_of
from converter.upkeep.offered import CannotTakeError, Offered
from converter.upkeep.taken import Asked, take
from converter.write.words import Words
from converter.write.work import front_matter
from tests.documents.akn import NAMESPACE, akn, marked_up
from tests.documents.official import ENGLISH
from tests.measure.unxml import corpus
from tests.reading import converted
from tests.temp_project import ROOT

AUTHORITIES, _ = load_authorities(ROOT / "authorities")
LAMPS = marked_up(ENGLISH, "en")
RECITALS = len(ENGLISH.preamble)
POINTS = sum(depth > 0 for depth, _ in (*ENGLISH.operative, *ENGLISH.annex_paragraphs))
REAL = 3  # of the United Nations' own files, in each language


def read(data: bytes, lang: str = "en") -> Source:
    source, findings = READERS[".xml"](data, "x.xml", lang)
    assert findings == ()
    return source


def main(body: str) -> bytes:
    return akn(f"<mainBody>{body}</mainBody>")


def lines(body: str) -> list[tuple[str, str]]:
    return [(line.text, line.role) for line in read(main(body)).lines]


def refusal(data: bytes, lang: str = "en") -> str:
    source, findings = reader_of(".xml")(data, "x.xml", lang)
    assert source.lines == ()
    return findings[0].code


# --- words -------------------------------------------------------------------------------------------------------


def letters(text: str) -> Counter[str]:
    return Counter(char for char in text.translate({0xAD: None, 0x2011: "-"}) if char.isalpha())


def printed(data: bytes) -> str:
    """The text of a file outside `meta`, read by lxml: a second, independent reader."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    for meta in [*root.iter("{*}meta")]:
        tail = meta.tail
        meta.clear()
        meta.tail = tail
    etree.strip_tags(root, etree.Comment)
    return "".join(root.itertext())


def real_files() -> list[tuple[str, bytes]]:
    held = corpus.works() if corpus.CORPUS.is_dir() else {}
    whole = [symbol for symbol, files in held.items() if len(files) == len(corpus.FOLDERS)]
    return [
        (lang, held[symbol][lang].read(allow_reserved=False))
        for symbol in corpus.sample(whole, REAL)
        for lang in corpus.FOLDERS
    ]


def test_no_word_is_lost_and_none_invented() -> None:
    for lang, data in [("en", LAMPS), *real_files()]:
        assert letters(read(data, lang).text) == letters(printed(data))


def test_words_where_the_markup_has_no_place_are_read() -> None:
    words = "Lamps<paragraph>of<num>1.</num>the<wick><p>northern</p>harbours</wick></paragraph>are<p>lit</p>"
    assert [text for text, _ in lines(words)] == ["Lamps", "of", "1. the", "northern", "harbours", "are", "lit"]


def test_what_is_in_meta_is_no_word() -> None:
    assert "18-00901" not in read(LAMPS).text
    assert "18-00902" not in read(LAMPS).text


# --- what the markup says ------------------------------------------------------------------------------------------


def test_a_number_stands_before_its_words_and_one_alone_is_a_line() -> None:
    assert lines("<paragraph><num>1.</num><content><p>Decides:</p></content></paragraph>") == [("1. Decides:", "")]
    assert lines("<section><num>I</num><crossHeading>Lamps</crossHeading></section>") == [
        ("I", "heading"),
        ("Lamps", "heading"),
    ]


def test_a_recital_among_the_paragraphs_is_no_heading() -> None:
    for heading, role in (
        ("<crossHeading>Lamps of the north</crossHeading>", "heading"),
        ("<crossHeading><span class='italic'>Noting</span> the lamps</crossHeading>", ""),
        ("<crossHeading refersTo='#preamble'>Noting the lamps</crossHeading>", ""),
        ("<subheading><span class='italic'>Lamps of the north</span></subheading>", "heading"),
    ):
        assert [found for _, found in lines(heading)] == [role]


def test_a_note_stands_last_and_is_tied_to_its_mark_by_place() -> None:
    note = "<authorialNote marker='1'><p>\t\tBook {n}.</p><p>Page {n}.</p></authorialNote>"
    body = f"<p>Lamps,{note.format(n=1)} oil</p><table><tr><td><p>Wick{note.format(n=2)}</p></td></tr></table>"
    source = read(main(body))
    texts = [(line.text, line.role) for line in source.lines]
    assert texts == [
        ("Lamps,1 oil", ""),
        ("Wick1", "row"),
        *(("1 Book 1.", "note"), ("Page 1.", "note+"), ("1 Book 2.", "note"), ("Page 2.", "note+")),
    ]
    assert [line.leads for line in source.lines[:2]] == [(source.lines[2].note,), (source.lines[4].note,)]
    assert source.lines[2].note != source.lines[4].note
    assert source.knows_marks
    assert source.tells_paragraphs


def test_a_cell_over_several_rows_or_columns_leaves_the_others_empty() -> None:
    above = '<tr><td rowspan="2"><p>North</p></td><td><p>4</p></td><td><p>5</p></td></tr>'
    below = '<tr><td colspan="2"><p>none</p></td></tr>'
    source, _ = READERS[".xml"](
        akn(f"<mainBody><p>The lamps.</p><table>{above}{below}</table></mainBody>"), "en.xml", "en"
    )
    assert [line.text for line in source.lines if line.role == "row"] == ["North\t4\t5", "\tnone\t"]


def test_rows_have_cells_and_a_break_is_a_line() -> None:
    body = (
        "<table><tr><th><p>Reef</p></th><td><p>12</p><p>miles</p></td></tr></table><p>20th meeting<eol/>10 October</p>"
    )
    assert lines(body) == [("Reef\t12 miles", "row"), ("20th meeting", ""), ("10 October", "")]


def test_raised_signs_keep_their_height() -> None:
    assert lines("<p>10<sup>6</sup> lamps and CO<sub>2</sub></p>") == [("10⁶ lamps and CO₂", "")]


# --- which file it is ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", READERS)
def test_the_markup_is_told_by_its_first_element(ending: str) -> None:
    assert reader_of(ending)(LAMPS, f"x{ending}", "en")[0].lines == read(LAMPS).lines


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encoding_is_the_files_own(encoding: str) -> None:
    data = LAMPS.decode().replace("UTF-8", "UTF-16" if encoding == "utf-16" else "UTF-8").encode(encoding)
    assert is_akn(data)
    assert read(data).text == read(LAMPS).text


def test_other_files_are_none() -> None:
    assert not any(map(is_akn, (b"", b"akomaNtoso", b"<html><akomaNtoso>", b"<akomaNtosoX>", b"%PDF")))
    assert refusal(b"<feed><p>Lamps</p></feed>") == "read-not-akn"
    assert refusal(LAMPS.replace(NAMESPACE.encode(), b"http://lamps.invalid/")) == "read-not-akn"


def test_the_language_is_that_of_the_markup(tmp_path: Path) -> None:
    assert refusal(LAMPS, "fr") == "read-language"
    path = tmp_path / "A_RES_73_901-FR.data"
    assert language_in_name("A_RES_73_901-FR.data") == "fr"
    path.write_bytes(LAMPS)
    taken = take(Asked(Offered(path, path.name)), AUTHORITIES)
    assert (taken.file_name, taken.symbol) == ("en.xml", "A/RES/73/901")
    path.write_bytes(akn("<preface><p>Lampen</p></preface>", lang="deu"))
    with pytest.raises(CannotTakeError, match="is in 'deu'"):
        take(Asked(Offered(path, path.name)), AUTHORITIES)


# --- what a file may do to us ------------------------------------------------------------------------------------

BOMB = b'<!DOCTYPE akomaNtoso [<!ENTITY a "lamps"><!ENTITY b "&a;&a;&a;">]>\n<akomaNtoso'
OUTSIDE = b'<!DOCTYPE akomaNtoso [<!ENTITY a SYSTEM "file:///etc/hostname">]>\n<akomaNtoso'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (LAMPS.replace(b"<akomaNtoso", BOMB, 1).replace(b"Calls", b"&b;"), "read-broken"),
        (LAMPS.replace(b"<akomaNtoso", OUTSIDE, 1).replace(b"Calls", b"&a;"), "read-broken"),
        (LAMPS.replace(b"Calls", b"&a;"), "read-broken"),
        (main("<p>" * 200 + "Lamps" + "</p>" * 200), "read-broken"),
        (main("<p/>" * 300_001), "read-broken"),
        (main("<p>Lamps</p>" * 20_001), "read-too-large"),
        (LAMPS[: len(LAMPS) // 2], "read-broken"),
        (main("<p><del>Lamps</del><ins>Lights</ins></p>"), "read-tracked-changes"),
    ],
    ids=["bomb", "outside", "undeclared", "deep", "wide", "long", "cut", "changed"],
)
def test_a_hostile_file_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_an_empty_file_and_one_whose_words_are_elsewhere_say_so() -> None:
    assert READERS[".xml"](main("<p/>"), "x.xml", "en")[1][0].code == "read-empty"
    away = akn("<mainBody><componentRef href='other.xml'/><p>Lamps</p></mainBody>")
    assert [finding.code for finding in READERS[".xml"](away, "x.xml", "en")[1]] == ["read-left-out"]


@pytest.mark.parametrize(("ending", "said"), [(".xml", True), (".docx", None)])
def test_the_page_says_that_it_is_an_unofficial_copy(ending: str, said: object) -> None:
    record = replace(record_of(converted("en", LAMPS, "xml"), Sidecar("x", "")), path=f"sources/x/en{ending}")
    words = Words(load("en", AUTHORITIES), AUTHORITIES)
    meta = front_matter(record, build_corpus((record,), AUTHORITIES), words, lambda *_: None)
    assert meta["unofficial_copy"] is said
    template = (ROOT / "overrides" / "partials" / "downloads.html").read_text(encoding="utf-8")
    assert re.search(r"meta\.unofficial_copy.*\n.*ui\.unofficial_copy", template)


# --- what the markup says, beside what is read ------------------------------------------------------------------------


def differing(data: bytes) -> list[tuple[str, str]]:
    found = [one for one in converted("en", data, "xml").diagnostics if one.code == "markup-differs"]
    assert all(one.line and one.at for one in found)
    return [(one.at, one.message) for one in found]


def linked(data: bytes, words: str, symbol: str) -> bytes:
    link = f'<a href="https://undocs.org/en/{symbol}">{words}</a>'
    assert words.encode() in data
    return data.replace(words.encode(), link.encode(), 1)


def test_the_facts_of_the_markup_are_taken() -> None:
    found = read(LAMPS).markup
    assert found is not None
    assert (found.symbol, found.date) == ("A/RES/73/901", "2018-10-10")
    assert found.counts == Counts(recitals=RECITALS, operative=3, points=POINTS, notes=3, annexes=1, tables=1)
    place = b'<location refersTo="#adoptionMeeting">20th plenary meeting</location>'
    placed = LAMPS.replace(b"<inline>20th plenary meeting</inline>", place)
    assert getattr(read(placed).markup, "meeting", None) == 20
    assert differing(placed) == []
    elsewhere = placed.replace(b"<conclusions>", b"<conclusions><p><location>Hall 19</location></p>")
    assert [said for _, said in differing(elsewhere)] == ["the markup says meeting 19, the words read as 20"]


def test_a_fact_that_differs_is_said_where_it_stands() -> None:
    assert differing(LAMPS) == []
    dated = LAMPS.replace(b'date="2018-10-10"', b'date="2018-10-11"')
    assert [said for _, said in differing(dated)] == [
        "the markup says day of adoption 2018-10-11, the words read as 2018-10-10"
    ]
    unnumbered = LAMPS.replace(b"<num>3.</num>\n<content><p>Dec", b"<num>3.</num><content><p>Dec")
    assert differing(unnumbered) == []
    typed = LAMPS.replace(b"<paragraph><num>3.</num>\n<content><p>Dec", b"<container><p>3. Dec").replace(
        b"seized of the matter.</p></content></paragraph>", b"seized of the matter.</p></container>"
    )
    assert differing(typed) == [("op1", "the markup says the count of operative paragraphs is 2, the words read as 3")]


@pytest.mark.parametrize(
    ("marked", "instead", "said"),
    [
        (b"<container><p>Rec", b"<container><p><i>A heading</i></p><p>Rec", "preambular paragraphs is 3"),
        (b"<num>(a)</num>", b"<num>7</num>", "points"),
        (b"<attachment>", b"<attachment/><attachment>", "annexes is 2"),
        (b"<table>", b"<table><tr><td>Oil</td></tr></table><p>Wax.</p><table>", ""),
    ],
)
def test_each_count_is_held_against_what_was_read(marked: bytes, instead: bytes, said: str) -> None:
    assert marked in LAMPS
    found = [what for _, what in differing(LAMPS.replace(marked, instead, 1))]
    assert any(said in one for one in found) if said else found == []


@pytest.mark.parametrize(
    ("words", "symbol", "agrees"),
    [
        ("61/204", "A/RES/61/204", True),
        ("61/204", "A/RES/61/204B", True),
        ("A/61/949", "A/61/949(PartII)", True),
        ("A/61/949", "A/61/949-S/20061", True),
        ("A/61/949", "A/61/949/Corr.1", True),
        ("A/61/949", "A/61/948", False),
        ("61/204", "A/HRC/RES/61/204", False),
        ("harbours", "A/61/948", True),  # no number: a slip of whoever made the link
    ],
)
def test_a_link_leads_to_what_is_cited(words: str, symbol: str, agrees: bool) -> None:
    found = differing(linked(LAMPS, words, symbol))
    assert [at for at, _ in found] == ([] if agrees else [{"61/204": "pp1", "A/61/949": "fn-1"}[words]])
    assert agrees or symbol in found[0][1]
