"""The curated facts: `authorities/*.yml` read once, checked, and answered from.

`load_authorities` reads the folder. A record that is wrong is left out and becomes a `Problem` with its
line; the rest is loaded, so that one slip never stops a build. The shape of the files is in
`schemas/authorities.schema.json`, which an editor can use too; what a schema cannot say (a key used twice, a
session that ends before it begins) is checked here.
"""

from __future__ import annotations

import copy
import json
import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from converter.yaml_safe import MAX_BYTES, DataPath, LineMap, Problem, load_yaml

SCHEMA = Path(__file__).parent / "schemas" / "authorities.schema.json"

Raw = Mapping[str, Any]
"""One record as the file gives it, after the schema has accepted it."""


@dataclass(frozen=True, slots=True)
class Names:
    """Spellings by language; the first of a language is the preferred one."""

    by_lang: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def of(self, lang: str) -> tuple[str, ...]:
        """Give every spelling in this language, the preferred one first; none if the language is missing."""
        return next((names for key, names in self.by_lang if key == lang), ())

    def preferred(self, lang: str) -> str | None:
        """Give the preferred spelling in this language, or None."""
        return next(iter(self.of(lang)), None)


@dataclass(frozen=True, slots=True)
class Body:
    """An organ that adopts texts. `short` spellings mean it only where the context says so.

    `symbols` are templates by the kind of text, `A/HRC/RES/{number}`; `numbers` are the shapes that the
    numbers of its texts have.
    """

    id: str
    names: Names
    short: Names
    symbols: tuple[tuple[str, str], ...]
    numbers: tuple[str, ...]
    source: str
    first: str | None = None
    last: str | None = None
    website: str | None = None

    def symbol(self, kind: str, number: str) -> str | None:
        """Make the symbol of a text: `resolution`, `33/28` → `A/HRC/RES/33/28`; None without a series."""
        template = next((template for key, template in self.symbols if key == kind), None)
        return None if template is None else template.replace("{number}", number)


@dataclass(frozen=True, slots=True)
class Session:
    """A session of an organ and its dates (ISO), first and last day."""

    body: str
    session: str
    first: str
    last: str
    source: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty or declaration (`kind` instrument) or an agenda, and the text that adopted it where known."""

    id: str
    kind: str
    names: Names
    source: str
    adopted: str | None = None
    symbol: str | None = None


@dataclass(frozen=True, slots=True)
class Fund:
    """A fund, and the text that set it up where known."""

    id: str
    names: Names
    source: str
    symbol: str | None = None


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A mechanism, or (`kind` office) an office or person that texts address."""

    id: str
    kind: str
    names: Names
    source: str


@dataclass(frozen=True, slots=True)
class Goal:
    """A Sustainable Development Goal."""

    id: str
    number: int
    names: Names
    source: str


@dataclass(frozen=True, slots=True)
class Country:
    """A State: its ISO 3166 code and the UN's own spellings where they are not simply those of CLDR."""

    code: str
    names: Names
    source: str

    def name(self, lang: str) -> str:
        """Give the name to show in this language: the UN's, else that of CLDR, else the code."""
        return self.names.preferred(lang) or _cldr(lang).get(self.code) or self.code


@dataclass(frozen=True, slots=True)
class KnownWork:
    """A text that others cite: its symbol, kind, date and, where known, its title by language."""

    symbol: str
    kind: str
    date: str
    titles: Names
    source: str

    def title(self, lang: str) -> str | None:
        """Give the title in this language, or None when it is not known."""
        return self.titles.preferred(lang)


