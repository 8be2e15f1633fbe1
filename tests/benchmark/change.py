"""What a contributor does: a word changed, a work added."""

from __future__ import annotations

import shutil
from pathlib import Path

from converter.project import Project


def change_one(project: Project) -> None:
    """Change a word of the work in the middle, as a correction does."""
    sources = sorted(project.sources.glob("*/zh.txt"))
    source = sources[len(sources) // 2]
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("各国", "各方", 1) if "各国" in text else f"{text}\n", encoding="utf-8")


def take_one(project: Project, folder: Path) -> Path:
    """Take a work out and keep it in a folder, so that it can be added later. Returns where it is."""
    return Path(shutil.move(max(project.sources.iterdir()), folder))


def add_one(project: Project, aside: Path) -> None:
    """Add the work that was taken out."""
    shutil.move(aside, project.sources / aside.name)
