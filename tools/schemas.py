"""python -m tools.schemas: write the facts of converter/write/facts.py into the JSON Schemas that have them."""

from __future__ import annotations

import json
from pathlib import Path

from converter.write.facts import FACTS

FOLDER = Path(__file__).parent.parent / "converter" / "schemas"
NAMES = ("inspect.schema.json", "works.schema.json")


def written(schema: str) -> str:
    """A schema with the facts of today: those that it has stay where they are, a new one is the last."""
    read = json.loads(schema)
    read["properties"] |= {fact.name: dict(fact.schema) for fact in FACTS}
    read["required"] = list(dict.fromkeys([*read["required"], *(fact.name for fact in FACTS)]))
    return json.dumps(read, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    for name in NAMES:
        (FOLDER / name).write_text(written((FOLDER / name).read_text(encoding="utf-8")), encoding="utf-8")
