"""A text as it comes out of a file: wrapped lines, pages, running heads, notes at the foot of the page.

Three layouts, as extraction tools leave them: paragraphs apart by blank lines (`gaps`), by indentation
(`indents`, every line followed by a blank one), or by nothing (`bare`). The first and the second put spaces between
Han characters and digits.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from converter.demo import plan
from converter.demo.bank import han, long_date, read
from converter.demo.blocks import Block, Composed

_WIDTH = 70  # of a line, in half characters
_PAGE = 40  # rows
_MARK = re.compile("⟦(\\d+)⟧")
_TOKEN = re.compile(r"⟦\d+⟧|[!-~]+| |.", re.DOTALL)
_NOT_FIRST = "*，。、；：！？”’」』》）)］]"
_NOT_LAST = "“‘「『《（(［["
_BETWEEN = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z(])|(?<=[0-9A-Za-z)])(?=[\u4e00-\u9fff])")
# A line that ends like this in the midst of a paragraph would look like the end of one.
_LOOKS_ENDED = re.compile(r"[，；。：！？;.:][”’」』》）)]*[0-9*]{0,3}$")
_ENACTING = {plan.COUNCIL: "灯塔理事会", plan.ASSEMBLY: "群岛大会"}
_NOUNS = {"resolution": "决议", "decision": "决定", "presidential-statement": "主席声明"}


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line: its words, whether it begins or ends a paragraph, the notes whose marks stand in it."""

    text: str
    begins: bool
    ends: bool
    notes: tuple[int, ...] = ()


def typeset(work: Composed) -> str:
    """The whole source file of a work."""
    return _Setter(work).text()


