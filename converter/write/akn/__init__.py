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

The words are those of the text in its order. A note stands where its first mark does, a `noteRef` where another one
does; the `title` of the `sup` around them is a mark as it is misprinted. Notes that no mark leads to stand in the
conclusions.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from converter.authorities import Authorities
from converter.model import Expression, Paragraph, Sidecar
from converter.write.akn.body import Body
from converter.write.akn.iris import STATEMENTS
from converter.write.akn.marked import Marked
from converter.write.akn.meta import Meta
from converter.write.akn.preface import cover, preface
from converter.write.akn.things import Things
from converter.write.akn.tree import parted, parts
from converter.write.xml import document, element, in_lines

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_LEAVES = frozenset({"p", "num", "heading", "listIntroduction"})


def akn(expression: Expression, sidecar: Sidecar, authorities: Authorities) -> str:
    """The Akoma Ntoso document of an expression."""
    statement = _statement(expression, sidecar, authorities)
    return document(in_lines(element("akomaNtoso", {"xmlns": NAMESPACE}, statement), leaves=_LEAVES))


def _statement(expression: Expression, sidecar: Sidecar, authorities: Authorities) -> Element:
    """The statement: what it is, masthead, preamble, body, and what follows."""
    resolution, masthead = expression.resolution, expression.resolution.masthead
    things = Things(masthead.body, resolution.lang, authorities)
    marked = Marked(expression, authorities, things)
    meta = Meta(expression, sidecar, things)
    body = Body(expression, marked, things)
    preamble, main, annexes = parts(resolution.paragraphs)
    main, closing = parted(main, resolution.adoption)
    written = [
        cover(expression, marked, things),
        preface(expression, marked, things),
        body.preamble(preamble),
        body.main_body(main, ""),
    ]
    attached = _attachments(annexes, body, marked, meta, things)  # before the notes that are left
    written += [_conclusions(closing, marked, things), attached]
    head = meta.component("!main", *meta.subjects(), *meta.adoption(), *meta.voting())
    head.append(things.references())  # last: by now everything has been referred to
    name = f"{STATEMENTS.get(masthead.kind, masthead.kind)}{'Draft' if masthead.status == 'draft' else ''}"
    contents = [part for part in written if part is not None]
    return things.land(element("statement", {"name": name, "contains": "originalVersion"}, head, *contents))


def _conclusions(closing: list[Paragraph], marked: Marked, things: Things) -> Element | None:
    """The lines that say how the text was adopted, and the notes that were written nowhere else."""
    lines = []
    for line in closing:
        eid = things.eid_of(line, f"conclusions__container_{line.id}")
        lines.append(element("container", {"eId": eid, "name": "adoption"}, marked.words("p", line)))
    notes = [element("container", {"name": "unmarkedNote"}, element("p", None, note)) for note in marked.loose()]
    return element("conclusions", None, *lines, *notes) if lines or notes else None


def _attachments(
    annexes: list[list[Paragraph]], body: Body, marked: Marked, meta: Meta, things: Things
) -> Element | None:
    """The annexes, each a document of its own under its heading."""
    made = []
    for number, (heading, *paragraphs) in enumerate(annexes, 1):
        title = marked.words("heading", heading, label=True)
        written = body.main_body(paragraphs, f"att_{number}__")
        text = element(
            "doc", {"name": "annex", "contains": "originalVersion"}, meta.component(f"!annex_{number}"), written
        )
        made.append(element("attachment", {"eId": things.eid_of(heading, f"att_{number}")}, title, text))
    return element("attachments", None, *made) if made else None
