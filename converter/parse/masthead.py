"""What stands above the enacting phrase: ordered line rules, each line named once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from converter.authorities import Country
from converter.cite.symbols import canonical
from converter.clean import heal, join_lines, unspaced
from converter.languages import Language, numerals
from converter.languages.dates import iso_date
from converter.model import AgendaItem, Line, Masthead, MastheadBlock, Note, Sponsor, Text

_DEFAULT_KIND, _DEFAULT_STATUS = "resolution", "adopted"
_MAX_LINE = 400  # a longer line is the words of something, not a line of a masthead
_MAX_SPONSOR_LINES = 60
_MAX_UNTIL = 6  # lines that a rule with `until` may run over
_WRAPPED = 20  # a line with fewer characters was not wrapped: what follows is a line of its own
_BEFORE_TITLE = ("sponsors", "type", "adoption")  # what stands right above a title that has no number


@dataclass
class _Reading:
    """What the rules have found so far."""

    blocks: list[MastheadBlock] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    agenda: list[AgendaItem] = field(default_factory=list)
    titled: int = 0  # the items before this one have their titles
    sponsors: tuple[Sponsor, ...] = ()

    @property
    def last(self) -> str:
        """The kind of the block above."""
        return self.blocks[-1].kind if self.blocks else ""


def parse_masthead(lines: Sequence[Line], notes: tuple[Note, ...], language: Language) -> Masthead:
    """Read the lines above the enacting phrase. A line that no rule knows becomes a block of kind `plain`."""
    reading = _Reading()
    texts = [heal(line, language) for line in lines]
    index = 0
    while index < len(texts):
        index = _read(texts, index, reading, language)
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
        date=facts.get("adopted") or (facts.get("issued") if status == "draft" else None),
        sponsors=reading.sponsors,
        sponsors_note=starred.text.text if starred else None,
    )


def fits_a_rule(line: Line, language: Language) -> bool:
    """Whether a rule knows the line by itself."""
    return _match(heal(line, language).text, language) is not None


def _kind(reading: _Reading, language: Language) -> tuple[str, str]:
    types: dict[str, list[str]] = language.table("masthead.types")
    symbol = reading.facts.get("symbol", "")
    by_symbol = next((name for part, name in language.table("masthead.symbol_types").items() if part in symbol), "")
    kind, status = types.get(reading.facts.get("type") or by_symbol, [_DEFAULT_KIND, _DEFAULT_STATUS])
    return kind, "draft" if "/L." in symbol else status


def _match(text: str, language: Language) -> tuple[str, re.Match[str], str | None] | None:
    """The first rule that fits a line: its kind, the match, and what would end a block of several lines."""
    if len(text) > _MAX_LINE:
        return None
    close = unspaced(text, language)
    rules = zip(language.masthead_rules, language.table("masthead.rules"), strict=True)
    for (kind, pattern), rule in rules:
        match = pattern.match(text if kind == "title" else close)
        if match:
            return kind, match, rule.get("until")
    return None


def _read(texts: Sequence[Text], index: int, reading: _Reading, language: Language) -> int:
    """Read the block that begins at `index`; returns the index after it."""
    text = texts[index]
    found = _match(text.text, language)
    titled = "title" in reading.facts  # a page has one title: a second line like one is shown as it is
    if found and found[0] == "title":
        if not titled:
            return _read_title(texts, index, found[1], reading, language)
    elif found:
        kind, match, until = found
        _note_facts(kind, match, reading, language)
        end = _until(texts, index, language.compile_cached(until)) if until else index + 1
        reading.blocks.append(MastheadBlock(kind, join_lines(texts[index:end], language)))
        return end
    sponsors_end = None if reading.sponsors else _sponsors_end(texts, index, language)
    if sponsors_end is not None:
        _read_sponsors(texts[index:sponsors_end], reading, language)
        return sponsors_end
    if _read_agenda_title(text, reading, language):
        return index + 1
    if reading.last in _BEFORE_TITLE and not titled:
        return _read_title(texts, index, None, reading, language)
    reading.blocks.append(MastheadBlock("plain", text))
    return index + 1


def _until(texts: Sequence[Text], index: int, pattern: re.Pattern[str]) -> int:
    for end in range(index, min(len(texts), index + _MAX_UNTIL)):
        if len(texts[end].text) <= _MAX_LINE and pattern.search(texts[end].text):
            return end + 1
    return index + 1


def _note_facts(kind: str, match: re.Match[str], reading: _Reading, language: Language) -> None:
    """Take over what the named groups of a rule's match say."""
    groups = {name: value for name, value in match.groupdict().items() if value}
    facts = reading.facts
    if kind == "body":
        facts["body"] = language.organs[groups["body"]][0]  # the last: a Council's letterhead has 大会 above it
    elif kind == "session":
        prefix = language.table("masthead.special_session").get(groups.get("special", ""), "")
        facts.setdefault("session", f"{prefix}{numerals.number(groups['session'][:_WRAPPED])}")
    elif kind == "dates":
        facts["from"], facts["to"] = _session_dates(groups)
    elif kind == "agenda":
        _note_agenda(groups, reading, language)
    elif kind == "adoption":
        date = iso_date(groups.get("date") or groups.get("date2") or groups.get("date3") or "")
        facts.setdefault("adopted", date)
        facts.setdefault("type", groups.get("type", ""))
    elif kind == "date":
        date = iso_date(groups["date"])
        if reading.last == "session":  # a session of one day
            facts["from"] = facts["to"] = date
        else:
            facts.setdefault("issued", date)
    elif kind == "symbol":
        facts.setdefault(kind, canonical(groups[kind]))
    elif kind in ("number", "type"):
        for name in {"number": ("number", "type"), "type": ("type",)}[kind]:
            facts.setdefault(name, groups[name])


