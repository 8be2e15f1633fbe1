"""Words that came damaged are said where they stand, and no others: another encoding, letters apart, lines' numbers."""

from __future__ import annotations

import pytest

from tests.reading import converted

TEXTS = {
    "en": "The General Assembly,\n\nRecalling the sea’s songs by the choir of Côte Bleue,\n\n1. Thanks the singers.\n",
    "fr": "L’Assemblée générale,\n\nRappelant les chants de la mer,\n\n1. Remercie « les chœurs ».\n",
    "es": "La Asamblea General,\n\nRecordando las canciones de la niñez,\n\n1. Da las gracias a los coros.\n",
    "ru": "Генеральная Ассамблея,\n\nссылаясь на ссылаясьоря,\n\n1. благодарит хоры.\n",
    "ar": "إن الجمعية العامة،\n\nإذ تشير إلى أغاني البحر،\n\n1 - تشكر المنشدين.\n",
    "zh": "大会，\n\n回顾海上之歌，\n\n1. 感谢歌手。\n",
}


def said(lang: str, text: str) -> list[tuple[int, str]]:
    found = converted(lang, text).diagnostics
    return [(one.line, one.code) for one in found if one.code.startswith("text-")]


@pytest.mark.parametrize("lang", TEXTS)
def test_a_text_as_it_should_be_is_not_said(lang: str) -> None:
    assert said(lang, TEXTS[lang]) == []


@pytest.mark.parametrize("lang", TEXTS)
def test_letters_of_another_encoding_are_said_in_their_line(lang: str) -> None:
    """A part of a text that came from elsewhere; a whole file is refused (`read-garbled`)."""
    damaged = TEXTS[lang] + "\n" + "".join(map(_shown, "2. Réf.")) + "\n"
    assert said(lang, damaged) == [(damaged.count("\n"), "text-garbled")]


def _shown(char: str) -> str:
    """The bytes of a character as Western letters show them."""
    shown = ""
    for byte in char.encode():
        try:
            shown += bytes([byte]).decode("cp1252")
        except UnicodeDecodeError:
            shown += chr(byte)
    return shown


@pytest.mark.parametrize(
    "words", ["«ESPAÑ»", "ÎLE", "Ñandú", "« À »", "ÉÈ", "cœur·s", "Ångström", "Ã", "naïve café", "ÖÄ"]
)
def test_letters_with_signs_are_letters(words: str) -> None:
    assert said("fr", TEXTS["fr"].replace("mer", words)) == []


@pytest.mark.parametrize("lang", TEXTS)
@pytest.mark.parametrize(
    "words",
    [
        "« congé\u00a0»",
        "noté\u00a0« bien",
        "café\u00a0–\u00a0bar",
        "l’arrêté\u00a0§\u00a05",
        "« le thé…\u00a0»",
        "“café”\u00a0",
        "“el té”—",
        "«té»²",
        "café”³ ",
        "« à\u00a0»",
        "ó\u00a0– o",
        "ANNÉE DU CAFÉ\u00a0: BAR",
        "CAFÉ–BAR",
        "CAFÉ…",
        "Place du KŘÍŽ",
        "É\u00adCOLE",
        "SOCIÉTÉ\u00a0»",
        "il a été\u00a0—\u00a0dit-on",
        "acordó…»\u00a0",
        "CAFÉ™",
    ],
)
def test_a_letter_and_the_signs_typed_behind_it_are_no_bytes(lang: str, words: str) -> None:
    """An accented letter with a no-break space and a guillemet behind it spells a Han character in UTF-8."""
    assert said(lang, TEXTS[lang].replace("1", f"« {words} »\n\n1", 1)) == []


@pytest.mark.parametrize(
    "words", ["zÄ…b", "lâ€™eau", "â–\u00a0Mer", "Ã©tÃ©", "nÂ°", "å¤§", "laÂ«mer", "Å‚ódź", "ï»¿mer"]
)
def test_letters_that_are_bytes_are_said_among_letters_with_signs(words: str) -> None:
    assert said("fr", TEXTS["fr"].replace("la mer", f"l’été\u00a0–\u00a0{words}")) == [(3, "text-garbled")]


def test_few_letters_with_signs_are_no_file_encoded_twice() -> None:
    text = TEXTS["en"].replace("’", "'").replace("ô", "o").replace("songs", "café\u00a0–\u00a0songs")
    assert "read-garbled" not in {one.code for one in converted("en", text + text + text).diagnostics}


@pytest.mark.parametrize(
    ("lang", "word"), [("en", "Recalling"), ("fr", "Rappelant"), ("es", "canciones"), ("ru", "ссылаясь")]
)
def test_letters_that_stand_apart_are_said(lang: str, word: str) -> None:
    assert said(lang, TEXTS[lang].replace(word, " ".join(word))) == [(3, "text-garbled")]


def test_a_list_of_letters_is_none() -> None:
    assert said("en", TEXTS["en"].replace("Blue", "of A, B, C, D, E, F and G, of A B C D E F and a")) == []


def test_numbers_of_lines_are_said() -> None:
    lines = [
        "A/RES/79/945",
        "",
        "The General Assembly,",
        "",
        "Recalling songs,",
        "",
        "1. Thanks the singers;",
        "",
        "2. Sings.",
    ]
    numbered = "\n".join(f"{at:<3}{line}".rstrip() for at, line in enumerate(lines, 1))
    assert (1, "text-numbered") in said("en", numbered)
    listed = "\n".join(f"{at}. Thanks singer {at}." for at in range(1, 12))
    assert said("en", listed) == []


def test_a_misread_number_of_the_text_itself_gives_its_symbol() -> None:
    """5O3 (2082), as a scan reads the nought; the number stays as it is printed."""
    text = "Resolution 5O3 (2082)\nof 3 April 2082\n\nThe Security Council,\n\n1. Requests oil.\n"
    masthead = converted("en", text).resolution.masthead
    assert (masthead.number, masthead.symbol) == ("5O3 (2082)", "S/RES/503(2082)")
