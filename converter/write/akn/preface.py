"""The masthead: the cover page, and the preface with the title."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from converter.languages.closing_lines import OPENING
from converter.model import Expression, Masthead, MastheadBlock, Origin
from converter.write.akn.inline import Mark
from converter.write.akn.iris import actor_of
from converter.write.akn.marked import Marked
from converter.write.akn.things import Things
from converter.write.xml import element

_BLOCK_INLINES = {
    "united-nations": "docAuthority",
    "distribution": "docStatus",
    "symbol": "docNumber",
    "type": "docType",
    "committee": "docCommittee",
}
_NAMES = {"agenda": "agenda item", "agenda-title": "agenda item name"}  # as the United Nations' own files say


def cover(expression: Expression, marked: Marked, things: Things) -> Element | None:
    """What stands above the title, a `p` for each block."""
    above = range(_title_at(expression.resolution.masthead))
    blocks = [_block(number, expression, marked, things) for number in above]
    return element("coverPage", None, *blocks) if blocks else None


def preface(expression: Expression, marked: Marked, things: Things) -> Element | None:
    """The title and what stands below it, and the notes that a star refers to."""
    masthead = expression.resolution.masthead
    blocks = [_block(number, expression, marked, things) for number in range(_title_at(masthead), len(masthead.blocks))]
    for note in expression.resolution.star_notes:
        text = element("p", None, f"{note.marker} {note.text.text}")
        blocks.append(element("container", {"name": "starNote"}, text))
    return element("preface", None, *blocks) if blocks else None


def _title_at(masthead: Masthead) -> int:
    """Where the title stands among the blocks; a masthead without one is a cover."""
    kinds = [block.kind for block in masthead.blocks]
    return kinds.index("title") if "title" in kinds else len(kinds)


def _block(number: int, expression: Expression, marked: Marked, things: Things) -> Element:
    masthead = expression.resolution.masthead
    block, origin = masthead.blocks[number], [one for one in expression.origin if one.block == number]
    marks = _block_marks(block, masthead, things, origin)
    return marked.inline("p", block.text.text, marks, marked.notes_at(f"masthead:{number}"))


def _block_marks(block: MastheadBlock, masthead: Masthead, things: Things, origin: Sequence[Origin]) -> list[Mark]:
    text = block.text.text
    whole = len(text)
    if block.kind == "title":
        number, title = masthead.number or "", masthead.title or ""
        marks = [Mark(0, len(number), "docNumber", {})] if text.startswith(number) else []
        return marks + ([Mark(whole - len(title), whole, "docTitle", {})] if text.endswith(title) else [])
    if block.kind == "sponsors":
        return [Mark(s.start, s.end, "docProponent", {"refersTo": things.state(s.code)}) for s in masthead.sponsors]
    if block.kind == "body":
        return [Mark(0, whole, "docAuthority", {"refersTo": things.body()})]
    if block.kind == "session" and masthead.session:
        thing = things.thing("event", f"{actor_of(masthead.body)}-session-{masthead.session}", text)
        return [Mark(0, whole, "session", {"value": masthead.session, "refersTo": thing})]
    if block.kind == "adoption" and text.startswith(tuple(OPENING)):
        return [Mark(0, whole, "docProponent", {}, _origin(origin))]
    tag = _BLOCK_INLINES.get(block.kind, "inline")
    name = {"name": _NAMES.get(block.kind, block.kind)} if tag == "inline" else {}
    return [Mark(0, whole, tag, dict[str, str | None](name))]


def _origin(origin: Sequence[Origin]) -> tuple[Mark, ...]:
    """One mark over all documents that were before the organ, as the United Nations' own files have it."""
    if not origin:
        return ()
    start, end = min(one.start for one in origin), max(one.end for one in origin)
    return (Mark(start, end, "inline", {"name": "originating document"}),)
