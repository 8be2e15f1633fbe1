"""Which Content-Security-Policy a host can set: scripts of the site's own files, and what the theme has inline.

Our own scripts are files. The theme puts three small ones into every page, of which one holds the way to the site's
root, so that it differs by the depth of the page. They are taken from the templates, rendered without any page: what
somebody brings into a page is never among them.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment
from lxml.html import HTMLParser, document_fromstring
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_relative_url

from converter.kept import digest, last_made, made_once

_TEMPLATE = "main.html"
_DATA = frozenset(["application/json", "application/ld+json"])
# The search is WebAssembly and asks for its index; drawings, marks of the theme and previews are styled by attributes.
_DIRECTIVES = (
    ("default-src", "'none'"),
    ("script-src", "'self' 'wasm-unsafe-eval' {scripts}"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),
    ("connect-src", "'self'"),
    ("form-action", "'self'"),
    ("base-uri", "'none'"),
    ("frame-ancestors", "'none'"),
)


def inline_scripts(html: str) -> list[str]:
    """The scripts that stand in a page and run: their code, as a browser hashes it."""
    page = document_fromstring(html.encode(), parser=HTMLParser(encoding="utf-8"))
    return [one.text or "" for one in page.iter("script") if one.get("src") is None and one.get("type") not in _DATA]


def hash_of(code: str) -> str:
    """The source expression of an inline script (CSP Level 3, 2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def write_policy(
    path: Path, made_from: str, env: Environment, nav: Navigation, files: Files, config: MkDocsConfig
) -> None:
    """Write the hashes of what the theme brings inline, for every depth that a page of the site has.

    `made_from` is a digest of all that the theme's templates show besides: where it and the depths stay the same, so do
    the hashes, and the theme need not be compiled.
    """
    addresses = {page.url for page in files.documentation_pages()}
    bases = {get_relative_url(".", address) for address in addresses}
    bases.add(urlsplit(config.site_url or "/").path)  # of the page for addresses that lead nowhere, as MkDocs has it
    in_order = sorted(bases, key=lambda one: (len(one), one))

    def hashes() -> Iterator[str]:
        template = env.get_template(_TEMPLATE)
        for base in in_order:
            context = config.plugins.on_template_context(
                get_context(nav, files, config, base_url=base), template_name=_TEMPLATE, config=config
            )
            yield from map(hash_of, inline_scripts(template.render(context)))

    key = digest(made_from.encode(), *(base.encode() for base in in_order))
    made_once(path, key, list[str], lambda: list(dict.fromkeys(hashes())))


def read_hashes(path: Path) -> list[str] | None:
    """The hashes that the last build wrote; None where there are none that can be believed."""
    return last_made(path, list[str])


def policy(hashes: Iterable[str]) -> str:
    """The value of the header."""
    scripts = " ".join(hashes)
    return "; ".join(f"{name} {value.format(scripts=scripts)}" for name, value in _DIRECTIVES)
