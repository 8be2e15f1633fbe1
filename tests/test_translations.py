"""One work in two languages, another in one: who counts what, and which page is which page's translation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from converter.authorities import Authorities
from converter.collect import build_corpus
from converter.corpus import Corpus
from converter.languages import load
from converter.model import Record
from converter.translations import shown, translations
from converter.write import work
from converter.write.cited import cited_pages
from converter.write.front import read as read_front
from converter.write.indexes import index_pages
from converter.write.words import Words
from tests.index_pages import rows
from tests.records import citing, record
from tests.temp_project import make_project, run
from tests.test_pipeline import TEXT

RIVER, LAKE, SEA = "A/HRC/RES/51/90", "A/HRC/RES/51/91", "A/HRC/RES/33/28"


def in_english(one: Record, **facts: object) -> Record:
    return replace(one, lang="en", path=one.path.replace("zh.txt", "en.txt"), **facts)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def corpus(authorities: Authorities) -> Corpus:
    """A river in both languages, a lake in Chinese only; the river cites the lake and the sea."""
    cites = (citing(LAKE), replace(citing(SEA), anchor="op1"))
    river = record("river", symbol=RIVER, title="河流的名称", body="HRC", citings=cites)
    lake = record("lake", symbol=LAKE, title="湖泊的名称", body="HRC", citings=(citing(SEA),))
    return build_corpus((lake, in_english(river, title="Names of rivers"), river), authorities)


@pytest.fixture(scope="module")
def english(authorities: Authorities) -> Words:
    return Words(load("en", authorities), authorities)


def test_a_work_is_counted_once_in_each_of_its_languages(corpus: Corpus) -> None:
    assert corpus.languages() == ("en", "zh")
    assert [one.work for one in corpus.of("en")] == ["river"]
    assert [place.record.lang for place in corpus.cited["en", SEA]] == ["en"]
    assert sorted(place.record.work for place in corpus.cited["zh", SEA]) == ["lake", "river"]
    assert (corpus.languages_of("river"), corpus.languages_of("lake")) == (("en", "zh"), ("zh",))
    assert (corpus.held_in(LAKE), corpus.held_in(SEA)) == (("zh",), ())


def test_a_work_held_only_in_another_language_has_a_page_that_leads_there(corpus: Corpus, english: Words) -> None:
    pages = {page.path: page.content for page in cited_pages(corpus, english)}
    series = {f"en/cited/A/HRC/RES/{session}.md" for session in (33, 51)}
    assert set(pages) == {f"en/{LAKE}.md", f"en/{SEA}.md", *series}
    for symbol, led in ((LAKE, "51/#91"), (SEA, "33/#28")):
        assert f'redirect: "en/cited/A/HRC/RES/{led}"' in pages[f"en/{symbol}.md"]
    (lake,), (sea,) = (read_front(pages[f"en/cited/A/HRC/RES/{session}.md"])[0]["works"] for session in (51, 33))  # type: ignore[index]
    assert lake["held"] == [{"lang": "zh", "words": "This site holds the text in Chinese:", "title": "湖泊的名称",
                             "page": "zh/A/HRC/RES/51/91/"}] and sea["held"] == []  # fmt: skip
    (place,) = lake["references"]
    assert place["name"].endswith("Names of rivers, preambular para. 1")
    assert (place["page"], place["anchor"]) == ("en/A/HRC/RES/51/90/", "pp1")


WHOLE = "A/RES/73/901"


@pytest.mark.parametrize(
    ("held", "cited", "leads"),
    [
        (WHOLE, f"{WHOLE}C", "901/"),  # a part that is not in the whole
        (f"{WHOLE}B", WHOLE, "901B/"),
        (f"{WHOLE}B", f"{WHOLE}C", "901B/"),
        ("A/RES/73/90", f"{WHOLE}B", ""),
    ],
)
def test_a_part_that_is_only_cited_leads_to_what_is_held_of_its_resolution(
    held: str, cited: str, leads: str, authorities: Authorities, english: Words
) -> None:
    lamps = in_english(record("lamps", symbol=held, title="Lamps", body="GA"))
    ships = in_english(record("ships", symbol="A/RES/74/1", title="Ships", body="GA", citings=(citing(cited),)))
    pages = {page.path: page.content for page in cited_pages(build_corpus((lamps, ships), authorities), english)}
    (work,) = read_front(pages["en/cited/A/RES/73.md"])[0]["works"]  # type: ignore[index]
    there = [{"lang": "en", "words": "Held here under the same number:", "title": f"{held} Lamps",
              "page": f"en/A/RES/73/{leads}"}]  # fmt: skip
    assert work["held"] == (there if leads else [])


def test_the_lists_say_where_a_text_is_held(corpus: Corpus, english: Words) -> None:
    pages = {page.path: page.content for page in index_pages(corpus, english)}
    found = {row[0].split("]")[0][1:]: row for row in rows(pages["en/cited.md"])}
    assert "held in another language" in found[LAKE] and "only cited" in found[SEA]
    assert "河流" not in pages["en/works.md"]


def test_a_preview_says_so_too(corpus: Corpus, english: Words) -> None:
    river = next(corpus.of("en"))
    cites = {one["symbol"]: one for one in work.front_matter(river, corpus, english, lambda *_: None)["cites"]}
    assert (cites[LAKE]["held"], cites[LAKE]["held_in"], "held_in" in cites[SEA]) == (False, "Chinese", False)


def test_the_same_address_is_a_translation_and_so_is_the_same_work(authorities: Authorities) -> None:
    river = record("river", symbol=RIVER, title="河流的名称")
    made = build_corpus((in_english(river, symbol=None), river), authorities)
    assert made.pages["river", "en"] == "en/drafts/river.md"
    pages = ["zh/works.md", "en/works.md", "zh/about.md", f"zh/{RIVER}.md", "en/drafts/river.md", "zh/drafts/river.md"]
    found = translations(pages, made, ("en", "zh"))
    assert found["zh/works.md"] == {"en": "en/works.md", "zh": "zh/works.md"}
    assert (
        found[f"zh/{RIVER}.md"] == found["en/drafts/river.md"] == {"en": "en/drafts/river.md", "zh": f"zh/{RIVER}.md"}
    )
    assert found.keys() & {"zh/about.md", "zh/drafts/river.md"} == set()  # alone; only leads on


def test_a_page_that_comes_into_another_language_is_rendered_again(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p", {name: {"zh.txt": TEXT.format(number=name, cited=28)} for name in ("7", "8")})
    run(root, "build")
    held = {name: root / f"site/zh/drafts/{name}/index.html" for name in ("7", "8")}
    staged, before = (root / "build/pages/zh/works.md").read_bytes(), (root / "site/zh/works/index.html").read_bytes()
    (root / "sources/7/en.txt").write_text(TEXT.format(number="7", cited="28"), encoding="utf-8")
    run(root, "build")
    assert (root / "build/pages/zh/works.md").read_bytes() == staged  # nothing in the page itself says so
    assert (root / "site/zh/works/index.html").read_bytes() != before
    assert "en/drafts/7/" in held["7"].read_text(encoding="utf-8")
    assert "en/drafts/8/" not in held["8"].read_text(encoding="utf-8")
    (root / "sources/7/en.txt").unlink()
    run(root, "build")
    assert (root / "site/zh/works/index.html").read_bytes() == before
    assert "en/drafts/7/" not in held["7"].read_text(encoding="utf-8")


def test_what_only_leads_on_is_named_as_no_translation(corpus: Corpus) -> None:
    """The lake is held in Chinese and only cited in English; the language switch leads to its address all the same."""
    pages = [f"{lang}/{symbol}.md" for lang in ("zh", "en") for symbol in (RIVER, LAKE, SEA)]
    pages += [f"{lang}/cited/A/HRC/RES/33.md" for lang in ("zh", "en")]
    found = translations(pages, corpus, ("en", "zh"))
    assert found[f"zh/{LAKE}.md"] == {"en": f"en/{LAKE}.md", "zh": f"zh/{LAKE}.md"}
    named = shown(found, corpus)
    assert set(named) == {f"{lang}/{page}.md" for lang in ("zh", "en") for page in (RIVER, "cited/A/HRC/RES/33")}
    assert f"en/{LAKE}.md" in corpus.leading_on and f"zh/{SEA}.md" in corpus.leading_on
