"""The schema of the sidecar: what it takes, and what it refuses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from converter.yaml_safe import load_yaml

ROOT = Path(__file__).parent.parent
SCHEMA: dict[str, Any] = json.loads((ROOT / "converter/schemas/work.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
MET = {"paragraph": "op3", "by": {"note": "会议已举行"}, "source": "会议记录"}


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"]
    assert SCHEMA["title"]


def test_every_key_is_described_and_every_object_closed() -> None:
    def objects(schema: dict[str, Any], where: str) -> Iterator[tuple[str, dict[str, Any]]]:
        if "properties" in schema:
            yield where, schema
            for key, value in schema["properties"].items():
                yield from objects(value, f"{where}.{key}")
        if "items" in schema:
            yield from objects(schema["items"], f"{where}[]")

    seen = list(objects(SCHEMA, "work"))
    assert len(seen) >= 4
    for where, schema in seen:
        assert schema["additionalProperties"] is False, where
        for key, value in schema["properties"].items():
            assert value.get("description"), f"{where}.{key}"


@pytest.mark.parametrize("path", sorted((ROOT / "sources").glob("*/work.yml")), ids=lambda path: path.parent.name)
def test_the_sidecars_we_have_are_valid(path: Path) -> None:
    value, _, problems = load_yaml(path.read_text(encoding="utf-8"), path.name)
    assert not problems
    assert [error.message for error in VALIDATOR.iter_errors(value)] == []


@pytest.mark.parametrize(
    "symbol",
    [
        "A/RES/60/251", "A/HRC/RES/5/1", "S/RES/1325(2000)", "A/RES/377(V)", "A/RES/3362(S-VII)",
        "A/RES/ES-10/23",
        "E/CN.4/RES/2004/81", "E/CN.4/Sub.2/1994/56", "A/HRC/51/L.1/Rev.1", "A/C.3/77/L.20/Rev.1",
        "A/66/PV.82",
        "CCPR/C/21/Rev.1/Add.13", "A/HRC/PRST/31/1", "A/RES/41/60J", "S/PRST/2010/11", "A/CONF.206/6",
    ],
)  # fmt: skip
def test_symbols_that_are_taken(symbol: str) -> None:
    assert VALIDATOR.is_valid({"symbol": symbol, "adopted_as": symbol})


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"date": "2022-10-07", "subjects": ["技术合作"], "series": "河流", "note": "x"},
        {"met": [MET, MET | {"by": {"symbol": "A/HRC/53/1"}, "session": 53, "date": "2023-07-01"}]},
        {"met": [MET | {"session": "S-26", "paragraph": "op11-a"}]},
        {"source": {"url": "https://example.org/a.pdf", "retrieved": "2022-10-08", "format": "pdf"}},
    ],
)
def test_what_is_taken(value: object) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(value)] == []


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {"symbols": "A/RES/60/251"},
        *({"symbol": symbol} for symbol in (
            "", "A", "A/", "/A/RES/1/1", "A/RES/60/251/", "A//RES", "A/../RES/1", "A/RES/..", "A/./B",
            "a/res/60/251",
            "A/RES/60/251\n", "A/RES/60 /251", "A\\RES\\1", "../../etc", "A/RES/1?x", "A/RES/１",
            "A/" + "9/" * 60 + "9",
            60251, None,
        )),
        *({"date": date} for date in ("2022-13-01", "2022-02-30", "2022", "07/10/2022", "2022-10-07\n",
        20221007)),
        *({"source": {"url": url}} for url in (
            "http://docs.un.org/zh/A", "javascript:x", "https://docs.un.org/zh/A B",
            'https://docs.un.org/"onload=', "https://docs.un.org/zh/A\n",
        )),
        {"subjects": "one"}, {"subjects": []}, {"subjects": ["a", "a"]}, {"subjects": [" a"]},
        {"subjects": [1]},
        {"title": {"zh": "河流的名称"}}, {"official": "https://docs.un.org/zh/A"},  # no keys
        {"met": []}, {"met": [{}]}, {"met": [MET | {"by": {}}]}, {"met": [MET | {"paragraph": "第三段"}]},
        {"met": [MET | {"session": 0}]}, {"met": [MET | {"session": "第53届"}]},
        {"met": [MET | {"who": "x"}]},
        {"source": {}}, {"source": "x"}, {"source": {"format": "exe"}},
        {"source": {"url": "file:///etc/passwd"}},
        {"source": {"retrieved": "yesterday"}}, {"note": ""}, {"note": 3}, {"series": []},
    ],
    ids=repr,
)  # fmt: skip
def test_what_is_refused(value: object) -> None:
    assert not VALIDATOR.is_valid(value)
