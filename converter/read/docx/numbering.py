"""The numbers that Word itself writes in front of paragraphs (ECMA-376 part 1, 17.9): words that a reader sees."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from converter.read.counting import BULLET, formatted
from converter.read.docx.styles import Styles, is_on, number, value, whole
from converter.read.nodes import Node

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_LONGEST = 200  # characters of the text of a level; a number has a few
_PRIVATE = re.compile("[\ue000-\uf8ff]")  # where symbol fonts keep their bullets


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: where it starts, the format and the text of its numbers, and after which it restarts."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    space: str = " "
    restart: int | None = None  # it begins anew after this level (from 1) or one above it; 0 never; None: any above
    legal: bool = False  # all its numbers in decimal
    hidden: bool = False


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, Level]
    anew: dict[int, int]  # the levels at which this list starts over, and where


class Numbering:
    """The lists of a DOCX and how far each has counted."""

    def __init__(self, root: Node | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Node] = {}
        self._nums: dict[str, Node] = {}
        for node in root.elements() if root else ():
            if node.tag == "w:abstractNum":
                self._abstract.setdefault(node.attrs.get("w:abstractNumId", ""), node)
            elif node.tag == "w:num":
                self._nums.setdefault(node.attrs.get("w:numId", ""), node)
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._tied: dict[str, dict[str | None, int]] = {}  # list → style → its level
        self.unknown: set[str] = set()

    def label(self, properties: Node | None) -> str | None:
        """The number that stands in front of the next paragraph with these properties, and counts it; None for none."""
        place = self._place(properties)
        if place is None:
            return None
        name, at = place
        found = self._list(name)
        level = found.levels.get(at) if found else None
        if found is None or level is None:
            return None
        counts = self._counts.setdefault(found.abstract, {})
        if at in found.anew and (name, at) not in self._begun:
            self._begun.add((name, at))
            counts[at] = found.anew[at]
        else:
            counts[at] = counts.get(at, level.start - 1) + 1
        for lower in range(at + 1, _LEVELS):
            restart = found.levels.get(lower, Level()).restart
            if restart is None or at < restart:
                counts.pop(lower, None)
        return self._written(found, at, counts)

    def _written(self, found: _List, at: int, counts: dict[int, int]) -> str | None:
        level = found.levels[at]
        if level.hidden or not level.text:
            return None
        if level.form == "bullet":
            return _PRIVATE.sub(BULLET, level.text) + level.space

        def written(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            of = found.levels.get(other, Level())
            count = counts.get(other, of.start)
            form = "decimal" if level.legal and of.form != "none" else of.form
            words = formatted(count, form)
            if words is None:
                self.unknown.add(form)
            return str(count) if words is None else words

        text = _PLACE.sub(written, level.text)
        return text + level.space if text else None

    def _place(self, properties: Node | None) -> tuple[str, int] | None:
        """The list and the level that a paragraph, or its style, names. List 0 takes a style's numbers away."""
        name: str | None = None
        level: int | None = None
        for one in self._styles.paragraph(properties):
            asked = one.find("w:numPr")
            if asked is None:
                continue
            name = name if name is not None else value(asked, "w:numId")
            level = level if level is not None else number(asked, "w:ilvl")
            if name is not None and (level is not None or one is not properties):
                break
        if name is None or name == "0":
            return None
        if level is None:
            level = self._level_of_style(name, properties)
        return (name, min(level, _LEVELS - 1))

    def _level_of_style(self, name: str, properties: Node | None) -> int:
        """The level that is tied to the paragraph's style; the outermost where none is."""
        if name not in self._tied:
            found = self._nums.get(name)
            root = self._root(found) if found else None
            levels = root.all("w:lvl") if root else ()
            self._tied[name] = {value(node, "w:pStyle"): number_of(node) for node in levels}
        tied = self._tied[name]
        return next((tied[identity] for identity in self._styles.ids(properties) if identity in tied), 0)

    def _list(self, name: str) -> _List | None:
        if name not in self._lists:
            self._lists[name] = self._read(self._nums[name]) if name in self._nums else None
        return self._lists[name]

    def _read(self, num: Node) -> _List | None:
        root = self._root(num)
        if root is None:
            return None
        levels = {number_of(node): _level(node) for node in root.all("w:lvl")}
        anew: dict[int, int] = {}
        for override in num.all("w:lvlOverride"):
            at = number_of(override)
            own = override.find("w:lvl")
            if own:
                levels[at] = _level(own)
            start = number(override, "w:startOverride")
            if start is not None:
                anew[at] = start
                levels[at] = replace(levels.get(at, Level()), start=start)
        return _List(root.attrs.get("w:abstractNumId", ""), levels, anew)

    def _root(self, num: Node) -> Node | None:
        """The abstract list of a list, through the style that may stand between."""
        root = self._abstract.get(value(num, "w:abstractNumId") or "")
        link = value(root, "w:numStyleLink")
        if root is None or link is None:
            return root
        through = next(iter(self._styles.chain(link, "numbering")), None)
        linked = self._nums.get(value(through, "w:pPr", "w:numPr", "w:numId") or "")
        return self._abstract.get(value(linked, "w:abstractNumId") or "", root) if linked else root


def number_of(node: Node) -> int:
    """Which level an element is about, from 0."""
    return min(whole(node.attrs.get("w:ilvl")) or 0, _LEVELS - 1)


def _level(node: Node) -> Level:
    form = value(node, "w:numFmt") or value(node, "mc:AlternateContent", "mc:Choice", "w:numFmt") or "decimal"
    if form == "custom":
        form = value(node, "mc:AlternateContent", "mc:Fallback", "w:numFmt") or "decimal"
    return Level(
        start=number(node, "w:start") or 0,
        form=form,
        text=(value(node, "w:lvlText") or "")[:_LONGEST],
        space="" if value(node, "w:suff") == "nothing" else " ",
        restart=number(node, "w:lvlRestart"),
        legal=is_on(node, "w:isLgl") or False,
        hidden=is_on(node.find("w:rPr"), "w:vanish") or False,
    )
