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
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from urllib.parse import unquote

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

_PIECE = re.compile(
    r"<!--.*?-->|<script\b(?P<script>[^>]*)>.*?</script>|<style\b.*?</style>"
    r"|<(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"(?P<before>\s(?P<name>[a-zA-Z][a-zA-Z0-9:-]*)\s*=\s*)(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>]+))"
)
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
        return _Page(name, folders).offline(data.decode()).encode()
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


@dataclass(frozen=True, slots=True)
class _Page:
    """A page and the folders of the site that have an index page."""

    name: str
    folders: frozenset[str]

    def offline(self, html: str) -> str:
        """The page with every link to a folder spelled out."""
        return _PIECE.sub(self._piece, html)

    def _piece(self, piece: re.Match[str]) -> str:
        if piece["name"] is not None:
            return self._tag(piece)
        if piece["script"] is not None:
            self._look_at_script(piece["script"])
        return piece[0]

    def _tag(self, piece: re.Match[str]) -> str:
        name, attributes = piece["name"].lower(), piece["attributes"]
        values = {match["name"].lower(): _value(match) for match in _ATTRIBUTE.finditer(attributes)}
        _refuse(self.name, _remote(name, values))
        if values.get("rel", "").lower() == "canonical":
            return piece[0]  # it says where the page is published, not where to go
        refreshing = name == "meta" and values.get("http-equiv", "").lower() == "refresh"

        def rewritten(match: re.Match[str]) -> str:
            key, value = match["name"], _value(match)
            if _LINKS.fullmatch(key):
                return _with(match, self.link(value))
            if refreshing and key.lower() == "content":
                return _with(match, _REFRESH.sub(lambda found: found[1] + self.link(found[2]), value))
            return match[0]

        return f"<{piece['name']}{_ATTRIBUTE.sub(rewritten, attributes)}>"

    def _look_at_script(self, attributes: str) -> None:
        """Raise BundleError for a script that a browser would not run from a folder."""
        values = {match["name"].lower(): _value(match) for match in _ATTRIBUTE.finditer(attributes)}
        _refuse(self.name, _remote("script", values))
        if values.get("type", "").lower() == "module":
            raise BundleError(
                f"{self.name}: a script of type module does not run from file://: {values.get('src', '')}"
            )

    def link(self, target: str) -> str:
        """A link as it works from file://: `../A/RES/1/#op2` → `../A/RES/1/index.html#op2`."""
        if not target or target[0] in "#?" or _ELSEWHERE.match(target):
            return target
        path, rest = re.fullmatch(r"([^?#]*)(.*)", target, re.DOTALL).groups()  # type: ignore[union-attr]
        if path.startswith("/"):
            path = relpath(path, "/" + dirname(self.name)) + ("/" if path.endswith("/") else "")
        reached = normpath(join(dirname(self.name), unquote(path)))
        if ("" if reached == "." else reached) in self.folders:
            path = f"{path.rstrip('/')}/index.html"
        return path + rest


def _value(match: re.Match[str]) -> str:
    return unescape(next(match[group] for group in ("double", "single", "bare") if match[group] is not None))


def _with(match: re.Match[str], value: str) -> str:
    return match[0] if value == _value(match) else f'{match["before"]}"{escape(value)}"'


def _remote(name: str, values: dict[str, str]) -> list[str]:
    """What a browser would ask of another host as soon as it reads this tag."""
    asked = [values.get("src", ""), values.get("poster", ""), values.get("srcset", "")]
    if name == "link" and not _LOADING_LINKS.isdisjoint(values.get("rel", "").lower().split()):
        asked.append(values.get("href", ""))
    return [address for address in asked if _REMOTE.match(address)]


def _refuse(name: str, addresses: list[str]) -> None:
    if addresses:
        raise BundleError(f"{name}: asks another host for {', '.join(sorted(set(addresses)))}")
