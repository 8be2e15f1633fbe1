"""Entries for reference managers: BibTeX, RIS and CSL-JSON, for one work or for all of them.

A text of the UN is a `techreport` to BibTeX and a `RPRT` to RIS, the one standard type that prints kind, number and
issuing body; its title stands in two pairs of braces, so that no style takes its capitals away. To CSL it is a
`legislation`, a draft a `bill`. A brace that is text is written as a command, because BibTeX counts braces whether or
not a backslash stands before them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from converter import addresses
from converter.corpus import Corpus
from converter.model import Record
from converter.symbols import displayed
from converter.write.subjects import subjects
from converter.write.words import Words

_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "$&#%_"},
}
_BABEL = {  # what the package babel, and biblatex with it, calls the languages
    "ar": "arabic", "en": "english", "es": "spanish", "fr": "french", "ru": "russian", "zh": "chinese",
}  # fmt: skip
_TO_ESCAPE = re.compile("|".join(map(re.escape, _TEX)))
_SPACE = re.compile(r"[\s\x00-\x1f\x7f]+")
_NOT_IN_KEY = re.compile(r"[^A-Za-z0-9.:-]+")


def bibtex(corpus: Corpus, words: Words) -> str:
    """The bibliography of one language as BibTeX."""
    return "\n".join(bibtex_entry(record, corpus, words) for record in corpus.of(words.lang))


def bibtex_entry(record: Record, corpus: Corpus, words: Words) -> str:
    """One work as a BibTeX entry."""
    fields = {
        "author": f"{{{tex(words.body(record.body))}}}",  # braces within braces: an organ has no family name
        "title": f"{{{tex(words.title(record))}}}",
        "type": tex(_genre(record, words)),
        "institution": f"{{{tex(words.body(record.body))}}}",
        "number": tex(_number(record)),
        "year": record.year or "",
        "month": str(int(record.date[5:7])) if record.date else "",
        "note": tex(_session(record, words)),
        "abstract": tex(_about(record)),
        "keywords": tex(", ".join(subjects(record, words))),
        "url": _url(record, corpus),  # verbatim: an address has no character that TeX would mind
        "langid": _BABEL.get(record.lang, ""),
    }
    kept = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@techreport{{{key(record, corpus)},\n{kept}}}\n"


def ris(corpus: Corpus, words: Words) -> str:
    """The bibliography of one language as RIS."""
    return "".join(ris_entry(record, corpus, words) for record in corpus.of(words.lang))


def ris_entry(record: Record, corpus: Corpus, words: Words) -> str:
    """One work as an entry of RIS; lines end in CR LF, as its specification wants them."""
    date = (record.date or "").replace("-", "/") or (f"{record.year}///" if record.year else "")
    fields = [
        ("TY", "RPRT"),
        ("AU", words.body(record.body)),
        ("TI", words.title(record)),
        ("M3", _genre(record, words)),
        ("PB", words.body(record.body)),
        ("SN", _number(record)),
        ("PY", record.year or ""),
        ("DA", date),
        ("LA", record.lang),
        ("N1", _session(record, words)),
        ("AB", _about(record)),
        *(("KW", subject) for subject in subjects(record, words)),
        ("UR", _url(record, corpus)),
        ("ER", ""),
    ]
    lines = ((tag, _SPACE.sub(" ", value).strip()) for tag, value in fields if value or tag == "ER")
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines)


def csl(corpus: Corpus, words: Words) -> str:
    """The bibliography of one language as CSL-JSON."""
    items = [csl_item(record, corpus, words) for record in corpus.of(words.lang)]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def csl_item(record: Record, corpus: Corpus, words: Words) -> dict[str, Any]:
    """One work as an item of CSL-JSON (citeproc)."""
    date = record.date or record.year  # of a text without a day, only the year of its session
    fields: dict[str, Any] = {
        "id": key(record, corpus),
        "type": "bill" if record.status == "draft" else "legislation",
        "title": words.title(record),
        "author": [{"literal": words.body(record.body)}],
        "authority": words.body(record.body),
        "number": _number(record),
        "genre": _genre(record, words),
        "issued": {"date-parts": [[int(part) for part in date.split("-")]]} if date else None,
        "note": _session(record, words),
        "abstract": _about(record),
        "keyword": ", ".join(subjects(record, words)),
        "URL": _url(record, corpus),
        "language": record.lang,
    }
    return {name: value for name, value in fields.items() if value}


def csl_entry(record: Record, corpus: Corpus, words: Words) -> str:
    """One work as a file of CSL-JSON, which is a list."""
    return json.dumps([csl_item(record, corpus, words)], ensure_ascii=False, indent=1) + "\n"


# The entry of a work as a file beside its page.
FILES: dict[str, Callable[[Record, Corpus, Words], str]] = {
    "work.bib": bibtex_entry,
    "work.ris": ris_entry,
    "work.csl.json": csl_entry,
}


def key(record: Record, corpus: Corpus) -> str:
    """The key to cite a work by: its symbol if that is its alone, else its name, and the language."""
    names = (record.symbol, record.adopted_as)
    own = next((name for name in names if name and corpus.held.get((record.lang, name)) is record), record.work)
    return f"{_NOT_IN_KEY.sub('-', own).strip('-')}-{record.lang}"


def tex(text: str) -> str:
    """Text for a field in braces."""
    return _TO_ESCAPE.sub(lambda match: _TEX[match[0]], _SPACE.sub(" ", text).strip())


def _number(record: Record) -> str:
    symbol = record.symbol or record.adopted_as
    return displayed(symbol) if symbol else record.number or ""


def _genre(record: Record, words: Words) -> str:
    return words.of("draft_kind" if record.status == "draft" else "kind", record.kind)


def _about(record: Record) -> str:
    """What a text without a title is about, in its own words; a title says so itself."""
    return "" if record.title else record.subject or ""


def _session(record: Record, words: Words) -> str:
    return words.session(record.session) if record.session else ""


def _url(record: Record, corpus: Corpus) -> str:
    """The permanent address; while it is not known where the site is, that of the official document."""
    if corpus.site_url:
        return f"{corpus.site_url}{addresses.url(corpus.page(record))}"
    symbol = record.symbol or record.adopted_as
    return (addresses.official_link(record.lang, symbol) if symbol else None) or ""
