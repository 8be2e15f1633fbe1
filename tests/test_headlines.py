"""Lines of the masthead in six languages: known by phrases of the page, and what they say."""

from __future__ import annotations

import pytest

from converter.language_files import available
from converter.languages.scan import LEAD
from converter.view import fold
from tests.language_examples import language
from tests.reading import converted
from tests.test_texts import texts

KNOWN = {
    "en": {
        "UNITED NATIONS": "united-nations",
        "NATIONS A": "united-nations",
        "Distr. GENERAL": "distribution",
        "Original: English and French": "distribution",
        "Third Committee": "committee",
        "2010 substantive session": "session-name",
        "Resumed session of 1998": "session-name",
    },
    "fr": {
        "NATIONS UNIES": "united-nations",
        "GENERALE": "distribution",
        "Original : anglais et français": "distribution",
        "Troisième Commission": "committee",
        "Session d’organisation de 2010": "session-name",
    },
    "es": {
        "Naciones Unidas": "united-nations",
        "Distr. general": "distribution",
        "Original: inglés": "distribution",
        "Tercera Comisión": "committee",
        "Período de sesiones sustantivo de 2010": "session-name",
    },
    "ru": {
        "Организация Объединенных Наций": "united-nations",
        "Подлинный текст на английском языке": "distribution",
        "Третий комитет": "committee",
        "Основная сессия 2010 года": "session-name",
    },
    "ar": {
        "الأمم المتحدة": "united-nations",
        "التوزيع: عام": "distribution",
        "الأصل: بالإنكليزية": "distribution",
        "اللجنة الثالثة": "committee",
        "دورة عام 2010": "session-name",
    },
    "zh": {
        "联合国": "united-nations",
        "分发：一般": "distribution",
        "原文：英文": "distribution",
        "第三委员会": "committee",
        "2010年实质性会议": "session-name",
    },
}
OTHERS = {
    "en": ["United Nations lamps", "Limited lamps", "Agenda item 4 is open", "Agenda items 4 and 5 Lamps", "Committee"],
    "fr": ["Nations Unies et phares", "Point 4 de l’ordre du jour est ouvert"],
    "es": ["Naciones Unidas y faros", "Tema 4 del programa está abierto"],
    "ru": ["Организация Объединенных Наций и маяки", "Пункт 4 повестки дня открыт"],
    "ar": ["الأمم المتحدة والمنارات"],
    "zh": ["联合国灯塔", "第七委员会"],
}
AGENDA = [
    ("en", "Agenda items 3 (a) and (b), 4 to 6*", ["3(a)", "3(b)", "4", "6"], None),
    ("en", "Provisional agenda item 12: Lamps of the sea", ["12"], "Lamps of the sea"),
    ("en", "AGENDA ITEM 25", ["25"], None),
    ("en", "Agenda items 18 (l), 19 (i) and 98 (aa)", ["18(l)", "19(i)", "98(aa)"], None),
    ("fr", "Points 14 et 69 b) de l’ordre du jour provisoire*", ["14", "69(b)"], None),
    ("fr", "Point 5 de l'ordre du jour : Phares", ["5"], "Phares"),
    ("es", "Temas 14 y 69 b) del programa provisional", ["14", "69(b)"], None),
    ("es", "Tema 5 de la agenda Faros", ["5"], "Faros"),
    ("ru", "Пункты 12, 14 и 69 b) предварительной повестки дня", ["12", "14", "69(b)"], None),
    ("ru", "Пункт 5 повестки дня Маяки", ["5"], "Маяки"),
    ("ru", "Пункты 98 аа) и 98 (бб) повестки дня", ["98(aa)", "98(bb)"], None),
    ("ar", "البند 98 (أ أ) من جدول الأعمال", ["98(aa)"], None),
    ("ar", "البند 98 (ص ص) من جدول الأعمال", ["98(rr)"], None),
    ("ar", "البنود 12 و13 و 69 (ب) من جدول الأعمال المؤقت", ["12", "13", "69(b)"], None),
    ("ar", "البند 5 من جدول الأعمال المنارات", ["5"], "المنارات"),
    ("zh", "临时议程项目3（a）和（b）、14及16", ["3(a)", "3(b)", "14", "16"], None),
    ("zh", "议程项目5 灯塔", ["5"], "灯塔"),
    ("zh", "议程项目5：灯塔", ["5"], "灯塔"),
]

