"""Say in Markdown what changed between two builds: works, citations gained and lost, diagnostics.

In: two folders of `converter inspect` output, one `<work>.<language>.json` each (see `inspect_all.py`). Out:
Markdown on stdout, for a pull request's summary. What the texts say is shown as code, never interpreted.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Inspected = Mapping[str, object]
Line = tuple[str, ...]

_OWN_SECTION = ("citations", "diagnostics")
_LONGEST = 160
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs. Each line is the expression's name, then what there is to say of it."""

    added: tuple[Line, ...]
    removed: tuple[Line, ...]
    changed: tuple[Line, ...]
    citations_gained: tuple[Line, ...]
    citations_lost: tuple[Line, ...]
    diagnostics_new: tuple[Line, ...]
    diagnostics_gone: tuple[Line, ...]
    unreadable: tuple[Line, ...]


def load(folder: Path) -> tuple[dict[str, Inspected], list[str]]:
    """Read a folder: the expressions by name, and the files that hold no JSON object."""
    expressions: dict[str, Inspected] = {}
    unreadable: list[str] = []
    for path in sorted(folder.glob("*.json")):
        try:
            value: object = json.loads(path.read_bytes())
        except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
            value = None
        if isinstance(value, dict):
            expressions[path.stem] = value
        else:
            unreadable.append(path.name)
    return expressions, unreadable


def compare(base: Mapping[str, Inspected], head: Mapping[str, Inspected], unreadable: Sequence[str] = ()) -> Comparison:
    """Compare two sides by the names of their expressions."""
    common = sorted(base.keys() & head.keys())
    gained, lost = _both_ways(base, head, _citations)
    new, gone = _both_ways(base, head, _diagnostics)
    return Comparison(
        added=tuple((name, _title(head[name])) for name in sorted(head.keys() - base.keys())),
        removed=tuple((name, _title(base[name])) for name in sorted(base.keys() - head.keys())),
        changed=tuple((name, *_differences(base[name], head[name])) for name in common if base[name] != head[name]),
        citations_gained=gained,
        citations_lost=lost,
        diagnostics_new=new,
        diagnostics_gone=gone,
        unreadable=tuple((name,) for name in unreadable),
    )


def _both_ways(
    base: Mapping[str, Inspected], head: Mapping[str, Inspected], lines: Callable[[Inspected], Iterator[Line]]
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Count the lines of each side and give what only the head has, and what only the base has."""
    before, after = (
        Counter((name, *line) for name, inspected in side.items() for line in lines(inspected)) for side in (base, head)
    )
    return tuple(sorted((after - before).elements())), tuple(sorted((before - after).elements()))


def _records(inspected: Inspected, key: str) -> list[Mapping[str, object]]:
    value = inspected.get(key)
    return [record for record in value if isinstance(record, dict)] if isinstance(value, list) else []


def _title(inspected: Inspected) -> str:
    parts = (inspected.get("symbol") or inspected.get("number"), inspected.get("title"))
    return " ".join(str(part) for part in parts if part)


def _citations(inspected: Inspected) -> Iterator[Line]:
    """Give place, target with pinpoint, and words of each citation; offsets move too easily to compare."""
    for record in _records(inspected, "citations"):
        place = record.get("paragraph") or f"footnote {record.get('footnote')}"
        target = str(record.get("target") or "unresolved")
        pinpoint = record.get("pinpoint")
        if isinstance(pinpoint, list) and pinpoint:
            target += " § " + ", ".join(map(str, pinpoint))
        yield str(place), target, str(record.get("text") or "")


def _diagnostics(inspected: Inspected) -> Iterator[Line]:
    """Give severity, code and message of each finding; its line moves with the text, so it is left out."""
    for record in _records(inspected, "diagnostics"):
        yield tuple(str(record.get(key) or "") for key in ("severity", "code", "message"))


def _differences(base: Inspected, head: Inspected) -> Iterator[str]:
    """Name what differs, fact by fact; lists with their numbers."""
    for key in sorted(base.keys() | head.keys()):
        before, after = base.get(key), head.get(key)
        if before == after or key in _OWN_SECTION:
            continue
        if key == "paragraphs":
            yield from _paragraphs(_records(base, key), _records(head, key))
        elif isinstance(before, list) and isinstance(after, list):
            yield key if len(before) == len(after) else f"{key}: {len(before)} → {len(after)}"
        elif isinstance(before, (dict, list)) or isinstance(after, (dict, list)):
            yield key
        else:
            yield f"{key}: {_plain(before)} → {_plain(after)}"


def _paragraphs(base: Sequence[Mapping[str, object]], head: Sequence[Mapping[str, object]]) -> Iterator[str]:
    before = {str(paragraph.get("id")): paragraph for paragraph in base}
    after = {str(paragraph.get("id")): paragraph for paragraph in head}
    for what, names in (
        ("paragraphs added", [name for name in after if name not in before]),
        ("paragraphs removed", [name for name in before if name not in after]),
        ("paragraphs changed", [name for name in after if name in before and before[name] != after[name]]),
    ):
        if names:
            yield f"{what}: {', '.join(names)}"


def _plain(value: object) -> str:
    return "—" if value is None else str(value)


def code(text: str) -> str:
    """Set text as inline code that nothing in it can end, on one line and not too long."""
    text = _INVISIBLE.sub(" ", text).strip()
    if not text:
        return ""
    if len(text) > _LONGEST:
        text = text[: _LONGEST - 1] + "…"
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    edge = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{edge}{text}{edge}{fence}"


def markdown(comparison: Comparison, limit: int = 50) -> str:
    """Write the comparison; at most `limit` lines a section, with a word on how many more there are."""
    sections = (
        ("Cannot be read", comparison.unreadable),
        ("Works added", comparison.added),
        ("Works removed", comparison.removed),
        ("Works changed", comparison.changed),
        ("Citations gained", comparison.citations_gained),
        ("Citations lost", comparison.citations_lost),
        ("New diagnostics", comparison.diagnostics_new),
        ("Diagnostics gone", comparison.diagnostics_gone),
    )
    out = ["## What this changes", ""]
    if not any(lines for _, lines in sections):
        return "\n".join([*out, "Nothing that `converter inspect` shows.", ""])
    out += ["| | |", "|-|-:|"]
    out += [f"| {heading} | {len(lines)} |" for heading, lines in sections if lines]
    for heading, lines in sections:
        if lines:
            out += ["", f"### {heading}", "", *_list(lines, limit)]
    return "\n".join([*out, ""])


def _list(lines: Iterable[Line], limit: int) -> Iterator[str]:
    shown = list(lines)
    for line in shown[:limit]:
        yield "- " + " · ".join(part for part in map(code, line) if part)
    if len(shown) > limit:
        yield f"- … and {len(shown) - limit} more"


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare two folders; 2 when one of them is not there."""
    parser = argparse.ArgumentParser(description="What changed between two folders of inspect output.")
    parser.add_argument("base", type=Path, help="the folder from before")
    parser.add_argument("head", type=Path, help="the folder from after")
    parser.add_argument("--limit", type=int, default=50, help="lines a section at most")
    options = parser.parse_args(arguments)
    for folder in (options.base, options.head):
        if not folder.is_dir():
            print(f"compare_builds: {folder} is not a folder", file=sys.stderr)
            return 2
    base, bad_base = load(options.base)
    head, bad_head = load(options.head)
    bad = [f"{name} (before)" for name in bad_base] + [f"{name} (after)" for name in bad_head]
    sys.stdout.write(markdown(compare(base, head, bad), options.limit))
    return 0


if __name__ == "__main__":
    sys.exit(main())
