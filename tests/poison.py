"""A poisoned project: in every field that people fill, what would be markup wherever it is not escaped.

The fields of sidecars and authority files are read from their schemas, so a new one is poisoned without a word here;
of a source, the texts below are poisoned everywhere, and a test asks that every field of what `inspect` says has some.
A field whose form leaves no room for poison has a plain value, found by its pattern.
"""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from converter.demo.bank import AUTHORITIES, DATA
from converter.language_files import available
from tests.documents.akn import akn
from tests.documents.paper import Paper
from tests.documents.word import docx, p, r
from tests.temp_project import make_project

SCHEMAS = Path(__file__).parent.parent / "converter" / "schemas"
KINDS = ("bodies", "sessions", "instruments", "funds", "mechanisms", "goals", "countries", "works")

# Ends whatever it may stand in, then is an element, an attribute, a script, a link, an image, an attribute list.
_MARKUP = (
    "</title></textarea></script></style></svg><x-poison id=x-poison class=x-poison></x-poison>"
    "<img src=x-poison onerror=__poisoned('{at}')><script>__poisoned('{at}')</script>"
    "\" x-poison=1 onmouseover=__poisoned('{at}') autofocus onfocus=\"__poisoned('{at}')\" ' x-poison='1'"
)
_MARKDOWN = (
    " [a](javascript:__poisoned('{at}')) [b](x-poison \"c\"){{: #x-poison .x-poison x-poison=1 }} ![d](x-poison.png)"
    " <javascript:__poisoned()> <b>e</b> &lt;x-poison&gt; &#60;x-poison&#62; [^1] [x-poison]: x-poison"
    " `<x-poison>` **f** {{{{ 7919 * 7907 }}}} {{: x-poison=1 }} ]]> --><x-poison> \\<x-poison>"
)
# By how a value begins it may be a link, a formula, a block of Markdown, an attribute.
_STARTS = ("javascript:__poisoned('{at}')//", "=HYPERLINK(1)", '">', "{{: #x-poison x-poison=1 }}", "# ", "<x-poison>")
_LITTLE = "<img src=x-poison onerror=__poisoned('{at}')>"
# For fields with room for little: addresses, names of sessions.
_NARROW = (
    "https://poison.example/\"onmouseover='__poisoned()'x-poison=1><x-poison>{at}",
    "https://poison.example/'onmouseover=__poisoned();x-poison=1({at})",
    "javascript:__poisoned('{at}')",
    '"><x-poison>',
)
# A value for each pattern that has no room for poison: what the pattern is found in → the value, `n` counting records.
_PLAIN = {
    r"^(?:pp|op)[0-9]": "op1",
    r"^\S(?:.*\S)?$": "-",
    r"[0-9]{4}-": "2041-03-0{n}",
    r"\{number\}": "{letters}/RES/{{number}}",
    r"^sdg-": "sdg-{n}",
    r"^drafts/": "drafts/poison-{n}",
    r"^[a-z]+(?:-[a-z]+)*$": "no-such-finding",
    r"^[a-z0-9]+(?:-": "poison-{n}",
    r"^[A-Z]{2,10}$": "{letters}",
    r"^[A-Z]": "LG/X{n}/7",
    r"^https://": "https://archive.example/{n}",
    r"^[A-Z0-9][A-Z0-9()-]*$": "31",
}
VARIANTS = len(_STARTS)
_FOOT = 700.0  # below which a page of paper begins no further line


def poison(at: str, start: int = 0) -> str:
    """A poisoned value for the field `at`, which it names; by `start` it begins in another way."""
    return (_STARTS[start % VARIANTS] + _MARKUP + _MARKDOWN).format(at=at).strip()


# --- fields by their schemas ----------------------------------------------------------------------------------


@cache
def schema(name: str) -> Any:
    """A schema by the name of its file."""
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))


