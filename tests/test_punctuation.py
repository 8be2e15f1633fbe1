"""Every sign around every mark in every place of a page: all of it is shown as itself, by every reader of Markdown.

The cases are a product, no list: a mark (link, emphasis, mark of a note) × a place (recital, paragraph, heading, cell,
title, note …) × a sign that means something to Markdown, or may × where it stands (before, behind, inside, around) ×
what stands beside it. What is expected is made of the same parts, so no case has to be written down.
"""

from __future__ import annotations

import json
import re
import string
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import markdown as python_markdown
import pytest
from jinja2 import Environment, FileSystemLoader
from markdown_it import MarkdownIt
from markdown_it.token import Token

from converter.check import _Checker
from converter.convert import record_of
from converter.languages import load
from converter.lint import columns, pages
from converter.model import (
    Citation,
    Citing,
    Expression,
    Footnote,
    Masthead,
    MastheadBlock,
    Outlined,
    Paragraph,
    Resolution,
    Sidecar,
    Text,
    Verb,
)
from converter.model.text import Note, Run
from converter.project import Project
from converter.site.finished import escape_everywhere
from converter.write import cited, column, markdown
from converter.write.words import Words
from tests.temp_project import ROOT
from tests.test_invariants import facts

PAGE = "zh/drafts/x.md"

# --- the signs --------------------------------------------------------------------------------------------------

# Punctuation and symbols of the six languages, quotation marks, dashes, dots, signs that join or turn letters.
_BLOCKS = ["\x20-\x7e", "\xa0-\xbf", "\u2010-\u2027", "\u202f-\u205e", "\u3001-\u3030", "\uff01-\uff65"]
SIGNS = [
    *(char for block in _BLOCKS for char in map(chr, range(ord(block[0]), ord(block[2]) + 1)) if not char.isalnum()),
    *"،؛؟٪٫٬٭۔ـ№€×÷−√≤™—–…",
    "\u0301", "\u0323", "\u064b", "\u0651", "\u20dd", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060",
    "\ufeff", "\t", "\x0b", "\x1c", "\x85", "\u2028", "\ufffd", "\ufe0f",
]  # fmt: skip
# What means something to a Markdown: of these two, of GitHub's, of what sites often add.
SYNTAX = [
    "![", "![x](y)", "[x](y)", "[x][y]", "[x]", "[x]:", "[x]: y", "[^1]", "[^1]:", "[^1]: x", "^[x]", "*[x]: y",
    "[TOC]", "[!NOTE]", "[ ] x", "- [x] y", "(x)", "(x", "](x)", "](x", "*x*", "**x**", "***", "* * *", "_x_",
    "__x__", "___", "`x`", "``", "```", "```x", "~x~", "~~x~~", "~~~", "^x^", "==x==", "++x++", "--", "---",
    "- - -", "===", "+++", "'''", '"""', ":x:", ":::", "::: x", ": x", "{: #x }", "{: .x}", "{#x}", "{ #x }",
    "{{ x }}", "{% x %}", "${x}", "$x$", "$$x$$", "%%x%%", "<b>", "</b>", "<b", "<!-- x -->", "<!--", "-->",
    "<?x?>", "<![CDATA[x]]>", "<http://x.y>", "<x@y.zz>", "http://x.y", "https://x.y/z(w)", "www.x.yy",
    "x@y.zz", "mailto:x@y.zz", "&lt;", "&amp;lt;", "&#33;", "&#x21;", "&copy", "&", "\\", "\\\\", "\\*", "\\[",
    "\\\\[", "1.", "1. x", "1) x", "١. x", "１. x", "12345678901. x", "0. x", "a. x", "i. x", "- x", "+ x",
    "* x", "# x", "## x", "#", "> x", ">", "| x |", "|---|", "| --- | --- |", ":--", "!!! x", "??? x", "!!!",
    "/// x", "//", "=== x", "@x", "#1", "    x", "\t x", "  ", "x  ", "<<x>>", ".. x", "x\\", "wzxhzdk:0",
    "klzzwxh:0000",
]  # fmt: skip
PIECES = list(dict.fromkeys([*SIGNS, *SYNTAX]))
BESIDE = ["", "灯", " "]  # what stands on the other side of the sign: nothing, a letter, a space
WORDS, NOTE = "灯塔", "注"

