"""Ibid. follows the note before it, or says that it cannot, in six languages."""

from __future__ import annotations

import pytest

from converter.annotate.found import Found
from converter.cite.ibid import AGAIN, AGAIN_IN_WORDS, IN_WORDS
from tests.language_examples import language, read_citations, resolution
from tests.reading import converted

WORDS = {  # see, the word itself, paragraph 3, a meeting of the same year
    "en": ("See", "Ibid.", "para. 3", "1590th meeting"),
    "fr": ("Voir", "Ibid.", "par. 3", "1590e séance"),
    "es": ("Véase", "Ibíd.", "párr. 3", "1590ª sesión"),
    "ru": ("См.", "Там же", "п. 3", "1590-е заседание"),
    "ar": ("انظر", "المرجع نفسه", "الفقرة 3", "الجلسة 1590"),
    "zh": ("见", "同上", "第3段", "第一千五百九十次会议"),
}
SERIES = {  # the series, a volume and a number in it, another volume
    "en": ("United Nations, Treaty Series, vol. 911, No. 12", "vols. 912, 913 and 920, No. 34"),
    "fr": ("Nations Unies, Recueil des Traités, vol. 911, no 12", "vol. 912, 913 et 920, no 34"),
    "es": ("Naciones Unidas, Treaty Series, vol. 911, núm. 12", "vols. 912, 913 y 920, núm. 34"),
    "ru": ("United Nations, Treaty Series, vol. 911, No. 12", "vol. 912, 913 и 920, No. 34"),
    "ar": ("الأمم المتحدة، مجموعة المعاهدات، المجلد 911، الرقم 12", "المجلد 912، 913 و 920، الرقم 34"),
    "zh": ("联合国，《条约汇编》，第911卷，第12号", "第912、913和920卷，第34号"),
}
PARTS = {  # parts that are named in words: with a paragraph, alone, with a number; and a number of the treaty series
    "en": ("advisory opinion", "dissenting opinion", "table 4", "No. 973"),
    "fr": ("avis consultatif", "opinion dissidente", "tableau 4", "no 973"),
    "es": ("opinión consultiva", "opinión disidente", "cuadro 4", "núm. 973"),
    "ru": ("консультативное заключение", "особое мнение", "таблица 4", "No. 973"),
    "ar": ("الفتوى", "الرأي المخالف", "الجدول 4", "الرقم 973"),
    "zh": ("咨询意见", "异议意见", "表4", "第973号"),
}
CODES = sorted(WORDS)


def comma(code: str) -> str:
    return {"zh": "，", "ar": "، "}.get(code, ", ")


def read(code: str, *notes: str) -> Found:
    return read_citations(resolution(code, "SC", "A lamp.", notes=list(notes)), language(code))


def said(found: Found) -> list[tuple[str, str]]:
    return [(one.place, one.remark.code) for one in found.said]


@pytest.mark.parametrize("code", CODES)
def test_it_follows_the_note_before(code: str) -> None:
    see, again, place, _ = WORDS[code]
    found = read(code, f"{see} S/9998.", f"{again}{comma(code)}{place}.", again)
    assert [(one.place, one.target) for one in found.citations] == [(f"fn:{n}", "S/9998") for n in (1, 2, 3)]
    assert [one.label for one in found.citations[1].pinpoints] == ["3"]
    assert not found.said


@pytest.mark.parametrize("code", CODES)
def test_it_says_that_nothing_is_cited_before(code: str) -> None:
    see, again, place, _ = WORDS[code]
    found = read(code, f"{see}.", f"{again}{comma(code)}{place}.")
    assert not found.citations
    assert said(found) == [("fn:2", "ibid-unresolved")]
    remark = found.said[0].remark
    assert (remark.start, remark.end, remark.means) == (0, len(again), IN_WORDS)
    first = read(code, f"{again}{comma(code)}{place}.")  # there is no note before it
    assert [one.remark.means for one in first.said] == [""]


