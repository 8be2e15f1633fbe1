"""Pages as values: their cells spelled for tests, their HTML made by their template, and tables read back by lxml."""

from __future__ import annotations

from functools import partial
from itertools import takewhile
from typing import Any
from urllib.parse import unquote, urljoin

import lxml.html
import msgspec
from jinja2 import DictLoader, Environment, FileSystemLoader
from jinja2.loaders import ChoiceLoader
from lxml.html import HtmlElement

from converter.language_files import read_data
from converter.site.finished import Unindented, escape_everywhere
from converter.write import front
from converter.write.svg import Drawing, draw
from tests.conftest import ROOT

_FRAME = "{% block content %}{% endblock %}"  # in place of what stands around a page


def value(page: str) -> dict[str, Any]:
    """The value of a page: its front matter. It has no Markdown."""
    read = front.read(page)
    assert read is not None and read[1] == ""
    return read[0]


def rows(page: str) -> list[tuple[str, ...]]:
    """The rows of all tables of a page: the anchor behind the first cell, as `{#ga}`."""
    found = []
    for row in (row for table in value(page).get("tables", []) for row in table["rows"]):
        first, *others = map(spelled, row["cells"])
        found.append((f"{first} {{#{row['anchor']}}}" if row["anchor"] else first, *others))
    return found


def heads(page: str) -> list[list[str]]:
    """The keys of the heads of each table."""
    return [[head["key"] for head in table["heads"]] for table in value(page)["tables"]]


def spelled(cell: str | list[Any]) -> str:
    """A cell on one line: [words](address), <day words>, *words that stand out*, <language words>, / for a line end."""
    return cell if isinstance(cell, str) else "".join(map(_piece, cell))


def _piece(one: str | dict[str, str]) -> str:
    if isinstance(one, str):
        return " / " if one == "\n" else one
    if "to" in one:
        return f"[{one['text']}]({one['to']})"
    if "day" in one:
        return f"<{one['day']} {one['text']}>"
    return f"*{one['strong']}*" if "strong" in one else f"<{one['lang']} {one['text']}>".replace("< ", "<")


# --- HTML -------------------------------------------------------------------------------------------------------


def html(page: str, root: str = "/") -> HtmlElement:
    """What the page's own template makes of its value, in an element of its own; `root` is put before addresses."""
    body = lxml.html.fragment_fromstring(markup(page, root), create_parent="body")
    return body[0] if body[0].tag == "div" else body


def markup(page: str, root: str = "/") -> str:
    """The same as text."""
    own = FileSystemLoader(ROOT / "overrides")
    env = Environment(
        loader=ChoiceLoader([DictLoader({"main.html": _FRAME, "lean.html": _FRAME}), own]), extensions=[Unindented]
    )
    escape_everywhere(env)
    link = partial(_linked, root)
    env.filters["url"] = link
    env.globals["drawn"] = lambda told: draw(msgspec.convert(told, Drawing), link)
    meta = value(page)
    words = {meta["lang"]: read_data(meta["lang"])["ui"]}
    return env.get_template(meta["template"]).render(page={"meta": meta}, words=words)


def _linked(root: str, address: str) -> str:
    return address if address.startswith(("#", "https://")) else f"{root}{address}"


def built(data: bytes, url: str) -> HtmlElement:
    """The index of a page that was built at an address, its links spelled from the root of the site."""
    tree = lxml.html.document_fromstring(data)
    tree.rewrite_links(lambda link: unquote(urljoin(f"/{url}", link)))
    return tree.find_class("rd-index")[0]


def said(index: HtmlElement) -> dict[str, Any]:
    """What the HTML of an index page says, told by a reader that shares nothing with the template."""
    (title,) = index.findall("h1")
    above = list(takewhile(lambda one: one.tag not in ("h2", "table"), title.itersiblings()))
    ways = [one for one in above if "rd-parts" in one.classes]
    return {
        "title": _words(title),
        "above": [_words(one) for one in above if one.tag == "p" and one not in ways],
        "ways": [_link(link) for one in ways for link in one],
        "filters": [(one.get("data-key"), _words(one.getprevious())) for one in index.iter("select")],
        "tables": [table(one) for one in index.iter("table")],
    }


def meant(page: str) -> dict[str, Any]:
    """The same of the value of a page."""
    meta = value(page)
    none = [] if meta.get("tables") else [read_data(meta["lang"])["ui"]["none"]]
    filters = meta.get("filters", []) if meta.get("rows", 0) > 3 else []
    return {
        "title": _bare(meta["title"]),
        "above": [_bare(one) for one in (meta.get("description", ""), *none) if one],
        "ways": [(_bare(way["text"]), f"/{way['to']}") for way in meta.get("ways", [])],
        "filters": [(one["key"], one["name"]) for one in filters],
        "tables": [meant_table(one) for one in meta.get("tables", [])],
    }


def table(shown: HtmlElement) -> dict[str, Any]:
    """A table and the heading above it, as lxml reads them."""
    before = shown.getprevious()
    (heads,), body = shown.find("thead"), shown.find("tbody")
    return {
        "heading": (before.get("id"), _words(before)) if before.tag == "h2" else ("", ""),
        "heads": [(_words(one), one.get("data-key", ""), one.get("data-filter", "")) for one in heads],
        "rows": [(row[0].get("id", ""), [cell(one) for one in row]) for row in body],
    }


def meant_table(shown: dict[str, Any]) -> dict[str, Any]:
    """The same of the value of a table."""
    return {
        "heading": (shown["anchor"], _bare(shown["heading"])),
        "heads": [(one["name"], one["key"], one["filter"]) for one in shown["heads"]],
        "rows": [(row["anchor"], [meant_cell(one) for one in row["cells"]]) for row in shown["rows"]],
    }


def cell(shown: HtmlElement) -> list[tuple[str, ...]]:
    """The pieces of a cell, each its tag ("" of bare words), its words, and its address, day or language."""
    few = shown.find("span")
    inner = shown if few is None else few
    pieces: list[tuple[str, ...]] = [("", inner.text or "")]
    for one in inner:
        told = {"a": "href", "time": "datetime", "bdi": "lang", "strong": "class"}.get(one.tag)
        pieces.append((one.tag, _words(one), one.get(told, "")) if told else (one.tag,))
        pieces.append(("", one.tail or ""))
    return [(tag, _bare(words[0]), *words[1:]) if words else (tag,) for tag, *words in pieces if tag or words[0]]


def meant_cell(shown: str | list[Any]) -> list[tuple[str, ...]]:
    """The same of the value of a cell."""
    found: list[tuple[str, ...]] = []
    for one in [shown] if isinstance(shown, str) else shown:
        if one == "\n":
            found.append(("br",))
        elif isinstance(one, str) and found and found[-1][0] == "":
            found[-1] = ("", found[-1][1] + one)
        elif isinstance(one, str):
            found.append(("", one))
        elif "to" in one:
            found.append(("a", _bare(one["text"]), _linked("/", one["to"])))
        elif "strong" in one:
            found.append(("strong", _bare(one["strong"]), ""))
        else:
            found.append(("time" if "day" in one else "bdi", _bare(one["text"]), one.get("day") or one.get("lang", "")))
    return [("", _bare(one[1])) if one[0] == "" else one for one in found if one != ("", "")]


def _link(link: HtmlElement) -> tuple[str, str]:
    return _words(link), link.get("href")


def _words(element: HtmlElement) -> str:
    return _bare(element.text_content())


def _bare(text: str) -> str:
    """Words with single spaces; those at the ends of a piece count."""
    return " ".join(text.replace("\r", " ").replace("\n", " ").split(" "))
