"""Marks, powers and formulas in DOCX, HTML, PDF and text: the same signs give the same reading."""

from __future__ import annotations

import re
from typing import Any

import pytest

from converter.authorities import Authorities
from converter.convert import Input, convert
from converter.model import Sidecar
from converter.write.inspect import inspect
from tests.documents.paper import Paper
from tests.documents.word import Xml, docx, p, r

HIGH, LOW = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
# ^x^ stands higher, _x_ lower.
SAYING = {
    "en": "1. Requests all harbours to count 10^6^ lamps on 40 km^2^ free of CO_2_, the oil^1^ and the wicks^2^;",
    "fr": "1. Demande de compter 10^6^ lampes sur 40 km^2^ sans CO_2_, le 1^er^ juin, et l’huile^1^ et les mèches^2^.",
    "es": "1. Pide a los puertos que cuenten 10^6^ faros en 40 km^2^ sin CO_2_, con el aceite^1^ y las mechas^2^;",
    "ru": "1. просит порты пересчитать 10^6^ ламп на 40 км^2^ без CO_2_, а также масло^1^ и фитили^2^;",
}  # fmt: skip
NOTES = ("A/81/929.", "A/81/930.")
SHOWN = (("10^6^", "10⁶"), ("km^2^", "km²"), ("км^2^", "км²"), ("_2_", "₂"), ("^er^", "er"), ("^1^", ""), ("^2^", ""))
_HIGH = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))


def pieces(text: str) -> list[tuple[str, str]]:
    """The parts of a text, each with `^`, `_` or nothing."""
    found, kind, held = [], "", ""
    for char in text:
        if char in "^_":
            found += [(held, kind)] if held else []
            kind, held = ("" if kind else char), ""
        else:
            held += char
    return [*found, (held, kind)]


def as_docx(text: str) -> bytes:
    runs = [r(words, {"^": HIGH, "_": LOW}.get(kind, "")) for words, kind in pieces(text)]
    notes = [p(r(str(at), HIGH), f" {note}") for at, note in enumerate(NOTES, 1)]
    return docx(p(Xml("".join(runs))), *notes)


def as_html(text: str) -> bytes:
    tags = {"^": "<sup>{}</sup>", "_": "<sub>{}</sub>"}
    words = "".join(tags.get(kind, "{}").format(part) for part, kind in pieces(text))
    notes = "".join(f"<p><sup>{at}</sup> {note}</p>" for at, note in enumerate(NOTES, 1))
    return f"<meta charset=utf-8><main><p>{words}</p>{notes}</main>".encode()


def as_pdf(text: str) -> bytes:
    paper = Paper().page()
    x, y = 60.0, 100.0
    for words, kind in pieces(text):
        if kind:
            x = paper.say(x, y, f"^{words}^") if kind == "^" else paper.say(x, y + 1.5, words, size=6)
            continue
        for word in re.findall(r" ?\S+ ?", words):
            x, y = (60.0, y + 12) if x > 420 and word.lstrip()[:1].isalpha() else (x, y)
            x = paper.say(x, y, word)
    paper.rule(60, 700, 160, 700)
    for at, note in enumerate(NOTES):
        paper.say(60, 715 + 12 * at, f"^{at + 1}^ {note}", size=8)
    return paper.finished()


def as_txt(text: str) -> bytes:
    high = str.maketrans(_HIGH)
    signs = [words.translate(high) if kind == "^" else "₂" if kind else words for words, kind in pieces(text)]
    notes = "\n".join(f"{_HIGH[str(at)]} {note}" for at, note in enumerate(NOTES, 1))
    return f"{''.join(signs)}\n\n{notes}\n".encode()


MADE = {"docx": as_docx, "html": as_html, "pdf": as_pdf, "txt": as_txt}


def found(lang: str, form: str, text: str) -> dict[str, Any]:
    sidecar = Sidecar("lamps", "")
    given = Input(f"sources/lamps/{lang}.{form}", lang, MADE[form](text), sidecar)
    return inspect(convert(given, Authorities()), sidecar)


@pytest.mark.parametrize("form", MADE)
@pytest.mark.parametrize("lang", SAYING)
def test_powers_keep_their_height_and_marks_are_marks(lang: str, form: str) -> None:
    read = found(lang, form, SAYING[lang])
    (paragraph,) = (one for one in read["paragraphs"] if one["id"] == "op1")
    text = SAYING[lang].partition(". ")[2]
    for written, shown in SHOWN:
        text = text.replace(written, shown)
    assert paragraph["text"] == text
    assert [(note["id"], note["paragraph"], note["text"]) for note in read["footnotes"]] == [
        ("1", "op1", NOTES[0]),
        ("2", "op1", NOTES[1]),
    ]
    assert [one for one in read["diagnostics"] if "note" in one["code"]] == []


