"""The texts that marks stand in: the paragraphs, then the footnotes."""

from __future__ import annotations

from collections.abc import Iterator

from converter.model import Resolution


def places(resolution: Resolution) -> Iterator[tuple[str, str]]:
    """The name of each place (`op11`, `fn:1`) and its text: its own paragraphs in order, then footnotes."""
    for paragraph in resolution.own_paragraphs:
        yield paragraph.id, paragraph.text.text
    for footnote in resolution.footnotes:
        yield footnote.place, footnote.text.text
