"""The words of a text with what was found in them: citations, references, entities, verbs, notes at their marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from xml.etree.ElementTree import Element

from converter.authorities import Authorities
from converter.model import Citation, Entity, Expression, Footnote, NoteMark, Paragraph, Verb
from converter.write.akn.inline import Mark, Notes, apart, fill, internal, phrase
from converter.write.akn.iris import reference, with_fragment
from converter.write.akn.things import Things
from converter.write.xml import element, legal

# The class of the ontology that an entity's kind belongs to, and with it the inline element.
_ENTITY_CLASSES = {
    "instrument": "object",
    "agenda": "object",
    "fund": "object",
    "goal": "concept",
    "mechanism": "process",
}


class Marked:
    """The marks of one expression by their places. A note is written once, where its mark stands."""

    def __init__(self, expression: Expression, authorities: Authorities, things: Things) -> None:
        self._expression = expression
        self._lang = expression.resolution.lang
        self._authorities = authorities
        self._things = things
        self.marks = self._marks_by_place()
        self._notes = expression.resolution.marks()
        self._eids: dict[str, str] = {}  # of the notes that are written or referred to
        self._written: set[str] = set()

    def _marks_by_place(self) -> dict[str, list[Mark]]:
        """Citations first, then internal references, entities, verbs: of two that overlap the first stays."""
        marks: dict[str, list[Mark]] = {}
        for place, mark in (
            *((citation.place, self._citation(citation)) for citation in self._expression.citations),
            *((one.place, internal(one)) for one in self._expression.internal),
            *((entity.place, self._entity(entity)) for entity in self._expression.entities),
            *((verb.place, self._verb(verb)) for verb in self._expression.verbs),
        ):
            if mark is not None:
                marks.setdefault(place, []).append(mark)
        return marks

    def _citation(self, citation: Citation) -> Mark | None:
        target = reference(citation, self._lang, self._authorities)
        if target is None:
            return None
        points = citation.pinpoints
        is_iri = target.startswith("/akn/")
        links = [with_fragment(target, point.label) if is_iri else target for point in points]
        return phrase(citation, points, links) or Mark(citation.start, citation.end, "ref", {"href": target})

    @cached_property
    def _names(self) -> dict[str, str]:
        """The longest name of everything that a text may name, by its id."""
        return {identity: name for name, _, identity in reversed(self._authorities.names(self._lang))}

    def _entity(self, entity: Entity) -> Mark:
        kind = _ENTITY_CLASSES.get(entity.kind, "concept")
        thing = self._things.thing(kind, entity.id, self._names.get(entity.id, entity.text))
        return Mark(entity.start, entity.end, kind, {"refersTo": thing})

    def _verb(self, verb: Verb) -> Mark:
        return Mark(verb.start, verb.end, "term", {"refersTo": self._things.thing("term", verb.lemma, verb.lemma)})

    def inline(self, tag: str, text: str, marks: Iterable[Mark], notes: Notes | None = None) -> Element:
        """An element with these words, the marks that do not overlap, and the notes."""
        made = element(tag)
        left = notes if notes is not None else Notes()
        fill(made, text, (0, len(text)), apart(marks, len(text)), left)
        for _, note in left:  # those at the very end
            made.append(note)
        return made

    def words(self, tag: str, paragraph: Paragraph, *, label: bool = False) -> Element:
        """A paragraph's text with its marks and notes; with its label in front where no `num` can hold it."""
        notes = self.notes_at(paragraph.id)
        made = self.inline(tag, paragraph.text.text, self.marks.get(paragraph.id, []), notes)
        if label and paragraph.label is not None:
            made.text = f"{legal(paragraph.label.text)} {made.text or ''}"
        return made

    def notes_at(self, place: str) -> Notes:
        """The notes whose marks stand in a paragraph or in a block of the masthead (`masthead:3`)."""
        return Notes((mark.offset, self._mark_of(mark, note)) for mark, note in self._notes.get(place, []))

    def _mark_of(self, mark: NoteMark, note: Footnote) -> Element:
        """The note itself where its first mark stands, what leads to it at each other; `title` is a misprint."""
        title = {"title": mark.printed} if mark.printed != note.marker else None
        if note.id not in self._written:
            return element("sup", title, self._note(note))
        return element("sup", title, element("noteRef", {"href": f"#{self._eid(note)}", "marker": note.marker}))

    def loose(self) -> Iterator[Element]:
        """The notes that were written nowhere, because no mark leads to them."""
        for note in self._expression.resolution.footnotes:
            if note.id not in self._written:
                yield self._note(note)

    def _eid(self, note: Footnote) -> str:
        if note.id not in self._eids:
            self._eids[note.id] = self._things.eid(f"ftn_{len(self._eids) + 1}")
        return self._eids[note.id]

    def _note(self, note: Footnote) -> Element:
        self._written.add(note.id)
        text = self.inline("p", note.text.text, self.marks.get(note.place, []))
        return element("authorialNote", {"eId": self._eid(note), "marker": note.marker, "placement": "bottom"}, text)
