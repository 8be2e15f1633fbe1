"""Whose a number is: of the organ that touches it, not of one that the sentence names for something else."""

from __future__ import annotations

import pytest

from tests.language_examples import language, read_citations, resolution

Cited = list[tuple[str | None, bool]]
WHOSE: list[tuple[str, str, Cited]] = [
    # a committee that was set up by it is no author of it
    ("en", "the principles of the Security Council Committee established pursuant to resolution 9373 (2031) on lamps",
     [("S/RES/9373(2031)", False)]),
    ("en", "experts of the Committee established pursuant to resolution 9373 (2031)", [("S/RES/9373(2031)", False)]),
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
    # capitals before a number are a series of others
    ("en", "document LC 45/18 and document MSC 101/24, annex 4", []),
    ("zh", "灯塔组织LC 35/15号文件，附件4，以及LC 45/18号文件", []),
]  # fmt: skip


@pytest.mark.parametrize(("code", "words", "cited"), WHOSE)
def test_it_is_of_the_organ_that_is_meant(code: str, words: str, cited: Cited) -> None:
    found = read_citations(resolution(code, "GA", words), language(code))
    assert [(one.target, one.of_others) for one in found.citations] == cited
    assert [one.remark.code for one in found.said] == []


def test_a_symbol_of_an_unknown_root_is_said() -> None:
    """Made as symbols of the UN are, with the year of a series; others (WT/L/508) are nobody's business."""
    words = "documents LBC/CONF/2031/6 and LBC/2031/7/Rev.1, WT/L/508/Add.1, IOC/EC-57/Decisions, HIV/AIDS/2030"
    found = read_citations(resolution("en", "GA", words), language("en"))
    assert [words[one.remark.start : one.remark.end] for one in found.said] == ["LBC/CONF/2031/6", "LBC/2031/7/Rev.1"]
