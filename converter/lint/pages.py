"""The independent check: a page, rendered and re-read, says the source's words and its links land.

Two readers that share no code with the writer read every page: Python-Markdown as MkDocs runs it, and
markdown-it-py. What they see must be the words of the source, in order, less declared furniture.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import takewhile
from posixpath import dirname, join, normpath
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from converter.model import Diagnostic, NoteMark, Resolution
from converter.write.front import read as read_front
from converter.write.markdown import linked_notes, printed_texts

_ATTRIBUTES = re.compile(r"[ \n]?(?<!\\)\{: [^{}\n]*\}")
_ANCHOR = re.compile(r"(?<!\\)\{: #([A-Za-z0-9-]+)")
_NOTE_CLASSES = {"star-note", "note"}
_UNTITLED = "\nuntitled: true\n"
_TEMPLATE_S = "\nanchors:\n"
_LINK = {"text", "to"}
_LEADS = re.compile(r'"(?:to|page)": |^redirect: ', re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


@dataclass
class Words:
    """The words of a page: its flow, and its notes, which stand apart. White space does not count."""

    flow: str = ""
    notes: list[str] = field(default_factory=list)


def expected_words(resolution: Resolution) -> Words:
    """What the page must say, from the resolution."""
    marks: dict[str, list[tuple[int, str]]] = {}
    for mark in sorted((mark for note in resolution.footnotes for mark in note.places), key=_in_the_source):
        marks.setdefault(mark.place, []).append((mark.offset, mark.printed))
    flow = []
    for place, text in printed_texts(resolution):
        at = 0
        for offset, marker in marks.get(place, []):
            flow += [text.text[at:offset], marker]
            at = offset
        flow.append(text.text[at:])
    notes = [star.marker + star.text.text for star in resolution.star_notes]
    notes += [note.marker + note.text.text for note in resolution.footnotes]
    return Words(_bare("".join(flow)), [_bare(note) for note in notes])


def _in_the_source(mark: NoteMark) -> int:
    """Where a mark stands: of two at one place of a text, 9 and 10, the first is the one that is printed first."""
    return mark.mark


def _bare(text: str) -> str:
    return "".join(text.split())


# --- the first reader: HTML as MkDocs renders it --------------------------------------------------------------


class _PageReader(HTMLParser):
    """Collects a rendered page's words; `<li id="fn:2">` prints its number by itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.flow: list[str] = []
        self.notes: list[list[str]] = []
        self._in_note = 0  # depth of elements inside a note
        self._in_footnotes = 0
        self._skip = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        classes = set((attributes.get("class") or "").split())
        if tag in ("hr", "br", "img", "input"):
            return
        if "footnote-backref" in classes or self._skip:
            self._skip += 1
        if self._in_note:
            self._in_note += 1
        elif (tag == "p" and classes & _NOTE_CLASSES) or (tag == "li" and self._in_footnotes):
            self._in_note = 1
            marker = (attributes.get("id") or "").removeprefix("fn:") if tag == "li" else ""
            self.notes.append([marker])
        if self._in_footnotes or "footnote" in classes:
            self._in_footnotes += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without content (`<hr />`) opens nothing that would have to be closed."""

    def handle_endtag(self, tag: str) -> None:
        self._skip = max(0, self._skip - 1)
        self._in_note = max(0, self._in_note - 1)
        self._in_footnotes = max(0, self._in_footnotes - 1)

    def handle_data(self, data: str) -> None:
        if self._skip:
            return
        (self.notes[-1] if self._in_note else self.flow).append(data)


def words_of_html(html: str) -> Words:
    """The words of a page that MkDocs rendered."""
    reader = _PageReader()
    reader.feed(html)
    reader.close()
    return Words(_bare("".join(reader.flow)), [_bare("".join(note)) for note in reader.notes])


# --- the second reader: markdown-it-py ------------------------------------------------------------------------


def second_reader() -> MarkdownIt:
    """CommonMark with tables and footnotes; attribute lists are taken off before, being no words."""
    return MarkdownIt("commonmark").enable("table").use(footnote_plugin, inline=False)


def words_of_markdown(text: str, reader: MarkdownIt) -> Words:
    """The words that a CommonMark reader sees."""
    words, flow = Words(), []
    label: str | None = None
    for token in reader.parse(_ATTRIBUTES.sub("", text)):
        if token.type == "footnote_open":
            label = token.meta.get("label", "")
            words.notes.append(label or "")
        elif token.type == "footnote_close":
            label = None
        elif token.type == "inline":
            said = "".join(_inline_words(token.children or []))
            if label is not None:
                words.notes[-1] += _bare(said)
            else:
                flow.append(said)
    words.flow = _bare("".join(flow))
    return words


def _inline_words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "footnote_ref":
            yield str(token.meta.get("label", ""))
        elif token.type in ("text", "code_inline", "html_inline"):
            yield token.content


def links_of_markdown(text: str, reader: MarkdownIt) -> Iterator[str]:
    """Every link's target."""
    for token in reader.parse(_ATTRIBUTES.sub("", text)):
        for child in token.children or []:
            if child.type == "link_open":
                yield str(child.attrs.get("href", ""))


