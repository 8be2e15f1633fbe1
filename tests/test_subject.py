"""The subject line of a text without a title: from its words, its agenda item or its sidecar, shown in a line."""

from __future__ import annotations

import json

import jsonschema
import pytest

from converter.authorities import Authorities
from converter.convert import Input, convert, record_of
from converter.languages import load
from converter.model import Adoption, Expression, Sidecar, Subject
from converter.sidecar import read_sidecar
from converter.write.about import glance, vote
from converter.write.inspect import inspect
from converter.write.words import Words
from tests.conftest import ROOT
from tests.records import record

LAMPS = """Resolution 9001 (1992)
of 30 November 1992

The Security Council,

Recalling its resolution 9000 (1992) of 1 May 1992,

1. Reaffirms that every lamp is to be lit;

2. Condemns the dousing of the lamps of Norport; and takes note of the oil;

3. Decides to remain seized of the matter.
"""


def read(text: str, authorities: Authorities, lang: str = "en", sidecar: Sidecar | None = None) -> Expression:
    return convert(
        Input(f"sources/lamps/{lang}.txt", lang, text.encode(), sidecar or Sidecar("lamps", "")), authorities
    )


def test_it_is_the_first_clause_that_does_something(authorities: Authorities) -> None:
    found = read(LAMPS, authorities)
    assert found.subject == Subject("Condemns the dousing of the lamps of Norport", "paragraph", "op2")
    schema = json.loads((ROOT / "converter/schemas/inspect.schema.json").read_text("utf-8"))
    told = inspect(found, Sidecar("lamps", ""))
    jsonschema.validate(told, schema)
    assert told["subject"] == {
        "text": "Condemns the dousing of the lamps of Norport", "from": "paragraph", "place": "op2",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "organ", "recalls", "does"),
    [
        ("fr", "Le Conseil de sécurité,", "Réaffirme que chaque lampe doit brûler", "Condamne l'extinction des lampes"),
        ("es", "El Consejo de Seguridad,", "Reafirma que toda lámpara debe arder", "Condena el apagón de las lámparas"),
        ("ru", "Совет Безопасности,", "подтверждает, что лампы должны гореть", "осуждает тушение ламп"),
        ("zh", "安全理事会，", "重申每盏灯都应点亮", "谴责熄灭灯火的行为"),
        ("ar", "إن مجلس الأمن،", "يؤكد من جديد أن كل مصباح يجب أن يضاء", "يدين إطفاء المصابيح"),
    ],
)
def test_in_every_language(lang: str, organ: str, recalls: str, does: str, authorities: Authorities) -> None:
    semicolon = {"zh": "；", "ar": "؛"}.get(lang, ";")
    text = f"{organ}\n\n1. {recalls}{semicolon}\n\n2. {does}{semicolon}\n"
    assert read(text, authorities, lang).subject == Subject(does, "paragraph", "op2")


@pytest.mark.parametrize(
    ("lang", "text", "line"),
    [
        ("en", "The Security Council,\n\n1. Decides:\n\n(a) To light the lamps;\n\n(b) To buy oil to light them.\n",
         "Decides to light the lamps"),
        ("en", "The Security Council,\n\n1. Condemns:\n\n(a) Norport;\n\n(b) The keepers.\n", "Condemns Norport"),
        ("fr", "Le Conseil de sécurité,\n\n1. Décide :\n\na) D’allumer les lampes ;\n\nb) De prier d’allumer.\n",
         "Décide d’allumer les lampes"),
        ("fr", "Le Conseil de sécurité,\n\n1. Décide :\n\na) De poser les lampes de la baie ;\n\nb) D’agir.\n",
         "Décide de poser les lampes de la baie"),
        ("es", "El Consejo de Seguridad,\n\n1. Decide:\n\na) Que se enciendan las lámparas que faltan;\n\nb) Obrar.\n",
         "Decide que se enciendan las lámparas que faltan"),
    ],
)  # fmt: skip
def test_the_first_item_is_inside_the_sentence(lang: str, text: str, line: str, authorities: Authorities) -> None:
    subject = read(text, authorities, lang).subject
    assert subject and subject.text == line


