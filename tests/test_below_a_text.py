"""What copies of a text have below it: notes that count on from other pages, what a site says of the rights in it."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import converted, read_lines
from tests.test_number_and_symbol import TEXTS

RIGHTS = {
    "en": "This work is in the public domain everywhere, says the House of Lamps (LAMP/AI/189/Add.9):",
    "fr": "Cette œuvre est dans le domaine public, dit la Maison des lampes :",
    "es": "Este documento está en el dominio público, dice la Casa de las Lámparas:",
    "ru": "Это произведение находится в общественном достоянии, как говорит Дом ламп:",
    "ar": "هذا العمل في الملكية العامة كما يقول بيت المصابيح:",
    "zh": "本作品来自联合国官方文件。灯火之家称（A/98/917）：",
}
LIST = ("1. Lamps", "2. Wicks")


@pytest.mark.parametrize("form", ["txt", "html", "docx"])
@pytest.mark.parametrize("code", sorted(RIGHTS))
def test_what_a_site_says_of_the_rights_is_no_paragraph(code: str, form: str) -> None:
    head, *body = TEXTS[code]
    found = read_lines(code, form, head.format("9973 (2091)"), *body, RIGHTS[code], *LIST)
    own = [(one.kind, one.number) for one in found.resolution.own_paragraphs]
    assert own == [("preambular", None), ("operative", "1")]
    assert [one.code for one in found.diagnostics if one.code == "other-text"] == ["other-text"]


def test_a_paragraph_about_works_is_one_of_the_text() -> None:
    head, *body = TEXTS["en"]
    found = read_lines("en", "txt", head.format("9973 (2091)"), *body, "2. This work is in its infancy.")
    assert len(found.resolution.own_paragraphs) == 3


def _old(*lines: str) -> Expression:
    return converted("zh", "\n\n".join(lines) + "\n")


HEAD = ("九七三(一九四八).一九四八年五月三日決議案", "安全理事會，")
END = "第二七七次會議以九票對零通過。 |"


def test_notes_that_count_on_below_the_line_on_the_adoption() -> None:
    body = ("鑒於燈塔會議23及守燈人大會第一屆會24關於燈火之陳述，", "爰請秘書長購置油燈。")
    notes = ("23 參閱燈塔會議正式紀錄，文件S/9663。", "24 同上，文件S/9676。")
    found = _old(*HEAD, *body, END, *notes, RIGHTS["zh"])
    marks = [(note.marker, [mark.place for mark in note.places]) for note in found.resolution.footnotes]
    assert marks == [("23", ["pp1"]), ("24", ["pp1"])]
    assert [one.target for one in found.citations] == ["S/9663", "S/9676"]
    assert "note-number" not in [one.code for one in found.diagnostics]


def test_a_first_note_above_the_end_is_still_near_one() -> None:
    found = _old(*HEAD, "鑒於燈塔會議23關於燈火之陳述，", "23 參閱燈塔會議正式紀錄。", "爰請秘書長購置油燈。", END)
    assert not found.resolution.footnotes


def test_hereby_opens_an_operative_paragraph() -> None:
    found = _old(*HEAD, "鑒於燈塔無油，", "茲決定購油，", "並授權秘書長點燈。", END)
    assert [one.kind for one in found.resolution.own_paragraphs][:2] == ["preambular", "operative"]


def test_therefore_may_stand_before_the_organ() -> None:
    found = _old(HEAD[0], "查燈塔無油，守燈人曾請理事會注意，", "因此，安全理事會，", "決議：購油。", END)
    assert found.resolution.masthead.symbol == "S/RES/973(1948)"
    assert [one.kind for one in found.resolution.own_paragraphs][:2] == ["preambular", "operative"]


@pytest.mark.parametrize(
    ("words", "target", "day"),
    [
        ("一九六五年十一月十七日決議案二0二五(二十)", "A/RES/2025(XX)", "1965-11-17"),
        ("一九六五年十一月十七日決議案二O二五(二十)", "A/RES/2025(XX)", "1965-11-17"),
        ("大會一九六五年十一月十七日關於燈塔之決議案二〇二五(二十)", "A/RES/2025(XX)", "1965-11-17"),
        ("一九四八年四月一日理事會決議案九四三(一九四八)", "S/RES/943(1948)", "1948-04-01"),
    ],
)
def test_citations_as_the_1940s_print_them(words: str, target: str, day: str) -> None:
    organ = "大會，" if target.startswith("A") else "安全理事會，"
    found = converted("zh", f"{organ}\n\n覆按{words}所載之燈火，\n\n一、請點燈。\n")
    assert [(one.target, one.date) for one in found.citations] == [(target, day)]


NEIGHBOUR = """\
Resolution 9973 (2091)
of 5 May 2091

The Security Council,

Noting the lamps,1

1. Requests oil.

Adopted unanimously at the
12245th meeting.

{}

{}

On 23 May 2091 the President issued the following statement (S/94190):26

1 See the records of the lamps.
"""


@pytest.mark.parametrize("below", ["Decisions", "Resolution 9974 (2091)"])
@pytest.mark.parametrize("heading", ["THE SITUATION OF THE LAMPS", "THE LAMPS\n\nTHE QUESTION OF THE WICKS"])
def test_the_heading_above_what_follows_on_the_page_is_no_heading_of_the_text(heading: str, below: str) -> None:
    """Nor has a mark there a note here, which was an error in the next text's words."""
    found = converted("en", NEIGHBOUR.format(heading, below))
    assert [one.kind for one in found.resolution.own_paragraphs] == ["preambular", "operative", "plain"]
    assert [one.code for one in found.diagnostics] == ["other-text"]


def test_an_annex_below_the_line_on_the_adoption_is_the_texts_own() -> None:
    found = converted("en", NEIGHBOUR.format("ANNEX", "Lamps are lit at dusk.").partition("On 23")[0])
    assert [one.kind for one in found.resolution.own_paragraphs][-2:] == ["heading", "plain"]
