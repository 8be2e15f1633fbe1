"""What is made from one expression alone: its page's Markdown, and the files that stand beside the page.

A new output is a function and a row in the table.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from converter.acts import ACTS, written
from converter.authorities import Authorities
from converter.model import Act, Expression, Sidecar
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
    acts: tuple[Act, ...] = ()


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


def _acts(given: Given) -> str:
    return written(given.acts)


BODY = "body.md"
# Pages are made of these; the columns are files where there is a page with them.
UNPUBLISHED = (BODY, CONTENTS, ACTS, column.CELLS)
# These outputs of the works of a language, one after the other, are one file of the site, and none beside the page.
JOINED = {"paragraphs.jsonl": "data/{lang}/paragraphs.jsonl"}

WHOLE = "work.json"

# The name of the file beside the page → what makes it.
OUTPUTS: dict[str, Callable[[Given], str]] = {
    BODY: _page,
    CONTENTS: _contents,
    ACTS: _acts,
    WHOLE: _json,
    "work.txt": _plain,
    "work.xml": _akn,
    "paragraphs.jsonl": _paragraphs,
    column.CELLS: _cells,
}


class _Paragraph(msgspec.Struct):
    id: str
    text: str


class _Paragraphs(msgspec.Struct):
    paragraphs: list[_Paragraph]


_whole = msgspec.json.Decoder(_Paragraphs)  # it passes over all else


def paragraphs_in(whole: str) -> dict[str, str]:
    """The texts of the paragraphs by their anchors, out of the output `WHOLE`."""
    return {one.id: one.text for one in _whole.decode(whole).paragraphs}
