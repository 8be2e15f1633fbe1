"""Drawings along time: lanes from top to bottom, times from left to right, items where the two meet.

One layout serves the citation graph and the timeline of mandates. Nothing in it can overlap: an item with a label
has a row of its own in its cell, as wide as the label needs; the others are dots in a grid below. What is drawn is
plain SVG; colours and the look of what has the focus are in the style sheet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from math import ceil, sqrt

from converter.printable import columns_of_sign
from converter.write import escape
from converter.write.escape import Html

ROW = 20  # the height of a row with a label
DOT = 14  # the pitch of the grid of dots
FONT = 12
_TALL = 12  # rows of dots before a cell grows wider
_MARGIN = 10
_HEAD = 20  # the height of a line of the head
_TITLE = 24  # the height of a lane's name
_ADVANCES = (0, 0.66, 1.04)  # of a sign that takes no column of a line, one, two; in its size
_GAP = 18  # between two columns
_WIDE_GAP = 36  # … of a drawing with few items
_FEW = 30
_LABEL_AT = 11  # from the middle of a node to its label
_TIP = 46  # the most characters of the label that the focus shows
_STRUCTURE = str.maketrans(dict.fromkeys(range(0x20), " "))


@dataclass(frozen=True, slots=True)
class Item:
    """A node: where it belongs, what it is called and where it leads, from the site's root or to a place of the page.

    `label` stands beside it ('' for a dot), `name` is told in full on hover and focus. The heavier of two items
    in a cell stands above. `attributes` and `kind` (a class) go to the group that holds it.
    """

    key: str
    lane: str
    column: str
    label: str
    name: str
    href: str
    weight: float = 0
    kind: str = ""
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A time: its key, in the order of the drawing, and the lines of its head."""

    key: str
    head: tuple[str, ...]
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


@dataclass
class Plan:
    """Where everything stands."""

    width: float
    height: float
    columns: dict[str, Box] = field(default_factory=dict)
    lanes: dict[str, Box] = field(default_factory=dict)
    nodes: dict[str, tuple[float, float]] = field(default_factory=dict)
    labels: dict[str, Box] = field(default_factory=dict)


def text_width(text: str, size: float = FONT) -> float:
    """How wide a text is at most: a Han character is a square, a Latin letter two thirds of one."""
    return size * sum(_ADVANCES[columns_of_sign(char)] for char in text)


# --- layout ---------------------------------------------------------------------------------------------------


def plan(items: Iterable[Item], lanes: Sequence[str], columns: Sequence[Column], *, own_rows: bool = False) -> Plan:
    """Place every item. With `own_rows`, no two labelled items of a lane share a row, so that bars may lead to them."""
    cells: defaultdict[tuple[str, str], list[Item]] = defaultdict(list)
    items = tuple(items)
    gap = _WIDE_GAP if len(items) <= _FEW else _GAP
    for item in items:
        cells[item.lane, item.column].append(item)
    for cell in cells.values():
        cell.sort(key=lambda item: (-item.weight, item.key))
    used = [lane for lane in lanes if any((lane, column.key) in cells for column in columns)]
    head = _HEAD * max((len(column.head) for column in columns), default=0) + _MARGIN
    made = Plan(0, head)
    x = float(_MARGIN)
    for column in columns:
        width = _column_width(column, [cells[lane, column.key] for lane in used if (lane, column.key) in cells])
        made.columns[column.key] = Box(x, 0, width, 0)
        x += width + gap
    made.width = max([x, *(text_width(lane, FONT + 1) + 2 * _MARGIN for lane in used)])
    for lane in used:
        _place_lane(lane, [cells.get((lane, column.key), []) for column in columns], columns, made, own_rows)
    made.height += _MARGIN
    made.columns = {key: Box(box.x, head, box.width, made.height - head) for key, box in made.columns.items()}
    return made


