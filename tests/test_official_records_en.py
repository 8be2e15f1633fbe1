"""Forms of the Official Records and of typed sheets that a sample may not show: furniture, neighbours, slips."""

from __future__ import annotations

import pytest

from tests.test_structure_en import CLOSE, COUNCIL, PREAMBLE, body, codes, read, shape, text_of

SHEET = "RESOLUTION 9342 (1995)\n\nAdopted by the Security Council at its 3601st meeting,\non 30 July 1995\n\n"
ENDS = "2. Decides to remain seized of the lamps.\n"


@pytest.mark.parametrize(
    "foot",
    [
        f"95-15252  3930Z (E){' ' * 60}/...",
        f"95-43584 (E)   081195{' ' * 40}/...",
        "95-55743* (E)",
        f"95-10913 (E)   260496 {' ' * 50}/...\n\nS/RES/9342 (1995)\nPage 2",
    ],
)
def test_the_foot_of_a_typed_page_is_furniture(foot: str) -> None:
    found = read(f"{SHEET}The Security Council,\n\n{PREAMBLE}1. Requests light;\n\n{foot}\n\n{ENDS}")
    assert shape(found) == [("pp1", "preambular"), ("op1", "operative"), ("op2", "operative")]
    assert "job-number" in [one["kind"] for one in found["furniture"]]


def test_a_letterhead_in_two_lines() -> None:
    head = f"UNITED{' ' * 40}S\nNATIONS\n\n        Security Council\n{' ' * 40}Distr.\n{' ' * 40}GENERAL\n\n"
    found = read(f"{head}{SHEET}The Security Council,\n\n{PREAMBLE}1. Requests light.\n")
    assert "masthead-line" not in codes(found)
    assert found["symbol"] == "S/RES/9342(1995)"


def test_a_symbol_that_ends_a_note_is_no_running_head() -> None:
    text = f"{SHEET}The Security Council,\n\nNoting the lamps, 1/\n\n1. Requests light.\n\n"
    found = read(f"{text}1/   See S/95266 and\nS/95300.\n\n95-10250 (E)\n")
    assert [one["target"] for one in found["citations"]] == ["S/95266", "S/95300"]


def test_dirt_after_the_marker_of_a_typed_note() -> None:
    text = f"{SHEET}The Security Council,\n\nNoting the lamps, 1/\n\n1. Requests light.\n\n"
    for note in ("1/s Treaty of Lamps, article 2.", "1/Treaty of Lamps, article 2."):
        found = read(f"{text}{note}\n")
        assert [(one["marker"], one["paragraph"]) for one in found["footnotes"]] == [("1", "pp1")]


# --- neighbours on the page -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rest",
    [
        "Decision\n\nOn 8 December 1999, document S/98289 was circulated, as resolution 9340 (1999) asks.",
        "At the same meeting, the Council decided to invite the keepers (S/98289).",
        "Resolution 9343 (1999)\nof 3 March 1999\n\nThe Security Council,\n\nRecalling S/98289,\n\n1. Requests oil.",
        "9343 (1999). Resolution of 3 March 1999\n[S/98290]\n\nThe Security Council,\n\n1. Requests oil from S/98289.",
    ],
)
def test_what_a_neighbour_left_is_shown_but_not_read(rest: str) -> None:
    found = read(f"{COUNCIL}{PREAMBLE}1. Requests light.\n{CLOSE}\n{rest}\n")
    kinds = [one["kind"] for one in found["paragraphs"]]
    assert kinds[:3] == ["preambular", "operative", "plain"]
    assert set(kinds[2:]) == {"plain"}
    assert found["citations"] == []
    assert (found["date"], found["adoption"]["meeting"]) == ("1999-03-02", 4990)
    assert [code for code in codes(found) if code in ("other-text", "plain-paragraph")] == ["other-text"]


def test_a_sentence_above_the_number_is_no_title() -> None:
    found = read(f"The representative of Lampland made a reservation.\n\n{COUNCIL}1. Requests light.\n")
    assert found["title"] is None


def test_the_label_of_the_first_part_above_its_enacting_phrase() -> None:
    part = "The Security Council,\n\nNoting the lamps,\n\n1. Requests light;\n\n2. Requests oil.\n\n"
    found = read(f"Resolution 9342 (1999)\nof 2 March 1999\n\nA\n\n{part}B\n\n{part}{CLOSE}")
    assert (found["title"], "masthead-line" in codes(found)) == (None, False)
    kinds = [one["kind"] for one in found["paragraphs"]]
    assert (kinds.count("preambular"), kinds.count("operative"), kinds.count("heading")) == (2, 4, 1)


# --- paragraphs ---------------------------------------------------------------------------------------------


def test_a_list_that_opens_without_colon_or_blank_line() -> None:
    text = f"{PREAMBLE}1. Requests the keepers of all of the lamps that stand on the coast of Lampland forthwith\nto\n"
    found = body(f"{text}(a) To give light;\n(b) To buy oil;\n\n2. Decides to wait.\n")
    assert [name for name, _ in found] == ["pp1", "op1", "op1-a", "op1-b", "op2"]


def test_a_misprinted_d_is_no_new_list() -> None:
    items = "(a) Lamps;\n\n(b) Oil;\n\n(c) Wicks;\n\n(a) Glass;\n\n(e) Rope.\n"
    assert [name for name, _ in body(f"{PREAMBLE}1. Lists:\n\n{items}")][2:] == [
        "op1-a", "op1-b", "op1-c", "op1-d", "op1-e"
    ]  # fmt: skip


