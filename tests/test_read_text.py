"""Plain text: which lines are the rows of a table."""

from __future__ import annotations

import pytest

from converter.read import read_text
from tests.documents.akn import akn
from tests.documents.word import docx, p
from tests.test_four_formats import inspected


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Reef\t12\t1902\nHead\t18\t1951\n", [True, True]),
        ("Reef\t12\n\nHead\t18\n", [False, False, False]),
        ("Reef\t12\t1902\n\nHead\t18\t1951\n", [True, False, True]),
        ("Reef\t12\t1902\n\nOil\n\nHead\t18\t1951\n", [False] * 5),
        ("Reef\t12\nHead\t18\t1951\nCape\t9\t1840", [False, True, True]),
        ("1.\tCalls upon\n2.\tDecides\n", [False, False]),
        ("(a)\tTo light\n(b)\tTo burn\n", [False, False]),
        ("1\tA/73/901\n2\tA/73/902\n", [False, False]),
        ("\tIndented\n\tas well\n", [False, False]),
        ("北礁\t12\n南角\t18", [True, True]),
        ("Lamps\nwicks", [False, False]),
    ],
)
def test_rows_of_a_table(text: str, rows: list[bool]) -> None:
    source, _ = read_text(text.encode(), "en.txt", "en")
    lines = [line.role == "row" for line in source.lines]
    assert lines[: len(rows)] == rows


def test_a_page_break_is_no_fault() -> None:
    source, findings = read_text(b"Lamps\nstill\n\fburn\n", "en.txt", "en")
    assert findings == ()
    assert [line.page_top for line in source.lines if line.text] == [True, False, True]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("see strategy No. 10²⁴ below²\n\n² Lamps.\n\n²⁴ Oil.\n", ["24", "2"]),  # note 24 has no other mark
        ("some 10² lamps²\n\n² Lamps.\n", ["2"]),  # a power: note 2 has its mark
        ("some 10³ lamps²⁴ and oil²\n\n² Lamps.\n\n²⁴ Oil.\n", ["24", "2"]),
    ],
)
def test_a_raised_number_behind_ten_is_a_mark_where_its_note_has_no_other(text: str, marks: list[str]) -> None:
    source, _ = read_text(text.encode(), "en.txt", "en")
    line = source.lines[0]
    assert [line.text[slice(*mark)] for mark in line.marks] == marks


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lamps \u200e12 and oil.\n", []),  # a mark to the right in a text to the right: nobody sees it
        ("Lamps \u200e12 \u0645\u0646\u0627\u0631\u0629.\n", ["text-bidi"]),
        ("Lamps \u200f12.\n", ["text-bidi"]),
        ("Lamps \u202e12\u200e.\n", ["text-bidi", "text-bidi"]),
    ],
)
def test_a_mark_that_nobody_sees_is_no_fault(text: str, said: list[str]) -> None:
    _, findings = read_text(text.encode(), "en.txt", "en")
    assert [one.code for one in findings if one.code == "text-bidi"] == said


def shown(form: str, words: str) -> tuple[str, list[str], set[str]]:
    """The words of a text in a format, the kinds of its furniture, and what is said of it."""
    opening = "The General Assembly,"
    data = {
        "txt": f"{opening}\n\n1. {words}".encode(),
        "html": f"<meta charset=utf-8><p>{opening}<p>1. {words}".encode(),
        "docx": docx(p(opening), p(f"1. {words}")),
        "xml": akn(f"<mainBody><p>{opening}</p><p>1. {words}</p></mainBody>"),
    }[form]
    found = inspected(data, "en", form)
    said = {one["code"] for one in found["diagnostics"]}
    return found["paragraphs"][-1]["text"], [one["text"] for one in found["furniture"]], said


FORMS = pytest.mark.parametrize("form", ["txt", "html", "docx", "xml"])


@FORMS
def test_signs_that_show_nothing_or_several_letters_hide_no_word_in_any_format(form: str) -> None:
    words, furniture, _ = shown(form, "Decides that the o\ufb03cial la\u200cmps\U000e006e bu\u2063rn")
    assert words == "Decides that the official lamps burn"
    assert set(furniture) == {"\u200c", "\U000e006e", "\u2063"}


@FORMS
def test_a_private_sign_is_a_bullet_that_is_known_or_said(form: str) -> None:
    assert shown(form, "Decides \uf0b7 the lamps")[0] == "Decides \u2022 the lamps"
    # Of a DOCX, which says what shows its signs, an unknown one is left out.
    assert not shown(form, "Decides la\ue000mps")[2].isdisjoint({"text-lost", "read-left-out"})
    assert shown(form, "Decides lamps")[2].isdisjoint({"text-lost", "read-left-out"})
