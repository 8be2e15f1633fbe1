"""Front matter: YAML above a page's Markdown, for the templates and for whoever reuses the files.

Every value is written as JSON, which is YAML too: one line a key, one line an item of a list. So it is read by every
YAML reader, a diff shows the item that changed, and writing it takes a tenth of what a YAML emitter takes.
"""

from __future__ import annotations

import json
import re
from typing import Any

# What YAML 1.1 allows in a quoted string only as an escape (YAML 1.1, 5.1 and 5.4), but JSON leaves as it is.
_ESCAPED = re.compile("[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")

_encoded = json.JSONEncoder(ensure_ascii=False).encode  # what json.dumps does, which makes an encoder each time


def page(meta: dict[str, Any], body: str) -> str:
    """A page: its front matter, then its Markdown."""
    return head(meta) + body


def head(meta: dict[str, Any]) -> str:
    """The front matter with its fences; keys keep their order, empty ones are left out."""
    lines = ["---"]
    for key, value in meta.items():
        if value in (None, [], {}, ""):
            continue
        if isinstance(value, list):
            lines.append(f"{key}:")
            lines += [f"- {_json(item)}" for item in value]
        else:
            lines.append(f"{key}: {_json(value)}")
    return "\n".join([*lines, "---", ""])


def body(text: str) -> str:
    """A page's Markdown without its front matter."""
    return _parts(text)[1]


def read(text: str) -> tuple[dict[str, Any], str] | None:
    """The front matter and the Markdown of a page as `page` writes it; None for a page that others wrote."""
    lines, rest = _parts(text)
    meta: dict[str, Any] = {}
    key = ""
    try:
        for line in lines:
            if line.startswith("- "):
                meta[key].append(json.loads(line[2:]))
                continue
            key, value = line.split(":", 1)
            meta[key] = json.loads(value) if value else []
    except (ValueError, KeyError, AttributeError):
        return None
    return (meta, rest) if meta else None


def _parts(text: str) -> tuple[list[str], str]:
    """The lines of the front matter, and what follows it: as MkDocs cuts it."""
    if not text.startswith("---\n") or (end := text.find("\n---\n", 4)) < 0:
        return [], text
    return text[4:end].split("\n"), text[end + 5 :].lstrip("\n")


def _json(value: Any) -> str:
    return _ESCAPED.sub(_escape, _encoded(value))


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