@pytest.mark.parametrize("code", CODES)
def test_behind_another_that_leads_nowhere_it_says_so(code: str) -> None:
    see, again, place, meeting = WORDS[code]
    in_words = read(code, f"{see}.", *[f"{again}{comma(code)}{place}."] * 3)
    assert [one.remark.means for one in in_words.said] == [IN_WORDS, AGAIN_IN_WORDS, AGAIN_IN_WORDS]
    elsewhere = read(code, f"{see} S/9998.", f"{again}{comma(code)}{meeting}.", f"{again}{comma(code)}{place}.", again)
    assert [one.remark.means for one in elsewhere.said] == ["", AGAIN, AGAIN]
    followed = read(code, f"{see}.", f"{again}{comma(code)}{place}.", "S/9998.", again)
    assert [(one.place, one.target) for one in followed.citations] == [("fn:3", "S/9998"), ("fn:4", "S/9998")]


@pytest.mark.parametrize("code", CODES)
def test_it_says_that_something_else_follows(code: str) -> None:
    see, again, _, meeting = WORDS[code]
    found = read(code, f"{see} S/9998.", f"{again}{comma(code)}{meeting}.", again)
    assert [one.place for one in found.citations] == ["fn:1"]
    assert said(found) == [("fn:2", "ibid-unresolved"), ("fn:3", "ibid-unresolved")]


@pytest.mark.parametrize("code", CODES)
def test_a_document_that_it_names_is_cited(code: str) -> None:
    _, again, _, meeting = WORDS[code]
    found = read(code, "S/9998.", f"{again}{comma(code)}{meeting}{comma(code)}S/9999.")
    assert [one.target for one in found.citations] == ["S/9998", "S/9999"]
    assert not found.said


@pytest.mark.parametrize("code", CODES)
def test_it_goes_on_in_the_treaty_series(code: str) -> None:
    first, other = SERIES[code]
    found = read(code, f"{first}.", f"{WORDS[code][1]}{comma(code)}{other}.")
    assert [(one.kind, one.number) for one in found.citations] == [
        ("treaty", "UNTS vol. 911, No. 12"),
        ("treaty", "UNTS vol. 912, 913, 920, No. 34"),
    ]
    assert not found.said


@pytest.mark.parametrize("code", CODES)
def test_a_part_that_is_named_in_words_is_of_the_same_work(code: str) -> None:
    see, again, place, _ = WORDS[code]
    paragraph, *alone, _ = PARTS[code]
    notes = [comma(code).join((again, paragraph, place)), *(f"{again}{comma(code)}{one}" for one in alone)]
    found = read(code, f"{see} S/9998.", *(f"{note}." for note in notes))
    assert [one.target for one in found.citations] == ["S/9998"] * 4
    assert [(one.text, [pin.label for pin in one.pinpoints]) for one in found.citations[1:]] == [
        (notes[0], ["3"]),
        (again, []),
        (again, []),
    ]
    assert not found.said


ENTITLED = {
    "en": "section entitled “Lamps, oil and wicks”",
    "fr": "section intitulée « Lampes, huile et mèches »",
    "es": "sección titulada “Lámparas, aceite y mechas”",
    "ru": "раздел, озаглавленный «Лампы, масло и фитили»",
    "ar": "الفرع المعنون ”المصابيح والزيت“",
    "zh": "题为“灯、油和灯芯”的一节",
}


@pytest.mark.parametrize("code", CODES)
def test_a_section_may_be_named_by_its_title(code: str) -> None:
    see, again, place, _ = WORDS[code]
    found = read(code, f"{see} S/9998.", f"{again}{comma(code)}{ENTITLED[code]}{comma(code)}{place}.")
    cited = found.citations[-1]
    assert (cited.place, cited.target, [one.label for one in cited.pinpoints]) == ("fn:2", "S/9998", ["3"])
    assert not found.said


@pytest.mark.parametrize("code", CODES)
def test_it_goes_on_in_the_same_volume(code: str) -> None:
    found = read(code, f"{SERIES[code][0]}.", f"{WORDS[code][1]}{comma(code)}{PARTS[code][3]}.")
    assert [one.number for one in found.citations] == ["UNTS vol. 911, No. 12", "UNTS vol. 911, No. 973"]
    assert not found.said


def test_a_part_is_of_the_document_and_not_of_its_corrigendum() -> None:
    found = read("en", "See A/ES-90/973 and A/ES-90/973/Corr.1.", "Ibid., para. 3.", "A/9/1 and Add.1.", "Ibid., p. 4.")
    assert [(one.target, len(one.pinpoints)) for one in found.citations if one.place == "fn:2"] == [
        ("A/ES-90/973", 1),
        ("A/ES-90/973/Corr.1", 0),
    ]
    assert [one.target for one in found.citations if one.place == "fn:4"] == ["A/9/1", "A/9/1/Add.1"]


