"""Plain text, as extraction tools leave it: bytes → Source.

The text must be UTF-8 with LF line ends. What is not is still read, so that nothing is lost, and reported as
an error that says how to mend it.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from msgspec import structs

from converter.formats import BINARY
from converter.language_files import read_data
from converter.model import Diagnostic, Line, Source
from converter.read import bracketed
from converter.read.bounds import MAX_LINES
from converter.read.signs import ANOTHER, ARABIC, BIDI, BULLETS, DRAWN, controls, each, private

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# C0 and C1 controls but tab and what ends a line; signs of Unicode's that show nothing and hide inside words: not soft
# hyphens, controls of direction, and the two that join and part Arabic letters.
_JOINERS = f"(?<!{ARABIC})[\u200c\u200d](?!{ARABIC})"
_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u180e\u200b\u2060-\u2065\u206a-\u206f\ufff0-\ufffb\ufffe\uffff"
    f"\U0001d173-\U0001d17a\U000e0000-\U000e007f]|{_JOINERS}"
)
# What cuts a line: line ends, page breaks, and the separators that only Unicode knows.
_CUT = re.compile("\r\n|[\n\r\f\x0b\x85\u2028\u2029]")
_SEPARATOR = re.compile("[\x0b\x85\u2028\u2029]")
_LABELLED = re.compile(rf"(?:[(（]?\w{{1,5}}[)）.．、]|[0-9]{{1,3}}/?|[-–—*{BULLETS}]{{1,3}})\s*\t")
_LINE_ENDS = ("\n", "\r", "\r\n")
_MARKUP = re.compile(
    r"</?[a-zA-Z][^\n<>]{0,200}>|<!--|\{\{|\{%|\{[#:]|\bjavascript:|\]\(|\[\^|^[ ]{0,3}(?:```|~~~)|!\["
    r"|&(?:[a-z]{2,8}|#\d{2,5}|#x[\da-f]{2,4});",  # &rsquo;
    re.IGNORECASE | re.MULTILINE,
)
_RAISED = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079"  # ⁰ to ⁹
_RAISED_NOTE = re.compile(rf"^[ \t\u3000]*(?P<marker>[{_RAISED}]{{1,3}})[ \t\u3000]+\S", re.MULTILINE)
# Not km²; what stands behind a 10 may be a power of it (10³).
_RAISED_MARK = re.compile(
    rf"(?=[{_RAISED}])(?<![ckdm]m)(?<!\bm)(?<![ксд]м)(?<!\bм)(?<![{_RAISED}])(?P<power>(?<=\b10))?[{_RAISED}]{{1,3}}"
)
# [1] in the text and before a note
_DIGITS = {ord(char): str(digit) for digit, char in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_REPLACEMENT = "\ufffd"
_LOST = re.compile(_REPLACEMENT)
_ODD = re.compile(f"{_CONTROL.pattern}|{_SEPARATOR.pattern}|{_LOST.pattern}")
_CHARACTERS = (
    (_CONTROL, "text-control", "a control character"),
    (_SEPARATOR, "text-separator", "a separator that is no line end (it is taken as one)"),
    (_LOST, "text-lost", "the sign of a lost character"),
)
_OWN_NAME = "put the official file there under the ending of its own format, e.g. zh.pdf, or run `converter new` on it"
_MARKUP_SIGNS = ("<", "&", "{", "](", "[^", "![", "```", "~~~")
_SAMPLE = 20_000  # characters that are enough to tell an encoding
_TOLERATED = 0.1  # of a text's characters: so many may be lost or control characters
_LIKELY = 0.1  # how much of a text must be the language's own frequent characters

INVISIBLE = re.compile(f"{_CONTROL.pattern}|{BIDI.pattern}|\ufeff")


def read_text(data: bytes, path: str, lang: str) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Read `data` as the text at `path`. Returns the source (without lines when it is no text) and findings."""
    decoded, findings = _decode(data, path, lang)
    decoded = decoded.translate(DRAWN)
    text, raised = _lowered(decoded)
    marks, note = (raised, _RAISED_NOTE) if raised else (bracketed.spans(text), bracketed.NOTE)
    lines = bracketed.with_marks(_lines(text), decoded, marks, note) if marks else _lines(text)
    source = Source(path, lang, "text", text, tuple(lines), knows_marks=bool(marks))
    if not INVISIBLE.sub("", text).strip() and not findings:
        hint = "put the official file there"
        findings.append(Diagnostic(path, 1, 1, "read-empty", "the file is empty", hint))
    findings += _container_findings(source)
    findings += _character_findings(source)
    return source, tuple(findings)


