"""Where a text stands at the paragraph that comes next: what its kind and its anchor depend on beside its own words."""

from __future__ import annotations

from dataclasses import dataclass, field

from converter.languages import Language
from converter.languages.table import is_han
from converter.model import Paragraph
from converter.parse.tree.anchors import Anchors, numeral
from converter.parse.tree.kinds import Kind


@dataclass(slots=True)
class Standing:
    """The state of a tree that is being built; each step that moves it on has a name."""

    language: Language
    preamble: bool  # what comes next, without a label, is preambular
    numbered: bool  # some operative paragraphs have numbers
    speech: bool  # the text stands in quotation marks as a whole, or may
    anew: bool  # the numbers begin anew in each section
    statement: bool = False  # of the President: words may stand before who speaks
    paragraphs: list[Paragraph] = field(default_factory=list)  # those above
    anchors: Anchors = field(default_factory=Anchors)
    resolving: str = ""  # the anchor of an unnumbered operative paragraph that ends in a colon (Resolves:)
    semicolons: bool = False  # a preambular paragraph ended like one that has lost its number
    brackets: int = 0  # how far operative paragraphs are counted with numbers in brackets
    recitals: int = 0  # how far recitals are counted with letters
    letters: int = 0  # how far operative paragraphs are
    counted: bool = False  # a number has been seen since the text or its part began
    closed: bool = False  # the line on the adoption has been passed
    annex: str | None = None  # the anchor of the annex that we are in
    section: str = ""
    article: bool = False  # below the heading of an article, whose paragraphs need not act
    items: int = 0  # how far the paragraphs of an annex are counted with letters, in the form `item_form`
    item_form: int = 0
    item: str = ""  # the id of the last of them
    opener: str = ""  # the anchor of the paragraph that sub-paragraphs may hang on
    led: bool = False  # it is one that announces a list and no more

    @property
    def above(self) -> Paragraph | None:
        """The paragraph above, None at the beginning."""
        return self.paragraphs[-1] if self.paragraphs else None

    @property
    def scope(self) -> str:
        """What stands before a number in an anchor: the annex and, where the numbers begin anew, the section."""
        section = self.section if self.anew else ""
        return "-".join(part for part in (self.annex, section) if part)

    def enter_part(self, *, speech: bool) -> None:
        """A part with an enacting phrase of its own begins, maybe in quotation marks: a preamble follows."""
        self.speech = self.speech or speech
        self.preamble, self.counted, self.opener, self.closed = True, False, "", False

    def enter_annex(self, identity: str) -> None:
        """An annex begins, with no section, no preamble and nothing that a list may hang on."""
        self.annex, self.section, self.opener = identity, "", ""
        self.preamble = self.article = False

    def enter_section(self, heading: str) -> None:
        """A section may have numbers of its own, and its name stands before them; another heading changes nothing."""
        found = self.language.page.headings.read(heading)
        if found is None or not found.is_section:
            return
        self.counted, self.article = False, found.kind == "chapter"
        self.preamble = self.preamble and not self.article
        if self.article and not is_han(found.word):
            self.section = f"{found.word}-{found.number}".lower()
        else:
            self.section = numeral(found.number, self.language)

    def number(self) -> None:
        """The number of an operative paragraph was seen."""
        self.preamble, self.counted = False, True

    def open(self, identity: str, found: Kind, text: str, *, leads: bool) -> None:
        """A paragraph begins that lists may hang on; `leads` says that it announces one and no more."""
        self.opener, self.led = identity, leads
        self.item = identity if found.anchor == self.item else self.item
        if found.number or (self.resolving and self.language.page.openings.resolves(text)):
            return
        self.resolving = identity if found.kind == "operative" and text.rstrip().endswith(":") else ""

    def close(self) -> None:
        """The line on the adoption is passed: the text is over."""
        self.opener, self.preamble, self.closed = "", False, True
