"""A child of its own: converts every source and stages the pages, without MkDocs and without the search index.

python -m tests.benchmark.convert FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from converter.pipeline import stage
from converter.project import Project

if __name__ == "__main__":
    stage(Project(Path(sys.argv[1])))
