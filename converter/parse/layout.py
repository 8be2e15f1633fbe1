"""Lines → paragraphs: hard wraps and page breaks healed.

A text tells where a paragraph begins in one of three ways: by indentation, by blank lines, or only by its
punctuation and labels. Which one is decided once per text.
"""

from __future__ import annotations

from enum import Enum, auto

from converter.languages import Language
from converter.model import Line

Wrapped = list[Line]  # the lines of one paragraph, in order


class Layout(Enum):
    """How a text shows where a paragraph begins."""

    INDENT = auto()
    GAP = auto()
    PUNCTUATION = auto()


def layout_of(lines: list[Line]) -> Layout:
    """Indentation wins over blank lines, blank lines over punctuation; each needs both of its forms."""
    inset = sum(line.text[:1].isspace() for line in lines)
    if 0 < inset < len(lines):
        return Layout.INDENT
    gaps = [after.number - before.number > 1 for before, after in zip(lines, lines[1:], strict=False)]
    if any(gaps) and not all(gaps):
        return Layout.GAP
    return Layout.PUNCTUATION


def paragraphs(lines: list[Line], breaks: frozenset[int], language: Language) -> list[Wrapped]:
    """Group the body's lines into paragraphs. Every line is in exactly one, in order."""
    layout = layout_of(lines)
    groups: list[Wrapped] = []
    expected = 1
    for line in lines:
        bare = line.text.strip()
        label = language.pattern("body.operative").match(bare)
        is_next = label is not None and int(label["number"]) == expected
        if is_next:
            expected += 1
        if not groups or is_next or _begins(line, bare, groups[-1], breaks, layout, language):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _begins(
    line: Line, bare: str, before: Wrapped, breaks: frozenset[int], layout: Layout, language: Language
) -> bool:
    """Whether `line` begins a paragraph rather than continues the one before it."""
    ended = before[-1].text.strip()
    terminal = bool(language.pattern("text.terminal").search(ended))
    soft = bool(language.pattern("text.soft_terminal").search(ended))
    labelled = is_labelled(bare, language)
    after_heading = len(before) == 1 and stands_alone(ended, language)
    if after_heading or (stands_alone(bare, language) and terminal):
        return True
    if line.number in breaks:
        if not terminal:
            return False
        return labelled or not soft or opens_with_verb(bare, language)
    if layout is Layout.INDENT:
        return line.text[:1].isspace()
    if layout is Layout.GAP:
        return line.number - before[-1].number > 1
    return terminal and (labelled or not soft or opens_with_verb(bare, language))


def is_labelled(bare: str, language: Language) -> bool:
    """Whether a line begins with the label of an operative paragraph or of a sub-paragraph."""
    return any(pattern.match(bare) for pattern in (language.pattern("body.operative"), *language.sub_rules))


def stands_alone(bare: str, language: Language) -> bool:
    """Whether a line is a heading or a closing line (the meeting that adopted the text)."""
    return bool(language.pattern("body.heading").match(bare) or language.pattern("body.closing").match(bare))


def opens_with_verb(bare: str, language: Language) -> bool:
    """Whether a line opens with an action verb, as every preambular paragraph does."""
    return language.opening_verb.match(bare) is not None
