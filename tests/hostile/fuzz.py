"""python -m tests.hostile.fuzz KIND COUNT [SEED]: files mutated behind the door, each through the whole house.

A byte changed in a DOCX or a PDF is refused at the door nine times in ten: the zip or a checksum no longer fits. So the
parts of a DOCX are mutated as XML and zipped again, the streams of a PDF are mutated unpacked and packed again, with
lengths and offsets that fit; of HTML, elements and attributes are mutated. KIND is docx, pdf, html, text or all.

What is asked of each file: nothing is raised; reading it ends within the bounds; the words of the page are the words
that were read (two readers read it back, and every character of the source is accounted for); and each word of ours
that a DOCX or an HTML page still shows stands in what was read, unless a finding says what is left out.
"""

# ruff: noqa: E501 - markup reads better in one piece
from __future__ import annotations

import io
import random
import re
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from converter.convert import Input, convert, page_of
from converter.lint import pages
from converter.model import Expression
from converter.read import apart, reader_of
from converter.read.docx.inline import words_in
from converter.read.nodes import parse_xml
from converter.write import markdown
from converter.write.outputs import OUTPUTS, Given
from tests.documents.word import SEPARATORS, docx, level, lists, mark, note, p, r, row, table, zipped
from tests.hostile.raw_pdf import page
from tests.hostile.whole import SIDECAR, authorities, render

# Findings that say that words are left out.
_SAID = frozenset(("read-left-out", "read-hidden", "read-tracked-changes"))
SLOW = 10.0  # seconds of processor for one file
_NUMBERS = ("0", "1", "-1", "9", "255", "65536", "4294967295", "1e9", "NaN", "x", "")
_WORDS = (
    "1. ",
    "(a) ",
    "A/RES/1/1",
    "&#0;",
    "\u202e",
    "\u0301",
    "\ufffd",
    "*",
    "[1]",
    " ",
    "\u00ad",
    "１",
    "和",
    "و",
    "<",
)
_TOKEN = re.compile(rb"-?\d+(?:\.\d+)?|/[A-Za-z]+|\b[A-Za-z]{1,2}\*?\b|\([^()]*\)")