SESSIONS = [
    ("en", "Sixty-first session", "61"),
    ("en", "SIXTY-FIRST SESSION", "61"),
    ("en", "One hundred and fifth session", "105"),
    ("en", "79th session (resumed)", "79"),
    ("en", "Twenty-first special session", "S-21"),
    ("en", "Eleventh emergency special session", "ES-11"),
    ("fr", "Soixante et onzième session", "71"),
    ("fr", "51 e session", "51"),
    ("fr", "Trente-deuxième session extraordinaire", "S-32"),
    ("fr", "Onzième session extraordinaire d’urgence (reprise)", "ES-11"),
    ("es", "Septuagésimo noveno período de sesiones", "79"),
    ("es", "DECIMO SEPTIMO PERIODO DE SESIONES", "17"),
    ("es", "32º período extraordinario de sesiones", "S-32"),
    ("es", "Undécimo período extraordinario de sesiones de emergencia", "ES-11"),
    ("ru", "Семьдесят девятая сессия", "79"),
    ("ru", "51-я сессия", "51"),
    ("ru", "Тридцать вторая специальная сессия", "S-32"),
    ("ru", "Одиннадцатая чрезвычайная специальная сессия (возобновленная)", "ES-11"),
    ("ar", "الدورة التاسعة والسبعون", "79"),
    ("ar", "الدورة 57", "57"),
    ("ar", "الدورة الاستثنائية الثانية والثلاثون", "S-32"),
    ("ar", "الدورة الاستثنائية الطارئة الحادية عشرة", "ES-11"),
    ("zh", "第七十九届会议", "79"),
    ("zh", "第八十一屆會議", "81"),
    ("zh", "第32届特别会议", "S-32"),
    ("zh", "第十一届紧急特别会议", "ES-11"),
]
DATES = [
    ("en", "3-28 March 2025", ("2025-03-03", "2025-03-28")),
    ("en", "Lampport, 24 February – 4 April 2025", ("2025-02-24", "2025-04-04")),
    ("en", "10 December 2024 to 6 January 2025", ("2024-12-10", "2025-01-06")),
    ("en", "27 December to 5 January 2025", ("2024-12-27", "2025-01-05")),
    ("fr", "Lampport, 24 février-4 avril 2025", ("2025-02-24", "2025-04-04")),
    ("fr", "Du 1er au 5 mars 2025", ("2025-03-01", "2025-03-05")),
    ("es", "24 de febrero a 4 de abril de 2025", ("2025-02-24", "2025-04-04")),
    ("es", "Del 1º al 5 de marzo de 2025", ("2025-03-01", "2025-03-05")),
    ("ru", "24 февраля — 4 апреля 2025 года", ("2025-02-24", "2025-04-04")),
    ("ru", "3–28 марта 2025 года", ("2025-03-03", "2025-03-28")),
    ("ar", "24 شباط/فبراير - 4 نيسان/أبريل 2025", ("2025-02-24", "2025-04-04")),
    ("ar", "3-28 آذار/مارس 2025", ("2025-03-03", "2025-03-28")),
    ("zh", "2025年2月24日至4月4日", ("2025-02-24", "2025-04-04")),
    ("zh", "2025年3月3日至28日", ("2025-03-03", "2025-03-28")),
    ("zh", "2024年12月10日至2025年1月6日", ("2024-12-10", "2025-01-06")),
]
DAYS = [
    ("en", "3 March 2025"),
    ("fr", "3 mars 2025"),
    ("es", "3 de marzo de 2025"),
    ("ru", "3 марта 2025 года"),
    ("ru", "3 March 2025"),
    ("ar", "3 آذار/مارس 2025"),
    ("ar", "٣ آذار/مارس ٢٠٢٥"),
    ("ar", "3 March 2025"),
    ("zh", "2025年3月3日"),
    ("zh", "二〇二五年三月三日"),
]
# The lines on a text's number, type, organ and adoption: kind, what it says, up to where it may go on.
TOLD = [
    ("en", "Resolution 9342 (2031)", "number", {"type": "resolution", "number": "9342 (2031)"}, ""),
    ("en", "RESOLUTION 342 A (XXIX)", "number", {"type": "resolution", "number": "342 A (XXIX)"}, ""),
    ("en", "Resolution 342 (1991) of 3 Apri] 199l", "number", {"type": "resolution", "number": "342 (1991)"}, ""),
    ("en", "342 (1951). Resolution of 3 April 1951", "number", {"type": "resolution", "number": "342 (1951)"}, ""),
    ("en", "Human Rights Council resolution 61/901", "number", {"type": "resolution", "number": "61/901"}, ""),
    ("en", "of 3 Apri] 1991", "adoption", {}, ""),
    ("en", "Resolution of 21 June 2031 (document E/956/Rev.1)", "adoption", {"type": "resolution"}, ""),
    ("en", "Resolution 9414 (23 May 2031)", "number", {"type": "resolution", "number": "9414 (2031)"}, ""),
    ("fr", "RÉSOLUTION 9414 (23 mai 2031)", "number", {"type": "resolution", "number": "9414 (2031)"}, ""),
    ("es", "RESOLUCIÓN 9414 (23 de mayo de 2031)", "number", {"type": "resolution", "number": "9414 (2031)"}, ""),
    ("ru", "Резолюция 9414 (23 мая 2031 года)", "number", {"type": "resolution", "number": "9414 (2031)"}, ""),
    ("ar", "القرار 9414 (23 أيار/مايو 2031)", "number", {"type": "resolution", "number": "9414 (2031)"}, ""),
    ("en", "Resolution of the Economic and Social Council of 21 June 2031", "adoption", {"type": "resolution"}, ""),
    ("fr", "Résolution du 21 juin 2031 (document E/956)", "adoption", {"type": "resolution"}, ""),
    ("es", "Resolución de 21 de junio de 2031 (documento E/956)", "adoption", {"type": "resolution"}, ""),
    ("ru", "Резолюция от 21 июня 2031 года (документ E/956)", "adoption", {"type": "resolution"}, ""),
    ("ar", "قرار بتاريخ 21 حزيران/يونيه 2031", "adoption", {"type": "resolution"}, ""),
    ("en", "Resolution adopted by the General Assembly on 3 April 2031", "adoption", {"type": "resolution"}, "date"),
    ("en", "Resolution adopted by the Human Rights Council at its", "adoption", {"type": "resolution"}, "date"),
    ("en", "Adopted by the Security Council at its 9901st meeting, on", "adoption", {}, "date"),
    ("en", "[on the report of the Third Committee", "adoption", {}, "bracket"),
    ("en", "SECURITY COUNCIL Distr. GENERAL", "body", {"body": "Security Council"}, ""),
    ("en", "Orally revised draft resolution", "type", {"type": "draft resolution"}, ""),
    ("en", "Draft decision submitted by the Chair", "type", {"type": "draft decision"}, ""),
    ("en", "Statement by the President of the Security Council", "type", {"type": "presidential-statement"}, ""),
    ("fr", "Résolution 9342 (2031)", "number", {"type": "resolution", "number": "9342 (2031)"}, ""),
    ("fr", "RESOLUTION 342 (1991) du 3 avri] 1991", "number", {"type": "resolution", "number": "342 (1991)"}, ""),
    ("fr", "Résolution adoptée par l’Assemblée générale le 3 avril 2031", "adoption", {"type": "resolution"}, "date"),
    ("fr", "Adoptée par le Conseil de sécurité à sa 9901e séance, le", "adoption", {}, "date"),
    ("fr", "[sur la base du rapport de la Troisième Commission]", "adoption", {}, "bracket"),
    ("fr", "Conseil de sécurité", "body", {"body": "Conseil de sécurité"}, ""),
    ("fr", "Projet de résolution, révisé oralement", "type", {"type": "draft resolution"}, ""),
    ("es", "Resolución 9342 (2031)", "number", {"type": "resolution", "number": "9342 (2031)"}, ""),
    (
        "es",
        "RESOLUCION 342 (1991), de 3 de abri] de 1991",
        "number",
        {"type": "resolution", "number": "342 (1991)"},
        "",
    ),
    (
        "es",
        "Resolución aprobada por la Asamblea General el 3 de abril de 2031",
        "adoption",
        {"type": "resolution"},
        "date",
    ),
    ("es", "Aprobada por el Consejo de Seguridad en su 9901ª sesión,", "adoption", {}, "date"),
    ("es", "[sobre la base del informe de la Tercera Comisión]", "adoption", {}, "bracket"),
    ("es", "Consejo de Seguridad", "body", {"body": "Consejo de Seguridad"}, ""),
    ("es", "Proyecto de decisión revisado", "type", {"type": "draft decision"}, ""),
    ("ru", "Резолюция 9342 (2031)", "number", {"type": "resolution", "number": "9342 (2031)"}, ""),
    ("ru", "Резолюция 342 (1991) от 3 апреля 1991 года", "number", {"type": "resolution", "number": "342 (1991)"}, ""),
    ("ru", "Резолюция, принятая Генеральной Ассамблеей 3 апреля 2031 года", "adoption", {"type": "resolution"}, ""),
    ("ru", "принятая Советом Безопасности на его 9901-м заседании", "adoption", {}, "date"),
    ("ru", "[по докладу Третьего комитета]", "adoption", {}, "bracket"),
    ("ru", "СОВЕТ БЕЗОПАСНОСТИ", "body", {"body": "Совет Безопасности"}, ""),
    ("ru", "Пересмотренный проект резолюции", "type", {"type": "draft resolution"}, ""),
    ("ar", "القرار 9342 (2031)", "number", {"type": "resolution", "number": "9342 (2031)"}, ""),
    ("ar", "قرار اتخذته الجمعية العامة في 3 نيسان/أبريل 2031", "adoption", {"type": "resolution"}, "date"),
    ("ar", "الذي اتخذه مجلس الأمن في جلسته 9901", "adoption", {}, "date"),
    ("ar", "[بناء على تقرير اللجنة الثالثة]", "adoption", {}, "bracket"),
    ("ar", "مجلس الأمن", "body", {"body": "مجلس الأمن"}, ""),
    ("ar", "مشروع قرار منقح", "type", {"type": "draft resolution"}, ""),
    ("ar", "بيان من رئيسة مجلس الأمن", "type", {"type": "presidential-statement"}, ""),
    ("zh", "第9342(2031)号决议", "number", {"type": "resolution", "number": "9342(2031)"}, ""),
    ("zh", "第九三四二(二〇三一)号决议", "number", {"type": "resolution", "number": "九三四二(二〇三一)"}, ""),
    ("zh", "2031年4月3日大会决议", "adoption", {"type": "resolution"}, ""),
    ("zh", "2031年4月3日安全理事会第9901次会议通过", "adoption", {}, ""),
    ("zh", "［根据第三委员会的报告通过］", "adoption", {}, "bracket"),
    ("zh", "安全理事会", "body", {"body": "安全理事会"}, ""),
    ("zh", "经口头订正的决议草案", "type", {"type": "draft resolution"}, ""),
]
# Symbols and titles with their numbers: kind, what it says, the title.
TITLED = [
    ("en", "United Nations S/RES/9342 (2031)*", "symbol", {"symbol": "S/RES/9342 (2031)"}, None),
    ("en", "A/RES/79/902 A and B Distr.: General", "symbol", {"symbol": "A/RES/79/902"}, None),
    ("en", "[A/C.3/79/L.912/Rev.1, para. 3]", "draft-symbol", {}, None),
    ("en", "79/902. Lamps of the sea", "title", {"number": "79/902"}, "Lamps of the sea"),
    ("en", "79/… “Lamps”", "title", {"number": "79/…"}, "“Lamps”"),
    ("en", "79/902. 2031 lamps of the sea", "title", {"number": "79/902"}, "2031 lamps of the sea"),
    ("fr", "A/RES/79/902 A et B", "symbol", {"symbol": "A/RES/79/902"}, None),
    ("fr", "79/902. Études des phares", "title", {"number": "79/902"}, "Études des phares"),
    ("es", "79/902 ¿Faros?", "title", {"number": "79/902"}, "¿Faros?"),
    ("ru", "Организация Объединенных Наций A/RES/79/902", "symbol", {"symbol": "A/RES/79/902"}, None),
    ("ru", "S-32/[…] Маяки", "title", {"number": "S-32/[…]"}, "Маяки"),
    ("ar", "79/902 - المنارات", "title", {"number": "79/902"}, "المنارات"),
    ("ar", "دإ-32/1 المنارات", "title", {"number": "دإ-32/1"}, "المنارات"),
    ("zh", "联合国 A/RES/79/902", "symbol", {"symbol": "A/RES/79/902"}, None),
    ("zh", "［A/C.3/79/L.912］", "draft-symbol", {}, None),
    ("zh", "79/902. 灯塔", "title", {"number": "79/902"}, "灯塔"),
]
# A draft that was adopted, a note without its bracket, a damaged number, words behind the number.
UNTOLD = [
    "Draft resolution adopted by the General Assembly",
    "on the report of the Third Committee",
    "Resolution 342 [1991)",
    "Resolution 342 (1991) on lamps",
    "The Security Council on lamps",
    "79/902 and lamps",
    "[S/RES/9342 (2031)] on lamps",
]
# A session or a day that goes on, days without a year, days that no calendar has.
NO_DATES = ["Sixty-first session on lamps", "3 March 2025 at noon", "3 March", "30 February 2025"]


