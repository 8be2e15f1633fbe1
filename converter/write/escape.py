"""Text from outside, made harmless. The one place where words become Markdown or HTML."""

from __future__ import annotations

import html
import re

# Characters that can begin Markdown or HTML syntax anywhere in a line.
_INLINE = re.compile(r"[\\`*_\[\]<>&{}|~]")
# What is syntax only at the start of a block: headings, quotes, lists, rules, definition lists, admonitions.
_BLOCK_START = re.compile(r"^(?:(\d{1,9})([.)])(?=\s|$)|([-+=:#!?/^])|(\s+))")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_PLACEHOLDERS = str.maketrans({"\x02": "\ufffd", "\x03": "\ufffd", "\x00": "\ufffd"})


def markdown(text: str, *, block_start: bool = False) -> str:
    """Escape `text` so that Markdown shows it literally; `block_start` when it opens a block."""
    text = text.translate(_PLACEHOLDERS)
    escaped = _INLINE.sub(lambda match: _ENTITIES.get(match[0]) or f"\\{match[0]}", text)
    escaped = escaped.replace("://", "&#58;//").replace("\n", " ")
    if block_start:
        escaped = _BLOCK_START.sub(_guard_start, escaped)
    return escaped


def _guard_start(match: re.Match[str]) -> str:
    if match[1]:
        return f"{match[1]}\\{match[2]}"
    if match[3]:
        return f"&#{ord(match[3])};"
    return ""


def attribute(text: str) -> str:
    """Escape `text` for an HTML attribute's value."""
    return html.escape(text, quote=True)
