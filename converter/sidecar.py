"""`work.yml`: the few facts about a work that its official text does not print, read and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from converter.addresses import DRAFTS, is_portable, is_symbol
from converter.model import Accepted, Diagnostic, Former, Met, Sidecar
from converter.yaml_safe import LineMap, load_yaml, not_utf_8
from converter.yaml_safe.schema import faults

SCHEMA = "work.schema.json"
_MOST = 50  # findings of one file: more would only fill the screen


def read_sidecar(text: str, path: str, work: str) -> Sidecar:
    """Check and read a sidecar. What is wrong in it is left out and reported; the work is still built."""
    facts, lines, findings = _checked(text, path)
    for key in ("symbol", "adopted_as"):
        if key in facts and not _may_be_address(facts[key]):
            hint = "write the document symbol as the UN prints it, e.g. A/HRC/51/L.1"
            findings.append(_no_address(key, facts.pop(key), path, lines.value((key,)), hint))
    formerly = list(_formerly(facts, lines, path, findings))
    return Sidecar(
        work=work,
        path=path,
        symbol=facts.get("symbol"),
        adopted_as=facts.get("adopted_as"),
        date=facts.get("date"),
        subjects=tuple(facts.get("subjects", ())),
        series=facts.get("series"),
        subject=_texts(facts.get("subject", {})),
        met=tuple(_met(one) for one in facts.get("met", ())),
        accept_changes=facts.get("source", {}).get("changes") == "accept",
        accept_recognised=facts.get("source", {}).get("recognised") == "accept",
        source_url=facts.get("source", {}).get("url"),
        accepted=tuple(
            _accepted(one, path, lines.value(("accepted", at))) for at, one in enumerate(facts.get("accepted", ()))
        ),
        formerly=tuple(formerly),
        places=tuple((key, *lines.value((key,))) for key in ("symbol", "adopted_as", "date") if key in facts),
        diagnostics=tuple(findings),
    )


def _checked(text: str, path: str) -> tuple[dict[str, Any], LineMap, list[Diagnostic]]:
    """The keys of the file that are as the schema wants them, where they stand, and what is wrong with the others."""
    if (bad := not_utf_8(text, path)) is not None:
        return {}, LineMap(), [Diagnostic(path, bad.line, bad.column, "sidecar-encoding", bad.message, bad.hint)]
    value, lines, problems = load_yaml(text, path)
    findings = [Diagnostic(path, one.line, one.column, "sidecar-yaml", one.message, one.hint) for one in problems]
    if problems or value is None:
        return {}, lines, findings
    wrong, findings = _schema_findings(value, lines, path)
    known = value.items() if isinstance(value, dict) else ()
    return {str(key): item for key, item in known if str(key) not in wrong}, lines, findings


def _formerly(facts: Mapping[str, Any], lines: LineMap, path: str, findings: list[Diagnostic]) -> Iterator[Former]:
    """The work's former addresses; what cannot be one is added to the findings."""
    for at, address in enumerate(facts.get("formerly", ())):
        place = lines.value(("formerly", at))
        if address.startswith(DRAFTS) or _may_be_address(address):
            yield Former(address, path, *place)
        else:
            hint = "write what follows the language in the old address"
            findings.append(_no_address("formerly", address, path, place, hint))


def _may_be_address(symbol: str) -> bool:
    return is_symbol(symbol) and is_portable(symbol)


def _no_address(key: str, said: object, path: str, place: tuple[int, int], hint: str) -> Diagnostic:
    return Diagnostic(path, *place, "sidecar-identity", f"{key} {said!r} cannot be an address", hint)


def _met(raw: Mapping[str, Any]) -> Met:
    """One fulfilled mandate, after the schema has accepted it."""
    by = raw["by"]
    session = raw.get("session")
    return Met(
        paragraph=raw["paragraph"],
        source=raw["source"],
        mandate=raw.get("mandate"),
        symbol=by.get("symbol"),
        notes=_texts(by.get("note", {})),
        session=None if session is None else str(session),
        date=raw.get("date"),
    )


def _accepted(raw: Mapping[str, Any], path: str, place: tuple[int, int]) -> Accepted:
    """One accepted finding, after the schema has accepted it."""
    return Accepted(raw["lang"], raw["code"], raw["at"], _texts(raw["reason"]), path, *place)


def _texts(raw: str | Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Words by language; those in no particular one under ''."""
    return (("", raw),) if isinstance(raw, str) else tuple(raw.items())


def _schema_findings(value: object, lines: LineMap, path: str) -> tuple[set[str], list[Diagnostic]]:
    """The top-level keys that are wrong, and a finding for each fault by the schema."""
    wrong: set[str] = set()
    findings = []
    for fault in faults(SCHEMA, value, lines):
        wrong.update(str(key) for key in fault.at[:1])
        code = "sidecar-key" if fault.is_key else "sidecar-value"
        findings.append(Diagnostic(path, fault.line, fault.column, code, fault.message, fault.hint))
    if len(findings) > _MOST:
        message, last = f"{len(findings) - _MOST} more findings in this file, the first of them here", findings[_MOST]
        more = Diagnostic(path, last.line, last.column, last.code, message, last.hint)
        findings = [*findings[:_MOST], more]
    return wrong, findings
