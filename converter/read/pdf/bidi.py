"""From the order in which glyphs stand on the page to the order in which they are read.

The inverse of the Unicode bidirectional algorithm (UAX #9) for one row: its rules W2, W4, W7 and N1 say what runs from
left to right within a text that runs from right to left, so that the pairs of a symbol or a number (33/23) keep their
order. Which way a bracket opens is told by what stands beside it, since files disagree on whether they name the sign
that is meant or the one that is printed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from converter.read.raised import ELEMENT, HIGH_DIGITS

Span = tuple[int, int]

_COMMON_SEPARATORS = frozenset("/.,:\u060c\u066b\u066c")  # of which one may stand within a number (W4)
_NUMBER = "D+(?:CD+)*P*"
_AGAINST = re.compile(rf"(?:{_NUMBER})?L(?:[^RF]*[LDP])?|{_NUMBER}|F+|.", re.DOTALL)  # in a row from right to left
_ALONG = re.compile(r"R(?:[^LDFP]*R)?|.", re.DOTALL)  # in a row from left to right
_POWER = re.compile("(?<=[LD])F+")
_RAISED_BEFORE = re.compile("F+(?=L)")
_NUMBER_LAST = re.compile(f"L.*N(?={_NUMBER}$)", re.DOTALL)
# A number at the right end stands before its words, not after Latin ones; so does a range of two (8-26, W4).
_LABEL = re.compile(r"(?:(?<=N)|^)D{1,3}SD{1,3}$|(?<=[NS])D{1,3}$")
# What a number counts: units as they are written in any language, with the figure of a power.
_UNIT = "(?:[cdkmnµμ]?m|ha|[kmµμ]?g|t|[cdhm]?l|[ms]|[kMGT]?Wh?|[kMG]?Hz|[kMGT]?B)"
_IS_UNIT = re.compile(rf"{_UNIT}[0-9]?(?![^\W_])")
_WORD, _TEN_TO = r"(?<![\w()/-])[A-Za-z][\w()/-]*", r"(?<![\d/.,-])\d[\d.,]*[⁰¹²³⁴-⁹]+"
# Beside Latin letters that are no unit a power may come first or last.
_UNSURE = re.compile(rf"{_WORD} {_TEN_TO}|{_TEN_TO} (?!{_UNIT}(?![A-Za-z])){_WORD}|\b[A-Z][a-z]?[⁰¹²³⁴-⁹]{{2,3}}(?!\w)")
_PAIRS = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›"}
_TURNED_QUOTES = {"“": "”", "”": "“"}
_REACH = 12  # cells beside a quotation mark that tell which way the text around it runs
_GOES_ON = frozenset("،؛.,;:")  # behind a closing bracket
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_PRESENTATION = re.compile("[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdff\ufe70-\ufefc]")
# Teh marbuta and alef maksura are written only at the end of a word.
_FINAL = re.compile("[\u0629\u0649]")
_FINAL_BEFORE_LETTER = re.compile("[\u0629\u0649](?=[\u0621-\u064a])")
_LETTER = re.compile(r"[^\W\d_]")
_RTL_LETTER = re.compile(r"(?![\d_])[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Behind "and", which is one letter, a number may stand.
_IN_A_WORD = re.compile(r"(?<=[\u0620-\u064a]{2})[A-Za-z0-9@<>=+*&%$#^_~|\\]{1,3}(?=[\u0620-\u064a])")
_FEW = 2
_WRONG = 0.2  # of what must hold in a text, this much may not
_ENOUGH = 5


def is_rtl(char: str) -> bool:
    """Whether a character is a letter of a script that runs from right to left."""
    return char >= "\u0590" and unicodedata.bidirectional(char[0]) in ("R", "AL")


def runs_rtl(text: str) -> bool:
    """Whether most letters of a text belong to a script that runs from right to left."""
    right = len(_RTL_LETTER.findall(text))
    return right > 0 and 2 * right > len(_LETTER.findall(text))


def letters_of(char: str) -> str:
    """The letters of a glyph that is named by its shape (U+FB00 to U+FB06, U+FB1D to U+FEFC); others as they are."""
    return unicodedata.normalize("NFKC", char) if char >= "\ufb00" and _PRESENTATION.match(char) else char


def reading_order(cells: Sequence[str], raised: Sequence[bool], rtl: bool) -> list[int]:
    """The indices of `cells`, which are printed from left to right, in the order in which they are read.

    A raised number that hangs on the right of Latin letters or of a number is a power and stays there (km², 10⁶);
    another is no part of the number beside it: a mark is printed on the left of what it belongs to. On the left of a
    Latin letter digits that are characters of their own (U+2070 to U+2079) are no mark, and neither are two or three
    before the sign of an element (¹⁴C, W2 and L2). `rtl` says which way the row as a whole runs.
    """
    kinds = "".join(_kind(cell, up) for cell, up in zip(cells, raised, strict=True))
    kinds = _POWER.sub(lambda found: "P" * len(found[0]), kinds)
    kinds = _RAISED_BEFORE.sub(lambda found: _before_letters(cells, found), kinds)
    label = _LABEL.search(kinds) if rtl else None
    end = label.start() if label else len(kinds)
    runs = [*_runs(cells, kinds, end, rtl)]
    if rtl:
        runs = [*_quantities(cells, kinds, runs)]
    runs += [(end, len(kinds))] if label else []
    order: list[int] = []
    for start, end in reversed(runs) if rtl else runs:
        order += range(start, end) if rtl else range(end - 1, start - 1, -1)
    return order


def _before_letters(cells: Sequence[str], found: re.Match[str]) -> str:
    """The kinds of raised digits on the left of a Latin letter: numbers where they are no mark."""
    start, end = found.span()
    typed = HIGH_DIGITS.issuperset(cells[start:end])
    isotope = end - start > 1 and ELEMENT.match("".join(cells[end : end + _REACH]))
    return "D" * (end - start) if typed or isotope else found[0]


def _runs(cells: Sequence[str], kinds: str, end: int, rtl: bool) -> Iterator[Span]:
    """What runs its own way in a row, up to `end`, and each other cell for itself."""
    at, pattern = 0, _AGAINST if rtl else _ALONG
    while at < end:
        found = pattern.match(kinds, at, end)
        stop = found.end() if found else at + 1
        stop = _with_pairs_whole(cells, kinds, (at, stop), end) if rtl and "L" in kinds[at:stop] else stop
        yield at, stop
        at = stop


def _with_pairs_whole(cells: Sequence[str], kinds: str, run: Span, end: int) -> int:
    """Where a run from left to right ends: both brackets of a pair stand in it, or none (N0).

    Of a date and a symbol in brackets behind it, which print `(A/1/2) 2031` in a row from right to left, the run is
    the symbol alone; of a symbol and a year behind it, `A/1/2 (2031)`, the bracket at its end belongs to it.
    """
    (start, stop), depth = run, 0
    for index in range(start, stop):
        if _is_bracket(cells[index]):
            if _is_printed_opening(cells, index):
                depth += 1
            elif depth:
                depth -= 1
            else:
                return start + len(kinds[start:index].rstrip("NSC"))
    while depth and stop < end and _is_bracket(cells[stop]) and not _is_printed_opening(cells, stop):
        stop, depth = stop + 1, depth - 1
    return stop


def _is_printed_opening(cells: Sequence[str], index: int) -> bool:
    """Whether a bracket opens to the right on the page: by the space beside it, else by its name."""
    opens = _opens(cells, index)
    return cells[index] in _PAIRS if opens is None else opens


def _quantities(cells: Sequence[str], kinds: str, runs: Sequence[Span]) -> Iterator[Span]:
    """The runs of a row from right to left with each number before its unit, on whichever side of it it is printed.

    After Arabic letters a number is printed on the right of a unit in Latin letters, as after any Latin word (W2, W7),
    and on its left where a program set both apart from the words around.
    """
    found = list(runs)
    while found:
        start, end = found.pop(0)
        if kinds[start] == "L" and _begins_with_unit(cells[start:end]):
            last = _NUMBER_LAST.match(kinds, start, end)
            middle = last.end() if last else end
            yield from ((start, middle - 1), (middle - 1, middle), (middle, end)) if last else ((start, end),)
        elif (
            len(found) > 1
            and kinds[start] == "D"
            and cells[end] == " "
            and kinds[found[1][0]] == "L"
            and _begins_with_unit(cells[slice(*found[1])])
        ):
            end = found[1][1]
            del found[:2]
            yield start, end
        else:
            yield start, end


def _begins_with_unit(cells: Sequence[str]) -> bool:
    return _IS_UNIT.match("".join(cells[:_REACH])) is not None


def _kind(cell: str, raised: bool) -> str:
    """L, R, D (digit), F (raised digit), C (common separator), S (hyphen) or N (neutral)."""
    kind = unicodedata.bidirectional(cell[0])
    if kind in ("EN", "AN"):
        return "F" if raised else "D"
    if kind in ("R", "AL", "NSM"):
        return "R"
    return "L" if kind == "L" else "C" if cell in _COMMON_SEPARATORS else "S" if cell == "-" else "N"


def unsure_power(text: str, marks: Sequence[Span]) -> int | None:
    """Where a raised number stands in a line from right to left and its order is not certain; None for nowhere.

    Of the `marks` of notes one right before an element may be that of a note, or of an isotope.
    """
    found = _UNSURE.search(text)
    before = (start for start, end in marks if text[start:end].isdecimal() and ELEMENT.match(text, end))
    return found.start() if found else next(before, None)


def with_brackets_mended(cells: Sequence[str]) -> list[str]:
    """The cells of a row in reading order, each bracket turned as what stands beside it asks.

    PDFium takes quotation marks between Arabic letters for brackets and turns them as well: they are turned back.
    """
    mended = [
        _TURNED_QUOTES[cell] if cell in _TURNED_QUOTES and _among_rtl(cells, index) else cell
        for index, cell in enumerate(cells)
    ]
    depth = dict.fromkeys(_PAIRS, 0)
    for index, cell in enumerate(cells):
        opening = cell if cell in _PAIRS else _CLOSING.get(cell)
        if opening is None:
            continue
        opens = _opens(cells, index)
        if opens is None:
            opens = depth[opening] == 0
        depth[opening] = max(0, depth[opening] + (1 if opens else -1))
        mended[index] = opening if opens else _PAIRS[opening]
    return mended


def _among_rtl(cells: Sequence[str], index: int) -> bool:
    """Whether the nearest letters on both sides, where there are any near, run from right to left."""
    before = next((cell for cell in reversed(cells[max(0, index - _REACH) : index]) if cell[0].isalpha()), "")
    after = next((cell for cell in cells[index + 1 : index + 1 + _REACH] if cell[0].isalpha()), "")
    return all(is_rtl(cell) for cell in (before, after) if cell)


def _opens(cells: Sequence[str], index: int) -> bool | None:
    """Whether a bracket opens, by the space beside it: before an opening one, after a closing one; None for neither."""
    before = next((cell for cell in reversed(cells[max(0, index - 4) : index]) if not _is_bracket(cell)), " ")
    after = next((cell for cell in cells[index + 1 : index + 5] if not _is_bracket(cell)), " ")
    if after in _GOES_ON:
        return False  # whatever stands before: behind another bracket some fonts leave room
    free_before, free_after = _is_free(before), _is_free(after)
    return None if free_before is free_after else free_before


def _is_bracket(cell: str) -> bool:
    return cell in _PAIRS or cell in _CLOSING


def _is_free(cell: str) -> bool:
    return cell.isspace() or unicodedata.category(cell[0]).startswith("P")


def stands_alone(cells: Sequence[str]) -> bool:
    """Whether a row has letters from left to right alone, and brackets that fit together as they are printed.

    Such a row is read as it stands, in a text that runs from right to left too: S/RES/2039 (2031).
    """
    kinds = {_kind(cell, raised=False) for cell in cells}
    depth = 0
    for cell in cells:
        depth += (cell in _PAIRS) - (cell in _CLOSING)
        if depth < 0:
            return False
    return "L" in kinds and "R" not in kinds and not depth and any(cell in _PAIRS for cell in cells)


def is_mixed(text: str) -> bool:
    """Whether other characters stand in the midst of Arabic words: strokes that draw a word out, with wrong names."""
    return len(_IN_A_WORD.findall(text)) >= _FEW


def is_reversed(text: str) -> bool:
    """Whether a text that was put in reading order is not in it: letters that end words stand within them."""
    final = len(_FINAL.findall(text))
    return final >= _ENOUGH and len(_FINAL_BEFORE_LETTER.findall(text)) > _WRONG * final


def is_unbalanced(text: str) -> bool:
    """Whether many brackets of a text have no partner."""
    brackets = sum(text.count(sign) for pair in _PAIRS.items() for sign in pair)
    alone = sum(abs(text.count(opening) - text.count(closing)) for opening, closing in _PAIRS.items())
    return brackets >= _ENOUGH and alone > _WRONG * brackets
