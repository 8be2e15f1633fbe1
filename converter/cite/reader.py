"""Numbered references on tokens: numbers with what stands around them, and lists that go on over what is damaged.

A list is numbers with joints between them. A number that cannot be read is a member too: the list goes on over it, and
a `Remark` says so. Nothing is resolved here; what holds for a whole list is spread by `lists.spread`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from converter import symbols
from converter.annotate.found import Remark
from converter.cite import asides, numbers, paths, reported
from converter.cite.around import OWN, Side, is_of_series, left_of, right_of
from converter.cite.bare_health import with_bare_health
from converter.cite.references import Reference
from converter.cite.shared_letters import with_shared_letters
from converter.cite.shared_years import with_days_for_years, with_shared_years
from converter.languages.match import SENTENCE_MARKS
from converter.languages.page import Page
from converter.languages.scan import Printed
from converter.view import Token, Tokens

_LONGEST_GAP = 200  # characters between two numbers of one list
_LONGEST_WAIT = 250  # from a noun that waits for its number to the number
_MOST_IN_RANGE = 50
_COMMAS = frozenset(",;.、،؛，；:")
_STOPS = frozenset(".;。；؛")
_FAR_ORGAN = 60  # tokens of the sentence in which an organ is looked for
_FURTHEST_ORGAN = 120  # where other numbers stand between
_SHORTEST_ASIDE, _LONGEST_ASIDE = 2, 16  # tokens: at the request of the Conference
_LISTED = frozenset((",", "،", "、"))
_POINTS = frozenset(",،、，")
_LONGEST_LIST = 60  # tokens
_ENUMERATED = frozenset(map(chr, range(0x3220, 0x322A)))  # ㈠ to ㈩
_SERIAL = re.compile(r"(?P<head>\d{1,4})(?P<tail> ?\(.+\))")
_STROKED = re.compile(r"(?P<head>.*/)(?P<serial>\d{1,4})")


@dataclass(slots=True)
class _Reading:
    """How far the reading has come: tokens, what was found, and whether the next number may continue a list."""

    tokens: Tokens
    page: Page
    found: list[Reference]
    remarks: list[Remark]
    floor: int = 0
    chain: bool = False
    last: int = -1  # the token of the number before
    began: int = -1  # the first token of the citation before
    led: str = ""  # the kind of a symbol that leads the list


def numbered(tokens: Tokens, page: Page) -> tuple[list[Reference], list[Remark]]:
    """Every numbered reference of a text in order, and what could not be read of its lists."""
    tokens = with_bare_health(with_shared_letters(with_shared_years(with_days_for_years(tokens))))
    reading = _Reading(tokens, page, [], [])
    for index, token in enumerate(tokens.items):
        if index < reading.floor:
            continue
        if token.kind == "number":
            _member(index, token.value, reading)
        elif token.kind == "lost":
            _lost(index, token, reading)
        elif token.kind == "symbol" and symbols.kind_of(token.value) in ("resolution", "decision"):
            _whole(index, token, reading)
    return reading.found, reading.remarks


def _member(index: int, printed: Printed, reading: _Reading) -> None:
    tokens, page = reading.tokens, reading.page
    left, right = _sides(index, reading)
    before, first = paths.before(tokens, reading.floor, left.edge, page)
    if not before:
        before, first = paths.before(tokens, reading.floor, left.reach, page)
    if not before and reading.chain and reading.found and reading.found[-1].before:
        before, first = asides.going_on(tokens, reading.floor, left.edge, page)
    begin = min(first, left.reach)
    # in a list, a number with a date of its own is as sure as one with a year in brackets
    listed = bool(left.dates) and right.sign
    sure = printed.sure or bool(right.dates) or listed
    chained = reading.chain and _goes_on(reading, begin, sure=sure, listed=listed, dated=bool(right.dates))
    joint = _joint(tokens, reading.floor, begin) if chained else ""
    signed = bool(left.noun or left.sign or right.sign)
    if not right.sign and any(
        char in _ENUMERATED for char in tokens.view.source[slice(*tokens.span(index, index + 1))]
    ):
        return  # 第八㈩条 is article 8 (j), 第一㈠号 is 1 (I)
    signed = signed or (not reading.chain and _leads_to_signed(index, reading))
    noun = left.noun or right.noun
    if left.noun is None and not printed.sure and is_of_series(tokens, index):
        if right.noun:  # LC 45/18号决议 is none of ours
            reading.remarks.append(Remark(*tokens.span(index, index + 1), "citation-unread"))
        return
    waiting = _waiting(reading, index) if noun is None and not chained and left.organ is None else None
    # its texts on lamps, in particular 60/2 of 3 May 2006
    sure = printed.sure or (bool(right.dates) and waiting is not None)
    if not sure and not chained and not signed and not _is_bracketed(reading, index):
        return
    known = numbers.normalise(printed.text)
    tells = known is not None and known.shape in numbers.TELLING
    if noun is None and not chained and waiting is None and not tells and _is_of_another(tokens, index + 1, right):
        reading.floor, reading.chain = index + 1, False
        return
    after, end = paths.after(tokens, right.edge, page, numbered=True)
    if not after and right.reach > right.edge:
        after, end = paths.after(tokens, right.reach, page, numbered=True)
    reach = max(right.reach, _closed(tokens, right.edge, end) if after else 0, index + 1)
    apart = () if before else asides.before(tokens, left.edge, page)
    behind = () if after else asides.after(tokens, right.edge, page)
    reference = _reference(tokens, printed, left, right, (*before, *apart), (*after, *behind))
    start = tokens.span(first, first + 1)[0] if before else reference.main_start
    own = left.organ == OWN and right.organ is None
    follower = _follower(tokens, begin, max(right.reach, end if after else 0), page) if own else None
    hint, subject = _hint(tokens, left.reach)
    named = () if hint else tuple(_named(tokens, left.reach))
    reference = replace(
        reference,
        start=start,
        noun=noun,
        likely=waiting.noun if waiting else None,
        organ=reference.organ or (waiting.organ if waiting else None),
        firm=reference.organ is not None and _with_organ(left, right).firm,
        chained=chained,
        closing=not right.alone and joint != "",
        shared=right.shared and not left.dates,
        hint=hint,
        subject=subject,
        follower=follower,
        named=named,
        inside=reported.before(tokens, left.edge, page),
        beside=reported.beside(tokens, end if after else right.edge),
        damaged=bool(printed.wrong),
        about=left.about,
        theirs=_is_theirs(tokens, left),
        phrases=(*left.phrases, *(waiting.phrases if waiting else ()), *right.phrases),
    )
    if joint == "to" and _is_range(reading, of_its_own=left.noun is not None):
        reference = _with_range(reference, reading)
    if reading.led and chained:
        late = reference.late - {"noun"}
        reference = replace(reference, chained=False, noun=noun or reading.led, late=late)
    reading.led = ""
    reading.found.append(reference)
    reading.floor = reach
    reading.chain, reading.last, reading.began = True, index, left.edge


def _closed(tokens: Tokens, first: int, last: int) -> int:
    """Where a list may go on behind pinpoints: behind the bracket that they stand in, where it closes at once."""
    words = [tokens[at].word for at in range(first, last)]
    opened = words.count("(") + words.count("[") > words.count(")") + words.count("]")
    return last + 1 if opened and last < len(tokens) and tokens[last].word in (")", "]") else last


def _sides(index: int, reading: _Reading) -> tuple[Side, Side]:
    """What stands on both sides of a number; of a noun on each side the one that touches the number is its own."""
    tokens, page = reading.tokens, reading.page
    left = left_of(tokens, index, reading.floor, page)
    right = right_of(tokens, index + 1, page)
    if left.noun and right.noun and not (tokens[index - 1].has("noun") or tokens[index - 1].has("own noun")):
        left = left_of(tokens, index, reading.floor, page, noun=False)
    theirs = reading.chain and not left.noun and bool(reading.found) and reading.found[-1].theirs
    if right.organ and (theirs or _is_theirs(tokens, left)):  # pursuant to its resolution, the Conference …
        right = right_of(tokens, index + 1, page, organ=False)
    if right.organ and left.organ == OWN and page.tells_own and tokens[index + 1].has("organ"):
        # в своей резолюции 5/14 Ассамблея постановила: its own is that of who does it
        left.organ, right = right.organ, right_of(tokens, index + 1, page, organ=False)
    return left, right


def _follower(tokens: Tokens, first: int, end: int, page: Page) -> str | None:
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


def _with_organ(left: Side, right: Side) -> Side:
    """The side whose organ is meant: the one that touches the number, before one that stands further off."""
    return right if right.organ and (left.organ is None or left.far) else left


def _is_theirs(tokens: Tokens, left: Side) -> bool:
    """Whether a word before a number says that it is of the organ that was named before."""
    return left.reach > 0 and tokens[left.reach - 1].has("their")


def _reference(
    tokens: Tokens, printed: Printed, left: Side, right: Side, before: tuple[object, ...], after: tuple[object, ...]
) -> Reference:
    start, finish = tokens.span(left.edge, right.edge)
    title = left.title or right.title
    late = {
        name
        for name, is_late in (("organ", left.organ is None), ("date", not left.dates), ("noun", left.noun is None))
        if is_late
    }
    return Reference(
        start=start,
        main_start=start,
        main_end=finish,
        printed=printed.text,
        organ=_with_organ(left, right).organ,
        other=left.other,
        dates=left.dates or right.dates,
        noun=None,
        title=tokens.view.span(*title) if title else None,
        before=before,  # type: ignore[arg-type]
        after=after,  # type: ignore[arg-type]
        chained=False,
        closing=False,
        late=frozenset(late),
    )


def _whole(index: int, token: Token, reading: _Reading) -> None:
    """A member that is printed as a symbol (resolutions A/RES/60/5 B and C, 61/4 B): the list goes on behind it."""
    tokens = reading.tokens
    if not reading.chain and _waiting(reading, index) is None:
        return
    end = index + 1
    while end < len(tokens) and (tokens[end].has("letter") or (tokens[end].has("and") and end > index + 1)):
        end += 1
    right = right_of(tokens, end, reading.page)
    reading.floor, reading.chain, reading.last, reading.began = max(right.reach, end), True, index, index
    reading.led = symbols.kind_of(token.value)


def _lost(index: int, token: Token, reading: _Reading) -> None:
    """A member that cannot be read: the list goes on over it, and that is said."""
    left = left_of(reading.tokens, index, reading.floor, reading.page)
    if not (left.noun or (reading.chain and _goes_on(reading, left.reach, sure=False))):
        return
    reading.remarks.append(Remark(*reading.tokens.view.span(token.start, token.end), "citation-unread"))
    right = right_of(reading.tokens, index + 1, reading.page)
    if reading.chain or left.noun is None:
        reading.floor = max(right.reach, index + 1)


# --- what stands between two members ------------------------------------------------------------------------------


def _goes_on(reading: _Reading, begin: int, *, sure: bool, listed: bool = False, dated: bool = False) -> bool:
    """Whether a list goes on from the floor to the index; it may be wider before a sure number."""
    tokens, floor = reading.tokens, reading.floor
    if begin <= floor:
        return sure and begin == floor  # the comma is lost
    if tokens[begin].start - tokens[floor - 1].end > _LONGEST_GAP:
        return False
    return _is_gap(tokens, floor, begin) or (sure and _is_far(tokens, floor, begin, listed=listed, dated=dated))


def _is_gap(tokens: Tokens, first: int, last: int) -> bool:
    """Whether only joints, asides, dates, bracketed words and commas stand there."""
    at = first
    while at < last:
        token = tokens[at]
        if token.word == "(":
            closing = next((i for i in range(at + 1, min(last, at + 20)) if tokens[i].word == ")"), None)
            if closing is None:
                return False
            at = closing
        elif token.kind not in ("date", "lost") and token.word not in _COMMAS and not _joins(token):
            return False
        at += 1
    return True


def _joins(token: Token) -> bool:
    return any(token.has(kind) for kind in ("and", "to", "between", "aside")) or token.word == "-"


def _leads_to_signed(index: int, reading: _Reading) -> bool:
    """Whether a number begins a list of which the last one alone has its sign or noun (S-20/1、S-20/2号决议)."""
    tokens, end = reading.tokens, index + 1
    at = end
    while at < len(tokens) and at < index + _LONGEST_LIST:
        if tokens[at].kind == "number":
            end = at + 1
        elif tokens[at].word not in _LISTED and not tokens[at].has("and"):
            break
        at += 1
    if end == index + 1:
        return False
    right = right_of(tokens, end, reading.page)
    return right.sign or right.noun is not None


def _is_far(tokens: Tokens, first: int, last: int, *, listed: bool, dated: bool) -> bool:
    """Whether words of one sentence stand there that end in a comma or a joint, or begin so before a dated number.

    Brackets and quotation marks stand there only before a number with a date of its own.
    """
    if not (_parts(tokens[last - 1]) or (listed and _parts(tokens[first]))):
        return False
    walls = SENTENCE_MARKS if dated else {*SENTENCE_MARKS, *'()"'}
    return not any(tokens[i].word in walls for i in range(first, last))


def _parts(token: Token) -> bool:
    return token.word in _LISTED or token.has("and") or token.has("between")


def _joint(tokens: Tokens, first: int, last: int) -> str:
    """`to` where nothing but that stands between, `and` where one stands there, else nothing."""
    between = [tokens[i] for i in range(first, last)]
    if len(between) == 1 and (between[0].has("to") or between[0].word == "-"):
        return "to"
    return "and" if any(token.has("and") for token in between) else ""


def _is_range(reading: _Reading, *, of_its_own: bool) -> bool:
    """Whether a number, maybe with a noun of its own, ends a range: resolution 5/1 to resolution 5/9 may be words."""
    before = reading.tokens[reading.began - 1] if reading.began > 0 else None
    return not of_its_own or not reading.page.says_from or (before is not None and before.has("from"))


def _with_range(reference: Reference, reading: _Reading) -> Reference:
    """A reference with the numbers that a range leads over to it; a remark where they cannot be told."""
    before = reading.found[-1] if reading.found else None
    between = _between(before.printed, reference.printed) if before else None
    if between is None:
        reading.remarks.append(Remark(reference.main_start, reference.main_end, "range-incomplete"))
        return reference
    return replace(reference, between=tuple(between))


def _between(first: str, last: str) -> list[str] | None:
    """66/101 and 66/104 → 66/102, 66/103; None where the two are not of one series of at most so many."""
    for pattern, form in ((_STROKED, "{rest}{number}"), (_SERIAL, "{number}{rest}")):
        one, other = pattern.fullmatch(first), pattern.fullmatch(last)
        if one is None or other is None:
            continue
        group, rest = ("serial", "head") if pattern is _STROKED else ("head", "tail")
        if one[rest].replace(" ", "") != other[rest].replace(" ", ""):
            return None
        low, high = int(one[group]), int(other[group])
        if not low < high <= low + _MOST_IN_RANGE:
            return None
        return [form.format(rest=other[rest], number=number) for number in range(low + 1, high)]
    return None


# --- what a number takes from further off -------------------------------------------------------------------------


def _waiting(reading: _Reading, index: int) -> Side | None:
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


def _is_bracketed(reading: _Reading, index: int) -> bool:
    """Whether a number stands alone in a bracket, and a noun waits for it: the resolution on lamps (60/251)."""
    tokens = reading.tokens
    inside = 0 < index < len(tokens) - 1 and tokens[index - 1].word == "(" and tokens[index + 1].word == ")"
    return inside and _waiting(reading, index) is not None


def _hint(tokens: Tokens, at: int) -> tuple[str | None, str | None]:
    """The organ that the sentence named last before a number: a hint where no organ is printed with it.

    The second is the one right before the aside between commas that the first stands at the end of, where it does: the
    General Assembly, at the request of the Conference, adopted …
    """
    for index in range(at - 1, max(-1, at - _FAR_ORGAN), -1):
        if tokens[index].word in _STOPS or tokens[index].kind == "number":
            return None, None
        if tokens[index].has("organ"):
            named = index - 1 if _is_compound(tokens, index) else index
            return str(tokens[named].sense("organ")), _before_aside(tokens, index)
    return None, None


def _named(tokens: Tokens, at: int) -> Iterator[str]:
    """The organs that the sentence named before a number, the nearest first, those before other numbers among them."""
    for index in range(at - 1, max(-1, at - 1 - _FURTHEST_ORGAN), -1):
        if tokens[index].word in _STOPS:
            return
        if tokens[index].has("organ"):
            yield str(tokens[index].sense("organ"))


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


def _is_of_another(tokens: Tokens, at: int, right: Side) -> bool:
    """Whether words follow that make it the number of something else, at once or behind its sign (第16号法律)."""
    return any(index < len(tokens) and tokens[index].has("not after") for index in (at, right.reach))