class Filler:
    """Fills a schema: every property that it knows, each list with one item; notes which fields took poison."""

    def __init__(self, root: Any, prefix: str, number: int) -> None:
        self._root = root
        self._prefix = prefix
        self._number = number
        self._plain = {"n": str(number + 1), "letters": "Q" + "ABCDEFGHIJ"[number]}
        self.poisoned: set[str] = set()

    def fill(self, node: Any, at: str = "") -> Any:
        """A value that keeps the schema `node`, the field `at`."""
        while "$ref" in node or "anyOf" in node:
            inner = node.get("anyOf", [{}])[self._number % len(node.get("anyOf", "1"))]
            node = self._root["$defs"][node["$ref"].rsplit("/", 1)[-1]] if "$ref" in node else inner
        if "enum" in node:
            return node["enum"][self._number % len(node["enum"])]
        if "properties" in node:
            return {key: self.fill(inner, f"{at}-{key}") for key, inner in node["properties"].items()}
        if "items" in node:
            return [self.fill(node["items"], at) for _ in range(node.get("minItems", 1))]
        if "propertyNames" in node:  # by year
            return {"2040": self.fill(node["additionalProperties"], at)}
        if "string" not in node.get("type", "string"):
            return node["type"] == "boolean" or min(node.get("maximum", 99), node.get("minimum", 0) + self._number)
        return self._text(node, at)

    def _text(self, node: Any, at: str) -> str:
        check = Draft202012Validator({key: value for key, value in node.items() if key != "description"})
        name = f"{self._prefix}{at}"
        tried = [poison(name, self._number), *(narrow.format(at=name) for narrow in _NARROW)]
        fitting = [value for value in tried if check.is_valid(value) and "format" not in node]
        if fitting:
            self.poisoned.add(name)
            return fitting[0]
        plain = next((value for pattern, value in _PLAIN.items() if pattern in node["pattern"]), None)
        assert plain is not None, f"{name} has no room for poison, and _PLAIN has no value for {node['pattern']}"
        return plain.format(**self._plain)


# --- files ------------------------------------------------------------------------------------------------------

# Fields with room for poison that are keys to something else: a record whose key is poisoned is refused.
_KEYS = {"sessions-body": "LHC", "sessions-session": "9{n}"}


def authority_record(kind: str, number: int) -> tuple[dict[str, Any], set[str]]:
    """A poisoned record of an authority file, and the fields that took poison."""
    root = schema("authorities")
    filler = Filler(root, kind, number)
    record = filler.fill(root["$defs"][kind]["items"])
    for name, value in _KEYS.items():
        own, _, key = name.partition("-")
        if own == kind:
            record[key] = value.format(n=number)
            filler.poisoned.discard(name)
    return record, filler.poisoned


def sidecar(number: int, **facts: Any) -> tuple[dict[str, Any], set[str]]:
    """A poisoned sidecar, and the fields that took poison; `facts` take the place of what the schema gives."""
    filler = Filler(schema("work"), "sidecar", number)
    made = filler.fill(schema("work"))
    del made["symbol"], made["adopted_as"], made["date"], made["formerly"]  # whose forms have no room
    made["met"][0]["mandate"] = 1
    made["source"] |= {"format": "text", "changes": "refuse"}
    return {**made, **facts}, filler.poisoned


# Texts in which every field that a reader of texts finds is poisoned: § stands for it, ¶ for little of it.
DRAFT = """LG/LHC/31/L.9
Lighthouse Council
Thirty-first session
Agenda item 3
Safety of navigation §agenda
Amber, Bronze Bell,* Isle ¶sponsor, {country}: draft resolution

* State not a member of the Lighthouse Council ¶note.
** Amber and Isle ¶joined subsequently joined the sponsors.

31/… Lamps and wicks §title

The Lighthouse Council,

Recalling §pp, and resolution 45/3 of 2 October 2015, entitled “A light ¶cited”, and {instrument}, {fund},
{mechanism} and the resolution 29/4 of {body},

Recalling also resolution LG/X1/7 and decision LG/X2/7 and resolution 30/7,

Taking note of the report of the Special Rapporteur on Fog, entitled “Fog ¶report” (LG/LHC/30/34), and of §pin its
findings on the lamps of the coast,1

1. Requests the Secretary-General to light §action the lamps, and to submit to the Assembly of ¶to, at its thirty-second
session, a report on §report;

2. Requests the Keeper of §actor to trim the wicks of §wicks;

(a) To trim §sub;

(b) To polish §polish;

Wicks §heading

3. Decides to remain seized of §seized.

1 See LG/61/229 and Add.1 §note.

Annex §annex

Rules §rules

1. The keeper §keeper keeps watch.

Lamp §row\tWick §cell\tOil
One\tTwo §two\tThree
"""
ADOPTED = """RESOLUTION 955 (1994)
of 8 November 1994

The Fairway Council,

Concerned at the lamps §pp,

1. Decides to light §decides;

2. Requests the Secretary-General to look after §action by 1 May 2042.

Adopted at the 3453rd meeting by 13 votes to 2 (Amber, Isle ¶against), with 1 abstention (Isle ¶abstained).
"""


def text(template: str, start: int, **names: str) -> str:
    """A text with its poison; `names` are the names of poisoned records of authority files."""
    filled = template.format(**names)
    filled = re.sub("¶([a-z]+)", lambda match: _LITTLE.format(at=f"text-{match[1]}"), filled)
    return re.sub("§([a-z]+)", lambda match: poison(f"text-{match[1]}", start), filled)


