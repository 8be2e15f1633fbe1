"""What is staged of the first text and a hostile one, once for all tests of the exports (`pytest_plugins`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exports import SITE, stage_seed


@pytest.fixture(scope="session")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The staged files of the first text and a hostile one, while it is known where the site is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", SITE.rstrip("/"))
        return stage_seed(tmp_path_factory.mktemp("exports") / "with site")


@pytest.fixture(scope="session")
def unplaced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, while it is not known where the site is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SITE_URL", raising=False)
        return stage_seed(tmp_path_factory.mktemp("exports") / "without")
