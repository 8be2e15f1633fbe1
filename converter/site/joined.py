"""The style sheets and the scripts of every page, each kind in one file: a page names two files, not twenty.

What mkdocs.yml lists (`extra_css`, `extra_javascript`) is joined in its order. Each of our scripts is a function of its
own, so that one does not see another's names; each waits for the page (`defer`).
"""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

STYLES = "assets/stylesheets/pages.css"
SCRIPTS = "assets/javascripts/pages.js"
_NAMED_ALONE = frozenset(["assets/javascripts/symbols.js"])  # by 404.html, which needs it before all others


@dataclass(frozen=True, slots=True)
class Joined:
    """The parts of the two files, as the configuration lists them."""

    styles: tuple[str, ...]
    scripts: tuple[str, ...]

    def put(self, files: Files, config: MkDocsConfig) -> None:
        """Put the two files in the place of their parts."""
        for path, names in ((STYLES, self.styles), (SCRIPTS, self.scripts)):
            parts = [file for name in names if (file := files.get_file_from_path(name)) is not None]
            content = "".join(f"{part.content_string.rstrip()}\n" for part in parts)
            for part in parts:
                if part.src_uri not in _NAMED_ALONE:
                    files.remove(part)
            files.append(File.generated(config, path, content=content))


def join(config: MkDocsConfig) -> Joined:
    """Have every page name the two files; what they are made of."""
    scripts = tuple(str(one) for one in config.extra_javascript)
    found = Joined(tuple(config.extra_css), scripts)
    script = ExtraScriptValue(SCRIPTS)
    script.defer = True
    config.extra_css, config.extra_javascript = [STYLES], [script]
    return found
