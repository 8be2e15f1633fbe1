"""Plain text, as extraction tools leave it: bytes → Source.

The text must be UTF-8 with LF line ends. What is not is still read, so that nothing is lost, and reported as
an error that says how to mend it.
"""

from __future__ import annotations

import codecs
import re

from converter.model import Diagnostic, Line, Severity, Source

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Unicode's bidirectional controls (UAX #9) can show a text in another order than it is stored in.
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# C0 and C1 controls but tab, line feed, form feed and carriage return, which have their own rules.
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_MARKUP = re.compile(
    r"</?[a-zA-Z][^\n>]*>|<!--|\{\{|\{%|\{#|\bjavascript:|\]\(|^[ ]{0,3}(?:```|~~~)|!\[", re.IGNORECASE | re.MULTILINE
)
_REPLACEMENT = "\ufffd"


def read_text(data: bytes, path: str, lang: str) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Read `data` as the text at `path`. Returns the source (without lines when it is no text) and findings."""
    text, findings = _decode(data, path)
    source = Source(path, lang, "text", text, tuple(_lines(text)))
    if not text.strip("\ufeff \t\r\n\f"):
        if not findings:
            findings.append(
                Diagnostic(path, 1, 1, "read-empty", Severity.ERROR, "the file is empty", "put the official text into it")
            )
        return Source(path, lang, "text", text, tuple(_lines(text))), tuple(findings)
    findings += _container_findings(source)
    findings += _character_findings(source)
    return source, tuple(findings)


def _decode(data: bytes, path: str) -> tuple[str, list[Diagnostic]]:
    def finding(code: str, message: str, hint: str) -> Diagnostic:
        return Diagnostic(path, 1, 1, code, Severity.ERROR, message, hint)

    save = "save it as UTF-8 without a byte order mark, or run `converter new` on the file, which does so"
    if any(data.startswith(magic) for magic in (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0")):
        return "", [finding("read-not-text", "the file is not text (its first bytes are those of another format)", save)]
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = data.decode(encoding, errors="replace")
            return text, [finding("read-encoding", f"the file is {encoding.upper()}, not UTF-8", save)]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return _decode_other(data, error.start, finding("read-encoding", "", save))


def _decode_other(data: bytes, bad: int, finding: Diagnostic) -> tuple[str, list[Diagnostic]]:
    line = data.count(b"\n", 0, bad) + 1
    column = bad - data.rfind(b"\n", 0, bad)

    def at(code: str, message: str) -> list[Diagnostic]:
        return [Diagnostic(finding.path, line, column, code, Severity.ERROR, message, finding.hint)]

    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    printable = sum(char.isprintable() or char.isspace() for char in text)
    common = len(re.findall("[\u4e00-\u9fff，。、；]", text))
    if text and printable >= 0.98 * len(text) and common >= 0.3 * len(text):
        return text, at("read-encoding", "the file is GB18030 (or GBK), not UTF-8")
    nul = data.count(0)
    if nul > len(data) // 20:
        return "", at("read-not-text", "the file is not text: it is full of NUL bytes")
    lossy = data.decode("utf-8", errors="replace")
    if lossy.count(_REPLACEMENT) > max(2, len(lossy) // 20):
        return "", at("read-not-text", "the file is not text: its bytes are no UTF-8")
    return lossy, at("read-encoding", "a byte here is not UTF-8; it is shown as \N{REPLACEMENT CHARACTER}")


def _lines(text: str) -> list[Line]:
    """Cut at line feeds; a form feed is a page break and a cut of its own."""
    lines: list[Line] = []
    start, number, page_top = 0, 0, True
    for row in text.split("\n"):
        number += 1
        at = start
        for index, piece in enumerate(row.split("\f")):
            page_top = page_top or index > 0
            if index == 0 or piece.strip():
                lines.append(Line(number, at, piece.removesuffix("\r"), page_top and bool(piece.strip())))
                page_top = page_top and not piece.strip()
            at += len(piece) + 1
        start += len(row) + 1
    return lines


def _container_findings(source: Source) -> list[Diagnostic]:
    """What is wrong with the file as a container: its mark, its line ends, its page breaks."""
    resave = "save it with LF line ends and without a byte order mark, or run `converter new` on it"
    findings = []
    for needle, code, message in (
        ("\ufeff", "read-bom", "the file has a byte order mark"),
        ("\r", "read-line-ends", "lines end in CR LF, not LF"),
        ("\f", "read-form-feed", "a form feed stands in the text (it is taken as a page break)"),
    ):
        offset = source.text.find(needle)
        if offset >= 0:
            line, column = source.locate(offset)
            findings.append(Diagnostic(source.path, line, column, code, Severity.ERROR, message, resave))
    return findings


def _character_findings(source: Source) -> list[Diagnostic]:
    """Characters and syntax that do not belong into an official text. They are shown literally or declared."""
    findings = []
    for pattern, code, what, hint in (
        (_CONTROL, "text-control", "a control character", "take the character out of the file"),
        (_BIDI, "text-bidi", "a bidirectional control", "take the character out of the file"),
        (_MARKUP, "text-markup", "markup or template syntax", "it is shown literally; check that the official text has it"),
    ):
        for match in pattern.finditer(source.text):
            line, column = source.locate(match.start())
            shown = match[0].encode("unicode_escape").decode() if not match[0].isprintable() else match[0][:40]
            if len(match[0]) == 1 and code != "text-markup":
                shown = f"U+{ord(match[0]):04X}"
            message = f"{what} stands in the text: {shown}"
            findings.append(Diagnostic(source.path, line, column, code, Severity.ERROR, message, hint))
    return findings


INVISIBLE = re.compile(f"{_CONTROL.pattern}|{_BIDI.pattern}|[\ufeff\r\f]")
