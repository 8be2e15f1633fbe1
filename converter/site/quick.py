"""Python-Markdown, quicker: the same HTML with fewer steps.

Most of its time goes into trying each of a dozen inline patterns on each piece of text, most of which hold none of
the characters that the pattern needs. Here a pattern is tried only where it can match. What this module does not
know, of a later version or of an extension, is tried as ever.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from markdown import Markdown, inlinepatterns
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

# What a text must hold for a pattern to match, by the pattern's regular expression: one of these strings.
_NEEDS: dict[str, tuple[str, ...]] = {
    inlinepatterns.BACKTICK_RE: ("`",),
    inlinepatterns.ESCAPE_RE: ("\\",),
    inlinepatterns.LINK_RE: ("[",),
    inlinepatterns.IMAGE_LINK_RE: ("![",),
    inlinepatterns.AUTOLINK_RE: ("<",),
    inlinepatterns.AUTOMAIL_RE: ("<",),
    inlinepatterns.LINE_BREAK_RE: ("  \n",),
    inlinepatterns.HTML_RE: ("<",),
    inlinepatterns.ENTITY_RE: ("&",),
    r"\*|_": ("*", "_"),
    r"\[\^([^\]]*)\]": ("[^",),  # the mark of a footnote
}
# These replace a word that the text defines as a reference; where it defines none, they leave it as it is.
_LOOK_UP = frozenset(
    [
        inlinepatterns.ReferenceInlineProcessor,
        inlinepatterns.ShortReferenceInlineProcessor,
        inlinepatterns.ImageReferenceInlineProcessor,
        inlinepatterns.ShortImageReferenceInlineProcessor,
    ]
)
_NOTHING = ("",)  # which is in every text


class Quick(Extension):
    """The extension of Python-Markdown that puts the quick processors in the place of its own."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Replace what is Python-Markdown's own; another extension's processor stays."""
        md.is_block_level = lru_cache(md.is_block_level)  # type: ignore[method-assign]
        if type(md.treeprocessors["inline"]) is InlineProcessor:
            md.treeprocessors.register(QuickInline(md), "inline", 20)


class QuickInline(InlineProcessor):
    """The processor of inline patterns, which tries a pattern only on a text that it can match."""

    _plan: tuple[tuple[Any, tuple[str, ...]], ...] = ()
    _any: re.Pattern[str] = re.compile("")

    def run(self, tree: Any, ancestors: list[str] | None = None) -> Any:
        """Look at the patterns once: every extension has added its own by now."""
        self._plan = tuple((pattern, _needs(pattern, self.md)) for pattern in self.inlinePatterns)
        self._any = _any_of(frozenset(need for _, needs in self._plan for need in needs))
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        """As the method of the class above, which calls it by this name."""
        if isinstance(data, AtomicString) or not self._any.search(data):
            return data
        apply: Callable[..., tuple[str, bool, int]] = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]
        for index in range(patternIndex, len(self._plan)):
            pattern, needs = self._plan[index]
            for need in needs:
                if need in data:
                    matched, start = True, 0
                    while matched:
                        data, matched, start = apply(pattern, data, index, start)
                    break
        return data


@lru_cache
def _any_of(needs: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(needs, key=len))))  # the empty string first, if it is there


def _needs(pattern: Any, md: Markdown) -> tuple[str, ...]:
    """Of which strings a text holds one wherever the pattern changes something."""
    if type(pattern) in _LOOK_UP and not md.references:
        return ()
    return _NEEDS.get(pattern.pattern, _NOTHING)
