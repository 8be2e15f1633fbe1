"""PDF: bytes → Source, by where the characters stand on the page.

The lines come in reading order and without indentation: `gap` says where a paragraph begins, be it shown by space
or by indentation. Furniture, notes, headings and the rows of ruled tables are said by `role`, raised digits and stars
by `marks`. A file that cannot be read for certain is refused as a whole, with a diagnostic and no lines.
"""

from __future__ import annotations

from converter.model import Diagnostic, Line, Source
from converter.read.pdf.account import difference
from converter.read.pdf.limits import CannotReadError
from converter.read.pdf.lines import lines_of
from converter.read.pdf.refusal import doubts, order_refusal, refusal_of, unreadable

FORMAT = "pdf"


def read_pdf(
    data: bytes, path: str, lang: str, *, accept_recognised: bool = False
) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Read `data` as the PDF at `path`. Returns the source (without lines when it is refused) and findings.

    A text that a machine recognised on pictures of the pages is refused unless it is to be accepted.
    """
    from converter.read.pdf.engine import sheets  # noqa: PLC0415 - PDFium is loaded only where there is a PDF

    try:
        pages = list(sheets(data))
    except CannotReadError as error:
        return _source(path, lang, ()), (unreadable(error, path),)
    refused = refusal_of(pages, path, accept_recognised=accept_recognised)
    if refused:
        return _source(path, lang, ()), tuple(refused)
    source = _source(path, lang, tuple(lines_of(pages)))
    if disordered := order_refusal(source):
        return _source(path, lang, ()), (disordered,)
    different = difference(pages, source)
    return source, (*([different] if different else []), *doubts(pages, source))


def _source(path: str, lang: str, lines: tuple[Line, ...]) -> Source:
    text = "\n".join(line.text for line in lines)
    return Source(path, lang, FORMAT, text, lines, knows_marks=True)