@cache
def docx_seeds() -> tuple[bytes, ...]:
    """Texts with everything that the reader of DOCX knows."""
    numbering = lists({0: level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)")}, {1: (0, "")})
    plain = docx(
        p("The Council of Lamps,"),
        p("Recalling its resolution 1/2,", mark(1)),
        p(r("Decides", "<w:i/>"), " that lamps shall burn;", num=(1, 0)),
        p("in every harbour;", num=(1, 1)),
        p("Requests a report.", mark(2), num=(1, 0)),
        table(row("Harbour", "Lamps"), row("North", "12"), row("South", "7")),
        p("Adopted at the third meeting."),
        numbering=numbering,
        footnotes=SEPARATORS + note(1, "A/1/3, annex.") + note(2, "See above.", "And below."),
    )
    return plain, docx(p("The Council of Lamps,"), p("1. Decides that lamps shall burn."), headers={"h1": p("A/1/4")})


@cache
def html_seeds() -> tuple[str, ...]:
    """Pages as official sites have them."""
    return (
        "<!doctype html><html lang=en><meta charset=utf-8><body><nav><a href='/x'>Home</a></nav><main><h1>1/2. Lamps</h1>"
        "<p align=center><b>The Council of Lamps</b>,</p><p>Recalling its resolution 1/1,<sup><a href='#f1'>1</a></sup></p>"
        "<ol><li>Decides that lamps shall burn;<ol type=a><li>at dusk;</li><li>at dawn;</li></ol></li></ol><table border=1>"
        "<tr><th>Harbour</th><td>Lamps</td></tr><tr><td>North</td><td>12</td></tr></table><p id=f1>1 A/1/3.</p></main></body>",
        "<p>The Council of Lamps,<p>1. Decides<br>that lamps shall burn.<div style='vertical-align:super'>1</div>"
        "<pre>  2. Requests\n     a report.</pre><del>old</del><img alt=x><p>3. Ends.",
    )


@cache
def pdf_seeds() -> tuple[tuple[bytes, bytes], ...]:
    """The content of a page and the resources that it has beside its font."""
    lines = (b"The Council of Lamps,", b"Recalling its resolution 1/2,", b"1. Decides that lamps shall burn;",
             b"2. Requests a report.", b"3. Ends.")  # fmt: skip
    plain = b"BT /A 12 Tf 14 TL 72 700 Td " + b"".join(b"(" + line + b") Tj T* " for line in lines) + b"ET "
    notes = b"72 200 150 0.5 re f BT /A 7 Tf 160 705 Td (1) Tj /A 9 Tf -88 -515 Td (1 A/1/3, annex.) Tj ET"
    turned = b"q 0 1 -1 0 300 100 cm " + plain + b"Q BT /A 10 Tf 300 700 Td [(Lam) -20 (ps) 300 (burn)] TJ ET"
    return (plain, b""), (plain + notes, b""), (turned, b"/ExtGState<</G<</ca 0.5>>>>")


def mutated_xml(random_: random.Random, data: bytes) -> bytes:
    """A part with elements taken out, doubled, moved or wrapped, and attributes and words changed; still whole XML."""
    text = data.decode("utf-8")
    for _ in range(random_.randint(1, 6)):
        elements = list(re.finditer(r"<(w:\w+)(?: [^<>]*)?(?:/>|>[^<>]*</\1>)", text))
        if not elements:
            break
        one, other = random_.choice(elements), random_.choice(elements)
        whole = one[0]
        how = random_.randrange(8)
        if how == 0:
            new = ""
        elif how == 1:
            new = whole * random_.choice((2, 3, 30))
        elif how == 2:
            new = other[0]
        elif how == 3:
            wrap = random_.choice(
                ("w:ins", "w:del", "w:sdt", "w:hyperlink", "w:r", "w:p", "w:tbl", "w:tc", "w:txbxContent")
            )
            new = f"<{wrap}>{whole}</{wrap}>"
        elif how == 4:
            new = re.sub(r'"[^"]*"', lambda _: f'"{random_.choice(_NUMBERS)}"', whole, count=random_.randint(1, 2))
        elif how == 5:
            new = re.sub(
                r">[^<>]+<",
                lambda m: f">{random_.choice(_WORDS).replace('<', '&lt;').replace('&#0;', '')}{m[0][1:]}",
                whole,
            )
        elif how == 6:
            kind = random_.choice(
                ("w:fldChar w:fldCharType='begin'", "w:fldChar w:fldCharType='end'", "w:vanish", "w:br")
            )
            new = f"<w:r><{kind}/></w:r>{whole}"
        else:
            name = random_.choice(("w:footnoteReference", "w:t", "w:sym", "w:tab", "w:numPr", "w:sectPr", "m:oMath"))
            new = re.sub(r"w:\w+", name, whole) if whole.endswith("/>") else whole
        text = text[: one.start()] + new + text[one.end() :]
    return text.encode("utf-8")


def docx_file(random_: random.Random) -> bytes:
    """A DOCX whose parts are mutated."""
    with zipfile.ZipFile(io.BytesIO(random_.choice(docx_seeds()))) as package:
        files: dict[str, bytes | str] = {name: package.read(name) for name in package.namelist()}
    parts = [name for name in files if name.startswith("word/") and name.endswith(".xml")]
    for name in random_.sample(parts, random_.randint(1, min(2, len(parts)))):
        content = files[name]
        assert isinstance(content, bytes)
        files[name] = mutated_xml(random_, content)
    if random_.random() < 0.03:
        del files[random_.choice(parts)]
    return zipped(files)


def html_file(random_: random.Random) -> bytes:
    """A page whose elements, attributes and words are mutated."""
    text = random_.choice(html_seeds())
    for _ in range(random_.randint(1, 8)):
        pieces = re.findall(r"<[^<>]*>|[^<>]+", text)
        at, other = random_.randrange(len(pieces)), random_.randrange(len(pieces))
        how = random_.randrange(7)
        if how == 0:
            del pieces[at]
        elif how == 1:
            pieces.insert(at, pieces[other] * random_.choice((1, 1, 2, 40)))
        elif how == 2:
            pieces[at], pieces[other] = pieces[other], pieces[at]
        elif how == 3:
            pieces[at] = re.sub(
                r"[a-z]+", random_.choice(("table", "td", "li", "sup", "a", "pre", "ins", "div")), pieces[at], count=1
            )
        elif how == 4 and pieces[at].startswith("<"):
            more = random_.choice(
                (
                    " hidden",
                    " start=9",
                    " value=-5",
                    " type=i",
                    " role=main",
                    " href='#f1'",
                    " id=f1",
                    " style='mso-element:comment'",
                )
            )
            pieces[at] = pieces[at].rstrip(">") + more + ">"
        elif how == 5 and not pieces[at].startswith("<"):
            cut = random_.randint(0, len(pieces[at]))
            pieces[at] = pieces[at][:cut] + random_.choice(_WORDS) + pieces[at][cut:]
        else:
            pieces.insert(
                at,
                random_.choice(
                    ("<!--", "-->", "<![CDATA[", "</p>", "<p", "\0", "<script>", "</script>", "<br>" * 5, "&nbsp;")
                ),
            )
        text = "".join(pieces)
    return text.encode("utf-8", errors="replace")


def pdf_file(random_: random.Random) -> bytes:
    """A PDF of one page whose content is mutated token by token, and packed again."""
    content, resources = random_.choice(pdf_seeds())
    for _ in range(random_.randint(1, 8)):
        tokens = list(_TOKEN.finditer(content))
        one, other = random_.choice(tokens), random_.choice(tokens)
        how = random_.randrange(6)
        new = one[0]
        if how == 0:
            new = b""
        elif how == 1:
            new = (one[0] + b" ") * random_.choice((2, 3, 50))
        elif how == 2:
            new = other[0]
        elif how == 3:
            new = random_.choice((b"0", b"-1", b"1e9", b"99999999999", b"0.0001", b"-700", b"90", b"."))
        elif how == 4:
            new = (
                b"("
                + bytes(random_.randrange(256) for _ in range(random_.randint(0, 9))).translate(None, b"()\\")
                + b")"
            )
        else:
            new = random_.choice(
                (b"q", b"Q", b"BT", b"ET", b"Tj", b"TJ", b"Td", b"cm", b"Tr", b"Tm", b"Do", b"re", b"BI", b"W n")
            )
        content = content[: one.start()] + new + content[one.end() :]
    made = page(content, resources=resources, packed=random_.random() < 0.8)
    if random_.random() < 0.1:  # the objects around the content
        at = random_.randrange(9, len(made) - 30)
        made = made[:at] + bytes([random_.randrange(32, 127)]) + made[at + 1 :]
    return made


def text_file(random_: random.Random) -> bytes:
    """A text whose lines are cut, doubled, moved and filled with signs."""
    lines = ["The Council of Lamps,", "Recalling its resolution 1/2,1", "1. Decides that lamps shall burn;", "(a) at dusk;",
             "2. Requests a report.", " 1 A/1/3, annex.", "Annex", "Adopted by 11 votes to 2."]  # fmt: skip
    for _ in range(random_.randint(1, 8)):
        at, other = random_.randrange(len(lines)), random_.randrange(len(lines))
        cut = random_.randint(0, len(lines[at]))
        how = random_.randrange(4)
        if how == 0:
            lines[at] = lines[at][:cut] + random_.choice(_WORDS) * random_.choice((1, 2, 50)) + lines[at][cut:]
        elif how == 1:
            lines.insert(at, lines[other])
        elif how == 2:
            lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]
        else:
            lines[at], lines[other] = lines[other], lines[at]
    return "\n".join(lines).encode()