Part = tuple[str, str]
"""`a` for a link or the mark of a note, `em`, or nothing; and the words."""


def test_the_signs_are_those_of_unicode() -> None:
    assert set(string.punctuation) <= set(PIECES)
    assert {"Po", "Ps", "Pe", "Pi", "Pf", "Pd", "Sm", "Mn", "Cf", "Zs"} <= set(map(unicodedata.category, SIGNS))


def cases(kind: str, *, every: bool = False) -> Iterator[list[Part]]:
    """Each sign around, between and inside marks of a kind, beside `every` neighbour or beside one after the other.

    Without a kind, the sign stands among words alone.
    """
    for number, piece in enumerate(PIECES):
        for beside in BESIDE if every else [BESIDE[number % len(BESIDE)]]:
            if not kind:
                yield [("", f"{beside}{piece}灯")]
                yield [("", f"灯{piece}{beside}")]
                continue
            yield [("", f"{beside}{piece}"), (kind, WORDS), ("", f"{piece}{beside}")]
            yield [("", beside), (kind, WORDS), ("", piece), (kind, WORDS), ("", beside)]
            if kind != "note":
                yield [("", beside), (kind, f"{piece}{WORDS}{piece}"), ("", beside)]
                yield [("", beside), (kind, WORDS + piece), (kind, WORDS), ("", beside)]


# --- a page of them ---------------------------------------------------------------------------------------------


def text_of(words: str) -> Text:
    return Text(words, (Run(0, 0, len(words)),))


class Builder:
    """Puts cases into one place of a resolution, each with its marks, and says what must be seen of them."""

    def __init__(self, *, linked: bool) -> None:
        self.blocks: list[MastheadBlock] = []
        self.paragraphs: list[Paragraph] = []
        self.footnotes: list[Footnote] = []
        self.stars: list[Note] = []
        self.citations: list[Citation] = []
        self.verbs: list[Verb] = []
        self.expected: list[list[Part]] = []
        self._first = 1 if linked else 2  # notes that do not begin with 1 are paragraphs with anchors

    def words(self, case: list[Part], place: str, start: int = 0) -> str:
        """The words of a case that stands at `start` of a place, whose marks are added."""
        said = ""
        seen: list[Part] = []
        for kind, words in case:
            at = start + len(said)
            if kind == "note":
                number = str(len(self.footnotes) + self._first)
                self.footnotes.append(Footnote(number, number, place, at, text_of(NOTE), 0, at))
                seen.append(("a", number))
                continue
            if kind == "a" and words:
                self.citations.append(citation(place, at, at + len(words), words))
            if kind == "em" and words:
                self.verbs.append(Verb(words, words, None, None, place=place, start=at, end=at + len(words)))
            said += words
            seen += emphasised(words) if kind == "em" else [(kind, words)]
        self.expected.append(seen)
        return said

    def paragraph(self, kind: str, label: str, case: list[Part]) -> None:
        identity = f"p{len(self.paragraphs) + 1}"
        words = self.words(case, identity)
        self.expected[-1][:0] = [("a", label), ("", " ")] if label else []
        self.paragraphs.append(Paragraph(identity, kind, None, None, text_of(label) if label else None, text_of(words)))

    def table(self, every: list[list[Part]]) -> None:
        """One table of all cases, two a row."""
        words, rows = "", [every[at : at + 2] for at in range(0, len(every), 2)]
        for row in rows:
            for number, case in enumerate(row):
                words += "\t" * bool(number)
                words += self.words(case, "p1", len(words))
            words += "\n"
        self.paragraphs.append(Paragraph("p1", "table", None, None, None, text_of(words[:-1])))

    def block(self, kind: str, case: list[Part]) -> None:
        self.blocks.append(MastheadBlock(kind, text_of(self.words(case, f"masthead:{len(self.blocks)}"))))

    def note(self, case: list[Part]) -> None:
        number = str(len(self.footnotes) + self._first)
        words = self.words(case, f"fn:{number}")
        self.expected[-1][:0] = [("a", number), ("", " ")] if self._first > 1 else []
        self.footnotes.append(Footnote(number, number, "p1", 1, text_of(words), 0, 0))

    def expression(self) -> Expression:
        masthead = Masthead(tuple(self.blocks), *[None] * 4, (), None, "resolution", "adopted", *[None] * 3, (), None)
        resolution = Resolution(
            "x", "zh", masthead, None, tuple(self.paragraphs), tuple(self.footnotes), tuple(self.stars), ()
        )
        outline = tuple(Outlined(one.id, one.kind, None, None, 0, 1, 1, 2) for one in self.paragraphs)
        return Expression("x", resolution, tuple(self.verbs), (), tuple(self.citations), (), (), outline)


