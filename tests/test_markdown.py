"""The Markdown of a page: escaping, anchors, footnotes, marks, and its second reading."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from converter.write import escape, markdown
from converter.write.markdown import block_of, interleaved
from converter.write.spans import Span, add_span
from tests.reading import converted

PAGE = "zh/drafts/x.md"


def body(text: str) -> str:
    return markdown.body(converted("zh", text), PAGE)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("灯塔", "灯塔"),
        ("*灯_塔`", r"\*灯\_塔\`"),
        ("[灯](塔)", r"\[灯\](塔)"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("{: #x }", r"\{: \#x \}"),
        ("a|b~c", "a&#124;b&#126;c"),
        ("http://x", "http&#58;//x"),
        ("\\", r"\\"),
        ("a\nb", "a b"),
        ("a\x00b\x02c\x03", "a\ufffdb\ufffdc\ufffd"),
    ],
)
def test_escape_anywhere(text: str, escaped: str) -> None:
    assert escape.markdown(text) == escaped


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. 灯", "1\\. 灯"),
        ("1) 灯", "1\\) 灯"),
        ("1.灯", "1.灯"),
        ("- 灯", "&#45; 灯"),
        ("+ 灯", "&#43; 灯"),
        ("=灯", "&#61;灯"),
        (": 灯", "&#58; 灯"),
        ("!!! 灯", "&#33;!! 灯"),
        ("# 灯", "\\# 灯"),
        ("    灯", "灯"),
        ("  - 灯", "&#45; 灯"),
        ("灯- 1.", "灯- 1."),
    ],
)
def test_escape_at_the_start_of_a_block(text: str, escaped: str) -> None:
    assert escape.markdown(text, block_start=True) == escaped
    assert MarkdownIt().render(escaped).startswith("<p>")


def test_attribute() -> None:
    assert escape.attribute("\"灯'<塔>&") == "&quot;灯&#x27;&lt;塔&gt;&amp;"


TEXT = "人权理事会，\n重申灯塔，1 回顾大会第60/251号决议，\n 1 A/HRC/49/901。\n1. 请各国：\n(a) 点亮灯塔；\n"


def test_the_page_of_a_small_text() -> None:
    assert body(TEXT).split("\n\n") == [
        "人权理事会，\n{: #enacting .enacting }",
        "*重申*灯塔，[^1]*回顾*[大会第60/251号决议](../A/RES/60/251.md)，\n{: #pp1 .pp }",
        "[1.](#op1) *请*各国：\n{: #op1 .op }",
        "[(a)](#op1-a) 点亮灯塔；\n{: #op1-a .sub .sub1 }",
        "[^1]: [A/HRC/49/901](../A/HRC/49/901.md)。\n",
    ]


def test_notes_that_are_not_numbered_in_a_row_are_paragraphs() -> None:
    page = body("人权理事会，\n重申灯塔，2\n 2 见甲。\n1. 请各国：\n")
    assert "[2](#fn-2){: #fnref-2 .mark }" in page
    assert page.endswith("[2](#fnref-2) 见甲。\n{: #fn-2 .note }\n")
    assert "[^" not in page


def test_a_note_without_a_mark_is_a_paragraph() -> None:
    page = body("人权理事会，\n重申灯塔，1\n 1 见甲。\n 2 见乙。\n1. 请各国。\n")
    assert "[^1]: 见甲。" in page
    assert "2 见乙。\n{: #fn-2 .note }" in page


def test_a_note_that_begins_like_a_list_is_none() -> None:
    page = body("人权理事会，\n重申灯塔，1\n 1 - 甲。\n1. 请各国。\n")
    assert "[^1]: &#45; 甲。" in page


def test_a_mark_inside_a_link_takes_the_link_away() -> None:
    spans = [Span(0, 4, "[", "](x)"), Span(4, 6, "*", "*")]
    assert interleaved("大会决议重申", spans, [(2, "[^1]")]) == "大会[^1]决议*重申*"
    assert interleaved("大会决议重申", spans, [(4, "[^1]")]) == "[大会决议](x)[^1]*重申*"
    assert interleaved("大会决议重申", spans, [(0, "[^1]")]) == "[^1][大会决议](x)*重申*"


def test_two_spaces_at_the_end_of_a_block_are_no_line_break() -> None:
    assert block_of("灯塔  ", "#pp1") == "灯塔\n{: #pp1 }"


def test_spans_stay_in_order_and_apart() -> None:
    spans: list[Span] = []
    for start, end in [(4, 6), (0, 2), (1, 3), (5, 5), (2, 4), (3, 5), (6, 7)]:
        add_span(spans, Span(start, end, "", ""))
    assert [(span.start, span.end) for span in spans] == [(0, 2), (2, 4), (4, 6), (6, 7)]


def test_every_anchor_of_the_page_is_set_once() -> None:
    anchors = re.findall(r"\{: #([^ ]+)", body("1. 请甲。\n1. 请乙。\n附件\n附件\n1. 丙。\n"))
    assert len(anchors) == len(set(anchors)) > 3
