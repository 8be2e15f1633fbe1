"""Pinpoints on tokens: the paragraphs, sections and annexes of a cited work (section III, paragraph 3, of …).

A pinpoint is a path of units, whichever are printed and in whichever order (paragraph 3 of section III); its label has
them from the outermost on. Which words name a unit, and what joins units, paths and the work, are phrases of the page
(`pinpoints`); this file knows how they nest. A label without its number hangs where the one before it hung: 7 (b) (i)
and (iv) are two of 7 (b).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from converter.languages import numerals
from converter.languages.items import Item, joint_at, read_items
from converter.languages.match import Match
from converter.languages.page import Page
from converter.model import PageLine, Pinpoint
from converter.view import Tokens

_MOST_IN_RANGE = 200
_MOST_ROMAN = 20  # sub-paragraphs that a range of small Roman numbers leads over: (c) to (d) is none of 400
_MOST_STANDING = 20  # paths of the text itself that one phrase may be of
_OUTER = ("annex", "section")
_BEFORE = 120  # tokens before a citation in which its pinpoints are looked for
_LEAD = 8  # tokens, at most, that lead from them to it

Path = tuple[tuple[Pinpoint, ...], int]
"""The pinpoints of a path, and the index after its last token."""


def after(tokens: Tokens, at: int, page: Page, *, numbered: bool = False) -> Path:
    """The pinpoints that stand right after a work's name, and where they end; those of what follows are none.

    Behind a `numbered` work those of the report are none either: resolution 5/1, section II of the report.
    """
    for kind in ("from the work", "loosely from the work"):
        for lead, led in sorted(((at, ()), *_ends(tokens, at, kind, page).items())):
            paths = _paths(tokens, lead, page)
            if not paths or (kind != "from the work" and lead == at):
                continue
            back = _ends(tokens, paths[-1][1], "back to the work", page)
            if numbered and back and tokens[max(back) - 1].has("document"):
                paths.pop()
                back = {}
            if not back:
                if kind != "from the work":
                    continue
                while paths and _ends(tokens, paths[-1][1], "elsewhere", page):
                    paths.pop()
            if paths:
                return _read_by(paths, (*led, *back.get(max(back, default=0), ())))
    return (), at


def before(tokens: Tokens, floor: int, at: int, page: Page) -> Path:
    """The pinpoints that lead to the work whose name begins at the index, and where they begin."""
    first = max(floor, at - _BEFORE)
    leads = {
        start: ends[at]
        for start in range(max(first, at - _LEAD), at)
        if at in (ends := _ends(tokens, start, "to the work", page))
    }
    if _leads_with_nothing(page):
        leads[at] = ()
    return _ending(tokens, first, leads, at, page)


def leading(tokens: Tokens, start: int, at: int, page: Page) -> tuple[PageLine, ...] | None:
    """By which line of the page the words from an index on lead to the work at another; None where they do not."""
    if start == at and _leads_with_nothing(page):
        return ()
    return _ends(tokens, start, "to the work", page).get(at)


def ending(tokens: Tokens, at: int, lines: tuple[PageLine, ...], page: Page) -> tuple[Pinpoint, ...]:
    """The pinpoints that end right before an index, from where these lines lead to their work."""
    return _ending(tokens, max(0, at - _BEFORE), {at: lines}, at, page)[0]


def _ending(tokens: Tokens, first: int, leads: Mapping[int, tuple[PageLine, ...]], at: int, page: Page) -> Path:
    """The first pinpoints behind an index whose last path ends where words lead to the work, and where they begin."""
    if not leads:
        return (), at
    for start in range(first, at):
        if _unit(tokens, start, _Units(start), page) is None:
            continue
        paths = _paths(tokens, start, page, at)
        if paths and paths[-1][1] in leads:
            return _read_by(paths, leads[paths[-1][1]])[0], start
    return (), at


def _leads_with_nothing(page: Page) -> bool:
    """Whether pinpoints may stand right before their work: пункт 3 резолюции."""
    return any(phrase.may_be_empty for phrase in page.pinpoints["to the work"])


def _read_by(paths: list[Path], lines: tuple[PageLine, ...]) -> Path:
    """The pinpoints of all paths, and where they end; they were read by these lines too, which tie them to the work."""
    found = (one for some, _ in paths for one in some)
    return tuple(replace(one, phrases=(*one.phrases, *lines)) for one in found), paths[-1][1]


def standing(tokens: Tokens, at: int, page: Page) -> list[Path]:
    """The pinpoints of the one, two, … paths that stand here, without a work; (b) alone is one too."""
    found: list[Path] = []
    so_far: tuple[Pinpoint, ...] = ()
    start: int | None = at
    while start is not None and len(found) < _MOST_STANDING:
        units, end = _path(tokens, start, page)
        if end == start:
            break
        alone = [_pinpoint(label, first, last, tokens, units) for label, first, last in units.subs]
        so_far += tuple(_labelled(units, end, tokens)) or tuple(alone)
        found.append((so_far, end))
        start = _next_path(tokens, end, page)
    return found


def going_on(tokens: Tokens, at: int) -> Path | None:
    """The paragraphs behind a joint that have their word from those before it: paragraphs 1 above and 3 below."""
    joint = joint_at(tokens, at)
    found = read_items(tokens, joint[0]) if joint else None
    if joint is None or found is None:
        return None
    end, items = found
    units = _Units(joint[0])
    return tuple(_pinpoint(*one, tokens, units) for one in _spread(items, joint[0])), end


def standing_at(tokens: Tokens, at: int, page: Page) -> Path | None:
    """The pinpoints of all paths that stand one after the other from an index on, and where they end."""
    if _unit(tokens, at, _Units(at), page) is None:
        return None
    paths = _paths(tokens, at, page)
    return (tuple(one for found, _ in paths for one in found), paths[-1][1]) if paths else None


def _ends(tokens: Tokens, at: int, kind: str, page: Page) -> dict[int, tuple[PageLine, ...]]:
    """Where the phrases of a kind that begin here end, and by which line of the page."""
    return {match.last: (match.phrase.at,) for match in page.pinpoints[kind].after(tokens, at)}


def _paths(tokens: Tokens, at: int, page: Page, limit: int | None = None) -> list[Path]:
    """The paths that stand one after the other."""
    paths: list[Path] = []
    start: int | None = at
    while start is not None:
        units, end = _path(tokens, start, page)
        if end == start or (limit is not None and end > limit):
            break
        paths.append((tuple(_labelled(units, end, tokens)), end))
        start = _next_path(tokens, end, page)
    return paths


def _next_path(tokens: Tokens, at: int, page: Page) -> int | None:
    """Where a further path may begin, behind a comma or a joint and what leads on from it."""
    end = at
    while end < len(tokens) and end < at + 4 and _joins(tokens, end, at):
        end += 1
        if _unit(tokens, end, _Units(end), page) is not None:
            return end
    return None


def _joins(tokens: Tokens, index: int, first: int) -> bool:
    token = tokens[index]
    led = index > first and (token.has("between") or token.has("own"))  # paragraph 6 and its annexes
    return token.word in (",", "，", "、", "،") or token.has("and") or led


# --- one path -----------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Units:
    """What one path has named so far, each kind once."""

    start: int
    annexes: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    prefix: str = ""
    paragraphs: list[tuple[str, int, int]] = field(default_factory=list)  # label, tokens from and to
    subs: list[tuple[str, int, int]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)  # as they are printed
    phrases: list[PageLine] = field(default_factory=list)


def _path(tokens: Tokens, at: int, page: Page) -> tuple[_Units, int]:
    units, end = _Units(at), at
    start = at
    while (found := _unit(tokens, start, units, page)) is not None:
        _hold(found, units, tokens)
        end = found.last
        following = next(
            (
                within
                for within in (*sorted(_ends(tokens, end, "within", page), reverse=True), end)
                if _unit(tokens, within, units, page) is not None
            ),
            None,
        )
        if following is None:
            break
        start = following
    return units, end


def _unit(tokens: Tokens, at: int, units: _Units, page: Page) -> Match | None:
    """The unit that stands here, of a kind that the path has not named; the longest phrase counts."""
    found = page.units.after(tokens, at)
    if not found:
        return None
    named = {
        "annex": bool(units.annexes),
        "section": bool(units.sections),
        "paragraph": bool(units.paragraphs),
        "preamble": bool(units.paragraphs or units.prefix),
        "sub": bool(units.subs),
    }
    return max((one for one in found if not named[one.phrase.kind]), key=lambda match: match.last, default=None)


def _hold(match: Match, units: _Units, tokens: Tokens) -> None:
    """Take a unit into its path."""
    units.phrases.append(match.phrase.at)
    kind = match.phrase.kind
    units.kinds.append(kind)
    if kind == "annex":
        units.annexes = [f"annex {one}" for one in _counted(match, decimal=True)] or ["annex"]
    elif kind == "section":
        units.sections = _counted(match, decimal=True)
    elif kind == "sub":
        units.subs = list(_spread(match.value("labels") or (), match.first))
    else:
        units.prefix = "pp" if kind == "preamble" else ""
        slots = ("ordinals", "items", "signed items")
        items = next((value for slot in slots if (value := match.value(slot)) is not None), ())
        paragraphs = list(_spread(items, match.first))
        if match.has("ordinals") and paragraphs:  # the words behind the last one are its own
            label, first, _ = paragraphs[-1]
            paragraphs[-1] = label, first, match.last
        units.paragraphs = paragraphs


def _labelled(units: _Units, end: int, tokens: Tokens) -> Iterator[Pinpoint]:
    """The pinpoints of a path with their labels, from the outermost unit on.

    The first has the words of all that share them: spans do not overlap.
    """
    inner = units.paragraphs or units.sections
    alone, ways = _outer(units) if inner else ([], [""])
    for label in alone:
        yield _pinpoint(label, units.start, units.start, tokens, units)
    if not units.paragraphs:
        start, finish = tokens.span(units.start, end)
        for label in [f"{way}{section}" for way in ways for section in units.sections] or units.annexes:
            yield Pinpoint(label, start, finish, tuple(units.phrases))
            start = finish
        return
    first, *further = ways
    for label, at, last in _within(units):
        yield _pinpoint(f"{first}{label}", at, last, tokens, units)
    for way in further:
        for label, at, _ in _within(units):
            yield _pinpoint(f"{way}{label}", at, at, tokens, units)


def _within(units: _Units) -> Iterator[tuple[str, int, int]]:
    """The paragraphs of a path, or the sub-paragraphs of its first, with their tokens."""
    for label, first, last in units.paragraphs if not units.subs else ():
        yield f"{units.prefix}{label}", first, last
    for label, first, last in units.subs:  # sub-paragraph (b) of paragraph 3
        yield f"{units.prefix}{units.paragraphs[0][0]}{label}", first, last


def _outer(units: _Units) -> tuple[list[str], list[str]]:
    """The outer units that stand for themselves, and the ways from the outermost unit to what is within.

    Of several that are printed before what is within the last has it (sections II and III, paragraph 4); behind it
    each has (paragraph 4 of sections II and III).
    """
    alone: list[str] = []
    ways = [""]
    for kind, names in (("annex", units.annexes), ("section", units.sections if units.paragraphs else [])):
        before = units.kinds[: units.kinds.index(kind)] if names else []
        shared = names if any(one not in _OUTER for one in before) or (kind == "annex" and before) else names[-1:]
        alone += [f"{way}{name}" for way in ways for name in names[: len(names) - len(shared)]]
        ways = [f"{way}{name}." for way in ways for name in shared] or ways
    return alone, ways


def _pinpoint(label: str, first: int, last: int, tokens: Tokens, units: _Units) -> Pinpoint:
    if first == last:  # what a range leaves out has an empty span
        start, _ = tokens.view.span(tokens[first].start, tokens[first].end)
        return Pinpoint(label, start, start, tuple(units.phrases))
    return Pinpoint(label, *tokens.span(first, last), tuple(units.phrases))


def _counted(match: Match, *, decimal: bool) -> list[str]:
    """The numbers of sections or annexes as labels: III, 三 → III; I to III are three; a letter or 3 stays."""
    letter = match.value("letter")
    if letter is not None:
        return [letter]
    if match.has("ordinals"):  # première partie
        return [numerals.to_roman(item.number) for item in match.value("ordinals")]
    labels: list[str] = []
    last = 0
    for item in match.value("units") or match.value("han units") or ():
        kind, value = item.number
        if kind == "letter":
            first = ord(labels[-1]) + 1 if item.joint == "to" and labels and len(labels[-1]) == 1 else ord(value)
            labels += [chr(code) for code in range(first, ord(value) + 1)]
            continue
        part = ""
        if kind == "part":
            kind, value, part = value
        first = last + 1 if item.joint == "to" and last and not part else value
        shown = str if kind == "int" and decimal else numerals.to_roman
        labels += [shown(number) for number in range(max(first, value - _MOST_IN_RANGE), value + 1)]
        labels[-1] += f".{part}" if part else ""
        last = value
    return labels


def _spread(items: tuple[Item, ...], start: int) -> Iterator[tuple[str, int, int]]:
    """The paragraphs (or sub-paragraphs) of a list as labels with their tokens, ranges with what they leave out."""
    number = ""
    path: tuple[str, ...] = ()
    for index, item in enumerate(items):
        first = start if index == 0 else item.first  # the words before the first number are its own
        if item.number is not None:
            if item.joint == "to" and number.isdigit() and not path:
                for between in range(int(number) + 1, min(item.number, int(number) + _MOST_IN_RANGE)):
                    yield str(between), item.first, item.first
            number = str(item.number)
        for labels in _parted(item.labels):
            hung = _hang(path, labels) if item.number is None or path else labels
            if item.joint == "to" and item.number is None:
                for label in _left_out(path, hung):
                    yield f"{number}{_brackets(label)}", item.first, item.first
            path = labels if item.number is not None and labels is _parted(item.labels)[0] else hung
            yield f"{number}{_brackets(path)}", first, item.last
        if not item.labels:
            path = ()
            yield number, first, item.last


def _parted(labels: tuple[str, ...]) -> list[tuple[str, ...]]:
    """(c) (d) are two, (b) (i) is one: a letter under a letter that it follows is none of its sub-paragraphs."""
    groups: list[tuple[str, ...]] = []
    for label in labels:
        if groups and len(groups[-1]) == 1 and label != "i" and _next_letter(groups[-1][0], label):
            groups.append((label,))
        elif groups:
            groups[-1] = (*groups[-1], label)
        else:
            groups.append((label,))
    return groups


def _hang(path: tuple[str, ...], labels: tuple[str, ...]) -> tuple[str, ...]:
    """The whole path of labels that stand without their number, by the path before them."""
    for later in (_next, _later):
        for level in range(len(path) - 1, -1, -1):
            if later(path[level], labels[0], level):
                return (*path[:level], *labels)
    return labels


def _next(one: str, other: str, level: int) -> bool:
    if level and _value(one) and _value(other):
        return _value(other) == _value(one) + 1
    return _next_letter(one, other) or bool(_value(one) and _value(other) == _value(one) + 1)


def _later(one: str, other: str, level: int) -> bool:
    if _value(one) and (level or len(one) > 1):
        return _value(other) > _value(one)
    return len(one) == len(other) == 1 and other > one


def _next_letter(one: str, other: str) -> bool:
    return len(one) == len(other) == 1 and ord(other) == ord(one) + 1


def _value(label: str) -> int:
    """What a label counts as a small Roman number, or in digits; 0 for one that is neither."""
    if label.isdecimal():
        return int(label)
    try:
        value = numerals.roman(label.upper())
    except ValueError:
        return 0
    return value if numerals.to_roman(value) == label.upper() else 0


def _left_out(path: tuple[str, ...], hung: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What (a) to (d), (i) to (iii) leaves out."""
    if len(path) != len(hung) or path[:-1] != hung[:-1] or not path:
        return
    one, other = path[-1], hung[-1]
    if one.isdecimal() and other.isdecimal():
        for value in range(int(one) + 1, int(other)):
            yield (*path[:-1], str(value))
    elif _value(one) and 0 < _value(other) - _value(one) < _MOST_ROMAN:
        for value in range(_value(one) + 1, _value(other)):
            yield (*path[:-1], numerals.to_roman(value).lower())
    elif len(one) == len(other) == 1:  # (c) to (e), though c and d count as 100 and 500 elsewhere
        for code in range(ord(one) + 1, ord(other)):
            yield (*path[:-1], chr(code))


def _brackets(labels: tuple[str, ...]) -> str:
    return "".join(f"({label})" for label in labels)
