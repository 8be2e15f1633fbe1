"""Files of up to 7 MB, made to take as long as they can: each a name, its ending, its language and its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tests.documents.word import Xml, docx, level, lists, mark, note, p, r, row, table
from tests.hostile.raw_pdf import form_in_itself, many_forms, nested_forms, packed_in_hex, page

MOST = 7_000_000  # bytes
_ENACTING = {
    "en": "The Council of Lamps,\n",
    "fr": "Le Conseil des phares,\n",
    "es": "El Consejo de Faros,\n",
    "ru": "Совет по маякам,\n",
    "zh": "灯塔理事会，\n",
    "ar": "إن مجلس المنارات،\n",
}
_DECIDES = {
    "en": "Decides to remain seized of the matter",
    "fr": "Décide de rester saisi de la question",
    "es": "Decide seguir ocupándose de la cuestión",
    "ru": "постановляет продолжать заниматься этим вопросом",
    "zh": "决定继续处理此事",
    "ar": "يقرر أن يبقي المسألة قيد نظره",
}


class Costly(NamedTuple):
    """A file that takes long, or that would without its bounds."""

    name: str
    ending: str
    lang: str
    make: Callable[[], bytes]


def _html(inside: str) -> bytes:
    return f"<!doctype html><meta charset=utf-8><main><p>The Council of Lamps,</p>{inside}</main>".encode()[:MOST]


def _drawn(step: float, count: int, size: float = 1) -> bytes:
    """Glyphs drawn one by one, each so far from the one before."""
    return page(b"BT /A %.2f Tf 72 700 Td " % size + b"%.2f 0 Td (a) Tj " % step * count + b"ET")


def _typed(lang: str, count: int, label: str = "{n}. ") -> bytes:
    words = _DECIDES[lang]
    return (_ENACTING[lang] + "".join(f"{label.format(n=n)}{words}.\n" for n in range(1, count)))[:MOST].encode()[:MOST]


def costly() -> Iterator[Costly]:
    """All of them."""
    for made in (_html_files, _pdf_files, _text_files, _docx_files):
        yield from made()


def _html_files() -> Iterator[Costly]:
    """Elements, links and signs that are many, or deep."""
    for size in (300_000, 6_900_000):
        yield Costly(f"html: {size} ampersands", ".html", "en", lambda n=size: _html("<p>1. Decides " + "&" * n))
    yield Costly(
        "html: 50000 links",
        ".html",
        "en",
        lambda: _html(
            "".join(
                f'<p id=a{n}>1. Decides <a href="#n{n}">{n % 999}</a>,<p id=n{n}><a href="#a{n}">{n % 999}</a> A.'
                for n in range(25_000)
            )
        ),
    )
    yield Costly(
        "html: 50000 links in a paragraph",
        ".html",
        "en",
        lambda: _html("<p>" + "".join(f'<a href="#n{n}">{n % 999}</a> ' for n in range(50_000))),
    )
    yield Costly("html: 300000 lines in pre", ".html", "en", lambda: _html("<pre>" + "The lamps burn\n" * 300_000))
    yield Costly("html: pre, numbered", ".html", "en", lambda: _html("<pre>" + _typed("en", 90_000).decode()))
    yield Costly("html: 290000 elements", ".html", "en", lambda: _html("<p><b>a</b>" * 145_000))
    yield Costly("html: nested boxes", ".html", "en", lambda: _html("<div>" * 190 + "<p>a" * 140_000))
    yield Costly("html: cells", ".html", "en", lambda: _html("<table border=1>" + ("<tr>" + "<td>a" * 9) * 25_000))
    yield Costly("html: a list", ".html", "en", lambda: _html("<ol>" + "<li>a lamp" * 140_000))
    yield Costly("html: raised numbers", ".html", "en", lambda: _html("<p>lamps<sup>1</sup>" * 90_000))


def _pdf_files() -> Iterator[Costly]:
    """Glyphs, rules and forms that are many, or drawn again and again."""
    yield Costly("pdf: 400000 glyphs in a row", ".pdf", "en", lambda: _drawn(0.01, 400_000))
    yield Costly("pdf: 59000 glyphs in a row", ".pdf", "en", lambda: _drawn(0.01, 59_000))
    yield Costly(
        "pdf: 59000 glyphs, each a row",
        ".pdf",
        "en",
        lambda: page(b"BT /A 1 Tf 72 700 Td " + b"0.01 -0.01 Td (a) Tj " * 59_000 + b"ET"),
    )
    yield Costly("pdf: 540000 glyphs at one place", ".pdf", "en", lambda: _drawn(0, 540_000))
    yield Costly("pdf: 59000 glyphs at one place", ".pdf", "en", lambda: _drawn(0, 59_000))
    yield Costly(
        "pdf: 59000 spaces", ".pdf", "en", lambda: page(b"BT /A 1 Tf 72 700 Td (" + b"a  " * 20_000 + b") Tj ET")
    )
    yield Costly(
        "pdf: 200000 rules",
        ".pdf",
        "en",
        lambda: page(
            b"BT /A 9 Tf 72 700 Td (Lamps) Tj ET "
            + b"".join(b"%d %d 60 1 re f " % (n % 500, n % 700) for n in range(200_000))
        ),
    )
    yield Costly("pdf: form in itself", ".pdf", "en", form_in_itself)
    yield Costly("pdf: form in itself once", ".pdf", "en", lambda: form_in_itself(1))
    yield Costly("pdf: forms 12 deep, in hex", ".pdf", "en", lambda: packed_in_hex(nested_forms(12, 4)))
    for count in (250_000, 9_000_000):
        yield Costly(
            f"pdf: {count} pieces", ".pdf", "en", lambda n=count: page(b"BT /A 1 Tf 9 9 Td " + b"(a)Tj " * n + b"ET")
        )
    yield Costly("pdf: 19000 forms of one long dictionary", ".pdf", "en", lambda: many_forms(19_000))
    for depth, times in ((6, 4), (8, 4), (12, 4), (30, 1), (200, 1)):
        name = f"pdf: forms {depth} deep, {times} times each"
        yield Costly(name, ".pdf", "en", lambda d=depth, t=times: nested_forms(d, t))


def _text_files() -> Iterator[Costly]:
    """Paragraphs, labels and signs again and again."""
    for lang in _ENACTING:
        yield Costly(f"text: 20000 paragraphs, {lang}", ".txt", lang, lambda code=lang: _typed(code, 20_000))
        yield Costly(f"text: as many paragraphs as fit, {lang}", ".txt", lang, lambda code=lang: _typed(code, 200_000))
        yield Costly(f"text: sub-paragraphs, {lang}", ".txt", lang, lambda code=lang: _typed(code, 100_000, "(a) "))
        yield Costly(f"text: notes, {lang}", ".txt", lang, lambda code=lang: _typed(code, 100_000, " {n} "))
    for sign in "&<*_[`\\|#~{(1aA.,;:'\"/-+ \t\n":
        for size in (100_000, 1_140_000, 6_900_000):
            yield Costly(
                f"text: {size} times {sign!r}",
                ".txt",
                "en",
                lambda s=sign, n=size: ("The Council of Lamps,\n1. Decides " + s * n).encode(),
            )
    for unit in (
        "A/1 ",
        "resolution 1/2, ",
        "[1] ",
        "(a) ",
        "&a;",
        "\\*",
        "<b>",
        "1\n",
        "1. \n",
        "(a)\n",
        "A\t1\n",
        "word1\n",
        "a 1 See ",
        "lamps,1 ",
    ):
        yield Costly(
            f"text: {unit!r} again and again",
            ".txt",
            "en",
            lambda s=unit: ("The Council of Lamps,\n1. Decides " + s * (1_140_000 // len(s))).encode(),
        )


def _docx_files() -> Iterator[Costly]:
    """Paragraphs, runs, cells and notes that are many."""
    yield Costly("docx: 140000 paragraphs", ".docx", "en", lambda: docx(p("The Council,"), p("Lamps") * 70_000))
    yield Costly("docx: runs", ".docx", "en", lambda: docx(p("The Council,"), p(*[r("a", "<w:b/>")] * 60_000)))
    yield Costly(
        "docx: cells", ".docx", "en", lambda: docx(p("The Council of Lamps," * 9), table(*[row(*"abcdefgh")] * 7000))
    )
    yield Costly(
        "docx: numbered",
        ".docx",
        "en",
        lambda: docx(
            Xml(p("Decides", num=(1, 0)) * 35_000),
            numbering=lists({0: level(0, "decimal", "%1.")}, {1: (0, "")}),
        ),
    )
    yield Costly(
        "docx: notes",
        ".docx",
        "en",
        lambda: docx(
            p("The Council,"),
            *(p("Lamps", mark(n)) for n in range(1, 20_000)),
            footnotes="".join(note(n, "Lamps") for n in range(1, 20_000)),
        ),
    )
    yield Costly("docx: a word of 6 MB", ".docx", "en", lambda: docx(p("The Council,"), p("a" * 6_000_000)))
    yield Costly("docx: 6 MB of ampersands", ".docx", "en", lambda: docx(p("The Council,"), p("&" * 1_000_000)))
