"""What readers were misled by, asked of collections in which they were: real English texts, and the invented corpus."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Watched, quiet, watch
from tests.browser.hand import spellings

TODAY = datetime(2026, 6, 1, 12)


@pytest.fixture
def council(real_server: str, context: BrowserContext) -> Iterator[Watched]:
    context.clock.set_fixed_time(TODAY)
    yield from quiet(watch(context, real_server))


def table(site: Path, name: str) -> list[dict[str, str]]:
    """A table of the data in English."""
    return list(csv.DictReader((site / "data/en" / name).read_text("utf-8-sig").splitlines()))


def options(page: Page, name: str) -> dict[str, str]:
    """The choices of a filter of the ledger, but for the one of all: value → what it is called."""
    found = page.locator(f"#rd-ledger select[name={name}] option:not([hidden])").evaluate_all(
        "all => all.map(o => [o.value, o.text])"
    )
    return {value: text for value, text in found if value}


def rows_shown(page: Page) -> int:
    return page.locator(".rd-mandate:visible").count()


# --- 1. the ledger ----------------------------------------------------------------------------------------


def empty_frames(page: Page) -> int:
    """The tables and headings that can be seen though nothing of theirs can."""
    return int(
        page.evaluate(
            """() => {
              const seen = (one) => one.checkVisibility();
              const frames = [...document.querySelectorAll("table")].filter((one) => one.querySelector(".rd-mandate"));
              const bare = frames.filter((one) => seen(one) && ![...one.querySelectorAll("tbody tr")].some(seen));
              const heads = [...document.querySelectorAll(".rd-actor")].filter(seen).length;
              const wraps = [...document.querySelectorAll(".md-typeset__scrollwrap")].filter((one) => one.clientHeight);
              return bare.length + Math.abs(heads - frames.filter(seen).length) + Math.abs(heads - wraps.length);
            }"""
        )
    )


def test_every_filter_shows_its_rows_and_no_empty_frame(council: Watched, real: Path) -> None:
    page = council.go("en/mandates/")
    mandates = table(real, "mandates.csv")
    assert rows_shown(page) == len(mandates) > 80
    for name in ("actor", "kind", "status"):
        total = 0
        for value in options(page, name):
            page.locator(f"#rd-ledger select[name={name}]").select_option(value)
            assert rows_shown(page), f"{name} {value} is offered and leads to nothing"
            total += rows_shown(page)
            assert empty_frames(page) == 0, (name, value)
            if name == "kind":
                assert rows_shown(page) == len([one for one in mandates if one["kind"] == value])
        assert total == len(mandates), f"each mandate has one {name}"
        page.get_by_role("button", name="Clear the filters").click()


def test_a_link_to_a_choice_leaves_no_gap_where_other_actors_were(council: Watched) -> None:
    page = council.go("en/mandates/#kind=renewal")
    expect(page.locator(".md-typeset__scrollwrap").first).to_be_attached()
    assert empty_frames(page) == 0
    form, head = (page.locator(one).bounding_box() or {} for one in ("#rd-ledger", ".rd-actor:visible >> nth=0"))
    assert head["y"] - form["y"] - form["height"] < 60


def test_no_period_that_ended_and_nothing_seized_is_owed(council: Watched, real: Path) -> None:
    page = council.go("en/mandates/")
    states = page.locator("tr[data-state]").evaluate_all(
        "all => all.map(r => [r.cells[0].dataset.kind, r.dataset.state, r.innerText])"
    )
    renewals = [state for kind, state, _ in states if kind == "renewal"]
    assert len(renewals) > 8 and set(renewals) <= {"ended", "unknown"}
    assert not [
        text for kind, state, text in states if state == "overdue" and kind not in ("request", "report", "decision")
    ]
    said = page.locator("main").inner_text()
    assert "date passed, nothing recorded here" in said and "overdue" not in said.lower()
    assert not [one for one in table(real, "mandates.csv") if re.search(r"remain\w* (actively )?seized", one["action"])]


def test_actors_are_names_that_the_authority_files_join(council: Watched, real: Path) -> None:
    page = council.go("en/mandates/")
    names = list(options(page, "actor").values())
    assert len(names) == len(set(names)) and max(map(len, names)) < 80
    assert [one for one in names if "Secretary" in one] == ["Secretary-General"]
    assert not [one for one in names if re.match(r"(these|those|two|all|both|the) ", one)]
    printed = {one["actor"] for one in table(real, "mandates.csv")} - set(names)
    assert {"these parties", "Secretary~General"} <= printed, "the collection has misprints and parties without a name"
    page.get_by_label("Actor").select_option(label="Named in the words of one paragraph")
    own = page.locator("tr[data-state]:visible").all_inner_texts()
    assert [one for one in own if one.startswith("these parties")] and [
        one for one in own if "Secretary~General" in one
    ]


def test_the_list_comes_first_the_chart_is_folded_and_a_link_keeps_its_choice(council: Watched) -> None:
    page = council.go("en/mandates/")
    chart = page.locator("details#timeline")
    assert chart.get_attribute("open") is None
    assert (page.locator("#rd-ledger").bounding_box() or {})["y"] < (chart.bounding_box() or {})["y"]
    assert (page.locator("#rd-ledger").bounding_box() or {})["y"] < 900, "in the first view"
    page.get_by_label("Kind").select_option("renewal")
    shown_here, address = rows_shown(page), page.url
    page.goto("about:blank")
    page.goto(address)
    assert rows_shown(page) == shown_here and page.get_by_label("Kind").input_value() == "renewal"


def test_a_phone_has_a_short_ledger_whose_actors_open(council: Watched) -> None:
    council.page.set_viewport_size({"width": 390, "height": 844})
    page = council.go("en/mandates/")
    assert page.evaluate("document.documentElement.scrollHeight") < 4 * 844
    page.get_by_role("button", name="Iraq").click()
    assert rows_shown(page) > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_days_that_are_told_from_the_adoption_are_reckoned(real: Path) -> None:
    dues = {one["due"]: one for one in table(real, "mandates.csv") if "687" in one["symbol"]}
    within = next(one for due, one in dues.items() if "thirty days following the adoption" in due)
    assert (within["due_to"], within["status"]) == ("1991-05-03", "dated")
    assert dues["within three days"]["due_to"] == "1991-04-06"


def test_drafts_say_that_they_are_drafts(shown: Watched) -> None:
    page = shown.go("zh/mandates/")
    page.locator("#rd-ledger select[name=status]").select_option("draft")
    rows = page.locator("tr[data-state]:visible")
    assert rows.count() > 0
    for text in rows.all_inner_texts():
        assert "（草案）" in text and "草案，未通过" in text


# --- 2. home ----------------------------------------------------------------------------------------------


def test_home_has_no_mandate_of_the_past_and_counts_what_a_click_opens(council: Watched) -> None:
    page = council.go("en/")
    expect(page.locator(".rd-ahead")).to_be_hidden()
    assert not re.search(r"19[4-9]\d-\d\d", page.locator(".rd-home").inner_text())
    figures = page.locator(".rd-home ul").first.locator("li")
    found = {li.inner_text(): li.locator("a").get_attribute("href") for li in figures.all() if li.locator("a").count()}
    assert len(found) > 3
    for text, target in found.items():
        rows = council.go(f"en/{target}").locator("tbody tr").count()
        assert rows == int(re.sub(r"\D", "", text.split()[0])), (text, target)


# --- 3. symbols -------------------------------------------------------------------------------------------

SPELLINGS = {
    **spellings(687, 1991),
    "res 252": "cited/S/RES/1960-1969/#252-1968",
    "res. 687": "S/RES/687(1991)/",
    "S/RES/465 (1980), para. 5": "S/RES/465(1980)/#op5",
    "٦٨٧ (١٩٩١)": "S/RES/687(1991)/",
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_symbol_of_a_real_text_lands_however_it_is_written(council: Watched, spelling: str) -> None:
    page = council.go(f"en/search/?q={quote(spelling)}")
    first = page.locator(".rd-search__title").first
    expect(first).to_have_attribute("href", re.compile(r"/en/(cited/)?S/RES/"))
    assert (first.get_attribute("href") or "").split("/en/")[1] == SPELLINGS[spelling]
    expect(page.locator(".rd-search__title")).to_have_count(1)
    first.click()
    if "#" in SPELLINGS[spelling]:
        expect(page.locator(f'[id="{SPELLINGS[spelling].partition("#")[2]}"]')).to_be_in_viewport()
    expect(page.locator("h1").first).to_be_visible()


def test_what_is_not_held_leads_to_the_official_text_and_to_who_cites_it(council: Watched) -> None:
    page = council.go("en/search/?q=S%2FRES%2F338")
    link = page.get_by_role("link", name="Official document of the United Nations: S/RES/338 (1973)")
    expect(link).to_have_attribute("href", "https://docs.un.org/en/S/RES/338(1973)")
    assert page.locator(".rd-search__paragraphs a").count() > 0


def test_an_address_without_its_year_leads_on(council: Watched, real: Path) -> None:
    lost = (real / "404.html").read_text("utf-8")
    for asked, led in (("en/S/RES/687", "en/S/RES/687(1991)/"), ("en/S/RES/465/#op5", "en/S/RES/465(1980)/#op5")):
        council.page.route(
            f"**/{asked.partition('#')[0]}",
            lambda route: route.fulfill(status=200, content_type="text/html", body=lost),
        )
        council.page.goto(council.root + asked)
        council.page.wait_for_url(council.root + led)


def test_the_example_in_the_field_is_answered(council: Watched) -> None:
    page = council.go("en/search/")
    field = page.get_by_role("searchbox")
    expect(field).to_have_attribute("placeholder", re.compile(r"e\.g\. \S+"))
    field.fill((field.get_attribute("placeholder") or "").split("e.g. ")[1])
    expect(page.locator(".rd-search__title")).to_have_count(1)
    expect(page.locator(".rd-search__official")).to_have_count(0)


# --- 4. what it is about ----------------------------------------------------------------------------------


def test_every_text_says_what_it_is_about_where_it_is_listed_and_at_its_head(council: Watched, real: Path) -> None:
    works = [json.loads(line) for line in (real / "data/en/works.jsonl").read_text("utf-8").splitlines()]
    subjects = {one["symbol"]: one["subject"] for one in works if one.get("subject")}
    assert len(subjects) == len(works), "the Council's texts have no titles"
    page = council.go("en/works/")
    rows = page.locator("tbody tr").all_inner_texts()
    assert len(rows) == len(works)
    told = [text for text in rows if any(subject[:40] in text for subject in subjects.values())]
    assert len(told) == len(subjects)
    page.get_by_role("searchbox").fill("force cyprus")
    fitting = [text for text in rows if {"force", "cyprus"} <= set(re.findall(r"\w+", text.lower()))]
    expect(page.locator("tbody tr:visible")).to_have_count(len(fitting))
    assert fitting
    page.get_by_role("searchbox").fill("basalt columns")
    expect(page.locator("tbody tr:visible")).to_have_count(0)
    expect(page.get_by_role("link", name="Search all texts for “basalt columns”")).to_be_visible()
    facts = council.go("en/S/RES/687(1991)/").locator(".rd-glance span").all_inner_texts()
    assert facts[0] == "3 April 1991" and facts[1].startswith(subjects["S/RES/687(1991)"][:30])
    assert any("12-1-2" in fact for fact in facts)


def test_a_hit_says_what_its_text_is_about(council: Watched) -> None:
    page = council.go("en/search/?q=cease-fire")
    works = page.locator(".rd-search__work")
    expect(works.first).to_be_visible()
    assert page.locator(".rd-search__about").count() == works.count()


# --- 5. concordance and tables ----------------------------------------------------------------------------


def test_the_requests_for_a_report_are_all_of_them_in_whole_sentences(council: Watched, real: Path) -> None:
    page = council.go("en/verbs/request/")
    page.get_by_label("Addressee").select_option("Secretary-General")
    rows = page.locator("tbody tr:visible")
    every = rows.all_inner_texts()
    paragraphs = [json.loads(line) for line in (real / "data/en/paragraphs.jsonl").read_text("utf-8").splitlines()]
    asked = [
        one
        for one in paragraphs
        if any(verb["lemma"] == "request" and verb.get("addressee") for verb in one["verbs"])
        and re.search(r"Requests the Secretary.General", one["text"])
    ]
    assert len(every) >= len({(one["work"], one["id"]) for one in asked}) > 20
    page.get_by_role("searchbox").fill("report")
    expect(rows).to_have_count(len([text for text in every if "report" in text.lower()]))
    assert rows.count() > 15
    ends = [text.strip().split("\n")[-1] for text in every]
    assert not [one for one in ends if re.search(r"\b(No|para|S/PV|op|cit)\.$", one)], "cut at an abbreviation"


# --- 6. a language that is not held -----------------------------------------------------------------------


@pytest.mark.parametrize(("asked", "named"), [("fr-FR", "French"), ("ar", "Arabic"), ("sw", "Swahili")])
def test_a_reader_of_another_language_is_led_to_the_one_that_is_held_and_told(
    real_server: str,
    context: BrowserContext,
    asked: str,
    named: str,
) -> None:
    assert context.browser is not None
    visitor = context.browser.new_context(locale=asked)
    page = visitor.new_page()
    page.goto(real_server)
    page.wait_for_url(re.compile(r"/en/"))
    expect(page.locator("#rd-asked")).to_have_text(re.compile(rf"no text in {named}"))
    visitor.close()
