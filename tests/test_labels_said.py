"""Nothing that has the shape of a label vanishes: it is a paragraph's label, in a quotation, or said at its place.

Over all shared texts that are not reserved and have words of their own: resolutions of the Security Council, pages, and
a sample of the UN's own files in six languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from converter.authorities import Authorities
from converter.clean import clean
from converter.languages import load
from converter.lint import Reading, structure
from converter.parse import parse
from converter.parse.quotations import quoted
from converter.read import READERS
from tests.measure.reserved import CORPUS, is_reserved
from tests.measure.unxml import corpus, setting
from tests.measure.unxml.blocks import read

SHAPE = re.compile(
    r"[({（](?:[a-z]{1,2}|[ivx]{1,5}|[A-Z]|\d{1,2}|[一二三四五六七八九十]{1,3}|[а-я]|هـ|[أابجدهوزحطيكلمن])[)}）]"
    r"|(?:[a-z]{1,2}|[ivx]{1,5}|[а-я]|هـ|[أابجدهوزحطيكلمن])[)}]|[㈠-㈩①-⑳]|[’‘']\d{1,2}[’‘']"
    r"|\d{1,2}[ ]?[.．、](?!\d)|\d{1,2}[ ]-[ ]|\d{1,2}[ ](?:bis|ter)\b|[-–—•·][ ]|\d{1,2}\.\d{1,2}\.?[ ]"
)
LEFT = {("S_RES_0714_1991.txt", 37): "a dash within a sentence"}
FINDINGS = (structure.mended_numbers, structure.doubtful_labels, structure.plain_paragraphs, structure.numbers_in_order)
with_corpus = pytest.mark.shared("corpus")


def council() -> Iterator[tuple[str, str, bytes]]:
    for path in sorted((CORPUS / "unsc-en").glob("*.txt")):
        if not is_reserved(path.name):
            yield path.name, "en", path.read_bytes()


def pages(lang: str) -> Iterator[tuple[str, str, bytes]]:
    for path in sorted((CORPUS / "real" / lang).rglob("*")):
        if path.suffix in (".txt", ".html") and not is_reserved(path.name):
            yield path.name, lang, path.read_bytes()


def marked_up(lang: str) -> Iterator[tuple[str, str, bytes]]:
    works = corpus.works()
    for symbol in corpus.sample(works, corpus.SAMPLE):
        if lang in works[symbol]:
            marked = read(works[symbol][lang].read(allow_reserved=False))
            yield f"{symbol.replace('/', '_')}.txt", lang, setting.as_text(marked.blocks, lang, marked.symbol).encode()


def silent(name: str, lang: str, data: bytes, authorities: Authorities) -> Iterator[tuple[str, int]]:
    """The lines of a text that begin like a label and are none, of which nothing is said."""
    language = load(lang, authorities)
    source, _ = READERS[Path(name).suffix](data, name, lang)
    cleaned = clean(source, language)
    resolution = parse(cleaned, language)
    reading = Reading(cleaned, resolution, (), (), language, authorities)
    paragraphs = resolution.paragraphs
    within = quoted([one.text.text for one in paragraphs], language.table("body.quotations"))
    known = {
        (one.label or one.text).source_offset(0) for one, at in zip(paragraphs, within, strict=True) if one.label or at
    }
    known_lines = {source.locate(offset)[:2] for offset in known}
    said = {(one.page, one.line) for rule in FINDINGS for one in rule(reading)}
    first = min(((one.label or one.text).source_offset(0) for one in paragraphs), default=0)
    above = ""
    for line in cleaned.lines:
        words, before = line.text.strip(), above
        above = words
        place = source.locate(line.start)[:2]
        if line.start < first or not SHAPE.match(words) or place in known_lines or place in said:
            continue
        if line.gap or not (before[-1:].isdecimal() and words[0] == "("):  # 217 ⏎ (V); paragraph 3 ⏎ (c)
            yield name, place[1]


@with_corpus
@pytest.mark.parametrize("lang", ["council", *corpus.FOLDERS])
def test_no_label_vanishes(lang: str, authorities: Authorities) -> None:
    texts = council() if lang == "council" else (*pages(lang), *marked_up(lang))
    left = {place for name, code, data in texts for place in silent(name, code, data, authorities)}
    print(f"{lang}: {len(left)} left, {sorted(left)}")
    assert left <= set(LEFT)
