"""What the markup leaves open of a paragraph without a number (`u`): told by how it is set, and by the other languages.

One that is set in bold from end to end, with no sign behind it, is a heading. What is still open is what most of the
other languages of the work say that have as many blocks. These may be shifted against it all the same: what was judged
to be a plain paragraph (`p`) is one. The converter is not asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from tests.measure.unxml.blocks import Block, Marked

_OPEN = "u"
_SETTLED = "p"  # what was judged to be a plain paragraph, whatever the other languages say
_TELLING = ("h", "annex", "pp")
_SIGNS = ".,:;、。，：；؛،"


def as_set(marked: Marked) -> Marked:
    """The blocks, those that are set as headings told so; the first below the closing lines is that of an annex."""
    blocks = list(marked.blocks)
    for at, block in enumerate(blocks):
        if block.what == _OPEN and _is_set_as_heading(block):
            first = at > 0 and blocks[at - 1].what == "closing"
            blocks[at] = replace(block, what="annex" if first else "h")
    return replace(marked, blocks=tuple(blocks))


def _is_set_as_heading(block: Block) -> bool:
    lettered = [piece for piece in block.pieces if piece.text.strip()]
    return bool(lettered) and all(piece.bold for piece in lettered) and lettered[-1].text.strip()[-1] not in _SIGNS


def completed(own: Marked, others: Iterable[Marked]) -> Marked:
    """The blocks of a text, those that are open told by the other languages of its work."""
    body = [block for block in own.blocks if block.what != "note"]
    beside = [[block for block in one.blocks if block.what != "note"] for one in others]
    beside = [one for one in beside if len(one) == len(body)]
    told = [_told(block, [one[at].what for one in beside]) for at, block in enumerate(body)]
    return replace(own, blocks=(*told, *own.blocks[len(body) :]))


def _told(block: Block, others: list[str]) -> Block:
    if block.what == _SETTLED:
        return replace(block, what=_OPEN)
    if block.what != _OPEN or not others:
        return block
    what, count = Counter(others).most_common(1)[0]
    return replace(block, what=what) if what in _TELLING and 2 * count > len(others) else block
