"""Whose a number is: of the organ that touches it, not of one that the sentence names for something else."""

from __future__ import annotations

import pytest

from tests.language_examples import language, read_citations, resolution

Cited = list[tuple[str | None, bool]]
WHOSE: list[tuple[str, str, Cited]] = [
    # a committee that was set up by it is no author of it
    ("en", "the principles of the Security Council Committee established pursuant to resolution 9373 (2031) on lamps",
     [("S/RES/9373(2031)", False)]),
    # the organ behind the number is nearer than one beyond other words
    ("en", "resolutions of the Assembly, the Council, including the resolutions 9254 (2031) of the Security Council",
     [("S/RES/9254(2031)", False)]),
    ("ru", "резолюции Ассамблеи, Совета Безопасности, в частности резолюции 9254 (2031) Совета Безопасности",
     [("S/RES/9254(2031)", False)]),
    ("fr", "résolutions de l’Assemblée générale, notamment les résolutions 9254 (2031) du Conseil de sécurité",
     [("S/RES/9254(2031)", False)]),
    # its resolution: who stands behind it does something else
    ("ru", "во исполнение ее резолюций 90/226 от 2 декабря 2035 года и 91/303 от 9 мая 2037 года Конференция Маяков",
     [("A/RES/90/226", False), ("A/RES/91/303", False)]),
    # the outcome of a conference that the resolution is about
    ("en", "the Programme adopted by the Lamp Conference, in particular its resolutions 66/144 of 19 December 2011",
     [("A/RES/66/144", False)]),
    # who adopted it
    ("en", "that the Human Rights Council adopted by consensus resolution 51/922 and resolution 52/901, which the"
     " Human Rights Council adopted", [("A/HRC/RES/51/922", False), ("A/HRC/RES/52/901", False)]),
    ("fr", "que le Conseil des droits de l’homme a adopté par consensus la résolution 51/922 sur les lampes",
     [("A/HRC/RES/51/922", False)]),
    ("es", "que el Consejo de Derechos Humanos aprobó por consenso la resolución 51/922, relativa a lámparas, y la"
     " resolución 52/901, que el Consejo de Derechos Humanos aprobó",
     [("A/HRC/RES/51/922", False), ("A/HRC/RES/52/901", False)]),
    ("ru", "что Совет по правам человека принял консенсусом резолюцию 51/922 о лампах и резолюцию 52/901, которую Совет"
     " по правам человека принял", [("A/HRC/RES/51/922", False), ("A/HRC/RES/52/901", False)]),
    ("zh", "人权理事会以协商一致方式通过了关于灯具的第51/922号决议", [("A/HRC/RES/51/922", False)]),
    ("zh", "人权理事会2022年10月7日以协商一致方式通过的第51/922号决议", [("A/HRC/RES/51/922", False)]),
    ("ar", "أن اعتمد مجلس حقوق الإنسان بتوافق الآراء القرار 51/922 بشأن المصابيح", [("A/HRC/RES/51/922", False)]),
    # printed in a supplement of the Assembly, which cannot have such a number
    ("en", "the Official Records of the General Assembly, Supplement No. 53A (A/69/53/Add.1 and A/69/53/Add.1/Corr.2),"
     " chap. IV, sect. A, resolution 27/912",
     [("A/69/53/Add.1", False), ("A/69/53/Add.1/Corr.2", False), ("A/HRC/RES/27/912", False)]),
    # two organs adopted what is named: each number is of the one that can have it, or of neither for certain
    ("en", "that the General Assembly and the Security Council adopted resolutions 61/922 and 9373 (2031)",
     [("A/RES/61/922", False), ("S/RES/9373(2031)", False)]),
    ("fr", "que l’Assemblée générale et le Conseil de sécurité ont adopté les résolutions 61/922 et 9373 (2031)",
     [("A/RES/61/922", False), ("S/RES/9373(2031)", False)]),
    ("zh", "大会和安全理事会通过了第61/922号和第9373(2031)号决议",
     [("A/RES/61/922", False), ("S/RES/9373(2031)", False)]),
    ("zh", "大会和安全理事会通过了第61/922号决议", [("A/RES/61/922", False)]),
    ("zh", "大会、人权理事会未经表决通过的第61/922号和第33/928号决议", [(None, False), (None, False)]),
    ("ar", "أن اعتمدت الجمعية العامة ومجلس الأمن بتوافق الآراء القرارين 61/922 و 9373 (2031)",
     [("A/RES/61/922", False), ("S/RES/9373(2031)", False)]),
    # what it adopted is another thing, in a clause that a comma ends
    ("en", "the lamp guidelines that the Human Rights Council adopted by consensus, its resolutions 61/922 and 62/903,",
     [("A/RES/61/922", False), ("A/RES/62/903", False)]),
    ("es", "las directrices que el Consejo de Derechos Humanos aprobó, sus resoluciones 61/922 y 62/903,",
     [("A/RES/61/922", False), ("A/RES/62/903", False)]),
    ("fr", "le plan que le Conseil économique et social a approuvé, les résolutions 61/922 et 62/903,",
     [("A/RES/61/922", False), ("A/RES/62/903", False)]),
    ("en", "resolution 61/922, which the Human Rights Council adopted the programme of lamps under,",
     [("A/RES/61/922", False)]),
    ("ru", "доклад о лампах, который приведен в резолюции 61/922, который Совет по правам человека одобрил",
     [("A/RES/61/922", False)]),
    # the Council's shape behind a committee or conference of whomever
    ("en", "that the Committee of Keepers welcomed resolution 9373 (2031)", [(None, False)]),
    ("en", "the Lamp Committee, pursuant to resolution 9373 (2031), and the Conference, in resolution 9482 (2031),",
     [(None, False), (None, False)]),
    # capitals before a number are a series of others
    ("en", "document LC 45/18 and document MSC 101/24, annex 4", []),
    ("zh", "灯塔组织LC 35/15号文件，附件4，以及LC 45/18号文件", []),
]  # fmt: skip