def citation(place: str, start: int, end: int, words: str) -> Citation:
    target = "A/RES/60/251"
    told = (target, "resolution", "GA", "60/251", None, None, None, False)
    return Citation(*told, place=place, start=start, end=end, text=words, main_start=start, main_end=end)


def emphasised(words: str) -> list[Part]:
    """What is emphasised is what is said: signs at the ends of a verb stay outside (CommonMark 6.2)."""
    inside = [at for at, char in enumerate(words) if unicodedata.category(char)[0] in "LMN"]
    first, last = (inside[0], inside[-1] + 1) if inside else (0, 0)
    return [("", words[:first]), ("em", words[first:last]), ("", words[last:])]


# --- what readers see -------------------------------------------------------------------------------------------


def bare(parts: Iterable[Part]) -> list[Part]:
    """Neighbours of one kind joined, without white space, which readers of HTML do not count."""
    out: list[Part] = []
    for kind, words in parts:
        said = "".join(words.split())
        if said and out and out[-1][0] == kind:
            out[-1] = (kind, out[-1][1] + said)
        elif said:
            out.append((kind, said))
    return out


class Blocks(HTMLParser):
    """The blocks of a rendered page, each as parts. An element that no page of ours has is a part by its name."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[list[Part]] = []
        self._inside: list[str] = []
        self._skip = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("p", "h1", "h2", "td", "th"):
            self.blocks.append([])
        elif tag == "a" and "footnote-backref" in (dict(attrs).get("class") or ""):
            self._skip = True
        elif tag not in ("div", "hr", "ol", "li", "sup", "table", "thead", "tbody", "tr"):
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._skip:
            self._skip = False
        elif self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if not self._skip and self.blocks:
            self.blocks[-1].append(("/".join(self._inside), data))


def blocks_of_html(html: str) -> list[list[Part]]:
    reader = Blocks()
    reader.feed(html)
    reader.close()
    return [found for block in reader.blocks if (found := bare(block))]


def blocks_of_markdown(text: str) -> list[list[Part]]:
    reader: MarkdownIt = pages.second_reader()
    tokens = reader.parse(pages._ATTRIBUTES.sub("", text))
    assert {token.type.rsplit("_", 1)[0] for token in tokens} <= {
        "paragraph", "heading", "table", "thead", "tbody", "tr", "th", "td", "inline", "footnote", "footnote_block",
        "footnote_anchor",
    } | {"inline", "footnote"}, "a block of another kind"  # fmt: skip
    inline = (list(parts_of(token.children or [])) for token in tokens if token.type == "inline")
    return [found for block in inline if (found := bare(block))]


def parts_of(tokens: list[Token]) -> Iterator[Part]:
    inside: list[str] = []
    names = {"link": "a", "em": "em"}
    for token in tokens:
        if token.type == "footnote_ref":
            yield "/".join([*inside, "a"]), str(token.meta.get("label", ""))
        elif token.type in ("text", "softbreak"):
            yield "/".join(inside), token.content
        elif token.type.endswith("_open"):
            name = token.type.removesuffix("_open")
            inside.append(names.get(name, name))
        elif token.type.endswith("_close"):
            inside.pop()
        elif token.type != "footnote_anchor":
            yield token.type, token.content or token.type


@pytest.fixture(scope="module")
def options() -> dict[str, Any]:
    _Checker.start(Project(ROOT))
    return _Checker.options


def check(builder: Builder, options: dict[str, Any]) -> None:
    """All readers see every case as it is: Python-Markdown and markdown-it-py."""
    expression = builder.expression()
    text = markdown.body(expression, PAGE)
    bodies = [note for note in expression.resolution.footnotes if note.text.text == NOTE]
    linked = bool(markdown.linked_notes(expression.resolution))
    own = [[("", NOTE)] if linked else [("a", note.marker), ("", NOTE)] for note in bodies]
    expected = [found for case in [*builder.expected, *own] if (found := bare(case))]
    html = python_markdown.Markdown(**options).convert(text)
    same(blocks_of_html(html), expected, "Python-Markdown")
    same(blocks_of_markdown(text), expected, "markdown-it-py")


def same(found: list[list[Part]], expected: list[list[Part]], name: str) -> None:
    for seen, meant in zip(found, expected, strict=False):
        assert seen == meant, f"{name} shows other words"
    assert len(found) == len(expected), f"{name} shows more or fewer blocks"


KINDS = ["", "a", "em", "note", "linked"]
"""Words alone, a link, emphasis, the mark of a note that is a paragraph, the mark of one of Markdown's own."""