COUNCIL = {
    "en": "The Security Council,",
    "fr": "Le Conseil de sécurité,",
    "es": "El Consejo de Seguridad,",
    "zh": "安全理事会，",
}


@pytest.mark.parametrize(
    ("lang", "opens", "first", "second", "line"),
    [
        ("en", "Resolves that:", "1. Its lamps shall be lit;", "2. Oil shall be bought.",
         "Resolves that its lamps shall be lit"),
        ("en", "Adopts the following resolution:", "A. A Lamp Board is hereby established.", "B. It shall buy oil.",
         "Adopts the following resolution: A Lamp Board is hereby established"),
        ("fr", "Décide ce qui suit :", "1. Il est créé un bureau des lampes ;", "2. Le bureau achète l’huile.",
         "Décide ce qui suit : Il est créé un bureau des lampes"),
        ("es", "Decide lo siguiente:", "1. Se crea una oficina de faros;", "2. La oficina compra aceite.",
         "Decide lo siguiente: Se crea una oficina de faros"),
        ("zh", "决定：", "1. 设立灯务局；", "2. 购买灯油。", "决定设立灯务局"),
    ],
)  # fmt: skip
def test_words_that_open_what_follows_go_on_into_it(
    lang: str, opens: str, first: str, second: str, line: str, authorities: Authorities
) -> None:
    recalls = "Recalling its resolution 9000 (1992)\n\n" if lang == "en" else ""
    text = f"{COUNCIL[lang]}\n\n{recalls}{opens}\n\n{first}\n\n{second}\n"
    subject = read(text, authorities, lang).subject
    assert subject and subject.text == line


def test_the_last_words_of_a_text_open_nothing(authorities: Authorities) -> None:
    subject = read("The Security Council,\n\nRecalling its lamps,\n\nResolves that:\n", authorities).subject
    assert subject is None or subject.text == "Resolves that"


@pytest.mark.parametrize("number", ["186 (1964)", "186(1964)", "60/251"])
@pytest.mark.parametrize("before", range(8))
def test_no_number_is_cut(number: str, before: int, authorities: Authorities) -> None:
    words = (
        f"Extends the watch of the lamps of the coast and of the bay {'o' * before} as told in the bright resolution"
    )
    subject = read(
        f"The Security Council,\n\n1. {words} {number} of 4 March 1964 and by others.\n", authorities
    ).subject
    assert subject
    assert number in subject.text or not any(map(str.isdigit, subject.text))


def test_a_list_has_its_first_item_and_a_long_clause_is_cut_at_a_word(authorities: Authorities) -> None:
    text = LAMPS.replace(
        "2. Condemns the dousing of the lamps of Norport; and", "2. Decides:\n\n(a) to light up;\n\n(b)"
    )
    found = read(text, authorities).subject
    assert found is not None and found.text.startswith("Decides") and "to light up" in found.text
    long = read(LAMPS.replace("Norport", "Norport and of " + "every harbour on the coast and of " * 9), authorities)
    assert long.subject is not None and len(long.subject.text) <= 121 and long.subject.text.endswith("…")
    assert not long.subject.text.endswith(("harbou…", "coas…"))


def test_the_sidecar_wins(authorities: Authorities) -> None:
    sidecar = read_sidecar(
        "symbol: S/RES/9001(1992)\nsubject: {en: The lamps of Norport, fr: Norport}\n", "work.yml", "lamps"
    )
    assert sidecar.diagnostics == ()
    found = read(LAMPS, authorities, sidecar=sidecar)
    assert found.subject == Subject("The lamps of Norport", "sidecar")
    assert record_of(found, sidecar).subject == "The lamps of Norport"


def test_a_text_at_a_glance(authorities: Authorities) -> None:
    words = Words(load("en", authorities), authorities)
    voted = Adoption("", 0, 0, "vote", None, None, (("for", 13), ("against", 0), ("abstaining", 2)))
    one = record("lamps", lang="en", date="1992-11-30", subject="Condemns the dousing of the lamps", adoption=voted)
    assert glance(one, words) == ["30 November 1992", "Condemns the dousing of the lamps", "by a vote (13-0-2)"]
    assert vote(record("oil", adoption=Adoption("", 0, 0, "unanimous", None, None)), words) == "unanimously"
    assert vote(record("oil"), words) == ""
