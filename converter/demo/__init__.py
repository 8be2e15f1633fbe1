"""An invented corpus: a whole project of works by a body that does not exist, the same bytes for the same size.

It shows what the site does with many works, and it is what tests and measurements run on. Nothing in it is an
official text, and none of it comes near `sources/`. `plan` says which works there are, `compose` writes
them, `typeset` sets them as they come out of a file, `project` writes the folder.
"""

from converter.demo.project import DEFAULT_WORKS, NotOursError, write_project

__all__ = ["DEFAULT_WORKS", "NotOursError", "write_project"]
