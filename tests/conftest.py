"""What every test may use: the project, its authority files and a conversion of our own texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.authorities import Authorities, load_authorities
from converter.project import Project

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def project() -> Project:
    """This checkout."""
    return Project(ROOT)


@pytest.fixture(scope="session")
def authorities(project: Project) -> Authorities:
    """The authority files of this checkout."""
    loaded, problems = load_authorities(project.authorities)
    assert problems == ()
    return loaded
