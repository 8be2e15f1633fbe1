"""Files that one run keeps for the next: written whole, and believed only when they are whole and our own.

A kept file is JSON below a seal, the digest of its name and of what follows; of rows the seal is the last line. It is
read into the type that was written. A file that is damaged, cut short, of another name or of another shape is one that
is not there. The seal finds bad luck, not malice: so nothing is kept in a form that could run when it is read.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import suppress
from io import BufferedReader, FileIO
from pathlib import Path
from stat import S_ISREG
from typing import Any, TypeVar

import msgspec

_FORMAT = b"kept 1"  # of the seal: raise it when the seal changes

_LENGTH = 32  # of a digest, in hexadecimal digits
_PIECE = 1 << 18  # bytes read at once: a file may be larger than what may lie in memory

T = TypeVar("T")


def digest(*parts: bytes) -> str:
    """A content hash of several byte strings, each kept apart from the next."""
    hasher = hashlib.sha256()
    for part in parts:
        hasher.update(len(part).to_bytes(8, "big"))
        hasher.update(part)
    return hasher.hexdigest()[:_LENGTH]


def no_more_than(path: Path | str, most: int) -> bytes:
    """The bytes of a file; of a longer one just one more than `most`, which is enough to refuse it."""
    with BufferedReader(FileIO(path)) as file:
        found = os.fstat(file.fileno())  # Python makes room for as much as it is asked to read; a pipe has no size
        return file.read((min(most, found.st_size) if S_ISREG(found.st_mode) else most) + 1)


def is_file(path: Path | str) -> bool:
    """Whether there is a regular file at a path. A link is none, and what was there a moment ago may be gone."""
    try:
        return S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return False


def file_digest(path: Path | str) -> str | None:
    """`digest` of a file's bytes; None when there is no regular file that can be read. A link is none.

    It is asked of every file of a site in every build: whoever has the path as a string need not make a `Path`.
    """
    hasher = hashlib.sha256()
    try:
        if not is_file(path):
            return None
        with FileIO(path) as file:
            hasher.update(os.fstat(file.fileno()).st_size.to_bytes(8, "big"))
            while piece := file.read(_PIECE):
                hasher.update(piece)
    except OSError:
        return None
    return hasher.hexdigest()[:_LENGTH]


def keep(path: Path, value: Any) -> None:
    """Keep a value for `kept`: of types that JSON has, dataclasses and named tuples of such."""
    body = msgspec.json.encode(value)
    write_if_changed(path, _seal(path, body) + b"\n" + body)


def kept(path: Path, kind: type[T]) -> T | None:
    """The value of type `kind` that was kept at a path; None when there is none that can be believed."""
    try:
        seal, _, body = path.read_bytes().partition(b"\n")
        return msgspec.json.decode(body, type=kind) if seal == _seal(path, body) else None
    except (OSError, ValueError, RecursionError):  # msgspec's errors are ValueErrors
        return None


def keep_rows(path: Path, rows: Iterable[Any]) -> None:
    """Keep many values for `kept_rows`, one a line, the seal on the last: one at a time is in memory as JSON."""
    _make_room(path)
    hasher = _sealing(path)
    with whole(path) as unfinished, unfinished.open("wb") as file:
        for row in rows:
            line = msgspec.json.encode(row) + b"\n"
            hasher.update(line)
            file.write(line)
        file.write(hasher.hexdigest()[:_LENGTH].encode())


def kept_rows(path: Path, kind: type[T]) -> list[T]:
    """The values of type `kind` that were kept as rows at a path; none when not all of them can be believed."""
    decode = msgspec.json.Decoder(kind).decode
    hasher = _sealing(path)
    rows: list[T] = []
    try:
        with path.open("rb") as file:
            for line in file:
                if not line.endswith(b"\n"):
                    return rows if line == hasher.hexdigest()[:_LENGTH].encode() else []
                hasher.update(line)
                rows.append(decode(line))
    except (OSError, ValueError, RecursionError):  # as in `kept`
        pass
    return []


def _sealing(path: Path) -> Any:
    return hashlib.sha256(_FORMAT + path.name.encode())


def made_once(path: Path, made_from: str, kind: type[T], make: Callable[[], T]) -> T:
    """What was made from the same the last time, and kept at a path; else it is made now, and kept."""
    before = _made(path, kind)
    if before is not None and before[0] == made_from:
        return before[1]
    value = make()
    keep(path, (made_from, value))
    return value


def last_made(path: Path, kind: type[T]) -> T | None:
    """What `made_once` kept at a path, whatever it was made from."""
    found = _made(path, kind)
    return found[1] if found is not None else None


def _made(path: Path, kind: type[T]) -> tuple[str, T] | None:
    return kept(path, tuple[str, kind])  # type: ignore[valid-type]


def _seal(path: Path, body: bytes) -> bytes:
    return digest(_FORMAT, path.name.encode(), body).encode()


def remove(path: Path) -> None:
    """Take away whatever is at a path: a file, a link (not what it leads to), a folder with all that is in it."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def own_folder(path: Path) -> Path:
    """The path of a folder that is ours alone: what is there and no folder is taken away."""
    if path.is_symlink() or not path.is_dir():
        remove(path)
    return path


