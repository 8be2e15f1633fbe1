"""Zips of official files: what lies in one, with bounds on what is unpacked.

A name in a zip never becomes a path: it is looked up in the zip alone, and shown. Nothing is written to disk, an
archive in an archive is not opened, and a file that is not what the list of its zip says is refused.
"""

from __future__ import annotations

import zipfile
from functools import lru_cache
from pathlib import Path

from converter.formats import END
from converter.read.zips import METHODS, ZIP_ERRORS

MAX_BYTES = 512 * 1024 * 1024  # of the zip itself
MAX_TOTAL = 2 * 1024 * 1024 * 1024  # unpacked
MAX_RATIO = 200  # how many times larger a file may become; the United Nations' own become twelve times larger
_MIN_RATIO = 1024 * 1024  # bytes unpacked below which a ratio says nothing
_ENTRY = 512  # bytes of an entry in the list with a long name: so long a list is read, and its files are counted
_AGAIN = "fetch it again"


class ArchiveError(Exception):
    """Nothing is taken from a zip, or from one file in it; the message says why and what to do."""


def names(path: Path, most: int) -> list[str]:
    """The names of the files in a zip, sorted. Raises ArchiveError where it breaks a bound.

    `most`: how many files there may be.
    """
    with _opened(path, most) as archive:
        entries = archive.infolist()
        if len(entries) > most:
            raise ArchiveError(f"there are more than {most} files in it")
        if sum(one.file_size for one in entries) > MAX_TOTAL:
            raise ArchiveError(f"unpacked it is larger than {MAX_TOTAL // 1024**3} GiB: is it the right file?")
        found = [one.filename for one in entries if not one.is_dir()]
    if len(set(found)) < len(found):
        raise ArchiveError(f"two files in it have one name: {_AGAIN}")
    return sorted(found)


def data(path: Path, name: str, most: int) -> bytes:
    """The bytes of a file in a zip, at most so many. Raises ArchiveError for what breaks a bound or is damaged."""
    try:
        about = path.stat()
        archive = _kept_open(path, about.st_size, about.st_mtime_ns)
        entry = archive.getinfo(name)
        _within_bounds(entry, most)
        with archive.open(entry) as file:
            unpacked = file.read(most + 1)
    except ZIP_ERRORS as error:
        raise ArchiveError(f"cannot be unpacked, the zip is damaged: {_AGAIN}") from error
    if len(unpacked) != entry.file_size:
        raise ArchiveError(f"is not as large as the zip says: {_AGAIN}")
    return unpacked


def _within_bounds(entry: zipfile.ZipInfo, most: int) -> None:
    if entry.flag_bits & 1:
        raise ArchiveError("is encrypted: unpack it with its password, and name the folder")
    if entry.compress_type not in METHODS:
        raise ArchiveError("is packed in a way that is not read: unpack it, and name the folder")
    if entry.file_size > most:
        raise ArchiveError(f"is larger than {most // 1024 // 1024} MiB: is it the right file?")
    if entry.file_size > max(_MIN_RATIO, MAX_RATIO * entry.compress_size):
        raise ArchiveError(f"would become more than {MAX_RATIO} times larger: it is no official file")


@lru_cache(maxsize=1)
def _kept_open(path: Path, _size: int, _time: int) -> zipfile.ZipFile:
    """A zip for one file after the other: its list is read once in a process, and again when it has changed."""
    return _opened(path, None)


def _opened(path: Path, most: int | None) -> zipfile.ZipFile:
    """A zip with its list read; before that its end is looked at, since a list may be as long as the file."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ArchiveError(f"is larger than {MAX_BYTES // 1024 // 1024} MiB: is it the right file?")
        if most is not None and _listed(path, size) > most:
            raise ArchiveError(f"there are more than {most} files in it")
        return zipfile.ZipFile(path)
    except ZIP_ERRORS as error:
        raise ArchiveError(f"it is cut short or damaged, and no whole zip: {_AGAIN}") from error


def _listed(path: Path, size: int) -> int:
    """How many entries with long names the list at the end has room for, by its length; 0 where no end is found."""
    with path.open("rb") as file:
        file.seek(max(0, size - 65_557))  # an end with the longest comment
        end = file.read()
    at = end.rfind(END)
    return int.from_bytes(end[at + 12 : at + 16], "little") // _ENTRY if at >= 0 else 0
