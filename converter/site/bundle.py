"""The offline bundle: the whole site in one zip that works from a folder on a laptop, search included.

A browser that reads from file:// finds no `index.html` for a folder and lets no script fetch a file. So the copy in
the bundle spells out `index.html` in every link, and carries the files that search asks for as scripts (offline.js
says how). Nothing in it asks for anything outside; a page that would is refused.

The same site gives the same bytes: sorted names, one time stamp, one mode.
"""

from __future__ import annotations

import base64
import hashlib
import re
import zipfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from urllib.parse import unquote

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring, tostring

from converter.kept import whole, write_if_changed
from converter.site.joined import SCRIPTS

MANIFEST = "MANIFEST"

_TIME = (1980, 1, 1, 0, 0, 0)
_MODE = 0o100644 << 16
_UNIX = 3
_LEFT_OUT = re.compile(
    r"404\.html|sitemap\.xml(\.gz)?|CNAME|robots\.txt|(.*/)?\.[^/]*|.*\.map"
    r"|assets/javascripts/(lunr|workers)/.*"  # Material's own search, which is off
)
_FETCHED = re.compile(r"[^/]+/pagefind/.+|[^/]+/search/.+\.json")

_LINKS = re.compile(r"href|action|formaction|data-(?:.+-)?(?:href|url)", re.IGNORECASE)
_REFRESH = re.compile(r"(\s*\d+\s*;\s*url\s*=\s*)(.*)", re.IGNORECASE | re.DOTALL)
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_REMOTE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_CSS_REMOTE = re.compile(r"(?:url\(\s*|@import\s+)[\"']?((?:https?:)?//[^\"')\s]+)", re.IGNORECASE)
_LOADING_LINKS = frozenset(["stylesheet", "icon", "preload", "prefetch", "preconnect", "modulepreload", "manifest"])


class BundleError(Exception):
    """The site cannot be bundled; the message names the page and what is wrong with it."""


def write_bundle(site: Path, out: Path) -> Path:
    """Write the bundle of a built site, and its checksum beside it as `<out>.sha256`.

    In: the folder of the site and the path of the zip. Out: the path of the zip. Raises BundleError when the site
    would not work from a folder.
    """
    if not site.is_dir() or not any(site.glob("*/index.html")):
        raise BundleError(f"{site}: no built site")
    out.parent.mkdir(parents=True, exist_ok=True)
    with whole(out) as unfinished:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            listed = []
            for name, data in bundle_files(site):
                archive.writestr(_entry(name), data)
                listed.append(f"{hashlib.sha256(data).hexdigest()}  {name}\n")
            archive.writestr(_entry(MANIFEST), "".join(listed).encode())
        with unfinished.open("rb") as archive_file:
            checksum = hashlib.file_digest(archive_file, "sha256").hexdigest()
        write_if_changed(out.with_name(f"{out.name}.sha256"), f"{checksum}  {out.name}\n".encode())
    return out


def bundle_files(site: Path) -> Iterator[tuple[str, bytes]]:
    """The files of the bundle in their order: path and content."""
    paths = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    folders = frozenset(dirname(name) for name in paths if name.rsplit("/", 1)[-1] == "index.html")
    made = {f"{name}.js" if _FETCHED.fullmatch(name) else name: name for name in paths if not _LEFT_OUT.fullmatch(name)}
    if "index.html" not in made:
        made["index.html"] = ""
    for name in sorted(made):
        yield name, _content(name, paths.get(made[name]), folders)


def _content(name: str, path: Path | None, folders: frozenset[str]) -> bytes:
    if path is None:
        return _start_page(folders).encode()
    data = path.read_bytes()
    if path.name != name.rsplit("/", 1)[-1]:
        return b'rdOffline.file("' + base64.b64encode(data) + b'")\n'
    if name.endswith(".html"):
        return _offline(name, folders, data)
    if name.endswith(".css"):
        _refuse(name, _CSS_REMOTE.findall(data.decode()))
    if name == SCRIPTS:
        return Path(__file__).with_name("offline.js").read_bytes() + data
    return data


def _start_page(folders: frozenset[str]) -> str:
    first = min(folder for folder in folders if folder and "/" not in folder)
    target = escape(f"{first}/index.html")
    return (
        f'<!doctype html><meta charset="utf-8"><title>{escape(first)}</title>'
        f'<meta http-equiv="refresh" content="0; url={target}"><a href="{target}">{target}</a>\n'
    )


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.create_system = _UNIX
    entry.external_attr = _MODE
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


# --- pages -----------------------------------------------------------------------------------------------


def _offline(name: str, folders: frozenset[str], html: bytes) -> bytes:
    """A page as it works from file://. In: its path, the folders of the site that have an index page, its bytes.

    Raises BundleError for a page that asks for something outside, or has a script that no browser runs from a folder.
    """
    try:
        page = document_fromstring(html, parser=HTMLParser(encoding="utf-8", huge_tree=True))
    except ParserError:  # a page of nothing
        return html
    for element in page.iter("*"):
        _refuse(name, _remote(element))
        if element.tag == "script" and element.get("type", "").lower() == "module":
            raise BundleError(f"{name}: a script of type module does not run from file://: {element.get('src', '')}")
        if "canonical" not in element.get("rel", "").lower():  # it says where the page is published, not where to go
            _spell_out(element, name, folders)
    return bytes(tostring(page, encoding="utf-8", doctype="<!doctype html>")) + b"\n"


def _spell_out(element: HtmlElement, name: str, folders: frozenset[str]) -> None:
    """Spell out every link of an element to a folder."""
    refreshes = element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh"
    for key, value in element.items():
        if _LINKS.fullmatch(key):
            element.set(key, _link(value, name, folders))
        elif refreshes and key == "content":
            element.set(key, _REFRESH.sub(lambda found: found[1] + _link(found[2], name, folders), value))


def _link(target: str, name: str, folders: frozenset[str]) -> str:
    """A link of a page as it works from file://: `../A/RES/1/#op2` → `../A/RES/1/index.html#op2`."""
    if not target or target[0] in "#?" or _ELSEWHERE.match(target):
        return target
    path, rest = re.fullmatch(r"([^?#]*)(.*)", target, re.DOTALL).groups()  # type: ignore[union-attr]
    if path.startswith("/"):
        path = relpath(path, "/" + dirname(name)) + ("/" if path.endswith("/") else "")
    reached = normpath(join(dirname(name), unquote(path)))
    if ("" if reached == "." else reached) in folders:
        path = f"{path.rstrip('/')}/index.html"
    return path + rest


def _remote(element: HtmlElement) -> list[str]:
    """What a browser would ask of another host as soon as it reads this element."""
    asked = [element.get(name, "") for name in ("src", "poster", "srcset")]
    if element.tag == "link" and not _LOADING_LINKS.isdisjoint(element.get("rel", "").lower().split()):
        asked.append(element.get("href", ""))
    return [address for address in asked if _REMOTE.match(address)]


def _refuse(name: str, addresses: list[str]) -> None:
    if addresses:
        raise BundleError(f"{name}: asks another host for {', '.join(sorted(set(addresses)))}")
