"""An organ's name alone above a long masthead is no enacting phrase: that has its comma, right above the recitals."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, converted, number

NAMES = {
    "en": "United Nations Environment Assembly",
    "fr": "Assemblée des Nations Unies pour l’environnement",
    "es": "Asamblea de las Naciones Unidas sobre el Medio Ambiente",
    "ru": "Ассамблея Организации Объединенных Наций по окружающей среде",
    "zh": "联合国环境大会",
    "ar": "جمعية الأمم المتحدة للبيئة",
}
PHRASES = {
    "en": "The United Nations Environment Assembly,",
    "fr": "L’Assemblée des Nations Unies pour l’environnement,",
    "es": "La Asamblea de las Naciones Unidas sobre el Medio Ambiente,",
    "ru": "Ассамблея Организации Объединенных Наций по окружающей среде,",
    "zh": "联合国环境大会，",
    "ar": "إن جمعية الأمم المتحدة للبيئة،",
}
GOES_ON = {
    "en": "of the Programme of the Lamps",
    "fr": "du Programme des lampes",
    "es": "del Programa de las lámparas",
    "ru": "Программы по лампам",
    "zh": "灯火规划署",
    "ar": "التابعة لبرنامج المصابيح",
}
RECITALS = {
    "en": "Recalling its resolution 4/7,",
    "fr": "Rappelant sa résolution 4/7,",
    "es": "Recordando su resolución 4/7,",
    "ru": "ссылаясь на свою резолюцию 4/7,",
    "zh": "回顾其第4/7号决议，",
    "ar": "إذ تشير إلى قرارها 4/7،",
}
SPONSORS = {"en": "Peru, Chile: draft resolution", "ru": "Перу, Чили: проект резолюции"}
PLACES = (
    "Lampton, 22–26 February 2031",
    "Distr.: General",
    "7 March 2031",
    "Original: English",
    "Lamp 5",
    "Second light",
    "Wick 9",
)
LANGUAGES = tuple(ENACTING)


def _read(lang: str, *head: str) -> tuple[str | None, list[str], list[str | None]]:
    act = f"{number(lang, 1)} x"
    read = converted(lang, "\n".join((*head, "", PHRASES[lang], "", RECITALS[lang], "", act)))
    resolution = read.resolution
    ids = [one.id for one in resolution.paragraphs]
    return resolution.masthead.symbol, ids, [one.target for one in read.citations]


@pytest.mark.parametrize("apart", ["", "\n"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_name_goes_on_in_the_next_line(lang: str, apart: str) -> None:
    head = (NAMES[lang], f"{GOES_ON[lang]}{apart}", *PLACES[:1], "UNEP/EA.5/Res.14", *PLACES[1:], "", "5/14. x")
    assert _read(lang, *head) == ("UNEP/EA.5/Res.14", ["pp1", "op1"], ["UNEP/EA.4/Res.7"])


@pytest.mark.parametrize("lang", SPONSORS)
def test_names_of_sponsors_with_a_colon_may_stand_between(lang: str) -> None:
    head = (NAMES[lang], *PLACES[:1], "UNEP/EA.5/Res.14", *PLACES[1:], "", SPONSORS[lang], "", "5/14. x")
    assert _read(lang, *head)[0] == "UNEP/EA.5/Res.14"
