"""Files of formats that no program writes: zips, XML, PDFs, pages and texts, each one strange in one way."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.costly import Costly
from tests.hostile.odd import akn, docx, html, pdf, text, zips
from tests.hostile.odd.zips import Made
from tests.hostile.raw_pdf import page


def odd() -> Iterator[Costly]:
    """All of them."""
    kinds: tuple[tuple[str, str, Made], ...] = (
        ("zip", ".docx", zips.zips()),
        ("docx", ".docx", docx.parts()),
        ("pdf", ".pdf", pdf.pdfs()),
        ("html", ".html", html.pages()),
        ("text", ".txt", text.texts()),
        ("akn", ".xml", akn.marked()),
    )
    for kind, ending, files in kinds:
        for name, make in files:
            yield Costly(f"{kind}: {name}", ending, "en", make)
    for ending in (".docx", ".html", ".pdf", ".txt"):  # one format under the name of another
        for name, data in (
            ("docx", zips.plain()),
            ("pdf", page(pdf.SHOWN)),
            ("page", b"<p>Lamps"),
            ("nothing", b""),
            ("zeros", bytes(9999)),
            ("all bytes", bytes(range(256)) * 99),
        ):
            yield Costly(f"{ending}: in truth {name}", ending, "en", lambda given=data: given)
