"""The masthead."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from converter.model import Masthead, MastheadBlock, Resolution
from converter.write.akn.inline import Mark
from converter.write.akn.iris import actor_of
from converter.write.akn.marked import Marked
from converter.write.akn.things import Things
from converter.write.xml import element

_BLOCK_INLINES = {"symbol": "docNumber", "type": "docType", "committee": "docCommittee"}


def preface(resolution: Resolution, marked: Marked, things: Things) -> Element | None:
    """The blocks of the masthead, each by its kind, and the notes that a star refers to."""
    masthead = resolution.masthead
    containers = [
        element(
            "container",
            {"name": block.kind},
            marked.inline("p", block.text.text, _block_marks(block, masthead, things)),
        )
        for block in masthead.blocks
    ]
    for note in resolution.star_notes:
        text = element("p", None, f"{note.marker} {note.text.text}")
        containers.append(element("container", {"name": "starNote"}, text))
    return element("preface", None, *containers) if containers else None


def _block_marks(block: MastheadBlock, masthead: Masthead, things: Things) -> list[Mark]:
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
    if block.kind in _BLOCK_INLINES:
        return [Mark(0, whole, _BLOCK_INLINES[block.kind], {})]
    return []
