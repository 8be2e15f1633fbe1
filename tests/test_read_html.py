"""The HTML reader: pages as official sites and word processors write them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest

from converter.model import Diagnostic, Severity, Source
from converter.read import reader_of
from converter.read.html import read_html
from converter.read.html.charset import decode
from tests.steps import assert_linear, assert_not_square

LONG = "Recalling that every lamp of the northern harbours is to be lit before the sun has set upon the water,"


def read(page: str | bytes, lang: str = "en") -> tuple[Source, tuple[Diagnostic, ...]]:
    data = page if isinstance(page, bytes) else page.encode()
    source, findings = read_html(data, "sources/lamps/en.html", lang)
    assert source.text == "".join(f"{line.text}\n" for line in source.lines)
    return source, findings


def texts(page: str | bytes) -> list[str]:
    return [line.text for line in read(page)[0].lines if not line.role.startswith("furniture:")]


def shown(page: str) -> list[tuple[str, str]]:
    return [(line.role, line.text) for line in read(page)[0].lines]


def codes(page: str | bytes) -> list[tuple[str, int]]:
    return [(finding.code, finding.line) for finding in read(page)[1]]


# --- words and paragraphs --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>One<p>Two <b>of <i>them</b></i><div>Three", ["One", "Two of them", "Three"]),
        ("<body>Loose words<p>One</p>more words", ["Loose words", "One", "more words"]),
        ("<p>a&nbsp;b&shy;c &lt;d&gt; &amp;amp; &#8220;e&#8221;", ["a bc <d> &amp; “e”"]),
        ("<p>wrapped\n   in the <span>\nfile</span>", ["wrapped in the file"]),
        ("<p>点亮每座\n灯塔<span>，\n</span>为此 12\n海里", ["点亮每座灯塔，为此 12 海里"]),
        ("<p>&nbsp;</p><p> </p><p>One</p>", ["One"]),
        ("<pre>One\n  wrapped\n\nTwo</pre>", ["One", "  wrapped", "Two"]),
        ("<script>if (a<b) {}</script><style>p{}</style><p>One<!-- two --><noscript>three</noscript>", ["One"]),
        ("<p><![if !supportLists]>1.<![endif]><o:p>&nbsp;</o:p>Calls", ["1. Calls"]),
        ("<center><font size=4>GENERAL<br>ASSEMBLY</font></center>", ["GENERAL", "ASSEMBLY"]),
        ("<p>NOTE: <sub>2</sub><tt>x</tt>", ["NOTE: ₂x"]),
    ],
)
def test_what_a_reader_sees(page: str, lines: list[str]) -> None:
    assert texts(page) == lines


def test_a_typed_page_is_read_as_a_text() -> None:
    source, _ = read(
        "<h1>Lamps</h1><pre>\n     Recalling the <sup>1</sup>lamps\nof the sea,\n     Noting the oil,\n</pre>"
    )
    assert [line.text for line in source.lines] == [
        "Lamps",
        "     Recalling the ¹lamps",
        "of the sea,",
        "     Noting the oil,",
    ]
    assert not source.tells_paragraphs
    assert read(f"<p>{LONG}</p><pre>x\n  y</pre>")[0].tells_paragraphs


def test_breaks_and_numbers_of_paragraphs() -> None:
    source, _ = read("<p>One<br>goes on<br><br>Two<p>Three<br></p>")
    assert [(line.number, line.gap, line.text) for line in source.lines] == [
        (1, True, "One"),
        (1, False, "goes on"),
        (2, True, "Two"),
        (3, True, "Three"),
    ]


@pytest.mark.parametrize(
    ("page", "is_heading"),
    [
        ("<h2>Of the oil</h2>", True),
        ("<p align=center>Of the oil", True),
        ("<p style='text-align: center'>Of the oil", True),
        ("<p><b>Of</b> <strong>the oil</strong>", True),
        ("<p><b>Of</b> the oil", False),
        ("<p>Of the oil", False),
        ("<div align=center><p align=left>Of the oil", False),
        ("<h2>The keepers,</h2>", False),
    ],
)
def test_headings(page: str, is_heading: bool) -> None:
    beside = "<p>Calls upon the keepers to light the lamps of the harbours, and to keep them lit."  # not all is bold
    assert (read(page + beside)[0].lines[0].role == "heading") is is_heading


# --- lists -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        (
            "<ol><li>A<ol type=a><li>b<ol type=i><li>c<li>d</ol><li>e</ol><li>F</ol>",
            "1. A|(a) b|(i) c|(ii) d|(b) e|2. F",
        ),
        ("<ol start=4><li><p>A</p><p>more</p></li><li value=9>B<li>C</ol>", "4. A|more|9. B|10. C"),
        ("<ol reversed><li>A<li>B</ol>", "2. A|1. B"),
        ("<ol style='list-style-type: upper-roman'><li>A<li>B</ol>", "(I) A|(II) B"),
        ("<ol type=A start=27><li>x</ol>", "(AA) x"),
        ("<ol style='list-style: none'><li>A</ol>", "A"),
        ("<ol><li>1. A<li>(b) B</ol>", "1. A|2. (b) B"),
        ("<ul><li>A<li>• B</ul>", "• A|• B"),
        ("<ol style='list-style-type:cjk-ideographic'><li>甲<li>乙</ol>", "一、 甲|二、 乙"),
        ("<ol><li><ol type=a><li>x</ol></ol>", "1. (a) x"),
        ("<ol><li></li><li>B</ol>", "1.|2. B"),
    ],
)
def test_numbers_of_lists(page: str, lines: str) -> None:
    assert texts(page) == lines.split("|")


# --- notes -----------------------------------------------------------------------------------------------------------

WORD = """<p>A lamp,<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span
class=MsoFootnoteReference>[1]</span></a> and<a href="#_ftn2" name="_ftnref2"><sup>[2]</sup></a> more</p>
<div style='mso-element:footnote-list'><br clear=all><hr width="33%">
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> The
first.</p><p>More of it.</p></div>
<div id=ftn2><p><a href="#_ftnref2" name="_ftn2">[2]</a> The second, see A/73/901.</p></div></div>"""
OFFICE = """<p>A lamp,<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> and<a
class="sdfootnoteanc" name="sdfootnote2anc" href="#sdfootnote2sym"><sup>2</sup></a> more</p>
<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>
	The first.</p><p>More of it.</p></div>
