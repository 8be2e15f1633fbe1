"""Members of a list of which each tells what it did, in six languages: 60/914, in which it …; 61/919, by which …."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, number, read_lines

LISTS = {  # with {day 0} … where a day may stand; | parts the members
    "en": (
        "Recalling its resolutions 60/914{of 20 December 2005}, in which it named the lamp of Tresk| 61/919"
        "{of 28 November 2006}, by which it lit the lamp and the mirrors|and 62/922{of 17 December 2007}, in which it"
        " put the lamp out,"
    ),
    "fr": (
        "Rappelant ses résolutions 60/914{du 20 décembre 2005}, dans laquelle elle a nommé la lampe de Tresk| 61/919"
        "{du 28 novembre 2006}, par laquelle elle a allumé la lampe et les miroirs|et 62/922{du 17 décembre 2007},"
        " dans laquelle elle a éteint la lampe,"
    ),
    "es": (
        "Recordando sus resoluciones 60/914{de 20 de diciembre de 2005}, en la que nombró la lámpara de Tresk| 61/919"
        "{de 28 de noviembre de 2006}, por la que encendió la lámpara y los espejos|y 62/922"
        "{de 17 de diciembre de 2007}, en la que apagó la lámpara,"
    ),
    "ru": (
        "ссылаясь на свои резолюции 60/914{от 20 декабря 2005 года}, в которой она назвала фонарь Треска| 61/919"
        "{от 28 ноября 2006 года}, которой она зажгла фонарь и зеркала|и 62/922{от 17 декабря 2007 года}, в которой"
        " она погасила фонарь,"
    ),
    "ar": (
        "إذ تشير إلى قراراتها 60/914{المؤرخ 20 كانون الأول/ديسمبر 2005}، الذي سمت فيه مصباح تريسك|و 61/919"
        "{المؤرخ 28 تشرين الثاني/نوفمبر 2006}، الذي أضاءت به المصباح والمرايا|و 62/922"
        "{المؤرخ 17 كانون الأول/ديسمبر 2007}، الذي أطفأت فيه المصباح،"
    ),
    "zh": (
        "回顾其{2005年12月20日}第60/914号决议，其中命名了特雷斯克的灯|{2006年11月28日}第61/919号决议，其中点燃了灯和镜子|"
        "以及{2007年12月17日}第62/922号决议，其中熄灭了灯，"
    ),
}
SEMICOLON = dict.fromkeys(LISTS, ";") | {"fr": " ;", "ar": "؛", "zh": "；"}
COMMA = dict.fromkeys(LISTS, ",") | {"ar": "،", "zh": "，"}
ACTS = {"en": "Requests light.", "fr": "Demande de la lumière.", "es": "Pide luz."} | {
    "ru": "просит дать свет.", "zh": "请求提供灯火。", "ar": "تطلب الضوء.",
}  # fmt: skip
CITED = [("A/RES/60/914", "2005-12-20"), ("A/RES/61/919", "2006-11-28"), ("A/RES/62/922", "2007-12-17")]


def _cited(lang: str, words: str) -> list[tuple[str | None, str | None]]:
    found = read_lines(lang, "txt", ENACTING[lang], words, f"{number(lang, 1)} {ACTS[lang]}")
    assert [one.message for one in found.diagnostics if one.code == "citation-unread"] == []
    return [(one.target, one.date) for one in found.citations]


def _listed(lang: str, joint: str, *, dated: bool) -> str:
    words = LISTS[lang].replace("|", f"{joint} ")
    before, *rest = words.split("{")
    for part in rest:
        day, _, after = part.partition("}")
        space = "" if lang == "zh" or not dated else " "
        comma = "," if lang == "es" and dated else ""
        before += f"{comma}{space}{day if dated else ''}{after}"
    return before.replace("  ", " ")


@pytest.mark.parametrize("lang", LISTS)
@pytest.mark.parametrize("joints", [SEMICOLON, COMMA], ids=["semicolons", "commas"])
@pytest.mark.parametrize("dated", [True, False], ids=["dated", "undated"])
def test_every_member_is_read(lang: str, joints: dict[str, str], *, dated: bool) -> None:
    cited = _cited(lang, _listed(lang, joints[lang], dated=dated))
    assert cited == [(target, day if dated else None) for target, day in CITED]


@pytest.mark.parametrize("lang", LISTS)
def test_a_clause_may_be_long(lang: str) -> None:
    words = {"en": " and the harbour", "fr": " et le port", "es": " y el puerto"} | {
        "ru": " и гавань", "ar": " والميناء", "zh": "和港口港口港口",
    }  # fmt: skip
    mirrors = {"en": "mirrors", "fr": "miroirs", "es": "espejos", "ru": "зеркала", "ar": "والمرايا", "zh": "和镜子"}
    last = mirrors[lang]
    long = _listed(lang, COMMA[lang], dated=True).replace(last, last + words[lang] * 25)
    assert _cited(lang, long) == CITED


NESTED = {
    "en": (
        "Recalling its resolutions 60/914, in which it endorsed Human Rights Council resolution 7/923; 61/919, by which"
        " it lit the lamp of Tresk; and 62/922,"
    ),
    "fr": (
        "Rappelant ses résolutions 60/914, dans laquelle elle a fait sienne la résolution 7/923 du Conseil des droits"
        " de l’homme ; 61/919, par laquelle elle a allumé la lampe de Tresk ; et 62/922,"
    ),
    "es": (
        "Recordando sus resoluciones 60/914, en la que hizo suya la resolución 7/923 del Consejo de Derechos Humanos;"
        " 61/919, por la que encendió la lámpara de Tresk; y 62/922,"
    ),
    "ru": (
        "ссылаясь на свои резолюции 60/914, в которой она одобрила резолюцию 7/923 Совета по правам человека; 61/919,"
        " которой она зажгла фонарь Треска; и 62/922,"
    ),
    "ar": (
        "إذ تشير إلى قراراتها 60/914، الذي أيدت فيه قرار مجلس حقوق الإنسان 7/923؛ و 61/919، الذي أضاءت به مصباح"
        " تريسك؛ و 62/922،"
    ),
    "zh": (
        "回顾大会第60/914号决议，其中认可人权理事会第7/923号决议；大会第61/919号决议，其中点燃了特雷斯克的灯；大会第62/922号决议，"
    ),
}


@pytest.mark.parametrize("lang", NESTED)
def test_what_a_clause_cites_is_of_no_list_but_its_own(lang: str) -> None:
    cited = [target for target, _ in _cited(lang, NESTED[lang])]
    assert cited == ["A/RES/60/914", "A/HRC/RES/7/923", "A/RES/61/919", "A/RES/62/922"]


def test_the_day_of_the_last_is_of_no_other() -> None:
    words = "Recalling its resolutions 60/914, in which it lit it, and 60/922 of 17 December 2005, in which it slept,"
    assert _cited("en", words) == [("A/RES/60/914", None), ("A/RES/60/922", "2005-12-17")]


@pytest.mark.parametrize("words", ["24/7, where it stood", "half, 50/50, which is little", "1/2, where it stood"])
def test_what_is_no_number_of_a_text_is_none(words: str) -> None:
    cited = _cited("en", f"Recalling its resolutions 60/914, in which it lit a lamp; {words},")
    assert cited == [("A/RES/60/914", None)]
