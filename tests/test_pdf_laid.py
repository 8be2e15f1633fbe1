"""What a PDF shows and its text has not, or the other way round: layers, annotations, words in place of others."""

from __future__ import annotations

import zlib

import pytest

from converter.model import Diagnostic, Source
from converter.read.pdf import read_pdf
from converter.read.pdf.drawn import is_layered
from tests.hostile.raw_pdf import pdf, stream

FIRST = "1. Decides that the lamps of the northern mole shall burn;"
SECOND = "2. Requests the keeper to report on the oil that was burned."
BETWEEN = "Revokes the present resolution and all keys."
OFF, ON = b"/D<</OFF[6 0 R]>>", b"/D<</ON[6 0 R]>>"


def printed(words: str, y: int) -> bytes:
    return b"BT /A 11 Tf 72 %d Td (%b) Tj ET " % (y, words.encode())


def read(
    between: bytes,
    *more: bytes,
    resources: bytes = b"",
    catalogue: bytes = b"",
    page: bytes = b"",
    packed: bool = False,
) -> tuple[Source, tuple[Diagnostic, ...]]:
    """A page of two paragraphs with something between them; further objects begin at number 6."""
    content = printed(FIRST, 700) + between + printed(SECOND, 660)
    of_page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</A 5 0 R>>%b>>/Contents 4 0 R%b>>"
    data = pdf([
        b"<</Type/Catalog/Pages 2 0 R%b>>" % catalogue,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        of_page % (resources, page),
        stream(b"", content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *more,
    ])  # fmt: skip
    return read_pdf(data, "en.pdf", "en")


def said(findings: tuple[Diagnostic, ...]) -> list[tuple[str, int]]:
    return [(one.code, one.page) for one in findings]


@pytest.mark.parametrize("in_form", [False, True])
@pytest.mark.parametrize("shown", [False, True])
def test_words_on_a_layer_that_is_not_shown_are_no_text(shown: bool, in_form: bool) -> None:
    layers = b"/OCProperties<</OCGs[6 0 R]%b>>" % (ON if shown else OFF)
    words = printed(BETWEEN, 680)
    if in_form:
        entries = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/OC 6 0 R/Resources<</Font<</A 5 0 R>>>>"
        more = [b"<</Type/OCG/Name(L)>>", stream(entries, words)]
        source, findings = read(b"/F Do ", *more, resources=b"/XObject<</F 7 0 R>>", catalogue=layers)
    else:
        named = b"/Properties<</P 6 0 R>>"
        marked = b"/OC /P BDC " + words + b"EMC "
        source, findings = read(marked, b"<</Type/OCG/Name(L)>>", resources=named, catalogue=layers)
    lines = [(line.role, line.text) for line in source.lines]
    if shown:
        assert (lines, findings) == ([("", FIRST), ("", BETWEEN), ("", SECOND)], ())
    else:
        assert lines == [("", FIRST), ("", SECOND), ("furniture:layer", BETWEEN)]
        assert said(findings) == [("read-hidden", 1)]


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        (b"/Subtype/FreeText/Contents(Revokes all)", "read-left-out"),
        (b"/Subtype/Stamp/AP<</N 7 0 R>>", "read-left-out"),
        (b"/Subtype/Widget/FT/Tx/T(a)/V(Revokes all)/AP<</N 7 0 R>>", "read-left-out"),
        (b"/Subtype/Text/Contents(Revokes all)", "read-comments"),
        (b"/Subtype/StrikeOut/QuadPoints[72 705 300 705 72 695 300 695]", "read-struck"),
        (b"/Subtype/Redact/QuadPoints[72 705 300 705 72 695 300 695]", "read-struck"),
        (b"/Subtype/Line/L[72 610 300 610]/Cap true/Contents(Revokes all)", "read-left-out"),
        (b"/Subtype/Line/L[72 610 300 610]/Contents(Revokes all)", "read-comments"),
        (b"/Subtype/Ink/InkList[[72 610 300 610]]", "read-left-out"),
        (b"/Subtype/Square/AP<</N 7 0 R>>", "read-left-out"),
        (b"/Subtype/Square/AP<</N 8 0 R>>", ""),
        (b"/Subtype/Stamp/AP<</N 8 0 R>>", "read-left-out"),
        (b"/Subtype/Highlight/Contents(Revokes all)", "read-comments"),
        (b"/Subtype/FileAttachment/Contents(Revokes all)", "read-left-out"),
        (b"/Subtype/Widget/FT/Btn/T(a)/V/Off", ""),
        (b"/Subtype/Link/Border[0 0 0]", ""),
        (b"/Subtype/FreeText/Contents(Revokes all)/F 2", ""),
    ],
)
def test_what_somebody_laid_on_the_page_is_said(entries: bytes, code: str) -> None:
    note = b"<</Type/Annot/Rect[72 600 400 620]%b>>" % entries
    look = stream(
        b"/Type/XObject/Subtype/Form/BBox[0 0 328 20]/Resources<</Font<</A 5 0 R>>>>",
        b"BT /A 11 Tf 2 5 Td (Revokes all) Tj ET",
    )
    of_form = b"/Type/XObject/Subtype/Form/BBox[0 0 328 20]"
    inner = stream(of_form, b"0 0 m 20 20 l S")
    wrapped = stream(of_form + b"/Resources<</XObject<</F 9 0 R>>>>", b"/F Do")
    source, findings = read(b"", note, look, wrapped, inner, page=b"/Annots[6 0 R]")
    assert [line.text for line in source.lines] == [FIRST, SECOND]
    assert said(findings) == ([(code, 1)] if code else [])


