"""What a page says, quietly, of a place that is not certain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from converter import codes
from converter.model import Accepted, Diagnostic
from converter.write.words import Words

_LINE = re.compile(r"(?:page \d+ )?(?:line|paragraph) \d+|page \d+|symbol")  # a place that is no anchor


def misprints(findings: Iterable[Diagnostic], lang: str) -> list[str]:
    """The anchors of the paragraphs and notes of a text in one language that have a misprint, each once."""
    found = (one.at for one in findings if codes.is_misprint(one.code) and one.lang == lang)
    return list(dict.fromkeys(at for at in found if at and not _LINE.fullmatch(at)))


def doubt(finding: Diagnostic, by: Accepted | None, words: Words) -> dict[str, Any]:
    """One place of a page: its anchor, what it is called, what is not certain there, and why it stays."""
    anchor = "" if _LINE.fullmatch(finding.at) else finding.at
    found = {
        "anchor": anchor,
        "paragraph": words.paragraph(anchor) if anchor else "",
        "what": words.among("uncertain", "what", codes.uncertain(finding.code)),
        "reason": by.reason(words.lang) if by else "",
    }
    return {key: value for key, value in found.items() if value}
