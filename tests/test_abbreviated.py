"""Short forms: a noun and its organ in one word, abbreviated nouns, short names of bodies, dates behind a symbol."""

from __future__ import annotations

import pytest

from tests.language_examples import language, read_citations, resolution
from tests.reading import converted

Cited = list[tuple[str | None, str | None]]
SHORT: list[tuple[str, str, Cited]] = [
    ("en", "UNSCR 9312 (2005), UNSCRs 9313 (2005) and 9382 (2009), UNGAR 60/951 of 4 May 2031",
     [("S/RES/9312(2005)", None), ("S/RES/9313(2005)", None), ("S/RES/9382(2009)", None),
      ("A/RES/60/951", "2031-05-04")]),
    ("en", "GA res. 60/951, UNGA Res. 60/952, UNSC Res 9325 (2000), HRC resolution 5/901",
     [("A/RES/60/951", None), ("A/RES/60/952", None), ("S/RES/9325(2000)", None), ("A/HRC/RES/5/901", None)]),
    ("fr", "RCSNU 9312 (2005), rés. 60/951 de l’Assemblée générale, la résolution 5/901 du CDH",
     [("S/RES/9312(2005)", None), ("A/RES/60/951", None), ("A/HRC/RES/5/901", None)]),
    ("es", "RCSNU 9312 (2005), Res. 60/951 de la Asamblea General, la resolución 5/901 del CDH",
     [("S/RES/9312(2005)", None), ("A/RES/60/951", None), ("A/HRC/RES/5/901", None)]),
    ("ru", "UNSCR 9312 (2005), рез. 60/951 Генеральной Ассамблеи, рез. СПЧ 5/901",
     [("S/RES/9312(2005)", None), ("A/RES/60/951", None), ("A/HRC/RES/5/901", None)]),
    ("zh", "UNSCR 9312 (2005)，联大第60/951号决议", [("S/RES/9312(2005)", None), ("A/RES/60/951", None)]),
    ("ar", "UNSCR 9312 (2005)", [("S/RES/9312(2005)", None)]),
    # the date behind a symbol
    ("en", "A/RES/61/995, of 13 May 2031, and A/RES/61/996, adopted on 14 May 2031",
     [("A/RES/61/995", "2031-05-13"), ("A/RES/61/996", "2031-05-14")]),
    ("fr", "A/RES/61/995, du 13 mai 2031, et A/RES/61/996, adoptée le 14 mai 2031",
     [("A/RES/61/995", "2031-05-13"), ("A/RES/61/996", "2031-05-14")]),
    ("es", "A/RES/61/995, de 13 de mayo de 2031, y A/RES/61/996, aprobada el 14 de mayo de 2031",
     [("A/RES/61/995", "2031-05-13"), ("A/RES/61/996", "2031-05-14")]),
    ("ru", "A/RES/61/995, от 13 мая 2031 года, и A/RES/61/996, принятая 14 мая 2031 года",
     [("A/RES/61/995", "2031-05-13"), ("A/RES/61/996", "2031-05-14")]),
    ("zh", "A/RES/61/995(2031年5月13日)", [("A/RES/61/995", "2031-05-13")]),
    ("ar", "A/RES/61/995، المؤرخ 13 أيار/مايو 2031، و A/RES/61/996 المتخذ في 14 أيار/مايو 2031",
     [("A/RES/61/995", "2031-05-13"), ("A/RES/61/996", "2031-05-14")]),
    # the Environment Assembly by a short name, and where it stands behind its own resolution
    ("es", "la decisión adoptada por la Asamblea sobre el Medio Ambiente en su resolución 5/994",
     [("UNEP/EA.5/Res.994", None)]),
    ("fr", "la décision prise par l’Assemblée pour l’environnement dans sa résolution 5/994",
     [("UNEP/EA.5/Res.994", None)]),
    ("en", "the decision of the Environment Assembly in its resolution 5/994", [("UNEP/EA.5/Res.994", None)]),
    ("ru", "решение Ассамблеи по окружающей среде в ее резолюции 5/994", [("UNEP/EA.5/Res.994", None)]),
    ("ru", "что в пункте 1 своей резолюции 5/994 Ассамблея ООН по окружающей среде постановила зажечь лампы",
     [("UNEP/EA.5/Res.994", None)]),
    ("ru", "что в своей резолюции 61/995 Совет по правам человека постановил зажечь лампы",
     [("A/HRC/RES/61/995", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "words", "cited"), SHORT)
def test_a_short_form_is_read(code: str, words: str, cited: Cited) -> None:
    found = read_citations(resolution(code, "GA", words), language(code))
    assert [(one.target, one.date) for one in found.citations] == cited
    assert not found.said


TURNED = {
    "en": "Recalling resolution 9334 (2016( and resolution 9335 )2016),",
    "fr": "Rappelant la résolution 9334 (2016( et la résolution 9335 )2016),",
    "es": "Recordando la resolución 9334 (2016( y la resolución 9335 )2016),",
    "ru": "ссылаясь на резолюцию 9334 (2016( и резолюцию 9335 )2016),",
    "zh": "回顾第9334(2016(号决议和第9335)2016)号决议，",
    "ar": "وإذ تشير إلى القرار 9334 (2016( والقرار 9335 )2016)،",
}
ENACTING = {
    "en": "The General Assembly,", "fr": "L’Assemblée générale,", "es": "La Asamblea General,",
    "ru": "Генеральная Ассамблея,", "zh": "大会，", "ar": "إن الجمعية العامة،",
}  # fmt: skip


@pytest.mark.parametrize("code", TURNED)
def test_one_bracket_the_wrong_way_round_is_seen_through_and_said(code: str) -> None:
    text = f"{ENACTING[code]}\n\n{TURNED[code]}\n".encode()
    expression = converted(code, text)
    assert [one.target for one in expression.citations] == ["S/RES/9334(2016)", "S/RES/9335(2016)"]
    assert [one.code for one in expression.diagnostics if "citation" in one.code] == ["citation-misprint"] * 2
