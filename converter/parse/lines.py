"""The lines of a text's body, healed and measured, and what a line may be by its words alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import msgspec

from converter import numerals
from converter.clean import heal
from converter.languages import Language
from converter.languages.headings import opens_as_title
from converter.languages.sentences import BLANK, CLOSING
from converter.model import Line, Text
from converter.parse.labels import quote_at_head
from converter.printable import columns

_MAX_ALONE = 80  # headings and closing lines are short
_SHORTEST, MAX_TITLE = 3, 161  # columns of a title
_PARTED = re.compile("[;；؛]")
_ENDED = re.compile(
    rf"(?:[,;:.،؛，；：。、]{BLANK}[{CLOSING}]{{0,3}}|[,;،؛，；、][{CLOSING}]{{0,3}}{BLANK}(?:\(\d{{1,3}}\)|[\d*⁰¹²³⁴-⁹]{{1,3}})"
    rf"|(?:[^\W\d_]{{5}}\.|。)\d{{1,2}})$"
)  # a comma may have the mark of a note behind it, and so may the full stop behind a word: Convention.1, not No.1
_SIGNS = 8  # characters that tell how a line ends
_SPOKEN = 2  # one line in so many has a quotation mark at its head where a text is quoted as a whole
_STRAY = 0.03  # of the lines: fewer may stand outside the margin
_WORD = re.compile(r"[\w./()'’-]+?(?=[^\w./()'’-]|(?<=[^\x00-\u2e7f])|$)")  # of a Han text, one character
_FIRST = ("a", "i", "1")  # how sub-paragraphs begin to count
_NAMED = re.compile(r"[^:：]{1,30}[:：]")  # Annex A: Plan
_KEY = re.compile(r"(?P<key>[^\W\d_][^:：;；,،，.。\d]{1,40})[:：]\s?[^\s/]")  # Date of birth: 1 May; and A.K.A.: below
_SHORT_KEY = re.compile(r"(?P<key>(?:[^\W\d_]\.){2,5})[:：]\s?\S")
_SPARE = 4  # columns: a comma may not begin a line, and a space parts two words


class Row(msgspec.Struct, frozen=True):
    """A line of the body and its healed text, with what is asked of it again and again: what its words alone show."""

    line: Line
    text: Text
    bare: str  # its text alone
    indent: int  # characters of white space before it
    inset: bool  # it stands further in than the text's own margin
    columns: int  # how wide it is; a Han character takes two
    label: int | None  # the number of the operative paragraph that it begins, if it looks like that
    words_at: int = 0  # where its words begin, behind that number
    annex: bool = False  # it is the heading of an annex; one that is long stands apart
    closing: bool = False  # it says how, where or when the text was adopted
    column: bool = False  # it begins to list the States of one side of a vote

    @property
    def words(self) -> str:
        """Its words without the number that it begins with."""
        return self.bare[self.words_at :]

    def holding(self, text: Text, **others: Any) -> Row:
        """The same with another text."""
        return msgspec.structs.replace(self, text=text, bare=text.text, **others)

    def fits_on(self, above: Row, width: int) -> bool:
        """Whether its first word would have fitted on the line above: so that one was not wrapped."""
        first = _WORD.match(self.bare)
        return above.columns + columns(first[0] if first else "") + _SPARE <= width

    def stands_alone(self, language: Language) -> bool:
        """Whether it is a heading or a closing line."""
        return len(self.bare) <= _MAX_ALONE and (self.closing or language.page.headings.is_heading(self.bare))


def rows_of(lines: Sequence[Line], language: Language) -> list[Row]:
    """The lines healed and measured."""
    texts = [heal(line, language) for line in lines]
    marks = _marks(texts, language)
    labels = _numbers(texts, marks, language)
    indents = [len(line.text) - len(line.text.lstrip()) for line in lines]
    margin = _margin(indents)
    rows: list[Row] = []
    belows = ([text.text for text in texts] + [""])[1:]
    each = zip(lines, texts, marks, labels, indents, belows, strict=True)
    for line, text, mark, (number, words_at), indent, below in each:
        bare = text.text
        above = rows[-1].bare if rows else ""
        named = bare[mark:]
        annex = is_annex(named, language, apart=line.gap) or _is_annex_below(above, named, language)
        closing = is_closing(bare, language) or _is_small_day(bare, above, below, language)
        column = is_column(bare, language)
        inset, width = indent > margin, columns(bare)
        rows.append(Row(line, text, bare, indent, inset, width, number, words_at, annex, closing, column))
    return rows


def _is_small_day(bare: str, above: str, below: str, language: Language) -> bool:
    """Whether a line is the day of the meeting below it, in small letters, with a sentence over above: le 3 avril 2040,

    Inside a sentence such a line goes on with it.
    """
    if not bare[:1].islower() or len(bare) > _MAX_ALONE or not language.page.sentences.sentence_ends(above):
        return False
    return language.page.closing.is_day(bare.rstrip(" ,،")) and is_closing(below, language)


def _marks(texts: Sequence[Text], language: Language) -> list[int]:
    """How long the quotation mark at the head of each line is, in a text that is quoted as a whole; elsewhere 0."""
    signs = [quote_at_head(text.text, language) for text in texts]  # “1. Requests …, “Annex I
    return signs if _SPOKEN * sum(map(bool, signs)) > len(texts) else [0] * len(texts)


def _numbers(texts: Sequence[Text], signs: Sequence[int], language: Language) -> list[tuple[int | None, int]]:
    """The number that each line begins with behind its quotation mark, if any, and where the words behind it begin.

    Han figures number the paragraphs of a text in which no line begins with other numbers: else they are of sections.
    """
    forms = language.page.label_forms
    bares = [text.text[sign:] for text, sign in zip(texts, signs, strict=True)]
    found = [forms.number.match(bare) if bare[:1].isdecimal() else None for bare in bares]
    if not any(found):
        found = [forms.han_number.match(bare) for bare in bares]
    each = zip(found, signs, strict=True)
    return [(_count(one["number"]), one.end("label") + sign) if one else (None, 0) for one, sign in each]


def _count(number: str) -> int:
    return int(number) if number.isdecimal() else numerals.han(number)


def width_of(rows: Sequence[Row]) -> int:
    """How many columns the lines of a text have before they are wrapped."""
    widths = sorted(row.columns for row in rows)
    return widths[9 * len(widths) // 10] if widths else 0


def _margin(margins: Sequence[int]) -> int:
    """Where the text's lines begin: the leftmost place that is not just that of a stray line in a long text."""
    common = [at for at, count in Counter(margins).items() if count >= _STRAY * len(margins)]
    return min(common or margins, default=0)


