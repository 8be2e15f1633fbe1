"""What stands above the enacting phrase: ordered line rules, each line named once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from converter.cite.symbols import canonical, kind_of
from converter.clean import heal, join_lines, unspaced
from converter.languages import Language
from converter.languages.closing_lines import CLOSING, OPENING
from converter.languages.headlines import HeadLine
from converter.model import Adoption, AgendaItem, Ballot, Line, Masthead, MastheadBlock, Note, Sponsor, Text
from converter.parse.lines import looks_like_title
from converter.parse.states import ballots, country, state_names

_DEFAULT_KIND, _DEFAULT_STATUS = "resolution", "adopted"
_MAX_LINE = 400  # a longer line is the words of something, not a line of a masthead
_MAX_SPONSOR_LINES = 60
_MAX_JOINED = 2000
_STARS = re.compile(r"[*＊]{1,3}")
_LETTERHEAD = "distribution"  # the line below it tells when a text was issued
_DRAFT = "draft "  # of the name of a type
_STATEMENT = "presidential-statement"  # its date is that of the document
_ADOPTED = frozenset({"resolution", "decision", _STATEMENT})  # the symbol of one of these names its organ
_BY_SYMBOL = {"/DEC/": "decision", "/PRST/": _STATEMENT}
_MAX_UNTIL = 6  # lines that a rule with `until` may run over
_WRAPPED = 20  # a line with fewer characters was not wrapped: what follows is a line of its own
_MAX_PART = 14  # Section III
_BY_YEAR = re.compile(r"\d{1,4}\s?\((?:19|20)\d\d\)$")
_OPEN_NUMBER = re.compile(r"[…‥\[]|\.\.")  # 51/…: not yet given
_BEFORE_TITLE = ("sponsors", "type", "adoption", "number")  # what stands right above a title that has no number


@dataclass
class _Reading:
    """What the rules have found so far."""

    apart: Sequence[bool] = ()  # per line, whether a blank line above it parts it from the one before
    blocks: list[MastheadBlock] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    agenda: list[AgendaItem] = field(default_factory=list)
    titled: int = 0  # the items before this one have their titles
    sponsors: tuple[Sponsor, ...] = ()

    @property
    def last(self) -> str:
        """The kind of the block above."""
        return self.blocks[-1].kind if self.blocks else ""


def parse_masthead(
    texts: Sequence[Text], gaps: Sequence[bool], notes: tuple[Note, ...], language: Language
) -> Masthead:
    """Read the lines above the enacting phrase, their footnote marks taken out.

    `gaps` says which lines have a gap above. A line that no rule knows becomes a block of kind `plain`.
    """
    reading = _Reading(gaps if language.table("text.glue") else [False] * len(texts))
    index = 0
    while index < len(texts):
        end = _read_head_line(texts, index, reading, language)
        index = _read(texts, index, reading, language) if end is None else end
    kind, status = _kind(reading)
    facts = reading.facts
    starred = next((note for note in notes if note.is_star), None)
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
        date=facts.get("adopted") or (facts.get("issued") if status == "draft" or kind == _STATEMENT else None),
        sponsors=reading.sponsors,
        sponsors_note=starred.text.text if starred else None,
        joined=tuple(_joined(reading, notes, language)),
    )


def _joined(reading: _Reading, notes: tuple[Note, ...], language: Language) -> Iterator[Ballot]:
    """The States that joined the sponsors later, as a line of the masthead or a note of its star says."""
    said = [block.text.text for block in reading.blocks if block.kind == "joined"]
    stars = (piece for note in notes if note.is_star for piece in _STARS.split(note.text.text[:_MAX_JOINED]))
    for text in [*said, *stars]:  # a note may have run on into the next one
        match = language.pattern("masthead.joined").match(text[:_MAX_JOINED].strip())
        if match:
            yield from ballots(match["names"], language)


def complete(masthead: Masthead, adoption: Adoption | None, language: Language) -> Masthead:
    """The masthead with what follows from the rest: symbol from number, organ from symbol, date from the adoption."""
    symbol, bodies = masthead.symbol, language.authorities.bodies
    if masthead.body is None and _BY_YEAR.match(masthead.number or ""):  # 21 (1947): only one organ numbers so
        own = [body.id for body in bodies if "serial-year" in body.numbers]
        masthead = replace(masthead, body=own[0] if len(own) == 1 else None)
    if masthead.body is None and symbol and kind_of(symbol) in _ADOPTED:  # S/PRST/2003/17 without its letterhead
        spoke = language.authorities.body_of(symbol)
        masthead = replace(masthead, body=spoke.id if spoke else None)
    if symbol is None and masthead.status == "adopted" and masthead.number and not _OPEN_NUMBER.search(masthead.number):
        body = next((body for body in bodies if body.id == masthead.body), None)
        template = dict(body.symbols).get(masthead.kind) if body else None
        symbol = canonical(template.format(number=_meant(masthead.number, language))) if template else None
    adopted = adoption.date if adoption and masthead.status == "adopted" else None
    date = adopted or masthead.date if masthead.kind == _STATEMENT else masthead.date or adopted
    return replace(masthead, symbol=symbol, date=date)


def _meant(number: str, language: Language) -> str:
    """A number in the digits and letters that a symbol has: 二九三三(二〇三一) is 2933(2031)."""
    tokens = language.page.tokens(number) if not number.isascii() else None
    return tokens[0].value.text if tokens and len(tokens) == 1 and tokens[0].kind == "number" else number


def fits_a_rule(line: Line, language: Language) -> bool:
    """Whether a rule knows the line by itself."""
    text = heal(line, language).text
    return language.page.masthead.read(unspaced(text)) is not None or _match(text, language) is not None


def rule_at(text: str, language: Language) -> int | None:
    """The number of the first rule that knows a line, for whoever asks why."""
    found = _match(text, language)
    rules: list[Mapping[str, str]] = language.table("masthead.rules")
    return next((index for index, rule in enumerate(rules) if found and rule is found[2]), None)


def _kind(reading: _Reading) -> tuple[str, str]:
    """The kind and the status of a text: as a line says, else as its symbol shows."""
    symbol = reading.facts.get("symbol", "")
    by_symbol = next((kind for part, kind in _BY_SYMBOL.items() if part in symbol), _DEFAULT_KIND)
    printed = reading.facts.get("type") or by_symbol
    kind = printed.removeprefix(_DRAFT)
    return kind, "draft" if "/L." in symbol or kind != printed else _DEFAULT_STATUS


def _match(text: str, language: Language) -> tuple[str, re.Match[str], Mapping[str, str]] | None:
    """The first rule that fits a line: its kind, the match, and the rule itself."""
    if len(text) > _MAX_LINE:
        return None
    rules = zip(language.masthead_rules, language.table("masthead.rules"), strict=True)
    found = ((kind, pattern.match(unspaced(text)), rule) for (kind, pattern), rule in rules)
    return next(((kind, match, rule) for kind, match, rule in found if match), None)


def _read(texts: Sequence[Text], index: int, reading: _Reading, language: Language) -> int:
    """Read the block that begins at `index`; returns the index after it."""
    text = texts[index]
    found = _match(text.text, language)
    titled = "title" in reading.facts
    if found:
        return _read_block(texts, index, found, reading, language)
    sponsors_end = None if reading.sponsors else _sponsors_end(texts, index, language)
    if sponsors_end is not None:
        _read_sponsors(texts[index:sponsors_end], reading, language)
        return sponsors_end
    if _read_agenda_title(text, reading, language, apart=bool(reading.apart[index])):
        return index + 1
    first_part = not titled and _is_part(text.text, reading, language)
    stands_so = reading.last in _BEFORE_TITLE or _stands_above_number(texts, index, language)
    if not (titled or first_part) and stands_so and not language.pattern("masthead.no_title").search(text.text):
        return _read_title(texts, index, reading, language)
    heads = looks_like_title(text.text) or language.page.headings.is_heading(text.text)
    begins_part = titled and heads
    part = first_part or reading.last == "part" or begins_part
    text = join_lines([text], language)
    reading.blocks.append(MastheadBlock("part" if part else "plain", text))  # A, and the title of that part
    return index + 1


def _read_head_line(texts: Sequence[Text], index: int, reading: _Reading, language: Language) -> int | None:
    """Read the block that begins with a line which a phrase of the page is; the index after it, None for no such line.

    What it says is noted; of an agenda these are its items.
    """
    line = unspaced(texts[index].text)
    head = language.page.masthead.read(line)
    if head is None:
        return None
    if head.kind == "title":  # a page has one: a second line like one is shown as it is
        return None if "title" in reading.facts else _read_title(texts, index, reading, language)
    title = line[head.title_at :] if head.title_at is not None else None
    reading.agenda += [AgendaItem(number, title) for number in head.items]
    end = _end_of(texts, index, head, language)
    text = join_lines(texts[index:end], language)
    _note_head(head, text.text, reading, language)
    reading.blocks.append(MastheadBlock(head.kind, text))
    return end


def _end_of(texts: Sequence[Text], index: int, head: HeadLine, language: Language) -> int:
    """The index after the lines on the adoption: up to the day of it, or to where their bracket closes."""
    for end in range(index + 1, min(len(texts), index + _MAX_UNTIL) + 1 if head.goes_on else 0):
        text = texts[end - 1].text if head.goes_on == "bracket" else join_lines(texts[index:end], language).text
        if len(text) > _MAX_LINE:
            break
        day = None if head.goes_on == "bracket" else language.page.closing.date(text)
        if text.endswith(tuple(CLOSING)) if head.goes_on == "bracket" else day and day.end >= len(text.rstrip("* .")):
            return end
    return index + 1


def _note_head(head: HeadLine, text: str, reading: _Reading, language: Language) -> None:
    """Take over what a line says of the organ, the session, its dates, the number, the day of issue or of adoption."""
    facts = reading.facts
    if head.kind == "body":  # the last: a Council's letterhead has 大会 above it
        facts["body"] = language.organs[head.facts["body"]][0]
    elif head.kind == "symbol":
        facts.setdefault("symbol", canonical(head.facts["symbol"]))
    elif head.kind == "dates":
        facts |= head.facts
    elif head.kind == "date" and reading.last == "session":  # of one day
        facts |= {"from": head.facts["date"], "to": head.facts["date"]}
    elif head.kind == "date":
        facts.setdefault("adopted" if reading.last == "number" else "issued", head.facts["date"])
    else:
        for name, value in head.facts.items():
            facts.setdefault(name, value)
        if head.kind in ("adoption", "number"):
            _note_date(text, facts, language)
        if head.kind == "number" and reading.last == "date" and not any(b.kind == _LETTERHEAD for b in reading.blocks):
            facts.setdefault("adopted", facts.get("issued", ""))  # right above the number, and no letterhead's


def _is_part(text: str, reading: _Reading, language: Language) -> bool:
    """Whether a line is the label of the first part of a text that has a number and no title: A."""
    bare = len(text) <= _MAX_PART and bool(language.table("text.glue")) and "number" in reading.facts
    return bare and language.page.headings.is_heading(text)


def _read_block(
    texts: Sequence[Text],
    index: int,
    found: tuple[str, re.Match[str], Mapping[str, str]],
    reading: _Reading,
    language: Language,
) -> int:
    """A block that a rule knows: one line, or up to the one that its `until` fits."""
    kind, _, rule = found
    end = _until(texts, index, language.compile_cached(rule["until"])) if "until" in rule else index + 1
    text = join_lines(texts[index:end], language)
    reading.blocks.append(MastheadBlock(kind, text))
    return end


def _stands_above_number(texts: Sequence[Text], index: int, language: Language) -> bool:
    """Whether the line below is the number of the text: in the Official Records its title stands above that."""
    below = language.page.masthead.read(unspaced(texts[index + 1].text)) if index + 1 < len(texts) else None
    return below is not None and below.kind == "number"


def _until(texts: Sequence[Text], index: int, pattern: re.Pattern[str]) -> int:
    for end in range(index, min(len(texts), index + _MAX_UNTIL)):
        if len(texts[end].text) <= _MAX_LINE and pattern.search(texts[end].text):
            return end + 1
    return index + 1


def _note_date(printed: str, facts: dict[str, str], language: Language) -> None:
    """The day of adoption: the first that is printed, outside a note in brackets; one misread sign is seen through."""
    date = None if printed.startswith(tuple(OPENING)) else language.page.closing.date(printed)
    if date:
        facts.setdefault("adopted", date.value)


# --- agenda and title -------------------------------------------------------------------------------------


def _read_agenda_title(text: Text, reading: _Reading, language: Language, *, apart: bool) -> bool:
    """The titles of the items stand below them, in their order; a long line may be wrapped."""
    if reading.last not in ("agenda", "agenda-title"):
        return False
    while reading.titled < len(reading.agenda) and reading.agenda[reading.titled].title is not None:
        reading.titled += 1
    if reading.titled < len(reading.agenda):
        text = join_lines([text], language)
        reading.blocks.append(MastheadBlock("agenda-title", text))
        reading.agenda[reading.titled] = replace(reading.agenda[reading.titled], title=text.text)
        return True
    if apart or reading.last == "agenda" or len(reading.blocks[-1].text.text) < _WRAPPED:
        return False
    joined = join_lines([reading.blocks[-1].text, text], language)
    reading.blocks[-1] = MastheadBlock("agenda-title", joined)
    reading.agenda[-1] = replace(reading.agenda[-1], title=joined.text)
    return True


def _read_title(texts: Sequence[Text], index: int, reading: _Reading, language: Language) -> int:
    """The title, with its number, runs to the end of the masthead, to a gap or to a line that is a sentence."""
    sentence = language.pattern("masthead.sentence")
    below = range(index + 1, len(texts))
    end = next((at for at in below if reading.apart[at] or sentence.search(texts[at].text)), len(texts))
    text = join_lines(texts[index:end], language)
    reading.blocks.append(MastheadBlock("title", text))
    head = language.page.masthead.read(texts[index].text)
    if head is not None and head.kind == "title":
        reading.facts["number"] = head.facts["number"]
    reading.facts["title"] = text.text[head.title_at if head and head.kind == "title" and head.title_at else 0 :]
    return end


# --- sponsors -------------------------------------------------------------------------------------------


def _sponsors_end(texts: Sequence[Text], index: int, language: Language) -> int | None:
    """The index after the sponsors that begin at `index`, or None when none do."""
    ending = language.pattern("masthead.sponsors_end")
    match = ending.search(texts[index].text, max(0, len(texts[index].text) - _MAX_LINE))
    first = state_names(texts[index].text[: match.start() if match else _MAX_LINE], language)
    if not first or country(first[0][0], language) is None:
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
        Sponsor(name, state.code if state else None, not starred, at, at + len(name))
        for name, at, starred in state_names(text.text[:end], language)
        for state in [country(name, language)]
    )
    head = language.page.masthead.read(ending["type"]) if ending and ending["type"] else None
    if head and "type" in head.facts:
        reading.facts.setdefault("type", head.facts["type"])
    reading.blocks.append(MastheadBlock("sponsors", text))
