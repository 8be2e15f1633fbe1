"""What we measure against: MkDocs with Material and its own search on the very Markdown that we stage.

It is the fastest such site that we know of: a small navigation, every other page outside of it, pruned. Front matter
that names our templates is taken out, the rest of a page stays as it is.
"""

from __future__ import annotations

import re
import shutil
from importlib.util import find_spec
from pathlib import Path

from converter.project import Project

_OURS = re.compile(r"^(?:template|search|redirect):.*\n", re.MULTILINE)
_CONFIG = """\
site_name: {name}
docs_dir: docs
site_dir: site
theme:
  name: material
  language: zh
  font: false
  features: [content.footnote.tooltips, navigation.prune, navigation.tabs, navigation.top]
plugins:
  - search: {{lang: zh}}
markdown_extensions: [attr_list, footnotes]
nav:
  - {name}: zh/index.md
not_in_nav: |
  /**
validation:
  nav: {{omitted_files: ignore}}
  links: {{not_found: ignore, anchors: ignore, unrecognized_links: ignore}}
"""


def write_baseline(project: Project, folder: Path) -> int:
    """Write the plain project into `folder`. Returns the number of its pages."""
    docs = folder / "docs"
    shutil.copytree(project.root / "docs", docs)
    shutil.copytree(project.pages, docs, dirs_exist_ok=True)
    pages = sorted(docs.rglob("*.md"))
    for page in pages:
        page.write_text(_plain(page.read_text(encoding="utf-8")), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_CONFIG.format(name="Baseline"), encoding="utf-8")
    return len(pages)


def _plain(text: str) -> str:
    head, mark, body = text.partition("\n---\n") if text.startswith("---\n") else ("", "", text)
    return _OURS.sub("", f"{head}\n")[:-1] + mark + body if mark else text


def segments_chinese() -> bool:
    """Whether the built-in search has the package that cuts Chinese into words; without it, it does less work."""
    return find_spec("jieba") is not None
