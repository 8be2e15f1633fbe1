"""Numbers of a text that hang like the marks of notes and are none: nothing is said of them."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, number, read_lines

NONE = {
    "en": [
        "Noting recommendation (2031)17 and Rec(2031)17 on lamps¹,",
        "Noting the reviews of lamps ¹ held 1, 10 and 15 nights later,",
        "Noting Agenda 1 and table 1 of the lamps ¹,",
        "Noting the UNLH80 lamps¹,",
    ],
    "fr": ["Notant la recommandation (2031)17 sur les lampes¹,", "Notant l’objectif de développement durable 1 et ¹,"],
    "es": ["Observando la recomendación (2031)17 sobre las lámparas¹,", "Observando la ONU80 y las lámparas¹,"],
    "ru": [
        "отмечая рекомендацию (2031)17 о лампах¹,",
        "отмечая решение 22/СОР.35¹ о лампах,",
        "отмечая решение 22/СОР.35 о лампах¹,",
    ],
    "ar": [
        "إذ تلاحظ المصابيح(¹) والمادة 2 (4) من النظام،",
        "إذ تلاحظ المصابيح(¹) انتهاكا للمادة 2 (1) من النظام،",
        "إذ تلاحظ المصابيح(¹) والوثيقة MIN(15) للحراس،",
        "إذ تلاحظ المصابيح(¹) والمنارات(15)/48 للحراس،",
    ],
}
ACTS = {"en": "Requests light.", "fr": "Demande de la lumière.", "es": "Pide luz."} | {
    "ru": "просит дать свет.", "zh": "请求照明。", "ar": "تطلب الضوء.",
}  # fmt: skip


def _said(lang: str, recital: str) -> list[str]:
    found = read_lines(lang, "txt", ENACTING[lang], recital, f"{number(lang, 1)} {ACTS[lang]}", "¹ A/98/953.")
    assert [note.marker for note in found.resolution.footnotes] == ["1"]
    return [one.message for one in found.diagnostics if one.code == "mark-without-note"]


@pytest.mark.parametrize(("lang", "recital"), [(lang, one) for lang, some in NONE.items() for one in some])
def test_they_are_not_said(lang: str, recital: str) -> None:
    assert _said(lang, recital) == []


@pytest.mark.parametrize(
    "recital",
    [
        "Noting the lamps¹ and the wicks17,",
        "Noting the lamps¹ of resolution 9212 (1974)17,",
        "Noting the lamps¹ of the Harbour Conference (1974)17,",
        "Noting the UNLH3 lamps¹,",
    ],
)
def test_what_may_be_a_mark_is(recital: str) -> None:
    assert len(_said("en", recital)) == 1
