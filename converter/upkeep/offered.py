"""What is offered to `new`: the files that were named, and those in the folders that were named, in a fixed order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from converter.formats import FORMATS, MAX_BYTES, NO_READER, PACKED, ZIP, told
from converter.printable import shown
from converter.upkeep import archive

MAX_FILES = 20_000  # of one call; more is a wrong folder
MAX_DEPTH = 20
_SHOWN = 120
_OF_MACOS = "__MACOSX"  # what its archiver puts beside the files


class CannotTakeError(Exception):
    """No work can be made of a file, or of all that is offered; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A file that is offered: where it lies, and its name from the folder that was named, with forward slashes.

    Of a file in a zip `path` is the zip and `member` what it is called in there.
    """

    path: Path
    name: str
    member: str | None = None

    @property
    def _inner(self) -> PurePosixPath | None:
        """Its place in the zip; some programs part folders with the other slash."""
        return None if self.member is None else PurePosixPath(self.member.replace("\\", "/"))

    @property
    def file_name(self) -> str:
        """Its own name, without folders."""
        return (self._inner or self.path).name

    @property
    def is_hidden(self) -> bool:
        """Whether it lies in a zip under a name that nobody is meant to see."""
        parts = self._inner.parts if self._inner else ()
        return any(part.startswith((".", _OF_MACOS)) and part != ".." for part in parts)

    @property
    def stem(self) -> str:
        """Its own name without the ending."""
        return PurePosixPath(self.file_name).stem

    @property
    def folder(self) -> str:
        """What tells the folder that it lies in from all others; it is opened nowhere."""
        return f"{self.path}/{self._inner.parent}" if self._inner else str(self.path.parent)

    @property
    def folder_name(self) -> str:
        """What that folder is called."""
        return (self._inner.parent.name or self.path.stem) if self._inner else self.path.resolve().parent.name

    @property
    def ending(self) -> str:
        """The ending of its name, in small letters."""
        return PurePosixPath(self.file_name).suffix.lower()

    @property
    def shown(self) -> str:
        """Its name as it can be printed: a name may hold anything but a slash."""
        return printable(self.name)

    def data(self) -> bytes:
        """Its bytes. Raises CannotTakeError for what is no regular file, is too large or cannot be read."""
        if self.member is not None:
            try:
                return archive.data(self.path, self.member, MAX_BYTES)
            except archive.ArchiveError as error:
                raise CannotTakeError(f"{self.shown} {error}") from error
        try:
            found = self.path.stat()
            if not stat.S_ISREG(found.st_mode):  # a pipe or a device would never end
                raise CannotTakeError(f"{self.shown} is no regular file")
            if found.st_size > MAX_BYTES:
                most = MAX_BYTES // 1024 // 1024
                raise CannotTakeError(f"{self.shown} is larger than {most} MiB: is it the right file?")
            return self.path.read_bytes()
        except OSError as error:
            raise CannotTakeError(f"{self.shown} cannot be read: {error.strerror}") from error


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that is not taken in, and why. `is_wrong`: somebody has to do something about it."""

    offered: Offered
    why: str
    is_wrong: bool = True


def printable(name: str) -> str:
    """A name that came from outside, as it can be printed, and not too long."""
    text = shown(name)
    return text if len(text) <= _SHOWN else f"…{text[1 - _SHOWN :]}"


def gather(named: Iterable[Path]) -> tuple[list[Offered], list[LeftOut]]:
    """The files to look at, and what else lies in the folders. Raises CannotTakeError when they are too many.

    A file that was named is always looked at, and so is each in a zip that was named. In a folder hidden files are
    passed over, links are not followed, and what no reader is for is said; archives are among that.
    """
    found: list[Offered] = []
    left: list[LeftOut] = []
    seen: set[tuple[Path, str | None]] = set()
    for number, (one, is_named) in enumerate(_all(named)):
        if number >= MAX_FILES:
            raise CannotTakeError(f"more than {MAX_FILES} files: name a smaller folder")
        why = None if is_named else _why_not(one)
        if why is not None:
            left.append(why)
        elif (where := (one.path.resolve(), one.member)) not in seen:
            seen.add(where)
            found.append(one)
    return found, left


def _why_not(one: Offered) -> LeftOut | None:
    """Why a file in a folder is not even looked at; None for one that is."""
    if one.member is None and one.path.is_symlink():
        return LeftOut(one, "a link is not followed: name the file itself")
    if one.ending in FORMATS or (one.ending in NO_READER and one.ending != ZIP):
        return None
    return LeftOut(one, "no official file: no reader for it", is_wrong=False)


def _all(named: Iterable[Path]) -> Iterator[tuple[Offered, bool]]:
    """Every file, and whether it was named itself."""
    for path in named:
        if path.is_dir():
            yield from ((one, False) for one in _in_folder(path, path.resolve().name, 0))
        elif is_archive(path):
            yield from ((one, False) for one in _in_archive(path))
        else:
            yield Offered(path, path.name), True


def is_archive(path: Path) -> bool:
    """Whether a file that was named is a zip of files: one that is a text itself is none."""
    try:
        if not path.is_file() or path.stat().st_size == 0:
            return False
        with path.open("rb") as file:
            begin = file.read(len(PACKED))
            if begin != PACKED:
                return False
            return path.stat().st_size > MAX_BYTES or told(begin + file.read()) == ZIP
    except OSError:
        return False  # whoever reads it says why


def _in_archive(path: Path) -> Iterator[Offered]:
    """What lies in a zip, in the order of the names. Raises CannotTakeError where it breaks a bound."""
    try:
        names = archive.names(path, MAX_FILES)
    except archive.ArchiveError as error:
        raise CannotTakeError(f"{printable(path.name)}: {error}") from error
    for name in names:
        one = Offered(path, f"{path.name}/{name}", name)
        if not one.is_hidden:
            yield one


def _in_folder(folder: Path, name: str, depth: int) -> Iterator[Offered]:
    """What lies in a folder, files and links, in the order of the names."""
    if depth > MAX_DEPTH:
        raise CannotTakeError(f"{printable(name)} lies more than {MAX_DEPTH} folders deep: name a smaller folder")
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise CannotTakeError(f"{printable(name)} cannot be read: {error.strerror}") from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        inner = f"{name}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _in_folder(Path(entry.path), inner, depth + 1)
        else:
            yield Offered(Path(entry.path), inner)
