"""What is wrong in YAML that people wrote is said in their words, where it is wrong, with what to do.

The parser and the validator speak of tokens, of mappings and of patterns: none of that may reach who writes a sidecar.
"""

from __future__ import annotations

import re

import pytest

from converter.removed import read_removed
from converter.sidecar import read_sidecar
from converter.yaml_safe import load_yaml

# Words of libyaml and jsonschema, and what only who reads patterns can read.
_MACHINE = re.compile(
    r"\btokens?\b|scalar|\bflow\b|\bnode\b|mapping|\bschema\b|\bvalid|\btype '|does not match|None|property|\^|\\S|\(\?"
)


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("source:\n\turl: x\n", 2, 1, "a tab stands here", "spaces"),
        ("a:\n  b: c\n\td: e\n", 3, 1, "a tab stands here", "spaces"),
        ("subject: Lamps: wicks\n", 1, 15, "a colon with a space behind it", "between quotes"),
        ('subject: "Lamps\ndate: x\n', 1, 10, "a quotation mark that is opened here is never closed", "close it"),
        ("subject: @home\n", 1, 10, "a value cannot begin with @", "between quotes"),
        ("subject: %x\n", 1, 10, "a value cannot begin with %", "between quotes"),
        ("subject: *\n", 1, 11, "cannot begin with * or &", "between quotes"),
        ("subjects: [a, b\ndate: x\n", 1, 11, "a list in brackets, opened here, is not closed", "]"),
        ("by: {symbol: a\n", 1, 5, "a pair in braces, opened here, is not closed", "}"),
        ("subjects: [\n", 2, 1, "a bracket or brace is opened above and not closed", "close it"),
        ("date: x\nlamps\n", 2, 1, "this line is no key with a colon", "key: value"),
        ("a:\n   b: c\n  d: e\n", 3, 3, "not in line with the keys above", "same column"),
        ("note: 'it's lit'\n", 1, 11, "a value ended before it", "twice ('')"),
        ("subjects:\n  - a\n  b: c\n", 3, 3, "this line is no item of the list above", "hyphen"),
        ("subjects: - a\n", 1, 11, "a list cannot begin behind a key", "line of its own"),
        ("  a: b\nc: d\n", 2, 1, "does not go on with what stands above", "below"),
        ('note: "a\\qb"\n', 1, 9, "a backslash", "single quotes"),
        ("note: |x\n b\n", 1, 8, "begins with | or >", "between quotes"),
    ],
)
def test_what_is_no_yaml(text: str, line: int, column: int, message: str, hint: str) -> None:
    value, _, (problem, *more) = load_yaml(text, "x.yml")
    assert (value, more) == (None, [])
    assert (problem.line, problem.column) == (line, column)
    assert problem.message.startswith("not YAML: ") and message in problem.message and hint in problem.hint
    assert not _MACHINE.search(problem.message), problem.message


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("simbol: A/LHC/1\n", 1, 1, "unknown key 'simbol'", "is symbol meant? the keys are: accepted"),
        ("Date: 2041-10-07\n", 1, 1, "unknown key 'Date'", "is date meant?"),
        ("lamp: x\n", 1, 1, "unknown key 'lamp'", "the keys are: accepted"),
        ("source:\n  ulr: https://x.example/\n", 2, 3, "unknown key 'ulr'", "is url meant?"),
        ("subject: {de: Lampen}\n", 1, 11, "unknown key 'de'", "the keys are: ar, en"),
        ("date: 7 October 2041\n", 1, 7, '"7 October 2041" is not the form that date has', "2022-10-07"),
        ("date: 2041-02-30\n", 1, 7, '"2041-02-30" is not a day of the calendar', "2022-10-07"),
        ("date: 2041\n", 1, 7, "date must be text, not 2041", "2022-10-07"),
        ("date:\n", 1, 6, "date has no value", "take the key away"),
        ("symbol: a/lhc/1\n", 1, 9, '"a/lhc/1" is not the form that symbol has', "capitals and without spaces"),
        ("symbol: A/LHC/L. 1\n", 1, 9, "is not the form that symbol has", "without spaces"),
        ("subjects: lamps\n", 1, 11, 'subjects must be a list, not "lamps"', "in a few words each"),
        ("subjects: []\n", 1, 11, "subjects is empty", "take the key away"),
        ("subjects: [a, a]\n", 1, 11, "subjects has the same item twice", ""),
        ("subjects: [a, 3]\n", 1, 15, "item 2 of subjects must be text, not 3", "between quotes"),
        ("subject: [a]\n", 1, 10, "subject must be text or key: value pairs", "a line"),
        (f"subject: {'x' * 1001}\n", 1, 10, "subject has 1001 characters, of 1000 at most", "a line"),
        ("met: [{paragraph: op1, by: {symbol: A/LHC/1}}]\n", 1, 7, "missing: source", "mandate"),
        ("source: {format: PDF}\n", 1, 18, "not one of the values that format can have", "is pdf meant? it can be pdf"),
        ("source: {url: 'http://x.example/'}\n", 1, 15, "is not the form that url has", "https://"),
        ("symbol:A/LHC/1\n", 1, 1, "the file must be key: value pairs", "a space behind the colon"),
        ("symbol：A/LHC/1\n", 1, 1, "the file must be key: value pairs", "a space behind the colon"),
        ("formerly: [/en/drafts/x]\n", 1, 12, "is not the form that item 1 of formerly has", "drafts/hrc-51-lamps"),
    ],
)  # fmt: skip
def test_what_a_sidecar_cannot_have(text: str, line: int, column: int, message: str, hint: str) -> None:
    (found,) = read_sidecar(text, "sources/x/work.yml", "x").diagnostics
    assert (found.line, found.column) == (line, column)
    assert message in found.message and hint in found.hint and found.hint
    assert not _MACHINE.search(found.message), found.message


@pytest.mark.parametrize("place", ["subject: {}\n", "subject: {{en: {}}}\n", "{}: x\n", "note: {}\n"])
@pytest.mark.parametrize("sign", ["\\e", "\\0", "\\x9b", "\\u2028", "\u202e", "\\u2066", "\\uFFFF", "\\x7f"])
def test_a_sign_that_nobody_sees_is_refused_where_it_stands(place: str, sign: str) -> None:
    """An escape of YAML can write what a terminal obeys, what ends a line of a script, or what turns words round."""
    text = place.format(f'"lamps{sign}wicks"')
    (found,) = read_sidecar(text, "sources/x/work.yml", "x").diagnostics
    assert (found.code, found.line, found.column) == ("sidecar-yaml", 1, text.index('"') + 1)
    assert "that nobody sees (U+" in found.message


def test_the_marks_that_arabic_needs_and_lines_of_a_block_are_words() -> None:
    assert load_yaml('a: "\u200f\u061c\u200e"\nb: |\n  x\n  y\tz\n', "x.yml")[2] == ()


def test_what_the_list_of_removed_works_cannot_have() -> None:
    (found,) = read_removed("- work: lamps\n  languages: [de]\n", "sources/removed.yml")[1]
    assert (found.line, found.column) == (2, 15)
    assert found.message == '"de" is not one of the values that item 1 of languages can have'
    assert found.hint == "it can be ar, en, es, fr, ru, zh"


def test_a_list_of_removed_works_that_is_no_utf_8_is_not_read() -> None:
    entries, (found,) = read_removed("- work: lamps\n  languages: [en]\n  reason: \ufffd\n", "sources/removed.yml")
    assert entries == () and (found.line, found.column) == (3, 11) and "UTF-8" in found.hint
