"""What a document refers to: the ids given out in it, and the things of the ontology that it names."""

from __future__ import annotations

import re
from urllib.parse import quote
from xml.etree.ElementTree import Element

from converter.authorities import Authorities
from converter.model import Paragraph
from converter.write.akn.iris import actor_of
from converter.write.xml import element


class Things:
    """The ids of one document, each given once, and its references, in the order of first use."""

    def __init__(self, body: str | None, lang: str, authorities: Authorities) -> None:
        self._body = body
        self._lang = lang
        self._authorities = authorities
        self._ids: set[str] = set()
        self._eids: dict[str, str] = {}  # the anchor of a paragraph on the page → its eId here, both with #
        self._things: dict[tuple[str, str], Element] = {}  # class and id → TLC entry

    def eid(self, wanted: str) -> str:
        """An eId that nothing else has, fit to be referred to: the wanted one, or with -2, -3… after it."""
        wanted = re.sub(r"[^\w.~-]+", "_", wanted)
        eid, count = wanted, 1
        while eid in self._ids:
            count += 1
            eid = f"{wanted}-{count}"
        self._ids.add(eid)
        return eid

    def eid_of(self, paragraph: Paragraph, wanted: str) -> str:
        """The eId of a paragraph, noted for what refers to it."""
        eid = self.eid(wanted)
        self._eids[f"#{paragraph.id}"] = f"#{eid}"
        return eid

    def thing(self, kind: str, identity: str, shown: str) -> str:
        """The reference to a thing of the ontology, which gets its entry among the references."""
        if (kind, identity) not in self._things:
            href = f"/akn/ontology/{kind}/un/{quote(identity, safe='-._~')}"
            entry = {"eId": self.eid(f"{kind}-{identity}"), "href": href, "showAs": shown}
            self._things[kind, identity] = element(f"TLC{kind.capitalize()}", entry)
        return f"#{self._things[kind, identity].attrib['eId']}"

    def body(self) -> str:
        """The organ that the text is of."""
        known = self._authorities.body(self._body) if self._body else None
        name = (known.names.preferred(self._lang) if known else None) or self._body or "United Nations"
        return self.thing("organization", actor_of(self._body), name)

    def converter(self) -> str:
        """Who made the file."""
        return self.thing("organization", "converter", "converter")

    def references(self) -> Element:
        """The entries of all things that were referred to."""
        return element("references", {"source": self.converter()}, *self._things.values())

    def state(self, code: str | None) -> str | None:
        """A State by its code; None for a name that is none."""
        if code is None:
            return None
        country = next((one for one in self._authorities.countries if one.code == code), None)
        return self.thing("organization", f"state-{code.lower()}", country.name(self._lang) if country else code)

    def land(self, statement: Element) -> Element:
        """Lead every reference within the text to an eId, now that all paragraphs have theirs."""
        for reference in statement.iter("ref"):
            href = reference.attrib["href"]
            reference.set("href", self._eids.get(href, href))
        return statement
