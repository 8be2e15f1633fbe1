"""Numbered references on tokens: numbers with what stands around them, and lists that go on over what is damaged.

A list is numbers with joints between them. A number that cannot be read is a member too: the list goes on over it, and
a `Remark` says so. `reading.py` holds how far that has come, `joints.py` reads what stands between members, `afar.py`
what one takes from further off, `member.py` makes its reference. Nothing is resolved here; what holds for a whole list
is spread by `lists.spread`.
"""

from __future__ import annotations

from dataclasses import replace

from converter import symbols
from converter.annotate.found import Remark
from converter.authorities import Body
from converter.cite import asides, led, numbers, paths
from converter.cite.afar import is_bracketed, waiting
from converter.cite.alone import alone, is_sure
from converter.cite.around import OWN, Side, is_of_series, left_of, right_of
from converter.cite.bare_health import with_bare_health
from converter.cite.clauses import as_before_clause, has_clause, is_like_fraction, tells
from converter.cite.days_beside import with_days_beside
from converter.cite.joints import goes_on, is_range, joint, leads_to_signed, with_range
from converter.cite.member import Member, behind, is_theirs, reference_of, with_day_behind
from converter.cite.one_each import with_one_each
from converter.cite.reading import Above, Reading
from converter.cite.references import Reference
from converter.cite.shared_letters import with_shared_letters
from converter.cite.shared_years import with_days_for_years, with_shared_years
from converter.languages.page import Page
from converter.languages.printed import Printed
from converter.view import Token, Tokens

_ENUMERATED = frozenset(map(chr, range(0x3220, 0x322A)))  # ㈠ to ㈩


def numbered(
    tokens: Tokens, page: Page, speaker: Body | None = None, above: Above | None = None
) -> tuple[list[Reference], list[Remark]]:
    """Every numbered reference of a text in order, and what could not be read of its lists.

    Of a note `speaker` is the organ that speaks: one that is nothing but a number may be of its resolutions. `above` is
    what the sentence says of which the text is an item.
    """
    tokens = with_days_for_years(with_days_beside(tokens, page))
    tokens = with_bare_health(with_shared_letters(with_shared_years(tokens)))
    reading = Reading(tokens, page)
    opening = alone(tokens, page) if speaker is not None else None
    if opening is not None and is_sure(tokens[opening].value.text, speaker):
        reading.alone = opening
    if above is not None:
        reading.alone, reading.above = led.opening(tokens), above
    for index, token in enumerate(tokens.items):
        if index < reading.floor:
            continue
        if token.kind == "number":
            _number(index, token.value, reading)
        elif token.kind == "lost":
            _lost(index, token, reading)
        elif token.kind == "symbol" and symbols.kind_of(token.value) in ("resolution", "decision"):
            _whole(index, token, reading)
    return with_one_each(reading.found, tokens, page), reading.remarks


def _number(index: int, printed: Printed, reading: Reading) -> None:
    """Read a number: as a member of a list or the first of one, or over it where it is none of ours."""
    tokens = reading.tokens
    left, right = _sides(index, reading)
    if index == reading.alone and not (left.noun or right.noun or reading.above.noun):
        reading.doubt(*tokens.span(index, index + 1), "citation-unread")  # of resolutions and decisions: which?
        return
    if index == reading.alone and right.noun is None:
        left.noun = left.noun or reading.above.noun
        left.organ = left.organ or (None if right.organ else reading.above.organ)
    if not right.sign and _is_enumerated(tokens, index):
        return  # 第八㈩条 is article 8 (j), 第一㈠号 is 1 (I)
    if left.noun is None and not printed.sure and is_of_series(tokens, index, reading.page):
        if right.noun:  # LC 45/18号决议 is none of ours
            reading.doubt(*tokens.span(index, index + 1), "citation-unread")
        return
    following = behind(tokens, right, reading.page)
    right = with_day_behind(tokens, right, left, following, reading.page)
    member = _member(index, printed, left, right, reading)
    if not _is_cited(member, reading):
        return
    if _is_of_another(member, tokens):
        reading.part(index + 1)
        return
    reference = _in_list(reference_of(member, tokens, reading.page, following), member, reading)
    reading.take(reference, began=left.edge, floor=max(right.reach, _closed(tokens, right.edge, following[1])))


def _member(index: int, printed: Printed, left: Side, right: Side, reading: Reading) -> Member:
    """A number between its sides, with what the list before it and the words further off make of it."""
    lead = _lead(left, reading)
    begin = min(lead[1], left.reach)
    # in a list, a number with a date of its own is as sure as one with a year in brackets
    listed = bool(left.dates) and right.sign
    sure = printed.sure or bool(right.dates) or listed
    told = bool(right.dates) or has_clause(reading.tokens, right.reach, reading.page)
    sure = sure or (reading.chain and not is_like_fraction(printed.text) and tells(reading, begin, right.reach))
    chained = reading.chain and goes_on(reading, begin, sure=sure, listed=listed, told=told)
    between = joint(reading.tokens, reading.floor, begin) if chained else ""
    waits = not (left.noun or right.noun or chained) and left.organ is None
    return Member(index, printed, left, right, lead, chained, between, waiting(reading, index) if waits else None)


