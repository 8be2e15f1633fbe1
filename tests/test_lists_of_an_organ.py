"""Lists behind the organ that adopted them, ranges that say so, numbers of an organ's resolutions without a year."""

from __future__ import annotations

import pytest

from tests.language_examples import language, read_citations, resolution

ADOPTED = {
    "en": "resolutions adopted by the Economic and Social Council, namely 2031/91, 2031/92 and 2032/93,",
    "fr": "les résolutions adoptées par le Conseil économique et social, à savoir 2031/91, 2031/92 et 2032/93,",
    "es": "las resoluciones aprobadas por el Consejo Económico y Social, a saber, 2031/91, 2031/92 y 2032/93,",
    "ru": "резолюции, принятые Экономическим и Социальным Советом, а именно 2031/91, 2031/92 и 2032/93,",
    "ar": "القرارات التي اتخذها المجلس الاقتصادي والاجتماعي، وهي 2031/91 و 2031/92 و 2032/93،",
    "zh": "经济及社会理事会通过的决议，即第2031/91、2031/92和2032/93号，",
}
INCLUSIVE = {
    "en": "its resolutions 90/901 to 90/903, inclusive, and 90/910,",
    "fr": "ses résolutions 90/901 à 90/903 inclus et 90/910,",
    "es": "sus resoluciones 90/901 a 90/903, inclusive, y 90/910,",
    "ru": "свои резолюции 90/901–90/903 включительно и 90/910,",
    "ar": "قراراتها من 90/901 إلى 90/903 و 90/910،",
    "zh": "其第90/901至90/903号(包括首尾)和第90/910号决议，",
}
SPECIAL = {  # the sentence names the organ, the day beside the first number shows that it is no other's
    "en": "texts of the Human Rights Council on lamps, as resolutions 56/91 of 4 July 2024 and S-29/91 of 3 May 2021,",
    "fr": "les textes du Conseil des droits de l’homme sur les lampes, dont les résolutions 56/91 du 4 juillet 2024 et"
    " S-29/91 du 3 mai 2021,",
    "es": "textos del Consejo de Derechos Humanos sobre luces, como las resoluciones 56/91, de 4 de julio de 2024, y"
    " S-29/91, de 3 de mayo de 2021,",
    "ru": "тексты Совета по правам человека о лампах, такие как резолюции 56/91 от 4 июля 2024 года и S-29/91 от 3 мая"
    " 2021 года,",
    "zh": "人权理事会关于灯火的案文，最近的是2024年7月4日第56/91号和2021年5月3日S-29/91号决议，",
    "ar": "نصوص مجلس حقوق الإنسان بشأن المصابيح، وآخرها القرارات 56/91 المؤرخ 4 تموز/يوليه 2024 و دإ-29/91"
    " المؤرخ 3 أيار/مايو 2021،",
}
LISTED = {
    "en": "Security Council resolutions 9467 (2039) of 23 April 2039 and 9493 of 29 October 2039 on lamps,",
    "fr": "les résolutions du Conseil de sécurité 9467 (2039) du 23 avril 2039 et 9493 du 29 octobre 2039,",
    "es": "resoluciones del Consejo de Seguridad 9467 (2039), de 23 de abril de 2039, y 9493, de 2 de mayo de 2039,",
    "ru": "резолюции Совета Безопасности 9467 (2039) от 23 апреля 2039 года и 9493 от 29 октября 2039 года о лампах,",
    "ar": "قراري مجلس الأمن 9467 (2039) المؤرخ 23 نيسان/أبريل 2039 و 9493 المؤرخ 29 تشرين الأول/أكتوبر 2039،",
    "zh": "安全理事会2039年4月23日第9467(2039)号和2039年10月29日第9493号决议，",
}
NO_YEAR = {
    "en": "the resolution of the Security Council No. 9312 of 4 May 2035",
    "fr": "la résolution du Conseil de sécurité no 9312 du 4 mai 2035",
    "es": "la resolución del Consejo de Seguridad núm. 9312, de 4 de mayo de 2035",
    "ru": "резолюцию Совета Безопасности № 9312 от 4 мая 2035 года",
    "ar": "قرار مجلس الأمن رقم 9312 المؤرخ 4 أيار/مايو 2035",
    "zh": "安全理事会2035年5月4日第9312号决议",
}


@pytest.mark.parametrize("code", ADOPTED)
def test_a_list_behind_the_organ_that_adopted_it(code: str) -> None:
    found = read_citations(resolution(code, "GA", ADOPTED[code]), language(code))
    assert [one.target for one in found.citations] == ["E/RES/2031/91", "E/RES/2031/92", "E/RES/2032/93"]
    assert not found.said


@pytest.mark.parametrize("code", INCLUSIVE)
def test_a_list_goes_on_behind_a_range_that_includes_its_ends(code: str) -> None:
    found = read_citations(resolution(code, "GA", INCLUSIVE[code]), language(code))
    assert [one.number for one in found.citations] == ["90/901", "90/902", "90/903", "90/910"]
    assert not found.said


@pytest.mark.parametrize("code", SPECIAL)
def test_a_number_that_tells_no_year_is_of_whose_the_list_was_shown_to_be(code: str) -> None:
    found = read_citations(resolution(code, "GA", SPECIAL[code]), language(code))
    assert [one.target for one in found.citations] == ["A/HRC/RES/56/91", "A/HRC/RES/S-29/91"]
    assert not found.said


@pytest.mark.parametrize("code", NO_YEAR)
def test_a_number_behind_the_council_has_the_year_of_its_day_or_is_said(code: str) -> None:
    found = read_citations(resolution(code, "GA", NO_YEAR[code]), language(code))
    said = [(NO_YEAR[code][one.remark.start : one.remark.end], one.remark.code) for one in found.said]
    read = [(one.target, one.date) for one in found.citations]
    if code == "en":  # its organ stands between the noun and the number
        assert (read, said) == ([], [("9312", "citation-unread")])
    else:
        assert (read, said) == ([("S/RES/9312(2035)", "2035-05-04")], [])


@pytest.mark.parametrize("code", LISTED)
def test_a_number_without_a_year_in_a_list_is_said_once(code: str) -> None:
    found = read_citations(resolution(code, "GA", LISTED[code]), language(code))
    if code == "zh":  # its day stands right before the number
        assert [one.target for one in found.citations] == ["S/RES/9467(2039)", "S/RES/9493(2039)"]
        assert not found.said
        return
    assert [one.target for one in found.citations] == ["S/RES/9467(2039)"]
    assert [(LISTED[code][one.remark.start : one.remark.end], one.remark.code) for one in found.said] == [
        ("9493", "citation-unread")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "resolution 9467 (2039) of 23 April 2039 and 300 lamps of 29 October 2039",
        "resolution 9467 (2039), 9493 of the lamps being lit on 29 October 2039",
        "resolution 90/9 of 23 April 2039 and 9493 of 29 October 2039",
    ],
)
def test_things_are_counted_in_no_list_of_the_council(words: str) -> None:
    assert not read_citations(resolution("en", "GA", words), language("en")).said


@pytest.mark.parametrize(
    "words", ["the resolution of the Security Council 300 lamps were lit by", "decision of the Security Council 1990"]
)
def test_what_counts_or_is_a_year_is_not_said(words: str) -> None:
    assert not read_citations(resolution("en", "GA", words), language("en")).said
