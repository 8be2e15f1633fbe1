"""A project of our own to run the real command line in: this checkout's settings, the works a test gives."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from converter.cli import cli

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "tests" / "fixtures"

# A text without a finding: whatever else stands in a corpus, its page must be made.
GOOD = """人权理事会
第五十一届会议
2022年9月12日至10月7日
议程项目3
促进和保护所有人权
古巴：决议草案
51/… 灯塔照明
人权理事会，
重申每座灯塔都应在日落之前点亮，
认识到灯塔照明需要灯油，
1. 呼吁各国点亮灯塔；
2. 决定继续处理此事。
"""


def fixture(name: str) -> str:
    """A fixture's text."""
    return (FIXTURES / f"{name}.zh.txt").read_bytes().decode()


def make_project(root: Path, works: Mapping[str, Mapping[str, bytes | str]]) -> Path:
    """A project below `root`: folder → file → content under sources/."""
    for name in ("authorities", "overrides", "docs"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    (root / "sources").mkdir()
    for work, files in works.items():
        (root / "sources" / work).mkdir()
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            (root / "sources" / work / name).write_bytes(data)
    return root


def run(root: Path, *arguments: str) -> Result:
    """Run the command line in a project. An exception is a bug and is raised again."""
    result = CliRunner().invoke(cli, ["--project", str(root), *arguments], prog_name="converter")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result
