"""A located finding: what is wrong with a text that people gave us, where, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: only an error makes `check` and `build` exit with 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One finding.

    `path` is relative to the project, with forward slashes; `line` and `column` count from 1, and 0 means
    the file as a whole. Of a PDF, `page` is the page and `line` counts on it; of a DOCX or HTML file, `line` is
    the paragraph; otherwise `page` is 0. `code` is stable, for whoever filters findings.
    """

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    hint: str = ""
    page: int = 0