class _Setter:
    def __init__(self, work: Composed) -> None:
        self.work = work
        self.planned = work.planned
        self.layout = work.planned.layout
        self.spaced = self.layout != "bare"
        self.chance = random.Random(f"typeset {work.planned.index}")

    def text(self) -> str:
        """Masthead, body, pages."""
        rows = [row for line in self._masthead() for row in self._rows(line)]
        rows += [row for block in self.work.blocks for row in self._rows(_printed(block))]
        lines: list[str] = []
        pages = list(self._pages(rows))
        for number, page in enumerate(pages, start=1):
            lines += self._page(page, number, len(pages))
        return "\n".join(lines) + "\n"

    # --- masthead ---------------------------------------------------------------------------------------

    def _masthead(self) -> Iterator[str]:
        planned, organ = self.planned, _ENACTING[self.planned.body]
        if planned.symbol:
            yield planned.symbol
        if self.layout == "gaps":
            yield "Distr.: " + ("Limited" if planned.status == "draft" else "General")
            yield long_date(planned.date)
        yield organ
        yield f"第{han(planned.session.number)}届会议"
        yield _days(planned.session)
        yield f"议程项目{planned.agenda}"
        if planned.status == "draft":
            yield read("zh.yml")["agenda"][planned.agenda - 1]
            yield _sponsors(planned.sponsors)
            yield "决议草案"
        else:
            yield f"{organ}{long_date(planned.date)}通过的{_NOUNS[planned.kind]}"
        number = f"PRST {planned.number}" if planned.kind == "presidential-statement" else planned.number
        yield f"{number}{'' if planned.status == 'draft' else '.'} {planned.topic.title}"
        yield f"{organ}，"

    # --- rows -------------------------------------------------------------------------------------------

    def _rows(self, text: str) -> list[Row]:
        """One paragraph in rows."""
        if self.spaced:
            text = _BETWEEN.sub(" ", text)
        tokens = _TOKEN.findall(text)
        cut: list[list[str]] = []
        while tokens:
            end = _fit(tokens, bare=self.layout == "bare")
            cut.append(tokens[:end])
            tokens = tokens[end:]
        rows = []
        for place, row in enumerate(cut):
            words = "".join(row).strip()
            notes = tuple(int(number) for number in _MARK.findall(words))
            rows.append(Row(_MARK.sub(r"\1", words), place == 0, place == len(cut) - 1, notes))
        return rows

    # --- pages ------------------------------------------------------------------------------------------

    def _pages(self, rows: list[Row]) -> Iterator[list[Row]]:
        """Cut where a page may end: after a paragraph that is no heading, or where the line plainly goes on."""
        page: list[Row] = []
        for row in rows:
            page.append(row)
            full = len(page) + 2 * sum(len(one.notes) for one in page) >= _PAGE
            if full and row.ends == bool(_LOOKS_ENDED.search(row.text)):
                yield page
                page = []
        if page:
            yield page

    def _page(self, page: list[Row], number: int, pages: int) -> list[str]:
        body = self._head(number) + [line for row in page for line in self._line(row)]
        return body + self._notes(page, first=number == 1) + self._foot(number, pages)

    def _line(self, row: Row) -> list[str]:
        if self.layout == "indents":
            return [f"{'  ' if row.begins else ''}{row.text} ", ""]
        return [row.text, ""] if self.layout == "gaps" and row.ends else [row.text]

    def _head(self, number: int) -> list[str]:
        if self.layout == "indents" or number == 1 or not self.planned.symbol:
            return []
        return [self.planned.symbol] if self.layout == "bare" else [self.planned.symbol, ""]

    def _notes(self, page: list[Row], first: bool) -> list[str]:
        notes = [f"{number} {self.work.notes[number - 1].text}" for row in page for number in row.notes]
        if first and any(not member for _, member in self.planned.sponsors):
            notes.insert(0, f"* 非{_ENACTING[self.planned.body]}成员国。")
        if not notes:
            return []
        if self.layout == "indents":
            return ["  ", "", *(f" {note} " for note in notes)]
        return (["", "_" * 15] if self.layout == "gaps" else []) + notes

    def _foot(self, number: int, pages: int) -> list[str]:
        year = self.planned.session.first.year % 100
        job = f"{year:02}-{10000 + self.planned.index % 90000:05} (C)"
        if self.layout == "indents":
            return []
        if self.layout == "bare":
            return [f"- {number} -"]
        first = [job, f"*{job[:2]}{job[3:8]}*", "请回收"] if number == 1 else [f"第 {number} 页，共 {pages} 页"]
        return ["", *first, ""]


def _printed(block: Block) -> str:
    return f"{block.label} {block.text}" if block.label else block.text


def _days(session: plan.Session) -> str:
    first, last = session.first, session.last
    to_month = "" if first.month == last.month else f"{last.month}月"
    return f"{long_date(first.isoformat())}至{to_month}{last.day}日"


def _sponsors(sponsors: tuple[tuple[str, bool], ...]) -> str:
    starred = [name if member else f"{name}*" for name, member in sponsors]
    return f"{'、'.join(starred[:-1])}和{starred[-1]}："


def _fit(tokens: list[str], bare: bool) -> int:
    """How many tokens go on the line: no closing mark begins the next one, no opening mark ends this one."""
    width = end = 0
    while end < len(tokens) and (width := width + _width(tokens[end])) <= _WIDTH:
        end += 1
    if end == len(tokens):
        return end
    full = end
    while end > 1 and not _may_break(tokens, end, bare):
        end -= 1
    return end if end > 1 else max(full, 1)


def _may_break(tokens: list[str], end: int, bare: bool) -> bool:
    after, before = tokens[end], tokens[end - 1]
    if after[0] in _NOT_FIRST or after.startswith("⟦") or before[-1] in _NOT_LAST:
        return False
    return not (bare and _LOOKS_ENDED.search("".join(tokens[:end]).strip()))


def _width(token: str) -> int:
    mark = _MARK.fullmatch(token)
    if mark:
        return len(mark[1])
    return len(token) if token.isascii() else 2
