"""The pull request's summary: what two builds differ in, said in Markdown."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from tools import compare_builds, inspect_all
from tools.compare_builds import code, compare, markdown


def one(**other: Any) -> dict[str, Any]:
    return {
        "lang": "zh",
        "symbol": None,
        "number": "7/…",
        "title": "河流的名称",
        "date": None,
        "sponsors": [{"name": "甲国", "code": "AA", "member": True}],
        "paragraphs": [
            {"id": "pp1", "kind": "preambular", "text": "回顾理事会第5/1号决议，"},
            {"id": "op1", "kind": "operative", "text": "请各国命名河流。"},
        ],
        "citations": [
            {
                "paragraph": "pp1",
                "start": 2,
                "end": 11,
                "text": "理事会第5/1号决议",
                "target": "A/HRC/RES/5/1",
            },
        ],
        "diagnostics": [],
    } | other


def test_equal_sides_say_that_nothing_changed() -> None:
    text = markdown(compare({"a.zh": one()}, {"a.zh": one()}))
    assert "Nothing that `converter inspect` shows." in text
    assert "###" not in text


def test_added_and_removed_works_carry_their_number_and_title() -> None:
    found = compare({"old.zh": one()}, {"new.zh": one(symbol="A/HRC/RES/99/1")})
    assert found.added == (("new.zh", "A/HRC/RES/99/1 河流的名称"),)
    assert found.removed == (("old.zh", "7/… 河流的名称"),)
    assert found.changed == ()
    assert [line[0] for line in found.citations_gained] == ["new.zh"]
    assert [line[0] for line in found.citations_lost] == ["old.zh"]


def test_a_changed_work_names_its_facts_and_paragraphs() -> None:
    after = one(symbol="A/HRC/RES/99/1", sponsors=[])
    after["paragraphs"][1] = {"id": "op1", "kind": "operative", "text": "请各国不命名河流。"}
    after["paragraphs"].append({"id": "op2", "kind": "operative", "text": "决定继续处理此案。"})
    (line,) = compare({"a.zh": one()}, {"a.zh": after}).changed
    assert line == (
        "a.zh",
        "paragraphs added: op2",
        "paragraphs changed: op1",
        "sponsors: 1 → 0",
        "symbol: — → A/HRC/RES/99/1",
    )


def test_a_citation_that_only_moved_is_neither_gained_nor_lost() -> None:
    after = one()
    after["citations"][0] |= {"start": 40, "end": 49}
    found = compare({"a.zh": one()}, {"a.zh": after})
    assert found.citations_gained == found.citations_lost == ()
    assert len(found.changed) == 1


def test_a_citation_that_resolves_elsewhere_is_lost_and_gained() -> None:
    after = one()
    after["citations"][0] |= {"target": "A/RES/5/1", "pinpoint": ["3", "4"]}
    found = compare({"a.zh": one()}, {"a.zh": after})
    assert found.citations_gained == (("a.zh", "pp1", "A/RES/5/1 § 3, 4", "理事会第5/1号决议"),)
    assert found.citations_lost == (("a.zh", "pp1", "A/HRC/RES/5/1", "理事会第5/1号决议"),)
    assert found.changed == (("a.zh",),)  # said once, in the sections of its own


def test_the_same_citation_twice_in_a_paragraph_counts_twice() -> None:
    after = one()
    after["citations"].append(copy.deepcopy(after["citations"][0]))
    assert len(compare({"a.zh": one()}, {"a.zh": after}).citations_gained) == 1


def test_a_citation_in_a_footnote_says_so() -> None:
    cited = {"footnote": "1", "text": "A/HRC/98/7", "target": "A/HRC/98/7"}
    found = compare({"a.zh": one()}, {"a.zh": one(citations=[cited])})
    assert found.citations_gained == (("a.zh", "footnote 1", "A/HRC/98/7", "A/HRC/98/7"),)


def test_a_diagnostic_is_new_only_when_its_words_are() -> None:
    finding = {
        "path": "x",
        "line": 3,
        "column": 1,
        "code": "plain-paragraph",
        "severity": "warning",
        "message": "不明",
    }
    before, after = one(diagnostics=[finding]), one(diagnostics=[finding | {"line": 9}])
    assert compare({"a.zh": before}, {"a.zh": after}).diagnostics_new == ()
    found = compare({"a.zh": one()}, {"a.zh": after})
    assert found.diagnostics_new == (("a.zh", "warning", "plain-paragraph", "不明"),)
    assert compare({"a.zh": after}, {"a.zh": one()}).diagnostics_gone == found.diagnostics_new


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "`code` and ``more``",
        "[x](javascript:alert(1)) ![y](z)",
        "line\n# heading\n- item",
        "a | b | c",
        "`",
        "\u202etxet",
        "@everyone #1",
    ],
)
def test_what_a_text_says_is_never_interpreted(hostile: str) -> None:
    text = markdown(compare({}, {"a.zh": one(title=hostile, citations=[], number=None)}))
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "code_inline"}
    assert not any(token.type.startswith("html") for token in tokens)
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h2", "h3"]
    shown = [child.content for token in tokens for child in token.children or () if child.type == "code_inline"]
    assert len(shown) == 2
    letters = [char for char in hostile if char.isalnum()]
    assert [char for char in shown[1] if char.isalnum()] == letters


def test_long_lists_and_long_words_are_cut_and_say_so() -> None:
    head = {f"w{number:03}.zh": one(citations=[]) for number in range(60)}
    text = markdown(compare({}, head), limit=10)
    assert text.count("\n- `w") == 10
    assert "- … and 50 more" in text
    assert "| Works added | 60 |" in text
    assert len(code("长" * 1000)) <= 162


def test_the_program_reads_two_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before, after = tmp_path / "before", tmp_path / "after with space"
    before.mkdir()
    after.mkdir()
    (after / "a.zh.json").write_text(json.dumps(one()), encoding="utf-8")
    (after / "broken.zh.json").write_text("{", encoding="utf-8")
    (after / "list.zh.json").write_text("[]", encoding="utf-8")
    (after / "binary.zh.json").write_bytes(b"\xff\xfe\x00")
    assert compare_builds.main([str(before), str(after)]) == 0
    text = capsys.readouterr().out
    assert "- `a.zh` · `7/… 河流的名称`" in text
    for name in ("binary", "broken", "list"):
        assert f"- `{name}.zh.json (after)`" in text


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare_builds.main([str(tmp_path), str(tmp_path / "none")]) == 2
    assert "is not a folder" in capsys.readouterr().err


def test_records_of_a_wrong_shape_do_not_raise() -> None:
    odd = {"citations": "no", "diagnostics": [1, None], "paragraphs": {"id": "pp1"}}
    assert compare({"a.zh": odd}, {"a.zh": one()}).changed
    assert compare({"a.zh": one()}, {"a.zh": odd}).changed


def test_every_source_has_an_output_of_its_own(tmp_path: Path) -> None:
    for name in ("w1/zh.txt", "w1/en.pdf", "w1/zh.docx", "w1/work.yml", "w2/zh.txt", "w2/.hidden", "readme"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")
    found = {name: path.relative_to(tmp_path).as_posix() for name, path in inspect_all.sources(tmp_path)}
    assert found == {
        "w1.en.json": "w1/en.pdf",
        "w1.zh.json": "w1/zh.docx",
        "w1.zh.txt.json": "w1/zh.txt",
        "w2.zh.json": "w2/zh.txt",
    }