def _column_width(column: Column, cells: Iterable[list[Item]]) -> float:
    widths = [text_width(line) for line in column.head]
    for cell in cells:
        widths += [_LABEL_AT + DOT / 2 + text_width(item.label) for item in cell if item.label]
        dots = sum(not item.label for item in cell)
        widths.append(DOT * max(ceil(dots / _TALL), min(ceil(sqrt(dots)), 6)))
    return max(widths, default=0)


def _place_lane(lane: str, cells: Sequence[list[Item]], columns: Sequence[Column], made: Plan, own_rows: bool) -> None:
    counts = [sum(bool(item.label) for item in cell) for cell in cells]
    firsts = [*accumulate(counts, initial=0)][:-1] if own_rows else [0] * len(cells)
    rows = sum(counts) if own_rows else max(counts, default=0)
    top, deepest = made.height, float(rows * ROW)
    for cell, column, first, labelled in zip(cells, columns, firsts, counts, strict=True):
        box = made.columns[column.key]
        begin = (rows if own_rows else labelled) * ROW
        deepest = max(deepest, begin + _place_cell(cell, box, top + _TITLE, first, begin, made))
    height = _TITLE + deepest + _MARGIN / 2
    made.lanes[lane] = Box(0, top, made.width, height)
    made.height += height


