"""The measure of whole marked-up files sees a letter that is lost, one that is invented, and a crash."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.model import Diagnostic, Source
from tests.documents.akn import marked_up
from tests.documents.official import ENGLISH
from tests.measure.page import Drawn, pages
from tests.measure.unxml import whole

LAMPS = marked_up(ENGLISH, "en")


def test_a_file_that_is_read_whole_has_nothing_against_it() -> None:
    found = whole.look("en", LAMPS)
    assert {name: count for name, count in found.items() if count and ":" not in name} == {"files": 1, "compared": 1}
    assert (found["operative: markup"], found["operative: ours"], found["operative: same"]) == (3, 3, 1)


@pytest.mark.parametrize(("word", "lost", "invented"), [("lamp", 4, 0), ("lamps and oil", 0, 6)])
def test_letters_are_counted(word: str, lost: int, invented: int) -> None:
    source: Source
    source, _ = whole.reader_here(".xml")(LAMPS, "x.xml", "en")
    assert "lamps" in source.text
    changed = replace(source, text=source.text.replace("lamps", "s" if lost else word, 1))
    assert whole.lost_and_invented(LAMPS, changed) == (lost, invented)


def test_a_crash_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> tuple[Source, tuple[Diagnostic, ...]]:
        raise ZeroDivisionError

    monkeypatch.setattr(whole, "convert", crash)
    assert whole.look("en", LAMPS) == {"files": 1, "crash ZeroDivisionError": 1}


def test_files_with_each_finding_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """And files that are kept aside, which nobody opens."""
    dated = LAMPS.replace(b'date="2018-10-10"', b'date="2018-10-11"')
    monkeypatch.setattr(whole, "files", lambda *_: iter([("en", LAMPS), ("en", dated), ("en", None), ("fr", None)]))
    found = whole.of_session("73")
    assert (found["en"]["files"], found["en"]["finding markup-differs"], found["en"]["kept aside"]) == (2, 1, 1)
    assert found["fr"] == {"kept aside": 1}


UNSEEN = Drawn({}, 1, 0, 0)
ASIDE: dict[str, object] = {"works": 0, "sample": None, "languages": {}}
COUNTS = {"files": 7, "kept aside": 4, "refused": 1, "finding markup-differs": 3, "finding text-lost": 5}


def test_the_page_has_what_was_counted() -> None:
    marked = [{"sessions": ["73"], "sample": 2, "languages": {"fr": COUNTS, "zh": {"files": 1}}}]
    page = pages({}, 0, UNSEEN, UNSEEN, marked, ASIDE)["en"]
    assert "| French | 7 | 1 | 0 | 0 | 0 | 0 |" in page
    assert "of 8: `text-lost` 5, `markup-differs` 3." in page
    assert "4 files of texts that are kept aside" in page
    assert "session 73: 2 works of each" in page
    assert "`python -m tests.measure.unxml.whole 73 --sample 2 --write`" in page


def test_sessions_that_are_measured_one_after_the_other_are_one_page() -> None:
    first = {"sessions": ["73", "74"], "sample": 2, "languages": {"fr": {"files": 9}}}
    kept: list[dict[str, object]] = [first]
    for session in ("74", "73", "74"):
        kept = whole.beside(kept, {"sessions": [session], "sample": None, "languages": {"fr": COUNTS}})
    assert [one["sessions"] for one in kept] == [["73"], ["74"]]
    english, chinese = (pages({}, 0, UNSEEN, UNSEEN, kept, ASIDE)[lang] for lang in ("en", "zh"))
    assert "| French | 14 | 2 |" in english
    assert "session 73: all works; session 74: all works" in english
    assert "`python -m tests.measure.unxml.whole 73 --write` and" in english
    assert "第73届会议全部文本；第74届会议全部文本" in chinese


def test_many_processes_count_as_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole, "files", lambda *_: iter([("en", LAMPS), ("en", None), ("en", LAMPS)]))
    assert whole.of_session("73", processes=2) == whole.of_session("73")


def test_of_texts_that_are_kept_aside_the_page_has_counts_alone() -> None:
    scores = {kind: [3, 1, 0] for kind in ("paragraphs", "footnotes", "citations", "meeting", "title")}
    aside = {"works": 2, "sample": 2, "languages": {"fr": {"texts": 4, "faulty": 1, "silent": 1, "scores": scores}}}
    page = pages({}, 0, UNSEEN, UNSEEN, [], aside)["en"]
    assert "\n2 resolutions of the General Assembly" in page
    # No-break spaces hold the two ratios of a cell on one line.
    ratios = " 1.000\N{NO-BREAK SPACE}/\N{NO-BREAK SPACE}0.750 |"
    assert f"| French | 4 | 3 | 1 |{ratios * 5}\n" in page
