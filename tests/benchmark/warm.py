"""python -m tests.benchmark.warm PROJECT: one changed word in a process that has built before, as `serve` is.

Prints JSON: the seconds of processor of the second build, and the stages of a third one, each with its own share.
"""

from __future__ import annotations

import cProfile
import json
import pstats
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from converter.project import Project
from converter.site.engine import build
from tests.benchmark.change import change_one

# Stage → where its function is. What a stage calls of another one counts for both.
STAGES: Mapping[str, tuple[str, str]] = {
    "staging": ("pipeline.py", "_stage"),
    "converting": ("batch.py", "convert_all"),
    "corpus": ("collect.py", "build_corpus"),
    "findings between languages": ("expressions.py", "disagreements"),
    "works' pages": ("work.py", "front_matter"),
    "cited works": ("cited.py", "cited_pages"),
    "indexes": ("__init__.py", "index_pages"),
    "ledger": ("__init__.py", "ledger_pages"),
    "data": ("data.py", "data_files"),
    "Markdown to HTML": ("pages.py", "render_ahead"),
    "MkDocs": ("build.py", "build"),
    "Jinja": ("environment.py", "render"),
    "search": ("index.py", "write"),
    "account of the site": ("outputs.py", "close"),
}


def measured(project: Project) -> dict[str, Any]:
    """Build, change a word and build again, then once more under a profile, whose own time would count."""
    build(project)
    change_one(project)
    began = time.process_time()  # what else the machine does is not counted
    built = build(project)
    taken = time.process_time() - began
    change_one(project)
    profile = cProfile.Profile(time.process_time)
    profile.runcall(build, project)
    found: Mapping[tuple[str, int, str], tuple[int, int, float, float, Any]] = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    stages = {
        stage: round(
            sum(row[3] for (file, _, name), row in found.items() if Path(file).name == where[0] and name == where[1]), 3
        )
        for stage, where in STAGES.items()
    }
    return {
        "processor": round(taken, 3),
        "calls": sum(row[1] for row in found.values()),
        "pages": built.made,
        "stages": stages,
    }


if __name__ == "__main__":
    print(json.dumps(measured(Project(Path(sys.argv[1]))), indent=1))
