"""HTML: pages as programs and sites save them, with comments, ways back and boxes that are no text."""

from __future__ import annotations

import re

import pytest

from converter.model import Severity
from tests.test_read_html import read, texts

# As Google's word processor saves a page: a mark and a box of its own for each comment, beside a true note.
OF_DOCS = """<p>A lamp<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>\
<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p>
<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;The first.</span></p></div>
<div class=c9><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Of brass?</span></p><p>Yes.</p></div>"""


def test_comments_of_a_page_of_google_docs_are_no_notes() -> None:
    source, findings = read(OF_DOCS)
    assert [(line.role, line.text) for line in source.lines] == [("", "A lamp1"), ("note", "1 The first.")]
    assert [(one.code, one.message[:2]) for one in findings] == [("read-comments", "1 ")]
    assert texts("<div><p>A lamp</p><p><a href='#cmnts' id=cmnt1>Of brass</a></p></div>") == ["A lamp", "Of brass"]


@pytest.mark.parametrize(
    "ways",
    [
        "<a href='#r1'>↑</a>",
        "↑ <sup><a href='#r1'>a</a></sup> et <sup><a href='#r2'>b</a></sup>",
        "^ <a href='#r1'><i><b>a</b></i></a> <a href='#r2'>b</a>",
        "↑ <a href='#r1'>1,0</a> <a href='#r2'>1,1</a>",
    ],
)
def test_what_a_wiki_sets_before_a_note_only_leads_back(ways: str) -> None:
    mark = "<sup id=r{}><a href='#n1'>[1]</a></sup>"
    text = f"<p>A lamp{mark.format(1)} and a wick{mark.format(2)}</p>"
    page = f"{text}<ol><li id=n1><span>{ways}</span> See A/73/901.</li></ol>"
    source, findings = read(page)
    assert [line.text for line in source.lines] == ["A lamp1 and a wick1", "1 See A/73/901."]
    assert [one.severity for one in findings if one.severity is not Severity.INFO] == []


def test_a_note_that_begins_with_a_link_or_a_letter_keeps_it() -> None:
    for words in ("<a href='#top'>See</a> the log.", "A to <a href='#r1'>c</a>."):
        page = f"<p id=top>A lamp<sup id=r1><a href='#n1'>1</a></sup></p><div id=n1><a href='#r1'>1</a> {words}</div>"
        assert texts(page)[1] == "1 " + re.sub("<.*?>", "", words)


def test_what_a_wiki_sets_beside_its_text_is_furniture() -> None:
    edit = '<span class="mw-editsection">[<a href="/e">edit</a> | <a href="/s">edit source</a>]</span>'
    page = f"<h2>Lamps{edit}</h2><p>A lamp</p><div id=catlinks class=catlinks>Categories: <ul><li>Lamps</ul></div>"
    source, findings = read(page)
    assert [line.text for line in source.lines if not line.role.startswith("furniture:")] == ["Lamps", "A lamp"]
    assert [line.text for line in source.lines if line.role == "furniture:control"] == [
        "[edit | edit source]",
        "Categories: Lamps",
    ]
    assert [one.severity for one in findings if one.severity is not Severity.INFO] == []
