"""How far the reading of the numbers of a text has come: one value, and the steps that it goes."""

from __future__ import annotations

from dataclasses import dataclass, field

from converter.annotate.found import Remark
from converter.cite.references import Reference
from converter.languages.page import Page
from converter.view import Tokens


@dataclass(frozen=True, slots=True)
class Above:
    """The noun of the sentence above a list, and the organ that it names, if one.

    The noun is empty where there are nouns of two kinds: resolutions and decisions.
    """

    noun: str
    organ: str | None


@dataclass(slots=True)
class Reading:
    """The tokens and their page, what was found, and whether the next number may continue a list.

    `floor` is the token before which all is read, `began` the first token of the citation before, `led` the kind of the
    symbol that leads the list, if one does. `alone` is the number that a note is, and nothing else, or that an item
    begins with; `above` is what the sentence above says of that. `chain` says that a number at the floor goes on with a
    list.
    """

    tokens: Tokens
    page: Page
    found: list[Reference] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    floor: int = 0
    chain: bool = False
    began: int = -1
    led: str = ""
    alone: int = -1
    above: Above = Above("resolution", None)

    @property
    def before(self) -> Reference | None:
        """The reference that was found last."""
        return self.found[-1] if self.found else None

    def take(self, reference: Reference, *, began: int, floor: int) -> None:
        """A reference is found, from one token to before another: the next number may be of its list."""
        self.found.append(reference)
        self.floor, self.chain, self.began, self.led = floor, True, began, ""

    def lead(self, kind: str, *, began: int, floor: int) -> None:
        """A symbol of a kind is of a list, or leads one: the next number may be of it."""
        self.floor, self.chain, self.began, self.led = floor, True, began, kind

    def part(self, floor: int) -> None:
        """What is read is of others: no list goes on over it."""
        self.floor, self.chain = floor, False

    def skip(self, floor: int) -> None:
        """What is read says nothing: a list goes on over it, where there is one."""
        self.floor = floor

    def doubt(self, start: int, end: int, code: str) -> None:
        """Say of a span of the text what could not be read of it."""
        self.remarks.append(Remark(start, end, code))
