"""The list of recognisers is true: each makes what it says, from what it says that it reads, and says where from."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from converter.annotate.found import Found, Given, Recogniser
from converter.model import Resolution
from converter.recognisers import RECOGNISERS
from tests.language_examples import LANGUAGES, language, resolution

PARAGRAPHS = [
    "Recalling its resolution 901 (1994) of 3 March 1994, paragraph 3 of resolution 2304 (2016), and S/1994/12,",
    "Requests the Secretary-General to report by 3 May 1999 on the lamps of paragraph 2 below;",
    "Decides to act on 902 (199?) under the Charter of the United Nations and resolution 48/141;",
]
NOTES = ["United Nations, Treaty Series, vol. 12, No. 345.", "Ibid., vol. 13.", "Ibid., 1590th meeting."]


def text() -> Resolution:
    return resolution("en", "SC", PARAGRAPHS, ["preambular", "operative", "operative"], NOTES)


@pytest.mark.parametrize("one", RECOGNISERS, ids=lambda one: one.name)
def test_each_makes_what_it_says_from_what_it_says(one: Recogniser) -> None:
    given, found = Given(text(), language("en")), Found()
    for before in RECOGNISERS[: RECOGNISERS.index(one)]:
        found = before.find(given, found)
    after = one.find(given, found)
    names = {field.name for field in fields(Found)}
    assert {name for name in names if getattr(after, name) != getattr(found, name)} <= set(one.makes)
    nothing: dict[str, Any] = dict.fromkeys(names - {*one.reads, *one.makes}, ())
    blind = one.find(given, replace(found, **nothing))
    assert all(getattr(blind, name) == getattr(after, name) for name in one.makes), "it reads more than it says"


def test_together_they_find_everything() -> None:
    given, found = Given(text(), language("en")), Found()
    for one in RECOGNISERS:
        found = one.find(given, found)
    assert [name for name in (field.name for field in fields(Found)) if not getattr(found, name)] == []


def test_a_mark_knows_the_lines_of_the_page_that_it_was_read_by() -> None:
    given, found = Given(text(), language("en")), Found()
    for one in RECOGNISERS:
        found = one.find(given, found)
    page = (LANGUAGES / "en.page.yml").read_text(encoding="utf-8").split("\n")
    lines = [line for one in (*found.citations, *found.internal) for line in one.phrases]
    assert {line.block for line in lines} >= {"before a number", "after a number", "internal"}
    for line in lines:
        assert line.page == "en.page.yml"
        assert " ".join(page[line.line - 1].split(" #")[0].split()) == line.text
