"""Real files, told by readers that share no code with ours: pdftotext, Python's own HTML parser, lxml, the bytes.

Each file of the corpus beside the repository that is not kept aside is looked at, the marked-up ones in one language a
work. There is no real DOCX; those that LibreOffice and our tests make are read in tests/test_read_docx.py.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from converter.languages import available
from converter.model import Severity, Source
from converter.read import AKN, reader_here
from tests.hostile.shown import counted, letters
from tests.measure.reserved import CORPUS, is_reserved
from tests.measure.unxml.corpus import File, works

_SUFFIXES = (".pdf", ".html", ".txt")
_UNSEEN = ("script", "style", "title", "template", "noscript")


def real_files() -> Iterator[Path]:
    """Every real file but the marked-up ones, those that are kept aside left out."""
    for folder in ("ga-pdf", "real", "unsc-en"):
        for path in sorted((CORPUS / folder).rglob("*")):
            if path.suffix in _SUFFIXES and not is_reserved(path.name):
                yield path


def marked_up() -> Iterator[tuple[str, str, File]]:
    """One file of each work, each in the language whose turn it is."""
    for at, (symbol, own) in enumerate(sorted(works().items())):
        lang = sorted(own)[at % len(own)]
        yield symbol, lang, own[lang]


REAL = [path for path in real_files() if CORPUS.is_dir()]
needs_real = pytest.mark.skipif(not REAL, reason="the real files are not here")


def language(path: Path) -> str:
    """The folder says it; those of the organs are in English."""
    return next((part for part in path.relative_to(CORPUS).parts if part in available()), "en")


class _Words(HTMLParser):
    """The words of a page outside what is never shown."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._unseen += tag in _UNSEEN

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words.append(data)


def by_another_reader(path: Path) -> Counter[str]:
    """The letters and digits of a file."""
    if path.suffix == ".pdf":
        command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
        return counted(subprocess.run(command, check=True, capture_output=True, env=dict(os.environ)).stdout.decode())
    text = path.read_bytes().decode("utf-8-sig")
    if path.suffix == ".html":
        words = _Words()
        words.feed(text)
        words.close()
        text = "".join(words.words)
    return counted(text)


def different(source: Source, there: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    """What was not read of a file, and what was read that it has not."""
    here = counted(source.text)
    return there - here, here - there


@needs_real
@pytest.mark.parametrize("path", REAL, ids=lambda path: str(path.relative_to(CORPUS)))
def test_no_letter_of_a_real_file_is_lost_or_invented(path: Path) -> None:
    if path.suffix == ".pdf" and not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    source, findings = reader_here(path.suffix)(path.read_bytes(), path.name, language(path))
    if not source.lines:
        assert [one.severity for one in findings] == [Severity.ERROR]
        return
    assert different(source, by_another_reader(path)) == (Counter(), Counter())


@needs_real
def test_no_letter_of_the_united_nations_own_files_is_lost_or_invented() -> None:
    wrong = {}
    for symbol, lang, file in marked_up():
        try:
            data = file.read(allow_reserved=False)
        except PermissionError:  # one whose name says another symbol than its markup
            continue
        source, _ = reader_here(AKN)(data, "x.xml", lang)
        lost, invented = different(source, letters("akn", data))
        if lost or invented or not source.lines:
            wrong[symbol, lang] = (lost, invented)
    assert wrong == {}
