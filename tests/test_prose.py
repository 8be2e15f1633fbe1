"""Texts set as prose: the paragraphs that one line holds are cut apart, and each cut is said, in six languages."""

from __future__ import annotations

import pytest

from converter.model import Resolution
from tests.reading import converted, read_lines
from tests.steps import assert_linear

# The masthead, the phrase, recitals, acts: all that a page without line breaks has on one line.
HEADS = {
    "en": "Resolution 9973 (2091) of the Lamps",
    "fr": "Résolution 9973 (2091) sur les lampes",
    "es": "Resolución 9973 (2091) sobre las lámparas",
    "ru": "Резолюция 9973 (2091) о лампах",
    "ar": "القرار 9973 (2091) بشأن المصابيح",
    "zh": "",
}
PROSE = {
    "en": "The Security Council, Recalling the lamps of the harbour, Noting with concern the fog of last winter, "
    "1. Decides that the lamps be lit; 2. Requests the keepers to buy oil.",
    "fr": "Le Conseil de sécurité, Rappelant les lampes du port, Notant avec inquiétude la brume de l’hiver, "
    "1. Décide que les lampes seront allumées ; 2. Prie les gardiens d’acheter de l’huile.",
    "es": "El Consejo de Seguridad, Recordando las lámparas del puerto, Observando con inquietud la niebla, "
    "1. Decide que se enciendan las lámparas; 2. Pide a los guardianes que compren aceite.",
    "ru": "Совет Безопасности, ссылаясь на лампы гавани и на туман прошлой зимы, "
    "1. постановляет зажечь лампы; 2. просит смотрителей купить масло.",
    "ar": "إن مجلس الأمن، إذ يشير إلى مصابيح الميناء، وإذ يلاحظ مع القلق ضباب الشتاء الماضي، "
    "1 - يقرر أن تضاء المصابيح؛ 2 - يطلب إلى الحراس شراء الزيت.",
    "zh": "安全理事会，回顾港口的灯火和去年冬天的大雾以及看守人在这些夜晚所做的一切工作和他们为此付出的辛劳，"
    "1. 决定点亮灯火；2. 请看守人买油。",
}
PARAGRAPHS = {code: ["pp1", "pp2", "op1", "op2"] for code in ("en", "fr", "es", "ar")}
PARAGRAPHS |= {code: ["pp1", "op1", "op2"] for code in ("ru", "zh")}  # no capital tells a recital there


@pytest.mark.parametrize("form", ["txt", "html", "docx"])
@pytest.mark.parametrize("code", sorted(PROSE))
def test_each_paragraph_of_one_line_is_one(code: str, form: str) -> None:
    found = read_lines(code, form, PROSE[code])
    assert [one.id for one in found.resolution.paragraphs] == PARAGRAPHS[code]
    said = [one.at for one in found.diagnostics if one.code == "break-doubtful"]
    assert said == PARAGRAPHS[code][1:]


@pytest.mark.parametrize("code", sorted(set(PROSE) - {"zh"}))
def test_the_phrase_stands_behind_the_masthead(code: str) -> None:
    found = read_lines(code, "txt", f"{HEADS[code]} {PROSE[code]}")
    assert found.resolution.masthead.body == "SC"
    assert [one.id for one in found.resolution.paragraphs] == PARAGRAPHS[code]
    assert "masthead-line" in [one.code for one in found.diagnostics]


@pytest.mark.parametrize("code", sorted(PROSE))
def test_not_a_word_is_lost(code: str) -> None:
    found = read_lines(code, "txt", PROSE[code]).resolution
    printed = "".join([found.enacting.text if found.enacting else "", *_texts(found)])
    assert "".join(printed.split()) == "".join(PROSE[code].split())


def _texts(found: Resolution) -> list[str]:
    return [f"{one.label.text if one.label else ''}{one.text.text}" for one in found.paragraphs]


