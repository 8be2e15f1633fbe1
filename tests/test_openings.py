"""Paragraphs that open with other words than a verb of the table, in six languages."""

from __future__ import annotations

import pytest

from converter.authorities import Authorities
from converter.languages import load
from converter.languages.openings import Openings
from tests.steps import assert_linear

DECIDES = [
    ("en", "Now, therefore, lights the lamps"),
    ("en", "The General Assembly hereby enlamps the coast"),
    ("fr", "L’Assemblée générale emphare la côte"),
    ("fr", "En conséquence, le Conseil de sécurité enlampe la côte"),
    ("es", "La Asamblea General enfara la costa"),
    ("es", "En consecuencia, el Consejo de Seguridad enlampe la costa"),
    ("ru", "Генеральная Ассамблея также озаряет берега"),
    ("ru", "поэтому Совет Безопасности засветит маяки"),
    ("zh", "决定："),
    ("zh", "决定通过下列案文："),
    ("zh", "大会决定通过以下看守人规则："),
]
DECIDES_NOT = [
    ("en", "The General Assembly has lit the lamps"),
    ("en", "The General Assembly its lamps"),
    ("en", "The General Assembly Lights"),
    ("en", "The lamps shine"),
    ("en", "Now the lamps"),
    ("fr", "L’Assemblée générale dans sa sagesse"),
    ("es", "La Asamblea General sobre los faros"),
    ("ru", "Совет Безопасности Комитет"),
    ("ru", "Совет Безопасности ответ"),
    ("zh", "决定点灯："),
    ("zh", "决定：点灯"),
    ("ar", "يقرر مجلس الأمن"),
]
RESOLVES = [
    ("en", "That the lamps be lit"),
    ("en", "To light the lamps"),
    ("fr", "Qu’il y ait de la lumière"),
    ("fr", "D’allumer les phares"),
    ("es", "Que se enciendan los faros"),
    ("es", "Encenderlos cada noche"),
    ("es", "No apagar los faros"),
    ("ru", "что маяки светят"),
    ("ar", "أن تضاء المصابيح"),
]
RESOLVES_NOT = [
    ("en", "Total lamps"),
    ("en", "Thatch for the lamps"),
    ("fr", "Quelques phares"),
    ("es", "Los faros"),
    ("es", "Encender"),
    ("ru", "чтение"),
    ("ar", "أنوار المصابيح"),
    ("zh", "灯塔"),
]
LIMITS = [
    ("en", "Except at noon"),
    ("fr", "À condition que la nuit tombe"),
    ("es", "Siempre que sea de noche"),
    ("ru", "за исключением полудня"),
    ("ar", "شريطة حلول الليل"),
]
LIMITS_NOT = [("en", "Andes lamps"), ("fr", "Etrange nuit"), ("es", "Yodo"), ("ru", "иной берег"), ("zh", "但书")]


def openings(lang: str, authorities: Authorities) -> Openings:
    return load(lang, authorities).page.openings


@pytest.mark.parametrize(("lang", "text"), DECIDES)
def test_an_organ_and_what_ends_like_a_verb_decide(lang: str, text: str, authorities: Authorities) -> None:
    assert openings(lang, authorities).decides(text)


@pytest.mark.parametrize(("lang", "text"), DECIDES_NOT)
def test_other_words_do_not(lang: str, text: str, authorities: Authorities) -> None:
    assert not openings(lang, authorities).decides(text)


@pytest.mark.parametrize(("lang", "text"), RESOLVES)
def test_what_is_resolved_opens_so(lang: str, text: str, authorities: Authorities) -> None:
    assert openings(lang, authorities).resolves(text)


@pytest.mark.parametrize(("lang", "text"), RESOLVES_NOT)
def test_other_words_resolve_nothing(lang: str, text: str, authorities: Authorities) -> None:
    assert not openings(lang, authorities).resolves(text)


@pytest.mark.parametrize(("lang", "text"), LIMITS)
def test_a_proviso_opens_so(lang: str, text: str, authorities: Authorities) -> None:
    assert openings(lang, authorities).limits(text)


@pytest.mark.parametrize(("lang", "text"), LIMITS_NOT)
def test_other_words_are_no_proviso(lang: str, text: str, authorities: Authorities) -> None:
    assert not openings(lang, authorities).limits(text)


@pytest.mark.parametrize(
    ("lang", "unit"), [("en", "now, "), ("en", "The "), ("zh", "决定"), ("zh", "通过下列"), ("ar", "أن ")]
)
def test_no_long_line_blows_up(lang: str, unit: str, authorities: Authorities) -> None:
    own = openings(lang, authorities)
    assert_linear(lambda size: (own.decides(unit * size), own.resolves(unit * size)), 100)
