"""The picture of the rooms: no two rooms import each other, and the page on the house knows every room."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.temp_project import ROOT
from tools.rooms import both_ways, floors, rooms


def test_no_two_rooms_import_each_other() -> None:
    _, arrows = rooms(ROOT)
    assert both_ways(arrows) == []


def test_a_room_stands_above_what_it_imports_and_beside_what_leads_back(tmp_path: Path) -> None:
    files = {
        "top.py": "from converter.middle import x\nfrom converter.low import y\n",
        "middle/__init__.py": "",
        "middle/inner.py": "from converter import low, ring\n",
        "ring.py": "import converter.middle.inner\n",
        "low.py": "import re\n\n",
    }
    for name, text in files.items():
        path = tmp_path / "converter" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    lines, arrows = rooms(tmp_path)
    assert lines == {"top": 2, "middle": 1, "ring": 1, "low": 2}
    assert floors(arrows) == {"low": 1, "middle": 2, "ring": 2, "top": 3}
    assert both_ways(arrows) == [("middle", "ring")]


def test_the_page_on_the_house_has_every_room_on_its_floor() -> None:
    page = (ROOT / "docs/contribute/architecture.md").read_text(encoding="utf-8")
    listed = page.split("## Floors")[1].split("```text")[1].split("```")[0]
    told: dict[str, int] = {}
    floor = 0
    for row in listed.strip("\n").splitlines():
        floor = int(row[:2].strip() or floor)  # a row without a number goes on with the floor above it
        told |= {part.split()[0]: floor for part in row[4:].split(",") if part.strip()}
    lines, arrows = rooms(ROOT)
    assert told == floors({room: found for room, found in arrows.items() if room in lines})


def test_the_page_on_the_house_says_what_each_room_is_for() -> None:
    page = (ROOT / "docs/contribute/architecture.md").read_text(encoding="utf-8")
    told = page.split("## Rooms")[1].split("```text")[1].split("```")[0].split("converter/\n")[1]
    lines, _ = rooms(ROOT)
    assert [room for room in sorted(lines) if not re.search(rf"(?<![\w/]){room}(?:/|\.py)", told)] == []


def test_the_page_on_the_house_says_what_each_file_of_the_citations_is_for() -> None:
    page = (ROOT / "docs/contribute/architecture.md").read_text(encoding="utf-8").split("## Citations")[1]
    files = sorted(path.name for path in (ROOT / "converter/cite").glob("*.py") if path.stem != "__init__")
    assert [name for name in files if f"`{name}`" not in page] == []


def _loaded(modules: str) -> set[str]:
    """The modules that are loaded, in a process of its own, by importing these."""
    code = f"import sys, {modules}; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


def test_a_build_in_which_nothing_changed_imports_nothing_that_converts() -> None:
    """To find that nothing changed takes a third of a second, most of it imports."""
    needless = {
        "converter.convert",
        "converter.languages",
        "converter.lint",
        "converter.parse",
        "converter.pipeline",
        "converter.read",
        "converter.write",
        "mkdocs",
    }
    assert not needless & _loaded("converter.cli, converter.site.engine")


def test_where_things_lie_is_known_without_a_reader_of_formats_or_languages() -> None:
    """Endings and bounds are in formats.py, the names of languages in language_files.py: every command asks them."""
    needless = {"converter.authorities", "converter.languages", "converter.read", "jsonschema", "lxml", "pypdfium2"}
    assert not needless & _loaded("converter.project")


def test_a_reader_of_formats_needs_no_recogniser_of_words() -> None:
    """The process that reads foreign formats starts at least once in each command."""
    assert not {"converter.authorities", "converter.languages", "jsonschema"} & _loaded("converter.read")
