"""A child of its own: converts every source and stages the pages, without MkDocs and without the search index.

It looks for unused values as seldom as the command does, of whose time this is a part.

python -m tests.benchmark.convert FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from converter.__main__ import collect_seldom
from converter.pipeline import stage
from converter.project import Project

if __name__ == "__main__":
    collect_seldom()
    stage(Project(Path(sys.argv[1])))
