"""The index pages of small corpora of our own: what they list, where they lead, and that they stay bounded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from converter.addresses import symbol_page, url
from converter.authorities import Authorities
from converter.collect import build_corpus
from converter.corpus import Corpus
from converter.language_files import available, read_data
from converter.languages import load
from converter.languages.verb_words import table_of_forms
from converter.lint import pages as lint
from converter.model import Act, AgendaItem, Artifact, Citing, Due, Met, Named, Record, Sponsor
from converter.write import cited, graph, ledger
from converter.write.feeds import body_feed
from converter.write.indexes import index_pages, table, view
from converter.write.indexes.view import slug
from converter.write.series import chain
from converter.write.words import Words
from tests.index_pages import heads, html, meant, rows, said, spelled, value
from tests.records import citing, corpus_of, doing, mandate, record

AT_53 = Due("第五十三届会议", "at", "HRC", "53", "2023-06-19", "2023-07-14")
HOSTILE = (
    "河流|湖泊<script>alert(1)</script>\n# [x](javascript:alert(1)) `|` "
    "{: #evil onclick=alert(1) } {{ config }} \\| *强*"
)


ACTS = {
    "river": (
        Act("回顾", "回顾", None, None, "pp1", "回顾河流的名称"),
        Act("请", "还请", "高级专员", "high-commissioner", "op1", "还请高级专员提交河流名录"),
    )
}


def _river(**facts: object) -> Record:
    """A work that every index has something to say of."""
    given: dict[str, object] = {
        "symbol": "A/HRC/RES/51/90", "title": "河流的名称", "body": "HRC", "session": "51", "date": "2022-10-07",
        "session_from": "2022-09-12", "session_to": "2022-10-07", "number": "51/90",
        "agenda_items": (AgendaItem("10", "技术援助"), AgendaItem("3", None)), "subjects": ("河流", "名称"),
        "sponsors": (
            Sponsor("阿尔巴尼亚", "AL", False), Sponsor("巴西", "BR", True), Sponsor("河岸国", None, True),
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
    }  # fmt: skip
    return record("river", **(given | facts))


@pytest.fixture(scope="module")
def river(authorities: Authorities, words: Words) -> dict[str, str]:
    lake = record("lake", title="湖泊的名称", number="51/…", status="draft", body="HRC", session="51",
                  session_from="2022-09-12", session_to="2022-10-07",
                  sponsors=(Sponsor("巴西", "BR", True),), named=(Named("instrument", "udhr", "op2"),))  # fmt: skip
    return _pages(doing(build_corpus((_river(), lake), authorities), ACTS), words)


def _pages(corpus: Corpus, words: Words) -> dict[str, str]:
    made = list(index_pages(corpus, words))
    assert len({page.path for page in made}) == len(made), "two pages at one address"
    return {page.path: page.content for page in made}


# --- what they list ---------------------------------------------------------------------------------------


def test_works(river: dict[str, str]) -> None:
    assert rows(river["zh/works.md"]) == [
        ("[51/… 湖泊的名称](zh/drafts/lake/) {#hrc}", "2022", "人权理事会", "[第51届会议](zh/sessions/hrc-51/)", "",
         "决议", "草案", ""),
        ("[A/HRC/RES/51/90 河流的名称](zh/A/HRC/RES/51/90/)", "<2022-10-07 2022年10月7日>", "人权理事会",
         "[第51届会议](zh/sessions/hrc-51/)", "项目10 技术援助；项目3", "决议", "已通过", "<河流>；<名称>"),
    ]  # fmt: skip


def test_works_are_filtered_by_the_year_of_their_day(authorities: Authorities, words: Words) -> None:
    """The year stands in no column of its own; where no day is known it stands in place of one."""
    seas = record("seas", symbol="A/RES/75/9", body="GA", date="2020-12-01")
    made = {one.path: one.content for one in index_pages(build_corpus((_river(), seas), authorities), words)}
    assert "year" not in heads(made["zh/works.md"])[0]
    assert {"key": "year", "name": "年份"} in value(made["zh/works.md"])["filters"]


def test_a_form_of_a_verb_is_shown_once_whatever_its_capital(authorities: Authorities) -> None:
    english = Words(load("en", authorities), authorities)
    printed = ("urges", "Urges", "Urges", "further urges")
    acts = tuple(Act("urge", one, None, None, f"op{n}", "the keepers") for n, one in enumerate(printed, 1))
    seas = record("seas", lang="en", symbol="A/RES/75/9", body="GA")
    corpus = doing(build_corpus((seas,), authorities), {"seas": acts})
    made = {one.path: one.content for one in index_pages(corpus, english)}
    assert rows(made["en/verbs.md"])[0][-1] == "Urges, further urges"


def test_sponsors_and_the_page_of_each(river: dict[str, str]) -> None:
    assert rows(river["zh/sponsors.md"]) == [
        ("[阿尔巴尼亚](zh/sponsors/al/) {#al}", "1件", "", "非成员1件", "2022"),
        ("[巴西](zh/sponsors/br/) {#br}", "2件", "成员2件", "", "2022"),
        (f"[河岸国](zh/sponsors/{slug('河岸国')}/) {{#{slug('河岸国')}}}", "1件", "成员1件", "", "2022"),
    ]
    [own] = rows(river["zh/sponsors/al.md"])
    assert own[:3] == ("[A/HRC/RES/51/90 河流的名称](zh/A/HRC/RES/51/90/)", "非成员", "人权理事会")
    assert value(river["zh/sponsors/al.md"])["ways"] == [{"text": "提案国", "to": "zh/sponsors/"}]


def test_terms_by_kind_and_by_work(river: dict[str, str]) -> None:
    page = river["zh/terms.md"]
    assert [(one["anchor"], one["rows"][0]["anchor"]) for one in value(page)["tables"]] == [
        ("instrument", "udhr"), ("goal", "sdg-5"),
    ]  # fmt: skip
    declaration = next(row for row in rows(page) if "#udhr" in row[0])
    assert declaration[1:] == (
        "2件",
        "3段",
        "[A/HRC/RES/51/90](zh/A/HRC/RES/51/90/) [序言部分第1段](zh/A/HRC/RES/51/90/#pp1)、"
        "[第1段](zh/A/HRC/RES/51/90/#op1)"
        " / [51/…](zh/drafts/lake/) [第2段](zh/drafts/lake/#op2)",
    )


def test_cited_works_reports_and_works_without_a_symbol(river: dict[str, str]) -> None:
    known, nameless = rows(river["zh/cited.md"])
    assert known == (
        "[A/RES/60/251](zh/cited/A/RES/60/#251) {#ga}", "人权理事会", "大会", "决议", "<2006-03-15 2006年3月15日>",
        "只见于引用", "1处", "[A/HRC/RES/51/90](zh/A/HRC/RES/51/90/) [序言部分第1段](zh/A/HRC/RES/51/90/#pp1)",
    )  # fmt: skip
    assert heads(river["zh/cited.md"])[1][0] == "name"
    assert nameless[:3] == ("大会 决定 60/509 {#ga-decision-60-509}", "大会", "1处")
    [report] = rows(river["zh/reports.md"])
    assert report[1:3] == ("河流的报告", "秘书长")


def test_concordance(river: dict[str, str]) -> None:
    assert rows(river["zh/verbs.md"]) == [
        ("[回顾](zh/verbs/huigu/) {#huigu}", "1处", "1件", "序言1处", "", "回顾"),
        ("[请](zh/verbs/qing/) {#qing}", "1处", "1件", "", "执行1处", "还请"),
    ]
    assert rows(river["zh/verbs/qing.md"]) == [
        (
            "[A/HRC/RES/51/90 第1段](zh/A/HRC/RES/51/90/#op1)",
            "还请",
            "联合国人权事务高级专员",
            "还请高级专员提交河流名录",
        )
    ]


def test_sessions_with_their_works_and_what_falls_due(river: dict[str, str]) -> None:
    assert [(row[0], *row[-2:]) for row in rows(river["zh/sessions.md"])] == [
        ("[第53届会议](zh/sessions/hrc-53/) {#hrc-53}", "", "1项到期"),
        ("[第51届会议](zh/sessions/hrc-51/) {#hrc-51}", "2件", ""),
    ]
    assert rows(river["zh/sessions.md"])[0][2] == "<2023-06-19 2023年6月19日>至<2023-07-14 7月14日>"
    assert rows(river["zh/sessions/hrc-53.md"]) == [
        ("提交河流名录", "联合国人权事务高级专员", "第五十三届会议", "尚无落实记录",
         "[A/HRC/RES/51/90 第1段](zh/A/HRC/RES/51/90/#op1)"),
    ]  # fmt: skip
    assert len(rows(river["zh/sessions/hrc-51.md"])) == 2


def test_home(river: dict[str, str]) -> None:
    home = html(river["zh/index.md"])
    (form,) = home.findall("form")
    assert (form.get("action"), form.get("role"), form.get("class")) == ("search/", "search", "rd-home-search")
    assert form.find("input").get("name") == "q" and "51/90" in form.find("input").get("placeholder")
    figures = [one.text_content().strip() for one in home.find("ul") if one.find("a") is not None]
    assert figures == ["2 件文本", "2 件被引文件", "1 报告及其他文件", "3 个提案国", "1 项任务"]
    lists = {one.getprevious().get("id"): one for one in home.findall("ul")[1:]}
    assert list(lists) == ["due", "latest", "ways"] == [one.get("id") for one in home.findall("h2")]
    due = lists["due"][0]
    assert (
        due.text_content() == ("至迟2023年7月14日 联合国人权事务高级专员 提交河流名录（A/HRC/RES/51/90 第1段）")
        and due.find("time").get("datetime") == "2023-07-14"
        and due.find("strong").text == "联合国人权事务高级专员"
    )
    assert due.find("a").get("href") == "/zh/A/HRC/RES/51/90/#op1"
    latest = [one.text_content() for one in lists["latest"]]
    assert [one.partition(" — ")[0] for one in latest] == ["A/HRC/RES/51/90 河流的名称", "51/… 湖泊的名称", "全部文本"]
    assert [one.find("a").get("href") for one in lists["ways"]][:2] == ["/zh/works/", "/zh/sessions/"]


def test_home_names_open_mandates_only(authorities: Authorities, words: Words) -> None:
    met = _river(met=(Met("op1", "会议记录", 1, "A/HRC/53/99", (), "53"),))
    late = _river(mandates=(mandate("各国", None, replace(AT_53, from_date="2021-01-01", to_date="2021-02-01")),))
    for one in (met, late):
        assert "due" not in value(_pages(build_corpus((one,), authorities), words)["zh/index.md"])


def test_an_empty_collection_has_its_pages(authorities: Authorities, words: Words) -> None:
    made = _pages(build_corpus((), authorities), words)
    assert {"zh/index.md", "zh/works.md", "zh/verbs.md", "zh/sessions.md"} <= set(made)
    assert html(made["zh/works.md"]).find_class("rd-index")[0].findall("p")[-1].text == words("none")


# --- what people wrote stays text -------------------------------------------------------------------------


def test_hostile_words_are_text_in_every_table(authorities: Authorities, words: Words) -> None:
    evil = _river(
        title=HOSTILE,
        agenda_items=(AgendaItem("1|2", HOSTILE),),
        subjects=(HOSTILE,),
        sponsors=(Sponsor(HOSTILE, None, False),),
        session="../../etc",
        symbol=None,
        number=HOSTILE,
        citings=(replace(citing("A/HRC/49/68"), kind="document", title=HOSTILE, author=HOSTILE, excerpt=HOSTILE),),
        mandates=(mandate(HOSTILE, None, AT_53, HOSTILE),),
    )
    acts = {"river": (Act(HOSTILE, HOSTILE, HOSTILE, None, "op1", HOSTILE),)}
    made = _pages(doing(build_corpus((evil,), authorities), acts), words)
    assert all(re.fullmatch(r"zh/[A-Za-z0-9/-]+\.md", path) for path in made), sorted(made)
    for path, page in made.items():
        shown = html(page)
        ours = "@src and not(text())"  # the home page's own file
        assert not shown.xpath(f".//script[not({ours})] | .//*[@onclick] | .//*[@id='evil']"), path
        assert not any("javascript:" in href for href in shown.xpath(".//@href")), path
        for one in shown.iter("table"):
            assert len({len(row) for row in one.iter("tr")}) == 1, path
    assert " ".join(HOSTILE.split()) in " ".join(html(made["zh/works.md"]).text_content().split())


def test_a_page_says_what_its_value_says(river: dict[str, str], authorities: Authorities, words: Words) -> None:
    """Every heading, column, row, cell, link, day and filter, read back by lxml; home pages are read in `test_home`."""
    many = _pages(corpus_of(60, authorities), words)
    pages = {name: page for made in (river, many) for name, page in made.items() if name != "zh/index.md"}
    kinds = {name.split("/")[1].removesuffix(".md") for name in pages}
    assert kinds >= {"works", "cited", "reports", "sponsors", "terms", "verbs", "sessions", "coverage"}
    for name, page in pages.items():
        assert said(html(page)) == meant(page), name
        assert lint.anchors_of(page) == {"title", *html(page).xpath(".//h2/@id | .//td/@id")}, name


# --- where they lead --------------------------------------------------------------------------------------


def _check_links(corpus: Corpus, words: Words, made: Iterable[Artifact]) -> list[str]:
    texts = {page.path: page.content for page in made}
    others = (*cited.cited_pages(corpus, words), *ledger.ledger_pages(corpus, words), *graph.graph_pages(corpus, words))
    anchors = {page.path: lint.anchors_of(page.content) for page in others}
    anchors |= {page: lint.anchors_of(text) for page, text in texts.items()}
    anchors |= {corpus.page(one): {"title", *one.paragraphs} for one in corpus.records}
    known = {url(page): there for page, there in anchors.items()}
    known |= {body_feed("zh", body): set() for body in ("GA", "HRC", "SC")}
    links = {page: set(lint.links_of_value(text)) for page, text in texts.items()}
    assert all(links.values()), "every page leads somewhere"
    return [f.message for page in texts for f in lint.check_addresses(page, links[page], known)]


def test_every_link_lands(authorities: Authorities, words: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = doing(build_corpus((_river(), *corpus_of(60, authorities).records), authorities), ACTS)
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
    assert [row[0].split("](")[0] for row in rows(made["zh/works.md"])] == ["[大会", "[人权理事会"]
    assert {"ga", "hrc"} <= lint.anchors_of(made["zh/works.md"])
    listed = [row for path, page in made.items() if path.startswith("zh/works/") for row in rows(page)]
    assert len(listed) == len(set(listed)) == 90, "each work once"


def _many_requests(count: int, authorities: Authorities) -> Corpus:
    act = Act("请", "请", "各国", None, "op1", "请各国保护河流")
    days = [f"20{10 + n // 300:02}-{1 + n // 25 % 12:02}-{1 + n % 25:02}" for n in range(count)]
    works = [record(f"river-{n}", symbol=f"A/RES/90/{n + 1}", title="河流", date=days[n]) for n in range(count)]
    return doing(build_corpus(tuple(works), authorities), {one.work: (act,) for one in works})


def test_the_uses_of_a_verb_are_cut_into_parts_that_stay(authorities: Authorities, words: Words) -> None:
    size = table.PLACES_ON_A_PAGE
    before, after = (_pages(_many_requests(size * 2 + more, authorities), words) for more in (5, 6))
    parts = ["zh/verbs/qing.md", "zh/verbs/qing/1.md"]
    assert [path for path in before if path.startswith("zh/verbs/qing")] == parts[::-1]
    assert [len(rows(before[path])) for path in parts] == [size + 5, size]
    assert before[parts[1]] == after[parts[1]], "a full part does not change when a newer work comes"
    assert "[A/RES/90/605 " in rows(before[parts[0]])[0][0], "the newest first"


def test_a_term_that_many_works_name_has_a_page(authorities: Authorities, words: Words) -> None:
    named = (Named("instrument", "udhr", "pp1"), Named("instrument", "udhr", "pp2"))
    works = [record(f"river-{n}", symbol=f"A/RES/90/{n}", named=named) for n in range(1, 13)]
    made = _pages(build_corpus(tuple(works), authorities), words)
    [row] = rows(made["zh/terms.md"])
    assert row[-1].count(" / ") == view.WORKS_IN_A_CELL and row[-1].endswith("[全部12件](zh/terms/udhr/)")
    assert len(rows(made["zh/terms/udhr.md"])) == 12


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
    languages, bodies, _, wanted = value(text)["tables"]
    assert ("中文", "2件") in rows(text)
    assert [tuple(spelled(one) for one in row["cells"]) for row in bodies["rows"]] == [
        ("大会", "1件", "2020", "决议（1）", "[Atom](data/zh/works/ga.atom)"),
        ("人权理事会", "1件", "2022", "决议（1）", "[Atom](data/zh/works/hrc.atom)"),
    ]
    assert (languages["heads"][0]["key"], wanted["heads"][0]["key"]) == ("", "symbol")  # what only counts has no filter
    assert [row["cells"][0][0]["text"] for row in wanted["rows"]] == ["A/RES/70/1", "A/RES/60/251"]


def test_a_work_held_in_another_language_is_not_wanted(authorities: Authorities, words: Words) -> None:
    seas = record("seas", lang="en", symbol="A/RES/75/9", body="GA")
    text = _coverage((_river(citings=(citing("A/RES/75/9"),)), seas), authorities, words)
    assert "wanted" not in value(text)["anchors"] and ("英文", "1件") in rows(text)
