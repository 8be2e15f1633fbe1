"""The style sheets and the scripts of every page, each kind in one file: a page names two files, not twenty.

The scripts of the search are a third file that no page names: search-open.js fetches it when somebody searches.

What mkdocs.yml lists (`extra_css`, `extra_javascript`; `extra: searching:` for the search) is joined in its order,
where it is a file of this site and no module. Each script is a function of its own, so that one does not see another's
names, and what goes wrong in one is said and stops no other; each waits for the page (`defer`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

STYLES = "assets/stylesheets/pages.css"
SCRIPTS = "assets/javascripts/pages.js"
SEARCHING = "assets/javascripts/searching.js"
_OURS = "assets/"
_NAMED_ALONE = frozenset(["assets/javascripts/symbols.js"])  # by 404.html, which needs it before all others
_APART = "try {\n%s\n} catch (error) {\n  setTimeout(() => { throw error; });\n}\n"


@dataclass(frozen=True, slots=True)
class Joined:
    """The parts of the files, as the configuration lists them."""

    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    searching: tuple[str, ...] = ()

    def put(self, files: Files, config: MkDocsConfig) -> None:
        """Put the files in the place of their parts."""
        for path, names, made in (
            (STYLES, self.styles, one_sheet),
            (SCRIPTS, self.scripts, one_script),
            (SEARCHING, self.searching, one_script),
        ):
            parts = [file for name in names if (file := files.get_file_from_path(name)) is not None]
            content = made(part.content_string for part in parts)
            for part in parts:
                if part.src_uri not in _NAMED_ALONE:
                    files.remove(part)
            files.append(File.generated(config, path, content=content))


def one_sheet(parts: Iterable[str]) -> str:
    """The style sheet of these."""
    return "".join(f"{part.rstrip()}\n" for part in parts)


def one_script(parts: Iterable[str]) -> str:
    """The script of these: an error in one is thrown when all have run."""
    return "".join(_APART % part.rstrip() for part in parts)


def join(config: MkDocsConfig) -> Joined:
    """Have every page name its two files, beside what is not of this site; what the files are made of."""
    styles = [one for one in config.extra_css if one.startswith(_OURS)]
    scripts = [one for one in config.extra_javascript if _is_part(one)]
    script = ExtraScriptValue(SCRIPTS)
    script.defer = True
    config.extra_css = [STYLES, *(one for one in config.extra_css if one not in styles)]
    config.extra_javascript = [script, *(one for one in config.extra_javascript if one not in scripts)]
    return Joined(tuple(styles), tuple(map(str, scripts)), tuple(config.extra.get("searching", ())))


def _is_part(script: ExtraScriptValue | str) -> bool:
    """Whether a script can stand in one file with others: it is of this site, and no module."""
    return str(script).startswith(_OURS) and not (isinstance(script, ExtraScriptValue) and script.type)
