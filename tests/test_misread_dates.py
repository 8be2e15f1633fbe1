"""Dates with a misread sign are read and said; what looks like a date and is none is said, and nothing else is."""

from __future__ import annotations

import pytest

from tests.language_examples import language, read_citations, resolution

SLIPS = [
    ("en", "Recalling resolution 9212 (1974) of | November 1974 on lamps,", "1974-11-01"),
    ("en", "Recalling resolution 9212 (1974) of l November 1974 on lamps,", "1974-11-01"),
    ("en", "Recalling resolution 9212 (1974) of 3] March 1974 on lamps,", "1974-03-31"),
    ("en", "Recalling resolution 9212 (1974) of 2l March l974 on lamps,", "1974-03-21"),
    ("en", "Recalling resolution 9212 (1974) of 2O March 197O, on lamps,", "1970-03-20"),
    ("en", "Recalling resolution 9212 (1974) of 12 Novernber 1974 on lamps,", "1974-11-12"),
    ("en", "Recalling resolution 9212 (1974) of 12 Ma]ch 1974 on lamps,", "1974-03-12"),
    ("en", "Noting the report of the Secretary-General of I April 1974 (S/98100) on lamps,", "1974-04-01"),
    ("en", "Recalling resolution 9212 (1974) of il March 1974 on lamps,", "1974-03-11"),
    ("en", "Recalling resolution 9212 (1974) of Il March 1974 on lamps,", "1974-03-11"),
    ("fr", "Rappelant sa résolution 9212 (1974) du ll novembre 1974 sur les phares,", "1974-11-11"),
    ("es", "Recordando su resolución 9212 (1974), de lO de noviembre de 1974, sobre los faros,", "1974-11-10"),
    ("ru", "ссылаясь на резолюцию 9212 (1974) от II ноября 1974 года о маяках,", "1974-11-11"),
    ("fr", "Rappelant sa résolution 9212 (1974) du ler novembre 1974 sur les phares,", "1974-11-01"),
    ("es", "Recordando su resolución 9212 (1974), de l2 de noviembre de l974, sobre los faros,", "1974-11-12"),
    ("fr", "Rappelant sa résolution 9212 (1974) du 3 jullet 1974 sur les phares,", "1974-07-03"),
    ("es", "Recordando su resolución 9212 (1974), de 3 de novienbre de 1974, sobre los faros,", "1974-11-03"),
    ("en", "Recalling resolution 9212 (1974) of 3 Aprll 1974 on lamps,", "1974-04-03"),
    ("ru", "ссылаясь на резолюцию 9212 (1974) от 2l ноября 1974 года о маяках,", "1974-11-21"),
    ("ar", "وإذ يشير إلى القرار 9212 (1974) المؤرخ l2 تشرين الثاني/نوفمبر 1974 بشأن المنارات،", "1974-11-12"),
]


@pytest.mark.parametrize(("code", "text", "day"), SLIPS, ids=[text for _, text, _ in SLIPS])
def test_a_misread_sign_of_a_date_is_seen_through_and_said(code: str, text: str, day: str) -> None:
    found = read_citations(resolution(code, "SC", text), language(code))
    assert [one.date for one in found.citations] == [day]
    said = [(one.remark.code, one.remark.means) for one in found.said]
    assert said == [("date-misprint", day)]


@pytest.mark.parametrize(("between", "year"), [("cf ", "1974"), ("", "1978")])
def test_a_date_right_behind_an_undated_work_is_said(between: str, year: str) -> None:
    text = (
        f"Noting resolution 9212 (1974) {between}12 November {year} and document S/98100 {between}3 May 1974 on lamps,"
    )
    found = read_citations(resolution("en", "SC", text), language("en"))
    said = [(one.remark.code, text[one.remark.start : one.remark.end]) for one in found.said]
    assert said == [("date-unread", f"{between}12 November {year}"), ("date-unread", f"{between}3 May 1974")]


def test_a_date_right_behind_a_number_of_its_year_is_its_own() -> None:
    text = "Noting resolution 9212 (1974) 12 November 1974 on lamps,"
    found = read_citations(resolution("en", "SC", text), language("en"))
    assert ([one.date for one in found.citations], found.said) == (["1974-11-12"], ())


@pytest.mark.parametrize("day", ["31 November 1974", "34 May 1974", "? May 1974", "1? May 1974"])
def test_what_looks_like_a_date_and_is_none_is_said(day: str) -> None:
    text = f"Recalling resolution 9212 (1974) of {day} on lamps,"
    found = read_citations(resolution("en", "SC", text), language("en"))
    assert [one.date for one in found.citations] == [None]
    said = [one.remark for one in found.said]
    assert [one.code for one in said] == ["date-unread"]
    assert text[said[0].start : said[0].end].endswith("May 1974" if "May" in day else day)


@pytest.mark.parametrize(
    "text",
    [
        "Recalling resolution 9212 (1974) of 12 November 1974, what it did in November 1974 and, in May 1975, again,",
        "Recalling resolution 9212 (1974), the Supplement for April, May and June 1974, and the talks (May 1974),",
        "Recalling resolution 9212 (1974) and what I May say, chapter I, May 1974, and the 3 Marshal 1974,",
        "Recalling resolution 9212 (1974) on 3 May 1974, until 4 May 1974 S/98100, 5 May 1974, (S/98101); 6 May 1974,",
        "Recalling resolution 9212 (1974), the 40 lamps of May 1974 and the S May 1974,",
    ],
)
def test_no_other_words_are_taken_for_a_date(text: str) -> None:
    found = read_citations(resolution("en", "SC", text), language("en"))
    assert [one.remark.code for one in found.said] == []


