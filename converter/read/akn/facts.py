"""What the markup of an Akoma Ntoso file says of the text in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from converter.model import Counts, Keyword, MarkedUp
from converter.read.nodes import Node

# The three letters of ISO 639-2 in both of its forms, and the code that this house has for the language.
_LANGUAGES = {
    "ara": "ar", "chi": "zh", "eng": "en", "fra": "fr", "fre": "fr", "rus": "ru", "spa": "es", "zho": "zh",
}  # fmt: skip
_NUMBER = re.compile(r"\s*\d{1,3}\s*[.\-–]?\s*$")
_TYPED_NUMBER = re.compile(r"\s*\d{1,3}\s?(?:\.(?!\d)|[-–]\s)")
_LABEL = re.compile(r"\s*[(（][^\W_]{1,5}[)）]\s*")
_TYPED_LABEL = re.compile(rf"{_LABEL.pattern}(?=\S)")
_DIGITS = re.compile(r"\d{1,4}")
_DOCUMENT = re.compile(
    r"https?://(?:www\.)?(?:undocs|docs\.un)\.org/(?:(?:ar|ch|zh|en|fr|ru|es)/)?(?P<symbol>[A-Z]{1,8}(?:\.\d+)?/.{1,80})",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]{1,100}(?:/[A-Za-z0-9._~/%?&=#-]{0,300})?")
_BODY, _PREAMBLE = "akn:mainBody", "akn:preamble"
_ANNEXED = ("akn:meta", "akn:attachments", "akn:doc")  # an annex is a `doc`, wherever it stands
_OURS = "/akn/ontology/organization/un/converter"  # who made the file, in what write/akn writes
_ORIGIN = "originating document"
_MOST_KEYWORDS = 200  # the United Nations' own files have up to 70
_LONGEST = 200  # characters of a term


def language_of(root: Node) -> str:
    """The language that the markup says the text is in: our code for it, else what is written there; empty for none."""
    said = next((one.attrs.get("language", "") for one in root.walk() if one.tag == "akn:FRBRlanguage"), "")
    said = said.strip().lower()
    return _LANGUAGES.get(said, said)


def markup_of(root: Node) -> MarkedUp | None:
    """The facts that the markup states of the text as a whole; None where this house made it: it knows nothing more."""
    if any(one.tag == "akn:TLCOrganization" and one.attrs.get("href") == _OURS for one in root.walk()):
        return None
    every = list(_text(root))
    cover = next((one for one in every if one.tag == "akn:coverPage"), None)
    symbol = _first(cover, "docNumber") if cover else ""
    meeting = _DIGITS.search(next(_meetings(every), ""))
    dates = (one for one in root.walk() if one.tag == "akn:FRBRdate" and one.attrs.get("name") == "adoption")
    adopted = next((one.attrs.get("date", "") for one in dates), "")
    return MarkedUp(
        symbol="".join(symbol.split()).rstrip("*"),  # a star says that it was issued again
        date=adopted,
        meeting=int(meeting[0]) if meeting else None,
        counts=_counts(root, every),
        origin=_origin(cover) if cover else "",
        documents=tuple(_documents(every)),
        keywords=tuple(dict.fromkeys(_keywords(root)))[:_MOST_KEYWORDS],
    )


def _meetings(every: list[Node]) -> Iterator[str]:
    """What the closing lines call the meeting, of each part that has them."""
    for closing in (one for one in every if one.tag == "akn:conclusions"):
        for one in closing.walk():
            if one.tag == "akn:location" or one.attrs.get("name") == "adoptionMeeting":
                yield " ".join(one.words(200).split())


def _origin(cover: Node) -> str:
    """The document that was before the organ when it adopted the text, as printed (A/79/439, para. 12)."""
    named = (one for one in cover.walk() if one.attrs.get("name") == _ORIGIN)
    return " ".join(next((one.words(200) for one in named), "").split())[:_LONGEST]


def _keywords(root: Node) -> Iterator[Keyword]:
    """What the text is classed under. The item of an agenda, which is marked up as if it were a term, is none."""
    for one in root.walk():
        if one.tag != "akn:keyword" or one.attrs.get("refersTo") == "agenda":
            continue
        name, vocabulary = (
            " ".join(one.attrs.get(key, "").replace("_", " ").split()) for key in ("value", "dictionary")
        )
        if name and vocabulary and max(len(name), len(vocabulary)) <= _LONGEST:
            address = one.attrs.get("href", "").strip()
            yield Keyword(name, vocabulary, address if _ADDRESS.fullmatch(address) else "")


def _counts(root: Node, every: list[Node]) -> Counts:
    """How many of each the elements are; recitals and operative paragraphs of all its parts, not of its annexes."""
    own = [one for body in _outermost(root, _BODY) for one in body.walk()]
    recitals = (one for preamble in _outermost(root, _PREAMBLE) for one in preamble.walk())
    return Counts(
        recitals=sum(map(_recitals, recitals)) + sum(map(is_recital, own)),
        operative=sum(map(_is_numbered, own)),
        points=sum(map(_points, every)),
        notes=sum(one.tag == "akn:authorialNote" for one in every),
        annexes=sum(one.tag == "akn:attachment" for one in every),
        tables=sum(one.tag == "akn:table" and bool(one.words(200).strip()) for one in every),
    )


def _outermost(root: Node, name: str) -> Iterator[Node]:
    """The elements of a name in the text and in all its parts, not those in its annexes or in each other."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.tag == name:
            yield node
        elif node.tag not in _ANNEXED:
            waiting += [one for one in reversed(node.children) if not isinstance(one, str)]


