"""Plain text, as extraction tools leave it: bytes → Source.

The text must be UTF-8 with LF line ends. What is not is still read, so that nothing is lost, and reported as
an error that says how to mend it.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from converter.languages import read_data
from converter.model import Diagnostic, Line, Severity, Source

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_FORMATS = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"\x1f\x8b",
)
# Unicode's bidirectional controls (UAX #9) can show a text in another order than it is stored in.
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# C0 and C1 controls but tab and what ends a line; characters without width, which hide inside words.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u2060\ufffe\uffff]")
# What cuts a line: line ends, page breaks, and the separators that only Unicode knows.
_CUT = re.compile("\r\n|[\n\r\f\x0b\x85\u2028\u2029]")
_SEPARATOR = re.compile("[\x0b\x85\u2028\u2029]")
_LABELLED = re.compile(r"(?:[(（]?\w{1,5}[)）.．、]|[0-9]{1,3}/?|[-–—•·*]{1,3})\s*\t")
_LINE_ENDS = ("\n", "\r", "\r\n")
_MARKUP = re.compile(
    r"</?[a-zA-Z][^\n<>]{0,200}>|<!--|\{\{|\{%|\{[#:]|\bjavascript:|\]\(|\[\^|^[ ]{0,3}(?:```|~~~)|!\[",
    re.IGNORECASE | re.MULTILINE,
)
_REPLACEMENT = "\ufffd"
_LOST = re.compile(_REPLACEMENT)
_ODD = re.compile(f"{_CONTROL.pattern}|{_BIDI.pattern}|{_SEPARATOR.pattern}|{_LOST.pattern}")
_CHARACTERS = (
    (_CONTROL, "text-control", "a control character", "take the character out of the file"),
    (_BIDI, "text-bidi", "a bidirectional control", "take the character out of the file"),
    (_SEPARATOR, "text-separator", "a separator that is no line end (it is taken as one)", "put a line end there"),
    (_LOST, "text-lost", "the sign of a lost character", "put in what the official text has here"),
)
_MARKUP_SIGNS = ("<", "{", "](", "[^", "![", "```", "~~~")
_MOST = 20  # findings of one kind that are listed; the rest is counted
_SAMPLE = 20_000  # characters that are enough to tell an encoding
_LIKELY = 0.1  # how much of a text must be the language's own frequent characters
_SHOWN = 40

INVISIBLE = re.compile(f"{_CONTROL.pattern}|{_BIDI.pattern}|\ufeff")


def read_text(data: bytes, path: str, lang: str) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Read `data` as the text at `path`. Returns the source (without lines when it is no text) and findings."""
    text, findings = _decode(data, path, lang)
    source = Source(path, lang, "text", text, tuple(_lines(text)))
    if not INVISIBLE.sub("", text).strip() and not findings:
        hint = "put the official text into it"
        findings.append(Diagnostic(path, 1, 1, "read-empty", Severity.ERROR, "the file is empty", hint))
    findings += _container_findings(source)
    findings += _character_findings(source)
    return source, tuple(findings)


# --- bytes → characters ----------------------------------------------------------------------------------


def _decode(data: bytes, path: str, lang: str) -> tuple[str, list[Diagnostic]]:
    save = "save it as UTF-8 without a byte order mark, or run `converter new` on the file, which does so"

    def finding(code: str, message: str, line: int = 1, column: int = 1, hint: str = save) -> list[Diagnostic]:
        return [Diagnostic(path, line, column, code, Severity.ERROR, message, hint)]

    if data.startswith(_OTHER_FORMATS):
        message = "the file is not text (its first bytes are those of another format)"
        return "", finding("read-not-text", message, hint="put the text of the official file here, as UTF-8")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace"), finding(
                "read-encoding", f"the file is {encoding.upper()}, not UTF-8"
            )
    try:
        text = data.decode("utf-8")
        if data.count(0) <= len(data) // 20:
            return text, []
        bad = data.index(0)
    except UnicodeDecodeError as error:
        bad = error.start
    text, encoding = _guess(data, lang)
    if encoding == "":
        message = "the file is not text: its bytes are no UTF-8"
        return "", finding("read-not-text", message, hint="put the text of the official file here, as UTF-8")
    line_start = data.rfind(b"\n", 0, bad) + 1
    line = data.count(b"\n", 0, bad) + 1
    column = len(data[line_start:bad].decode("utf-8", errors="replace")) + 1
    if encoding == "utf-8":
        message = "a byte here is not UTF-8; it is shown as \N{REPLACEMENT CHARACTER}"
        return text, finding("read-encoding", message, line, column)
    return text, finding("read-encoding", f"the file is {encoding.upper()}, not UTF-8")


