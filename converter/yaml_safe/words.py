"""Why a text is no YAML, in the words of a person: the parser speaks of tokens, scalars and nodes."""

from __future__ import annotations

from typing import NamedTuple

import yaml

_TAB = "a tab stands here, and YAML indents with spaces only"
_BLANKS = "put spaces in its place, as many as the lines beside it have"
_QUOTES = "put the value between quotes"
_FROM_WHERE_IT_BEGINS = ("opened here, is not closed", "a space behind it")  # there the parser began, and stops below
_INDENTED = "let the line begin exactly below those that it belongs to"
# What the parser says → what is wrong, and what to do. The first that it says is taken.
_SAID = (
    ("mapping values are not allowed", "a colon with a space behind it stands where no key can",
     "put a value that has a colon in it between quotes; a line that begins a new key must not be indented"),
    ("found a tab character", _TAB, _BLANKS),
    ("could not find expected ':'", "this line is no key with a colon and a space behind it",
     "write key: value, with a space behind the colon"),
    ("did not find expected key",
     "this is no key: either it is not in line with the keys above, or a value ended before it",
     "let all keys of one block begin in the same column; put a quote inside a value twice ('')"),
    ("did not find expected '-' indicator", "this line is no item of the list above",
     "begin it with a hyphen and a space"),
    ("did not find expected ',' or ']'", "a list in brackets, opened here, is not closed", "close it with ]"),
    ("did not find expected ',' or '}'", "a pair in braces, opened here, is not closed", "close it with }"),
    ("block sequence entries are not allowed", "a list cannot begin behind a key on its line",
     "begin each item on a line of its own: a hyphen, a space, the item"),
    ("flow node",
     "a bracket or brace is opened above and not closed, or a sign of YAML's own stands where a value should",
     "close it, or put the value between quotes"),
    ("did not find expected node content", "a sign that is YAML's own stands where a value should", _QUOTES),
    ("did not find expected <document start>", "this line does not go on with what stands above it", _INDENTED),
    ("unknown escape character", "a backslash between double quotes, with a letter that means nothing behind it",
     "write \\\\ for a backslash, or put the value between single quotes"),
    ("hexdecimal", "a backslash with x or u between double quotes wants digits behind it",
     "write \\\\ for a backslash, or put the value between single quotes"),
    ("invalid Unicode character", "the number behind this backslash is that of no character",
     "write the character itself"),
    ("expected alphabetic or numeric character", "a value cannot begin with * or &", _QUOTES),
    ("expected comment or line break", "a value that begins with | or > stands on the lines below it",
     f"{_QUOTES}, or begin it on the next line"),
)  # fmt: skip


class Fault(NamedTuple):
    """Where a text stops being YAML (line and column from 1, 0 where the parser does not say), why, and what to do."""

    line: int
    column: int
    message: str
    hint: str


def fault(text: str, error: yaml.MarkedYAMLError) -> Fault:
    """The parser's error about `text` in words; what is opened and never closed is found where it is opened."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Fault(0, 0, "not YAML", _INDENTED)
    said = error.problem or ""
    parser = " ".join(part for part in (error.context, said) if part)
    if "end of stream" in said and "quoted" in (error.context or ""):
        mark = error.context_mark or mark
        return _at(mark, "a quotation mark that is opened here is never closed", "close it, or take it away")
    if "cannot start any token" in said:
        sign = text[mark.index : mark.index + 1]
        return _at(mark, _TAB, _BLANKS) if sign == "\t" else _at(mark, f"a value cannot begin with {sign}", _QUOTES)
    for wanted, message, hint in _SAID:
        if wanted in parser:
            begins = error.context_mark if message.endswith(_FROM_WHERE_IT_BEGINS) else None
            return _at(begins or mark, message, hint)
    return _at(mark, parser, "check indentation, quotes and colons here")


def _at(mark: yaml.Mark, message: str, hint: str) -> Fault:
    return Fault(mark.line + 1, mark.column + 1, f"not YAML: {message}", hint)
