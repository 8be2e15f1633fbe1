"""The words of the site in one language: names of kinds, bodies, sessions, paragraphs, dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property, lru_cache
from typing import Any

from babel import Locale
from babel.numbers import format_decimal

from converter import addresses, symbols
from converter.authorities import Authorities
from converter.languages import Language
from converter.model import Record

_SESSION = re.compile(r"(?:(?P<special>ES|S)-)?(?P<number>[0-9]{1,4})")
_NO_WORDS = re.compile(r"\(\)|（）")
_PART = re.compile(r"(?P<part>annex|appendix)(?:-(?P<number>[ivxlc]+|[a-z]))?(?:-(?=.)|$)")
_SECTION = re.compile(r"(?:(?P<word>[a-z]{3,})-(?P<count>\w+)|(?P<number>[ivxlc]+|[a-z]))-(?=\d)")
_BARE_SECTION = re.compile(r"[ivxlc]+|[a-z]")
_NUMBERED_PART = re.compile(r"(?P<part>annex|appendix|section) (?P<number>\d+)")
_MOST_KEPT = 4_096  # names of paragraphs
_COUNTED = re.compile(r"(?P<kind>pp|op|u|h|p|table)?-?(?P<number>\d+|(?<=-)[a-z])(?P<subs>(?:-[^-]+)*)")


@cache
def _locale(lang: str) -> Locale:
    return Locale.parse(lang)


def plural(lang: str, form: str | Mapping[str, str], number: int) -> str:
    """The form of a phrase for a number: of a table by CLDR's plural categories, the one that the language uses."""
    if isinstance(form, str):
        return form
    return form.get(_locale(lang).plural_form(number)) or form["other"]


