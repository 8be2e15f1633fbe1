"""Tables as values, with what the script needs to filter and sort them; long ones are cut into pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Generic, TypeVar

import msgspec

from converter.kept import digest
from converter.model import Artifact, Deferred, ToBe
from converter.write.cells import Head, Link, Row, Shown
from converter.write.indexes.view import View

ROWS_ON_A_PAGE = 1500  # of short rows; a longer listing becomes one page per group
PLACES_ON_A_PAGE = 300  # of rows with an excerpt

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in a shared address, and its filter: by value (`choice`), by several (`many`), by the
    `year` of its days, none.

    Of one with `few` the first lines are seen, and the rest when its row was chosen.
    """

    key: str
    filter: str = ""
    few: bool = False


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """What a table lists, in order, and how an item becomes a row.

    One that is not `listed` only counts what is listed elsewhere: the script does not filter, sort or count its rows.
    """

    columns: Sequence[Column]
    items: Sequence[T]
    row: Callable[[T], Row]
    listed: bool = True

    def of(self, items: Sequence[T]) -> Table[T]:
        """The same table of some of the items."""
        return replace(self, items=items)

    def shown(self, view: View, anchor: str = "", heading: str = "") -> Shown:
        """The table as a page shows it, below a heading on its anchor. A column that is empty is left out."""
        rows = [self.row(item) for item in self.items]
        kept = [at for at in range(len(self.columns)) if not at or any(row.cells[at] for row in rows)]
        cut = tuple(Row(tuple(row.cells[at] for at in kept), row.anchor) for row in rows)
        heads = tuple(_head(view, self.columns[at], listed=self.listed) for at in kept)
        return Shown(heads, cut, self.listed, anchor, heading)


def _head(view: View, column: Column, *, listed: bool) -> Head:
    name = view.named("column", column.key) or column.key
    return Head(name, column.key, column.filter, column.few) if listed else Head(name, few=column.few)


@dataclass(frozen=True, slots=True)
class Group:
    """Part of a listing that is too long for one page: the end of its address, and its name."""

    slug: str
    label: str


def listing(
    view: View, name: str, table: Table[T], group: Callable[[T], Group], after: Iterable[Shown] = ()
) -> Iterator[ToBe]:
    """An index page with one table; a table that is too long for a page becomes one page per group."""
    title, about = view.title(name), view.about(name)
    if len(table.items) <= ROWS_ON_A_PAGE:
        yield view.page(name, title, about, [table.shown(view), *after])
        return
    groups: defaultdict[Group, list[T]] = defaultdict(list)
    for item in table.items:
        groups[group(item)].append(item)
    heads = Table((Column("group"), Column("count")), list(groups.items()), lambda one: _group(view, name, *one))
    yield view.page(name, title, about, [heads.shown(view), *after])
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
    link = view.link(group.label, f"{name}/{group.slug}")
    return Row(((link,), view.count("n_works", len(items))), group.slug)


def paged(
    view: View,
    name: str,
    title: str,
    table: Table[T],
    unit: str,
    *,
    size: int = PLACES_ON_A_PAGE,
    told: Callable[[T], object] | None = None,
) -> Iterator[ToBe]:
    """A table whose items come the newest first, on as many pages as it needs.

    The parts are numbered from the oldest, so that a full one stays as it is while the collection grows; the
    page `name` itself shows the newest, up to twice as many as the others. `unit` is what the rows are: `n_places`.
    `told` gives all that the row of an item is made of, where it costs less than the row: then a page is deferred.
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
        page = partial(_part, view, own, title, about, part, _parts(view, name, number, count))
        if told is None:
            yield page()
        else:
            made_of = msgspec.json.encode((own, title, about, count, list(map(told, part.items))))
            yield Deferred(view.path(own), digest(made_of), lambda page=page: page().content)  # type: ignore[misc]


def _part(view: View, name: str, title: str, about: str, table: Table[T], ways: tuple[Link, ...]) -> Artifact:
    return view.page(name, title, about, [table.shown(view)], ways)


def _parts(view: View, name: str, number: int, count: int) -> tuple[Link, ...]:
    """Links up, and to the neighbouring parts, the first and the last: never a list that grows with the collection."""
    wanted = {count: "newest", 1: "oldest", number + 1: "newer", number - 1: "older"}
    links = (
        view.link(view.say(word), name if other == count else f"{name}/{other}")
        for other, word in sorted(wanted.items(), reverse=True)
        if 1 <= other <= count and other != number
    )
    return (view.up(name), *links)