# --- findings ---------------------------------------------------------------------------------------------------


def check_words(
    resolution: Resolution, text: str, render: Callable[[str], str], reader: MarkdownIt
) -> Iterator[Diagnostic]:
    """The page's Markdown, read twice, against the resolution. A finding is a bug of the converter."""
    expected = expected_words(resolution)
    yield from differences("MkDocs", words_of_html(render(text)), expected, resolution)
    second = words_of_markdown(text, reader)
    yield from differences("markdown-it-py", second, _without_classes(resolution, expected), resolution)


def differences(name: str, said: Words, expected: Words, resolution: Resolution) -> Iterator[Diagnostic]:
    """Where a reader, called by its name, sees other words than the source has."""
    if said.flow != expected.flow:
        at = _first_difference(said.flow, expected.flow)
        shown, meant = said.flow[at : at + 20], expected.flow[at : at + 20]
        yield bug(resolution, f"{name} shows {shown!r} where the source has {meant!r}")
    if sorted(said.notes) != sorted(expected.notes):
        yield bug(resolution, f"{name} shows other notes than the source has")


def _without_classes(resolution: Resolution, expected: Words) -> Words:
    """What a reader sees that knows no classes: notes that are paragraphs stand in the flow."""
    linked = linked_notes(resolution)
    stars = "".join(_bare(star.marker + star.text.text) for star in resolution.star_notes)
    before_title = list(takewhile(lambda block: block.kind != "title", resolution.masthead.blocks))
    places = {f"masthead:{number}" for number in range(len(before_title))}
    printed = (mark.printed for note in resolution.footnotes for mark in note.places if mark.place in places)
    above = sum(len(_bare(block.text.text)) for block in before_title) + sum(map(len, printed))
    others = [_bare(note.marker + note.text.text) for note in resolution.footnotes if note not in linked]
    return Words(
        expected.flow[:above] + stars + expected.flow[above:] + "".join(others),
        [_bare(note.marker + note.text.text) for note in linked],
    )


def _first_difference(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def bug(resolution: Resolution, message: str) -> Diagnostic:
    """A finding about words that a page or a file shows otherwise than the source."""
    hint = "this is a fault of the converter: please report it with the file"
    return Diagnostic(resolution.path, 0, 0, "words", message, hint)


def without_front_matter(text: str) -> str:
    """A page's Markdown alone."""
    return _FRONT_MATTER.sub("", text)


def anchors_of(text: str) -> set[str]:
    """The anchors that a page's Markdown sets, and those that its template does, as its front matter names them.

    The title of a work that has none comes from the template too.
    """
    front = _FRONT_MATTER.match(text)
    named = {"title"} if front and _UNTITLED in front[0] else set()
    if front and _TEMPLATE_S in front[0]:
        read = read_front(text)
        named |= set(read[0]["anchors"]) if read else set()
    return named | set(_ANCHOR.findall(without_front_matter(text)))


def links_of_value(text: str) -> Iterator[str]:
    """Where the value of a page leads on this site: links (`Link` of `write/cells.py`), and the pages that it names.

    What has an excerpt names a paragraph of a page beside it.
    """
    left: list[Any] = [(read_front(text) or ({},))[0]] if _LEADS.search(text) else []
    while left:
        one = left.pop()
        if isinstance(one, dict):
            left += one.values()
            to = one["to"] if one.keys() == _LINK else one.get("redirect") or one.get("page")
            if isinstance(to, str) and to and not to.startswith("https://"):
                yield f"{to}#{one['anchor']}" if "excerpt" in one and one.get("anchor") else to
        elif isinstance(one, list):
            left += one


def check_addresses(path: str, links: Iterable[str], known: Mapping[str, set[str]]) -> Iterator[Diagnostic]:
    """Every address that a page or a file at `path` leads to, with its anchor, is there."""
    for link in dict.fromkeys(links):
        address, _, anchor = link.partition("#")
        address = address.partition("?")[0]  # what is asked of the parallel view
        if address not in known:
            yield _leads_nowhere(path, f"the link {address} leads to no page")
        elif anchor and anchor not in known[address]:
            yield _leads_nowhere(path, f"the link {link} leads to no paragraph")


def _leads_nowhere(path: str, message: str) -> Diagnostic:
    hint = "this is a fault of the converter, or the cited paragraph does not exist"
    return Diagnostic(path, 0, 0, "link", message, hint)


def check_links(page: str, text: str, anchors: dict[str, set[str]], reader: MarkdownIt) -> Iterator[Diagnostic]:
    """Every link of a page leads to a page and an anchor that are there, or away to an https address."""
    own = anchors.get(page, set())
    for href in links_of_markdown(without_front_matter(text), reader):
        path, _, anchor = href.partition("#")
        if re.match(r"https://", href):
            continue
        target = normpath(join(dirname(page), path)) if path else page
        known = own if target == page else anchors.get(target)
        if known is None:
            yield _leads_nowhere(page, f"the link {href} leads to no page")
        elif anchor and anchor not in known:
            yield _leads_nowhere(page, f"the link {href} leads to no paragraph of {target}")