class Words:
    """UI words from the language's data file, and names from the authority files."""

    def __init__(self, language: Language, authorities: Authorities) -> None:
        self.lang = language.code
        self._ui: dict[str, Any] = language.table("ui")
        self._authorities = authorities
        # Some hundred anchors and days are asked for again and again.
        self._paragraphs = lru_cache(_MOST_KEPT)(self._paragraph)
        self._days = lru_cache(_MOST_KEPT)(self._dated)

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

    def goal(self, number: int) -> str | None:
        """A Sustainable Development Goal by its number; None where there is none of that number."""
        goal = self._authorities.goal(number)
        return self.entity("goal", goal.id) if goal else None

    def __call__(self, key: str) -> str:
        """The word for `key`."""
        word: str = self._ui[key]
        return word

    def table(self, key: str) -> dict[str, str]:
        """A table of words."""
        words: dict[str, str] = self._ui[key]
        return words

    def quote(self, record: Record) -> str:
        """How the UN's documents name a work in running text, as its editorial manuals have it.

        `{paragraph}` stands where a pinpoint goes: Security Council resolution 699 (1991), {paragraph}.
        """
        name, of = self.body(record.body), self.table("body_of")
        form = "draft" if record.status == "draft" else "adopted"
        filled = self.of("quote", form).format(
            body=name,
            of_body=of.get(record.body or "", of["other"]).format(body=name),
            number=record.number or self.symbol(record),
            kind=self.of("kind", record.kind),
            title=record.title or self("untitled"),
            symbol=self.symbol(record),
            paragraph="{paragraph}",
        )
        return _NO_WORDS.sub("", filled)

    def row(self, key: str) -> list[str]:
        """The words of a table's head."""
        words: list[str] = self._ui[key]
        return words

    def of(self, table: str, key: str) -> str:
        """The word for a value of an enumeration (`kind`, `resolution`); the value itself if it has none."""
        word: str = self._ui[table].get(key, key)
        return word

    def among(self, table: str, inner: str, key: str) -> str:
        """The word for a value in a table within a table (`aside`, `why`, `scan`)."""
        word: str = self._ui[table][inner][key]
        return word

    def body(self, body: str | None) -> str:
        """The name of a body."""
        record = self._authorities.body(body) if body else None
        return (record.names.preferred(self.lang) if record else None) or body or self("body_unknown")

    def state(self, code: str) -> str:
        """The name of a State by its ISO code; the code of one that the authority files do not have."""
        country = next((one for one in self._authorities.countries if one.code == code), None)
        return country.name(self.lang) if country else code

    def session(self, session: str | None) -> str:
        """51 → 第51届会议, 51st session; S-33 → a special one."""
        if not session:
            return self("session_unknown")
        forms = self.table("session")
        if match := _SESSION.fullmatch(session):
            number = match["number"]
            return forms[match["special"] or "regular"].format(number=number, ordinal=self.ordinal(int(number)))
        return forms["regular"].format(number=session, ordinal=session)

    def year(self, year: str) -> str:
        """A year that stands for a session, of a body that has none: 1993 → 1993年."""
        return self.table("session")["year"].format(number=year)

    def session_of(self, body: str | None, session: str | None) -> str:
        """A session with the body that holds it; only the session when the body is not known."""
        named = self.session(session)
        return self("session_of").format(body=self.body(body), session=named) if body else named

    def ordinal(self, number: int) -> str:
        """51 → 51st, by CLDR's categories for ordinals."""
        forms = self.table("ordinal")
        return (forms.get(_locale(self.lang).ordinal_form(number)) or forms["other"]).format(n=number)

    def number(self, number: int) -> str:
        """A number with the language's separators: 1,234."""
        return format_decimal(number, locale=_locale(self.lang))

    def count(self, key: str, number: int, **values: object) -> str:
        """A phrase that tells how many, in the form that the number asks for; `{number}` and `{n}` stand for it."""
        return plural(self.lang, self._ui[key], number).format(n=number, number=number, **values)

    # --- words put together, each language with its own punctuation

    def join(self, parts: Iterable[str | None]) -> str:
        """The parts that there are, with commas between them."""
        return self.of("punctuation", "comma").join(part for part in parts if part)

    def listed(self, parts: Iterable[str]) -> str:
        """The items of an enumeration: 、 in Chinese."""
        return self.of("punctuation", "list").join(parts)

    def colon(self, name: str, value: str) -> str:
        """A name, a colon, and what it is."""
        return f"{name}{self.of('punctuation', 'colon')}{value}"

    def brackets(self, text: str) -> str:
        """A text in brackets, with the space before them that the language wants."""
        return self.of("punctuation", "brackets").format(text=text)

    @property
    def between(self) -> str:
        """What stands between the values of one cell; the script of the tables parts them there."""
        return self.of("punctuation", "semicolon")

    def place(self, work: str, anchor: str) -> str:
        """A paragraph of a work: A/HRC/RES/51/1, para. 3; the paragraph alone where the work has no name."""
        paragraph = self.paragraph(anchor)
        return self("place").format(work=work, paragraph=paragraph) if work else paragraph

    def at(self, anchor: str) -> dict[str, str]:
        """A paragraph as a page's front matter has it: its anchor, and what it is called."""
        return {"anchor": anchor, "paragraph": self.paragraph(anchor)}

    def paragraph(self, anchor: str) -> str:
        """What a paragraph's anchor is called: op11-a → 第11(a)段; annex-ii-3 → annex II, para. 3."""
        return self._paragraphs(anchor)

    def _paragraph(self, anchor: str) -> str:
        forms = self.table("paragraph")
        if anchor.startswith("fn-"):
            return forms["note"].format(number=anchor.removeprefix("fn-"))
        outer, rest = "", anchor
        if part := _PART.match(anchor):
            outer = forms[part["part"]].format(number=(part["number"] or "").upper()).strip()
            rest = anchor[part.end() :]
            if not rest:
                return outer
        if section := _SECTION.match(rest):
            named = f"{section['word']} {section['count']}" if section["word"] else section["number"].upper()
            inner = named if section["word"] else forms["section"].format(number=named)
            outer = forms["within"].format(whole=outer, paragraph=inner) if outer else inner
            rest = rest[section.end() :]
        match = _COUNTED.fullmatch(rest)
        if match is None and _BARE_SECTION.fullmatch(rest):
            own = forms["section"].format(number=rest.upper())
            return forms["within"].format(whole=outer, paragraph=own) if outer else own
        if match is None:
            return anchor
        subs = "".join(forms["sub"].format(sub=one) for one in self._subs(match["subs"]))
        own = forms[match["kind"] or "op"].format(number=f"{match['number'].upper()}{subs}")
        return forms["within"].format(whole=outer, paragraph=own) if outer else own

    def pinpoint(self, label: str) -> str:
        """What a place of a cited work is called, by the label of its pinpoint: `annex II`, `C`, `3(a)`.

        A label that is none of ours stays as it is.
        """
        if part := _NUMBERED_PART.fullmatch(label):
            return self.table("paragraph")[part["part"]].format(number=part["number"])
        anchor = addresses.pinpoint_anchor(label)
        named = self.paragraph(anchor)
        return label if named == anchor else named

    def _subs(self, anchored: str) -> list[str]:
        """-b-1 → b, 1; the first in the letters of the language where it has its own: ب, 1."""
        first, *deeper = [one for one in anchored.split("-") if one] or [""]
        return [self._ui.get("letters", {}).get(first, first), *deeper] if first else []

    def date(self, iso: str | None) -> str:
        """2006-03-15 → 2006年3月15日, 15 March 2006."""
        return self._days("date", iso) if iso else ""

    def day(self, iso: str) -> str:
        """A day without its year."""
        return self._dated("day", iso)

    def month(self, iso: str) -> str:
        """The month of a day, with its year."""
        return self._dated("month", iso)

    def _dated(self, form: str, iso: str) -> str:
        year, month, day = (int(part) for part in iso.split("-"))
        names = self._ui.get("months_alone" if form == "month" else "months") or self._ui.get("months")
        shown = self._ui.get("days", {}).get(str(day), day)
        return self(form).format(year=year, month=month, day=shown, name=names[month - 1] if names else month)

    def symbol(self, record: Record) -> str:
        """The symbol of a work as the UN prints it; empty while it has none."""
        return symbols.displayed(record.symbol) if record.symbol else ""

    def title(self, record: Record) -> str:
        """The title of a work; of one that has none, what it is: Security Council resolution 855 (1993)."""
        number = record.number or self.symbol(record)
        if record.title or not number:
            return record.title or self("untitled")
        kind = self.of("draft_kind" if record.status == "draft" else "kind", record.kind)
        return self("called").format(body=self.body(record.body), kind=kind, number=number)

    def name(self, record: Record) -> str:
        """How a work is called in a list: symbol or number, then title."""
        label = self.symbol(record) or record.number
        return " ".join(part for part in (label, record.title) if part) or self("untitled")
