"""The contents of a text: its parts and the paragraphs in them, each by its number and by what it does.

They are for finding a place, so words are cut; the text itself stands beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from converter.model import Expression, Paragraph, Resolution, Verb
from converter.model.text import word_edge

CONTENTS = "contents.json"
_TITLE = 90  # characters of a heading
_WORDS = (
    46  # characters of a paragraph with its label and verb: a phone shows 44 in a line, the rail of a wide window 34
)
_FEWEST = 12  # characters after a long verb
_LINE = 40  # characters of a line with a meeting or a day
_SIGNS = " \t\n,،，、;؛；:：.。"  # where words are cut
_PARTS = {"preambular": "preamble", "operative": "operative"}
_NOT_LISTED = "sub"  # found below its paragraph


def contents(expression: Expression) -> list[dict[str, Any]]:
    """The parts of a text in its order, with their paragraphs.

    A part has `part` (`preamble`, `operative` or `text`, which the site's words name) or `at` and `words`, the anchor
    and the text of a heading; and `paragraphs`, each with its anchor `at`, the `label` as printed, the `verb` and some
    `words`, which begin with the space or the comma that follows the verb. What is empty is left out.
    """
    verbs = _first_verbs(expression)
    parts: list[dict[str, Any]] = [*_first_part(expression)]
    for one in _listed(expression.resolution):
        if one.kind == "heading":
            parts.append({"at": one.id, "words": _cut(one.text.text, _TITLE), "paragraphs": []})
        elif one.kind != _NOT_LISTED:
            _part_of(one, parts)["paragraphs"].append(dict(_item(one, verbs.get(one.id))))
    return [{key: value for key, value in part.items() if value} for part in parts]


def _first_part(expression: Expression) -> Iterator[dict[str, Any]]:
    """The letter of the first part, which stands above the text as a part of its own; none of a text without parts."""
    if letter := expression.first_letter:
        yield {"at": expression.parts[0].at, "words": _cut(letter.text.text, _TITLE), "paragraphs": []}


def _listed(resolution: Resolution) -> Iterator[Paragraph]:
    """The paragraphs without the lines that close the text: how it was adopted is no part of what it says.

    Nor is the enacting phrase, which stands again in each lettered part.
    They stand around the place that says so: what follows it, and the meeting and the day on lines of their own above.
    """
    paragraphs, adopted = resolution.paragraphs, resolution.adoption
    place = adopted and adopted.place
    first = next((at for at, one in enumerate(paragraphs) if one.id == place), len(paragraphs))
    while 0 < first < len(paragraphs) and _may_close(above := paragraphs[first - 1]) and len(above.text.text) <= _LINE:
        first -= 1
    closing = False
    for at, one in enumerate(paragraphs):
        closing = _may_close(one) and (closing or at == first)
        enacts = one.kind == "plain" and resolution.enacting is not None and one.text.text == resolution.enacting.text
        if not (closing or enacts):
            yield one


def _may_close(paragraph: Paragraph) -> bool:
    return paragraph.kind == "plain" and paragraph.label is None


def _part_of(paragraph: Paragraph, parts: list[dict[str, Any]]) -> dict[str, Any]:
    """The part that a paragraph goes on with; a preamble and an operative part begin where their paragraphs do."""
    named = _PARTS.get(paragraph.kind)
    last = parts[-1] if parts else None
    if last is None or (named and last.get("part", named) != named):
        parts.append({"part": named or "text", "paragraphs": []})
    return parts[-1]


def _first_verbs(expression: Expression) -> dict[str, Verb]:
    found: dict[str, Verb] = {}
    for verb in expression.verbs:
        first = found.get(verb.place)
        if first is None or verb.start < first.start:
            found[verb.place] = verb
    return found


def _item(paragraph: Paragraph, verb: Verb | None) -> Iterator[tuple[str, str]]:
    yield "at", paragraph.id
    if paragraph.label is not None:
        yield "label", paragraph.label.text.strip()
    text = paragraph.text.text
    if verb is not None:
        yield "verb", verb.text
        text = text[verb.end :]
    before = sum(len(value) for value in (paragraph.label and paragraph.label.text, verb and verb.text) if value)
    if words := _cut(text if verb is not None else text.lstrip(_SIGNS), max(_FEWEST, _WORDS - before)):
        yield "words", f" {words}" if verb is not None and text[:1].isspace() else words


def _cut(text: str, length: int) -> str:
    """The first words of a text on one line, with … where more would follow."""
    line = " ".join(text[: 4 * length].split()).rstrip(_SIGNS)
    if len(line) <= length:
        return line
    return f"{line[: word_edge(line, length, -1)].rstrip(_SIGNS)}…"