def _place_cell(cell: Sequence[Item], box: Box, top: float, first: int, begin: int, made: Plan) -> float:
    """Labelled items in rows from the `first`, dots in a grid from `begin` down; returns the height of the grid."""
    labelled = [item for item in cell if item.label]
    for row, item in enumerate(labelled, first):
        x, y = box.x + DOT / 2, top + row * ROW + ROW / 2
        made.nodes[item.key] = (x, y)
        made.labels[item.key] = Box(x + _LABEL_AT, y - FONT * 0.7, text_width(item.label), FONT * 1.4)
    dots = [item for item in cell if not item.label]
    across = max(1, int(box.width // DOT))
    for place, item in enumerate(dots):
        x, y = box.x + DOT / 2 + place % across * DOT, top + begin + DOT / 2 + place // across * DOT
        made.nodes[item.key] = (x, y)
    return ceil(len(dots) / across) * DOT


# --- drawing --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing before it is text: its words, its items, and the lines from item to item (by key)."""

    id: str
    title: str
    description: str
    items: Sequence[Item]
    lanes: Sequence[str]
    columns: Sequence[Column]
    edges: Sequence[tuple[str, str]] = ()
    bars: Sequence[tuple[str, str]] = ()  # (item, column that its bar begins in)


def draw(drawing: Drawing, link: Callable[[str], str]) -> Html:
    """The SVG element, one element a line; `link` makes an address from the site's root relative to the page."""
    items = [replace(item, href=link(item.href)) if item.href else item for item in drawing.items]
    return Html("\n".join(_lines(replace(drawing, items=items))) + "\n")


def _lines(drawing: Drawing) -> Iterator[str]:
    made = plan(drawing.items, drawing.lanes, drawing.columns, own_rows=bool(drawing.bars))
    width, height = _n(made.width), _n(made.height)
    many = " rd-many" if len(drawing.items) > 60 else ""
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="rd-drawing{many}" id="{drawing.id}" '
        f'role="graphics-document document" aria-labelledby="{drawing.id}-title" '
        f'aria-describedby="{drawing.id}-desc" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    )
    yield f'<title id="{drawing.id}-title">{_text(drawing.title)}</title>'
    yield f'<desc id="{drawing.id}-desc">{_text(drawing.description)}</desc>'
    yield from _frame(drawing.columns, made)
    lines = [*_curves(drawing.edges, made), *_bars(drawing.bars, made)]
    if lines:
        yield f'<path class="rd-lines" d="{"".join(path for _, path in lines)}"/>'
    own: defaultdict[str, list[str]] = defaultdict(list)
    for keys, path in lines:
        for key in keys:
            own[key].append(path)
    for item in sorted(drawing.items, key=lambda item: (*made.nodes[item.key], item.key)):
        yield _node(item, made, "".join(own.get(item.key, [])))
    yield "</svg>"


def _frame(columns: Sequence[Column], made: Plan) -> Iterator[str]:
    """The lanes with their names and the columns with their heads."""
    for name, box in made.lanes.items():
        yield f'<path class="rd-lane" d="M0 {_n(box.y)}h{_n(made.width)}"/>'
        yield f'<text class="rd-lane-name" x="{_MARGIN}" y="{_n(box.y + 16)}">{_text(name)}</text>'
    for column in columns:
        box = made.columns[column.key]
        yield (
            f'<g class="rd-column" data-x="{_n(box.x)}" data-width="{_n(box.width)}" data-top="{_n(box.y)}" '
            f'data-height="{_n(box.height)}"{_attributes(column.attributes)}>'
        )
        yield f'<path d="M{_n(box.x - _GAP / 2 + 1)} {_n(box.y)}v{_n(box.height)}"/>'
        for line, words in enumerate(column.head, 1):
            yield f'<text x="{_n(box.x)}" y="{_n(line * _HEAD - 4)}">{_text(words)}</text>'
        yield "</g>"


_Line = tuple[tuple[str, ...], str]
"""The items that a line touches, and its path."""


def _curves(edges: Iterable[tuple[str, str]], made: Plan) -> Iterator[_Line]:
    """A curve from item to item; within one column it bends to the side."""
    for one, other in edges:
        (x1, y1), (x2, y2) = made.nodes[one], made.nodes[other]
        across, down = x2 - x1, y2 - y1
        bend = (-22.0, down / 2) if abs(across) < DOT else (across / 2, down / 2 - min(46, abs(across) / 5))
        yield (one, other), f"M{_n(x1)} {_n(y1)}q{_n(bend[0])} {_n(bend[1])} {_n(across)} {_n(down)}"


def _bars(bars: Iterable[tuple[str, str]], made: Plan) -> Iterator[_Line]:
    """A level line to an item from the column that its bar begins in."""
    for key, column in bars:
        x, y = made.nodes[key]
        begin = made.columns[column].x + DOT / 2
        if begin < x:
            yield (key,), f"M{_n(begin)} {_n(y)}h{_n(x - begin)}"


def _node(item: Item, made: Plan, own: str) -> str:
    x, y = made.nodes[item.key]
    radius = 3.5 + min(3.0, sqrt(max(0.0, item.weight)) * 0.6)
    parts = [f'<g class="{f"rd-node {item.kind}".strip()}"{_attributes(item.attributes)}>']
    if own:
        parts.append(f'<path class="rd-own" d="{own}"/>')
    parts.append(f'<a href="{escape.attribute(item.href)}">' if item.href else "<g>")
    parts.append(f"<title>{_text(item.name)}</title>")
    parts.append(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"/>')
    if item.label:
        parts.append(f'<text class="rd-label" x="{_n(x + _LABEL_AT)}" y="{_n(y + 4)}">{_text(item.label)}</text>')
    parts.append(_tip(item.name, x, y, made))
    parts.append("</a></g>" if item.href else "</g></g>")
    return "".join(parts)


def _tip(name: str, x: float, y: float, made: Plan) -> str:
    """The full name, shown when the item has the focus; it stays inside the drawing."""
    shown = name if len(name) <= _TIP else f"{name[: _TIP - 1]}…"
    width = text_width(shown) + 12
    left = max(2.0, min(x - 6, made.width - width - 2))
    top = y + 11 if y + 34 < made.height else y - 33
    return (
        '<g class="rd-tip" aria-hidden="true">'
        f'<rect x="{_n(left)}" y="{_n(top)}" width="{_n(width)}" height="22" rx="3"/>'
        f'<text x="{_n(left + 6)}" y="{_n(top + 15)}">{_text(shown)}</text></g>'
    )


def _attributes(pairs: Iterable[tuple[str, str]]) -> str:
    return "".join(f' {name}="{escape.attribute(value)}"' for name, value in pairs)


def _text(text: str) -> str:
    return escape.attribute(text.translate(_STRUCTURE))


def _n(number: float) -> str:
    """A number with at most one decimal, without a needless zero."""
    return f"{round(number, 1):g}"
