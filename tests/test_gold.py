"""The gold set: its files say what its README allows, and the converter reads the texts as the readers did."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.measure.__main__ import GOLD, KEPT, SPENT, as_data, changes, kept_pages, main, measure
from tests.measure.compare import Score, compare
from tests.measure.facts import Cited, Facts, from_gold

FILES = sorted(GOLD.glob("S_RES_*.yml"))
WANTED = {  # the issue's own bounds; precision and recall
    "citations": 0.99,
    "footnotes": 0.99,
    "votes": 0.98,
    "structure of the work": 0.98,
}
with_corpus = pytest.mark.shared("corpus/unsc-en")


def test_the_set_has_at_least_sixty_works() -> None:
    assert len(FILES) >= 60


@pytest.mark.parametrize("path", [*FILES, *sorted(GOLD.glob("*/S_RES_*.yml"))], ids=lambda path: path.stem)
def test_a_file_says_what_the_readme_allows(path: Path) -> None:
    facts = from_gold(path)
    lines = [line for line, _ in facts.structure]
    assert lines == sorted(lines)
    assert {kind.partition(":")[0] for _, kind in facts.structure} <= {"pp", "op", "sub", "h", "annex", "p"}
    allowed = {"meeting", "manner", "states", "for", "against", "abstaining", "absent", "not-participating"}
    assert set(facts.adoption) <= allowed


def test_a_section_and_a_chapter_are_told_as_printed(tmp_path: Path) -> None:
    file = tmp_path / "gold.yml"
    cites = "{in: fn1, target: S/1, pinpoints: [sect IV para 3, chap V, para 2(a)]}"
    file.write_text(
        f"{{symbol: S/RES/1(1946), date: 1946-01-01, organ: SC, enacting: 1, paragraphs: [], notes: [], slips: [],"
        f" citations: [{cites}], adoption: null}}",
        encoding="utf-8",
    )
    assert from_gold(file).citations[0].pinpoints == ("IV.3", "V", "2(a)")


def facts(*citations: Cited, line: int = 1) -> Facts:
    """A text with one paragraph."""
    return Facts({"symbol": "S/RES/1"}, ((line, "pp"),), (), citations, {})


def test_what_is_missed_and_what_is_wrong_are_counted_apart() -> None:
    one, other = Cited("pp1", "S/1", None, ()), Cited("pp1", "S/2", None, ())
    score = compare([("text", facts(one, one), facts(one, other))])["citations"]
    assert (score.right, score.missed, score.wrong) == (1, ["text: pp1 S/1"], ["text: pp1 S/2"])
    assert (score.precision, score.recall) == (0.5, 0.5)


def test_a_paragraph_on_another_line_is_another_paragraph() -> None:
    scores = compare([("text", facts(line=1), facts(line=2))])
    assert (scores["paragraphs"].right, scores["structure of the work"].right) == (0, 0)


def test_a_change_gains_and_loses() -> None:
    before = {"citations": {"right": 1, "missed": ["a: x"], "wrong": []}}
    now = {"citations": {"right": 1, "missed": ["b: y"], "wrong": []}}
    assert list(changes(before, now)) == [
        ("gained", "citations: missed before: a: x"),
        ("lost", "citations: missed now: b: y"),
    ]


def test_the_pages_show_the_figures_that_are_kept() -> None:
    for lang, text in kept_pages().items():
        assert (GOLD.parent.parent / "docs" / lang / "figures.md").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("folder", [*SPENT, "blind"])
def test_figures_of_texts_that_were_looked_at_are_not_written_again(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["measure", "--of", folder, "--write"])
    with pytest.raises(SystemExit) as refused:
        main()
    assert refused.value.code == 2


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return measure()[0]


@with_corpus
@pytest.mark.parametrize("kind", WANTED)
def test_the_texts_are_read_as_the_readers_read_them(kind: str, scores: dict[str, Score]) -> None:
    assert min(scores[kind].precision, scores[kind].recall) >= WANTED[kind], as_data(scores)[kind]


@with_corpus
def test_no_fact_is_lost_that_was_found_before(scores: dict[str, Score]) -> None:
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    assert [fact for what, fact in changes(kept, as_data(scores)) if what == "lost"] == []
