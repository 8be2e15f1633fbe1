"""Names of States and other things: when two spellings are the same name, and what CLDR calls a territory."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import cast

_SPACE = re.compile(r"\s+")
_HAN = "\u2e80-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
# Print has none: a line break or a PDF put it there. Tried only where a run begins, or a run would cost its square.
_SPACE_AT_HAN = re.compile(rf"(?<=[{_HAN}])\s+|(?<!\s)\s+(?=[{_HAN}])")
# Guinea\u2011Bissau, as Word sets it.
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_ACCENT = re.compile(r"[\u0300-\u036f]")  # older texts in French print none on capitals: Egypte, Etats-Unis


def normal_name(name: str) -> str:
    """Reduce a name to what decides whether two spellings are the same name.

    Width, letter case, accents, the form of apostrophes and hyphens, white space (any at a Han character, elsewhere how
    much of it) and an English "the" at the start do not count. No two names of States differ by these alone.
    """
    text = unicodedata.normalize("NFKC", name).replace("’", "'").translate(_DASHES).casefold()
    text = _SPACE.sub(" ", _SPACE_AT_HAN.sub("", text)).strip()
    return _ACCENT.sub("", unicodedata.normalize("NFD", text)).removeprefix("the ")


@cache
def cldr(lang: str) -> Mapping[str, str]:
    """Give CLDR's names of territories in this language; none for a language that CLDR does not have."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - slow to import, and not every command needs it

    try:
        return cast(Mapping[str, str], Locale.parse(lang).territories)
    except (UnknownLocaleError, ValueError):
        return {}
