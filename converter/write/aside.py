"""The page of a text that is set aside: why it is not shown, where the official text is, and who cites it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from converter import addresses
from converter.cited_series import CITED_BY
from converter.corpus import Corpus
from converter.model import Record
from converter.write import cited, escape, front, work
from converter.write.words import Words

# The code of the finding for which a text is set aside → the reader's word for it, of `aside.why`.
WHY = {
    "read-arabic-order": "words",
    "read-broken": "damaged",
    "read-empty": "empty",
    "read-encrypted": "locked",
    "read-garbled": "words",
    "read-not-akn": "damaged",
    "read-not-docx": "damaged",
    "read-not-html": "damaged",
    "read-not-text": "damaged",
    "read-recognised": "scan",
    "read-scan": "scan",
    "read-too-large": "large",
    "read-tracked-changes": "changes",
    "words": "words",
}


def page(record: Record, corpus: Corpus, words: Words) -> str:
    """The whole page, with its front matter."""
    at = corpus.page(record)
    places = corpus.citing(record)
    # Where nothing is read, the folder's name is all that is known of the work.
    name = words.title(record) if record.title or record.symbol or record.number else record.work
    meta = {
        "title": name,
        "description": words.join((words.body(record.body), words.of("kind", record.kind), words.symbol(record))),
        "template": "alone.html",
        "hide": ["navigation", "toc"],
        "lang": record.lang,
        "work": record.work,
        "symbol": record.symbol,
        "kind": record.kind,
        "body": record.body,
        "date": record.date,
        "year": record.year,
        "aside": record.aside,
        "search": True,
        "references": msgspec.to_builtins(cited.references(places, words)),
        "points": msgspec.to_builtins(cited.points(places, words)),
        "anchors": [CITED_BY, *cited.pinpointed(places)] if places else [],
    }
    return front.page(
        meta, "".join([f"# {escape.markdown(name)} {{: #title }}\n\n", *_body(record, at, corpus, words)])
    )


def _body(record: Record, at: str, corpus: Corpus, words: Words) -> Iterator[str]:
    why = words.among("aside", "why", WHY.get(record.aside, "other"))
    yield f"{escape.markdown(words.of('aside', 'about'))} {escape.markdown(why)}\n{{: .not-held }}\n\n"
    for official in work.official(record, words):
        name = escape.markdown(words.colon(words("official"), official["symbol"]))
        links = (f"[{escape.markdown(link['name'])}](<{link['url']}>)" for link in official["links"])
        yield f"- {name} — {' · '.join(links)}\n"
    if record.source_url:
        yield f"- [{escape.markdown(words.of('aside', 'file'))}](<{record.source_url}>)\n"
    for lang in corpus.shown_in(record.work):
        yield f"- {_held_there(corpus.expression(record.work, lang), at, corpus, words)}\n"
    yield "\n"


def _held_there(record: Record, at: str, corpus: Corpus, words: Words) -> str:
    there = cited.held_there(record, corpus, words)
    link = f"[{escape.markdown(there.title)}]({addresses.link(at, corpus.page(record))})"
    return f"{escape.markdown(there.words)} {link}{{: lang={there.lang} hreflang={there.lang} dir=auto }}"
