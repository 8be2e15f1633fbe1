"""`adopt`, `rename` and `remove`: what happens to a work once it is published. Every address that it had leads on.

Each writes the record first and moves the folder last, so that a run that was killed is finished by running it again.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from converter.addresses import DRAFTS, is_symbol, is_work_name, slug
from converter.batch import expression_of, input_of, no_progress
from converter.convert import record_of
from converter.model import Record, Sidecar
from converter.pipeline import authorities_of
from converter.project import REMOVED, SIDECAR, Project, WorkFiles, scan, sidecar_in
from converter.removed import Removed, read_removed, removed_works
from converter.sidecar import read_sidecar
from converter.upkeep import edits
from converter.upkeep.offered import CannotTakeError, Offered
from converter.upkeep.place import put
from converter.upkeep.plan import Held, Planned, held
from converter.upkeep.taken import Asked, Taken, take
from converter.upkeep.works import UnknownWorkError, name_of, works_named

_MAX_TITLE = 1000
_HEAD = """\
# yaml-language-server: $schema=../converter/schemas/removed.schema.json
#
# Works that were removed, so that their addresses still say what stood there. `converter remove` writes it.
"""


class InTheWayError(Exception):
    """It cannot be done; the message says what is in the way and what to do."""


# --- rename -----------------------------------------------------------------------------------------------------------


def rename(project: Project, given: str, name: str, *, dry_run: bool = False) -> list[str]:
    """Give a work's folder another name; its old address leads on. Out: what was done.

    Raises InTheWayError, UnknownWorkError.
    """
    if not is_work_name(name):
        raise InTheWayError(f"{name!r} cannot name a work: use small letters, digits and hyphens")
    old = name_of(given)
    if old == name and (project.sources / name).is_dir():
        return [f"sources/{name} is called that already: nothing to do"]
    (work,) = works_named(project, (given,))
    _name_is_free(project, work, name)
    path, before = _sidecar_of(project, work)
    after = edits.with_item(edits.without_item(before, "formerly", f"{DRAFTS}{name}"), "formerly", f"{DRAFTS}{old}")
    _must_be_right(after, before, old)
    target = project.sources / name
    if not dry_run:
        edits.save(path, after)
        work_folder(project, old).rename(target)
    langs = ", ".join(source.lang for source in work.sources)
    return [
        f"{'would rename' if dry_run else 'renamed'} sources/{old} to sources/{name}",
        f"{DRAFTS}{old} leads on to it, in {langs}: it stands under formerly in sources/{name}/{SIDECAR}",
    ]


def _name_is_free(project: Project, work: WorkFiles, name: str) -> None:
    target = project.sources / name
    if target.exists() or target.is_symlink():
        raise InTheWayError(f"sources/{name} is there already: choose another name")
    for one in removed_works(project)[0]:
        if f"{DRAFTS}{name}" in one.addresses:
            raise InTheWayError(f"{DRAFTS}{name} is the address of {one.work}, which was removed: choose another name")
    for other in scan(project)[0]:
        if other.work != work.work and f"{DRAFTS}{name}" in (one.address for one in facts_of(project, other).formerly):
            raise InTheWayError(f"{DRAFTS}{name} is a former address of sources/{other.work}: choose another name")


# --- remove -----------------------------------------------------------------------------------------------------------


def remove(project: Project, given: str, reason: str | None = None, *, dry_run: bool = False) -> list[str]:
    """Remove a work; a page at each of its addresses says what stood there. Out: what was done.

    Raises InTheWayError, UnknownWorkError.
    """
    known, wrong = removed_works(project)
    if wrong:
        raise InTheWayError(f"sources/{REMOVED} is not right: mend it first, `converter check` says how")
    name = name_of(given)
    noted = next((one for one in known if one.work == name), None)
    if noted and not (project.sources / name).is_dir():
        return [f"{name} is removed already: nothing to do"]
    (work,) = works_named(project, (given,))
    if not work.sources:
        raise InTheWayError(f"sources/{name} has no text that could be removed: delete the folder")
    entry = noted or _removed(project, work, reason)
    file = project.sources / REMOVED
    if not dry_run:
        if not noted:
            edits.save(file, _with_entry(file, entry))
        hidden = project.sources / f".removed-{name}"
        shutil.rmtree(hidden, ignore_errors=True)  # what a killed run left
        work_folder(project, name).rename(hidden)
        shutil.rmtree(hidden)
    places = [f"/{lang}/{entry.addresses[0]}/" for lang in entry.languages]
    return [
        f"{'would remove' if dry_run else 'removed'} sources/{name}",
        f"what stood there is said at {', '.join(places)}; its other addresses lead there",
        f"it is recorded in sources/{REMOVED}: keep that file",
    ]


def _removed(project: Project, work: WorkFiles, reason: str | None) -> Removed:
    records = records_of(project, work)
    taken = {record.symbol for other in _others(project, work) for record in other if record.symbol}
    symbols = dict.fromkeys(
        name
        for record in sorted(records, key=lambda one: one.lang)
        for name in (record.symbol, record.adopted_as)
        if name and is_symbol(name) and (name == record.symbol or name not in taken)
    )
    titles = ((one.lang, " ".join((one.title or "").split())[:_MAX_TITLE].strip()) for one in records)
    return Removed(
        work.work,
        tuple(sorted({record.lang for record in records})),
        tuple(symbols),
        tuple(sorted((lang, title) for lang, title in titles if title)),
        tuple(one.address for one in facts_of(project, work).formerly),
        (("", " ".join(reason.split())),) if reason and reason.strip() else (),
    )


def _others(project: Project, work: WorkFiles) -> Iterable[list[Record]]:
    """The records of other works, asked for only where a draft says what it was adopted as."""
    if facts_of(project, work).adopted_as is None:
        return
    there = held(project, no_progress)
    adopted = there.symbols.get(facts_of(project, work).adopted_as or "")
    if adopted and adopted != work.work:
        yield records_of(project, there.works[adopted])


def _with_entry(file: Path, entry: Removed) -> str:
    """The file with one entry more, at its end."""
    before = edits.read(file) if file.is_file() else _HEAD
    lines = [f"- work: {entry.work}", f"  languages: [{', '.join(entry.languages)}]"]
    if entry.symbols:
        lines.append(f"  symbols: {_json(list(entry.symbols))}")
    if entry.titles:
        lines += ["  titles:", *(f"    {lang}: {_json(title)}" for lang, title in entry.titles)]
    if entry.formerly:
        lines.append(f"  formerly: {_json(list(entry.formerly))}")
    if entry.reasons:
        lines.append(f"  reason: {_json(entry.reasons[0][1])}")
    gap = "" if before.endswith("\n") else "\n"
    after = before + gap + "\n" + "\n".join(lines) + "\n"
    (*_, last), wrong = read_removed(after, REMOVED) if file.is_file() or lines else ((), ())
    if wrong or last.addresses != entry.addresses:
        raise InTheWayError(f"sources/{REMOVED} cannot be edited safely: write this at its end yourself: {lines}")
    return after


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


# --- adopt ------------------------------------------------------------------------------------------------------------


def adopt(
    project: Project,
    given: str,
    file: Path,
    symbol: str | None = None,
    lang: str | None = None,
    *,
    dry_run: bool = False,
) -> list[str]:
    """Take in the text that a draft was adopted as, as a work of its own; each leads to the other. Out: what was done.

    `symbol`, `lang`: where the file does not tell them. Raises InTheWayError, UnknownWorkError, CannotTakeError.
    """
    (draft,) = works_named(project, (given,))
    authorities, _ = authorities_of(project)
    taken = take(Asked(Offered(file, file.name), lang), authorities)
    if symbol and taken.symbol and symbol != taken.symbol:
        raise InTheWayError(f"{taken.offered.shown} is {taken.symbol}, not {symbol}: leave --symbol out")
    own = taken.symbol or symbol
    if own is None or not is_symbol(own):
        raise InTheWayError(f"the symbol of {taken.offered.shown} cannot be told: say it with --symbol")
    if taken.status == "draft" and taken.symbol is not None and taken.symbol_is_printed:
        raise InTheWayError(f"{taken.offered.shown} is {own}, a draft itself: name the adopted text")
    records = records_of(project, draft)
    if any(record.symbol == own for record in records):
        raise InTheWayError(f"sources/{draft.work} is {own} itself: a language is added with `converter new`")
    path, before = _sidecar_of(project, draft)
    after = edits.with_value(before, "adopted_as", own)
    _must_be_right(after, before, draft.work)
    there = held(project, no_progress)
    said = _take_in(project, there, taken, own, draft.work, dry_run=dry_run)
    if after != before:
        if not dry_run:
            edits.save(path, after)
        said.append(f"{'would write' if dry_run else 'wrote'} adopted_as: {own} into sources/{draft.work}/{SIDECAR}")
    pages = (f"/{record.lang}/{record.symbol or DRAFTS + draft.work}/" for record in records)
    return [*said, f"the draft stays at {', '.join(sorted(set(pages)))} and leads on to {own}"]


def _take_in(project: Project, there: Held, taken: Taken, own: str, draft: str, *, dry_run: bool) -> list[str]:
    """Put the adopted text into its place, unless it is there already."""
    if where := there.same_bytes(taken):
        if where.startswith(f"sources/{draft}/"):
            raise InTheWayError(f"{taken.offered.shown} is the draft itself: {where}")
        return [f"the adopted text is there already: {where}"]
    folder = there.symbols.get(own) or slug(own)
    known = tuple(source.lang for source in there.works[folder].sources) if folder in there.works else ()
    if folder == draft or (folder not in there.symbols.values() and (project.sources / folder).exists()):
        raise InTheWayError(f"sources/{folder} is there already and is not {own}: rename it first")
    if taken.lang in known:
        raise InTheWayError(f"sources/{folder} is there already in {taken.lang}, and is another text: compare the two")
    if not dry_run:
        planned = Planned(folder, (taken,), known, folder in there.works)
        put(project, planned, f"symbol: {own}\n\n" if taken.symbol is None else "")
    return [f"{'would make' if dry_run else 'made'} sources/{folder}/{taken.file_name}"]


# --- what all three need ----------------------------------------------------------------------------------------------


def work_folder(project: Project, name: str) -> Path:
    """The folder of a work."""
    return project.sources / name


def facts_of(project: Project, work: WorkFiles) -> Sidecar:
    """What the sidecar of a work says; nothing where there is none."""
    text = work.sidecar.read_bytes().decode("utf-8", errors="replace") if work.sidecar else ""
    return read_sidecar(text, f"sources/{work.work}/{SIDECAR}", work.work)


def records_of(project: Project, work: WorkFiles) -> list[Record]:
    """What the texts of one work are."""
    authorities, _ = authorities_of(project)
    return [record_of(*expression_of(input_of(work, source, project), authorities)) for source in work.sources]


def _sidecar_of(project: Project, work: WorkFiles) -> tuple[Path, str]:
    """Where the sidecar of a work is or would be, and its text. Raises InTheWayError for one that is a link."""
    path, refused = sidecar_in(project, work_folder(project, work.work))
    if refused:
        raise InTheWayError(f"sources/{work.work}/{refused[0].message}: {refused[0].hint}")
    return path or work_folder(project, work.work) / SIDECAR, edits.read(path) if path else ""


def _must_be_right(after: str, before: str, work: str) -> None:
    """An edit must not make a sidecar wrong that was right."""
    name = f"sources/{work}/{SIDECAR}"
    old = {one.message for one in read_sidecar(before, name, work).diagnostics}
    new = [one for one in read_sidecar(after, name, work).diagnostics if one.message not in old]
    if new:
        raise InTheWayError(f"{name} would not be right any more: {new[0].message}")


ERRORS = (InTheWayError, UnknownWorkError, CannotTakeError, edits.CannotEditError)
