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


def _json(value: Any) -> str:
    return _ESCAPED.sub(_escape, json.dumps(value, ensure_ascii=False))


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
