"""A bare number is of the body in whose report it is printed, whoever's Official Records that is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.authorities import load_authorities
from tests.language_examples import AUTHORITIES, language, read_citations, resolution

Cited = tuple[str | None, str | None, bool]
OTHERS: Cited = (None, None, True)
UNKNOWN: Cited = (None, None, False)

NOTES: list[tuple[str, str, list[Cited]]] = [
    # a commission of the Council; the Assembly has such numbers as well
    ("en", "Official Records of the Economic and Social Council, 2035, Supplement No. 7 (E/2035/27), chap. I, sect. C,"
     " resolutions 79/901 and 79/902, annex", [OTHERS, OTHERS]),
    ("fr", "Documents officiels du Conseil économique et social, 2035, Supplément no 7 (E/2035/27), chap. I, sect. C,"
     " résolution 79/901, annexe", [OTHERS]),
    ("es", "Documentos Oficiales del Consejo Económico y Social, 2035, suplemento núm. 7 (E/2035/27), cap. I, secc. C,"
     " resolución 79/901, anexo", [OTHERS]),
    ("ru", "Официальные отчеты Экономического и Социального Совета, 2035 год, Дополнение № 7 (E/2035/27), гл. I,"
     " разд. С, резолюция 79/901, приложение", [OTHERS]),
    ("zh", "《经济及社会理事会正式记录，2035年，补编第7号》(E/2035/27)，第一章，C节，第79/901号决议，附件", [OTHERS]),
    ("ar", "الوثائق الرسمية للمجلس الاقتصادي والاجتماعي، 2035، الملحق رقم 7 (E/2035/27)، الفصل الأول، الفرع جيم، القرار"
     " 79/901، المرفق", [OTHERS]),
    # the same supplement is of one body before a session and of another one after it
    ("en", "Official Records of the General Assembly, Fifty-second Session, Supplement No. 25 (A/52/25), annex,"
     " decision 19/951", [OTHERS]),
    ("en", "Official Records of the General Assembly, Supplement No. 25 (A/71/25), annex, resolution 2/951",
     [("UNEP/EA.2/Res.951", "UNEA", False)]),
    ("fr", "Documents officiels de l’Assemblée générale, Supplément no 25 (A/71/25), annexe, résolution 2/951",
     [("UNEP/EA.2/Res.951", "UNEA", False)]),
    ("es", "Documentos Oficiales de la Asamblea General, suplemento núm. 25 (A/71/25), anexo, resolución 2/951",
     [("UNEP/EA.2/Res.951", "UNEA", False)]),
    ("ru", "Официальные отчеты Генеральной Ассамблеи, Дополнение № 25 (A/71/25), приложение, резолюция 2/951",
     [("UNEP/EA.2/Res.951", "UNEA", False)]),
    ("zh", "《大会正式记录，第七十一届会议，补编第25号》(A/71/25)，附件，第2/951号决议",
     [("UNEP/EA.2/Res.951", "UNEA", False)]),
    ("ar", "الوثائق الرسمية للجمعية العامة، الملحق رقم 25 (A/71/25)، المرفق، القرار 2/951",
     [("UNEP/EA.2/Res.951", "UNEA", False)]),
    ("en", "A/69/53, chap. V, sect. A, decision 47/912", [("A/HRC/DEC/47/912", "HRC", False)]),
    ("en", "A/69/49, resolution 69/912", [("A/RES/69/912", "GA", False)]),
    ("en", "E/2005/23, chap. II, sect. A, resolution 2005/951", [("E/CN.4/RES/2005/951", "CHR", False)]),
    # with an addendum, a page, and from a document of the body itself
    ("en", "E/2029/28 and Corr.1, p. 12, resolution 72/901", [OTHERS]),
    ("en", "Supplement No. 8 (E/2029/28-E/CN.7/2029/20), resolution 72/901", [OTHERS]),
    ("en", "see E/CN.15/2029/20, chap. I, resolution 72/901", [OTHERS]),
    # behind the number
    ("en", "resolution 72/901 (see E/2029/28, chap. I)", [OTHERS]),
    ("zh", "第72/901号决议(见E/2029/28，第一章)", [OTHERS]),
    # a supplement that nobody knows, or that has no symbol: whose it is cannot be told
    ("en", "Official Records of the General Assembly, Supplement No. 61 (A/69/61), resolution 69/912", [UNKNOWN]),
    ("en", "Official Records of the Economic and Social Council, Supplement No. 6 (E/4322), resolution 8 (XXIII)",
     [UNKNOWN]),
    ("en", "Official Records of the Economic and Social Council, Supplement No. 1 (E/4393), resolution 1235 (XLII)",
     [("E/RES/1235(XLII)", "ECOSOC", False)]),
    ("en", "Official Records of the General Assembly, Supplement No. 25A, annex, resolution 69/912", [UNKNOWN]),
    ("fr", "Documents officiels de l’Assemblée générale, Supplément no 25, annexe, résolution 69/912", [UNKNOWN]),
    ("es", "Documentos Oficiales de la Asamblea General, suplemento núm. 25, anexo, resolución 69/912", [UNKNOWN]),
    ("ru", "Официальные отчеты Генеральной Ассамблеи, Дополнение № 25, приложение, резолюция 69/912", [UNKNOWN]),
    ("zh", "《大会正式记录，第六十九届会议，补编第25号》，附件，第69/912号决议", [UNKNOWN]),
    ("ar", "الوثائق الرسمية للجمعية العامة، الملحق رقم 25، المرفق، القرار 69/912", [UNKNOWN]),
    # no report, but the next of a list; and a number that tells whose it is
    ("en", "See A/76/923, resolution 75/990", [("A/RES/75/990", "GA", False)]),
    ("en", "E/2035/27 and resolution 75/990", [("A/RES/75/990", "GA", False)]),
    ("en", "E/2000/27, chap. I, resolution 1925 (2000)", [("S/RES/1925(2000)", "SC", False)]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "note", "cited"), NOTES)
def test_it_is_of_the_body_whose_report_it_is_printed_in(code: str, note: str, cited: list[Cited]) -> None:
    found = read_citations(resolution(code, "GA", "", notes=[f"{note}."]), language(code))
    numbered = [one for one in found.citations if one.kind in ("resolution", "decision")]
    assert [(one.target, one.body, one.of_others) for one in numbered] == cited


def test_an_ibid_leads_to_the_report_of_the_note_before() -> None:
    notes = ["E/2035/27, chap. I.", "Ibid., resolution 79/901.", "Ibid., sect. C, resolution 79/902.", "A/79/901.",
             "Ibid., resolution 79/903."]  # fmt: skip
    found = read_citations(resolution("en", "GA", "", notes=notes), language("en"))
    numbered = {one.number: one.target for one in found.citations if one.kind == "resolution"}
    assert numbered == {"79/901": None, "79/902": None, "79/903": "A/RES/79/903"}


@pytest.mark.parametrize(
    ("symbol", "of"),
    [
        ("A/68/25", "Governing Council of the United Nations Environment Programme"),
        ("A/69/25/Corr.1", "United Nations Environment Assembly"),
        ("A/69/250", None),
        ("A/60/53", None),
        ("E/1985/27", None),
        ("E/CN.4/2000/1", "Commission on Human Rights"),
        ("E/CN.4/Sub.2/2000/1", "Sub-Commission on the Promotion and Protection of Human Rights"),
        ("A/HRC/43/2", "Human Rights Council"),
        ("A/HRC/43/21", None),
    ],
)
def test_whose_report_a_document_is(symbol: str, of: str | None) -> None:
    report = AUTHORITIES.report(symbol)
    assert (report.of if report else None) == of


def test_a_report_of_an_unknown_organ_or_turned_years_is_a_finding(tmp_path: Path) -> None:
    lamps = "- {of: Lamp Commission, documents: [E/CN.99/], source: a test}\n"
    unknown = "- {of: Harbour Board, body: HB, documents: [HB/], source: a test}\n"
    turned = '- {of: Reef Board, documents: ["A/{number}/61"], from: 90, to: 80, source: a test}\n'
    (tmp_path / "reports.yml").write_text(lamps + unknown + turned, encoding="utf-8")
    authorities, problems = load_authorities(tmp_path)
    assert [one.of for one in authorities.reports] == ["Lamp Commission"]
    assert [(one.line, one.message) for one in problems] == [
        (2, "no organ has the id 'HB'"),
        (3, "the reports end with 80, before they begin"),
    ]
