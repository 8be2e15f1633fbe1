"""Texts that nobody types."""

# ruff: noqa: E501 - markup reads better in one piece
from __future__ import annotations

from tests.hostile.odd.zips import Made

_BODY = "The Council of Lamps,\n\nRecalling its resolution 1/2,1\n\n1. Decides that lamps shall burn; {}\n\n2. Requests a report.\n\n 1 See A/1/3.\n"


def _signs() -> Made:
    """Words that are markup elsewhere, and signs of every kind."""
    said = (
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))", "![a](x)", "<javascript:x>", "```\nx\n```", "~~~", "{: onclick=alert(1) }", "{: #x .y }",
        "[^1]: x", "[a]: x", "*a* **b** ***c***", "__a__", "`a`", "# a", "> a", "- a", "+ a", "---", "===", "| a | b |\n| --- | --- |", "!!! note", "??? note", "=== \"x\"", ":::", "--8<-- \"/etc/passwd\"",
        "{{ config }}", "{% include '/etc/passwd' %}", "${7*7}", "<!-- x", "-->", "<?x?>", "]]>", "&amp;&lt;&#60;&#x3c;", "\\", "\\\\*", "a  \nb", "\ta", "    a", "http://x.y", "www.x.y", "a@b.c", ":smile:", "H~2~O", "x^2^", "==a==", "++a++", "(c) (tm)", "[[x]]", "[TOC]", "*[HTML]: x", "Term\n: x", "[x]", "[ ] x",
        "\u202ealert\u202c", "\u2066a\u2069", "\u200b\u200c\u200d\ufeff", "\u0301" * 5000, "a" + "\u0489" * 5000, "\ufffd", "\ufdd0\uffff", "\u0085\u2028\u2029", "\v\f\x1c\x1d", "\0", "\x1b[31m", "\r", "\a\b", "\U000e0041" * 900, "\ud7ff", "\ue000", "\U0010ffff", "１２３（ａ）", "ﷺ" * 500, "𝟏𝟐", "½²①", "0" * 5000, "9" * 5000, "1/" * 900, "A/" * 900, "(" * 5000, ")" * 5000, "(a)" * 900, "1. " * 900, "І\u0456", "İıſK", "ß" * 900, "ﬁ" * 900,
    )  # fmt: skip
    for one in said:
        yield f"with {one[:24]!r}", lambda given=one: _BODY.format(given).encode()
        if len(one) < 30:
            yield f"begins with {one[:24]!r}", lambda given=one: f"{given}\n{_BODY.format('')}{given}".encode()


def _bytes() -> Made:
    """Encodings, bytes and line ends."""
    for code in (
        "utf-16",
        "utf-16-le",
        "utf-32",
        "utf-8-sig",
        "cp1252",
        "gb18030",
        "cp1256",
        "koi8-r",
        "utf-7",
        "cp037",
    ):
        yield f"in truth {code}", lambda given=code: _BODY.format("café").encode(given, "replace")
    for data in (
        b"\xff",
        b"\xc0\xaf",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"\xe2\x82",
        b"\xef\xbb\xbf" * 9,
        b"\x80" * 999,
    ):
        yield f"with the bytes {data[:8]!r}", lambda given=data: _BODY.format("\0").encode().replace(b"\0", given)
    for end in ("\r", "\r\n", "\n\r", "\x85", "\u2028", "\f"):
        yield f"lines that end with {end!r}", lambda given=end: _BODY.format("").replace("\n", given).encode()


def texts() -> Made:
    """All of them."""
    yield from _signs()
    yield from _bytes()
