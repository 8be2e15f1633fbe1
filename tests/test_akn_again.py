"""Our own Akoma Ntoso read back: the same `inspect`, less what docs/contribute/formats.md says it does not hold."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from converter.authorities import Authorities, load_authorities
from converter.convert import Input, convert
from converter.demo.bank import AUTHORITIES as INVENTED
from converter.demo.bank import DATA
from converter.lint import columns, pages
from converter.model import Expression, Sidecar
from converter.read import READERS
from converter.write import column, markdown, plain
from converter.write.akn import akn
from converter.write.inspect import inspect
from tests.documents.akn import akn as marked
from tests.documents.akn import in_parts
from tests.documents.french import FRENCH
from tests.documents.official import CHINESE, ENGLISH, resolution
from tests.documents.russian import RUSSIAN
from tests.documents.spanish import SPANISH
from tests.hostile import seeds
from tests.hostile.whole import render
from tests.temp_project import ROOT
from tests.test_akn_parts import PARTS

SIDECAR = Sidecar("x", "")
KNOWN, DEMO = (load_authorities(folder)[0] for folder in (ROOT / "authorities", INVENTED))
FIXTURES = sorted((ROOT / "tests" / "fixtures").glob("*.??.txt"))
WORKS = [*sorted((ROOT / "sources").glob("*/??.txt")), *sorted((DATA / "works").glob("*/??.txt"))]
OFFICIAL = {"en": ENGLISH, "es": SPANISH, "fr": FRENCH, "ru": RUSSIAN, "zh": CHINESE}
# Findings about the file, or about what no other format has: how it was read, its markup, misprinted marks.
_OF_THE_FILE = ("read-", "break-", "text-", "markup-differs", "note-misprint", "mark-without-note")
_BLANKS = str.maketrans("\u00a0\u2009\u202f", "   ")


def read(data: bytes, lang: str, ending: str, of: Authorities) -> Expression:
    return convert(Input(f"sources/x/{lang}{ending}", lang, data, SIDECAR), of)


def told(expression: Expression) -> dict[str, Any]:
    """What `inspect` says of a text, less what the format does not hold."""
    found = _plain(inspect(expression, SIDECAR))
    del found["furniture"]
    for paragraph in found["paragraphs"]:
        del paragraph["page"]
    for note in found["footnotes"]:
        for mark in note["marks"]:
            mark["printed"] = note["marker"]
    found["diagnostics"] = sorted(
        (one["code"], one["message"]) for one in found["diagnostics"] if not one["code"].startswith(_OF_THE_FILE)
    )
    return found


def _plain(value: Any) -> Any:
    """The value with plain blanks in all its words."""
    match value:
        case str():
            return value.translate(_BLANKS)
        case list():
            return [_plain(one) for one in value]
        case dict():
            return {key: _plain(one) for key, one in value.items()}
    return value


def assert_same(data: bytes, lang: str, ending: str, of: Authorities) -> Expression:
    """Read a file, write it as Akoma Ntoso, read that: both are told alike, and the second says nothing more."""
    first = read(data, lang, ending, of)
    own = akn(first, SIDECAR, of).encode()
    again = read(own, lang, ".xml", of)
    assert told(again) == told(first)
    source, _ = READERS[".xml"](own, "x.xml", lang)
    assert source.markup is None, "our own markup says nothing that its words could differ from"
    return again


@pytest.mark.parametrize("path", [*FIXTURES, *WORKS], ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_text_comes_back_the_same(path: Path) -> None:
    lang = path.name.removesuffix(".txt")[-2:]
    assert_same(path.read_bytes(), lang, ".txt", DEMO if DATA in path.parents else KNOWN)


@pytest.mark.parametrize("lang", OFFICIAL)
def test_lists_notes_annexes_and_tables_come_back_the_same(lang: str) -> None:
    again = assert_same(resolution(OFFICIAL[lang]), lang, ".docx", KNOWN)
    assert {"sub", "table", "heading"} <= {one.kind for one in again.resolution.paragraphs}
    assert len(again.resolution.footnotes) == 3


@settings(max_examples=12)
@given(st.integers(0, 10_000), st.sampled_from(seeds.LANGUAGES))
def test_whatever_is_left_out_of_a_text_the_rest_comes_back_the_same(seed: int, lang: str) -> None:
    """Notes without marks, marks without notes, numbers that skip, items without what opens them."""
    words = "\n\n".join(seeds.text(random.Random(seed), lang))
    assert_same(words.encode(), lang, ".txt", DEMO)


NOTE = "<authorialNote marker='1' eId='n1'><p>Book {}.</p></authorialNote>"
REF = "<sup><noteRef href='#n1' marker='1'/></sup>"
OP = "<paragraph><num>{0}.</num><content><p>Requests lamps{1} for harbour {0}.</p></content></paragraph>"


def some(body: str, title: str = "Lamps") -> bytes:
    cover = "<coverPage><p>A/RES/73/901</p><p>General Assembly</p></coverPage>"
    enacting = "<preamble><formula><p>The General Assembly,</p></formula></preamble>"
    return marked(f"{cover}<preface><p>73/901. {title}</p></preface>{enacting}<mainBody>{body}</mainBody>")


@pytest.mark.parametrize(
    ("data", "marks"),
    [
        (some(OP.format(1, NOTE.format(1)) + OP.format(2, REF) + OP.format(3, REF)), [["op1", "op2", "op3"]]),
        (some(OP.format(1, REF) + OP.format(2, NOTE.format(1))), [["op1", "op2"]]),
        (some(OP.format(1, NOTE.format(1)) + OP.format(2, NOTE.format(2)) + OP.format(3, REF)),
         [["op1", "op3"], ["op2"]]),
        (some(OP.format(1, ""), "Lamps" + NOTE.format(1)), [["masthead:2"]]),
        (some(OP.format(1, REF), "Lamps" + NOTE.format(1)), [["masthead:2", "op1"]]),
        (some(f"{OP.format(1, '')}<container name='unmarkedNote'><p>{NOTE.format(1)}</p></container>"), [[]]),
        (some(f"{OP.format(1, '')}<table><tr><td><p>Reef{NOTE.format(1)}</p></td><td><p>12{REF}</p></td></tr></table>"),
         [["table1", "table1"]]),
        (in_parts(ENGLISH, PARTS), [["pp1"]]),
    ],
    ids=["three marks", "before its note", "one number twice", "title", "title and body", "no mark", "table", "parts"],
)  # fmt: skip
def test_notes_and_their_marks_come_back_the_same(data: bytes, marks: list[list[str]]) -> None:
    again = assert_same(data, "en", ".xml", KNOWN)
    assert [[one.place for one in note.places] for note in again.resolution.footnotes] == marks


def test_marks_side_by_side_stand_as_they_are_printed() -> None:
    """9 and 10 at one place, and 10 before 9: on the page, in what is written, and for who reads the page back."""
    for order in ((9, 10), (10, 9)):
        pair = "".join(f"<authorialNote marker='{n}'><p>Book {n}.</p></authorialNote>" for n in order)
        again = assert_same(some(OP.format(1, pair)), "en", ".xml", KNOWN)
        text = markdown.body(again, "en/x.md")
        assert [*pages.check_words(again.resolution, text, render, pages.second_reader())] == []
        assert [*columns.check_column(again.resolution, column.script(again), [])] == []
        assert f"[{order[0]}][{order[1]}]" in plain.text(again)
        line = next(line for line in text.splitlines() if "Requests" in line)
        assert re.findall(r"(?<=fn-)\d+", line) == [str(n) for n in order]


def test_the_shape_is_that_of_the_united_nations() -> None:
    """The cover with its inlines, the title in the preface, how it was adopted in the conclusions."""
    data = (
        some(OP.format(1, ""))
        .replace(b"</coverPage>", b"<p>[on the report of the Fifth Committee (A/73/905, para. 13)]</p></coverPage>")
        .replace(
            b"</mainBody>", b"</mainBody><conclusions><p>20th plenary meeting<eol/>10 October 2018</p></conclusions>"
        )
    )
    root = etree.fromstring(akn(read(data, "en", ".xml", KNOWN), SIDECAR, KNOWN).encode())
    assert [etree.QName(one).localname for one in root[0]] == [
        "meta", "coverPage", "preface", "preamble", "mainBody", "conclusions",
    ]  # fmt: skip
    assert root.findtext(".//{*}coverPage//{*}docNumber") == "A/RES/73/901"
    assert root.findtext(".//{*}coverPage/{*}p/{*}docProponent/{*}inline") == "A/73/905, para. 13"
    assert ["".join(one.itertext()).strip() for one in root.find(".//{*}conclusions")] == [
        "20th plenary meeting", "10 October 2018",
    ]  # fmt: skip


@pytest.mark.parametrize("origin", ["A/73/905/Add.2 (Part II), para. 88", "A/73/905, para. 12 (a)"])
def test_the_document_that_was_before_the_organ_is_written_whole(origin: str) -> None:
    printed = f"<p>[on the report of the Fifth Committee ({origin})]</p></coverPage>".encode()
    data = some(OP.format(1, "")).replace(b"</coverPage>", printed)
    root = etree.fromstring(akn(read(data, "en", ".xml", KNOWN), SIDECAR, KNOWN).encode())
    assert root.findtext(".//{*}coverPage/{*}p/{*}docProponent/{*}inline") == origin


def test_a_lost_word_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = akn
    monkeypatch.setattr(f"{__name__}.akn", lambda *given: whole(*given).replace("Requests", ""))
    with pytest.raises(AssertionError):
        assert_same(some(OP.format(1, "")), "en", ".xml", KNOWN)
