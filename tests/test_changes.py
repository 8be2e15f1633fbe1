"""Changes that are none of the words: a text is read as before, or what is read otherwise is said at its place.

Two invented texts of each language are read as they stand and with each change; no gold is needed. A new change is a
row of one of the tables: `SAME` is read the same without a word, `SAID` may be read otherwise where its finding stands.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest

from converter.model import Expression
from tests.documents.languages import LANGUAGES
from tests.documents.official import typed
from tests.reading import converted
from tests.test_layout_noise import TEXTS

Fact = tuple[str, str, Any]
Change = Callable[[list[str]], str]

_WIDTH = 72
_BLANK = "\n\n"
_ITEM = re.compile(r"^[(（]?(?:[a-zа-яأ-ي]|[ivx]+|[一二三四五六七八九十]+)[)）]\s+")  # the label of an item
_NUMBERED = re.compile(r"^(\d)\s?[-.]\s+")  # what begins with a number
_OTHERS = {"ى": "ي", "ـ": ""}


def letters(words: str) -> str:
    """Words as they are compared: their letters and figures."""
    plain = unicodedata.normalize("NFKD", words).casefold()
    return "".join(_OTHERS.get(char, char) for char in plain if char.isalnum())


def facts(read: Expression) -> Counter[Fact]:
    """What is read of a text, each fact with its place."""
    head, text = read.resolution.masthead, read.resolution
    adopted = text.adoption
    found: list[Fact] = [
        ("masthead", "is", (head.symbol, head.date, head.body, head.session, head.kind, letters(head.number or ""))),
        ("masthead", "title", letters(head.title or "")),
        ("masthead", "agenda", [(one.number, letters(one.title or "")) for one in head.agenda_items]),
        ("masthead", "adopted", adopted and (adopted.meeting, adopted.date, adopted.manner)),
        *((one.id, "words", (one.kind, one.parent, letters(one.text.text))) for one in text.paragraphs),
        *((one.place, "note", (one.paragraph, letters(one.text.text))) for one in text.footnotes),
        *((one.place, "cites", (one.target, one.date, [letters(p.label) for p in one.pinpoints]))
          for one in read.citations),
        *((one.place, "means", one.to) for one in read.internal),
        *((one.place, "does", (one.lemma, one.addressee_id)) for one in read.verbs),
        *((one.paragraph, "asks", (one.kind, one.actor_id, one.due and (one.due.relation, one.due.to_date)))
          for one in read.mandates),
    ]  # fmt: skip
    return Counter((place, kind, str(value)) for place, kind, value in found)


def blocks(name: str, code: str) -> list[str]:
    """The paragraphs of a text, each on one line."""
    if name == "adopted":
        return typed(LANGUAGES[code]).strip().split(_BLANK)
    return [*TEXTS[code]["above"].strip().split(_BLANK), *(one.strip() for one in TEXTS[code]["paragraphs"].values())]


@cache
def as_it_stands(name: str, code: str) -> tuple[Counter[Fact], Counter[str]]:
    read = converted(code, _BLANK.join(blocks(name, code)))
    return facts(read), Counter(one.code for one in read.diagnostics)


def replaced(pattern: str, by: str) -> Change:
    """Something stands in place of something else, wherever it stands."""
    return lambda parts: re.sub(pattern, by, _BLANK.join(parts))


def decomposed(parts: list[str]) -> str:
    return unicodedata.normalize("NFD", _BLANK.join(parts))


def on_pages(added: str) -> Change:
    """The pages end inside each second paragraph of more than one line, where a page adds this: # is its number."""

    def change(parts: list[str]) -> str:
        symbol = next((one for one in parts if re.fullmatch(r"[AS]/\S+", one)), "S/RES/9342 (1999)")
        set_: list[str] = []
        for at, part in enumerate(parts):
            lines = list(wrapped(part))
            if at > _head(parts) and len(lines) > 1 and at % 2:
                half = len(lines) // 2
                lines[half:half] = ["", added.replace("#", str(at)).replace("SYMBOL", symbol), ""]
            set_.append("\n".join(lines))
        return _BLANK.join(set_)

    return change


def between_pages(added: str) -> Change:
    """The pages end between paragraphs."""

    def change(parts: list[str]) -> str:
        symbol = next((one for one in parts if re.fullmatch(r"[AS]/\S+", one)), "S/RES/9342 (1999)")
        pages = (
            [added.replace("#", str(at)).replace("SYMBOL", symbol)] if at > _head(parts) + 1 and at % 3 == 0 else []
            for at in range(len(parts))
        )
        return _BLANK.join(one for page, part in zip(pages, parts, strict=True) for one in (*page, part))

    return change


def wrapped(part: str, width: int = _WIDTH) -> Iterator[str]:
    """The lines of a paragraph; one of a table or a masthead has those that it has."""
    if "\t" in part or "\n" in part:
        yield part
    elif any("\u4e00" <= char <= "\u9fff" for char in part):
        yield from re.findall(rf".{{1,{width // 2}}}[，；。、：）)]*", part)
    else:
        yield from textwrap.wrap(part, width, break_on_hyphens=False)


def _head(parts: list[str]) -> int:
    """Where the enacting phrase stands."""
    return next(at for at, part in enumerate(parts) if len(part) < _WIDTH and part.endswith((",", "،", "，")))


