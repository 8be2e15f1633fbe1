"""An expression as plain text: the words of the page, one paragraph a line, notes at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.model import Expression, Footnote, NoteMark, Paragraph, Resolution


def text(expression: Expression) -> str:
    """The text with its footnote marks in square brackets, healed of wraps and page breaks."""
    return "\n\n".join(_blocks(expression.resolution)) + "\n"


def _blocks(resolution: Resolution) -> Iterator[str]:
    for block in resolution.masthead.blocks:
        yield block.text.text
    for star in resolution.star_notes:
        yield f"{star.marker} {star.text.text}"
    marks = resolution.marks()
    paragraphs = [with_marks(paragraph, marks.get(paragraph.id, ())) for paragraph in resolution.paragraphs]
    if resolution.enacting:
        paragraphs.insert(resolution.enacting_at, resolution.enacting.text)
    yield from paragraphs
    for note in resolution.footnotes:
        yield f"[{note.marker}] {note.text.text}"


def with_marks(paragraph: Paragraph, marks: Sequence[tuple[NoteMark, Footnote]]) -> str:
    """A paragraph with its number and its footnote marks, which stand in it in this order: `11. 决定……[1]`."""
    words = paragraph.text.text
    for mark, note in reversed(marks):
        if mark.mark == note.mark:  # its first one
            words = f"{words[: mark.offset]}[{note.marker}]{words[mark.offset :]}"
    return f"{paragraph.label.text} {words}" if paragraph.label else words
