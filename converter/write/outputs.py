"""What is made from one expression alone: its page's Markdown, and the files that stand beside the page.

A new output is a function and a row in the table.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from converter.authorities import Authorities
from converter.model import Expression, Sidecar
from converter.write import column, jsonl, markdown, plain
from converter.write.akn import akn
from converter.write.contents import CONTENTS, contents
from converter.write.inspect import inspect


@dataclass(frozen=True, slots=True)
class Given:
    """All that an output may draw on."""

    expression: Expression
    sidecar: Sidecar
    page: str
    authorities: Authorities
    parallel: bool = False  # the work is there in another language as well


def _page(given: Given) -> str:
    return markdown.body(given.expression, given.page)


def _json(given: Given) -> str:
    facts = inspect(given.expression, given.sidecar)
    del facts["diagnostics"]  # about the file, not about the work
    return json.dumps(facts, ensure_ascii=False) + "\n"  # indented, it takes seven times as long


def _plain(given: Given) -> str:
    return plain.text(given.expression)


def _akn(given: Given) -> str:
    return akn(given.expression, given.sidecar, given.authorities)


def _paragraphs(given: Given) -> str:
    return jsonl.paragraphs(given.expression, given.sidecar)


def _cells(given: Given) -> str:
    return column.script(given.expression) if given.parallel else ""


def _contents(given: Given) -> str:
    return json.dumps(contents(given.expression), ensure_ascii=False)


BODY = "body.md"
UNPUBLISHED = (BODY, CONTENTS, column.CELLS)  # pages are made of these; the last is a file where there is such a page
# These outputs of the works of a language, one after the other, are one file of the site, and none beside the page.
JOINED = {"paragraphs.jsonl": "data/{lang}/paragraphs.jsonl"}

# The name of the file beside the page → what makes it.
OUTPUTS: dict[str, Callable[[Given], str]] = {
    BODY: _page,
    CONTENTS: _contents,
    "work.json": _json,
    "work.txt": _plain,
    "work.xml": _akn,
    "paragraphs.jsonl": _paragraphs,
    column.CELLS: _cells,
}
