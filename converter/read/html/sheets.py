"""The style sheets in a page: rules with what tells how words look, told for each element as a browser tells it.

Parsed with tinycss2 (BSD-3-Clause), which knows the syntax of CSS and no meaning of it. Of selectors types, classes,
ids, attributes, descendants and children are read; one with anything else is passed over, and counted where it could
hide or colour words. Sheets for paper and for some widths alone do not count; those in other files are not fetched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

import tinycss2

from converter.read.html.selectors import Compound, classes_of, parted, selector, weight
from converter.read.nodes import MarkupError, Node

_ASKED = frozenset({
    "display", "visibility", "opacity", "mso-hide", "font-size", "font", "color", "background", "background-color",
    "background-image", "position", "left", "right", "top", "bottom", "margin-left", "text-indent", "transform",
    "clip", "clip-path", "overflow", "width", "height", "max-width", "max-height", "min-width", "min-height",
    "margin-top", "padding", "padding-left", "padding-right", "padding-top", "padding-bottom", "flex", "flex-grow",
    "animation", "animation-name", "text-shadow", "-webkit-text-stroke", "-webkit-text-fill-color", "font-family",
    "vertical-align", "font-weight",
    "text-align", "text-decoration", "text-decoration-line", "list-style", "list-style-type", "border",
    "border-width", "border-top", "border-bottom", "border-left", "border-right", "border-top-width",
    "border-bottom-width", "border-left-width", "border-right-width", "mso-element", "content", "counter-reset",
    "counter-increment", "unicode-bidi", "direction", "white-space", "flex-direction", "flex-flow", "order", "inset",
    "scale", "translate", "rotate", "filter", "quotes", "mso-text-raise", "overflow-x", "overflow-y", "line-height",
    "zoom", "backface-visibility", "-webkit-backface-visibility", "content-visibility", "mix-blend-mode", "mask",
    "mask-image", "-webkit-mask", "-webkit-mask-image", "-webkit-mask-box-image",
})  # fmt: skip
_COLOURING = frozenset({"color", "background", "background-color", "background-image"})
_HIDING = (("display", "none"), ("visibility", "hidden"), ("opacity", "0"), ("font-size", "0"))
_AS_THEY_ARE = ("layer", "supports")  # a browser of today supports what is asked
_WITH_RULES = ("import", "container", "scope")  # they may colour words, and nobody reads them
_MEDIA = ("", "all", "screen", "only screen", "not print")
_MAX_SHEETS = 500_000  # characters of all sheets; a word processor writes a tenth for a long text
_MAX_RULES = 5_000
_MAX_WORK = 3_000_000  # elements held against parts of selectors; a page of a hundred pages takes a hundredth
_MAX_VALUE = 200  # characters
_MAX_INLINE = 2_000
OWN = "--"  # begins a property that a page makes for itself, whose value others may ask for

Declarations = dict[str, tuple[str, bool]]  # property → its value, and whether it is important


class Rule(NamedTuple):
    """One selector with its declarations; `pseudo` is `before` or `after` where it is of words that it makes."""

    compounds: tuple[Compound, ...]  # the last is that of the element itself
    pseudo: str
    weight: tuple[int, int, int, int]  # ids, classes, types, place in the page
    declarations: Declarations


@dataclass(slots=True)
class Sheets:
    """The rules of a page, found by what their last part asks for.

    Of rules whose selector is not understood `unread` could colour words, and `hiding` hide them.
    """

    unread: int = 0
    hiding: int = 0
    _count: int = 0
    _work: int = 0
    _by: defaultdict[tuple[str, str], list[Rule]] = field(default_factory=lambda: defaultdict(list))

    @property
    def is_empty(self) -> bool:
        """Whether no rule says anything."""
        return not self._by

    def add(self, text: str) -> None:
        """The rules of one sheet, behind those before it."""
        self._add(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), 0)

    def _add(self, rules: Sequence[Any], depth: int) -> None:
        for rule in rules:
            if rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content and depth < 3:
                media = tinycss2.serialize(rule.prelude).lower().split(",")
                if any(one.strip() in _MEDIA for one in media):
                    inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
                    self._add(inner, depth + 1)
            elif rule.type == "at-rule" and rule.lower_at_keyword in _AS_THEY_ARE and rule.content and depth < 3:
                inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
                self._add(inner, depth + 1)
            elif rule.type == "at-rule":
                self.unread += rule.lower_at_keyword in _WITH_RULES
                self._count_hiding(rule.content if rule.lower_at_keyword in _WITH_RULES else None)
            elif rule.type == "qualified-rule":
                self._add_rule(rule)

    def _add_rule(self, rule: Any) -> None:
        if any(token.type == "{} block" for token in rule.content):
            self._count_hiding(rule.content)  # rules in a rule
        found = declarations(rule.content)
        if not found:
            return
        for tokens in parted(rule.prelude):
            self._count += 1
            if self._count > _MAX_RULES:
                raise MarkupError("the page has more rules of style than that of any official text")
            read = selector(tokens)
            if read is None:
                self.unread += not _COLOURING.isdisjoint(found)
                self.hiding += _hides(found)
                continue
            compounds, pseudo = read
            last = compounds[-1]
            key = (
                ("id", last.identity)
                if last.identity
                else ("class", min(last.classes))
                if last.classes
                else ("tag", last.tag)
            )
            self._by[key].append(Rule(compounds, pseudo, (*weight(compounds), self._count), found))

    def _count_hiding(self, content: Any) -> None:
        """Rules that are not read, in another rule or for what nobody knows: those that could hide are counted."""
        for one in tinycss2.parse_blocks_contents(content or (), skip_comments=True, skip_whitespace=True):
            if one.type == "qualified-rule":
                self.hiding += _hides(declarations(one.content))

    def of(self, node: Node, above: Sequence[Node]) -> Iterator[Rule]:
        """The rules that an element is meant by, in no order. `above` are the elements around it, the outermost first.

        Raises MarkupError where telling takes more work than a page is worth.
        """
        names = classes_of(node)
        keys = [("tag", ""), ("tag", node.tag), *(("class", one) for one in names), ("id", node.attrs.get("id", ""))]
        for key in keys:
            for rule in self._by.get(key, ()):
                if self._fits(rule.compounds, node, names) and self._around(rule.compounds, above):
                    yield rule

    def _fits(self, compounds: tuple[Compound, ...], node: Node, names: frozenset[str]) -> bool:
        self._work += 1
        if self._work > _MAX_WORK:
            raise MarkupError("the rules of style of the page take more work than those of any official text")
        return compounds[-1].fits(node, names)

    def _around(self, compounds: tuple[Compound, ...], above: Sequence[Node]) -> bool:
        """Whether what a selector asks of the elements around an element is so."""
        if len(compounds) == 1:
            return True
        rest = compounds[:-1]
        for at in range(len(above) - 1, -1, -1):
            if self._fits(rest, above[at], classes_of(above[at])) and self._around(rest, above[:at]):
                return True
            if compounds[-1].child:
                return False
        return False


def sheets_of(texts: Sequence[str]) -> Sheets:
    """The rules of the sheets of a page. Raises MarkupError for what is too large."""
    if sum(map(len, texts)) > _MAX_SHEETS:
        raise MarkupError("the style sheets of the page are longer than those of any official text")
    sheets = Sheets()
    for text in texts:
        sheets.add(text)
    return sheets


def _hides(found: Declarations) -> bool:
    """Whether a rule hides what it is of."""
    return any(found.get(name, ("", False))[0].lower() == value for name, value in _HIDING)


def is_for_reading(media: str) -> bool:
    """Whether a sheet for some media counts where a text is read on a screen of any width."""
    return any(one.strip() in _MEDIA for one in media.lower().split(","))


def declarations(content: Any) -> Declarations:
    """What a block of declarations, its tokens or its text, says of how words look."""
    found: Declarations = {}
    for one in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if one.type != "declaration":
            continue
        name = one.name if one.name.startswith(OWN) else one.lower_name
        if (name in _ASKED or name.startswith(OWN)) and (one.important or not found.get(name, ("", False))[1]):
            found[name] = (tinycss2.serialize(one.value).strip()[:_MAX_VALUE], one.important)
    return found


@lru_cache(maxsize=4096)
def inline(style: str) -> Declarations:
    """What the `style` of an element says."""
    return declarations(style[:_MAX_INLINE])
