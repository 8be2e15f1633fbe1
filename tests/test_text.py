"""Where a text may be cut."""

from __future__ import annotations

from converter.model.text import word_edge


def test_an_excerpt_is_cut_between_words() -> None:
    text = "والمنارات مضاءة"
    assert [word_edge(text, at, -1) for at in (0, 4, 9, 10, len(text))] == [0, 0, 9, 10, len(text)]
    assert word_edge(text, 4, 1) == 9
    assert word_edge("الحرّاس", 5, -1) == 0  # between a letter and its sign


def test_what_has_no_spaces_is_cut_where_it_is() -> None:
    assert word_edge("各国点亮灯塔", 3, 1) == 3
    assert word_edge("х" * 200, 100, 1) == 100
