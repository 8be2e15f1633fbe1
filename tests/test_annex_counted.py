"""The second paragraph of an annex that begins as notes do is no note: the one above it is numbered 1."""

from __future__ import annotations

import pytest

from tests.reading import ANNEX, ENACTING, read_lines

# An act, two closing lines, the title of an annex and its two paragraphs; the second opens like a note.
TEXTS = {
    "en": ("Lights the lamps.", "70th plenary meeting", "18 December 2043", "Rules on lamps",
           "A lamp is a light.", "For the purposes of these rules:"),
    "fr": ("Allume les lampes.", "70e séance plénière", "18 décembre 2043", "Règles sur les lampes",
           "Une lampe est une lumière.", "Résolutions et décisions sur les lampes sont publiées ainsi :"),
    "es": ("Enciende las lámparas.", "70ª sesión plenaria", "18 de diciembre de 2043", "Reglas sobre lámparas",
           "Una lámpara es una luz.", "Resoluciones y decisiones sobre las lámparas se publican así:"),
    "ru": ("зажигает лампы.", "70-е пленарное заседание", "18 декабря 2043 года", "Правила о лампах",
           "Лампа — это свет.", "Резолюции и решения о лампах публикуются так:"),
    "zh": ("点亮灯火。", "2043年12月18日", "第70次全体会议", "灯火规则", "灯火是一种光。", "大会每年审议灯火："),
}  # fmt: skip


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_the_second_paragraph_is_no_note(lang: str) -> None:
    act, one, two, title, first, second = TEXTS[lang]
    lines = [ENACTING[lang], f"1. {act}", one, two, ANNEX[lang], title, f"1. {first}", f"2. {second}"]
    resolution = read_lines(lang, "txt", *lines).resolution
    assert [p.id for p in resolution.paragraphs if p.number] == ["op1", "annex-1", "annex-2"]
    assert not resolution.footnotes
