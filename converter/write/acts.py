"""`search/acts.json`: what each paragraph of the texts does, and whom it addresses; the search filters by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from converter import addresses
from converter.corpus import Corpus
from converter.model import Act, Artifact
from converter.write.jsonl import compact
from converter.write.ledger.names import called
from converter.write.words import Words

_MOST = 200  # verbs, and addressees, to choose from: those with most paragraphs


def act_files(corpus: Corpus, words: Words) -> Iterator[Artifact]:
    """The table of one language: the names once, then for each page its acts as `[anchor, verb, addressee or -1]`."""
    named = cache(lambda id_, printed: called(id_, printed, words))  # some thousand paragraphs ask the same few

    def addressee(act: Act) -> str:
        return named(act.addressee_id, act.addressee) if act.addressee else ""

    acts = {
        addresses.url(corpus.page(record)): [(act.anchor, act.lemma, addressee(act)) for act in found]
        for record in corpus.of(words.lang)
        if (found := corpus.acts_of(record))
    }
    every = [act for rows in acts.values() for act in rows]
    verbs = _most(verb for _, verb, _ in every)
    whom = _most(name for *_, name in every if name)
    pages = {
        page: [
            [anchor, verbs.get(verb, -1), whom.get(name, -1)]
            for anchor, verb, name in rows
            if verb in verbs or name in whom
        ]
        for page, rows in acts.items()
    }
    table = {"verb": list(verbs), "whom": list(whom), "pages": pages}
    yield Artifact(f"{words.lang}/search/acts.json", compact(table))


def _most(values: Iterator[str]) -> dict[str, int]:
    """The most frequent values, each with its place in the list, which is in their own order."""
    frequent = sorted(Counter(values).items(), key=lambda one: (-one[1], one[0]))[:_MOST]
    return {value: at for at, value in enumerate(sorted(value for value, _ in frequent))}
