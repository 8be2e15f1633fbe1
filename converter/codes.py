"""The codes of findings: what each weighs and says, as `check --explain CODE` and the documentation tell it."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_FILE = Path(__file__).parent / "codes.yml"
_WEIGHTS = {
    "error": "the page would mislead; `check` ends with 1 until it is mended or accepted",
    "warning": "look here, and compare with the official document",
    "info": "mended and sure, or nothing that the page says wrongly",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding: the codes that say it, their weights, and what they say."""

    codes: tuple[str, ...]
    weights: tuple[str, ...]
    says: str


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
    return tuple(Group(one["title"], one.get("about", ""), tuple(map(_kind, one["codes"]))) for one in value)


def _kind(raw: dict[str, Any]) -> Kind:
    return Kind(tuple(raw["codes"]), tuple(raw["weights"]), raw["says"])


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
