"""Citations in English: invariants on any text, work that grows with the text, and the findings on citations.

The forms themselves are examples of the profile (`en.examples.yml`, run by `test_citations`).
"""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from converter.cite import numbers
from converter.model import Severity
from tests.language_examples import language, read_citations, resolution
from tests.reading import converted
from tests.steps import assert_linear, assert_not_square

PIECES = [
    "resolution ", "resolutions ", "decision ", "its ", "the ", "General Assembly ", "Council ",
    "Security Council’s ", "and ", ", ", "; ", ". ", "to ", "of ", "in ", "thereof ", "60/251 ", "5/1 ",
    "1325 (2000) ", "1514 (XV) ", "242 1967 ", "S-26/2 ", "31/6 A and B ", "3419 A to D (XXX) ", "(514 (XV) ",
    "15 March 2006 ", "4 and 16 November 1948 ", "4 March ", "paragraph 3 ", "paragraphs 3 (a) and (b), 4 ",
    "section III ", "annex II ", "preambular ", "sub-paragraph (b) ", "entitled “Lamps” ", "A/HRC/49/68 ",
    "S$/26234 ", "S/ 10352 ", "(S/26480 and Add.1-3) ", "and Corr.1 ", "PRST/31/1 ", "statement of its President ",
    "Ibid. ", "See also ", "report of the Secretary-General ", "Official Records of the General Assembly (", ") ",
    "United Nations, Treaty Series, vol. 1, No. 2 ",
]  # fmt: skip


@settings(deadline=None)  # the first run compiles the patterns
@example("", "A/HRC/49/68 section III and 242 1967 ", "HRC")
@given(
    st.lists(st.sampled_from(PIECES), max_size=16).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.sampled_from(["HRC", "GA", "SC", "ECOSOC", None]),
)
def test_citations_lie_in_their_text(text: str, note: str, body: str | None) -> None:
    given_text = resolution("en", body, [text], ["preambular"], [note])
    texts = {"pp1": text, "fn:1": note}
    last = dict.fromkeys(texts, (0, 0))
    for citation in read_citations(given_text, language("en")).citations:
        printed = texts[citation.place]
        assert citation.text == printed[citation.start : citation.end]
        assert citation.start <= citation.main_start < citation.main_end <= citation.end <= len(printed)
        span = (citation.start, citation.end)
        assert span == last[citation.place] or citation.start >= last[citation.place][1], "citations overlap"
        last[citation.place] = span
        at = citation.start
        for pinpoint in citation.pinpoints:
            assert at <= pinpoint.start <= pinpoint.end <= citation.end
            inside = pinpoint.start < citation.main_end and citation.main_start < pinpoint.end
            assert not inside, "a pinpoint is no part of the work's name"
            at = pinpoint.end


HOSTILE = [
    "1 (1990) ", "resolutions 1 (1990), ", "paragraph 3 of ", "paragraphs 1, ", "S/12345 and Add.1, ",
    "resolution (514 (XV ", "See ibid.; ", "the Security Council in its ", "resolution 242 (1967) of 1, 2, 3, 4, ",
    "report of 5 May 1990 ", "resolution 5/1 and paragraphs 3 (a) and (b) ", "entitled “", "5/1 A, B, ",
    "this resolution, in particular paragraphs 1, ", "paragraphs 3 (5/1) of resolution 5/2, 1 and 2 of resolution ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_work_grows_with_the_text(piece: str) -> None:
    def cited(size: int) -> None:
        text = (piece * size)[:size]
        read_citations(resolution("en", "SC", [text], ["preambular"], [text]), language("en"))

    assert_linear(cited, 1000)
    assert_not_square(cited, 1000)


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("1819 (XVID)", "1819(XVII)"),
        ("1819 (XVIH)", "1819(XVIII)"),
        ("41 (1)", "41(I)"),
        ("I (1)", "1(I)"),
        ("110 (11)", "110(II)"),
        ("1102 A (11)", "1102A(XI)"),
        ("377/11", "377/11"),
        ("(514 (XV)", "1514(XV)"),
        ("841 1993", "841(1993)"),
        ("387 1976)", "387(1976)"),
        ("S11 (1982)", "511(1982)"),
        ("1503 (XLVIII)", "1503(XLVIII)"),
        ("1503 (XL)", "1503(XL)"),
        ("5/1", "5/1"),
        ("377 A (V)", "377A(V)"),
    ],
)
def test_misprints_that_leave_no_doubt_are_mended(printed: str, mended: str) -> None:
    assert numbers.mend(printed) == mended


