"""Notes whose numbers begin again, on a page, in a section, in an annex: each is on its own mark, in every format."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from converter.authorities import Authorities
from converter.check import _Checker
from converter.convert import record_of
from converter.lint import pages
from converter.model import Expression, Sidecar
from converter.parse.marks import identities
from converter.project import Project
from converter.write import akn, column, markdown
from converter.write.inspect import inspect
from tests.documents.paper import Paper
from tests.documents.word import docx, mark, note, p, tag
from tests.reading import converted
from tests.temp_project import ROOT

PAGE = "en/A/RES/73/901.md"
FIRST, OTHER, SECOND = "A/73/901.", "A/73/902 and its log.", "A/73/903."

TEXT = f"""The General Assembly,

Recalling the report of the keepers,1 and the log of the harbours,2

1 {FIRST}
2 {OTHER}

1. Decides to light the lamps;
\f
2. Requests the keepers to count the lamps, as in the second report;1

1 {SECOND}

3. Decides to remain seized of the matter.
"""


def plain() -> tuple[str, bytes]:
    return "txt", TEXT.encode()


def paged() -> tuple[str, bytes]:
    paper = Paper()
    for number, (above, notes) in enumerate(
        [
            (
                [
                    "The General Assembly,",
                    "Recalling the report of the keepers,^1^ and the log of the harbours,^2^",
                    "1. Decides to light the lamps;",
                ],
                [f"^1^ {FIRST}", f"^2^ {OTHER}"],
            ),
            (
                [
                    "2. Requests the keepers to count the lamps, as in the second report;^1^",
                    "3. Decides to remain seized of the matter.",
                ],
                [f"^1^ {SECOND}"],
            ),
        ]
    ):
        paper.page()
        for at, words in enumerate(above):
            paper.say(100, 150 + at * 30, words, 11)
        paper.rule(100, 700, 200, 700)
        for at, words in enumerate(notes):
            paper.say(100, 712 + at * 12, words, 8)
        assert number < 2
    return "pdf", paper.finished()


def sections() -> tuple[str, bytes]:
    settings = tag("footnotePr", tag("numRestart", val="eachSect"))
    body = [
        p("The General Assembly,"),
        p("Recalling the report of the keepers,", mark(1), " and the log of the harbours,", mark(2)),
        p("1. Decides to light the lamps;", more="<w:sectPr/>"),
        p("2. Requests the keepers to count the lamps, as in the second report;", mark(3)),
        p("3. Decides to remain seized of the matter."),
    ]
    notes = note(1, FIRST) + note(2, OTHER) + note(3, SECOND)
    return "docx", docx(*body, footnotes=notes, settings=settings)


def linked(*, raised: bool = False) -> tuple[str, bytes]:
    """Notes at the end of the page, by links that lead to each other, or only raised."""

    def at(name: str, marker: str) -> str:
        return f"<sup>{marker}</sup>" if raised else f"<a id=r{name} href='#n{name}'><sup>{marker}</sup></a>"

    def below(name: str, marker: str, words: str) -> str:
        shown = f"<sup>{marker}</sup>" if raised else f"<a id=n{name} href='#r{name}'>{marker}</a>"
        return f"<p>{shown} {words}</p>"

    body = (
        "<p>The General Assembly,</p>"
        f"<p>Recalling the report of the keepers,{at('a', '1')} and the log of the harbours,{at('b', '2')}</p>"
        "<p>1. Decides to light the lamps;</p>"
        f"<p>2. Requests the keepers to count the lamps, as in the second report;{at('c', '1')}</p>"
        "<p>3. Decides to remain seized of the matter.</p><hr>"
    )
    notes = below("a", "1", FIRST) + below("b", "2", OTHER) + below("c", "1", SECOND)
    return "html", f"<meta charset=utf-8><body>{body}{notes}".encode()


def at_the_end() -> tuple[str, bytes]:
    """All notes of a plain text below its last paragraph."""
    notes = f"1 {FIRST}\n2 {OTHER}\n"
    text = TEXT.replace(f"{notes}\n", "").replace(f"1 {SECOND}\n\n", "").replace("\f\n", "")
    return "txt", f"{text}\n{notes}1 {SECOND}\n".encode()


FORMATS: dict[str, Callable[[], tuple[str, bytes]]] = {
    "txt": plain,
    "txt-end": at_the_end,
    "pdf": paged,
    "docx": sections,
    "html": linked,
    "html-raised": lambda: linked(raised=True),
}


def read(made: tuple[str, bytes]) -> Expression:
    form, data = made
    return converted("en", data, form)


@pytest.mark.parametrize("form", FORMATS)
def test_each_note_is_on_its_own_mark(form: str) -> None:
    expression = read(FORMATS[form]())
    found = [
        (one.id, one.marker, one.text.text, one.paragraph, [mark.printed for mark in one.places])
        for one in expression.resolution.footnotes
    ]
    assert found == [
        ("1", "1", FIRST, "pp1", ["1"]),
        ("2", "2", OTHER, "pp1", ["2"]),
        ("1b", "1", SECOND, "op2", ["1"]),
    ]
    assert [one.code for one in expression.diagnostics if "note" in one.code] == []


@pytest.mark.parametrize("form", FORMATS)
def test_no_word_is_lost_and_every_link_leads_to_its_note(form: str) -> None:
    expression = read(FORMATS[form]())
    _Checker.start(Project(ROOT))
    body = markdown.body(expression, PAGE)
    assert list(pages.check_words(expression.resolution, body, _Checker.render, pages.second_reader())) == []
    html = _Checker.render(body)
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    assert re.findall(r'href="#(fn-[^"]*)"', html) == ["fn-1", "fn-2", "fn-1b"]
    assert re.search(rf'<p class="note" id="fn-1b"><a href="#fnref-1b">1</a>.*{SECOND[:8]}', html)
    cited = [(one.target, one.anchor) for one in record_of(expression, Sidecar("x", "")).citings]
    assert cited == [("A/73/901", "pp1"), ("A/73/902", "pp1"), ("A/73/903", "op2")]
    assert "../../73/902.md" in body.split("{: #fn-2")[0].rsplit("\n\n", 1)[-1]


def test_every_output_tells_them_apart(authorities: Authorities) -> None:
    expression = read(plain())
    seen = inspect(expression, Sidecar("x", ""))
    assert [note["id"] for note in seen["footnotes"]] == ["1", "2", "1b"]
    assert [one.get("footnote") for one in seen["citations"]] == ["1", "2", "1b"]
    cells = json.loads(column.cells(expression))
    links = [[piece[1] for piece in note["text"] if len(piece) == 3] for note in cells["notes"]]
    assert links == [["en/A/73/901/"], ["en/A/73/902/"], ["en/A/73/903/"]]
    marks = [piece for one in cells["paragraphs"] for piece in one["text"] if len(piece) == 2]
    assert marks == [["1", 1], ["2", 2], ["1", 3]]
    text = akn.akn(expression, Sidecar("x", ""), authorities)
    assert re.findall(r'marker="([^"]*)"', text) == ["1", "2", "1"]
    assert len(set(re.findall(r'eId="([^"]*ftn_[^"]*)"', text))) == 3


def test_which_note_is_meant_is_said_to_be_unknown() -> None:
    form, data = linked(raised=True)
    once = data.replace(b"report;<sup>1</sup>", b"report;")
    found = [(one.code, one.line) for one in read((form, once)).diagnostics if one.code.startswith("note")]
    assert ("note-unclear", 2) in found
    assert [code for code, _ in found].count("note-without-mark") == 1


@pytest.mark.parametrize(
    ("markers", "names"),
    [
        (["1", "2", "1", "2", "1"], ["1", "2", "1b", "2b", "1c"]),
        (["1", "1", "1b"], ["1", "1c", "1b"]),
        (["†", "‡", "a)", "*"], ["note", "noteb", "a", "notec"]),
        (["١", "1"], ["1", "1b"]),
        (["1"] * 28, ["1", *(f"1{letter}" for letter in "bcdefghijklmnopqrstuvwxyz"), "1aa", "1ab"]),
    ],
)
def test_what_a_note_is_called(markers: list[str], names: list[str]) -> None:
    assert identities(markers) == names


def test_a_mark_that_leads_to_a_later_note_1_alone_is_no_note_of_markdown() -> None:
    """Markdown's own footnotes are numbered 1, 2, 3…: `[^1b]` would be shown as what it is called."""
    text = (
        "The Council of Lamps,\n2. Requests a report.\n 1 A/1/3, annex.\nAnnex\nRecalling its resolution 1/2,1\n"
        "1. Decides that lamps shall burn;\n2. Requests a report.\n 1 A/1/3, annex.\n"
    )
    _Checker.start(Project(ROOT))
    expression = read(("txt", text.encode()))
    notes = expression.resolution.footnotes
    assert [(note.id, len(note.places)) for note in notes] == [("1", 0), ("1b", 1)]
    body = markdown.body(expression, PAGE)
    assert "[^" not in body
    assert list(pages.check_words(expression.resolution, body, _Checker.render, pages.second_reader())) == []


SYMBOLS = ("LG/LHC/31/L.34", "LG/C.3/31/L. 34", "LG/31/Add.1", "LG/31/L.34/Rev.1", "LG/31/CRP.7")


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_a_number_in_a_symbol_is_no_mark(symbol: str) -> None:
    text = (
        f"{symbol}\n4 May 2031\n\nLamps of the northern harbours\n\nThe Council of Lamps,\n\n"
        "Recalling its resolution 1/2,\n\n1. Decides that lamps shall burn;\n\n"
        "2. Requests a report.\n\n 2 See A/1/3, annex.\n"
    )
    expression = read(("txt", text.encode()))
    assert expression.resolution.masthead.blocks[0].text.text == symbol
    assert [(note.marker, note.places) for note in expression.resolution.footnotes] == [("2", ())]