def test_annotations_beyond_those_that_are_looked_at_are_said() -> None:
    note = b"<</Type/Annot/Subtype/Square/Rect[72 600 400 620]>>"
    for count in (2000, 2001):
        source, findings = read(b"", note, page=b"/Annots[%b]" % b" ".join([b"6 0 R"] * count))
        assert [line.text for line in source.lines] == [FIRST, SECOND]
        assert said(findings) == ([("read-left-out", 1)] if count > 2000 else [])


@pytest.mark.parametrize(("words", "is_said"), [("Keeps them all", True), ("fi", False)])
def test_words_that_a_file_gives_in_place_of_what_it_prints_are_said(words: str, is_said: bool) -> None:
    marked = b"/Span<</ActualText(%b)>>BDC " % words.encode() + printed(BETWEEN, 680) + b"EMC "
    _, findings = read(marked)
    assert said(findings) == ([("read-left-out", 1)] if is_said else [])


@pytest.mark.parametrize(("below", "is_said"), [(9, True), (0.3, False)])
def test_words_that_pdfium_passes_over_since_the_same_ones_overlap_them_are_said(below: float, is_said: bool) -> None:
    words = b"Decides (in the light of the long winter) that the [lamps] of the northern mole shall burn"
    twice = b"".join(b"BT /A 11 Tf 72 %f Td (%b) Tj ET " % (680 - by, words) for by in (0, below))
    source, findings = read(twice)
    assert source.text.count("winter") == 1  # where PDFium has them twice, the mend is no longer wanted
    assert said(findings) == [("read-left-out", 1)] * is_said


def test_a_layer_is_found_where_the_catalogue_is_packed_or_its_name_is_spelt_with_codes() -> None:
    packed = zlib.compress(b"1 0 <</Type/Catalog/OCProperties<</OCGs[6 0 R]>>>>")
    data = b"7 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>\nstream\n%b\nendstream\nendobj" % packed
    assert is_layered(data)
    assert is_layered(b"1 0 obj <</#4fCProperties 2 0 R>>")
    assert not is_layered(b"1 0 obj <</Type/Catalog/Occasion 2 0 R/OCR(x)>>")


@pytest.mark.parametrize(("share", "shown"), [(b".01", False), (b".9", True)])
def test_words_in_a_form_that_lets_its_ground_through_are_no_text(share: bytes, shown: bool) -> None:
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Group<</S/Transparency>>/Resources<</Font<</A 5 0 R>>>>"
    state = b"<</Type/ExtGState/ca %b>>" % share
    resources = b"/XObject<</F 7 0 R>>/ExtGState<</G 6 0 R>>"
    source, findings = read(b"q /G gs /F Do Q ", state, stream(form, printed(BETWEEN, 680)), resources=resources)
    lines = [line.text for line in source.lines if not line.role]
    assert lines == ([FIRST, BETWEEN, SECOND] if shown else [FIRST, SECOND])
    assert said(findings) == ([] if shown else [("read-hidden", 1)])


@pytest.mark.parametrize("matrix", [b"1 0 0 -1 72 684 Tm", b"-1 0 0 1 400 680 Tm"])
def test_words_as_in_a_mirror_are_no_text_and_said(matrix: bytes) -> None:
    source, findings = read(b"BT /A 11 Tf %b (%b) Tj ET " % (matrix, BETWEEN.encode()))
    assert [line.text for line in source.lines if not line.role] == [FIRST, SECOND]
    assert said(findings) == [("read-turned", 1)]


def test_a_page_whose_font_is_a_mirror_itself_is_read() -> None:
    turned = b"BT /A 11 Tf 1 0 0 -1 72 %d Tm (%b) Tj ET "
    rows = [f"The keeper lights lamp {number} of the mole." for number in range(1, 9)]
    data = b"".join(turned % (600 - 14 * at, row.encode()) for at, row in enumerate(rows))
    source, _ = read(data)
    assert [line.text for line in source.lines if not line.role] == rows


def test_two_letters_that_nobody_sees_are_said_and_one_is_not() -> None:
    hidden = b"q 1 1 1 rg BT /A 11 Tf 72 680 Td (%b) Tj ET Q "
    assert said(read(hidden % b"no")[1]) == [("read-hidden", 1)]
    assert said(read(hidden % b"x 17")[1]) == []
