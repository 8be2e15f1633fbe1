"""When a PDF is refused as a whole, and what is said of one that is read with doubts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from converter.model import Diagnostic, Line, Source
from converter.read.pdf.aside import set_aside
from converter.read.pdf.bidi import is_mixed, is_reversed, is_unbalanced, runs_rtl, unsure_power
from converter.read.pdf.limits import (
    MAX_ALL_GLYPHS,
    MAX_GLYPHS,
    MAX_OBJECTS,
    MAX_PAGES,
    MAX_TEXTS,
    CannotReadError,
)
from converter.read.pdf.shapes import LOST, Sheet

_GARBLED = 0.1  # of a page's characters
_FEW = 20  # characters: fewer on a page do not tell whether it is garbled
_BARE = 8  # characters: a page with an image and fewer is a picture of text
_DRAWN = 200  # things drawn on a page: as many, and no text, are text that is drawn
_WIDE = "\u2e80"  # from here on characters are as wide as high
_ASIDE = 0.3  # sizes; a comma stands no further aside in its column
_LISTED = 20  # pages that a message names
_VOWEL_SIGN = re.compile("[\u064b-\u0652\u0670]")

_DOCX = "use the DOCX file of the same document, or its text"
_UNREADABLE = {
    "encrypted": (
        "read-encrypted",
        "the PDF is encrypted: it opens only with a password",
        "fetch the official file, which is open, or save a copy without a password",
    ),
    "broken": (
        "read-broken",
        "the PDF is broken or cut short",
        "fetch the file again and compare its size with the original's",
    ),
    "pages": (
        "read-too-large",
        f"the PDF has more than {MAX_PAGES} pages",
        "take the file of one document: is this the right one?",
    ),
    "characters": (
        "read-too-large",
        f"the PDF has more characters than can be read ({MAX_GLYPHS} on a page, {MAX_ALL_GLYPHS} in all)",
        "take the file of one document: is this the right one?",
    ),
    "objects": (
        "read-too-large",
        f"a page has more pieces than any official one ({MAX_TEXTS} of text, {MAX_OBJECTS} in all)",
        "fetch the official file again, or use the DOCX file of the same document",
    ),
}


def unreadable(error: CannotReadError, path: str) -> Diagnostic:
    """The finding for a file that could not be opened."""
    code, message, hint = _UNREADABLE[error.why]
    return Diagnostic(path, 0, 0, code, message, hint, page=error.page)


def refusal_of(pages: Sequence[Sheet], path: str, *, accept_recognised: bool = False) -> list[Diagnostic]:
    """Why the pages cannot be read for certain; nothing when they can."""
    inked = {page.number: _ink(page) for page in pages}
    bare = [page.number for page in pages if _is_drawing(page) and inked[page.number] < _BARE]
    if bare or not any(inked.values()):
        return [_scan(pages, bare, path)]
    recognised = _recognised(pages)
    if recognised and not accept_recognised:
        return [_recognition(recognised, path, is_read=False)]
    garbled = [page.number for page in pages if _is_garbled(page)]
    if garbled:
        message = f"the characters of {_listed(garbled)} are not those that are printed"
        return [_error(path, "read-garbled", message, _DOCX, garbled[0])]
    downwards = [page.number for page in pages if _runs_downwards(page)]
    if downwards:
        message = f"the lines of {_listed(downwards)} run from top to bottom, which is not read"
        return [_error(path, "read-downwards", message, _DOCX, downwards[0])]
    return []


def order_refusal(source: Source) -> Diagnostic | None:
    """Why a text that runs from right to left was not put in order for certain; None when it was."""
    if not runs_rtl(source.text):
        return None
    if is_reversed(source.text):
        message = "the letters of the PDF stand in another order than they are read"
    elif is_unbalanced(source.text):
        message = "the brackets of the PDF do not fit together: its order is not certain"
    elif is_mixed("\n".join(map(_unmarked, source.lines))):
        message = "other characters stand within Arabic words: the PDF misnames the strokes that draw a word out"
        return _error(source.path, "read-garbled", message, _DOCX, 1)
    else:
        return None
    return _error(source.path, "read-arabic-order", message, _DOCX, 1)


def _unmarked(line: Line) -> str:
    """The words of a line with a space for each mark of a note, which may stand between two words."""
    text = line.text
    for start, end in line.marks:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def doubts(pages: Sequence[Sheet], source: Source) -> Iterator[Diagnostic]:
    """What a person should look at, though the file was read."""
    path = source.path
    for line in [line for line in source.lines if LOST in line.text][:_LISTED]:
        message, column = "a character is lost: the file does not say which one it is", line.text.index(LOST) + 1
        yield Diagnostic(path, line.number, column, "text-lost", message, _DOCX, page=line.page)
    yield from _vowel_signs(source)
    yield from _powers(source)
    if recognised := _recognised(pages):
        yield _recognition(recognised, path, is_read=True)
    yield from set_aside(pages, source)


def _recognised(pages: Sequence[Sheet]) -> list[int]:
    """The pages with a picture of text, over or under which the text lies unseen, to be found and copied."""
    return [page.number for page in pages if page.pictured and page.hidden]


def _recognition(numbers: Sequence[int], path: str, *, is_read: bool) -> Diagnostic:
    message = f"the text of {_listed(numbers)} was recognised by a machine on a picture"
    compare = "compare it with the picture, word for word"
    if not is_read:
        message += ", so its words are not certain"
        compare = f"{_DOCX}; or {compare}, and put the file itself into sources/<work>/, with"
        compare += " `source: {recognised: accept}` in work.yml, to have it read"
    return Diagnostic(path, 0, 0, "read-recognised", message, compare, page=numbers[0], lighter=is_read)


def _vowel_signs(source: Source) -> Iterator[Diagnostic]:
    """Vowel signs are glyphs of their own, which some fonts print beside the letter that has them."""
    found = [(line, sign) for line in source.lines if runs_rtl(line.text) and (sign := _VOWEL_SIGN.search(line.text))]
    if found:
        line, sign = found[0]
        message = f"vowel signs stand in {len(found)} lines, first here: some fonts do not say which letter has them"
        hint = f"compare the words that have one with the page, or {_DOCX}"
        column = sign.start() + 1
        yield Diagnostic(source.path, line.number, column, "read-vowel-signs", message, hint, page=line.page)


def _powers(source: Source) -> Iterator[Diagnostic]:
    """Raised numbers in lines from right to left that stand before or after the word beside them: no one can tell."""
    rtl = (line for line in source.lines if runs_rtl(line.text))
    unsure = ((line, at) for line in rtl if (at := unsure_power(line.text, line.marks)) is not None)
    for line, at in islice(unsure, _LISTED):
        message = "a raised number stands beside Latin letters: in a line from right to left their order is not certain"
        hint = f"compare the words with the page, or {_DOCX}"
        yield Diagnostic(source.path, line.number, at + 1, "read-raised-order", message, hint, page=line.page)


def _scan(pages: Sequence[Sheet], bare: Sequence[int], path: str) -> Diagnostic:
    if not bare and not any(map(_is_drawing, pages)):
        message, hint = "the PDF has no text", "put the official file there"
        return _error(path, "read-empty", message, hint, 0)
    if not bare or len(bare) == len(pages):
        what = "the PDF is a scan"
    else:
        what = f"{_listed(bare)} of the PDF {'is a scan' if len(bare) == 1 else 'are scans'}"
    hint = f"{_DOCX}; or have a machine recognise the text (OCR), and compare it word for word"
    message = f"{what}: there is a picture of text, and no text"
    return _error(path, "read-scan", message, hint, bare[0] if bare else 1)


def _is_drawing(page: Sheet) -> bool:
    """Whether a picture may be all that there is on a page: an image, or the outlines of letters."""
    return page.pictured or page.drawn >= _DRAWN


def _is_garbled(page: Sheet) -> bool:
    """Whether the file does not say of many glyphs of a page which characters they are."""
    inks = [glyph.char for glyph in page.glyphs if not glyph.char.isspace()]
    return len(inks) >= _FEW and inks.count(LOST) > _GARBLED * len(inks)


def _runs_downwards(page: Sheet) -> bool:
    """Whether most wide characters of a page stand below the one before them, as Chinese may be set."""
    wide = below = 0
    for before, glyph in pairwise(page.glyphs):
        if before.char >= _WIDE and glyph.char >= _WIDE:
            wide += 1
            below += abs(glyph.x0 - before.x0) < _ASIDE * glyph.size and 0 < glyph.base - before.base < 2 * glyph.size
    return below >= _FEW and 2 * below > wide


def _ink(page: Sheet) -> int:
    return sum(not glyph.char.isspace() for glyph in (*page.glyphs, *page.turned))


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:_LISTED])
    more = f" and {len(numbers) - _LISTED} more" if len(numbers) > _LISTED else ""
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}{more}"


def _error(path: str, code: str, message: str, hint: str, page: int) -> Diagnostic:
    return Diagnostic(path, 0, 0, code, message, hint, page=page)
