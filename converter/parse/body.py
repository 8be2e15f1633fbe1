"""The body of a text as it becomes a tree: its paragraphs one by one, and what is seen on the way.

The enacting phrase may stand among them, and below the text a neighbour's may begin, which is not taken for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from converter.clean import heal, join_lines
from converter.languages import Language
from converter.model import Line, Text
from converter.parse.evidence import is_neighbour
from converter.parse.marks import Marks
from converter.parse.segment import Group
from converter.parse.tree import Told, Tree

_HEADINGS = 4  # groups among which what a heading is of stands


@dataclass
class Body:
    """The paragraphs of a body that were added to its tree, and what they showed besides.

    `enacting` is the enacting phrase, which stands before the paragraph `enacting_at`; `ends` says how many paragraphs
    there are where a neighbour's begin.
    """

    tree: Tree
    marks: Marks
    language: Language
    enacting: Text | None
    enacting_at: int = 0
    ends: int | None = None
    _lifted: list[list[tuple[int, int]]] = field(default_factory=list)  # the marks of each paragraph

    def open(self, sentence: Text) -> None:
        """Add the sentence that says who adopted what follows in quotation marks: it stands above the phrase."""
        text, found = self.marks.lift(sentence)
        self._add(text, found, Told(kind="enacting"))
        self.enacting_at = 1

    def take(self, groups: Sequence[Group]) -> None:
        """Add all groups, to the last; then each paragraph has its anchor, and each mark its place."""
        for at in range(len(groups)):
            self._take(groups[at : at + _HEADINGS])
        self.tree.finish()
        for paragraph, shift, found in zip(self.tree.paragraphs, self.tree.labels, self._lifted, strict=True):
            self.marks.place(found, paragraph.id, shift)

    def _take(self, groups: Sequence[Group]) -> None:
        """Add the first of some groups; the others show what stands below it."""
        group = groups[0]
        text, found = self.marks.lift(_text_of(group, self.language))
        if self.ends is None and (self._is_of_others(text.text) or self._heads_others(groups)):
            self.ends = len(self.tree.paragraphs)
        is_own = self.ends is None or group.kind == "table"
        if is_own and group.kind == "enacting":
            self.tree.begin_part(text.text)
            if self.enacting is None:
                self.enacting, self.enacting_at = text, len(self.tree.paragraphs)
                return
        self._add(text, found, Told(group.number, group.kind) if is_own else Told(None, "other"))

    def _add(self, text: Text, marks: list[tuple[int, int]], told: Told) -> None:
        self.tree.add(text, told)
        self._lifted.append(marks)

    def _is_of_others(self, text: str) -> bool:
        """Whether a paragraph begins what a page has below a text: another one, or what a site says of its rights."""
        below = self.tree.closed and is_neighbour(text, self.language, in_annex=self.tree.in_annex)
        return below or self.language.page.closing_lines.is_licence(text)

    def _heads_others(self, groups: Sequence[Group]) -> bool:
        """Whether the first of some groups is a heading that another text stands below: THE LAMPS / Decisions."""
        if not self.tree.closed or self.tree.in_annex:
            return False
        texts = [_text_of(group, self.language).text for group in groups]
        heads = (group.kind == "heading" or text.isupper() for group, text in zip(groups, texts, strict=True))
        count = sum(1 for _ in takewhile(bool, heads))
        return 0 < count < len(texts) and is_neighbour(texts[count], self.language)


def _text_of(group: Group, language: Language) -> Text:
    if group.kind != "table":
        return join_lines([row.text for row in group.rows], language)
    return Text.join([_cells(row.line, language) for row in group.rows], ["\n"] * (len(group.rows) - 1))


def _cells(line: Line, language: Language) -> Text:
    """A row of a table: its cells, each healed, parted by tabs."""
    cells, start = [], 0
    for cell in line.text.split("\t"):
        cells.append(heal(line, language, start, start + len(cell)))
        start += len(cell) + 1
    return Text.join(cells, ["\t"] * (len(cells) - 1))
