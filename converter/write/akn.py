"""An expression as Akoma Ntoso 3.0 (OASIS LegalDocML), in the manner of the UN's guidelines, AKN4UN.

What AKN4UN leaves open was decided so:

* The IRI's actor is `un-` and the body's id in lower case (`un-hrc`), `un` when the body is not known.
* Its number is the printed one for resolutions (`48-24`), the symbol for everything else, since a decision or
  a statement of the President may bear the number of a resolution; a draft without symbol has its folder's name.
* Its date, which the schema demands in full, is that of adoption (of a draft: of the document), else the last
  day of the session, else `0001-01-01`. The attribute `name` of FRBRdate says which: `adoption`, `document`,
  `sessionEnd` or `unknown`. The file is made without a clock, so expression and manifestation have this date too.
* A cited text whose date is not known is referred to by the UN's own address of it, not by an IRI with an
  invented date.
* The vote is in the analysis: a `count` for each column, in it the States that the text names.
* Operative paragraph 11 is `para_11` and (a) under it `para_11__list_1__point_a`, in or out of a section, so
  that a pinpoint into a text we do not hold can be written; preambular paragraph 5 is `preamble__container_5`.

The words are those of the text in its order; notes without a mark stand in the conclusions.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote
from xml.etree.ElementTree import Element

from converter import addresses
from converter.authorities import Authorities
from converter.model import (
    Ballot,
    Citation,
    Entity,
    Expression,
    Footnote,
    Internal,
    Landing,
    MastheadBlock,
    Paragraph,
    Pinpoint,
    Sidecar,
    Verb,
)
from converter.write.adoption import columns
from converter.write.markdown import table_cells
from converter.write.xml import add, document, element, in_lines, legal

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
VOTES = "urn:resolution-docs:votes"  # of what a count of AKN has no element for: the States of a column
UNKNOWN_DATE = "0001-01-01"
LANGUAGES = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho"}  # ISO 639-2
_MANNERS: dict[str | None, str] = {
    "unanimous": "adopted unanimously",
    "vote": "adopted by a vote",
    "without-vote": "adopted without a vote",
    "parts": "adopted in parts",
}
_NAMES = {"resolution": "resolution", "decision": "decision", "presidential-statement": "presidentialStatement"}
_LEAVES = frozenset({"p", "num", "heading", "listIntroduction"})
# The class of the ontology that an entity's kind belongs to, and with it the inline element.
_ENTITY_CLASSES = {
    "instrument": "object",
    "agenda": "object",
    "fund": "object",
    "goal": "concept",
    "mechanism": "process",
}
_BLOCK_INLINES = {"symbol": "docNumber", "type": "docType", "committee": "docCommittee"}
_PINPOINT = re.compile(r"(?:op)?(\d+)((?:-[a-z0-9]+)*)")


def akn(expression: Expression, sidecar: Sidecar, authorities: Authorities) -> str:
    """The Akoma Ntoso document of an expression."""
    statement = _Writer(expression, sidecar, authorities).statement()
    return document(in_lines(element("akomaNtoso", {"xmlns": NAMESPACE}, statement), leaves=_LEAVES))


# --- IRIs ------------------------------------------------------------------------------------------------


def iri(body: str | None, date: str, number: str, *, path: str = "statement/deliberation") -> str:
    """The IRI of a work of the UN: `/akn/un/statement/deliberation/un-hrc/2021-10-11/48-24`."""
    spelled = quote(number.replace("/", "-").replace(" ", "_"), safe="-._~()!,")
    return f"/akn/un/{path}/{_actor(body)}/{date}/{spelled}"


def _actor(body: str | None) -> str:
    return f"un-{body.lower()}" if body else "un"


def reference(citation: Citation, lang: str, authorities: Authorities) -> str | None:
    """Where a citation leads, without its pinpoints; None when neither symbol nor date and number are known."""
    known = authorities.work(citation.target) if citation.target else None
    date = citation.date or (known.date if known else None)
    if date is None:
        return addresses.official_link(lang, quote(citation.target, safe="/().,_-")) if citation.target else None
    if citation.kind in _NAMES:
        number = _iri_number(citation.kind, citation.target, citation.number) or citation.number
        return f"{iri(citation.body, date, number)}/!main"
    body = authorities.body_of(citation.target) if citation.target else None
    actor = body.id if body else citation.body
    return f"{iri(actor, date, citation.target or citation.number, path='doc/paper')}/!main"


def _iri_number(kind: str, symbol: str | None, number: str | None) -> str | None:
    return number or symbol if kind == "resolution" else symbol or number


def pinpoint_fragment(label: str) -> str | None:
    """The eId that a pinpoint means: `3(a)` → `para_3__list_1__point_a`; None for sections and annexes."""
    anchor = addresses.pinpoint_anchor(label)
    if found := re.fullmatch(r"pp(\d+)", anchor):
        return f"preamble__container_{found[1]}"
    match = _PINPOINT.fullmatch(anchor)
    if match is None:
        return None
    points = (f"__list_1__point_{part}" for part in match[2].split("-") if part)
    return f"para_{match[1]}{''.join(points)}"


# --- marks -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Mark:
    """An inline element to be: its span of the text, and the marks within it."""

    start: int
    end: int
    tag: str
    attributes: dict[str, str | None]
    inner: tuple[_Mark, ...] = ()


Notes = deque[tuple[int, Element]]


def _fill(parent: Element, text: str, span: tuple[int, int], marks: Iterable[_Mark], notes: Notes) -> None:
    """Put a span of text into an element, with its marks; each note goes where its mark stands.

    A note at the very end of a mark stands after it, one at its start before it.
    """
    at, end = span
    for mark in marks:
        _run(parent, text, (at, mark.start), notes, last=mark.start)
        child = element(mark.tag, mark.attributes)
        _fill(child, text, (mark.start, mark.end), mark.inner, notes)
        parent.append(child)
        at = mark.end
    _run(parent, text, (at, end), notes, last=end - 1)


def _run(parent: Element, text: str, span: tuple[int, int], notes: Notes, *, last: int) -> None:
    at, end = span
    while notes and notes[0][0] <= last:
        offset, note = notes.popleft()
        add(parent, text[at : max(at, offset)])
        add(parent, note)
        at = max(at, offset)
    add(parent, text[at:end])


def _apart(marks: Iterable[_Mark], length: int) -> list[_Mark]:
    """The marks that lie in the text and do not overlap an earlier one of the list, in the order of the text."""
    kept: list[_Mark] = []
    for mark in marks:
        fits = 0 <= mark.start < mark.end <= length
        if fits and all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.start)


# --- the document ----------------------------------------------------------------------------------------


class _Writer:
    """Writes one expression. It knows which ids are given out and which things were referred to."""

    def __init__(self, expression: Expression, sidecar: Sidecar, authorities: Authorities) -> None:
        self._expression = expression
        self._resolution = expression.resolution
        self._masthead = expression.resolution.masthead
        self._sidecar = sidecar
        self._authorities = authorities
        self._lang = expression.resolution.lang
        self._ids: set[str] = set()
        self._eids: dict[str, str] = {}  # the anchor of a paragraph on the page → its eId here, both with #
        self._things: dict[tuple[str, str], Element] = {}  # class and id → TLC entry, in the order of first use
        self._marks = self._marks_by_place()
        self._notes: dict[str, list[Footnote]] = {}
        for note in self._resolution.footnotes:
            if note.paragraph is not None and note.offset is not None:
                self._notes.setdefault(note.paragraph, []).append(note)
        self._notes_written = 0
        self._date, self._date_name = self._dated()

    def statement(self) -> Element:
        """The statement: what it is, masthead, preamble, body, and what follows."""
        preamble, body, annexes = _parts(self._resolution.paragraphs)
        draft = "Draft" if self._masthead.status == "draft" else ""
        name = f"{_NAMES.get(self._masthead.kind, self._masthead.kind)}{draft}"
        parts = [
            self._preface(),
            self._preamble(preamble),
            self._main_body(body, ""),
            self._conclusions(),
            self._attachments(annexes),
        ]
        meta = self._meta("!main", *self._subjects(), *self._adoption(), *self._voting())
        meta.append(self._references())  # last: by now everything has been referred to
        written = [part for part in parts if part is not None]
        return self._land(element("statement", {"name": name, "contains": "originalVersion"}, meta, *written))

    # --- metadata ---

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
        number = self._symbol if is_draft else _iri_number(self._masthead.kind, self._symbol, printed)
        return number or self._expression.work, self._symbol or printed or self._expression.work

    def _meta(self, component: str, *more: Element) -> Element:
        number, shown = self._number()
        work = iri(self._masthead.body, self._date, number)
        expression = f"{work}/{LANGUAGES.get(self._lang, 'und')}@"
        author, converter = self._body(), self._converter()
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

    def _subjects(self) -> Iterator[Element]:
        words = [
            element("keyword", {"value": subject, "showAs": subject, "dictionary": "subjects"})
            for subject in self._sidecar.subjects
        ]
        if words:
            yield element("classification", {"source": self._converter()}, *words)

    def _adoption(self) -> Iterator[Element]:
        if self._date_name == "adoption":
            step = {
                "date": self._date,
                "by": self._body(),
                "refersTo": self._thing("event", "adoption", "adoption"),
                "outcome": self._outcome(),
            }
            yield element("workflow", {"source": self._converter()}, element("step", step))

    def _outcome(self) -> str:
        """That the text was adopted, and in which manner where it says so."""
        adoption = self._resolution.adoption
        manner = adoption.manner if adoption and adoption.manner in _MANNERS else None
        return self._thing("concept", f"adopted-{manner}" if manner else "adopted", _MANNERS.get(manner, "adopted"))

    def _voting(self) -> Iterator[Element]:
        """The vote. A column is a `count`; the States that the text names in it are its content."""
        adoption = self._resolution.adoption
        counts = [self._count(*column) for column in columns(adoption)] if adoption else []
        if not counts:
            return
        voting = element("voting", {"eId": self._id("voting_1"), "outcome": self._outcome()}, *counts)
        yield element("analysis", {"source": self._converter()}, element("parliamentary", None, voting))

    def _count(self, column: str, number: int | None, ballots: tuple[Ballot, ...]) -> Element:
        facts = {
            "eId": self._id(f"voting_1__{column}"),
            "value": str(len(ballots) if number is None else number),
            "refersTo": self._thing("concept", f"vote-{column}", column),
        }
        states = (
            element("state", {"xmlns": VOTES, "code": one.code, "refersTo": self._state(one.code)}, one.name)
            for one in ballots
        )
        return element("count", facts, *states)

    # --- what is referred to ---

    def _thing(self, kind: str, identity: str, shown: str) -> str:
        """The reference to a thing of the ontology, which gets its entry among the references."""
        if (kind, identity) not in self._things:
            href = f"/akn/ontology/{kind}/un/{quote(identity, safe='-._~')}"
            entry = {"eId": self._id(f"{kind}-{identity}"), "href": href, "showAs": shown}
            self._things[kind, identity] = element(f"TLC{kind.capitalize()}", entry)
        return f"#{self._things[kind, identity].attrib['eId']}"

    def _body(self) -> str:
        body = self._authorities.body(self._masthead.body) if self._masthead.body else None
        name = (body.names.preferred(self._lang) if body else None) or self._masthead.body or "United Nations"
        return self._thing("organization", _actor(self._masthead.body), name)

    def _converter(self) -> str:
        return self._thing("organization", "converter", "converter")

    def _references(self) -> Element:
        return element("references", {"source": self._converter()}, *self._things.values())

    def _id(self, wanted: str) -> str:
        """An eId that nothing else has, fit to be referred to: the wanted one, or with -2, -3… after it."""
        wanted = re.sub(r"[^\w.~-]+", "_", wanted)
        eid, count = wanted, 1
        while eid in self._ids:
            count += 1
            eid = f"{wanted}-{count}"
        self._ids.add(eid)
        return eid

    def _id_of(self, paragraph: Paragraph, wanted: str) -> str:
        """The eId of a paragraph, noted for what refers to it."""
        eid = self._id(wanted)
        self._eids[f"#{paragraph.id}"] = f"#{eid}"
        return eid

    def _land(self, statement: Element) -> Element:
        """Lead every reference within the text to an eId, now that all paragraphs have theirs."""
        for reference in statement.iter("ref"):
            href = reference.attrib["href"]
            reference.set("href", self._eids.get(href, href))
        return statement

    # --- marks ---

    def _marks_by_place(self) -> dict[str, list[_Mark]]:
        """Citations first, then internal references, entities, verbs: of two that overlap the first stays."""
        marks: dict[str, list[_Mark]] = {}
        for place, mark in (
            *((citation.place, self._citation(citation)) for citation in self._expression.citations),
            *((one.place, _internal(one)) for one in self._expression.internal),
            *((entity.place, self._entity(entity)) for entity in self._expression.entities),
            *((verb.place, self._verb(verb)) for verb in self._expression.verbs),
        ):
            if mark is not None:
                marks.setdefault(place, []).append(mark)
        return marks

    def _citation(self, citation: Citation) -> _Mark | None:
        target = reference(citation, self._lang, self._authorities)
        if target is None:
            return None
        points = citation.pinpoints
        is_iri = target.startswith("/akn/")
        links = [_with_fragment(target, point.label) if is_iri else target for point in points]
        return _reference(citation, points, links) or _Mark(citation.start, citation.end, "ref", {"href": target})

    @cached_property
    def _names(self) -> dict[str, str]:
        """The longest name of everything that a text may name, by its id."""
        return {identity: name for name, _, identity in reversed(self._authorities.names(self._lang))}

    def _entity(self, entity: Entity) -> _Mark:
        kind = _ENTITY_CLASSES.get(entity.kind, "concept")
        thing = self._thing(kind, entity.id, self._names.get(entity.id, entity.text))
        return _Mark(entity.start, entity.end, kind, {"refersTo": thing})

    def _verb(self, verb: Verb) -> _Mark:
        return _Mark(verb.start, verb.end, "term", {"refersTo": self._thing("term", verb.lemma, verb.lemma)})

    def _inline(self, tag: str, text: str, marks: Iterable[_Mark], notes: Notes | None = None) -> Element:
        made = element(tag)
        left = notes if notes is not None else Notes()
        _fill(made, text, (0, len(text)), _apart(marks, len(text)), left)
        for _, note in left:  # those at the very end
            made.append(note)
        return made

    def _words(self, tag: str, paragraph: Paragraph, *, label: bool = False) -> Element:
        """A paragraph's text with its marks and notes; with its label in front where no `num` can hold it."""
        notes = self._notes_of(paragraph)
        made = self._inline(tag, paragraph.text.text, self._marks.get(paragraph.id, []), notes)
        if label and paragraph.label is not None:
            made.text = f"{legal(paragraph.label.text)} {made.text or ''}"
        return made

    def _notes_of(self, paragraph: Paragraph) -> Notes:
        in_order = sorted(self._notes.get(paragraph.id, []), key=lambda note: note.offset or 0)
        return Notes((note.offset or 0, self._note(note)) for note in in_order)

    def _note(self, note: Footnote) -> Element:
        self._notes_written += 1
        text = self._inline("p", note.text.text, self._marks.get(note.place, []))
        attributes = {"eId": self._id(f"ftn_{self._notes_written}"), "marker": note.marker, "placement": "bottom"}
        return element("sup", None, element("authorialNote", attributes, text))

    # --- masthead ---

    def _preface(self) -> Element | None:
        containers = [
            element("container", {"name": block.kind}, self._inline("p", block.text.text, self._block_marks(block)))
            for block in self._masthead.blocks
        ]
        for note in self._resolution.star_notes:
            text = element("p", None, f"{note.marker} {note.text.text}")
            containers.append(element("container", {"name": "starNote"}, text))
        return element("preface", None, *containers) if containers else None

    def _block_marks(self, block: MastheadBlock) -> list[_Mark]:
        masthead, text = self._masthead, block.text.text
        whole = len(text)
        if block.kind == "title":
            number, title = masthead.number or "", masthead.title or ""
            marks = [_Mark(0, len(number), "docNumber", {})] if text.startswith(number) else []
            return marks + ([_Mark(whole - len(title), whole, "docTitle", {})] if text.endswith(title) else [])
        if block.kind == "sponsors":
            return [_Mark(s.start, s.end, "docProponent", {"refersTo": self._state(s.code)}) for s in masthead.sponsors]
        if block.kind == "body":
            return [_Mark(0, whole, "docAuthority", {"refersTo": self._body()})]
        if block.kind == "session" and masthead.session:
            thing = self._thing("event", f"{_actor(masthead.body)}-session-{masthead.session}", text)
            return [_Mark(0, whole, "session", {"value": masthead.session, "refersTo": thing})]
        if block.kind in _BLOCK_INLINES:
            return [_Mark(0, whole, _BLOCK_INLINES[block.kind], {})]
        return []

    def _state(self, code: str | None) -> str | None:
        if code is None:
            return None
        country = next((one for one in self._authorities.countries if one.code == code), None)
        return self._thing("organization", f"state-{code.lower()}", country.name(self._lang) if country else code)

    # --- preamble ---

    def _preamble(self, paragraphs: list[Paragraph]) -> Element | None:
        enacting = self._resolution.enacting
        nodes = _tree(paragraphs)
        written = [self._container(node) for node in nodes]
        if enacting is not None:
            above = {paragraph.id for paragraph in paragraphs[: self._resolution.enacting_at]}
            place = sum(node.paragraph.id in above for node in nodes)
            written.insert(place, element("formula", {"name": "enactingFormula"}, element("p", None, enacting.text)))
        return element("preamble", None, *written) if written else None

    def _container(self, node: _Node) -> Element:
        """A preambular paragraph; its name is the phrase that it opens with."""
        paragraph = node.paragraph
        verbs = (verb.lemma for verb in self._expression.verbs if verb.place == paragraph.id)
        name = next(verbs, "preambular") if paragraph.kind == "preambular" else paragraph.kind
        number = re.sub(r"^pp(?=\d)", "", paragraph.id)
        eid = self._id_of(paragraph, f"preamble__container_{number}")
        if paragraph.kind == "table":
            inner = self._table(paragraph, f"{eid}__table_1")
        elif node.children:
            inner = self._block_list(node, f"{eid}__list_1")
        else:
            inner = self._words("p", paragraph, label=True)
        return element("container", {"eId": eid, "name": name}, inner)

    def _block_list(self, node: _Node, eid: str) -> Element:
        items = []
        for child in node.children:
            item = self._id_of(child.paragraph, f"{eid}__item_{_point_number(child.paragraph)}")
            inner = self._block_list(child, f"{item}__list_1") if child.children else self._words("p", child.paragraph)
            items.append(element("item", {"eId": item}, *_num(child.paragraph), inner))
        return element("blockList", {"eId": self._id(eid)}, self._words("listIntroduction", node.paragraph), *items)

    # --- body ---

    def _main_body(self, paragraphs: list[Paragraph], prefix: str) -> Element:
        """The body: paragraphs, in sections where the text has headings."""
        body = element("mainBody")
        within = body
        for node in _tree(paragraphs):
            if node.paragraph.kind == "heading":
                heading = self._words("heading", node.paragraph, label=True)
                eid = self._id_of(node.paragraph, f"{prefix}sec_{node.paragraph.id}")
                within = element("section", {"eId": eid}, heading)
                body.append(within)
            else:
                within.append(self._hierarchy(node, prefix))
        if not len(body):
            body.append(element("p"))  # the schema wants something in a body
        return body

    def _table(self, paragraph: Paragraph, eid: str) -> Element:
        """A table; the first row is its head. The words and marks of each cell are in a `p`."""
        notes = self._notes_of(paragraph)
        marks = _apart(self._marks.get(paragraph.id, []), len(paragraph.text.text))
        rows = []
        for number, cells in enumerate(table_cells(paragraph.text.text)):
            row = element("tr")
            for start, words in cells:
                text, end = element("p"), start + len(words)
                within = [mark for mark in marks if start <= mark.start and mark.end <= end]
                _fill(text, paragraph.text.text, (start, end), within, notes)
                while notes and notes[0][0] <= end:  # those at the very end of the cell
                    text.append(notes.popleft()[1])
                row.append(element("td" if number else "th", None, text))
            rows.append(row)
        return element("table", {"eId": self._id(eid)}, *rows)

    def _hierarchy(self, node: _Node, prefix: str) -> Element:
        paragraph = node.paragraph
        if paragraph.label is not None:
            number = paragraph.number or paragraph.id
            return self._numbered("paragraph", node, self._id_of(paragraph, f"{prefix}para_{number}"))
        if paragraph.kind == "table":
            eid = self._id_of(paragraph, f"{prefix}hcontainer_{paragraph.id}")
            table = self._table(paragraph, f"{eid}__table_1")
            return element("hcontainer", {"eId": eid, "name": "table"}, element("content", None, table))
        name = "preambular" if paragraph.kind == "preambular" else "unnumbered"
        made = self._numbered("hcontainer", node, self._id_of(paragraph, f"{prefix}hcontainer_{paragraph.id}"))
        made.set("name", name)
        if name == "preambular":
            made.set("refersTo", self._thing("concept", "preamble", "preamble"))
        return made

    def _numbered(self, tag: str, node: _Node, eid: str) -> Element:
        """A paragraph or point: number, then its text, or a list with the text as its introduction."""
        made = element(tag, {"eId": eid}, *_num(node.paragraph))
        if not node.children:
            made.append(element("content", None, self._words("p", node.paragraph)))
            return made
        list_id = self._id(f"{eid}__list_1")
        intro = element("intro", None, self._words("p", node.paragraph))
        points = (
            self._numbered(
                "point", child, self._id_of(child.paragraph, f"{list_id}__point_{_point_number(child.paragraph)}")
            )
            for child in node.children
        )
        made.append(element("list", {"eId": list_id}, intro, *points))
        return made

    # --- after the body ---

    def _conclusions(self) -> Element | None:
        """The notes whose mark stands nowhere in a paragraph."""
        placed = {paragraph.id for paragraph in self._resolution.paragraphs}
        notes = [
            element(
                "container",
                {"name": "note"},
                self._inline("p", n.text.text, self._marks.get(n.place, [])),
            )
            for n in self._resolution.footnotes
            if n.paragraph not in placed or n.offset is None
        ]
        return element("conclusions", None, *notes) if notes else None

    def _attachments(self, annexes: list[list[Paragraph]]) -> Element | None:
        """The annexes, each a document of its own under its heading."""
        made = []
        for number, (heading, *paragraphs) in enumerate(annexes, 1):
            title = self._words("heading", heading, label=True)
            body = self._main_body(paragraphs, f"att_{number}__")
            text = element(
                "doc", {"name": "annex", "contains": "originalVersion"}, self._meta(f"!annex_{number}"), body
            )
            made.append(element("attachment", {"eId": self._id_of(heading, f"att_{number}")}, title, text))
        return element("attachments", None, *made) if made else None


