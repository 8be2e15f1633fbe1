"""What `new` says: everything about one file, a table of many, and the findings by their codes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from converter.model import Diagnostic
from converter.printable import columns
from converter.project import SIDECAR
from converter.upkeep.offered import LeftOut, printable
from converter.upkeep.plan import Planned
from converter.upkeep.taken import Taken

_HEAD = ("file", "becomes", "language", "symbol", "body", "title")
_WIDEST = 48  # columns of a terminal for one cell; what is longer is cut
_UNKNOWN = "—"
_UNSURE = "?"  # after what is guessed and not sure


# --- one file ---------------------------------------------------------------------------------------------------------


def details(taken: Taken) -> Iterator[str]:
    """All that was guessed of one file, and how surely."""
    if taken.is_as_it_was:
        yield "the file was taken over byte for byte"
    else:
        yield "the file was written as UTF-8 with LF line ends; no word was changed"
    if taken.breaks_told:
        yield "its page breaks told where some paragraphs end: compare the paragraphs with the official document"
    yield from _language(taken)
    for label in ("symbol", "body", "session", "number", "title"):
        yield f"{label}: {getattr(taken, label) or 'not printed, or not understood'}"
    yield (
        f"{taken.kind}, {taken.status}: {taken.preambular} preambular and {taken.operative} operative"
        f" paragraphs, {taken.footnotes} footnotes"
    )
    if taken.status == "draft":
        yield f"a draft: when it is adopted, put its symbol into {SIDECAR} under adopted_as"
    yield from _how_sure(taken)


def _language(taken: Taken) -> Iterator[str]:
    """The language, and how far its guess can be trusted."""
    guess = taken.guess
    yield f"language: {taken.lang}{' (guessed: change it with --lang)' if guess else ''}"
    if guess is None:
        return
    of = f"{guess.share:.0%} of the text is what texts in {guess.lang} are full of"
    then = f", {guess.next_share:.0%} for {guess.next}" if guess.next else ""
    if guess.lang != taken.lang:
        yield f"the file's name says {taken.lang}, but {of}{then}: compare"
    else:
        yield f"{'sure' if guess.is_sure else 'not sure'} of the language: {of}{then}"


def _how_sure(taken: Taken) -> Iterator[str]:
    """What the symbol and the body rest on, where the text does not simply print them."""
    found = taken.symbol_in_name
    if taken.symbol_is_printed:
        yield "sure of the symbol: it is printed"
    elif taken.symbol:
        yield "not sure of the symbol: it follows from the number and the body, the text does not print it"
    elif found:
        yield f"the file's name looks like {found}: if that is the symbol, put `symbol: {found}` into {SIDECAR}"
    if taken.body and taken.body_is_named:
        yield "sure of the body: the enacting phrase names it"
    elif taken.body:
        yield "not sure of the body: no enacting phrase names it"
    elif taken.body_of_symbol:
        yield f"not sure of the body: nothing names it, but the symbol is one of {taken.body_of_symbol}"


# --- many files -------------------------------------------------------------------------------------------------------


def table(works: Iterable[Planned], left: Iterable[LeftOut]) -> Iterator[str]:
    """A row for each file, in the order of their names; behind what is not sure stands a question mark."""
    rows: list[tuple[str, ...]] = []
    for work in works:
        rows += [_row(work, one) for one in work.files]
    reasons: list[tuple[str, str]] = [(_cell(one.offered.shown), one.why) for one in left]
    rows.sort()
    widths = [max(map(columns, column)) for column in zip(_HEAD, *rows, strict=True)] if rows else []
    for row in [_HEAD, *rows] if rows else []:
        yield "  ".join(_padded(cell, wide) for cell, wide in zip(row, widths, strict=True)).rstrip()
    if reasons:
        yield from ["", "left out:"] if rows else ["left out:"]
        wide = max(columns(name) for name, _ in reasons)
        for name, why in sorted(reasons):
            yield f"  {_padded(name, wide)}  {why}"


def _row(work: Planned, one: Taken) -> tuple[str, ...]:
    sure = one.guess is None or (one.guess.is_sure and one.guess.lang == one.lang)
    body = one.body or one.body_of_symbol
    cells = (
        one.offered.shown,
        f"sources/{work.name}/{one.file_name}",
        one.lang + ("" if sure else _UNSURE),
        _or(one.symbol, is_sure=one.symbol_is_printed) if one.symbol else _or(one.symbol_in_name, is_sure=False),
        _or(body, is_sure=bool(one.body) and one.body_is_named),
        one.title or _UNKNOWN,
    )
    return tuple(cell if at == 1 else _cell(cell) for at, cell in enumerate(cells))


def _or(value: str | None, *, is_sure: bool) -> str:
    return f"{value}{'' if is_sure else _UNSURE}" if value else _UNKNOWN


def _cell(text: str) -> str:
    """Words of a text or a name that fit into a cell."""
    text = printable(text)
    if columns(text) <= _WIDEST:
        return text
    while columns(text) >= _WIDEST:
        text = text[:-1]
    return f"{text}…"


def _padded(text: str, wide: int) -> str:
    return text + " " * (wide - columns(text))


def summary(works: Iterable[Planned], left: Iterable[LeftOut]) -> str:
    """What was made of how many files."""
    made, gaining, files = 0, 0, 0
    for work in works:
        made += not work.is_there
        gaining += work.is_there
        files += len(work.files)
    reasons = list(left)
    wrong = sum(one.is_wrong for one in reasons)
    parts = [f"{_counted(made, 'new work')} and {_counted(gaining, 'work')} with more languages"]
    parts.append(f"{_counted(files, 'file')} taken in, {len(reasons) - wrong} passed over, {wrong} refused")
    return "; ".join(parts)


def by_code(diagnostics: Iterable[tuple[str, Diagnostic]]) -> Iterator[str]:
    """How often each finding occurs, and in how many files: `3 × number-skips (error) in 2 files`."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for file, one in diagnostics:
        found[str(one.severity), one.code].append(file)
    for (severity, code), files in sorted(found.items(), key=lambda item: (item[0][0], -len(item[1]), item[0][1])):
        yield f"{len(files)} × {code} ({severity}) in {_counted(len(set(files)), 'file')}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
