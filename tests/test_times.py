"""By when, in the words of the pages: sessions in words and figures, limits, spans, and the times of something else."""

from __future__ import annotations

import pytest

from converter.annotate.due import Adopted, find_due
from converter.model import Due
from tests.language_examples import language
from tests.steps import assert_linear

ADOPTED = Adopted("GA", "2030-01-31")
SESSIONS = [
    ("en", "report to it at its sixty-first session", "61"),
    ("en", "report to it at its one hundred and fifth session", "105"),
    ("en", "report to it at its hundredth session", "100"),
    ("en", "report to it at its 91st session", "91"),
    ("fr", "lui faire rapport à sa soixante et onzième session", "71"),
    ("fr", "lui faire rapport à sa soixante-dix-septième session", "77"),
    ("fr", "lui faire rapport à sa soixante‑dix-neuvième session", "79"),
    ("fr", "lui faire rapport à sa quatre-vingt et unième session", "81"),
    ("fr", "lui faire rapport à sa quatre-vingt-dix-neuvième session", "99"),
    ("fr", "lui faire rapport à sa 91e session", "91"),
    ("es", "le informe en su octogésimo primer período de sesiones", "81"),
    ("es", "le informe en su vigesimosegundo período de sesiones", "22"),
    ("es", "le informe en su 91º período de sesiones", "91"),
    ("ru", "представить доклад на ее восемьдесят первой сессии", "81"),
    ("ru", "представить доклад на ее сто первой сессии", "101"),
    ("ru", "представить доклад на ее 91-й сессии", "91"),
    ("ar", "يقدم تقريرا في دورتها الحادية والثمانين", "81"),
    ("ar", "يقدم تقريرا في دورتها الثمانين", "80"),
    ("ar", "يقدم تقريرا في دورتها الثانية عشرة", "12"),
    ("ar", "تدرج في جدول الأعمال المؤقت لدورتها الحادية والثمانين", "81"),
    ("zh", "在其第八十一届会议上提出报告", "81"),
    ("zh", "在其第二十六届会议上提出报告", "26"),  # no word of the page is 第二: it took the number's beginning
    ("zh", "在其第三十届会议上提出报告", "30"),
    ("zh", "在其第91届会议上提出报告", "91"),
]


def _due(lang: str, text: str, adopted: Adopted = ADOPTED) -> Due | None:
    found = find_due(text, adopted, language(lang))
    return found.due if found else None


@pytest.mark.parametrize(("lang", "text", "session"), SESSIONS)
def test_a_session_is_a_number_in_words_or_figures(lang: str, text: str, session: str) -> None:
    due = _due(lang, text, Adopted("GA", None))
    assert due is not None
    assert (due.session, due.body, due.relation) == (session, "GA", "at")


@pytest.mark.parametrize(
    ("lang", "text", "session"),
    [
        ("en", "report at its eighty-first and second session", "2"),  # no session is the eighty-third
        ("ar", "يقدم تقريرا في دورتيه الثانية والثالثة وفي دورته الرابعة والخامسة", "4"),
    ],
)
def test_two_ordinals_are_not_added_up(lang: str, text: str, session: str) -> None:
    due = _due(lang, text)
    assert due is None or due.session == session


