"""One of the United Nations' marked-up resolutions (Akoma Ntoso, AKN4UN) → its blocks in the order of the page.

A block is one printed paragraph: what the markup says it is, and its words in pieces, each with its setting, its link
and the mark of its note. Notes are the last blocks. Nothing is fetched and no entity is resolved.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from tests.measure.unxml import labels

_BLANK = re.compile(r"[ \t\r\n\u00a0]+")
_TYPED_LABEL = re.compile(r"^\s*(?:\(?(?P<name>[^\W\d_]{1,5})\)|[‘’'](?P<number>\d{1,2})[‘’'])\s")
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # what says which way words are set
_NUMBER = re.compile(r"^\s*(\d{1,3})\s?(?:\.(?!\d)|[-–]\s)")
_BARE_NUMBER = re.compile(r"^\s*(\d{1,3})\s")
_NUMBER_ALONE = re.compile(r"^\d{1,3}\.$")
_COMMAS = (",", "，", "،")
_HEADINGS = ("heading", "subheading", "crossHeading")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words in one setting; `mark` is the marker of a note, whose mark stands here instead of words."""

    text: str
    italic: bool = False
    bold: bool = False
    raised: bool = False
    link: str | None = None
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A printed paragraph: `what` is `cover`, `title`, `enacting`, `closing`, `row`, `note`, or a kind of the gold set.

    Those are `pp`, `op:3`, `sub:3-a`, `h`, `annex`, `annex:1`, and `u` for a paragraph without a number of its own in
    the operative part or in an annex, of which the markup says no more. `label` is a number that stands before the
    words.
    """

    what: str
    label: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Label and words on one line, a note's mark as its number."""
        return " ".join("".join((self.label, " ", *(piece.mark or piece.text for piece in self.pieces))).split())


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked-up resolution: what its head says of it, and its blocks."""

    symbol: str
    adopted: str
    title: str
    agenda: str
    meeting: str
    blocks: tuple[Block, ...]


def parse(data: bytes) -> Any:
    """The tree of a file, read without entities, document type or network."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def read(data: bytes) -> Marked:
    """The blocks of a file. A file that is not of this markup raises."""
    root = parse(data)
    walk = _Walk()
    body = tuple(walk.statement(root.find("{*}statement")))
    located = root.find(".//{*}conclusions")
    meeting = _plain(located.find(".//{*}location")) or _plain(located.find(".//{*}inline[@name='adoptionMeeting']"))
    return Marked(
        symbol=_plain(root.find(".//{*}coverPage//{*}docNumber")),
        adopted=root.find(".//{*}FRBRWork/{*}FRBRdate").get("date"),
        title=_plain(root.find(".//{*}preface//{*}docTitle")),
        agenda=_plain(root.find(".//{*}coverPage//{*}inline[@name='agenda item']")),
        meeting=meeting,
        blocks=(*_labelled(block for block in body if block.text), *walk.notes),
    )


