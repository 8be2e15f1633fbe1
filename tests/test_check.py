"""The check can fail: a page that lost, gained or moved a word, a link that leads nowhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from converter.authorities import Authorities
from converter.check import _Checker
from converter.clean import clean
from converter.languages import load
from converter.lint import Reading, lint, pages
from converter.model import Expression
from converter.parse import parse
from converter.project import Project
from converter.read import read_text
from converter.write import front, markdown
from tests.reading import converted
from tests.temp_project import ROOT, fixture

PAGE = "zh/drafts/x.md"


@pytest.fixture(scope="module")
def render() -> Callable[[str], str]:
    _Checker.start(Project(ROOT))
    return _Checker.render


@pytest.fixture
def expression() -> Expression:
    return converted("zh", fixture("indent"))


def found(expression: Expression, text: str, render: Callable[[str], str]) -> list[str]:
    findings = pages.check_words(expression.resolution, text, render, pages.second_reader())
    return [finding.message.split()[0] for finding in findings if finding.code == "words"]


def test_a_page_is_what_its_source_says(expression: Expression, render: Callable[[str], str]) -> None:
    assert found(expression, markdown.body(expression, PAGE), render) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("灯塔照明与沿海", "灯塔照明沿海"),
        ("回顾", "回回顾"),
        ("熄灭了10天", "熄灭了01天"),
        ("[1.](#op1) ", ""),
        ("[^3]", ""),
        ("来信，载于", "来信载于"),
        ("非人权理事会成员国。", ""),
        ("[^1]: ", "[^1]: 见"),
        ("阿根廷", "*阿*廷"),
        ("遵循", "<b>遵循</b>外"),
        ("灯塔看守人的", "灯塔[看守人][x]的"),
    ],
)
def test_a_changed_page_is_found_by_both_readers(
    old: str, new: str, expression: Expression, render: Callable[[str], str]
) -> None:
    page = markdown.body(expression, PAGE)
    assert old in page
    readers = found(expression, page.replace(old, new, 1), render)
    assert {"MkDocs", "markdown-it-py"} <= set(readers)


def test_paragraphs_in_another_order_are_found(expression: Expression, render: Callable[[str], str]) -> None:
    blocks = markdown.body(expression, PAGE).split("\n\n")
    index = next(number for number, block in enumerate(blocks) if "#op1 " in block)
    blocks[index], blocks[index + 1] = blocks[index + 1], blocks[index]
    assert set(found(expression, "\n\n".join(blocks), render)) == {"MkDocs", "markdown-it-py"}


def test_a_lost_or_doubled_character_is_found(authorities: Authorities) -> None:
    language = load("zh", authorities)
    source, _ = read_text(fixture("indent").encode(), "x", "zh")
    cleaned = clean(source, language)
    resolution = parse(cleaned, language)
    first = resolution.paragraphs[0]

    def codes(*paragraphs: object) -> list[str]:
        changed = replace(resolution, paragraphs=(*paragraphs, *resolution.paragraphs[1:]))  # type: ignore[arg-type]
        return [
            one.message for one in lint(Reading(cleaned, changed, (), (), language, authorities)) if one.code == "words"
        ]

    assert codes(first) == []
    assert codes(replace(first, text=first.text.slice(0, len(first.text.text) - 1))) == ["lost: ，"]
    assert codes() == [f"lost: {'遵循《联合国宪章》的宗旨和原则，'}"]
    assert codes(first, replace(first, id="pp1-2"))[0].startswith("printed twice: 遵循")
    without = replace(resolution, furniture=resolution.furniture[1:])
    lost = [one for one in lint(Reading(cleaned, without, (), (), language, authorities)) if one.code == "words"]
    assert [(one.line, one.column) for one in lost] == [(18, 1)]
    without = replace(resolution, furniture=resolution.furniture[:-1])
    lost = [one for one in lint(Reading(cleaned, without, (), (), language, authorities)) if one.code == "words"]
    assert [one.message for one in lost] == ["lost: 3/3"]


def test_links() -> None:
    anchors = {"zh/a.md": {"op1"}, "zh/b.md": set()}
    text = "[一](b.md) [二](#op1) [三](#op2) [四](b.md#op1) [五](c.md) [六](https://docs.un.org/x) [七](javascript:x)\n"
    findings = list(pages.check_links("zh/a.md", text, anchors, pages.second_reader()))
    assert [finding.message for finding in findings] == [
        "the link #op2 leads to no paragraph of zh/a.md",
        "the link b.md#op1 leads to no paragraph of zh/b.md",
        "the link c.md leads to no page",
    ]


def test_http_and_other_hosts_are_no_links_of_ours() -> None:
    text = "[一](http://example.org/) [二](//example.org/x) [三](../../../etc/passwd)\n"
    findings = list(pages.check_links("zh/a.md", text, {"zh/a.md": set()}, pages.second_reader()))
    assert len(findings) == 3


def test_links_of_a_value_are_followed_and_nothing_else_is_taken_for_one() -> None:
    leads = [{"text": "二", "to": to} for to in ("zh/b/#op1", "zh/b/#op2", "zh/c/")]
    told = {"tables": [{"rows": [leads]}], "window": {"from": "2026", "to": "2027"}, "to": "x", "redirect": "zh/d/"}
    told |= {"beside": [{"page": "zh/b/?with=en#op1"}, {"page": "zh/b/", "anchor": "op3", "excerpt": "灯塔"}]}
    links = list(pages.links_of_value(front.page(told, "")))
    found = pages.check_addresses("zh/a.md", links, {"zh/b/": {"op1"}})
    assert {one.message for one in found} == {
        "the link zh/b/#op2 leads to no paragraph", "the link zh/c/ leads to no page",
        "the link zh/b/#op3 leads to no paragraph", "the link zh/d/ leads to no page",
    }  # fmt: skip
    assert list(pages.links_of_value('# A page that people wrote: "to": "zh/x/"\n')) == []