@pytest.mark.parametrize(("code", "line"), [(code, line) for code in KNOWN for line in KNOWN[code]])
def test_a_line_of_the_letterhead_is_known(code: str, line: str) -> None:
    found = language(code).page.masthead.read(line)
    assert found is not None
    assert (found.kind, found.items) == (KNOWN[code][line], ())


@pytest.mark.parametrize(("code", "line"), [(code, line) for code in OTHERS for line in OTHERS[code]])
def test_a_line_that_goes_on_is_none(code: str, line: str) -> None:
    assert language(code).page.masthead.read(line) is None


@pytest.mark.parametrize(("code", "line", "items", "title"), AGENDA)
def test_agenda_items_and_the_title_behind_one(code: str, line: str, items: list[str], title: str | None) -> None:
    found = language(code).page.masthead.read(line)
    assert found is not None
    assert (found.kind, list(found.items)) == ("agenda", items)
    assert (None if found.title_at is None else line[found.title_at :]) == title


@pytest.mark.parametrize(("code", "line", "session"), SESSIONS)
def test_the_number_of_a_session(code: str, line: str, session: str) -> None:
    found = language(code).page.masthead.read(line)
    assert found is not None
    assert (found.kind, found.facts) == ("session", {"session": session})


@pytest.mark.parametrize(("code", "line", "days"), DATES)
def test_the_dates_of_a_session(code: str, line: str, days: tuple[str, str]) -> None:
    found = language(code).page.masthead.read(line)
    assert found is not None
    assert (found.kind, found.facts) == ("dates", {"from": days[0], "to": days[1]})


