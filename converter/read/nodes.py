"""Markup as a plain tree: what the readers of DOCX, HTML and Akoma Ntoso walk through, bounded while it is built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from xml.parsers import expat

MAX_NODES = 200_000  # a report of two hundred pages has about three quarters as many; as many cells cost ten seconds
MAX_DEPTH = 100  # nested tables and content controls stay below 40
_PROPERTIES = 200
_STEPS = 20  # elements that are looked into for a character of the beginning of an element

_SCHEMAS = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_PREFIXES = {
    _SCHEMAS + "wordprocessingml/2006/main": "w",
    _STRICT + "wordprocessingml/main": "w",
    _SCHEMAS + "officeDocument/2006/relationships": "r",
    _STRICT + "officeDocument/relationships": "r",
    _SCHEMAS + "officeDocument/2006/math": "m",
    _STRICT + "officeDocument/math": "m",
    _SCHEMAS + "package/2006/relationships": "rel",
    _SCHEMAS + "package/2006/content-types": "types",
    _SCHEMAS + "markup-compatibility/2006": "mc",
    "http://docs.oasis-open.org/legaldocml/ns/akn/3.0": "akn",
}


class MarkupError(Exception):
    """Markup that is broken, or larger than any official text; the message says which."""


@dataclass(slots=True)
class Node:
    """An element: its name, its attributes and, in order, the elements and the text in it."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    def elements(self) -> Iterator[Node]:
        """The elements directly in this one."""
        return (child for child in self.children if not isinstance(child, str))

    def all(self, tag: str) -> Iterator[Node]:
        """The elements of a name directly in this one."""
        return (child for child in self.children if not isinstance(child, str) and child.tag == tag)

    def find(self, *tags: str) -> Node | None:
        """The first element at a path of names, or None."""
        at = self
        for tag in tags:
            for child in at.children:
                if not isinstance(child, str) and child.tag == tag:
                    at = child
                    break
            else:
                return None
        return at

    def trimmed(self) -> Node:
        """The element with as many elements as properties ever have: for what is looked into again and again."""
        return Node(self.tag, self.attrs, [*islice(self.elements(), _PROPERTIES)])

    def walk(self) -> Iterator[Node]:
        """The element itself and every one in it, in the order of the text."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(child for child in reversed(node.children) if not isinstance(child, str))

    def words(self, most: int | None = None) -> str:
        """All the text in this element; with `most`, its beginning, about as many characters as that."""
        parts: list[str] = []
        waiting: list[Node | str] = [self]
        left = None if most is None else _STEPS * most
        while waiting and (left is None or left > 0):
            node = waiting.pop()
            if isinstance(node, str):
                parts.append(node)
                left = None if left is None else left - _STEPS * len(node)
            else:
                waiting.extend(reversed(node.children))
                left = None if left is None else left - len(node.children) - 1
        return "".join(parts)


def parse_xml(data: bytes) -> Node:
    """Parse a part of a package, or a file. Raises MarkupError; nothing is fetched, and a part with a DTD is refused.

    Names get the usual prefix of their namespace (`w:p`), in the strict and the transitional form alike; those of
    a namespace that no reader asks for are `?` and their local name. Refusing the DTD leaves no entities to expand.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    builder = _Builder()
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    parser.StartDoctypeDeclHandler = _refuse_dtd
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError) as error:  # ValueError: an encoding that Python does not know
        raise MarkupError(f"its XML is broken: {error}") from error
    if builder.root is None:
        raise MarkupError("its XML is empty")
    return builder.root


def _refuse_dtd(*_: object) -> None:
    raise MarkupError("its XML has a document type declaration, as no official file does")


class _Builder:
    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[Node] = []
        self._count = 0

    def start(self, name: str, attrs: dict[str, str]) -> None:
        self._count += 1
        if self._count > MAX_NODES or len(self._open) >= MAX_DEPTH:
            raise MarkupError("its XML is larger or nested deeper than that of any official text")
        node = Node(_short(name), {_short(key): value for key, value in attrs.items()})
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node
        self._open.append(node)

    def end(self, _: str) -> None:
        self._open.pop()

    def text(self, data: str) -> None:
        self._open[-1].children.append(data)


@lru_cache(maxsize=1000)
def _short(name: str) -> str:
    uri, _, local = name.rpartition(" ")
    return f"{_PREFIXES.get(uri, '?')}:{local}" if uri else local
