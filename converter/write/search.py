"""`search`: the page that search.js makes its own, with the lists for a reader without script."""

from __future__ import annotations

from collections.abc import Iterator

from converter.corpus import Corpus
from converter.model import Artifact
from converter.write import escape, front
from converter.write.words import Words


def search_pages(corpus: Corpus, words: Words) -> Iterator[Artifact]:
    """The search page of one language."""
    search = words.table("search")
    title = escape.line(search["title"])
    meta = {"title": title, "lang": words.lang, "hide": ["navigation", "toc"]}
    lists = words.listed(
        f'<a href="../{name}/">{escape.attribute(words(name))}</a>' for name in ("works", "cited", "reports")
    )
    body = (
        f"# {escape.markdown(title)}\n\n"
        '<div id="rd-search" class="rd-search rd-search--page"></div>\n\n'
        f"<noscript><p>{escape.attribute(search['no_script'])} {lists}</p></noscript>\n"
    )
    yield Artifact(f"{words.lang}/search.md", front.page(meta, body))
