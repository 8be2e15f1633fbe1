"""The preamble and the body: containers and lists above, numbered paragraphs, points, sections and tables below."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from converter.model import Expression, Paragraph
from converter.write.akn.inline import apart, fill
from converter.write.akn.marked import Marked
from converter.write.akn.things import Things
from converter.write.akn.tree import Node, num, point_number, tree
from converter.write.markdown import table_cells
from converter.write.xml import element


class Body:
    """Writes the paragraphs of one expression."""

    def __init__(self, expression: Expression, marked: Marked, things: Things) -> None:
        self._expression = expression
        self._marked = marked
        self._things = things

    def preamble(self, paragraphs: list[Paragraph]) -> Element | None:
        """The preambular paragraphs, the enacting phrase in its place among them."""
        enacting = self._expression.resolution.enacting
        nodes = tree(paragraphs)
        written = [self._container(node) for node in nodes]
        if enacting is not None:
            above = {paragraph.id for paragraph in paragraphs[: self._expression.resolution.enacting_at]}
            place = sum(node.paragraph.id in above for node in nodes)
            written.insert(place, element("formula", {"name": "enactingFormula"}, element("p", None, enacting.text)))
        return element("preamble", None, *written) if written else None

    def _container(self, node: Node) -> Element:
        """A preambular paragraph; its name is the phrase that it opens with."""
        paragraph = node.paragraph
        verbs = (verb.lemma for verb in self._expression.verbs if verb.place == paragraph.id)
        name = next(verbs, "preambular") if paragraph.kind == "preambular" else paragraph.kind
        number = re.sub(r"^pp(?=\d)", "", paragraph.id)
        eid = self._things.eid_of(paragraph, f"preamble__container_{number}")
        if paragraph.kind == "table":
            inner = self._table(paragraph, f"{eid}__table_1")
        elif node.children:
            inner = self._block_list(node, f"{eid}__list_1")
        else:
            inner = self._marked.words("p", paragraph, label=True)
        return element("container", {"eId": eid, "name": name}, inner)

    def _block_list(self, node: Node, eid: str) -> Element:
        items = []
        for child in node.children:
            item = self._things.eid_of(child.paragraph, f"{eid}__item_{point_number(child.paragraph)}")
            inner = (
                self._block_list(child, f"{item}__list_1")
                if child.children
                else self._marked.words("p", child.paragraph)
            )
            items.append(element("item", {"eId": item}, *num(child.paragraph), inner))
        return element(
            "blockList", {"eId": self._things.eid(eid)}, self._marked.words("listIntroduction", node.paragraph), *items
        )

    def main_body(self, paragraphs: list[Paragraph], prefix: str) -> Element:
        """The body: paragraphs, in sections where the text has headings."""
        body = element("mainBody")
        within = body
        for node in tree(paragraphs):
            if node.paragraph.kind == "heading":
                heading = self._marked.words("heading", node.paragraph, label=True)
                eid = self._things.eid_of(node.paragraph, f"{prefix}sec_{node.paragraph.id}")
                within = element("section", {"eId": eid}, heading)
                body.append(within)
            else:
                within.append(self._hierarchy(node, prefix))
        if not len(body):
            body.append(element("p"))  # the schema wants something in a body
        return body

    def _table(self, paragraph: Paragraph, eid: str) -> Element:
        """A table; the first row is its head. The words and marks of each cell are in a `p`."""
        notes = self._marked.notes_at(paragraph.id)
        marks = apart(self._marked.marks.get(paragraph.id, []), len(paragraph.text.text))
        rows = []
        for number, cells in enumerate(table_cells(paragraph.text.text)):
            row = element("tr")
            for start, words in cells:
                text, end = element("p"), start + len(words)
                within = [mark for mark in marks if start <= mark.start and mark.end <= end]
                fill(text, paragraph.text.text, (start, end), within, notes)
                while notes and notes[0][0] <= end:  # those at the very end of the cell
                    text.append(notes.popleft()[1])
                row.append(element("td" if number else "th", None, text))
            rows.append(row)
        return element("table", {"eId": self._things.eid(eid)}, *rows)

    def _hierarchy(self, node: Node, prefix: str) -> Element:
        paragraph = node.paragraph
        if paragraph.label is not None:
            number = paragraph.number or paragraph.id
            return self._numbered("paragraph", node, self._things.eid_of(paragraph, f"{prefix}para_{number}"))
        if paragraph.kind == "table":
            eid = self._things.eid_of(paragraph, f"{prefix}hcontainer_{paragraph.id}")
            table = self._table(paragraph, f"{eid}__table_1")
            return element("hcontainer", {"eId": eid, "name": "table"}, element("content", None, table))
        name = "preambular" if paragraph.kind == "preambular" else "unnumbered"
        made = self._numbered("hcontainer", node, self._things.eid_of(paragraph, f"{prefix}hcontainer_{paragraph.id}"))
        made.set("name", name)
        if name == "preambular":
            made.set("refersTo", self._things.thing("concept", "preamble", "preamble"))
        return made

    def _numbered(self, tag: str, node: Node, eid: str) -> Element:
        """A paragraph or point: number, then its text, or a list with the text as its introduction."""
        made = element(tag, {"eId": eid}, *num(node.paragraph))
        if not node.children:
            made.append(element("content", None, self._marked.words("p", node.paragraph)))
            return made
        list_id = self._things.eid(f"{eid}__list_1")
        intro = element("intro", None, self._marked.words("p", node.paragraph))
        points = (self._point(child, list_id) for child in node.children)
        made.append(element("list", {"eId": list_id}, intro, *points))
        return made

    def _point(self, node: Node, list_id: str) -> Element:
        eid = self._things.eid_of(node.paragraph, f"{list_id}__point_{point_number(node.paragraph)}")
        return self._numbered("point", node, eid)
