"""Old addresses: a page at each that leads on, with or without script, and keeps the paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from converter import addresses
from converter.corpus import Corpus
from converter.model import Artifact
from converter.write import escape, front
from converter.write.words import Words


def redirect_pages(corpus: Corpus, words: Words) -> Iterator[Artifact]:
    """A page at every address that a work of this language had or also has."""
    for old, new in sorted(corpus.redirects.items()):
        if old.startswith(f"{words.lang}/"):
            meta = {"title": words("moved"), "template": "redirect.html", "redirect": addresses.url(new)}
            text = escape.markdown(words("moved"))
            yield Artifact(old, front.page(meta, f"{text} [{escape.markdown(new)}]({addresses.link(old, new)})\n"))
