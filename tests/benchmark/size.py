"""python -m tests.benchmark.size SITE: what a built site takes, by kind of page and file, in all and a text.

A page is an index.html of a kilobyte and more; what is smaller leads on from an old address: a stub,
counted apart.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_STUB = 1024  # bytes: what leads on from an old address has fewer
_CITED = b'class="rd-cited-work"'


@dataclass
class Sizes:
    """How many files and bytes there are of each kind, and of how many texts the site is."""

    texts: int
    kinds: dict[str, list[int]] = field(default_factory=dict)

    @property
    def pages(self) -> int:
        """Pages in all."""
        return sum(files for kind, (files, _) in self.kinds.items() if kind.startswith("page: "))

    @property
    def bytes(self) -> int:
        """Bytes in all, stubs included."""
        return sum(size for _, size in self.kinds.values())


def sizes(site: Path) -> Sizes:
    """Count the files of a site."""
    texts = {path.parent for path in site.rglob("work.json")}
    found = Sizes(len(texts))
    for path in sorted(site.rglob("*")):
        if path.is_file():
            files = found.kinds.setdefault(_kind(path, site, texts), [0, 0])
            files[0] += 1
            files[1] += path.stat().st_size
    return found


def _kind(path: Path, site: Path, texts: set[Path]) -> str:
    if path.parent in texts:
        return "page: a text" if path.suffix == ".html" else f"beside a text: {path.name}"
    first, *rest = path.relative_to(site).parts
    if path.suffix != ".html":
        alone = first == "data" and len(rest) < 3  # not the calendar of an actor, the feed of a body
        return f"{first}: {path.name}" if alone else f"{first if len(first) != 2 else rest[0]}: {path.suffix}"
    if path.stat().st_size < _STUB:
        return "stub"
    if _CITED in path.read_bytes():
        return "page: cited works, or one text that is not shown"
    return f"page: {'parallel' if path.parent.name == 'parallel' else rest[0] if len(rest) > 1 else 'home'}"


def table(found: Sizes) -> Iterator[str]:
    """The account for people, the largest first."""
    for kind, (files, size) in sorted(found.kinds.items(), key=lambda item: -item[1][1]):
        yield f"{kind:45}{files:7}{size / 1e6:9.2f} MB{size / found.texts / 1e3:8.1f} kB a text"
    stubs, of_stubs = found.kinds.get("stub", [0, 0])
    mega, texts = found.bytes / 1e6, found.texts
    yield f"{texts} texts: {mega:.1f} MB, {found.pages} pages, {stubs} stubs of {of_stubs / 1e3:.0f} kB"
    yield f"a text: {1000 * mega / texts:.1f} kB, {found.pages / texts:.1f} pages, {stubs / texts:.1f} stubs"


if __name__ == "__main__":
    print(
        json.dumps(sizes(Path(sys.argv[1])).kinds)
        if "--json" in sys.argv
        else "\n".join(table(sizes(Path(sys.argv[1]))))
    )
