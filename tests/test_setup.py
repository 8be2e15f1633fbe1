"""The two lock files: what building needs, and that with what testing adds."""

from __future__ import annotations

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parent.parent
BUILDING, TESTING = "requirements.lock", "requirements-test.lock"


def locked(name: str) -> set[str]:
    """The lines that name a package with its version: babel==2.18.0."""
    return {pin[0] for pin in re.finditer(r"^[\w.-]+==[^\s;\\]+", (ROOT / name).read_text(), re.MULTILINE)}


def imported(folder: Path) -> set[str]:
    """The modules from outside that the code of a folder imports, wherever in its files."""
    found: set[str] = set()
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Import):
                found.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"converter"}


def test_what_building_needs_is_tested_at_the_same_versions() -> None:
    assert locked(BUILDING) < locked(TESTING)


def test_nothing_that_only_tests_have_is_imported_by_the_converter() -> None:
    names = {pin.partition("==")[0] for pin in locked(BUILDING)}
    distributions = packages_distributions()
    lacking = {
        module
        for module in imported(ROOT / "converter")
        if not {re.sub(r"[-_.]+", "-", one).lower() for one in distributions.get(module, [])} & names
    }
    assert not lacking


def test_a_lock_has_hashes_and_no_address() -> None:
    for name in (BUILDING, TESTING):
        text = (ROOT / name).read_text()
        assert "://" not in text
        assert text.count("==") <= text.count("--hash=")
