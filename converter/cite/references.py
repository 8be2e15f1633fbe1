"""What in a text looks like a citation, as it is printed: a number with what stands around it, and a bare symbol.

Nothing is resolved here: both say what is printed and where.
"""

from __future__ import annotations

from dataclasses import dataclass

from converter.languages.phrases import Phrase
from converter.model import Pinpoint


@dataclass(frozen=True, slots=True)
class Reference:
    """A number as printed, in Latin letters, with the organ, dates, noun, title and pinpoints around it.

    It begins at `start`, with the pinpoints before the name of the work; from `main_start` to `main_end` stand the
    organ, the date, the number and the noun. `title` is the span of the quoted
    title. `before` are the pinpoints on the left, `pinpoints` all of them. `chained` says that it continues the list
    of the reference before it (第5/1号和第5/2号决议), `closing` that it is the last of such a list (…, and 9/2).
    `other` is a second organ, whose numbers may stand in the list as well.
    `late` names the parts that stand after the number, where they may hold for the numbers before it as well.
    """

    start: int
    main_start: int
    main_end: int
    printed: str
    organ: str | None
    other: str | None
    dates: tuple[str, ...]
    noun: str | None
    title: tuple[int, int] | None
    before: tuple[Pinpoint, ...]
    after: tuple[Pinpoint, ...]
    chained: bool
    closing: bool
    late: frozenset[str]
    firm: bool = False  # the organ is printed with this very number
    hint: str | None = None  # an organ that its sentence names before it
    subject: str | None = None  # the organ before the aside that the hint stands in
    follower: str | None = (
        None  # an organ right behind an own text, whose own it may be: in its resolution 5/1, the Council
    )
    named: tuple[
        str, ...
    ] = ()  # where there is no hint, the organs of its sentence over the numbers before, the nearest first
    between: tuple[str, ...] = ()  # the numbers that a range leaves out before this one
    inside: str | None = None  # the document in which it is printed, by its symbol or as `reported` knows it
    beside: str | None = None  # the symbol of a document in a bracket behind it
    shared: bool = False  # its date is also that of the number before it
    damaged: bool = False  # the number is not as printed
    by_day: bool = False  # the year of the number is that of the day beside it
    likely: str | None = None  # a noun that stands further off and waits for its numbers
    about: bool = False  # what the text is about, or its title, stands between the number and its date
    theirs: bool = False  # a word says that it is of the organ that was named before (его)
    phrases: tuple[Phrase, ...] = ()  # of the page, by which its neighbours were read

    @property
    def pinpoints(self) -> tuple[Pinpoint, ...]:
        """Those before the name of the work, then those after it."""
        return (*self.before, *self.after)

    @property
    def finish(self) -> int:
        """Where the reference ends with its pinpoints."""
        return max([self.main_end, *(pinpoint.end for pinpoint in self.after)])


@dataclass(frozen=True, slots=True)
class Bare:
    """A symbol as printed, at its tokens from `first` to before `last`; `start` and `end` count in the text."""

    start: int
    end: int
    symbol: str
    first: int
    last: int
    addendum: bool = False  # one of those that stand after a symbol: A/58/817 and Corr.1
    in_range: bool = False  # a range leads over it, or ends with it: A/9/L.1-A/9/L.4
