"""Akoma Ntoso that no program writes."""

from __future__ import annotations

from tests.hostile.odd.zips import Made

_NS = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_OP = "<paragraph><num>{n}.</num><content><p>Decides that lamps shall burn;</p></content></paragraph>"
_OP_1, _LAMPS = _OP.format(n=1), "<p>Lamps.</p>"


def _akn(body: str, head: str = "", root: str = f"<akomaNtoso xmlns='{_NS}'>", meta: str = "") -> bytes:
    start = "<formula name='enactingFormula'><p>The Council of Lamps,</p></formula>"
    inside = f"<meta>{meta}</meta><preamble>{start}</preamble><mainBody>{body}</mainBody>"
    return f"{head}{root}<statement name='resolution'>{inside}</statement></akomaNtoso>".encode()


def _nested(tag: str, deep: int) -> str:
    return f"<{tag}>" * deep + "Lamps" + f"</{tag.split(maxsplit=1)[0]}>" * deep


def _many(each: str, count: int) -> str:
    return "".join(each.format(n=n, m=n + 1) for n in range(count))


def _declared() -> Made:
    """Declarations and namespaces."""
    doctype = "<!DOCTYPE akomaNtoso [{}]>"
    for name, declared, used in (
        ("a bomb", "<!ENTITY a 'lamp'>" + _many("<!ENTITY a{n} '&a;&a;&a;&a;&a;'>", 30), "&a29;"),
        ("an entity of a file", "<!ENTITY a SYSTEM 'file:///etc/passwd'>", "&a;"),
        ("an entity of the network", "<!ENTITY a SYSTEM 'http://127.0.0.1:9/'>", "&a;"),
        ("a parameter entity", "<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;", ""),
        ("attributes declared", "<!ATTLIST p lamp CDATA 'lamp'>", ""),
        ("an empty declaration", "", ""),
    ):
        yield f"declares {name}", lambda d=declared, u=used: _akn(f"<p>1. Decides {u} to burn.</p>", doctype.format(d))
    yield "entity that is not declared", lambda: _akn("<p>1. Decides &lamp; to burn.</p>")
    yield "signs by number", lambda: _akn("<p>1. Decides &#1110000; &#0; to burn.</p>")
    yield "signs that may not be", lambda: _akn("<p>1. Decides &#x1F; to burn.</p>")
    yield "other prefix", lambda: _akn(_OP_1, root=f"<x:akomaNtoso xmlns:x='{_NS}'>").replace(b"</akoma", b"</x:akoma")
    yield "no namespace", lambda: _akn(_OP_1, root="<akomaNtoso>")
    yield "namespace of another version", lambda: _akn(_OP_1, root=f"<akomaNtoso xmlns='{_NS[:-3]}2.0'>")
    yield "words in other namespaces", lambda: _akn("<p xmlns='urn:x'>Lamps <b>burn</b></p>" + _OP_1)
    yield "30000 namespaces", lambda: _akn(_many("<n{n}:p xmlns:n{n}='urn:{n}'>Lamps</n{n}:p>", 30_000))
    yield "prefix that is not declared", lambda: _akn("<lamp:p>Lamps</lamp:p>")


def _deep() -> Made:
    """Elements in themselves."""
    for deep in (95, 120, 100_000):
        for tag in (
            "p",
            "paragraph",
            "list",
            "span",
            "table",
            "attachments",
            "authorialNote",
            "container name='unmarkedNote'",
        ):
            yield f"{tag} in itself {deep} times", lambda t=tag, n=deep: _akn(_nested(t, n) + _OP_1)


def _many_of() -> Made:
    """Very many of something, and what leads in a circle."""
    for name, each, count in (
        ("empty elements", "<p/>", 190_000),
        ("elements, more than there may be", "<p/>", 250_000),
        ("paragraphs", _OP, 3_000),
        ("labels without words", "<num>{n}.</num>", 5_000),
        ("points in one list", "<list><point><num>(a)</num><content><p>lamps;</p></content></point></list>", 3_000),
        ("headings", "<crossHeading>Lamps</crossHeading>", 3_000),
        ("recitals", "<crossHeading refersTo='#preamble'>Noting the lamps,</crossHeading>", 3_000),
        ("rows", "<table><tr><td><p>Lamps</p></td></tr></table>", 3_000),
        ("cells of a row", "", 0),
        ("notes of one number", "<p>Lamps<authorialNote marker='1' eId='a'><p>A/1/3.</p></authorialNote></p>", 2_000),
        ("notes in a row", "<authorialNote marker='{n}'><p>A/1/{n}.</p></authorialNote>", 3_000),
        ("marks of one note", "<p>Lamps<noteRef href='#a' marker='1'/></p>", 3_000),
        ("marks that lead nowhere", "<p>Lamps<noteRef href='#b{n}' marker='{n}'/></p>", 3_000),
        ("links", "<a href='https://undocs.org/en/A/RES/{n}/1'>{n}/1</a> and ", 5_000),
        (
            "links in 3000 paragraphs",
            "<p><a href='https://undocs.org/en/A/RES/1/{n}'>resolution 1/{n}</a></p>",
            3_000,
        ),
        ("line ends", "<eol/>", 190_000),
        ("raised signs", "x<sup>2</sup>", 20_000),
        ("annexes", "<attachment><doc><mainBody><p>Annex</p></mainBody></doc></attachment>", 3_000),
        ("covers", "<coverPage><docNumber>A/RES/1/{n}</docNumber></coverPage>", 3_000),
        ("closing lines", "<conclusions><p><location>{n}th meeting</location></p></conclusions>", 3_000),
        ("bodies in bodies' places", "<mainBody><p>Lamps</p></mainBody>", 3_000),
        (
            "parts that lead to the next",
            "<component eId='c{n}'><componentRef href='#c{m}'/><p>Lamps</p></component>",
            3_000,
        ),
        ("parts of one name", "<component eId='c0'><componentRef href='#c0'/><p>Lamps</p></component>", 3_000),
        ("ways to one part", "<documentRef href='#c0'/>", 60_000),
        ("parts in other files", "<componentRef href='{n}.xml'/>", 5_000),
    ):
        yield (
            f"{count} {name}" if count else name,
            (
                (lambda e=each, c=count: _akn("<componentRef href='#c0'/>" + _many(e, c) + _LAMPS + _OP_1))
                if count
                else (lambda: _akn("<table><tr>" + "<td><p>a</p></td>" * 5_000 + "</tr></table>" + _OP_1))
            ),
        )


