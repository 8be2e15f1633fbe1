"""python -m tests.measure.account: the law of no silence over every shared text that is not kept aside.

What looks like a citation or like the mark of a note is one, is known to be none, or is said at its place. Looked at
are numbers and symbols by their tokens, numbers beside a word for resolutions and decisions, by shapes that the reader
does not know of, and numbers that hang like marks. Each that is silent is printed, and the command ends with 1.

--works N       of the marked-up works the first N of the sample's order, as the tests do; --processes N
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from functools import cached_property

from converter import symbols
from converter.annotate.found import Found
from converter.annotate.places import places
from converter.convert import Input, convert
from converter.language_files import available
from converter.model import Expression, Resolution, Sidecar, Source
from converter.read import reader_here
from converter.view import Token, Tokens, fold
from tests.language_examples import AUTHORITIES, language, read_citations
from tests.measure.reserved import CORPUS, is_reserved
from tests.measure.unxml import corpus, setting
from tests.measure.unxml.blocks import read

KINDS = ("number", "lost", "symbol")
NEAR = 40  # tokens before a number of an open shape in which a noun makes it a number of ours
_SUFFIXES = (".txt", ".html", ".pdf")
_FOLDERS = ("unsc-en", "real", "ga-pdf")
_MARKED = "unxml"  # the folder of marked-up texts in `real`, which are in the packs too

Spans = Mapping[str, Sequence[tuple[int, int]]]


@dataclass(frozen=True)
class Shared:
    """One shared text: its name, language, the end of its name, and its bytes."""

    name: str
    lang: str
    suffix: str
    data: bytes

    @cached_property
    def expression(self) -> Expression:
        """What the converter makes of it."""
        return convert(Input(self.name, self.lang, self.data, Sidecar("gold", "")), AUTHORITIES)

    @cached_property
    def source(self) -> Source:
        """The lines that are read of it."""
        return reader_here(self.suffix)(self.data, self.name, self.lang)[0]


def shared(works: int | None = None, also: Iterable[str] = (), folders: Sequence[str] = _FOLDERS) -> Iterator[Shared]:
    """The texts that are not kept aside: the files of some folders, and all or the first so many works, with others."""
    for folder in folders:
        for path in sorted((CORPUS / folder).rglob("*")):
            if path.suffix in _SUFFIXES and _MARKED not in path.parts and not is_reserved(path.name):
                lang = next((part for part in path.relative_to(CORPUS).parts if part in available()), "en")
                yield Shared(path.name, lang, path.suffix, path.read_bytes())
    held = corpus.works()
    some = corpus.sample(held, len(held) if works is None else works)
    for work in (*some, *(one for one in also if one in held and one not in some)):
        for lang, file in held[work].items():
            with suppress(PermissionError):  # one whose name says another symbol than its markup
                marked = read(file.read(allow_reserved=False))
                words = setting.FORMS["text"](marked.blocks, lang, marked.symbol)
                yield Shared(f"{work.replace('/', '_')}.{lang}.txt", lang, ".txt", words.encode())


# --- numbers and symbols of works ---------------------------------------------------------------------------


def account(text: Resolution) -> tuple[list[str], int]:
    """Each number and symbol that no mark, finding or known kind accounts for, and how many are said."""
    lang = language(text.lang)
    found = read_citations(text, lang)
    spans = _spans(found)
    silent: list[str] = []
    for place, words in places(text):
        tokens = lang.page.tokens(fold(words))
        for index, token in enumerate(tokens.items):
            if token.kind not in KINDS or is_known(tokens, index, text.masthead.symbol):
                continue
            start, end = tokens.view.span(token.start, token.end)
            if _OF_ANOTHER.search(words[:start]):
                continue
            if not any(start < last and first < end for first, last in spans.get(place, ())):
                silent.append(f"{place}: {words[max(0, start - 40) : start]}>{words[start:end]}<")
    silent += called(text, spans)
    return silent, sum(one.remark.code == "citation-unread" for one in found.said)


_OF_ANOTHER = re.compile(r"(?<![A-Z])[A-Z]{2,5}[ \u00a0]$")  # letters before a document of another body: LC 45/18


def is_known(tokens: Tokens, index: int, own: str | None) -> bool:
    """Whether this is known to be none: the text's own symbol, a number of something else, a fraction."""
    token = tokens[index]
    if token.kind == "symbol":
        return symbols.canonical(token.value) == own
    if token.kind == "number" and is_own(token.value.text, own):
        return True
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if before is not None and (before.has("number sign") or before.has("not before")):
        return True
    if after is not None and after.has("not after"):
        return True
    if is_sure(token):
        return False
    sentence = tokens.items[max(0, index - NEAR) : index]
    fraction = token.kind == "number" and (token.value.text.partition("/")[0]).isdecimal() and is_small(token)
    return fraction or token.kind == "lost" or not any(one.has("noun") or one.has("own noun") for one in sentence)


