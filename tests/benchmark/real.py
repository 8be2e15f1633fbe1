"""Children of their own: a project of the real English texts beside the checkout, and the reading of them alone.

python -m tests.benchmark.real make FOLDER    writes the project; nothing of it may go into the repository
python -m tests.benchmark.real read FOLDER    reads each text, one after the other, and writes nothing
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from converter.batch import input_of
from converter.convert import convert
from converter.pipeline import authorities_of
from converter.project import Project, scan
from tests.measure.reserved import is_reserved

ROOT = Path(__file__).parent.parent.parent
TEXTS = ROOT.parent / "shared" / "corpus" / "unsc-en"


def texts() -> list[Path]:
    """The real texts that are not kept aside; none where they are not there."""
    return [path for path in sorted(TEXTS.glob("S_RES_*.txt")) if not is_reserved(path.name)]


def make(root: Path) -> None:
    """This checkout's settings with the real texts as sources."""
    for name in ("authorities", "overrides", "docs"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    for text in texts():
        folder = root / "sources" / text.stem.lower().replace("_", "-")
        folder.mkdir(parents=True)
        shutil.copy(text, folder / "en.txt")


def read(root: Path) -> None:
    """From bytes to an expression, each text alone."""
    project = Project(root)
    authorities, _ = authorities_of(project)
    works, _ = scan(project)
    for one in works:
        for source in one.sources:
            convert(input_of(one, source, project), authorities)


if __name__ == "__main__":
    {"make": make, "read": read}[sys.argv[1]](Path(sys.argv[2]))
