"""The structure of Russian texts: one of our own as a golden file, the mastheads of each organ, marks, votes.

`python -m tests.test_lang_ru` writes the golden file again; read the difference before you commit it.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from converter.authorities import Authorities, load_authorities
from converter.convert import Input, convert
from converter.model import Sidecar
from converter.write.inspect import inspect
from tests.conftest import ROOT

FIXTURE = ROOT / "tests" / "fixtures" / "lighthouses.ru.txt"
GOLDEN = ROOT / "tests" / "golden" / "lighthouses.ru.json"

COUNCIL = "Совет Безопасности,\n\nотмечая, что огни погасли,\n\n"
HRC = "Совет по правам человека\nШестьдесят пятая сессия\n28 февраля – 1 апреля 2042 года\n"


def read(text: str, authorities: Authorities) -> dict[str, Any]:
    sidecar = Sidecar("x", "")
    return inspect(convert(Input("sources/x/ru.txt", "ru", text.encode(), sidecar), authorities), sidecar)


def council(
    text: str, authorities: Authorities, head: str = "Резолюция 3312 (2040)\n\nот 31 октября 2040 года\n\n"
) -> Any:
    """A text of the Security Council with these operative paragraphs and what stands below them."""
    return read(head + COUNCIL + text, authorities)


def test_golden(authorities: Authorities) -> None:
    found = read(FIXTURE.read_text(encoding="utf-8"), authorities)
    assert found["diagnostics"] == []
    assert found == json.loads(GOLDEN.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        (
            "Резолюция 3312 (2040),\n\nпринятая Советом Безопасности на его 12213-м заседании\n"
            "31 октября 2040 года\n\n",
            {"body": "SC", "number": "3312 (2040)", "date": "2040-10-31", "kind": "resolution", "status": "adopted"},
        ),
        ("РЕЗОЛЮЦИЯ 542 (1983)\n\nот 22 ноября 1983 года\n\n", {"number": "542 (1983)", "date": "1983-11-22"}),
        ("542 (1983). Резолюция от 22 ноября 1983 года\n\n", {"number": "542 (1983)", "date": "1983-11-22"}),
        (
            "ОРГАНИЗАЦИЯ ОБЪЕДИНЕННЫХ НАЦИЙ\nS/RES/3312 (2040)\n1 November 2040\n\nСОВЕТ БЕЗОПАСНОСТИ\n\n"
            "Distr. GENERAL\nRUSSIAN\nORIGINAL: ENGLISH\n\n",
            {"symbol": "S/RES/3312(2040)", "body": "SC"},
        ),
    ],
)
def test_mastheads_of_the_security_council(head: str, facts: dict[str, Any], authorities: Authorities) -> None:
    found = council("1. просит смотрителя зажечь лампу.\n", authorities, head)
    assert [one["code"] for one in found["diagnostics"]] == ["adoption-missing"] * ("1983" in head)
    assert {key: found[key] for key in facts} == facts
    assert [one["id"] for one in found["paragraphs"]] == ["pp1", "op1"]


def test_a_draft_of_the_human_rights_council(authorities: Authorities) -> None:
    found = read(
        "Организация Объединенных Наций  A/HRC/65/L.8/Rev.1\nГенеральная Ассамблея  Distr.: Limited\n"
        "12 September 2042\n"
        f"Russian\nOriginal: English\n\n{HRC}Пункт 3 повестки дня\n\n"
        "Албания*, Боливия (Многонациональное Государство), Босния и Герцеговина, Египет, Пакистан (от имени\n"
        "Организации исламского сотрудничества), Соединенное Королевство Великобритании и Северной Ирландии,\n"
        "Соединенные Штаты Америки*, Тринидад и Тобаго и Турция*: проект резолюции\n\n65/… Права смотрителей\n\n"
        "Совет по правам человека,\n\nотмечая, что лампа погасла,\n\n1. просит смотрителя зажечь ее.\n\n"
        "________\n* Государство, не являющееся членом Совета по правам человека.\n",
        authorities,
    )
    assert found["diagnostics"] == []
    assert (found["symbol"], found["kind"], found["status"]) == ("A/HRC/65/L.8/Rev.1", "resolution", "draft")
    assert (found["body"], found["session"], found["number"]) == ("HRC", "65", "65/…")
    assert found["session_dates"] == {"from": "2042-02-28", "to": "2042-04-01"}
    assert (found["title"], found["date"]) == ("Права смотрителей", "2042-09-12")
    sponsors = [(one["code"], one["member"]) for one in found["sponsors"]]
    assert sponsors == [
        ("AL", False), ("BO", True), ("BA", True), ("EG", True), ("PK", True), ("GB", True), ("US", False),
        ("TT", True), ("TR", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "enacting", "facts"),
    [
        (
            "A/RES/ES-12/4\nДесятая чрезвычайная специальная сессия\nПункт 5 повестки дня\n\n"
            "Резолюция, принятая Генеральной Ассамблеей 2 марта 2040 года\n[без передачи в главные комитеты "
            "(A/ES-12/L.7 и A/ES-12/L.7/Add.1)]\n\nES-12/4. Маяки Лагуны\n\n",
            "Генеральная Ассамблея,",
            {"body": "GA", "session": "ES-10", "date": "2040-03-02", "number": "ES-12/4"},
        ),
        (
            "A/RES/S-31/2\nТридцать первая специальная сессия\n\nРезолюция, принятая Генеральной Ассамблеей\n"
            "[по докладу Комитета (A/S-31/9/Add.2)]\n\nS-31/2. Маяк к 2000 году\n\n",
            "Генеральная Ассамблея,",
            {"session": "S-31", "number": "S-31/2", "title": "Маяк к 2000 году"},
        ),
        (
            "E/RES/2040/31\nЭкономический и Социальный Совет\nОсновная сессия 2040 года\nПункт 14 d) повестки дня\n\n"
            "Резолюция, принятая Экономическим и Социальным Советом 25 июля 2040 года\n\n2040/31. Смотрители\n\n",
            "Экономический и Социальный Совет,",
            {"body": "ECOSOC", "date": "2040-07-25", "agenda_items": [{"number": "14(d)", "title": None}]},
        ),
        (
            "E/CN.4/RES/2004/91\nРезолюция 2004/91 Комиссии по правам человека\n\n",
            "Комиссия по правам человека,",
            {"body": "CHR", "number": "2004/91", "kind": "resolution"},
        ),
        (
            "A/HRC/DEC/65/101\n" + HRC + "\nРешение, принятое Советом по правам человека 1 апреля 2042 года\n\n"
            "65/101. Вахта\n\n",
            "Совет по правам человека,",
            {"kind": "decision", "status": "adopted", "date": "2042-04-01"},
        ),
        (
            "A/HRC/65/L.3\n" + HRC + "\nПроект заявления Председателя\n\n65/… Вахта\n\n",
            "Совет по правам человека,",
            {"kind": "presidential-statement", "status": "draft"},
        ),
    ],
)
def test_mastheads_of_other_organs(head: str, enacting: str, facts: dict[str, Any], authorities: Authorities) -> None:
    text = f"{head}{enacting}\n\nотмечая, что лампа погасла,\n\n1. просит смотрителя зажечь ее.\n"
    found = read(text, authorities)
    assert {key: found[key] for key in facts} == facts
    assert found["enacting"] == enacting


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("Принята единогласно на 2501-м заседании.", ("unanimous", 2501, [], [])),
        (
            "Принята на 2501-м заседании 14 голосами при 1 воздержавшемся (Польша), причем никто не голосовал против.",
            ("vote", 2501, [14, 0, 1], ["PL"]),
        ),
        ("Принята на 12-м заседании 11 голосами против 2 при 2 воздержавшихся.", ("vote", 12, [11, 2, 2], [])),
        (
            "Принята на 12-м заседании 11 голосами при 2 голосах против (Китай и Перу) и 2 воздержавшихся.",
            ("vote", 12, [11, 2, 2], ["CN", "PE"]),
        ),
    ],
)
def test_how_a_text_was_adopted(closing: str, expected: tuple[Any, ...], authorities: Authorities) -> None:
    adoption = council(f"1. просит смотрителя зажечь лампу.\n\n{closing}\n", authorities)["adoption"]
    votes = list((adoption["votes"] or {}).values())
    states = [one["code"] for column in (adoption["states"] or {}).values() for one in column]
    assert (adoption["manner"], adoption["meeting"], votes, states) == expected


def test_a_recorded_vote_with_its_states(authorities: Authorities) -> None:
    found = read(
        f"A/HRC/RES/65/8\n{HRC}\n65/8. Вахта\n\nСовет по правам человека,\n\nотмечая, что лампа погасла,\n\n"
        "1. просит смотрителя зажечь ее.\n\n34-е заседание\n1 апреля 2042 года\n\n[Принята в результате заносимого в\n"
        "отчет о заседании голосования 3 голосами против 2 при 1 воздержавшемся. Голоса распределились следующим\n"
        "образом:\nГолосовали за:\nАргентина, Босния и Герцеговина, Кот-д’Ивуар\nГолосовали против:\nКуба и Эритрея\n"
        "Воздержались:\nИндия]\n",
        authorities,
    )
    assert found["diagnostics"] == []
    adoption = found["adoption"]
    assert (adoption["manner"], adoption["meeting"], adoption["date"]) == ("vote", 34, "2042-04-01")
    assert list(adoption["votes"].values()) == [3, 2, 1]
    states = {column: [one["code"] for one in row] for column, row in adoption["states"].items()}
    assert states == {"for": ["AR", "BA", "CI"], "against": ["CU", "ER"], "abstaining": ["IN"]}


def test_marks_stand_before_the_punctuation(authorities: Authorities) -> None:
    text = (
        "Совет по правам человека,\n\nссылаясь на свою резолюцию 5/1 от 18 июня 2007 года1, доклад смотрителя2 и "
        "собственную резолюцию3;\n\nотмечая 12 ламп «порта»4,\n\n1. просит смотрителя зажечь лампу5.\n\n_______\n"
        "1 A/HRC/21/1.\n2 A/HRC/21/2/Add.3.\n3 Там же, п. 4.\n4 См. A/HRC/21/4.\n5 United Nations, Treaty Series, "
        "vol. 7, No. 8.\n"
    )
    found = read(f"A/HRC/RES/65/8\n{HRC}\n65/8. Вахта\n\n{text}", authorities)
    assert [note["paragraph"] for note in found["footnotes"]] == ["pp1", "pp1", "pp1", "pp2", "op1"]
    assert [one["text"] for one in found["paragraphs"]] == [
        "ссылаясь на свою резолюцию 5/1 от 18 июня 2007 года, доклад смотрителя и собственную резолюцию;",
        "отмечая 12 ламп «порта»,",
        "просит смотрителя зажечь лампу.",
    ]
    assert found["citations"][0]["date"] == "2007-06-18"


WRAPPED = (
    "отмечая, что лампа погасла, и\nподчеркивая, что ее надо зажечь,",
    "вновь подтверждая свой долг,",
    "1. просит смотрителя зажечь лампу;",
    "2. призывает всех смотрителей\nнести вахту.",
)


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["blank lines", "no blank lines"])
@pytest.mark.parametrize("capital", [False, True], ids=["small letters", "capitals"])
def test_paragraphs_begin_with_either_letter(between: str, capital: bool, authorities: Authorities) -> None:
    """A wrapped line begins no paragraph; a line with a verb below a comma does."""
    blocks = [one[:1].upper() + one[1:] if capital and not one[:1].isdigit() else one for one in WRAPPED]
    text = between.join(["S/RES/3312 (2040)", "Совет Безопасности,", *blocks]) + "\n"
    found = read(text, authorities)
    assert [one["id"] for one in found["paragraphs"]] == ["pp1", "pp2", "op1", "op2"]
    assert found["enacting"] == "Совет Безопасности,"


def test_operative_paragraphs_without_numbers(authorities: Authorities) -> None:
    found = council(
        "просит смотрителя зажечь лампу;\n\nпостановляет продолжать заниматься этим вопросом.\n", authorities
    )
    assert [(one["id"], one["kind"]) for one in found["paragraphs"]] == [
        ("pp1", "preambular"), ("op1", "operative"), ("op2", "operative"),
    ]  # fmt: skip


def test_the_enacting_phrase_at_the_head_of_the_first_paragraph(authorities: Authorities) -> None:
    found = read(
        "Резолюция 3312 (2040)\n\nот 31 октября 2040 года\n\nСовет Безопасности, отмечая, что огни погасли,\n\n"
        "1. просит зажечь лампу.\n",
        authorities,
    )
    assert (found["body"], [one["id"] for one in found["paragraphs"]]) == ("SC", ["pp1", "op1"])


def test_the_next_text_of_the_page_is_another_one(authorities: Authorities) -> None:
    found = council(
        "1. просит зажечь лампу.\n\nПринята единогласно на 2501-м заседании.\n\nРешение\n\n"
        "На том же заседании Совет постановил погасить ее.\n",
        authorities,
    )
    assert [one["id"] for one in found["paragraphs"]][:3] == ["pp1", "op1", "p1"]
    assert found["adoption"]["meeting"] == 2501


def test_cyrillic_labels_of_sub_paragraphs(authorities: Authorities) -> None:
    found = council("1. просит смотрителей:\n\nа) зажечь лампу;\n\nб) нести вахту.\n", authorities)
    subs = [(one["id"], one["parent"]) for one in found["paragraphs"] if one["kind"] == "sub"]
    assert subs == [("op1-a", "op1"), ("op1-b", "op1")]


def test_those_who_joined_later(authorities: Authorities) -> None:
    found = read(
        f"A/HRC/65/L.8\n{HRC}\nАлбания и Перу*: проект резолюции\n\n"
        "К числу авторов проекта резолюции присоединились Бразилия, Босния и Герцеговина и Чили.\n\n"
        "65/… Вахта\n\nСовет по правам человека,\n\nотмечая, что лампа погасла,\n\n1. просит зажечь ее.\n",
        authorities,
    )
    assert [one["code"] for one in found["joined"]] == ["BR", "BA", "CL"]


def _write() -> None:
    authorities, _ = load_authorities(ROOT / "authorities")
    found = read(FIXTURE.read_text(encoding="utf-8"), authorities)
    GOLDEN.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    _write()
