"""The words of the site in one language: names of kinds, bodies, sessions, paragraphs, dates."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast

from converter.authorities import Authorities
from converter.languages import Language
from converter.model import Record


class Words:
    """UI words from the language's data file, and names from the authority files."""

    def __init__(self, language: Language, authorities: Authorities) -> None:
        self.lang = language.code
        self._ui: dict[str, Any] = language.table("ui")
        self._authorities = authorities

    @cached_property
    def _entities(self) -> dict[tuple[str, str], str]:
        found = self._authorities
        names = {(one.kind, one.id): one.names for one in found.instruments}
        names |= {(one.kind, one.id): one.names for one in found.mechanisms}
        names |= {("fund", fund.id): fund.names for fund in found.funds}
        goals = {
            ("goal", goal.id): self("goal").format(number=goal.number, name=goal.names.preferred(self.lang) or "")
            for goal in found.goals
        }
        return {key: spelled.preferred(self.lang) or key[1] for key, spelled in names.items()} | goals

    def entity(self, kind: str, identity: str) -> str:
        """The preferred name of an instrument, agenda, goal, fund or mechanism; its id when it has none."""
        return self._entities.get((kind, identity), identity)

    def __call__(self, key: str) -> str:
        """The word for `key`."""
        return cast(str, self._ui[key])

    def table(self, key: str) -> dict[str, str]:
        """A table of words."""
        return cast(dict[str, str], self._ui[key])

    def quote(self, record: Record) -> str:
        """How the UN's documents name a work in running text; `{paragraph}` stands where a pinpoint goes."""
        form = "draft" if record.status == "draft" else "adopted"
        return (
            self.of("quote", form)
            .format(
                body=self.body(record.body),
                number=record.number or record.symbol or "",
                kind=self.of("kind", record.kind),
                title=record.title or self("untitled"),
                symbol=record.symbol or "",
                paragraph="{paragraph}",
            )
            .replace("()", "")
            .replace("（）", "")
        )

    def row(self, key: str) -> list[str]:
        """The words of a table's head."""
        return cast(list[str], self._ui[key])

    def of(self, table: str, key: str) -> str:
        """The word for a value of an enumeration (`kind`, `resolution`); the value itself if it has none."""
        return cast(str, self._ui[table].get(key, key))

    def body(self, body: str | None) -> str:
        """The name of a body."""
        record = self._authorities.body(body) if body else None
        return (record.names.preferred(self.lang) if record else None) or body or self("body_unknown")

    def session(self, number: str | None) -> str:
        """第51届会议."""
        return self("session").format(number=number) if number else self("session_unknown")

    def paragraph(self, anchor: str) -> str:
        """What a paragraph's anchor is called: op11 → 第11段, op11-a → 第11(a)段."""
        match = re.match(r"(pp|op|h|p)(\d+)(.*)", anchor)
        if match is None:
            return anchor
        subs = "".join(f"({part})" for part in match[3].split("-") if part)
        return cast(str, self._ui["paragraph"][match[1]]).format(number=f"{match[2]}{subs}")

    def date(self, iso: str | None) -> str:
        """2006-03-15 → 2006年3月15日."""
        if not iso:
            return ""
        year, month, day = (int(part) for part in iso.split("-"))
        return self("date").format(year=year, month=month, day=day)

    def name(self, record: Record) -> str:
        """How a work is called in a list: symbol or number, then title."""
        label = record.symbol or record.number
        title = record.title or self("untitled")
        return f"{label} {title}" if label else title
