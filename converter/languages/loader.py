"""From a language's data file to compiled patterns.

A data file never runs code: it holds patterns, tables and words. `Language.pattern("citations.reference")`
is the compiled pattern at that place of the file; `Language.table(...)` and `Language.words(...)` are plain data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
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
    """The raw data of one language, the words of the site under `ui`; `code` must be one of `available()`."""
    if code not in available():
        raise KeyError(code)
    data, words = (
        cast(dict[str, Any], yaml.load((FOLDER / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
        for name in (f"{code}.yml", f"{code}.ui.yml")
    )
    return {**data, "ui": words}


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words; where one begins with another, the longer one.

    Words with the same first character share it in the pattern, which is then tried once and not word by word.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    groups = (
        re.escape(first) + (f"(?:{'|'.join(tails)})" if len(tails) > 1 else tails[0])
        for first, tails in sorted(rests.items())
    )
    return f"(?:{'|'.join(groups) or '(?!)'})"


class Language:
    """A language's data with its patterns compiled, for the bodies of one set of authority files."""

    def __init__(self, code: str, authorities: Authorities) -> None:
        self.code = code
        self.authorities = authorities
        self._data = read_data(code)
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._tables: dict[str, Any] = {}

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
    def roots(self) -> tuple[str, ...]:
        """What the symbols of the bodies' texts begin with."""
        return self.authorities.roots()

    @cached_property
    def _fragments(self) -> dict[str, str]:
        named = {"organ": _any_of(self.organs), "root": _any_of(self.roots), "marker": MARKER}
        return {**self._data["fragments"], **named}

    def expand(self, pattern: str) -> str:
        """The pattern with every %fragment% put in."""
        while _PLACEHOLDER.search(pattern):
            pattern = _PLACEHOLDER.sub(lambda match: self._fragments[match[1]], pattern)
        return pattern

    @staticmethod
    def fragment_names(pattern: str) -> list[str]:
        """The names of the %fragments% that a pattern of the data file asks for."""
        return _PLACEHOLDER.findall(pattern)

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
        if place not in self._tables:
            value: Any = self._data
            for key in place.split("."):
                value = value[key]
            self._tables[place] = value
        return self._tables[place]

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
    def short_names(self) -> dict[str, tuple[str, ...]]:
        """Each short name (理事会) → the ids of the bodies that share it."""
        shared: dict[str, tuple[str, ...]] = {}
        for body in self.authorities.bodies:
            for name in body.short.of(self.code):
                shared[name] = (*shared.get(name, ()), body.id)
        return shared

    @cached_property
    def citation_forms(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """The settings of a number: the sign that must stand in the text, pattern."""
        return tuple((form["sign"], self.compile(form["pattern"])) for form in self.table("citations.forms"))

    @cached_property
    def citation_parts(self) -> tuple[tuple[str, int, tuple[str, ...], re.Pattern[str]], ...]:
        """What may stand before a number: name, greatest length, last characters, pattern (which must end there)."""
        return tuple(
            (
                part["part"],
                part["within"],
                tuple(part.get("ends", "")) or ("",),
                self.compile(f"(?:{part['pattern']})$"),
            )
            for part in self.table("citations.parts")
        )

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
        about = f"{_any_of(data['about'])}{data['about_whom']}"
        return self.compile(f"{self._modifiers}{about}(?P<verb>{self._expressing})")

    @cached_property
    def connector(self) -> re.Pattern[str]:
        """What may join a later clause to the ones before it (并, 同时), or nothing."""
        return self.compile(f"{_any_of(self.table('verbs.connectors'))}?")

    @cached_property
    def clause_openers(self) -> frozenset[str]:
        """The first characters of whatever a clause with a further verb may open with."""
        data = self.table("verbs")
        lists = ("connectors", "adverbs", "degrees", "manners", "expressing", "about", "further", "joined")
        return frozenset(word[0] for name in lists for word in data[name])

    @cached_property
    def _modifiers(self) -> str:
        """还, 大力, 关切地, 严重关切地: any number of them."""
        data = self.table("verbs")
        manner = f"{_any_of(data['degrees'])}?{_any_of(data['manners'])}{data['manner_mark']}"
        # Atomic: a degree is an adverb as well, and two ways to read each would double the work with every word.
        return f"(?>{manner}|{_any_of(data['adverbs'])})*"

    @cached_property
    def _expressing(self) -> str:
        """表示赞赏, 深表关切, 表示最衷心的感谢: the feeling is the lemma."""
        data = self.table("verbs")
        intensity = f"(?:{_any_of(data['intensities'])}(?:{data['intensity_mark']})?)?"
        return f"{_any_of(data['expressing'])}{intensity}(?P<feeling>{_any_of(data['feelings'])})"

    def _verb(self, *lists: str) -> re.Pattern[str]:
        data = self.table("verbs")
        verbs = _any_of(verb for name in lists for verb in data[name])
        return self.compile(
            f"(?P<modifiers>{self._modifiers}?)(?!{data['exclude']})"  # as few modifiers as will do
            f"(?:{self._expressing}|(?P<lemma>{verbs})(?!{data['not_before']}))"
        )

    @cached_property
    def actor_heads(self) -> tuple[str, ...]:
        """What the name of one who acts ends in."""
        return tuple(self.table("addressee.heads"))

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
        return re.compile(_any_of(self.entity_names))

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
