"""What all processes of a run share is made once, whole, or again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.once import once_for_all


def test_one_makes_it_and_the_others_wait(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> None:
    made: list[Path] = []

    def make(folder: Path) -> None:
        (folder / "first").touch()
        made.append(folder)

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: once_for_all(tmp_path_factory, tmp_path.name, make), range(4)))
    assert made == found[:1] and len(set(found)) == 1 and (found[0] / "first").exists()


def test_what_failed_half_way_is_made_again_from_nothing(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").touch()
        raise ValueError

    with pytest.raises(ValueError):
        once_for_all(tmp_path_factory, tmp_path.name, fail)
    assert not list(once_for_all(tmp_path_factory, tmp_path.name, lambda _: None).iterdir())
