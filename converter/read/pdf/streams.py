"""Whether the packed streams of a PDF are whole. PDFium reads on past damage, and the words in it would be lost."""

from __future__ import annotations

import re
import zlib

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DICTIONARY = 1024  # bytes before a stream in which its own entries stand
_FLATE = re.compile(rb"/Filter\s*\[?\s*/(?:FlateDecode|Fl)\b")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
_PIECE = 1 << 20
MAX_UNPACKED = 256 * 1024 * 1024  # of all streams: a resolution unpacks to a few megabytes


def are_whole(data: bytes) -> bool:
    """Whether every packed stream but those of images ends as its checksum says, and none grows beyond all bounds.

    The streams of an encrypted file cannot be told and count as whole.
    """
    if b"/Encrypt" in data:
        return True
    room = MAX_UNPACKED
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - _DICTIONARY) : match.start()]
        entries = head[head.rfind(b" obj") + 1 :]
        if not _FLATE.search(entries) or _IMAGE.search(entries):
            continue
        room -= _unpacked(data, match.end(), room)
        if room <= 0:
            return False
    return True


def _unpacked(data: bytes, start: int, room: int) -> int:
    """How many bytes a stream unpacks to; `room` where it is broken or has more."""
    unpacker = zlib.decompressobj()
    size, at = 0, start
    try:
        while not unpacker.eof and at < len(data) and size < room:
            piece = data[at : at + _PIECE]
            at += len(piece)
            size += len(unpacker.decompress(piece, _PIECE))
            while unpacker.unconsumed_tail and not unpacker.eof and size < room:
                size += len(unpacker.decompress(unpacker.unconsumed_tail, _PIECE))
    except zlib.error:
        return room
    return size if unpacker.eof else room
