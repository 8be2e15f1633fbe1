"""The facts of one text in one form, as the markup states them and as the converter found them: alike to compare.

Paragraphs and marks are told by the line that they begin on, so that one fault in the count does not make every later
fact wrong; a citation's place is the printed paragraph that it stands in: `pp2`, `op3-a`, `fn4`, `h1`, `u2`, `annex-3`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from converter.model import Citation, Expression, Source
from tests.measure.facts import Cited, Facts, from_expression
from tests.measure.unxml import labels, setting, targets
from tests.measure.unxml.blocks import Block, Marked

_OWN = ("pp", "op", "sub", "h", "annex", "u")
_ITEM = re.compile(r"(?P<number>\d+)(?:\s?\(?(?P<letters>[^\W\d_](?:\s?[^\W\d_])?)\))?")
_OLD = re.compile(r"^A/RES/\d+\([^)]+\)$")
_HIGHEST_POWER = 3  # m², m³
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ALIKE = str.maketrans("асеорх", "aceopx")


def of_markup(marked: Marked, form: str) -> Facts:
    """What the markup states of a text that is set in a form."""
    at, notes = _placed(marked, form)
    marks: dict[str, list[int]] = {marker: [] for marker in notes}
    for line, block in at.items():
        for marker in _marks(block, marks):
            marks[marker].append(line)
    closing = [line for line, block in at.items() if block.what == "closing"]
    number = re.search(r"\d+", marked.meeting)
    return Facts(
        masthead={
            "symbol": marked.symbol,
            "date": marked.adopted,
            "organ": "GA",
            "title": _letters(marked.title),
            "agenda": _items(marked.agenda),
        },
        structure=tuple((line, block.what) for line, block in at.items() if block.what.partition(":")[0] in _OWN),
        notes=tuple((marker, tuple(found)) for marker, found in marks.items()),
        citations=tuple(linked(marked.blocks)),
        adoption={"meeting": int(number[0])} if number else {},
        note_lines=notes,
        adoption_line=closing[0] if closing else None,
    )


def _placed(marked: Marked, form: str) -> tuple[dict[int, Block], dict[str, int]]:
    """Line → block of all but the notes; marker of a note → its line."""
    lined = list(zip(setting.lines(marked.blocks, form), marked.blocks, strict=True))
    at = {line: block for line, block in lined if block.what != "note"}
    return at, {block.label: line for line, block in lined if block.what == "note"}


def _marks(block: Block, known: Mapping[str, list[int]]) -> Iterator[str]:
    """The marks in a block, those repeated as a raised number among them, and no power (m², 10⁶)."""
    before = " "
    for piece in block.pieces:
        if piece.mark:
            yield piece.mark
        elif piece.raised and (number := piece.text.strip()) in known and not _is_power(number, before[-1:]):
            yield number
        before = piece.text or before


def _is_power(number: str, before: str) -> bool:
    """Whether a raised number behind a sign is no mark: any behind a digit, a small one behind a letter."""
    is_large = number.isdecimal() and int(number) > _HIGHEST_POWER
    return before.isdigit() or (before.isalpha() and not is_large)


def _letters(words: str) -> str:
    """A title by its letters and digits alone; signs and blanks differ by form."""
    return "".join(re.findall(r"[^\W_]+", words)).lower()


def _items(words: str) -> str:
    """The items of the agenda that are printed: `101(b), 14`; an Arabic letter by its place in the alphabet."""
    found = (
        f"{item['number']}({_latin(item['letters'])})" if item["letters"] else item["number"]
        for item in _ITEM.finditer(words)
    )
    return ", ".join(found)


def _latin(letters: str) -> str:
    bare = re.sub(r"\s", "", letters.replace("هـ", "ه")).lower().translate(_ALIKE)
    return "".join(chr(ord("a") + _ABJAD.index(one)) if one in _ABJAD[:26] else one for one in bare)


def places(blocks: Sequence[Block]) -> list[str]:
    """The name of each block as a place, empty for one in which no citation can stand."""
    count: Counter[str] = Counter()
    return [_place(block, count) for block in blocks]


def _place(block: Block, count: Counter[str]) -> str:
    kind, _, name = block.what.partition(":")
    count[kind] += 1
    match kind:
        case "note":
            return f"fn{block.label}"
        case "sub":
            stem, _, path = name.partition("-")
            return f"pp{count['pp']}-{path}" if stem == "pp" else f"op{stem}-{path}"
        case "op":
            return f"op{name}"
        case "annex":
            return f"annex-{name}" if name else "annex"
        case "pp" | "h" | "u" | "row":
            return f"{kind}{count[kind]}"
    return ""


def linked(blocks: Sequence[Block]) -> Iterator[Cited]:
    """The citations that the links state, each in its place."""
    for place, block in zip(places(blocks), blocks, strict=True):
        for target, part in links(block) if place else ():
            yield Cited(place, target, asked_part(target, part), ())


def asked_part(target: str, part: str) -> str | None:
    """The part of a target, where its symbol has one: those of 217 A (III) share the symbol of the whole."""
    return None if not part or _OLD.match(target) else part


def again(cited: Sequence[Cited], blocks: Sequence[Block]) -> tuple[Cited, ...]:
    """The citations, with those of the notes that say `Ibid.` alone: what the note before cites, which no link says."""
    every = list(cited)
    before: list[Cited] = []
    for block in blocks:
        if block.what == "note":
            place = f"fn{block.label}"
            own = [one for one in every if one.place == place]
            if not own and targets.IBID.match("".join(piece.text for piece in block.pieces)):
                own = [replace(one, place=place) for one in before]
                every += own
            before = own
    return tuple(every)


def links(block: Block) -> Iterator[tuple[str, str]]:
    """(target, part letter that the text prints) of each link; pieces beside each other with one address are one."""
    for index, piece in enumerate(block.pieces):
        if not piece.link or (index and block.pieces[index - 1].link == piece.link and _goes_on(block, index)):
            continue
        end = index + 1
        while end < len(block.pieces) and block.pieces[end].link == piece.link and _goes_on(block, end):
            end += 1
        words = "".join(one.text for one in block.pieces[index:end])
        rest = "".join(one.text for one in block.pieces[end : end + 3])
        target = targets.of_link(piece.link, words.strip())
        if target:
            yield target, targets.part_after(words, rest)


def _goes_on(block: Block, index: int) -> bool:
    """Whether a linked piece goes on the number before it: a whole number with its stroke begins a link of its own."""
    before, here = block.pieces[index - 1].text, block.pieces[index].text
    return not ("/" in before and "/" in here.strip(" /")) or before.endswith("/")


# --- what the converter found --------------------------------------------------------------------------------------


def of_expression(expression: Expression, source: Source, marked: Marked, form: str) -> Facts:
    """What the converter found in a text that was set from marked-up blocks, in the words of `of_markup`."""
    at, _ = _placed(marked, form)
    names = dict(zip(at, places(list(at.values())), strict=True))
    masthead = expression.resolution.masthead
    found = from_expression(expression, source)
    agenda = ", ".join(item.number.replace(" ", "") for item in masthead.agenda_items)
    known = {key: found.masthead[key] for key in ("symbol", "date", "organ")}
    stated = {(one.place, one.target) for one in linked(marked.blocks)}
    return replace(
        found,
        masthead={**known, "title": _letters(masthead.title or ""), "agenda": agenda},
        structure=tuple(_structure(found.structure, at)),
        citations=tuple(_cited(expression, source, names, stated)),
        adoption={"meeting": found.adoption["meeting"]} if found.adoption.get("meeting") else {},
    )


def _structure(found: Sequence[tuple[int, str]], at: Mapping[int, Block]) -> Iterator[tuple[int, str]]:
    """The paragraphs outside tables and closing lines; what the markup does not tell apart has one name."""
    annex = min((line for line, block in at.items() if block.what.partition(":")[0] == "annex"), default=10**9)
    for line, kind in found:
        block = at.get(line)
        if block is not None and block.what in ("row", "closing"):
            continue
        if line >= annex and kind in ("annex", "h"):
            yield line, block.what if block is not None and block.what in ("annex", "h") else "h"
        elif kind in ("op", "p", "annex:p") or (line >= annex and kind == "pp"):
            yield line, "u"
        elif kind.startswith("sub:"):
            yield line, _in_figures(kind.replace("sub:p-", "sub:-", 1))  # below a `u`, which has no number
        else:
            yield line, kind


def _in_figures(kind: str) -> str:
    """A sub-paragraph's name with its numbers as the markup's are told: `sub:1-b-一` is `sub:1-b-i`."""
    stem, *path = kind.split("-")
    return "-".join([stem, *(labels.in_figures(one, depth) for depth, one in enumerate(path, 1))])


def _cited(
    expression: Expression, source: Source, names: Mapping[int, str], stated: Collection[tuple[str, str]]
) -> Iterator[Cited]:
    """What is cited, by the names of its places; `stated` are the places and targets of the markup's links."""
    texts = {paragraph.id: paragraph.text for paragraph in expression.resolution.paragraphs}
    notes = {note.place: f"fn{note.marker}" for note in expression.resolution.footnotes}
    words = texts | {note.place: note.text for note in expression.resolution.footnotes}
    before = ("", 0)
    for citation in expression.citations:
        place, end = before
        before = citation.place, citation.end
        is_second = place == citation.place and words[place].text[end : citation.start] in targets.HYPHENS
        place = notes.get(citation.place, "")
        if not place and citation.place in texts:
            line = source.locate(texts[citation.place].source_offset(citation.main_start or citation.start))[1]
            place = names.get(line, "")
        target = _target(citation)
        if is_second and (place, target) not in stated:
            continue  # of a joint symbol, which the markup has in one as a rule
        if target and place:
            yield Cited(place, target, asked_part(target, targets.part_of(citation.target or "")), ())


def asked(found: Sequence[Cited], stated: Sequence[Cited]) -> tuple[Cited, ...]:
    """What was found, less the decisions that the markup has no link for: it has one for few of them."""
    linked_ones = {(one.place, one.target) for one in stated}
    return tuple(
        one for one in found if not one.target.startswith("decision ") or (one.place, one.target) in linked_ones
    )


def _target(citation: Citation) -> str | None:
    if citation.target:
        return targets.base(citation.target)
    if citation.kind != "decision":
        return None
    symbol = targets.base(f"A/DEC/{citation.number}")  # 1/CP.21 is no symbol either
    return f"decision {symbol.removeprefix('A/DEC/')}" if symbol.startswith("A/DEC/") else symbol
