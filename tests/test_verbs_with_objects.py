"""A verb with its object as a pronoun is one: before it in Spanish and French, written as one with it in Arabic."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, number, read_lines

ACTS = {
    "es": (
        "Agradece a los guardianes su aceite;",
        "También les da las gracias;",
        "Los alienta a encender las lámparas.",
    ),
    "fr": ("Remercie les gardiens ;", "Les invite à allumer les lampes ;", "L’invite à garder l’huile."),
    "ar": ("تشكر الحراس؛", "تشكرهم على الزيت؛", "وتشجعهم على إضاءة المصابيح."),
}
LEMMAS = {
    "es": ["agradecer", "dar las gracias", "alentar"],
    "fr": ["remercier", "inviter", "inviter"],
    "ar": ["يشكر", "يشكر", "يشجع"],
}


@pytest.mark.parametrize("lang", sorted(ACTS))
def test_the_verb_is_known(lang: str) -> None:
    lines = [f"{number(lang, count)} {act}" for count, act in enumerate(ACTS[lang], start=1)]
    expression = read_lines(lang, "txt", ENACTING[lang], *lines)
    assert not [one.code for one in expression.diagnostics if "verb" in one.code]
    assert [one.lemma for one in expression.verbs] == LEMMAS[lang]
