"""Notes whose marks are numbers in square brackets, in plain text: marks where that is sure, words where it is not."""

from __future__ import annotations

import pytest

from converter.convert import Input, convert
from converter.model import Expression, Severity, Sidecar
from tests.language_examples import AUTHORITIES

TEXTS = {
    "en": ("The Security Council,", "Noting the lamps[1] and the wicks,[2]", "1. Requests light.[3]"),
    "fr": ("Le Conseil de sécurité,", "Notant les lampes[1] et les mèches[2],", "1. Demande de la lumière[3]."),
    "es": ("El Consejo de Seguridad,", "Observando las lámparas[1] y las mechas[2],", "1. Pide que haya luz[3]."),
    "ru": ("Совет Безопасности,", "отмечая лампы[1] и фитили[2],", "1. просит дать свет[3]."),
    "zh": ("安全理事会，", "注意到灯火[1]和灯芯，[2]", "1. 请点灯。[3]"),
    "ar": ("إن مجلس الأمن،", "إذ يلاحظ المصابيح[1] والفتائل[2]،", "1 - يطلب الضوء[3]."),
}
NOTES = "[1] A/81/229.\n[2] A/81/230,\nand its annex.\n[3] A/81/231."


def read(code: str, text: str) -> Expression:
    return convert(Input(f"x/{code}.txt", code, text.encode(), Sidecar("x", "")), AUTHORITIES)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("code", sorted(TEXTS))
def test_each_mark_has_its_note(code: str, gap: str) -> None:
    expression = read(code, "\n\n".join(TEXTS[code]) + gap + NOTES + "\n")
    resolution = expression.resolution
    found = [(note.marker, note.paragraph) for note in resolution.footnotes]
    assert found == [("1", "pp1"), ("2", "pp1"), ("3", "op1")]
    assert all("[" not in paragraph.text.text for paragraph in resolution.paragraphs)
    assert [one for one in expression.diagnostics if one.severity is Severity.ERROR] == []  # no word lost, for one


@pytest.mark.parametrize(
    "notes",
    [
        "",  # nothing below
        "[2] A/81/230.",  # not from 1 on
        "[1] A/81/229.\n[4] A/81/230.",  # no row
        "[1] A/81/229.\n[2] A/81/230.\n[3] A/81/231.\n[4] A/81/232.",  # one without a mark
    ],
)
def test_numbers_in_brackets_are_words_where_it_is_not_sure(notes: str) -> None:
    resolution = read("en", "\n\n".join((*TEXTS["en"], notes))).resolution
    words = " ".join(paragraph.text.text for paragraph in resolution.paragraphs)
    assert "lamps[1]" in words
    assert "wicks,[2]" in words
    assert resolution.footnotes == ()
