"""python -m tools.codes_page: write the tables of docs/contribute/findings.md again, from converter/codes.yml."""

from __future__ import annotations

from pathlib import Path

from converter.codes import tables

PAGE = Path(__file__).parent.parent / "docs" / "contribute" / "findings.md"
FROM, TO = "<!-- made by `python -m tools.codes_page`: edit converter/codes.yml -->\n\n", "<!-- to here -->\n"


def written(page: str) -> str:
    """The page with the tables of today."""
    before, _, rest = page.partition(FROM)
    return f"{before}{FROM}{tables()}{TO}{rest.partition(TO)[2]}"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
