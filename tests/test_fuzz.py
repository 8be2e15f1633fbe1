"""Mutated files behind the door, a fixed few of each kind; `tests.hostile.fuzz` tries as many as one likes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.model import Diagnostic, Source
from converter.read import Reader, reader_here
from tests.documents.akn import akn
from tests.documents.word import SEPARATORS, docx, mark, note, p
from tests.hostile import fuzz, mutated
from tests.hostile.raw_pdf import page

FEW = range(60)


@pytest.mark.fuzz
@pytest.mark.parametrize("kind", mutated.ENDINGS)
def test_no_mutated_file_crashes_or_loses_a_word(kind: str) -> None:
    figures = fuzz.run(kind, FEW)
    assert figures.faults == []
    assert figures.files == len(FEW)


@pytest.mark.fuzz
@pytest.mark.parametrize("kind", mutated.ENDINGS)
def test_most_mutated_files_get_past_the_door(kind: str) -> None:
    made = [mutated.mutated(kind, seed) for seed in FEW]
    assert made == [mutated.mutated(kind, seed) for seed in FEW]
    assert len(set(made)) > 0.9 * len(FEW)
    at_the_door = ("read-broken", "read-not-docx", "read-encrypted", "read-too-large")
    read = reader_here(mutated.ENDINGS[kind])
    refused = sum(any(one.code in at_the_door for one in read(data, "x", lang)[1]) for lang, data in made)
    assert refused < 0.2 * len(FEW)


LOSSES = {
    "akn": akn("<mainBody><p>The Council of Lamps,</p><p>1. Requests a report.</p></mainBody>"),
    "docx": docx(p("The Council of Lamps,"), p("1. Requests a report.")),
    "html": b"<meta charset=utf-8><p>The Council of Lamps,<p>1. Requests a report.",
    "pdf": page(b"BT /A 12 Tf 72 700 Td (The Council of Lamps,) Tj 0 -40 Td (Requests a report.) Tj ET", packed=False),
}


def without_a_word(ending: str, *, accept_changes: bool = False) -> Reader:
    """A reader that drops a word and says nothing."""

    def read(data: bytes, path: str, lang: str) -> tuple[Source, tuple[Diagnostic, ...]]:
        source, findings = reader_here(ending, accept_changes=accept_changes)(data, path, lang)
        return replace(source, text=source.text.replace("Requests", "        ")), findings

    return read


@pytest.mark.parametrize("kind", LOSSES)
def test_a_lost_word_is_seen(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    file = mutated.Mutated("en", LOSSES[kind])
    expression = fuzz.converted(kind, file)
    assert [*fuzz.lost(kind, file, expression)] == []
    monkeypatch.setattr(fuzz, "reader_of", without_a_word)
    assert [fault[:5] for fault in fuzz.lost(kind, file, expression)] == ["lost:"]


_LED = "<sup><a href='#f1'>1</a></sup>"
_MENU = "<nav><a href=x>Home</a></nav>"
_BELOW = "<p>The Lighthouse Council,</p><p>Recalling resolution 1/1,</p><p>1. Decides to end.</p><p id=f1>1 A/1/3.</p>"


def _word(*above: str) -> bytes:
    body = (p("The Lighthouse Council,"), p("Recalling resolution 1/1,"), p("1. Decides to end."))
    return docx(*above, *body, footnotes=SEPARATORS + note(1, "A/1/3."))


@pytest.mark.parametrize(
    ("kind", "data", "place"),
    [
        ("docx", _word(p(mark(1), "Lamps")), "masthead:0"),
        ("docx", _word(p("LG/LHC/RES/30/7"), p("Lamps", mark(1))), "masthead:1"),
        ("html", f"{_MENU}<main><h1>1/ 2. Lamps</h1>{_BELOW}</main>".encode(), "masthead:0"),
        ("html", f"{_MENU}<main><h1>{_LED} Lamps</h1>{_BELOW}</main>".encode(), "masthead:0"),
        ("html", f"{_MENU}<main><h1>{_LED}</h1><h2>Lamps</h2>{_BELOW}</main>".encode(), "masthead:0"),
        ("html", f"{_MENU}<main><h1>{_LED}</h1>{_BELOW}</main>".encode(), "pp1"),
    ],
    ids=["DOCX", "behind it", "old style", "HTML", "a line of its own", "alone"],
)
def test_a_mark_before_the_first_words_of_the_masthead_is_kept(kind: str, data: bytes, place: str) -> None:
    """The mark was lost; where its line had nothing else, the page showed an attribute list."""
    expression = fuzz.converted(kind, mutated.Mutated("en", data))
    assert [*fuzz.faults_of(expression)] == []
    (footnote,) = expression.resolution.footnotes
    assert (footnote.paragraph or footnote.also[0].place) == place
    assert all(block.text.text == block.text.text.strip() != "" for block in expression.resolution.masthead.blocks)
