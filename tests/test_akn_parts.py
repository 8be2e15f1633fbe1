"""Resolutions in parts as marked up, and the document that a text was adopted on: the markup and the words agree."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from converter.authorities import load_authorities
from converter.cite.origin import origin_of
from converter.convert import record_of
from converter.languages import load
from converter.lint import pages
from converter.model import Counts, Expression, Origin, Sidecar
from converter.read import READERS
from converter.write import markdown
from tests.documents.akn import akn, in_parts, marked_up
from tests.documents.official import ENGLISH
from tests.hostile.shown import counted, letters
from tests.hostile.whole import render
from tests.reading import converted
from tests.temp_project import ROOT

AUTHORITIES, _ = load_authorities(ROOT / "authorities")
PARTS = (
    replace(
        ENGLISH,
        preamble=("Recalling its resolution 61/204 of 12 December 2006,^1^",),
        operative=((0, "Calls upon all States to light every lamp."),),
    ),
    replace(
        ENGLISH,
        preamble=("Welcoming the work of the keepers,",),
        operative=((0, "Thanks the keepers;"), (0, "Requests a report on the oil.")),
    ),
)
ORGANS = {
    "ar": "الجمعية العامة", "en": "General Assembly", "es": "Asamblea General", "fr": "Assemblée générale",
    "ru": "Генеральная Ассамблея", "zh": "大会",
}  # fmt: skip
# The line under the title of the adopted text, as each language prints it; the document in it is invented.
BRACKETS = {
    "ar": "[بناء على تقرير اللجنة الخامسة ({})]",
    "en": "[on the report of the Fifth Committee ({})]",
    "es": "[sobre la base del informe de la Quinta Comisión ({})]",
    "fr": "[sur la base du rapport de la Cinquième Commission ({})]",
    "ru": "[по докладу Пятого комитета ({})]",
    "zh": "[根据第五委员会的报告 ({})]",
}
PARAGRAPHS = {
    "ar": "، الفقرة {}", "en": ", para. {}", "es": ", párr. {}", "fr": ", par. {}", "ru": ", пункт {}",
    "zh": "，第{}段",
}  # fmt: skip


def differing(found: Expression) -> list[str]:
    return [one.message for one in found.diagnostics if one.code == "markup-differs"]


def on_report(lang: str, words: str, marked: str) -> bytes:
    """A text with its bracket, in which the markup names `marked`."""
    inline = f'<inline name="originating document">{marked}</inline>'
    proponent = BRACKETS[lang].format(words).replace(words, words.replace(marked, inline, 1))
    return akn(
        f"<coverPage><p><docNumber>A/RES/73/901</docNumber></p><p><docAuthority>{ORGANS[lang]}</docAuthority></p>"
        f"<p><docProponent>{proponent}</docProponent></p></coverPage><preface><p><docNumber>73/901.</docNumber> "
        f"<docTitle>X</docTitle></p></preface><preamble><formula><p>{ORGANS[lang]},</p></formula></preamble>",
        lang=lang,
    )


# --- parts --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("apart", [False, True])
def test_the_parts_are_read_where_they_belong(apart: bool) -> None:
    """Also where they stand behind the closing lines, among the components."""
    data = in_parts(ENGLISH, PARTS, apart=apart)
    found = converted("en", data, "xml")
    assert [one.id for one in found.resolution.paragraphs][:7] == ["pp1", "op1", "h1", "p1", "pp2", "b-1", "b-2"]
    assert found.resolution.masthead.symbol == "A/RES/73/901"
    assert found.resolution.adoption is not None
    assert found.resolution.adoption.meeting == 20
    assert [one.paragraph for one in found.resolution.footnotes] == ["pp1"]
    assert differing(found) == []


def test_counts_are_those_of_all_parts() -> None:
    found = READERS[".xml"](in_parts(ENGLISH, PARTS), "x.xml", "en")[0].markup
    assert found is not None
    assert found.counts == Counts(recitals=2, operative=3, notes=1)
    assert found.symbol == "A/RES/73/901A-B"


@pytest.mark.parametrize("lang", ORGANS)
@pytest.mark.parametrize(("letters_", "symbol"), [("B", "B"), ("C", "C"), ("L*", "L"), ("A-B", ""), ("A–B", "")])
def test_the_letters_of_parts_stand_behind_the_symbol_in_every_language(lang: str, letters_: str, symbol: str) -> None:
    """One part is a document of its own, as citations of 73/901 B say; several share the symbol of the whole."""
    data = on_report(lang, "A/73/905", "A/73/905").replace(b"A/RES/73/901<", f"A/RES/73/901 {letters_}<".encode())
    found = converted(lang, data, "xml")
    assert found.resolution.masthead.symbol == f"A/RES/73/901{symbol}"
    assert found.resolution.masthead.blocks[0].kind == "symbol"
    assert [one for one in differing(found) if "symbol" in one] == []


LED = "<component eId='a'><doc><mainBody>{}<p>Oil.</p></mainBody></doc></component>"


@pytest.mark.parametrize(
    "body",
    [
        "<componentRef href='#a'/><componentRef href='#a'/>" + LED.format(""),
        LED.format("<componentRef href='#a'/>"),
        "<documentRef href='#a'/><documentRef href='#b'/><documentRef href='#'/><documentRef href='#c'/>"
        + LED.format("<documentRef href='#b'/>")
        + LED.format("<documentRef href='#a'/>").replace("'a'", "'b'", 1),
        "<documentRef href='#b'>Wax.</documentRef>" + LED.format(LED.format("").replace("'a'", "'b'")),
        "<table><tr><td>Wick <documentRef href='#a'/></td></tr></table>" + LED.format(""),
        "<p>Lamps<authorialNote marker='1'><p>See <documentRef href='#a'/></p></authorialNote></p>" + LED.format(""),
        LED.format("") + LED.format("<p>The second of that name.</p>") + "<componentRef href='#a'/>",
    ],
    ids=["twice", "itself", "each other", "inside", "from a table", "from a note", "two of a name"],
)
def test_every_word_of_a_part_is_read_once(body: str) -> None:
    data = akn(f"<mainBody>{body}</mainBody>")
    source = READERS[".xml"](data, "x.xml", "en")[0]
    assert letters("akn", data) == counted(source.text)


def test_a_chain_of_parts_is_no_depth() -> None:
    """Each part leads to the next: what is led to from a part is read where it stands."""
    chain = "".join(LED.replace("'a'", f"'c{at}'").format(f"<componentRef href='#c{at + 1}'/>") for at in range(2_000))
    data = akn(f"<mainBody><componentRef href='#c0'/>{chain}</mainBody>")
    assert Counter(line.text for line in READERS[".xml"](data, "x.xml", "en")[0].lines) == {"Oil.": 2_000}


# --- what a text was adopted on -----------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", BRACKETS)
@pytest.mark.parametrize("symbol", ["A/73/905", "A/73/905/Add.1", "A/73/L.12/Rev.1"])
@pytest.mark.parametrize("paragraph", [None, "13"])
def test_the_words_and_the_markup_name_the_same_document(lang: str, symbol: str, paragraph: str | None) -> None:
    words = symbol + (PARAGRAPHS[lang].format(paragraph) if paragraph else "")
    found = converted(lang, on_report(lang, words, words), "xml")
    assert found.origin == (Origin(symbol, paragraph),)
    assert record_of(found, Sidecar("x", "")).origin == found.origin
    assert not any("adopted on" in message for message in differing(found))


@pytest.mark.parametrize("marked", ["A/73/905", "A/73/90", "73/905"])
def test_a_document_that_differs_is_said(marked: str) -> None:
    said = differing(converted("en", on_report("en", "A/73/905, para. 13", marked), "xml"))
    named = {"73/905": "none"}.get(marked, marked)
    assert f"the markup says the document it is adopted on is {named}, the words read as A/73/905, 13" in said


def test_only_the_brackets_of_the_masthead_say_it() -> None:
    assert converted("en", marked_up(ENGLISH, "en"), "xml").origin == ()
    assert origin_of("A/73/905 and Add.1", load("en", AUTHORITIES)) == (
        Origin("A/73/905", None),
        Origin("A/73/905/Add.1", None),
    )


@pytest.mark.parametrize("lang", ORGANS)
def test_the_document_before_the_organ_is_a_link_to_where_it_is_published(lang: str) -> None:
    """And the words of the page stay those of the text."""
    named = f"A/73/905/Add.1{PARAGRAPHS[lang].format(7)}"
    found = converted(lang, on_report(lang, named, "A/73/905/Add.1"), "xml")
    page = markdown.body(found, f"{lang}/A/RES/73/901/index.md")
    assert f"[{named}](https://docs.un.org/{lang}/A/73/905/Add.1)" in page.replace("\\", "")
    assert list(pages.check_words(found.resolution, page, render, pages.second_reader())) == []
