"""Fonts that show other signs than their characters say: Symbol (Greek, mathematics) and the ornaments of Wingdings.

The table of Symbol is Adobe's (unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt). Word keeps such a character at
its place, or at that place from U+F000 on.
"""

from __future__ import annotations

_PRIVATE = 0xF000
_SAME = "!#%&()+,./0123456789:;<=>?[]_{|} "
_GREEK = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
)
_SIGNS = {'"': "∀", "$": "∃", "'": "∋", "*": "∗", "-": "−", "@": "≅", "\\": "∴", "^": "⊥", "~": "∼"}
_HIGH = {
    0xA1: "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…",
    0xBF: "↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈",
    0xE5: "∑",
    0xF1: "〉∫",
}
SYMBOL: dict[int, str] = {
    **{ord(char): char for char in _SAME},
    **{ord(char): sign for char, sign in (*_GREEK.items(), *_SIGNS.items())},
    **{start + at: sign for start, signs in _HIGH.items() for at, sign in enumerate(signs)},
}
WINGDINGS = {0x6C: "●", 0x6E: "■", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFE: "☑"}
_FONTS = {"symbol": SYMBOL, "wingdings": WINGDINGS}
_OTHERS = ("wingdings", "webdings", "zapf", "dingbats", "monotype sorts")


def is_of_signs(font: str) -> bool:
    """Whether a font shows signs in the places of letters."""
    return font.lower() == "symbol" or font.lower().startswith(_OTHERS)


def sign(code: int, font: str) -> str:
    """The sign that such a font shows for a character; empty where it is not known which one.

    A private character without a known font is taken for one of Symbol, or of Wingdings where Symbol has none.
    """
    at = code - _PRIVATE if code >= _PRIVATE else code
    table = _FONTS.get(font.lower())
    if table is not None:
        return table.get(at, "")
    return "" if is_of_signs(font) else SYMBOL.get(at, "") or WINGDINGS.get(at, "")


def shown(words: str, font: str) -> tuple[str, bool]:
    """Words in a font of signs as the signs that they show, and whether all of these are known."""
    signs = [" " if char.isspace() else sign(ord(char), font) for char in words]
    return "".join(signs), all(signs)
