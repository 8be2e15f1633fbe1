"""YAML that people wrote, read safely: bounded work, no surprises of type, and every finding has its place.

The C parser of PyYAML only cuts the text into events; the values are made here. That keeps the promises:

* an alias is refused where it stands and never expanded, so a "YAML bomb" costs what its text costs;
* `NO` stays the code of Norway, `2021-09-13` stays text, `0123` stays text: only `null`, `true`, `false` and
  plain decimal numbers are anything but strings (the core schema of YAML 1.2, less octal, hex, exponents and
  infinities);
* a duplicate key is a finding and not a silent overwrite;
* each value and each key remembers its line and column, for whoever checks the values next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from converter.yaml_safe.words import fault

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 20
MAX_SKIPPED_DEPTH = 1000  # the parser's time grows with the square of the depth, so it is stopped
MAX_VALUES = 100_000
MAX_PROBLEMS = 100
MAX_PROBLEMS_OF_ITEM = 10

DataPath = tuple[str | int, ...]
"""A place in the data: keys and indexes from the top, `(3, "names", "zh", 0)`."""

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,18}\.[0-9]{1,18}")
# Controls, the ends of lines and paragraphs that are no line end to YAML, what turns the order of words (UAX #9), and
# what is no character. The marks that only say which way a neighbour runs stay: Arabic needs them.
_UNSEEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_CONSTANTS: Mapping[str, object] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding about a file of data.

    `line` and `column` count from 1; 0 means the file as a whole. `at` is the place in the data, so that
    whoever reads the data can leave out just the record that is wrong; the empty place is the whole file.
    """

    path: str
    line: int
    column: int
    message: str
    hint: str = ""
    at: DataPath = field(default=(), compare=False)  # keys and indexes have no common order


@dataclass(frozen=True, slots=True)
class LineMap:
    """Where each value, and each key of a mapping, stands in the text: (line, column), both from 1."""

    values: Mapping[DataPath, tuple[int, int]] = field(default_factory=dict)
    keys: Mapping[DataPath, tuple[int, int]] = field(default_factory=dict)

    def value(self, at: Sequence[str | int]) -> tuple[int, int]:
        """Give the place of the value at this path, or of its nearest ancestor; (0, 0) when there is none."""
        return self._nearest(self.values, tuple(at))

    def key(self, at: Sequence[str | int]) -> tuple[int, int]:
        """Give the place of the key that leads to this path; where there is no such key, the value's."""
        found = self.keys.get(tuple(at))
        return found if found is not None else self.value(at)

    @staticmethod
    def _nearest(places: Mapping[DataPath, tuple[int, int]], at: DataPath) -> tuple[int, int]:
        for length in range(len(at), -1, -1):
            if (found := places.get(at[:length])) is not None:
                return found
        return (0, 0)


def load_yaml(text: str, path: str) -> tuple[object, LineMap, tuple[Problem, ...]]:
    """Read one YAML document.

    In: the text, and the path to name in findings. Out: the value (dict, list, str, int, float, bool, None),
    the places of its parts, and the findings. Never raises for what the text holds. After a syntax error the
    value is None, except that a list at the top keeps the items that stood whole before the error.
    """
    refused = _refuse_whole(text, path)
    if refused is not None:
        return None, LineMap(), (refused,)
    reader = _Reader(path)
    reader.read(text)
    return reader.root, LineMap(reader.values, reader.keys), tuple(reader.problems)


def not_utf_8(text: str, path: str) -> Problem | None:
    """Where a text that was decoded with U+FFFD for what is no UTF-8 has one; None for another."""
    at = text.find("\ufffd")
    if at < 0:
        return None
    place = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    message = "a character here is not UTF-8, so nothing of the file is read"
    return Problem(path, *place, message, "save the file as UTF-8")


def _refuse_whole(text: str, path: str) -> Problem | None:
    """Find what makes the text unreadable as a whole, before the parser sees it."""
    try:
        size = len(text.encode("utf-8"))
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        column = error.start - text.rfind("\n", 0, error.start)
        return Problem(path, line, column, "a lone surrogate is not text", "save the file as UTF-8")
    if size > MAX_BYTES:
        return Problem(path, 0, 0, f"more than {MAX_BYTES} bytes, which is the most that is read", "split the file")
    return None


class _StopReading(Exception):  # noqa: N818 - not an error: it ends the reading
    """Nothing more of this text can be read; the finding that says why is already noted."""


