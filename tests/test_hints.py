"""No hint asks for an edit of the official text: what is to be changed is always a file of ours, and named."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "converter"
# These rooms say nothing about official texts: they print pages, or read files that are ours.
ELSEWHERE = (
    *(
        "write/",
        "site/",
        "demo/",
        "cite/",
        "languages/",
        "view/",
        "authorities/",
        "yaml_safe/",
        "sidecar.py",
        "cli/",
    ),
    *("upkeep/edits.py", "upkeep/moves.py", "removed.py", "deleted.py", "failures.py"),
)
EDIT = re.compile(
    r"\b(?:add|change|correct|delete|edit|fix|insert|mend|move|put|remove|replace|rewrite|swap|write|take out"
    r"|take \S+(?: \S+){0,3} out)\b(?!-)",
    re.IGNORECASE,
)
# What may be edited, or put in another's place as a whole.
OURS = re.compile(
    r"work\.yml|authorities/|converter/languages/|official file|(?:file|folder) itself|adopted_as|the key out"
    r"|entry|entries|`\w+: |data file|folder of its own|what it leads to|--lang"
)


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """Every string that a module has, but its docstrings; … stands for what is filled in."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield node.lineno, "".join(str(one.value) if isinstance(one, ast.Constant) else "…" for one in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and not {id(node)} & (inside | said):
            yield node.lineno, node.value


def asks_for_an_edit(text: str) -> bool:
    """Whether words ask for an edit of something that is not named as ours; each clause by itself."""
    clauses = re.split(r"[;.](?=\s)|, or ", text)
    return any(EDIT.search(clause) and not OURS.search(clause) for clause in clauses)


def modules() -> list[Path]:
    paths = sorted(ROOT.rglob("*.py"))
    return [path for path in paths if not path.relative_to(ROOT).as_posix().startswith(ELSEWHERE)]


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_hint_asks_for_an_edit_of_the_official_text(path: Path) -> None:
    prose = ((line, text) for line, text in literals(path) if " " in text and "(?" not in text)  # a pattern is no prose
    found = [(line, text) for line, text in prose if asks_for_an_edit(text)]
    assert found == []


@pytest.mark.parametrize(
    "hint",
    [
        "correct the text, or add the spelling with its source",
        "compare with the official text and correct whichever is misprinted",
        "the mark was lost in extraction: put the number back where the official text has it",
        "the note was lost in extraction: add its line at the foot of the page",
        "take these lines out of the source if they are not wanted on the page",
        "take the character out of the file",
        "if a paragraph begins here, put a blank line above each paragraph",
        "compare with the official text and correct the misprint",
    ],
)
def test_the_rule_knows_such_a_hint(hint: str) -> None:
    assert asks_for_an_edit(hint)
