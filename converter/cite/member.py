"""A number with what stands around it as one value, and the reference that it makes as it is printed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from converter.cite import afar, asides, paths, reported
from converter.cite.around import OWN, Side
from converter.cite.references import Reference
from converter.languages.page import Page
from converter.languages.printed import Printed
from converter.view import Tokens


@dataclass(frozen=True, slots=True)
class Member:
    """A number at the token `index`, what stands on both its sides, and what its list says of it.

    `lead` has the pinpoints before it and the token at which they begin. `chained` says that it goes on with the list
    before it, `joint` what stands between the two (`joints.joint`). `waiting` is a noun further off that it completes.
    """

    index: int
    printed: Printed
    left: Side
    right: Side
    lead: paths.Path
    chained: bool
    joint: str
    waiting: Side | None

    @property
    def noun(self) -> str | None:
        """The noun that is printed with it."""
        return self.left.noun or self.right.noun

    @property
    def naming(self) -> Side:
        """The side whose organ is meant: the one that touches the number, before one that stands further off."""
        return self.right if self.right.organ and (self.left.organ is None or self.left.far) else self.left

    @property
    def late(self) -> frozenset[str]:
        """The parts that do not stand before it, and may hold for the numbers before it as well."""
        left = self.left
        parts = (("organ", left.organ is None), ("date", not left.dates), ("noun", left.noun is None))
        return frozenset(name for name, is_late in parts if is_late)


def is_theirs(tokens: Tokens, left: Side) -> bool:
    """Whether a word before a number says that it is of the organ that was named before."""
    return left.reach > 0 and tokens[left.reach - 1].has("their")


def behind(tokens: Tokens, right: Side, page: Page) -> paths.Path:
    """The pinpoints behind a number, and where they end: where its own words do, if there are none."""
    found, end = paths.after(tokens, right.edge, page, of="number")
    if not found and right.reach > right.edge:
        found, end = paths.after(tokens, right.reach, page, of="number")
    return (found, end) if found else ((), right.edge)


def with_day_behind(tokens: Tokens, right: Side, left: Side, following: paths.Path, page: Page) -> Side:
    """The right side of a number with the day behind its pinpoints: 59/276, section XI, of 23 December 2004."""
    at = following[1]
    if not following[0] or left.dates or right.dates or at >= len(tokens):
        return right
    found = [
        match
        for match in page.after.after(tokens, at)
        if match.slots and all(slot.slot == "date" for slot in match.slots) and tokens[match.first].kind != "date"
    ]
    match = max(found, key=lambda one: one.last, default=None)
    if match is None:
        return right
    seen = right.seen | {"date"}
    return replace(
        right, dates=match.slots[0].value, reach=match.last, seen=seen, phrases=[*right.phrases, match.phrase]
    )


def reference_of(member: Member, tokens: Tokens, page: Page, following: paths.Path) -> Reference:
    """The reference that a member makes with the pinpoints behind it (`behind`)."""
    left, right, waiting = member.left, member.right, member.waiting
    (before, first), (after, end) = member.lead, following
    start, finish = tokens.span(left.edge, right.edge)
    title = left.title or right.title
    hint, subject = afar.hint(tokens, left.reach)
    return Reference(
        start=tokens.span(first, first + 1)[0] if before else start,
        main_start=start,
        main_end=finish,
        printed=member.printed.text,
        organ=member.naming.organ or (waiting.organ if waiting else None),
        other=left.other,
        dates=left.dates or right.dates,
        noun=member.noun,
        title=tokens.view.span(*title) if title else None,
        before=before or asides.before(tokens, left.edge, page),
        after=after or asides.after(tokens, right.edge, page),
        chained=member.chained,
        closing=not right.alone and member.joint != "",
        late=member.late,
        firm=member.naming.organ is not None and member.naming.firm,
        hint=hint,
        subject=subject,
        follower=_follower(member, tokens, max(right.reach, end), page),
        named=() if hint else tuple(afar.named(tokens, left.reach)),
        inside=reported.before(tokens, left.edge, page),
        beside=reported.beside(tokens, end),
        shared=right.shared and not left.dates,
        damaged=bool(member.printed.wrong),
        by_day=member.printed.by_day,
        likely=waiting.noun if waiting else None,
        about=left.about,
        theirs=is_theirs(tokens, left),
        phrases=(*left.phrases, *(waiting.phrases if waiting else ()), *right.phrases),
    )


def _follower(member: Member, tokens: Tokens, end: int, page: Page) -> str | None:
    """The organ named right behind a member that is printed as an own text of the one that speaks."""
    is_own = member.left.organ == OWN and member.right.organ is None
    return afar.follower(tokens, min(member.lead[1], member.left.reach), end, page) if is_own else None
