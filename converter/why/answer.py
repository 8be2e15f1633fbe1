"""Why a piece of a text was read as it was: where it begins and ends, what its label means, who made each mark.

Nothing is remembered while a text is converted: this reads it again, keeps an account of each step, and gives what
concerns one piece. Spans count code points of the piece's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from converter.annotate.found import Given
from converter.cite.account import uncited
from converter.cite.finder import spans_taken
from converter.convert import Understood
from converter.model import Citation, Diagnostic, Internal, Mandate, PageLine, Pinpoint, Text, Verb
from converter.model.marks import FOOTNOTE_PLACE
from converter.parse import breaks
from converter.parse.evidence import total
from converter.parse.labels import readings
from converter.parse.segment import Break
from converter.recognisers import RECOGNISERS
from converter.why.asked import MASTHEAD, Piece
from converter.why.data import LANGUAGES, as_in_file, ibid_of, read_by, rule_of, shape_of
from converter.why.notemarks import candidates
from converter.why.replay import History, Mark, Replay, replay
from converter.why.told import (
    Answer,
    Decided,
    Finding,
    Known,
    Line,
    Meaning,
    NoteMark,
    Passed,
    Shown,
    Spot,
    Step,
    Weighed,
)

_PLAIN = ("word", "mark")
_SHOWN = 80  # characters of a line


def explain(
    pieces: Sequence[Piece], understood: Understood, diagnostics: Sequence[Diagnostic], authorities: Path
) -> tuple[Answer, ...]:
    """Why each piece was read as it was.

    `diagnostics` are those of the expression, `authorities` the folder of the authority files.
    """
    asked = _Asked(understood, diagnostics, authorities)
    return tuple(asked.answer(piece) for piece in pieces)


class _Asked:
    """One text, read again."""

    def __init__(self, understood: Understood, diagnostics: Sequence[Diagnostic], authorities: Path) -> None:
        self._source = understood.clean.source
        self._resolution = understood.resolution
        self._language = understood.language
        self._diagnostics = diagnostics
        self._authorities = authorities
        self._given = Given(understood.resolution, understood.language)
        self._read = {one.place: one for one in self._given.read}
        self._replay: Replay = replay(self._given)
        self._breaks = breaks(understood.clean, understood.language)
        self._candidates = candidates(understood.clean, understood.resolution, understood.language)

    def answer(self, piece: Piece) -> Answer:
        """Why a piece was read as it was."""
        paragraph = next((one for one in self._resolution.paragraphs if one.id == piece.place), None)
        kind, number, parent = self._is(piece)
        doubt = next((one for one in self._resolution.label_doubts if one.paragraph == piece.place), None)
        return Answer(
            id=piece.place,
            kind=kind,
            number=number,
            parent=parent,
            label=piece.label.text if piece.label else None,
            text=piece.text.text,
            spot=self._spot((piece.label or piece.text).source_offset(0)),
            rule=self._rule(piece, kind),
            decided=tuple(self._decided(piece)) if paragraph else (),
            meanings=tuple(self._meanings(piece, number)) if kind == "sub" else (),
            doubt=doubt.what if doubt else "",
            marks=tuple(self._shown(one, piece) for one in self._marks(piece)),
            passed=tuple(self._passed(piece)),
            note_marks=tuple(self._note_marks(piece)),
            findings=tuple(self._findings(piece)),
        )

    def _is(self, piece: Piece) -> tuple[str, str | None, str | None]:
        """The kind, number and parent of a piece."""
        for paragraph in self._resolution.paragraphs:
            if paragraph.id == piece.place:
                return paragraph.kind, paragraph.number, paragraph.parent
        for note in self._resolution.footnotes:
            if note.place == piece.place:
                return "note", note.marker, note.paragraph
        head, _, number = piece.place.partition(":")
        return f"{head} {self._resolution.masthead.blocks[int(number)].kind}" if number else head, None, None

    def _rule(self, piece: Piece, kind: str) -> Line | None:
        """The line of the language's file by whose rule a line of the masthead was read, where one was."""
        found = rule_of(kind.removeprefix(f"{MASTHEAD} "), piece.text.text, self._language)
        return next(iter(_lines([found])), None) if found else None

    def _note_marks(self, piece: Piece) -> Iterator[NoteMark]:
        """The candidates for the mark of a note, or those of all notes that stand in a paragraph."""
        start, end = _extent(piece)
        mine = piece.place.removeprefix(FOOTNOTE_PLACE) if piece.place.startswith(FOOTNOTE_PLACE) else None
        for one in self._candidates:
            if one.note == mine if mine else start <= one.at <= end + len(one.printed):
                yield NoteMark(one.note, one.printed, one.around, self._spot(one.at), one.why, one.taken)

    def _spot(self, offset: int) -> Spot:
        return Spot(*self._source.locate(offset))

    # --- where it begins and ends, and its label -------------------------------------------------------------

    def _decided(self, piece: Piece) -> Iterator[Decided]:
        """What was decided above each line of a paragraph, and above the line below it."""
        start, end = _extent(piece)
        inside = [one for one in self._breaks if start <= _offset(one) <= end]
        below = next((one for one in self._breaks if _offset(one) > end), None)
        for one in [*inside, *([below] if below else [])]:
            yield Decided(
                spot=self._spot(_offset(one)),
                words=one.row.bare[:_SHOWN],
                begins=one.begins,
                weight=round(total(one.evidence), 2),
                margin=round(one.margin, 2),
                signs=tuple(Weighed(str(sign.sign), round(sign.weight, 2)) for sign in one.evidence),
                next=one is below,
            )

    def _meanings(self, piece: Piece, number: str | None) -> Iterator[Meaning]:
        """What the label of a sub-paragraph may mean."""
        if piece.label is None:
            return
        forms = self._language.page.label_forms.forms
        chosen = False
        for one in readings(_whole(piece), self._language):  # the cheapest first
            first, chosen = one.number == number and not chosen, chosen or one.number == number
            yield Meaning(forms[one.form].kind, one.number, one.cost, first)

    # --- marks -----------------------------------------------------------------------------------------------

    def _marks(self, piece: Piece) -> list[History]:
        mine = [one for one in self._replay.marks if _place(one.mark) == piece.place]
        return sorted(mine, key=lambda one: _span(one.mark, piece.text.text))

    def _shown(self, history: History, piece: Piece) -> Shown:
        mark, text = history.mark, piece.text
        start, end = _span(mark, text.text)
        kind = type(mark).__name__.lower()
        return Shown(
            kind=kind,
            text=text.text[start:end],
            start=start,
            end=end,
            spot=self._spot(text.source_offset(start)),
            means=_means(mark),
            kept=history.kept,
            steps=tuple(Step(one.recogniser, one.did, one.fields) for one in history.acts),
            tokens=tuple(self._known(piece, start, end)) if isinstance(mark, Citation | Internal) else (),
            read_by=_lines((*self._shapes(mark, piece), *self._data_of(history, start))),
            parts=tuple(self._part(one, text) for one in mark.pinpoints) if isinstance(mark, Citation) else (),
        )

    def _part(self, pinpoint: Pinpoint, text: Text) -> Shown:
        start, end = pinpoint.start, pinpoint.end
        spot, means = self._spot(text.source_offset(start)), {"label": pinpoint.label}
        lines = _lines(pinpoint.phrases)
        return Shown("pinpoint", text.text[start:end], start, end, spot, means, True, (), (), lines)

    def _data_of(self, history: History, start: int) -> tuple[PageLine, ...]:
        """The lines of data that a mark was read by."""
        mark, lang = history.mark, self._resolution.lang
        if history.acts[0].recogniser == "ibid":
            return (ibid_of(lang), *mark.phrases)
        lemma = mark.lemma if isinstance(mark, Verb) else self._lemma_over(_place(mark), start)
        return read_by(mark, lemma, lang, self._authorities)

    def _lemma_over(self, place: str, start: int) -> str:
        """The lemma of the last verb before an offset of a paragraph, else of those above it."""
        above = {one.id: one.parent for one in self._resolution.paragraphs}
        here: str | None = place
        while here is not None:
            verbs = [one for one in self._replay.found.verbs if one.place == here]
            if verbs := [one for one in verbs if here != place or one.start <= start]:
                return verbs[-1].lemma
            here = above.get(here)
        return ""

    def _shapes(self, mark: Mark, piece: Piece) -> Iterator[PageLine]:
        """The shapes of the numbers in the name of a work."""
        words = self._read.get(piece.place)
        if not isinstance(mark, Citation) or words is None:
            return
        for token in words.tokens.items:
            first, last = words.tokens.view.span(token.start, token.end)
            if token.kind in ("number", "lost") and mark.main_start <= first and last <= mark.main_end:
                yield shape_of(token.value.shape)

    def _known(self, piece: Piece, start: int, end: int) -> Iterator[Known]:
        """The words of a span that the page knows, each with the names of what it may be."""
        words = self._read.get(piece.place)
        for token in words.tokens.items if words else ():
            first, last = words.tokens.view.span(token.start, token.end) if words else (0, 0)
            names = [name for name in (token.kind, *token.senses) if name not in _PLAIN]
            if names and start <= first and last <= end:
                yield Known(piece.text.text[first:last], tuple(dict.fromkeys(names)))

    def _passed(self, piece: Piece) -> Iterator[Passed]:
        """Numbers and symbols in no citation."""
        there = self._replay.before["account"]
        taken = spans_taken(there).get(piece.place, [])
        words = self._read.get(piece.place)
        if words is None or not (words.in_note or words.may_cite):
            return
        for one in uncited(words.tokens, taken, self._resolution.masthead.symbol, self._given.page):
            spot = self._spot(piece.text.source_offset(one.start))
            yield Passed(piece.text.text[one.start : one.end], one.start, one.end, spot, one.why)

    def _findings(self, piece: Piece) -> Iterator[Finding]:
        at = piece.place.replace(FOOTNOTE_PLACE, "fn-")
        for one in self._diagnostics:
            if one.at == at:
                spot = Spot(one.page, one.line, one.column)
                yield Finding(spot, one.code, one.severity.value, one.message)


