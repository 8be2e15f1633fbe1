"""What the markup of an Akoma Ntoso file says of the text in it."""

from __future__ import annotations

from converter.read.nodes import Node

# The three letters of ISO 639-2 in both of its forms, and the code that this house has for the language.
_LANGUAGES = {
    "ara": "ar", "chi": "zh", "eng": "en", "fra": "fr", "fre": "fr", "rus": "ru", "spa": "es", "zho": "zh",
}  # fmt: skip


def language_of(root: Node) -> str:
    """The language that the markup says the text is in: our code for it, else what is written there; empty for none."""
    said = next((one.attrs.get("language", "") for one in root.walk() if one.tag == "akn:FRBRlanguage"), "")
    said = said.strip().lower()
    return _LANGUAGES.get(said, said)
