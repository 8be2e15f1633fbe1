"""A child of its own: writes the invented project, so that the measuring process stays small.

python -m tests.benchmark.corpus FOLDER WORKS
"""

from __future__ import annotations

import sys
from pathlib import Path

from converter.demo import write_project
from converter.demo.compose import Size
from converter.project import find_project

SIZE = Size(fewest=38, most=42, longer=1.0)  # paragraphs; the long ones have some 120 characters each

if __name__ == "__main__":
    write_project(find_project(Path(__file__).parent), Path(sys.argv[1]), int(sys.argv[2]), SIZE)
