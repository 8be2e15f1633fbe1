"""What the tests of the exports share: records and texts of our own, what is staged of them, readers of files."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from converter.authorities import Authorities
from converter.collect import build_corpus
from converter.corpus import Corpus
from converter.model import (
    Citation,
    Citing,
    Due,
    Expression,
    Footnote,
    Mandate,
    Masthead,
    Met,
    Paragraph,
    Record,
    Resolution,
    Text,
)
from converter.pipeline import stage
from converter.project import Project
from tests.temp_project import ROOT

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


def stage_seed(root: Path) -> Path:
    """Stage a project of the seed and a hostile text; returns its folder `build`."""
    shutil.copytree(ROOT / "authorities", root / "authorities")
    shutil.copytree(ROOT / "sources" / SEED, root / "sources" / SEED)
    hostile = root / "sources" / "hostile"
    hostile.mkdir()
    (hostile / "zh.txt").write_text(ADOPTED, encoding="utf-8")
    (root / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    stage(Project(root))
    return root / "build"


def a_record(work: str, title: str = "题目", **more: Any) -> Record:
    facts: dict[str, Any] = {
        "work": work, "lang": "zh", "path": f"sources/{work}/zh.txt", "symbol": None, "adopted_as": None,
        "kind": "resolution", "status": "adopted", "body": "HRC", "session": "51", "session_from": "2022-09-12",
        "session_to": "2022-10-07", "agenda_items": (), "number": "51/9", "title": title, "date": "2022-10-07",
        "subjects": (title,), "sponsors": (), "citings": (), "named": (), "mandates": (), "paragraphs": ("op1",),
    }  # fmt: skip
    return Record(**{**facts, **more})


def a_citing(target: str | None, text: str = "", **more: Any) -> Citing:
    facts: dict[str, Any] = {
        "target": target, "kind": "resolution", "body": "GA", "number": "60/251", "date": None, "title": text or None,
        "author": text or None, "see_also": False, "pinpoints": ("3", "4(a)"), "anchor": "op1", "excerpt": text,
        "verb": text or None,
    }  # fmt: skip
    return Citing(**{**facts, **more})


def hostile_record(text: str) -> Record:
    """A record with the text wherever a text may say anything."""
    due = Due(text, "by", from_date="2023-02-28", to_date="2023-02-28")
    return a_record(
        "hostile",
        text,
        symbol="A/HRC/RES/51/9",
        number=text,
        citings=(a_citing("A/RES/60/251", text), a_citing(None, text, kind="decision", number=text or "1")),
        mandates=(Mandate("op1", text, None, text, text, due), Mandate("op1", text, "HRC", text, None, None)),
        met=(Met("op1", text, 1, "A/HRC/53/1", (("zh", text),)),),
    )


def corpus_of(authorities: Authorities, *records: Record, site_url: str = SITE) -> Corpus:
    corpus = build_corpus(records, authorities)
    corpus.site_url = site_url
    return corpus


def legal(text: str) -> str:
    return re.sub("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", re.sub("\r\n?", "\n", text))


def a_text(text: str) -> Text:
    return Text(text, ())


def a_paragraph(identity: str, kind: str, text: str = "甲", parent: str | None = None, label: str = "") -> Paragraph:
    number = label.strip("().") or None
    return Paragraph(identity, kind, number, parent, a_text(label) if label else None, a_text(text))


def an_expression(
    *paragraphs: Paragraph, notes: tuple[Footnote, ...] = (), enacting: str | None = "人权理事会，", **marks: Any
) -> Expression:
    masthead = Masthead((), "HRC", "51", None, None, (), None, "resolution", "draft", None, None, None, (), None)
    masthead = replace(masthead, **marks.pop("masthead", {}))
    stars = marks.pop("stars", ())
    resolution = Resolution(
        "x.txt", "zh", masthead, a_text(enacting) if enacting else None, paragraphs, notes, stars, ()
    )
    every: dict[str, Any] = {"verbs": (), "entities": (), "citations": (), "mandates": (), "diagnostics": (), **marks}
    return Expression("work", resolution, **every)


def a_note(marker: str, paragraph: str | None, offset: int | None, text: str = "注") -> Footnote:
    return Footnote(marker, marker, paragraph, offset, a_text(text), 0, 0)


def a_citation(place: str, start: int, end: int, **more: Any) -> Citation:
    facts: dict[str, Any] = {
        "title": None, "author": None, "see_also": False,
        "text": "", "target": "A/RES/60/251", "kind": "resolution", "body": "GA", "number": "60/251",
        "date": "2006-03-15", "main_end": end,
    }  # fmt: skip
    return Citation(place=place, start=start, end=end, **{**facts, **more})


def validator_of(name: str) -> Draft202012Validator:
    schema = json.loads((ROOT / "converter" / "schemas" / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def rows_of(text: str) -> list[dict[str, Any]]:
    assert text == "" or text.endswith("\n")
    return [json.loads(line) for line in text.split("\n")[:-1]]


def read_export(staged: Path, name: str) -> str:
    return (staged / "files" / "data" / "zh" / name).read_bytes().decode()