def _recitals(node: Node) -> int:
    """How many recitals stand in this container: each paragraph is one, and so is a list with its introduction."""
    if node.tag != "akn:container":
        return 0
    return sum(one.tag in ("akn:p", "akn:blockList") and bool(one.words(200).strip()) for one in node.elements())


def is_recital(node: Node) -> bool:
    """Whether a cross heading among the paragraphs is a recital: it says so, or its first words are in italics."""
    if node.tag != "akn:crossHeading":
        return False
    if node.attrs.get("refersTo") == "#preamble":
        return True
    at: Node | str | None = node
    while isinstance(at, Node):
        if at.tag == "akn:i" or "italic" in at.attrs.get("class", ""):
            return True
        at = next((one for one in at.children if not isinstance(one, str) or one.strip()), None)
    return False


def _points(node: Node) -> int:
    """How many points this element is or holds: each with a label, in an element of its own or typed."""
    number = node.find("akn:num")
    if node.tag in ("akn:point", "akn:item"):
        return 1
    if number is not None and _LABEL.fullmatch(number.words(20)):
        return 1
    if node.tag not in ("akn:content", "akn:container"):
        return 0
    return sum(one.tag == "akn:p" and bool(_TYPED_LABEL.match(one.words(20))) for one in node.elements())


def _text(root: Node) -> Iterator[Node]:
    """The elements outside `meta`, in the order of the text."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [one for one in reversed(node.children) if not isinstance(one, str) and one.tag != "akn:meta"]


def _first(parent: Node, name: str) -> str:
    found = next((one for one in parent.walk() if one.tag == f"akn:{name}"), None)
    return " ".join(found.words(200).split()) if found else ""


def _is_numbered(node: Node) -> bool:
    """Whether this is a paragraph with a number, in an element of its own or typed before the words."""
    if node.tag != "akn:paragraph":
        return False
    number = node.find("akn:num")
    if number is not None:
        return bool(_NUMBER.fullmatch(number.words(20)))
    content = node.find("akn:content")
    return content is not None and bool(_TYPED_NUMBER.match(content.words(20)))


def _documents(every: list[Node]) -> Iterator[tuple[str, str]]:
    for node in every:
        found = _DOCUMENT.fullmatch(node.attrs.get("href", "").strip()) if node.tag in ("akn:a", "akn:ref") else None
        if found:
            yield " ".join(node.words(200).split()), unquote(found["symbol"]).replace(" ", "")
