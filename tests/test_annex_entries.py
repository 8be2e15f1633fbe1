"""Lists of names in annexes: entries with a number that end in no sign, with and without a list of facts below each."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import ANNEX, ENACTING, converted, number

WORDS = {
    "en": ("Requests lamps.", "LAMP OF THE PIER", "Keeper: Anna", "Place: Luna"),
    "fr": ("Demande des lampes.", "LAMPE DU QUAI", "Gardienne : Anne", "Lieu : Luna"),
    "es": ("Pide faroles.", "FAROL DEL MUELLE", "Guardiana: Ana", "Lugar: Luna"),
    "ru": ("Просит зажечь лампы.", "ЛАМПА ПРИЧАЛА", "Смотритель: Анна", "Место: Луна"),
}  # fmt: skip


def ids(code: str, *lines: str) -> list[str]:
    act = WORDS[code][0]
    text = "\n".join((ENACTING[code], "", f"{number(code, 1)} {act}", "", ANNEX[code], "", *lines)) + "\n"
    return [one.id for one in converted(code, text).resolution.paragraphs if one.id.startswith("annex-")]


@pytest.mark.parametrize("gap", ["", "\n31-04512 2/3\n"], ids=["", "page"])
@pytest.mark.parametrize("code", sorted(WORDS))
def test_a_name_with_a_number_over_a_list_of_facts_is_an_entry(code: str, gap: str) -> None:
    _, name, keeper, place = WORDS[code]
    facts = (f"a. {keeper}", f"b. {place}")
    wide = f"c. {keeper}; {place}; {name}; {keeper}; {place}; {name}; {keeper}"  # as wide as the page is
    found = ids(code, f"1. {name}", *facts, wide, gap, f"2. {name}", *facts)
    assert found == [f"annex-{one}" for one in ("1", "1-a", "1-b", "1-c", "2", "2-a", "2-b")]


@pytest.mark.parametrize("code", sorted(WORDS))
def test_names_with_numbers_stand_line_below_line(code: str) -> None:
    _, name, keeper, _ = WORDS[code]
    assert ids(code, f"1. {name}", f"2. {keeper}", f"3. {name}") == ["annex-1", "annex-2", "annex-3"]


WRAPPED = {  # two names whose second line ends in no sign, and one in one line
    "en": (
        "Anders Lichter, keeper of the lamps of the northern coast and of the old houses in which\nthe captains live",
        "Berta Docht, keeper of the oil of the southern coast, born in Lampton on 3 May 2040, and\nher two sisters",
        "Carl Oleum",
    ),
    "fr": (
        "Anders Lichter, gardien des lampes de la côte nord et des vieilles maisons dans lesquelles\nvivent les siens",
        "Berta Docht, gardienne de l’huile de la côte sud, née à Lampville le 3 mai 2040, et avec\nses deux sœurs",
        "Carl Oleum",
    ),
    "es": (
        "Anders Lichter, guardián de las lámparas de la costa norte y de las casas viejas en que\nviven los suyos",
        "Berta Docht, guardiana del aceite de la costa sur, nacida en Lampara en mayo de 2040, y\nsus dos hermanas",
        "Carl Oleum",
    ),
    "ru": (
        "Андерс Лихтер, хранитель ламп северного берега и старых домов, в которых с давних времен\nживут капитаны",
        "Берта Дохт, хранительница масла южного берега, родившаяся в Лампове 3 мая 2040 года, и\nдве ее сестры",
        "Карл Олеум",
    ),
    "zh": (
        "安德斯·灯，港口北岸的守灯人，同时看管船长们多年来一直居住的那些旧房屋以及屋内所有的灯\n和灯油",
        "贝塔·芯，港口南岸的看油人，2040年5月3日生于灯城，与其两位姐妹一同居住在南岸的旧房屋\n之中",
        "卡尔·油",
    ),
    "ar": (
        "أندرس ليشتر، حارس مصابيح الساحل الشمالي والبيوت القديمة التي يسكن فيها القباطنة منذ زمن\nبعيد",
        "برتا دوشت، حارسة زيت الساحل الجنوبي، المولودة في مدينة المصابيح في 3 أيار/مايو 2040 مع\nأختيها",
        "كارل أوليوم",
    ),
}
ACTS = {
    "en": "Decides that the lamps of the persons that are listed in the annex shall be counted.",
    "fr": "Décide que les lampes des personnes citées dans l’annexe seront comptées.",
    "es": "Decide que se cuenten las lámparas de las personas citadas en el anexo.",
    "ru": "постановляет сосчитать лампы лиц, перечисленных в приложении.",
    "zh": "决定清点附件所列人员的灯。",
    "ar": "تقرر إحصاء مصابيح الأشخاص المذكورين في المرفق.",
}
COUNTED = {"ar": ("أ", "ب", "ج", "د")}


@pytest.mark.parametrize("code", sorted(WRAPPED))
def test_an_entry_that_is_wrapped_and_ends_in_no_sign_swallows_none(code: str) -> None:
    """Counted with numbers in two orders, and with letters: all below it ran into the first one, in silence."""
    first, second, third = WRAPPED[code]
    for names in ((first, second, third), (third, first, third, second)):
        for labels in ([number(code, at + 1) for at in range(4)], [f"({at})" for at in COUNTED.get(code, "abcd")]):
            entries = [f"{label} {name}" for label, name in zip(labels, names, strict=False)]
            found = read_annex(code, *entries)
            below = [one for one in found.resolution.paragraphs if one.id.startswith("annex-")]
            assert len(below) == len(entries), labels
            assert not {"break-doubtful", "number-skips"} & {one.code for one in found.diagnostics}


def test_a_number_below_a_word_that_wants_more_is_said() -> None:
    """It may be the next entry, or belong to the word: nothing was said of a doubt inside what has a number."""
    first, second, third = WRAPPED["en"]
    found = read_annex("en", f"1. {first.partition(chr(10))[0]}", f"2. {second}", f"3. {third}")
    assert [one.code for one in found.diagnostics].count("break-doubtful") == 1


def read_annex(code: str, *entries: str) -> Expression:
    """What is read of a text whose annex has these entries, on a page without space."""
    act = f"{number(code, 1)} {ACTS[code]}"
    return converted(code, "\n".join((ENACTING[code], act, ANNEX[code], *entries)) + "\n")
