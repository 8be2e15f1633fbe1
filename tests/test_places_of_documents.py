"""A place behind a document and its corrigenda, before the word for a report, and behind a misprinted ibid."""

from __future__ import annotations

import pytest

from converter.model import Expression, Severity
from tests.reading import ENACTING, number, read_lines

ACTS = {"en": "Requests light.", "fr": "Demande de la lumière.", "es": "Pide luz."} | {
    "ru": "просит дать свет.", "zh": "请求照明。", "ar": "تطلب الضوء.",
}  # fmt: skip
NOTING = {"en": "Noting {},", "fr": "Notant {},", "es": "Observando {},"} | {
    "ru": "отмечая {},", "zh": "注意到{}，", "ar": "إذ تلاحظ {}،",
}  # fmt: skip
CORRECTED = {
    "en": "A/98/953 and Corr.1, paras. 3 and 5 (a)",
    "fr": "A/98/953 et Corr.1, par. 3 et 5 a)",
    "es": "A/98/953 y Corr.1, párrs. 3 y 5 a)",
    "ru": "A/98/953 и Corr.1, пп. 3 и 5 a)",
    "zh": "A/98/953和Corr.1，第3段和第5(a)段",
    "ar": "A/98/953 و Corr.1، الفقرتان 3 و 5 (أ)",
}
REPORT = {
    "en": "paragraphs 3 and 5 (a) of report A/98/953",
    "fr": "les paragraphes 3 et 5 a) du rapport A/98/953",
    "es": "los párrafos 3 y 5 a) del informe A/98/953",
    "ru": "пункты 3 и 5 a) доклада A/98/953",
    "zh": "报告A/98/953第3段和第5(a)段",
    "ar": "الفقرتين 3 و 5 (أ) من التقرير A/98/953",
}
IBID = {
    "en": "A/98/953, chap. I; ibid., chap, V, sect. A.",
    "fr": "A/98/953, chap. I ; ibid., chap, V, sect. A.",
    "es": "A/98/953, cap. I; ibid., cap, V, secc. A.",
    "ru": "A/98/953, гл. I; там же, гл, V, разд. A.",
}


def _read(lang: str, words: str, *notes: str) -> Expression:
    lines = (ENACTING[lang], NOTING[lang].format(words), f"{number(lang, 1)} {ACTS[lang]}", *notes)
    return read_lines(lang, "txt", *lines)


def _places(found: Expression) -> list[tuple[str | None, list[str]]]:
    return [(one.target, [at.label for at in one.pinpoints]) for one in found.citations]


@pytest.mark.parametrize("lang", CORRECTED)
def test_a_place_behind_a_corrigendum_is_of_the_document(lang: str) -> None:
    assert _places(_read(lang, CORRECTED[lang])) == [("A/98/953", ["3", "5(a)"]), ("A/98/953/Corr.1", [])]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("A/98/953 and Corr.1 and 2, para. 3", [("", ["3"]), ("/Corr.1", []), ("/Corr.2", [])]),
        ("para. 2 of A/98/953 and Corr.1, para. 3", [("", ["2", "3"]), ("/Corr.1", [])]),
        ("A/98/953, para. 2, and Corr.1", [("", ["2"])]),
        ("A/98/953 and Add.1, para. 3", [("", []), ("/Add.1", ["3"])]),
        ("A/98/953/Corr.1, para. 3", [("/Corr.1", ["3"])]),
    ],
)
def test_which_document_a_place_is_of(words: str, places: list[tuple[str, list[str]]]) -> None:
    found = _read("en", words)
    assert _places(found) == [(f"A/98/953{rest}", labels) for rest, labels in places]
    assert all(one.start <= at.start < at.end <= one.end for one in found.citations for at in one.pinpoints)


@pytest.mark.parametrize("lang", REPORT)
def test_a_place_before_the_word_for_a_report(lang: str) -> None:
    assert _places(_read(lang, REPORT[lang])) == [("A/98/953", ["3", "5(a)"])]


@pytest.mark.parametrize("lang", IBID)
def test_a_comma_for_the_stop_of_a_chapter(lang: str) -> None:
    mark = {"en": "the lamps,¹", "fr": "les lampes¹", "es": "las lámparas¹", "ru": "лампы¹"}[lang]
    found = _read(lang, mark.rstrip(","), f"¹ {IBID[lang]}")
    assert _places(found) == [("A/98/953", ["I"]), ("A/98/953", ["V", "A"])]
    assert found.citations[1].text in IBID[lang]  # as it is printed
    assert [one.code for one in found.diagnostics if one.code.startswith(("ibid", "citation"))] == ["citation-misprint"]


@pytest.mark.parametrize("behind", ["1590th meeting", "lamps, 5", "lamps, V"])
def test_other_words_behind_an_ibid_lead_nowhere(behind: str) -> None:
    found = _read("en", "the lamps¹", f"¹ A/98/953; ibid., {behind}.")
    assert [one.code for one in found.diagnostics if one.code.startswith("ibid")] == ["ibid-unresolved"]


PRINTED_IN = {
    "en": "E/2031/27, chap. I, sect. C, resolution 59/1",
    "fr": "E/2031/27, chap. I, sect. C, résolution 59/1",
    "es": "E/2031/27, cap. I, secc. C, resolución 59/1",
    "ru": "E/2031/27, гл. I, разд. C, резолюция 59/1",
    "zh": "E/2031/27，第一章，C节，第59/1号决议",
    "ar": "E/2031/27، الفصل الأول، الفرع جيم، القرار 59/1",
}


@pytest.mark.parametrize("lang", PRINTED_IN)
def test_a_number_that_a_cited_report_prints_is_said_to_be_there(lang: str) -> None:
    found = _read(lang, PRINTED_IN[lang])
    [said] = [one for one in found.diagnostics if one.code == "citation-organ"]
    assert "prints it in E/2031/27" in said.message
    assert said.severity is Severity.INFO


def test_a_number_of_another_organ_is_printed_nowhere() -> None:
    found = _read("en", "E/2031/27 and resolution 59/1 of the Commission on Lamps")
    [said] = [one for one in found.diagnostics if one.code == "citation-organ"]
    assert "has no record" in said.message


DAY_BEHIND = {
    "en": "the adoption of Security Council resolution 9325 (2031) {}31 October {}",
    "fr": "l’adoption de la résolution 9325 (2031) du Conseil de sécurité {}31 octobre {}",
    "es": "la aprobación de la resolución 9325 (2031) del Consejo de Seguridad {}31 de octubre de {}",
    "ru": "принятие резолюции 9325 (2031) Совета Безопасности {}31 октября {} года",
    "ar": "اعتماد قرار مجلس الأمن 9325 (2031) {}31 تشرين الأول/أكتوبر {}",
}


@pytest.mark.parametrize("lang", DAY_BEHIND)
def test_a_day_right_behind_a_number_is_its_own_where_it_may_be(lang: str) -> None:
    for year, date in (("2031", "2031-10-31"), ("2037", None)):
        found = _read(lang, DAY_BEHIND[lang].format("", year))
        [one] = found.citations
        assert (one.target, one.date) == ("S/RES/9325(2031)", date)
        assert one.text.endswith(year if lang != "ru" else f"{year} года") == (date is not None)
        assert [said.code for said in found.diagnostics if said.code == "date-unread"] == ["date-unread"] * (not date)


def test_a_day_before_the_next_chinese_number_is_of_that_one() -> None:
    found = _read("zh", "安全理事会第9325(2031)号决议、2031年10月31日第9326(2031)号决议")
    assert [one.date for one in found.citations] == [None, "2031-10-31"]
