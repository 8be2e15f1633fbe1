"""A work as it is named on the command line, found among the sources."""

from __future__ import annotations

from difflib import get_close_matches

from converter.addresses import slug
from converter.project import Project, WorkFiles, scan
from converter.upkeep.offered import printable

_NEAR = 3  # names that are offered for one that is unknown


class UnknownWorkError(Exception):
    """No work has this name; the message names those that are near."""


def works_named(project: Project, given: tuple[str, ...]) -> tuple[WorkFiles, ...]:
    """The works with these names, each once. A name may be the path of the folder, or of a file in it."""
    works = {one.work: one for one in scan(project)[0]}
    found = {}
    for one in given:
        name = name_of(one)
        if name not in works:
            raise UnknownWorkError(f"there is no work {printable(one)}{_near(name, list(works))}")
        found[name] = works[name]
    return tuple(found.values())


def name_of(given: str) -> str:
    """The name of a work, of what may be the path of its folder or of a file in it: `sources/lamps/zh.txt` → lamps."""
    parts = [part for part in given.replace("\\", "/").split("/") if part not in ("", ".")]
    if "sources" in parts[:-1]:
        return parts[len(parts) - parts[::-1].index("sources")]
    return parts[0] if len(parts) == 1 else given


def _near(name: str, names: list[str]) -> str:
    wanted = slug(name)  # a symbol names the folder that `new` makes of it
    near = [wanted] if wanted in names else get_close_matches(wanted, names, _NEAR)
    return f": is it {' or '.join(near)}?" if near else "; the works are the folders under sources/"
