"""What every test may use: the project, its authority files and a conversion of our own texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from converter.authorities import Authorities, load_authorities
from converter.languages import load
from converter.project import Project
from converter.write.words import Words

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what asks for a folder of ../shared where that is not beside this checkout."""
    for marker in item.iter_markers("shared"):
        if not SHARED.joinpath(*marker.args).is_dir():
            pytest.skip(f"../shared/{marker.args[0]} is not beside this checkout")


# No test fails on a time: a machine may be busy, and the first text of a language waits for its patterns.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", settings.get_profile("house"), max_examples=30)  # of `make quick`
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


@pytest.fixture(scope="session")
def words(authorities: Authorities) -> Words:
    """The words of the Chinese pages."""
    return Words(load("zh", authorities), authorities)
