"""What stands between the States of a list, in the words of a page: , and · 、和 · ، و."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from converter.languages.scan import any_of
from converter.languages.table import is_han

_STOP = r"(?:[、，،؛]|[,.;](?=\s|[^\x00-\x7f]))"


@dataclass(frozen=True)
class StateWords:
    """How lists of States are cut; the patterns are made of the page's words.

    `separator` parts the entries of a record of a vote, `joint` (and) two States, unless it stands in the name of one;
    `lead` is what stands before a name and is none of it.
    """

    separator: re.Pattern[str]
    joint: re.Pattern[str]
    lead: re.Pattern[str]

    def joints(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a joint stands in a text, and no word that only has one in it (共和国)."""
        return (match.span("cut") for match in self.joint.finditer(text) if match["cut"])


def state_words(
    joints: Sequence[str], articles: Sequence[str], *, attached: bool, others: Iterable[str], names: Iterable[str]
) -> StateWords:
    """The patterns of a page's words.

    `attached` says that a joint is written as one with the name after it; of the `names` of States those that begin
    like that have none before them. `others` are words that have a joint in them and are none.
    """
    words = any_of(joints)
    article = "".join(f"|{re.escape(one)}" if one.endswith("'") else rf"|{re.escape(one)}\s+" for one in articles)
    article = rf"(?:{article[1:].replace(chr(39), '[’' + chr(39) + ']')})?" if articles else ""
    if attached:
        own = {name.split()[0][len(one) :] for name in names for one in joints if name.startswith(one)}
        after = rf"(?:{words})(?!(?:{any_of(own)})(?!\w))(?=\S)"
        joint, further = rf"\s+{after}", f"(?:{after})?"
    elif all(map(is_han, joints)):
        joint, further = f"(?:{words})", f"(?:{words})?"
    else:
        joint, further = rf"\s+(?:{words})\s+{article}", rf"(?:(?:{words})\s+{article})?"
    whole = any_of(word for word in others if any(one in word for one in joints)) if is_han(words[:1]) else "(?!)"
    lead = further if not article else rf"{further}{article}"
    return StateWords(
        separator=re.compile(rf"{_STOP}\s*{further if attached else ''}"),
        joint=re.compile(rf"{whole}|(?P<cut>{joint})"),
        lead=re.compile(rf"^{lead}"),
    )
