"""Paragraphs in order → the parts of a statement and the tree in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from converter.model import Adoption, Paragraph
from converter.write.xml import element


@dataclass(frozen=True, slots=True)
class Node:
    """A paragraph with those below it."""

    paragraph: Paragraph
    children: list[Node]


def tree(paragraphs: list[Paragraph]) -> list[Node]:
    """Hang sub-paragraphs on their parents. One whose parent is not open any more stands alone: order is kept."""
    roots: list[Node] = []
    open_nodes: list[Node] = []
    for paragraph in paragraphs:
        node = Node(paragraph, [])
        while open_nodes and open_nodes[-1].paragraph.id != paragraph.parent:
            open_nodes.pop()
        (open_nodes[-1].children if open_nodes else roots).append(node)
        open_nodes.append(node)
    return roots


def parts(paragraphs: tuple[Paragraph, ...]) -> tuple[list[Paragraph], list[Paragraph], list[list[Paragraph]]]:
    """Preamble, body and annexes. The preamble ends with the last preambular paragraph before the first operative."""
    first_annex = next((i for i, p in enumerate(paragraphs) if p.opens_annex), len(paragraphs))
    own, rest = paragraphs[:first_annex], paragraphs[first_annex:]
    first_operative = next((i for i, p in enumerate(own) if p.kind == "operative"), len(own))
    last = max((i for i, p in enumerate(own[:first_operative]) if p.kind == "preambular"), default=-1)
    # The sub-paragraphs of the last preambular paragraph go with it.
    end = next((i for i in range(last + 1, len(own)) if own[i].kind != "sub"), len(own)) if last >= 0 else 0
    annexes: list[list[Paragraph]] = []
    for paragraph in rest:
        if paragraph.opens_annex:
            annexes.append([])
        annexes[-1].append(paragraph)
    return list(own[:end]), list(own[end:]), annexes


def parted(paragraphs: list[Paragraph], adoption: Adoption | None) -> tuple[list[Paragraph], list[Paragraph]]:
    """The body, and the lines at its end that say how the text was adopted."""
    at = next((i for i, one in enumerate(paragraphs) if adoption and one.id == adoption.place), len(paragraphs))
    lines = paragraphs[at:]
    are_closing = all(one.kind == "plain" and one.label is None and one.parent is None for one in lines)
    return (paragraphs[:at], lines) if are_closing else (paragraphs, [])


def num(paragraph: Paragraph) -> Iterator[Element]:
    """A paragraph's label as printed, where it has one."""
    if paragraph.label is not None:
        yield element("num", None, paragraph.label.text)


def point_number(paragraph: Paragraph) -> str:
    """The number of a sub-paragraph in its eId: its own when in ASCII, else how far it counts."""
    number = paragraph.number or ""
    return number if number and number.isascii() else paragraph.id.rsplit("-", 1)[-1]