def is_own(number: str, own: str | None) -> bool:
    """Whether a number is the text's own, which stands in lists of what it goes on with: no link leads there."""
    return own is not None and own.endswith(f"/{number}")


def is_sure(token: Token) -> bool:
    return token.kind == "number" and token.value.sure and not token.value.wrong


def is_small(token: Token) -> bool:
    """2/3, 24/7, 1996/97: no session has such a number, or another thing has it more often."""
    session = int(token.value.text.partition("/")[0])
    return not 10 <= session <= 99 or token.value.text == "24/7"


def _spans(found: Found) -> dict[str, list[tuple[int, int]]]:
    """What was read or said in each place."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for one in found.citations:
        spans.setdefault(one.place, []).append((one.start, one.end))
    for said in found.said:
        spans.setdefault(said.place, []).append((said.remark.start, said.remark.end))
    return spans


_SIGN = r"[\s\u00a0]*(?:n(?:o|os|úm|úms|[°º]|[°º]s|umber|umbers)\.?|№|رقم)?[\s\u00a0]*"
_NUMBER = r"(?P<number>\d[^\s\u00a0,;.:)،؛]*(?:[.:]\d[^\s,;.)،؛]*)?(?: \([^()]{1,12}\))?)"
_NAMED = {
    "en": r"\b(?:resolution|decision)s?",
    "fr": r"\b(?:résolution|décision)s?",
    "es": r"\b(?:resoluci(?:ón|ones)|decisi(?:ón|ones))",
    "ru": r"\b(?:резолюци|решени)\w{1,3}",
    "ar": r"(?:قرار|مقرر)\w{0,4}",
}
_BRACKET = r"(?: ?[(（][^()（）]{1,12}[)）])?"
CALLED = {  # a number right beside what a resolution or a decision is called: behind it, in Chinese before it too
    **{code: re.compile(rf"{noun}{_SIGN}{_NUMBER}", re.IGNORECASE) for code, noun in _NAMED.items()},
    "zh": re.compile(
        rf"(?:决议|決議)(?P<number>\d{{1,4}}{_BRACKET})(?![\d/])"
        rf"|(?<![0-9A-Za-z./-])(?<![A-Za-z.] )第?(?P<before>\d[0-9A-Za-z/.-]*{_BRACKET}) ?号?(?:决议|決議|决定|決定)"
    ),
}
# Declared exceptions: numbers that other bodies give their own, for which the United Nations has no symbol, and years;
# a number alone before a word may count what the word says (the resolution 300 keepers wrote).
_OF_OTHERS = (
    re.compile(r"\d{1,2}$"),  # in the report of a conference: chap. I, resolution 1, annex
    re.compile(r"\d+[.-]\d+$|\d{2,3}\(\d{1,2}\)?$"),  # of an assembly, by its session: 58.3, 74(14)
    re.compile(r"\d+/(?:\D*[A-Z]|[^\W\d_])"),  # of a conference of parties: 7/COP.15, in Arabic by its initials
    re.compile(r"\d+ ?[(（][A-Z][A-Za-z]+\W?\d+[)）]$"),  # 15 (Cg-18)
    re.compile(r"(?:19|20)\d\d$"),  # decisions of 2000
)
_COUNTS = re.compile(r"\d{3,4}[ \u00a0][^\W\d_]$")


def called(text: Resolution, spans: Spans) -> Iterator[str]:
    """Each number beside such a word that is in no citation, is not said, and is none of the declared exceptions."""
    for place, words in places(text):
        for match in CALLED[text.lang].finditer(words):
            start, end = match.span(match.lastgroup or 0)
            known = any(one.match(words[start:end]) for one in _OF_OTHERS) or _COUNTS.match(words[start : end + 2])
            known = known or is_own(words[start:end], text.masthead.symbol)
            if not known and not any(start < last and first < end for first, last in spans.get(place, ())):
                yield f"{place}: {words[max(0, match.start() - 40) : start]}>{words[start:end]}< is called so"


# --- marks of notes -----------------------------------------------------------------------------------------

# A number that touches a word, a sign behind a word, a bracket or a year, or ends a paragraph with a space before it.
NOTE_SHAPED = re.compile(
    r"(?:(?<=[^\W\d_A-Z]{3})|(?<=[^\W\d_] (?:19|20)\d\d)"
    r"|(?:(?<=[^\W\d_][,;.:”»])|(?<=[^\W\d_][”»][,;.])|(?<=\d\)[,;.:])|(?<=(?:19|20)\d\d[,;.:]))(?: (?=\d+$))?)"
    r"(?P<mark>\d{1,3}|[⁰¹²³⁴-⁹]{1,3})(?=[\s,;:”»]|\.(?!\d)|$)"
)

_IN_SYMBOL = re.compile(
    r"(?:/[^\s]*|\d\.[A-Z]\.|\b[IVX]+\.)$"
)  # decisions, lists, paragraphs of others: 1/CMA.5, 1.A.04, II.75


def note_shaped(expression: Expression, source: Source) -> tuple[int, list[str]]:
    """How many numbers of the paragraphs are shaped like marks, and those of them that are not said."""
    text = expression.resolution
    own = language(text.lang).page.notes
    said = {(one.page, one.line, one.column) for one in expression.diagnostics if one.code == "mark-without-note"}
    count, silent = 0, []
    for paragraph in text.paragraphs:
        words = paragraph.text.text
        for match in NOTE_SHAPED.finditer(words):
            start, end = match.span("mark")
            touches = words[start - 1].isalpha()
            if (touches and not own.spaced) or (not touches and own.is_own(words[:start].rstrip())):
                continue  # no blank parts words from numbers there; No.5
            if _IN_SYMBOL.search(words[:start]):
                continue
            if match["mark"].isascii() and own.is_counted(match["mark"], words[end:].strip(), day=False):
                continue
            count += 1
            if source.locate(paragraph.text.source_offset(start)) not in said:
                silent.append(f"{paragraph.id}: {words[max(0, start - 40) : start]}>{match['mark']}<")
    return count, silent


# --- all of them --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """Of one text: what is silent in it, how many numbers are said, how many hang like marks, the time in seconds."""

    name: str
    silent: tuple[str, ...]
    said: int
    shaped: int
    seconds: float


def look(one: Shared) -> Told:
    """The law asked of one text."""
    begun = time.process_time()
    silent, said = account(one.expression.resolution)
    shaped, marks = note_shaped(one.expression, one.source)
    return Told(one.name, (*silent, *marks), said, shaped, time.process_time() - begun)


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.measure.account")
    parser.add_argument("--works", type=int, metavar="N")
    parser.add_argument("--processes", type=int, metavar="N", default=os.cpu_count() or 1)
    given = parser.parse_args()
    if not CORPUS.is_dir():
        print("skipped: the shared texts are not here")
        return 0
    total: Counter[str] = Counter()
    seconds = 0.0
    with ProcessPoolExecutor(given.processes) if given.processes > 1 else nullcontext() as pool:
        told: Iterable[Told]
        told = pool.map(look, shared(given.works), chunksize=8) if pool else map(look, shared(given.works))
        for one in told:
            total.update(texts=1, silent=len(one.silent), said=one.said, shaped=one.shaped)
            seconds += one.seconds
            for line in one.silent:
                print(f"{one.name} {line}")
    print(
        f"{total['texts']} texts in {seconds:.0f} seconds of processor time: {total['silent']} silent;"
        f" {total['said']} numbers are said, {total['shaped']} hang like marks"
    )
    return 1 if total["silent"] else 0


if __name__ == "__main__":
    sys.exit(main())