@pytest.mark.parametrize(("code", "words", "cited"), WHOSE)
def test_it_is_of_the_organ_that_is_meant(code: str, words: str, cited: Cited) -> None:
    found = read_citations(resolution(code, "GA", words), language(code))
    assert [(one.target, one.of_others) for one in found.citations] == cited


@pytest.mark.parametrize("initials", ["GA", "UNGA", "UNSC", "UNHRC", "HRC", "ECOSOC", "UNEA"])
def test_initials_of_an_organ_in_the_authority_files_are_no_series_of_others(initials: str) -> None:
    words = f"通过的{initials} 60/925号决议"
    found = read_citations(resolution("zh", "GA", words), language("zh"))
    assert ([one.number for one in found.citations], found.said) == (["60/925"], ())


def test_a_symbol_of_an_unknown_root_is_said() -> None:
    """Made as symbols of the UN are, with the year of a series; others (WT/L/908) are read as theirs."""
    words = "documents LBC/CONF/2031/6 and LBC/2031/7/Rev.1, WT/L/508/Add.1, IOC/EC-57/Decisions, HIV/AIDS/2030"
    found = read_citations(resolution("en", "GA", words), language("en"))
    assert [words[one.remark.start : one.remark.end] for one in found.said] == ["LBC/CONF/2031/6", "LBC/2031/7/Rev.1"]


@pytest.mark.parametrize("words", ["文件LBC/CONF/2031/6和LBC/2031/7", "LBC/CONF/2031/6号文件和LBC/2031/7号文件"])
def test_it_is_said_in_chinese(words: str) -> None:
    found = read_citations(resolution("zh", "GA", words), language("zh"))
    assert [words[one.remark.start : one.remark.end] for one in found.said] == ["LBC/CONF/2031/6", "LBC/2031/7"]


def test_what_nobody_calls_a_document_is_none() -> None:
    words = (
        "the file EB191/8, the standard ISO/IEC/2031/27001, HTTP/2031/5, regulation EU/2031/452, FY/2031/32 and"
        " JJA/2031/2032"
    )
    found = read_citations(resolution("en", "GA", words), language("en"))
    assert (found.citations, found.said) == ((), ())


