"""How many pieces a page draws, counted before PDFium draws them: forms within forms as often as they are drawn.

PDFium makes an object of each piece as soon as it opens a page. A form that draws itself twice, or forms in forms,
make billions of them from a file of a kilobyte, and a packed stream makes millions. So they are counted here, in the
file as it stands: its forms, the names that they draw, the painting operators of each stream (ISO 32000-1, 8.2, 8.10).

This is no parser of PDF. What stands in an encrypted file, in packings other than Flate or under names that are spelt
with codes is not counted; for that there are the limits of the process that reads.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from converter.read.pdf.limits import MAX_OBJECTS

_OBJECT = re.compile(rb"(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b")
_DICTIONARY_ENDS = re.compile(rb"\bendobj\b|(?<!end)stream\r?\n")
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_NO_CONTENT = re.compile(rb"/Subtype\s*/(?:Image|XML)\b|/Type\s*/(?:XRef|EmbeddedFile)\b|/Length1\b|/FunctionType\b")
_PACKED_OBJECTS = re.compile(rb"/Type\s*/ObjStm\b")
_LAYERS = re.compile(rb"/(?:O|#4[fF])(?:C|#43)(?:[GMP]|#4[7dD]|#50)")
_HEAD = 1024  # bytes before a stream in which its own entries stand
_FIRST = re.compile(rb"/First\s+(\d{1,10})")
_FILTER = re.compile(rb"/Filter\s*\[?\s*/(\w+)")
_RESOURCES = re.compile(rb"/Resources\s*(?:(\d{1,10})\s+\d+\s+R|<<)")
_XOBJECTS = re.compile(rb"/XObject\s*(?:(\d{1,10})\s+\d+\s+R|<<)")
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_CONTENTS = re.compile(rb"/Contents\s*(\[[^\]]*\]|\d{1,10}\s+\d+\s+R)")
_REFERENCE = re.compile(rb"(\d{1,10})\s+\d+\s+R")
_BRACKETS = re.compile(rb"<<|>>")
_NAMED = re.compile(rb"/([^\s/<>\[\]()]+)\s+(\d{1,10})\s+\d+\s+R")
# What paints, with the name before it where that is a form or an image.
_PAINTED = re.compile(
    rb"/([^\s/<>\[\]()]+)\s+Do(?![^\s/\[(<])|(?<![^\s\])>])(?:T[jJ]|['\"]|[SsF]|[fBb]\*?|sh|EI)(?![^\s/\[(<])"
)
_MOST_NAMES = 20_000  # that forms draw; no official file has a hundredth of it
_MOST_LEVELS = 40  # of forms in forms, as deep as PDFium goes
_ROOM = 64 * 1024 * 1024  # bytes of content that are looked at
_ENOUGH = MAX_OBJECTS + 1

Names = Mapping[bytes, frozenset[int]]
"""What a name may mean, as the numbers of forms."""


@dataclass
class _Content:
    """What a stream draws. It is counted when it is asked for: the streams of most files are too short to matter."""

    text: bytes

    @property
    def most(self) -> int:
        """As many pieces as it draws, or more: an operator and what parts it from the next take two bytes."""
        return len(self.text) // 2 + 1

    @property
    def pieces(self) -> int:
        """How many pieces it draws, forms as one."""
        return self._counted[0]

    @property
    def names(self) -> Counter[bytes]:
        """How often it draws what has which name."""
        return self._counted[1]

    @cached_property
    def _counted(self) -> tuple[int, Counter[bytes]]:
        pieces, names = 0, Counter[bytes]()
        for painted in _PAINTED.finditer(self.text):
            pieces += 1
            if painted[1]:
                names[painted[1]] += 1
        return pieces, names


@dataclass
class _File:
    """The dictionaries of a file by the numbers of their objects, and its contents: those of forms, and all others."""

    objects: dict[int, bytes] = field(default_factory=dict)
    forms: dict[int, _Content] = field(default_factory=dict)
    others: dict[int, _Content] = field(default_factory=dict)
    _inside: dict[tuple[bytes, re.Pattern[bytes]], bytes | None] = field(default_factory=dict)
    _named: dict[bytes, Names] = field(default_factory=dict)

    def inside(self, text: bytes, key: re.Pattern[bytes]) -> bytes | None:
        """The dictionary that is an entry of another one, there or in an object of its own; None for none.

        Each is looked for once: very many forms may share one dictionary that is very long.
        """
        if (text, key) not in self._inside:
            found = key.search(text)
            number = int(found[1]) if found and found[1] else None
            whole = _up_to_its_end(text, found.end()) if found else None
            self._inside[text, key] = whole if number is None else self.objects.get(number, b"")
        return self._inside[text, key]

    def named(self, resources: bytes) -> Names:
        """The forms that resources have names for."""
        text = self.inside(resources, _XOBJECTS) or b""
        if text not in self._named:
            names: dict[bytes, set[int]] = {}
            for name, number in _NAMED.findall(text):
                if int(number) in self.forms:
                    names.setdefault(name, set()).add(int(number))
            self._named[text] = {name: frozenset(numbers) for name, numbers in names.items()}
        return self._named[text]


def _up_to_its_end(text: bytes, start: int) -> bytes:
    depth = 1
    for bracket in _BRACKETS.finditer(text, start):
        depth += 1 if bracket[0] == b"<<" else -1
        if not depth:
            return text[start : bracket.start()]
    return text[start:]


def is_layered(data: bytes) -> bool:
    """Whether a file may have parts that are shown or not (ISO 32000-1, 8.11): it names some, or is locked."""
    return b"/Encrypt" in data or _LAYERS.search(data) is not None or any(map(_LAYERS.search, _packed_objects(data)))


def _packed_objects(data: bytes) -> Iterator[bytes]:
    """The streams of objects unpacked; the catalogue may stand in one."""
    room, whole = _ROOM, memoryview(data)
    for one in _PACKED_OBJECTS.finditer(data):
        stream = _DICTIONARY_ENDS.search(data, one.end())
        if stream is not None and stream[0] != b"endobj":
            unpacked = _unpacked(data[max(0, stream.start() - _HEAD) : stream.start()], whole[stream.end() :], room)
            room -= len(unpacked)
            yield unpacked


def draws_too_much(data: bytes) -> int | None:
    """The page of a PDF that draws more than `MAX_OBJECTS` pieces, forms as often as they are drawn; None for none.

    It is 0 where a form does so of which it is not known which page draws it.
    """
    if b"/Encrypt" in data:
        return None
    file = _read(data)
    if not file.forms and all(content.most <= MAX_OBJECTS for content in file.others.values()):
        return None
    common = _common(file)
    drawn = {number: [*_drawn(file, number, common)] for number in file.forms}
    if sum(map(len, drawn.values())) > _MOST_NAMES:
        return 0
    whole = _expanded(file, drawn)
    most = {name: max(whole[number] for number in numbers) for name, numbers in common.items()}
    for number, content in file.others.items():
        if content.pieces + sum(count * most.get(name, 0) for name, count in content.names.items()) > MAX_OBJECTS:
            return next((page for page, contents in enumerate(_pages(file), 1) if number in contents), 0)
    return 0 if any(count > MAX_OBJECTS for count in whole.values()) else None


def _pages(file: _File) -> Iterator[list[int]]:
    """The numbers of the contents of each page, in the order of the pages."""
    waiting = [number for number, text in file.objects.items() if _KIDS.search(text) and b"/Parent" not in text][::-1]
    seen: set[int] = set()
    while waiting:
        number = waiting.pop()
        text = file.objects.get(number, b"")
        if number in seen:
            continue
        seen.add(number)
        if kids := _KIDS.search(text):
            waiting += [int(kid) for kid in _REFERENCE.findall(kids[1])][::-1]
        elif contents := _CONTENTS.search(text):
            numbers = [int(one) for one in _REFERENCE.findall(contents[1])]
            listed = file.objects.get(numbers[0], b"") if len(numbers) == 1 else b""  # an array may be an object
            yield [*numbers, *(int(one) for one in _REFERENCE.findall(listed))]
        else:
            yield []


def _common(file: _File) -> Names:
    """The names of pages, and of whatever else is no form; one may mean several forms, on several pages."""
    names: dict[bytes, set[int]] = {}
    for number, text in file.objects.items():
        if number not in file.forms and b"/XObject" in text:
            for name, numbers in file.named(text).items():
                names.setdefault(name, set()).update(numbers)
    return {name: frozenset(numbers) for name, numbers in names.items()}


def _drawn(file: _File, number: int, common: Names) -> Iterator[tuple[frozenset[int], int]]:
    """The forms that a form draws, each as those that a name may mean, and how often."""
    resources = file.inside(file.objects[number], _RESOURCES)
    names = common if resources is None else file.named(resources)
    for name, count in file.forms[number].names.items():
        if name in names:
            yield names[name], count


def _expanded(file: _File, drawn: Mapping[int, list[tuple[frozenset[int], int]]]) -> dict[int, int]:
    """How many pieces each form draws with all forms in it, no deeper than PDFium goes."""
    meant = {numbers for inner in drawn.values() for numbers, _ in inner}
    whole = {number: content.pieces for number, content in file.forms.items()}
    for _ in range(_MOST_LEVELS):
        most = {numbers: max(whole[number] for number in numbers) for numbers in meant}
        deeper = {
            number: min(_ENOUGH, file.forms[number].pieces + sum(count * most[one] for one, count in inner))
            for number, inner in drawn.items()
        }
        if deeper == whole:
            break
        whole = deeper
    return whole


# --- the file ------------------------------------------------------------------------------------------------


def _read(data: bytes) -> _File:
    file = _File()
    room = _ROOM
    for one, following in pairwise([*_OBJECT.finditer(data), None]):
        assert one is not None
        end = following.start() if following else len(data)
        stop = _DICTIONARY_ENDS.search(data, one.end(), end)
        number, text = int(one[1]), data[one.end() : stop.start() if stop else end]
        file.objects[number] = text
        if stop is None or stop[0] == b"endobj" or _NO_CONTENT.search(text):
            continue
        content = _unpacked(text, data[stop.end() : end], room)
        room -= len(content)
        if _PACKED_OBJECTS.search(text):
            file.objects.update(_apart(text, content))
        elif _FORM.search(text):
            file.forms[number] = _Content(content)
        else:
            file.others[number] = _Content(content)
    return file


def _unpacked(dictionary: bytes, packed: bytes | memoryview, room: int) -> bytes:
    """The bytes of a stream, no more than there is room for; none where they are packed otherwise or damaged."""
    packing = _FILTER.search(dictionary)
    if packing is None:
        return bytes(packed[: max(0, room)])
    if room <= 0 or packing[1] not in (b"FlateDecode", b"Fl"):
        return b""
    try:
        return zlib.decompressobj().decompress(packed, room)
    except zlib.error:
        return b""


def _apart(dictionary: bytes, content: bytes) -> dict[int, bytes]:
    """The objects of a stream of objects: pairs of a number and a place, then the objects (ISO 32000-1, 7.5.7)."""
    first = _FIRST.search(dictionary)
    begins = int(first[1]) if first else len(content)
    figures = [int(one) for one in re.findall(rb"\d{1,10}", content[:begins])]
    places = [*zip(figures[::2], (begins + place for place in figures[1::2]), strict=False)]
    ends = [*(place for _, place in places[1:]), len(content)]
    return {number: content[place:end] for (number, place), end in zip(places, ends, strict=True)}
