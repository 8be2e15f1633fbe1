"""Which faults are silent: no finding stands from the line before the paragraph at fault to the line after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tests.measure.compare import kinds
from tests.measure.facts import Facts

END = 10**9  # the line after the last one


@dataclass
class Texts:
    """How many texts there are, which have a fault, and which of these say nothing near some fault."""

    count: int = 0
    faulty: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)

    @property
    def faultless(self) -> float:
        """The share of texts without any fault."""
        return (self.count - len(self.faulty)) / max(1, self.count)

    def add(self, name: str, gold: Facts, found: Facts, findings: Iterable[int]) -> None:
        """Count one text; `findings` are the lines of all that the converter said of it."""
        self.count += 1
        places = [place for place, _ in faults(gold, found)]
        said = sorted(set(findings))
        if places:
            self.faulty.append(name)
        if any(not _near(said, first, last) for first, last in places):
            self.silent.append(name)


def faults(gold: Facts, found: Facts) -> Iterator[tuple[tuple[int, int], str]]:
    """(first and last line of the paragraph at fault, what differs) for each fact that is missed or wrong."""
    lines = lines_of_places(gold)
    for kind, wanted, got in kinds(gold, found):
        if kind == "structure of the work":
            continue  # the paragraphs say which
        true, said = Counter(wanted), Counter(got)
        for fact in (*(true - said).elements(), *(said - true).elements()):
            yield _where(kind, fact, gold, lines), f"{kind}: {fact}"


def _near(said: list[int], first: int, last: int) -> bool:
    return any(first - 1 <= line <= last + 1 for line in said)


def _where(kind: str, fact: Hashable, gold: Facts, lines: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    match kind, fact:
        case "paragraphs", (int(line), str()):
            return _paragraph(gold, line)
        case "footnotes", (str(marker), tuple(marks)):
            own = [line for line in (gold.note_lines.get(marker),) if line is not None]
            touched = [*marks, *own]
            return (min(touched), max(own or touched)) if touched else (1, END)
        case (("citations" | "dates of citations" | "pinpoints"), (str(place), *_)):
            return lines.get(place, (1, END))
        case "votes", _ if gold.adoption_line:
            return gold.adoption_line, gold.adoption_line
    first = gold.structure[0][0] if gold.structure else END
    return 1, first - 1  # the masthead


def _paragraph(gold: Facts, line: int) -> tuple[int, int]:
    """The lines of the paragraph that a line stands in."""
    begins = [begin for begin, _ in gold.structure]
    first = max((begin for begin in begins if begin <= line), default=line)
    return first, min((begin for begin in begins if begin > line), default=END) - 1


def lines_of_places(gold: Facts) -> dict[str, tuple[int, int]]:
    """How the gold set names a place (`pp2`, `op3-a`, `fn7`) → its lines."""
    count: Counter[str] = Counter()
    lines: dict[str, tuple[int, int]] = {}
    for line, what in gold.structure:
        kind, _, name = what.partition(":")
        count[kind] += 1
        if kind == "sub":
            place = "pp" + str(count["pp"]) if name.startswith("pp-") else "op" + name.partition("-")[0]
            place += "-" + name.partition("-")[2]
        elif kind == "op":
            place = f"op{name or count[kind]}"
        elif kind == "annex":
            place = f"annex-{name}" if name else "annex"
        else:
            place = f"{kind}{count[kind]}"
        lines.setdefault(place, _paragraph(gold, line))
    return lines | {f"fn{marker}": (line, line + 3) for marker, line in gold.note_lines.items()}
