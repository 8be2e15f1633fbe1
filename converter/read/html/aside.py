"""What a page has beside the text that is read of it: each is declared, said, or only accounted for."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Aside:
    """Words of a page, by what they are. `comments` counts those of a word processor."""

    comments: int = 0
    hidden: list[str] = field(default_factory=list)  # that nobody sees
    unsure: list[str] = field(default_factory=list)  # that perhaps nobody sees
    turned: list[str] = field(default_factory=list)  # that are shown in another order than they stand in the page
    askew: list[str] = field(default_factory=list)  # that are shown turned, or as in a mirror
    made: list[str] = field(default_factory=list)  # that a style sheet makes
    pictures: list[str] = field(default_factory=list)  # names by which a style sheet draws pictures
    controls: list[str] = field(default_factory=list)  # of buttons, and of lists to choose from, that stand alone
    passed: list[str] = field(default_factory=list)  # of elements that are left out, each of which is said
    numbers: list[str] = field(default_factory=list)  # that lists make
