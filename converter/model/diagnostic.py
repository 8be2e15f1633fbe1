"""A located finding: what is wrong with a text that people gave us, where, and what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from converter.codes import weight

_WITHOUT_LINES = re.compile(r"\.(?:doc[xm]|html?|xml)$", re.IGNORECASE)


class Severity(StrEnum):
    """How much a finding weighs: only an error makes `check` exit with 1; an accepted one no longer counts."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    ACCEPTED = "accepted"

    def __reduce_ex__(self, protocol: object) -> tuple[type[Severity], tuple[str]]:
        """Say the class and the value: some versions of Python say `getattr` here, which no reader's answer may."""
        return type(self), (self.value,)


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One finding.

    `path` is relative to the project, with forward slashes; `line` and `column` count from 1, and 0 means
    the file as a whole. Of a PDF, `page` is the page and `line` counts on it; of a DOCX, HTML or XML file, `line` is
    the paragraph; otherwise `page` is 0. `code` is stable, for whoever filters findings.

    `lang` and `at` are how a sidecar names the finding to accept it: the language of the text, and the place in it (an
    anchor of its page, else the line). `at` is empty where nobody can: the file is ours to mend, or words are lost.

    How much it weighs is told by its code (converter/codes.yml); `lighter` is the second of the two weights that a few
    codes have, `accepted` that the sidecar accepts it.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    page: int = 0
    lang: str = ""
    at: str = ""
    lighter: bool = False
    accepted: bool = False

    def __post_init__(self) -> None:
        """Raise UnknownCodeError for a code that is not in the table: here, where it is given."""
        weight(self.code, lighter=self.lighter)

    @property
    def severity(self) -> Severity:
        """How much it weighs, by the table of codes."""
        return Severity.ACCEPTED if self.accepted else Severity(weight(self.code, lighter=self.lighter))

    @property
    def place(self) -> str:
        """The file and the place in it, as a person finds it: see `place_in`."""
        return self.path + place_in(self.path, self.page, self.line, self.column)


def place_in(path: str, page: int, line: int, column: int = 0) -> str:
    """What stands behind the name of a file: `:12:5`; `:page 3:12:5` of a PDF, `:paragraph 12` of a DOCX, HTML or XML.

    Empty for the file as a whole.
    """
    if not line:
        return f":page {page}" if page else ""
    if _WITHOUT_LINES.search(path):
        return f":paragraph {line}"
    return f"{f':page {page}' if page else ''}:{line}{f':{column}' if column else ''}"


def line_in(path: str, page: int, line: int) -> str:
    """A line as `at` names it: `line 12`; `page 3 line 12` of a PDF, `paragraph 12` of a DOCX, HTML or XML file.

    Empty for the file as a whole.
    """
    if not line:
        return f"page {page}" if page else ""
    if _WITHOUT_LINES.search(path):
        return f"paragraph {line}"
    return f"{f'page {page} ' if page else ''}line {line}"
