"""The codes of findings: each is in converter/codes.yml, and so in the documentation, with the weight that it has.

Error: the page would mislead. Warning: look here. Info: mended and sure, or nothing that the page says wrongly.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, replace

import pytest
from click.testing import CliRunner

from converter import codes
from converter.cli import cli
from converter.model import Diagnostic
from tests.temp_project import ROOT
from tools import codes_page

CONVERTER = ROOT / "converter"
FINDINGS = (ROOT / "docs" / "contribute" / "findings.md").read_text(encoding="utf-8")
_FAMILIES = re.compile(
    r"(?:read|text|languages|sidecar|accepted|formerly|citation|adoption|note|number)-[a-z]+(?:-[a-z]+)*"
)
# What has these beginnings and is no code of a finding.
_NO_CODES = {"note-sign"} | {
    f"text-{name}" for name in ("align", "decoration", "decoration-line", "indent", "shadow", "top")
}
_CODE = re.compile(r"[a-z]+(?:-[a-z]+)+")  # no code of one word needs a look: words, link, met…
# What says a finding, and how many of its first arguments may be its code.
_SAYING = {
    "Diagnostic": 5,
    "finding": 3,
    "_finding": 3,
    "find": 1,
    "_find": 1,
    "Finding": 2,
    "refused": 4,
    "_refuse": 3,
}
_HEAVIER = {"error": 2, "warning": 1, "info": 0}
# What was misprinted, misread or left open, and seen through: the page says nothing wrong.
MENDED = ("label-mended", "citation-misprint", "adoption-misprint", "date-misprint", "range-incomplete")


def given() -> set[str]:
    """Each code that stands as a constant in a call that says something, whatever the module's name of it."""
    return {code for path in sorted(CONVERTER.rglob("*.py")) for code in _given(ast.parse(path.read_text("utf-8")))}


def _given(tree: ast.Module) -> Iterator[str]:
    names = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and ast.unparse(call.func).rpartition(".")[2] in _SAYING:
            for argument in call.args[: _SAYING[ast.unparse(call.func).rpartition(".")[2]]]:
                code = names.get(argument.id) if isinstance(argument, ast.Name) else getattr(argument, "value", None)
                if isinstance(code, str) and _CODE.fullmatch(code):
                    yield code


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


def test_each_code_that_is_given_is_in_the_table() -> None:
    assert len(given()) > 50
    assert sorted(given() - in_docs().keys()) == []


def test_no_table_has_a_code_that_nothing_gives() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in CONVERTER.rglob("*.py"))
    assert [code for code in in_docs() if f'"{code}"' not in source] == []


@pytest.mark.parametrize("code", codes.weights())
def test_a_finding_weighs_what_the_table_says(code: str) -> None:
    first, *second = codes.weights()[code]
    one = Diagnostic("sources/w/en.txt", 3, 1, code, "a lamp is out")
    assert one.severity.value == first
    assert [replace(one, lighter=True).severity.value for _ in second] == second
    assert replace(one, accepted=True).severity.value == "accepted"


def test_a_finding_of_no_code_that_is_known_cannot_be_made() -> None:
    with pytest.raises(codes.UnknownCodeError, match="label-mended"):
        Diagnostic("sources/w/en.txt", 3, 1, "label-mendet", "a lamp is out")


def test_who_gives_the_second_weight_has_a_code_with_two() -> None:
    """And every code with two weights is given with the second one somewhere."""
    two = {code for code, weights in codes.weights().items() if len(weights) > 1}
    told: set[str] = set()
    for path in CONVERTER.rglob("*.py"):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                calls = [one for one in ast.walk(function) if isinstance(one, ast.Call)]
                lighter = [one for one in calls if "lighter" in {given.arg for given in one.keywords}]
                own = {str(each.value) for one in lighter for each in one.args if isinstance(each, ast.Constant)}
                assert not (own & in_docs().keys()) - two, (path.name, own)
                if lighter:
                    told |= {str(one.value) for one in ast.walk(function) if isinstance(one, ast.Constant)}
    assert two - told == set()


def test_a_second_weight_of_a_code_that_has_one_is_refused() -> None:
    with pytest.raises(codes.UnknownCodeError, match="one weight"):
        Diagnostic("sources/w/en.txt", 3, 1, "label-mended", "a lamp is out", lighter=True)


def test_a_weight_is_told_by_the_table_alone() -> None:
    """Nothing gives one to a finding; whoever reads findings compares with it."""
    assert not any(field.name == "severity" for field in fields(Diagnostic))
    assert all(1 <= len(weights) <= 2 and set(weights) <= _HEAVIER.keys() for weights in codes.weights().values())
    assert all(_HEAVIER[one[0]] > _HEAVIER[one[1]] for one in codes.weights().values() if len(one) > 1)


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
    assert in_docs()[code] == {"info"}