# --- findings ---------------------------------------------------------------------------------------------------


def findings(words: str, code: str) -> list[tuple[int, Severity, str]]:
    """The findings with this code on a resolution of the Council whose first paragraph recalls these words."""
    text = (
        f"Resolution 9999 (2091)\nof 1 May 2091\n\nThe Security Council,\n\nRecalling {words},\n\n1. Decides to wait.\n"
    )
    found = converted("en", text).diagnostics
    return [(one.line, one.severity, one.message) for one in found if one.code == code]


def test_a_misprint_that_was_read_is_told() -> None:
    found = findings("documents S$/26234 and S/26235, and General Assembly resolution 1819 (XVID)", "citation-misprint")
    assert found == [
        (6, Severity.INFO, "“S$/26234” was read as S/26234"),
        (6, Severity.INFO, "“General Assembly resolution 1819 (XVID)” was read as A/RES/1819(XVII)"),
    ]


def test_a_number_without_its_brackets_is_told() -> None:
    [(_, _, message)] = findings("its resolution 841 1993 of 16 June 1993", "citation-misprint")
    assert "S/RES/841(1993)" in message


@pytest.mark.parametrize(
    "words",
    [
        "its resolutions 242 (1967), 338(1973) and 340 (1973) of 25 October 1973",
        "General Assembly resolutions 31/6 A and B, 377 A (V), 186 (S-2) and ES-7/11",
        "the statements PRST 8/2 and PRST/31/1",
        "the report S/12345 and Corr. 1 and Add.1 and 2 and the lists in A/31/53 and S/RES/1325 (2000)",
    ],
)
def test_what_is_printed_well_is_no_misprint(words: str) -> None:
    assert findings(words, "citation-misprint") == []


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("its resolution 242 (1967) of 22 November 1976", "1967"),
        ("General Assembly resolution 2145 (XXII) of 27 October 1966", "1967 or 1968"),
        ("General Assembly resolution 60/251 of 15 March 2016", ""),
    ],
)
def test_a_date_that_the_number_rules_out(words: str, year: str) -> None:
    code = "citation-year" if year else "citation-date"  # that of 60/251 is known
    [(line, _, message)] = findings(words, code)
    assert line == 6
    assert "cannot be of" in message if year else "is of 2006-03-15" in message
    assert year in message


def test_a_date_that_fits_the_number() -> None:
    words = "its resolution 242 (1967) of 22 November 1967 and General Assembly resolution 2372 (XXII) of 12 June 1968"
    assert findings(words, "citation-year") == []


DATED = [  # the documents of a chain, each with its date
    ("documents S/98101 and Add.1 of 3 May 2030 and Corr.1 of 7 June 2030", [None, "2030-05-03", "2030-06-07"]),
    ("the plan S/98101, Add.1 of 3 May 2030 and Add.2 of 7 June 2030", [None, "2030-05-03", "2030-06-07"]),
    ("the plan (S/98101) and Add.1 of 3 May 2030", [None, "2030-05-03"]),
    ("the plan S/98101 and Add.1 and 2 of 3 May 2030", ["2030-05-03"] * 3),
    ("the plan (S/98101 and Add.1) of 3 May 2030", ["2030-05-03"] * 2),
    ("his report of 3 May 2030 (S/98101 and Add.1 of 7 June 2030)", ["2030-05-03", "2030-06-07"]),
    ("documents A/98/308-S/98101 of 3 May 2030", ["2030-05-03"] * 2),
    ("documents A/98/L.1-A/98/L.3 of 3 May 2030", ["2030-05-03"] * 3),
    ("the letters dated 3, 4 and 5 May 2030 (S/98101-S/98103)", ["2030-05-03", "2030-05-04", "2030-05-05"]),
]


@pytest.mark.parametrize(("words", "days"), DATED, ids=[words for words, _ in DATED])
def test_a_date_is_of_the_documents_that_it_stands_with(words: str, days: list[str | None]) -> None:
    found = read_citations(resolution("en", "SC", f"Noting {words} on lamps,"), language("en"))
    assert [one.date for one in found.citations] == days
    assert found.said == ()


