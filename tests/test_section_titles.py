"""The title of a section may name a session of an organ: it is no enacting phrase without its comma."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, number, read_lines

TITLES = {
    "en": ("Eighth session of the General Assembly", "Requests light."),
    "fr": ("Huitième session de l’Assemblée générale", "Demande de la lumière."),
    "es": ("Octavo período de sesiones de la Asamblea General", "Pide luz."),
    "ru": ("Восьмая сессия Генеральной Ассамблеи", "просит дать свет."),
    "zh": ("大会第八届会议", "请各国提供灯火。"),
    "ar": ("الدورة الثامنة للجمعية العامة", "تطلب الضوء."),
}
LABELS = {"zh": ("一", "二"), "ar": ("أولا", "ثانيا")}


@pytest.mark.parametrize("lang", TITLES)
def test_the_title_of_a_section_may_be_a_session(lang: str) -> None:
    title, act = TITLES[lang]
    one, two = LABELS.get(lang, ("I", "II"))
    lines = (one, f"{number(lang, 1)} {act}", two, title, f"{number(lang, 2)} {act}")
    found = read_lines(lang, "txt", ENACTING[lang], *lines)
    assert [(one.kind, one.text.text) for one in found.resolution.paragraphs if one.text.text == title] == [
        ("heading", title)
    ]


def test_with_its_comma_it_is_the_enacting_phrase() -> None:
    found = read_lines(
        "ru", "txt", "Восьмая сессия Генеральной Ассамблеи,", "ссылаясь на фонари,", "1. просит дать свет."
    )
    assert [one.kind for one in found.resolution.paragraphs] == ["preambular", "operative"]
    assert found.resolution.masthead.body == "GA"
