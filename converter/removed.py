"""`sources/removed.yml`: the works that were removed, so that their addresses say what stood there in every clone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from converter.addresses import is_portable, is_symbol, is_work_name
from converter.kept import no_more_than
from converter.model import Diagnostic
from converter.project import REMOVED, Project
from converter.yaml_safe import MAX_BYTES, load_yaml, not_utf_8
from converter.yaml_safe.schema import faults

SCHEMA = "removed.schema.json"


@dataclass(frozen=True, slots=True)
class Removed:
    """A work that was removed: its folder's name, its languages, what it was called, and the addresses it had.

    `titles` and `reasons` are words by language, '' for words in no particular one; `formerly` is as in a sidecar.
    """

    work: str
    languages: tuple[str, ...]
    symbols: tuple[str, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()
    formerly: tuple[str, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()
    line: int = 0

    @property
    def addresses(self) -> tuple[str, ...]:
        """Its addresses behind the language, the one to show first: its symbols, its folder, its former ones."""
        return tuple(dict.fromkeys((*self.symbols, f"drafts/{self.work}", *self.formerly)))

    def title(self, lang: str) -> str | None:
        """What it was called in a language."""
        return dict(self.titles).get(lang)

    def reason(self, lang: str) -> str:
        """Why it was removed, in a language if there are words in it."""
        words = dict(self.reasons)
        return words.get(lang) or words.get("") or next(iter(words.values()), "")


def removed_works(project: Project) -> tuple[tuple[Removed, ...], tuple[Diagnostic, ...]]:
    """The works that were removed, and what is wrong in the file. An entry that is wrong is left out."""
    file = project.sources / REMOVED
    if file.is_symlink() or not file.is_file():  # a link is a finding of `scan`
        return (), ()
    return read_removed(no_more_than(file, MAX_BYTES).decode("utf-8", errors="replace"), project.relative(file))


def read_removed(text: str, path: str) -> tuple[tuple[Removed, ...], tuple[Diagnostic, ...]]:
    """The entries of the file, and its findings."""
    if (bad := not_utf_8(text, path)) is not None:
        return (), (_finding(path, bad.line, bad.column, bad.message, bad.hint),)
    value, lines, problems = load_yaml(text, path)
    findings = [_finding(path, problem.line, problem.column, problem.message, problem.hint) for problem in problems]
    if value is None or problems:
        return (), tuple(findings)
    wrong: set[object] = set()
    for fault in faults(SCHEMA, value, lines):
        wrong.add(next(iter(fault.at), None))
        findings.append(_finding(path, *fault[1:5]))
    entries = value if isinstance(value, list) else []
    right = [(at, one) for at, one in enumerate(entries) if at not in wrong]
    found: dict[str, Removed] = {}
    for at, raw in right:
        one = _entry(raw, lines.value((at,))[0])
        if problem := _problem(one, found):
            findings.append(_finding(path, *lines.value((at,)), *problem))
        else:
            found[one.work] = one
    return tuple(found.values()), tuple(sorted(findings))


def _entry(raw: Mapping[str, Any], line: int) -> Removed:
    reason = raw.get("reason", {})
    return Removed(
        raw["work"],
        tuple(raw["languages"]),
        tuple(raw.get("symbols", ())),
        tuple(raw.get("titles", {}).items()),
        tuple(raw.get("formerly", ())),
        (("", reason),) if isinstance(reason, str) else tuple(reason.items()),
        line,
    )


def _problem(one: Removed, known: Mapping[str, Removed]) -> tuple[str, str] | None:
    if one.work in known:
        return f"{one.work} stands here a second time", f"the first is on line {known[one.work].line}: join them"
    names = [address.removeprefix("drafts/") for address in one.addresses if address.startswith("drafts/")]
    symbols = [address for address in one.addresses if not address.startswith("drafts/")]
    bad = [name for name in names if not is_work_name(name)]
    bad += [symbol for symbol in symbols if not (is_symbol(symbol) and is_portable(symbol))]
    return (f"{bad[0]} cannot be an address", "write it as it stood in the address bar") if bad else None


def _finding(path: str, line: int, column: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic(path, line, column, "removed", message, hint)


def again(removed: Iterable[Removed], works: Iterable[str], path: str) -> Iterator[Diagnostic]:
    """Works that were removed and whose folder is there."""
    there = frozenset(works)
    for one in removed:
        if one.work in there:
            message = f"{one.work} was removed, but sources/{one.work} is there"
            hint = f"take the entry out if the work is back; else finish with: converter remove {one.work}"
            yield _finding(path, one.line, 1, message, hint)