def files_below(folder: Path, *, hidden: bool = True) -> Iterator[str]:
    """The paths of everything below a folder that is no folder, with forward slashes; no link is followed.

    Without `hidden`, what has a name with a dot at its beginning right below the folder is passed over.
    """
    for entry in _entries(folder, hidden=hidden):
        if entry.is_dir(follow_symlinks=False):
            yield from (f"{entry.name}/{path}" for path in files_below(Path(entry.path)))
        else:
            yield entry.name


def keep_only(folder: Path, paths: Container[str], *, hidden: bool = True, links: bool = True) -> list[str]:
    """Take away every file below a folder that is not among the paths, and every folder that is left empty.

    Without `links`, a link goes too. `hidden` as in `files_below`. Returns what was taken away, sorted.
    """
    gone: list[str] = []
    for entry in _entries(folder, hidden=hidden):
        _keep(entry, entry.name, paths, gone, links=links)
    return sorted(gone)


def _keep(entry: os.DirEntry[str], path: str, paths: Container[str], gone: list[str], *, links: bool) -> bool:
    """Whether a file stays, or something in a folder; what does not is taken away."""
    if entry.is_dir(follow_symlinks=False):
        # each is asked: what is not to stay is taken away
        stays = [_keep(one, f"{path}/{one.name}", paths, gone, links=links) for one in _entries(entry.path)]
        if not any(stays):
            with suppress(OSError):  # it cannot be read, or somebody wrote into it
                Path(entry.path).rmdir()
        return any(stays)
    stays_here = path in paths and (links or not entry.is_symlink())
    if not stays_here:
        Path(entry.path).unlink()
        gone.append(path)
    return stays_here


def _entries(folder: Path | str, *, hidden: bool = True) -> list[os.DirEntry[str]]:
    """What is in a folder; nothing where there is none. Some thousand paths are looked at: these make no `Path`."""
    try:
        with os.scandir(folder) as found:
            return [entry for entry in found if hidden or not entry.name.startswith(".")]
    except OSError:
        return []


def write_if_changed(path: Path, data: bytes) -> bool:
    """Write a file, whole or not at all, unless it holds these bytes already. Returns whether it was written."""
    if path.is_file() and not path.is_symlink() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return False
    _make_room(path)
    with whole(path) as unfinished:
        unfinished.write_bytes(data)
    return True


def _make_room(path: Path) -> None:
    """Have the folder of a file that is to be, and no folder in its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir() and not path.is_symlink():
        remove(path)


def link(source: Path, target: Path) -> None:
    """Let `target` be the file `source`, without a second copy where the disk allows that.

    To make a file takes many times what a link takes. Nobody writes into a file that may be a link: see `whole`.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    remove(target)
    try:
        os.link(source, target)
    except OSError:  # another disk, or one without links
        with whole(target) as unfinished:
            shutil.copyfile(source, unfinished)


class whole:  # noqa: N801 - a context manager is used like a function
    """The path to write a file at so that it is there whole or not at all: `with whole(path) as unfinished`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")

    def __enter__(self) -> Path:
        return self._unfinished

    def __exit__(self, _: object, error: BaseException | None, *__: object) -> None:
        if error is None:
            self._unfinished.replace(self._path)
            return
        with suppress(OSError):
            self._unfinished.unlink()
        if isinstance(error, OSError) and error.filename is None:
            error.filename = str(self._path)  # a full disk does not say which file it had no room for
