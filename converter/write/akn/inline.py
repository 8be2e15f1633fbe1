"""Marks and notes laid over the words of an element."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

import msgspec

from converter.model import Citation, Internal, Landing, Pinpoint
from converter.write.xml import add, element


class Mark(msgspec.Struct, frozen=True):
    """An inline element to be: its span of the text, and the marks within it."""

    start: int
    end: int
    tag: str
    attributes: dict[str, str | None]
    inner: tuple[Mark, ...] = ()


Notes = deque[tuple[int, Element]]


def fill(parent: Element, text: str, span: tuple[int, int], marks: Iterable[Mark], notes: Notes) -> None:
    """Put a span of text into an element, with its marks; each note goes where its mark stands.

    A note at the very end of a mark stands after it, one at its start before it.
    """
    at, end = span
    for mark in marks:
        _run(parent, text, (at, mark.start), notes, last=mark.start)
        child = element(mark.tag, mark.attributes)
        fill(child, text, (mark.start, mark.end), mark.inner, notes)
        parent.append(child)
        at = mark.end
    _run(parent, text, (at, end), notes, last=end - 1)


def _run(parent: Element, text: str, span: tuple[int, int], notes: Notes, *, last: int) -> None:
    at, end = span
    while notes and notes[0][0] <= last:
        offset, note = notes.popleft()
        add(parent, text[at : max(at, offset)])
        add(parent, note)
        at = max(at, offset)
    add(parent, text[at:end])


def apart(marks: Iterable[Mark], length: int) -> list[Mark]:
    """The marks that lie in the text and do not overlap an earlier one of the list, in the order of the text."""
    kept: list[Mark] = []
    for mark in marks:
        fits = 0 <= mark.start < mark.end <= length
        if fits and all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.start)


def phrase(whole: Citation | Internal, points: Sequence[Pinpoint | Landing], links: list[str]) -> Mark | None:
    """One reference, or several of one phrase; None where its points are none, or no parts of it in order."""
    if len(points) < 2:
        return Mark(whole.start, whole.end, "ref", {"href": links[0]}) if links else None
    starts = [whole.start, *(point.start for point in points[1:])]
    ends = [*(point.end for point in points[:-1]), whole.end]
    inner = [Mark(start, end, "ref", {"href": link}) for start, end, link in zip(starts, ends, links, strict=True)]
    if apart(inner, whole.end) != inner:  # pinpoints that stand before the name of the work
        return None
    return Mark(whole.start, whole.end, "mref", {}, tuple(inner))


def internal(one: Internal) -> Mark | None:
    """A reference within the text; `href` is the anchor of the paragraph until all have their eIds."""
    printed = [landing for landing in one.landings if landing.start < landing.end]
    return phrase(one, printed, [f"#{landing.id}" for landing in printed])
