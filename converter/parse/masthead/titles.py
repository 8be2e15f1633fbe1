"""The title of the text and those of the items of its agenda: they are known by where they stand, not by a phrase."""

from __future__ import annotations

import re
from dataclasses import replace

from converter.clean import ends_in_colon, join_lines
from converter.languages import Language
from converter.languages.keys import BELOW_TITLE, NO_TITLE
from converter.languages.sentences import ends_in_sign
from converter.model import MastheadBlock
from converter.parse.masthead.alone import BEFORE_TITLE, is_sentence
from converter.parse.masthead.sheet import Sheet

_WRAPPED = 20  # a line with fewer characters was not wrapped: what follows is a line of its own
_PARTS = frozenset("ABCDEFGH")
_BLANKS_INSIDE = re.compile(r"\d[\d ]*/[\d ]*\d(?!\d)[ .–-]*")
_LINKS = re.compile(r"\S\s+[|>›]\s+\S")
_DAY = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}")  # 16/12/1982


def read_agenda_title(at: int, sheet: Sheet) -> int | None:
    """The titles of the items stand below them, in their order; a long line may be wrapped.

    The index after it; None where the line is no such title.
    """
    if sheet.last not in ("agenda", "agenda-title"):
        return None
    item = next((place for place, one in enumerate(sheet.agenda) if one.title is None), None)
    if item is not None:
        text = sheet.joined(at, at + 1)
        sheet.add("agenda-title", text)
        sheet.agenda[item] = replace(sheet.agenda[item], title=text.text)
        return at + 1
    if sheet.apart[at] or sheet.last == "agenda" or len(sheet.blocks[-1].text.text) < _WRAPPED:
        return None
    joined = join_lines([sheet.blocks[-1].text, sheet.texts[at]], sheet.language)
    sheet.blocks[-1] = MastheadBlock("agenda-title", joined)
    sheet.agenda[-1] = replace(sheet.agenda[-1], title=joined.text)
    return at + 1


def may_begin_title(at: int, sheet: Sheet) -> bool:
    """Whether a line without a number stands where a title does, and is no sentence; one without a letter is none.

    In the Official Records the number of the text stands below its title. Where other lines above that are not
    understood, it may be one more of what a site puts around a text (Share ⏎ Print): it is told as they are.
    """
    text = sheet.texts[at].text
    numbered = sheet.kind(at + 1) == "number" and not ends_in_colon(sheet.texts[at + 1].text)  # The text … reads:
    above_number = numbered and all(one.kind != "plain" for one in sheet.blocks)
    stands_so = sheet.last in BEFORE_TITLE or above_number
    may = stands_so and any(map(str.isalpha, text)) and not is_sentence(text, sheet.language)
    return may and not is_of_site(text, sheet)


def is_of_site(text: str, sheet: Sheet) -> bool:
    """Whether a line is a path or a row of links of a site (Home > Texts), or names a series: Council resolutions.

    Single links are `navigation` of the page.
    """
    if _LINKS.search(text):
        return True
    tokens = sheet.language.page.named(text).items
    return any(one.has("noun") for one in tokens) and all(one.has("noun") or one.has("organ") for one in tokens)


def read_title(at: int, sheet: Sheet) -> int:
    """The title, with its number, runs to the end of the masthead, a gap, a sentence, the text's own number or day.

    The index after it.
    """
    below = range(at + 1, len(sheet.texts))
    end = next((end for end in below if _is_over(end, sheet)), len(sheet.texts))
    text = sheet.joined(at, end)
    sheet.add("title", text)
    head = sheet.language.page.masthead.read(sheet.texts[at].text)
    numbered = head if head is not None and head.kind == "title" else None
    if numbered:
        sheet.facts["number"] = numbered.facts["number"]
        sheet.note_type(numbered)
        sheet.titled_by_number = True
    sheet.facts["title"] = text.text[(numbered.title_at if numbered else _end_of_number(text.text, sheet)) or 0 :]
    return end


def _end_of_number(title: str, sheet: Sheet) -> int:
    """Where the title begins behind the text's own number, into which blanks came (9 1/ 6 Lamps); 0 without one."""
    number = _BLANKS_INSIDE.match(title)
    bare = "".join(number[0].split()) if number else ""
    if number is None or not sheet.facts.get("symbol", "").endswith(f"/{bare}"):
        return 0
    sheet.note("number", bare)
    return number.end()


def _is_over(at: int, sheet: Sheet) -> bool:
    """Whether a title is over above a line."""
    return sheet.apart[at] or _ends_title(sheet.texts[at].text, sheet.language) or _is_own(at, sheet)


def _ends_title(text: str, language: Language) -> bool:
    """Whether a line below a title is no more of it: a sentence, the enacting phrase, the letter of a part, a day."""
    bare = text.strip("() ")
    part = language.page.headings.read(bare)
    is_apart = bare in _PARTS or _DAY.fullmatch(bare) or (part is not None and part.is_section and part.is_bare(bare))
    return bool(is_apart) or ends_in_sign(text) or language.page.masthead.begins(text, NO_TITLE, BELOW_TITLE)


def _is_own(at: int, sheet: Sheet) -> bool:
    """Whether a line below a title is a day in brackets, or the number of the text, which some mastheads have there.

    A line that has the number again, and words behind it, has the title: what was taken for it is none.

    A title may name another text and be wrapped before its number (Implementation of ⏎ resolution 21 (2031)): below the
    text's own stands how or when it was adopted, or its day stands behind it (21 (2031). Resolution of 5 May 2031).
    """
    text = sheet.texts[at].text
    kind = sheet.kind(at)
    head = sheet.head(at) if kind == "title" else None
    if head and not sheet.titled_by_number and head.facts.get("number") == sheet.facts.get("number"):
        return True
    if kind != "number" or text[:1].islower() or "number" in sheet.facts:
        return kind == "date" and text.startswith(("(", "（"))
    dated = text[:1].isnumeric() and sheet.language.page.closing.date(text) is not None
    return dated or sheet.kind(at + 1) in ("adoption", "date")