RANGES = [
    ("A/98/L.1-A/98/L.4", ["A/98/L.1", "A/98/L.2", "A/98/L.3", "A/98/L.4"], []),
    ("S/98101-S/98102", ["S/98101", "S/98102"], []),
    ("A/98/308-S/98101", ["A/98/308", "S/98101"], []),
    ("A/98/L.4-A/98/L.1", ["A/98/L.4", "A/98/L.1"], ["range-incomplete"]),
    ("A/98/12-A/99/14", ["A/98/12", "A/99/14"], ["range-incomplete"]),
    ("S/10001-S/98101", ["S/10001", "S/98101"], ["range-incomplete"]),
]


@pytest.mark.parametrize(("words", "targets", "codes"), RANGES, ids=[words for words, _, _ in RANGES])
@pytest.mark.parametrize("code", ["en", "zh", "ar"])
def test_a_range_of_symbols_of_one_organ_is_spread_out_or_said(
    code: str, words: str, targets: list[str], codes: list[str]
) -> None:
    text = {"en": "Noting documents {} on lamps,", "zh": "注意到{}号文件，", "ar": "وإذ يلاحظ الوثائق {}،"}[code]
    found = read_citations(resolution(code, "SC", text.format(words)), language(code))
    assert [one.target for one in found.citations] == targets
    assert [one.remark.code for one in found.said] == codes


@pytest.mark.parametrize("piece", ["S/98101-", "A/98/308-S/98101-", "S/98101-S/98102 and Add.1 of 3 May 2030-"])
def test_chains_of_symbols_cost_what_their_length_says(piece: str) -> None:
    def cited(size: int) -> None:
        text = (piece * size)[:size]
        read_citations(resolution("en", "SC", [text], ["preambular"], [text]), language("en"))

    assert_linear(cited, 2000)


VOLUMES = [
    ("A/98/49 (Vol. I and II)", ["A/98/49(Vol.I)", "A/98/49(Vol.II)"]),
    ("A/98/49 (Vol. I et II)", ["A/98/49(Vol.I)", "A/98/49(Vol.II)"]),
    ("A/98/49 (Vols. I, II y III)", ["A/98/49(Vol.I)", "A/98/49(Vol.II)", "A/98/49(Vol.III)"]),
    ("A/98/49 (Vol. I-III)", ["A/98/49(Vol.I)", "A/98/49(Vol.II)", "A/98/49(Vol.III)"]),
    ("A/98/49(Vol. I和II)", ["A/98/49(Vol.I)", "A/98/49(Vol.II)"]),
    ("A/98/49 (Vol. I и II)", ["A/98/49(Vol.I)", "A/98/49(Vol.II)"]),
    ("A/98/49 (Vol. I و II)", ["A/98/49(Vol.I)", "A/98/49(Vol.II)"]),
    ("A/98/49 (Vol. II)", ["A/98/49(Vol.II)"]),
    ("A/98/49 (Vol. I and II) and Corr.1", ["A/98/49(Vol.I)", "A/98/49(Vol.II)", "A/98/49/Corr.1"]),
]


@pytest.mark.parametrize(("words", "targets"), VOLUMES, ids=[words for words, _ in VOLUMES])
def test_each_volume_that_a_symbol_names_is_a_document(words: str, targets: list[str]) -> None:
    found = read_citations(resolution("en", "SC", f"Noting document {words} of 3 May 2030 on lamps,"), language("en"))
    assert [one.target for one in found.citations] == targets
    assert {one.date for one in found.citations} == {"2030-05-03"}
    assert found.said == ()


def test_a_list_of_a_thousand_numbers_behind_a_symbol_is_read_to_its_end() -> None:
    """Whether numbers behind commas end in a joint is found by going on, not by asking deeper and deeper."""
    listed = ", ".join(str(number) for number in range(2, 1200))
    text = resolution("en", "GA", f"Recalling documents A/48/1, {listed} and 1200,")
    found = {one.target for one in read_citations(text, language("en")).citations}
    assert {"A/48/1", "A/48/600", "A/48/1199", "A/48/1200"} <= found