@pytest.mark.parametrize(("code", "line"), DAYS)
def test_a_day_alone(code: str, line: str) -> None:
    found = language(code).page.masthead.read(line)
    assert found is not None
    assert (found.kind, found.facts) == ("date", {"date": "2025-03-03"})


@pytest.mark.parametrize(("code", "line", "kind", "facts", "goes_on"), TOLD)
def test_what_a_line_tells(code: str, line: str, kind: str, facts: dict[str, str], goes_on: str) -> None:
    found = language(code).page.masthead.read(line)
    assert found is not None
    assert (found.kind, found.facts, found.goes_on) == (kind, facts, goes_on)


@pytest.mark.parametrize(("code", "line", "kind", "facts", "title"), TITLED)
def test_symbols_and_titles(code: str, line: str, kind: str, facts: dict[str, str], title: str | None) -> None:
    found = language(code).page.masthead.read(line)
    assert found is not None
    assert (found.kind, found.facts) == (kind, facts)
    assert (None if found.title_at is None else line[found.title_at :]) == title


def test_a_long_line_may_be_a_title_with_its_number_and_nothing_else() -> None:
    words = "Lamps of the harbour" + " and of the northern coast" * 16
    found = language("en").page.masthead.read(f"79/902. {words}")
    assert found is not None
    assert (found.kind, found.facts, found.title_at) == ("title", {"number": "79/902"}, 8)
    for line in (words, f"79/902 {words.lower()}", f"79/902. {words * 3}", f"Agenda item 3 {words}"):
        assert language("en").page.masthead.read(line) is None


