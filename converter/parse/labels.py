"""The labels of paragraphs: their numbers, and what a misprinted one means."""

from __future__ import annotations

from dataclasses import dataclass

from converter.languages import Language


@dataclass(frozen=True, slots=True)
class OperativeLabel:
    """The number that an operative paragraph begins with: what it means, where it ends, whether it is well printed."""

    number: int
    end: int
    sure: bool


def operative_label(text: str, expected: int | None, language: Language) -> OperativeLabel | None:
    """The label of an operative paragraph at the start of a text.

    A misprinted one (ll. for 11, 5, for 5.) is read where it means the number that is `expected`.
    """
    match = language.pattern("body.operative").match(text) if text[:1].isdecimal() else None
    if match is not None:
        return OperativeLabel(int(match["number"]), match.end("label"), sure=True)
    if expected is None:
        return None
    match = language.pattern("body.misprinted").match(text)
    if match is None:
        return None
    digits: dict[str, int] = language.table("body.misprints")
    read = "".join(str(digits.get(char, char)) for char in match["number"])
    if not read.isdecimal() or int(read) != expected:
        return None
    return OperativeLabel(expected, match.end("label"), sure=False)
