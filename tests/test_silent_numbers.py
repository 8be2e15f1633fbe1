"""Numbers that were passed over, cut or led astray without a word: each is read or said, in every language."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import ENACTING, number, read_lines

ACTS = {"en": "Requests light.", "fr": "Demande de la lumière.", "es": "Pide luz."} | {
    "ru": "просит дать свет.", "zh": "请求照明。", "ar": "تطلب الضوء.",
}  # fmt: skip
RECALLING = {"en": "Recalling {},", "fr": "Rappelant {},", "es": "Recordando {},"} | {
    "ru": "ссылаясь на {},", "zh": "回顾{}，", "ar": "إذ تشير إلى {}،",
}  # fmt: skip


def _read(lang: str, words: str) -> Expression:
    return read_lines(lang, "txt", ENACTING[lang], RECALLING[lang].format(words), f"{number(lang, 1)} {ACTS[lang]}")


def _cited(lang: str, words: str) -> list[tuple[str | None, str | None]]:
    return [(one.target, one.date) for one in _read(lang, words).citations]


def _said(lang: str, words: str, code: str) -> list[str]:
    return [one.message for one in _read(lang, words).diagnostics if one.code == code]


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("大会第91/291号决议A和B", "AB"),
        ("大会第91/291号决议A、B和C以及灯火", "ABC"),
        ("大会第91/291号决议A至C", "ABC"),
        ("大会第91/291号决议", " "),
        ("大会第91/291号决议B组文件", " "),  # a letter of the word behind it
    ],
)
def test_parts_behind_the_chinese_noun(words: str, letters: str) -> None:
    assert [target for target, _ in _cited("zh", words)] == [f"A/RES/91/291{letter.strip()}" for letter in letters]


@pytest.mark.parametrize(
    "printed", ["2953 B号(XXIII)", "2953 A号和B号(XXIII)", "2953 A号、B号和C号(XXIII)", "2953 A和B号(二十三)"]
)
def test_parts_with_their_signs_before_the_session(printed: str) -> None:
    assert _cited("zh", f"第{printed}决议") == [("A/RES/2953(XXIII)", None)]


PARTIES = {
    "en": "decision XXVIII/1 of the Meeting of the Parties",
    "fr": "la décision XXVIII/1 de la Réunion des Parties",
    "es": "la decisión XXVIII/1 de la Reunión de las Partes",
    "ru": "решение XXVIII/1 Совещания Сторон",
    "zh": "缔约方会议第XXVIII/1号决定",
    "ar": "المقرر XXVIII/1 الصادر عن اجتماع الأطراف",
}


@pytest.mark.parametrize("lang", PARTIES)
def test_a_number_by_a_meeting_in_roman_figures(lang: str) -> None:
    [one] = _read(lang, PARTIES[lang]).citations
    assert (one.number, one.kind, one.target, one.of_others) == ("XXVIII/1", "decision", None, True)


@pytest.mark.parametrize("words", ["part III/2 of the plan", "annex II/1 and No. XI/12", "the lamps XXVIII/1"])
def test_other_roman_figures_with_a_stroke_are_no_citation(words: str) -> None:
    assert _cited("en", words) == []


YEAR_BEHIND = {
    "en": "its resolution 91/3 (2036) of 5 October 2036",
    "fr": "sa résolution 91/3 (2036) du 5 octobre 2036",
    "es": "su resolución 91/3 (2036), de 5 de octubre de 2036",
    "ru": "свою резолюцию 91/3 (2036) от 5 октября 2036 года",
    "zh": "大会2036年10月5日第91/3(2036)号决议",
    "ar": "قرارها 91/3 (2036) المؤرخ 5 تشرين الأول/أكتوبر 2036",
}


@pytest.mark.parametrize("lang", YEAR_BEHIND)
def test_a_year_in_brackets_behind_a_session_hides_no_date(lang: str) -> None:
    assert _cited(lang, YEAR_BEHIND[lang]) == [("A/RES/91/3", "2036-10-05")]
    assert _cited(lang, "A/RES/91/3 (2036)") == [("A/RES/91/3", None)]


IN_SHORT = {
    "en": "documents A/90/5 and 91/6",
    "fr": "les documents A/90/5 et 91/6",
    "es": "los documentos A/90/5 y 91/6",
    "ru": "документы A/90/5 и 91/6",
    "zh": "A/90/5和91/6号文件",
    "ar": "الوثيقتين A/90/5 و 91/6",
}


@pytest.mark.parametrize("lang", IN_SHORT)
def test_a_session_and_a_number_behind_a_symbol_are_said(lang: str) -> None:
    assert _cited(lang, IN_SHORT[lang]) == [("A/90/5", None)]
    [said] = _said(lang, IN_SHORT[lang], "citation-unread")
    assert "“91/6”" in said


def test_what_is_no_number_behind_a_symbol_is_not_said() -> None:
    assert _said("en", "documents A/90/5 and 24/7 light", "citation-unread") == []


NOUGHT = {
    "en": "its resolution 91/3 of 5 0ctober 2036",
    "fr": "sa résolution 91/3 du 5 0ctobre 2036",
    "es": "su resolución 91/3, de 5 de 0ctubre de 2036",
    "ru": "свою резолюцию 91/3 от 5 0ктября 2036 года",
}


@pytest.mark.parametrize("lang", NOUGHT)
def test_a_nought_at_the_head_of_a_month(lang: str) -> None:
    assert _cited(lang, NOUGHT[lang]) == [("A/RES/91/3", "2036-10-05")]
    assert len(_said(lang, NOUGHT[lang], "date-misprint")) == 1


HEALTH = {
    "en": "World Health Assembly resolutions 93.22 and 94.5",
    "fr": "les résolutions 93.22 et 94.5 de l’Assemblée mondiale de la Santé",
    "es": "las resoluciones 93.22 y 94.5 de la Asamblea Mundial de la Salud",
    "ru": "резолюции 93.22 и 94.5 Всемирной ассамблеи здравоохранения",
    "zh": "世界卫生大会第93.22号和第94.5号决议",
    "ar": "قراري جمعية الصحة العالمية 93.22 و 94.5",
}


@pytest.mark.parametrize("lang", HEALTH)
def test_numbers_of_the_health_assembly_without_its_letters(lang: str) -> None:
    found = _read(lang, HEALTH[lang]).citations
    assert [(one.body, one.number) for one in found] == [("WHA", "WHA93.22"), ("WHA", "WHA94.5")]


def test_a_hyphen_is_a_point_in_arabic_alone() -> None:
    [one] = _read("ar", "قرار جمعية الصحة العالمية 93-22").citations
    assert one.number == "WHA93.22"
    assert _read("en", "World Health Assembly resolutions 93-95").citations == ()


@pytest.mark.parametrize("words", ["decision 12.5 of the Council", "resolution 93.22", "a resolution 12.5 per cent"])
def test_a_number_with_a_point_is_of_no_other_organ(words: str) -> None:
    assert _cited("en", words) == []


BARE = {
    "en": "Security Council resolution 1993 of 29 July 2011",
    "fr": "la résolution 1993 du Conseil de sécurité en date du 29 juillet 2011",
    "es": "la resolución 1993 del Consejo de Seguridad, de 29 de julio de 2011",
    "ru": "резолюцию 1993 Совета Безопасности от 29 июля 2011 года",
    "zh": "安全理事会2011年7月29日第1993号决议",
    "ar": "قرار مجلس الأمن 1993 المؤرخ 29 تموز/يوليه 2011",
}


@pytest.mark.parametrize("lang", BARE)
def test_a_number_of_the_council_named_has_the_year_of_its_day(lang: str) -> None:
    assert _cited(lang, BARE[lang]) == [("S/RES/1993(2011)", "2011-07-29")]
    assert _said(lang, BARE[lang], "citation-unread") == []


@pytest.mark.parametrize("lang", RECALLING)
@pytest.mark.parametrize(
    ("symbol", "target"), [("S/RES/1993", "S/RES/1993(2011)"), ("S/RES/1993 (2011)", "S/RES/1993(2011)")]
)
def test_a_symbol_of_the_council_without_its_year(lang: str, symbol: str, target: str) -> None:
    assert _cited(lang, symbol) == [(target, None)]
    assert len(_said(lang, symbol, "citation-misprint")) == (symbol == "S/RES/1993")


def test_a_symbol_of_which_the_year_is_not_known_is_said() -> None:
    assert _cited("en", "S/RES/9993") == []
    assert len(_said("en", "S/RES/9993", "citation-unread")) == 1


@pytest.mark.parametrize(
    ("place", "labels"),
    [
        ("第3㈡段", ["3(ii)"]),
        ("第3(二)段", ["3(ii)"]),
        ("第3㈡和㈢段", ["3(ii)", "3(iii)"]),
        ("第4(a)㈡段", ["4(a)(ii)"]),
    ],
)
def test_a_chinese_label_right_behind_the_number_of_a_paragraph(place: str, labels: list[str]) -> None:
    [one] = _read("zh", f"大会第91/1号决议{place}").citations
    assert [at.label for at in one.pinpoints] == labels


# A blank inside the noun, as exports of documents have them.
BROKEN_NOUNS = {
    "en": "the reso lutions on lamps 6/93 of 27 September 2047",
    "fr": "les réso lutions sur les lampes 6/93 du 27 septembre 2047",
    "es": "las reso luciones sobre las lámparas 6/93, de 27 de septiembre de 2047",
    "ru": "резо люции о лампах 6/93 от 27 сентября 2047 года",
    "ar": "القرا رات المتعلقة بالمنارات 6/93 المؤرخ 27 أيلول/سبتمبر 2047",
}


@pytest.mark.parametrize("lang", sorted(BROKEN_NOUNS))
def test_a_number_of_a_low_session_with_its_day_is_said_where_its_noun_is_broken(lang: str) -> None:
    words = BROKEN_NOUNS[lang]
    assert len(_said(lang, words, "citation-unread")) == 1
    assert not _said(lang, words.replace("2047", "1947"), "citation-unread")


def test_a_month_stands_before_a_chinese_number() -> None:
    """It is no end of its list, and no day of another member is its own."""
    words = "大会2091年12月15日第91/225号、2092年4月第91/318号和2092年第91/319号决议"
    assert _cited("zh", words) == [("A/RES/91/225", "2091-12-15"), ("A/RES/91/318", None), ("A/RES/91/319", None)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("理事会春天的第2970(2091)号和夏天的第2973(2091)号决议", ["2970(2091)"]),
        ("第16(2091)号法律和第2973(2091)号决议", []),
        ("第12(2090)号和第13(2091)号一般性意见以及第2973(2091)号决议", []),
    ],
)
def test_a_chinese_number_with_its_signs_in_a_list_of_resolutions_is_said(words: str, said: list[str]) -> None:
    found = _said("zh", words, "citation-unread")
    assert [one.split("”")[0].strip("“") for one in found] == said
