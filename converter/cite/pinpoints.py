"""Pinpoints: the paragraphs, sections and annexes that stand after a citation (第3和第4段, 第三节第3段, 附件二)."""

from __future__ import annotations

from converter.languages import Language, numerals
from converter.model import Pinpoint

_MOST_IN_RANGE = 200


def read_pinpoints(text: str, start: int, language: Language) -> tuple[Pinpoint, ...]:
    """The pinpoints that stand right at `start`, in order; an empty tuple when none do."""
    match = language.pattern("citations.pinpoint").match(text[start:])
    if match is None or not match[0]:
        return ()
    if match["annex"]:
        label = f"annex {_roman(match['annexno'])}" if match["annexno"] else "annex"
        return (Pinpoint(label, start + match.start("annex"), start + match.end("annex")),)
    section = _roman(match["section"]) if match["section"] else ""
    if not match["list"]:
        return (Pinpoint(section, start, start + match.end()),) if section else ()
    prefix = f"{section}." if section else "pp" if match["part"] == language.table("citations.preambular") else ""
    return tuple(_paragraphs(text, start + match.start("list"), start + match.end("list"), prefix, language))


def _roman(number: str) -> str:
    return numerals.to_roman(numerals.number(number))


def _paragraphs(text: str, start: int, end: int, prefix: str, language: Language) -> list[Pinpoint]:
    pinpoints: list[Pinpoint] = []
    last: int | None = None
    at = start
    for match in language.pattern("citations.paragraph").finditer(text, start, end):
        number = int(match["number"])
        joint = text[at : match.start()]
        if last is not None and language.table("citations.range") in joint:
            inner = range(last + 1, min(number, last + _MOST_IN_RANGE))
            pinpoints += [Pinpoint(f"{prefix}{between}", match.start(), match.start()) for between in inner]
        subs = match["subs"].replace("（", "(").replace("）", ")").replace("段", "")
        pinpoints.append(Pinpoint(f"{prefix}{number}{subs}", match.start(), match.end()))
        last, at = number, match.end()
    if pinpoints:  # the noun after the last number belongs to it: 第4段
        final = pinpoints[-1]
        pinpoints[-1] = Pinpoint(final.label, final.start, end)
    return pinpoints
