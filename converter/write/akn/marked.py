"""The words of a text with what was found in them: citations, references, entities, verbs, notes at their marks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from xml.etree.ElementTree import Element

from converter.authorities import Authorities
from converter.model import Citation, Entity, Expression, Footnote, Paragraph, Verb
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
        self._notes: dict[str, list[Footnote]] = {}
        for note in expression.resolution.footnotes:
            if note.paragraph is not None and note.offset is not None:
                self._notes.setdefault(note.paragraph, []).append(note)
        self._notes_written = 0

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
        notes = self.notes_of(paragraph)
        made = self.inline(tag, paragraph.text.text, self.marks.get(paragraph.id, []), notes)
        if label and paragraph.label is not None:
            made.text = f"{legal(paragraph.label.text)} {made.text or ''}"
        return made

    def notes_of(self, paragraph: Paragraph) -> Notes:
        """The notes whose marks stand in a paragraph, in the order of the marks."""
        in_order = sorted(self._notes.get(paragraph.id, []), key=lambda note: note.offset or 0)
        return Notes((note.offset or 0, self._note(note)) for note in in_order)

    def _note(self, note: Footnote) -> Element:
        self._notes_written += 1
        text = self.inline("p", note.text.text, self.marks.get(note.place, []))
        attributes = {
            "eId": self._things.eid(f"ftn_{self._notes_written}"),
            "marker": note.marker,
            "placement": "bottom",
        }
        return element("sup", None, element("authorialNote", attributes, text))