def _stated() -> Made:
    """What the markup states."""
    for name, meta in (
        ("keywords", lambda: _many("<keyword value='lamp {n}' dictionary='UNBIS' href='http://x/{n}'/>", 60_000)),
        ("languages", lambda: "<FRBRlanguage language='eng'/>" * 60_000),
        ("days of adoption", lambda: "<FRBRdate date='2018-10-10' name='adoption'/>" * 60_000),
        ("a day that is none", lambda: "<FRBRdate date='2018-99-99T&#10;' name='adoption'/>"),
        ("a language that is none", lambda: "<FRBRlanguage language='&#10;eng/../..'/>"),
        ("a language of a million letters", lambda: f"<FRBRlanguage language='{'x' * 1_000_000}'/>"),
        ("an organ that is the converter", lambda: "<TLCOrganization href='/akn/ontology/organization/un/converter'/>"),
    ):
        yield f"meta: {name}", lambda m=meta: _akn(_OP_1, meta=m())


def _long() -> Made:
    """Attributes and words of any length."""
    yield "attribute of 5000000 letters", lambda: _akn(f"<p class='{'x' * 5_000_000}'>Lamps</p>" + _OP_1)
    yield (
        "link of 5000000 letters",
        lambda: _akn(f"<a href='https://undocs.org/en/A/{'1/' * 2_500_000}'>1/1</a>" + _OP_1),
    )
    yield "marker of 1000000 figures", lambda: _akn(f"<p>Lamps<authorialNote marker='{'1' * 1_000_000}'/></p>" + _OP_1)
    yield "50000 attributes", lambda: _akn("<p " + " ".join(f"a{n}='1'" for n in range(50_000)) + ">Lamps</p>" + _OP_1)
    yield "an attribute twice", lambda: _akn("<p eId='a' eId='b'>Lamps</p>" + _OP_1)
    yield (
        "a number of 1000000 letters",
        lambda: _akn(f"<paragraph><num>{'1' * 1_000_000}</num><content>{_LAMPS}</content></paragraph>"),
    )
    yield "an element of 900000 letters", lambda: _akn(f"<p>{'lamp ' * 180_000}</p>" + _OP_1)
    yield (
        "an origin of 900000 letters",
        lambda: _akn(_OP_1).replace(
            b"<preamble>",
            b"<coverPage><inline name='originating document'>" + b"A/1 " * 225_000 + b"</inline></coverPage><preamble>",
        ),
    )


def _broken() -> Made:
    """Encodings, roots, and files that are cut."""
    yield "comments and instructions", lambda: _akn("<p>La<!-- x -->mps<?x y?> burn</p>" * 1_000)
    yield "words without any element", lambda: _akn("Lamps " * 90_000)
    yield "UTF-16", lambda: _akn(_OP_1, "<?xml version='1.0' encoding='UTF-16'?>").decode().encode("utf-16")
    yield (
        "UTF-16 that says UTF-8",
        lambda: _akn(_OP_1, "<?xml version='1.0' encoding='UTF-8'?>").decode().encode("utf-16"),
    )
    yield "encoding that is not known", lambda: _akn(_OP_1, "<?xml version='1.0' encoding='lamps'?>")
    yield "cut in the middle", lambda: _akn(_OP_1 * 9)[:-200]
    yield "two roots", lambda: _akn(_OP_1) * 2
    yield "two statements", lambda: _akn("</mainBody></statement><statement><mainBody>" + _OP_1)
    yield (
        "a collection in a collection",
        lambda: _akn(
            "<documentCollection><collectionBody><component>" * 30
            + _OP_1
            + "</component></collectionBody></documentCollection>" * 30
        ),
    )


def marked() -> Made:
    """All of them."""
    yield from _declared()
    yield from _deep()
    yield from _many_of()
    yield from _stated()
    yield from _long()
    yield from _broken()
