"""The citation graph: everything is in it, nothing overlaps, it is valid, the same and quick at any size."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest

from converter.authorities import Authorities
from converter.collect import build_corpus
from converter.language_files import read_data
from converter.write.graph import MOST_SHOWN, build_graph, graph_pages, label_of, neighbourhood, periods, year_of
from converter.write.svg import Box, Column, Drawing, Item, draw, plan
from converter.write.words import Words
from tests.index_pages import html, markup, meant_table, table, value
from tests.records import citing, corpus_of, record
from tests.steps import assert_linear

SVG = "{http://www.w3.org/2000/svg}"


def page(count: int, authorities: Authorities, words: Words) -> str:
    return next(graph_pages(corpus_of(count, authorities), words)).content


def drawing(text: str) -> ElementTree.Element:
    """The drawing of a page, or one that is made already."""
    found = re.search(r"<svg .*?</svg>", markup(text) if text.startswith("---") else text, re.DOTALL)
    assert found
    return ElementTree.fromstring(found[0])


def label_boxes(svg: ElementTree.Element) -> list[Box]:
    """The boxes of the labels that are always there: as wide as their letters can be."""
    boxes = []
    for label in svg.iter(f"{SVG}text"):
        if label.get("class") == "rd-label":
            x, y, text = float(label.get("x", 0)), float(label.get("y", 0)), label.text or ""
            width = sum(12 if ord(char) > 0x2E80 else 7 for char in text)
            boxes.append(Box(x, y - 10, width, 12))
    return boxes


def overlapping(boxes: list[Box]) -> list[tuple[Box, Box]]:
    """Pairs that overlap, found along x so that 500 are quick."""
    found = []
    ordered = sorted(boxes, key=lambda box: box.x)
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other.x >= one.x + one.width:
                break
            if other.y < one.y + one.height and one.y < other.y + other.height:
                found.append((one, other))
    return found


def test_overlapping_sees_an_overlap() -> None:
    assert overlapping([Box(0, 0, 10, 10), Box(9, 9, 10, 10)])
    assert not overlapping([Box(0, 0, 10, 10), Box(10, 0, 10, 10), Box(0, 10, 10, 10)])


@pytest.mark.parametrize("count", [8, 60, 500])
def test_the_drawing_holds_every_work_and_no_label_touches_another(
    count: int, authorities: Authorities, words: Words
) -> None:
    corpus = corpus_of(count, authorities)
    graph = build_graph(corpus, words)
    svg = drawing(page(count, authorities, words))
    links = [a.get("href") for a in svg.iter(f"{SVG}a")]
    assert len(links) == len(set(links)) == len(graph.nodes)
    boxes = label_boxes(svg)
    assert len(boxes) == (len(graph.nodes) if count <= 60 else 40)
    assert overlapping(boxes) == []
    width, height = float(svg.get("width", 0)), float(svg.get("height", 0))
    assert all(box.x >= 0 and box.x + box.width <= width and box.y + box.height <= height for box in boxes)


@pytest.mark.parametrize("count", [8, 500])
def test_no_node_touches_another(count: int, authorities: Authorities, words: Words) -> None:
    svg = drawing(page(count, authorities, words))
    nodes = sorted(
        (float(c.get("cx", 0)), float(c.get("cy", 0)), float(c.get("r", 0))) for c in svg.iter(f"{SVG}circle")
    )
    columns: dict[float, list[tuple[float, float]]] = {}
    for x, y, radius in nodes:
        columns.setdefault(x, []).append((y, radius))
    for column in columns.values():
        for (y1, r1), (y2, r2) in pairwise(sorted(column)):
            assert y2 - y1 >= r1 + r2


def test_the_drawing_is_accessible(authorities: Authorities, words: Words) -> None:
    svg = drawing(page(8, authorities, words))
    assert svg.get("role") == "graphics-document document"
    ids = {part.get("id"): part for part in svg.iter() if part.get("id")}
    assert ids[svg.get("aria-labelledby") or ""].text == "引用图"
    assert "8件" in (ids[svg.get("aria-describedby") or ""].text or "")
    for link in svg.iter(f"{SVG}a"):
        assert link.find(f"{SVG}title") is not None


def test_the_table_says_the_same(authorities: Authorities, words: Words) -> None:
    text = page(8, authorities, words)
    graph = build_graph(corpus_of(8, authorities), words)
    (shown,) = html(text).iter("table")
    read = table(shown)
    assert read == meant_table(value(text)["table"])
    assert len(read["rows"]) == len(graph.nodes)
    cited = graph.cited()
    links = {f"/{node.standing.url()}": node for node in graph.nodes.values()}
    for _, ([(_, name, href)], _, _, [(_, times)], [(_, cites)]) in read["rows"]:
        node = links[href]
        assert name == node.name and times == str(cited[node.page])
        targets = [graph.nodes[other].label for one, other in graph.edges if one == node.page]
        assert cites == ("、".join(targets) or "—")


def test_the_same_bytes_whatever_the_order_of_a_set(authorities: Authorities, words: Words) -> None:
    assert page(120, authorities, words) == page(120, authorities, words)


def test_more_works_than_are_shown_are_counted(authorities: Authorities, words: Words) -> None:
    text = page(2000, authorities, words)
    svg = drawing(text)
    links = [a.get("href") or "" for a in svg.iter(f"{SVG}a")]
    assert len([link for link in links if not link.endswith("works/")]) == MOST_SHOWN
    more = [int(found) for found in re.findall(r">\+(\d+)<", markup(text))]
    assert sum(more) + MOST_SHOWN == len(build_graph(corpus_of(2000, authorities), words).nodes)
    assert overlapping(label_boxes(svg)) == []


def test_time_grows_with_the_works_and_not_with_their_square(authorities: Authorities, words: Words) -> None:
    made = {count: corpus_of(count, authorities) for count in (300, 1200)}
    assert_linear(lambda count: [markup(one.content) for one in graph_pages(made[count], words)], 300)


def test_edges_name_each_pair_once_and_never_a_work_itself(authorities: Authorities, words: Words) -> None:
    one = record("one", symbol="A/RES/80/1", citings=(citing("A/RES/1/1"), citing("A/RES/1/1"), citing("A/RES/80/1")))
    graph = build_graph(build_corpus((one,), authorities), words)
    assert graph.edges == (("zh/A/RES/80/1.md", "zh/A/RES/1/1.md"),)


def test_a_draft_and_the_symbol_it_was_adopted_as_are_one_node(authorities: Authorities, words: Words) -> None:
    draft = record("draft", symbol="A/HRC/90/L.1", adopted_as="A/HRC/RES/90/1", number="90/…")
    later = record("later", symbol="A/HRC/RES/91/1", citings=(citing("A/HRC/RES/90/1"),))
    graph = build_graph(build_corpus((draft, later), authorities), words)
    assert set(graph.nodes) == {"zh/A/HRC/90/L.1.md", "zh/A/HRC/RES/91/1.md"}
    assert graph.edges == (("zh/A/HRC/RES/91/1.md", "zh/A/HRC/90/L.1.md"),)


@pytest.mark.parametrize(
    ("symbol", "year"),
    [
        ("A/RES/60/251", "2006"),
        ("A/74/1", "2019"),
        ("A/HRC/49/68", "2022"),
        ("S/RES/1325(2000)", "2000"),
        ("E/1/1", None),
    ],
)
def test_years(symbol: str, year: str | None, authorities: Authorities) -> None:
    assert year_of(symbol, build_corpus((), authorities), "zh") == year


def test_a_date_in_the_citing_text_is_believed(authorities: Authorities) -> None:
    corpus = build_corpus(
        (record("one", symbol="A/RES/80/1", citings=(citing("A/RES/9/9", "1955-01-02"),)),), authorities
    )
    assert year_of("A/RES/9/9", corpus, "zh") == "1955"


def test_labels() -> None:
    assert label_of("A/RES/60/251") == "60/251"
    assert label_of("A/HRC/49/68") == "A/HRC/49/68"
    assert label_of(None, "51/…") == "51/…"
    assert label_of(None, None, "一个长得没有尽头的标题就是这样") == "一个长得没有尽头的标题…"


def test_nothing_to_draw(authorities: Authorities, words: Words) -> None:
    text = next(graph_pages(build_corpus((), authorities), words)).content
    assert "<svg" not in markup(text)
    assert html(text)[-1].text == "暂无。"


def test_the_last_decade_ends_where_single_years_begin() -> None:
    period = periods({str(year) for year in range(1951, 2009)})
    assert [period(year) for year in ("1951", "1979", "1980", "1983", "1984", "2008")] == [
        "1950–1959", "1970–1979", "1980–1983", "1980–1983", "1984", "2008"
    ]  # fmt: skip
    assert periods({str(year) for year in range(1956, 2006)})("1980") == "1980"


def test_titles_cannot_break_out(authorities: Authorities, words: Words) -> None:
    bad = '</svg><script>alert(1)</script>\n\n<b "& \x0b'
    one = record("one", title=bad, citings=(citing("A/RES/1/1"),))
    svg = drawing(next(graph_pages(build_corpus((one,), authorities), words)).content)
    titles = [title.text or "" for title in svg.iter(f"{SVG}title")]
    assert any("<script>" in title for title in titles)
    assert not list(svg.iter(f"{SVG}script"))


# --- around one work --------------------------------------------------------------------------------------


META: dict[str, Any] = {
    "label": "51/…", "title": "河流的名称", "year": "2022", "body_name": "人权理事会",
    "cites": [
        {"symbol": "A/RES/60/251", "label": "60/251", "year": "2006", "body": "大会", "page": "zh/A/RES/60/251/"},
        {"symbol": "A/RES/60/251", "label": "60/251", "year": "2006", "body": "大会", "page": "zh/A/RES/60/251/"},
        {"symbol": "59/503", "label": "59/503", "year": None, "body": "", "page": None},
    ],
    "cited_by": [
        {"title": "后来", "label": "60/1", "year": "2025", "body": "人权理事会", "page": "zh/A/HRC/RES/60/1/"},
    ],
}  # fmt: skip


def test_the_surroundings_of_a_work() -> None:
    svg = drawing(neighbourhood(META, read_data("zh")["ui"], lambda page: f"../../{page}"))
    assert [a.get("href") for a in svg.iter(f"{SVG}a")] == ["../../zh/A/RES/60/251/", "../../zh/A/HRC/RES/60/1/"]
    assert [label.text for label in svg.iter(f"{SVG}text") if label.get("class") == "rd-label"] == [
        "60/251",
        "51/…",
        "60/1",
    ]
    assert overlapping(label_boxes(svg)) == []


def test_a_work_alone_has_no_surroundings() -> None:
    assert neighbourhood({"title": "河流"}, read_data("zh")["ui"], str) == ""


def test_surroundings_stay_small() -> None:
    rows = [
        {"title": f"第{n}件", "label": f"{n}/1", "year": "2020", "body": "大会", "page": f"zh/{n}/"} for n in range(900)
    ]
    drawn = neighbourhood(META | {"cited_by": rows}, read_data("zh")["ui"], str)
    assert len(drawn) < 30_000
    assert "被900件引用" in drawn


# --- layout -----------------------------------------------------------------------------------------------


def test_own_rows_keep_bars_off_labels() -> None:
    items = [Item(str(n), "a", ("x", "y")[n % 2], f"label {n}", "", "#") for n in range(9)]
    made = plan(items, ["a"], [Column("x", ("x",)), Column("y", ("y",))], own_rows=True)
    assert len({y for _, y in made.nodes.values()}) == 9


def test_a_lane_or_column_without_items_is_no_trouble() -> None:
    drawn = draw(
        Drawing("d", "t", "d", [Item("1", "a", "x", "", "n", "#")], ["a", "b"], [Column("x", ()), Column("y", ("y",))]),
        str,
    )
    assert ElementTree.fromstring(drawn).get("id") == "d"
