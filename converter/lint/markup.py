"""Where a source's own markup says another thing than what was read of its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from converter import symbols
from converter.cite.origin import origin_of
from converter.lint.reading import Reading
from converter.model import Counts, Diagnostic, MarkedUp, Origin, Paragraph, Resolution

_HINT = (
    "compare with the official document: if the words are misread, report how; if the markup is wrong, or the document"
    " contradicts itself, the finding can be accepted in work.yml"
)
_PART = re.compile(r"\((?:PARTS?|VOLS?\.?|SECTS?\.?|INTRODUCTION|SUPP)[^)]*\)|/CORR\.\d+|-[AES]/.+$")
_OF_PARTS = re.compile(r"[A-Z](?:-[A-Z])?")  # parts of a resolution share its symbol: A/RES/79/252 A-B
_LETTERS = re.compile(r"(?<=\d)(?:[A-Z]{1,2})(?:-[A-Z])?(?=$|\()|(?<=\))[A-Z]$")


def differs(reading: Reading) -> Iterator[Diagnostic]:
    """Each fact on which the markup and the words do not agree, where it stands."""
    said = reading.clean.source.markup
    if said is None:
        return
    for what, marked, found, offset in _facts(reading, said):
        if marked != found:
            message = f"the markup says {what} {marked}, the words read as {found or 'none'}"
            yield reading.finding(offset, "markup-differs", message, _HINT)
    yield from _documents(reading, said)


def _facts(reading: Reading, said: MarkedUp) -> Iterator[tuple[str, object, object, int]]:
    """(what, as marked up, as read, source offset) of each fact that both have a word for."""
    resolution = reading.resolution
    masthead, adoption = resolution.masthead, resolution.adoption
    at = {block.kind: block.text.source_offset(0) for block in reversed(masthead.blocks)}
    if said.symbol:
        symbol = symbols.canonical(said.symbol)
        if not (masthead.symbol and _OF_PARTS.fullmatch(symbol.removeprefix(masthead.symbol))):
            yield "symbol", symbol, masthead.symbol, at.get("symbol", 0)
    if said.origin:
        marked = _shown(origin_of(said.origin, reading.language))
        yield "the document it is adopted on is", marked, _shown(reading.origin), at.get("adoption", 0)
    if said.date:
        yield "day of adoption", said.date, masthead.date, at.get("adoption", 0)
    if said.meeting is not None and adoption is not None:
        text = reading.text_of(adoption.place)
        yield "meeting", said.meeting, adoption.meeting, text.source_offset(adoption.start) if text else 0
    yield from _counted(resolution, said.counts)


def _shown(origin: tuple[Origin, ...]) -> str:
    return "; ".join(f"{one.symbol}, {one.pinpoint}" if one.pinpoint else one.symbol for one in origin) or "none"


def counts_of(resolution: Resolution) -> Counts:
    """How many of each were read."""
    of = resolution.paragraphs
    counts = {kind: sum(map(is_one, of)) for kind, is_one in _KINDS.items()}
    return Counts(**counts, notes=len(resolution.footnotes))


def _counted(resolution: Resolution, said: Counts) -> Iterator[tuple[str, object, object, int]]:
    """The counts, each where the first of its kind stands."""
    found = counts_of(resolution)
    for what, is_one in _KINDS.items():
        start = next((one.text.source_offset(0) for one in resolution.paragraphs if is_one(one)), 0)
        yield f"the count of {_NAMES.get(what, what)} is", getattr(said, what), getattr(found, what), start
    start = resolution.footnotes[0].label if resolution.footnotes else 0
    yield "the count of notes is", said.notes, found.notes, start


def _is_numbered(one: Paragraph) -> bool:
    return one.kind == "operative" and one.label is not None


def _documents(reading: Reading, said: MarkedUp) -> Iterator[Diagnostic]:
    """Documents that a link leads to and no citation does."""
    cited = {_whole(one.target) for one in reading.citations if one.target}
    text = reading.clean.source.text
    for words, symbol in dict.fromkeys(said.documents):
        if any(map(str.isdigit, words)) and _whole(symbol) not in cited:
            message = f"the markup leads from {words[:60]} to {symbol[:60]}, which no citation of the text is"
            yield reading.finding(max(0, text.find(words.replace("\u2011", "-"))), "markup-differs", message, _HINT)


def _whole(symbol: str) -> str:
    """A symbol without parts, corrections and the second of joint symbols, which addresses write in many ways."""
    return _LETTERS.sub("", _PART.sub("", symbols.canonical(symbol).upper().rstrip("/.")))


# What is counted → what a paragraph must be to count.
_KINDS: dict[str, Callable[[Paragraph], bool]] = {
    "recitals": lambda one: one.kind == "preambular",
    "operative": _is_numbered,
    "points": lambda one: one.kind == "sub",
    "annexes": lambda one: one.opens_annex,
    "tables": lambda one: one.kind == "table",
}
_NAMES = {"recitals": "preambular paragraphs", "operative": "operative paragraphs"}
