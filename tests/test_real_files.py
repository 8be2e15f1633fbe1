"""Real files, told by readers that share no code with ours: pdftotext, Python's own HTML parser, lxml, the bytes.

Each file of the corpus beside the repository that is not kept aside is looked at, the marked-up ones in one language a
work. There is no real DOCX: the real pages are saved as one by LibreOffice, and told by python-docx.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from converter.formats import AKN
from converter.language_files import available
from converter.model import Severity, Source
from converter.read import reader_here
from tests.documents.formats import saved_as_docx
from tests.documents.languages import LANGUAGES
from tests.documents.official import resolution
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


_WORD = re.compile(r"[^\W\d_]+")
_LABELS = "abcivxабвгأبج"  # numbers of lists that Word makes
_BLOCKS = ("p", "div", "br", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "h5", "h6")

REAL = list(real_files())
PAGES = [path for path in REAL if path.suffix == ".html"]
needs_real = pytest.mark.shared("corpus")


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


def text_of_pdf(path: Path, *options: str) -> str:
    """What pdftotext reads."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    command = ["pdftotext", *options, "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, env=dict(os.environ)).stdout.decode()


def text_of_page(path: Path) -> str:
    """What Python's own parser reads of a page."""
    words = _Words()
    words.feed(path.read_bytes().decode("utf-8-sig"))
    words.close()
    return "".join(words.words)


def text_by_lxml(path: Path) -> str:
    """What lxml reads of a page, its blocks in lines of their own."""
    root = etree.HTML(path.read_bytes().decode("utf-8-sig"))
    etree.strip_elements(root, *_UNSEEN, etree.Comment, with_tail=False)
    for one in root.iter(*_BLOCKS):
        one.text, one.tail = f"\n{one.text or ''}", f"\n{one.tail or ''}"
    return "".join(root.itertext())


def text_by_python_docx(data: bytes) -> str:
    """What python-docx reads of a DOCX: paragraphs and cells in their order, each in a line of its own."""
    docx = pytest.importorskip("docx", reason="python-docx is not installed (make setup-test)")

    def lines(box: Any) -> Iterator[str]:
        for one in box.iter_inner_content():
            if isinstance(one, docx.table.Table):
                yield from (line for row in one.rows for cell in row.cells for line in lines(cell))
            else:
                yield one.text

    return "\n".join(lines(docx.Document(io.BytesIO(data))))


def by_another_reader(path: Path) -> Counter[str]:
    """The letters and digits of a file."""
    of_kind = {".pdf": text_of_pdf, ".html": text_of_page}
    return counted(of_kind[path.suffix](path) if path.suffix in of_kind else path.read_bytes().decode("utf-8-sig"))


def words(text: str) -> list[str]:
    """The words of a text in their order; digits part them, as marks of notes stand at words."""
    return _WORD.findall(unicodedata.normalize("NFKC", text))


def different(source: Source, there: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    """What was not read of a file, and what was read that it has not."""
    here = counted(source.text)
    return there - here, here - there


@needs_real
@pytest.mark.parametrize("path", REAL, ids=lambda path: str(path.relative_to(CORPUS)))
def test_no_letter_of_a_real_file_is_lost_or_invented(path: Path) -> None:
    source, findings = reader_here(path.suffix)(path.read_bytes(), path.name, language(path))
    if not source.lines:
        assert [one.severity for one in findings] == [Severity.ERROR]
        return
    assert different(source, by_another_reader(path)) == (Counter(), Counter())


@needs_real
@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(CORPUS)))
def test_the_words_of_a_real_page_are_those_that_lxml_reads(path: Path) -> None:
    source, _ = reader_here(".html")(path.read_bytes(), path.name, language(path))
    there = text_by_lxml(path)
    assert different(source, counted(there)) == (Counter(), Counter())
    assert Counter(words(source.text)) == Counter(words(there))


@needs_real
@pytest.mark.parametrize("path", [path for path in REAL if path.suffix == ".pdf"], ids=lambda path: path.name)
def test_no_two_words_of_a_real_pdf_are_one(path: Path) -> None:
    source, _ = reader_here(".pdf")(path.read_bytes(), path.name, language(path))
    here, there = words(source.text), words(text_of_pdf(path, "-raw"))
    known = {*there} & {*here}
    joined = {one + other for one, other in pairwise(there) if one in known and other in known} - {*there}
    assert joined & {*here} == set()


@needs_real
def test_the_words_of_the_real_pages_as_docx_are_those_that_python_docx_reads() -> None:
    saved = saved_as_docx({f"{language(path)}-{path.stem}": path.read_bytes() for path in PAGES})
    assert len(saved) == len(PAGES)
    for name, data in saved.items():
        source, _ = reader_here(".docx")(data, f"{name}.docx", name.partition("-")[0])
        there = text_by_python_docx(data)
        assert different(source, counted(there)) == (Counter(), Counter()), name
        assert Counter(words(source.text)) == Counter(words(there)), name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_of_a_made_docx_that_python_docx_reads_is_lost(lang: str) -> None:
    data = resolution(LANGUAGES[lang])
    source, _ = reader_here(".docx")(data, "a.docx", lang)
    lost, invented = different(source, counted(text_by_python_docx(data)))
    notes = counted("".join(LANGUAGES[lang].notes))  # which python-docx does not read, nor the numbers that Word makes
    assert lost == Counter()
    assert not {char for char in invented - notes if char.isalpha() and char not in _LABELS}


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
