"""Where a text may be cut, and how wide it is."""

from __future__ import annotations

import pytest

from converter.model.text import word_edge
from converter.printable import columns


def test_an_excerpt_is_cut_between_words() -> None:
    text = "والمنارات مضاءة"
    assert [word_edge(text, at, -1) for at in (0, 4, 9, 10, len(text))] == [0, 0, 9, 10, len(text)]
    assert word_edge(text, 4, 1) == 9
    assert word_edge("الحرّاس", 5, -1) == 0  # between a letter and its sign


def test_no_number_or_symbol_is_cut() -> None:
    text = "铭记灯塔会第60/251号决议和A/79/L.2号文件"
    assert [text[word_edge(text, at, -1) :] for at in (8, 9, 11)] == ["60/251号决议和A/79/L.2号文件"] * 3
    assert [text[: word_edge(text, at, 1)] for at in (17, 18, 21)] == ["铭记灯塔会第60/251号决议和A/79/L.2"] * 3
    assert word_edge("lit, by 2,500 lamps", 10, -1) == 8


def test_what_has_no_spaces_is_cut_where_it_is() -> None:
    assert word_edge("各国点亮灯塔", 3, 1) == 3
    assert word_edge("х" * 200, 100, 1) == 100


@pytest.mark.parametrize(
    ("text", "wide"),
    [("", 0), ("lamp", 4), ("é", 1), ("e\u0301", 1), ("灯塔", 4), ("ＡＢ", 4), ("نورٌ", 3), ("лампа", 5)],
)
def test_how_many_columns_a_text_takes(text: str, wide: int) -> None:
    assert columns(text) == wide