@pytest.mark.parametrize("line", UNTOLD)
def test_what_is_no_such_line(line: str) -> None:
    assert language("en").page.masthead.read(line) is None


@pytest.mark.parametrize("line", NO_DATES)
def test_what_is_no_session_and_no_date(line: str) -> None:
    assert language("en").page.masthead.read(line) is None


@pytest.mark.parametrize(
    ("code", "line", "day", "mended"),
    [
        ("en", "of 9 Auqust 2025", "2025-08-09", True),
        ("en", "of 9 August. 2025", "2025-08-09", False),
        ("en", "of 9 Ma]ch 2025", "2025-03-09", True),
        ("en", "of l2 May 2O25", "2025-05-12", True),
        ("fr", "du 3 avri] 2025", "2025-04-03", True),
        ("es", "de 3 de abri] de 2025", "2025-04-03", True),
        ("es", "de 1o. de mayo de 2025", "2025-05-01", False),
        ("ru", "от 9 авгуета 2025 года", "2025-08-09", True),
    ],
)
def test_a_misread_sign_of_a_day_is_seen_through(code: str, line: str, day: str, *, mended: bool) -> None:
    found = language(code).page.closing.date(line)
    assert found is not None
    assert (found.value, found.mended) == (day, mended)


def test_the_masthead_has_them() -> None:
    text = (
        "A/RES/79/913\n\nDistr.: General\n\nThird Committee\n\nAgenda items 3 (a) and 12\n\n79/913. Lamps\n\n"
        "The General Assembly,\n\n1. Invites all keepers to ring.\n"
    )
    found = converted("en", text).resolution.masthead
    kinds = [block.kind for block in found.blocks]
    assert kinds == ["symbol", "distribution", "committee", "agenda", "title"]
    assert [(item.number, item.title) for item in found.agenda_items] == [("3(a)", None), ("12", None)]


@pytest.mark.parametrize("code", available())
def test_no_line_is_passed_by_for_its_first_tokens(code: str) -> None:
    """A line that a phrase begins may be one by its first tokens, however few of them are seen."""
    page = language(code).page
    head, closing = page.masthead, page.closing_lines
    readers = (
        (head.scanner, head.phrases),
        (head.scanner, head.dates),
        (head.numbers, head.numbered),
        (closing.closing.scanner, closing.phrases["meeting"]),
    )
    begun = 0
    for line in {line.strip() for one in texts(code) for line in one["text"].split("\n")} - {""}:
        for scanner, phrases in readers:
            view = fold(line)
            if phrases.after(scanner.scan(view), 0):
                begun += 1
                assert all(phrases.may_open(scanner.lead(view, most)) for most in range(1, LEAD + 1)), line
    assert begun > len(readers)
