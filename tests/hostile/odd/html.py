"""Pages that no program writes."""

# ruff: noqa: PLW0108 - markup reads better in one piece
from __future__ import annotations

from tests.hostile.odd.zips import Made

_WORDS = "<p>The Council of Lamps,<p>1. Decides {}<p>2. Requests a report."


def _elements() -> Made:
    """Elements without end, and what no page should hold."""
    for tag in (
        "div",
        "b",
        "font",
        "p",
        "table><tr><td",
        "ol><li",
        "svg",
        "math",
        "select",
        "button",
        "template",
        "iframe",
        "noscript",
        "title",
        "textarea",
        "plaintext",
        "frameset",
        "marquee",
        "a href=#x",
        "sup",
        "ruby",
        "details",
    ):
        yield f"5000 of <{tag}>", lambda given=tag: _WORDS.format(f"<{given}>" * 5000 + "lamps").encode()
    for inside in (
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        "<base href='http://localhost:1/'>",
        "<meta http-equiv=refresh content='0;url=x'>",
        "<object data=x>",
        "<style>*{display:none}</style>",
        "<![CDATA[x]]>",
        "<?php x ?>",
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>&a;",
        "<xml id=x>",
        "<!--[if IE]>x<![endif]-->",
        "<!-- never ends",
        "<script>never ends",
        "<a href='never ends",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#0;&#x110000;&#xD800;&#99999999999;&notanentity;",
        "&nbsp;" * 9000,
        "\0" * 9000,
        "\ufeff" * 900,
        "\u202e\u2066" * 900,
        "a\u0301" + "\u0301" * 50_000,
    ):
        yield f"with {inside[:30]!r}", lambda given=inside: _WORDS.format(given).encode()


def _encodings() -> Made:
    """Encodings that it says, and those that it is in."""
    for code in (
        "utf-7",
        "utf-16",
        "utf-16be",
        "utf-32",
        "iso-2022-jp",
        "hz-gb-2312",
        "gb18030",
        "big5",
        "shift_jis",
        "koi8-r",
        "windows-1256",
        "x-user-defined",
        "replacement",
        "rot13",
        "idna",
        "zlib",
        "a" * 9000,
    ):
        yield (
            f"it says {code[:20]}",
            lambda given=code: (
                f"<meta charset={given}>".encode() + _WORDS.format("灯塔 café +ADw-script+AD4- é").encode()
            ),
        )
    for code in ("utf-16", "utf-16-be", "utf-32", "gb18030", "cp1256", "koi8-r", "cp1252", "utf-8-sig"):
        yield f"in truth {code}", lambda given=code: _WORDS.format("lamps é").encode(given, "replace")


def _large() -> Made:
    """Attributes, names, tables and lists of any size."""
    yield "an attribute of 6 MB", lambda: f"<p title='{'x' * 6_000_000}'>{_WORDS.format('x')}".encode()
    yield "100000 attributes", lambda: f"<p {' '.join(f'a{n}=x' for n in range(100_000))}>{_WORDS.format('x')}".encode()
    yield "a name of 5 MB", lambda: f"<{'x' * 5_000_000}>{_WORDS.format('x')}".encode()
    yield "a style of 3 MB", lambda: f"<p style='{'a:b;' * 800_000}'>{_WORDS.format('x')}".encode()
    yield (
        "a table of 3000 columns",
        lambda: _WORDS.format("<table border=1><tr>" + "<td>a" * 3000 + "<tr><td>b</table>").encode(),
    )
    for span in ("99999999", "-1", "0", "x"):
        yield (
            f"a cell over {span}",
            lambda given=span: _WORDS.format(
                f"<table border=1><tr><td colspan={given} rowspan={given}>a<td>b<tr><td>c</table>"
            ).encode(),
        )
    for start in ("99999999999999999999", "-5", "x", "0"):
        yield (
            f"a list from {start}",
            lambda given=start: _WORDS.format(f"<ol start={given}><li value={given}>lamps<li>oil</ol>").encode(),
        )
    yield (
        "a list of kinds",
        lambda: _WORDS.format("".join(f"<ol type={kind} start=5000><li>lamps</ol>" for kind in "1aAiIx")).encode(),
    )
    yield (
        "two links to each other, 9000 times",
        lambda: _WORDS.format("<a id=a href=#b>1</a><a id=b href=#a>1</a>" * 9000).encode(),
    )


def pages() -> Made:
    """All of them."""
    yield from _elements()
    yield from _encodings()
    yield from _large()
