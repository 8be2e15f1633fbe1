"""What the markup of an Akoma Ntoso file says of the text in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from converter.model import MarkedUp
from converter.read.nodes import Node

# The three letters of ISO 639-2 in both of its forms, and the code that this house has for the language.
_LANGUAGES = {
    "ara": "ar", "chi": "zh", "eng": "en", "fra": "fr", "fre": "fr", "rus": "ru", "spa": "es", "zho": "zh",
}  # fmt: skip
_NUMBER = re.compile(r"\s*\d{1,3}\s*[.\-–]?\s*$")
_TYPED_NUMBER = re.compile(r"\s*\d{1,3}\s?(?:\.(?!\d)|[-–]\s)")
_DIGITS = re.compile(r"\d{1,4}")
_DOCUMENT = re.compile(
    r"https?://(?:www\.)?(?:undocs|docs\.un)\.org/(?:(?:ar|ch|zh|en|fr|ru|es)/)?(?P<symbol>[A-Z]{1,8}(?:\.\d+)?/.{1,80})",
    re.IGNORECASE,
)


def language_of(root: Node) -> str:
    """The language that the markup says the text is in: our code for it, else what is written there; empty for none."""
    said = next((one.attrs.get("language", "") for one in root.walk() if one.tag == "akn:FRBRlanguage"), "")
    said = said.strip().lower()
    return _LANGUAGES.get(said, said)


def markup_of(root: Node) -> MarkedUp:
    """The facts that the markup states of the text as a whole."""
    every = list(_text(root))
    cover = next((one for one in every if one.tag == "akn:coverPage"), None)
    symbol = _first(cover, "docNumber") if cover else ""
    closing = next((one for one in every if one.tag == "akn:conclusions"), None)
    meeting = _DIGITS.search(_first(closing, "location")) if closing else None
    dates = (one for one in root.walk() if one.tag == "akn:FRBRdate" and one.attrs.get("name") == "adoption")
    adopted = next((one.attrs.get("date", "") for one in dates), "")
    body = next((one for one in every if one.tag == "akn:mainBody"), None)
    return MarkedUp(
        symbol="".join(symbol.split()),
        date=adopted,
        meeting=int(meeting[0]) if meeting else None,
        operative=sum(map(_is_numbered, body.walk())) if body else 0,
        notes=sum(one.tag == "akn:authorialNote" for one in every),
        documents=tuple(_documents(every)),
    )


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