NO_DAYS = [
    ("en", "Noting the report of Working Group I May 2030 (S/98100) and volume I March 2030,"),
    ("en", "Noting the report of Working Group II May 2030 (S/98100) and volume II March 2030,"),
    ("en", "Noting the table: Period | May 2030 | 12 lamps, and S/98100,"),
    ("en", "Noting the meeting* May 2030, the § May 2030 and the lamps† of S/98100,"),
    ("en", "Noting the 12 many 2030 lamps of S/98100,"),
    ("fr", "Notant le point 12 mais 2030 phares et de la 11 main 2030 (S/98100),"),
    ("es", "Tomando nota del informe de la Comisión I de mayo de 2030 (S/98100),"),
    ("ru", "принимая к сведению доклад Комитета I мая 2030 года (S/98100),"),
    ("ru", "принимая к сведению 2 маяка 2030 года постройки (S/98100),"),
    ("ar", "وإذ يحيط علما بتقرير اللجنة I أيار/مايو 2030 (S/98100)،"),
    ("ar", "وإذ يلاحظ أن 12 شباب 2030 (S/98100)،"),
]


@pytest.mark.parametrize(("code", "text"), NO_DAYS, ids=[text for _, text in NO_DAYS])
def test_what_may_be_something_else_dates_nothing_and_is_not_said(code: str, text: str) -> None:
    found = read_citations(resolution(code, "SC", text), language(code))
    assert [(one.target, one.date) for one in found.citations] == [("S/98100", None)]
    assert found.said == ()


DOUBTFUL = [
    ("en", "Noting the letter of 3 Juny 2030 (S/98100),", "3 Juny 2030"),
    ("ru", "принимая к сведению письмо от 3 июдя 2030 года (S/98100),", "3 июдя 2030"),
    ("es", "Tomando nota de la carta de 3 de jumio de 2030 (S/98100),", "3 de jumio de 2030"),
]


@pytest.mark.parametrize(("code", "text", "words"), DOUBTFUL, ids=[text for _, text, _ in DOUBTFUL])
def test_a_word_as_near_to_one_month_as_to_another_is_said(code: str, text: str, words: str) -> None:
    found = read_citations(resolution(code, "SC", text), language(code))
    said = [(one.remark.code, text[one.remark.start : one.remark.end]) for one in found.said]
    assert [one.date for one in found.citations] == [None]
    assert said == [("date-unread", words)]


LISTS = [  # lists of dates of which one cannot be
    ("en", "Noting the letters of {} (S/98101 and S/98102) on lamps,", "29 and 31 April 2030"),
    ("en", "Noting the letters of {} (S/98101),", "28 and 29 February 2032, 31 April 2032 and 28 Febuary 2032"),
    ("en", "Noting the letters of {} (S/98101 and S/98102) on lamps,", "3 and 32 May 2030"),
    ("fr", "Notant les lettres des {} (S/98101 et S/98102) sur les phares,", "29 et 31 avril 2030"),
    ("es", "Tomando nota de las cartas de {} (S/98101 y S/98102) sobre los faros,", "29 y 31 de abril de 2030"),
    ("ru", "принимая к сведению письма от {} (S/98101 и S/98102) о маяках,", "29 и 31 апреля 2030"),
    ("zh", "注意到{}的信(S/98101和S/98102)，", "2030年4月29日和31日"),
    ("ar", "وإذ يحيط علما بالرسالتين المؤرختين {} (S/98101 و S/98102)،", "29 و 31 نيسان/أبريل 2030"),
]


@pytest.mark.parametrize(("code", "text", "days"), LISTS, ids=[f"{code} {days}" for code, _, days in LISTS])
def test_a_list_of_dates_of_which_one_cannot_be_dates_nothing_and_is_said(code: str, text: str, days: str) -> None:
    text = text.format(days)
    found = read_citations(resolution(code, "SC", text), language(code))
    assert {one.date for one in found.citations} == {None}
    assert [(one.remark.code, text[one.remark.start : one.remark.end]) for one in found.said] == [("date-unread", days)]


def test_a_number_that_no_month_has_is_no_day_of_a_list() -> None:
    text = "Recalling resolution 9212 (1974), paragraphs 40, 3 and 12 May 1974, and the letter of 4 May 1974 (S/98101),"
    found = read_citations(resolution("en", "SC", text), language("en"))
    assert [one.remark.code for one in found.said if one.remark.code.startswith("date")] == []
    assert found.citations[-1].date == "1974-05-04"


@pytest.mark.parametrize("day", ["2030年5月32日", "2030年13月5日", "2O30年5月l2日"])
def test_a_chinese_date_that_is_none_is_said(day: str) -> None:
    text = f"注意到{day}关于灯塔的信(S/98100)，"
    found = read_citations(resolution("zh", "SC", text), language("zh"))
    assert [(one.target, one.date) for one in found.citations] == [("S/98100", None)]
    assert [(one.remark.code, text[one.remark.start : one.remark.end]) for one in found.said] == [("date-unread", day)]


def test_chinese_dates_that_are_read_are_not_said() -> None:
    text = "回顾2030年5月3日和4日第9212(2030)号决议，2030年5月，以及2030年5月3日至6日和2030年5月7日、8日的会议，"
    assert read_citations(resolution("zh", "SC", text), language("zh")).said == ()