def labelled(sign: str) -> Change:
    """Each item of a list has this sign in place of its label."""
    return lambda parts: _BLANK.join(_ITEM.sub(f"{sign} ", part) for part in parts)


PAGES = {
    "a number": "#",
    "a number above the job's": "#\n31-04512 (E)",
    "a number between strokes": "| # |".replace("| ", "— ").replace(" |", " —"),
    "Page 3": "Page #",
    "[Page 3]": "[Page #]",
    "Page 3/30": "Page #/30",
    "3 | Page": "# | Page",
    "stars": "* * *",
    "a typed rule": "-----",
    "the symbol": "SYMBOL",
    "symbol and page": "SYMBOL\nPage #",
    "symbol, language and page": "SYMBOL\nEnglish\nPage #",
}
SAME: dict[str, Change] = {
    "blanks at which no line ends": replaced(" ", "\u00a0"),
    "narrow ones at figures": replaced(r"(?<=\d) | (?=\d)", "\u202f"),
    "thin ones at figures": replaced(r"(?<=\d) | (?=\d)", "\u2009"),
    "hyphens at which no line ends": replaced(r"(?<=\w)-(?=\w)", "\u2011"),
    "dashes for hyphens": replaced(r"(?<=\w)-(?=\w)", "\u2013"),
    "accents apart from their letters": decomposed,
    "no blank lines": "\n".join,
    "narrow lines, none of them blank": lambda parts: "\n".join("\n".join(wrapped(part, 60)) for part in parts),
    **{f"inside: {name}": on_pages(added) for name, added in PAGES.items()},
    **{f"between: {name}": between_pages(added) for name, added in PAGES.items()},
}
SAID: dict[str, tuple[str, Change]] = {
    "strokes of division": ("citation-misprint", replaced(r"(?<=\d)/(?=\d)", "\u2215")),
    "inside: a site's words": ("line-apart", on_pages("harbour library, # of 99 lamps")),
    "inside: an address": ("line-apart", on_pages("https://harbour.example/lamps/#")),
}


@cache
def with_items(name: str, code: str, sign: str) -> Counter[Fact]:
    """What is read of a text whose items begin with a sign."""
    return facts(converted(code, labelled(sign)(blocks(name, code))))


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
@pytest.mark.parametrize("name", ["adopted", "short"])
@pytest.mark.parametrize("code", sorted(TEXTS))
def test_it_is_read_the_same(code: str, name: str, change: Change) -> None:
    wanted, said = as_it_stands(name, code)
    read = converted(code, change(blocks(name, code)))
    found = facts(read)
    assert (list(wanted - found), list(found - wanted)) == ([], [])
    assert Counter(one.code for one in read.diagnostics) == said


@pytest.mark.parametrize(("told", "change"), SAID.values(), ids=SAID)
@pytest.mark.parametrize("name", ["adopted", "short"])
@pytest.mark.parametrize("code", sorted(TEXTS))
def test_what_is_read_otherwise_is_said_at_its_place(code: str, name: str, told: str, change: Change) -> None:
    wanted, _ = as_it_stands(name, code)
    read = converted(code, change(blocks(name, code)))
    found = facts(read)
    other = {place for place, *_ in (*(wanted - found), *(found - wanted))}
    assert other <= {one.at for one in read.diagnostics if one.code == told}


@pytest.mark.parametrize("sign", "-—•·●○◦▪■□‣►➢✓")
@pytest.mark.parametrize("name", ["adopted", "short"])
@pytest.mark.parametrize("code", sorted(TEXTS))
def test_items_of_a_list_may_have_any_sign(code: str, name: str, sign: str) -> None:
    wanted, found = (with_items(name, code, one) for one in ("–", sign))
    assert any(place.endswith("-item") for place, *_ in wanted)
    assert found == wanted


@pytest.mark.parametrize("sign", ["{}-", "{},", "{}:", "({})"])
@pytest.mark.parametrize("code", sorted(TEXTS))
def test_a_paragraph_of_an_annex_that_seems_to_have_a_number_is_said(code: str, sign: str) -> None:
    parts = blocks("adopted", code)
    read = converted(code, _BLANK.join(_NUMBERED.sub(lambda match: sign.format(match[1]) + " ", one) for one in parts))
    in_annex = [one for one in read.resolution.paragraphs if one.id.startswith("annex")][1:]
    beyond = read.resolution.paragraphs[read.resolution.paragraphs.index(in_annex[0]) :] if in_annex else ()
    seeming = {one.id for one in beyond if one.label is None and re.match(r"[(\d]", one.text.text)}
    assert seeming <= {one.at for one in read.diagnostics if one.code in ("plain-paragraph", "note-in-text")}


@pytest.mark.parametrize("code", ["en", "fr"])
def test_the_name_of_a_sign_in_html_is_said(code: str) -> None:
    read = converted(code, replaced("’|“|\\bthe\\b(?=.)", "&rsquo;")(blocks("short", code)))
    having = {one.id for one in read.resolution.paragraphs if "&rsquo;" in one.text.text}
    assert having and having <= {one.at for one in read.diagnostics if one.code == "text-markup"}
