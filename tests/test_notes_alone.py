"""A note that is nothing but a number: read where it can only be a resolution of the organ that speaks, else said."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, number, read_lines

RECITALS = {
    "en": "Recalling the Lamp Declaration,¹", "fr": "Rappelant la Déclaration sur les lampes¹,",
    "es": "Recordando la Declaración sobre las Lámparas¹,", "ru": "ссылаясь на Декларацию о фонарях¹,",
    "zh": "回顾《灯火宣言》，¹", "ar": "إذ تشير إلى إعلان المصابيح(¹)،",
}  # fmt: skip
ACTS = {"en": "Requests light.", "fr": "Demande de la lumière.", "es": "Pide luz."} | {
    "ru": "просит дать свет.", "zh": "请求提供灯火。", "ar": "تطلب الضوء.",
}  # fmt: skip
UNREAD = "citation-unread"


def _note(lang: str, words: str) -> tuple[list[tuple[str | None, str]], list[str]]:
    lines = (ENACTING[lang], RECITALS[lang], f"{number(lang, 1)} {ACTS[lang]}", f"¹ {words}")
    found = read_lines(lang, "txt", *lines)
    assert [note.marker for note in found.resolution.footnotes] == ["1"]
    return [(one.target, one.place) for one in found.citations], [
        one.message for one in found.diagnostics if one.code == UNREAD
    ]


@pytest.mark.parametrize("lang", RECITALS)
@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("63/391.", "A/RES/63/391"),
        ("() 63/391.", "A/RES/63/391"),
        ("63/391", "A/RES/63/391"),
        ("2947 A (XXI).", "A/RES/2947(XXI)"),
        ("S-20/92.", "A/RES/S-20/92"),
    ],
)
def test_one_of_the_organ_that_speaks_is_read(lang: str, words: str, target: str) -> None:
    assert _note(lang, words) == ([(target, "fn:1")], [])


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "See 63/391, annex."),
        ("fr", "Voir 63/391, annexe."),
        ("es", "Véase 63/391, anexo."),
        ("ru", "См. 63/391, приложение."),
        ("zh", "见第63/391号，附件。"),
        ("ar", "انظر 63/391، المرفق."),
    ],
)
def test_a_place_and_a_word_before_it_do_no_harm(lang: str, words: str) -> None:
    assert _note(lang, words) == ([("A/RES/63/391", "fn:1")], [])


@pytest.mark.parametrize("lang", RECITALS)
@pytest.mark.parametrize("words", ["63/591.", "7/923.", "1925 (2000)."])
def test_what_may_be_of_another_or_no_resolution_is_said_once(lang: str, words: str) -> None:
    cited, said = _note(lang, words)
    assert cited == []
    assert [words.rstrip(".") in one for one in said] == [True]


@pytest.mark.parametrize("words", ["1/2.", "50/50.", "24/7.", "63/391 lamps were lit.", "Lamps, 63/391 of them."])
def test_what_counts_something_is_no_number_of_a_text(words: str) -> None:
    assert _note("en", words) == ([], [])