def about(recogniser: str) -> str:
    """What a recogniser looks at, in words."""
    return next(one.of for one in RECOGNISERS if one.name == recogniser)


def _whole(piece: Piece) -> str:
    """A paragraph's words with its label before them, parted as they are in the source."""
    assert piece.label is not None
    apart = piece.label.source_offset(len(piece.label.text)) < piece.text.source_offset(0)
    return f"{piece.label.text}{' ' if apart else ''}{piece.text.text}"


def _extent(piece: Piece) -> tuple[int, int]:
    """The source offsets of the first and the last character of a piece with its label."""
    last = piece.text.source_offset(max(0, len(piece.text.text) - 1))
    return (piece.label or piece.text).source_offset(0), last


def _offset(one: Break) -> int:
    return one.row.text.source_offset(0)


def _place(mark: Mark) -> str:
    return mark.paragraph if isinstance(mark, Mandate) else mark.place


def _span(mark: Mark, text: str) -> tuple[int, int]:
    """Where a mark stands; a mandate where its words do, of which some may be left out inside."""
    if not isinstance(mark, Mandate):
        return mark.start, mark.end
    at = text.find(mark.action)
    return (at, at + len(mark.action)) if at >= 0 else (0, 0)


def _means(mark: Mark) -> dict[str, Any]:
    """What a mark says, by the names that `inspect` gives it; what is not known is left out."""
    if isinstance(mark, Verb):
        means: dict[str, Any] = {"lemma": mark.lemma, "addressee": mark.addressee}
    elif isinstance(mark, Citation):
        means = {
            name: getattr(mark, name)
            for name in ("target", "kind", "body", "number", "date", "title", "author")
        }  # fmt: skip
    elif isinstance(mark, Internal):
        means = {"to": list(mark.to)}
    elif isinstance(mark, Mandate):
        means = {"kind": mark.kind, "actor": mark.actor, "actor_id": mark.actor_id, "to": mark.to}
        means["due"] = mark.due.text if mark.due else None
    else:
        means = {"kind": mark.kind, "id": mark.id}
    return {name: value for name, value in means.items() if value is not None}


def _lines(lines: Sequence[PageLine]) -> tuple[Line, ...]:
    """Lines of data as the files have them; a language's file is named without its folder."""
    return tuple(
        Line(file, one.block, one.line, as_in_file(one))
        for one in dict.fromkeys(lines)
        for file in [one.page if "/" in one.page else f"{LANGUAGES}/{one.page}"]
    )
