"""The contents of a text: parts, headings, paragraphs by number and verb, words cut for a line."""

from __future__ import annotations

import pytest

from converter.authorities import Authorities
from converter.convert import Input, convert
from converter.model import Sidecar
from converter.write.contents import contents

LAMPS = """Resolution 9001 (1992)
of 30 November 1992

The Security Council,

Recalling its resolution 9000 (1992) of 1 May 1992 on the lamps of Norport and on the harbours to the north of it,

1. Reaffirms that every lamp is to be lit;

2. Condemns:

(a) The dousing of the lamps of Norport;

(b) The sale of the oil;

3. Decides to remain seized of the matter.

Annex

The oil is measured in jars.
"""


def found(text: str, authorities: Authorities, lang: str = "en") -> list[dict[str, object]]:
    given = Input(f"sources/lamps/{lang}.txt", lang, text.encode(), Sidecar("lamps", ""))
    return contents(convert(given, authorities))


def test_parts_have_their_paragraphs_by_number_and_verb(authorities: Authorities) -> None:
    preamble, operative, annex = found(LAMPS, authorities)
    assert preamble["part"] == "preamble" and operative["part"] == "operative"
    assert preamble["paragraphs"] == [
        {"at": "pp1", "verb": "Recalling", "words": " its resolution 9000 (1992) of 1 May 1992 on the…"}
    ]
    assert operative["paragraphs"] == [
        {"at": "op1", "label": "1.", "verb": "Reaffirms", "words": " that every lamp is to be lit"},
        {"at": "op2", "label": "2.", "verb": "Condemns"},
        {"at": "op3", "label": "3.", "verb": "Decides", "words": " to remain seized of the matter"},
    ]
    assert annex == {
        "at": "annex", "words": "Annex", "paragraphs": [{"at": "p1", "words": "The oil is measured in jars"}],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "first"),
    [
        ("zh", "安全理事会，\n\n1. 重申每盏灯都应点亮；\n", {"verb": "重申", "words": "每盏灯都应点亮"}),
        ("ar", "إن مجلس الأمن،\n\n1 - يؤكد من جديد أن كل مصباح يجب أن يضاء؛\n", {"words": " أن كل مصباح يجب أن يضاء"}),
        ("fr", "Le Conseil de sécurité,\n\n1. Réaffirme que la lampe brûle ;\n", {"words": " que la lampe brûle"}),
    ],
)
def test_words_stand_behind_the_verb_as_the_language_writes_them(
    lang: str, text: str, first: dict[str, str], authorities: Authorities
) -> None:
    (operative,) = found(text, authorities, lang)
    (item,) = operative["paragraphs"]  # type: ignore[misc]
    assert first.items() <= item.items()  # type: ignore[has-type]
