"""What stands above the enacting phrase: ordered line rules, each line named once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from converter.clean import heal, join_lines
from converter.languages import Language, numerals
from converter.languages.dates import iso_date
from converter.model import AgendaItem, Line, Masthead, MastheadBlock, Note, Sponsor, Text

_DEFAULT_KIND, _DEFAULT_STATUS = "resolution", "adopted"


@dataclass
class _Reading:
    """What the rules have found so far."""

    blocks: list[MastheadBlock] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    agenda: list[AgendaItem] = field(default_factory=list)
    sponsors: tuple[Sponsor, ...] = ()


def parse_masthead(lines: list[Line], notes: tuple[Note, ...], language: Language) -> Masthead:
    """Read the lines above the enacting phrase. A line that no rule knows becomes a block of kind `plain`."""
    reading = _Reading()
    index = 0
    while index < len(lines):
        index = _read(lines, index, reading, language)
    kind, status = _kind(reading, language)
    facts = reading.facts
    starred = next((note for note in notes if not note.marker.isdecimal()), None)
    return Masthead(
        blocks=tuple(reading.blocks),
        body=facts.get("body"),
        session=facts.get("session"),
        session_from=facts.get("from"),
        session_to=facts.get("to"),
        agenda_items=tuple(reading.agenda),
        symbol=facts.get("symbol"),
        kind=kind,
        status=status,
        number=facts.get("number"),
        title=facts.get("title"),
        date=facts.get("date"),
        sponsors=reading.sponsors,
        sponsors_note=starred.text.text if starred else None,
    )


def _kind(reading: _Reading, language: Language) -> tuple[str, str]:
    types: dict[str, list[str]] = language.table("masthead.types")
    kind, status = types.get(reading.facts.get("type", ""), [_DEFAULT_KIND, _DEFAULT_STATUS])
    if "/L." in reading.facts.get("symbol", ""):
        status = "draft"
    return kind, status


def _read(lines: list[Line], index: int, reading: _Reading, language: Language) -> int:
    """Read the block that begins at `index`; returns the index after it."""
    text = heal(lines[index], language)
    for kind, pattern in language.masthead_rules:
        match = pattern.match(text.text)
        if match:
            if kind == "title":
                return _read_title(lines, index, match, reading, language)
            reading.blocks.append(MastheadBlock(kind, text))
            _note_facts(kind, match, reading, language)
            return index + 1
    if reading.blocks and reading.blocks[-1].kind == "agenda" and not reading.agenda[-1].title:
        reading.blocks.append(MastheadBlock("agenda-title", text))
        reading.agenda[-1] = AgendaItem(reading.agenda[-1].number, text.text)
        return index + 1
    end = _sponsors_end(lines, index, language)
    if end is not None:
        _read_sponsors(lines[index:end], reading, language)
        return end
    reading.blocks.append(MastheadBlock("plain", text))
    return index + 1


def _note_facts(kind: str, match: re.Match[str], reading: _Reading, language: Language) -> None:
    """Take over what the named groups of a rule's match say."""
    groups = {name: value for name, value in match.groupdict().items() if value}
    facts = reading.facts
    if kind == "body":
        facts.setdefault("body", language.organs[groups["body"]][0])
    elif kind == "session":
        prefix = language.table("masthead.special_session").get(groups.get("special", ""), "")
        facts.setdefault("session", f"{prefix}{numerals.number(groups['session'])}")
    elif kind == "dates":
        facts["from"], facts["to"] = _session_dates(groups)
    elif kind == "agenda":
        _note_agenda(groups, reading, language)
    elif kind in ("adoption", "date"):
        date = groups.get("date") or groups.get("date2")
        if date:
            facts.setdefault("date", iso_date(date))
    elif kind in ("symbol", "type"):
        facts.setdefault(kind, groups[kind])


def _session_dates(groups: dict[str, str]) -> tuple[str, str]:
    year, month = int(groups["year"]), int(groups["month"])
    to_year, to_month = int(groups.get("to_year", year)), int(groups.get("to_month", month))
    return f"{year:04}-{month:02}-{int(groups['day']):02}", f"{to_year:04}-{to_month:02}-{int(groups['to_day']):02}"


def _note_agenda(groups: dict[str, str], reading: _Reading, language: Language) -> None:
    if "item" in groups:
        reading.agenda.append(AgendaItem(_half_width(groups["item"]), groups["title"]))
        return
    for item in re.findall(language.expand(r"\d+(?:%open%[a-z]%close%)?|%open%[a-z]%close%"), groups["items"]):
        number = _half_width(item)
        if not number[0].isdigit() and reading.agenda:  # 3(a)和(b): the letter alone belongs to the number before
            number = reading.agenda[-1].number.split("(")[0] + number
        reading.agenda.append(AgendaItem(number, None))


def _half_width(text: str) -> str:
    return text.replace("（", "(").replace("）", ")")


def _read_title(lines: list[Line], index: int, match: re.Match[str], reading: _Reading, language: Language) -> int:
    """The title runs to the end of the masthead; its first line carries the number."""
    text = join_lines([heal(line, language) for line in lines[index:]], language)
    number_end, title_start = match.end("number"), match.start("title")
    reading.blocks.append(MastheadBlock("title", text))
    reading.facts["number"] = text.text[:number_end]
    reading.facts["title"] = text.text[title_start:]
    return len(lines)


# --- sponsors -------------------------------------------------------------------------------------------


def _sponsors_end(lines: list[Line], index: int, language: Language) -> int | None:
    """The index after the sponsors that begin at `index`, or None when none do."""
    first = _names(heal(lines[index], language).text, language)
    if not first or language.authorities.country(first[0][0], language.code) is None:
        return None
    for end in range(index, len(lines)):
        if language.pattern("masthead.sponsors_end").search(heal(lines[end], language).text):
            return end + 1
    return None


def _read_sponsors(lines: list[Line], reading: _Reading, language: Language) -> None:
    text = join_lines([heal(line, language) for line in lines], language)
    ending = language.pattern("masthead.sponsors_end").search(text.text)
    end = ending.start() if ending else len(text.text)
    reading.sponsors = tuple(
        Sponsor(name, country.code if country else None, not starred, at, at + len(name))
        for name, at, starred in _names(text.text[:end], language)
        for country in [language.authorities.country(name, language.code)]
    )
    if ending and ending["type"]:
        reading.facts.setdefault("type", ending["type"])
    reading.blocks.append(MastheadBlock("sponsors", text))


def _names(text: str, language: Language) -> list[tuple[str, int, bool]]:
    """Cut a list of States: name, its offset, starred. 特立尼达和多巴哥 is one State, 乌拉圭和也门 are two."""
    separator = language.pattern("masthead.sponsor_separator")
    star = language.pattern("masthead.star")
    pieces: list[tuple[str, int, bool]] = []
    start = 0
    cuts = [*((match.start(), match.end()) for match in separator.finditer(text)), (len(text), len(text))]
    for left, right in cuts:
        whole = text[start:left]
        if left < len(text) and _goes_on(text, start, right, cuts, language):
            continue
        bare = star.sub("", whole).strip(" ：:")
        if bare:
            pieces.append((bare, start + whole.index(bare[0]), bool(star.search(whole))))
        start = right
    return pieces


def _goes_on(text: str, start: int, right: int, cuts: list[tuple[int, int]], language: Language) -> bool:
    """Whether the separator that ends at `right` stands inside one State's name that begins at `start`."""
    next_cut = next((left for left, _ in cuts if left > right), len(text))
    name = language.pattern("masthead.star").sub("", text[start:next_cut]).strip(" ：:")
    return language.authorities.country(name, language.code) is not None


