"""The links of a text to works that stand with others: straight to their place, paragraph included.

The Markdown of a text, and what it says in the parallel view, is kept with the addresses that are the symbols' own: it
is made from its source alone, and those stay right whatever else is taken in. Where such an address leads on today is
the collection's to say, so it is put in when the page is staged; the ways are among the facts that a page is made from:
when one changes, it is written again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from converter import addresses
from converter.cited_series import Standing
from converter.corpus import Corpus
from converter.model import Record

_LINK = re.compile(r"(?<!\\)\]\((<[^<>\n]*>|[^<>()\s]+)\)")


def ways(page: str, record: Record, corpus: Corpus) -> dict[str, str]:
    """The links of a text's page, as its Markdown has them, to what only leads on → to where that leads."""
    found: dict[str, str] = {}
    for citing in record.citings:
        address = addresses.symbol_page(record.lang, citing.target) if citing.target else None
        standing = corpus.standing(record.lang, citing.target) if citing.target else None
        if address is None or standing is None or standing.page == address:
            continue
        if standing.page == page and not standing.anchor:
            continue
        for anchor in ("", *map(addresses.pinpoint_anchor, citing.pinpoints)):
            link = addresses.link(page, standing.page, standing.at(anchor))
            found[addresses.link(page, address, anchor)] = link
    return found


def places(record: Record, corpus: Corpus) -> dict[str, Standing]:
    """Those addresses of works in a text's column that only lead on → where they lead."""
    found: dict[str, Standing] = {}
    for target in sorted({citing.target for citing in record.citings if citing.target}):
        page, standing = addresses.symbol_page(record.lang, target), corpus.standing(record.lang, target)
        if page is not None and standing is not None and standing.page != page:
            found[addresses.url(page)] = standing
    return found


def led(body: str, there: Mapping[str, str]) -> str:
    """The Markdown of a text with its links led to where they land."""
    return _LINK.sub(lambda link: f"]({there.get(link[1], link[1])})", body) if there else body
