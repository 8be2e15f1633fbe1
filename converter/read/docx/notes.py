"""Footnotes and endnotes of a DOCX: which mark each has, and what its words are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from converter.read.counting import formatted
from converter.read.docx.styles import number, value
from converter.read.docx.tree import words_in
from converter.read.nodes import Node

_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}  # where a file does not say (17.11.17 and 17.11.18)


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note that is referred to: marker, element, whether Word writes the marker itself, and a name of its own."""

    marker: str
    node: Node
    automatic: bool
    name: str


class Notes:
    """The notes of one kind, numbered in the order in which the text refers to them."""

    def __init__(self, kind: str, root: Node | None, settings: Node | None) -> None:
        self._kind = kind
        self._settings = _properties(settings, kind)
        self._section: Node | None = None
        self._count: int | None = None
        self.unknown: set[str] = set()  # formats of numbers that are not known
        self._notes = {
            node.attrs.get("w:id", ""): node
            for node in (root.all(f"w:{kind}") if root else ())
            if node.attrs.get("w:type", "normal") == "normal"
        }

    @property
    def by_page(self) -> bool:
        """Whether the numbers begin anew on each page, which only the printed file tells."""
        return self._said("w:numRestart") == "eachPage"

    def enter(self, section: Node | None) -> None:
        """A section of the text begins; `section` are its properties (`w:sectPr`)."""
        self._section = _properties(section, self._kind)
        if self._said("w:numRestart") == "eachSect":
            self._count = None

    def refer(self, identity: str) -> NoteText | None:
        """The note with the next number, of that id; None where the file has none."""
        node = self._notes.get(identity)
        if node is None:
            return None
        self._count = self._start() if self._count is None else self._count + 1
        form = self._said("w:numFmt") or _FORMS[self._kind]
        marker = formatted(self._count, form)
        if marker is None:
            self.unknown.add(form)
        shown = str(self._count) if marker is None else marker
        return NoteText(shown, node, automatic=True, name=f"{self._kind}{identity}")

    def refer_custom(self, identity: str, marker: str) -> NoteText | None:
        """The note of that id with a mark of its own, which does not count."""
        node = self._notes.get(identity)
        if node is None:
            return None
        return NoteText(marker, node, automatic=False, name=self._kind + identity)

    def words(self, identity: str) -> str:
        """The words of the note of that id; none where the file has none."""
        node = self._notes.get(identity)
        return " ".join(one.words() for one in words_in(node)) if node else ""

    def _start(self) -> int:
        for one in self._sources():
            start = number(one, "w:numStart")
            if start is not None:
                return start
        return 1

    def _said(self, name: str) -> str | None:
        return next((found for one in self._sources() if (found := value(one, name))), None)

    def _sources(self) -> Sequence[Node]:
        return [one for one in (self._section, self._settings) if one]


def _properties(node: Node | None, kind: str) -> Node | None:
    found = node.find(f"w:{kind}Pr") if node else None
    return found.trimmed() if found else None


def has_reference(note: Node) -> bool:
    """Whether a note has the place where Word writes its marker."""
    return any(node.tag in ("w:footnoteRef", "w:endnoteRef") for node in note.walk())