def builder_and_cases(kind: str, *, every: bool = False) -> tuple[Builder, Iterator[list[Part]]]:
    return Builder(linked=kind == "linked"), cases("note" if kind == "linked" else kind, every=every)


@pytest.mark.parametrize("kind", KINDS)
def test_in_a_recital_beside_every_neighbour(kind: str, options: dict[str, Any]) -> None:
    builder, every = builder_and_cases(kind, every=True)
    for case in every:
        builder.paragraph("preambular", "", case)
    check(builder, options)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("paragraph", "label"), [("operative", "1."), ("sub", "(a)"), ("plain", ""), ("heading", "")])
def test_in_a_paragraph(kind: str, paragraph: str, label: str, options: dict[str, Any]) -> None:
    builder, every = builder_and_cases(kind)
    for case in every:
        builder.paragraph(paragraph, label, case)
    check(builder, options)


@pytest.mark.parametrize("kind", KINDS)
def test_in_a_table(kind: str, options: dict[str, Any]) -> None:
    builder, every = builder_and_cases(kind)
    builder.table([case for case in every if not set("".join(words for _, words in case)) & set("\t\n")])
    check(builder, options)


@pytest.mark.parametrize("kind", ["", "note", "linked"])
@pytest.mark.parametrize("block", ["title", "sponsors", "agenda"])
def test_in_the_masthead(kind: str, block: str, options: dict[str, Any]) -> None:
    builder, every = builder_and_cases(kind)
    for case in every:
        builder.block(block, case)
    check(builder, options)


@pytest.mark.parametrize("kind", ["", "a", "em"])
@pytest.mark.parametrize("linked", [True, False])
def test_in_a_note(kind: str, linked: bool, options: dict[str, Any]) -> None:
    builder = Builder(linked=linked)
    builder.paragraph("preambular", "", [("", "灯塔")])
    builder.expected.clear()
    for case in cases(kind):
        builder.note(case)
    numbers = [("a", note.marker) for note in builder.footnotes]
    builder.expected.insert(0, [("", "灯"), *numbers, ("", "塔")])
    check(builder, options)


