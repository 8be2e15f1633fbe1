"""What is told of a piece of a text: the types of an answer. They are data (schemas/why.schema.json)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the file, as a person finds it; `page` is 0 where the format has none."""

    page: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sign above a line and what it weighs: plus for a paragraph that begins there."""

    sign: str
    weight: float


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided above a line: `begins`, with what the signs weigh together.

    `margin` is how much worse the best other way to part the whole text is.
    """

    spot: Spot
    words: str
    begins: bool
    weight: float
    margin: float
    signs: tuple[Weighed, ...]
    next: bool = False  # it is the line below the piece


@dataclass(frozen=True, slots=True)
class Meaning:
    """One way to read the label of a sub-paragraph: its form, its number, and what the reading costs."""

    form: str
    number: str
    cost: float
    chosen: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of data: its file, the block of it that it stands in, its number and its words."""

    file: str
    block: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """What a recogniser did with a mark: `made`, `changed` (what, in `fields`), `took away`."""

    recogniser: str
    did: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Words of a text as the page of its language knows them, and what they may be: a noun, an organ, a number."""

    text: str
    senses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A mark: its words and span, what it means, what was done with it, and the lines of data it was read by.

    `tokens` are the known words in it. `parts` are its pinpoints, each with lines of its own. A mark that was taken
    away again is not `kept`.
    """

    kind: str
    text: str
    start: int
    end: int
    spot: Spot
    means: dict[str, Any]
    kept: bool
    steps: tuple[Step, ...]
    tokens: tuple[Known, ...]
    read_by: tuple[Line, ...]
    parts: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class Passed:
    """What looks like a citation and is none: why, empty where it is not known and a finding says so."""

    text: str
    start: int
    end: int
    spot: Spot
    why: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A number that may be the mark of a `note`, with the characters around it: what it hangs on, was it `taken`?"""

    note: str
    printed: str
    around: str
    spot: Spot
    why: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """What `check` says of the piece."""

    spot: Spot
    code: str
    severity: str
    message: str


@dataclass(frozen=True, slots=True)
class Answer:
    """All that is known of why one piece was read as it was."""

    id: str
    kind: str
    number: str | None
    parent: str | None
    label: str | None
    text: str
    spot: Spot
    rule: Line | None
    decided: tuple[Decided, ...]
    meanings: tuple[Meaning, ...]
    doubt: str
    marks: tuple[Shown, ...]
    passed: tuple[Passed, ...]
    note_marks: tuple[NoteMark, ...]
    findings: tuple[Finding, ...]
