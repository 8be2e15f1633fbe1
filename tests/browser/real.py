"""A site of real English texts that lie beside the repository, for what only many real texts show.

They are not in the repository: where they are not there, the tests that want them say that they were skipped. Texts
that are kept aside (tests/measure/reserved.py) are in no such site.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import serve
from tests.measure.reserved import CORPUS, is_reserved
from tests.temp_project import make_project, run

TEXTS = CORPUS / "unsc-en"
MANY = 60


def some(texts: Path = TEXTS) -> list[Path]:
    """So many of the texts, from the first year to the last."""
    free = [path for path in sorted(texts.glob("S_RES_*.txt")) if not is_reserved(path.name)]
    return free[:: max(1, len(free) // MANY)][:MANY]


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of some real resolutions of the Security Council."""
    texts = some()
    if not texts:
        pytest.skip(f"no real texts in {TEXTS}")
    works = {}
    for path in texts:
        _, _, number, year = path.stem.split("_")
        sidecar = f"symbol: S/RES/{int(number)}({year})\n"
        works[path.stem.lower().replace("_", "-")] = {"work.yml": sidecar, "en.txt": path.read_bytes()}
    root = tmp_path_factory.mktemp("real") / "project"
    root.mkdir()
    result = run(make_project(root, works), "build")
    assert (root / "site/en/index.html").is_file(), result.output
    return root / "site"


@pytest.fixture(scope="session")
def real_server(real: Path) -> Iterator[str]:
    running, address = serve(real)
    yield address
    running.shutdown()
    running.server_close()
