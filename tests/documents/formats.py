"""A DOCX in other formats: PDF and HTML by LibreOffice, text by poppler. Where one is missing, the test is skipped."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest

_SECONDS = 120
_FILTERS = {"pdf": "pdf:writer_pdf_Export", "html": "html:HTML (StarWriter)"}


def converted(data: bytes, form: str) -> bytes:
    """A DOCX as LibreOffice writes it in another format, `pdf` or `html`."""
    return converted_together((data,), form)[data]


@cache
def converted_together(many: tuple[bytes, ...], form: str) -> dict[bytes, bytes]:
    """The same of several, each with what it becomes: to start takes twenty times as long as to write one more."""
    program = _needs("soffice")
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        given = {here / f"{number}.docx": data for number, data in enumerate(many)}
        for path, data in given.items():
            path.write_bytes(data)
        # A profile of its own: two calls that share one disturb each other.
        options = [f"-env:UserInstallation={(here / 'profile').as_uri()}", "--headless", "--norestore"]
        _run([program, *options, "--convert-to", _FILTERS[form], "--outdir", folder, *map(str, given)])
        return {data: path.with_suffix(f".{form}").read_bytes() for path, data in given.items()}


def saved_as_docx(pages: dict[str, bytes]) -> dict[str, bytes]:
    """Pages in HTML as LibreOffice saves them as DOCX, by their names; it starts once for all of them."""
    program = _needs("soffice")
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        given = [here / f"{name}.html" for name in pages]
        for path, data in zip(given, pages.values(), strict=True):
            path.write_bytes(data)
        options = [f"-env:UserInstallation={(here / 'profile').as_uri()}", "--headless", "--norestore"]
        forms = ["--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML"]
        _run([program, *options, *forms, "--outdir", folder, *map(str, given)])
        return {path.stem: path.read_bytes() for path in here.glob("*.docx")}


@cache
def text_of_pdf(data: bytes) -> bytes:
    """The text of a PDF as pdftotext gives it, with the layout kept."""
    program = _needs("pdftotext")
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        (here / "given.pdf").write_bytes(data)
        _run([program, "-layout", str(here / "given.pdf"), str(here / "given.txt")])
        return (here / "given.txt").read_bytes()


def _needs(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed, so this was not tested")
    return found


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