def _frbr(this: str, uri: str, date: str, name: str, author: str) -> Iterator[Element]:
    """What the three levels of FRBR have in common, in the order of the schema."""
    yield element("FRBRthis", {"value": this})
    yield element("FRBRuri", {"value": uri})
    yield element("FRBRdate", {"date": date, "name": name})
    yield element("FRBRauthor", {"href": author})


def _with_fragment(target: str, label: str) -> str:
    fragment = pinpoint_fragment(label)
    return f"{target}#{fragment}" if fragment else target


def _reference(whole: Citation | Internal, points: Sequence[Pinpoint | Landing], links: list[str]) -> _Mark | None:
    """One reference, or several of one phrase; None where its points are none, or no parts of it in order."""
    if len(points) < 2:
        return _Mark(whole.start, whole.end, "ref", {"href": links[0]}) if links else None
    starts = [whole.start, *(point.start for point in points[1:])]
    ends = [*(point.end for point in points[:-1]), whole.end]
    inner = [_Mark(start, end, "ref", {"href": link}) for start, end, link in zip(starts, ends, links, strict=True)]
    if _apart(inner, whole.end) != inner:  # pinpoints that stand before the name of the work
        return None
    return _Mark(whole.start, whole.end, "mref", {}, tuple(inner))


def _internal(one: Internal) -> _Mark | None:
    """A reference within the text; `href` is the anchor of the paragraph until all have their eIds."""
    printed = [landing for landing in one.landings if landing.start < landing.end]
    return _reference(one, printed, [f"#{landing.id}" for landing in printed])