@pytest.mark.parametrize("kind", ["", "a", "note"])
def test_beside_another_language(kind: str) -> None:
    builder, every = builder_and_cases(kind)
    for case in every:
        if not set("".join(words for _, words in case)) & set("\t\n"):
            builder.paragraph("preambular", "", case)
    expression = builder.expression()
    assert list(columns.check_column(expression.resolution, column.script(expression), [])) == []
    meant = ["".join(words for _, words in bare(case)) for case in builder.expected]
    cells = json.loads(column.cells(expression))["paragraphs"]
    said = ["".join("".join(piece[0] for piece in cell["text"]).split()) for cell in cells if cell["style"] == "pp"]
    assert said == [words for words in meant if words] + [""] * (len(said) - len(meant))


@pytest.mark.parametrize("piece", PIECES)
def test_in_a_list_of_places(piece: str) -> None:
    record = replace(
        record_of(Builder(linked=False).expression(), Sidecar("x", "")), symbol=None, title=f"{piece}{WORDS}{piece}"
    )
    excerpt = f"{piece}{WORDS}"
    citing = Citing("A/RES/60/251", "resolution", "GA", "60/251", *[None] * 3, False, (), "op1", excerpt, None)
    words = Words(load("zh", facts()), facts())
    (made,) = cited.references([cited.CitedIn(record, PAGE, citing)], words)
    assert WORDS in made.name and made.name == words.place(words.name(record), "op1")
    env = Environment(loader=FileSystemLoader(ROOT / "overrides"))
    escape_everywhere(env)
    env.filters["url"] = str
    template = env.get_template("partials/references.html")
    said = {"words": {"zh": {"cited_by": ""}}, "rd_lang": "zh"}
    html = template.make_module(said).references({"references": [made], "points": []})  # type: ignore[attr-defined]
    html = re.sub("<h2.*</h2>|</?ul[^>]*>", "", html)
    expected = bare([("a", made.name), ("", f" — {piece}{WORDS}")])
    assert blocks_of_html(f"<div>{html.replace('li>', 'p>')}</div>") == [expected]


@pytest.mark.parametrize("piece", PIECES)
def test_in_a_label_a_marker_an_enacting_phrase(piece: str, options: dict[str, Any]) -> None:
    if not piece.strip():
        return
    builder = Builder(linked=False)
    for label in (piece, f"{piece}1", f"1{piece}"):
        if label.strip():
            builder.paragraph("operative", label, [("", WORDS)])
            builder.paragraph("preambular", "", [("", f"{label} {WORDS}")])
    check(builder, options)
    page = markdown.body(replace(builder.expression(), resolution=with_notes(piece)), PAGE)
    expected = [found for case in seen_of_notes(piece) if (found := bare(case))]
    assert blocks_of_html(python_markdown.Markdown(**options).convert(page)) == expected
    assert blocks_of_markdown(page) == expected


def with_notes(piece: str) -> Resolution:
    """A text whose enacting phrase, star note, note and marks of notes begin with a sign."""
    builder = Builder(linked=False)
    builder.paragraph("preambular", "", [("", WORDS)])
    resolution = builder.expression().resolution
    return replace(
        resolution,
        enacting=text_of(f"{piece}{WORDS}{piece}"),
        star_notes=(Note(piece, 0, text_of(f"{piece}{WORDS}"), None),),
        footnotes=(
            Footnote("a", piece, None, None, text_of(f"{piece}{WORDS}"), 0, None),
            Footnote("b", piece, "p1", 1, text_of(f"{piece}{WORDS}"), 0, 0),
            Footnote("9", "9", "p1", 1, text_of(WORDS), 0, 0, (), piece),
        ),
    )


def seen_of_notes(piece: str) -> Iterator[list[Part]]:
    note = [("", f"{piece}{WORDS}")]
    yield [("", piece), *note]
    yield [("", f"{piece}{WORDS}{piece}")]
    yield [("", "灯"), ("a", piece), ("a", piece), ("", "塔")]
    yield [("", piece), *note]
    yield [("a", piece), *note]
    yield [("a", "9"), ("", WORDS)]
