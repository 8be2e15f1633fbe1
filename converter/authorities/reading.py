"""The folder of authority files, read once: the records that are right, and a finding for each that is not."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from converter.authorities.across import check_across
from converter.authorities.kinds import KINDS, Kind, Placed, R
from converter.authorities.lookups import Authorities
from converter.printable import shown
from converter.yaml_safe import MAX_BYTES, Problem, load_yaml
from converter.yaml_safe.schema import faults as schema_faults


def load_authorities(folder: Path) -> tuple[Authorities, tuple[Problem, ...]]:
    """Read the authority files of a folder.

    In: the folder. Out: the records that are right, and the findings, sorted by place; paths in findings are
    `<folder>/<file>`. A kind without a file has no records. Never raises for what people wrote; a folder that
    does not exist is one finding.
    """
    if not folder.is_dir():
        return Authorities(), (Problem(folder.name, 0, 0, "the folder of authority files is missing"),)
    problems = list(_strangers(folder))
    texts: list[str | None] = []
    for kind in KINDS:
        text, refused = _read_text(folder / f"{kind.name}.yml", f"{folder.name}/{kind.name}.yml")
        texts.append(text)
        problems += [refused] if refused else []
    authorities, found = _understood(folder.name, tuple(texts))
    return authorities, tuple(sorted((*problems, *found)))


# A command asks several times, and holding each text against the schema is most of what a small one costs.
@lru_cache(maxsize=2)
def _understood(folder: str, texts: tuple[str | None, ...]) -> tuple[Authorities, tuple[Problem, ...]]:
    """The records of the files of all kinds, of which each may be missing, and what is wrong in them."""
    problems: list[Problem] = []
    tables: dict[str, list[Placed[Any]]] = {}
    for kind, text in zip(KINDS, texts, strict=True):
        tables[kind.name], found = _records(kind, text, f"{folder}/{kind.name}.yml") if text is not None else ([], [])
        problems += found
    problems += check_across(tables)
    records: dict[str, Any] = {name: tuple(one.record for one in rows) for name, rows in tables.items()}
    return Authorities(**records), tuple(problems)


def _strangers(folder: Path) -> Iterator[Problem]:
    """Find files that nobody would read: most often a file name with a slip in it."""
    known = {f"{kind.name}.yml" for kind in KINDS}
    for file in sorted(folder.iterdir()):
        if file.suffix in {".yml", ".yaml"} and file.name not in known:
            hint = f"the files are {', '.join(sorted(known))}"
            yield Problem(f"{folder.name}/{shown(file.name)}", 0, 0, "this is not an authority file", hint)


def _records(kind: Kind[R], text: str, path: str) -> tuple[list[Placed[R]], list[Problem]]:
    """The right records in the file of one kind, each with its place, and the findings."""
    value, lines, found = load_yaml(text, path)
    problems = list(found)
    if value is None and problems:
        return [], problems
    wrong = {problem.at[0] for problem in problems if problem.at}
    # A record that the reader could not take whole would only repeat its fault in the schema's words.
    found_by_schema = schema_faults("authorities.schema.json", value, lines, kind.name)
    faults = [Problem(path, *one[1:5], one.at) for one in found_by_schema if not wrong.intersection(one.at[:1])]
    wrong |= {fault.at[0] for fault in faults if fault.at}
    rows = value if isinstance(value, list) else []
    right = [(number, row) for number, row in enumerate(rows) if number not in wrong]
    placed = [Placed(kind.make(row), path, (number,), lines) for number, row in right]
    kept, more = _check_alone(kind, placed)
    return kept, [*problems, *faults, *more]


def _read_text(file: Path, path: str) -> tuple[str | None, Problem | None]:
    """Read a file as UTF-8 (a byte-order mark is passed over), or say why not; nothing of one that is not there."""
    if file.is_symlink():
        return None, Problem(path, 0, 0, "this is a link, and is not read", "put the file itself there")
    if not file.exists():
        return None, None
    if file.stat().st_size > MAX_BYTES:  # before reading: a file of gigabytes must not fill the memory
        return None, Problem(path, 0, 0, f"the file has more than {MAX_BYTES} bytes", "split the file")
    data = file.read_bytes()
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        return None, Problem(path, line, column, "not UTF-8 text", "save the file as UTF-8")


def _check_alone(kind: Kind[R], placed: Iterable[Placed[R]]) -> tuple[list[Placed[R]], list[Problem]]:
    """Leave out records whose key is taken, or that contradict themselves."""
    kept: dict[Hashable, Placed[R]] = {}
    problems: list[Problem] = []
    for one in placed:
        key = kind.key(one.record)
        found = list(kind.check(one))
        if (first := kept.get(key)) is not None:
            shown = " ".join(map(str, key)) if isinstance(key, tuple) else key
            hint = f"the first is on line {first.lines.value(first.at)[0]}"
            found.append(one.problem(f"{shown!r} has a record already", hint, key=kind.key_field))
        problems += found
        if not found:
            kept[key] = one
    return list(kept.values()), problems
