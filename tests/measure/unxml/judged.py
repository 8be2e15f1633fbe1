"""What was judged of the markup, and why: `tests/gold/unxml-judged.yml`, facts without any sentence of a text.

| key | what it says |
|---|---|
| `work`, `langs` | whose markup it is, and in which languages: a list, or `all` |
| `place` | the printed paragraph, as the markup counts: `pp2`, `op3-a`, `fn4`, `h1`; or `title`, `agenda`, `meeting` |
| | the second of a name is `op36#2` (of `reads-as` alone) |
| `target` | what the markup links there, or should |
| `verdict` | `unlinked`: the text cites it, and no link is there; `not-cited`: a link that is on no citation of it; |
| | `wrong-link`: the text says `means`; `reads-as`: the paragraph, or the fact of the masthead, is `means` |
| | (`p`: a plain paragraph, whatever the other languages say; `sign`: a line of signs, which is none) |
| `times` | how often there, if not once |
| `why` | the reason in a few words |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from tests.measure.facts import Cited, Facts
from tests.measure.unxml import targets
from tests.measure.unxml.blocks import Marked
from tests.measure.unxml.corpus import ROOT
from tests.measure.unxml.facts import asked_part, places

FILE = ROOT / "tests" / "gold" / "unxml-judged.yml"
VERDICTS = ("unlinked", "not-cited", "wrong-link", "reads-as")
KEYS = {"work", "langs", "place", "target", "verdict", "means", "times", "why"}
_MASTHEAD = ("title", "agenda", "meeting")


@dataclass(frozen=True, slots=True)
class Verdict:
    """One judgement."""

    work: str
    langs: frozenset[str]
    place: str
    verdict: str
    target: str
    means: str
    times: int
    why: str

    def holds(self, work: str, lang: str) -> bool:
        """Whether it is about a work in a language."""
        return self.work == work and (lang in self.langs or "all" in self.langs)


def load(path: Path = FILE) -> tuple[Verdict, ...]:
    """The verdicts of the file; a key or verdict that is not known raises."""
    return tuple(map(_verdict, yaml.safe_load(path.read_text(encoding="utf-8")) or ()))


def _verdict(row: dict[str, Any]) -> Verdict:
    langs = row["langs"] if isinstance(row["langs"], list) else [row["langs"]]
    if row["verdict"] not in VERDICTS or not row.keys() <= KEYS or not row["why"]:
        message = f"no verdict: {row}"
        raise ValueError(message)
    target, means = str(row.get("target", "")), str(row.get("means", ""))
    return Verdict(
        row["work"], frozenset(langs), row["place"], row["verdict"], target, means, row.get("times", 1), row["why"]
    )


def of_blocks(marked: Marked, verdicts: Iterable[Verdict]) -> Marked:
    """The markup with what was judged of its paragraphs and its masthead."""
    readings = {one.place: one.means for one in verdicts if one.verdict == "reads-as"}
    named = zip(_told_apart(places(marked.blocks)), marked.blocks, strict=True)
    blocks = [replace(block, what=readings.get(place, block.what)) for place, block in named]
    known = {key: readings[key] for key in _MASTHEAD if key in readings}
    return replace(marked, blocks=tuple(blocks), **known)


def _told_apart(names: Iterable[str]) -> Iterator[str]:
    """Places of one name with their number from the second on: `op36`, `op36#2`."""
    count: Counter[str] = Counter()
    for name in names:
        count[name] += 1
        yield f"{name}#{count[name]}" if count[name] > 1 else name


def _stated(one: Verdict) -> Cited:
    """What a link on the target would state."""
    target = targets.base(one.target)
    return Cited(one.place, target, asked_part(target, targets.part_of(one.target)), ())


def of_citations(facts: Facts, verdicts: Iterable[Verdict]) -> Facts:
    """The facts with what was judged of the links."""
    cited = list(facts.citations)
    for one in verdicts:
        for _ in range(one.times):
            match one.verdict:
                case "unlinked":
                    cited.append(_stated(one))
                case "not-cited" | "wrong-link":
                    there = [was for was in cited if (was.place, was.target) == (one.place, one.target)]
                    old = next((was for was in there if was == _stated(one)), next(iter(there), None))
                    if old is None:
                        message = f"{one.work} {one.place}: no link to {one.target} is there"
                        raise ValueError(message)
                    cited.remove(old)
                    if one.verdict == "wrong-link":
                        meant = _stated(replace(one, target=one.means))
                        cited.append(replace(meant, date=meant.date or asked_part(meant.target, old.date or "")))
    return replace(facts, citations=tuple(cited))
