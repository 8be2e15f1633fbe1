"""The codes of findings: what each weighs and says, as `check --explain CODE` and the documentation tell it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
GAVE_UP = "read-gave-up"
"""The code of a file that a limit of this machine kept from being read: it is tried again the next time."""
OTHER = "other"
"""The word of the site where a code has none of its own."""
_FILE = Path(__file__).parent / "codes.yml"
_WEIGHTS = {
    "error": "the page would mislead; `check` ends with 1 until it is mended or accepted",
    "warning": "look here, and compare with the official document",
    "info": "mended and sure, or nothing that the page says wrongly",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding: the codes that say it, their weights, and what they say.

    `uncertain` and `aside` are the site's words for what a reader is told is not certain, and for why a text is not
    shown: that of each code, where they differ. `misprint` says that the source is misprinted, and seen through.
    """

    codes: tuple[str, ...]
    weights: tuple[str, ...]
    says: str
    uncertain: Mapping[str, str]
    aside: Mapping[str, str]
    misprint: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The kinds of one part of a work; `about` is said of them all."""

    title: str
    about: str
    kinds: tuple[Kind, ...]


class UnknownCodeError(LookupError):
    """No finding has this code, or this weight of it. The message names those that are spelled nearly so."""


@cache
def groups() -> tuple[Group, ...]:
    """Every group, in the order of the documentation."""
    from converter.yaml_safe import load_yaml  # noqa: PLC0415 - a process that reads files has findings, and no YAML

    value, _, problems = load_yaml(_FILE.read_text(encoding="utf-8"), _FILE.name)
    assert isinstance(value, list), problems
    return tuple(map(_group, value))


def _group(raw: dict[str, Any]) -> Group:
    told = raw.get("uncertain", {})
    return Group(raw["title"], raw.get("about", ""), tuple(_kind(one, told) for one in raw["codes"]))


def _kind(raw: dict[str, Any], told: str | dict[str, str]) -> Kind:
    every = tuple(raw["codes"])
    uncertain, aside = (
        dict.fromkeys(every, one) if isinstance(one, str) else one
        for one in (raw.get("uncertain", told), raw.get("aside", {}))
    )
    return Kind(every, tuple(raw["weights"]), raw["says"], uncertain, aside, raw.get("misprint", False))


def weights() -> dict[str, tuple[str, ...]]:
    """Each code with the weights that it can have."""
    return {code: kind.weights for code, kind in _by_code().items()}


def weight(code: str, *, lighter: bool = False) -> str:
    """What a finding of this code weighs; `lighter` is the second of two weights.

    Raises UnknownCodeError, for a second weight of a code that has one too.
    """
    kinds = _by_code()
    if code not in kinds:
        raise _unknown(code)
    if lighter and len(kinds[code].weights) == 1:
        raise UnknownCodeError(f"the code {code!r} has one weight, and a lighter one is asked for")
    return kinds[code].weights[lighter]


def uncertain(code: str) -> str:
    """What a reader is told is not certain where a finding of this code is: a word of the site's `uncertain.what`."""
    return _by_code()[code].uncertain.get(code, OTHER)


def aside(code: str) -> str:
    """Why a text is not shown for a finding of this code: a word of the site's `aside.why`."""
    return _by_code()[code].aside.get(code, OTHER)


def is_misprint(code: str) -> bool:
    """Whether the source is misprinted there, and that was seen through."""
    return _by_code()[code].misprint


@cache
def _by_code() -> dict[str, Kind]:
    return {code: kind for group in groups() for kind in group.kinds for code in kind.codes}


def explain(code: str) -> str:
    """What a code says, for people. Raises UnknownCodeError."""
    code = code.strip().strip("[]`").lower()
    for group in groups():
        for kind in group.kinds:
            if code in kind.codes:
                return _LINK.sub(r"\1", "\n".join(_lines(code, group, kind)))
    raise _unknown(code)


def _unknown(code: str) -> UnknownCodeError:
    near = difflib.get_close_matches(code, weights(), n=4, cutoff=0.5)
    more = f"; nearly so: {', '.join(near)}" if near else ""
    return UnknownCodeError(f"no finding has the code {code!r}{more}")


def _lines(code: str, group: Group, kind: Kind) -> list[str]:
    beside = [other for other in kind.codes if other != code]
    return [
        f"{code} ({group.title})",
        f"  {kind.says}",
        *([f"  {group.about}"] if group.about else []),
        *([f"  the same is said of {', '.join(beside)}"] if beside else []),
        *(f"  {weight}: {_WEIGHTS[weight]}" for weight in kind.weights),
        "  what to do in each place stands below the finding itself; more: docs/contribute/findings.md",
    ]


def tables() -> str:
    """The groups as the documentation shows them: headings, and tables of code, weight and what it says."""
    return "".join(_table(group) for group in groups())


def _table(group: Group) -> str:
    rows = (
        f"| {', '.join(f'`{code}`' for code in kind.codes)} | {', '.join(kind.weights)} | {kind.says} |\n"
        for kind in group.kinds
    )
    about = f"{group.about}\n\n" if group.about else ""
    return f"## {group.title}\n\n{about}| code | weight | what it says |\n|---|---|---|\n{''.join(rows)}\n"
