"""The tables and lists of a collection (JSON Lines, CSV, GraphML, the sitemap), and every export of a hostile text."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import networkx
import pytest
from jinja2 import Environment, FileSystemLoader
from lxml import etree

from converter.authorities import Authorities
from converter.languages import load
from converter.model import (
    Sidecar,
)
from converter.write import graphml, jsonl, tables
from converter.write.data import SCHEMAS, data_files
from converter.write.words import Words
from tests.conftest import ROOT
from tests.exports import (
    HOSTILE,
    SEED,
    SITE,
    a_citing,
    a_paragraph,
    a_record,
    an_expression,
    corpus_of,
    hostile_record,
    legal,
    read_export,
    rows_of,
    stage_seed,
    validator_of,
    with_any_text,
)

pytest_plugins = ("tests.exports_staged",)


def test_jsonl_keeps_its_schemas(staged: Path) -> None:
    works, paragraphs = rows_of(read_export(staged, "works.jsonl")), rows_of(read_export(staged, "paragraphs.jsonl"))
    for name, rows in (("works.schema.json", works), ("paragraphs.schema.json", paragraphs)):
        validator = validator_of(name)
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
    first = a_record("first", symbol="A/HRC/RES/51/1")
    second = a_record("second", symbol="A/HRC/RES/51/2", citings=(a_citing("A/HRC/RES/51/1"),) * 2)
    rows = rows_of(jsonl.works(corpus_of(authorities, first, second), words))
    assert [row["cited_by"] for row in rows] == [["zh/A/HRC/RES/51/2/"], []]
    assert rows[1]["cites"] == ["A/HRC/RES/51/1"]


@with_any_text
def test_jsonl_holds_any_text(text: str) -> None:
    rows = rows_of(
        jsonl.paragraphs(an_expression(a_paragraph("op1", "operative", text, label="1.")), Sidecar("work", ""))
    )
    assert [row["text"] for row in rows] == [text]


def test_index_lists_every_file(staged: Path) -> None:
    index = json.loads(read_export(staged, "index.json"))
    assert [error.message for error in validator_of("data-index.schema.json").iter_errors(index)] == []
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
    again = stage_seed(tmp_path / "again")

    def files(build: Path) -> dict[str, bytes]:
        return {p.relative_to(build).as_posix(): p.read_bytes() for p in (build / "files").rglob("*") if p.is_file()}

    assert files(again) == files(staged)
    for name, content in files(unplaced).items():
        assert b"example.org" not in content, name
    for name, content in files(staged).items():
        assert str(staged.parent).encode() not in content, name


def _csv(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), strict=True))


def test_csv_of_the_seed(staged: Path) -> None:
    cited = [row for row in _csv(read_export(staged, "citations.csv")) if row["work"] == SEED]
    assert len(cited) == 10
    assert cited[7]["cited_symbol"] == "A/HRC/RES/18/18" and cited[7]["pinpoints"] == "3;4"
    assert (cited[8]["held"], cited[8]["see_also"], cited[9]["see_also"]) == ("0", "0", "1")
    mandates = [row for row in _csv(read_export(staged, "mandates.csv")) if row["work"] == SEED]
    assert [row["paragraph"] for row in mandates] == ["op11", "op12", "op12", "op13", "op13"]
    assert (mandates[1]["actor_id"], mandates[1]["due_basis"]) == ("high-commissioner", "op11")
    assert mandates[0]["address"] == f"zh/drafts/{SEED}/#op11"
    assert all(None not in row and None not in row.values() for row in [*cited, *mandates])


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", HOSTILE]
)
def test_no_cell_is_a_formula(text: str, authorities: Authorities, words: Words) -> None:
    corpus = corpus_of(authorities, hostile_record(text))
    for made in (tables.citations(corpus, words), tables.mandates(corpus, words)):
        rows = _csv(made)
        assert len(rows) == 2
        cells = [cell for row in rows for cell in row.values()]
        assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))]
        assert "\x00" not in made
        assert rows[0]["title"].removeprefix("'") == text.replace("\x00", "\ufffd").replace("\x0b", "\ufffd")


def test_graphml_of_the_seed(staged: Path) -> None:
    graph = networkx.parse_graphml(read_export(staged, "citations.graphml"))
    assert graph.is_directed()
    assert graph.nodes[SEED]["held"] is True and graph.nodes[SEED]["address"] == f"zh/drafts/{SEED}/"
    assert graph.nodes["A.HRC.49.68"]["held"] is False
    assert graph.nodes["A.RES.60.251"]["title"] == "人权理事会"
    assert graph.out_degree(SEED) == 10
    (edge,) = networkx.MultiDiGraph(graph).get_edge_data(SEED, "A.HRC.RES.18.18").values()
    assert (edge["pinpoints"], edge["paragraph"]) == ("3;4", "op11")


def test_graphml_is_one_node_per_work(authorities: Authorities, words: Words) -> None:
    draft = a_record("draft", symbol="A/HRC/51/L.1", adopted_as="A/HRC/RES/51/1")
    other = a_record("other", citings=(a_citing("A/HRC/51/L.1"), a_citing("A/HRC/RES/51/1"), a_citing("A/HRC/51.L/1")))
    text = graphml.citations(corpus_of(authorities, draft, other), words)
    graph = networkx.parse_graphml(text, force_multigraph=True)
    assert graph.number_of_edges("other", "A.HRC.51.L.1") == 2  # under both its names
    assert graph.number_of_edges("other", "A.HRC.51.L.1_2") == 1  # another symbol with the same id
    root = etree.fromstring(text.encode())
    identities = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(set(identities)) == len(identities)
    assert all(re.fullmatch(r"[\w.:-]+", identity or "") for identity in identities)


@with_any_text
def test_graphml_holds_any_text(text: str) -> None:
    corpus = corpus_of(Authorities(), hostile_record(text))
    graph = networkx.parse_graphml(graphml.citations(corpus, Words(load("zh", Authorities()), Authorities())))
    assert graph.nodes["A.HRC.RES.51.9"].get("title", "") == legal(text)


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


def test_every_export_of_a_hostile_record_is_made(authorities: Authorities, words: Words) -> None:
    made: Iterable[Any] = data_files(corpus_of(authorities, hostile_record(HOSTILE)), words)
    for artifact in made:
        artifact.content.encode()
        assert re.fullmatch(r"(?:data|zh)/[a-z0-9./-]+", artifact.path)
        if artifact.path.endswith((".xml", ".atom", ".graphml")):
            etree.fromstring(artifact.content.encode())