def everywhere(plain: str, start: int, *, every_line: bool) -> str:
    """A text poisoned at the end of every line, or of every paragraph before its last mark of punctuation."""
    parts = plain.splitlines() if every_line else plain.split("\n\n")
    ends = re.compile(r"(?<=\w{2})(?=\W?$)" if every_line else r"(?<=\w)(?=[,;.，；。،؛]\Z)")
    poisoned = (
        ends.sub(lambda _, at=at: f" {poison(f'line-{at}', start)}", part, count=1) for at, part in enumerate(parts)
    )
    return ("\n" if every_line else "\n\n").join(poisoned)


_DRAFT_OF = {
    "ar": "{country}: مشروع قرار", "en": "{country}: draft resolution", "es": "{country}: proyecto de resolución",
    "fr": "{country} : projet de résolution", "ru": "{country}: проект резолюции", "zh": "{country}：决议草案",
}  # fmt: skip


def naming(plain: str, lang: str, records: Mapping[str, Any]) -> str:
    """A text of the demo as a draft that names the poisoned records in its own language."""
    blocks = plain.replace("LG/LHC/RES/30/7", "LG/LHC/30/L.9").split("\n\n")
    at = next(number for number, block in enumerate(blocks) if block.startswith("30/7"))
    names = {kind: record["names"][lang][0] for kind, record in records.items() if "names" in record}
    blocks[at - 1] = _DRAFT_OF[lang].format(country=names["countries"])
    blocks[at] = blocks[at].replace("30/7", "30/…")
    named = ("instruments", "funds", "mechanisms", "goals")
    blocks[at + 2] += "\n" + " ".join([names[kind] for kind in named] + ["(QA/RES/29/4) (LG/X1/7)"]) + ","
    return "\n\n".join(blocks)


@dataclass(frozen=True)
class Poisoned:
    """A poisoned project: its folder, and the fields of its YAML files that took poison."""

    root: Path
    fields: frozenset[str]


def make_poisoned(root: Path) -> Poisoned:
    """Write the project: the demo's authority files with poisoned records, texts in every language and format."""
    fields: set[str] = set()
    records: dict[str, list[dict[str, Any]]] = {}
    for kind in KINDS:
        for number in range(2):
            record, poisoned = authority_record(kind, number)
            records.setdefault(kind, []).append(record)
            fields |= poisoned
    works, more = _works(records)
    make_project(root, works)
    shutil.rmtree(root / "authorities")
    (root / "authorities").mkdir()
    for kind in KINDS:
        given = AUTHORITIES / f"{kind}.yml"
        own = yaml.safe_load(given.read_text(encoding="utf-8")) if given.is_file() else []
        taken = {record.get("id") for record in records[kind]} - {None}
        own = [record for record in own if record.get("id") not in taken]
        _write(root / "authorities" / f"{kind}.yml", [*own, *records[kind]])
    return Poisoned(root, frozenset(fields | more))


def _works(records: Mapping[str, list[dict[str, Any]]]) -> tuple[dict[str, dict[str, bytes | str]], set[str]]:
    fog = {lang: (DATA / "works" / "fog-signals" / f"{lang}.txt").read_text(encoding="utf-8") for lang in available()}
    works: dict[str, dict[str, bytes | str]] = {}
    fields: set[str] = set()
    for number in range(2):
        names = {
            name: records[kind][number]["names"]["en"][0]
            for name, kind in (
                ("country", "countries"),
                ("instrument", "instruments"),
                ("fund", "funds"),
                ("mechanism", "mechanisms"),
                ("body", "bodies"),
            )
        }
        side, poisoned = sidecar(number)
        fields |= poisoned
        draft = text(DRAFT, number, **names)
        draft = text(DRAFT, number, **names).replace("L.9", f"L.{34 + number}")
        works[f"draft-{number}"] = {
            "en.txt": draft,
            "work.yml": _yaml({**side, "symbol": f"LG/LHC/31/L.{34 + number}"}),
        }
        adopted = text(ADOPTED, number + 2, **names).replace("955", str(955 + number))
        works[f"adopted-{number}"] = {
            "en.txt": adopted,
            "work.yml": _yaml({**side, "met": [_met(side, "op2")], "accepted": _accepted(side, "pp1", "en")}),
        }
    lines = {
        f"{lang}.txt": everywhere(plain, number, every_line=False) for number, (lang, plain) in enumerate(fog.items())
    }
    met = [_met(side, anchor) for anchor in ("op3-a", "op6", "op10")]
    doubts = _accepted(side, "p1", *available())
    works["paragraphs"] = {**lines, "work.yml": _yaml({**side, "met": met, "accepted": doubts})}
    rough = {f"{lang}.txt": everywhere(fog[lang].replace("30/7", "30/8"), 4, every_line=True) for lang in ("en", "zh")}
    works["lines"] = {**rough, "work.yml": _yaml({**side, "met": met})}
    first = {kind: rows[0] for kind, rows in records.items()}
    works["names"] = {f"{lang}.txt": naming(plain, lang, first) for lang, plain in fog.items()}
    page = text(DRAFT, 3, **names).replace("L.9", "L.11")
    works["page"] = {"en.html": _as_html(page), "work.yml": _yaml({**side, "symbol": "LG/LHC/31/L.11"})}
    paragraphs = "".join(p(r(block)) for block in text(DRAFT, 5, **names).replace("L.9", "L.12").splitlines() if block)
    works["word"] = {"en.docx": docx(paragraphs), "work.yml": _yaml({**side, "symbol": "LG/LHC/31/L.12"})}
    printed = text(DRAFT, 4, **names).replace("L.9", "L.13")
    works["paper"] = {"en.pdf": _as_pdf(printed), "work.yml": _yaml({**side, "symbol": "LG/LHC/31/L.13"})}
    works["data"] = {
        "en.xml": _as_akn(text(DRAFT, 2, **names)),
        "work.yml": _yaml({**side, "symbol": "LG/LHC/31/L.14"}),
    }
    return works, fields


