"""The documents that were before an organ when it adopted a text: a committee's report, or a draft.

The brackets of the masthead name them: [on the report of the Fifth Committee (A/79/390/Add.1, para. 13)]. They are read
by the citations' own readers of symbols and pinpoints, so in every language and format alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from converter.annotate.found import Words
from converter.cite.addenda import documents
from converter.cite.documents import by_symbol
from converter.languages import Language
from converter.languages.closing_lines import OPENING
from converter.model import Origin, Resolution


def find_origin(resolution: Resolution, language: Language) -> tuple[Origin, ...]:
    """The documents that the masthead of a text names as what was before the organ, in their order."""
    return tuple(_found(resolution, language))


def origin_of(words: str, language: Language, block: int = 0) -> tuple[Origin, ...]:
    """The documents that these words name, such as A/79/439, para. 12; they are those of a block of the masthead."""
    tokens = Words("", words, language.page).tokens
    cited = by_symbol("", tokens, language.page, language.authorities, documents(tokens, language.page)[0], ())
    return tuple(
        Origin(one.target, one.pinpoints[0].label if one.pinpoints else None, block, one.start, one.end)
        for one in cited
        if one.target
    )


def _found(resolution: Resolution, language: Language) -> Iterator[Origin]:
    for number, block in enumerate(resolution.masthead.blocks):
        if block.kind == "adoption" and block.text.text.startswith(tuple(OPENING)):
            yield from origin_of(block.text.text, language, number)
