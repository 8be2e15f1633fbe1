"""The gold that was written blind: drawn by its rule, true to its texts; of reserved ones only in the folders `drawn…`.

Nothing here runs the converter: what it makes of these texts is told by the one who measures.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.measure.__main__ import CORPUS, DRAWS, GOLD
from tests.measure.reserved import is_reserved

BLIND = GOLD / "blind"
FILES = sorted(BLIND.glob("S_RES_*.yml"))
GROUPS = yaml.load((BLIND / "groups.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
with_corpus = pytest.mark.shared("corpus/unsc-en")
DRAWN = [sorted((GOLD / folder).glob("S_RES_*.yml")) for folder in DRAWS]
each_file = pytest.mark.parametrize("path", [*FILES, *chain(*DRAWN)], ids=lambda path: path.stem)


def test_each_file_is_in_one_group() -> None:
    assert sorted([*GROUPS["a"], *GROUPS["b"]]) == [path.stem for path in FILES]


def test_no_text_is_reserved_or_in_the_older_gold() -> None:
    assert [path.name for path in FILES if is_reserved(path.name) or (GOLD / path.name).exists()] == []


@with_corpus
def test_the_forty_are_those_of_the_rule() -> None:
    """In the order of the SHA-256 of their names, but for the odd ones, the reserved and those with older gold."""
    names = (path.name for path in CORPUS.glob("S_RES_*.txt") if not is_reserved(path.name))
    free = [name for name in names if not (GOLD / name).with_suffix(".yml").exists() and name[:-4] not in GROUPS["a"]]
    drawn = sorted(free, key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    assert GROUPS["b"] == [name[:-4] for name in drawn[:40]]


@with_corpus
@pytest.mark.parametrize("place", range(len(DRAWS)), ids=DRAWS)
def test_the_thirty_are_those_of_the_rule(place: int) -> None:
    """Of the reserved texts, in the order of the SHA-256 of their names behind a word that makes it another order."""
    names = [path.name for path in CORPUS.glob("S_RES_*.txt") if is_reserved(path.name)]
    drawn = sorted(names, key=lambda name: hashlib.sha256(f"drawn:{name}".encode()).hexdigest())
    drawn = drawn[30 * place : 30 * (place + 1)]
    assert sorted(name[:-4] for name in drawn) == [path.stem for path in DRAWN[place]]


def lines_as_meant(path: Path, slips: list[dict[str, Any]]) -> list[str]:
    """The lines of a text, from 1 on, with what is misprinted written as it is meant."""
    text = (CORPUS / path.with_suffix(".txt").name).read_bytes().decode()
    lines = ["", *text.replace("\f", "").split("\n")]
    for slip in slips:
        assert slip["printed"] in lines[slip["line"]]
        lines[slip["line"]] = lines[slip["line"]].replace(slip["printed"], slip["means"])
    return lines


def spread_out(text: str) -> str:
    """A text with each member of its ranges: `Add.1-3`, `paragraphs 5 to 9`."""
    wanted = re.compile(r"(?<=Add\.)(\d+)-(\d+)|(?<=paragraphs )(\d+)(?:-| to ?)(\d+)")  # lines stand side by side

    def members(found: re.Match[str]) -> str:
        first, last = (int(figure) for figure in found.groups() if figure)
        return ", ".join(map(str, range(first, last + 1)))

    return wanted.sub(members, text)


def opening(kind: str) -> str:
    """What the first line of a paragraph of this kind begins with, as a pattern."""
    number = re.escape(kind.rpartition("-")[2] if kind.startswith("sub") else kind.partition(":")[2])
    if kind.startswith("sub"):
        return rf"\({number}\) |{number}\. "
    return rf"{number}\. " if number else r"(?!\(?\w\w?[.)] )."


@with_corpus
@each_file
def test_each_line_begins_what_the_file_says(path: Path) -> None:
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    lines = lines_as_meant(path, data["slips"])
    assert [
        (line, kind)
        for line, kind in data["paragraphs"]
        if kind not in ("p", "annex:p") and not re.match(opening(kind), lines[line])
    ] == []
    shared = [after["marker"] for one, after in pairwise(data["notes"]) if one["line"] == after["line"]]
    rows = [note for note in data["notes"] if note["marker"] not in shared]  # two notes may stand on one line
    assert [note for note in rows if not re.match(rf"{note['marker']}\b", lines[note["line"]])] == []
    marks = [(note["marker"], mark) for note in data["notes"] for mark in note["mark"]]
    misread = {(slip["means"], slip["line"]) for slip in data["slips"]}  # behind a year it is none of its own: 19933
    assert [
        (marker, mark)
        for marker, mark in marks
        if marker not in re.findall(r"\d+", lines[mark]) and (marker, mark) not in misread
    ] == []
    assert data["enacting"] is None or "Security Council" in lines[data["enacting"]]
    assert str(data["adoption"]["meeting"]) in " ".join(lines[data["adoption"]["line"] :][:3])
    assert lines[data["adoption"]["line"]].startswith("Adopted")


def places(data: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """Each place that a citation may name, with its first line."""
    count: Counter[str] = Counter()
    above = ""
    for line, kind in data["paragraphs"]:
        sort, _, name = kind.partition(":")
        count[sort] += 1
        if sort == "sub":
            stem, _, number = name.rpartition("-")
            yield f"{f'op{stem}' if stem else above}-{number}", line
        else:
            place = f"op{name}" if sort == "op" and name else f"{sort}{count[sort]}"
            above = place if sort == "op" else above
            yield place, line
    yield from ((f"fn{note['marker']}", note["line"]) for note in data["notes"])


@with_corpus
@each_file
def test_what_is_cited_stands_in_its_place(path: Path) -> None:
    """All figures of a target and of its date, and the pinpoints' own."""
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    lines = lines_as_meant(path, data["slips"])
    begins = dict(places(data))
    ends = sorted({*begins.values(), data["adoption"]["line"], len(lines)})
    for cited in data["citations"]:
        first = begins[cited["in"]]
        text = spread_out("".join(lines[first : min(end for end in ends if end > first)]))
        figures = re.findall(r"\d+", f"{cited['target']} {cited.get('date', '')} {cited.get('pinpoints', '')}")
        month = cited.get("date", "")[5:7]
        assert [figure for figure in figures if figure != month and figure.lstrip("0") not in text] == [], cited
