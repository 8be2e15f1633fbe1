"""Parts of a held text that others cite by symbols of their own (73/901 B): each citation lands at the part."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from converter.authorities import Authorities
from converter.collect import build_corpus, lacking
from converter.corpus import Corpus
from converter.languages import load
from converter.model import Part, Record
from converter.write import front, landing, markdown, work
from converter.write.cited import cited_pages
from converter.write.contents import contents
from converter.write.indexes import index_pages
from converter.write.redirects import redirect_pages
from converter.write.symbols import symbol_files
from converter.write.words import Words
from tests.documents.akn import akn
from tests.reading import ENACTING, converted
from tests.records import citing, record

LETTERS = {
    "ar": ("ألف", "باء"), "en": ("A", "B"), "es": ("A", "B"), "fr": ("A", "B"), "ru": ("А", "В"), "zh": ("A", "B"),
}  # fmt: skip
ACTS = {
    "ar": "تطلب إلى الحراس إضاءة المصابيح.", "en": "Requests the keepers to light the lamps.",
    "es": "Pide a los guardianes que enciendan las lámparas.", "fr": "Prie les gardiens d’allumer les lampes.",
    "ru": "просит смотрителей зажечь лампы.", "zh": "请看守人点亮灯塔。",
}  # fmt: skip
WHOLE, PAGE = "A/RES/73/901", "en/A/RES/73/901"
SHIPS = "en/A/RES/74/1.md"


# --- as it is read ------------------------------------------------------------------------------------------------


def in_two(lang: str, *, enacted: bool = True) -> bytes:
    """A text in parts A and B, each of two paragraphs; the second enacts only if `enacted`."""
    phrase = f"<preamble><formula><p>{ENACTING[lang]}</p></formula></preamble>"
    acts = "".join(f"<paragraph><num>{n}.</num><content><p>{ACTS[lang]}</p></content></paragraph>" for n in (1, 2))
    parts = [
        f"<statement><preface><p><docNumber>{letter}</docNumber></p></preface>{phrase if enacted or not at else ''}"
        f"<mainBody>{acts}</mainBody></statement>"
        for at, letter in enumerate(LETTERS[lang])
    ]
    return akn(
        f"<coverPage><p><docNumber>{WHOLE}</docNumber></p></coverPage><preface><p><docNumber>73/901.</docNumber> "
        f"<docTitle>X</docTitle></p></preface>{''.join(parts)}",
        lang=lang,
    )


@pytest.mark.parametrize("lang", sorted(LETTERS))
def test_the_parts_and_their_letters_in_every_language(lang: str) -> None:
    found = converted(lang, in_two(lang), "xml")
    assert [one.letter for one in found.parts] == ["A", "B"]
    assert [one.at for one in found.parts] == ["part", "h1"]
    assert f"## {LETTERS[lang][0]} {{: #part }}" in markdown.body(found, f"{lang}/{WHOLE}.md")
    listed = [(one["at"], one["words"], [item["at"] for item in one["paragraphs"]]) for one in contents(found)]
    assert listed == [("part", LETTERS[lang][0], ["op1", "op2"]), ("h1", LETTERS[lang][1], ["b-1", "b-2"])]


def test_letters_of_sections_are_no_parts() -> None:
    assert converted("en", in_two("en", enacted=False), "xml").parts == ()


# --- as it is cited -----------------------------------------------------------------------------------------------


def of_english(work: str, symbol: str, **facts: object) -> Record:
    made = record(work, symbol=symbol, title=work.title(), body="GA", **facts)
    return replace(made, lang="en", path=f"sources/{work}/en.txt")


def place(letter: str, *pinpoints: str) -> object:
    return replace(citing(f"{WHOLE}{letter}"), pinpoints=pinpoints)


@pytest.fixture(scope="module")
def corpus(authorities: Authorities) -> Corpus:
    """Lamps in parts A and B, and ships that cite these, and a part C that nobody has."""
    ids = ("pp1", "op1", "op2", "h1", "p1", "pp2", "b-1", "b-2", "b-2-a", "p2")
    lamps = of_english("lamps", WHOLE, paragraphs=ids, parts=(Part("A", "part"), Part("B", "h1")))
    cites = (place("A", "1"), place("B"), place("B", "2", "9", "pp1"), place("C"))
    return build_corpus((lamps, of_english("ships", "A/RES/74/1", citings=cites)), authorities)


@pytest.mark.parametrize(
    ("symbol", "place", "lands"),
    [
        ("A", "", "#part"), ("A", "op1", "#op1"), ("A", "op9", "#part"),
        ("B", "", "#h1"), ("B", "op2", "#b-2"), ("B", "op2-a", "#b-2-a"), ("B", "pp1", "#pp2"), ("B", "op9", "#h1"),
        ("", "op2", "#op2"),
    ],
)  # fmt: skip
def test_a_part_stands_in_the_whole(corpus: Corpus, symbol: str, place: str, lands: str) -> None:
    standing = corpus.standing("en", f"{WHOLE}{symbol}")
    assert standing is not None and standing.url(place) == f"{PAGE}/{lands}"


def test_the_links_of_a_text_land_in_the_part(corpus: Corpus) -> None:
    ways = landing.ways(SHIPS, corpus.expression("ships", "en"), corpus)
    assert {link: there for link, there in ways.items() if "901B" in link} == {
        "../73/901B.md": "../73/901.md#h1",
        "../73/901B.md#op2": "../73/901.md#b-2",
        "../73/901B.md#op9": "../73/901.md#h1",
        "../73/901B.md#pp1": "../73/901.md#pp2",
    }
    assert lacking(corpus) == {}
    assert [one.message for one in corpus.diagnostics if one.code == "pinpoint"] == [
        f"pp1 cites paragraph 9 of {WHOLE}B, which has none"
    ]


def test_a_text_that_cites_its_own_part_leads_there(authorities: Authorities) -> None:
    parts = (Part("A", "title"), Part("B", "h1"))
    lamps = of_english("lamps", WHOLE, paragraphs=("op1", "h1", "b-1"), parts=parts, citings=(place("B", "1"),))
    corpus = build_corpus((lamps,), authorities)
    assert landing.ways(f"{PAGE}.md", lamps, corpus) == {"901B.md": "#h1", "901B.md#op1": "#b-1"}


def test_a_part_that_is_a_text_of_its_own_is_read_there(authorities: Authorities) -> None:
    lamps = of_english("lamps", WHOLE, paragraphs=("op1", "h1"), parts=(Part("A", "title"), Part("B", "h1")))
    corpus = build_corpus((lamps, of_english("oil", f"{WHOLE}B")), authorities)
    standing = corpus.standing("en", f"{WHOLE}B")
    assert standing is not None and standing.url() == f"{PAGE}B/"


def test_the_whole_says_who_cites_its_parts(corpus: Corpus, english: Words) -> None:
    meta = work.front_matter(corpus.expression("lamps", "en"), corpus, english, lambda *_: None)
    assert [[pin["anchor"] for pin in one["pinpoints"]] for one in meta["cited_by"]] == [["op1"], [], ["b-2", "pp2"]]


def test_the_citing_text_says_that_it_is_held(corpus: Corpus, english: Words) -> None:
    meta = work.front_matter(corpus.expression("ships", "en"), corpus, english, lambda _, at: at)
    cites = {one["symbol"]: one for one in meta["cites"]}
    assert (cites[f"{WHOLE}B"]["page"], cites[f"{WHOLE}B"]["held"]) == (f"{PAGE}/#h1", True)
    assert [one["text"] for one in cites[f"{WHOLE}B"]["pinpoints"]] == ["b-2", "pp2"]
    assert not cites[f"{WHOLE}C"]["held"]


def test_no_part_of_a_held_text_is_wanted(corpus: Corpus, english: Words) -> None:
    pages = {one.path: one.content for one in index_pages(corpus, english)}
    assert "73/901C" in pages["en/coverage.md"] and "73/901B" not in pages["en/coverage.md"]
    assert "73/901B" in pages["en/cited.md"]


def test_the_address_of_a_part_leads_to_it(corpus: Corpus, english: Words) -> None:
    made = {one.path: front.read(one.content) for one in redirect_pages(corpus, english)}
    stub = made[f"{PAGE}B.md"]
    assert stub is not None
    assert stub[0]["redirect"] == f"{PAGE}/#h1"
    assert stub[0]["places"] == {"pp1": "pp2", "op1": "b-1", "op2": "b-2", "op2-a": "b-2-a"}
    cited = {one.path: front.read(one.content) for one in cited_pages(corpus, english)}
    assert f"{PAGE}B.md" not in cited and f"{PAGE}C.md" in cited
    series = cited["en/cited/A/RES/73.md"]
    assert series is not None
    pages = {one["anchor"]: (one["page"], [point["page"] for point in one["points"]]) for one in series[0]["works"]}
    assert pages["901b"] == (f"{PAGE}/#h1", [f"{PAGE}/#{at}" for at in ("b-2", "h1", "pp2")])


def test_a_part_is_found_by_its_symbol(corpus: Corpus, english: Words) -> None:
    files = [json.loads(one.content) for one in symbol_files(corpus, english) if "/symbols/" in one.path]
    table = {key: entry for file in files for key, entry in file.items()}
    (row,) = table["A/RES/73/901B"]["rows"]
    assert (row["url"], row["held"], row["places"]["op2"]) == (f"{PAGE}/#h1", True, "b-2")
    assert table["73/901B"]["see"] == ["A/RES/73/901B"] and not table["A/RES/73/901C"]["rows"][0]["held"]


@pytest.fixture(scope="module")
def english(authorities: Authorities) -> Words:
    return Words(load("en", authorities), authorities)
