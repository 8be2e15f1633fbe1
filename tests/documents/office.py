"""Documents that LibreOffice prints: paragraphs and notes in any script, with its own line breaks."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

SOFFICE = shutil.which("soffice")

_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("fo", "xsl-fo-compatible"),
    )
)
_PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<office:document {names} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:default-style style:family="paragraph">
<style:text-properties fo:font-size="11pt" fo:font-family="{font}" style:font-family-asian="{font}"
 style:font-family-complex="{font}" style:font-size-asian="11pt" style:font-size-complex="11pt"
 fo:language="{lang}" fo:country="none" style:language-complex="{lang}"/></style:default-style></office:styles>
<office:automatic-styles><style:style style:name="P" style:family="paragraph"><style:paragraph-properties
 fo:margin-bottom="6pt" fo:text-indent="24pt" fo:text-align="justify" {direction}/></style:style>
<style:style style:name="N" style:family="paragraph"><style:paragraph-properties {direction}/></style:style>
</office:automatic-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>
"""
_NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>{number}</text:note-citation>'
    '<text:note-body><text:p text:style-name="N">{words}</text:p></text:note-body></text:note>'
)


@cache
def has_font(family: str) -> bool:
    """Whether a font of this name is installed."""
    found = subprocess.run(["fc-match", "--format=%{family}", family], check=False, capture_output=True, text=True)
    return family in found.stdout.split(",")


def printed(folder: Path, lang: str, font: str, paragraphs: Sequence[str], notes: Sequence[str]) -> bytes:
    """The PDF of paragraphs, in which `^1^` is the mark of the first note."""
    assert SOFFICE
    body = ""
    for paragraph in paragraphs:
        words = escape(paragraph)
        for number, note in enumerate(notes, 1):
            words = words.replace(f"^{number}^", _NOTE.format(number=number, words=escape(note)))
        body += f'<text:p text:style-name="P">{words}</text:p>'
    direction = 'style:writing-mode="rl-tb"' if lang == "ar" else ""
    source = folder / f"{lang}.fodt"
    source.write_text(_PAGE.format(names=_NAMES, font=font, lang=lang, direction=direction, body=body), "utf-8")
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"  # so that several may run at a time
    command = [SOFFICE, own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return source.with_suffix(".pdf").read_bytes()
