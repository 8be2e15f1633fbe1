"""What the mutated files are made from: texts that the house understands, in six languages, and the parts of formats."""

# ruff: noqa: E501 - markup reads better in one piece
from __future__ import annotations

import random
import re
from functools import cache
from html import escape

from converter.demo.bank import DATA
from tests.documents.akn import akn, in_parts, marked_up
from tests.documents.french import FRENCH
from tests.documents.official import CHINESE, ENGLISH
from tests.documents.russian import RUSSIAN
from tests.documents.spanish import SPANISH
from tests.documents.word import SEPARATORS, docx, level, lists, mark, note, p, r, row, table

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
_TEXT = DATA / "works" / "fog-signals"
_NUMBER = "30/7"  # its title begins with it, and the words that enact it come next
_KEPT = 0.15  # of its other blocks


@cache
def _blocks(lang: str) -> tuple[tuple[str, ...], int]:
    """The blocks of an invented resolution, and which of them holds the words that enact it."""
    blocks = tuple(whole(lang).decode().strip().split("\n\n"))
    return blocks, 1 + next(index for index, block in enumerate(blocks) if block.startswith(_NUMBER))


def whole(lang: str) -> bytes:
    """The resolution as it is."""
    return (_TEXT / f"{lang}.txt").read_bytes()


def text(random_: random.Random, lang: str) -> list[str]:
    """Some blocks of the resolution in their order, those that name and enact it always."""
    blocks, enacting = _blocks(lang)
    chosen = (enacting - 1, enacting)
    return [block for index, block in enumerate(blocks) if index in chosen or random_.random() < _KEPT]


def _paragraphs(random_: random.Random, lang: str) -> list[str]:
    joint = "" if lang == "zh" else " "
    return [joint.join(block.split("\n")) for block in text(random_, lang)]


def word_file(random_: random.Random, lang: str) -> bytes:
    """A DOCX: in English now and then one with everything that its reader knows, else some of the resolution."""
    if lang == "en" and random_.random() < 0.7:
        return random_.choice(_parts())
    return docx(*(p(paragraph) for paragraph in _paragraphs(random_, lang)), headers={"h1": p("LG/LHC/RES/30/7")})


@cache
def _parts() -> tuple[bytes, ...]:
    numbering = lists({0: level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)")}, {1: (0, "")})
    whole = docx(
        p("The Lighthouse Council,"),
        p("Recalling its resolution 1/2,", mark(1)),
        p(r("Decides", "<w:i/>"), " that lamps shall burn;", num=(1, 0)),
        p("in every harbour;", num=(1, 1)),
        p("Requests a report.", mark(2), num=(1, 0)),
        table(row("Harbour", "Lamps"), row("North", "12"), row("South", "7")),
        p("Adopted at the third meeting."),
        numbering=numbering,
        footnotes=SEPARATORS + note(1, "A/1/3, annex.") + note(2, "See above.", "And below."),
    )
    return whole, docx(p("The Lighthouse Council,"), p("1. Decides that lamps shall burn."), headers={"h1": p("A/1/4")})


_PAGES = (
    "<!doctype html><html lang=en><meta charset=utf-8><body><nav><a href='/x'>Home</a></nav><main><h1>1/2. Lamps</h1>"
    "<p align=center><b>The Lighthouse Council</b>,</p><p>Recalling its resolution 1/1,<sup><a href='#f1'>1</a></sup></p>"
    "<ol><li>Decides that lamps shall burn;<ol type=a><li>at dusk;</li><li>at dawn;</li></ol></li></ol><table border=1>"
    "<tr><th>Harbour</th><td>Lamps</td></tr><tr><td>North</td><td>12</td></tr></table><p id=f1>1 A/1/3.</p></main></body>",
    "<p>The Lighthouse Council,<p>1. Decides<br>that lamps shall burn.<div style='vertical-align:super'>1</div>"
    "<pre>  2. Requests\n     a report.</pre><s>old</s><img alt=x><p>3. Ends.",
)


def web_page(random_: random.Random, lang: str) -> str:
    """A page as official sites have them: in English now and then one with notes, lists and tables."""
    if lang == "en" and random_.random() < 0.7:
        return random_.choice(_PAGES)
    paragraphs = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in _paragraphs(random_, lang))
    return f"<!doctype html><html lang={lang}><meta charset=utf-8><body><main>{paragraphs}</main></body></html>"


_OFFICIAL = {"en": ENGLISH, "es": SPANISH, "fr": FRENCH, "ru": RUSSIAN, "zh": CHINESE}
_NUMBERED = re.compile(r"(?P<number>\d{1,2}[.．、-]) ?(?P<words>.+)", re.DOTALL)


def marked_up_file(random_: random.Random, lang: str) -> bytes:
    """A marked-up file: now and then the one of the tests, whole or in parts, else some of the resolution."""
    if lang in _OFFICIAL and random_.random() < 0.5:
        words = _OFFICIAL[lang]
        return (
            marked_up(words, lang)
            if random_.random() < 0.7
            else in_parts(words, (words, words), apart=random_.random() < 0.5, lang=lang)
        )
    body = ""
    for text_ in map(escape, _paragraphs(random_, lang)):
        number = _NUMBERED.fullmatch(text_)
        label, words_ = (f"<num>{number['number']}</num>", number["words"]) if number else ("", text_)
        body += f"<paragraph>{label}<content><p>{words_}</p></content></paragraph>"
    return akn(f"<mainBody>{body}</mainBody>", lang=lang)


_LINES = (b"The Lighthouse Council,", b"Recalling its resolution 1/2,", b"1. Decides that lamps shall burn;",
          b"2. Requests a report.", b"3. Ends.")  # fmt: skip


@cache
def _contents() -> tuple[tuple[bytes, bytes], ...]:
    plain = _set(_LINES)
    notes = b"72 200 150 0.5 re f BT /A 7 Tf 160 705 Td (1) Tj /A 9 Tf -88 -515 Td (1 A/1/3, annex.) Tj ET"
    turned = b"q 0 1 -1 0 300 100 cm " + plain + b"Q BT /A 10 Tf 300 700 Td [(Lam) -20 (ps) 300 (burn)] TJ ET"
    return (plain, b""), (plain + notes, b""), (turned, b"/ExtGState<</G<</ca 0.5>>>>")


def _set(lines: tuple[bytes, ...]) -> bytes:
    return b"BT /A 12 Tf 14 TL 72 700 Td " + b"".join(b"(" + line + b") Tj T* " for line in lines) + b"ET "


def printed(random_: random.Random) -> tuple[bytes, bytes]:
    """The content of a page of a PDF, and the resources that it has beside its font: in English, of one font."""
    if random_.random() < 0.6:
        return random_.choice(_contents())
    lines = "\n".join(text(random_, "en")).splitlines()[:45]
    escaped = (
        line.encode("ascii", "replace").translate(None, b"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
        for line in lines
    )
    return _set(tuple(escaped)), b""