def is_labelled(bare: str, language: Language) -> bool:
    """Whether a line begins with the label of an operative paragraph or of a sub-paragraph."""
    return language.page.label_forms.begins(bare)


def stands_alone(bare: str, language: Language) -> bool:
    """Whether a line is a heading or a closing line (the meeting that adopted the text)."""
    return len(bare) <= _MAX_ALONE and (language.page.headings.is_heading(bare) or is_closing(bare, language))


def is_closing(bare: str, language: Language) -> bool:
    """Whether a line says at which meeting, on which day or by which votes the text was adopted."""
    return language.page.closing_lines.is_one(bare)


def is_statement(bare: str, language: Language) -> bool:
    """Whether a line begins to say how the text was adopted: it runs on until a blank line."""
    return language.page.closing.begins(bare)


def is_column(bare: str, language: Language) -> bool:
    """Whether a line begins to list the States of one side of a vote (In favour: …)."""
    return language.page.closing.begins_column(bare)


def is_annex(bare: str, language: Language, *, apart: bool = False) -> bool:
    """Whether a line is the heading of an annex, after which the paragraphs are counted anew.

    A long one, with its title, stands `apart`: else a sentence may go on so in a line that was wrapped.
    """
    found = language.page.headings.read(bare) if len(bare) <= _MAX_ALONE or apart else None
    return found is not None and found.is_annex


def _is_annex_below(above: str, bare: str, language: Language) -> bool:
    """Whether a line names an annex and its title behind a colon, below a sentence that is over.

    Its title may be long, or go on below a comma, with no space to show it: Annex A: Plan for the Lamps (PLAN),
    """
    if not _NAMED.match(bare) or not language.page.sentences.sentence_ends(above):
        return False
    title = bare[:-1].rstrip() if language.page.sentences.comma_ends(bare) else bare
    return is_annex(title, language, apart=True)


def is_section(bare: str, language: Language) -> bool:
    """Whether a heading is that of a section, whose paragraphs may be counted anew."""
    found = language.page.headings.read(bare)
    return found is not None and found.is_section


def is_article(bare: str, language: Language) -> bool:
    """Whether a heading is that of an article, a rule or a chapter: what stands below it need not act."""
    found = language.page.headings.read(bare)
    return found is not None and found.kind == "chapter"


def looks_like_title(bare: str, *, longest: int = MAX_TITLE) -> bool:
    """Whether a line has the shape of a title inside the text: it opens with no small letter and ends in no sign.

    The shape is the same in every language; a line in Han characters is half as long. `longest` counts columns.
    """
    if not _SHORTEST <= columns(bare[: longest + 1]) <= longest or _PARTED.search(bare):
        return False
    return opens_as_title(bare) and _ENDED.search(bare[-_SIGNS:]) is None


def opens_with_verb(bare: str, language: Language) -> bool:
    """Whether a line opens with an action verb, as every preambular paragraph does."""
    return language.opens(bare)


def opens_as_paragraph(bare: str, language: Language) -> bool:
    """Whether a line opens as paragraphs do: with a verb, and with a capital where paragraphs begin with one."""
    return not language.goes_on(bare) and opens_with_verb(bare, language)


def opens_list(row: Row, language: Language) -> bool:
    """Whether a line opens with the label of a first sub-paragraph and a capital: (a) To …

    Where paragraphs begin small, a blank line above it stands for the capital.
    """
    labels = (form.rule.match(row.bare) for form in language.page.label_forms.forms)
    label = next((match for match in labels if match), None)
    if label is None or label["number"] not in _FIRST:
        return False
    small = language.table("body").get("begins_small") and row.line.gap
    return bool(small) or row.bare[label.end("label") :][:1].isupper()


def key_of(bare: str) -> str:
    """What a line opens with that tells what follows its colon, as lines below a name do: Date of birth: 1 May 2040."""
    found = None if bare[:1].islower() else _KEY.match(bare) or _SHORT_KEY.match(bare)
    return found["key"] if found else ""
