"""What stands above the enacting phrase, line by line: each is named once, by a phrase of the page or by its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from converter.cite.numbers import mend, normalise
from converter.clean import heal, join_lines, unspaced
from converter.languages import Language
from converter.languages.closing_lines import CLOSING, OPENING
from converter.languages.headlines import HeadLine
from converter.languages.keys import BELOW_TITLE, JOINED, NO_TITLE
from converter.languages.sentences import ends_in_sign
from converter.model import Adoption, AgendaItem, Ballot, Line, Masthead, MastheadBlock, Note, Sponsor, Text
from converter.parse.lines import looks_like_title
from converter.parse.states import ballots, state_names
from converter.symbols import canonical, kind_of

_DEFAULT_KIND, _DEFAULT_STATUS = "resolution", "adopted"
_MAX_LINE = 400  # a longer line is the words of something, not a line of a masthead
_MAX_SPONSOR_LINES = 60
_MAX_NOTE = 4000  # characters of a note that may tell who joined later
_STARS = re.compile(r"[*＊]{1,3}")
_LETTERHEAD = "distribution"  # the line below it tells when a text was issued
_DRAFT = "draft "  # of the name of a type
_STATEMENT = "presidential-statement"  # its date is that of the document
_ADOPTED = frozenset({"resolution", "decision", _STATEMENT})  # the symbol of one of these names its organ
_BY_SYMBOL = {"/DEC/": "decision", "/PRST/": _STATEMENT}
_MAX_UNTIL = 6  # lines that one whose sentence goes on may run over
_WRAPPED = 20  # a line with fewer characters was not wrapped: what follows is a line of its own
_MAX_PART = 14  # Section III
_STOPS = tuple(".。")
_SENTENCE = "sentence"
_PARTS = frozenset("ABCDEFGH")
_COLON = re.compile(r"\s*[:：](?P<stars>[*＊]{0,3})\s*(?P<rest>[^:：]*)$")
_BY_YEAR = re.compile(r"\d{1,4}\s?\((?:19|20)\d\d\)$")
_OF_SESSION = re.compile(r"\d{1,4} ?\(\d{1,2}\)")  # 591(6)
_OPEN_NUMBER = re.compile(r"[…‥\[]|\.\.")  # 51/…: not yet given
_ABOVE_DAY = ("number", "title")
_BEFORE_TITLE = ("sponsors", JOINED, "type", "adoption", "number")  # what stands right above a title that has no number


@dataclass
class _Reading:
    """What was found so far."""

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


@dataclass(frozen=True, slots=True)
class _Colon:
    """The colon behind sponsors: where it stands, whether the star of the last one hangs on it, what follows."""

    at: int
    starred: bool
    head: HeadLine | None


def parse_masthead(
    texts: Sequence[Text], gaps: Sequence[bool], notes: tuple[Note, ...], language: Language
) -> Masthead:
    """Read the lines above the enacting phrase, their footnote marks taken out.

    `gaps` says which lines have a gap above. A line that is none of those known becomes a block of kind `plain`.
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
    said = [block.text.text for block in reading.blocks if block.kind == JOINED]
    stars = (piece for note in notes if note.is_star for piece in _STARS.split(note.text.text[:_MAX_NOTE]))
    for text in [*said, *stars]:  # a note may have run on into the next one
        yield from _names_joined(text, language)


def _names_joined(text: str, language: Language) -> tuple[Ballot, ...]:
    """Those who joined later by the words of a text; none where what stands in their place begins with no State."""
    joined = language.page.sponsors.joined(text)
    names = ballots(text[joined.start : joined.end], language) if joined else ()
    return names if names and names[0].code else ()


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
    """A number in the digits and letters that a symbol has: 二九三三(二〇三一) is 2933(2031), 五九一(六) 591(VI)."""
    if normalise(number) is None and (mended := normalise(mend(number))):
        return mended.text  # 5O3 (1982), as a scan reads the noughts
    tokens = language.page.tokens(number) if not number.isascii() else None
    if not tokens or len(tokens) > 1 or tokens[0].kind != "number":
        return number
    printed: str = tokens[0].value.text
    found = normalise(printed) if _OF_SESSION.fullmatch(printed) else None
    return found.text if found else printed