def _guess(data: bytes, lang: str) -> tuple[str, str]:
    """The text and the encoding that makes the most sense of bytes that are no UTF-8; two empty strings for none."""
    data_of_text = read_data(lang)["text"]
    frequent = frozenset(data_of_text.get("frequent", ""))
    best: tuple[float, str, str] = (_LIKELY, "", "")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", *data_of_text.get("encodings", ())):
        text = data.decode(encoding, errors="replace")
        best = max(best, (_sense(text[:_SAMPLE], frequent), text, encoding), key=lambda one: one[0])
    return best[1], best[2]


def _sense(text: str, frequent: frozenset[str]) -> float:
    """How much of a text is what a text in the language is made of."""
    good = sum(char in frequent or (char.isascii() and (char.isprintable() or char.isspace())) for char in text)
    bad = text.count(_REPLACEMENT) + len(_CONTROL.findall(text))
    return (good - 2 * bad) / max(1, len(text))


# --- characters → lines ----------------------------------------------------------------------------------


def _lines(text: str) -> Iterator[Line]:
    """Cut at line ends and at page breaks; a page break and Unicode's separators do not count as a line end.

    Lines that follow each other with the same number of tabs between words are the rows of a table.
    """
    lines = list(_cut(text)) if "\t" in text else None
    if lines is None:
        yield from _cut(text)
        return
    tabs = [_tabs(line.text) for line in lines]
    for line, before, here, after in zip(lines, [0, *tabs], tabs, [*tabs[1:], 0], strict=False):
        yield replace(line, role="row") if here and here in (before, after) else line


def _tabs(line: str) -> int:
    """How many tabs part the words of a line; none where the first one stands after a paragraph's label."""
    bare = line.strip()
    return 0 if "\t" not in bare or _LABELLED.match(bare) else bare.count("\t")


def _cut(text: str) -> Iterator[Line]:
    start, number, page_top, gap = 0, 1, True, False
    for cut in (*_CUT.finditer(text), None):
        words = text[start : cut.start() if cut else len(text)]
        filled = bool(words.strip())
        yield Line(number, start, words, page_top=page_top and filled, gap=gap and filled)
        page_top, gap = page_top and not filled, not filled
        if cut:
            start = cut.end()
            page_top = page_top or cut[0] == "\f"
            number += cut[0] in _LINE_ENDS


# --- findings --------------------------------------------------------------------------------------------


def _container_findings(source: Source) -> Iterator[Diagnostic]:
    """What is wrong with the file as a container: its mark, its line ends, its page breaks."""
    resave = "save it with LF line ends and without a byte order mark, or run `converter new` on it"
    for needle, code, message in (
        ("\ufeff", "read-bom", "a byte order mark stands here"),
        ("\r", "read-line-ends", "lines end in CR or CR LF, not in LF"),
        ("\f", "read-form-feed", "a form feed stands in the text (it is taken as a page break)"),
    ):
        offset = source.text.find(needle)
        if offset >= 0:
            _, line, column = source.locate(offset)
            yield Diagnostic(source.path, line, column, code, Severity.ERROR, message, resave)


def _character_findings(source: Source) -> Iterator[Diagnostic]:
    """Characters and syntax that do not belong into an official text. They are shown literally or declared."""
    if _ODD.search(source.text):
        for pattern, code, what, hint in _CHARACTERS:
            yield from _each(source, pattern.finditer(source.text), code, f"{what} stands in the text", hint)
    if any(sign in source.text for sign in _MARKUP_SIGNS) or "javascript:" in source.text.lower():
        hint = "it is shown literally; check that the official text has it"
        what = "markup or template syntax stands in the text"
        yield from _each(source, _MARKUP.finditer(source.text), "text-markup", what, hint)


def _each(source: Source, matches: Iterable[re.Match[str]], code: str, what: str, hint: str) -> Iterator[Diagnostic]:
    """A finding for each match; of very many only the first ones, and how many more there are."""
    last, more = (0, 0), 0
    for count, match in enumerate(matches):
        last = source.locate(match.start())[1:]
        if count >= _MOST:
            more += 1
            continue
        shown = match[0][:_SHOWN] if match[0].isprintable() else f"U+{ord(match[0][0]):04X}"
        yield Diagnostic(source.path, *last, code, Severity.ERROR, f"{what}: {shown}", hint)
    if more:
        yield Diagnostic(source.path, *last, code, Severity.ERROR, f"{what}: {more} more, the last one here", hint)
