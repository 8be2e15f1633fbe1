"""`basket`: the page of the paragraphs that a reader keeps in the browser, which basket.js fills."""

from __future__ import annotations

from collections.abc import Iterator

from converter.corpus import Corpus
from converter.model import Artifact
from converter.write import escape, front
from converter.write.words import Words


def basket_pages(corpus: Corpus, words: Words) -> Iterator[Artifact]:
    """The page of one language; it holds nothing of a reader."""
    own = words.table("basket")
    title = escape.line(own["title"])
    meta = {"title": title, "lang": words.lang, "hide": ["navigation", "toc"]}
    body = (
        f"# {escape.markdown(title)} {{: #title }}\n\n{escape.markdown(own['about'], block_start=True)}\n\n"
        '<div id="rd-basket"></div>\n\n'
        f"<noscript><p>{escape.attribute(own['no_script'])}</p></noscript>\n"
    )
    yield Artifact(f"{words.lang}/basket.md", front.page(meta, body))