@pytest.mark.parametrize(
    ("code", "words", "unread"),
    [
        ("en", "resolution LBC 60/925", ["60/925"]),
        ("en", "resolution LBC 60/925, LBK 61/903 and document MSC 61/924", ["60/925", "61/903"]),
        ("fr", "la résolution LBC 60/925 et la résolution LBK 1996/931", ["60/925", "1996/931"]),
        ("es", "la resolución LBC 60/925 y AG/RES 61/903", ["60/925", "61/903"]),
        ("ru", "резолюцию ФГБ 60/925", ["60/925"]),
    ],
)
def test_capitals_behind_the_noun_of_a_work_hide_no_number(code: str, words: str, unread: list[str]) -> None:
    found = read_citations(resolution(code, "GA", words), language(code))
    assert [one.number for one in found.citations] == []
    assert [words[one.remark.start : one.remark.end] for one in found.said] == unread


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "resolution 33/928, which the Human Rights Council adopted"),
        ("es", "resolución 33/928, que el Consejo de Derechos Humanos aprobó"),
        ("fr", "résolution 33/928, que le Conseil des droits de l’homme a adoptée"),
        ("ru", "резолюцию 33/928, которую Совет по правам человека принял"),
    ],
)
def test_no_half_clause_is_of_the_citation(code: str, words: str) -> None:
    (one,) = read_citations(resolution(code, "GA", words), language(code)).citations
    assert (one.target, one.text) == ("A/HRC/RES/33/928", words.partition(",")[0])


def test_a_whole_clause_with_the_date_is() -> None:
    words = "resolution 33/928, which the Human Rights Council adopted by consensus on 4 May 2031, and the Charter"
    (one,) = read_citations(resolution("en", "GA", words), language("en")).citations
    assert (one.target, one.date, one.text) == (
        "A/HRC/RES/33/928",
        "2031-05-04",
        words.removesuffix(", and the Charter"),
    )


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Recalling paragraph 6 of resolution 60/951 and its resolution 40/919,"),
        ("es", "Recordando el párrafo 6 de la resolución 60/951 y su resolución 40/919,"),
        ("fr", "Rappelant le paragraphe 6 de la résolution 60/951 et sa résolution 40/919,"),
        ("zh", "回顾第60/951号决议第6段和其第40/919号决议，"),
    ],
)
def test_a_number_of_a_session_that_the_organ_had_not_held_is_none_of_its_own(code: str, text: str) -> None:
    found = read_citations(resolution(code, "HRC", text, date="2020-10-06"), language(code))
    assert [one.target for one in found.citations] == [None, "A/HRC/RES/40/919"]
    later = read_citations(resolution(code, "HRC", text, date="2025-12-06"), language(code))
    assert later.citations[0].target == "A/HRC/RES/60/951"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Noting resolutions 907 (XXVI) and 917 (XXV) of the Commission,"),
        ("fr", "Prenant acte des résolutions 907 (XXVI) et 917 (XXV) de la Commission,"),
        ("es", "Tomando nota de las resoluciones 907 (XXVI) y 917 (XXV) de la Comisión,"),
    ],
)
def test_the_organ_behind_a_list_is_that_of_each_number_though_it_cannot_be_told(code: str, text: str) -> None:
    found = read_citations(resolution(code, "ECOSOC", text), language(code))
    assert [one.target for one in found.citations] == [None, None]


BY_ITS_DAY = {
    "en": "Recalling resolution 1989/964 of 24 May 1989 and resolution 1990/933 of 6 March 1990,",
    "fr": "Rappelant la résolution 1989/964 du 24 mai 1989 et la résolution 1990/933 du 6 mars 1990,",
    "es": "Recordando la resolución 1989/964, de 24 de mayo de 1989, y la resolución 1990/933, de 6 de marzo de 1990,",
    "ru": "ссылаясь на резолюцию 1989/964 от 24 мая 1989 года и резолюцию 1990/933 от 6 марта 1990 года,",
    "zh": "回顾1989年5月24日第1989/964号决议和1990年3月6日第1990/933号决议，",
    "ar": "إذ تشير إلى القرار 1989/964 المؤرخ 24 أيار/مايو 1989 والقرار 1990/933 المؤرخ 6 آذار/مارس 1990،",
}


@pytest.mark.parametrize("code", sorted(BY_ITS_DAY))
def test_what_is_dated_when_no_session_of_the_commission_sat_is_the_councils(code: str) -> None:
    found = read_citations(resolution(code, "CHR", BY_ITS_DAY[code]), language(code))
    assert found.citations[0].target == "E/RES/1989/964"
