"""Paragraphs in order → the tree: kinds, numbers, parents and anchors."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from converter.clean import ends_in_colon, unquoted
from converter.languages import Language, numerals
from converter.languages.table import is_han
from converter.model import LabelDoubt, Paragraph, Text
from converter.parse.labels import Reading, is_well_printed, operative_label, readings
from converter.parse.lines import is_closing, stands_alone
from converter.parse.quotations import quoted
from converter.parse.sequence import Labelled, Placed, place

_INTRODUCTION = 10  # words: a longer sentence above a list is a paragraph, and the list belongs to it
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a paragraph before its words are read: its number, and a kind (see `segment.Group`)."""

    number: int | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a paragraph is: its kind, number and parent, the length of its label, the anchor that it should have.

    A sub-paragraph has the readings of its label until it is placed.
    """

    kind: str
    number: str | None
    parent: str | None
    label: int
    anchor: str
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class _Pending:
    """A paragraph of the stretch between two numbers, which waits for the labels of the whole stretch."""

    index: int
    text: Text
    found: _Kind
    label: Labelled | None


class Tree:
    """Builds the paragraphs of one text.

    Anchors: `pp1`, `op1`, `op1-a`, `op1-a-i`; where operative paragraphs have no numbers they are counted (`op1`), and
    where only some have none, these are `u1`, `u2`. Paragraphs of an annex are `annex-1`, `annex-ii-3`; where the
    numbers of sections begin anew, the section stands before the number (`iii-3`), as in pinpoints.
    """

    def __init__(self, language: Language, *, has_preamble: bool, numbered: bool, speech: bool, anew: bool) -> None:
        self.paragraphs: list[Paragraph] = []
        self.labels: list[int] = []  # how many characters the label of each paragraph took off its front
        self.doubts: list[LabelDoubt] = []
        self._language = language
        self._speech = speech or not has_preamble  # a statement may stand in quotation marks as a whole
        self._preamble = has_preamble  # what comes next, without a label, is preambular
        self._numbered = numbered  # some operative paragraphs have numbers
        self._anew = anew  # the numbers begin anew in each section
        self._resolving = ""  # the anchor of an unnumbered operative paragraph that ends in a colon (Resolves:)
        self._semicolons = False  # a preambular paragraph ended like one that has lost its number
        self._brackets = 0  # or with numbers in brackets
        self._recitals = 0  # how far recitals are counted with letters
        self._letters = 0  # how far operative paragraphs are counted with letters
        self._counted = False  # a number has been seen since the text or its part began
        self._closed = False  # the line on the adoption has been passed
        self._annex: str | None = None  # the anchor of the annex that we are in
        self._section = ""
        self._article = False  # below the heading of an article, whose paragraphs need not act
        self._opener = ""  # the anchor of the paragraph that sub-paragraphs may hang on
        self._above = ""  # its words
        self._led = False  # it is one that announces a list and no more
        self._stretch: list[_Pending] = []  # what stands below it
        self._seen: set[tuple[int, float]] = set()  # form and count of each reading of the labels below it
        self._ids: set[str] = set()
        self._copies: dict[str, int] = {}
        self._count: dict[str, int] = {}

    def add(self, text: Text, told: Told) -> None:
        """Add the next paragraph. It has its anchor when one that opens a stretch follows, or at the end (`finish`)."""
        found = self._annex_heading(text) if told.kind == "annex" else self._classify(text.text, told)
        leads = self._leads(found, text.text)
        opens = found.kind in ("operative", "preambular") or bool(found.number) or leads
        if not self._opener or opens or told.kind == "annex":
            self._settle()
            identity = self._anchor(found.anchor)
            self._put(_paragraph(identity, found, text), found.label)
            if told.kind == "annex":
                self._annex, self._section, self._opener, self._preamble = identity, "", "", False
                self._article = False
            elif opens:
                self._opener, self._above, self._led = identity, text.text, leads
                self._note_resolving(identity, found, text.text)
            return
        label = None
        if found.readings:
            above = self.paragraphs[-1]
            opened = ends_in_colon(above.text.text)
            label = Labelled(found.readings, opened, led=opened and above.kind == "plain")
        self._stretch.append(_Pending(len(self.paragraphs), text, found, label))
        self._put(_paragraph("", found, text), found.label)

    def _leads(self, found: _Kind, text: str) -> bool:
        """Whether a paragraph without a number announces a list of its own: in an annex, or where nothing else may."""
        if found.kind != "plain" or (self._closed and not self._annex) or not ends_in_colon(text):
            return False
        above = self.paragraphs[-1].kind if self.paragraphs else ""
        own = (self._annex is not None or self._led) and above != "sub" and not self._language.goes_on(text)
        return not self._opener or own

    def finish(self) -> None:
        """There are no more paragraphs: all of them get their anchors."""
        self._settle()

    def _put(self, paragraph: Paragraph, label: int) -> None:
        self.paragraphs.append(paragraph)
        self.labels.append(label)

    def _note_resolving(self, identity: str, found: _Kind, text: str) -> None:
        """Whether what follows stands below a sentence that ends in a colon."""
        if found.number or (self._resolving and self._language.page.openings.resolves(text)):
            return
        self._resolving = identity if found.kind == "operative" and text.rstrip().endswith(":") else ""

    @property
    def closed(self) -> bool:
        """Whether the line on the adoption has been passed: the text is over."""
        return self._closed

    def begin_part(self, phrase: str) -> None:
        """A part of the text with an enacting phrase of its own begins: a preamble follows."""
        self._speech = self._speech or unquoted(phrase, self._language) != phrase
        self._settle()
        self._preamble, self._counted, self._opener, self._closed = True, False, "", False

    def _annex_heading(self, text: Text) -> _Kind:
        found = self._language.page.headings.read(text.text)
        number = _numeral(found.number, self._language) if found and found.number else ""
        name = "appendix" if self._annex and found and found.kind == "appendix" else "annex"
        return _Kind("heading", None, None, 0, f"{name}-{number}" if number else name)

    def _classify(self, text: str, told: Told) -> _Kind:
        if told.kind == "table":
            return _Kind("table", None, None, 0, self._next("table"))
        if told.kind in ("enacting", "other"):
            return _Kind("plain", None, None, 0, self._next("p"))
        by_words = not self._language.table("text.glue") and stands_alone(text, self._language)
        alone = by_words or is_closing(text, self._language)
        if told.kind == "heading" or (alone and told.number is None):
            if told.kind == "heading" or (by_words and self._language.page.headings.is_heading(text)):
                self._enter(text)
                return _Kind("heading", None, None, 0, self._next("h"))
            self._settle()
            self._opener, self._preamble, self._closed = "", False, True  # a closing line: the text is over
        else:
            text = f"{text}A" if told.kind == "number" else text  # a number wants words behind it
            found = self._item(text) or self._numbered_paragraph(text, told) or self._lettered(text)
            found = found or self._bracketed(text) or self._lettered_recital(text)
            found = found or (self._sub(text) if self._opener else None)
            if found:
                return found
        return self._unnumbered(text)

    def _enter(self, heading: str) -> None:
        """A section may have numbers of its own, and its name stands before them."""
        found = self._language.page.headings.read(heading)
        if found is None or not found.is_section:
            return
        self._counted, self._article = False, found.kind == "chapter"
        self._preamble = self._preamble and not self._article
        if found.kind == "chapter" and not is_han(found.word):
            self._section = f"{found.word}-{found.number}".lower()
        else:
            self._section = _numeral(found.number, self._language)

    def _scope(self) -> str:
        """What stands before a number in an anchor: the annex and, where the numbers begin anew, the section."""
        section = self._section if self._anew else ""
        return "-".join(part for part in (self._annex, section) if part)

    def _numbered_paragraph(self, text: str, told: Told) -> _Kind | None:
        """An operative paragraph; in an annex the numbered paragraphs are its own, not those of the resolution."""
        label = operative_label(text, told.number, self._language)
        if label is None:
            return None
        number = f"{told.number or label.number} {label.again}".strip()
        self._preamble, self._counted = False, True
        scope = self._scope()
        name = number.replace(" ", "-")
        anchor = f"{scope}-{name}" if scope else f"op{name}"
        says = self._article and not self._language.opens(text[label.end :], "operative")
        return _Kind("plain" if self._annex or says else "operative", number, None, label.end, anchor)

    def _item(self, text: str) -> _Kind | None:
        """A number in a list below a sentence of its own (Notes that …: 1. …) is that of a sub-paragraph."""
        above = self.paragraphs[-1] if self.paragraphs else None
        if not self._resolving or self._counted or above is None or self._opener != self._resolving:
            return None
        if above.id == self._resolving and len(above.text.text.split()) <= _INTRODUCTION:
            return None
        label = operative_label(text, None, self._language)
        if label is None or (above.id != self._resolving and above.kind != "sub"):
            return None
        form = self._language.page.label_forms.place("numerals")
        return _Kind("sub", None, None, 0, "", (Reading(form, str(label.number), label.number, label.end),))

    def _lettered(self, text: str) -> _Kind | None:
        """An operative paragraph that is counted with a letter: A., B. below a sentence that ends in a colon."""
        match = self._language.page.label_forms.lettered.match(text) if self._resolving and not self._annex else None
        if match is None or _LETTERS.index(match["number"].lower()) != self._letters:
            return None
        self._letters += 1
        number = match["number"]
        return _Kind("operative", number, None, match.end("label"), f"op-{number.lower()}")

    def _lettered_recital(self, text: str) -> _Kind | None:
        """A recital that is counted with a letter, as from the first one on: (a) Recalling …, (b) Noting …"""
        if not self._preamble or self._annex or (self._opener and not self._recitals):
            return None
        label = next((one for one in readings(text, self._language) if one.count == self._recitals + 1), None)
        if label is None or not self._language.opens(text[label.end :], "preambular"):
            return None
        self._recitals += 1
        return _Kind("preambular", None, None, label.end, self._next("pp"))

    def _bracketed(self, text: str) -> _Kind | None:
        """An operative paragraph whose number stands in brackets, where none has a plain one: (1) Calls upon …"""
        if self._numbered or self._annex or self._closed:
            return None
        match = self._language.page.label_forms.bracketed.match(text)
        if match is None or int(match["number"]) != self._brackets + 1 or not (self._preamble or self._brackets):
            return None
        if not self._language.opens(text[match.end("label") :], "operative"):
            return None
        self._brackets += 1
        self._preamble, self._counted = False, True
        return _Kind("operative", match["number"], None, match.end("label"), f"op{match['number']}")

    def _unnumbered(self, text: str) -> _Kind:
        """A paragraph without a label: an operative one opens with a verb in the present, a preambular one does not."""
        plain = _Kind("plain", None, None, 0, "")
        if self._is_quoted(text):
            return replace(plain, anchor=self._next("p"))
        found = plain
        in_body = not (self._annex or self._closed or self._language.goes_on(text))
        openings, how = self._language.page.openings, self._language.page.sentences
        phrase = in_body and openings.decides(unquoted(text, self._language))
        if in_body and not self._language.table("body.verbs_tell"):
            # A comma ends a preambular paragraph; of a text without numbers what ends in a full stop decides.
            decides = not (self._numbered or self._semicolons) and (how.semicolon_ends(text) or how.sentence_ends(text))
            if phrase or (decides and (self._language.opens(text, "operative") or self._turns(text))):
                found = _Kind("operative", None, None, 0, "")
            elif self._opener and not self._counted and how.comma_ends(text):
                recital = self._language.opens(text, "preambular")  # a further section has some of its own
                found = _Kind("preambular", None, None, 0, "") if recital else plain
        elif in_body:
            phrase = phrase or bool(self._resolving and openings.resolves(text))
            if self._opener and not self._preamble and openings.limits(text):
                pass
            elif phrase or self._language.opens(text, "operative"):
                in_preamble = self._preamble and self._numbered and not self._counted
                comma = how.comma_ends(text)
                found = _Kind("preambular" if in_preamble and comma and not phrase else "operative", None, None, 0, "")
            elif self._opener and not self._counted and self._language.opens(text, "preambular"):
                # Among operative paragraphs one may open so as well: Noting with concern …, considers that …;
                among = self.paragraphs[-1].kind in ("operative", "sub", "plain") and not self._preamble
                over = [how.clause_ends(text), how.comma_ends(text)]
                found = _Kind("operative" if among and over == [True, False] else "preambular", None, None, 0, "")
        if found is plain and self._turns(text):
            found = _Kind("operative", None, None, 0, "")
        if self._annex and self._preamble and how.sentence_ends(text):  # The Assembly, / Proclaims this Declaration.
            self._preamble = False
        if found is plain and self._preamble:
            found = _Kind("preambular", None, None, 0, "")
            self._semicolons |= not how.comma_ends(text)
        if found.kind == "operative":
            self._preamble = False
            return replace(found, anchor=self._next("u" if self._numbered else "op"))
        return replace(found, anchor=self._next("pp" if found.kind == "preambular" else "p"))

    def _turns(self, text: str) -> bool:
        """Whether a paragraph of a text without numbers is operative by the marks alone, though its verb is not known.

        It is over, and the one above is an operative one that ends in a semicolon, or a recital that ends in a comma.
        Below an operative one that is a sentence, a sentence is one too: The Commission shall be entitled to travel.
        """
        if self._numbered or self._annex or self._closed or not self.paragraphs or not text[:1].isalpha():
            return False
        if text[:1].islower() and not self._language.table("body").get("begins_small"):
            return False
        how, above = self._language.page.sentences, self.paragraphs[-1]
        if not how.clause_ends(text) or how.comma_ends(text) or ends_in_colon(text):
            return False
        if self._language.page.openings.limits(text):
            return False
        if above.kind == "operative":
            said = not self._speech and how.sentence_ends(above.text.text) and how.sentence_ends(text)
            return above.number is None and (said or how.semicolon_ends(above.text.text))
        recital = above.kind == "preambular" and how.comma_ends(above.text.text)
        return recital and not self._language.opens(text, "preambular")

    def _is_quoted(self, text: str) -> bool:
        """Whether a paragraph is one of a text that is quoted: it begins with a quotation mark, below a colon."""
        if self._speech or not text[:1] or text[0] not in self._language.table("body.quotes") or not self.paragraphs:
            return False
        above = self.paragraphs[-1]
        if above.kind == "operative" and not self._numbered and ends_in_colon(above.text.text):
            return False  # it decides to adopt the following text: “…
        return above.text.text.rstrip()[-1:] in (":", ",") or (above.kind == "plain" and above.text.text[:1] == text[0])

    # --- sub-paragraphs ------------------------------------------------------------------------------------

    def _sub(self, text: str) -> _Kind | None:
        """A sub-paragraph; what its label means shows when all labels of the stretch are known (`sequence`)."""
        found = readings(text, self._language)
        if not found and self._speech and text[:1] in self._language.table("body.quotes"):  # each has a mark: “(a) To …
            found = tuple(replace(one, end=one.end + 1) for one in readings(text[1:], self._language))
        if not found or not (is_well_printed(found) or self._is_due(found)):
            return None
        self._seen |= {(one.form, one.count) for one in found}
        return _Kind("sub", None, None, 0, "", found)

    def _is_due(self, found: tuple[Reading, ...]) -> bool:
        """Whether a label that is damaged makes good order: what only looks like one is none."""
        first = ends_in_colon(self.paragraphs[-1].text.text)
        return any((one.form, one.count - 1) in self._seen or (first and one.count == 1) for one in found)

    def _settle(self) -> None:
        """The stretch is over: its labels are placed, and its paragraphs have their anchors."""
        stretch, self._stretch, self._seen = self._stretch, [], set()
        texts = [self._above, *(one.text.text for one in stretch)]
        within = quoted(texts, self._language.table("body.quotations"))[1:] if stretch else []
        lists: dict[int | None, list[int]] = {}  # the labels of each quotation, and those of none
        for at, one in enumerate(stretch):
            if one.label:
                lists.setdefault(within[at], []).append(at)
        placed = {
            at: (one, labels[one.parent] if one.parent is not None else None)
            for labels in lists.values()
            for at, one in zip(labels, place([_label(stretch[at]) for at in labels]), strict=True)
        }
        identities: list[str] = []
        for at, one in enumerate(stretch):
            found = one.found
            if at in placed:
                where, parent = placed[at]
                if parent is None:
                    parent = self._quoting(stretch, within[at])
                found = _as_placed(where, self._opener if parent is None else identities[parent])
            identities.append(self._anchor(found.anchor))
            if at in placed and placed[at][0].doubt:
                self.doubts.append(LabelDoubt(identities[-1], placed[at][0].doubt, placed[at][0].due))
            self.paragraphs[one.index] = _paragraph(identities[-1], found, one.text)
            self.labels[one.index] = found.label

    @staticmethod
    def _quoting(stretch: list[_Pending], within: int | None) -> int | None:
        """The sub-paragraph whose words a quotation is, if it is one's: its lists stand below that."""
        return within - 1 if within and stretch[within - 1].label else None

    # --- anchors -------------------------------------------------------------------------------------------

    def _next(self, prefix: str) -> str:
        self._count[prefix] = self._count.get(prefix, 0) + 1
        return f"{prefix}{self._count[prefix]}"

    def _anchor(self, wanted: str) -> str:
        """The anchor itself, or with -2, -3… where a number comes again."""
        anchor = wanted
        while anchor in self._ids:
            self._copies[wanted] = self._copies.get(wanted, 1) + 1
            anchor = f"{wanted}-{self._copies[wanted]}"
        self._ids.add(anchor)
        return anchor


