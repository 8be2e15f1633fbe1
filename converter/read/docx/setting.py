"""How a paragraph of a DOCX is set: as a heading, in bold, or as what the next one goes on with."""

from __future__ import annotations

from collections.abc import Sequence

from converter.read.docx.styles import Styles, is_on, number, value, whole
from converter.read.flow import BOLD, HEADING
from converter.read.nodes import Node
from converter.read.pieces import Piece, may_be_heading

_OUTLINE = 9  # the level of the body's text; headings stand below
_BESIDE = 2880  # twentieths of a point: two inches, more than a margin is wide


def heading_of(pieces: Sequence[Piece], chain: Sequence[Node], *, bold: bool) -> str:
    """The role of a heading: at a level of the outline, or short and alone in bold or in the middle; else empty.

    `chain` is all that says how the paragraph is set, the nearest first.
    """
    level = next((found for one in chain if (found := number(one, "w:outlineLvl")) is not None), _OUTLINE)
    if level < _OUTLINE:
        return HEADING if may_be_heading(pieces, named=True) else ""
    middle = next((how for one in chain if (how := value(one, "w:jc"))), "") == "center"
    return (HEADING if middle else BOLD) if (bold or middle) and may_be_heading(pieces) else ""


def is_bold(paragraph: Node, properties: Node | None, styles: Styles) -> bool:
    """Whether all words of a paragraph are set in bold."""
    runs = [run for run in paragraph.walk() if run.tag == "w:r" and run.words().strip()]
    return bool(runs) and all(
        next((on for one in styles.characters(run.find("w:rPr"), properties) if (on := is_on(one, "w:b"))), 0)
        for run in runs
    )


def is_drop_cap(properties: Node | None) -> bool:
    """Whether a paragraph is the large letter with which the next one begins (17.3.1.11)."""
    frame = properties.find("w:framePr") if properties else None
    return frame is not None and frame.attrs.get("w:dropCap", "none") != "none"


def is_beside(chain: Sequence[Node]) -> bool:
    """Whether a paragraph begins beside the page, by its frame (17.3.1.11) or by its indentation (17.3.1.12)."""
    frame = next((found for one in chain if (found := one.find("w:framePr"))), None)
    indent = next((found for one in chain if (found := one.find("w:ind"))), None)
    places = [frame.attrs.get(name, "") for name in ("w:x", "w:y")] if frame else []
    places += [indent.attrs.get(name, "") for name in ("w:left", "w:start")] if indent else []
    return any(one.startswith("-") and (whole(one[1:]) or 0) >= _BESIDE for one in places)


def has_hidden_end(pieces: Sequence[Piece], properties: Node | None) -> bool:
    """Whether a paragraph that shows something has a hidden end: then the next one goes on in its line."""
    mark = properties.find("w:rPr") if properties else None
    return bool(is_on(mark, "w:vanish")) and any(piece.text.strip() for piece in pieces)
