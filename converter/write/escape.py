"""Text from outside, made harmless. The one place where words become Markdown or HTML."""

from __future__ import annotations

import html
import re

# Characters that can begin Markdown or HTML syntax anywhere in a line.
_INLINE = re.compile(r"[\\`*_\[\]<>&{}|~#]|://")
# What is syntax only at the start of a block: headings, quotes, lists, rules, definition lists, admonitions.
_BLOCK_START = re.compile(r"^\s*(?:(?P<number>\d{1,9})(?P<point>[.)])(?=\s|$)|(?P<sign>[-+=:!?/^]))")
# A backslash before these is no escape to every reader.
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;", "~": "&#126;", "://": "&#58;//"}
# Python-Markdown keeps its own marks between these; readers of HTML replace NUL.
_PLACEHOLDERS = str.maketrans({"\x02": "\ufffd", "\x03": "\ufffd", "\x00": "\ufffd"})


def markdown(text: str, *, block_start: bool = False) -> str:
    """Escape `text` so that Markdown shows it literally; `block_start` when it opens a block."""
    if not text.isprintable():
        text = " ".join(text.translate(_PLACEHOLDERS).split("\n"))
    escaped = _INLINE.sub(_escape, text)
    return _BLOCK_START.sub(_guard_start, escaped).lstrip() if block_start else escaped


def _escape(match: re.Match[str]) -> str:
    return _ENTITIES.get(match[0]) or f"\\{match[0]}"


def _guard_start(match: re.Match[str]) -> str:
    return f"{match['number']}\\{match['point']}" if match["number"] else f"&#{ord(match['sign'])};"


def line(text: str) -> str:
    """Plain text on one line, for front matter."""
    return " ".join(text.translate(_PLACEHOLDERS).split())


def attribute(text: str) -> str:
    """Escape `text` for an HTML attribute's value."""
    return html.escape(text, quote=True)
