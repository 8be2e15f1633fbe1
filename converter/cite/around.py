"""What stands around a number: phrases of the page, read leftwards and rightwards from it, each kind of slot once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from converter.languages.match import Match
from converter.languages.page import Page
from converter.languages.phrases import Phrase
from converter.view import Tokens

OWN = "\0own"
"""The organ of a reference that names it only as the one that speaks (its)."""
_NAMES = {  # slot → what it fills; each is filled once
    "noun": "noun", "own noun": "noun", "organ": "organ", "own": "organ",
    "date": "date", "own date": "date", "shared date": "date", "title": "title",
}  # fmt: skip
_COUNT = frozenset(_NAMES) - {"title"} | {"number sign", "number end"}  # words of the citation

_WORKS = frozenset(("RES", "DEC", "UN"))  # as in symbols (AG/RES 60/251) and in UN Doc
_LONGEST_LIST = 40  # tokens
_OF_LISTS = frozenset(("number", "lost", "date", "organ"))
_JOINING = frozenset(("and", "to", "between", "aside", "number sign"))
_COMMAS = frozenset(",،，、")


@dataclass(slots=True)
class Side:
    """One side of a number.

    `edge` is the index up to which the words belong to the citation, `reach` that up to which phrases were read: a
    title, an aside, what stands beyond a gap are passed over. `firm` says that the organ is that of this number,
    `far` that it stands beyond a gap, `about` that its title or what it is about stands nearest to it.
    """

    edge: int
    reach: int
    organ: str | None = None
    other: str | None = None
    firm: bool = False
    far: bool = False
    noun: str | None = None
    dates: tuple[str, ...] = ()
    title: tuple[int, int] | None = None
    alone: bool = False
    shared: bool = False
    sign: bool = False
    about: bool = False
    seen: set[str] = field(default_factory=set)
    phrases: list[Phrase] = field(default_factory=list)


def is_of_series(tokens: Tokens, index: int, page: Page) -> bool:
    """Whether capitals right before a number make it that of a document of others: LC 45/18, MSC 101/24.

    The initials of our organs make it theirs, in any language (大会UNGA 60/251号决议).
    """
    if (
        not index
        or tokens[index - 1].senses
        or tokens[index - 1].kind == "organ"
        or tokens[index].start - tokens[index - 1].end != 1
    ):
        return False
    before = tokens.view.text[tokens[index - 1].start : tokens[index - 1].end]
    is_ours = before in _WORKS or before in page.initials
    if not _is_capitals(before) or is_ours:
        return False
    behind = index + 1 + (index + 1 < len(tokens) and tokens[index + 1].has("number end"))
    is_other = behind < len(tokens) and tokens[behind].has("not after")  # LC 45/18号文件
    return is_other or not _is_listed_behind_noun(tokens, index - 1)


def _is_listed_behind_noun(tokens: Tokens, at: int) -> bool:
    """Whether a noun stands before capitals, with nothing but others of its list between: resolution UNGA 60/251."""
    for index in range(at - 1, max(-1, at - 1 - _LONGEST_LIST), -1):
        token = tokens[index]
        if token.has("noun") or token.has("own noun"):
            return True
        goes_on = token.kind in _OF_LISTS or token.word in _COMMAS or any(map(token.has, _JOINING))
        if not goes_on and not _is_capitals(tokens.view.text[token.start : token.end]):
            return False
    return False


def _is_capitals(printed: str) -> bool:
    return len(printed) > 1 and printed.isascii() and printed.isalpha() and printed.isupper()


def left_of(tokens: Tokens, at: int, floor: int, page: Page, *, noun: bool = True) -> Side:
    """Read the phrases before the index leftwards, down to `floor` at most; without `noun` those that have none."""
    side = Side(at, at, seen=set() if noun else {"noun"})
    while side.reach > floor:
        match = _longest(page.before.before(tokens, side.reach, floor), side)
        if match is None:
            break
        _take(match, side)
        edges = [slot.first for slot in match.slots if slot.slot in _COUNT and not slot.apart]
        if edges or not match.phrase.has_slots:
            side.edge = min([*edges] or [match.first])
        side.reach = match.first
    return side


def right_of(tokens: Tokens, at: int, page: Page, *, organ: bool = True) -> Side:
    """Read the phrases after a number rightwards; without `organ` those that have none."""
    side = Side(at, at, seen=set() if organ else {"organ"})
    while side.reach < len(tokens):
        match = _longest(page.after.after(tokens, side.reach), side)
        if match is None:
            break
        _take(match, side)
        edges = [slot.last for slot in match.slots if slot.slot in _COUNT and not slot.apart]
        if edges or not match.phrase.has_slots:
            side.edge = max([*edges] or [match.last])
        side.reach = match.last
    _go_on(tokens, side, page)
    return side


def _go_on(tokens: Tokens, side: Side, page: Page) -> None:
    """Make a short name right behind a number that goes on in small letters that of another: l’Assemblée des lampes."""
    if side.organ not in page.short_names or side.edge != side.reach:
        return
    for lead in page.names_go_on_small:
        after = side.edge + len(lead)
        leads = after < len(tokens) and all(tokens[side.edge + i].word == word for i, word in enumerate(lead))
        if leads and tokens[after].kind == "word" and not tokens[after].senses and tokens[after].word.isalpha():
            side.organ = f"{side.organ} {' '.join(lead)} {tokens[after].word}"
            side.edge = side.reach = after + 1
            side.firm = True
            return


def _longest(found: Iterable[Match], side: Side) -> Match | None:
    fitting = [match for match in found if not any(_NAMES.get(slot.slot) in side.seen for slot in match.slots)]
    return max(fitting, key=lambda match: match.last - match.first, default=None)


def _take(match: Match, side: Side) -> None:
    """Note what a phrase says."""
    side.phrases.append(match.phrase)
    organs = [slot for slot in match.slots if slot.slot == "organ"]
    if organs:
        side.organ, side.far = str(organs[-1].value), organs[-1].apart
        its = match.has("own") or match.has("own noun")  # the Commission that it established by its resolution
        side.firm = not (side.far and its)
        side.other = str(organs[0].value) if len(organs) > 1 else None
    elif match.has("own") or match.has("own noun"):
        side.organ, side.firm = OWN, False
    for slot in match.slots:
        if slot.slot in ("noun", "own noun"):
            side.noun = slot.value
        elif _NAMES.get(slot.slot) == "date":
            side.dates, side.alone, side.shared = slot.value, slot.slot == "own date", slot.slot == "shared date"
        elif slot.slot == "title":
            side.title = slot.value
        side.sign = side.sign or slot.slot in ("number sign", "number end")
    side.about = side.about or (not side.seen - {"noun"} and _says_what_about(match))
    side.seen |= {_NAMES[slot.slot] for slot in match.slots if slot.slot in _NAMES}
    if match.has("own noun"):
        side.seen.add("organ")


def _says_what_about(match: Match) -> bool:
    """Whether a phrase is a title, or words of the sentence and nothing else (关于…的)."""
    names = {slot.slot for slot in match.slots if slot.slot in _NAMES}
    return names == {"title"} or (not names and "…" in match.phrase.text)
