"""The words and sentences of one language, and what is made of them: numerals, dates, filled sentences."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, cast

from converter.yaml_safe import load_yaml

DATA = Path(__file__).parent / "data"
AUTHORITIES = DATA / "authorities"


@cache
def read(name: str) -> Any:
    """A data file of this package. Dates stay text, as in the authority files."""
    value, _, problems = load_yaml((DATA / name).read_text(encoding="utf-8"), name)
    if problems:
        raise ValueError(f"{name}: {problems[0]}")
    return value


@cache
def names(kind: str, lang: str) -> tuple[str, ...]:
    """The preferred names of the records of an authority file, in its order."""
    return tuple(record["names"][lang][0] for record in read(f"authorities/{kind}.yml"))


@cache
def offices(lang: str) -> tuple[str, ...]:
    """The preferred names of the offices that texts address."""
    records = read("authorities/mechanisms.yml")
    return tuple(record["names"][lang][0] for record in records if record["kind"] == "office")


def han(number: int) -> str:
    """27 → 二十七; for 1 to 99, as sessions are counted."""
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{digits[tens]}十"
    return head + (digits[ones] if ones else "")


def long_date(iso: str) -> str:
    """2021-03-19 → 2021年3月19日."""
    year, month, day = (int(part) for part in iso.split("-"))
    return f"{year}年{month}月{day}日"


class Bank:
    """The sentences of a language, dealt out by one generator of chance."""

    def __init__(self, lang: str, chance: random.Random, fixed: Mapping[str, str]) -> None:
        self.lang = lang
        self.chance = chance
        self.data: Mapping[str, Any] = read(f"{lang}.yml")
        self._fixed = fixed
        self._decks: dict[str, list[str]] = {}

    def table(self, place: str) -> list[str]:
        """The list at a dotted place of the data."""
        value: Any = self.data
        for key in place.split("."):
            value = value[key]
        return cast(list[str], value)

    def deal(self, place: str) -> str:
        """The next card of a shuffled list: none comes twice before all have come once."""
        deck = self._decks.get(place)
        if not deck:
            deck = list(self.table(place))
            self.chance.shuffle(deck)
            self._decks[place] = deck
        return deck.pop()

    def choose(self, items: Sequence[str]) -> str:
        """Any of these."""
        return self.chance.choice(items)

    def sentence(self, place: str, **more: str) -> str:
        """The next sentence of a list, its braces filled."""
        return self.fill(self.deal(place), **more)

    def fill(self, template: str, **more: str) -> str:
        """A template with every brace filled: by `more`, by what is fixed for the work, else by chance."""
        return template.format_map(_Slots(self, more))

    def slot(self, name: str) -> str:
        """A word for a brace."""
        if name in self._fixed:
            return self._fixed[name]
        named = {"fund": "funds", "mechanism": "mechanisms", "island": "countries"}
        if name == "mechanism":
            return self.choose([one for one in names("mechanisms", self.lang) if one not in offices(self.lang)])
        if name in named:
            return self.choose(names(named[name], self.lang))
        if name == "office":
            return self.choose(offices(self.lang))
        return self.deal(f"words.{name}")


class _Slots(dict[str, str]):
    """What fills the braces of one sentence: the same brace takes the same word."""

    def __init__(self, bank: Bank, more: Mapping[str, str]) -> None:
        super().__init__(more)
        self._bank = bank

    def __missing__(self, key: str) -> str:
        base = key.rstrip("2")
        value = self._bank.slot(base)
        while base != key and value == self.get(base):  # a second island is another island
            value = self._bank.slot(base)
        self[key] = value
        return value