# In each text one time: its words, what it is to the act, and its first and last day.
LIMITS = [
    ("en", "submit its plan before 3 May 2031", "before 3 May 2031", "before", "2031-05-03", "2031-05-03"),
    (
        "en",
        "report by 10 May 2030 and 25 June 2031",
        "by 10 May 2030 and 25 June 2031",
        "by",
        "2030-05-10",
        "2031-06-25",
    ),
    ("en", "report by 30 January", "by 30 January", "by", "2031-01-30", "2031-01-30"),
    ("en", "report by the end of May 2030", "by the end of May 2030", "by", "2030-05-01", "2030-05-31"),
    ("en", "report within a month", "within a month", "by", "2030-02-28", "2030-02-28"),
    ("en", "report before the end of its mandate", "before the end of its mandate", "before", None, None),
    (
        "fr",
        "rendre compte le 3 mai 2031, au plus tard",
        "le 3 mai 2031, au plus tard",
        "by",
        "2031-05-03",
        "2031-05-03",
    ),
    ("fr", "rendre compte dans les trente jours", "dans les trente jours", "by", "2030-03-02", "2030-03-02"),
    (
        "es",
        "informe el 3 de mayo de 2031 a más tardar",
        "el 3 de mayo de 2031 a más tardar",
        "by",
        "2031-05-03",
        "2031-05-03",
    ),
    (
        "ru",
        "представить доклад не позднее 3 мая 2031 года",
        "не позднее 3 мая 2031 года",
        "by",
        "2031-05-03",
        "2031-05-03",
    ),
    ("ru", "представить доклад в течение полугода", "в течение полугода", "by", "2030-07-31", "2030-07-31"),
    (
        "ar",
        "يقدم تقريرا في موعد لا يتجاوز أيار/مايو 2031",
        "في موعد لا يتجاوز أيار/مايو 2031",
        "by",
        "2031-05-01",
        "2031-05-31",
    ),
    ("ar", "يقدم تقريرا في غضون شهرين", "في غضون شهرين", "by", "2030-03-31", "2030-03-31"),
    ("ar", "يقدم تقريرا كل ثلاث سنوات", "كل ثلاث سنوات", "at", None, None),
    ("en", "report by May 3 2031", "by May 3 2031", "by", "2031-05-03", "2031-05-03"),
    ("en", "report by the first week of May 2031", "by the first week of May 2031", "by", "2031-05-01", "2031-05-31"),
    (
        "fr",
        "faire rapport avant la première semaine de mai 2031",
        "avant la première semaine de mai 2031",
        "before",
        "2031-05-01",
        "2031-05-31",
    ),
    (
        "es",
        "informe antes de la última semana de mayo de 2031",
        "antes de la última semana de mayo de 2031",
        "before",
        "2031-05-01",
        "2031-05-31",
    ),
    (
        "ru",
        "представить доклад до последней недели мая 2031 года",
        "до последней недели мая 2031 года",
        "before",
        "2031-05-01",
        "2031-05-31",
    ),
    (
        "ar",
        "يقدم تقريرا قبل الأسبوع الأول من أيار/مايو 2031",
        "قبل الأسبوع الأول من أيار/مايو 2031",
        "before",
        "2031-05-01",
        "2031-05-31",
    ),
    ("zh", "在2031年5月第一周之前提出报告", "2031年5月第一周之前", "before", "2031-05-01", "2031-05-31"),
    ("zh", "在2031年5月最后一周之前提出报告", "2031年5月最后一周之前", "before", "2031-05-01", "2031-05-31"),
    ("zh", "在2031年底之前提出报告", "2031年底之前", "before", "2031-01-01", "2031-12-31"),
    ("zh", "至迟于2031年5月3日提出报告", "至迟于2031年5月3日", "by", "2031-05-03", "2031-05-03"),
]


@pytest.mark.parametrize(("lang", "text", "words", "relation", "first", "last"), LIMITS)
def test_a_limit_is_the_word_at_either_edge(
    lang: str, text: str, words: str | None, relation: str | None, first: str | None, last: str | None
) -> None:
    due = _due(lang, text)
    found = (due.text, due.relation, due.from_date, due.to_date) if due else (None,) * 4
    assert found == (words, relation, first, last)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "follow the plan adopted by the General Assembly at its ninetieth session"),
        ("en", "follow the plan adopted at its ninetieth session"),
        ("en", "follow the decision taken by 40 States"),
        ("fr", "suivre le plan adopté à sa quatre-vingt-dixième session"),
        ("es", "siga el plan aprobado en su nonagésimo período de sesiones"),
        ("ru", "следовать плану, принятому на ее девяностой сессии"),
        ("ar", "يتبع الخطة المعتمدة في دورتها التسعين"),
        ("zh", "执行其第九十届会议通过的计划"),
        ("ar", "ينفذ البرنامج الذي بدأ في 11 أيلول/سبتمبر 1987"),  # past, and no 11 September of another year
    ],
)
def test_the_time_of_something_else_is_none(lang: str, text: str) -> None:
    assert _due(lang, text) is None


@pytest.mark.parametrize("lang", ["ar", "en", "es", "fr", "ru", "zh"])
def test_a_time_knows_the_line_it_was_read_by(lang: str) -> None:
    text = next(text for code, text, _ in SESSIONS if code == lang)
    found = find_due(text, Adopted("GA", None), language(lang))
    assert found is not None
    assert (found.read_by.page, found.read_by.block) == (f"{lang}.page.yml", "times")
    assert found.read_by.text.startswith("session: ")


WORDS = {
    "en": "by the end of the first General Assembly, adopted within thirty ",
    "fr": "d'ici à la fin de la première Assemblée générale, adoptée dans les trente ",
    "es": "a más tardar al final de la primera Asamblea General, aprobada dentro de los treinta ",
    "ru": "не позднее чем до конца первой Генеральной Ассамблеи, принятой в течение тридцати ",
    "ar": "في موعد لا يتجاوز نهاية الجمعية العامة الأولى، المعتمدة في غضون ثلاثين ",
    "zh": "至迟于第一大会之后，通过的三十个",
}


@pytest.mark.parametrize("lang", sorted(WORDS))
def test_a_long_clause_takes_the_time_of_its_length(lang: str) -> None:
    assert_linear(lambda size: _due(lang, WORDS[lang] * (size // len(WORDS[lang]))), 12_000)
