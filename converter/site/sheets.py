"""Style sheets as they are sent: without comments and indentation, and of the theme's only what our pages can meet.

The pages of texts have nothing of the theme but its styles (`overrides/lean.html`), and of these they meet a quarter:
the rest dresses its search, its drawer, its admonitions. Parsed with tinycss2 (BSD-3-Clause), as those of sources are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

import tinycss2

_NAME = re.compile(r"[\w-]+")
_NESTING = frozenset(["media", "supports"])  # at-rules that hold rules
_OF_THEME = "data-md-"  # attributes that only the theme's own templates and scripts set

Tokens = Sequence[Any]  # tinycss2 has no types


def slim(sheet: str) -> str:
    """A style sheet without its comments, each stretch of white space one sign."""
    return _written(tinycss2.parse_component_value_list(sheet, skip_comments=True)).strip() + "\n"


def names_in(*texts: str) -> frozenset[str]:
    """Every word of templates and scripts: among them are all classes and ids that they can put into a page."""
    return frozenset(name for text in texts for name in _NAME.findall(text))


def met(sheet: str, names: Collection[str], around: str) -> str:
    """The rules of a sheet that a page can meet whose classes, ids and values of the theme's attributes are `names`.

    A property (`--…`) that neither they nor the style sheets `around` ask for goes as well: most are drawings.
    """
    kept = "".join(_rules(sheet, names, lambda _: True))
    asked = frozenset(re.findall(r"var\(\s*(--[\w-]+)", kept + around))
    return "".join(_rules(kept, names, lambda name: not name.startswith("--") or name in asked))


def _rules(sheet: str | Tokens, names: Collection[str], wanted: Callable[[str], bool]) -> Iterator[str]:
    """The rules that can be met, written, with those of their declarations that are wanted by name."""
    parse = tinycss2.parse_stylesheet if isinstance(sheet, str) else tinycss2.parse_rule_list
    for rule in parse(sheet, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            selectors = [_written(one).strip() for one in _parts(rule.prelude) if _can_be_met(one, names)]
            declarations = _declarations(rule.content, wanted)
            if selectors and declarations:
                yield f"{','.join(selectors)}{{{declarations}}}\n"
        elif rule.type == "at-rule" and rule.lower_at_keyword in _NESTING and rule.content is not None:
            if inner := "".join(_rules(rule.content, names, wanted)):
                yield f"@{rule.at_keyword}{_written(rule.prelude)}{{{inner}}}\n"
        elif rule.type == "at-rule":
            yield f"{rule.serialize()}\n"


def _declarations(content: Tokens, wanted: Callable[[str], bool]) -> str:
    found = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return ";".join(one.serialize() for one in found if one.type != "declaration" or wanted(one.name))


def _parts(selectors: Tokens) -> list[Tokens]:
    """A list of selectors, cut at its commas; those inside `:is(…)` are no joints of it."""
    parts: list[list[Any]] = [[]]
    for token in selectors:
        if token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return list(parts)


def _can_be_met(selector: Tokens, names: Collection[str]) -> bool:
    """Whether all that it names is a name of the page's. What stands in `:is(…)` or `:not(…)` is not asked: kept."""
    for before, token in zip([None, *selector], selector, strict=False):
        named = token.type == "hash" or (token.type == "ident" and before is not None and before == ".")
        if named and token.value not in names:
            return False
        if token.type == "[] block" and not _is_set(token.content, names):
            return False
    return True


def _is_set(attribute: Tokens, names: Collection[str]) -> bool:
    """Whether an attribute may be there: one of the theme's is if it and its value are names of the page's."""
    words = [one.value for one in attribute if one.type in ("ident", "string")]
    return not words or not words[0].startswith(_OF_THEME) or all(word in names for word in words)


def _written(tokens: Tokens) -> str:
    """Tokens as CSS, without comments inside them, white space as one sign: a line's end stays one."""
    return re.sub(r"\s*\n\s*", "\n", tinycss2.serialize(tokens))
