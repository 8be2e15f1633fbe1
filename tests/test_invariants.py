"""What holds for every text: nothing raises, nothing is lost, nothing is invented, marks fit, bytes repeat."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from converter.authorities import Authorities, load_authorities
from converter.check import _Checker
from converter.convert import record_of
from converter.lint import pages
from converter.model import Expression, Furniture, Resolution, Sidecar
from converter.project import Project
from converter.read.signs import DRAWN
from converter.write import markdown
from converter.write.inspect import inspect
from converter.write.markdown import printed_texts
from converter.write.spans import spans_by_place
from tests.reading import converted
from tests.temp_project import FIXTURES, ROOT

PAGE = "zh/drafts/x.md"
TEXTS = [path.read_bytes().decode() for path in sorted(FIXTURES.glob("*.zh.txt"))]
# What a text may be broken with: syntax of other languages, labels, marks, furniture, odd characters.
PIECES = [
    "<script>", "<!-- x -->", "[x](javascript:y)", "![i](x)", "# 题", "- 列", "* 星", "***", "---", "```", "~~~",
    "`码`", "| a |", "[^1]", "[^1]: 注", "{: #x }", "!!! 注", "*[X]: y", "[a]: http://e", "http://e", "{{ x }}",
    "{% x %}", "> 引", "\\", "&amp;", "\x00", "\x02", "\x1c", "\u202e", "\ufeff", "\f", "\x0b", "\x85",
    "\u2028", "\r", "\r\n", "\u200b", "\u00ad", "*", "**", "_", "1 ", "2 ", "1", "12", "；1", "，2", "1.", "3. ",
    "１．", "٣", "²", "(a)", "(i)", "(一)", "(1)", "附件",
    "附件二", "第43次会议", "2022年10月7日", "[未经表决获得通过。]",
    "人权理事会，", "大会，", "51/… 题", "议程项目 3 和 5", "古巴*：",
    "也门", "A/HRC/RES/5/1", "第60/251号决议", "同上，第7段",
    "1 见A/HRC/1/2。", "* 非成员国。", "A/HRC/51/L.901",
    "GE.22-15792", "2/3", "\t", "    ", "\u3000", "…", "“", "”",
    "《", "》", "一、", "第三节", "I. x", "\U0001f3f4", "e\u0301", "\ue000", "\ufdd0", "=", "#",
]  # fmt: skip


@st.composite
def broken_texts(draw: st.DrawFn) -> str:
    """One of our own resolutions after a few accidents."""
    lines = draw(st.sampled_from(TEXTS)).split("\n")
    for _ in range(draw(st.integers(0, 6))):
        lines = lines or [""]
        index = draw(st.integers(0, len(lines) - 1))
        at = draw(st.integers(0, len(lines[index])))
        match draw(
            st.sampled_from(["delete", "double", "swap", "split", "unblank", "space", "unspace", "insert", "insert"])
        ):
            case "delete":
                del lines[index]
            case "double":
                lines.insert(index, lines[index])
            case "swap":
                other = draw(st.integers(0, len(lines) - 1))
                lines[index], lines[other] = lines[other], lines[index]
            case "split":
                lines[index : index + 1] = [lines[index][:at], lines[index][at:]]
            case "unblank":
                lines = [line for line in lines if line.strip()]
            case "space":
                lines[index] = lines[index][:at] + " " * draw(st.integers(1, 5)) + lines[index][at:]
            case "unspace":
                lines[index] = lines[index].replace(" ", "")
            case "insert":
                piece = "".join(draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=3)))
                lines[index] = lines[index][:at] + piece + lines[index][at:]
    return "\n".join(lines)


TEXT = st.one_of(
    broken_texts(),
    st.text(max_size=200),
    st.lists(st.sampled_from([*PIECES, "\n", "重申灯塔", "请各国", "，", "。", "；"]), max_size=40).map("".join),
)
MANY = settings(
    max_examples=3 * settings.default.max_examples, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@pytest.fixture(scope="module")
def render() -> Callable[[str], str]:
    _Checker.start(Project(ROOT))
    return _Checker.render


@cache
def facts() -> Authorities:
    """The authority files; no fixture, because hypothesis would print all of them."""
    return load_authorities(ROOT / "authorities")[0]


def said(resolution: Resolution) -> Iterator[str]:
    """Every character that the resolution accounts for, and where it stands as printed words."""
    for _, text in printed_texts(resolution):
        yield text.text
    for note in resolution.footnotes:
        yield note.marker + note.text.text
        for place in note.places:
            yield place.printed
    for star in resolution.star_notes:
        yield star.marker + star.text.text
    for furniture in resolution.furniture:
        yield furniture.text


def as_read(text: str) -> str:
    """The text as the source has it: signs that are drawn in one (ﬀ) are read as what they mean."""
    return text.encode("utf-8", errors="replace").decode().translate(DRAWN)


@MANY
@given(TEXT)
@example("大会，\n\n回顾ﬀ之灯，\n")
def test_no_character_is_lost_or_invented(text: str) -> None:
    expression = converted("zh", text)
    codes = {finding.code for finding in expression.diagnostics}
    assert "words" not in codes
    if codes & {"read-not-text", "read-encoding"}:  # so full of NUL that it is no UTF-8
        return
    source = as_read(text)
    # White space does not count; neither does what Python takes for white space among the control characters. The
    # raised number of a note is read as that number.
    raised = {ord(char): str(digit) for digit, char in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
    counted = Counter(char for char in source.translate(raised) if not char.isspace())
    shown = "".join(said(expression.resolution))
    accounted = Counter(char for char in shown.translate(raised) if not char.isspace())
    assert accounted == counted


@MANY
@given(TEXT)
def test_both_readers_of_the_page_see_the_words(render: Callable[[str], str], text: str) -> None:
    expression = converted("zh", text)
    body = markdown.body(expression, PAGE)
    assert list(pages.check_words(expression.resolution, body, render, pages.second_reader())) == []
    html = render(body)
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    # Whatever is a link in the page leads to a page, a paragraph or an official document, never to another scheme.
    assert not re.search(r'href="(?!#|\.|[A-Za-z0-9]+[./]|https://docs\.un\.org/)', html)
    assert not re.search(r"<(?!/?(?:p|h1|h2|a|em|sup|div|hr|ol|li)\b)", html)


@MANY
@given(TEXT)
def test_marks_fit_their_texts(text: str) -> None:
    expression = converted("zh", text)
    resolution = expression.resolution
    identities = [paragraph.id for paragraph in resolution.paragraphs]
    assert len(identities) == len(set(identities))
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", identity) for identity in identities)
    places = {paragraph.id: paragraph.text.text for paragraph in resolution.paragraphs}
    places |= {note.place: note.text.text for note in resolution.footnotes}
    for mark in (*expression.citations, *expression.internal, *expression.entities, *expression.verbs):
        assert 0 <= mark.start < mark.end <= len(places[mark.place])
        assert mark.text == places[mark.place][mark.start : mark.end]
    for citation in expression.citations:
        assert citation.start <= citation.main_end <= citation.end
    for note in resolution.footnotes:
        if note.paragraph is not None:
            assert note.offset is not None
            assert 0 <= note.offset <= len(places[note.paragraph])
    for kind in (expression.entities, expression.verbs):
        for one, other in pairwise(kind):
            assert one.place != other.place or one.end <= other.start
    for found in spans_by_place(expression, PAGE).values():
        for one, other in pairwise(found):
            assert one.end <= other.start
    parents = {paragraph.id for paragraph in resolution.paragraphs}
    assert all(paragraph.parent is None or paragraph.parent in parents for paragraph in resolution.paragraphs)


@MANY
@given(TEXT)
@example("大会，\n\n回顾ﬀ之灯，\n")
def test_every_printed_character_stands_where_it_came_from(text: str) -> None:
    expression = converted("zh", text)
    source = as_read(text)
    if {finding.code for finding in expression.diagnostics} & {"read-not-text", "read-encoding"}:
        return
    for _, printed in printed_texts(expression.resolution):
        for run in printed.runs:
            assert printed.text[run.at : run.at + run.length] == source[run.source : run.source + run.length]
    for furniture in expression.resolution.furniture:
        assert isinstance(furniture, Furniture)
        assert source[furniture.start : furniture.start + len(furniture.text)] == furniture.text
    for finding in expression.diagnostics:
        if finding.code == "read-empty":  # said of the file as a whole
            assert (finding.line, finding.column) in {(0, 0), (1, 1)}
        else:
            assert finding.line >= 1 and finding.column >= 1
        assert finding.message and finding.hint


@MANY
@given(TEXT)
def test_twice_the_same_bytes(text: str) -> None:
    first, second = converted("zh", text), converted("zh", text)
    assert first == second
    assert markdown.body(first, PAGE) == markdown.body(second, PAGE)
    assert inspect(first, Sidecar("x", "")) == inspect(second, Sidecar("x", ""))
    assert record_of(first, Sidecar("x", "")) == record_of(second, Sidecar("x", ""))


@MANY
@given(st.binary(max_size=400))
def test_no_bytes_raise(data: bytes) -> None:
    expression = converted("zh", data)
    assert "words" not in {finding.code for finding in expression.diagnostics}
    markdown.body(expression, PAGE)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(TEXTS), st.sampled_from(["gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"]))
def test_another_encoding_reads_the_same_words(text: str, encoding: str) -> None:
    plain, other = converted("zh", text), converted("zh", text.encode(encoding))
    assert [one.text.text for one in other.resolution.paragraphs] == [
        one.text.text for one in plain.resolution.paragraphs
    ]


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(TEXTS), st.sampled_from(["\r\n", "\r"]))
def test_another_line_end_reads_the_same_words(text: str, end: str) -> None:
    def body(expression: Expression) -> Any:
        return [(one.id, one.kind, one.text.text) for one in expression.resolution.paragraphs]

    assert body(converted("zh", text.replace("\n", end))) == body(converted("zh", text))