<div id="sdfootnote2"><p><a name="sdfootnote2sym" href="#sdfootnote2anc">2</a> The second, see A/73/901.</p></div>"""
LISTED = """<p>A lamp,<sup id=r1><a href="#n1">1</a></sup> and<sup id=r2><a href="#n2">2</a></sup> more</p>
<section><ol><li id=n1>The first. <p>More of it. <a href="#r1">↩</a></p></li>
<li id=n2>The second, see A/73/901. <a href="#r2">↩</a></li></ol></section>"""
TYPED = """<p>A lamp,<sup>1</sup> and<sup>2</sup> more</p><hr><div><p><sup>1</sup> The first.</p><p>More of it.</p>
<p><font size=1><sup>2</sup>The second, see A/73/901.</font></p></div>"""

BARE = """A lamp,<sup id=r1><a href="#n1">1</a></sup> and<sup id=r2><a href="#n2">2</a></sup> more
<div id=n1><p>1 The first. <a href="#r1">↩</a></p><p>More of it.</p></div>
<div id=n2>2 The second, see A/73/901. <a href="#r2">↩</a></div>"""


@pytest.mark.parametrize("page", [WORD, OFFICE, LISTED, TYPED, BARE], ids=["word", "office", "listed", "typed", "bare"])
def test_notes(page: str) -> None:
    source, findings = read(page)
    assert [(line.role, line.text) for line in source.lines] == [
        ("", "A lamp,1 and2 more"),
        ("note", "1 The first."),
        ("note+", "More of it."),
        ("note", "2 The second, see A/73/901."),
    ]
    assert source.lines[0].marks == ((7, 8), (12, 13))
    assert [line.number for line in source.lines] == [1, 1, 1, 1]
    assert [finding.severity for finding in findings if finding.severity is not Severity.INFO] == []


@pytest.mark.parametrize(
    "page",
    [
        "<p>See paragraph <a href='#p2'>2</a> of it.</p><p id=p2>Decides to light the lamps.</p>",
        "<p>12 km<sup>2</sup> of ice</p><p><sup>2</sup> of something else</p>",
        "<p><a href='#top'>1</a> up</p><p>The end</p>",
    ],
)
def test_what_is_no_note(page: str) -> None:
    assert {line.role for line in read(page)[0].lines} == {""}


# --- tables ----------------------------------------------------------------------------------------------------------

FIGURES = "<tr><td>Reef<td>12<td>1902<tr><td>South Head<td><p>18</p><td>1951"


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (f"<table border=1>{FIGURES}</table>", True),
        (f"<table>{FIGURES}</table>", True),
        (f"<table><caption>Lamps</caption>{FIGURES}</table>", True),
        (f"<table><tr><td style='border: 1px solid black'>x<td>y{FIGURES}</table>", True),
        (f"<table role=presentation border=1>{FIGURES}</table>", False),
        (f"<table><tr><td>{LONG}<td>x</table>", True),
        (f"<table><tr><td>{LONG * 4}<td>x</table>", False),
        ("<table><tr><td><ul><li>Home</ul><td>x</table>", False),
        (f"<table><tr><td><table border=1>{FIGURES}</table><td>x</table>", True),
        (f"<table border=1><tr><td>1.<td>{LONG}<tr><td>2.<td>{LONG}</table>", False),
        ("<table border=1><tr><td>One<tr><td>Two</table>", False),
    ],
)
def test_tables_of_figures_and_of_layout(table: str, rows: bool) -> None:
    roles = {line.role for line in read(f"<p>{LONG}</p>{table}")[0].lines}
    assert ("row" in roles) is rows


def test_cells_of_a_row() -> None:
    assert shown(f"<p>{LONG}</p><table border=1>{FIGURES}</table>")[1:] == [
        ("row", "Reef\t12\t1902"),
        ("row", "South Head\t18\t1951"),
    ]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ("<td colspan=2>North and south<td>5", ["North and south\t\t5"]),
        (
            "<td rowspan=2>North<td>4<td>5<tr><td>6<td>7<tr><td>South<td>8<td>9",
            ["North\t4\t5", "\t6\t7", "South\t8\t9"],
        ),
        (
            "<td>North<td rowspan=2 colspan=2>none<tr><td>South<tr><td>a<td>b<td>c",
            ["North\tnone\t", "South\t\t", "a\tb\tc"],
        ),
        ("<td colspan=x>North<td colspan=0>4<td colspan=-1>5", ["North\t4\t5"]),
        ("<td colspan=9999>North<td>4", ["North\t4"]),
    ],
)
def test_a_cell_over_several_rows_or_columns_leaves_the_others_empty(rows: str, lines: list[str]) -> None:
    source, _ = read(f"<p>The lamps.<table><caption>Oil</caption><tr><th>Lamp<th>Oil<th>Wick<tr>{rows}</table>")
    assert [line.text for line in source.lines if line.role == "row"] == ["Lamp\tOil\tWick", *lines]


def test_a_table_in_another_has_columns_of_its_own() -> None:
    inner = "<table><caption>b</caption><tr><td>1<td>2</table>"
    page = f"<p>The lamps.<table><tr><td rowspan=2>Lamp<td>{inner}<tr><td>Oil</table>"
    assert [line.text for line in read(page)[0].lines if line.role == "row"] == ["1\t2"]


def test_a_letterhead_is_lines_and_numbers_in_cells_stand_before_their_paragraphs() -> None:
    page = f"""<table border=1><tr><td>United Nations<td>A/73/901<tr><td>General Assembly<td>Distr.: General</table>
    <p>{LONG}</p><table><tr><td>1.</td><td></td><td>Calls upon all keepers of lamps to trim the wicks:</td></tr>
    <tr><td></td><td>(a)</td><td>Before the sun has set upon the water of the harbours;</td></tr></table>"""
    assert texts(page) == [
        "United Nations",
        "A/73/901",
        "General Assembly",
        "Distr.: General",
        LONG,
        "1. Calls upon all keepers of lamps to trim the wicks:",
        "(a) Before the sun has set upon the water of the harbours;",
    ]


# --- the text and what surrounds it ----------------------------------------------------------------------------------


def test_menus_and_the_site_s_own_lines_are_furniture() -> None:
    page = f"""<header>The Site</header><nav><a href=/>Home</a></nav><article><header><h1>Lamps</h1></header>
    <p>{LONG}</p><footer>Adopted in 2018</footer></article><aside>See also</aside><footer>Imprint</footer>"""
    assert shown(page) == [
        ("furniture:page-head", "The Site"),
        ("furniture:navigation", "Home"),
        ("heading", "Lamps"),
        ("", LONG),
        ("", "Adopted in 2018"),
        ("furniture:navigation", "See also"),
        ("furniture:page-foot", "Imprint"),
    ]


def test_every_line_has_a_number() -> None:
    assert [line.number for line in read(f"<nav>Home</nav><p>{LONG}<p>Two<footer>x")[0].lines] == [1, 1, 2, 2]


def test_what_stands_outside_main_is_furniture() -> None:
    assert shown(f"<div>Cookies?</div><div role=main><p>{LONG}</div><p>Share") == [
        ("furniture:surroundings", "Cookies?"),
        ("", LONG),
        ("furniture:surroundings", "Share"),
    ]


def test_menus_of_an_old_page_are_furniture_and_what_may_be_either_is_said() -> None:
    page = f"""<table><tr><td><a href=/>Home</a><br><a href=/x>Search</a></td><td>General Assembly
    <p>73/901. Lamps<p>{LONG}<p>1. Decides to light <a href=/1>61/204</a>.<p><a href=/1>61/204</a><p>{LONG}</table>
    <p>[ <a href=/>Home</a> | <a href=/y>Up</a> ]"""
    assert shown(page) == [
        ("furniture:surroundings", "Home"),
        ("furniture:surroundings", "Search"),
        ("", "General Assembly"),
        ("", "73/901. Lamps"),
        ("", LONG),
        ("", "1. Decides to light 61/204."),
        ("", "61/204"),
        ("", LONG),
        ("furniture:surroundings", "[ Home | Up ]"),
    ]
    assert codes(page) == []
    doubtful = page.replace("<table>", "<p><a href=/>Index</a><p>Text of the month<table>", 1)
    assert codes(doubtful) == [("read-surroundings", 1)]
    assert ("", "Text of the month") in shown(doubtful)


def test_several_texts_in_a_page_are_said() -> None:
    assert [code for code, _ in codes(f"<article>{LONG}</article><article>{LONG}</article>")] == ["read-surroundings"]


@pytest.mark.parametrize(
    ("inside", "code", "severity"),
    [
        ("<span style='display:none'>gone</span>", "read-hidden", Severity.INFO),
        ("<span hidden>gone</span>", "read-hidden", Severity.INFO),
        ("<math><mi>x</mi></math>", "read-left-out", Severity.WARNING),
        ("<img src=x alt='The lighthouse'>", "read-picture", Severity.INFO),
    ],
)
def test_what_is_left_out_is_said_and_where(inside: str, code: str, severity: Severity) -> None:
    page = f"<p>One<p>Two {inside}<p>Three"
    _, findings = read(page)
    assert texts(page) == ["One", "Two", "Three"]
    assert [(one.code, one.line, one.severity) for one in findings] == [(code, 2, severity)]


def test_buttons_are_no_text_and_are_said_where_words_stand_beside_them() -> None:
    page = "<main><button>Share</button><p>1. Welcomes the keys of <button>the northern mole</button>;</p></main>"
    source, findings = read_html(page.encode(), "en.html", "en")
    roles = [(line.role, line.text) for line in source.lines]
    assert roles == [("", "1. Welcomes the keys of ;"), ("furniture:control", "Share")]
    assert [(one.code, one.line) for one in findings if one.code == "read-left-out"] == [("read-left-out", 1)]


def test_words_that_stand_in_a_row_or_a_map_against_the_rules_are_words() -> None:
    page = "<main><table border=1><tr><th>a</th><td>b</td>and more</tr></table><map>of the harbour</map></main>"
    source, _ = read_html(page.encode(), "en.html", "en")
    assert [line.text for line in source.lines] == ["a\tb and more", "of the harbour"]


def test_tracked_changes_are_refused_or_accepted() -> None:
    page = "<p>One <ins>new</ins><del>old</del>"
    source, findings = read(page)
    assert source.lines == ()
    assert [(one.code, one.severity) for one in findings] == [("read-tracked-changes", Severity.ERROR)]
    source, findings = reader_of(".html", accept_changes=True)(page.encode(), "en.html", "en")
    assert [line.text for line in source.lines] == ["One new"]


def test_comments_of_a_word_processor_are_left_out() -> None:
    page = "<p>One<a class=msocomanchor>[A1]</a></p><div style='mso-element:comment'>Why?</div>"
    assert texts(page) == ["One"]
    assert [code for code, _ in codes(page)] == ["read-comments"]


# --- encodings -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("<meta charset=gb2312>灯塔".encode("gb18030"), "灯塔", "gb18030"),
        (
            '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252"><p>“é'.encode("cp1252"),
            "“é",
            "cp1252",
        ),
        ("<meta charset='iso-8859-1'>“é".encode("cp1252"), "“é", "cp1252"),
        ('<?xml version="1.0" encoding="windows-1251"?>маяк'.encode("cp1251"), "маяк", "cp1251"),
        ("<!-- <meta charset=gbk> --><meta charset=utf-8>灯".encode(), "灯", "utf-8"),
        ("<meta charset=utf-16>灯".encode(), "灯", "utf-8"),
        ("\ufeff<meta charset=gbk>灯".encode(), "灯", "utf-8"),
        ("<p>灯".encode("utf-16"), "灯", "utf-16-le"),
        ("<p>灯塔".encode(), "灯塔", "utf-8"),
        ("<p>灯塔".encode("gb18030"), "灯塔", "gb18030"),
        (b"<meta charset=base64><p>x\x81y", "x", "gb18030"),
        (b"<meta charset=latin1><p>x\x81y", "x\x81y", "cp1252"),
        ("<meta charset=csISOLatin1>“é".encode("cp1252"), "“é", "cp1252"),
        ("<meta charset=x-user-defined>“é".encode("cp1252"), "“é", "cp1252"),
        ("<meta charset=iso-8859-6-i>المنارات".encode("iso8859-6"), "المنارات", "iso8859-6"),
        ("<meta charset=x-cp1256>المنارات".encode("cp1256"), "المنارات", "cp1256"),
        ("<meta charset=koi8-ru>маяк".encode("koi8-u"), "маяк", "koi8-u"),
        ("<meta charset=x-mac-cyrillic>маяк".encode("mac-cyrillic"), "маяк", "mac-cyrillic"),
        (b"<meta charset=windows-1251>\x98", "\x98", "cp1251"),
        (b"<meta charset=windows-1255>\xd9x", "\ufffdx", "cp1255"),
        ("<meta charset=csISO58GB231280>灯塔".encode("gb18030") + b"\x80", "灯塔€", "gb18030"),
        ("<meta charset=csbig5>燈塔".encode("big5hkscs"), "燈塔", "big5hkscs"),
        (b"<meta charset=hz-gb-2312><p>x", "\ufffd" * 29, "replacement"),
    ],
)
def test_the_encoding_is_found_as_the_standard_says(data: bytes, text: str, encoding: str) -> None:
    found = decode(data, ("gb18030",))
    assert text in found.text
    assert found.encoding == encoding


def test_a_page_in_an_encoding_that_no_browser_reads_has_no_text() -> None:
    """Its label is one that a page could hide words behind."""
    source, findings = read(b"<meta charset=iso-2022-cn><p>Lamps")
    assert "Lamps" not in source.text
    assert [one.severity for one in findings] == [Severity.ERROR]


def test_an_encoding_that_is_not_said_or_not_kept_is_reported() -> None:
    assert codes("<p>café".encode("cp1252")) == [("read-encoding-guessed", 1)]
    found = read("<meta charset=utf-8><p>café".encode("cp1252"))[1]
    assert [(one.code, one.severity) for one in found] == [("read-encoding", Severity.ERROR)]


# --- what is refused, and what is hostile ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "read-empty"),
        (b"%PDF-1.7", "read-not-html"),
        (b"PK\x03\x04", "read-not-html"),
        (b"<script>render()</script><nav>Home</nav>", "read-empty"),
        (b"<frameset><frame src=a></frameset>", "read-empty"),
        (b"<p>" * 600_000, "read-broken"),
    ],
)
def test_what_is_refused(data: bytes, code: str) -> None:
    found = read(data)[1]
    assert [(one.code, one.severity) for one in found] == [(code, Severity.ERROR)]
    assert found[0].hint


PAGES: dict[str, Callable[[int], str]] = {
    "boxes": lambda n: "<div>" * n,
    "paragraphs in what is not closed": lambda n: "<font>" * (n // 4) + "<p>x" * n,
    "tables in tables": lambda n: "<table><tr><td>" * n,
    "lists in lists": lambda n: "<ol><li>" * n,
    "anchors in anchors": lambda n: "<a name=x>" * n,
    "links to one place": lambda n: "<a href=#x>1</a>" * n + "<p id=x>1 ",
    "raised numbers": lambda n: "<p><sup>1</sup> x" * n,
    "notes that lead on": lambda n: "<p>lit" + "<a href=#x>1</a>" * n + "<p id=x>2" + "<a href=#y>2</a>" * n,
    "cells with a long style": lambda n: "<p>" + "long " * 40 + "<table>" + _STYLED * (n // 10) + "</table>",
    "a long style": lambda n: "<b style='" + "border:" * (10 * n) + "'>",
    "empty lines": lambda n: "<p>灯" + "\n" * (50 * n),
    "rows": lambda n: "<table border=1>" + "<tr><td>a<td>b" * n + "</table>",
    "hidden cells": lambda n: "<td style='display:none'>" * n + "</td>" * n,
    "elements without an end": lambda n: "<meta " * (2 * n) + "<p>",
}
_STYLED = "<tr><td>a<td style='" + "border:" * 280 + "'>b"


@pytest.mark.parametrize("made", PAGES.values(), ids=PAGES)
def test_a_hostile_page_takes_as_much_work_as_it_is_long(made: Callable[[int], str]) -> None:
    def read_it(size: int) -> None:
        assert "deep" in read(made(size) + "deep")[0].text

    assert_linear(read_it, 100)
    assert_not_square(read_it, 100)


def test_signs_that_no_page_may_have_are_dropped() -> None:
    assert "deep" in read("a\x00b\ud7ff<p>deep")[0].text


def soup(count: int) -> Iterator[str]:
    """Pages of random tags, attributes and words."""
    chance = random.Random(936)
    tags = ("p", "div", "table", "tr", "td", "th", "ol", "ul", "li", "a", "sup", "ins", "b", "pre", "br", "h1", "main")
    tags += ("nav", "span", "li", "center", "img", "math", "!--", "script", "caption")
    attributes = (
        "id=x",
        "name=y",
        "href=#x",
        "href=#y",
        "href=/",
        "hidden",
        "type=a",
        "start=-3",
        "value=zz",
        "border=1",
    )
    words = (
        "1",
        "灯塔\n",
        " ",
        "(a)",
        "1.",
        "Recalls that every lamp is lit,",
        "&nbsp;",
        "&#0;",
        "&bogus;",
        "<",
        "\t*",
    )
    for _ in range(count):
        parts = []
        for _ in range(chance.randrange(1, 60)):
            kind = chance.randrange(5)
            name = chance.choice(tags)
            parts.append(
                chance.choice(words)
                if kind < 2
                else f"</{name}>"
                if kind == 2
                else f"<{name} {chance.choice(attributes)} {chance.choice(attributes)}>"
            )
        yield "".join(parts)


def test_random_pages_never_raise() -> None:
    for page in soup(1500):
        source, findings = read(page)
        assert source.lines or any(finding.severity is Severity.ERROR for finding in findings), page
