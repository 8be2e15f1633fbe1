"""DOCX: bytes → Source, a line for each paragraph.

Read with the zip and XML parsers of Python itself: what a resolution needs (numbers that Word writes, notes,
tracked changes) stands in raw XML in any case, and a parser that refuses every DTD leaves nothing to expand.

Left out, since no page of the document shows it: field codes, comments, hidden words (both reported, and declared as
furniture), the text of tracked deletions. The header of the first page, where it has one of its own, is read as the
masthead that it prints; all other headers and footers are declared furniture. Numbers of lists and
notes are written out as Word writes them. A soft hyphen is dropped, a hyphen or space that does not part becomes the
common one.
"""

from __future__ import annotations

from collections.abc import Iterator

from converter.model import Diagnostic, Source
from converter.read.docx.body import Body
from converter.read.docx.inline import Changes, Inline
from converter.read.docx.notes import Notes
from converter.read.docx.numbering import Numbering
from converter.read.docx.package import Package, PackageError
from converter.read.docx.styles import Styles, is_on
from converter.read.docx.theme import theme_of
from converter.read.docx.tree import paragraphs_in
from converter.read.flow import Flow, refused
from converter.read.nodes import Node
from converter.read.pieces import Piece, set_line

FORM = "docx"
_SHOWN = 8  # paragraphs that a finding names


def read_docx(
    data: bytes, path: str, lang: str, *, accept_changes: bool = False
) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Read `data` as the DOCX at `path`. Returns the source (without lines when it is refused) and findings.

    A file with tracked changes is refused unless they are to be accepted: two texts are never mixed.
    """
    try:
        package = Package(data)
        document = package.part(package.main)
        body = document.find("w:body") if document else None
        if body is None:
            raise PackageError("read-not-docx", "the file has no text of a word processor", "fetch it again")
        flow, changes = _read(package, body, Flow(path, lang, FORM))
    except PackageError as error:
        source, finding = refused(path, lang, FORM, error.code, error.message, error.hint)
        return source, (finding,)
    if changes.paragraphs and not accept_changes:
        return _refuse_changes(changes, path, lang)
    findings = list(flow.findings())
    if package.has_macros:
        message = "macros lie in the file; they are not run and not read, but whoever takes the file gets them too"
        hint = "an official text has none: open it in a word processor and save it as .docx, which leaves them out"
        findings.append(Diagnostic(path, 0, 0, "read-macros", message, hint))
    if changes.paragraphs:
        message = f"{len(changes.paragraphs)} tracked changes are accepted, as {path.rpartition('/')[0]}/work.yml asks"
        findings.append(Diagnostic(path, changes.paragraphs[0], 1, "read-tracked-changes", message, lighter=True))
    if not flow.lines:
        hint = "a scan has pictures of pages and no text: take the official PDF with a text layer"
        findings.append(Diagnostic(path, 0, 0, "read-empty", "there is no text in the file", hint))
    return flow.source(), tuple(findings)


def _read(package: Package, body: Node, flow: Flow) -> tuple[Flow, Changes]:
    styles = Styles(package.related("styles"))
    settings = package.related("settings")
    notes = tuple(Notes(kind, package.related(f"{kind}s"), settings) for kind in ("footnote", "endnote"))
    inline = Inline(flow, styles, notes[0], notes[1], theme_of(package.related("theme"), settings))
    sections = [node for node in body.walk() if node.tag == "w:sectPr"]
    numbering = Numbering(package.related("numbering"), styles)
    reader = Body(flow, styles, numbering, inline, (notes[0], notes[1]), sections)
    first = _first_header(sections)
    if first and (header := package.by_id(first)):
        reader.letterhead(header)
    reader.read(body)
    _furniture(package, sections, first, inline, flow)
    if inline.comments:
        comments = package.related("comments")
        for node in comments.all("w:comment") if comments else ():
            flow.set_aside("comment", " ".join(paragraph.words() for paragraph in paragraphs_in(node)))
        message = f"{inline.comments} comments are left out: they are no part of the text"
        flow.find("read-comments", message, "an official file has none: is it the right one?")
    for form in sorted(numbering.unknown | notes[0].unknown | notes[1].unknown):
        message = f"numbers in the format {form[:40]!r} are written as digits"
        flow.find("read-numbering", message, "compare the numbers with the official file")
    return flow, inline.changes


def _first_header(sections: list[Node]) -> str | None:
    """The id of the header of the first page, where the first section gives that page its own."""
    first = sections[0] if sections else None
    if first is None or not is_on(first, "w:titlePg"):
        return None
    kinds = {node.attrs.get("w:type"): node.attrs.get("r:id") for node in first.all("w:headerReference")}
    return kinds.get("first")


def _furniture(package: Package, sections: list[Node], first: str | None, inline: Inline, flow: Flow) -> None:
    """Declare what headers and footers print, each once."""
    seen = {first}
    lines: dict[tuple[str, str], None] = {}
    for section in sections:
        for node in section.elements():
            identity = node.attrs.get("r:id")
            if node.tag not in ("w:headerReference", "w:footerReference") or identity in seen or not identity:
                continue
            seen.add(identity)
            kind = "running-head" if node.tag == "w:headerReference" else "running-foot"
            for words in _printed(package.by_id(identity), inline):
                lines.setdefault((kind, words))
    for kind, words in lines:
        flow.paragraph([Piece(words)], f"furniture:{kind}")
    inline.referred.clear()
    inline.boxes.clear()


def _printed(part: Node | None, inline: Inline) -> Iterator[str]:
    if part is None:
        return
    inline.fields.enter(part)
    for node in paragraphs_in(part):
        words, _ = set_line(Piece(" ") if piece.text == "\n" else piece for piece in inline.pieces(node))
        if words:
            yield words


def _refuse_changes(changes: Changes, path: str, lang: str) -> tuple[Source, tuple[Diagnostic, ...]]:
    paragraphs = sorted(set(changes.paragraphs))
    named = ", ".join(map(str, paragraphs[:_SHOWN])) + (" …" if len(paragraphs) > _SHOWN else "")
    count, by = len(changes.paragraphs), len(changes.authors)
    message = (
        f"tracked changes stand in the file: {count} by {by} author{'s' * (by > 1)} (paragraph {named})"
        ", so it has two texts and is not read"
    )
    hint = (
        "take the official file; or write `source: {changes: accept}` in work.yml (`converter new` has --accept-changes"
        " for it) to read it with all changes accepted"
    )
    source, finding = refused(path, lang, FORM, "read-tracked-changes", message, hint)
    return source, (Diagnostic(path, paragraphs[0], 1, finding.code, message, hint),)
