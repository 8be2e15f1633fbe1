"""`work.yml`: the few facts about a work that its official text does not print, read and checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from converter.addresses import DRAFTS, is_portable, is_symbol
from converter.model import Accepted, Diagnostic, Former, Met, Sidecar
from converter.yaml_safe import DataPath, LineMap, load_yaml

SCHEMA = Path(__file__).parent / "schemas" / "work.schema.json"
_REPLACEMENT = "\ufffd"
_MOST = 50  # findings of one file: more would only fill the screen


@cache
def _validator() -> Draft202012Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def read_sidecar(text: str, path: str, work: str) -> Sidecar:
    """Check and read a sidecar. What is wrong in it is left out and reported; the work is still built."""
    at = text.find(_REPLACEMENT)
    if at >= 0:  # so decoding leaves a byte that is no UTF-8
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        message, hint = "a character here is not UTF-8, so nothing of the file is read", "save the file as UTF-8"
        return Sidecar(work, path, diagnostics=(Diagnostic(path, line, column, "sidecar-encoding", message, hint),))
    value, lines, problems = load_yaml(text, path)
    findings = [
        Diagnostic(path, problem.line, problem.column, "sidecar-yaml", problem.message, problem.hint)
        for problem in problems
    ]
    if problems or value is None:
        return Sidecar(work, path, diagnostics=tuple(findings))
    wrong, more = _schema_findings(value, lines, path)
    findings += more
    if not isinstance(value, dict):
        return Sidecar(work, path, diagnostics=tuple(findings))
    facts: dict[str, Any] = {str(key): item for key, item in value.items() if str(key) not in wrong}
    for key in ("symbol", "adopted_as"):
        if key in facts and not (is_symbol(facts[key]) and is_portable(facts[key])):
            line, column = lines.value((key,))
            message = f"{key} {facts[key]!r} cannot be an address"
            hint = "write the document symbol as the UN prints it, e.g. A/HRC/51/L.1"
            findings.append(Diagnostic(path, line, column, "sidecar-identity", message, hint))
            del facts[key]
    formerly = []
    for at, address in enumerate(facts.get("formerly", ())):
        place = lines.value(("formerly", at))
        if address.startswith(DRAFTS) or (is_symbol(address) and is_portable(address)):
            formerly.append(Former(address, path, *place))
            continue
        message = f"formerly {address!r} cannot be an address"
        hint = "write what follows the language in the old address"
        findings.append(Diagnostic(path, *place, "sidecar-identity", message, hint))
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
        places=tuple((key, *lines.value((key,))) for key in ("symbol", "adopted_as") if key in facts),
        diagnostics=tuple(findings),
    )


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
    """The top-level keys that are wrong, and a finding for each error of the schema."""
    wrong: set[str] = set()
    findings = []
    for error in sorted(_validator().iter_errors(value), key=lambda e: list(map(str, e.absolute_path))):
        at: DataPath = tuple(error.absolute_path)
        if error.validator == "additionalProperties" and isinstance(error.instance, dict):
            known = error.schema.get("properties", {})
            for key in sorted(str(key) for key in error.instance if key not in known):
                wrong.add(str(at[0]) if at else key)
                line, column = lines.key((*at, key))
                hint = f"the keys are: {', '.join(sorted(known))}"
                findings.append(Diagnostic(path, line, column, "sidecar-key", f"unknown key {key!r}", hint))
            continue
        if at:
            wrong.add(str(at[0]))
        line, column = lines.value(at)
        hint = f"see the description of the key in {SCHEMA.name}"
        findings.append(Diagnostic(path, line, column, "sidecar-value", error.message[:200], hint))
    if len(findings) > _MOST:
        message, last = f"{len(findings) - _MOST} more findings in this file, the first of them here", findings[_MOST]
        more = Diagnostic(path, last.line, last.column, last.code, message, last.hint)
        findings = [*findings[:_MOST], more]
    return wrong, findings
