"""The folder `data/` of the site: the whole collection for programs, language by language, and what lists it.

`data/index.json` names the languages, `data/<language>/index.json` every file of one, with media type, size and
schema. Documented for people at docs/<language>/data.md. A new kind of file is a function and a row in the table.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from converter import __version__
from converter.corpus import Corpus
from converter.model import Artifact
from converter.write import bibliography, calendar, feeds, graphml, jsonl, tables
from converter.write.words import Words

FORMAT = "1.4"  # of the folder: the second figure when something is added, the first when something changes
_SCHEMAS = Path(__file__).parent.parent / "schemas"


@dataclass(frozen=True, slots=True)
class Kind:
    """A file of the folder: its media type, what makes it of a collection, and the schema that it keeps.

    Without `make` it comes about elsewhere.
    """

    media_type: str
    make: Callable[[Corpus, Words], str] | None = None
    schema: str | None = None


# The name of the file in `data/<language>/` → what it is. Its title is in the language's words, `ui: data:`.
DATA: dict[str, Kind] = {
    "works.jsonl": Kind("application/jsonl", jsonl.works, "works.schema.json"),
    "paragraphs.jsonl": Kind("application/jsonl", None, "paragraphs.schema.json"),  # pipeline: outputs, joined
    "citations.csv": Kind("text/csv", tables.citations),
    "votes.csv": Kind("text/csv", tables.votes),
    "treatments.csv": Kind("text/csv", tables.treatments),
    "citations.graphml": Kind("application/graphml+xml", graphml.citations),
    "mandates.csv": Kind("text/csv", tables.mandates),
    "mandates.ics": Kind("text/calendar"),  # only where there are mandates
    "bibliography.bib": Kind("application/x-bibtex", bibliography.bibtex),
    "bibliography.ris": Kind("application/x-research-info-systems", bibliography.ris),
    "bibliography.json": Kind("application/vnd.citationstyles.csl+json", bibliography.csl),
    "works.atom": Kind("application/atom+xml", feeds.atom),
}
# The ending of a file that there are many of → the row that it is like, and the word for it.
_OTHERS = {"ics": ("mandates.ics", "actor.ics"), "atom": ("works.atom", "body.atom")}
SCHEMAS = (*sorted({kind.schema for kind in DATA.values() if kind.schema}), "data-index.schema.json")


def data_files(corpus: Corpus, words: Words) -> Iterator[Artifact]:
    """Every file of one language, and what all languages share; the list of them follows when all are there."""
    folder = f"data/{words.lang}"
    for name, kind in DATA.items():
        if kind.make is not None:
            yield Artifact(f"{folder}/{name}", kind.make(corpus, words))
    for actor, content in calendar.calendars(corpus, words):
        yield Artifact(f"{folder}/mandates/{actor}.ics" if actor else f"{folder}/mandates.ics", content)
    for path, content in feeds.of_bodies(corpus, words):
        yield Artifact(path, content)
    for content in feeds.opensearch(corpus, words):
        yield Artifact(feeds.OPENSEARCH.format(lang=words.lang), content)
    for name in SCHEMAS:
        yield Artifact(f"data/schemas/{name}", (_SCHEMAS / name).read_text(encoding="utf-8"))
    languages = [{"lang": lang, "index": f"data/{lang}/index.json"} for lang in corpus.languages()]
    yield Artifact("data/index.json", _json({**_head(), "languages": languages}))


def manifest(corpus: Corpus, words: Words, sizes: Mapping[str, int]) -> Artifact:
    """The list of the files of one language, by their paths from the site's root and their sizes in bytes."""
    folder = f"data/{words.lang}/"
    rows = [_row(path, path.removeprefix(folder), size, words) for path, size in sorted(sizes.items())]
    about = {
        "lang": words.lang,
        "title": words("site_name"),
        "documentation": f"{words.lang}/data/",
        "works": sum(1 for _ in corpus.of(words.lang)),
        "files": rows,
    }
    return Artifact(f"{folder}index.json", _json({**_head(), **about}))


def _head() -> dict[str, Any]:
    return {"format": FORMAT, "generator": f"resolution-docs {__version__}"}


def _row(path: str, name: str, size: int, words: Words) -> dict[str, Any]:
    # What is no row of the table is the feed of a body or the calendar of an actor.
    like, called = (name, name) if name in DATA else _OTHERS[name.rpartition(".")[2]]
    kind = DATA[like]
    row = {"path": path, "title": words.of("data", called)}
    schema = {"schema": f"data/schemas/{kind.schema}"} if kind.schema else {}
    return {**row, "media_type": kind.media_type, "bytes": size, **schema}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
