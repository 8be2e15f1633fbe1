"""Which blocks of a page are its text, and which only surround it: menus, letterheads of the site, links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.read.html.blocks import Block
from converter.read.nodes import Node
from converter.read.pieces import extent

SURROUNDINGS = "surroundings"
_LONG = 80  # letters; menus and letterheads have shorter lines


def text_of(root: Node) -> tuple[Node | None, bool]:
    """The element that a page says is its text, and whether it says so of several and thus of none.

    The one `main`, else the one `article` (HTML standard, 4.4.14 and 4.3.2).
    """
    mains = [node for node in root.walk() if node.tag == "main" or node.attrs.get("role", "").lower() == "main"]
    found = mains or [node for node in root.walk() if node.tag == "article"]
    return (found[0], False) if len(found) == 1 else (None, len(found) > 1)


def mark_surroundings(blocks: Sequence[Block]) -> tuple[list[Block], tuple[int, ...]]:
    """The blocks with the menus at both ends marked as such, and which blocks among the menus may be either.

    For a page that does not say what its text is. Links alone are a menu there; other short blocks between menus
    stay text, since a masthead has short lines as well.
    """
    marked = list(blocks)
    shown = [index for index, block in enumerate(blocks) if not block.region]
    long = [index for index in shown if extent(blocks[index].words.strip()) >= _LONG and not blocks[index].linked()]
    if not long:
        return marked, ()
    before = [index for index in shown if index < long[0]]
    after = [index for index in shown if index > long[-1]]
    menus = {index for index in (*before, *after) if blocks[index].linked()}
    for index in menus:
        marked[index] = replace(blocks[index], region=SURROUNDINGS)
    last = max(menus.intersection(before), default=-1)
    first = min(menus.intersection(after), default=len(blocks))
    doubtful = (index for index in (*before, *after) if index not in menus and (index < last or index > first))
    return marked, tuple(doubtful)
