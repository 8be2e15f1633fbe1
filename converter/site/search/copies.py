"""The reduced copy of a page that Pagefind reads: its blocks, and in them what a query can find."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import takewhile

from lxml.etree import iterwalk
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from converter.cited_series import CITED_BY

PARAGRAPH_MARK = "¶"  # search-index.js cuts the content of a hit here

_BLOCKS = frozenset(
    ["blockquote", "dd", "div", "dt", "figcaption", "figure", "li", "p", "section", "td", "th", "tr"]
    + [f"h{level}" for level in range(1, 7)]
)
_SKIPPED_ELEMENTS = frozenset(["aside", "button", "form", "nav", "noscript", "script", "style", "svg", "template"])
_END = CITED_BY  # the paragraphs of other works, which are found where they stand
_SKIPPED_CLASSES = frozenset(
    ["facts", "footnote-backref", "footnote-ref", "headerlink", "mark", "no-search", "not-held"]
)

# What stands alone in the copy: Han characters, and the punctuation that would otherwise stick two words together.
# Dashes, quotation marks and dots are written without spaces only in Chinese: elsewhere they part words by themselves.
_HAN = (
    "\u2e80-\u2fff\u3001-\u3029\u3030\u3038-\u303d\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_ALONE = re.compile(f"[{_HAN}]+")
_ALONE_IN_CHINESE = re.compile(f"[{_HAN}\u2014\u2018-\u201f\u2026]+")
_ARABIC_SIGNS = re.compile("[\u0640\u064b-\u0652\u0670]")  # the stroke that widens a word, the vowel signs
_ELISION = re.compile(r"(?<=[^\W\d_])(['’])(?=[^\W\d_])")  # l’Assemblée is two words: the index takes them for one
_WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")  # digits and letters in their full-width form
_SPACE = re.compile(r"\s{2,}|[^\S ]")  # not each single space: there is one at every Han character


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page: the id it can be reached by ("" when it has none) and its text."""

    id: str
    text: str


def blocks(html: str) -> list[Block]:
    """The text of a page, block by block. In: the whole page, or the content of its article."""
    if not html.strip():
        return []
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    page = document_fromstring(html.encode(), parser=parser)
    article = next((one for one in page.iter("article") if "md-content__inner" in one.classes), page)
    reader = _Reader()
    reader.read(article)
    return list(takewhile(lambda block: block.id != _END, reader.blocks))


class _Reader:
    """Cuts the tree of a page into blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._id = ""
        self._text: list[str] = []
        self._table = ""  # the id of a cell of the open table, by which all of it is reached

    def read(self, article: HtmlElement) -> None:
        walk = iterwalk(article, events=("start", "end"))
        skipped = None
        for event, element in walk:
            if event == "start" and _left_out(element):
                walk.skip_subtree()
                skipped = element
            elif event == "start":
                self._begin(element)
            else:
                if element.tag in _BLOCKS and element is not skipped:
                    self._flush("")
                self._text.append(element.tail or "")
        self._flush("")

    def _begin(self, element: HtmlElement) -> None:
        if element.tag in _BLOCKS:
            self._flush(self._id_of(element))
        elif element.tag == "table":
            self._table = ""
        elif element.tag == "br":
            self._text.append(" ")
        self._text.append(element.text or "")

    def _id_of(self, element: HtmlElement) -> str:
        """The id of a block; a cell has that of the last cell of its table that has one."""
        own = str(element.get("id", ""))
        if element.tag in ("td", "th"):
            self._table = own or self._table
            return self._table
        return own

    def _flush(self, following: str) -> None:
        """End a block. A block inside another keeps the outer one's id unless it has its own."""
        text = _SPACE.sub(" ", "".join(self._text)).strip()
        if text:
            self.blocks.append(Block(self._id, text))
            self._id = following
        else:
            self._id = following or self._id
        self._text.clear()


def _left_out(element: HtmlElement) -> bool:
    return (
        element.tag in _SKIPPED_ELEMENTS
        or element.get("hidden") is not None
        or not _SKIPPED_CLASSES.isdisjoint(element.get("class", "").split())
    )


def spaced(text: str, lang: str) -> str:
    """The text with every Han character alone, digits and Latin letters in their narrow form, no Arabic vowel signs.

    In French a space stands after the apostrophe of an elision.
    """
    narrow = _WIDE.sub(lambda wide: chr(ord(wide[0]) - 0xFEE0), text.replace(PARAGRAPH_MARK, " "))
    bare = _ARABIC_SIGNS.sub("", narrow) if lang == "ar" else narrow
    bare = _ELISION.sub(r"\1 ", bare) if lang == "fr" else bare
    alone = _ALONE_IN_CHINESE if lang == "zh" else _ALONE
    return _SPACE.sub(" ", alone.sub(lambda run: f" {' '.join(run[0])} ", bare)).strip()


def reduced(title: str, page: Sequence[Block], lang: str, stands: str = "") -> str:
    """The copy of a page that Pagefind reads. The first block is the title, whatever the page has.

    `stands` is the address that a page leads on to, which a hit is to name.
    """
    given = [Block("title", title), *(block for block in page if block.id != "title")]
    # Every block has an anchor, so that the browser can pair anchors and paragraphs by counting. All of it is one
    # element that ends in a mark, because Pagefind puts a full stop after an element that has none.
    text = "".join(
        f'<i id="{escape(block.id or "-")}"></i> {PARAGRAPH_MARK} {escape(spaced(block.text, lang), quote=False)}\n'
        for block in given
    )
    name = escape(spaced(title, lang))
    head = f'<!doctype html><html><meta charset="utf-8"><body data-pagefind-body data-pagefind-meta="title:{name}">'
    at = f' data-pagefind-meta="stands:{escape(stands)}"' if stands else ""
    return f"{head}<p{at}>{text}{PARAGRAPH_MARK}</p></body></html>\n"
