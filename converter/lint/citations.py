"""Citations against the authority files: dates that contradict, numbers of no organ."""

from __future__ import annotations

from collections.abc import Iterator

from converter.lint.reading import Reading
from converter.model import Diagnostic, Severity


def dates(reading: Reading) -> Iterator[Diagnostic]:
    """The date that the text gives a work is the one that is known, or lies in the session its number names."""
    for citation in reading.citations:
        if not citation.date or not citation.target:
            continue
        offset = reading.at(citation.place, citation.start)
        hint = "compare with the official text; correct whichever is wrong"
        work = reading.authorities.work(citation.target)
        if work and work.date:
            if work.date != citation.date:
                message = f"{citation.target} is of {work.date} (authorities/works.yml), the text says {citation.date}"
                yield reading.finding(offset, "citation-date", Severity.ERROR, message, hint)
            continue
        session = reading.authorities.session(citation.body or "", citation.number.split("/")[0])
        if citation.body == "HRC" and session and not session.first <= citation.date <= session.last:
            dates = f"the session was from {session.first} to {session.last}"
            message = f"{citation.target} cannot be of {citation.date}: {dates}"
            yield reading.finding(offset, "citation-date", Severity.ERROR, message, hint)


def unresolved(reading: Reading) -> Iterator[Diagnostic]:
    """A number whose organ cannot be told is shown without a link."""
    for citation in reading.citations:
        if citation.target is None and citation.body is None and citation.kind != "treaty":
            message = f"no organ was found for {citation.text}"
            hint = "name the organ in the text as printed, or add the body to authorities/bodies.yml"
            yield reading.finding(
                reading.at(citation.place, citation.start), "citation-organ", Severity.WARNING, message, hint
            )
