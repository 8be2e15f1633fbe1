"""The lines of a masthead that is being read, and what was found of them so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from converter.clean import join_lines, unspaced
from converter.languages import Language
from converter.languages.headlines import HeadLine
from converter.model import AgendaItem, MastheadBlock, Sponsor, Text

MAX_LINE = 400  # a longer line is the words of something, not a line of a masthead
STATEMENT = "presidential-statement"  # its date is that of the document
_STOPS = tuple(".。")
_DEFAULT_KIND, _DEFAULT_STATUS = "resolution", "adopted"
_NUMBERED = ("resolution", "decision")  # the types of which a list has several
_DRAFT = "draft "  # of the name of a type
_BY_SYMBOL = {"/DEC/": "decision", "/PRST/": STATEMENT}


@dataclass(slots=True)
class Sheet:
    """The lines, the blocks that they were read into, and what these say."""

    language: Language
    texts: Sequence[Text]
    apart: Sequence[bool]  # per line, whether a blank line above it parts it from the one before
    blocks: list[MastheadBlock] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    agenda: list[AgendaItem] = field(default_factory=list)
    sponsors: tuple[Sponsor, ...] = ()
    titled_by_number: bool = False  # whether the title stands behind the number in one line

    @property
    def last(self) -> str:
        """The kind of the block above."""
        return self.blocks[-1].kind if self.blocks else ""

    def add(self, kind: str, text: Text) -> None:
        """The next block was read."""
        self.blocks.append(MastheadBlock(kind, text))

    def note(self, name: str, value: str) -> None:
        """A line says something; what an earlier one said stays."""
        self.facts.setdefault(name, value)

    def note_type(self, head: HeadLine) -> None:
        """The line with the text's own number says what it is; a word above it (Decisions) may head several texts."""
        if "type" in head.facts and self.facts.get("type") in (None, *_NUMBERED):
            self.facts["type"] = head.facts["type"]

    def take_back_title(self, head: HeadLine) -> bool:
        """Whether a line with the text's own number shows that the title read before, which had none, is none.

        A site may put words of its own between the number and the title; they are told as not understood.
        """
        number = head.facts.get("number")
        at = next((at for at, one in enumerate(self.blocks) if one.kind == "title"), None)
        if at is None or self.titled_by_number or number != self.facts.get("number", number):
            return False
        self.blocks[at] = MastheadBlock("plain", self.blocks[at].text)
        del self.facts["title"]
        return True

    def joined(self, start: int, end: int) -> Text:
        """The words of some lines as one text."""
        return join_lines(self.texts[start:end], self.language)

    def head(self, at: int) -> HeadLine | None:
        """What a phrase of the page knows of a line, None where none does or no line is there."""
        return self.language.page.masthead.read(unspaced(self.texts[at].text)) if at < len(self.texts) else None

    def kind(self, at: int) -> str:
        """The kind of line that a phrase knows; empty where none does."""
        head = self.head(at)
        return head.kind if head else ""

    def sentence_end(self, at: int, most: int) -> int | None:
        """The index after the line that ends the sentence which begins at one; None where none of so many does."""
        lines = range(at, min(len(self.texts), at + most))
        return next((end + 1 for end in lines if self.texts[end].text.rstrip().endswith(_STOPS)), None)

    def kind_and_status(self) -> tuple[str, str]:
        """The kind and the status of the text: as a line says, else as its symbol shows."""
        symbol = self.facts.get("symbol", "")
        by_symbol = next((kind for part, kind in _BY_SYMBOL.items() if part in symbol), _DEFAULT_KIND)
        printed = self.facts.get("type") or by_symbol
        kind = printed.removeprefix(_DRAFT)
        return kind, "draft" if "/L." in symbol or kind != printed else _DEFAULT_STATUS
