"""What is longer than any resolution is refused by counts, at a place; what is long and real is not."""

from __future__ import annotations

import pytest

from converter.read import bounds, read_text, reader_here, reader_of
from converter.read.pdf import limits, streams
from tests.hostile.raw_pdf import nested_forms, page

ENACTING = "The Council of Lamps,\n"
PARAGRAPH = "1. Decides that lamps shall burn from dusk to dawn in every harbour, and *requests* a report;\n"


def refusals(ending: str, data: bytes) -> list[tuple[str, int, int]]:
    source, findings = reader_here(ending)(data, f"x/en{ending}", "en")
    refused = [(one.code, one.page or one.line, one.column) for one in findings if one.severity == "error"]
    assert bool(source.lines) is not bool(refused)
    assert not refused or not source.text
    return refused


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a\n" * (bounds.MAX_LINES + 5), (bounds.MAX_LINES, 1)),
        ("a" * (bounds.MAX_CHARACTERS + 5), (1, bounds.MAX_CHARACTERS)),
        ("a\n" + "&" * (bounds.MAX_SIGNS + 5), (2, bounds.MAX_SIGNS)),
        ("a\n" + "*_" * bounds.MAX_SIGNS, (2, bounds.MAX_SIGNS)),
    ],
    ids=["lines", "characters", "ampersands", "stars"],
)
def test_a_text_that_is_too_long_is_refused_where_it_is(text: str, place: tuple[int, int]) -> None:
    assert refusals(".txt", text.encode()) == [("read-too-large", *place)]
    source, (finding,) = reader_of(".txt")(text.encode(), "x/en.txt", "en")
    assert (source.lines, finding.line, bool(finding.hint)) == ((), place[0], True)


def test_a_text_three_times_as_long_as_the_longest_resolution_is_read() -> None:
    text = ENACTING + PARAGRAPH * 12_000
    assert len(text) > 3 * 350_000
    assert refusals(".txt", text.encode()) == []


@pytest.mark.parametrize(
    "inside",
    ["<p>" + "&" * 50_000, "<p>a" * 110_000, "<pre>" + "a\n" * 21_000, "<p>" + "a " * 1_600_000, "<p>a" * 21_000],
    ids=["ampersands", "elements", "typed lines", "characters", "paragraphs"],
)
def test_a_page_that_is_too_long_is_refused(inside: str) -> None:
    (refused,) = refusals(".html", f"<main>{inside}</main>".encode())
    assert refused[0] in ("read-broken", "read-too-large")


def glyphs(step: bytes, count: int) -> bytes:
    return page(b"BT /A 1 Tf 72 700 Td " + (step + b" Td (a) Tj ") * count + b"ET")


@pytest.mark.parametrize(
    "data",
    [
        glyphs(b"0.01 0", 400_000),
        glyphs(b"0 0", 540_000),
        glyphs(b"0.01 -0.01", limits.MAX_TEXTS + 1),
        page(b"BT /A 1 Tf 72 700 Td " + (b"(" + b"a" * 32_000 + b") Tj ") * 9 + b"ET"),
        nested_forms(8, 4),
    ],
    ids=["in a row", "at one place", "each a row", "in long pieces", "in forms"],
)
def test_a_page_of_too_many_glyphs_is_refused(data: bytes) -> None:
    assert refusals(".pdf", data) == [("read-too-large", 1, 0)]


def test_as_many_pieces_as_may_be_are_read() -> None:
    data = glyphs(b"0.56 0", limits.MAX_TEXTS)
    source, findings = reader_here(".pdf")(data, "x/en.pdf", "en")
    assert (len(source.text), findings) == (limits.MAX_TEXTS, ())


@pytest.mark.parametrize("size", [streams._PIECE - 1, streams._PIECE, streams._PIECE + 1, 3 * streams._PIECE + 5])
def test_a_long_stream_is_unpacked_to_its_end(size: int) -> None:
    """Bytes behind the end of a stream were taken for more of it, for ever."""
    assert streams.are_whole(page(b" " * size))


@pytest.mark.parametrize("line", ["\n", "a\tb\n"])
def test_no_more_lines_are_made_than_refuse_a_text(line: str) -> None:
    """7 MB of line ends took 37 s and 2 GB."""
    source, _ = read_text(line.encode() * (bounds.MAX_LINES + 500), "x/en.txt", "en")
    assert len(source.lines) == bounds.MAX_LINES + 1
