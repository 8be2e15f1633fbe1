"""The facts of a text that its page, `inspect` and the data all say: one row each, with its value and what it is.

The rows of the JSON Schemas come from here too (`python -m tools.schemas` writes them, a test compares).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from converter.model import Catalogued


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact: its key, how JSON has it, and its JSON Schema with the words that describe it."""

    name: str
    of: Callable[[Catalogued], Any]
    schema: Mapping[str, Any]


_DAY = {"pattern": r"^\d{4}-\d{2}-\d{2}$"}
_SYMBOL = {"pattern": r"^[A-Za-z-]+/[^\s]+$"}


def fields(one: object, *names: str) -> dict[str, Any]:
    """The fields of a value that data have under their own names, in this order."""
    return {name: getattr(one, name) for name in names}


def facts(one: Catalogued) -> dict[str, Any]:
    """What is known of a text, in the order of the table."""
    return {fact.name: fact.of(one) for fact in FACTS}


def _session_dates(one: Catalogued) -> dict[str, str | None] | None:
    """The days of the session as the text prints them."""
    return {"from": one.session_from, "to": one.session_to} if one.session_from else None


def _agenda_items(one: Catalogued) -> list[dict[str, Any]]:
    return [fields(item, "number", "title") for item in one.agenda_items]


def _origin(one: Catalogued) -> list[dict[str, Any]]:
    return [fields(before, "symbol", "pinpoint") for before in one.origin]


def _maybe(described: str, **more: str) -> dict[str, Any]:
    return {"type": ["string", "null"], **more, "description": described}


def _objects(described: str, **properties: Mapping[str, Any]) -> dict[str, Any]:
    """A list of objects of which every property is there."""
    one = {"type": "object", "additionalProperties": False, "required": list(properties), "properties": properties}
    return {"type": "array", "items": one, "description": described}


FACTS = (
    Fact("lang", attrgetter("lang"), {
        "type": "string", "pattern": "^[a-z]{2}$", "description": "Language of the text, ISO 639-1.",
    }),
    Fact("symbol", attrgetter("symbol"), _maybe(
        "UN document symbol in its canonical spelling; null while the text has none.", **_SYMBOL)),
    Fact("adopted_as", attrgetter("adopted_as"), _maybe("Of a draft: the symbol of the text as adopted.", **_SYMBOL)),
    Fact("kind", attrgetter("kind"), {
        "enum": ["resolution", "decision", "presidential-statement"], "description": "What the text is.",
    }),
    Fact("status", attrgetter("status"), {"enum": ["draft", "adopted"], "description": "How far the text has come."}),
    Fact("body", attrgetter("body"), _maybe("Id of the organ: HRC, GA, SC, ECOSOC, CHR…")),
    Fact("session", attrgetter("session"), _maybe(
        "Number of the session, with S- or ES- in front if it was special: 51, S-26.")),
    Fact("session_dates", _session_dates, {
        "type": ["object", "null"], "additionalProperties": False, "required": ["from", "to"],
        "properties": {
            "from": {"type": "string", **_DAY, "description": "First day."},
            "to": {"type": ["string", "null"], **_DAY, "description": "Last day."},
        },
        "description": "The days of the session as the text prints them.",
    }),
    Fact("agenda_items", _agenda_items, _objects(
        "Items of the session's agenda.",
        number={"type": "string", "description": "As printed."}, title=_maybe("As printed."))),
    Fact("origin", _origin, _objects(
        "The documents that were before the organ when it adopted the text, as the brackets of the masthead name them: "
        "a committee's report, or a draft.",
        symbol={"type": "string", "description": "Its symbol in the canonical spelling."},
        pinpoint=_maybe("The paragraph of it."))),
    Fact("number", attrgetter("number"), _maybe("The number as printed before the title: 48/24, 51/…")),
    Fact("title", attrgetter("title"), _maybe("The title as printed.")),
    Fact("date", attrgetter("date"), _maybe("Day of adoption; of a draft, the date it bears.", **_DAY)),
)  # fmt: skip
