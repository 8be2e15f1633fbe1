"""What a page adds to a text, by its shape: page numbers, running heads, job numbers. The shapes are `common.yml`'s.

A page gives the words: how it prints the number of a page (`Page # of #`, 第 # 页), what asks to recycle it,
what a site puts below a text (Back to top), and what stands above notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from converter.languages.shapes import any_of
from converter.languages.table import is_han

FURNITURE = ("page", "recycle", "site", "notes")
"""The lists of words of a page's `furniture`."""
_NUMBER = "#"
Rule = tuple[str, re.Pattern[str]]


def furniture_rules(
    common: Mapping[str, Any], words: Mapping[str, Sequence[str]], roots: Iterable[str]
) -> tuple[Rule, ...]:
    """The rules in their order: kind, and the pattern of a whole line; `common` has the shapes and their parts."""
    pages, recycle = (*words.get("page", ()), *common["page"]), words.get("recycle", ())
    fills = {
        **common["parts"],
        "root": f"(?:{any_of(roots)})",
        "page": _any_shape(pages),
        "one page": _any_shape(page for page in pages if page.count(_NUMBER) == 1),
        "recycle": _any_shape(recycle),
        "site": _any_shape(words.get("site", ())),
        "notes": _any_shape(words.get("notes", ())),
    }
    return tuple((rule["kind"], re.compile(_filled(rule["pattern"], fills))) for rule in common["rules"])


def _filled(pattern: str, fills: Mapping[str, str]) -> str:
    while found := re.search(r"\{(?P<name>[a-z]+(?: [a-z]+)*)\}", pattern):
        pattern = f"{pattern[: found.start()]}{fills[found['name']]}{pattern[found.end() :]}"
    return rf"\A(?:{pattern})\Z"


def _any_shape(printed: Iterable[str]) -> str:
    """Any of some words as they are printed; case does not count, nor does how many blanks there are."""
    return f"(?i:{'|'.join(map(_shape, printed)) or '(?!)'})"


def _shape(printed: str) -> str:
    han = any(map(is_han, printed))
    words = (re.escape(word).replace(re.escape(_NUMBER), r"\d{1,3}") for word in printed.split())
    return (r"\s*" if han else r"\s+").join(words)
