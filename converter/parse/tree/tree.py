"""Builds the tree of one text, paragraph by paragraph."""

from __future__ import annotations

from converter.clean import ends_in_colon, unquoted
from converter.languages import Language
from converter.model import LabelDoubt, Paragraph, Text
from converter.parse.lines import is_closing, stands_alone
from converter.parse.tree.anchors import numeral
from converter.parse.tree.kinds import Kind, Told
from converter.parse.tree.numbered import by_label, sub_readings
from converter.parse.tree.standing import Standing
from converter.parse.tree.stretch import Stretch
from converter.parse.tree.unnumbered import by_words


class Tree:
    """Builds the paragraphs of one text: what each is shows by its words and by where the text stands (`standing`)."""

    def __init__(
        self, language: Language, *, has_preamble: bool, numbered: bool, speech: bool, anew: bool, statement: bool
    ) -> None:
        self.labels: list[int] = []  # how many characters the label of each paragraph took off its front
        self.doubts: list[LabelDoubt] = []
        speech = speech or not has_preamble  # a statement may stand in quotation marks as a whole
        self._at = Standing(language, has_preamble, numbered, speech, anew, statement)
        self._stretch = Stretch()  # what stands below the paragraph that sub-paragraphs may hang on
        self._language = language

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Those that were added, in order."""
        return self._at.paragraphs

    @property
    def closed(self) -> bool:
        """Whether the line on the adoption has been passed: the text is over."""
        return self._at.closed

    @property
    def in_annex(self) -> bool:
        """Whether an annex has begun."""
        return self._at.annex is not None

    def add(self, text: Text, told: Told) -> None:
        """Add the next paragraph. It has its anchor when one that opens a stretch follows, or at the end (`finish`)."""
        found = self._annex_heading(text) if told.kind == "annex" else self._classify(text.text, told)
        leads = self._leads(found, text.text)
        opens = found.kind in ("operative", "preambular") or bool(found.number) or leads
        if self._at.opener and not opens and told.kind != "annex":
            self._stretch.add(len(self.paragraphs), text, found, self.paragraphs[-1])
            self._put("", found, text)
            return
        self.finish()
        identity = self._at.anchors.give(found.anchor)
        self._put(identity, found, text)
        if told.kind == "annex":
            self._at.enter_annex(identity)
        elif opens:
            self._at.open(identity, found, text.text, leads=leads)
            self._stretch = Stretch(identity, text.text)

    def finish(self) -> None:
        """The stretch is over, or the text: all paragraphs get their anchors."""
        for one in self._stretch.settle(self._at.anchors, self._language):
            self.paragraphs[one.index], self.labels[one.index] = one.paragraph, one.label
            self.doubts += [one.doubt] if one.doubt else []
        self._stretch = Stretch()

    def begin_part(self, phrase: str) -> None:
        """A part of the text with an enacting phrase of its own begins: a preamble follows."""
        self.finish()
        self._at.enter_part(speech=unquoted(phrase, self._language) != phrase)

    def _put(self, identity: str, found: Kind, text: Text) -> None:
        self.paragraphs.append(found.paragraph(identity, text))
        self.labels.append(found.label)

    def _leads(self, found: Kind, text: str) -> bool:
        """Whether a paragraph without a number announces a list of its own: in an annex, or where nothing else may."""
        at = self._at
        if found.kind != "plain" or (at.closed and not at.annex) or not ends_in_colon(text):
            return False
        above = at.above.kind if at.above else ""
        own = (at.annex is not None or at.led) and above != "sub" and not self._language.goes_on(text)
        return not at.opener or own

    def _annex_heading(self, text: Text) -> Kind:
        found = self._language.page.headings.read(unquoted(text.text, self._language).lstrip())
        number = numeral(found.number, self._language) if found and found.number else ""
        name = "appendix" if self._at.annex and found and found.kind == "appendix" else "annex"
        return Kind("heading", anchor=f"{name}-{number}" if number else name)

    def _classify(self, text: str, told: Told) -> Kind:
        """What a paragraph is: by what is told of it, as a heading or a closing line, by its label, by its words."""
        anchors = self._at.anchors
        if told.kind == "table":
            return Kind("table", anchor=anchors.counted("table"))
        if told.kind in ("enacting", "other"):
            return Kind("plain", anchor=anchors.counted("p"))
        by_line = not self._language.table("text.glue") and stands_alone(text, self._language)
        alone = told.number is None and (by_line or is_closing(text, self._language))
        if told.kind == "heading" or (alone and by_line and self._language.page.headings.is_heading(text)):
            self._at.enter_section(text)
            return Kind("heading", anchor=anchors.counted("h"))
        if alone:
            self.finish()
            self._at.close()
            return by_words(text, self._at)
        text = f"{text}A" if told.kind == "number" else text  # a number wants words behind it
        return by_label(text, told, self._at) or self._sub(text) or by_words(text, self._at)

    def _sub(self, text: str) -> Kind | None:
        """A sub-paragraph, where there is a paragraph that it may hang on."""
        return self._stretch.sub(sub_readings(text, self._at), self.paragraphs[-1]) if self._at.opener else None