@pytest.mark.parametrize("code", CODES)
def test_outside_notes_it_is_a_word(code: str) -> None:
    found = read_citations(resolution(code, "SC", f"S/9998. {WORDS[code][1]}"), language(code))
    assert [one.target for one in found.citations] == ["S/9998"]
    assert not found.said


@pytest.mark.parametrize("code", CODES)
def test_an_addendum_behind_it_is_that_of_the_document(code: str) -> None:
    _, again, paragraph, _ = WORDS[code]
    mark = comma(code)
    found = read(
        code, f"A/9/1/Add.2{mark}{paragraph}.", f"{again}{mark}Add.3{mark}{paragraph}.", f"{again}{mark}Corr.1."
    )
    assert [(one.target, len(one.pinpoints)) for one in found.citations] == [
        ("A/9/1/Add.2", 1),
        ("A/9/1/Add.3", 1),
        ("A/9/1/Corr.1", 0),
    ]
    assert not found.said


def test_several_addenda_behind_it_are_said() -> None:
    found = read("en", "A/9/1.", "Ibid., Add.3 and 4.")
    assert [one.target for one in found.citations] == ["A/9/1"]
    assert "ibid-unresolved" in {one.remark.code for one in found.said}


ANNEXES = {
    "en": "annex II", "fr": "annexe II", "es": "anexo II", "ru": "приложение II", "ar": "المرفق الثاني", "zh": "附件二",
}  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_a_paragraph_behind_an_annex_is_of_that_annex(code: str) -> None:
    _, again, paragraph, _ = WORDS[code]
    found = read(code, f"S/2033/55{comma(code)}{ANNEXES[code]}.", f"{again}{comma(code)}{paragraph}.", f"{again}.")
    labels = [[one.label for one in citation.pinpoints] for citation in found.citations]
    assert labels == [["annex II"], ["annex II.3"], []]


@pytest.mark.parametrize("code", CODES)
def test_another_annex_is_not_within_the_first(code: str) -> None:
    _, again, _, _ = WORDS[code]
    second = ANNEXES[code].replace("II", "III").replace("الثاني", "الثالث").replace("二", "三")
    found = read(code, f"S/2033/55{comma(code)}{ANNEXES[code]}.", f"{again}{comma(code)}{second}.")
    assert [one.label for one in found.citations[1].pinpoints] == ["annex III"]


@pytest.mark.parametrize(
    ("chapters", "labels"),
    [
        ("الفصول من السابع إلى الحادي عشر", ["VII", "VIII", "IX", "X", "XI"]),
        ("الفروع من الثاني إلى الرابع", ["II", "III", "IV"]),
        ("الفصلان السابع والثامن", ["VII", "VIII"]),
        ("القسمان الأول والثاني", ["I", "II"]),
    ],
)
def test_arabic_chapters_behind_from_and_in_the_dual(chapters: str, labels: list[str]) -> None:
    found = read("ar", "انظر S/9998.", f"المرجع نفسه، {chapters}.", "المرجع نفسه.")
    assert [one.target for one in found.citations] == ["S/9998"] * 3
    assert [one.label for one in found.citations[1].pinpoints] == labels
    assert not found.said


def test_each_is_said_by_what_it_means() -> None:
    notes = (
        "S/9998.",
        "Ibid., 1590th meeting.",
        "Ibid., p. 4.",
        "Report on the lamps.",
        "Ibid., p. 3.",
        "Ibid., p. 4.",
    )
    signs = "¹²³⁴⁵⁶"
    recitals = ", ".join(f"the lamp{sign}" for sign in signs)
    lines = ("The General Assembly,", f"Recalling {recitals},", "1. Thanks the keepers.")
    text = "\n\n".join((*lines, *(f"{sign} {note}" for sign, note in zip(signs, notes, strict=True)))) + "\n"
    said = [one for one in converted("en", text).diagnostics if one.code == "ibid-unresolved"]
    told = (
        "leads to no known work: the note",
        "by the same word, which leads",
        "names in words",
        "that is named in words",
    )
    assert all(words in one.message for words, one in zip(told, said, strict=True))
    assert [one.severity.value for one in said] == ["warning", "warning", "info", "info"]
