"""Converting many sources: only those that changed, in parallel when they are many."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from converter.acts import acts_of
from converter.authorities import Authorities
from converter.cache import Cache, Converted, code_fingerprint, fingerprint
from converter.codes import GAVE_UP
from converter.convert import Input, convert, page_of, record_of
from converter.facets import digests_of
from converter.formats import MAX_BYTES
from converter.identity import agreed
from converter.kept import digest, no_more_than
from converter.model import Expression, Sidecar
from converter.project import Project, SourceFile, WorkFiles
from converter.sidecar import read_sidecar
from converter.write.outputs import OUTPUTS, Given
from converter.yaml_safe import MAX_BYTES as MAX_YAML

Progress = Callable[[Iterable[Any], int, str], Iterable[Any]]
WORTH_A_POOL = 16  # below this many sources, starting processes costs more than it saves
_CHUNK = 16

T = TypeVar("T")
R = TypeVar("R")


def no_progress(items: Iterable[Any], total: int, label: str) -> Iterable[Any]:
    """Show nothing."""
    return items


def in_parallel(
    run: Callable[[T], R],
    tasks: list[T],
    start: Callable[..., None],
    setting: tuple[Any, ...],
    label: str,
    progress: Progress,
) -> list[R]:
    """Run a function over tasks, in order, in processes of their own when there are many.

    `start(*setting)` sets a process up before its first task.
    """
    if not tasks:
        return []
    if len(tasks) < WORTH_A_POOL:
        start(*setting)
        return list(progress(map(run, tasks), len(tasks), label))
    context = multiprocessing.get_context("fork" if hasattr(os, "fork") else "spawn")
    with ProcessPoolExecutor(mp_context=context, initializer=_start, initargs=(start, setting)) as pool:
        return list(progress(pool.map(run, tasks, chunksize=_CHUNK), len(tasks), label))


def _start(start: Callable[..., None], setting: tuple[Any, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started this process
    start(*setting)


@dataclass(frozen=True, slots=True)
class Job:
    """One source to convert, as its worker needs it; the source's bytes are read there, one file at a time."""

    key: str
    around: str  # what stands in the key for everything but the source's own bytes
    path: str
    lang: str
    work: str
    file: Path
    sidecar_path: str
    sidecar: bytes
    parallel: bool = False  # the work is there in another language as well

    def input(self) -> Input:
        """The source with its sidecar read."""
        sidecar = _read_sidecar(self.work, self.sidecar_path, self.sidecar)
        return Input(self.path, self.lang, no_more_than(self.file, MAX_BYTES), sidecar)


def convert_all(
    works: Iterable[WorkFiles],
    project: Project,
    authorities: Authorities,
    cache: Cache,
    progress: Progress = no_progress,
) -> dict[str, Converted]:
    """Every source, converted, by its path: from the cache where nothing that it is made from changed."""
    jobs = list(_jobs(works, project, beside_of(project)))
    known = cache.load()
    fresh = [job for job in jobs if job.path not in known or known[job.path].key != job.key]
    made = in_parallel(_Worker.run, fresh, _Worker.start, (authorities, cache), "converting", progress)
    converted = known | {one.record.path: one for one in made}
    in_order = {job.path: converted[job.path] for job in jobs}
    if fresh or known.keys() != in_order.keys():
        cache.save([_to_keep(one) for one in in_order.values()])
    return in_order


def beside_of(project: Project) -> str:
    """A digest of what stands beside the sources in all that is made of them: the converter and the authority files."""
    files = fingerprint(project.authorities, (path.name for path in project.authorities.glob("*.yml")))
    return digest(code_fingerprint().encode(), files.encode())


def _to_keep(converted: Converted) -> Converted:
    """What the cache keeps. Where a limit of this machine decided, it is tried again the next time."""
    gave_up = any(finding.code == GAVE_UP for finding in converted.diagnostics)
    return replace(converted, key="") if gave_up else converted


def _jobs(works: Iterable[WorkFiles], project: Project, salt: str) -> Iterator[Job]:
    for one in works:
        for source in one.sources:
            yield job_of(one, source, project, salt)


def job_of(works: WorkFiles, source: SourceFile, project: Project, salt: str = "") -> Job:
    """The job of converting one source of a work; `salt` stands for everything else that it is made from."""
    sidecar_path, sidecar = _sidecar_bytes(works, project)
    path = project.relative(source.path)
    parallel = len({one.lang for one in works.sources}) > 1
    around = digest(salt.encode(), path.encode(), sidecar, b"parallel" if parallel else b"")
    key = digest(around.encode(), no_more_than(source.path, MAX_BYTES))
    return Job(key, around, path, source.lang, works.work, source.path, sidecar_path, sidecar, parallel)


def _sidecar_bytes(works: WorkFiles, project: Project) -> tuple[str, bytes]:
    """Where the sidecar lies in the project, and what is in it; both are empty without one."""
    if works.sidecar is None:
        return "", b""
    return project.relative(works.sidecar), no_more_than(works.sidecar, MAX_YAML)


def _read_sidecar(work: str, path: str, data: bytes) -> Sidecar:
    return read_sidecar(data.decode("utf-8", errors="replace"), path, work) if path else Sidecar(work, path)


class _Worker:
    """Converts jobs in a process of its own; set up once per process."""

    authorities: Authorities
    cache: Cache

    @classmethod
    def start(cls, authorities: Authorities, cache: Cache) -> None:
        cls.authorities = authorities
        cls.cache = cache

    @classmethod
    def run(cls, job: Job) -> Converted:
        given = job.input()
        expression = convert(given, cls.authorities)
        sidecar = agreed(given.sidecar, expression.resolution)
        page = page_of(sidecar, job.lang, expression.resolution.masthead.symbol)
        acts = tuple(acts_of(expression))
        facts = Given(expression, sidecar, page, cls.authorities, job.parallel, acts)
        made = {} if expression.aside else OUTPUTS  # what is not certain is not published in any form
        outputs = tuple((name, cls.cache.put(make(facts))) for name, make in made.items())
        record = record_of(expression, sidecar)
        if not job.parallel:
            record = replace(record, outline=())  # nothing to compare it with: the index of many works stays small
        read = digest(job.around.encode(), given.data)  # not the job's key: the file may have been saved since
        return Converted(read, record, page, outputs, expression.diagnostics, digests_of(record, acts))


def input_of(works: WorkFiles, source: SourceFile, project: Project, data: bytes | None = None) -> Input:
    """One source with its sidecar, for what reads it without the cache; `data` is what is in it, where known."""
    sidecar = _read_sidecar(works.work, *_sidecar_bytes(works, project))
    data = no_more_than(source.path, MAX_BYTES) if data is None else data
    return Input(project.relative(source.path), source.lang, data, sidecar)


def expression_of(given: Input, authorities: Authorities) -> tuple[Expression, Sidecar]:
    """Convert one source without the cache. The sidecar is without what the text contradicts."""
    expression = convert(given, authorities)
    return expression, agreed(given.sidecar, expression.resolution)