# --- bytes → characters ----------------------------------------------------------------------------------


def _decode(data: bytes, path: str, lang: str) -> tuple[str, list[Diagnostic]]:
    save = "run `converter new` on the official file: it writes it as UTF-8 and changes no word"

    def finding(code: str, message: str, line: int = 1, column: int = 1, hint: str = save) -> list[Diagnostic]:
        return [Diagnostic(path, line, column, code, message, hint)]

    if data.startswith(BINARY):
        message = "the file is not text (its first bytes are those of another format)"
        return "", finding("read-not-text", message, hint=_OWN_NAME)
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
        return "", finding("read-not-text", message, hint=_OWN_NAME)
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
    if bad > 1 + _TOLERATED * len(text):  # whatever these bytes are, they are no text
        return 0.0
    return (good - 2 * bad) / max(1, len(text))


# --- characters → lines ----------------------------------------------------------------------------------


def _lines(text: str) -> Iterator[Line]:
    """Cut at line ends and at page breaks; a page break and Unicode's separators do not count as a line end.

    Lines that follow each other with the same number of tabs between words are the rows of a table. A blank line may
    part them, where they have three cells at least.
    """
    cut = islice(_cut(text), MAX_LINES + 1)  # one more is enough to refuse it
    if "\t" not in text:
        yield from cut
        return
    lines = list(cut)
    tabs = [_tabs(line.text) for line in lines]
    above, below = _tabs_near(lines, tabs), _tabs_near(lines[::-1], tabs[::-1])[::-1]
    for line, before, here, after in zip(lines, above, tabs, below, strict=True):
        yield structs.replace(line, role="row") if here and here in (before, after) else line


def _tabs_near(lines: Sequence[Line], tabs: Sequence[int]) -> list[int]:
    """For each line, the tabs of the one before it; of the one before a blank line, if these are several."""
    found, last, apart = [], 0, False
    for line, count in zip(lines, tabs, strict=True):
        found.append(last if not apart or last > 1 else 0)
        if line.text.strip():
            last, apart = count, False
        else:
            apart = True
    return found


def _lowered(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text with notes below it that begin with a raised number (¹): these digits made plain, and where they stand.

    Behind a 10 such a number is a mark where its note has no other one (strategy No. 10²⁴).
    """
    notes = {match["marker"] for match in _RAISED_NOTE.finditer(text)}
    raised = [match for match in _RAISED_MARK.finditer(text) if match[0] in notes] if notes else []
    labels = {match.start("marker") for match in _RAISED_NOTE.finditer(text)} if raised else set()
    marked = {one[0] for one in raised if one["power"] is None and one.start() not in labels}
    spans = [one.span() for one in raised if one["power"] is None or one[0] not in marked]
    if len(spans) <= len(notes):  # no number stands in the text, so none of them is a mark
        return text, []
    pieces, at = [], 0
    for start, end in spans:
        pieces += [text[at:start], text[start:end].translate(_DIGITS)]
        at = end
    return "".join([*pieces, text[at:]]), spans


def _tabs(line: str) -> int:
    """How many tabs part the words of a line; none where the first one stands after a paragraph's label."""
    bare = line.strip()
    return 0 if "\t" not in bare or _LABELLED.match(bare) else bare.count("\t")


def _cut(text: str) -> Iterator[Line]:
    start, number, page_top, gap = 0, 1, True, False
    for cut in chain(_CUT.finditer(text), (None,)):
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
    """What is wrong with the file as a container: its mark, its line ends. (A form feed is a page break: no fault.)"""
    resave = "run `converter new` on the official file: it puts line ends and marks in order and changes no word"
    for needle, code, message in (
        ("\ufeff", "read-bom", "a byte order mark stands here"),
        ("\r", "read-line-ends", "lines end in CR or CR LF, not in LF"),
    ):
        offset = source.text.find(needle)
        if offset >= 0:
            _, line, column = source.locate(offset)
            yield Diagnostic(source.path, line, column, code, message, resave)


def _character_findings(source: Source) -> Iterator[Diagnostic]:
    """Characters and syntax that do not belong into an official text. They are shown literally or declared."""
    if _ODD.search(source.text):
        for pattern, code, what in _CHARACTERS:
            yield from each(source, pattern.finditer(source.text), code, f"{what} stands in the text", ANOTHER)
    yield from controls(source)
    yield from private(source)
    if any(sign in source.text for sign in _MARKUP_SIGNS) or "javascript:" in source.text.lower():
        hint = "it is shown literally; check that the official text has it"
        what = "markup or template syntax stands in the text"
        yield from each(source, _MARKUP.finditer(source.text), "text-markup", what, hint)
