"""The lines of a masthead in order → its blocks and what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.clean import unspaced
from converter.languages import Language
from converter.languages.closing_lines import CLOSING, OPENING, ROUND
from converter.languages.headlines import HeadLine
from converter.languages.keys import JOINED, NAVIGATION
from converter.model import AgendaItem, Masthead, Note, Text
from converter.parse.lines import looks_like_title
from converter.parse.masthead.sheet import MAX_LINE, STATEMENT, Sheet
from converter.parse.masthead.sponsors import joined, names_joined, read_sponsors
from converter.parse.masthead.titles import is_of_site, may_begin_title, read_agenda_title, read_title
from converter.symbols import canonical

_LETTERHEAD = "distribution"  # the line below it tells when a text was issued
_MAX_UNTIL = 6  # lines that one whose sentence goes on may run over
_MAX_PART = 14  # Section III
_SENTENCE = "sentence"
_ABOVE_DAY = ("number", "title", "adoption")
_BELOW_NUMBER = ("adoption", "date")  # what stands below a text's own number


def parse_masthead(
    texts: Sequence[Text], gaps: Sequence[bool], notes: tuple[Note, ...], language: Language
) -> Masthead:
    """Read the lines above the enacting phrase, their footnote marks taken out.

    `gaps` says which lines have a gap above. A line that is none of those known becomes a block of kind `plain`.
    """
    sheet = Sheet(language, texts, gaps if language.table("text.glue") else [False] * len(texts))
    at = 0
    while at < len(texts):
        end = _read_head_line(at, sheet)
        at = _read(at, sheet) if end is None else end
    kind, status = sheet.kind_and_status()
    facts = sheet.facts
    starred = next((note for note in notes if note.is_star), None)
    return Masthead(
        blocks=tuple(sheet.blocks),
        body=facts.get("body"),
        session=facts.get("session"),
        session_from=facts.get("from"),
        session_to=facts.get("to"),
        agenda_items=tuple(sheet.agenda),
        symbol=facts.get("symbol"),
        kind=kind,
        status=status,
        number=facts.get("number"),
        title=facts.get("title"),
        date=facts.get("adopted")
        or facts.get("above number")
        or (facts.get("issued") if status == "draft" or kind == STATEMENT else None),
        sponsors=sheet.sponsors,
        sponsors_note=starred.text.text if starred else None,
        joined=tuple(joined(sheet, notes)),
    )


def _read(at: int, sheet: Sheet) -> int:
    """Read the block that begins at a line which no phrase knows by itself; the index after it."""
    end = read_sponsors(at, sheet) or read_agenda_title(at, sheet)
    if end is not None:
        return end
    text, headings = sheet.texts[at].text, sheet.language.page.headings
    titled = "title" in sheet.facts
    part = not titled and _is_first_part(text, sheet)
    if not (titled or part) and may_begin_title(at, sheet):
        return read_title(at, sheet)
    may_be_part = sheet.last == "part" or (titled and (looks_like_title(text) or headings.is_heading(text)))
    part = part or (may_be_part and not is_of_site(text, sheet))
    sheet.add("part" if part else "plain", sheet.joined(at, at + 1))  # A, and the title of that part
    return at + 1


def _is_first_part(text: str, sheet: Sheet) -> bool:
    """Whether a line is the label of the first part of a text that has a number and no title: A."""
    bare = len(text) <= _MAX_PART and bool(sheet.language.table("text.glue")) and "number" in sheet.facts
    return bare and sheet.language.page.headings.is_heading(text)


def _read_head_line(at: int, sheet: Sheet) -> int | None:
    """Read the block that begins with a line which a phrase of the page is; the index after it, None for no such line.

    What it says is noted; of an agenda these are its items.
    """
    wrapped = _wrapped_adoption(at, sheet)
    head, line = wrapped or sheet.head(at), unspaced(sheet.texts[at].text)
    if head is None or (head.kind == JOINED and not names_joined(line, sheet.language)):
        return None
    if head.kind == NAVIGATION:
        sheet.add("plain", sheet.joined(at, at + 1))
        return at + 1
    if head.kind == "title":  # a page has one: a second line like one is shown as it is
        return None if "title" in sheet.facts and not sheet.take_back_title(head) else read_title(at, sheet)
    title = line[head.title_at :] if head.title_at is not None else None
    sheet.agenda += [AgendaItem(number, title) for number in head.items]
    end = at + 2 if wrapped else _end_of(at, head, sheet)
    text = sheet.joined(at, end)
    if head.kind == "number" and sheet.kind(end) in _BELOW_NUMBER:
        _drop_other_number(head.facts["number"], sheet)
    _note_head(head, text.text, sheet)
    sheet.add(head.kind, text)
    return end


def _wrapped_adoption(at: int, sheet: Sheet) -> HeadLine | None:
    """The line on the adoption that is wrapped before the end of its day, the two lines read as one; else None."""
    if at + 1 == len(sheet.texts) or sheet.apart[at + 1] or _ends_in_day(sheet.texts[at].text, sheet):
        return None
    text = sheet.joined(at, at + 2).text
    head = sheet.language.page.masthead.read(text) if len(text) <= MAX_LINE and _ends_in_day(text, sheet) else None
    return head if head is not None and head.kind == "adoption" else None


def _ends_in_day(text: str, sheet: Sheet) -> bool:
    day = sheet.language.page.closing.date(text)
    return day is not None and day.end >= len(text.rstrip("* ."))


def _drop_other_number(own: str, sheet: Sheet) -> None:
    """Let go of what was taken for the title with its number, where the line above the adoption has another number.

    A site, or a gazette, counts its pages and papers in the same way: 7 (1945) Nr. 58. What was read below such a title
    as parts of the text is none either.
    """
    if "title" not in sheet.facts or sheet.facts.get("number") in (None, own):
        return
    del sheet.facts["title"], sheet.facts["number"]
    sheet.blocks[:] = [replace(one, kind="plain") if one.kind in ("title", "part") else one for one in sheet.blocks]


def _end_of(at: int, head: HeadLine, sheet: Sheet) -> int:
    """The index after the lines on the adoption: up to the day of it, or to where their bracket closes.

    Who joined the sponsors is said up to the end of the sentence.
    """
    if head.goes_on == _SENTENCE:
        return sheet.sentence_end(at, _MAX_UNTIL) or at + 1
    in_bracket = head.goes_on == "bracket"
    for end in range(at + 1, min(len(sheet.texts), at + _MAX_UNTIL) + 1 if head.goes_on else 0):
        text = sheet.texts[end - 1].text if in_bracket else sheet.joined(at, end).text
        if len(text) > MAX_LINE:
            break
        if text.endswith(tuple(CLOSING)) if in_bracket else _ends_in_day(text, sheet):
            return end
    return at + 1


def _note_head(head: HeadLine, text: str, sheet: Sheet) -> None:
    """Take over what a line says of the organ, the session, its dates, the number, the day of issue or of adoption."""
    facts = sheet.facts
    if head.kind == "body":  # the last: a Council's letterhead has 大会 above it
        facts["body"] = sheet.language.organs[head.facts["body"]][0]
    elif head.kind == "symbol":
        sheet.note("symbol", canonical(head.facts["symbol"]))
    elif head.kind == "dates":
        facts |= head.facts
    elif head.kind == "date" and sheet.last == "session":  # of one day
        facts |= {"from": head.facts["date"], "to": head.facts["date"]}
    elif head.kind == "date":  # below the number, and below the title with it, stands the day of adoption
        sheet.note("adopted" if sheet.last in _ABOVE_DAY else "issued", head.facts["date"])
    else:
        if head.kind == "number":
            sheet.note_type(head)
        for name, value in head.facts.items():
            sheet.note(name, value)
        if facts.get("number", "").isdecimal():  # what a site calls the text (Resolution 21) has no year
            facts["number"] = head.facts.get("number", facts["number"])
        if head.kind in ("adoption", "number"):
            _note_date(text, sheet)
        if head.kind == "number" and sheet.last == "date" and all(one.kind != _LETTERHEAD for one in sheet.blocks):
            sheet.note(
                "above number", facts.get("issued", "")
            )  # and no letterhead's: a line on the adoption knows better


def _note_date(printed: str, sheet: Sheet) -> None:
    """The day of adoption: the first that is printed, outside a note in brackets; one misread sign is seen through."""
    date = None if printed.startswith(tuple(set(OPENING) - set(ROUND))) else sheet.language.page.closing.date(printed)
    if date:
        sheet.note("adopted", date.value)