KINDS: dict[str, Callable[[random.Random], bytes]] = {
    "docx": docx_file,
    "html": html_file,
    "pdf": pdf_file,
    "text": text_file,
}
ENDINGS = {"docx": ".docx", "html": ".html", "pdf": ".pdf", "text": ".txt"}


@dataclass
class Figures:
    """What came of a run."""

    files: int = 0
    refused: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    peak: float = 0.0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        codes = ", ".join(f"{code} {count}" for code, count in self.codes.most_common(12))
        return (
            f"{self.files} files, {self.refused} refused, {len(self.faults)} faults, slowest {self.slowest:.2f} s, "
            f"peak {self.peak:.0f} MiB; findings: {codes}"
        )


def faults_of(expression: Expression) -> Iterator[str]:
    """What is wrong with what was made of a file: words lost or invented between the source and the page."""
    page_ = page_of(SIDECAR, expression.resolution.lang, expression.resolution.masthead.symbol)
    for make in OUTPUTS.values():
        make(Given(expression, SIDECAR, page_, authorities(), False))
    text = markdown.body(expression, page_)
    for finding in pages.check_words(expression.resolution, text, render, pages.second_reader()):
        yield f"{finding.code}: {finding.message}"
    for diagnostic in expression.diagnostics:
        if diagnostic.code in ("words", "read-fault", apart.GAVE_UP):
            yield f"{diagnostic.code}: {diagnostic.message}"


