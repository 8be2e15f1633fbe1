"""Sections whose number has a letter (Section 29A) or other words around it, each with its name on the line below."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, number, read_lines

# Three labels, each with its name below it, and what each section's paragraph says. The last name opens like an act.
SECTIONS = {
    "en": (("Section 29A", "Section 29B", "Income section 2"),
           ("Department of Lamps, Wicks and Oil", "Office of the Keepers", "Services to the harbour"),
           "Takes note of the lamps;"),
    "fr": (("Chapitre 29A", "Chapitre 29B", "Chapitre 2 des recettes"),
           ("Département des lampes, des mèches et de l’huile", "Bureau des gardiens", "Services au port"),
           "Prend note des lampes ;"),
    "es": (("Sección 29A", "Sección 29B", "Sección 2 de ingresos"),
           ("Departamento de Lámparas, Mechas y Aceite", "Oficina de los Guardianes", "Servicios al puerto"),
           "Toma nota de las lámparas;"),
    "ru": (("Раздел 29A", "Раздел 29B", "Раздел 2 сметы поступлений"),
           ("Департамент ламп, фитилей и масла", "Управление смотрителей", "Услуги для гавани"),
           "принимает к сведению лампы;"),
    "ar": (("الباب 29 ألف", "الباب 29 باء", "باب الإيرادات 2"),
           ("إدارة المصابيح والفتائل والزيت", "مكتب الحراس", "خدمات الميناء"),
           "تحيط علما بالمصابيح؛"),
    "zh": (("第29A款", "第29B款", "收入第2款"), ("灯火、灯芯和灯油部", "看守人厅", "纪念建成《灯塔宣言》"),
           "表示注意到灯火；"),
}  # fmt: skip


@pytest.mark.parametrize("form", ["txt", "html", "docx"])
@pytest.mark.parametrize("lang", sorted(SECTIONS))
def test_the_label_and_the_name_below_it_are_headings(lang: str, form: str) -> None:
    labels, names, act = SECTIONS[lang]
    lines = [f"{number(lang, 1)} {act}"]
    for count, (label, name) in enumerate(zip(labels, names, strict=True), start=2):
        lines += [label, name, f"{number(lang, count)} {act}"]
    expression = read_lines(lang, form, ENACTING[lang], *lines)
    kinds = [one.kind for one in expression.resolution.paragraphs]
    assert kinds == ["operative", *["heading", "heading", "operative"] * 3]
    assert [one.number for one in expression.resolution.paragraphs if one.number] == ["1", "2", "3", "4"]
    assert "plain-paragraph" not in {one.code for one in expression.diagnostics}


@pytest.mark.parametrize("name", ["纪念建成《灯塔宣言》", "促进灯塔之间的友好关系"])
def test_the_name_below_a_han_number_may_open_like_an_act(name: str) -> None:
    """It stands apart, and there is room on its line: it was not wrapped."""
    lines = [
        "一",
        "灯塔",
        "1. 表示注意到灯火；",
        "二",
        name,
        "2. 请秘书长在下一年报告所有灯塔的情况以及看守人的人数和灯油的用量；",
    ]
    expression = read_lines("zh", "txt", ENACTING["zh"], *lines)
    kinds = [one.kind for one in expression.resolution.paragraphs]
    assert kinds == ["heading", "heading", "operative"] * 2


def test_a_recital_below_a_han_number_that_was_wrapped_is_no_name() -> None:
    lines = [
        "一",
        "铭记灯塔的看守人在过去的一年里为所有船只和港口做出的",
        "重大贡献，",
        "1. 表示注意到灯火以及看守人的人数；",
    ]
    expression = read_lines("zh", "txt", ENACTING["zh"], *lines)
    assert [one.kind for one in expression.resolution.paragraphs] == ["heading", "preambular", "operative"]


@pytest.mark.parametrize("lang", sorted(SECTIONS))
def test_the_anchor_of_a_section_has_its_letter(lang: str) -> None:
    """The numbers begin anew in each section: so its number and letter stand before theirs, in every language alike."""
    labels, names, act = SECTIONS[lang]
    lines = [labels[0], names[0], f"{number(lang, 1)} {act}", labels[1], names[1], f"{number(lang, 1)} {act}"]
    expression = read_lines(lang, "txt", ENACTING[lang], *lines)
    anchors = [one.id for one in expression.resolution.paragraphs if one.number]
    assert anchors == ([f"chapitre-29{x}-1" for x in "ab"] if lang == "fr" else ["29a-1", "29b-1"])
