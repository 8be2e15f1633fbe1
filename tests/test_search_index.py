"""The search index without a browser: what goes into it, what is made again, and that the bytes are the same."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterable
from pathlib import Path

import pytest

from converter.site.search import Block, SearchIndex, blocks, reduced, runs, shards, spaced
from converter.write.symbols import SymbolRow, bucket_of, symbol_artifacts, symbol_key

PAGE = """<html><body><nav><p>目录</p></nav><article class="md-content__inner md-typeset">
<p class="mast body">航标大会</p>
<h1 id="title">海岸<em>灯塔</em>的维护<a class="headerlink" href="#title">¶</a></h1>
<p class="pp" id="pp1">回顾《灯塔公约》<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>第3条，</p>
<p class="op" id="op1"><a class="n" href="#op1">1.</a> 请&lt;各国&gt; <strong>维护</strong>灯塔；<br>并报告</p>
<script>const text = "<p id='x'>不是正文</p>";</script>
<!-- <p id="y">不是正文</p> --><p id="z" hidden>不是正文</p>
<div class="no-search"><p>不<br>是</p><img src="a">正文</div>
<div class="footnote"><hr><ol>
<li id="fn:1"><p>A/90/7。<a class="footnote-backref" href="#fnref:1">↩</a></p></li></ol></div>
<aside><p>引用此件的段落</p></aside>
<h2 id="cited-by">引用</h2><p>别处的段落</p>
</article></body></html>"""


def test_blocks_are_the_text_of_the_article() -> None:
    assert blocks(PAGE) == [
        Block("", "航标大会"),
        Block("title", "海岸灯塔的维护"),
        Block("pp1", "回顾《灯塔公约》第3条，"),
        Block("op1", "1. 请<各国> 维护灯塔； 并报告"),
        Block("fn:1", "A/90/7。"),
    ]


def test_blocks_of_content_alone() -> None:
    assert blocks('<p id="op1" title="a > b">灯塔</p>') == [Block("op1", "灯塔")]


def test_every_han_character_stands_alone() -> None:
    assert spaced("请各国于2036年，维护A/90/7所列“灯塔”", "zh") == "请 各 国 于 2036 年 ， 维 护 A/90/7 所 列 “ 灯 塔 ”"
    assert spaced("Ａ/ＲＥＳ/９０ light-house ¶ 塔", "zh") == "A/RES/90 light-house 塔"


def test_only_chinese_parts_its_quotation_marks() -> None:
    assert spaced("The Keepers’ “lamp” — 灯塔", "en") == "The Keepers’ “lamp” — 灯 塔"


def test_arabic_is_indexed_without_its_vowel_signs() -> None:
    assert spaced("المنــارةُ المُضِيئَةُ", "ar") == "المنارة المضيئة"
    assert spaced("المُضِيئَة", "en") == "المُضِيئَة"


def test_the_copy_is_text_and_never_markup() -> None:
    copy = reduced('a"><script>', [Block('x"y', "<b>&amp;</b>")], "en")
    assert "<script>" not in copy
    assert "<b>" not in copy
    assert '<i id="x&quot;y"></i>' in copy


# --- building --------------------------------------------------------------------------------------------


def page_of(number: int, text: str = "") -> tuple[str, str, dict[str, object]]:
    meta: dict[str, object] = {
        "title": f"第{number}号决议",
        "body": "GA",
        "year": 2030 + number % 3,
        "kind": "resolution",
    }
    return f"zh/A/RES/90/{number + 100}/", f'<p id="op1">请各国维护第{number}座灯塔{text}</p>', meta


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def build(root: Path, numbers: Iterable[int], *, changed: int | None = None, site: str = "site") -> dict[str, bytes]:
    index = SearchIndex(root / "cache", root / site)
    given = [page_of(number, "，每年一次" if number == changed else "") for number in numbers]
    for page in given:
        index.add(*page)
    index.remove_all_but([url for url, _, _ in given])
    index.write()
    return tree(root / site)


@pytest.fixture
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SHARD_MIN", 60)
    monkeypatch.setattr(shards, "SHARD_MAX", 200)
    monkeypatch.setattr(shards, "SHARD_CUT", 3)


@pytest.mark.usefixtures("small_shards")
def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    numbers = list(range(60))
    clean = build(tmp_path / "clean", numbers)
    assert json.loads(clean["zh/pagefind/shards.json"])["merge"], "the test needs several shards"
    shuffled = random.Random(3).sample(numbers, len(numbers))
    assert build(tmp_path / "shuffled", shuffled) == clean
    build(tmp_path / "grown", numbers[10:])
    assert build(tmp_path / "grown", numbers) == clean
    build(tmp_path / "changed", numbers, changed=20)
    assert build(tmp_path / "changed", numbers) == clean
    build(tmp_path / "shrunk", range(80))
    assert build(tmp_path / "shrunk", numbers) == clean


def test_no_part_of_the_index_is_much_larger_than_the_others() -> None:
    """The largest tells how much memory Pagefind takes, the largest process of a build."""
    cutter = shards.Cutter()
    pages = (f"zh/A/RES/90/{number}/" for number in range(9_000))
    sizes = [4_000 * len(members) for url in pages if (members := cutter.push(url, 4_000))]
    assert len(sizes) > 30 and min(sizes) >= 850_000 and max(sizes) <= 1_104_000


@pytest.mark.usefixtures("small_shards")
def test_one_changed_page_makes_few_shards_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = build(tmp_path, range(60))
    started: list[str] = []
    start = runs.Runs._start

    def counting(self: runs.Runs, key: str, *rest: object) -> None:
        started.append(key)
        start(self, key, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(runs.Runs, "_start", counting)
    assert build(tmp_path, range(60)) == before
    assert started == []
    index = SearchIndex(tmp_path / "cache", tmp_path / "site")
    index.add(*page_of(30, "，每年一次"))
    index.write()
    assert len(started) == 1
    assert tree(tmp_path / "site") == build(tmp_path / "fresh", range(60), changed=30)


def test_what_did_not_change_keeps_its_time_stamp(tmp_path: Path) -> None:
    build(tmp_path, range(5))
    stamps = {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*")}
    build(tmp_path, range(5))
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*")} == stamps


def test_the_site_folder_may_be_emptied(tmp_path: Path) -> None:
    assert build(tmp_path, range(5), site="one") == build(tmp_path, range(5), site="two")


def test_a_broken_cache_is_made_again(tmp_path: Path) -> None:
    before = build(tmp_path, range(5))
    (tmp_path / "cache" / "pages.json").write_text('{"zh/A/": 1}')
    assert build(tmp_path, range(5)) == before


def test_every_file_of_the_cache_is_made_again_when_it_is_damaged(tmp_path: Path) -> None:
    before = build(tmp_path, range(3))
    for number, path in enumerate(sorted(path for path in (tmp_path / "cache").rglob("*") if path.is_file())):
        damaged = (b"", path.read_bytes()[:-1], b"foreign")[number % 3]
        path.unlink()  # it may be one file with one of the site
        path.write_bytes(damaged)
        assert build(tmp_path, range(3)) == before, path


def test_a_file_of_the_site_that_was_written_to_does_not_stay_in_the_cache(tmp_path: Path) -> None:
    """The two may be one file on disk."""
    before = build(tmp_path, range(3))
    for path in (tmp_path / "site").rglob("*"):
        if path.is_file():
            path.write_bytes(b"written to")
    assert build(tmp_path, range(3)) == before
    assert build(tmp_path, range(3), site="other") == before


def test_pagefind_that_loses_a_page_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {"url": "/A/RES/90/100/", "content": "one"}
    monkeypatch.setattr(runs, "_fragments", lambda made: iter([("one", kept)]))
    with pytest.raises(RuntimeError, match="pagefind kept 1 of 2 pages"):
        build(tmp_path, range(2))


def test_a_language_that_is_gone_leaves_nothing(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path / "cache", tmp_path / "site")
    index.add("zh/A/RES/90/1/", "<p>灯塔</p>", {"title": "一"})
    index.add("en/A/RES/90/1/", "<p>Lighthouses</p>", {"title": "One"})
    index.write()
    assert "en" in json.loads((tmp_path / "site/en/pagefind/pagefind-entry.json").read_text())["languages"]
    index = SearchIndex(tmp_path / "cache", tmp_path / "site")
    index.remove_all_but(["zh/A/RES/90/1/"])
    index.write()
    assert not (tmp_path / "site/en/pagefind").exists()
    assert (tmp_path / "site/zh/pagefind/pagefind.js").is_file()


def test_no_page_at_all(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path / "cache", tmp_path / "site")
    index.write()
    assert not (tmp_path / "site").exists() or not any((tmp_path / "site").rglob("*"))


@pytest.mark.parametrize(("lang", "told", "stems"), [("en", "en", "en"), ("zh", "unknown", None), ("sw", "sw", None)])
def test_a_language_is_stemmed_where_pagefind_can(tmp_path: Path, lang: str, told: str, stems: str | None) -> None:
    index = SearchIndex(tmp_path / "cache", tmp_path / "site")
    index.add(f"{lang}/A/RES/90/1/", "<p>灯塔 lighthouse</p>", {"title": "1"})
    index.write()
    folder = tmp_path / "site" / lang / "pagefind"
    assert json.loads((folder / "shards.json").read_text())["language"] == told
    assert json.loads((folder / "pagefind-entry.json").read_text())["languages"][told]["wasm"] == stems


def test_filters_are_words_of_the_language(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path / "cache", tmp_path / "site", {"zh": {"body": {"GA": "大会"}, "kind": {"x": "件"}}})
    index.add("zh/S/RES/9%282036%29/", "<p>灯塔</p>", {"title": "一", "body": "GA", "kind": "resolution", "year": 2036})
    index.write()
    facets = json.loads((tmp_path / "site/zh/pagefind/pages.json").read_text())
    assert facets["filters"] == {"body": ["大会"], "year": ["2036"], "kind": ["resolution"], "status": [""]}
    (fragment,) = (tmp_path / "site/zh/pagefind/fragment").iterdir()
    assert facets["pages"] == {fragment.stem: [0, 0, 0, 0]}
    assert json.loads(gzip.decompress(fragment.read_bytes())[12:])["url"] == "/S/RES/9(2036)/"


def test_the_words_of_the_texts_are_there_the_most_frequent_first(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path / "cache", tmp_path / "site")
    index.add("fr/A/1/", "<p>L’Huile brûle ; l’huile, 1999 et le phare</p>", {"title": "Un"})
    index.add("fr/A/2/", "<p>huile des phares 灯塔</p>", {"title": "Deux"})
    index.write()
    words = json.loads((tmp_path / "site/fr/pagefind/words.json").read_text(encoding="utf-8"))
    assert words == ["huile", "brûle", "deux", "phare", "phares"]


@pytest.mark.parametrize("url", ["zh/../../etc/", "/zh/A/"])
def test_an_address_cannot_leave_the_site(tmp_path: Path, url: str) -> None:
    with pytest.raises(ValueError, match="not an address"):
        SearchIndex(tmp_path / "cache", tmp_path / "site").add(url, "<p>x</p>", {})


def test_pagefind_that_fails_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "get_executable", lambda: Path("/bin/false"))
    with pytest.raises(RuntimeError, match="pagefind ended with 1"):
        build(tmp_path, range(2))


# --- symbols ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("A/RES/60/251", "A/RES/60/251"),
        (" a/res/60/251 ", "A/RES/60/251"),
        ("Ａ／ＲＥＳ／６０／２５１", "A/RES/60/251"),
        ("A-RES-60-251", "A/RES/60/251"),
        ("S/RES/1325 (2000)", "S/RES/1325(2000)"),
        ("1325（2000）", "1325(2000)"),
        ("A/RES/ES‑10/2", "A/RES/ES/10/2"),
    ],
)
def test_symbol_keys(typed: str, key: str) -> None:
    assert symbol_key(typed) == key


def table_of(rows: Iterable[SymbolRow]) -> tuple[int, dict[str, dict[str, object]]]:
    files = {path: json.loads(text) for path, text in symbol_artifacts("zh", rows)}
    buckets = files.pop("zh/search/symbols.json")["buckets"]
    table: dict[str, dict[str, object]] = {}
    for path, entries in files.items():
        assert all(path == f"zh/search/symbols/{bucket_of(key, buckets)}.json" for key in entries)
        table |= entries
    return buckets, table


def test_the_table_answers_short_forms_and_aliases() -> None:
    rows = [
        SymbolRow("A/HRC/RES/90/1", ("A/HRC/90/L.7",), "二", "zh/A/HRC/RES/90/1/", ()),
        SymbolRow("A/RES/90/1", (), "一", "zh/A/RES/90/1/", (("三", "zh/A/1/#op1", "第90/1号决议"),)),
        SymbolRow("S/RES/2999(2036)", (), "四", "zh/S/RES/2999(2036)/", ()),
        SymbolRow("A/HRC/90/68", (), "五", "zh/A/HRC/90/68/", ()),
    ]
    buckets, table = table_of(rows)
    assert buckets == 1
    assert table["90/1"] == {"see": ["A/HRC/RES/90/1", "A/RES/90/1"]}
    assert table["A/HRC/90/L.7"] == {"see": ["A/HRC/RES/90/1"]}
    assert table["2999"] == table["2999(2036)"] == table["S/RES/2999"] == {"see": ["S/RES/2999(2036)"]}
    assert table["A/RES/90/1"]["rows"] == [
        {
            "symbol": "A/RES/90/1",
            "title": "一",
            "url": "zh/A/RES/90/1/",
            "citing": [["三", "zh/A/1/#op1", "第90/1号决议"]],
            "anchors": [],
            "held": True,
        }
    ]
    assert table_of(reversed(rows)) == (buckets, table)


def test_a_large_table_is_cut_into_small_files() -> None:
    rows = [SymbolRow(f"A/RES/90/{n}", (), "灯塔" * 20, f"zh/A/RES/90/{n}/", ()) for n in range(2000)]
    buckets, table = table_of(rows)
    assert buckets >= 8
    assert len(table) == 4000
    assert max(len(text.encode()) for _, text in symbol_artifacts("zh", rows)) < 64_000


def test_an_elided_word_is_a_word_of_its_own_in_french() -> None:
    text = "l’Assemblée d'Archipel, aujourd’hui : « l’état »"
    assert spaced(text, "fr") == "l’ Assemblée d' Archipel, aujourd’ hui : « l’ état »"
    assert spaced("the keepers’ lamp isn’t lit", "en") == "the keepers’ lamp isn’t lit"
