"""Old addresses: a page at each that leads on, with or without script, and keeps the paragraph.

Links may lead to a page at an old address, so MkDocs knows of it. No link of ours leads to the addresses that pairs of
languages had; of these there are thirty a work, and each is a small file that needs neither Markdown nor a template.
"""

from __future__ import annotations

from collections.abc import Iterator

from converter import addresses
from converter.cited_series import PLACES
from converter.corpus import Corpus
from converter.language_files import read_data
from converter.model import Artifact, Record
from converter.removed import Removed
from converter.write import escape, front
from converter.write.words import Words


def redirect_pages(corpus: Corpus, words: Words) -> Iterator[Artifact]:
    """A page at every address that a work of this language had or also has."""
    for old in sorted(corpus.redirects):
        if old.startswith(f"{words.lang}/"):
            there = corpus.leads_to(old)
            meta = {"title": words("moved"), "template": "redirect.html", "redirect": there.url()}
            places = {} if there.places is None else {"places": dict(there.places)}
            yield Artifact(old, front.page(meta | places, ""))


def redirect_files(corpus: Corpus, words: Words) -> Iterator[Artifact]:
    """A file at every address that a text of this language had beside each other language of its work."""
    for record in corpus.of(words.lang):
        if not record.aside:
            yield from _of_pairs(record, corpus, words)
    for removed in corpus.removed:
        if words.lang in removed.languages:
            yield from _of_removed(removed, corpus, words)


def _of_removed(removed: Removed, corpus: Corpus, words: Words) -> Iterator[Artifact]:
    pages = [f"{words.lang}/{address}.md" for address in removed.addresses]
    target = corpus.leads_to(pages[0]).url()
    others = [other for other in removed.languages if other != words.lang]
    for page in pages:
        for other in others:
            yield _file(addresses.former_parallel_file(page, other), target, words)


def _of_pairs(record: Record, corpus: Corpus, words: Words) -> Iterator[Artifact]:
    page = corpus.page(record)
    former = (f"{record.lang}/{one.address}.md" for one in record.formerly)
    pages = [page, *(old for old in former if corpus.redirects.get(old) == page)]
    for other in corpus.shown_in(record.work):
        if other != record.lang:
            target = addresses.parallel_url(page, other)
            for old in pages:
                yield _file(addresses.former_parallel_file(old, other), target, words)


def _file(path: str, target: str, words: Words) -> Artifact:
    """What overrides/redirect.html makes of a page, at the path of a file of the site."""
    root = "../" * path.count("/")
    to, script = escape.attribute(f"{root}{target}"), escape.attribute(f"{root}assets/javascripts/moved.js")
    direction = ' dir="rtl"' if read_data(words.lang)["direction"] == "rtl" else ""  # as every page has it
    places = f' data-places="{escape.attribute(PLACES)}"' if "#" in target else ""
    html = (
        f'<!doctype html><html lang="{words.lang}"{direction}><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">'
        f"<title>{escape.attribute(words('moved'))}</title>"
        f'<meta http-equiv="refresh" content="0; url={to}"><link rel="canonical" href="{to}">'
        f'<p><a href="{to}"{places}>{escape.attribute(words("moved"))}</a></p><script src="{script}"></script></html>\n'
    )
    return Artifact(path, html)
