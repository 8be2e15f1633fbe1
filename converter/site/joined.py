"""The style sheets and the scripts of every page, each kind in one file: a page names three files, not twenty.

What mkdocs.yml lists (`extra_css`, `extra_javascript`) is joined in its order, where it is a file of this site and no
module. What not every page needs is apart, and listed below `extra`: `searching:`, the scripts of the search, which
search-open.js fetches when somebody searches; `listing:`, scripts and style sheets of the pages with tables. Each
script is a function of its own, so that one does not see another's names, and what goes wrong in one is said and stops
no other; each waits for the page (`defer`).

Pages that have nothing of the theme but its styles (`overrides/lean.html`) name what they can meet of them: `THEME`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from converter.cache import code_fingerprint
from converter.kept import digest, made_once
from converter.site.sheets import met, names_in, slim

THEME = "assets/stylesheets/theme.css"
STYLES = "assets/stylesheets/pages.css"
SCRIPTS = "assets/javascripts/pages.js"
SEARCHING = "assets/javascripts/searching.js"
LISTING = "assets/{}/listing.{}"
_OURS = "assets/"
_OF_THEME = re.compile(r"assets/stylesheets/(?:main|palette)\.[0-9a-f]+\.min\.css")
_OF_MARKDOWN = "footnote footnote-ref footnote-backref"  # classes that its extensions put into a page
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*(?:(?!\*/)[\s\S])*\*/[ \t]*)$", re.MULTILINE)
_NAMED_ALONE = frozenset(["assets/javascripts/symbols.js", "assets/stylesheets/late.css"])  # by 404.html, before others
_APART = "try {\n%s\n} catch (error) {\n  setTimeout(() => { throw error; });\n}\n"


@dataclass(frozen=True, slots=True)
class Joined:
    """The parts of the files, as the configuration lists them."""

    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    searching: tuple[str, ...] = ()
    listing: tuple[str, ...] = ()

    def put(self, files: Files, config: MkDocsConfig, at: Path) -> None:
        """Put the files in the place of their parts, and what of the theme's styles our own pages can meet.

        That is kept `at` a path: reading all the theme's styles takes as long as making some pages.
        """
        files.append(File.generated(config, THEME, content=_of_theme(files, config, at)))
        for path, names, made in (
            (STYLES, self.styles, one_sheet),
            (LISTING.format("stylesheets", "css"), _ending(self.listing, ".css"), one_sheet),
            (SCRIPTS, self.scripts, one_script),
            (LISTING.format("javascripts", "js"), _ending(self.listing, ".js"), one_script),
            (SEARCHING, self.searching, one_script),
        ):
            _put(path, names, made, files, config)


def _ending(names: Iterable[str], end: str) -> tuple[str, ...]:
    return tuple(name for name in names if name.endswith(end))


def _put(
    path: str, names: Iterable[str], made: Callable[[Iterable[str]], str], files: Files, config: MkDocsConfig
) -> None:
    parts = [file for name in names if (file := files.get_file_from_path(name)) is not None]
    content = made(part.content_string for part in parts)
    for part in parts:
        if part.src_uri not in _NAMED_ALONE:
            files.remove(part)
    files.append(File.generated(config, path, content=content))


def _of_theme(files: Files, config: MkDocsConfig, at: Path) -> str:
    """The theme's styles for pages that are made by our templates and scripts alone; kept `at` a path."""
    ours = [file for file in files if file.src_uri.startswith(_OURS)]
    scripts = (file.content_string for file in ours if file.src_uri.endswith(".js") and not _is_of_theme(file))
    templates = (path.read_text(encoding="utf-8") for path in Path(config.theme.custom_dir or "").rglob("*.html"))
    values = (str(value) for one in config.theme.get("palette") or () for value in one.values())
    named = [_OF_MARKDOWN, *scripts, *templates, *values]
    sheets = sorted((file for file in files if _OF_THEME.fullmatch(file.src_uri)), key=lambda file: file.src_uri)
    sheet = "".join(one.content_string for one in sheets)
    own = "".join(file.content_string for file in ours if file.src_uri.endswith(".css") and not _is_of_theme(file))
    made_from = digest(*(text.encode() for text in (code_fingerprint(), sheet, own, *named)))
    return made_once(at, made_from, str, lambda: met(sheet, names_in(*named), own))


def _is_of_theme(file: File) -> bool:
    return ".min." in file.src_uri


def one_sheet(parts: Iterable[str]) -> str:
    """The style sheet of these."""
    return slim("\n".join(parts))


def one_script(parts: Iterable[str]) -> str:
    """The script of these: an error in one is thrown when all have run."""
    return "".join(_APART % _sent(part) for part in parts)


def _sent(script: str) -> str:
    """A script without its indentation, its empty lines and the comments on lines of their own.

    No text in a script goes over a line's end (`tests/test_joined.py`), so a line that begins as a comment is one.
    """
    stripped = (line.strip() for line in _COMMENT.sub("", script).splitlines())
    return "\n".join(line for line in stripped if line)


def join(config: MkDocsConfig) -> Joined:
    """Have every page name the joined files, beside what is not of this site; what the files are made of."""
    styles = [one for one in config.extra_css if one.startswith(_OURS)]
    scripts = [one for one in config.extra_javascript if _is_part(one)]
    script = ExtraScriptValue(SCRIPTS)
    script.defer = True
    config.extra_css = [STYLES, *(one for one in config.extra_css if one not in styles)]
    config.extra_javascript = [script, *(one for one in config.extra_javascript if one not in scripts)]
    apart = (tuple(config.extra.get(name, ())) for name in ("searching", "listing"))
    return Joined(tuple(styles), tuple(map(str, scripts)), *apart)


def _is_part(script: ExtraScriptValue | str) -> bool:
    """Whether a script can stand in one file with others: it is of this site, and no module."""
    return str(script).startswith(_OURS) and not (isinstance(script, ExtraScriptValue) and script.type)
