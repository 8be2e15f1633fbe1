"""Mutated files behind the door, a fixed few of each kind; `tests.hostile.fuzz` tries as many as one likes."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from converter.model import Diagnostic, Source
from converter.read import Reader, reader_here
from tests.documents.word import docx, p, zipped
from tests.hostile import fuzz

FEW = range(60)


@pytest.mark.parametrize("kind", fuzz.KINDS)
def test_no_mutated_file_crashes_or_loses_a_word(kind: str) -> None:
    figures = fuzz.run(kind, FEW)
    assert figures.faults == []
    assert figures.files == len(FEW)


@pytest.mark.parametrize("kind", fuzz.KINDS)
def test_most_mutated_files_get_past_the_door(kind: str) -> None:
    made = [fuzz.KINDS[kind](random.Random(f"{kind} {seed}")) for seed in FEW]
    assert made == [fuzz.KINDS[kind](random.Random(f"{kind} {seed}")) for seed in FEW]
    assert len(set(made)) > 0.9 * len(FEW)
    at_the_door = ("read-broken", "read-not-docx", "read-encrypted", "read-too-large")
    read = reader_here(fuzz.ENDINGS[kind])
    refused = sum(any(one.code in at_the_door for one in read(data, "x/en", "en")[1]) for data in made)
    assert refused < 0.2 * len(FEW)


def without_a_word(ending: str, *, accept_changes: bool = False) -> Reader:
    """A reader that drops a word and says nothing."""

    def read(data: bytes, path: str, lang: str) -> tuple[Source, tuple[Diagnostic, ...]]:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            files = {name: package.read(name).replace(b"Requests", b"") for name in package.namelist()}
        return reader_here(ending, accept_changes=accept_changes)(zipped(files), path, lang)

    return read


def test_a_lost_word_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    body = docx(p("The Council of Lamps,"), p("1. Requests a report."))
    monkeypatch.setattr(fuzz, "KINDS", {"docx": lambda _: body})
    assert fuzz.run("docx", [1]).faults == []
    monkeypatch.setattr(fuzz, "reader_of", without_a_word)
    assert [fault[:12] for fault in fuzz.run("docx", [1]).faults] == ["docx 1: lost"]
