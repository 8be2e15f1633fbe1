"""Pinpoints whose brackets have blanks inside, ( a ), or only one side, 1) a): the text's own and those of a work."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import ENACTING, converted, number

LANGUAGES = tuple(ENACTING)
ASKS = {
    "en": ("Requests the keepers:", "to trim;"),
    "fr": ("Prie les gardiens :", "de tailler ;"),
    "es": ("Pide a los guardianes:", "que corten;"),
    "ru": ("просит смотрителей:", "подрезать;"),
    "zh": ("请守灯人：", "修剪；"),
    "ar": ("تطلب إلى الحراس:", "أن يقصوا؛"),
}
SAYS = {
    "en": "Requests light, as in paragraph {own} above and paragraph {other} of its resolution 71/305.",
    "fr": "Demande du feu, comme au paragraphe {own} ci-dessus et au paragraphe {other} de sa résolution 71/305.",
    "es": "Pide luz, como en el párrafo {own} supra y en el párrafo {other} de su resolución 71/305.",
    "ru": "просит дать свет, как в пункте {own} выше и пункте {other} своей резолюции 71/305.",
    "zh": "请照明，如上文第{own}段和第71/305号决议第{other}段。",
    "ar": "تطلب الضوء، كما في الفقرة {own} أعلاه والفقرة {other} من قرارها 71/305.",
}
BOTH = {
    "en": "Requests light, as in paragraphs {one} and {two} above.",
    "fr": "Demande de la lumière, comme aux paragraphes {one} et {two} ci-dessus.",
    "es": "Pide luz, como en los párrafos {one} y {two} supra.",
    "ru": "просит дать свет, как в пунктах {one} и {two} выше.",
    "zh": "请照明，如上文第{one}段和第{two}段。",
    "ar": "تطلب الضوء، كما في الفقرتين {one} و{two} أعلاه.",
}
ABOVE = {
    "en": "Requests light (see paragraph 1).",
    "fr": "Demande de la lumière (voir paragraphe 1).",
    "es": "Pide luz (véase el párrafo 1).",
    "ar": "تطلب الضوء (انظر الفقرة 1).",
}


def _read(lang: str, words: str) -> Expression:
    lead, item = ASKS[lang]
    a, b = "أب" if lang == "ar" else "ab"
    first = (f"{number(lang, 1)} {lead}", f"({a}) {item}", f"({b}) {item}")
    second = (f"{number(lang, 2)} {lead}", f"(1) {lead}", f"({a}) {item}", f"({b}) {item}", f"(2) {item}")
    return converted(lang, "\n\n".join((ENACTING[lang], *first, *second, f"{number(lang, 3)} {words}")))


def _found(read: Expression) -> tuple[list[tuple[str, ...]], list[list[str]]]:
    pins = [[one.label for one in cited.pinpoints] for cited in read.citations]
    return [one.to for one in read.internal], pins


def _letters(lang: str, words: str) -> str:
    return words.translate(str.maketrans("ab", "أب")) if lang == "ar" else words


@pytest.mark.parametrize(("own", "other"), [
    ("1 ( b )", "3 ( a )"), ("1( b )", "3( a )"), ("1 (b )", "3 ( a)"), ("1 b )", "3 a )"), ("1 b)", "3 a)"),
])  # fmt: skip
@pytest.mark.parametrize("lang", LANGUAGES)
def test_blanks_inside_brackets_are_none(lang: str, own: str, other: str) -> None:
    words = SAYS[lang].format(own=_letters(lang, own), other=_letters(lang, other))
    assert _found(_read(lang, words)) == ([("op1-b",)], [["3(a)"]])


@pytest.mark.parametrize("printed", ["2 (1) (b)", "2 1) b)", "2 ( 1 ) ( b )", "2 1 ) b )", "2(1)(b)"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_figure_may_have_one_bracket_or_blanks(lang: str, printed: str) -> None:
    words = SAYS[lang].format(own=_letters(lang, printed), other=_letters(lang, printed))
    assert _found(_read(lang, words)) == ([("op2-1-b",)], [["2(1)(b)"]])


@pytest.mark.parametrize(("one", "two", "ids"), [
    ("1 ( a )", "2", ("op1-a", "op2")),
    ("1 b )", "2 1)", ("op1-b", "op2-1")),
    ("2 1) a)", "2 2)", ("op2-1-a", "op2-2")),
])  # fmt: skip
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_goes_on_behind_them(lang: str, one: str, two: str, ids: tuple[str, str]) -> None:
    words = BOTH[lang].format(one=_letters(lang, one), two=_letters(lang, two))
    assert [to for to, _ in zip(_found(_read(lang, words))[0], "x", strict=False)] == [ids]


@pytest.mark.parametrize("lang", ABOVE)
def test_a_bracket_around_the_words_is_no_label(lang: str) -> None:
    assert _found(_read(lang, ABOVE[lang])) == ([("op1",)], [])


@pytest.mark.parametrize("printed", ["2 (1), (2) and (3)", "2 1), 2) and 3)"])
def test_a_list_of_figures_goes_on(printed: str) -> None:
    read = _read("en", f"Requests light, as in paragraphs {printed} of resolution 71/305.")
    assert _found(read)[1] == [["2(1)", "2(2)", "2(3)"]]


@pytest.mark.parametrize(("lang", "words"), [
    ("en", "Requests light, as in subparagraph 1) of paragraph 2 of resolution 71/305."),
    ("fr", "Demande de la lumière, comme à l’alinéa 1) du paragraphe 2 de la résolution 71/305."),
    ("es", "Pide luz, como en el apartado 1) del párrafo 2 de la resolución 71/305."),
    ("ru", "просит дать свет, как в подпункте 1) пункта 2 резолюции 71/305."),
    ("ar", "تطلب الضوء، كما في الفقرة الفرعية 1) من الفقرة 2 من القرار 71/305."),
])  # fmt: skip
def test_a_sub_paragraph_may_be_a_figure(lang: str, words: str) -> None:
    assert _found(_read(lang, words)) == ([], [["2(1)"]])


def test_an_arabic_label_in_quotation_marks_may_have_blanks_too() -> None:
    words = "تطلب الضوء، كما في الفقرة 2 ( أ ) ’ 1 ‘ من القرار 71/305."
    assert _found(_read("ar", words)) == ([], [["2(a)(1)"]])
