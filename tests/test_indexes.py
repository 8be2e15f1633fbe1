"""The index pages of small corpora of our own: what they list, where they lead, and that they stay bounded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from html import unescape
from pathlib import Path

import markdown
import pytest

from converter.addresses import symbol_page
from converter.authorities import Authorities
from converter.collect import build_corpus
from converter.corpus import Corpus
from converter.languages import available, load, read_data
from converter.languages.verb_words import table_of_forms
from converter.lint import pages as lint
from converter.model import Act, AgendaItem, Artifact, Citing, Due, Met, Named, Record, SponsorName
from converter.write import cited, graph, ledger
from converter.write.indexes import index_pages, table, view
from converter.write.indexes.view import slug
from converter.write.series import chain
from converter.write.words import Words
from tests.records import citing, corpus_of, mandate, record

AT_53 = Due("第五十三届会议", "at", "HRC", "53", "2023-06-19", "2023-07-14")
HOSTILE = (
    "河流|湖泊<script>alert(1)</script>\n# [x](javascript:alert(1)) `|` "
    "{: #evil onclick=alert(1) } {{ config }} \\| *强*"
)


@pytest.fixture(scope="module")
def words(authorities: Authorities) -> Words:
    return Words(load("zh", authorities), authorities)


def _river(**facts: object) -> Record:
    """A work that every index has something to say of."""
    given: dict[str, object] = {
        "symbol": "A/HRC/RES/51/90", "title": "河流的名称", "body": "HRC", "session": "51", "date": "2022-10-07",
        "session_from": "2022-09-12", "session_to": "2022-10-07", "number": "51/90",
        "agenda_items": (AgendaItem("10", "技术援助"), AgendaItem("3", None)), "subjects": ("河流", "名称"),
        "sponsors": (
            SponsorName("阿尔巴尼亚", "AL", False), SponsorName("巴西", "BR", True), SponsorName("河岸国", None, True),
        ),
        "citings": (
            citing("A/RES/60/251", "2006-03-15"),
            replace(citing("A/HRC/49/68"), kind="document", title="河流的报告", author="秘书长", anchor="op1"),
            Citing(None, "decision", "GA", "60/509", None, None, None, False, (), "op2", "大会第60/509号决定", "回顾"),
        ),
        "named": (
            Named("instrument", "udhr", "pp1"), Named("instrument", "udhr", "op1"), Named("goal", "sdg-5", "op1"),
        ),
        "mandates": (mandate("高级专员", "high-commissioner", AT_53),),
        "acts": (
            Act("pp1", "回顾", "回顾", None, "回顾河流的名称"),
            Act("op1", "请", "还请", "高级专员", "还请高级专员提交河流名录"),
        ),
    }  # fmt: skip
    return record("river", **(given | facts))


@pytest.fixture(scope="module")
def river(authorities: Authorities, words: Words) -> dict[str, str]:
    lake = record("lake", title="湖泊的名称", number="51/…", status="draft", body="HRC", session="51",
                  session_from="2022-09-12", session_to="2022-10-07",
                  sponsors=(SponsorName("巴西", "BR", True),), named=(Named("instrument", "udhr", "op2"),))  # fmt: skip
    return _pages(build_corpus((_river(), lake), authorities), words)


def _pages(corpus: Corpus, words: Words) -> dict[str, str]:
    made = list(index_pages(corpus, words))
    assert len({page.path for page in made}) == len(made), "two pages at one address"
    return {page.path: page.content for page in made}


def _rows(page: str) -> list[str]:
    return [line for line in page.splitlines() if line.startswith("| ") and not line.startswith("| ---")][1:]


def _html(page: str) -> str:
    text = re.sub(r"\A---\n.*?\n---\n", "", page, flags=re.DOTALL)
    return markdown.markdown(text, extensions=["attr_list", "tables", "footnotes", "toc", "fenced_code"])


# --- what they list ---------------------------------------------------------------------------------------


def test_works(river: dict[str, str]) -> None:
    assert _rows(river["zh/works.md"]) == [
        "| [51/… 湖泊的名称](drafts/lake.md) {: #hrc } |  | 人权理事会 | [第51届会议](sessions/hrc-51.md) | 2022 "
        "|  | 决议 | 草案 |  |",
        '| [A/HRC/RES/51/90 河流的名称](A/HRC/RES/51/90.md) | <time datetime="2022-10-07">2022年10月7日</time> '
        "| 人权理事会 | [第51届会议](sessions/hrc-51.md) | 2022 "
        "| 项目10 技术援助；项目3 | 决议 | 已通过 "
        '| <span class="rd-few"><bdi>河流</bdi>；<bdi>名称</bdi></span> |',
    ]


def test_sponsors_and_the_page_of_each(river: dict[str, str]) -> None:
    assert _rows(river["zh/sponsors.md"]) == [
        "| [阿尔巴尼亚](sponsors/al.md) {: #al } | 1件 |  | 非成员1件 | 2022 |",
        "| [巴西](sponsors/br.md) {: #br } | 2件 | 成员2件 |  | 2022 |",
        f"| [河岸国](sponsors/{slug('河岸国')}.md) {{: #{slug('河岸国')} }} | 1件 | 成员1件 |  | 2022 |",
    ]
    [own] = _rows(river["zh/sponsors/al.md"])
    assert own.startswith("| [A/HRC/RES/51/90 河流的名称](../A/HRC/RES/51/90.md) | 非成员 | 人权理事会 |")


def test_terms_by_kind_and_by_work(river: dict[str, str]) -> None:
    page = river["zh/terms.md"]
    assert (
        page.index("{: #instrument }") < page.index("{: #udhr }") < page.index("{: #goal }") < page.index("{: #sdg-5 }")
    )
    declaration = next(row for row in _rows(page) if "#udhr" in row)
    assert declaration.endswith(
        "| 2件 | 3段 | [A/HRC/RES/51/90](A/HRC/RES/51/90.md) [序言部分第1段](A/HRC/RES/51/90.md#pp1)、"
        "[第1段](A/HRC/RES/51/90.md#op1)"
        "<br>[51/…](drafts/lake.md) [第2段](drafts/lake.md#op2) |"
    )


def test_cited_works_reports_and_works_without_a_symbol(river: dict[str, str]) -> None:
    known, nameless_head, nameless = _rows(river["zh/cited.md"])
    assert known == (
        "| [A/RES/60/251](cited/A/RES/60.md#251) {: #ga } | 人权理事会 | 大会 | 决议 "
        '| <time datetime="2006-03-15">2006年3月15日</time> '
        "| 只见于引用 | 1处 | [A/HRC/RES/51/90](A/HRC/RES/51/90.md) [序言部分第1段](A/HRC/RES/51/90.md#pp1) |"
    )
    assert "data-key=name" in nameless_head
    assert nameless.startswith("| 大会 决定 60/509 {: #ga-decision-60-509 } | 大会 | 1处 |")
    [report] = _rows(river["zh/reports.md"])
    assert "| 河流的报告 | 秘书长 |" in report


def test_concordance(river: dict[str, str]) -> None:
    assert _rows(river["zh/verbs.md"]) == [
        "| [回顾](verbs/huigu.md) {: #huigu } | 1处 | 1件 | 序言1处 |  | 回顾 |",
        "| [请](verbs/qing.md) {: #qing } | 1处 | 1件 |  | 执行1处 | 还请 |",
    ]
    assert _rows(river["zh/verbs/qing.md"]) == [
        "| [A/HRC/RES/51/90 第1段](../A/HRC/RES/51/90.md#op1) | 还请 | 联合国人权事务高级专员 "
        "| 还请高级专员提交河流名录 |"
    ]


def test_sessions_with_their_works_and_what_falls_due(river: dict[str, str]) -> None:
    assert [row.split(" {:")[0] for row in _rows(river["zh/sessions.md"])] == [
        "| [第53届会议](sessions/hrc-53.md)",
        "| [第51届会议](sessions/hrc-51.md)",
    ]
    assert [row.rsplit("|", 3)[1:3] for row in _rows(river["zh/sessions.md"])] == [["  ", " 1项到期 "], [" 2件 ", "  "]]
    [due] = _rows(river["zh/sessions/hrc-53.md"])
    assert due == (
        "| 提交河流名录 | 联合国人权事务高级专员 | 第五十三届会议 | 尚无落实记录 "
        "| [A/HRC/RES/51/90 第1段](../A/HRC/RES/51/90.md#op1) |"
    )
    assert len(_rows(river["zh/sessions/hrc-51.md"])) == 2


def test_home(river: dict[str, str]) -> None:
    home = river["zh/index.md"]
    assert '<form class="rd-home-search" action="search/" role="search"' in home and 'name="q"' in home
    figures = re.findall(r"^- \*\*([\d,]+)\*\* \[(.+?)\]", home, flags=re.MULTILINE)
    assert figures == [
        ("2", "件文本"),
        ("2", "件被引文件"),
        ("1", "报告及其他文件"),
        ("3", "个提案国"),
        ("1", "项任务"),
    ]
    due = '至迟<time datetime="2023-07-14">2023年7月14日</time> **联合国人权事务高级专员** 提交河流名录'
    assert due in home
    assert home.index("A/HRC/RES/51/90 河流的名称") < home.index("51/… 湖泊的名称"), "the latest first"


def test_home_names_open_mandates_only(authorities: Authorities, words: Words) -> None:
    met = _river(met=(Met("op1", "会议记录", 1, "A/HRC/53/99", (), "53"),))
    late = _river(mandates=(mandate("各国", None, replace(AT_53, from_date="2021-01-01", to_date="2021-02-01")),))
    for one in (met, late):
        assert "#due" not in _pages(build_corpus((one,), authorities), words)["zh/index.md"]


def test_an_empty_collection_has_its_pages(authorities: Authorities, words: Words) -> None:
    made = _pages(build_corpus((), authorities), words)
    assert {"zh/index.md", "zh/works.md", "zh/verbs.md", "zh/sessions.md"} <= set(made)
    assert words("none") in made["zh/works.md"]


# --- what people wrote stays text -------------------------------------------------------------------------


def test_hostile_words_are_text_in_every_table(authorities: Authorities, words: Words) -> None:
    evil = _river(
        title=HOSTILE,
        agenda_items=(AgendaItem("1|2", HOSTILE),),
        subjects=(HOSTILE,),
        sponsors=(SponsorName(HOSTILE, None, False),),
        session="../../etc",
        symbol=None,
        number=HOSTILE,
        acts=(Act("op1", HOSTILE, HOSTILE, HOSTILE, HOSTILE),),
        citings=(replace(citing("A/HRC/49/68"), kind="document", title=HOSTILE, author=HOSTILE, excerpt=HOSTILE),),
        mandates=(mandate(HOSTILE, None, AT_53, HOSTILE),),
    )
    made = _pages(build_corpus((evil,), authorities), words)
    assert all(re.fullmatch(r"zh/[A-Za-z0-9/-]+\.md", path) for path in made), sorted(made)
    for path, page in made.items():
        html = _html(page)
        assert "<script" not in html and 'id="evil"' not in html and "onclick" not in re.sub(r">[^<]*<", "><", html), (
            path
        )
        assert not re.search(r'href="javascript', html), path
        for one in re.findall(r"<table>.*?</table>", html, flags=re.DOTALL):
            cells = [len(re.findall(r"<t[dh]\b", row)) for row in re.findall(r"<tr>.*?</tr>", one, flags=re.DOTALL)]
            assert len(set(cells)) == 1, (path, cells)
    shown = unescape(re.sub(r"<[^>]+>", "", _html(made["zh/works.md"])))
    assert HOSTILE.replace("\n", " ") in shown, "every character is shown, none is interpreted"


# --- where they lead --------------------------------------------------------------------------------------


def _check_links(corpus: Corpus, words: Words, made: Iterable[Artifact]) -> list[str]:
    texts = {page.path: page.content for page in made}
    others = (*cited.cited_pages(corpus, words), *ledger.ledger_pages(corpus, words), *graph.graph_pages(corpus, words))
    anchors = {page.path: lint.anchors_of(page.content) for page in others}
    anchors |= {page: lint.anchors_of(text) for page, text in texts.items()}
    anchors |= {corpus.page(one): {"title", *one.paragraphs} for one in corpus.records}
    reader = lint.second_reader()
    return [f.message for page, text in texts.items() for f in lint.check_links(page, text, anchors, reader)]


def test_every_link_lands(authorities: Authorities, words: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = build_corpus((_river(), *corpus_of(60, authorities).records), authorities)
    assert _check_links(corpus, words, index_pages(corpus, words)) == []
    monkeypatch.setattr(table, "ROWS_ON_A_PAGE", 7)
    assert _check_links(corpus, words, index_pages(corpus, words)) == []


def test_the_anchors_that_works_link_to_are_there(river: dict[str, str]) -> None:
    assert {"al", "br"} <= lint.anchors_of(river["zh/sponsors.md"])
    assert {"udhr", "sdg-5"} <= lint.anchors_of(river["zh/terms.md"])
    assert "ga-decision-60-509" in lint.anchors_of(river["zh/cited.md"])
    assert "hrc" in lint.anchors_of(river["zh/works.md"])


# --- bounded, stable --------------------------------------------------------------------------------------


def test_same_collection_same_bytes(authorities: Authorities, words: Words) -> None:
    corpus = corpus_of(80, authorities)
    assert _pages(corpus, words) == _pages(build_corpus(corpus.records, authorities), words)


def test_a_long_listing_is_cut_by_body(authorities: Authorities, words: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "ROWS_ON_A_PAGE", 20)
    made = _pages(corpus_of(100, authorities), words)
    assert [row.split("](")[0] for row in _rows(made["zh/works.md"])] == ["| [大会", "| [人权理事会"]
    assert {"ga", "hrc"} <= lint.anchors_of(made["zh/works.md"])
    listed = [row for path, page in made.items() if path.startswith("zh/works/") for row in _rows(page)]
    assert len(listed) == len(set(listed)) == 90, "each work once"


def _many_requests(count: int, authorities: Authorities) -> Corpus:
    act = Act("op1", "请", "请", "各国", "请各国保护河流")
    days = [f"20{10 + n // 300:02}-{1 + n // 25 % 12:02}-{1 + n % 25:02}" for n in range(count)]
    works = [
        record(f"river-{n}", symbol=f"A/RES/90/{n + 1}", title="河流", date=days[n], acts=(act,)) for n in range(count)
    ]
    return build_corpus(tuple(works), authorities)


def test_the_uses_of_a_verb_are_cut_into_parts_that_stay(authorities: Authorities, words: Words) -> None:
    size = table.PLACES_ON_A_PAGE
    before, after = (_pages(_many_requests(size * 2 + more, authorities), words) for more in (5, 6))
    parts = ["zh/verbs/qing.md", "zh/verbs/qing/1.md"]
    assert [path for path in before if path.startswith("zh/verbs/qing")] == parts[::-1]
    assert [len(_rows(before[path])) for path in parts] == [size + 5, size]
    assert before[parts[1]] == after[parts[1]], "a full part does not change when a newer work comes"
    assert "[A/RES/90/605 " in _rows(before[parts[0]])[0], "the newest first"


def test_a_term_that_many_works_name_has_a_page(authorities: Authorities, words: Words) -> None:
    named = (Named("instrument", "udhr", "pp1"), Named("instrument", "udhr", "pp2"))
    works = [record(f"river-{n}", symbol=f"A/RES/90/{n}", named=named) for n in range(1, 13)]
    made = _pages(build_corpus(tuple(works), authorities), words)
    [row] = _rows(made["zh/terms.md"])
    assert row.count("<br>") == view.WORKS_IN_A_CELL and "[全部12件](terms/udhr.md)" in row
    assert len(_rows(made["zh/terms/udhr.md"])) == 12


@pytest.mark.parametrize("lang", available())
def test_verbs_have_addresses_of_their_own(lang: str) -> None:
    data = read_data(lang)
    given = data["ui"]["index"]["verb"]
    assert len(set(given.values())) == len(given)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", address) for address in given.values())
    verbs = data["verbs"]
    bare = verbs["lemmas"]
    lemmas = {lemma for forms in table_of_forms(verbs).values() for lemma in forms.values()}
    lemmas |= {bare.get(one, one) for words in verbs.get("words", {}).values() for one in words}
    lemmas |= {verbs["feeling_lemma"].format(feeling=bare.get(one, one)) for one in verbs["feelings"]}
    made = {lemma: given.get(lemma) or slug(lemma) for lemma in lemmas}
    unnamed = sorted(lemma for lemma, address in made.items() if not re.fullmatch(r"[a-z]+(-[a-z]+)*", address))
    assert unnamed == [], "give each an address in ui: index: verb:"
    assert len(set(made.values())) == len(made)


# --- series -----------------------------------------------------------------------------------------------


def _chain(records: tuple[Record, ...], authorities: Authorities, words: Words, of: str) -> list[tuple[str, str, bool]]:
    corpus = build_corpus(records, authorities)
    mine = next(one for one in records if one.work == of)
    return [(one["label"], one["page"], one["current"]) for one in chain(mine, corpus, words)]


def test_a_series_is_a_chain_in_time_with_cited_works(authorities: Authorities, words: Words) -> None:
    title = "加强人权领域的技术合作和能力建设"
    new = record(
        "new",
        title=f"{title[:4]} {title[4:]}",
        number="51/…",
        session_to="2022-10-07",
        citings=(citing("A/HRC/RES/18/18"),),
    )
    old = record("old", title=title, symbol="A/HRC/RES/30/9", date="2015-10-02")
    assert _chain((new, old), authorities, words, "new") == [
        ("A/HRC/RES/18/18", "zh/cited/A/HRC/RES/18/#18", False),
        ("A/HRC/RES/30/9", "zh/A/HRC/RES/30/9/", False),
        ("51/…", "zh/drafts/new/", True),
    ]


def test_a_declared_series_joins_other_titles(authorities: Authorities, words: Words) -> None:
    one = record("one", title="河流", symbol="A/RES/1/1", date="2001-01-01")
    two = record("two", title="河流", symbol="A/RES/2/1", date="2002-01-01", series="水")
    three = record("three", title="湖泊", symbol="A/RES/3/1", date="2003-01-01", series="水")
    other = record("other", title="山", symbol="A/RES/4/1", date="2004-01-01")
    labels = [label for label, _, _ in _chain((three, one, other, two), authorities, words, "one")]
    assert labels == ["A/RES/1/1", "A/RES/2/1", "A/RES/3/1"]
    assert _chain((three, one, other, two), authorities, words, "other") == []


def test_a_very_long_series_shows_its_neighbours(authorities: Authorities, words: Words) -> None:
    works = tuple(
        record(f"w-{n}", title="河流", symbol=f"A/RES/{n}/1", date=f"{1900 + n}-01-01") for n in range(1, 101)
    )
    labels = [label for label, _, _ in _chain(works, authorities, words, "w-50")]
    assert labels == [f"A/RES/{n}/1" for n in range(30, 71)]


def test_works_without_a_title_are_no_series(authorities: Authorities, words: Words) -> None:
    works = (record("a", symbol="A/RES/1/1"), record("b", symbol="A/RES/2/1", title="……"))
    assert _chain(works, authorities, words, "a") == _chain(works, authorities, words, "b") == []


def test_the_pages_of_the_seed_stay_where_they_were() -> None:
    assert symbol_page("zh", "A/RES/60/251") == "zh/A/RES/60/251.md"
    assert not (Path(__file__).parents[1] / "docs" / "zh" / "index.md").exists(), "the home page is made"


# --- coverage ------------------------------------------------------------------------------------------------


def _coverage(records: Iterable[Record], authorities: Authorities, words: Words) -> str:
    corpus = build_corpus(tuple(records), authorities)
    return next(one.content for one in index_pages(corpus, words) if one.path == "zh/coverage.md")


def test_coverage_counts_what_is_shown_and_what_is_wanted(authorities: Authorities, words: Words) -> None:
    seas = record("seas", symbol="A/RES/75/9", body="GA", session="75", date="2020-12-01", citings=(
        citing("A/RES/60/251"), citing("A/RES/70/1"), replace(citing("A/RES/70/1"), anchor="op2"),
    ))  # fmt: skip
    spoilt = record("spoilt", symbol="A/RES/75/10", body="GA", session="75", aside="read-scan")
    text = _coverage((_river(citings=(citing("A/RES/75/9"),)), seas, spoilt), authorities, words)
    assert "| 中文 | 2 |" in text
    assert re.search(r"\| 大会[^|]*\| 1 \| 2020 \| 决议（1） \|", text)
    wanted = text.partition("{: #wanted }")[2]
    assert list(re.findall(r"\[(A/RES/[^\]]+)\]", wanted)) == ["A/RES/70/1", "A/RES/60/251"]


def test_a_work_held_in_another_language_is_not_wanted(authorities: Authorities, words: Words) -> None:
    seas = record("seas", lang="en", symbol="A/RES/75/9", body="GA")
    text = _coverage((_river(citings=(citing("A/RES/75/9"),)), seas), authorities, words)
    assert "#wanted" not in text and "| 英文 | 1 |" in text
