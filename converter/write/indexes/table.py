"""Tables as Markdown, with what the script needs to filter and sort them; long ones are cut into pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from converter.model import Artifact
from converter.write.indexes.view import Rendered, View

ROWS_ON_A_PAGE = 1500  # of short rows; a longer listing becomes one page per group
PLACES_ON_A_PAGE = 300  # of rows with an excerpt

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in a shared address, and its filter: by value (`choice`), by several (`many`), none."""

    key: str
    filter: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells as Markdown, escaped already, and the anchor that leads to it."""

    cells: tuple[str, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """What a table lists, in order, and how an item becomes a row of the page of a given name.

    One that is not `listed` only counts what is listed elsewhere: the script does not filter, sort or count its rows.
    """

    columns: Sequence[Column]
    items: Sequence[T]
    row: Callable[[T, str], Row]
    listed: bool = True

    def of(self, items: Sequence[T]) -> Table[T]:
        """The same table of some of the items."""
        return replace(self, items=items)

    def rendered(self, view: View, name: str) -> Rendered:
        """The table as the page `name` shows it; nothing when there are no items. An empty column is left out."""
        if not self.items:
            return Rendered("", {}, 0)
        rows = [self.row(item, name) for item in self.items]
        kept = [at for at in range(len(self.columns)) if not at or any(row.cells[at] for row in rows)]
        columns = [self.columns[at] for at in kept]
        rows = [Row(tuple(row.cells[at] for at in kept), row.anchor) for row in rows]
        lines = [
            f"| {' | '.join(_head(view, column, listed=self.listed) for column in columns)} |\n",
            f"|{' --- |' * len(columns)}\n",
            *(_line(row) for row in rows),
            "\n",
        ]
        values = {
            column.key: _values([row.cells[at] for row in rows], view.words.between if column.filter == "many" else "")
            for at, column in enumerate(columns)
            if column.filter
        }
        return Rendered("".join(lines), values, len(rows)) if self.listed else Rendered("".join(lines), {}, 0)


def _line(row: Row) -> str:
    first, *others = row.cells
    anchored = f"{first} {{: #{row.anchor} }}" if row.anchor else first
    return f"| {' | '.join((anchored, *others))} |\n"


def _values(cells: list[str], between: str) -> frozenset[str]:
    """The different values of a column, as far as it takes to know whether there is a choice."""
    return frozenset(value for cell in cells for value in (cell.split(between) if between else [cell]) if value)


def _head(view: View, column: Column, *, listed: bool) -> str:
    if not listed:
        return view.named("column", column.key) or column.key
    facts = f"data-key={column.key}" + (f" data-filter={column.filter}" if column.filter else "")
    return f"{view.named('column', column.key)} {{: {facts} }}"


@dataclass(frozen=True, slots=True)
class Group:
    """Part of a listing that is too long for one page: the end of its address, and its name."""

    slug: str
    label: str


def listing(
    view: View, name: str, table: Table[T], group: Callable[[T], Group], after: Iterable[str | Rendered] = ()
) -> Iterator[Artifact]:
    """An index page with one table; a table that is too long for a page becomes one page per group."""
    title, about = view.title(name), view.about(name)
    if len(table.items) <= ROWS_ON_A_PAGE:
        yield view.page(name, title, about, [table.rendered(view, name), *after])
        return
    groups: defaultdict[Group, list[T]] = defaultdict(list)
    for item in table.items:
        groups[group(item)].append(item)
    heads = Table((Column("group"), Column("count")), list(groups.items()), lambda one, own: _group(view, name, *one))
    yield view.page(name, title, about, [heads.rendered(view, name), *after])
    for one, items in groups.items():
        yield from paged(
            view,
            f"{name}/{one.slug}",
            view.words.colon(title, one.label),
            table.of(items),
            "n_works",
            size=ROWS_ON_A_PAGE,
        )


def _group(view: View, name: str, group: Group, items: Sequence[T]) -> Row:
    link = view.link(name, group.label, view.path(f"{name}/{group.slug}"))
    return Row((link, view.count("n_works", len(items))), group.slug)


def paged(
    view: View, name: str, title: str, table: Table[T], unit: str, *, size: int = PLACES_ON_A_PAGE
) -> Iterator[Artifact]:
    """A table whose items come the newest first, on as many pages as it needs.

    The parts are numbered from the oldest, so that a full one stays as it is while the collection grows; the
    page `name` itself shows the newest, up to twice as many as the others. `unit` is what the rows are: `n_places`.
    """
    total = len(table.items)
    count = max(1, total // size)
    for number in range(1, count + 1):
        first = 0 if number == count else total - number * size
        part = table.of(table.items[first : total - (number - 1) * size])
        own = name if number == count else f"{name}/{number}"
        about = view.sentence(view.count(unit, total)) if number == count else view.say("part", n=number)
        if number == count > 1:
            about += view.count("newest_part", count)
        yield view.page(own, title, about, [*_parts(view, own, name, number, count), part.rendered(view, own)])


def _parts(view: View, own: str, name: str, number: int, count: int) -> Iterator[str]:
    """Links up, and to the neighbouring parts, the first and the last: never a list that grows with the collection."""
    wanted = {count: "newest", 1: "oldest", number + 1: "newer", number - 1: "older"}
    links = [
        view.link(own, view.say(word), view.path(name if other == count else f"{name}/{other}"))
        for other, word in sorted(wanted.items(), reverse=True)
        if 1 <= other <= count and other != number
    ]
    yield f"{' · '.join([view.up(own), *links])}\n{{: .rd-parts }}\n\n"
