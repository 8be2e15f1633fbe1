"""What the page added: running heads, page numbers, job numbers, bar codes, told by place, shape and repetition."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from converter.read.pdf.row import Row

# The shapes of UN documents, in any language; what has words stands in the language's data file.
_SYMBOL = r"[A-Z]{1,8}(?:/[A-Za-z0-9][A-Za-z0-9.()-]*){1,6}"
_PAGE_NUMBER = re.compile(r"[-–—]?\d{1,4}(?:/\d{1,4})?[-–—]?")
_JOB_NUMBER = re.compile(r"(?:[A-Z]{1,3}\.)?\d{2}-\d{4,6}\*?(?:\([A-Z]\))?(?:\d{6}){0,3}")
_BAR_CODE = re.compile(r"\*[0-9A-Z]{5,16}\*")
_OWN_SYMBOL = re.compile(rf"{_SYMBOL}\*?")
_RULE = re.compile(r"[_—–-]{4,}|[_—–]{3,}")
_BEGINS_NOTE = re.compile(r"\W?(?:\d{1,3}|\w|\*{1,3})[/)\].]? *[^\W\d]")
_DIGITS = re.compile(r"\d+")

_EDGE_ROWS = 4  # rows at an edge of a page that may be furniture
_APART = 1.5  # line distances that part furniture from text
_LINE = 1.2  # a line distance, in sizes
_PIECE = 2.0  # in sizes: pieces of a running head stand wider apart than words
_SAME_PLACE = 4.0
_LONGEST = 200
_OWN_SIZE = 0.75  # points by which a running head or foot differs from the row beside it
_HEAD = 0.2  # of the page's height: furniture stands above, and below as much from the foot

Kinds = dict[int, str]  # index of a row on its page → kind of furniture


def furniture_of(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> list[Kinds]:
    """For each page, which of its rows are furniture. The masthead of the first page is none."""
    symbols = _own_symbols(pages[0]) if pages else set()
    repeated = _repeated(pages)
    placed = _placed(pages)
    found = []
    for rows, height in zip(pages, heights, strict=True):
        kinds = {index: "rule" for index, row in enumerate(rows) if _RULE.fullmatch(row.words)}
        kinds |= _at_edge(rows, list(range(len(rows))), height, symbols, repeated)
        kinds |= _at_edge(rows, list(range(len(rows) - 1, -1, -1)), height, symbols, repeated)
        for index in (0, len(rows) - 1):
            top = index == 0
            kind = "running-head" if top else "running-foot"
            if len(rows) > 1 and index not in kinds and _is_placed_apart(rows, top, height, placed):
                kinds[index] = kind
        found.append(kinds)
    return found


def _own_symbols(rows: Sequence[Row]) -> set[str]:
    """The symbols that stand alone on the first page: the document's own."""
    pieces = (piece.words for row in rows for piece in row.cut(_PIECE))
    return {piece.rstrip("*") for piece in pieces if _OWN_SYMBOL.fullmatch(piece)}


def _repeated(pages: Sequence[Sequence[Row]]) -> Mapping[str, list[tuple[int, float]]]:
    """Where on which pages the rows near the edges stand, by their words without figures."""
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for rows in pages:
        for row in {id(row): row for row in (*rows[:_EDGE_ROWS], *rows[-_EDGE_ROWS:])}.values():
            places[_DIGITS.sub("#", row.words)].append((row.page, row.base))
    return places


def _placed(pages: Sequence[Sequence[Row]]) -> Mapping[tuple[bool, int, float], set[int]]:
    """On which pages the outermost row at the top, or at the foot, stands at a height and in a size."""
    places: dict[tuple[bool, int, float], set[int]] = defaultdict(set)
    for rows in pages:
        for top, row in ((True, rows[0]), (False, rows[-1])) if rows else ():
            places[top, round(row.base), row.size].add(row.page)
    return places


def _is_placed_apart(
    rows: Sequence[Row], top: bool, height: float, placed: Mapping[tuple[bool, int, float], set[int]]
) -> bool:
    """Whether the outermost row of an edge has its own size, and its place on other pages: its words may change.

    Not at the top of the first page, where a masthead stands; a note at the foot begins with its number.
    """
    row, inner = (rows[0], rows[1]) if top else (rows[-1], rows[-2])
    others = placed[top, round(row.base), row.size] - {row.page}
    return (
        bool(others)
        and abs(row.size - inner.size) >= _OWN_SIZE
        and len(row.words) <= _LONGEST
        and (row.base if top else height - row.base) <= _HEAD * height
        and not (row.page == 1 if top else _begins_with_mark(row) or _BEGINS_NOTE.match(row.text))
    )


