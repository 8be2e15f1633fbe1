"""A file of each kind, mutated behind the door: what it is made from and how it is changed follow from its seed.

A byte changed in a DOCX or a PDF is refused at the door nine times in ten: the zip or a checksum no longer fits. So the
parts of a DOCX are mutated as XML and zipped again, the streams of a PDF are mutated unpacked and packed again, with
lengths and offsets that fit; of HTML, elements and attributes are mutated.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Sequence
from typing import AnyStr, NamedTuple

from tests.documents.word import zipped
from tests.hostile import seeds
from tests.hostile.raw_pdf import page

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
_LINES = (
    "1. Decides that lamps shall burn;",
    "(a) at dusk;",
    " 1 A/1/3, annex.",
    "Annex",
    "[Adopted by 11 votes to 2.]",
)


_ELEMENT = re.compile(r"<(\w+)(?: [^<>]*)?(?:/>|>[^<>]*</\1>)")  # without elements in it
_WRAPS = (
    "table", "tr", "td", "num", "sup", "sub", "container name='unmarkedNote'", "authorialNote marker='1'", "ins", "del",
    "component eId='cmp_A'", "crossHeading", "span", "attachments", "doc", "meta", "lamp", "html:p xmlns:html='urn:x'",
)  # fmt: skip
_PUT_IN = (
    "<eol/>", "<noteRef href='#authorialNote_1' marker='1'/>", "<noteRef href='#lamp' marker='7'/>",
    "<documentRef href='#cmp_A'/>", "<componentRef href='other.xml'/>", "<img src=''/>", "<!-- lamps -->", "<?lamps?>",
    "<![CDATA[<p>lamps</p>]]>", "<num>(a)</num>", "<authorialNote marker='*'><p>lamps</p></authorialNote>",
)  # fmt: skip


_Change = Callable[[random.Random, AnyStr, AnyStr], AnyStr]  # (random, a piece, another one) → what stands there


def _mutate(
    random_: random.Random, text: AnyStr, pieces: re.Pattern[AnyStr], changes: Sequence[_Change[AnyStr]], most: int
) -> AnyStr:
    """A text with up to so many of its pieces changed."""
    for _ in range(random_.randint(1, most)):
        found = list(pieces.finditer(text))
        if not found:
            break
        one, other = random_.choice(found), random_.choice(found)
        new = changes[random_.randrange(len(changes))](random_, one[0], other[0])
        text = text[: one.start()] + new + text[one.end() :]
    return text


def _gone(_: random.Random, one: AnyStr, __: AnyStr) -> AnyStr:
    return one[:0]


def _another(_: random.Random, __: AnyStr, other: AnyStr) -> AnyStr:
    return other


def _often(random_: random.Random, one: AnyStr, _: AnyStr) -> AnyStr:
    return one * random_.choice((2, 3, 30))


# --- DOCX ----------------------------------------------------------------------------------------------------


def _word_wrapped(random_: random.Random, one: str, _: str) -> str:
    wrap = random_.choice(_WORD_WRAPS)
    return f"<{wrap}>{one}</{wrap}>"


def _word_numbers(random_: random.Random, one: str, _: str) -> str:
    return re.sub(r'"[^"]*"', lambda _: f'"{random_.choice(_NUMBERS)}"', one, count=random_.randint(1, 2))


def _word_text(random_: random.Random, one: str, _: str) -> str:
    def put(found: re.Match[str]) -> str:
        return f">{random_.choice(_WORDS).replace('<', '&lt;').replace('&#0;', '')}{found[0][1:]}"

    return re.sub(r">[^<>]+<", put, one)


def _word_before(random_: random.Random, one: str, _: str) -> str:
    return f"<w:r><{random_.choice(_WORD_PUT_IN)}/></w:r>{one}"


def _word_renamed(random_: random.Random, one: str, _: str) -> str:
    name = random_.choice(_WORD_NAMES)
    return re.sub(r"w:\w+", name, one) if one.endswith("/>") else one


_WORD_ELEMENT = re.compile(r"<(w:\w+)(?: [^<>]*)?(?:/>|>[^<>]*</\1>)")
_WORD_WRAPS = ("w:ins", "w:del", "w:sdt", "w:hyperlink", "w:r", "w:p", "w:tbl", "w:tc", "w:txbxContent")
_WORD_PUT_IN = ("w:fldChar w:fldCharType='begin'", "w:fldChar w:fldCharType='end'", "w:vanish", "w:br")
_WORD_NAMES = ("w:footnoteReference", "w:t", "w:sym", "w:tab", "w:numPr", "w:sectPr", "m:oMath")
_IN_WORD: tuple[_Change[str], ...] = (
    _gone, _often, _another, _word_wrapped, _word_numbers, _word_text, _word_before, _word_renamed,
)  # fmt: skip


def mutated_xml(random_: random.Random, data: bytes) -> bytes:
    """A part with elements taken out, doubled, moved or wrapped, and attributes and words changed; still whole XML."""
    return _mutate(random_, data.decode("utf-8"), _WORD_ELEMENT, _IN_WORD, 6).encode("utf-8")


def docx_file(random_: random.Random, lang: str) -> bytes:
    """A DOCX whose parts are mutated."""
    with zipfile.ZipFile(io.BytesIO(seeds.word_file(random_, lang))) as package:
        files: dict[str, bytes | str] = {name: package.read(name) for name in package.namelist()}
    parts = [name for name in files if name.startswith("word/") and name.endswith(".xml")]
    for name in random_.sample(parts, random_.randint(1, min(2, len(parts)))):
        content = files[name]
        assert isinstance(content, bytes)
        files[name] = mutated_xml(random_, content)
    if random_.random() < 0.03:
        del files[random_.choice(parts)]
    return zipped(files)


# --- HTML ----------------------------------------------------------------------------------------------------

_TAGS = ("table", "td", "li", "sup", "a", "pre", "ins", "div")
_ATTRIBUTES = (
    " hidden", " start=9", " value=-5", " type=i", " role=main", " href='#f1'", " id=f1",
    " style='mso-element:comment'",
)  # fmt: skip
_BETWEEN = ("<!--", "-->", "<![CDATA[", "</p>", "<p", "\0", "<script>", "</script>", "<br>" * 5, "&nbsp;")


def html_file(random_: random.Random, lang: str) -> bytes:
    """A page whose elements, attributes and words are mutated."""
    text = seeds.web_page(random_, lang)
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
            pieces[at] = re.sub(r"[a-z]+", random_.choice(_TAGS), pieces[at], count=1)
        elif how == 4 and pieces[at].startswith("<"):
            more = random_.choice(_ATTRIBUTES)
            pieces[at] = pieces[at].rstrip(">") + more + ">"
        elif how == 5 and not pieces[at].startswith("<"):
            cut = random_.randint(0, len(pieces[at]))
            pieces[at] = pieces[at][:cut] + random_.choice(_WORDS) + pieces[at][cut:]
        else:
            pieces.insert(at, random_.choice(_BETWEEN))
        text = "".join(pieces)
    return text.encode("utf-8", errors="replace")


# --- Akoma Ntoso ---------------------------------------------------------------------------------------------


def _akn_wrapped(random_: random.Random, one: str, _: str) -> str:
    wrap = random_.choice(_WRAPS)
    return f"<{wrap}>{one}</{wrap.split()[0]}>"


def _akn_values(random_: random.Random, one: str, _: str) -> str:
    value = random_.choice((*_NUMBERS, "#cmp_A", "cmp_A", "#authorialNote_1", "unmarkedNote", "http://x/"))
    return re.sub(r"'[^']*'|\"[^\"]*\"", f'"{value}"', one, count=random_.randint(1, 2))


def _akn_text(random_: random.Random, one: str, _: str) -> str:
    word = random_.choice(_WORDS).replace("<", "&lt;").replace("&#0;", "")
    return one.replace(">", f">{word}", 1)


def _akn_before(random_: random.Random, one: str, _: str) -> str:
    return random_.choice(_PUT_IN) + one


_IN_AKN: tuple[_Change[str], ...] = (_gone, _often, _another, _akn_wrapped, _akn_values, _akn_text, _akn_before)


def akn_file(random_: random.Random, lang: str) -> bytes:
    """A marked-up file whose elements, attributes and words are mutated; whole XML, but for a few."""
    text = seeds.marked_up_file(random_, lang).decode()
    return _mutate(random_, text, _ELEMENT, _IN_AKN, 6).encode("utf-8")


# --- PDF -----------------------------------------------------------------------------------------------------


def _pdf_often(random_: random.Random, one: bytes, _: bytes) -> bytes:
    return (one + b" ") * random_.choice((2, 3, 50))


def _pdf_number(random_: random.Random, _: bytes, __: bytes) -> bytes:
    return random_.choice((b"0", b"-1", b"1e9", b"99999999999", b"0.0001", b"-700", b"90", b"."))


def _pdf_string(random_: random.Random, _: bytes, __: bytes) -> bytes:
    said = bytes(random_.randrange(256) for _ in range(random_.randint(0, 9)))
    return b"(" + said.translate(None, b"()\\") + b")"


def _pdf_operator(random_: random.Random, _: bytes, __: bytes) -> bytes:
    return random_.choice(_OPERATORS)


_OPERATORS = (b"q", b"Q", b"BT", b"ET", b"Tj", b"TJ", b"Td", b"cm", b"Tr", b"Tm", b"Do", b"re", b"BI", b"W n")
_IN_PDF: tuple[_Change[bytes], ...] = (_gone, _pdf_often, _another, _pdf_number, _pdf_string, _pdf_operator)


def pdf_file(random_: random.Random, _: str) -> bytes:
    """A PDF of one page whose content is mutated token by token, and packed again."""
    content, resources = seeds.printed(random_)
    content = _mutate(random_, content, _TOKEN, _IN_PDF, 8)
    made = page(content, resources=resources, packed=random_.random() < 0.8)
    if random_.random() < 0.1:  # the objects around the content
        at = random_.randrange(9, len(made) - 30)
        made = made[:at] + bytes([random_.randrange(32, 127)]) + made[at + 1 :]
    return made


# --- text ----------------------------------------------------------------------------------------------------


def text_file(random_: random.Random, lang: str) -> bytes:
    """A text whose lines are cut, doubled, moved and filled with signs."""
    lines = "\n\n".join(seeds.text(random_, lang)).split("\n")
    if random_.random() < 0.3:
        lines += _LINES
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


_MAKERS: dict[str, Callable[[random.Random, str], bytes]] = {
    "akn": akn_file,
    "docx": docx_file,
    "html": html_file,
    "pdf": pdf_file,
    "text": text_file,
}
ENDINGS = {"akn": ".xml", "docx": ".docx", "html": ".html", "pdf": ".pdf", "text": ".txt"}


class Mutated(NamedTuple):
    """A file in the language that it is said to be in."""

    lang: str
    data: bytes


def mutated(kind: str, seed: int) -> Mutated:
    """The file of a kind (a key of `ENDINGS`) and a seed: the same one every time."""
    random_ = random.Random(f"{kind} {seed}")
    lang = "en" if kind == "pdf" else random_.choice(seeds.LANGUAGES)
    return Mutated(lang, _MAKERS[kind](random_, lang))
