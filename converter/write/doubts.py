"""What a page says, quietly, of a place that is not certain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from converter.model import Accepted, Diagnostic
from converter.write.words import Words

# The codes of findings, by what they begin with → the reader's word for what is not certain, of `uncertain.what`.
WHAT = {
    "adoption-": "adoption",
    "citation-date": "dates",
    "citation-year": "dates",
    "citation-": "citations",
    "date-": "dates",
    "label-": "numbers",
    "languages-": "languages",
    "mark-": "notes",
    "masthead-": "structure",
    "merged-": "structure",
    "no-": "structure",
    "note-": "notes",
    "number-": "numbers",
    "pinpoint": "citations",
    "plain-": "structure",
    "read-encoding": "characters",
    "session-dates": "dates",
    "symbol-": "symbol",
    "text-": "characters",
}
# The codes of what is misprinted in the source and was seen through: the page shows it as it is printed.
MISPRINTS = frozenset({"label-mended", "note-misprint", "citation-misprint", "adoption-misprint", "date-misprint"})
_LINE = re.compile(r"(?:page \d+ )?(?:line|paragraph) \d+|page \d+|symbol")  # a place that is no anchor


def misprints(findings: Iterable[Diagnostic], lang: str) -> list[str]:
    """The anchors of the paragraphs and notes of a text in one language that have a misprint, each once."""
    found = (one.at for one in findings if one.code in MISPRINTS and one.lang == lang)
    return list(dict.fromkeys(at for at in found if at and not _LINE.fullmatch(at)))


def doubt(finding: Diagnostic, by: Accepted | None, words: Words) -> dict[str, Any]:
    """One place of a page: its anchor, what it is called, what is not certain there, and why it stays."""
    anchor = "" if _LINE.fullmatch(finding.at) else finding.at
    what = next((word for code, word in WHAT.items() if finding.code.startswith(code)), "other")
    found = {
        "anchor": anchor,
        "paragraph": words.paragraph(anchor) if anchor else "",
        "what": words.among("uncertain", "what", what),
        "reason": by.reason(words.lang) if by else "",
    }
    return {key: value for key, value in found.items() if value}
