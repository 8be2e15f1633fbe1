"""The words and phrases of action verbs: how they stand together, and what is said of a page that has them wrong."""

from __future__ import annotations

from typing import Any

import pytest

from converter.languages.around import ProfileError
from converter.languages.listed import listed
from converter.languages.units import Cutter
from converter.languages.verbs import Act, VerbReader
from tests.language_examples import language
from tests.steps import steps

PAGE: dict[str, Any] = {
    "forms": {
        "light": "lighting | lights | to light",
        "take note": "taking note | takes note of, takes note | to take note",
    },
    "adverbs": ["also", "*ly"],
    "degrees": ["deep", "grave"],
    "manners": ["worry"],
    "expressing": {"operative": ["voices"]},
    "intensities": ["deep"],
    "possessives": ["its"],
    "feelings": ["worry"],
    "feeling_lemma": "voice {feeling}",
    "lemmas": {},
    "around": "before: {adverbs} [,]\nafter: in a|the {manner}\nfeeling: [{possessive}] [{intensities}] {feeling}",
    "and": ["and"],
    "inside": ["also", "with *"],
    "connectors": ["and"],
    "recitals": ["whereas", "*ing"],
    "no_recitals": ["morning"],
}


def reader(**changed: Any) -> VerbReader:
    return VerbReader({**PAGE, **changed}, ["Assembly of Lamps"], {})


def opened(text: str, column: str = "operative", **changed: Any) -> tuple[str, str] | None:
    known = reader(**changed)
    tokens = known.tokens(text)
    act = known.opening(tokens, column)
    return (act.lemma, text[slice(*tokens.span(act.first, act.last))]) if act else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lights the lamps;", ("light", "Lights")),
        ("“Also, gladly lights the lamps;", ("light", "Also, gladly lights")),
        ("Takes also note of lamps;", ("take note", "Takes also note of")),
        ("Takes with interest note of lamps;", ("take note", "Takes with interest note of")),
        ("Takes of lamps the note;", None),
        ("Voices its deep and deep worry at lamps;", ("voice worry", "Voices its deep and deep worry")),
        ("Lights in the worry the lamps;", ("light", "Lights in the worry")),
        ("Lighthouses are built;", None),
    ],
)
def test_what_opens_a_paragraph(text: str, expected: tuple[str, str] | None) -> None:
    assert opened(text) == expected


@pytest.mark.parametrize(
    ("text", "opens"),
    [("Whereas lamps burn,", True), ("Dimming lamps,", True), ("Morning lamps,", False), ("Ring the bell,", False)],
)
def test_a_recital_needs_no_verb(text: str, opens: bool) -> None:
    assert reader().opens(text, "preambular") is opens


def test_an_object_shows_the_verb_of_a_later_clause() -> None:
    known = reader(objects=["the"])
    for text, found in [("and lights the lamps", True), ("and lights Lamps", True), ("and lights of lamps", False)]:
        act = known.further(known.tokens(text), 0, "operative")
        assert isinstance(act, Act) is found


def test_letters_are_cut_off_before_a_word_that_is_known() -> None:
    cutter = Cutter(["و"], {"تنير", "وهج"})
    assert [token.word for token in cutter.tokens("وتنير وهج ومصباح").items] == ["و", "تنير", "وهج", "ومصباح"]


def test_a_star_stands_for_letters_of_one_word() -> None:
    tokens = Cutter().tokens("re-lighting lamps gladly")
    assert listed(["re-*ing"]).longest(tokens, 0) == (3, "re-*ing")
    assert listed(["*ly"]).longest(tokens, 4) == (5, "*ly")
    assert listed(["*ly"]).longest(tokens, 3) is None


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"lamp": []}, "verbs has no key lamp"),
        ({"leads": "and"}, "verbs.leads must be a list of words"),
        ({"around": "\nbeyond: {adverb}"}, "verbs.around, line 2: there is no kind beyond"),
        ({"around": "before: {lamp}"}, r"verbs.around, line 1: there is no slot \{lamp\}"),
        ({"saying": {"lamp": []}}, "verbs.saying has no key lamp"),
    ],
)
def test_a_slip_of_a_page_is_told_with_its_place(changed: dict[str, Any], message: str) -> None:
    with pytest.raises(ProfileError, match=message):
        reader(**changed)


@pytest.mark.parametrize(
    ("printed", "lemma"),
    [("تُشدّد على الضوء؛", "يشدد"), ("وإذ تشــدِّد على الضوء،", "يشدد"), ("إذ تلاحظ بقلق بالغ الظلام،", "يلاحظ")],
)
def test_vowel_signs_hide_no_arabic_verb(printed: str, lemma: str) -> None:
    known = language("ar").verbs
    act = known.opening(known.tokens(printed), "preambular")
    assert act is not None
    assert act.lemma == lemma


def test_of_a_line_that_opens_with_no_verb_its_first_words_alone_are_cut() -> None:
    verbs = reader()
    assert verbs.opens("also lighting the lamps of the harbour", "preambular")
    assert not verbs.opens("lamps of the harbour", "preambular")
    short, long = (steps(lambda many=many: verbs.opens("lamps " * many, "preambular")) for many in (14, 28))
    assert long == short


def test_the_first_words_of_a_text_are_those_of_its_whole() -> None:
    cutter = Cutter(("و",), frozenset(["منارة"]))
    text = "ومنارة ثم منارة (12) ومنارة"
    whole = cutter.tokens(text).items
    for most in range(8):
        first = cutter.tokens(text, most).items
        assert first == whole[: len(first)] and len(first) >= min(most, len(whole))


@pytest.mark.parametrize(
    ("code", "text", "column", "lemma"),
    [
        ("fr", "REAFFIRME que les lampes brûlent ;", "operative", "réaffirmer"),
        ("fr", "AYANT REAFFIRME que les lampes brûlent,", "preambular", "réaffirmer"),
        ("fr", "Elargit le mandat des gardiens ;", "operative", "élargir"),
        ("fr", "DECIDE d'allumer les lampes ;", "operative", "décider"),
        ("fr", "AYANT DECIDE d'allumer les lampes,", "preambular", "décider"),
        ("es", "HABIENDO OIDO a los guardas,", "preambular", "escuchar"),
    ],
)
def test_capitals_without_accents_are_the_form_that_their_place_shows(
    code: str, text: str, column: str, lemma: str
) -> None:
    verbs = language(code).verbs
    act = verbs.opening(verbs.tokens(text), column)
    assert act is not None and act.lemma == lemma


def test_small_letters_without_accents_are_other_words() -> None:
    verbs = language("fr").verbs
    assert verbs.opening(verbs.tokens("réaffirmé que les lampes brûlent"), "operative") is None