def _num(paragraph: Paragraph) -> Iterator[Element]:
    if paragraph.label is not None:
        yield element("num", None, paragraph.label.text)


def _point_number(paragraph: Paragraph) -> str:
    """The number of a sub-paragraph in its eId: its own when in ASCII, else how far it counts."""
    number = paragraph.number or ""
    return number if number and number.isascii() else paragraph.id.rsplit("-", 1)[-1]


# --- paragraphs in order → the parts and the tree ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Node:
    paragraph: Paragraph
    children: list[_Node]


def _tree(paragraphs: list[Paragraph]) -> list[_Node]:
    """Hang sub-paragraphs on their parents. One whose parent is not open any more stands alone: order is kept."""
    roots: list[_Node] = []
    open_nodes: list[_Node] = []
    for paragraph in paragraphs:
        node = _Node(paragraph, [])
        while open_nodes and open_nodes[-1].paragraph.id != paragraph.parent:
            open_nodes.pop()
        (open_nodes[-1].children if open_nodes else roots).append(node)
        open_nodes.append(node)
    return roots


def _parts(paragraphs: tuple[Paragraph, ...]) -> tuple[list[Paragraph], list[Paragraph], list[list[Paragraph]]]:
    """Preamble, body and annexes. The preamble ends with the last preambular paragraph before the first operative."""
    first_annex = next((i for i, p in enumerate(paragraphs) if _opens_annex(p)), len(paragraphs))
    own, rest = paragraphs[:first_annex], paragraphs[first_annex:]
    first_operative = next((i for i, p in enumerate(own) if p.kind == "operative"), len(own))
    last = max((i for i, p in enumerate(own[:first_operative]) if p.kind == "preambular"), default=-1)
    # The sub-paragraphs of the last preambular paragraph go with it.
    end = next((i for i in range(last + 1, len(own)) if own[i].kind != "sub"), len(own)) if last >= 0 else 0
    annexes: list[list[Paragraph]] = []
    for paragraph in rest:
        if _opens_annex(paragraph):
            annexes.append([])
        annexes[-1].append(paragraph)
    return list(own[:end]), list(own[end:]), annexes


def _opens_annex(paragraph: Paragraph) -> bool:
    return paragraph.kind == "heading" and paragraph.id.split("-")[0] == "annex"
