"""Front matter: YAML above a page's Markdown, for the templates and for whoever reuses the files."""

from __future__ import annotations

from typing import Any

import yaml

_WIDE = 1_000_000  # never fold: a diff shows the line that changed


def page(meta: dict[str, Any], body: str) -> str:
    """A page: its front matter, then its Markdown."""
    return head(meta) + body


def head(meta: dict[str, Any]) -> str:
    """The front matter with its fences; keys keep their order, empty ones are left out."""
    kept = {key: value for key, value in meta.items() if value not in (None, [], {}, "")}
    dumped = yaml.dump(kept, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=_WIDE)
    return f"---\n{dumped}---\n"
