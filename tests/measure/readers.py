"""python -m tests.measure.readers: what only one of the two readers of citations finds, with the words around it.

    python -m tests.measure.readers              every language, a sample of the texts
    python -m tests.measure.readers --lang en    one language, each fact that only one has
    python -m tests.measure.readers --lang en --all --quiet

The texts are the shared ones that are not kept aside (`reserved`): `unsc-en`, `real`, the words of `unxml` without
their markup, and the examples of the language. A fact is a place, what is cited there, its kind, date and pinpoints.
"""

from __future__ import annotations

import argparse
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from converter.annotate.places import places
from converter.cite.readers import READERS, Found
from converter.convert import Input, convert
from converter.languages import Language, load
from converter.languages.page import available
from converter.model import Citation, Resolution, Sidecar
from converter.read import READERS as FORMATS
from tests.language_examples import AUTHORITIES, examples, resolution
from tests.measure.reserved import CORPUS, is_reserved

SAMPLE = 40  # texts of each folder and language, without --all
_FOLDERS = {"ar": "Arabic", "en": "English", "es": "Spanish", "fr": "French", "ru": "Russian", "zh": "Chinese"}
_CONTEXT = 60
_BLOCKS = ("p", "num", "heading", "docNumber", "docTitle", "td")

Fact = tuple[str, str, str, str | None, tuple[str, ...]]
Text = tuple[str, Resolution]


@dataclass
class Compared:
    """How many facts both readers found in some texts, and each that only one found, in words."""

    both: int = 0
    lines: list[tuple[str, str]] = field(default_factory=list)

    def count(self, sign: str) -> int:
        """How many facts only one has: `-` the patterns, `+` the tokens."""
        return sum(one == sign for one, _ in self.lines)


def texts(code: str, *, every: bool) -> Iterator[tuple[str, Iterator[Text]]]:
    """(source, texts) of a language, read and parsed."""
    yield "examples", _examples(code)
    for name, files in (("unsc-en", _unsc(code)), ("real", _real(code)), ("unxml", _unxml(code))):
        chosen = list(files)
        step = 1 if every else max(1, len(chosen) // SAMPLE)
        yield name, (_parsed(path, read(), code) for path, read in chosen[::step])


def _examples(code: str) -> Iterator[Text]:
    for lang, one in examples("citations"):
        if lang == code:
            yield one.get("form", one["text"]), resolution(code, one["body"], one["text"], notes=one.get("notes"))


def _parsed(path: str, data: bytes, code: str) -> Text:
    return path, convert(Input(path, code, data, Sidecar("text", "")), AUTHORITIES).resolution


File = tuple[str, Callable[[], bytes]]


def _unsc(code: str) -> Iterator[File]:
    for path in sorted((CORPUS / "unsc-en").glob("*.txt")) if code == "en" else ():
        if not is_reserved(path.name):
            yield path.name, path.read_bytes


def _real(code: str) -> Iterator[File]:
    for path in sorted((CORPUS / "real" / code).rglob("*")):
        if path.suffix in FORMATS and path.is_file() and not is_reserved(path.name):
            yield str(path.relative_to(CORPUS)), path.read_bytes


def _unxml(code: str) -> Iterator[File]:
    for pack in sorted((CORPUS / "unxml").glob("*.zip")):
        with zipfile.ZipFile(pack) as opened:
            names = [
                name for name in opened.namelist() if name.startswith(f"{_FOLDERS[code]}/") and name.endswith(".xml")
            ]
        for name in sorted(names):
            if not is_reserved(Path(name).name):
                yield f"{Path(name).stem}.txt", lambda pack=pack, name=name: _words(pack, name)  # type: ignore[misc]


def _words(pack: Path, name: str) -> bytes:
    """The words of one of the United Nations' own files, a blank line between its blocks."""
    with zipfile.ZipFile(pack) as opened:
        root = etree.fromstring(opened.read(name), etree.XMLParser(resolve_entities=False, no_network=True))
    blocks: list[str] = []
    for one in root.iter():
        if not isinstance(one.tag, str) or etree.QName(one).localname not in _BLOCKS:
            continue
        words = " ".join("".join(one.itertext()).split())
        if blocks and etree.QName(one).localname == "p" and blocks[-1].endswith("\t"):
            blocks[-1] += words  # the number of a paragraph stands before its first words
        elif words:
            blocks.append(f"{words}\t" if etree.QName(one).localname == "num" else words)
    return "\n\n".join(block.replace("\t", " ").strip() for block in blocks).encode()


def fact_of(one: Citation) -> Fact:
    """What counts of a citation; where it begins and ends does not."""
    return one.place, one.target or f"({one.number})", one.kind, one.date, tuple(pin.label for pin in one.pinpoints)


def compare(some: Iterator[Text], language: Language) -> Compared:
    """What each reader finds in some texts."""
    compared = Compared()
    for path, text in some:
        words = dict(places(text))
        old, new = (READERS[name](text, language) for name in ("patterns", "tokens"))
        mine, theirs = (Counter(map(fact_of, found.citations)) for found in (old, new))
        compared.both += (mine & theirs).total()
        compared.lines += _only("-", old, mine - theirs, path, words)
        compared.lines += _only("+", new, theirs - mine, path, words)
    return compared


def _only(sign: str, found: Found, facts: Counter[Fact], path: str, words: dict[str, str]) -> Iterator[tuple[str, str]]:
    for one in found.citations:
        fact = fact_of(one)
        if facts[fact] > 0:
            facts[fact] -= 1
            place, target, kind, date, pinpoints = fact
            said = " ".join(filter(None, (target, kind if kind != "resolution" else "", date, *pinpoints)))
            around = words[place][max(0, one.start - _CONTEXT) : one.end + _CONTEXT].replace("\n", " ")
            yield sign, f"{sign} {path} {place}: {said}\n      … {around} …"


def main() -> None:
    """The command line."""
    arguments = argparse.ArgumentParser(prog="python -m tests.measure.readers")
    arguments.add_argument("--lang", choices=available(), help="one language")
    arguments.add_argument("--source", help="only this: examples, unsc-en, real, unxml")
    arguments.add_argument("--all", action="store_true", help="every text, not a sample")
    arguments.add_argument("--quiet", action="store_true", help="only the counts")
    given = arguments.parse_args()
    print(f"{'':14}{'both':>7}{'only patterns':>15}{'only tokens':>13}")
    for code in [given.lang] if given.lang else available():
        language = load(code, AUTHORITIES)
        for name, some in texts(code, every=given.all):
            if given.source in (None, name):
                compared = compare(some, language)
                print(f"{code} {name:11}{compared.both:7}{compared.count('-'):15}{compared.count('+'):13}", flush=True)
                print(
                    *("" if given.quiet else f"   {line}\n" for _, line in sorted(compared.lines, key=_by_place)),
                    sep="",
                    end="",
                )


def _by_place(line: tuple[str, str]) -> str:
    return line[1][2:].partition(":")[0]


if __name__ == "__main__":
    main()