def _accepted(side: Mapping[str, Any], at: str, *langs: str) -> list[dict[str, Any]]:
    """The finding that markup stands in the text, accepted for a poisoned reason; and one that is found nowhere."""
    given = side["accepted"][0]
    return [given, *({**given, "lang": lang, "code": "text-markup", "at": at} for lang in langs)]


def _met(side: Mapping[str, Any], paragraph: str) -> dict[str, Any]:
    return {**side["met"][0], "paragraph": paragraph}


def _as_html(plain: str) -> str:
    """The text as a page, and around it what a page may bring along: none of it is text of a resolution."""
    at = "page"
    paragraphs = "".join(f"<p>{html.escape(line)}</p>\n" for line in plain.splitlines() if line)
    link = f"<p>Recalling <a href=\"javascript:__poisoned('{at}')\" onclick=\"__poisoned('{at}')\">a link</a>,</p>"
    return (
        f"<!doctype html><html lang=en onload=\"__poisoned('{at}')\"><title>{html.escape(poison(at))}</title>"
        f"<script>__poisoned('{at}')</script><body id=x-poison onload=\"__poisoned('{at}')\">{paragraphs}{link}"
        f"<x-poison>An element of nobody</x-poison><img src=x-poison alt=x onerror=\"__poisoned('{at}')\">"
        f"<svg onload=\"__poisoned('{at}')\"/><iframe src=\"javascript:__poisoned('{at}')\"></iframe></body></html>"
    )


def _as_pdf(plain: str) -> bytes:
    """The text printed on pages: its words are those of the file."""
    paper, y = Paper(), _FOOT
    for block in plain.replace("^", "").split("\n\n"):  # which is a raised mark there
        for line in block.splitlines():
            if y >= _FOOT:
                paper.page()
                y = 60.0
            y = paper.set_paragraph(60, y, 535, " ".join(line.split()))
        y += 12
    return paper.finished()


def _as_akn(plain: str) -> bytes:
    """The text as data of the United Nations, poisoned in what the markup says of it too."""
    at, poisoned = "akn", html.escape(poison("akn"))
    head, *blocks = (block for block in html.escape(plain).split("\n\n") if block)
    lines = "".join(f"<p>{line}</p>" for line in head.splitlines())
    paragraphs = "".join(f"<container><p>{' '.join(block.split())}</p></container>" for block in blocks)
    return akn(
        f"<coverPage><p><docNumber refersTo='#symbol'>LG/LHC/31/L.14</docNumber></p>{lines}</coverPage>"
        f"<preface><p><docTitle>{poisoned}</docTitle></p></preface><mainBody>{paragraphs}<container><p>Recalling "
        f"<ref href=\"javascript:__poisoned('{at}')\">{poisoned}</ref>;</p></container></mainBody>",
        number=html.escape('x-poison" onload="__poisoned()'),
    )


class _Dumper(yaml.SafeDumper):
    """Writes no aliases, which the project's reader refuses."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything in full."""
        return True


def _yaml(value: Any) -> str:
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


def _write(path: Path, value: Any) -> None:
    path.write_text(_yaml(value), encoding="utf-8")
