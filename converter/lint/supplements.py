"""Supplements of the Assembly's records against their symbols: Seventy-fifth Session, Supplement No. 53 is A/75/53.

The symbol is printed in a bracket right behind, and so the words show where it is misprinted, or where an extraction
turned the digits of an Arabic text about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.languages.page import Page
from converter.lint.reading import AS_PRINTED, Reading
from converter.model import Diagnostic

_OF_SUPPLEMENT = re.compile(r"A/(?P<session>\d{1,3})/(?P<supplement>\d{1,3})(?!\d)")
_CLAUSES = re.compile("[,،，;؛；]")
_OPENS = "([（"
_LONGEST = 200  # characters in which session and supplement are named
_QUOTES = " \u00a0《》«»“”*"


def contradicted(reading: Reading) -> Iterator[Diagnostic]:
    """A symbol behind the words for another supplement, or for one of another session."""
    for citation in reading.citations:
        symbol = _OF_SUPPLEMENT.match(citation.target or "")
        text = reading.text_of(citation.place) if symbol else None
        if symbol is None or text is None:
            continue
        at = citation.main_start
        session, supplement = _named(text.text[max(0, at - _LONGEST) : at], reading.language.page)
        is_same = int(symbol["supplement"]) == supplement and session in (None, symbol["session"])
        if supplement is None or is_same:
            continue
        of = f" of session {session}" if session else ""
        message = f"{citation.target} cannot be supplement {supplement}{of}, which the words before it name"
        yield reading.finding(reading.at(citation.place, at), "citation-supplement", message, AS_PRINTED)


def _named(before: str, page: Page) -> tuple[str | None, int | None]:
    """The session and the number of a supplement that are named right before a bracket; None for what is not."""
    if before.rstrip()[-1:] not in tuple(_OPENS):
        return None, None
    *_, of_session, last = ("", *_CLAUSES.split(before.rstrip()[:-1]))
    tokens = page.tokens(last)
    matches = (match for at in range(len(tokens)) for match in page.documents["supplement"].after(tokens, at))
    number = next((match.value("int") for match in matches), None)
    head = page.masthead.read(of_session.strip(_QUOTES)) if number else None
    return (head.facts.get("session") if head is not None and head.kind == "session" else None), number