def _session_dates(groups: dict[str, str]) -> tuple[str, str]:
    year, month = int(groups["year"]), int(groups["month"])
    to_year, to_month = int(groups.get("to_year", year)), int(groups.get("to_month", month))
    return f"{year:04}-{month:02}-{int(groups['day']):02}", f"{to_year:04}-{to_month:02}-{int(groups['to_day']):02}"


# --- agenda and title -------------------------------------------------------------------------------------


def _note_agenda(groups: dict[str, str], reading: _Reading, language: Language) -> None:
    if "item" in groups:
        reading.agenda.append(AgendaItem(_half_width(groups["item"]), groups["title"]))
        return
    for item in re.findall(language.expand(r"[0-9]+\s?(?:%open%[a-z]%close%)?|%open%[a-z]%close%"), groups["items"]):
        number = _half_width(item)
        if not number[0].isdigit() and reading.agenda:  # 3(a)和(b): the letter alone belongs to the number before
            number = reading.agenda[-1].number.split("(")[0] + number
        reading.agenda.append(AgendaItem(number, None))


def _half_width(text: str) -> str:
    return "".join(text.split()).replace("（", "(").replace("）", ")")


def _read_agenda_title(text: Text, reading: _Reading, language: Language) -> bool:
    """The titles of the items stand below them, in their order; a long line may be wrapped."""
    if reading.last not in ("agenda", "agenda-title"):
        return False
    while reading.titled < len(reading.agenda) and reading.agenda[reading.titled].title is not None:
        reading.titled += 1
    if reading.titled < len(reading.agenda):
        reading.blocks.append(MastheadBlock("agenda-title", text))
        reading.agenda[reading.titled] = replace(reading.agenda[reading.titled], title=text.text)
        return True
    if reading.last == "agenda" or len(reading.blocks[-1].text.text) < _WRAPPED:
        return False
    joined = join_lines([reading.blocks[-1].text, text], language)
    reading.blocks[-1] = MastheadBlock("agenda-title", joined)
    reading.agenda[-1] = replace(reading.agenda[-1], title=joined.text)
    return True


def _read_title(
    texts: Sequence[Text], index: int, match: re.Match[str] | None, reading: _Reading, language: Language
) -> int:
    """The title runs to the end of the masthead or to a line that is a sentence; a number may stand before it."""
    sentence = language.pattern("masthead.sentence")
    end = next((at for at in range(index + 1, len(texts)) if sentence.search(texts[at].text)), len(texts))
    text = join_lines(texts[index:end], language)
    reading.blocks.append(MastheadBlock("title", text))
    if match:
        reading.facts["number"] = text.text[: match.end("number")]
    reading.facts["title"] = text.text[match.start("title") if match else 0 :]
    return end


# --- sponsors -------------------------------------------------------------------------------------------


def _sponsors_end(texts: Sequence[Text], index: int, language: Language) -> int | None:
    """The index after the sponsors that begin at `index`, or None when none do."""
    ending = language.pattern("masthead.sponsors_end")
    match = ending.search(texts[index].text, max(0, len(texts[index].text) - _MAX_LINE))
    first = _names(texts[index].text[: match.start() if match else _MAX_LINE], language)
    if not first or _country(first[0][0], language) is None:
        return None
    for end in range(index, min(len(texts), index + _MAX_SPONSOR_LINES)):
        if ending.search(texts[end].text, max(0, len(texts[end].text) - _MAX_LINE)):
            return end + 1
    return None


def _read_sponsors(texts: Sequence[Text], reading: _Reading, language: Language) -> None:
    text = join_lines(texts, language)
    ending = language.pattern("masthead.sponsors_end").search(text.text)
    end = ending.start() if ending else len(text.text)
    reading.sponsors = tuple(
        Sponsor(name, country.code if country else None, not starred, at, at + len(name))
        for name, at, starred in _names(text.text[:end], language)
        for country in [_country(name, language)]
    )
    if ending and ending["type"]:
        reading.facts.setdefault("type", ending["type"])
    reading.blocks.append(MastheadBlock("sponsors", text))


def _country(name: str, language: Language) -> Country | None:
    return language.authorities.country(name, language.code)


def _names(text: str, language: Language) -> list[tuple[str, int, bool]]:
    """Cut a list of States: name, its offset, starred. 特立尼达和多巴哥 is one State, 乌拉圭和也门 are two.

    What a State speaks for (代表……国家) stands in brackets behind it and is no sponsor.
    """
    note, star = language.pattern("masthead.sponsors_note"), language.pattern("masthead.star")
    masked = note.sub(lambda match: "*" * len(match[0]) if star.search(match[0]) else " " * len(match[0]), text)
    cuts = [match.span() for match in language.pattern("masthead.sponsor_separator").finditer(masked)]
    cuts.append((len(text), len(text)))
    pieces: list[tuple[str, int, bool]] = []
    start = 0
    between = language.table("masthead.sponsor_between")
    for (left, right), (after, _) in zip(cuts, [*cuts[1:], (len(text), 0)], strict=True):
        may_go_on = left < len(text) and masked[left:right] not in between
        if may_go_on and _country(star.sub("", masked[start:after]).strip(), language) is not None:
            continue  # the separator stands inside one State's name
        whole = masked[start:left]
        bare = star.sub("", whole).strip()
        if bare:
            pieces.append((bare, start + whole.index(bare[0]), bool(star.search(whole))))
        start = right
    return pieces
