"""The metadata: what a work is by FRBR, its subjects, how it was adopted and who voted how."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from converter.model import Ballot, Expression, Sidecar
from converter.write.adoption import columns
from converter.write.akn.iris import LANGUAGES, UNKNOWN_DATE, iri, iri_number
from converter.write.akn.things import Things
from converter.write.xml import element

VOTES = "urn:resolution-docs:votes"  # of what a count of AKN has no element for: the States of a column
_MANNERS: dict[str | None, str] = {
    "unanimous": "adopted unanimously",
    "vote": "adopted by a vote",
    "without-vote": "adopted without a vote",
    "parts": "adopted in parts",
}


class Meta:
    """The metadata of one expression."""

    def __init__(self, expression: Expression, sidecar: Sidecar, things: Things) -> None:
        self._work = expression.work
        self._masthead = expression.resolution.masthead
        self._lang = expression.resolution.lang
        self._adopted = expression.resolution.adoption
        self._sidecar = sidecar
        self._things = things
        self._date, self._date_name = self._dated()

    def _dated(self) -> tuple[str, str]:
        date = self._sidecar.date or self._masthead.date
        if date:
            return date, "document" if self._masthead.status == "draft" else "adoption"
        if self._masthead.session_to:
            return self._masthead.session_to, "sessionEnd"
        return UNKNOWN_DATE, "unknown"

    @property
    def _symbol(self) -> str | None:
        return self._sidecar.symbol or self._masthead.symbol or self._sidecar.adopted_as

    def _number(self) -> tuple[str, str]:
        """The number in the IRI and the one to show."""
        printed = self._masthead.number
        is_draft = self._masthead.status == "draft"  # its number, 51/…, is not one yet
        number = self._symbol if is_draft else iri_number(self._masthead.kind, self._symbol, printed)
        return number or self._work, self._symbol or printed or self._work

    def component(self, component: str, *more: Element) -> Element:
        """What the document, or an annex of it, is: work, expression and manifestation."""
        number, shown = self._number()
        work = iri(self._masthead.body, self._date, number)
        expression = f"{work}/{LANGUAGES.get(self._lang, 'und')}@"
        author, converter = self._things.body(), self._things.converter()
        identification = element(
            "identification",
            {"source": converter},
            element(
                "FRBRWork",
                None,
                *_frbr(f"{work}/{component}", work, self._date, self._date_name, author),
                element("FRBRcountry", {"value": "un"}),
                element("FRBRsubtype", {"value": "deliberation"}),
                element("FRBRnumber", {"value": number.replace("/", "-").replace(" ", "_"), "showAs": shown}),
            ),
            element(
                "FRBRExpression",
                None,
                *_frbr(f"{expression}/{component}", expression, self._date, self._date_name, author),
                element("FRBRlanguage", {"language": LANGUAGES.get(self._lang, "und")}),
            ),
            element(
                "FRBRManifestation",
                None,
                *_frbr(f"{expression}/{component}.xml", f"{expression}.xml", self._date, self._date_name, converter),
                element("FRBRformat", {"value": "application/akn+xml"}),
            ),
        )
        return element("meta", None, identification, *more)

    def subjects(self) -> Iterator[Element]:
        """The subjects that the sidecar gives it."""
        words = [
            element("keyword", {"value": subject, "showAs": subject, "dictionary": "subjects"})
            for subject in self._sidecar.subjects
        ]
        if words:
            yield element("classification", {"source": self._things.converter()}, *words)

    def adoption(self) -> Iterator[Element]:
        """The day and the manner of the adoption, where the day is known."""
        if self._date_name == "adoption":
            step = {
                "date": self._date,
                "by": self._things.body(),
                "refersTo": self._things.thing("event", "adoption", "adoption"),
                "outcome": self._outcome(),
            }
            yield element("workflow", {"source": self._things.converter()}, element("step", step))

    def _outcome(self) -> str:
        """That the text was adopted, and in which manner where it says so."""
        adoption = self._adopted
        manner = adoption.manner if adoption and adoption.manner in _MANNERS else None
        return self._things.thing(
            "concept", f"adopted-{manner}" if manner else "adopted", _MANNERS.get(manner, "adopted")
        )

    def voting(self) -> Iterator[Element]:
        """The vote. A column is a `count`; the States that the text names in it are its content."""
        adoption = self._adopted
        counts = [self._count(*column) for column in columns(adoption)] if adoption else []
        if not counts:
            return
        voting = element("voting", {"eId": self._things.eid("voting_1"), "outcome": self._outcome()}, *counts)
        yield element("analysis", {"source": self._things.converter()}, element("parliamentary", None, voting))

    def _count(self, column: str, number: int | None, ballots: tuple[Ballot, ...]) -> Element:
        facts = {
            "eId": self._things.eid(f"voting_1__{column}"),
            "value": str(len(ballots) if number is None else number),
            "refersTo": self._things.thing("concept", f"vote-{column}", column),
        }
        states = (
            element("state", {"xmlns": VOTES, "code": one.code, "refersTo": self._things.state(one.code)}, one.name)
            for one in ballots
        )
        return element("count", facts, *states)


def _frbr(this: str, uri: str, date: str, name: str, author: str) -> Iterator[Element]:
    """What the three levels of FRBR have in common, in the order of the schema."""
    yield element("FRBRthis", {"value": this})
    yield element("FRBRuri", {"value": uri})
    yield element("FRBRdate", {"date": date, "name": name})
    yield element("FRBRauthor", {"href": author})