def is_head_line(line: Line, language: Language) -> bool:
    """Whether a phrase of the page knows a line of the masthead by itself."""
    return language.page.masthead.read(unspaced(heal(line, language).text)) is not None


def goes_on(line: Line, above: Line, language: Language) -> bool:
    """Whether a line that looks like a title with its number is the second of a sentence: …and its resolution ⏎ 6/3 of.

    A title stands apart, or below a line that is of the masthead too.
    """
    head = language.page.masthead.read(unspaced(heal(line, language).text))
    return head is not None and head.kind == "title" and not line.gap and not is_head_line(above, language)


def is_above_title(line: Line, language: Language) -> bool:
    """Whether the line below one of the masthead may be the title of the text, though that has no number."""
    head = language.page.masthead.read(unspaced(heal(line, language).text))
    return head is not None and head.kind in _BEFORE_TITLE


def _kind(reading: _Reading) -> tuple[str, str]:
    """The kind and the status of a text: as a line says, else as its symbol shows."""
    symbol = reading.facts.get("symbol", "")
    by_symbol = next((kind for part, kind in _BY_SYMBOL.items() if part in symbol), _DEFAULT_KIND)
    printed = reading.facts.get("type") or by_symbol
    kind = printed.removeprefix(_DRAFT)
    return kind, "draft" if "/L." in symbol or kind != printed else _DEFAULT_STATUS


def _read(texts: Sequence[Text], index: int, reading: _Reading, language: Language) -> int:
    """Read the block that begins at `index`, which no phrase knows by one line; returns the index after it."""
    text = texts[index]
    titled = "title" in reading.facts
    end = _read_joined(texts, index, reading, language) if reading.sponsors else None
    end = end or (None if reading.sponsors else _read_sponsors(texts, index, reading, language))
    if end is not None:
        return end
    if _read_agenda_title(text, reading, language, apart=bool(reading.apart[index])):
        return index + 1
    first_part = not titled and _is_part(text.text, reading, language)
    stands_so = reading.last in _BEFORE_TITLE or _stands_above_number(texts, index, language)
    if not (titled or first_part) and stands_so and not is_sentence(text.text, language):
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
    if head is None or (head.kind == JOINED and not _names_joined(line, language)):
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
    """The index after the lines on the adoption: up to the day of it, or to where their bracket closes.

    Who joined the sponsors is said up to the end of the sentence.
    """
    if head.goes_on == _SENTENCE:
        return _sentence_end(texts, index, _MAX_UNTIL) or index + 1
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
    elif head.kind == "date":  # below the number, and below the title with it, stands the day of adoption
        facts.setdefault("adopted" if reading.last in _ABOVE_DAY else "issued", head.facts["date"])
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


def _stands_above_number(texts: Sequence[Text], index: int, language: Language) -> bool:
    """Whether the line below is the number of the text: in the Official Records its title stands above that."""
    below = language.page.masthead.read(unspaced(texts[index + 1].text)) if index + 1 < len(texts) else None
    return below is not None and below.kind == "number"


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
    """The title, with its number, runs to the end of the masthead, a gap, a sentence, the text's own number or day."""
    below = range(index + 1, len(texts))
    ends = (
        at
        for at in below
        if reading.apart[at] or _ends_title(texts[at].text, language) or _is_own(texts, at, reading, language)
    )
    end = next(ends, len(texts))
    text = join_lines(texts[index:end], language)
    reading.blocks.append(MastheadBlock("title", text))
    head = language.page.masthead.read(texts[index].text)
    if head is not None and head.kind == "title":
        reading.facts["number"] = head.facts["number"]
    reading.facts["title"] = text.text[head.title_at if head and head.kind == "title" and head.title_at else 0 :]
    return end


def is_sentence(text: str, language: Language) -> bool:
    """Whether a line where a title may stand is a sentence, by its last sign or its first words."""
    return ends_in_sign(text) or language.page.masthead.begins(text, NO_TITLE)


