"""One resolution as DOCX, HTML, PDF, text and Akoma Ntoso: whatever the file, the same is understood."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from converter.authorities import load_authorities
from converter.convert import Input, convert
from converter.model import Sidecar
from converter.write.inspect import inspect
from tests.documents.akn import marked_up
from tests.documents.formats import converted_together, text_of_pdf
from tests.documents.languages import LANGUAGES
from tests.documents.official import COUNTED, Words, resolution, typed
from tests.measure.reserved import is_reserved
from tests.temp_project import ROOT

AUTHORITIES, _ = load_authorities(ROOT / "authorities")
BOLD = ("en", "zh")
OF_THE_FILE = ("furniture", "diagnostics")  # the page's own, and the places in the file
_ROW = re.compile(rb"(?m)^\S+(?: \S+)*(?: {3,}\S+(?: \S+)*){2,}$")


def inspected(data: bytes, lang: str, form: str) -> dict[str, Any]:
    sidecar = Sidecar("lamps", "")
    return inspect(convert(Input(f"sources/lamps/{lang}.{form}", lang, data, sidecar), AUTHORITIES), sidecar)


def as_(form: str, words: Words) -> bytes:
    """The resolution in a format: all others are made from the DOCX, the text from the PDF, but for the markup."""
    if form == "xml":
        return marked_up(words, next(lang for lang, own in LANGUAGES.items() if own is words))
    # pdftotext turns some Arabic letters, so the text is typed.
    data = in_docx(words, form)
    if form == "docx":
        return data
    if form == "txt" and words.rtl:
        return typed(words).encode()
    if form == "txt":
        # pdftotext shows a table by columns; a plain text has tabs between its cells.
        text = text_of_pdf(written("pdf")[in_docx(words, "pdf")])
        return _ROW.sub(lambda row: re.sub(rb" {3,}", b"\t", row[0]), text)
    return written(form)[data]


def in_docx(words: Words, form: str) -> bytes:
    """The DOCX that a format is made from. HTML cannot count in Arabic, so the numbers are typed."""
    return resolution(words, numbered=not (words.rtl and form == "html"))


@cache
def written(form: str) -> dict[bytes, bytes]:
    """Each DOCX here with what LibreOffice, which starts once for all of them, makes of it."""
    every = [in_docx(one, form) for words in LANGUAGES.values() for one in (words, set_off(words, form))]
    every += [resolution(LANGUAGES[lang], bold=True) for lang in BOLD]
    return converted_together(tuple(every), form)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_docx_is_understood(lang: str) -> None:
    words = LANGUAGES[lang]
    found = inspected(as_("docx", words), lang, "docx")
    assert found["diagnostics"] == []
    assert (found["symbol"], found["enacting"]) == (words.symbol, words.enacting)
    assert found["number"] + f"{words.stop} " + found["title"] == words.title
    ids = [paragraph["id"] for paragraph in found["paragraphs"]]
    preambular = [f"pp{number}" for number in range(1, len(words.preamble) + 1)]
    first, second, *_ = COUNTED[words.counted[1]]
    operative = ["op1", "op1-a", f"op1-a-{first}", f"op1-a-{second}", "op1-b", "op2", "op3"]
    annex = ["annex-1", "annex-2", "annex-2-a", "annex-2-b", "annex-3", "table1"]
    assert [one for one in ids if one not in ("p1", "p2", "p3", "h1")] == [*preambular, *operative, "annex", *annex]
    assert found["paragraphs"][-1]["text"] == "\n".join("\t".join(row) for row in words.figures)
    assert [note["text"] for note in found["footnotes"]] == list(words.notes)
    assert [note["paragraph"] for note in found["footnotes"]][-1] == "op2"
    assert found["session"]
    assert found["agenda_items"]
    assert found["citations"]


@pytest.mark.parametrize("form", ["html", "pdf", "txt", "xml"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_format_gives_the_same(lang: str, form: str) -> None:
    words = LANGUAGES[lang]
    first, other = (inspected(as_(one, words), lang, one) for one in ("docx", form))
    for key in OF_THE_FILE:
        del first[key], other[key]
    pages = [[paragraph.pop("page") for paragraph in found["paragraphs"]] for found in (first, other)]
    assert all(pages[1]) if form == "pdf" else pages[1] == pages[0]  # only a PDF has pages
    assert other == first


# What formats set off, behind the words of any language: a power, a unit, a formula, letters drawn in one, marks parted
# by a comma, words that nobody sees.
KINDS = " 10^+6^ km^+2^ CO^-2^ o\ufb03ce^!unseen^"
PARTED, BESIDE = "^1^^+,^^2^", "^3^^4^"
_MARK = re.compile(r"\^[123]\^(?: (?=[\u2e80-\uffff]))?")
MERGED = (">>Reef, Head", "", "1951")


def set_off(words: Words, form: str) -> Words:
    """The words with each kind that formats set off; typed marks side by side have a comma between them too."""
    first, *rest = (_MARK.sub("", text) for text in words.preamble)
    first = f"{first[:-1]}{KINDS}{PARTED}{first[-1]}"
    beside = BESIDE if form != "txt" else BESIDE.replace("^^", "^^+,^^")
    rest[0] = f"{rest[0][:-1]}{beside}{rest[0][-1]}"
    operative = tuple((depth, text.replace("^3^", "^5^")) for depth, text in words.operative)
    notes = (*words.notes[:2], "A/61/950.", "A/61/951.", words.notes[2])
    figures = (*words.figures, MERGED)
    return replace(words, preamble=(first, *rest), operative=operative, notes=notes, figures=figures)


@pytest.mark.parametrize("form", ["html", "pdf", "txt", "xml"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_format_sets_off_is_the_same_in_every_format(lang: str, form: str) -> None:
    words = LANGUAGES[lang]
    found = inspected(as_("docx", set_off(words, "docx")), lang, "docx")
    data = typed(set_off(words, form)).encode() if form == "txt" else in_markup(set_off(words, form), lang, form)
    other = inspected(data, lang, form)
    assert "10⁶ km² CO₂ office" in found["paragraphs"][0]["text"]
    assert "unseen" not in str(found["paragraphs"])
    lengths = [len(paragraph["text"]) for paragraph in found["paragraphs"][:2]]
    places = [("pp1", lengths[0] - 1)] * 2 + [("pp2", lengths[1] - 1)] * 2
    assert [(note["paragraph"], note["offset"]) for note in found["footnotes"]][:4] == places
    assert found["paragraphs"][-1]["text"].split("\n")[-1] == "Reef, Head\t\t1951"
    for key in ("text", "id"):
        assert [one[key] for one in found["paragraphs"]] == [one[key] for one in other["paragraphs"]]
    assert found["footnotes"] == other["footnotes"]


def in_markup(words: Words, lang: str, form: str) -> bytes:
    """The resolution in a format that is not typed."""
    return marked_up(words, lang) if form == "xml" else as_(form, words)


@pytest.mark.parametrize("form", ["html", "pdf"])
@pytest.mark.parametrize("lang", BOLD)
def test_a_text_that_is_bold_throughout_is_the_same_in_every_format(lang: str, form: str) -> None:
    data = resolution(LANGUAGES[lang], bold=True)
    found, other = inspected(data, lang, "docx"), inspected(written(form)[data], lang, form)
    for key in ("text", "id"):
        assert [one[key] for one in found["paragraphs"]] == [one[key] for one in other["paragraphs"]]


def without_places(data: bytes, form: str) -> dict[str, Any]:
    found = inspected(data, "en", form)
    return {key: value for key, value in found.items() if key not in OF_THE_FILE}


def test_a_break_inside_a_paragraph_does_not_end_it() -> None:
    page = "<p>The General Assembly,<p>Recalling the lamps of the{} northern harbours,<p>1. Decides to light them."
    broken, whole = (without_places(page.format(sign).encode(), "html") for sign in ("<br>", ""))
    assert [one["id"] for one in broken["paragraphs"]] == ["pp1", "op1"]
    assert broken == whole


CORPUS = ROOT.parent / "shared" / "corpus" / "unsc-en"


@pytest.mark.shared("corpus/unsc-en")
def test_real_texts_on_a_typed_page_are_understood_as_texts() -> None:
    texts = [path for path in sorted(CORPUS.glob("*.txt")) if not is_reserved(path.name)]
    for path in texts[::15]:
        text = path.read_text(encoding="utf-8")
        page = f"<meta charset=utf-8><h1></h1><pre>{html.escape(text)}</pre>"
        assert without_places(page.encode(), "html") == without_places(text.encode(), "txt"), path.name
