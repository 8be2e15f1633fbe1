"""The zip that a DOCX is: its parts, found by their relationships, with bounds on what is unpacked.

A name in the zip never becomes a path on disk: parts are looked up in the zip alone, and nothing is fetched.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from converter.formats import OLE, RTF
from converter.read.nodes import MarkupError, Node, parse_xml
from converter.read.zips import METHODS, ZIP_ERRORS

_MAX_ENTRIES = 4000
_MAX_PART = 24 * 1024 * 1024  # characters of XML; a report of three hundred pages has about half as many
_MAX_TOTAL = 64 * 1024 * 1024
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# In the content type of a text, of one with macros, and of their templates.
_OF_WORD = ("wordprocessingml", "ms-word.document", "ms-word.template")
_SAVE = "open it in a word processor and save it as .docx"


class PackageError(Exception):
    """No text can be read from the file: `code`, what is wrong, what to do."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part: its kind (the last step of the type's address) and the part it leads to."""

    kind: str
    target: str


class Package:
    """The parts of a DOCX by name. Every method raises PackageError alone.

    `has_macros`: programs lie in it. Nothing here looks into them, and nothing runs them.
    """

    def __init__(self, data: bytes) -> None:
        if data.startswith(OLE):
            raise _binary(data)
        if data.startswith(RTF):
            raise PackageError("read-not-docx", "the file is RTF, not DOCX", _SAVE)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._infos = {info.filename: info for info in self._zip.infolist()[:_MAX_ENTRIES]}
        except ZIP_ERRORS as error:
            message = "the file is no DOCX, or it is cut short: it is no whole zip"
            raise PackageError("read-not-docx", message, "fetch the official file again") from error
        self._left = _MAX_TOTAL
        self._relations: dict[str, dict[str, Relation]] = {}
        self.main = self._main()
        self.has_macros = any(posixpath.basename(name).lower() == "vbaproject.bin" for name in self._infos)

    def part(self, name: str) -> Node | None:
        """A part as a tree; None where there is none of that name."""
        data = self._bytes(name)
        if data is None:
            return None
        try:
            return parse_xml(data)
        except MarkupError as error:
            message = f"the part {_shown(name)} cannot be read: {error}"
            raise PackageError("read-broken", message, "fetch the official file again") from error

    def related(self, kind: str) -> Node | None:
        """The part that the main part has for something: `styles`, `numbering`, `footnotes` …"""
        relations = self.relations(self.main).values()
        return next((self.part(relation.target) for relation in relations if relation.kind == kind), None)

    def by_id(self, identity: str) -> Node | None:
        """The part that the main part names by the id of a relationship (a header)."""
        relation = self.relations(self.main).get(identity)
        return self.part(relation.target) if relation else None

    def relations(self, name: str) -> dict[str, Relation]:
        """The relationships of a part within the package, by their ids; of the package itself for ``""``."""
        if name not in self._relations:
            folder, base = posixpath.split(name)
            root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
            self._relations[name] = dict(_relations(root, folder)) if root else {}
        return self._relations[name]

    def _main(self) -> str:
        main = next((one.target for one in self.relations("").values() if one.kind == "officeDocument"), None)
        types = self.part("[Content_Types].xml")
        kinds = {
            node.attrs.get("PartName", "").lstrip("/"): node.attrs.get("ContentType", "")
            for node in (types.all("types:Override") if types else ())
        }
        if main is None or main not in self._infos or not any(one in kinds.get(main, _OF_WORD[0]) for one in _OF_WORD):
            message = "the file is a zip, but no DOCX: it has no text of a word processor"
            raise PackageError("read-not-docx", message, _SAVE)
        return main

    def _bytes(self, name: str) -> bytes | None:
        info = self._infos.get(name)
        if info is None:
            return None
        if info.flag_bits & 1:
            message = "the file is encrypted"
            raise PackageError("read-encrypted", message, "save it without a password, or fetch it again")
        most = min(_MAX_PART, self._left)
        if info.file_size > most or info.compress_type not in METHODS:
            message = f"the part {_shown(name)} is larger than any official text, or packed in a way that DOCX has not"
            raise PackageError("read-too-large", message, "is it the right file? Fetch it again")
        try:
            with self._zip.open(info) as file:
                data = file.read(most + 1)
        except ZIP_ERRORS as error:
            message = f"the part {_shown(name)} cannot be unpacked: the file is damaged"
            raise PackageError("read-broken", message, "fetch the official file again") from error
        if len(data) > most:
            message = f"the part {_shown(name)} is larger than it says"
            raise PackageError("read-too-large", message, "is it the right file? Fetch it again")
        self._left -= len(data)
        return data


def _relations(root: Node, folder: str) -> Iterator[tuple[str, Relation]]:
    for node in root.all("rel:Relationship"):
        if node.attrs.get("TargetMode") == "External":
            continue
        target = node.attrs.get("Target", "")
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        yield node.attrs.get("Id", ""), Relation(node.attrs.get("Type", "").rpartition("/")[2], whole)


def _binary(data: bytes) -> PackageError:
    if _ENCRYPTED in data:
        return PackageError("read-encrypted", "the file is encrypted", "save it without a password, or fetch it again")
    return PackageError("read-old-word", "the file is of Word before 2007 (.doc), whatever its name says", _SAVE)


def _shown(name: str) -> str:
    return repr(name[:60])
