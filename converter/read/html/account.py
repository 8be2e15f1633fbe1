"""The text nodes of a page held against what was read of them."""

from __future__ import annotations

from collections import Counter

from converter.model import Diagnostic, Source
from converter.read.account import counted, unaccounted
from converter.read.flow import NOTE
from converter.read.html.aside import Aside
from converter.read.nodes import Node

_APART = ("furniture:hidden", "furniture:control")  # their words are no text nodes that are read, or listed once


def difference(root: Node, aside: Aside, source: Source) -> Diagnostic | None:
    """The finding for letters and digits of a page, with what its sheets make, that are not in the text, or only there.

    Signs are not counted: brackets around marks and arrows that lead back are dropped. What is passed over has a
    finding of its own; hidden words are listed once, however often they stand there.
    """
    given = _counted(root.words()) - _counted("".join(aside.passed))
    shown = "".join(line.text for line in source.lines if line.role not in _APART)
    read = _counted(shown) + _counted("".join(aside.hidden))
    markers = "".join(line.text.split(" ", 1)[0] for line in source.lines if line.role == NOTE)
    made = _counted("".join((*aside.numbers, markers)))  # numbers of lists, and of notes that only links tell
    return unaccounted(source.path, "page", given - read, read - given - made)


def _counted(words: str) -> Counter[str]:
    return counted(words, lambda part: "".join(filter(str.isalnum, part)))