@dataclass(frozen=True, slots=True)
class Authorities:
    """Every curated fact, in the order of the files, with the questions that the converter asks of them."""

    bodies: tuple[Body, ...] = ()
    sessions: tuple[Session, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    funds: tuple[Fund, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    goals: tuple[Goal, ...] = ()
    countries: tuple[Country, ...] = ()
    works: tuple[KnownWork, ...] = ()
    # CLDR is read and indexed only when a country is asked for, and then once per language.
    _countries: dict[str, dict[str, Country]] = field(default_factory=dict, repr=False, compare=False)

    def __hash__(self) -> int:
        # It is the key of a cache that is asked for every text; hashing every fact took longer than reading the text.
        return hash((len(self.bodies), len(self.sessions), len(self.countries), len(self.works)))

    def body(self, id: str) -> Body | None:
        """Give the organ with this id (`HRC`), or None."""
        return next((body for body in self.bodies if body.id == id), None)

    def roots(self) -> tuple[str, ...]:
        """Give what the symbols of the organs' texts begin with, up to the first stroke: `A`, `E`, `S`."""
        return tuple(sorted({template.partition("/")[0] for body in self.bodies for _, template in body.symbols}))

    def body_of(self, symbol: str) -> Body | None:
        """Give the organ whose series a symbol belongs to: `A/HRC/49/68` is of that of `A/HRC/RES/{number}`."""
        found = [
            (len(series), body)
            for body in self.bodies
            for _, template in body.symbols
            if symbol.startswith(series := template.partition("{")[0].rstrip("/").rpartition("/")[0] + "/")
        ]
        return max(found, key=lambda one: one[0])[1] if found else None

    def session(self, body_id: str, number: str | int) -> Session | None:
        """Give the session of this organ with this number, or None."""
        wanted = (body_id, str(number))
        return next((session for session in self.sessions if (session.body, session.session) == wanted), None)

    def goal(self, number: int) -> Goal | None:
        """Give the Sustainable Development Goal with this number, or None."""
        return next((goal for goal in self.goals if goal.number == number), None)

    def work(self, symbol: str) -> KnownWork | None:
        """Give what is known of the work with this symbol (in its canonical spelling), or None."""
        return next((work for work in self.works if work.symbol == symbol), None)

    def country(self, name: str, lang: str) -> Country | None:
        """Find the State that this name means in this language: the UN's spellings first, then those of CLDR.

        Width, letter case, white space and the form of apostrophes do not count; in English, neither does a
        leading "the".
        """
        index = self._countries.get(lang)
        if index is None:
            index = self._countries.setdefault(lang, _country_index(self.countries, lang))
        return index.get(_normal_name(name, lang))

    def names(self, lang: str) -> tuple[tuple[str, str, str], ...]:
        """Give (name, kind, id) of everything a text may name, the longest names first.

        Kinds: instrument, agenda, fund, mechanism, office. Organs and States are not among them. The order
        lets a search that tries them in turn find 高级专员办事处 before 高级专员.
        """
        found = [
            *((name, one.kind, one.id) for one in self.instruments for name in one.names.of(lang)),
            *((name, "fund", one.id) for one in self.funds for name in one.names.of(lang)),
            *((name, one.kind, one.id) for one in self.mechanisms for name in one.names.of(lang)),
        ]
        return tuple(sorted(found, key=lambda entry: (-len(entry[0]), entry)))


def load_authorities(folder: Path) -> tuple[Authorities, tuple[Problem, ...]]:
    """Read the authority files of a folder.

    In: the folder. Out: the records that are right, and the findings, sorted by place; paths in findings are
    `<folder>/<file>`. A kind without a file has no records. Never raises for what people wrote; a folder that
    does not exist is one finding.
    """
    if not folder.is_dir():
        return Authorities(), (Problem(folder.name, 0, 0, "the folder of authority files is missing"),)
    problems = list(_strangers(folder))
    tables: dict[str, list[_Placed[Any]]] = {}
    for kind in _KINDS:
        tables[kind.name], found = _load_kind(folder, kind)
        problems += found
    problems += _check_across(tables)
    records: dict[str, Any] = {name: tuple(one.record for one in rows) for name, rows in tables.items()}
    return Authorities(**records), tuple(sorted(problems))


# --- one file -----------------------------------------------------------------------------------------------

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class _Placed(Generic[R]):
    """A record, and where its file has it."""

    record: R
    path: str
    at: DataPath
    lines: LineMap

    def problem(self, message: str, hint: str, *, key: str | int | None = None) -> Problem:
        """Make a finding about this record, or about one of its keys."""
        at = self.at if key is None else (*self.at, key)
        return Problem(self.path, *self.lines.value(at), message, hint, at)


@dataclass(frozen=True, slots=True)
class _Kind(Generic[R]):
    """How the records of one file are made, told apart, and checked on their own."""

    name: str
    make: Callable[[Raw], R]
    key: Callable[[R], Hashable]
    key_field: str
    check: Callable[[_Placed[R]], Iterable[Problem]] = lambda _: ()


def _strangers(folder: Path) -> Iterator[Problem]:
    """Find files that nobody would read: most often a file name with a slip in it."""
    known = {f"{kind.name}.yml" for kind in _KINDS}
    for file in sorted(folder.iterdir()):
        if file.suffix in {".yml", ".yaml"} and file.name not in known:
            hint = f"the files are {', '.join(sorted(known))}"
            yield Problem(f"{folder.name}/{file.name}", 0, 0, "this is not an authority file", hint)


def _load_kind(folder: Path, kind: _Kind[R]) -> tuple[list[_Placed[R]], list[Problem]]:
    """Read the file of one kind: its right records, each with its place, and the findings."""
    file = folder / f"{kind.name}.yml"
    path = f"{folder.name}/{file.name}"
    if not file.exists():
        return [], []
    text, refused = _read_text(file, path)
    if refused is not None:
        return [], [refused]
    value, lines, found = load_yaml(text, path)
    problems = list(found)
    if value is None and problems:
        return [], problems
    wrong = {problem.at[0] for problem in problems if problem.at}
    # A record that the reader could not take whole would only repeat its fault in the schema's words.
    faults = _schema_problems(kind.name, value, lines, path)
    faults = [fault for fault in faults if not wrong.intersection(fault.at[:1])]
    wrong |= {fault.at[0] for fault in faults if fault.at}
    rows = value if isinstance(value, list) else []
    right = [(number, row) for number, row in enumerate(rows) if number not in wrong]
    placed = [_Placed(kind.make(row), path, (number,), lines) for number, row in right]
    kept, more = _check_alone(kind, placed)
    return kept, [*problems, *faults, *more]


def _read_text(file: Path, path: str) -> tuple[str, Problem | None]:
    """Read a file as UTF-8 (a byte-order mark is passed over), or say why not."""
    if file.stat().st_size > MAX_BYTES:  # before reading: a file of gigabytes must not fill the memory
        return "", Problem(path, 0, 0, f"the file has more than {MAX_BYTES} bytes", "split the file")
    data = file.read_bytes()
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        return "", Problem(path, line, column, "not UTF-8 text", "save the file as UTF-8")


def _check_alone(kind: _Kind[R], placed: Iterable[_Placed[R]]) -> tuple[list[_Placed[R]], list[Problem]]:
    """Leave out records whose key is taken, or that contradict themselves."""
    kept: dict[Hashable, _Placed[R]] = {}
    problems: list[Problem] = []
    for one in placed:
        key = kind.key(one.record)
        found = list(kind.check(one))
        if (first := kept.get(key)) is not None:
            shown = " ".join(map(str, key)) if isinstance(key, tuple) else key
            hint = f"the first is on line {first.lines.value(first.at)[0]}"
            found.append(one.problem(f"{shown!r} has a record already", hint, key=kind.key_field))
        problems += found
        if not found:
            kept[key] = one
    return list(kept.values()), problems


# --- the schema ---------------------------------------------------------------------------------------------

_FORMATS = FormatChecker(formats=())


@_FORMATS.checks("date", raises=ValueError)
def _is_date(value: object) -> bool:
    """Accept a day that the calendar has; the schema's pattern has already fixed the spelling."""
    return not isinstance(value, str) or bool(date.fromisoformat(value))


@cache
def _schema() -> Mapping[str, Any]:
    return cast(Mapping[str, Any], json.loads(SCHEMA.read_text(encoding="utf-8")))


@cache
def _validator(kind: str) -> Draft202012Validator:
    """Make the validator of one file, with references put in place: to follow them for each value is slow."""
    defs = _schema()["$defs"]
    return Draft202012Validator(_inlined(defs[kind], defs), format_checker=_FORMATS)


def _inlined(node: Any, defs: Mapping[str, Any]) -> Any:
    """Copy a part of the schema with each `$ref` replaced by what it names (none of ours is recursive)."""
    if isinstance(node, dict):
        if "$ref" in node:
            return _inlined(defs[node["$ref"].rsplit("/", 1)[1]], defs)
        return {key: _inlined(value, defs) for key, value in node.items()}
    if isinstance(node, list):
        return [_inlined(value, defs) for value in node]
    return copy.copy(node)


def _schema_problems(kind: str, value: object, lines: LineMap, path: str) -> list[Problem]:
    """Check a file against the schema; one finding per fault, each at its line."""
    problems: list[Problem] = []
    for error in _validator(kind).iter_errors(value):
        at: DataPath = tuple(error.absolute_path)
        if error.validator == "additionalProperties":
            problems += _unknown_keys(error, at, lines, path)
        else:
            message, hint = _in_words(error)
            problems.append(Problem(path, *lines.value(at), message, hint, at))
    return problems


def _unknown_keys(error: ValidationError, at: DataPath, lines: LineMap, path: str) -> Iterator[Problem]:
    known = sorted(_of_schema(error)["properties"])
    hint = f"known keys: {', '.join(known)}"
    for key in cast(Mapping[str, Any], error.instance):
        if key not in known:
            yield Problem(path, *lines.key((*at, key)), f"unknown key {key!r}", hint, (*at, key))


def _of_schema(error: ValidationError) -> Mapping[str, Any]:
    """Give the part of the schema that was not met; in ours it is always an object."""
    return cast(Mapping[str, Any], error.schema)


def _in_words(error: ValidationError) -> tuple[str, str]:
    """Say a fault as a person would: (message, hint)."""
    value = json.dumps(error.instance, ensure_ascii=False)
    wanted = cast(Any, error.validator_value)
    instance = cast(Any, error.instance)
    shown = value if len(value) <= 60 else f"{value[:57]}…"
    name = error.absolute_path[-1] if error.absolute_path else "the file"
    hint = str(_of_schema(error).get("description", ""))
    if error.validator == "required":
        missing = [key for key in wanted if key not in instance]
        return f"missing: {', '.join(missing)}", hint
    if error.validator == "type":
        kinds = wanted if isinstance(wanted, list) else [wanted]
        return f"{name} must be {' or '.join(map(_kind_in_words, kinds))}, not {shown}", hint
    if error.validator == "enum":
        few = ", ".join(map(str, wanted)) if len(wanted) <= 10 else hint
        return f"{shown} is not one of the values that {name} can have", few
    if error.validator == "format":
        return f"{shown} is not a day of the calendar", hint
    if error.validator == "pattern":
        return f"{shown} is not the form that {name} has", hint
    return f"{name}: {error.message[:120]}", hint


def _kind_in_words(kind: str) -> str:
    words = {"array": "a list", "object": "key: value pairs", "string": "text", "integer": "a whole number"}
    return words.get(kind, kind)


# --- making records -----------------------------------------------------------------------------------------


def _names(raw: Mapping[str, Any] | None) -> Names:
    """Take spellings by language: lists, or one text."""
    pairs = (raw or {}).items()
    return Names(tuple((lang, (one,) if isinstance(one, str) else tuple(one)) for lang, one in pairs))


def _body(raw: Raw) -> Body:
    return Body(
        raw["id"], _names(raw["names"]), _names(raw.get("short")), tuple(raw["symbols"].items()),
        tuple(raw["numbers"]), raw["source"], raw.get("first"), raw.get("last"), raw.get("website"),
    )  # fmt: skip


def _session(raw: Raw) -> Session:
    return Session(raw["body"], str(raw["session"]), raw["from"], raw["to"], raw["source"])


def _instrument(raw: Raw) -> Instrument:
    names = _names(raw["names"])
    return Instrument(raw["id"], raw["kind"], names, raw["source"], raw.get("adopted"), raw.get("symbol"))


def _fund(raw: Raw) -> Fund:
    return Fund(raw["id"], _names(raw["names"]), raw["source"], raw.get("symbol"))


def _mechanism(raw: Raw) -> Mechanism:
    return Mechanism(raw["id"], raw["kind"], _names(raw["names"]), raw["source"])


def _goal(raw: Raw) -> Goal:
    return Goal(raw["id"], raw["number"], _names(raw["names"]), raw["source"])


def _country(raw: Raw) -> Country:
    return Country(raw["code"], _names(raw.get("names")), raw["source"])


def _work(raw: Raw) -> KnownWork:
    return KnownWork(raw["symbol"], raw["kind"], raw["date"], _names(raw.get("titles")), raw["source"])


def _check_session(one: _Placed[Session]) -> Iterator[Problem]:
    if one.record.last < one.record.first:
        message = f"the session ends on {one.record.last}, before it begins"
        yield one.problem(message, "swap the dates", key="to")


def _check_goal(one: _Placed[Goal]) -> Iterator[Problem]:
    if one.record.id != f"sdg-{one.record.number}":
        message = f"the number of {one.record.id} is not {one.record.number}"
        yield one.problem(message, "make them agree", key="number")


_KINDS: tuple[_Kind[Any], ...] = (
    _Kind("bodies", _body, lambda one: one.id, "id"),
    _Kind("sessions", _session, lambda one: (one.body, one.session), "session", _check_session),
    _Kind("instruments", _instrument, lambda one: one.id, "id"),
    _Kind("funds", _fund, lambda one: one.id, "id"),
    _Kind("mechanisms", _mechanism, lambda one: one.id, "id"),
    _Kind("goals", _goal, lambda one: one.number, "id", _check_goal),
    _Kind("countries", _country, lambda one: one.code, "code"),
    _Kind("works", _work, lambda one: one.symbol, "symbol"),
)


# --- checks across records ----------------------------------------------------------------------------------


def _check_across(tables: dict[str, list[_Placed[Any]]]) -> list[Problem]:
    """Leave out (of `tables`, in place) records that contradict another one, and say so.

    Two organs may not share a template for symbols; a session's organ must be known; a spelling may mean only
    one instrument, fund or mechanism, since a text gives nothing else to tell them apart.
    """
    problems = _drop(tables, "bodies", _shared_templates(tables["bodies"]))
    bodies = frozenset(one.record.id for one in tables["bodies"])
    problems += _drop(tables, "sessions", _sessions_without_body(tables["sessions"], bodies))
    taken: dict[tuple[str, str], str] = {}
    for name in ("instruments", "funds", "mechanisms"):
        problems += _drop(tables, name, _shared_names(tables[name], taken))
    problems += _drop(tables, "countries", _shared_names(tables["countries"], {}))
    return problems


def _drop(
    tables: dict[str, list[_Placed[Any]]], name: str, found: Iterable[tuple[_Placed[Any], Problem]]
) -> list[Problem]:
    """Take the records that were found wrong out of their table."""
    pairs = list(found)
    wrong = {one.at for one, _ in pairs}
    tables[name] = [one for one in tables[name] if one.at not in wrong]
    return [problem for _, problem in pairs]


def _shared_templates(rows: Iterable[_Placed[Body]]) -> Iterator[tuple[_Placed[Body], Problem]]:
    owner: dict[str, str] = {}
    for one in rows:
        for _, template in one.record.symbols:
            if owner.setdefault(template, one.record.id) != one.record.id:
                message = f"{template} is the template of {owner[template]} already"
                yield one, one.problem(message, "each series of symbols belongs to one organ", key="symbols")


def _sessions_without_body(
    sessions: Iterable[_Placed[Session]], bodies: frozenset[str]
) -> Iterator[tuple[_Placed[Session], Problem]]:
    for one in sessions:
        if one.record.body not in bodies:
            hint = f"known: {', '.join(sorted(bodies)) or 'none'}"
            yield one, one.problem(f"no organ has the id {one.record.body!r}", hint, key="body")


def _shared_names(
    rows: Iterable[_Placed[Any]], taken: dict[tuple[str, str], str]
) -> Iterator[tuple[_Placed[Any], Problem]]:
    for one in rows:
        own = getattr(one.record, "id", None) or one.record.code
        for lang, names in one.record.names.by_lang:
            for name in names:
                owner = taken.setdefault((lang, _normal_name(name, lang)), own)
                if owner != own:
                    hint = "a spelling may belong to one record only"
                    yield one, one.problem(f"{name!r} is a name of {owner} already", hint, key="names")


# --- names of States ----------------------------------------------------------------------------------------

_SPACE = re.compile(r"\s+")
_UNSPACED = frozenset({"zh", "ja"})
"""Languages that set no spaces between words: what spaces there are came from a line break or from a PDF."""
_ACCENT = re.compile(r"[\u0300-\u036f]")  # older texts in French print none on capitals: Egypte, Etats-Unis


def _normal_name(name: str, lang: str) -> str:
    """Reduce a name to what decides whether two spellings are the same name."""
    text = unicodedata.normalize("NFKC", name).replace("’", "'").casefold()
    if lang in _UNSPACED:
        return _SPACE.sub("", text)
    text = _SPACE.sub(" ", text).strip()
    if lang == "fr":
        text = _ACCENT.sub("", unicodedata.normalize("NFD", text))
    return text.removeprefix("the ") if lang == "en" else text


def _country_index(countries: Iterable[Country], lang: str) -> dict[str, Country]:
    """Index States by every name; a UN spelling is never displaced by another State's name in CLDR."""
    rows = tuple(countries)
    index: dict[str, Country] = {}
    for country in rows:
        for name in country.names.of(lang):
            index.setdefault(_normal_name(name, lang), country)
    territories = _cldr(lang)
    for country in rows:
        if country.code in territories:
            index.setdefault(_normal_name(territories[country.code], lang), country)
    return index


@cache
def _cldr(lang: str) -> Mapping[str, str]:
    """Give CLDR's names of territories in this language; none for a language that CLDR does not have."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - slow to import, and not every command needs it

    try:
        return cast(Mapping[str, str], Locale.parse(lang).territories)
    except (UnknownLocaleError, ValueError):
        return {}
