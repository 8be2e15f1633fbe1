"""Texts that a page runs together, with recitals that are counted with letters; days as other presses print them."""

from __future__ import annotations

import pytest

from tests.language_examples import language, read_citations, resolution
from tests.reading import converted

# The enacting phrase of a body (with a short name but in Russian), three recitals, an operative paragraph.
TEXTS = {
    "en": (
        "The Board of Governors,",
        ("(a) Recalling the wicks,", "(b) Noting the dark over the harbour,", "(c) Noting the winter of the keepers,"),
        "1. Requests the keepers to buy oil.",
    ),
    "fr": (
        "Le Conseil des gouverneurs,",
        ("a) Rappelant les mèches,", "b) Notant la nuit sur le port,", "c) Notant l’hiver des gardiens,"),
        "1. Prie les gardiens d’acheter de l’huile.",
    ),
    "ru": (
        "Генеральная Ассамблея,",  # Совет управляющих may be that of UNEP
        ("a) ссылаясь на фитили,", "b) отмечая темноту над гаванью,", "c) отмечая зиму смотрителей,"),
        "1. просит смотрителей купить масла.",
    ),
    "es": (
        "La Junta de Gobernadores,",
        ("a) Recordando las mechas,", "b) Observando la noche sobre el puerto,", "c) Observando el invierno,"),
        "1. Pide a los guardianes que compren aceite.",
    ),
}


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_recitals_with_letters_are_cut_apart(lang: str) -> None:
    phrase, recitals, last = TEXTS[lang]
    found = converted(lang, " ".join(["Lamps,", phrase, *recitals, last]))
    assert [one.kind for one in found.resolution.paragraphs] == ["preambular"] * 3 + ["operative"]
    assert found.resolution.masthead.body == ("GA" if lang == "ru" else "IAEABG")
    assert "break-doubtful" in [one.code for one in found.diagnostics]


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_so_are_those_of_a_further_line(lang: str) -> None:
    phrase, (first, second, third), last = TEXTS[lang]
    text = f"Lamps, {phrase} {first}\n{second} {third}\n\n{last}\n"
    found = converted(lang, text)
    assert [one.kind for one in found.resolution.paragraphs] == ["preambular"] * 3 + ["operative"]


def test_a_capital_in_a_further_line_shows_no_recital() -> None:
    text = (
        "Lamps, The Board of Governors, Recalling the wicks,\nNoting the dark, Recalling the winter of all the lamps,\n"
    )
    found = converted("en", text)
    assert [one.text.text[:9] for one in found.resolution.paragraphs] == ["Recalling", "Noting th"]


DAYS = [
    ("en", "Recalling its resolution 9973 (2091) of May 3, 2091,"),
    ("en", "Recalling its resolution 9973 (2091) of May 3 2091,"),
    ("es", "Recordando su resolución 9973 (2091), de 3 mayo 2091,"),
    ("es", "Recordando su resolución 9973 (2091), de 3 mayo de 2091,"),
]


@pytest.mark.parametrize(("lang", "text"), DAYS)
def test_days_as_other_presses_print_them(lang: str, text: str) -> None:
    (found,) = read_citations(resolution(lang, "SC", text), language(lang)).citations
    assert (found.target, found.date) == ("S/RES/9973(2091)", "2091-05-03")


def test_such_a_day_is_no_part_of_a_name_before_it() -> None:
    text = "Noting the report of the Board of Governors of May 3, 2091 (S/98100),"
    (found,) = read_citations(resolution("en", "GA", text), language("en")).citations
    assert (found.target, found.date) == ("S/98100", "2091-05-03")


def test_several_such_days() -> None:
    text = "Recalling its resolutions 9973 (2091) of May 3, 2091 and 9974 (2091) of June 4, 2091,"
    found = read_citations(resolution("en", "SC", text), language("en")).citations
    assert [one.date for one in found] == ["2091-05-03", "2091-06-04"]


def test_such_a_day_below_a_head_is_the_day_of_the_text() -> None:
    text = (
        "Resolution adopted on May 3, 2091\n\nThe General Assembly,\n\nNoting the dark,\n\n1. Decides to light lamps.\n"
    )
    assert converted("en", text).resolution.masthead.date == "2091-05-03"
