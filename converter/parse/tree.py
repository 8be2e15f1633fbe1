"""Paragraphs in order → the tree: kinds, numbers, parents and anchors."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from converter.languages import Language, numerals
from converter.model import Paragraph, Text
from converter.parse.layout import stands_alone

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class _Open:
    """A paragraph that a sub-paragraph may hang on; `form` and `count` are those of its own label."""

    id: str
    form: int = -1
    count: int = 0


@dataclass(frozen=True, slots=True)
class _Label:
    """One reading of a sub-paragraph's label: its form, number, how far that counts, and where it ends."""

    form: int
    number: str
    count: int
    end: int


class Tree:
    """Builds the paragraphs of one text."""

    def __init__(self, language: Language, *, has_preamble: bool) -> None:
        self.paragraphs: list[Paragraph] = []
        self._language = language
        self._preamble = has_preamble  # what comes next, without a label, is preambular
        self._annex: str | None = None  # the anchor of the annex that we are in
        self._open: list[_Open] = []  # the outermost paragraph and its open sub-paragraphs
        self._ids: set[str] = set()
        self._copies: dict[str, int] = {}
        self._count: dict[str, int] = {}

    def add(self, text: Text, *, annex: bool = False) -> tuple[Paragraph, int]:
        """Add the next paragraph; returns it and how many characters its label took off the front."""
        kind, number, parent, label_end, wanted = self._annex_heading(text) if annex else self._classify(text.text)
        label = text.slice(0, label_end).strip() if label_end else None
        identity = self._anchor(wanted)
        paragraph = Paragraph(identity, kind, number, parent, label, text.slice(label_end, len(text.text)))
        self.paragraphs.append(paragraph)
        if annex:
            self._annex, self._open, self._preamble = identity, [], False
        elif kind == "sub":
            self._open[-1] = _Open(identity, self._open[-1].form, self._open[-1].count)
        elif kind in ("operative", "preambular") or (self._annex and number):
            self._open = [_Open(identity)]
        return paragraph, label_end

    def _annex_heading(self, text: Text) -> tuple[str, None, None, int, str]:
        match = self._language.pattern("body.annex").match(text.text)
        number = numerals.to_roman(numerals.number(match["number"])).lower() if match and match["number"] else ""
        return "heading", None, None, 0, f"annex-{number}" if number else "annex"

    def _classify(self, text: str) -> tuple[str, str | None, str | None, int, str]:
        """Kind, number, parent, length of the label, and the anchor that the paragraph should have."""
        if stands_alone(text, self._language):
            if self._language.pattern("body.heading").match(text):
                return "heading", None, None, 0, self._next("h")
            self._open, self._preamble = [], False  # a closing line: the text is over
        else:
            found = self._numbered(text) or (self._sub(text) if self._open else None)
            if found:
                return found
        kind, prefix = ("preambular", "pp") if self._preamble else ("plain", "p")
        return kind, None, None, 0, self._next(prefix)

    def _numbered(self, text: str) -> tuple[str, str, None, int, str] | None:
        """An operative paragraph; in an annex the numbered paragraphs are its own, not those of the resolution."""
        match = self._language.pattern("body.operative").match(text) if text[:1].isdecimal() else None
        if match is None:
            return None
        number = str(int(match["number"]))
        self._preamble = False
        if self._annex:
            return "plain", number, None, match.end("label"), f"{self._annex}-{number}"
        return "operative", number, None, match.end("label"), f"op{number}"

    # --- sub-paragraphs ------------------------------------------------------------------------------------

    def _sub(self, text: str) -> tuple[str, str, str, int, str] | None:
        """A sub-paragraph goes on with the count of an open one, or hangs on the innermost one that is open."""
        matches = ((form, rule.match(text)) for form, rule in enumerate(self._language.sub_rules))
        found = [
            _Label(form, number, self._ordinal(form, number), match.end("label"))
            for form, match in matches
            if match
            for number in [unicodedata.normalize("NFKC", match["number"]).strip("()")]  # ㈠ is (一) in one sign
        ]
        if not found:
            return None
        label, depth = self._place(found)
        parent = self._open[depth].id
        self._open = [*self._open[: depth + 1], _Open("", label.form, label.count)]
        anchor = label.number if label.number.isascii() else str(label.count)
        return "sub", label.number, parent, label.end, f"{parent}-{anchor}"

    def _place(self, found: list[_Label]) -> tuple[_Label, int]:
        """Which reading of a label fits, and the depth of the paragraph that it hangs on."""
        forms = {one.form: depth for depth, one in enumerate(self._open) if depth}  # the innermost of each form
        for depth in sorted(forms.values(), reverse=True):
            sibling = self._open[depth]
            for label in found:
                if (label.form, label.count) == (sibling.form, sibling.count + 1):
                    return label, depth - 1
        first = next((label for label in found if label.count == 1 and label.form not in forms), None)
        if first:
            return first, len(self._open) - 1
        again = next((label for label in found if label.form in forms), None)  # a number skips or comes again
        if again:
            return again, forms[again.form] - 1
        return found[0], len(self._open) - 1

    def _ordinal(self, form: int, number: str) -> int:
        """How far a label counts: (b) is 2, (二) is 2, (ii) is 2; 0 where it counts as nothing."""
        kind = self._language.table("body.sub_forms")[form]
        try:
            if kind == "letters":
                return 26 * (len(number) - 1) + _LETTERS.index(number[0]) + 1
            return numerals.roman(number.upper()) if kind == "roman" else numerals.number(number)
        except (ValueError, IndexError):
            return 0

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
