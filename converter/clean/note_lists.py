"""Notes of several paragraphs: words that lead to a list, and below them, apart, what each word means or letter says.

* For the purpose of this resolution only:

Keeper: a person who lights lamps.

“Oil” means what burns in them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.clean.healing import ends_in_colon
from converter.languages import Language
from converter.model import Line

_WORDS = r"[^\W\d_][^:：;；,，.。\d]{0,60}"
_DEFINED = re.compile(rf"{_WORDS}?[ \u00a0\u202f]?[:：]\s?\S|{_WORDS}\s[–—-]\s\S")
_QUOTED = re.compile(rf"[“\"„«‘”]\s?{_WORDS}?\s?[”\"“»’]")


def is_listed(note: Sequence[Line], bare: str, language: Language) -> bool:
    """Whether a line that stands apart goes on the list of a note: its items have one form, that of the first."""
    lead = next((at for at, line in enumerate(note) if ends_in_colon(line.text.strip())), None)
    form = _form(bare, language) if lead is not None else ""
    if lead is None or not form:
        return False
    first = note[lead + 1].text.strip() if lead + 1 < len(note) else ""
    return not first or _form(first, language) == form


def _form(bare: str, language: Language) -> str:
    """How a line opens that is an item of such a list: with a word and what it means, or with a letter; else empty."""
    page = language.page
    if page.closing_lines.is_one(bare) or page.closing.begins_column(bare) or page.headings.read(bare) is not None:
        return ""  # In favour: Lumenia; Annex A: Plan for the lamps
    if language.opens(bare, "preambular") and not language.goes_on(bare):
        return ""
    if _QUOTED.match(bare):
        return "quoted"
    if _DEFINED.match(bare):
        return "defined"
    return "lettered" if page.label_forms.begins_sub(bare) else ""