def test_a_paragraph_among_operative_ones_that_opens_like_a_recital() -> None:
    text = "Requests light;\n\nNoting with concern the dark, considers that lamps should burn;\n\nRequests oil.\n"
    assert [kind for _, kind in body(f"{PREAMBLE}{text}")] == ["preambular", *["operative"] * 3]


def test_words_after_a_list_go_on_with_its_sentence() -> None:
    items = "(a) Lamps;\n\n(b) Oil;\n\nnotwithstanding any contract of the keepers;\n\n2. Requests light.\n"
    found = read(f"{COUNCIL}{PREAMBLE}1. Shall prevent:\n\n{items}{CLOSE}")
    assert "plain-paragraph" not in codes(found)
    assert text_of(found, "p1").startswith("notwithstanding")


def test_one_line_at_the_edge_of_the_page_moves_no_margin() -> None:
    lines = "            {}.   Requests the keepers of the lamps to buy\n       oil before the night.\n\n"
    inset = "".join(lines.format(number) for number in range(1, 22))
    text = (
        f"{COUNCIL}            Noting the lamps, which burn\n       by night,\n\n{inset}Reissued by the lamp office\n"
    )
    found = [kind for _, kind in shape(read(text))]
    assert (found.count("operative"), found.count("preambular")) == (21, 1)


def test_a_title_right_below_the_heading_of_an_annex() -> None:
    title = "Annex 1\nStatement of the keepers on the conclusion of their meeting\nheld on\n6 May 1999\n\n"
    found = read(f"{COUNCIL}{PREAMBLE}1. Requests light.\n{CLOSE}\n{title}The keepers adopted lamps.\n")
    assert shape(found)[-3:] == [("annex-i", "heading"), ("h1", "heading"), ("p2", "plain")]
    assert text_of(found, "h1").endswith("held on 6 May 1999")


# --- the vote -------------------------------------------------------------------------------------------------


def test_a_vote_whose_words_are_parted_at_the_ends_of_lines() -> None:
    said = "Adopted at the 331 5th meeting by\n13 votes to none, with 2 absten-\ntions (Cuba and Yemen).\n"
    adoption = read(f"{COUNCIL}{PREAMBLE}1. Requests light.\n\n{said}")["adoption"]
    assert (adoption["meeting"], adoption["votes"]) == (3315, {"for": 13, "against": 0, "abstaining": 2})
    assert [one["code"] for one in adoption["states"]["abstaining"]] == ["CU", "YE"]


def test_several_symbols_below_the_number() -> None:
    head = "9320 (1947). Resolution of 26 August 1947\n[S/9528, S/9528/Corr.1]\n\nThe Security Council\n\n"
    assert "masthead-line" not in codes(read(f"{head}1. Requests light.\n{CLOSE}"))


def test_a_starred_note_adds_to_the_adoption() -> None:
    said = (
        "Adopted at the 4990th meeting\nby 14 votes to none.*\n\n* One member (China) did not participate in the vote."
    )
    found = read(f"{COUNCIL}{PREAMBLE}1. Requests light.\n\n{said}\n")
    assert [one["code"] for one in found["adoption"]["states"]["not-participating"]] == ["CN"]


# --- older openings ---------------------------------------------------------------------------------------


def test_the_enacting_phrase_at_the_head_of_the_first_paragraph() -> None:
    head = (
        "9338 (1948). Resolution of 17 January 1948\n[S/9651]\n\nThe Security Council, having heard of the lamps,\n\n"
    )
    found = read(f"{head}Recognizing the dark,\n\n1. Calls for light.\n{CLOSE}")
    assert (found["enacting"], found["body"], text_of(found, "pp1")) == (
        "The Security Council,", "SC", "having heard of the lamps,"
    )  # fmt: skip
    assert shape(found)[:3] == [("pp1", "preambular"), ("pp2", "preambular"), ("op1", "operative")]
    assert "words" not in codes(found)


def test_paragraphs_with_numbers_in_brackets() -> None:
    text = f"{PREAMBLE}(1) Calls upon the keepers to:\n\n(a) Buy oil;\n\n(2) Requests light.\n"
    assert body(text) == [
        ("pp1", "preambular"), ("op1", "operative"), ("op1-a", "sub"), ("op2", "operative")
    ]  # fmt: skip


def test_a_number_in_capitals_with_its_date() -> None:
    head = "RESOLUTION 9340 (1973) OF 25 OCTOBER 1973\n\nThe Security Council,\n\n"
    found = read(f"{head}{PREAMBLE}1. Requests light;\n\n2- Requests oil.\n{CLOSE}")
    assert (found["symbol"], found["date"]) == ("S/RES/9340(1973)", "1973-10-25")
    assert [one["id"] for one in found["paragraphs"]][1:3] == ["op1", "op2"]


def test_a_resolution_quoted_by_a_numbered_paragraph() -> None:
    quoted = "“The Security Council,\n\n“Noting the lamps,\n\n“1. Requests light.”\n\n"
    found = body(f"{PREAMBLE}1. Reaffirms its resolution, which reads:\n\n{quoted}2. Requests oil.\n")
    assert [kind for _, kind in found] == ["preambular", "operative", *["plain"] * 3, "operative"]
