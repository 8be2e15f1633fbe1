"""How the words at a place of a page are set, from the elements around them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from converter.read.html import look
from converter.read.html.boxes import has_items
from converter.read.html.regions import SURROUNDINGS
from converter.read.html.seen import Sight
from converter.read.nodes import Node

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PRE = ("pre", "listing", "xmp", "plaintext")
_REGIONS = {"nav": "navigation", "aside": "navigation", "header": "page-head", "footer": "page-foot"}
_ROLES = {
    "navigation": "navigation", "complementary": "navigation", "search": "navigation", "banner": "page-head",
    "contentinfo": "page-foot", "menu": "navigation", "menubar": "navigation",
}  # fmt: skip
_OF_TEXT = ("main", "article")  # a header or footer in one of these is the text's own


@dataclass(frozen=True, slots=True)
class Setting:
    """How the words at a place are set, from the elements around them."""

    raised: bool = False
    lowered: bool = False
    bold: bool = False
    centred: bool = False
    heading: bool = False
    pre: bool = False
    line_ends: bool = False  # those in the file are shown
    items: bool = False  # each element has a place of its own in its line
    link: str = ""
    region: str = ""
    in_text: bool = False  # inside `main` or `article`
    sight: Sight = field(default_factory=Sight)

    def inside(self, node: Node, text: Node | None) -> Setting:
        """How words in an element are set; `text` is the element that is the text, where the page says so."""
        tag = node.tag
        bold, centred, line_ends = look.is_bold(node), look.is_centred(node), look.shows_line_ends(node)
        role = node.attrs.get("role", "").lower()
        in_text = self.in_text or tag in _OF_TEXT or role == "main"
        region = "" if node is text else self.region
        if region in ("", SURROUNDINGS) and not (in_text and tag in ("header", "footer")):
            region = _ROLES.get(role, "") or _REGIONS.get(tag, "") or region
            region = "page-head" if look.is_page_head(node) else region
        link = node.attrs.get("href", "").strip() if tag == "a" else ""
        return replace(
            self,
            raised=self.raised or look.is_raised(node),
            lowered=self.lowered or look.is_lowered(node),
            bold=self.bold if bold is None else bold,
            centred=self.centred if centred is None else centred,
            heading=self.heading or tag in _HEADINGS,
            pre=self.pre or tag in _PRE,
            items=has_items(node),
            line_ends=self.line_ends if line_ends is None else line_ends,
            link=unquote(link) if link.startswith("#") else link or self.link,
            region=region,
            in_text=in_text,
            sight=self.sight.inside(node),
        )
