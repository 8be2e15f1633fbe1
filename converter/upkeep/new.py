"""`new`: works from official files. The words stay as they are; only their container is put in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from converter.addresses import is_work_name
from converter.batch import Progress, in_parallel, no_progress
from converter.model import Diagnostic
from converter.pipeline import authorities_of
from converter.project import SIDECAR, Project
from converter.upkeep import told
from converter.upkeep.offered import CannotTakeError, LeftOut, gather
from converter.upkeep.place import put
from converter.upkeep.plan import Plan, Planned, held, plan
from converter.upkeep.taken import Asked, Taken, Taker

_NEXT = "Next: look at {what}, then run `converter check{works}` and `converter serve`."
_FEW = 5  # works that the last line names


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the files: what to tell, the findings, and whether all that was asked is done.

    `refused` is set instead where one file was named and is not taken in.
    """

    said: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    refused: str = ""
    done: bool = True


def take_in(
    project: Project,
    named: Iterable[Path],
    name: str | None = None,
    lang: str | None = None,
    *,
    accept_changes: bool = False,
    dry_run: bool = False,
    progress: Progress = no_progress,
) -> Outcome:
    """Make works under `sources/` from official files, or add their languages to works that are there.

    `named`: files, and folders of files. `name`: all of them are one work with this name; None: from what the texts
    say. `lang`: all are in it; None: it is guessed. `accept_changes`: tracked changes are accepted, and the sidecar
    says so. `dry_run`: nothing is written. What is there already is never touched. Raises CannotTakeError where
    nothing can be looked at.
    """
    if name is not None and not is_work_name(name):
        raise CannotTakeError(f"{name!r} cannot name a work: use small letters, digits and hyphens")
    paths = list(named)
    offered, left = gather(paths)
    authorities, _ = authorities_of(project)
    asked = [Asked(one, lang, accept_changes) for one in offered]
    looked = in_parallel(Taker.run, asked, Taker.start, (authorities,), "reading", progress)
    left += [one for one in looked if isinstance(one, LeftOut)]
    taken = [one for one in looked if isinstance(one, Taken)]
    made = plan(held(project, progress), taken, name) if taken else Plan()
    made.left += left
    if not dry_run:
        _write(project, made)
    if len(paths) == 1 and len(offered) == 1 and offered[0].path == paths[0] and offered[0].member is None:
        return _one(made, dry_run=dry_run)
    return _many(made, dry_run=dry_run)


def _write(project: Project, made: Plan) -> None:
    """Put each work in its place; one whose files have changed is left out, the others are made."""
    written = []
    for work in made.works:
        try:
            put(project, work)
            written.append(work)
        except CannotTakeError as error:
            made.left += [LeftOut(one.offered, str(error)) for one in work.files]
    made.works = written


def _one(made: Plan, *, dry_run: bool) -> Outcome:
    """All that there is to say of one file."""
    if not made.works:
        return Outcome((), refused=made.left[0].why, done=False)
    work = made.works[0]
    taken = work.files[0]
    path = f"sources/{work.name}/{taken.file_name}"
    beside = "" if work.is_there else f" and sources/{work.name}/{SIDECAR}"
    known = f"the work is there already in {', '.join(work.known)}: its languages are compared by `check`"
    said = (
        f"{'would make' if dry_run else 'made'} {path}{beside}",
        *((known,) if work.known else ()),
        *told.details(taken),
    )
    if not dry_run:
        said += (_NEXT.format(what=path, works=""),)
    return Outcome(said, tuple(replace(finding, path=path) for finding in taken.diagnostics))


def _many(made: Plan, *, dry_run: bool) -> Outcome:
    """A table of all files, and what was found in them by its code: `check` says where."""
    findings = [(one.offered.name, found) for work in made.works for one in work.files for found in one.diagnostics]
    codes = list(told.by_code(findings))
    said = [
        *told.table(made.works, made.left),
        "",
        *(["nothing is written: this is what would be done"] if dry_run else []),
        told.summary(made.works, made.left),
        *([f"findings: {'; '.join(codes)}"] if codes else []),
    ]
    if made.works and not dry_run:
        said.append(_NEXT.format(what="the table", works=_names(made.works)))
    done = bool(made.works) and not any(one.is_wrong for one in made.left)
    return Outcome(tuple(said), done=done)


def _names(works: list[Planned]) -> str:
    return "".join(f" {work.name}" for work in works) if len(works) <= _FEW else ""
