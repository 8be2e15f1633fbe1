"""The demo as a folder of its own: sources, authorities, the site's configuration, marked as invented."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from converter.demo import plan
from converter.demo.bank import AUTHORITIES, DATA, Bank
from converter.demo.blocks import Composed
from converter.demo.compose import Size, compose
from converter.demo.typeset import typeset
from converter.kept import write_if_changed
from converter.language_files import available
from converter.project import SIDECAR, Project

DEFAULT_WORKS = 40
LANG = "zh"
_MARKER = ".demo.json"
_INVENTED = "invented for the demo"
# What the demo's mkdocs.yml says otherwise than the site's: its names, and no way back to the site's own addresses.
_SETTINGS = {
    "site_name": "灯塔文库（虚构示例）",
    "site_description": "虚构示例：所有机关、岛屿、决议和数据均属杜撰",
    "site_url": "''",
    "repository": "''",
}


class NotOursError(Exception):
    """The folder holds something that the demo did not put there."""


def write_project(base: Project, out: Path, works: int = DEFAULT_WORKS, size: Size | None = None) -> Project:
    """Write the invented project into `out`, with the templates of `base`. Files whose bytes are the same stay.

    Raises NotOursError for a folder with other contents, so that no one's work is ever overwritten.
    """
    _claim(out, base)
    files = dict(_files(base, works, size or Size()))
    before = _written(out)
    for path in sorted(before - files.keys()):
        (out / path).unlink(missing_ok=True)
        _drop_empty(out / path, out)
    for path, data in files.items():
        write_if_changed(out / path, data)
    write_if_changed(out / _MARKER, json.dumps(sorted(files), indent=0).encode())
    return Project(out)


def corpus(works: int, size: Size, lang: str = LANG) -> list[Composed]:
    """The works, written, in the order of time."""
    written: list[Composed] = []
    for planned in plan.plan(works, lang):
        written.append(compose(planned, size, written, lang))
    return written


# --- the folder -------------------------------------------------------------------------------------------


def _claim(out: Path, base: Project) -> None:
    if out.resolve() in (base.root.resolve(), base.sources.resolve()):
        raise NotOursError(f"{out} is the project itself")
    if out.is_dir() and any(out.iterdir()) and not (out / _MARKER).is_file():
        raise NotOursError(f"{out} is not empty and was not made by `converter demo`")


def _written(out: Path) -> set[str]:
    """What the last run wrote here; only harmless relative paths count."""
    try:
        listed = json.loads((out / _MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    paths = [Path(path) for path in listed if isinstance(path, str)]
    return {path.as_posix() for path in paths if not path.is_absolute() and ".." not in path.parts}


def _drop_empty(path: Path, out: Path) -> None:
    for folder in path.parents:
        if folder == out or not folder.is_dir() or any(folder.iterdir()):
            return
        folder.rmdir()


def _files(base: Project, works: int, size: Size) -> Iterator[tuple[str, bytes]]:
    """Every file of the project: path, contents."""
    yield "mkdocs.yml", _mkdocs((base.root / "mkdocs.yml").read_text(encoding="utf-8")).encode()
    for folder in ("docs", "overrides"):
        for path in sorted((base.root / folder).rglob("*")):
            if path.is_file():
                yield path.relative_to(base.root).as_posix(), path.read_bytes()
    for path in sorted((DATA / "docs").rglob("*.md")):  # our own pages take the place of the site's of the same name
        name = f"docs/{path.relative_to(DATA / 'docs').as_posix()}"
        if (base.root / name).is_file():
            yield name, path.read_bytes()
    for path in sorted(AUTHORITIES.glob("*.yml")):
        yield f"authorities/{path.name}", path.read_bytes()
    yield "authorities/sessions.yml", _yaml([_session(one) for one in plan.known_sessions()])
    for work in corpus(works, size):
        folder = f"sources/{work.planned.slug}"
        yield f"{folder}/{LANG}.txt", typeset(work).encode()
        yield f"{folder}/{SIDECAR}", _yaml(_sidecar(work))
    for path in sorted((DATA / "works").rglob("*.*")):  # written by hand, in every language that can be read
        if path.name == SIDECAR or path.stem in available():
            yield f"sources/{path.relative_to(DATA / 'works').as_posix()}", path.read_bytes()


def _mkdocs(text: str) -> str:
    """The site's own configuration under another name, with `extra.demo`."""
    lines = []
    for line in text.splitlines():
        key = line.partition(":")[0]
        lines.append(f"{key}: {_SETTINGS[key.strip()]}" if key.strip() in _SETTINGS else line)
        if line.rstrip() == "extra:":
            lines.append("  demo: true                  # every page says that it is invented")
    if "extra:" not in lines:
        lines += ["extra:", "  demo: true"]
    return "\n".join(lines) + "\n"


def _yaml(value: Any) -> bytes:
    text = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)
    return text.encode()


class _Dumper(yaml.SafeDumper):
    """Writes no aliases: the reader of our YAML refuses them."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything in full."""
        return True


def _session(one: plan.Session) -> dict[str, Any]:
    return {
        "body": one.body,
        "session": str(one.number),
        "from": one.first,
        "to": one.last,
        "source": _INVENTED,
    }


# --- sidecars -----------------------------------------------------------------------------------------------


def _sidecar(work: Composed) -> dict[str, Any]:
    planned = work.planned
    facts: dict[str, Any] = {}
    if planned.adopted_as:
        facts["adopted_as"] = planned.adopted_as
    topic = {"o": planned.topic.object, "t": planned.topic.subject}
    bank = Bank(LANG, random.Random(f"sidecar {planned.index}"), topic)
    facts["subjects"] = sorted({bank.deal("subjects"), bank.deal("subjects")})
    if met := list(_met(work, bank)):
        facts["met"] = met
    facts["note"] = "Invented: no such text, body or island exists."
    facts["source"] = {"format": "pdf", "note": _INVENTED}
    return facts


def _met(work: Composed, bank: Bank) -> Iterator[dict[str, Any]]:
    """What was asked for a session that has been is mostly met; the rest stays open or overdue."""
    planned = work.planned
    for anchor, block in zip(work.anchors, work.blocks, strict=True):
        over = block.due is not None and block.due <= plan.last_session(planned.body)
        if not over or block.asks not in ("report", "meeting") or bank.chance.random() < 0.35:
            continue
        by: dict[str, str] = {}
        if block.asks == "report":
            by["symbol"] = f"{plan.stem_of(planned.body)}/{block.due}/{20 + planned.index % 80}"
        if block.asks == "meeting" or bank.chance.random() < 0.5:
            by["note"] = bank.table("mandates.met_notes")[block.asks == "meeting"].format(office=bank.slot("office"))
        yield {"paragraph": anchor, "by": by, "session": block.due, "source": _INVENTED}
