"""What a file itself has, held against what was read of it: a character that is in one of them alone is said."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable

from converter.model import Diagnostic

_SHOWN = 12  # characters that the finding names


def counted(words: str, folded: Callable[[str], str] = str) -> Counter[str]:
    """How often each character stands in a text, spaces aside; high, wide and accented ones as their plain parts.

    `folded` says what a part counts as, nothing for what does not count.
    """
    found = Counter[str]()
    for char, count in Counter(words).items():  # there are few, each many times
        for part in folded(unicodedata.normalize("NFKD", char)):
            if not part.isspace():
                found[part] += count
    return found


def unaccounted(path: str, form: str, lost: Counter[str], invented: Counter[str]) -> Diagnostic | None:
    """The finding for characters that are not in the text, or in it alone; `form` names what the file is."""
    if not lost and not invented:
        return None
    kinds = ((lost, "lost"), (invented, "invented"))
    parts = [f"{sum(many.values())} {what} ({' '.join(sorted(many)[:_SHOWN])})" for many, what in kinds if many]
    message = f"characters of the {form} and of its text are not the same: {', '.join(parts)}"
    hint = "report the file: it is misread; until then use another format of the same document, such as its DOCX"
    return Diagnostic(path, 0, 0, "read-account", message, hint)