def _paragraph(identity: str, found: _Kind, text: Text) -> Paragraph:
    label = text.slice(0, found.label).strip() if found.label else None
    return Paragraph(identity, found.kind, found.number, found.parent, label, text.slice(found.label, len(text.text)))


def _label(one: _Pending) -> Labelled:
    return one.label or Labelled(())


def _as_placed(placed: Placed, parent: str) -> _Kind:
    """A sub-paragraph by its place: the anchor has the label's own sign where that is ASCII, else how far it counts."""
    one = placed.reading
    letter = unicodedata.normalize("NFD", one.number)[:1]  # ñ
    printed = (name for name in (one.number.replace(" ", "-"), letter) if name.isascii())
    counted = str(int(one.count)) if one.count else "item"  # a dash has no count
    anchor = next((name for name in printed if any(map(str.isalnum, name))), counted)
    return _Kind("sub", one.number, parent, one.end, f"{parent}-{anchor}")


def _numeral(printed: str, language: Language) -> str:
    """The number of an annex or a section in an anchor: Roman where it counts as one (附件二 is ii), else as it is.

    One with a letter has both as they are: 29A and 29 ألف are 29a.
    """
    letters = "".join(map(language.latin_letter, printed.split()))
    parted = letters[:1].isdecimal() and letters[-1:].isalpha()
    number = None if parted else language.page.ordinals.read(printed)
    return (numerals.to_roman(number) if number else letters).lower()
