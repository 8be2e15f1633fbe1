"""Notes whose marks are numbers in square brackets, in plain text: marks where that is sure, words where it is not."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from converter.model import Expression, Severity
from tests.documents.word import Xml, docx, p, r
from tests.reading import converted

TEXTS = {
    "en": ("The Security Council,", "Noting the lamps[1] and the wicks,[2]", "1. Requests light.[3]"),
    "fr": ("Le Conseil de sécurité,", "Notant les lampes[1] et les mèches[2],", "1. Demande de la lumière[3]."),
    "es": ("El Consejo de Seguridad,", "Observando las lámparas[1] y las mechas[2],", "1. Pide que haya luz[3]."),
    "ru": ("Совет Безопасности,", "отмечая лампы[1] и фитили[2],", "1. просит дать свет[3]."),
    "zh": ("安全理事会，", "注意到灯火[1]和灯芯，[2]", "1. 请点灯。[3]"),
    "ar": ("إن مجلس الأمن،", "إذ يلاحظ المصابيح[1] والفتائل[2]،", "1 - يطلب الضوء[3]."),
}
_MARK = re.compile(r"\[(\d)\]")
_BRACKET = frozenset("[]()⁽⁾")
_HIGH = '<w:vertAlign w:val="superscript"/>'
NOTES = "[1] A/81/229.\n[2] A/81/230,\nand its annex.\n[3] A/81/231."


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("code", sorted(TEXTS))
def test_each_mark_has_its_note(code: str, gap: str) -> None:
    expression = converted(code, "\n\n".join(TEXTS[code]) + gap + NOTES + "\n")
    resolution = expression.resolution
    found = [(note.marker, note.paragraph) for note in resolution.footnotes]
    assert found == [("1", "pp1"), ("2", "pp1"), ("3", "op1")]
    assert all("[" not in paragraph.text.text for paragraph in resolution.paragraphs)
    assert [one for one in expression.diagnostics if one.severity is Severity.ERROR] == []  # no word lost, for one


@pytest.mark.parametrize("suffix", ["txt", "html"])
@pytest.mark.parametrize("code", sorted(TEXTS))
def test_one_bracket_may_have_the_marks_of_two_notes(code: str, suffix: str) -> None:
    above, recital, act = TEXTS[code]
    lines = [
        above,
        recital.replace("[1]", "").replace("[2]", " [1, 2]"),
        act.replace("[3]", "[2,3]"),
        *NOTES.split("\n"),
    ]
    page = f"<meta charset=utf-8><body>{'<br><br>'.join(lines)}</body>"
    expression = converted(code, page if suffix == "html" else "\n\n".join(lines), suffix)
    notes = expression.resolution.footnotes
    assert [[place.place for place in note.places] for note in notes] == [["pp1"], ["pp1", "op1"], ["op1"]]
    said = recital.replace("[1]", "").replace("[2]", "")
    words = [paragraph.text.text for paragraph in expression.resolution.paragraphs[:2]]
    assert words == [said, re.sub(r"^1(?:\.| -) ", "", act).replace("[3]", "")]


def test_numbers_of_no_notes_in_one_bracket_stay() -> None:
    lines = (*TEXTS["en"], "2. Requests lamps of the sizes [2, 7].", *NOTES.split("\n"))
    assert "[2, 7]" in converted("en", "\n\n".join(lines)).resolution.paragraphs[2].text.text


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(("opens", "closes"), [("(", ")"), ("[", "]")])
def test_arabic_figures_are_marks(opens: str, closes: str, gap: str) -> None:
    figures = str.maketrans("1230", "١٢٣٠") | {ord("["): opens, ord("]"): closes}
    rule = "" if opens == "[" else "__________\n"
    body = "\n\n".join(TEXTS["ar"])
    text = f"{body}{gap}{rule}{NOTES}\n".translate(figures)
    notes = converted("ar", text).resolution.footnotes
    assert [(note.id, note.marker, note.paragraph) for note in notes] == [
        ("1", "١", "pp1"),
        ("2", "٢", "pp1"),
        ("3", "٣", "op1"),
    ]


@pytest.mark.parametrize("suffix", ["txt", "html"])
@pytest.mark.parametrize("code", sorted(TEXTS))
def test_a_collection_counts_its_notes_on(code: str, suffix: str) -> None:
    """As the yearly volumes do, of which pages are made; there a blank stands before the mark."""
    lines = [
        re.sub(r"\[(\d)\]", r" [2\1]", line) for line in (*TEXTS[code], *NOTES.replace("\nand", " and").split("\n"))
    ]
    page = f"<meta charset=utf-8><body>{'<br><br>'.join(lines)}</body>"
    data = page if suffix == "html" else "\n\n".join(lines)
    resolution = converted(code, data, suffix).resolution
    found = [(note.marker, note.paragraph) for note in resolution.footnotes]
    assert found == [("21", "pp1"), ("22", "pp1"), ("23", "op1")]


@pytest.mark.parametrize(
    "notes",
    [
        "",  # nothing below
        "[2] A/81/230.",  # not from 1 on
        "[1] A/81/229.\n[4] A/81/230.",  # no row
        "[1] A/81/229.\n[2] A/81/230.\n[3] A/81/231.\n[4] A/81/232.",  # one without a mark
    ],
)
def test_numbers_in_brackets_are_words_where_it_is_not_sure(notes: str) -> None:
    resolution = converted("en", "\n\n".join((*TEXTS["en"], notes))).resolution
    words = " ".join(paragraph.text.text for paragraph in resolution.paragraphs)
    assert "lamps[1]" in words
    assert "wicks,[2]" in words
    assert resolution.footnotes == ()


# --- formats that raise a mark with its brackets ---------------------------------------------------------------------

CUTS = {
    "whole": ["({})"],
    "cut": ["(", "{}", ")"],
    "square": ["[", "{}", "]"],
    "bare": ["{}"],
    "turned": [")", "{}", "("],
    "twice": [")", "{}", ")"],
}
AFTER = {"bare": "", "left behind": "() ", "left behind, a blank": "( ) "}


def as_html(lines: Sequence[str], cut: Sequence[str], after: str) -> bytes:
    """The lines with each [1] as raised words, cut into elements; the notes begin with the same."""

    def raised(marker: str) -> str:
        return "".join(f"<sup>{part.format(marker)}</sup>" for part in cut)

    body = "".join(f"<p>{_MARK.sub(lambda one: raised(one[1]), line)}</p>" for line in lines)
    notes = "".join(f"<p>{raised(str(at))} {after}A/81/{228 + at}.</p>" for at in (1, 2, 3))
    return f"<meta charset=utf-8><main>{body}<hr>{notes}</main>".encode()


def as_docx(lines: Sequence[str], cut: Sequence[str], after: str) -> bytes:
    def raised(marker: str) -> str:
        return "".join(r(part.format(marker), _HIGH) for part in cut)

    def paragraph(line: str) -> str:
        parts = _MARK.split(line)
        return p(Xml("".join(raised(part) if at % 2 else r(part) for at, part in enumerate(parts) if part)))

    notes = [p(Xml(raised(str(at)) + r(f" {after}A/81/{228 + at}."))) for at in (1, 2, 3)]
    return docx(*map(paragraph, lines), *notes)


@pytest.mark.parametrize("after", AFTER.values(), ids=AFTER)
@pytest.mark.parametrize("cut", CUTS.values(), ids=CUTS)
@pytest.mark.parametrize("form", ["html", "docx"])
@pytest.mark.parametrize("code", sorted(TEXTS))
def test_brackets_that_are_raised_with_a_mark_are_a_part_of_it(
    code: str, form: str, cut: list[str], after: str
) -> None:
    made = {"html": as_html, "docx": as_docx}[form](TEXTS[code], cut, after)
    expression = converted(code, made, form)
    resolution = expression.resolution
    found = [(note.marker, note.paragraph, note.text.text) for note in resolution.footnotes]
    assert found == [("1", "pp1", "A/81/229."), ("2", "pp1", "A/81/230."), ("3", "op1", "A/81/231.")]
    assert all(_BRACKET.isdisjoint(paragraph.text.text) for paragraph in resolution.paragraphs)
    assert [one for one in expression.diagnostics if one.severity is not Severity.INFO and "body" not in one.code] == []


def read_page(*paragraphs: str) -> Expression:
    page = "".join(f"<p>{one}</p>" for one in ("The Security Council,", *paragraphs))
    return converted("en", f"<meta charset=utf-8><main>{page}", "html")


def test_brackets_around_a_mark_that_leads_to_its_note() -> None:
    mark = "<sup>(</sup><a href='#n1' id=r1><sup>1</sup></a><sup>)</sup>"
    note = "<a href='#r1' id=n1>1</a> A/81/229."
    resolution = read_page(f"Noting the lamps,{mark}", "1. Requests oil.", note).resolution
    assert resolution.paragraphs[0].text.text == "Noting the lamps,"
    assert [(note.marker, note.paragraph) for note in resolution.footnotes] == [("1", "pp1")]


def test_a_raised_bracket_that_no_note_answers_is_a_sign() -> None:
    expression = read_page("1. Requests oil for f<sup>(2)</sup> lamps<sup>1</sup>.", "<sup>1</sup> A/81/229.")
    assert expression.resolution.paragraphs[0].text.text == "Requests oil for f⁽²⁾ lamps."


ROUND = {
    "en": ("The Security Council,", "Noting the lamps (1) and the wicks, (2)", "1. Requests light (3)."),
    "fr": ("Le Conseil de sécurité,", "Notant les lampes (1) et les mèches (2),", "1. Demande de la lumière (3)."),
    "es": ("El Consejo de Seguridad,", "Observando las lámparas (1) y las mechas (2),", "1. Pide que haya luz (3)."),
    "ru": ("Совет Безопасности,", "отмечая лампы (1) и фитили (2),", "1. просит дать свет (3)."),
    "zh": ("安全理事会，", "注意到灯火(1)和灯芯，(2)", "1. 请点灯(3)。"),
}


@pytest.mark.parametrize("code", sorted(ROUND))
def test_round_brackets_are_those_of_notes_where_a_rule_stands_above_the_first(code: str) -> None:
    """A collection of laws prints each note right below the paragraph of its mark."""
    phrase, recital, act = ROUND[code]
    rule = "_" * 15
    stop = "。" if code == "zh" else "."
    notes = [f"({number}) A/81/{number}{stop}" for number in (1, 2, 3)]
    lines = [phrase, recital, rule, *notes[:2], act, rule, notes[2]]
    resolution = converted(code, "\n".join(lines)).resolution
    places = [note.paragraph for note in resolution.footnotes]
    assert places == ["pp1", "pp1", "op1"]
    assert [one.id for one in resolution.paragraphs] == ["pp1", "op1"]
    assert not any("(" in one.text.text for one in resolution.paragraphs)


@pytest.mark.parametrize("rule", ["", "_" * 15])
def test_a_list_in_round_brackets_has_no_notes(rule: str) -> None:
    lines = ["The Security Council,", "1. Requests lamps:", rule, "(1) Of brass;", "(2) Of tin."]
    resolution = converted("en", "\n".join(lines)).resolution
    assert resolution.footnotes == ()


def test_an_arabic_mark_may_touch_the_word_for_what_is_numbered() -> None:
    lines = ("إن مجلس الأمن،", "إذ يلاحظ القرار(1) والبند (7)،", "1 - يطلب الضوء.", "_" * 15, "(1) A/81/229.")
    resolution = converted("ar", "\n\n".join(lines)).resolution
    assert [(note.marker, note.paragraph) for note in resolution.footnotes] == [("1", "pp1")]
    assert resolution.paragraphs[0].text.text == "إذ يلاحظ القرار والبند (7)،"


TYPED = {
    "en": ("The Security Council,", "Noting the annex to the present resolution 13/ on lamps,", "1. Requests light."),
    "fr": (
        "Le Conseil de sécurité,",
        "Notant l’annexe de la résolution 13/ sur les lampes,",
        "1. Demande de la lumière.",
    ),
    "es": ("El Consejo de Seguridad,", "Observando el anexo de la resolución 13/ sobre lámparas,", "1. Pide luz."),
    "ru": ("Совет Безопасности,", "отмечая приложение к резолюции 13/ о лампах,", "1. просит дать свет."),
}


@pytest.mark.parametrize("code", sorted(TYPED))
def test_a_number_with_a_stroke_is_a_mark_behind_a_word_for_what_is_numbered(code: str) -> None:
    resolution = converted(code, "\n\n".join([*TYPED[code], "13/ A/81/229."])).resolution
    assert [(note.marker, note.paragraph) for note in resolution.footnotes] == [("13", "pp1")]
    assert "13" not in resolution.paragraphs[0].text.text