def _labelled(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; a number that the markup has as a paragraph of its own is the label of the one behind it."""
    number: Block | None = None
    for block in blocks:
        if number is not None:
            joined = block.what == "u"
            yield replace(block, what=number.what, label=number.text) if joined else number
            number = None
            if joined:
                continue
        if _NUMBER_ALONE.match(block.text):
            number = block
        else:
            yield block
    if number is not None:
        yield number


def _plain(element: Any) -> str:
    if element is None:
        return ""
    return " ".join("".join(piece.text for piece in pieces(element) if piece.mark is None).split())


def name(element: Any) -> str:
    """The local name of an element, empty for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


# --- words -------------------------------------------------------------------------------------------------------


def pieces(element: Any) -> tuple[Piece, ...]:
    """The words of an element; blanks run together, and none at the ends."""
    tidy: list[Piece] = []
    after_blank = True
    for piece in _runs(element, Piece("")):
        text = _BLANK.sub(" ", piece.text)
        text = text[1:] if after_blank and text.startswith(" ") else text
        if text or piece.mark:
            tidy.append(replace(piece, text=text))
            after_blank = text.endswith(" ") and not piece.mark
    while tidy and not tidy[-1].mark and not tidy[-1].text.rstrip(" "):
        tidy.pop()
    if tidy:
        tidy[-1] = replace(tidy[-1], text=tidy[-1].text.rstrip(" "))
    return tuple(tidy)


def _runs(element: Any, style: Piece) -> Iterator[Piece]:
    yield replace(style, text=element.text or "")
    for child in element:
        if name(child) == "authorialNote":
            yield Piece("", mark=child.get("marker"))
        elif name(child) == "eol":
            yield replace(style, text=" ")
        elif name(child):
            yield from _runs(child, _style(child, style))
        yield replace(style, text=child.tail or "")


def _style(child: Any, outer: Piece) -> Piece:
    match name(child):
        case "span":
            style = child.get("class") or ""
            return replace(outer, italic=outer.italic or "italic" in style, bold=outer.bold or "bold" in style)
        case "sup":
            return replace(outer, raised=True)
        case "a":
            return replace(outer, link=child.get("href"))
    return outer


# --- blocks ------------------------------------------------------------------------------------------------------


class _Walk:
    """The elements in order; `notes` gathers the notes that stand in them."""

    def __init__(self) -> None:
        self.notes: list[Block] = []
        self._annex = False
        self._number_alone = False
        self._count = labels.Count()
        self._last = 0

    def statement(self, statement: Any) -> Iterator[Block]:
        for part in statement:
            match name(part):
                case "coverPage" | "preface" as where:
                    what = "cover" if where == "coverPage" else "title"
                    yield from (self._block(what, "", one) for one in part.iterfind("{*}p"))
                case "preamble" | "mainBody":
                    yield from self._inside(part)
                case "conclusions":
                    yield from self._closing(part)
                case "attachments":
                    self._annex = True
                    for body in part.iterfind(".//{*}mainBody"):
                        self._count = labels.Count()
                        yield from self._inside(body, begins=True)

    def _inside(self, part: Any, *, begins: bool = False) -> Iterator[Block]:
        for child in part:
            for block in self._child(child):
                yield replace(block, what="annex") if begins and block.what == "h" else block
                begins = False

    def _child(self, child: Any) -> Iterator[Block]:
        match name(child):
            case "formula":
                yield self._block("enacting", "", child.find("{*}p"))
            case "container":
                yield from self._container(child)
            case "paragraph":
                yield from self._paragraph(child)
            case "section" | "part":
                self._count = labels.Count()
                yield from self._paragraph(child)
                yield from self._inside([one for one in child if name(one) not in (*_HEADINGS, "num")])

    def _container(self, container: Any) -> Iterator[Block]:
        for child in container:
            match name(child):
                case "p":
                    self._count.begin("pp", "pp")
                    yield self._block("pp", "", child)
                case "blockList":
                    self._count.begin("pp", "pp")
                    yield self._block("pp", "", child.find("{*}listIntroduction"))
                    for item in child.iterfind("{*}item"):
                        label = _plain(item.find("{*}num"))
                        yield self._block(self._count.sub(label, 1), label, item.find("{*}p"))
                case "table":
                    yield from (row for row in map(self._row, child.iterfind("{*}tr")) if row.text)

    def _paragraph(self, paragraph: Any) -> Iterator[Block]:
        label = ""
        for child in paragraph:
            match name(child):
                case "num":
                    label = f"{label} {_plain(child)}".strip()
                case "heading" | "subheading":
                    yield self._block("h", label, child)
                    label = ""
                case "crossHeading":
                    if label:
                        yield Block("h", label, ())
                        label = ""
                    recital = _begins_italic(child) or _plain(child).endswith(_COMMAS)
                    yield self._block("pp" if recital else "h", "", child)
                case "content":
                    yield from self._content(label, child)
                    label = ""
                case "list":
                    yield from self._list(label, child)
                    label = ""

    def _content(self, label: str, content: Any) -> Iterator[Block]:
        for paragraph in content.iterfind("{*}p"):
            words = pieces(paragraph)
            if label or any(piece.text.strip() for piece in words):  # an empty one begins nothing
                yield self._block(self._what(label, words), label, paragraph)
            label = ""

    def _list(self, label: str, element: Any) -> Iterator[Block]:
        for child in element:
            if name(child) == "intro":
                yield from self._content(label, child)
                label = ""
            elif name(child) == "point":
                yield from self._point(child, 1)
            elif name(child) == "sublist":
                for point in child.iter("{*}point"):
                    yield from self._point(point, 2)

    def _point(self, point: Any, depth: int) -> Iterator[Block]:
        label = _plain(point.find("{*}num"))
        for paragraph in point.iterfind("{*}content/{*}p"):
            yield self._block(self._count.sub(label, depth) if label else "u", label, paragraph)
            label = ""
        for inner in point.iterfind("{*}list"):
            for below in inner.iterfind(".//{*}point"):
                yield from self._point(below, depth + 1)

    def _what(self, label: str, words: tuple[Piece, ...]) -> str:
        plain = "".join(piece.text for piece in words)
        shown = _DIRECTION.sub("", unicodedata.normalize("NFKC", f"{label} {plain}"))
        number = _NUMBER.match(shown) or _BARE_NUMBER.match(shown)
        if number and not plain.strip():
            self._number_alone = True  # its words are the next paragraph of the markup
        if number and (number.re is _NUMBER or int(number[1]) == self._last + 1):
            self._last = int(number[1])
            self._count.begin(number[1], "annex" if self._annex else "op")
            return f"{'annex' if self._annex else 'op'}:{number[1]}"
        typed = _TYPED_LABEL.match(shown)
        if typed:
            return self._count.sub(typed["name"] or typed["number"], 0)
        if label:  # A., IV.: the number of a heading
            return "h"
        if not self._number_alone:
            self._count.begin("", "u")
        self._number_alone = False
        return "u"

    def _closing(self, part: Any) -> Iterator[Block]:
        for paragraph in part.iterfind("{*}p"):
            holder = paragraph.find("{*}event")
            for child in paragraph if holder is None else holder:
                if name(child) not in ("", "eol"):
                    yield self._block("closing", "", child)

    def _row(self, row: Any) -> Block:
        cells: list[Piece] = []
        for cell in row:
            self._gather(cell)
            cells += (Piece("\t"),) if cells else ()
            for number, paragraph in enumerate(cell.iterfind("{*}p")):
                cells += (Piece(" "),) if number else ()
                cells += pieces(paragraph)
        return Block("row", "", tuple(cells))

    def _block(self, what: str, label: str, element: Any) -> Block:
        self._gather(element)
        return Block(what, label, pieces(element))

    def _gather(self, element: Any) -> None:
        for note in element.iter("{*}authorialNote"):
            words: list[Piece] = []
            for paragraph in note.iterfind("{*}p"):
                words += (Piece(" "),) if words else ()
                words += pieces(paragraph)
            self.notes.append(Block("note", note.get("marker") or "", tuple(words)))


def _begins_italic(element: Any) -> bool:
    """Whether the first letters are set in italics, as the first words of a recital are."""
    first = next((piece for piece in pieces(element) if piece.text.strip()), None)
    return first is not None and first.italic