def _lead(left: Side, reading: Reading) -> paths.Path:
    """The pinpoints before a number, at its own words or before what stands further off, and where they begin."""
    tokens, page, floor = reading.tokens, reading.page, reading.floor
    found, first = paths.before(tokens, floor, left.edge, page)
    if not found:
        found, first = paths.before(tokens, floor, left.reach, page)
    if not found and reading.chain and reading.before and reading.before.before:
        found, first = asides.going_on(tokens, floor, left.edge, page)
    return found, first


def _is_enumerated(tokens: Tokens, index: int) -> bool:
    """Whether a number is printed with a Chinese numeral in a bracket that is one sign."""
    return any(char in _ENUMERATED for char in tokens.view.source[slice(*tokens.span(index, index + 1))])


def _is_cited(member: Member, reading: Reading) -> bool:
    """Whether the shape of a number, the words around it or its list show that it is the number of a text."""
    left, right = member.left, member.right
    # its texts on lamps, in particular 60/2 of 3 May 2006
    sure = member.printed.sure or (bool(right.dates) and member.waiting is not None)
    if sure or member.chained or left.noun or left.sign or right.sign:
        return True
    opens = not reading.chain and leads_to_signed(member.index, reading)
    return opens or is_bracketed(reading, member.index)


def _is_of_another(member: Member, tokens: Tokens) -> bool:
    """Whether words follow that make it the number of something else, at once or behind its sign (第16号法律)."""
    if member.noun is not None or member.chained or member.waiting is not None:
        return False
    known = numbers.normalise(member.printed.text)
    if known is not None and known.shape in numbers.TELLING:
        return False
    places = (member.index + 1, member.right.reach)
    return any(at < len(tokens) and tokens[at].has("not after") for at in places)


def _in_list(reference: Reference, member: Member, reading: Reading) -> Reference:
    """A reference with what the list before it gives: the numbers of a range, the kind of the symbol that leads it."""
    if member.joint == "to" and is_range(reading, of_its_own=member.left.noun is not None):
        reference = with_range(reference, reading)
    if member.chained:
        if has_clause(reading.tokens, reading.floor, reading.page):  # its day is its own: …, by which …, and 5/2 of …
            reference = replace(reference, closing=False)
        reference = as_before_clause(reference, reading, min(member.lead[1], member.left.reach))
    if reading.led and member.chained:
        late = reference.late - {"noun"}
        return replace(reference, chained=False, noun=member.noun or reading.led, late=late)
    return reference


def _closed(tokens: Tokens, first: int, last: int) -> int:
    """Where a list may go on behind pinpoints: behind the bracket that they stand in, where it closes at once."""
    words = [tokens[at].word for at in range(first, last)]
    opened = words.count("(") + words.count("[") > words.count(")") + words.count("]")
    return last + 1 if opened and last < len(tokens) and tokens[last].word in (")", "]") else last


def _sides(index: int, reading: Reading) -> tuple[Side, Side]:
    """What stands on both sides of a number; of a noun on each side the one that touches the number is its own."""
    tokens, page = reading.tokens, reading.page
    left = left_of(tokens, index, reading.floor, page)
    right = right_of(tokens, index + 1, page)
    if left.noun and right.noun and not (tokens[index - 1].has("noun") or tokens[index - 1].has("own noun")):
        left = left_of(tokens, index, reading.floor, page, noun=False)
    theirs = reading.chain and not left.noun and reading.before is not None and reading.before.theirs
    if right.organ and (theirs or is_theirs(tokens, left)):  # pursuant to its resolution, the Conference …
        right = right_of(tokens, index + 1, page, organ=False)
    if right.organ and left.organ == OWN and page.tells_own and tokens[index + 1].has("organ"):
        # в своей резолюции 5/14 Ассамблея постановила: its own is that of who does it
        left.organ, right = right.organ, right_of(tokens, index + 1, page, organ=False)
    return left, right


def _whole(index: int, token: Token, reading: Reading) -> None:
    """A member that is printed as a symbol (resolutions A/RES/60/5 B and C, 61/4 B): the list goes on behind it."""
    tokens = reading.tokens
    if not reading.chain and waiting(reading, index) is None:
        return
    end = index + 1
    while end < len(tokens) and (tokens[end].has("letter") or (tokens[end].has("and") and end > index + 1)):
        end += 1
    right = right_of(tokens, end, reading.page)
    reading.lead(symbols.kind_of(token.value), began=index, floor=max(right.reach, end))


def _lost(index: int, token: Token, reading: Reading) -> None:
    """A member that cannot be read: the list goes on over it, and that is said."""
    left = left_of(reading.tokens, index, reading.floor, reading.page)
    if not (left.noun or (reading.chain and goes_on(reading, left.reach, sure=False))):
        return
    reading.doubt(*reading.tokens.view.span(token.start, token.end), "citation-unread")
    right = right_of(reading.tokens, index + 1, reading.page)
    if reading.chain or left.noun is None:
        reading.skip(max(right.reach, index + 1))
