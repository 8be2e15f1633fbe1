"""Where a text names Sustainable Development Goals by their numbers: Goal 17, Goals 4, 5 and 10, Goals 1 to 4.

The words are those of the page's `goals`, in a table of their own with the page's joints, months and signs of a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from converter.languages.scan import Scanner
from converter.view import Tokens, Variants, fold

_MOST = 99  # no list of goals is longer
_COMMAS = frozenset(",،，、")
_PARTS = frozenset("./")  # 4.5 and 4/5 are no goal 4
_COUNTED = ("month", "counted")  # Goals 4 and 5 per cent
_OTHERS = ("not after",)


@dataclass(frozen=True, slots=True)
class NamedGoal:
    """The number of a goal, and where it stands; one that a range leaves out has an empty span at the range's end."""

    number: int
    start: int
    end: int


@dataclass(frozen=True)
class Goals:
    """Finds goals in texts of one language."""

    scanner: Scanner
    first: frozenset[str]  # the words that a name of the goals may begin with
    variants: Variants

    def find(self, text: str) -> Iterator[NamedGoal]:
        """The goals in a text that speaks of the Sustainable Development Goals, in order."""
        if not any(map(str.isdigit, text)):
            return
        view = fold(text).spelled(self.variants)
        if not any(word in view.key for word in self.first):
            return
        tokens = self.scanner.scan(view)
        if not any(token.has("context") for token in tokens.items):
            return
        at = 0
        while at < len(tokens):
            end, found = _list(tokens, at) if tokens[at].has("goal") else (at + 1, ())
            yield from found
            at = end


def _list(tokens: Tokens, at: int) -> tuple[int, Sequence[NamedGoal]]:
    """Where a list ends that begins at a word for goals, and its goals; none where no number follows, or another's."""
    place = _number(tokens, at)
    if place is None or _has(tokens, place + 1, _OTHERS):
        return at + 1, ()
    found = [_named(tokens, at, place)]
    while (joint := _joint(tokens, place + 1)) is not None:
        at, is_range = joint
        following = _number(tokens, at)
        if following is None:
            break
        place, one = following, _named(tokens, at, following)
        if is_range:
            found += [NamedGoal(left_out, one.start, one.start) for left_out in range(found[-1].number + 1, one.number)]
        found.append(one)
    return place + 1, found


def _number(tokens: Tokens, at: int) -> int | None:
    """The place of the number of a goal, which a word for goals and the sign of a number may lead to."""
    if _has(tokens, at, ("goal",)):
        at += 1
        while _has(tokens, at, ("article", "number sign")):
            at += 1
    if not _has(tokens, at, ("int",)) or tokens[at].sense("int") > _MOST or _has(tokens, at + 1, _COUNTED):
        return None
    if at + 2 < len(tokens) and tokens[at + 1].word in _PARTS and tokens.touches(at + 1) and tokens.touches(at + 2):
        return None if tokens[at + 2].has("int") else at
    return at


def _joint(tokens: Tokens, at: int) -> tuple[int, bool] | None:
    """Where the next member of a list may begin, and whether the goals between are meant, too; None at its end."""
    comma = at < len(tokens) and tokens[at].word in _COMMAS
    at += comma
    is_range = not comma and at < len(tokens) and (tokens[at].has("to") or tokens[at].word == "-")
    joined = is_range or _has(tokens, at, ("and",))
    if not (comma or joined):
        return None
    at += joined
    while _has(tokens, at, ("article",)):
        at += 1
    return at, is_range


def _named(tokens: Tokens, at: int, place: int) -> NamedGoal:
    token = tokens[at]
    printed = tokens.view.key[token.start : token.end]
    begin = token.end - len(token.word) if printed.endswith(token.word) else token.start  # what is joined is no part
    return NamedGoal(tokens[place].sense("int"), *tokens.view.span(begin, tokens[place].end))


def _has(tokens: Tokens, at: int, kinds: Iterable[str]) -> bool:
    return at < len(tokens) and any(tokens[at].has(kind) for kind in kinds)
