"""What is said of the words and pictures of a PDF that are no text of it: what nobody sees, what stands at an angle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from converter.model import Diagnostic, Line, Source
from converter.read.pdf.shapes import Sheet
from converter.read.pieces import begun

_FURNITURE = "furniture:"
_TURNED = "turned"
# The kind of furniture → how much it weighs, and why its words are no text.
# Nobody sees these words, so the page says what a reader of the file sees: worth a look, whatever the format. Official
# files often have such words: numbers of jobs, marks for machines.
_WHY = {
    "unpainted": "hidden words are left out: they are printed without ink",
    "colour-of-ground": "hidden words are left out: they have the colour of the ground below them",
    "covered": "hidden words are left out: something is printed over them",
    "clipped": "hidden words are left out: the file clips them away",
    "layer": "hidden words are left out: they stand on a layer of the file that is not shown",
    "tiny": "hidden words are left out: they are too small to be seen",
    "outside-page": "hidden words are left out: they stand outside the page that is shown",
    "slanted": "words that are printed at an angle, such as a watermark, are left out",
    "watermark": "words of a watermark behind the text are left out",
    _TURNED: "words that run along the side of the page are left out",
}
_LAID = {
    "words": ("read-left-out", "words that were laid on the page, as a remark, a stamp or in a field, are left out"),
    "struck": ("read-struck", "words that somebody drew a line through are read as words"),
    "to-be-taken-out": ("read-struck", "words that are marked to be taken out are read as words"),
    "by-hand": ("read-left-out", "something that was drawn on the page by hand is left out"),
    "file": ("read-left-out", "a file that is attached to the page is left out"),
    "more": ("read-left-out", "more is laid on the page than is looked at: what comes after 2,000 remarks is left out"),
    "instead": ("read-left-out", "the file gives words to be read in place of those that it prints: they are read"),
    "again": ("read-left-out", "words that stand right below the same words, close to them, are left out"),
    "comment": ("read-comments", "comments on the page are left out: they are no part of the text"),
}
_OFFICIAL = "look at the page: compare with the official file, or take its DOCX"
_LETTERS = 2  # of all that a page has of one kind; fewer are signs, such as numbers of jobs have
_SHOWN = 60
_MANY_TURNED = 60  # letters; print along the margin is shorter
_EMBLEM = 100.0  # points: an emblem, a seal or a code is no wider
_LEAST = (60.0, 20.0)  # width and height of a picture that may show words
_MARGIN = 0.15  # of the page's height, where the head and the foot are


def set_aside(pages: Sequence[Sheet], source: Source) -> Iterator[Diagnostic]:
    """A finding for the words of each kind on each page that are furniture because of how they are printed."""
    found: dict[tuple[int, str], list[Line]] = defaultdict(list)
    for line in source.lines:
        kind = line.role.removeprefix(_FURNITURE)
        if kind != line.role and kind in _WHY:
            found[line.page, kind].append(line)
    for (page, kind), lines in found.items():
        if sum(map(str.isalpha, "".join(line.text for line in lines))) < _LETTERS:
            continue
        words = " ".join(line.text for line in lines)
        is_text = kind == _TURNED and sum(map(str.isalpha, words)) > _MANY_TURNED
        shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
        message = f"{_WHY[kind]}: {shown!r}"
        code = "read-turned" if kind == _TURNED else "read-hidden"
        lighter = not is_text
        yield Diagnostic(source.path, lines[0].number, 1, code, message, _OFFICIAL, page=page, lighter=lighter)
    for sheet in pages:
        yield from _laid(sheet, source.path)
        yield from _pictures(sheet, source.path)


def _laid(page: Sheet, path: str) -> Iterator[Diagnostic]:
    """What somebody laid on the finished page: each kind once."""
    for kind, (code, what) in _LAID.items():
        found = [words for one, words in page.laid if one == kind]
        if found:
            words = next(filter(None, found), "")
            shown = f": {begun(words)!r}" if words else ""
            count = f" ({len(found)} of them)" if len(found) > 1 else ""
            yield Diagnostic(path, 0, 0, code, f"{what}{count}{shown}", _OFFICIAL, page=page.number)


def _pictures(page: Sheet, path: str) -> Iterator[Diagnostic]:
    """A picture in the text of a page: what words it shows is not known. Emblems and codes at its edges show none."""
    if page.pictured:
        return  # a picture of the page, or a ground behind it
    shown = [picture for picture in page.pictures if _may_show_words(picture, page)]
    if shown:
        message = f"{'a picture is' if len(shown) == 1 else f'{len(shown)} pictures are'} left out"
        hint = "look at the page: the words in a picture, such as those of a table, are not read"
        yield Diagnostic(path, 0, 0, "read-picture", message, hint, page=page.number)


def _may_show_words(picture: tuple[float, float, float, float], page: Sheet) -> bool:
    left, top, right, bottom = picture
    wide, high = right - left, bottom - top
    inner = bottom > _MARGIN * page.height and top < (1 - _MARGIN) * page.height
    return wide >= _LEAST[0] and high >= _LEAST[1] and (inner or wide > _EMBLEM)
