"""`sponsors`: every State that put a text forward, and a page for each with its texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from converter.model import Record, Sponsor, ToBe
from converter.write.cells import Cell, Row
from converter.write.indexes.table import Column, Table, paged
from converter.write.indexes.view import View, slug
from converter.write.indexes.works import session_link

_COLUMNS = (
    Column("sponsor"),
    Column("sponsored"),
    Column("as_member"),
    Column("as_non_member"),
    Column("as_joined"),
    Column("last_year"),
)
_OWN = (
    Column("work"),
    Column("standing", "choice"),
    Column("body", "choice"),
    Column("session", "choice"),
    Column("year", "choice"),
    Column("status", "choice"),
)


@dataclass
class _Sponsor:
    """A State: its key in addresses, its name, and its texts, the newest first, with its standing in each.

    The standing is `member`, `non_member`, or `joined` of a State that joined the sponsors later.
    """

    key: str
    name: str
    works: list[tuple[Record, str]] = field(default_factory=list)


def pages(view: View) -> Iterator[ToBe]:
    """The index by the code of the country, names without a code last; then each country's own page."""
    sponsors = sorted(found(view).values(), key=lambda one: (len(one.key) > 2, one.key))
    table = Table(_COLUMNS, sponsors, lambda one: _row(view, one))
    yield view.page("sponsors", view.title("sponsors"), view.about("sponsors"), [table.shown(view)])
    for one in sponsors:
        own = Table(_OWN, one.works, lambda item: _work(view, *item))
        yield from paged(view, f"sponsors/{one.key}", view.say("sponsor_title", name=one.name), own, "n_works")


def found(view: View) -> dict[str, _Sponsor]:
    """The sponsors of the collection, each country once whatever its spelling."""
    countries = {country.code: country for country in view.corpus.authorities.countries}
    sponsors: dict[str, _Sponsor] = {}
    for record in view.records:
        for sponsor in {_key(sponsor): sponsor for sponsor in record.sponsors}.values():
            key = _key(sponsor)
            country = countries.get(sponsor.code or "")
            name = country.name(view.lang) if country else sponsor.name
            sponsors.setdefault(key, _Sponsor(key, name)).works.append((record, _standing(sponsor)))
    return sponsors


def _standing(sponsor: Sponsor) -> str:
    return "joined" if sponsor.joined else "member" if sponsor.member else "non_member"


def _key(sponsor: Sponsor) -> str:
    return slug(sponsor.code or sponsor.name)


def _row(view: View, sponsor: _Sponsor) -> Row:
    counts = Counter(standing for _, standing in sponsor.works)
    cells: tuple[Cell, ...] = (
        (view.link(sponsor.name, f"sponsors/{sponsor.key}"),),
        view.count("n_works", len(sponsor.works)),
        *(
            view.count(f"n_{standing}", counts[standing]) if counts[standing] else ""
            for standing in ("member", "non_member", "joined")
        ),
        next((record.year for record, _ in sponsor.works if record.year), "") or "",
    )
    return Row(cells, sponsor.key)


def _work(view: View, record: Record, standing: str) -> Row:
    words = view.words
    cells = (
        (view.work_link(record),),
        words(standing),
        words.body(record.body) if record.body else "",
        session_link(view, record.body, record.session) if record.session else "",
        record.year or "",
        words.of("status", record.status),
    )
    return Row(cells)
