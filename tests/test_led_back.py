"""Paragraphs that words lead back to a work, over what stands between the two, in six languages."""

from __future__ import annotations

import pytest

from converter.annotate.found import Found
from tests.language_examples import language, read_citations, resolution

OVER = {  # what stands between in words, with a symbol, and the paragraph behind it
    "en": "Recalling resolution 1325 (2000), {} and paragraph 5 of the same resolution,",
    "fr": "Rappelant la résolution 1325 (2000), {} et le paragraphe 5 de la même résolution,",
    "es": "Recordando la resolución 1325 (2000), {} y el párrafo 5 de la misma resolución,",
    "ru": "ссылаясь на резолюцию 1325 (2000), {} и пункт 5 той же резолюции,",
    "ar": "وإذ يشير إلى القرار 1325 (2000) و{} والفقرة 5 من القرار نفسه،",
    "zh": "回顾第1325（2000）号决议、{}和同一决议第5段，",
}
LETTER = {
    "en": "the letter of the keeper dated 3 May 2001",
    "fr": "la lettre du gardien datée du 3 mai 2001",
    "es": "la carta del guardián de fecha 3 de mayo de 2001",
    "ru": "письмо смотрителя от 3 мая 2001 года",
    "ar": "رسالة الحارس المؤرخة 3 أيار/مايو 2001",
    "zh": "看守人2001年5月3日的信",
}
OF_REPORT = {  # a paragraph of the document right before it
    "en": "Noting the report (S/2001/9) and paragraph 5 of the same report,",
    "fr": "Notant le rapport (S/2001/9) et le paragraphe 5 du même rapport,",
    "es": "Observando el informe (S/2001/9) y el párrafo 5 de dicho informe,",
    "ru": "отмечая доклад (S/2001/9) и пункт 5 того же доклада,",
    "ar": "وإذ يلاحظ التقرير (S/2001/9) والفقرة 5 من التقرير نفسه،",
}
OF_TWO = {
    "en": "Recalling resolutions 1325 (2000) and 1327 (2000), the lamps and paragraph 5 of that resolution,",
    "fr": "Rappelant les résolutions 1325 (2000) et 1327 (2000), les lampes et le paragraphe 5 de cette résolution,",
    "es": "Recordando las resoluciones 1325 (2000) y 1327 (2000), las lámparas y el párrafo 5 de esa resolución,",
    "ru": "ссылаясь на резолюции 1325 (2000) и 1327 (2000), лампы и пункт 5 указанной резолюции,",
    "ar": "وإذ يشير إلى القرارين 1325 (2000) و 1327 (2000) والمصابيح والفقرة 5 من ذلك القرار،",
    "zh": "回顾第1325（2000）和1327（2000）号决议、灯和该决议第5段，",
}


def read(code: str, text: str) -> Found:
    return read_citations(resolution(code, "SC", [text], ["preambular"]), language(code))


def cited(found: Found) -> list[tuple[str | None, list[str]]]:
    return [(one.target, [point.label for point in one.pinpoints]) for one in found.citations]


@pytest.mark.parametrize("code", OVER)
def test_they_belong_to_the_resolution_before_a_letter(code: str) -> None:
    text = OVER[code].format(LETTER[code])
    assert cited(read(code, text)) == [("S/RES/1325(2000)", ["5"])]
    assert not read(code, text).said
    (point,) = read(code, text).citations[0].pinpoints
    assert point.start == point.end  # its words stand behind those of the citation


@pytest.mark.parametrize("code", OVER)
def test_they_are_not_of_the_letter_though_it_has_a_symbol(code: str) -> None:
    found = read(code, OVER[code].format(f"{LETTER[code]} (S/2001/9)"))
    assert cited(found) == [("S/RES/1325(2000)", ["5"]), ("S/2001/9", [])]


def test_nor_where_the_words_before_them_are_one() -> None:
    found = read("zh", "回顾第1325（2000）号决议、看守人2001年5月3日的信（S/2001/9）和该决议第5段，")
    assert cited(found) == [("S/RES/1325(2000)", ["5"]), ("S/2001/9", [])]


@pytest.mark.parametrize("code", OF_REPORT)
def test_those_of_the_report_are_its_own(code: str) -> None:
    assert cited(read(code, OF_REPORT[code])) == [("S/2001/9", ["5"])]


@pytest.mark.parametrize("code", OF_TWO)
def test_of_which_of_two_is_said_to_be_unclear(code: str) -> None:
    found = read(code, OF_TWO[code])
    assert cited(found) == [("S/RES/1325(2000)", []), ("S/RES/1327(2000)", [])]
    assert [one.remark.code for one in found.said] == ["pinpoint-doubtful"]


@pytest.mark.parametrize(
    "text",
    [
        "Recalling resolution 1325 (2000), the report of the keepers and paragraph 5 of the same report,",
        "Recalling resolution 1325 (2000), the lamps and paragraph 5 of the present resolution,",
        "Recalling decision 78/901, the lamps and paragraph 5 of that resolution,",
    ],
)
def test_those_of_another_kind_are_none(text: str) -> None:
    assert [points for _, points in cited(read("en", text))] == [[]]


@pytest.mark.parametrize(
    ("said", "labels"),
    [
        ("и документ о лампах, содержащийся в приложении к этой резолюции,", ["annex"]),
        ("и документ о лампах, содержащийся в приложении к настоящей резолюции,", []),
        ("и решила, что лампы горят, включая пункт 3 этой резолюции,", ["3"]),
    ],
)
def test_in_russian_this_resolution_is_the_one_before_and_the_present_one_is_the_text(
    said: str, labels: list[str]
) -> None:
    found = read("ru", f"ссылаясь на резолюцию 1325 (2000) {said}")
    assert cited(found) == [("S/RES/1325(2000)", labels)]
    assert [one.remark.code for one in found.said] == ([] if labels else ["internal-unresolved"])


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("该决议第5段(b)分段所述", ["5(b)"]),
        ("同一决议第5(b)段所载", ["5(b)"]),
        ("上述决议第5段规定的", ["5"]),
        ("本决议第5段所述", []),
        ("第5段所述", []),
    ],
)
def test_in_chinese_what_is_told_in_a_paragraph_of_the_work_leads_back_too(words: str, labels: list[str]) -> None:
    """所述 says nothing of whose paragraph it is, and the pinpoint was lost in silence."""
    assert cited(read("zh", f"回顾第1325（2000）号决议，请看守人执行{words}任务，")) == [("S/RES/1325(2000)", labels)]
