"""`inspect --why`: an answer as text for people, or as JSON (schemas/why.schema.json)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from converter.model.diagnostic import place_in
from converter.printable import shown
from converter.why.answer import about
from converter.why.told import Answer, Decided, Known, Line, Meaning, NoteMark, Passed, Shown, Spot

_WORDS = 60  # characters of a line or a mark that are shown
_HALF = 28
_DOUBTS = {
    "mended": "another sign is meant than is printed",
    "skips": "one before it is missing",
    "repeats": "it was there before",
    "open": "another reading of its list is as good",
}


def as_data(path: str, lang: str, answers: Sequence[Answer]) -> dict[str, Any]:
    """Answers as one JSON object."""
    return {"path": path, "lang": lang, "answers": [asdict(one) for one in answers]}


def as_text(path: str, answers: Sequence[Answer]) -> str:
    """Answers as text."""
    return "\n\n".join("\n".join(_answer(path, one)) for one in answers)


def _answer(path: str, one: Answer) -> Iterator[str]:
    number = f" {one.number}" if one.number else ""
    below = f", below {one.parent}" if one.parent and one.kind == "sub" else ""
    yield f"{one.id}: {one.kind}{number}{below} ({path}{_at(path, one.spot)})"
    yield f"  {_cut(f'{one.label} {one.text}' if one.label else one.text, 2 * _WORDS)}"
    if one.rule:
        yield f"read by {_line(one.rule)}"
    if one.decided:
        yield "where it begins and ends: above 0 a paragraph begins"
        for decided in one.decided:
            yield from _decided(path, decided)
    if one.meanings or one.doubt:
        yield f"its label “{shown(one.label or '')}”"
        different = {(meaning.form, meaning.number): meaning for meaning in reversed(one.meanings)}
        yield from (f"  {_meaning(meaning)}" for meaning in reversed(different.values()))
        if one.doubt:
            yield f"  not certain: {_DOUBTS[one.doubt]}"
    kept = [mark for mark in one.marks if mark.kept]
    yield "marks" if kept else "marks: none"
    for mark in kept:
        yield from _mark(path, mark)
    away = [mark for mark in one.marks if not mark.kept]
    if away or one.passed:
        yield "looked at and not taken"
        for mark in away:
            yield from _mark(path, mark)
        yield from (_passed(path, passed) for passed in one.passed)
    if one.note_marks:
        yield "marks of notes"
        yield from (_note_mark(path, mark) for mark in one.note_marks)
    if one.findings:
        yield "findings"
        for finding in one.findings:
            yield f"  {_at(path, finding.spot)[1:]} {finding.severity}: {finding.message} [{finding.code}]"


def _decided(path: str, one: Decided) -> Iterator[str]:
    what = "begins" if one.begins else "goes on"
    below = " below it" if one.next else ""
    yield f"  {_at(path, one.spot)[1:]} {_weight(one.weight)} {what}{below}: “{_head(one.words)}”"
    if one.next and not one.begins:
        return
    for sign in one.signs:
        yield f"      {_weight(sign.weight)} {sign.sign}"
    yield f"      the best other way is worse by {one.margin:g}"


def _meaning(one: Meaning) -> str:
    price = f"a misprint that costs {one.cost:g}" if one.cost else "as it is printed"
    return f"{'→' if one.chosen else ' '} {one.number} of {one.form}, {price}"


def _mark(path: str, one: Shown, inset: str = "  ") -> Iterator[str]:
    means = ", ".join(f"{name} {_value(value)}" for name, value in one.means.items())
    yield f"{inset}{_at(path, one.spot)[1:]} “{_cut(one.text, _WORDS)}” {one.kind}: {means}"
    for step in one.steps:
        what = f" ({', '.join(step.fields)})" if step.fields else ""
        yield f"{inset}    {step.did}{what} by {step.recogniser}: {about(step.recogniser)}"
    if one.tokens:
        yield f"{inset}    known in it: {', '.join(map(_known, one.tokens))}"
    for line in one.read_by:
        yield f"{inset}    read by {_line(line)}"
    for part in one.parts:
        yield from _mark(path, part, f"{inset}    ")


def _known(one: Known) -> str:
    return f"{_cut(one.text, _WORDS)} ({', '.join(one.senses)})"


def _line(one: Line) -> str:
    block = f" ({one.block})" if one.block else ""
    return f"{one.file}:{one.line}{block}: {_cut(one.text, 2 * _WORDS)}"


def _passed(path: str, one: Passed) -> str:
    why = one.why or "what it cites is not understood: a finding says so"
    return f"  {_at(path, one.spot)[1:]} “{_cut(one.text, _WORDS)}”: {why}"


def _note_mark(path: str, one: NoteMark) -> str:
    what = f"the mark of note {one.note}" if one.taken else f"not taken for that of note {one.note}"
    return f"  {_at(path, one.spot)[1:]} “{one.printed}” in “{shown(one.around)}”: {what}: {one.why}"


def _value(value: object) -> str:
    return _cut(", ".join(map(str, value)) if isinstance(value, list) else str(value), _WORDS)


def _at(path: str, spot: Spot) -> str:
    return place_in(path, spot.page, spot.line, spot.column)


def _weight(weight: float) -> str:
    return f"{round(weight, 1) + 0.0:+.1f}".replace("-", "−")  # + 0.0: no minus before a zero


def _head(text: str) -> str:
    bare = shown(" ".join(text.split()))
    return bare if len(bare) <= _WORDS else f"{bare[:_WORDS]}…"


def _cut(text: str, most: int) -> str:
    """A text on one line, its middle left out where it is long."""
    bare = shown(" ".join(text.split()))
    return bare if len(bare) <= most else f"{bare[: most - _HALF]} … {bare[-_HALF:]}"
