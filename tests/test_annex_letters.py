"""Paragraphs of an annex that are counted with letters and no numbers: each has an address, as numbered ones have."""

from __future__ import annotations

import pytest

from tests.reading import ANNEX, ENACTING, number, read_lines

TEXTS = {  # an act, a title, two goods
    "en": ("Requests light.", "Goods of the harbour", "Lamps;", "Wicks:", "(a)", "(b)", "(i)"),
    "fr": ("Demande de la lumière.", "Articles du port", "Lampes ;", "Mèches :", "a)", "b)", "i)"),
    "es": ("Pide luz.", "Artículos del puerto", "Lámparas;", "Mechas:", "a)", "b)", "i)"),
    "ru": ("просит дать свет.", "Товары гавани", "лампы;", "фитили:", "a)", "b)", "i)"),
    "zh": ("请求照明。", "港口物品", "灯；", "灯芯：", "(a)", "(b)", "㈠"),
    "ar": ("تطلب الضوء.", "سلع الميناء", "مصابيح؛", "فتائل:", "(أ)", "(ب)", "'1'"),
}


def ids(code: str, *below: str) -> list[str]:
    act, title, *_ = TEXTS[code]
    lines = (ENACTING[code], f"{number(code, 1)} {act}", ANNEX[code], title, *below)
    return [one.id for one in read_lines(code, "txt", *lines).resolution.paragraphs]


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_letters_right_below_the_heading_are_addresses(code: str) -> None:
    _, _, lamps, wicks, first, second, inner = TEXTS[code]
    found = ids(code, f"{first} {lamps}", f"{second} {wicks}", f"{inner} {lamps}")
    assert found[:5] == ["op1", "annex", "h1", "annex-a", "annex-b"]
    assert found[5] in ("annex-b-i", "annex-b-1")


@pytest.mark.parametrize("code", ["ar", "ru"])
def test_letters_of_other_scripts_are_not_called_mended(code: str) -> None:
    act, title, lamps, wicks, first, second, _ = TEXTS[code]
    if code == "ru":
        first, second = "а)", "б)"  # in its own letters
    lines = (ENACTING[code], f"{number(code, 1)} {act}", ANNEX[code], title, f"{first} {lamps}", f"{second} {wicks}")
    found = read_lines(code, "txt", *lines)
    assert found.resolution.paragraphs[-1].id == "annex-b"
    assert "label-mended" not in {one.code for one in found.diagnostics}


def test_below_a_further_heading_they_begin_again() -> None:
    found = ids("en", "(a) Lamps;", "(b) Wicks.", "Other goods", "(a) Oil;", "(b) Rope.")
    assert found[3:] == ["annex-a", "annex-b", "h2", "annex-a-2", "annex-b-2"]


@pytest.mark.parametrize(
    ("below", "want"),
    [
        (("The goods are:", "(a) Lamps;", "(b) Wicks."), ["p1", "p1-a", "p1-b"]),
        (("1. The goods are:", "(a) Lamps;", "(b) Wicks."), ["annex-1", "annex-1-a", "annex-1-b"]),
        (("(b) Wicks;", "(c) Oil."), ["p1", "p2"]),
    ],
)
def test_other_lists_are_read_as_before(below: tuple[str, ...], want: list[str]) -> None:
    assert ids("en", *below)[3:] == want