def _at_edge(
    rows: Sequence[Row],
    order: list[int],
    height: float,
    symbols: set[str],
    repeated: Mapping[str, list[tuple[int, float]]],
) -> Kinds:
    """Furniture among the outermost rows of one edge; `order` leads from the edge inwards."""
    top = order[:1] == [0]
    edge = [i for i in order[:_EDGE_ROWS] if (rows[i].base if top else height - rows[i].base) <= _HEAD * height]
    # The rows before the first wide space are cut off from the text.
    outer = next((place for place in range(len(edge)) if _is_apart(rows, order, place)), -1)
    kinds: Kinds = {}
    for place, index in enumerate(edge):
        kind = _kind(rows[index], top, place <= outer, symbols)
        is_masthead = rows[index].page == 1 and top and _names_one_of(rows[index], symbols)
        outermost = place <= outer if outer >= 0 else len(kinds) == place
        if kind is None and outermost and not is_masthead and _stands_on_other_pages(rows[index], top, repeated):
            kind = "running-head" if top else "running-foot"
        if kind is not None:
            kinds[index] = kind
    return kinds | _beside(rows, edge[: outer + 1], kinds, top)


def _is_apart(rows: Sequence[Row], order: list[int], place: int) -> bool:
    if place + 1 >= len(order):
        return False
    row, inner = rows[order[place]], rows[order[place + 1]]
    return abs(row.base - inner.base) > _APART * _LINE * min(row.size, inner.size)


def _kind(row: Row, top: bool, cut_off: bool, symbols: set[str]) -> str | None:
    """What a row's own shape says. Where nothing parts it from the text, all of it must be furniture."""
    pieces = [piece.words for piece in row.cut(_PIECE)]
    kinds = [_shape(piece, symbols) for piece in pieces]
    if row.page == 1 and top:
        # The document's own symbol belongs to the masthead there; a page of a volume begins with its number.
        numbered = len(pieces) > 1 and cut_off and "page-number" in (kinds[0], kinds[-1])
        return "running-head" if numbered and "symbol" not in kinds else None
    if top is False and None in kinds:
        kinds = [_shape(word, symbols) for word in row.text.split()]  # 22-18934 2/9: parted by a space alone
        kinds = kinds if "job-number" in kinds and None not in kinds else [_shape(piece, symbols) for piece in pieces]
    known = [kind for kind in kinds if kind]
    if not known or (len(known) < len(kinds) and not cut_off):
        return None
    if not cut_off and len(kinds) == 1 and known == ["page-number"]:
        return None  # a number alone may be words of the text
    if len(known) < len(kinds) or "symbol" in known:
        return "running-head" if top else "running-foot"
    return next((kind for kind in known if kind != "page-number"), "page-number")


def _shape(words: str, symbols: set[str]) -> str | None:
    if words.rstrip("*") in symbols:
        return "symbol"
    for kind, pattern in (("page-number", _PAGE_NUMBER), ("job-number", _JOB_NUMBER), ("bar-code", _BAR_CODE)):
        if pattern.fullmatch(words):
            return kind
    return None


def _names_one_of(row: Row, symbols: set[str]) -> bool:
    return any(piece.words.rstrip("*") in symbols for piece in row.cut(_PIECE))


def _stands_on_other_pages(row: Row, top: bool, repeated: Mapping[str, list[tuple[int, float]]]) -> bool:
    """Whether the same words stand at the same height of another page, for the top of the first one of two others.

    Notes at the foot whose numbers begin again do, as short as `¹ A/73/901.` they are.
    """
    if len(row.words) > _LONGEST or (not top and _begins_with_mark(row)):
        return False
    places = repeated.get(_DIGITS.sub("#", row.words), [])
    others = {page for page, base in places if page != row.page and abs(base - row.base) <= _SAME_PLACE}
    return len(others) > (1 if row.page == 1 and top else 0)


def _begins_with_mark(row: Row) -> bool:
    text, marks = row.printed
    return bool(marks) and marks[0][0] == 0 and marks[0][1] < len(text)


def _beside(rows: Sequence[Row], edge: Sequence[int], kinds: Kinds, top: bool) -> Kinds:
    """The other rows of a running head (a title in two lines), which a wide space parts from the text."""
    if any(rows[index].page == 1 and top for index in edge) or not any(index in kinds for index in edge):
        return {}
    near = [index for index in edge if index not in kinds and _is_near(rows, index, kinds, top)]
    return dict.fromkeys(near, "running-head" if top else "running-foot")


def _is_near(rows: Sequence[Row], index: int, kinds: Kinds, top: bool) -> bool:
    """At the foot only what stands level with furniture or lower: a note may stand close above."""
    row = rows[index]
    if len(row.words) > _LONGEST:
        return False
    bases = [rows[other].base for other in kinds]
    distance = _APART * _LINE * row.size
    if top:
        return any(abs(base - row.base) <= distance for base in bases)
    return any(base - row.base <= 0.5 * row.size for base in bases)
