"""What only shows when the authority files are seen together: records that contradict one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from converter.authorities.kinds import Placed
from converter.authorities.names import normal_name
from converter.authorities.records import Body
from converter.yaml_safe import Problem


def check_across(tables: dict[str, list[Placed[Any]]]) -> list[Problem]:
    """Leave out (of `tables`, in place) records that contradict another one, and say so.

    Two organs may not share a template for symbols; the organ of a session or a report must be known; a spelling may
    mean only one instrument, fund or mechanism, since a text gives nothing else to tell them apart.
    """
    problems = _drop(tables, "bodies", _shared_templates(tables["bodies"]))
    bodies = frozenset(one.record.id for one in tables["bodies"])
    problems += _drop(tables, "sessions", _without_body(tables["sessions"], bodies))
    problems += _drop(tables, "reports", _without_body(tables["reports"], bodies))
    taken: dict[tuple[str, str], str] = {}
    for name in ("instruments", "funds", "mechanisms"):
        problems += _drop(tables, name, _shared_names(tables[name], taken))
    problems += _drop(tables, "countries", _shared_names(tables["countries"], {}))
    return problems


def _drop(
    tables: dict[str, list[Placed[Any]]], name: str, found: Iterable[tuple[Placed[Any], Problem]]
) -> list[Problem]:
    """Take the records that were found wrong out of their table."""
    pairs = list(found)
    wrong = {one.at for one, _ in pairs}
    tables[name] = [one for one in tables[name] if one.at not in wrong]
    return [problem for _, problem in pairs]


def _shared_templates(rows: Iterable[Placed[Body]]) -> Iterator[tuple[Placed[Body], Problem]]:
    owner: dict[str, str] = {}
    for one in rows:
        for _, template in one.record.symbols:
            if owner.setdefault(template, one.record.id) != one.record.id:
                message = f"{template} is the template of {owner[template]} already"
                yield one, one.problem(message, "each series of symbols belongs to one organ", key="symbols")


def _without_body(rows: Iterable[Placed[Any]], bodies: frozenset[str]) -> Iterator[tuple[Placed[Any], Problem]]:
    for one in rows:
        if one.record.body is not None and one.record.body not in bodies:
            hint = f"known: {', '.join(sorted(bodies)) or 'none'}"
            yield one, one.problem(f"no organ has the id {one.record.body!r}", hint, key="body")


def _shared_names(
    rows: Iterable[Placed[Any]], taken: dict[tuple[str, str], str]
) -> Iterator[tuple[Placed[Any], Problem]]:
    for one in rows:
        own = getattr(one.record, "id", None) or one.record.code
        for lang, names in one.record.names.by_lang:
            for name in names:
                owner = taken.setdefault((lang, normal_name(name)), own)
                if owner != own:
                    hint = "a spelling may belong to one record only"
                    yield one, one.problem(f"{name!r} is a name of {owner} already", hint, key="names")
