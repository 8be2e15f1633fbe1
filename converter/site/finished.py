"""What a template may take as it is. Every template escapes what it is given, those of the theme too.

MkDocs leaves escaping off, so that its themes can print the HTML of a page; here it is on, and what is finished HTML
has the type that says so, `Html`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Any, cast

import msgspec
from jinja2 import Environment, pass_context
from jinja2.ext import Extension
from jinja2.runtime import Context
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import url_filter

from converter.language_files import read_data
from converter.write.escape import Html
from converter.write.graph import neighbourhood
from converter.write.svg import Drawing, draw

_WORDS_OF_THE_THEME = "partials/languages/"  # tables that its scripts get as JSON too, where nothing is to be escaped


class Unindented(Extension):
    """Templates without what is there for their readers alone: the blanks before a line, the line of a lone tag.

    Between words there stays a line end, which HTML reads as the blank that it was; lines keep their numbers. In no
    template, of the theme or ours, does a second blank count.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source of a template as Jinja is to read it."""
        return _LONE_TAG.sub(r"\1{#\n#}", _INDENT.sub("\n", source))


_INDENT = re.compile(r"\n[ \t]+")
_LONE_TAG = re.compile(r"^(\{%(?:(?!%\}).)*%\})\n", re.MULTILINE)


def escape_everywhere(env: Environment) -> None:
    """Turn escaping on for every template; finished HTML (`Html`) goes in as it is.

    JSON in a page has its letters as they are, which is a third of their escapes in Arabic, Chinese and Russian.
    """
    env.autoescape = _escapes
    env.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}


def _escapes(template: str | None) -> bool:
    return template is None or not template.startswith(_WORDS_OF_THE_THEME)


def finish(page: Page) -> None:
    """Say of what MkDocs rendered for a page that it is finished HTML: its content, and the titles in its contents."""
    page.content = Html(page.content or "")
    heading = next((item for item in page.toc if item.level == 1), None)
    if heading is not None and not {"title"} & {*page.meta, *vars(page)}:
        page.title = html.unescape(heading.title)  # MkDocs gives the words of the heading escaped
    _finish_titles(page.toc)


def _finish_titles(items: Iterable[Any]) -> None:
    for item in items:
        item.title = Html(item.title)
        _finish_titles(item.children)


@pass_context
def citation_graph(context: Context, meta: dict[str, Any]) -> Html:
    """The citations around a work, drawn from its page's front matter; empty when there are none."""
    return neighbourhood(meta, read_data(meta["lang"])["ui"], lambda page: url_filter(cast(Any, context), page))


@pass_context
def drawn(context: Context, drawing: dict[str, Any]) -> Html:
    """A drawing as a page's front matter has it."""
    return draw(msgspec.convert(drawing, Drawing), lambda address: url_filter(cast(Any, context), address))
