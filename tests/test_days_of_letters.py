"""The days of several letters, which stand before their symbols with the author between, and days of nothing."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, number, read_lines

ACTS = {"en": "Requests light.", "fr": "Demande de la lumière.", "es": "Pide luz."} | {
    "ru": "просит дать свет.", "zh": "感谢灯塔。", "ar": "تطلب الضوء.",
}  # fmt: skip
TWO = {
    "en": ["the letters dated {} November 2079 and 1 December 2079 from the Minister of Lamps ({} and {}, annex),"],
    "fr": [
        "les lettres datées du {} novembre 2079 et du 1er décembre 2079 adressées par le Ministre ({} et {}),",
        "les lettres datées des {} novembre et 1er décembre 2079 adressées par le Ministre ({} et {}),",
    ],
    "es": [
        "las cartas de fecha {} de noviembre de 2079 y 1.º de diciembre de 2079 dirigidas por el Ministro ({} y {}),",
        "las cartas de fechas {} de noviembre y 1 de diciembre de 2079 dirigidas por el Ministro ({} y {}),",
    ],
    "ru": ["письма министра ламп от {} ноября 2079 года и 1 декабря 2079 года на имя смотрителя ({} и {}),"],
    "zh": [
        "灯塔部长2079年11月{}日和2079年12月1日的信({}和{})，",
        "2079年11月{}日和2079年12月1日秘书长的信({}和{})，",
    ],
    "ar": ["الرسالتين المؤرختين {} تشرين الثاني/نوفمبر 2079 و 1 كانون الأول/ديسمبر 2079 من وزير المصابيح ({} و {})،"],
}  # fmt: skip
NOTING = {"en": "Noting {}", "fr": "Notant {}", "es": "Observando {}", "ru": "отмечая {}"} | {
    "zh": "注意到{}", "ar": "إذ تلاحظ {}",
}  # fmt: skip


def days(lang: str, said: str) -> list[tuple[str | None, str | None]]:
    found = read_lines(lang, "txt", ENACTING[lang], NOTING[lang].format(said), f"{number(lang, 1)} {ACTS[lang]}")
    return [(one.target, one.date) for one in found.citations]


@pytest.mark.parametrize(("lang", "said"), [(lang, one) for lang, every in TWO.items() for one in every])
def test_two_days_are_those_of_the_two_letters_in_the_bracket(lang: str, said: str) -> None:
    expected = [("S/93626", "2079-11-13"), ("S/93671", "2079-12-01")]
    assert days(lang, said.format(13, "S/93626", "S/93671")) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("the letters dated 3, 5 and 9 May 2079 from the Minister (S/93626, S/93671 and S/93680),", [3, 5, 9]),
        ("the letters dated 3 and 5 May 2079 from the Minister (S/93626),", [None]),  # nobody can tell which
        ("the letter dated 3 May 2079 from the Minister (S/93626),", [3]),
        ("its resolution 9457 (2079) and the Order of the Court of 3 May 2079 (S/93626),", [None]),
        ("the lamps and the report of the Court of 3 May 2079 (S/93626),", [3]),
    ],
)
def test_whose_they_are(said: str, expected: list[int | None]) -> None:
    found = [day for target, day in days("en", said) if target and not target.startswith("S/RES")]
    assert found == [day and f"2079-05-{day:02}" for day in expected]


EACH = {
    "en": [
        "the letter dated 13 May 2079 from the Minister and the report of the Keeper of 1 June 2079 ({} and {}),",
        "the letter dated 13 May 2079 from the Minister, and the report dated 1 June 2079 on lamps ({} and {}),",
    ],
    "fr": ["la lettre du Ministre datée du 13 mai 2079 et le rapport du Gardien en date du 1er juin 2079 ({} et {}),"],
    "es": ["la carta de fecha 13 de mayo de 2079 y el informe del Guardián de 1 de junio de 2079 ({} y {}),"],
    "ru": ["письмо министра ламп от 13 мая 2079 года и доклад смотрителя от 1 июня 2079 года ({} и {}),"],
    "zh": [
        "灯塔部长2079年5月13日的信和守灯人2079年6月1日的报告({}和{})，",
        "2079年5月13日秘书长关于灯塔的信和2079年6月1日秘书长关于港口的报告({}和{})，",
    ],
    "ar": ["الرسالة المؤرخة 13 أيار/مايو 2079 من الوزير وتقرير الحارس المؤرخ 1 حزيران/يونيه 2079 ({} و {})،"],
}  # fmt: skip


@pytest.mark.parametrize(("lang", "said"), [(lang, one) for lang, every in EACH.items() for one in every])
def test_each_of_several_documents_in_a_bracket_has_the_day_of_its_own_word(lang: str, said: str) -> None:
    expected = [("S/93626", "2079-05-13"), ("S/93671", "2079-06-01")]
    assert days(lang, said.format("S/93626", "S/93671")) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("the letter dated 13 May 2079 and the report of 1 June 2079 (S/93626, S/93671 and S/93680),", []),
        ("the letter dated 13 May 2079 and the report of 1 June 2079 (S/93671),", ["2079-06-01"]),
        ("the meeting of the lamps on 13 May 2079 (S/93626),", []),  # of the event
        ("the Agreement on Lamps of 13 May 2079 (S/93626 and S/93671),", []),
    ],
)
def test_what_days_and_documents_that_do_not_agree_tell(said: str, expected: list[str]) -> None:
    assert [day for _, day in days("en", said) if day] == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2079年5月13日秘书长给安全理事会主席的信(S/93626)，", "2079-05-13"),
        ("2079年5月13日秘书长关于灯塔和港口的报告(S/93626)，", "2079-05-13"),
        ("秘书长2079年5月13日关于灯塔的报告(S/93626)，", "2079-05-13"),
        ("秘书长2079年5月13日致安全理事会主席的信(S/93626)，", "2079-05-13"),
        ("秘书长关于2079年5月13日灯塔的报告(S/93626)，", None),  # of the matter
        ("2079年5月13日秘书长提出了关于灯塔的报告(S/93626)，", None),  # of the deed
        ("2079年5月13日秘书长关于灯塔的信和守灯人的报告(S/93626)，", None),  # of the letter
        ("2079年5月13日关于灯塔的协定和秘书长的报告(S/93626)，", None),
    ],
)
def test_a_day_before_a_chinese_document_leads_on_to_its_word(said: str, expected: str | None) -> None:
    assert days("zh", said) == [("S/93626", expected)]


@pytest.mark.parametrize("printed", ["1.º", "1º", "1"])
def test_the_first_of_a_month_in_spanish(printed: str) -> None:
    said = f"la resolución 9999 (2079) del Consejo de Seguridad, de {printed} de diciembre de 2079,"
    assert days("es", said) == [("S/RES/9999(2079)", "2079-12-01")]
