"""What ends in no sign is said: a heading that was taken for a recital, or words that are lost."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, number, read_lines
from tests.test_lead_ins import FORMS

LOST = {  # a recital and an act that have lost their last words, and a whole act
    "en": ("Recalling its lamps and keepers", "Requests the keepers to report to Parliament", "Thanks the keepers."),
    "fr": ("Rappelant ses lampes et gardiens", "Prie les gardiens de faire rapport demain", "Remercie les gardiens."),
    "es": ("Recordando sus faros y guardianes", "Pide a los guardianes que informen ya", "Pide aceite."),
    "ru": ("ссылаясь на свои маяки и смотрителей", "просит смотрителей представить доклад", "просит масла."),
    "zh": ("回顾其灯塔和看守人以及在北岸和南岸的全部", "请看守人向理事会", "感谢看守人。"),
    "ar": ("إذ تشير إلى مناراتها وحراسها", "تطلب إلى الحراس أن يقدموا تقريرا", "تطلب زيتا."),
}


def said(code: str, lines: list[str], form: str) -> list[str]:
    found = read_lines(code, form, *lines).diagnostics
    return [one.at for one in found if one.code == "paragraph-unended"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", sorted(LOST))
def test_a_paragraph_without_its_last_words_is_said(code: str, form: str) -> None:
    recital, act, whole = LOST[code]
    comma = {"zh": "，", "ar": "،"}.get(code, ",")
    lines = [ENACTING[code], f"{recital}{comma}", f"{number(code, 1)} {act}", f"{number(code, 2)} {whole}"]
    assert said(code, lines, form) == ["op1"]
    assert said(code, [*lines[:2], lines[2] + whole[-1], lines[3]], form) == []
    if code not in ("zh", "ru"):  # where neither a capital nor a form of the verb tells, it may go on in the next line
        assert said(code, [lines[0], recital, lines[1], lines[3].replace("2", "1")], form) == ["pp1"]


@pytest.mark.parametrize(
    ("above", "below", "places"),
    [
        ("Requests that", ["(a) The keepers trim;", "(b) The captains ring."], []),
        ("Decides that the rule shall read", ["“The keeper lights the lamp.”"], []),
        ("Requests:", ["(a) The keepers", "(b) The captains"], []),
        ("Requests:", ["(a) The keepers who", "(b) The captains."], ["op1-a"]),
        ("Requests oil for the scale below", ["Harbour\tLitres\nNorth\t120\nSouth\t180"], []),
    ],
)
def test_what_wants_no_sign_is_not_said(above: str, below: list[str], places: list[str]) -> None:
    lines = [ENACTING["en"], f"1. {above}", *below, "2. Thanks the keepers."]
    assert said("en", lines, "txt") == places


def test_a_doubtful_line_of_an_annex_is_said() -> None:
    """A small letter below a comma tells nothing in Russian, and a short text has little else to tell by."""
    lines = [
        ENACTING["ru"],
        f"1. {LOST['ru'][2]}",
        "Приложение",
        "Конвенция о маяках",
        "учитывая, что каждой гавани нужен маяк,",
        "согласились о нижеследующем:",
        "Статья 1",
        "1. Каждый Участник зажигает свои маяки.",
    ]
    found = read_lines("ru", "txt", *lines).diagnostics
    assert [one.line for one in found if one.code == "break-doubtful"] == [11]
    lines = [
        ENACTING["en"],
        f"1. {LOST['en'][2]}",
        "Annex",
        "Ferries",
        "1. Aurora, of the pier",
        "2. Borealis, of the quay",
    ]
    assert "break-doubtful" not in {one.code for one in read_lines("en", "txt", *lines).diagnostics}
