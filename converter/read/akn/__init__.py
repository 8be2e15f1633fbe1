"""Akoma Ntoso as the United Nations publishes it (AKN4UN) and as this house writes it: bytes → Source.

Each element that the markup says is a paragraph, a heading, a row or a note is one here; the number before it stands in
front of its words. What is in `meta` is no printed word. Every other character of the file's text is read, wherever it
stands. Notes come last and are tied to their marks by place.
"""

from __future__ import annotations

from dataclasses import replace

from converter.formats import BEGINS_WITHIN, is_akn
from converter.model import Diagnostic, Source
from converter.read.akn.facts import language_of, markup_of
from converter.read.akn.walk import Block, Walk
from converter.read.flow import HEADING, NOTE_GOES_ON, Flow, refused
from converter.read.html.blocks import pieces
from converter.read.nodes import MarkupError, Node, parse_xml
from converter.read.pieces import may_be_heading

FORM = "xml"
_OF_WORD = b"Word.Document"  # in what Word writes above the root of a text that it saves as XML
_AGAIN = "take the file again from where the United Nations publishes it, or another format of the text"


def read_akn(data: bytes, path: str, lang: str) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Read `data` as the file at `path`. Returns the source (without lines when it is refused) and findings.

    Without `lang` it is read in the language that the markup says.
    """
    if _OF_WORD in data[:BEGINS_WITHIN] and not is_akn(data):
        message = "the file is a text that Word saved as XML, and no Akoma Ntoso"
        return _refuse(path, lang, "read-not-akn", message, "open it in a word processor and save it as .docx")
    try:
        root = parse_xml(data)
    except MarkupError as error:
        return _refuse(path, lang, "read-broken", str(error))
    if root.tag != "akn:akomaNtoso":
        return _refuse(path, lang, "read-not-akn", "the file is XML, but no Akoma Ntoso")
    walk = Walk()
    walk.read(root)
    if walk.changes:
        message = f"{walk.changes} tracked changes stand in the file, so it has two texts and is not read"
        return _refuse(path, lang, "read-tracked-changes", message, "take the file of the text as it was adopted")
    said = language_of(root)
    if said and lang and said != lang:
        message = f"the markup says that the text is in {said!r}, the file is read as {lang!r}"
        return _refuse(path, lang, "read-language", message, f"name the file {said}.xml, or take the one in {lang!r}")
    flow = Flow(path, lang or said, FORM)
    for block in walk.blocks:
        _add(block, flow)
    for note in walk.notes:
        first, *rest = note.paragraphs or [[]]
        flow.note(note.marker, pieces(first), note.name)
        for runs in rest:
            flow.paragraph(pieces(runs), NOTE_GOES_ON)
    _left_out(root, flow)
    source, findings = replace(flow.source(), markup=markup_of(root)), list(flow.findings())
    if not source.lines:
        findings.append(Diagnostic(path, 0, 0, "read-empty", "there is no text in the file", _AGAIN))
    return source, tuple(findings)


def _add(block: Block, flow: Flow) -> None:
    if block.cells is not None:
        flow.row([pieces(cell) for cell in block.cells])
        return
    words = pieces(block.runs)
    flow.paragraph(words, HEADING if block.heading and may_be_heading(words, named=True) else "")


def _left_out(root: Node, flow: Flow) -> None:
    """Words that are elsewhere: what a component only names is not in this file."""
    for node in root.walk():
        if node.tag in ("akn:componentRef", "akn:documentRef") and not node.attrs.get("href", "#").startswith("#"):
            message = f"a part of the text is in another file ({node.attrs['href'][:80]}) and is left out"
            flow.find("read-left-out", message, "take a file that holds the whole text")


def _refuse(path: str, lang: str, code: str, message: str, hint: str = _AGAIN) -> tuple[Source, tuple[Diagnostic, ...]]:
    source, finding = refused(path, lang, FORM, code, message, hint)
    return source, (finding,)