def lost(kind: str, data: bytes, expression: Expression) -> Iterator[str]:
    """Words of ours that a DOCX still shows and that are nowhere in what was read, where no finding tells why."""
    refused = not expression.resolution.paragraphs and not expression.resolution.masthead.blocks
    if kind != "docx" or refused or not _SAID.isdisjoint(one.code for one in expression.diagnostics):
        return
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = package.read("word/document.xml")
    source, _ = reader_of(".docx")(data, "fuzz/en.docx", "en")
    read = Counter("".join(source.text.split()))
    shown = Counter("".join("".join(one.words() for one in words_in(parse_xml(body))).replace("\u00ad", "").split()))
    if missing := shown - read:
        yield f"lost: {dict(missing)}"


def run(kind: str, seeds: Sequence[int]) -> Figures:
    """Make a file of each seed and take it through. A fault names the seed, which makes the same file again."""
    import resource  # noqa: PLC0415 - not on Windows, where nobody runs this

    figures = Figures()
    for seed in seeds:
        data = KINDS[kind](random.Random(f"{kind} {seed}"))
        began = time.process_time()
        try:
            ending = ENDINGS[kind]
            expression = convert(Input(f"fuzz/en{ending}", "en", data, SIDECAR), authorities())
            found = [*faults_of(expression), *lost(kind, data, expression)]
        except Exception as error:
            figures.faults.append(f"{kind} {seed}: {type(error).__name__}: {error}")
            continue
        finally:
            figures.files += 1
        took = time.process_time() - began
        figures.slowest = max(figures.slowest, took)
        figures.refused += not expression.resolution.paragraphs
        figures.codes.update({one.code for one in expression.diagnostics})
        figures.faults += [f"{kind} {seed}: {one}" for one in found]
        if took > SLOW:
            figures.faults.append(f"{kind} {seed}: {took:.0f} s")
    used = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    figures.peak = used / 1024
    return figures


def main(kind: str, count: int, seed: int) -> int:
    """Run and print the figures; 1 if there is a fault."""
    failed = 0
    for one in KINDS if kind == "all" else [kind]:
        figures = run(one, range(seed, seed + count))
        print(f"{one}: {figures}", flush=True)
        for fault in figures.faults[:20]:
            print(f"  {fault}", flush=True)
        failed |= bool(figures.faults)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0))
