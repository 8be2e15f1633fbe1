"""DOCX whose zip no program writes."""

# ruff: noqa: E501 - markup reads better in one piece
from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Iterator

from tests.documents.word import docx, p

Made = Iterator[tuple[str, Callable[[], bytes]]]


def plain() -> bytes:
    """A DOCX with nothing strange in it."""
    return docx(p("The Council of Lamps,"), p("1. Decides that lamps shall burn."))


def files() -> dict[str, bytes]:
    """Its parts."""
    with zipfile.ZipFile(io.BytesIO(plain())) as package:
        return {name: package.read(name) for name in package.namelist()}


def _zip(
    *more: tuple[str, bytes | int], method: int = zipfile.ZIP_DEFLATED, first: bool = False, **entry: int
) -> bytes:
    """A DOCX with further entries, before its own or after: of bytes, or of so many zeros. `entry` are fields of theirs."""
    out = io.BytesIO()
    own: list[tuple[str, bytes | int]] = list(files().items())
    added = set(more)
    with zipfile.ZipFile(out, "w", method, compresslevel=1) as packed:
        for name, content in [*more, *own] if first else [*own, *more]:
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            if (name, content) in added:
                for key, value in entry.items():
                    setattr(info, key, value)
            if isinstance(content, bytes):
                packed.writestr(info, content)
                continue
            with packed.open(info, "w") as file:
                for _ in range(content >> 20):
                    file.write(bytes(1 << 20))
    return out.getvalue()


def _changed(offset: int, value: bytes, central: bool = True, only: bytes = b"word/document.xml") -> bytes:
    """A DOCX with a field of an entry's header changed, in the central directory or where the entry lies."""
    data = bytearray(plain())
    at = 0
    sign, length = (b"PK\x01\x02", 46) if central else (b"PK\x03\x04", 30)
    while (at := data.find(sign, at)) >= 0:
        if data[at + length : at + length + len(only)] == only:
            data[at + offset : at + offset + len(value)] = value
        at += 4
    return bytes(data)


def _end(offset: int, value: bytes) -> bytes:
    data = bytearray(plain())
    at = data.rfind(b"PK\x05\x06")
    data[at + offset : at + offset + len(value)] = value
    return bytes(data)


def _overlapping() -> bytes:
    """All entries of the directory lead to one place."""
    data = bytearray(plain())
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 42 : at + 46] = b"\0\0\0\0"
        at += 4
    return bytes(data)


def _in_itself() -> bytes:
    return _zip(("word/media/again.docx", plain()), ("word/embeddings/a.zip", _zip(("a", 1 << 20))))


def _bombs() -> Made:
    """Parts that unpack to far more than they are, and zips in zips."""
    document = files()["word/document.xml"]
    bomb = 65 << 20
    yield "a bomb beside the text", lambda: _zip(("word/media/a.bin", bomb))
    for part in (
        "word/document.xml",
        "word/styles.xml",
        "[Content_Types].xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
    ):
        yield f"a bomb is {part}", lambda name=part: _zip((name, bomb))
    yield "a bomb in a bomb", lambda: _zip(("word/media/a.zip", _zip(("a", bomb))))
    yield "in itself", _in_itself
    yield "overlapping entries", _overlapping
    yield "two texts", lambda: _zip(("word/document.xml", document.replace(b"burn", b"drown")))
    yield (
        "two texts, the other first",
        lambda: _zip(("word/document.xml", document.replace(b"burn", b"drown")), first=True),
    )


def _names() -> Made:
    """Names that lead out of the zip, or to nothing."""
    for name in (
        "/etc/passwd",
        "../../../../tmp/x",
        "..\\..\\x",
        "C:\\x",
        "//host/x",
        "word/../../x",
        "a\0b",
        "CON",
        "x" * 60_000,
        "\u202eslx.docx",
        "word/",
        "",
        ".",
        "word/document.xml/x",
        "WORD/DOCUMENT.XML",
    ):
        yield f"a name {name[:24]!r}", lambda given=name: _zip((given, b"<x/>"), first=True)
    yield "a link", lambda: _zip(("word/link.xml", b"/etc/passwd"), external_attr=0o120777 << 16)


def _fields() -> Made:
    """Headers and directories that do not say what is there."""
    for flag in (1, 8, 0x20, 0x40, 0x800, 0x2000, 0xFFFF):
        yield f"flags {flag:#x}", lambda given=flag: _changed(8, struct.pack("<H", given))
        yield f"flags {flag:#x} at the entry", lambda given=flag: _changed(6, struct.pack("<H", given), central=False)
    for method in (0, 1, 6, 9, 12, 14, 93, 95, 99, 65535):
        yield f"method {method}", lambda given=method: _changed(10, struct.pack("<H", given))
    for size in (0, 1, 2**31, 2**32 - 1):
        yield f"it says {size} bytes", lambda given=size: _changed(24, struct.pack("<I", given))
        yield f"it says {size} bytes packed", lambda given=size: _changed(20, struct.pack("<I", given))
    yield "another checksum", lambda: _changed(16, b"\1\2\3\4")
    yield "an entry beyond the end", lambda: _changed(42, b"\xff\xff\xff\x7f")
    yield "zip64 without its fields", lambda: _changed(42, b"\xff\xff\xff\xff")
    yield "a version of the future", lambda: _changed(6, b"\xff\xff")
    for offset, value in (
        (4, b"\1\0"),
        (8, b"\xff\xff"),
        (10, b"\0\0"),
        (12, b"\xff\xff\xff\xff"),
        (16, b"\0\0\0\0"),
        (16, b"\xff\xff\xff\xff"),
        (20, b"\xff\xff"),
    ):
        yield f"an end with {value!r} at {offset}", lambda at=offset, given=value: _end(at, given)


def _containers() -> Made:
    """What lies around the zip, how it is packed, what is missing."""
    yield "60000 entries", lambda: _zip(*((f"a{n}", b"") for n in range(60_000)))
    yield "stored", lambda: _zip(method=zipfile.ZIP_STORED)
    yield "bzip2", lambda: _zip(method=zipfile.ZIP_BZIP2)
    yield "lzma", lambda: _zip(method=zipfile.ZIP_LZMA)
    yield "words before it", lambda: b"MZ" + bytes(5000) + plain()
    yield "words after it", lambda: plain() + b"PK\x05\x06" * 5000
    yield "cut in the middle", lambda: plain()[: len(plain()) // 2]
    yield "no directory", lambda: plain()[: plain().find(b"PK\x01\x02")]
    yield "only an end", lambda: b"PK\x05\x06" + bytes(18)
    yield "a comment of 65 kB", lambda: _end(20, b"\xff\xff") + b"PK\x05\x06" * 16_000


def zips() -> Made:
    """All of them."""
    yield from _bombs()
    yield from _names()
    yield from _fields()
    yield from _containers()
