"""Where a source's own markup says another thing than what was read of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.cite import symbols
from converter.lint.reading import Reading
from converter.model import Diagnostic, MarkedUp, Severity

_HINT = (
    "compare with the official document: if the words are misread, report how; if the markup is wrong, or the document"
    " contradicts itself, the finding can be accepted in work.yml"
)
_PART = re.compile(r"\((?:PARTS?|VOLS?\.?|SECTS?\.?|INTRODUCTION|SUPP)[^)]*\)|/CORR\.\d+|-[AES]/.+$")
_LETTERS = re.compile(r"(?<=\d)(?:[A-Z]{1,2})(?:-[A-Z])?(?=$|\()|(?<=\))[A-Z]$")


def differs(reading: Reading) -> Iterator[Diagnostic]:
    """Each fact on which the markup and the words do not agree, where it stands."""
    said = reading.clean.source.markup
    if said is None:
        return
    for what, marked, found, offset in _facts(reading, said):
        if marked != found:
            message = f"the markup says {what} {marked}, the words read as {found or 'none'}"
            yield reading.finding(offset, "markup-differs", Severity.WARNING, message, _HINT)
    yield from _documents(reading, said)


def _facts(reading: Reading, said: MarkedUp) -> Iterator[tuple[str, object, object, int]]:
    """(what, as marked up, as read, source offset) of each fact that both have a word for."""
    resolution = reading.resolution
    masthead, adoption = resolution.masthead, resolution.adoption
    at = {block.kind: block.text.source_offset(0) for block in reversed(masthead.blocks)}
    if said.symbol:
        yield "symbol", symbols.canonical(said.symbol), masthead.symbol, at.get("symbol", 0)
    if said.date:
        yield "day of adoption", said.date, masthead.date, at.get("adoption", 0)
    if said.meeting is not None and adoption is not None:
        text = reading.text_of(adoption.place)
        yield "meeting", said.meeting, adoption.meeting, text.source_offset(adoption.start) if text else 0
    operative = [one for one in resolution.paragraphs if one.kind == "operative" and one.label is not None]
    if said.operative or operative:
        start = operative[0].text.source_offset(0) if operative else 0
        yield "the count of operative paragraphs is", said.operative, len(operative), start
    start = resolution.footnotes[0].label if resolution.footnotes else 0
    yield "the count of notes is", said.notes, len(resolution.footnotes), start


def _documents(reading: Reading, said: MarkedUp) -> Iterator[Diagnostic]:
    """Documents that a link leads to and no citation does."""
    cited = {_whole(one.target) for one in reading.citations if one.target}
    text = reading.clean.source.text
    for words, symbol in dict.fromkeys(said.documents):
        if any(map(str.isdigit, words)) and _whole(symbol) not in cited:
            message = f"the markup leads from {words[:60]} to {symbol[:60]}, which no citation of the text is"
            yield reading.finding(
                max(0, text.find(words.replace("\u2011", "-"))), "markup-differs", Severity.WARNING, message, _HINT
            )


def _whole(symbol: str) -> str:
    """A symbol without parts, corrections and the second of joint symbols, which addresses write in many ways."""
    return _LETTERS.sub("", _PART.sub("", symbols.canonical(symbol).upper().rstrip("/.")))
