"""Which paragraphs stand inside a quotation that an earlier one opens: their labels go on with no list outside it."""

from __future__ import annotations

from collections.abc import Sequence


def quoted(texts: Sequence[str], pairs: Sequence[str]) -> list[int | None]:
    """For each text the place of the one that opens the quotation in which it begins, None where there is none.

    `pairs` are the marks of a language, each an opening and a closing one. A quotation that is not closed counts for
    nothing: a mark was lost. Each of its paragraphs may begin with an opening mark.
    """
    closing = {pair[1]: pair[0] for pair in pairs}
    opening = {pair[0] for pair in pairs}
    within: list[int | None] = []
    closed: set[int] = set()
    open_: list[tuple[str, int]] = []
    for at, text in enumerate(texts):
        within.append(open_[0][1] if open_ else None)
        for place, mark in enumerate(text):
            if mark in opening and not (open_ and not place and mark == open_[0][0]):
                open_.append((mark, at))
            elif open_ and closing.get(mark) == open_[-1][0]:
                closed.add(open_.pop()[1])
    return [one if one in closed and not (open_ and open_[0][1] == one) else None for one in within]
