"""Pinpoints on tokens: the paragraphs, sections and annexes of a cited work (section III, paragraph 3, of …).

Here is where paths of units stand beside their work and what joins them: phrases of the page (`pinpoints`). `units.py`
reads one path, `spread.py` its lists and ranges.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from converter.cite.owned import Named, owned
from converter.cite.spread import spread
from converter.cite.units import Units, ends_of, labelled, pinpoint, read_path, unit_at
from converter.languages.items import joint_at, read_items
from converter.languages.page import Page
from converter.languages.table import is_han
from converter.model import PageLine, Pinpoint
from converter.view import Tokens

_MOST_STANDING = 20  # paths of the text itself that one phrase may be of
_BEFORE = 120  # tokens before a citation in which its pinpoints are looked for
_LEAD = 8  # tokens, at most, that lead from them to it
Path = tuple[tuple[Pinpoint, ...], int]
"""The pinpoints of a path, and the index after its last token."""


def after(tokens: Tokens, at: int, page: Page, *, of: str = "") -> Path:
    """The pinpoints that stand right after a work's name, and where they end; those of what follows are none.

    `of` says what the work is: behind a `number` those of the report are none either (resolution 5/1, section II of the
    report), nor behind a `symbol` those of the resolution (the letter S/9, and paragraph 5 of the same resolution).
    """
    for kind in ("from the work", "loosely from the work"):
        for lead, led in sorted(((at, ()), *ends_of(tokens, at, kind, page).items())):
            paths = _paths(tokens, lead, page)
            if not paths or (kind != "from the work" and lead == at):
                continue
            back = ends_of(tokens, paths[-1][1], "back to the work", page)
            first, last = (at, lead) if not back else (paths[-1][1], max(back))
            if _is_of_another(tokens, first, last, of, page):
                paths = paths[:-1] if back else []
                back = {}
            if not back:
                if kind != "from the work":
                    continue
                while paths and _leads_elsewhere(tokens, paths[-1][1], page):
                    paths.pop()
            if paths:
                return _read_by(paths, (*led, *back.get(max(back, default=0), ())))
    return (), at


def _leads_elsewhere(tokens: Tokens, at: int, page: Page) -> bool:
    """Whether words lead on to what pinpoints are of, and not to the day of the work (section XI, of 23 December)."""
    ends = ends_of(tokens, at, "elsewhere", page)
    return any(end >= len(tokens) or tokens[end].kind != "date" for end in ends)


def _is_of_another(tokens: Tokens, first: int, last: int, of: str, page: Page) -> bool:
    """Whether words that lead to or back from pinpoints say that they are not of the work that is cited."""
    if of == "number":
        return any(tokens[index].has("document") for index in range(first, last))
    return of == "symbol" and noun_among(tokens, first, last, page) is not None


def noun_among(tokens: Tokens, first: int, last: int, page: Page) -> str | None:
    """Which kind of work the first noun among some tokens names (the same resolution, 该决议), if there is one."""
    for index in range(first, last):
        word = tokens[index].word
        token = page.tokens(word[1:])[-1] if is_han(word) and len(word) > 1 else tokens[index]
        for one in (tokens[index], token):
            if one.has("noun"):
                return str(one.sense("noun"))
    return None


def before(tokens: Tokens, floor: int, at: int, page: Page) -> Path:
    """The pinpoints that lead to the work whose name begins at the index, and where they begin."""
    first = max(floor, at - _BEFORE)
    leads = {
        start: ends[at]
        for start in range(max(first, at - _LEAD), at)
        if at in (ends := ends_of(tokens, start, "to the work", page))
    }
    if may_lead_with_nothing(page):
        leads[at] = ()
    return _ending(tokens, first, leads, at, page)


def leading(tokens: Tokens, start: int, at: int, page: Page) -> tuple[PageLine, ...] | None:
    """By which line of the page the words from an index on lead to the work at another; None where they do not."""
    if start == at and may_lead_with_nothing(page):
        return ()
    return ends_of(tokens, start, "to the work", page).get(at)


def ending(tokens: Tokens, at: int, lines: tuple[PageLine, ...], page: Page) -> tuple[Pinpoint, ...]:
    """The pinpoints that end right before an index, from where these lines lead to their work."""
    return _ending(tokens, max(0, at - _BEFORE), {at: lines}, at, page)[0]


def _ending(tokens: Tokens, first: int, leads: Mapping[int, tuple[PageLine, ...]], at: int, page: Page) -> Path:
    """The first pinpoints behind an index whose last path ends where words lead to the work, and where they begin."""
    if not leads:
        return (), at
    for start in range(first, at):
        if unit_at(tokens, start, Units(start), page) is None:
            continue
        led = any(page.internal.before.before(tokens, start, 0))  # measures in paragraphs 1 and 2 and provisions of …
        paths = _paths(tokens, start, page, at, going_on=not led)
        if paths and paths[-1][1] in leads:
            return _read_by(paths, leads[paths[-1][1]])[0], start
    return (), at


def may_lead_with_nothing(page: Page) -> bool:
    """Whether pinpoints may stand right before their work: пункт 3 резолюции."""
    return any(phrase.may_be_empty for phrase in page.pinpoints["to the work"])


def _read_by(paths: list[Path], lines: tuple[PageLine, ...]) -> Path:
    """The pinpoints of all paths, and where they end; they were read by these lines too, which tie them to the work."""
    found = (one for some, _ in paths for one in some)
    return tuple(replace(one, phrases=(*one.phrases, *lines)) for one in found), paths[-1][1]


def standing(
    tokens: Tokens, at: int, page: Page, *, led: bool = False, apart: bool = False, own: bool = True
) -> list[Path]:
    """The pinpoints of the one, two, … paths that stand here, without a work; (b) alone is one too.

    Where words of their own have `led` to them, no other words lead on to further ones. Each stands `apart`, or a list
    has the annex at its end (`owned`). They are the text's `own`, or of a work that is told of elsewhere.
    """
    found: list[Path] = []
    read: list[Named] = []
    start: int | None = at
    while start is not None and len(found) < _MOST_STANDING:
        units, end = read_path(tokens, start, page)
        if end == start:
            break
        alone = [pinpoint(label, first, last, tokens, units) for label, first, last in units.subs]
        read.append((units, tuple(labelled(units, end, tokens, own=own)) or tuple(alone)))
        found.append((tuple(one for _, some in read for one in some) if apart else owned(read), end))
        start = _next_path(tokens, end, page) or (None if led else led_on(tokens, end, page))
    return found


def led_on(tokens: Tokens, at: int, page: Page) -> int | None:
    """Where the next path of a list begins behind a noun of its own: and the provisions of ⏐ paragraph 6."""
    ends = ends_of(tokens, at, "going on", page)
    return max((end for end in ends if unit_at(tokens, end, Units(end), page) is not None), default=None)


def going_on(tokens: Tokens, at: int) -> Path | None:
    """The paragraphs behind a joint that have their word from those before it: paragraphs 1 above and 3 below."""
    joint = joint_at(tokens, at)
    found = read_items(tokens, joint[0]) if joint else None
    if joint is None or found is None:
        return None
    end, items = found
    units = Units(joint[0])
    return tuple(pinpoint(*one, tokens, units) for one in spread(items, joint[0])), end


def standing_at(tokens: Tokens, at: int, page: Page) -> Path | None:
    """The pinpoints of all paths that stand one after the other from an index on, and where they end."""
    if unit_at(tokens, at, Units(at), page) is None:
        return None
    paths = _paths(tokens, at, page)
    return (tuple(one for found, _ in paths for one in found), paths[-1][1]) if paths else None


def _paths(tokens: Tokens, at: int, page: Page, limit: int | None = None, *, going_on: bool = False) -> list[Path]:
    """The paths that stand one after the other; `going_on`, also those that a noun of their own leads on to."""
    paths: list[Path] = []
    start: int | None = at
    while start is not None:
        units, end = read_path(tokens, start, page)
        if end == start or (limit is not None and end > limit):
            break
        paths.append((tuple(labelled(units, end, tokens)), end))
        start = _next_path(tokens, end, page) or (led_on(tokens, end, page) if going_on else None)
    return paths


def _next_path(tokens: Tokens, at: int, page: Page) -> int | None:
    """Where a further path may begin, behind a comma or a joint and what leads on from it."""
    end = at
    while end < len(tokens) and end < at + 4 and _joins(tokens, end, at):
        end += 1
        if unit_at(tokens, end, Units(end), page) is not None:
            return end
    return None


def _joins(tokens: Tokens, index: int, first: int) -> bool:
    token = tokens[index]
    led = index > first and (token.has("between") or token.has("own"))  # paragraph 6 and its annexes
    return token.word in (",", "，", "、", "،") or token.has("and") or led