def _is_own(texts: Sequence[Text], at: int, reading: _Reading, language: Language) -> bool:
    """Whether a line below a title is a day in brackets, or the number of the text, which some mastheads have there.

    A title may name another text and be wrapped before its number (Implementation of ⏎ resolution 21 (2031)): below the
    text's own stands how or when it was adopted, or its day stands behind it (21 (2031). Resolution of 5 May 2031).
    """
    text = texts[at].text
    head = language.page.masthead.read(unspaced(text))
    if head is None or head.kind != "number" or text[:1].islower() or "number" in reading.facts:
        return head is not None and head.kind == "date" and text.startswith(("(", "（"))
    below = language.page.masthead.read(unspaced(texts[at + 1].text)) if at + 1 < len(texts) else None
    dated = text[:1].isdecimal() and language.page.closing.date(text) is not None
    return dated or (below is not None and below.kind in ("adoption", "date"))


def _ends_title(text: str, language: Language) -> bool:
    """Whether a line below a title is no more of it: a sentence, the enacting phrase, the letter of a part."""
    is_letter = text.strip() in _PARTS
    return is_letter or ends_in_sign(text) or language.page.masthead.begins(text, NO_TITLE, BELOW_TITLE)


# --- sponsors -------------------------------------------------------------------------------------------


def _read_sponsors(texts: Sequence[Text], index: int, reading: _Reading, language: Language) -> int | None:
    """Read the sponsors that begin at `index`: States, a colon, and maybe what they propose; None where none do."""
    lines = range(index, min(len(texts), index + _MAX_SPONSOR_LINES))
    ends = (at + count for at in lines for count in (1, 2) if _has_colon(texts[at : at + count], language))
    end = next(ends, None)
    if end is None:
        return None
    text = join_lines(texts[index:end], language)
    colon = _colon(text.text, language)
    names = state_names(text.text[: colon.at if colon else len(text.text)], language)
    if not names or names[0].state is None:
        return None
    last = len(names) - 1 if colon and colon.starred else None
    reading.sponsors = tuple(
        Sponsor(one.name, one.state.code if one.state else None, not (one.starred or at == last), one.start, one.end)
        for at, one in enumerate(names)
    )
    if colon and colon.head:
        reading.facts.setdefault("type", colon.head.facts["type"])
    reading.blocks.append(MastheadBlock("sponsors", text))
    return end


def _has_colon(texts: Sequence[Text], language: Language) -> bool:
    """Whether the first of some lines has the colon behind sponsors; what they propose may be wrapped."""
    if _COLON.search(texts[0].text) is None:
        return False
    return _colon(join_lines(texts, language).text if len(texts) > 1 else texts[0].text, language) is not None


def _colon(text: str, language: Language) -> _Colon | None:
    """The colon behind sponsors: nothing follows it, or the type of what they propose."""
    found = _COLON.search(text, max(0, len(text) - _MAX_LINE))
    if found is None:
        return None
    head = language.page.masthead.read(unspaced(found["rest"])) if found["rest"] else None
    is_one = not found["rest"] or (head is not None and head.kind == "type")
    return _Colon(found.start(), bool(found["stars"]), head) if is_one else None


def _begins_with_state(text: str, language: Language) -> bool:
    """Whether the first name of a list is that of a State."""
    names = state_names(text, language)
    return bool(names) and names[0].state is not None


def _read_joined(texts: Sequence[Text], index: int, reading: _Reading, language: Language) -> int | None:
    """Read who joined later where that is said over several lines; None where it is not."""
    text = texts[index].text[:_MAX_LINE]
    if not (language.page.sponsors.leads(text) or _begins_with_state(text, language)):
        return None
    end = _sentence_end(texts, index, _MAX_SPONSOR_LINES)
    joined = join_lines(texts[index:end], language) if end else None
    if joined is None or not _names_joined(joined.text, language):
        return None
    reading.blocks.append(MastheadBlock(JOINED, joined))
    return end


def _sentence_end(texts: Sequence[Text], index: int, most: int) -> int | None:
    """The index after the line that ends the sentence which begins at one; None where none of so many does."""
    lines = range(index, min(len(texts), index + most))
    return next((at + 1 for at in lines if texts[at].text.rstrip().endswith(_STOPS)), None)
