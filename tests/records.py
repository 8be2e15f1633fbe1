"""Records of works that nobody wrote, for tests of what the whole collection gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from converter.authorities import Authorities
from converter.collect import build_corpus
from converter.corpus import Corpus
from converter.model import Act, Citing, Due, Mandate, Record


def citing(target: str, date: str | None = None) -> Citing:
    """A citation of a symbol."""
    return Citing(target, "resolution", None, target, date, None, None, False, (), "pp1", "回顾河流的名称", "回顾")


def mandate(
    actor: str, actor_id: str | None, due: Due | None, action: str = "提交河流名录", paragraph: str = "op1"
) -> Mandate:
    """A mandate to hand in a list of rivers."""
    return Mandate(paragraph, actor, actor_id, action, "理事会", due)


_EMPTY = Record(
    work="", lang="zh", path="", symbol=None, adopted_as=None, kind="resolution", status="adopted", body=None,
    session=None, session_from=None, session_to=None, agenda_items=(), number=None, title=None, date=None,
    subjects=(), sponsors=(), citings=(), named=(), mandates=(), paragraphs=("pp1", "op1", "op2"),
)  # fmt: skip


def record(work: str, **facts: object) -> Record:
    """A record of which only some facts matter."""
    return replace(_EMPTY, work=work, path=f"sources/{work}/zh.txt", **facts)  # type: ignore[arg-type]


def doing(corpus: Corpus, acts: Mapping[str, tuple[Act, ...]]) -> Corpus:
    """The same collection, with what the paragraphs of its works do, by the works' names."""
    corpus.acts_of = lambda record: acts.get(record.work, ())
    return corpus


def corpus_of(count: int, authorities: Authorities) -> Corpus:
    """So many works in all, held and cited, of two bodies and several decades; each cites up to five earlier ones."""
    held = count * 9 // 10
    records = []
    for number in range(held):
        year = 1950 + number * 70 // max(1, held)
        body = ("GA", "HRC")[number % 3 == 0]
        targets = {_symbol(number * 7919 % (number + 1), held) for _ in range(1)}
        targets |= {_symbol((number - step) % max(1, number + 1), held) for step in (1, 5, 25, 90)}
        targets.add(f"A/RES/{number % max(1, count - held) + 1}/999")
        records.append(
            record(
                f"river-{number:04}",
                symbol=_symbol(number, held),
                body=body,
                title=f"第{number}条河流的名称",
                date=f"{year}-05-01",
                citings=tuple(citing(target) for target in sorted(targets)),
            )
        )
    return build_corpus(tuple(records), authorities)


def _symbol(number: int, held: int) -> str:
    series = "A/HRC/RES" if number % 3 == 0 else "A/RES"
    return f"{series}/{1 + number * 70 // max(1, held)}/{number}"
