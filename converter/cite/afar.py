"""What a number takes from further off: the noun that waits for it, and the organs that its sentence names."""

from __future__ import annotations

from collections.abc import Iterator

from converter.cite.around import Side, left_of
from converter.cite.reading import Reading
from converter.languages.page import Page
from converter.view import Tokens

_LONGEST_WAIT = 250  # from a noun that waits for its number to the number
_COMMAS = frozenset(",;.、،؛，；:")
_STOPS = frozenset(".;。；؛")
_FAR_ORGAN = 60  # tokens of the sentence in which an organ is looked for
_FURTHEST_ORGAN = 120  # where other numbers stand between
_SHORTEST_ASIDE, _LONGEST_ASIDE = 2, 16  # tokens: at the request of the Conference
_TO_ORGAN_BEHIND = 6  # tokens
_POINTS = frozenset(",،、，")


def waiting(reading: Reading, index: int) -> Side | None:
    """The noun that waits for its number, with its organ: its resolutions on lamps, 435 (1978)."""
    tokens = reading.tokens
    for at in range(index - 1, reading.floor - 1, -1):
        token = tokens[at]
        far = tokens[index].start - token.end > _LONGEST_WAIT
        if far or token.kind in ("number", "lost", "symbol") or token.word in ".;。；؛":
            return None
        if token.has("noun") or token.has("own noun"):
            return left_of(tokens, at + 1, reading.floor, reading.page)
    return None


def is_bracketed(reading: Reading, index: int) -> bool:
    """Whether a number stands alone in a bracket, and a noun waits for it: the resolution on lamps (60/251)."""
    tokens = reading.tokens
    inside = 0 < index < len(tokens) - 1 and tokens[index - 1].word == "(" and tokens[index + 1].word == ")"
    return inside and waiting(reading, index) is not None


def hint(tokens: Tokens, at: int) -> tuple[str | None, str | None]:
    """The organ that the sentence named last before a number: a hint where no organ is printed with it.

    The second is the one right before the aside between commas that the first stands at the end of, where it does: the
    General Assembly, at the request of the Conference, adopted …
    """
    for index in range(at - 1, max(-1, at - _FAR_ORGAN), -1):
        if tokens[index].word in _STOPS or tokens[index].kind == "number":
            return None, None
        if tokens[index].has("organ"):
            first = index - 1 if _is_compound(tokens, index) else index
            return str(tokens[first].sense("organ")), _before_aside(tokens, index)
    return None, None


def named(tokens: Tokens, at: int) -> Iterator[str]:
    """The organs that the sentence named before a number, the nearest first, those before other numbers among them."""
    for index in range(at - 1, max(-1, at - 1 - _FURTHEST_ORGAN), -1):
        if tokens[index].word in _STOPS:
            return
        if tokens[index].has("organ"):
            yield str(tokens[index].sense("organ"))


def organ_behind(tokens: Tokens, offset: int, page: Page) -> str | None:
    """The organ that a work which ends at an offset is said to be of, behind it: … of 3 May 2006 of the Lamp Committee.

    Between stand nothing but what leads on and words with a capital.
    """
    first = tokens.index(offset)
    for token in tokens.items[first : first + _TO_ORGAN_BEHIND]:
        if token.has("organ"):
            return str(token.sense("organ"))
        leads = token.has("between") or token.word in page.misread_dates.leads
        if not leads and not tokens.view.text[token.start].isupper():
            return None
    return None


def _is_compound(tokens: Tokens, index: int) -> bool:
    """Whether an organ of one word stands right behind the one that it is of: the Security Council Committee."""
    return index > 0 and tokens[index - 1].has("organ") and tokens[index].word.isalpha()


def _before_aside(tokens: Tokens, last: int) -> str | None:
    """The organ before the aside that ends with a token, of more words than an article and without a joint."""
    if last + 1 >= len(tokens) or tokens[last + 1].word not in _COMMAS:
        return None
    first = last - 1
    while first > last - _LONGEST_ASIDE and first > 0 and tokens[first].word not in _COMMAS:
        if tokens[first].has("and") or tokens[first].has("organ"):
            return None
        first -= 1
    is_aside = first > 0 and tokens[first].word in ",،，" and last - first > _SHORTEST_ASIDE
    return str(tokens[first - 1].sense("organ")) if is_aside and tokens[first - 1].has("organ") else None


def follower(tokens: Tokens, first: int, end: int, page: Page) -> str | None:
    """The organ behind an own text that opens a clause: (that,) in its resolution 5/1, the Council decided."""
    before, openers, between = (page.following[name] for name in ("before", "openers", "between"))
    if not first or tokens[first - 1].word not in before:
        return None
    if openers and first > 1 and tokens[first - 2].word not in openers and tokens[first - 2].kind != "mark":
        return None
    while end < len(tokens) and (tokens[end].word in _POINTS or tokens[end].word in between):
        end += 1
    if end >= len(tokens) or not tokens[end].has("organ"):
        return None
    behind = end + 1 + (end + 1 < len(tokens) and tokens[end + 1].has("noun"))
    is_next = behind < len(tokens) and (tokens[behind].kind == "number" or tokens[behind].has("number sign"))
    return None if is_next else str(tokens[end].sense("organ"))
