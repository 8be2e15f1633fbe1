"""What is longer than any resolution is refused by counts, at a place; what is long and real is not."""

from __future__ import annotations

import pytest

from converter.read import bounds, read_text, reader_here, reader_of
from converter.read.pdf import drawn, limits, streams
from tests.hostile.raw_pdf import form, form_in_itself, many_forms, nested_forms, page, pdf, stream
from tests.steps import assert_linear, assert_not_square, peak

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


OBJECTS = [("read-too-large", 1, 0)]
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 600 700]"
TWELVE = range(6, 18)


def twelve_deep(entries: str, *, packed: bool = False) -> bytes:
    """Forms of twelve levels; the name of the next one stands in their entries, or in the object where these lead."""
    forms = [stream(FORM + entries.format(next=n + 1, at=n + 14).encode(), b"/F Do " * 4) for n in TWELVE]
    last = stream(FORM, b"BT /A 9 Tf (Lamps) Tj ET")
    names = [b"<</XObject<</F %d 0 R>>>>" % (n + 1) for n in TWELVE]
    if packed:
        head = b" ".join(b"%d %d" % (n + 14, sum(map(len, names[: n - 6]))) for n in TWELVE) + b" "
        names = [stream(b"/Type/ObjStm/N 12/First %d" % len(head), head + b"".join(names), packed=True)]
    content = b"BT /A 12 Tf 72 700 Td (Lamps) Tj ET /F Do"
    return page(content, [*forms, last, b"null", *names], b"/XObject<</F 6 0 R>>")


@pytest.mark.parametrize(
    "data",
    [
        form_in_itself(),
        nested_forms(12, 4),
        twelve_deep("/Resources<</XObject<</F {next} 0 R>>>>"),
        twelve_deep("/Resources {at} 0 R"),
        twelve_deep("/Resources {at} 0 R", packed=True),
        twelve_deep("/Resources<</ExtGState<</G<<>>>>/XObject << /F {next} 0 R >> >>"),
        page(b"BT /A 1 Tf 72 700 Td " + b"(a)Tj " * (limits.MAX_OBJECTS + 1) + b"ET"),
        page(b"/F Do " * 400, [form(b"0 0 m 9 9 l S " * 1000, None)], b"/XObject<</F 6 0 R>>"),
    ],
    ids=[
        "in itself",
        "4 to the twelfth",
        "in a dictionary",
        "elsewhere",
        "packed elsewhere",
        "beside others",
        "pieces",
        "drawn often",
    ],
)
def test_what_would_be_drawn_too_often_is_refused_before_it_is(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """These took 1 GB and six seconds, and the limit of memory refused them."""
    monkeypatch.setattr("pypdfium2.PdfDocument", None)  # nothing may be opened
    assert refusals(".pdf", data) == OBJECTS


@pytest.mark.parametrize(
    "data",
    [
        form_in_itself(1),
        nested_forms(40, 1),
        nested_forms(6, 2),
        page(
            b"BT /A 9 Tf 72 700 Td (The Council of Lamps, at its third session) Tj ET " + b"/F Do " * 9,
            [form(b"0 0 m 9 9 l S " * 50, None)],
            b"/XObject<</F 6 0 R>>",
        ),
    ],
    ids=["in itself once", "40 deep", "2 to the sixth", "a letterhead drawn nine times"],
)
def test_what_is_drawn_as_often_as_may_be_is_read(data: bytes) -> None:
    assert drawn.draws_too_much(data) is None
    assert refusals(".pdf", data) == []


def test_the_page_that_draws_too_much_is_said() -> None:
    """The third of four pages, whose contents are a list in an object of its own."""
    leaf = b"<</Type/Page/Parent %d 0 R/Contents %d 0 R>>"
    much = stream(b"", b"(a)Tj " * (limits.MAX_OBJECTS + 1), packed=True)
    data = pdf([
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[7 0 R 3 0 R]/Count 4>>",
        b"<</Type/Pages/Parent 2 0 R/Kids[4 0 R 5 0 R]/Count 2>>", leaf % (3, 11), leaf % (3, 10), b"null",
        b"<</Type/Pages/Parent 2 0 R/Kids[8 0 R 9 0 R]/Count 2>>", leaf % (7, 10), leaf % (7, 10),
        stream(b"", b""), b"[10 0 R 12 0 R]", much,
    ])  # fmt: skip
    assert drawn.draws_too_much(data) == 3


def test_counting_what_is_drawn_grows_with_the_file() -> None:
    assert_linear(lambda size: drawn.draws_too_much(many_forms(size)), 300)
    assert_not_square(lambda size: drawn.draws_too_much(many_forms(size)), 300)


def test_as_many_pieces_as_may_be_are_read() -> None:
    row = b"1.2 0 Td (a) Tj " * 300 + b"-360 -6 Td "
    data = page(b"BT /A 2 Tf 72 700 Td " + row * (limits.MAX_TEXTS // 300) + b"ET")
    source, findings = reader_here(".pdf")(data, "x/en.pdf", "en")
    assert (source.text.count("a"), findings) == (limits.MAX_TEXTS, ())


@pytest.mark.parametrize("size", [streams._PIECE - 1, streams._PIECE, streams._PIECE + 1, 3 * streams._PIECE + 5])
def test_a_long_stream_is_unpacked_to_its_end(size: int) -> None:
    """Bytes behind the end of a stream were taken for more of it, for ever."""
    assert streams.are_whole(page(b" " * size))


def test_no_more_lines_are_looked_for_than_refuse_a_text() -> None:
    """7 MB of line ends took 1.1 GB: every place where a line may be cut was kept."""
    size = 1_000_000
    assert peak(lambda: read_text(b"\n" * size, "x/en.txt", "en")) < 20 * size


@pytest.mark.parametrize("line", ["\n", "a\tb\n"])
def test_no_more_lines_are_made_than_refuse_a_text(line: str) -> None:
    """7 MB of line ends took 37 s and 2 GB."""
    source, _ = read_text(line.encode() * (bounds.MAX_LINES + 500), "x/en.txt", "en")
    assert len(source.lines) == bounds.MAX_LINES + 1
