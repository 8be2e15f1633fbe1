"""What a browser makes of a page beside its words: boxes by style, line ends, quotation marks, another order."""

from __future__ import annotations

import pytest

from converter.model import Severity
from converter.read import reader_here

TWO = ["1. Decides to light the lamps;", "2. Requests the keepers to report;"]


def read(page: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The lines of the text of a page, and what is said of it."""
    source, findings = reader_here(".html")(f"<!doctype html><meta charset=utf-8>{page}".encode(), "en.html", "en")
    shown = [line.text for line in source.lines if not line.role.startswith("furniture:")]
    return shown, [(one.code, str(one.severity)) for one in findings]


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        (f"<style>.p{{display:block}}</style><span class=p>{TWO[0]}</span><span class=p>{TWO[1]}</span>", TWO),
        (f"<span>{TWO[0]}</span><span>{TWO[1]}</span>", ["".join(TWO)]),
        ("<p style='display:inline'>1. Decides to light </p><p style='display:inline'>the lamps;</p>", TWO[:1]),
        ("<div style='display:flex'><b>1.</b><span>Decides to light the lamps;</span></div>", TWO[:1]),
        ("<span style='display:table-cell'>1.</span><span>Decides to light the lamps;</span>", TWO[:1]),
        ("<p>1. Decides to light the <b style='display:inline-block'>l</b>amps;</p>", TWO[:1]),
        (f"<div style='white-space:pre-line'>{TWO[0]}\n\n{TWO[1]}</div>", TWO),
        (f"<style>.w{{white-space:pre-wrap}}</style><div class=w>{TWO[0]}\n{TWO[1]}</div>", TWO),
        (f"<div style='white-space:pre-wrap'><p style='white-space:normal'>{TWO[0]}\n{TWO[1]}</div>", [" ".join(TWO)]),
        (f"<div>{TWO[0]}\n{TWO[1]}</div>", [" ".join(TWO)]),
    ],
)
def test_a_block_and_a_line_begin_where_the_page_shows_them(page: str, lines: list[str]) -> None:
    assert read(page) == (lines, [])


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("", "“northern” mole"),
        ("q::before {content: open-quote}", "“northern” mole"),
        ("q::before {content: none}", "northern mole"),
        ("q {quotes: none}", "northern mole"),
    ],
)
def test_the_marks_of_a_quotation_are_read_where_a_browser_sets_them(style: str, words: str) -> None:
    assert read(f"<style>{style}</style><p>The lamps of the <q>northern</q> mole")[0] == [f"The lamps of the {words}"]


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<div style='display:flex;flex-direction:column-reverse'><p>Second.<p>First.</div>", "read-style"),
        ("<style>.l{order:2}</style><div><p class=l>Second.</p><p>First.</p></div>", "read-style"),
        ("<nav><div style='flex-direction:row-reverse'><a href=a>Second</a></div></nav><main><p>First.</main>", ""),
        ("<style>.l{order:0}</style><div><p class=l>First.</p><p>Second.</p></div>", ""),
        ("<div><template shadowrootmode=open><p>Shown instead.</template><p>First.</div>", "read-left-out"),
        ("<div><template><p>Shown never.</template><p>First.</div>", ""),
        ("<p>First.</p><iframe srcdoc='<p>Second.'></iframe>", "read-left-out"),
        ("<p>First.</p><div popover>Words that somebody has to call for.</div>", "read-hidden"),
        ("<style>@container (min-width: 1px) {p {display: none}}</style><p>First.", "read-style"),
        ("<style>div {p {display: none}}</style><div><p>First.</div>", "read-style"),
        ("<style>@container (min-width: 1px) {p {color: red}}</style><p>First.", ""),
    ],
)
def test_what_is_shown_otherwise_is_said(page: str, code: str) -> None:
    lines, said = read(page)
    assert "First." in lines
    assert not any("Shown" in line or "call for" in line for line in lines)
    assert [one for one, _ in said] == ([code] if code else [])


@pytest.mark.parametrize(
    "style",
    [
        "filter: opacity(0)",
        "clip-path: polygon(0 0, 0 0, 0 0)",
        "opacity: .01",
        "scale: 0",
        "color: rgb(100% 100% 100%)",
        "color: hsl(0 0% 100%)",
        "-webkit-text-fill-color: transparent",
        "position: absolute; inset: -9999px auto auto -9999px",
        "translate: -9999px 0",
    ],
)
def test_what_nobody_sees_is_left_out_however_a_style_says_it(style: str) -> None:
    lines, said = read(f"<p>1. Decides that the lamps shall <span style='{style}'>never</span> burn;")
    assert lines == ["1. Decides that the lamps shall burn;"]
    assert said == [("read-hidden", str(Severity.INFO))]


@pytest.mark.parametrize("rule", ["@layer a", "@supports (display: grid)"])
def test_rules_that_a_browser_takes_are_taken(rule: str) -> None:
    lines, _ = read(f"<style>{rule} {{.n {{display: none}}}}</style><p>The lamps <b class=n>never</b> burn.")
    assert lines == ["The lamps burn."]


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("vertical-align: super", "10⁶"),
        ("vertical-align: 4pt; font-size: 60%", "10⁶"),
        ("vertical-align: 30%", "10⁶"),
        ("vertical-align: text-top; font-size: 60%", "10⁶"),
        ("position: relative; top: -0.4em; font-size: 70%", "10⁶"),
        ("position: relative; bottom: .4em; font-size: smaller", "10⁶"),
        ("position: relative; top: -4.0pt; mso-text-raise: 4.0pt", "10⁶"),
        ("position: relative; top: 4.0pt; mso-text-raise: -4.0pt", "10₆"),
        ("vertical-align: -0.3em", "10₆"),
        ("vertical-align: 1px", "106"),
        ("vertical-align: baseline; font-size: 70%", "106"),
        ("vertical-align: middle", "106"),
        ("position: relative; top: -4pt", "106"),
        ("position: absolute; top: -4pt; font-size: 70%", "106"),
    ],
)
def test_what_a_style_moves_up_or_down_keeps_its_height(style: str, shown: str) -> None:
    assert read(f"<p>The lamps of 10<span style='{style}'>6</span> harbours")[0] == [f"The lamps of {shown} harbours"]
    sheet = f"<style>.m {{{style}}}</style><p>The lamps of 10<span class=m>6</span> harbours"
    assert read(sheet)[0] == [f"The lamps of {shown} harbours"]
