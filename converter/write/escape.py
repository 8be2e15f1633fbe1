"""Text from outside, made harmless. The one place where words become Markdown or HTML."""

from __future__ import annotations

import html
import re

from markupsafe import Markup

# Characters that can begin Markdown or HTML syntax anywhere in a line. At the end of a piece a link or a mark of ours
# may follow, of which a ! makes an image.
_INLINE = re.compile(r"[\\`*_\[\]<>&{}|~#^]|://|!\Z")
# What is syntax only at the start of a block: headings, quotes, lists, rules, definition lists, admonitions. A number
# of any length and in any digits begins a list for some reader.
_BLOCK_START = re.compile(r"^\s*(?:(?P<number>\d+)(?P<point>[.)])(?=\s|$)|(?P<sign>[-+=:!?/]))")
# Behind the mark of a note, [^1], these make a link or the note itself of it.
_AFTER_MARK = {"(": "\\(", ":": "&#58;"}
# A backslash before these is no escape to every reader.
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;", "~": "&#126;", "^": "&#94;", "://": "&#58;//"}
_LINE_ENDS = re.compile(r"\r\n|[\r\n]")
# Python-Markdown keeps its own marks between these; readers of HTML replace NUL.
_PLACEHOLDERS = str.maketrans({"\x02": "\ufffd", "\x03": "\ufffd", "\x00": "\ufffd"})


class Html(Markup):
    """Finished HTML: the rendering of Markdown that this module escaped, a drawing, a table made from such.

    The one type that a template takes as it is. Everything else is text, and is escaped there.
    """

    __slots__ = ()


def markdown(text: str, *, block_start: bool = False, after_mark: bool = False) -> str:
    """Escape `text` so that Markdown shows it literally, whatever link, mark or emphasis of ours stands beside it.

    `block_start` when it opens a block, `after_mark` when it follows the mark of a note.
    """
    if not text.isprintable():
        text = _LINE_ENDS.sub(" ", text.translate(_PLACEHOLDERS))
    escaped = _INLINE.sub(_escape, text)
    if after_mark and escaped[:1] in _AFTER_MARK:
        escaped = _AFTER_MARK[escaped[0]] + escaped[1:]
    return _BLOCK_START.sub(_guard_start, escaped).lstrip() if block_start else escaped


def _escape(match: re.Match[str]) -> str:
    return _ENTITIES.get(match[0]) or f"\\{match[0]}"


def _guard_start(match: re.Match[str]) -> str:
    return f"{match['number']}\\{match['point']}" if match["number"] else f"&#{ord(match['sign'])};"


def line(text: str) -> str:
    """Plain text on one line, for front matter."""
    return " ".join(text.translate(_PLACEHOLDERS).split())


# In a string of JSON these are the same as escapes; bare, they could end a script or a line of it.
_IN_SCRIPTS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def in_script(json: str) -> str:
    """JSON as a script may hold it, in a file or in a page."""
    return json.translate(_IN_SCRIPTS)


def attribute(text: str) -> str:
    """Escape `text` for an HTML attribute's value."""
    return html.escape(text, quote=True)
