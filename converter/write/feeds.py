"""What other programs subscribe to or search with: the Atom feed (RFC 4287) and the OpenSearch description (1.1).

No clock: the date of an entry is that of the work's adoption, else of its session. An entry's id is made from the
work's permanent address and stays when the site moves to another host, as RFC 4287 (4.2.6) wants it. Links are
absolute when it is known where the site is, else relative to the feed.
"""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import relpath
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element

from converter import addresses
from converter.corpus import Corpus
from converter.model import Record
from converter.ordering import time_key
from converter.write.subjects import subjects
from converter.write.words import Words
from converter.write.xml import document, element, in_lines

FEED = "data/{lang}/works.atom"
_BODY_FEED = "data/{lang}/works/{body}.atom"
OPENSEARCH = "{lang}/opensearch.xml"
_LATEST = 100
_ATOM = "http://www.w3.org/2005/Atom"
_OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
_UNDATED = "1970-01-01"  # an entry must have a date; this one sorts last
_LEAVES = frozenset({"title", "subtitle", "summary", "name", "id", "updated"})


def body_feed(lang: str, body: str) -> str:
    """Where the feed of a body is; in small letters, as every address of a file is."""
    return _BODY_FEED.format(lang=lang, body=body.lower())


def of_bodies(corpus: Corpus, words: Words) -> Iterator[tuple[str, str]]:
    """The feed of each body that texts of one language are of: where it is, and what is in it."""
    held = {record.body for record in corpus.of(words.lang)}
    for body in corpus.authorities.bodies:
        if body.id in held:
            yield body_feed(words.lang, body.id), atom(corpus, words, body.id)


def atom(corpus: Corpus, words: Words, body: str = "") -> str:
    """The feed of one language, or of one body in it: the latest works, the newest first."""
    path = body_feed(words.lang, body) if body else FEED.format(lang=words.lang)
    own = (record for record in corpus.of(words.lang) if not body or record.body == body)
    latest = sorted(own, key=time_key, reverse=True)[:_LATEST]
    name = words.colon(words("site_name"), words.body(body)) if body else words("site_name")
    head = [
        element("id", None, _identity(path)),
        element("title", None, name),
        element("subtitle", None, words("works_about")),
        element("updated", None, _time(max(map(_date, latest), default=_UNDATED))),
        element("link", {"rel": "self", "type": "application/atom+xml", "href": _href(path, path, corpus)}),
        element("link", {"rel": "alternate", "type": "text/html", "href": _href(f"{words.lang}/", path, corpus)}),
        element("author", None, element("name", None, words("site_name"))),
    ]
    entries = (_entry(record, corpus, words, path) for record in latest)
    feed = element("feed", {"xmlns": _ATOM, "xml:lang": words.lang}, *head, *entries)
    return document(in_lines(feed, leaves=_LEAVES))


def _entry(record: Record, corpus: Corpus, words: Words, feed: str) -> Element:
    address = addresses.url(corpus.page(record))
    session = words.session(record.session) if record.session else None
    facts = (words.body(record.body), session, words.of("kind", record.kind))
    about = None if record.title else record.subject
    summary = words.join([*facts, words.of("status", record.status), about])
    link = {"rel": "alternate", "type": "text/html", "hreflang": record.lang, "href": _href(address, feed, corpus)}
    return element(
        "entry",
        None,
        element("id", None, _identity(address)),
        element("title", None, words.name(record)),
        element("updated", None, _time(_date(record))),
        element("link", link),
        element("author", None, element("name", None, words.body(record.body))),
        element("category", {"term": record.kind, "label": words.of("kind", record.kind)}),
        element("category", {"term": record.status, "label": words.of("status", record.status)}),
        *(element("category", {"term": subject}) for subject in subjects(record, words)),
        element("summary", None, summary),
    )


def _identity(address: str) -> str:
    return uuid5(NAMESPACE_URL, address).urn


def _date(record: Record) -> str:
    return record.date or record.session_to or record.session_from or _UNDATED


def _time(date: str) -> str:
    return f"{date}T00:00:00Z"


def _href(address: str, feed: str, corpus: Corpus) -> str:
    if corpus.site_url:
        return f"{corpus.site_url}{address}"
    relative = relpath(address, feed.rpartition("/")[0])
    return f"{relative}/" if address.endswith("/") else relative


def opensearch(corpus: Corpus, words: Words) -> Iterator[str]:
    """How a browser searches the site from its address bar.

    Its templates must be absolute, so there is no such file while it is not known where the site is.
    """
    if not corpus.site_url:
        return
    path = OPENSEARCH.format(lang=words.lang)
    search = f"{corpus.site_url}{words.lang}/search/?q={{searchTerms}}"
    own = f"{corpus.site_url}{path}"
    description = element(
        "OpenSearchDescription",
        {"xmlns": _OPENSEARCH},
        element("ShortName", None, words("site_name")[:16]),  # no more is allowed
        element("Description", None, words("works_about")[:1024]),
        element("Url", {"type": "text/html", "template": search}),
        element("Url", {"type": "application/opensearchdescription+xml", "rel": "self", "template": own}),
        element("Language", None, words.lang),
        element("InputEncoding", None, "UTF-8"),
        element("OutputEncoding", None, "UTF-8"),
    )
    yield document(in_lines(description, leaves=frozenset({"ShortName", "Description"})))