class _Reader:
    """Builds the value from the events of the C parser, by recursive descent (the depth is bounded)."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.root: object = None
        self.values: dict[DataPath, tuple[int, int]] = {}
        self.keys: dict[DataPath, tuple[int, int]] = {}
        self.problems: list[Problem] = []
        self._events: Iterator[yaml.Event] = iter(())

    def read(self, text: str) -> None:
        """Fill `root`, `values`, `keys` and `problems` from the text."""
        try:
            # CSafeLoader only tokenises here; nothing is ever constructed by it.
            self._events = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
            self._document()
        except _StopReading:
            self._keep_only_whole_items()
        except yaml.MarkedYAMLError as error:
            self.problems.append(Problem(self.path, *fault(text, error)))
            self._keep_only_whole_items()
        except yaml.YAMLError as error:  # a character that YAML does not allow
            place = _place_of_bad_character(text, error)
            message, hint = "a character that YAML does not allow", "remove the control character"
            self.problems.append(Problem(self.path, *place, message, hint))
            self._keep_only_whole_items()

    def _document(self) -> None:
        for event in self._events:
            if isinstance(event, (yaml.StreamStartEvent, yaml.DocumentEndEvent, yaml.StreamEndEvent)):
                continue
            if isinstance(event, yaml.DocumentStartEvent):
                if () in self.values:
                    self._note(event, (), "a second document begins here", "drop the ---")
                    raise _StopReading
                continue
            self.root = self._value(event, (), 0)

    def _value(self, event: yaml.Event, at: DataPath, depth: int) -> object:
        self.values[at] = _place(event)
        if len(self.values) > MAX_VALUES:
            self._note(event, (), f"more than {MAX_VALUES} values: the rest is not read", "split the file")
            raise _StopReading
        if isinstance(event, yaml.AliasEvent):
            self._note(event, at, f"an alias (*{event.anchor}) is not allowed", "write the value out")
            return None
        self._check_properties(event, at)
        if isinstance(event, yaml.ScalarEvent):
            self._check_signs(event, at)
            return _scalar(event)
        if depth == MAX_DEPTH:
            self._note(event, at, f"nested more than {MAX_DEPTH} deep", "flatten the data")
            self._skip()
            return None
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(at, depth)
        return self._mapping(at, depth)

    def _check_properties(self, event: yaml.Event, at: DataPath) -> None:
        """Refuse an anchor, and a tag that would ask for a type."""
        anchor = getattr(event, "anchor", None)
        if anchor:
            self._note(event, at, f"an anchor (&{anchor}) is not allowed", "write the value out")
        tag = getattr(event, "tag", None)
        if tag:
            self._note(event, at, f"a tag ({tag}) is not allowed", "leave the tag out")

    def _check_signs(self, event: yaml.ScalarEvent, at: DataPath) -> None:
        """Refuse what no reader sees and a page, a feed or a terminal obeys: escapes of YAML can write any of it."""
        if (bad := _UNSEEN.search(event.value)) is not None:
            message = f"a sign that nobody sees (U+{ord(bad[0]):04X}) stands in the words"
            self._note(event, at, message, "take it away, or write the words anew")

    def _sequence(self, at: DataPath, depth: int) -> list[object]:
        items: list[object] = []
        if not at:
            self.root = items  # so that whole items survive a syntax error further down
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, (*at, len(items)), depth + 1))
        return items

    def _mapping(self, at: DataPath, depth: int) -> dict[str, object]:
        pairs: dict[str, object] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                self._skip_pair_without_key(event, at)
                continue
            self._pair(pairs, event, at, depth)
        return pairs

    def _pair(self, pairs: dict[str, object], key: yaml.ScalarEvent, at: DataPath, depth: int) -> None:
        name: str = key.value  # a key is text as written, whatever it looks like
        if name in pairs:
            hint = f"the first is on line {self.keys[(*at, name)][0]}"
            self._note(key, at, f"the key {name!r} stands here a second time", hint)
            # The value is still read, for its own findings, under a place that cannot hide the first one's.
            self._value(next(self._events), (*at, f"{name} (again)"), depth + 1)
            return
        self._check_properties(key, at)
        self._check_signs(key, at)
        place = (*at, name)
        self.keys[place] = _place(key)
        pairs[name] = self._value(next(self._events), place, depth + 1)

    def _skip_pair_without_key(self, event: yaml.Event, at: DataPath) -> None:
        self._note(event, at, "a key must be plain text", "write name: value")
        if isinstance(event, yaml.CollectionStartEvent):
            self._skip()
        if isinstance(next(self._events), yaml.CollectionStartEvent):
            self._skip()

    def _skip(self) -> None:
        """Pass over the rest of a collection whose start event has been taken."""
        open_collections = 1
        for event in self._events:
            if isinstance(event, yaml.CollectionStartEvent):
                open_collections += 1
                if open_collections > MAX_SKIPPED_DEPTH:
                    self._note(event, (), "nested too deep: the rest is not read", "flatten the data")
                    raise _StopReading
            elif isinstance(event, yaml.CollectionEndEvent):
                open_collections -= 1
                if not open_collections:
                    return

    def _note(self, event: yaml.Event, at: DataPath, message: str, hint: str) -> None:
        line, column = _place(event)
        if at and sum(problem.at[:1] == at[:1] for problem in self.problems) >= MAX_PROBLEMS_OF_ITEM:
            return  # the item is known to be wrong; more findings would only fill the screen
        self.problems.append(Problem(self.path, line, column, message, hint, at))
        if len(self.problems) >= MAX_PROBLEMS:
            self.problems.append(Problem(self.path, line, column, "too many findings: the rest is not read"))
            raise _StopReading

    def _keep_only_whole_items(self) -> None:
        if not isinstance(self.root, list):
            self.root = None


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (0, 0) if mark is None else (mark.line + 1, mark.column + 1)


def _scalar(event: yaml.ScalarEvent) -> object:
    """Make the value of a scalar: text, unless it is unquoted and looks like a constant or a plain number."""
    text: str = event.value
    plain = event.implicit[0]  # true only for a scalar without quotes and without a tag
    if not plain:
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return text


def _place_of_bad_character(text: str, error: yaml.YAMLError) -> tuple[int, int]:
    """Find the line and column of the character that the reader refused; (0, 0) when it does not say."""
    bad = getattr(error, "character", None)
    position = text.find(bad if isinstance(bad, str) else chr(bad)) if bad is not None else -1
    if position < 0:
        return (0, 0)
    return (text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position))
