"""From a language's data file to compiled patterns.

A data file never runs code: it holds patterns, tables and words. `Language.pattern("citations.reference")`
is the compiled pattern at that place of the file; `Language.table(...)` and `Language.words(...)` are plain data.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path
from typing import Any, cast

import yaml

from converter.authorities import Authorities

FOLDER = Path(__file__).parent
MARKER = r"\d{1,3}|\*{1,3}"
_PLACEHOLDER = re.compile(r"%(\w+)%")


def available() -> tuple[str, ...]:
    """The codes of the languages that have a data file."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yml") if "." not in path.stem))


@cache
def read_data(code: str) -> dict[str, Any]:
    """The raw data of one language; `code` must be one of `available()`."""
    if code not in available():
        raise KeyError(code)
    text = (FOLDER / f"{code}.yml").read_text(encoding="utf-8")
    return cast(dict[str, Any], yaml.load(text, Loader=yaml.CSafeLoader))


class Language:
    """A language's data with its patterns compiled, for the bodies of one set of authority files."""

    def __init__(self, code: str, authorities: Authorities) -> None:
        self.code = code
        self.authorities = authorities
        self._data = read_data(code)
        self._patterns: dict[str, re.Pattern[str]] = {}

    @cached_property
    def organs(self) -> dict[str, tuple[str, bool]]:
        """Each name of a body as printed → the body's id and whether the name is full (not 理事会)."""
        names: dict[str, tuple[str, bool]] = {}
        for body in self.authorities.bodies:
            for name in body.short.of(self.code):
                names.setdefault(name, (body.id, False))
        for body in self.authorities.bodies:
            for name in body.names.of(self.code):
                names[name] = (body.id, True)
        return names

    @cached_property
    def _fragments(self) -> dict[str, str]:
        longest_first = sorted(self.organs, key=lambda name: (-len(name), name))
        organ = "|".join(re.escape(name) for name in longest_first)
        return {**self._data["fragments"], "organ": f"(?:{organ})", "marker": MARKER}

    def expand(self, pattern: str) -> str:
        """The pattern with every %fragment% put in."""
        while _PLACEHOLDER.search(pattern):
            pattern = _PLACEHOLDER.sub(lambda match: self._fragments[match[1]], pattern)
        return pattern

    def compile(self, pattern: str) -> re.Pattern[str]:
        """A pattern of this language, with its fragments, compiled."""
        return re.compile(self.expand(pattern), re.VERBOSE)

    def compile_cached(self, pattern: str) -> re.Pattern[str]:
        """Like `compile`, for a pattern that stands in a list of the data file and is used often."""
        if pattern not in self._patterns:
            self._patterns[pattern] = self.compile(pattern)
        return self._patterns[pattern]

    def table(self, place: str) -> Any:
        """The data at a dotted place of the file, e.g. `masthead.types`."""
        value: Any = self._data
        for key in place.split("."):
            value = value[key]
        return value

    def pattern(self, place: str) -> re.Pattern[str]:
        """The compiled pattern at a dotted place of the file."""
        if place not in self._patterns:
            self._patterns[place] = self.compile(self.table(place))
        return self._patterns[place]

    @cached_property
    def masthead_rules(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """The ordered line rules of the masthead: kind, pattern."""
        return tuple((rule["kind"], self.compile(rule["pattern"])) for rule in self.table("masthead.rules"))

    @cached_property
    def furniture_rules(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """The ordered rules for lines that the page added: kind, pattern."""
        return tuple((rule["kind"], self.compile(rule["pattern"])) for rule in self.table("furniture"))

    @cached_property
    def opening_verb(self) -> re.Pattern[str]:
        """What a preambular paragraph opens with: modifiers, then a verb (`lemma`) or a feeling expressed."""
        return self._verb("further", "joined", "opening")

    @cached_property
    def further_verb(self) -> re.Pattern[str]:
        """What a later clause of a paragraph may open with."""
        return self._verb("further")

    @cached_property
    def joined_verb(self) -> re.Pattern[str]:
        """What a later clause may open with after 并, 又, 还 and the like."""
        return self._verb("further", "joined")

    @cached_property
    def late_expression(self) -> re.Pattern[str]:
        """对……表示关切: modifiers, what the feeling is about, then the feeling as `verb`."""
        data = self.table("verbs")
        feelings = "|".join(data["feelings"])
        return self.compile(
            f"{data['modifiers']}(?:对|就)[^，；。]{{1,120}}?(?P<verb>{data['expressing']}(?P<feeling>{feelings}))"
        )

    def _verb(self, *lists: str) -> re.Pattern[str]:
        verbs = {verb for name in lists for verb in self.table(f"verbs.{name}")}
        longest_first = "|".join(sorted(verbs, key=lambda verb: (-len(verb), verb)))
        feelings = "|".join(self.table("verbs.feelings"))
        data = self.table("verbs")
        return self.compile(
            f"(?P<modifiers>{data['modifiers']}?)(?!{data['exclude']})"  # as few modifiers as will do
            f"(?:{data['expressing']}(?P<feeling>{feelings})|(?P<lemma>{longest_first})(?!地))"
        )

    @cached_property
    def entity_names(self) -> dict[str, tuple[str, str]]:
        """Each name of an instrument, agenda, fund or mechanism → its kind and id; offices are no entities."""
        names: dict[str, tuple[str, str]] = {}
        for name, kind, identity in self.authorities.names(self.code):
            if kind != "office":
                names.setdefault(name, (kind, identity))
        return names

    @cached_property
    def entity_pattern(self) -> re.Pattern[str]:
        """Finds any entity's name; where one is part of another, the longer one."""
        longest_first = sorted(self.entity_names, key=lambda name: (-len(name), name))
        return re.compile("|".join(map(re.escape, longest_first)) or "(?!)")

    @cached_property
    def actors(self) -> dict[str, str]:
        """Each name of a body, mechanism or office → its id, for who must do what."""
        names = {name: identity for name, _, identity in reversed(self.authorities.names(self.code))}
        return {**{name: body for name, (body, full) in self.organs.items() if full}, **names}

    @cached_property
    def sub_rules(self) -> tuple[re.Pattern[str], ...]:
        """The labels of sub-paragraphs, the outermost form first."""
        return tuple(self.compile(pattern) for pattern in self.table("body.subs"))


@cache
def load(code: str, authorities: Authorities) -> Language:
    """The language `code`, or KeyError when there is no data file for it."""
    return Language(code, authorities)
