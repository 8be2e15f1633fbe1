"""Which files make which works: languages joined, names found, what is there already told apart. Nothing is written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from converter.addresses import is_work_name, slug
from converter.batch import Progress, convert_all
from converter.cache import Cache
from converter.formats import FORMATS
from converter.kept import digest
from converter.model import Record
from converter.pipeline import authorities_of
from converter.project import SIDECAR, Project, WorkFiles, scan
from converter.sidecar import read_sidecar
from converter.upkeep.offered import LeftOut
from converter.upkeep.taken import Taken

_RANKS = {ending: rank for rank, ending in enumerate(FORMATS)}  # of one text the format that tells most is kept
# What the UN puts at the end of a file's name for its language: A_RES_73_3-E.pdf.
_LETTERS = {"a": "ar", "c": "zh", "e": "en", "f": "fr", "r": "ru", "s": "es"}
_LANGUAGE_AT_END = re.compile(r"(?:^|[-_. ])([A-Za-z]{1,2})$")
_ANOTHER = "choose another name with --work"


@dataclass(frozen=True, slots=True)
class Held:
    """The works that are there: their files, the folder of each symbol, the sources by their numbers of bytes."""

    project: Project
    works: Mapping[str, WorkFiles]
    symbols: Mapping[str, str]  # symbol → folder
    adopted: Mapping[str, str]  # the symbol that a draft was adopted as → the draft's folder
    sizes: Mapping[int, list[Path]]
    symbolled: frozenset[str]  # folders of works that have a symbol

    def same_bytes(self, taken: Taken) -> str | None:
        """The source that holds the same bytes, as a path in the project."""
        for path in self.sizes.get(taken.size, ()):
            if digest(path.read_bytes()) == taken.key:
                return self.project.relative(path)
        return None


@dataclass(frozen=True, slots=True)
class Planned:
    """A work to make, or one that is there and gains languages."""

    name: str
    files: tuple[Taken, ...]
    known: tuple[str, ...] = ()  # the languages that it is there in
    is_there: bool = False


@dataclass
class Plan:
    """What becomes of every file."""

    works: list[Planned] = field(default_factory=list)
    left: list[LeftOut] = field(default_factory=list)


def held(project: Project, progress: Progress) -> Held:
    """What the collection holds now. Sources that no build has converted yet are converted, once."""
    works, _ = scan(project)
    authorities, _ = authorities_of(project)
    converted = convert_all(works, project, authorities, Cache(project.build / "cache"), progress)
    records = [one.record for one in converted.values()]
    sizes: defaultdict[int, list[Path]] = defaultdict(list)
    for work in works:
        for source in work.sources:
            sizes[source.path.stat().st_size].append(source.path)
    return Held(
        project,
        {work.work: work for work in works},
        _folders((record.symbol, record) for record in records),
        _folders((record.adopted_as, record) for record in records),
        sizes,
        frozenset(record.work for record in records if record.symbol),
    )


def _folders(named: Iterable[tuple[str | None, Record]]) -> dict[str, str]:
    """Symbol → folder; of two folders with one symbol the first, which has its address."""
    found: dict[str, str] = {}
    for symbol, record in named:
        if symbol:
            found.setdefault(symbol, record.work)
    return found


def plan(there: Held, taken: Iterable[Taken], name: str | None) -> Plan:
    """Join the files to works. `name`: all of them are the work with this name."""
    made = Plan()
    once = list(_once(there, taken, made))
    names = _Names(there)
    for files in _grouped(once, name):
        chosen = list(_one_of_each_language(files, made))
        if chosen:
            _join(there, chosen, name, names, made)
    return made


def _once(there: Held, taken: Iterable[Taken], made: Plan) -> Iterator[Taken]:
    """The files whose bytes are not there yet and did not come before."""
    seen: dict[str, Taken] = {}
    for one in taken:
        if (first := seen.setdefault(one.key, one)) is not one:
            made.left.append(LeftOut(one.offered, f"the same bytes as {first.offered.shown}", is_wrong=False))
        elif where := there.same_bytes(one):
            made.left.append(LeftOut(one.offered, f"this text is there already: {where}", is_wrong=False))
        else:
            yield one


def _grouped(taken: list[Taken], name: str | None) -> list[list[Taken]]:
    """Files that are one work: by their symbol, else by a name that differs in the language alone."""
    if name is not None:
        return [taken]
    stems: defaultdict[tuple[str, str], list[Taken]] = defaultdict(list)
    for one in taken:
        stems[_stem(one)].append(one)
    groups: defaultdict[tuple[str, ...], list[Taken]] = defaultdict(list)
    for one in taken:
        mates = stems[_stem(one)]
        symbols = {mate.symbol for mate in mates if mate.symbol}
        if one.symbol or (len(symbols) == 1 and _agree(mates)):
            groups[one.symbol or symbols.pop(),].append(one)
        elif _agree(mates):
            groups[_stem(one)].append(one)
        else:
            groups["", "", str(len(groups))].append(one)
    return list(groups.values())


def _stem(taken: Taken) -> tuple[str, str]:
    """The folder of a file and its name without its language, where it ends in that."""
    stem = taken.offered.stem
    last = _LANGUAGE_AT_END.search(stem)
    if last and _LETTERS.get(last[1].lower(), last[1].lower()) == taken.lang:
        stem = stem[: last.start()]
    return taken.offered.folder, stem


def _agree(mates: list[Taken]) -> bool:
    """Whether nothing that is printed says that files of one name are several works."""
    columns = zip(*((one.kind, one.status, one.body, one.session) for one in mates), strict=True)
    return all(len({value for value in column if value}) <= 1 for column in columns)


def _one_of_each_language(files: list[Taken], made: Plan) -> Iterator[Taken]:
    """Of one text in several formats the one that tells most; none of two that nothing tells apart."""
    languages: defaultdict[str, list[Taken]] = defaultdict(list)
    for one in files:
        languages[one.lang].append(one)
    for lang, same in languages.items():
        best = min(_RANKS[one.ending] for one in same)
        chosen = [one for one in same if _RANKS[one.ending] == best]
        if len(chosen) > 1:
            names = " and ".join(one.offered.shown for one in chosen[:2])
            what = f"{names} both are {chosen[0].symbol or 'the same work'} in {lang}: name the right one alone"
            made.left += [LeftOut(one.offered, what) for one in same]
            continue
        why = f"the same text as {chosen[0].offered.shown}, which tells more"
        made.left += [LeftOut(one.offered, why, is_wrong=False) for one in same if one is not chosen[0]]
        yield chosen[0]


def _join(there: Held, files: list[Taken], name: str | None, names: _Names, made: Plan) -> None:
    """Find the folder of one work, and what is in the way of putting its files there."""
    symbol = next((one.symbol for one in files if one.symbol), None)
    folder = name or (there.symbols.get(symbol) if symbol else None) or names.free(_wanted_name(files))
    why = names.in_the_way(folder) or _in_the_way(there, folder, files, name, symbol)
    if why is not None:
        made.left += [LeftOut(one.offered, why) for one in files]
        return
    known = tuple(sorted(source.lang for source in there.works[folder].sources)) if folder in there.works else ()
    welcome = [one for one in files if one.lang not in known]
    for one in files:
        if one.lang in known:
            made.left.append(LeftOut(one.offered, f"sources/{folder} is there already in {one.lang}: {_ANOTHER}"))
    if welcome:
        names.take(folder)
        made.works.append(Planned(folder, tuple(welcome), known, folder in there.works))


def _in_the_way(there: Held, folder: str, files: list[Taken], name: str | None, symbol: str | None) -> str | None:
    """Why a text cannot join what is there; None for one that can, and for a new work.

    It joins a work that was named, or that its symbol names: a folder's name alone may be that of another work.
    """
    draft = there.adopted.get(symbol) if symbol and name is None and symbol not in there.symbols else None
    if draft:
        return f"the draft sources/{draft} was adopted as {symbol}: converter adopt {draft} {files[0].offered.shown}"
    path = there.project.sources / folder
    if not path.exists() and not path.is_symlink():
        return None
    of_another = folder in there.symbolled and symbol is not None and there.symbols.get(symbol) != folder
    if path.is_symlink() or folder not in there.works or (name is None and (symbol is None or of_another)):
        return f"sources/{folder} is there already: {_ANOTHER}"
    beside = path / SIDECAR
    if beside.is_symlink():
        return f"sources/{folder}/{SIDECAR} is a link, and nothing is read or written through it"
    if any(one.asked.accept_changes for one in files) and beside.is_file():
        sidecar = read_sidecar(beside.read_text(encoding="utf-8", errors="replace"), SIDECAR, folder)
        if not sidecar.accept_changes:
            return f"put `changes: accept` under `source` in sources/{folder}/{SIDECAR} first"
    return None


class _Names:
    """The names that new works get, each once."""

    def __init__(self, there: Held) -> None:
        self._sources = there.project.sources
        self._given: set[str] = set()
        self._next: defaultdict[str, Iterator[int]] = defaultdict(lambda: count(1))

    def free(self, wanted: str) -> str:
        """The name itself; a draft without a number is counted, since a session has many."""
        if not wanted.endswith("-draft"):
            return wanted
        return next(
            name
            for number in self._next[wanted]
            if (name := f"{wanted}-{number}") not in self._given and not (self._sources / name).exists()
        )

    def in_the_way(self, name: str) -> str | None:
        """Why no work can be called this, or which of this call is called so already; None where it is free."""
        if not is_work_name(name):
            return f"{name!r} cannot name a work: {_ANOTHER}"
        return f"sources/{name} is what another of these files is called: {_ANOTHER}" if name in self._given else None

    def take(self, name: str) -> None:
        """Give the name away."""
        self._given.add(name)


def _wanted_name(files: list[Taken]) -> str:
    """A name for the folder: the symbol, else organ, session and number, else the file's own name, or its folder's."""
    symbol = next((one.symbol for one in files if one.symbol), None)
    if symbol:
        return slug(symbol)
    first = files[0]
    if first.body and first.session:
        serial = re.search(r"/(\d+.*)$", first.number or "")
        return slug(f"{first.body} {first.session} {serial[1] if serial else 'draft'}")
    stem = _stem(first)[1] if len(files) > 1 else first.offered.stem
    return slug(stem) or (slug(first.offered.folder_name) if len(files) > 1 else "") or "work"