# The same with a list below the first act, and with how the text was adopted behind the last.
LISTED = {
    "en": "The Security Council, Recalling the lamps, Noting the fog, 1. Decides: (a) To light the lamps; (b) To cut "
    "the wicks; 2. The keepers will buy oil. Adopted unanimously at the 412th meeting.",
    "fr": "Le Conseil de sécurité, Rappelant les lampes, Notant la brume, 1. Décide : a) D’allumer les lampes ; "
    "b) De couper les mèches ; 2. Les gardiens achèteront de l’huile. Adoptée à l’unanimité à la 412e séance.",
    "es": "El Consejo de Seguridad, Recordando las lámparas, Observando la niebla, 1. Decide: a) Encender las "
    "lámparas; b) Cortar las mechas; 2. Los guardianes comprarán aceite. Aprobada por unanimidad en la 412a. sesión.",
    "ru": "Совет Безопасности, ссылаясь на лампы, отмечая туман, 1. постановляет: а) зажечь лампы; б) обрезать фитили; "
    "2. смотрители покупают масло. Принята единогласно на 412-м заседании.",
    "ar": "إن مجلس الأمن، إذ يشير إلى المصابيح، وإذ يلاحظ الضباب، 1 - يقرر: (أ) إضاءة المصابيح؛ (ب) قص الفتائل؛ "
    "2 - يشتري الحراس الزيت. اتخذ بالإجماع في الجلسة 412.",
    "zh": "安全理事会， 回顾港口的灯火， 注意到去年冬天的大雾， 1. 决定：(a) 点亮所有的灯火；(b) 剪短灯芯；"
    "2. 看守人购买灯油。 第412次会议一致通过。",
}


@pytest.mark.parametrize("code", sorted(LISTED))
def test_a_list_and_the_adoption_in_the_one_line(code: str) -> None:
    found = read_lines(code, "txt", LISTED[code])
    wanted = ["pp1", "pp2", "op1", "op1-a", "op1-b", "op2", "p1"]
    assert [one.id for one in found.resolution.paragraphs] == wanted
    adoption = found.resolution.adoption
    assert adoption and (adoption.manner, adoption.meeting) == ("unanimous", 412)
    assert [one.at for one in found.diagnostics if one.code == "break-doubtful"] == wanted[1:-1]


def test_han_figures_number_the_acts_of_one_line() -> None:
    found = read_lines(
        "zh", "txt", "安全理事會， 覆按港口燈火， 查去年冬天大霧， 一、決定點亮燈火； 二、請看守人買油。"
    )
    assert [one.id for one in found.resolution.paragraphs] == ["pp1", "pp2", "op1", "op2"]


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "The Security Council 1. Decides that the lamps be lit; 2. Requests the keepers to buy oil."),
        ("ru", "Совет Безопасности 1. постановляет зажечь лампы; 2. просит смотрителей купить масло."),
        ("zh", "安全理事会 1. 决定点亮港口和海岸的所有灯火；2. 请看守人在冬天之前购买足够的灯油。"),
    ],
)
def test_the_first_act_may_stand_right_behind_the_phrase(code: str, line: str) -> None:
    found = read_lines(code, "txt", f"{HEADS[code]} {line}")
    assert found.resolution.masthead.body == "SC"
    assert [one.id for one in found.resolution.paragraphs] == ["op1", "op2"]


WHOLE = [
    "Noting that the report, in paragraph 1. Decides, as it says, names the lamps of the harbour and their keepers,",
    "Recalling the Conference on Lamps, the Assembly, Noting Bay and the keepers of all the lamps of the harbour,",
]


def test_what_is_one_paragraph_stays_so() -> None:
    for recital in WHOLE:
        found = read_lines("en", "txt", "The Security Council,", recital, "1. Decides that the lamps be lit.")
        assert [one.id for one in found.resolution.paragraphs] == ["pp1", "op1"]


def test_one_label_in_a_line_is_no_list() -> None:
    act = "1. Decides, as it did before: (a) lamp is lit; 2. Requests the keepers to buy oil for the lamps."
    found = read_lines("en", "txt", "The Security Council,", act)
    assert [one.id for one in found.resolution.paragraphs] == ["op1", "op2"]


def test_a_hostile_list_costs_in_proportion() -> None:
    assert_linear(lambda size: converted("en", "The Council, 1. Decides: " + "(a) the oil; (b) no fog; " * size), 200)


def test_a_hostile_line_costs_in_proportion() -> None:
    assert_linear(lambda size: converted("en", "The Security Council, " + "Noting the fog, " * size), 400)