@pytest.mark.parametrize("form", ["docx", "html", "pdf"])
def test_a_raised_number_that_no_note_answers_is_said(form: str) -> None:
    text = "1. Requests all harbours to light the lamps^7^ and to keep the oil^1^ and the wicks^2^ dry."
    read = found("en", form, text)
    assert "the lamps⁷ and" in read["paragraphs"][0]["text"]
    assert [one["code"] for one in read["diagnostics"] if "note" in one["code"]] == ["mark-without-note"]


@pytest.mark.parametrize("form", MADE)
def test_what_stands_on_a_ten_is_the_mark_of_a_note_that_has_no_other(form: str) -> None:
    read = found("en", form, "1. Requests all harbours to light the lamps^1^ of plan No. 10^2^ at dusk;")
    assert read["paragraphs"][0]["text"] == "Requests all harbours to light the lamps of plan No. 10 at dusk;"
    assert [(note["id"], note["paragraph"]) for note in read["footnotes"]] == [("1", "op1"), ("2", "op1")]
    assert [one for one in read["diagnostics"] if "note" in one["code"]] == []


@pytest.mark.parametrize("form", MADE)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_number_of_an_isotope_stands_before_it_and_is_no_mark(lang: str, form: str) -> None:
    begun = {"en": "1. Requests a count of", "fr": "1. Demande de compter"}[lang]
    read = found(lang, form, f"{begun} ^14^C, ^14^C/^12^C and ^235^U in the oil^1^ and the wicks^2^;")
    assert "¹⁴C, ¹⁴C/¹²C and ²³⁵U in the oil and" in read["paragraphs"][0]["text"]
    assert [(note["id"], note["paragraph"]) for note in read["footnotes"]] == [("1", "op1"), ("2", "op1")]
    assert [one for one in read["diagnostics"] if "note" in one["code"]] == []


@pytest.mark.parametrize("form", ["docx", "html"])
@pytest.mark.parametrize(
    ("raised", "shown"),
    [
        ("^(^^2^^);^", ";"),
        ("^.^^2^ They are wet;", ". They are wet;"),
        ("^(2)؛^", "؛"),
        ("^2;^", ";"),
        # turned brackets, of which one is raised
        ("(^)2،^", "()،"),
        ("()^)2^ ;", "()) ;"),
    ],
)
def test_the_signs_of_a_sentence_that_are_raised_with_a_mark_are_none_of_it(raised: str, shown: str, form: str) -> None:
    read = found("en", form, f"1. Requests all harbours to keep the oil^1^ and the wicks{raised}")
    assert read["paragraphs"][0]["text"] == f"Requests all harbours to keep the oil and the wicks{shown}"
    assert [(note["id"], note["paragraph"]) for note in read["footnotes"]] == [("1", "op1"), ("2", "op1")]


@pytest.mark.parametrize("form", ["docx", "html", "pdf"])
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_raised_sign_and_its_number_are_a_power_or_a_charge_and_no_mark(lang: str, form: str) -> None:
    begun = {
        "en": "1. Requests a count per second (s^\u22121^) of",
        "ru": "1. просит вести счет в секунду (s^\u22121^) для",
    }
    read = found(lang, form, f"{begun[lang]} SO_4_^2\u2212^ and Ca^2+^ in the oil^1^ and the wicks^2^;")
    assert "(s⁻¹)" in read["paragraphs"][0]["text"]
    assert "SO₄²⁻ and Ca²⁺ in the oil and the wicks;" in read["paragraphs"][0]["text"]
    assert [one for one in read["diagnostics"] if "note" in one["code"] or "mark" in one["code"]] == []


@pytest.mark.parametrize(("lang", "ordinal"), [("en", "50^th^^2^"), ("es", "50^o^^2^"), ("fr", "50^e^^2^")])
def test_a_mark_behind_the_raised_letters_of_an_ordinal(lang: str, ordinal: str) -> None:
    begun = {
        "en": "1. Requests oil^1^ in its {}",
        "es": "1. Pide aceite^1^ en su {}",
        "fr": "1. Demande^1^ de l’huile, {}",
    }
    read = found(lang, "html", begun[lang].format(f"{ordinal} ;"))
    assert read["paragraphs"][0]["text"].endswith(f"{ordinal.partition('^^')[0].replace('^', '')} ;")
    assert [(note["id"], note["paragraph"]) for note in read["footnotes"]] == [("1", "op1"), ("2", "op1")]
