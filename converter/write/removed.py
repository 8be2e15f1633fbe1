"""The page of a work that was removed: what stood there, and why it does no more."""

from __future__ import annotations

from collections.abc import Iterator

from converter import addresses, symbols
from converter.corpus import Corpus
from converter.model import Artifact
from converter.removed import Removed
from converter.write import escape, front
from converter.write.words import Words


def removed_pages(corpus: Corpus, words: Words) -> Iterator[Artifact]:
    """A page for each work of a language that was removed; its other addresses lead there (`corpus.redirects`)."""
    for page, one in corpus.removed_pages.items():
        if page.startswith(f"{words.lang}/"):
            yield _page(page, one, words)


def note(one: Removed, words: Words) -> str:
    """What a page says of a removed work: that it was removed, and why."""
    reason = one.reason(words.lang)
    return f"{words('removed')} {words.colon(words('removed_reason'), reason)}" if reason else words("removed")


def _page(page: str, one: Removed, words: Words) -> Artifact:
    symbol = one.symbols[0] if one.symbols else None
    title = one.title(words.lang)
    name = " ".join(part for part in (symbols.displayed(symbol) if symbol else None, title) if part) or one.work
    meta = {
        "title": name,
        "description": words.join((words("removed"), name)),
        "template": "alone.html",
        "hide": ["navigation", "toc"],
        "lang": words.lang,
        "symbol": symbol,
        "removed": True,
    }
    link = addresses.official_link(words.lang, symbol) if symbol else None
    official = f" [{words('official')} {escape.markdown(symbols.displayed(symbol or ''))}](<{link}>)" if link else ""
    told = escape.markdown(note(one, words))
    body = f"# {escape.markdown(name)} {{: #title }}\n\n{told}{official}\n{{: .not-held }}\n"
    return Artifact(page, front.page(meta, body))
