"""What every test may use: the project, its authority files and a conversion of our own texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from converter.authorities import Authorities, load_authorities
from converter.project import Project

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

# No test fails on a time: a machine may be busy, and the first text of a language waits for its patterns.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


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
