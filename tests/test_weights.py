"""The codes of findings: each is in converter/codes.yml, and so in the documentation, with the weight that it has.

Error: the page would mislead. Warning: look here. Info: mended and sure, or nothing that the page says wrongly.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest
from click.testing import CliRunner

from converter import codes
from converter.cli import cli
from tests.temp_project import ROOT
from tools import codes_page

CONVERTER = ROOT / "converter"
FINDINGS = (ROOT / "docs" / "contribute" / "findings.md").read_text(encoding="utf-8")
_FAMILIES = re.compile(
    r"(?:read|text|languages|sidecar|accepted|formerly|citation|adoption|note|number)-[a-z]+(?:-[a-z]+)*"
)
# What has these beginnings and is no code of a finding.
_NO_CODES = {"note-sign", "text-align", "text-decoration", "text-decoration-line", "text-indent"}
# Where a code is no constant beside its weight: the codes that such a place gives, each with its weight.
ELSEWHERE = {
    "formerly-live": "error", "formerly-twice": "error", "symbol-differs": "error", "symbol-number": "warning",
    "adopted-differs": "error", "citation-unread": "warning", "internal-unresolved": "warning",
    "ibid-unresolved": "warning", "citations-too-many": "warning", "range-incomplete": "info", "no-symbol": "warning",
    "citation-organ-doubtful": "warning",
    "no-date": "warning", "no-organ": "warning", "no-enacting-phrase": "error info",
    "no-operative-paragraph": "error info", "sidecar-file": "error", "read-recognised": "error warning",
    "number-skips": "error warning", "number-repeats": "error warning", "read-tracked-changes": "error info",
    "mark-without-note": "error warning", "read-hidden": "info", "read-turned": "warning info",
}  # fmt: skip
# What was misprinted, misread or left open, and seen through: the page says nothing wrong.
MENDED = ("label-mended", "citation-misprint", "adoption-misprint", "date-misprint", "range-incomplete")


@cache
def in_code() -> dict[str, set[str]]:
    """Each code that stands beside a weight in the code, with its weights."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for path in sorted(CONVERTER.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for code, weight in beside(tree):
            known = names.get(code.id) if isinstance(code, ast.Name) else getattr(code, "value", None)
            if isinstance(known, str) and known:
                found[known].add(weight)
    for code, weights in ELSEWHERE.items():
        found[code] |= set(weights.split())
    return found


def beside(tree: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """What stands right before a weight among the arguments of a call, and the weight."""
    for call in ast.walk(tree):
        arguments = call.args if isinstance(call, ast.Call) else call.elts if isinstance(call, ast.Tuple) else []
        for code, weight in pairwise(arguments):
            if isinstance(weight, ast.Attribute) and ast.unparse(weight.value) == "Severity":
                yield code, weight.attr.lower()


def in_docs() -> dict[str, set[str]]:
    """Each code of the table with its weights."""
    return {code: set(weights) for code, weights in codes.weights().items()}


def test_the_page_is_made_from_the_table() -> None:
    assert codes_page.written(FINDINGS) == FINDINGS


def test_no_code_stands_twice() -> None:
    every = [code for group in codes.groups() for kind in group.kinds for code in kind.codes]
    assert sorted(every) == sorted(set(every))


@pytest.mark.parametrize("code", codes.weights())
def test_a_code_is_explained(code: str) -> None:
    said = codes.explain(f"[{code}]")
    assert said.startswith(f"{code} (")
    assert all(weight in said for weight in codes.weights()[code])
    assert "](" not in said


def test_a_code_that_is_none_is_answered_by_those_spelled_nearly_so() -> None:
    with pytest.raises(codes.UnknownCodeError, match="note-without-mark"):
        codes.explain("note-without-marks")
    done = CliRunner().invoke(cli, ["check", "--explain", "nothing-such"])
    assert (done.exit_code, "no finding has the code" in done.output) == (2, True)


def test_check_explains_a_code() -> None:
    done = CliRunner().invoke(cli, ["check", "--explain", "note-without-mark"])
    assert done.exit_code == 0
    assert "a note that no mark in the text leads to" in done.output


def test_the_tables_say_what_the_code_does() -> None:
    assert {code: sorted(weights) for code, weights in in_code().items() if code in in_docs()} == {
        code: sorted(weights) for code, weights in in_docs().items() if code in in_code()
    }
    assert sorted(in_code().keys() - in_docs().keys()) == []


def test_no_table_has_a_code_that_nothing_gives() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in CONVERTER.rglob("*.py"))
    assert [code for code in in_docs() if f'"{code}"' not in source and code not in ELSEWHERE] == []


def test_what_has_the_shape_of_a_code_is_in_a_table() -> None:
    words = {
        node.value
        for path in CONVERTER.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert {word for word in words if _FAMILIES.fullmatch(word)} - in_docs().keys() - _NO_CODES == set()


@pytest.mark.parametrize("code", MENDED)
def test_what_is_mended_and_sure_is_an_info(code: str) -> None:
    assert in_docs()[code] == in_code()[code] == {"info"}
