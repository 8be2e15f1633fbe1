"""The rooms of the converter, from the top floor down: python -m tools.rooms [CHECKOUT]

A room is a folder or a file of `converter/`; it stands one floor above the highest that it imports, and on one floor
with those from which a way leads back to it. Told are the lines of Python of each room, and the pairs of rooms that
import each other.
"""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

_ROOT = Path(__file__).parent.parent
_FACES = ("converter", "__main__")  # what every room is in, and what starts it


def room_of(path: Path, package: Path) -> str:
    """The room that a file stands in."""
    first = path.relative_to(package).parts[0]
    return first.removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """The rooms that a file names in its imports, its own too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "converter":
            _, *inner = node.module.split(".")
            yield from inner[:1] or (one.name for one in node.names)
        elif isinstance(node, ast.Import):
            yield from (one.name.split(".")[1] for one in node.names if one.name.startswith("converter."))


def rooms(checkout: Path) -> tuple[dict[str, int], dict[str, set[str]]]:
    """The lines of each room, and the other rooms that it imports."""
    package = checkout / "converter"
    lines: defaultdict[str, int] = defaultdict(int)
    arrows: defaultdict[str, set[str]] = defaultdict(set)
    for path in sorted(package.rglob("*.py")):
        room = room_of(path, package)
        lines[room] += len(path.read_text(encoding="utf-8").splitlines())
        arrows[room] |= set(imported(path))
    known = {
        room: {one for one in found if one in lines and one not in (room, *_FACES)} for room, found in arrows.items()
    }
    return {room: count for room, count in lines.items() if room not in ("__init__", *_FACES)}, known


def reached(arrows: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Every room that a room imports, itself or by way of others."""
    found = {room: set(direct) for room, direct in arrows.items()}
    for through in arrows:
        for room, below in found.items():
            if through in below:
                found[room] = below | found[through]
    return found


def floors(arrows: Mapping[str, set[str]]) -> dict[str, int]:
    """The floor of each room; rooms that import one another stand on one floor."""
    under = {room: below - {one for one in below if room in every[one]}
             for every in (reached(arrows),) for room, below in every.items()}  # fmt: skip

    @cache
    def floor(room: str) -> int:
        return 1 + max(map(floor, under[room]), default=0)

    return {room: floor(room) for room in sorted(arrows)}


def both_ways(arrows: Mapping[str, set[str]]) -> list[tuple[str, str]]:
    """The pairs of rooms that import each other."""
    return sorted((one, two) for one, found in arrows.items() for two in found if one < two and one in arrows[two])


def drawn(checkout: Path) -> Iterator[str]:
    """The picture in words: a line a floor."""
    lines, arrows = rooms(checkout)
    arrows = {room: found for room, found in arrows.items() if room in lines}
    standing = floors(arrows)
    for number in sorted(set(standing.values()), reverse=True):
        here = sorted((room for room, floor in standing.items() if floor == number), key=lambda room: -lines[room])
        yield f"{number:2}  {', '.join(f'{room} {lines[room]:,}' for room in here)}"
    yield f"{len(lines)} rooms, {sum(map(len, arrows.values()))} arrows, {sum(lines.values()):,} lines"
    yield f"import each other: {'; '.join(' and '.join(pair) for pair in both_ways(arrows)) or 'none'}"


if __name__ == "__main__":
    print("\n".join(drawn(Path(sys.argv[1]) if len(sys.argv) > 1 else _ROOT)))
