"""The account of what a site takes: every file is of one kind, stubs are counted apart."""

from __future__ import annotations

from pathlib import Path

from tests.benchmark.size import sizes, table


def test_every_file_of_a_site_is_counted_once(tmp_path: Path) -> None:
    page, stub = "x" * 2000, "x" * 500
    files = {
        "index.html": page, "en/index.html": page, "en/works/index.html": page, "en/verbs/call/index.html": page,
        "en/A/1/index.html": page, "en/A/1/work.json": "{}", "en/A/1/parallel/index.html": page,
        "en/A/1/parallel/zh/index.html": stub, "en/A/2/index.html": f'<div class="rd-cited-work">{page}',
        "data/en/works.jsonl": "{}", "data/en/mandates/x.ics": "", "data/en/mandates/y.ics": "", "en/words.js": "",
        "assets/a.js": "",
    }  # fmt: skip
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = sizes(tmp_path)
    assert (found.texts, found.pages, found.kinds["stub"]) == (1, 7, [1, 500])
    assert found.bytes == sum(len(text) for text in files.values())
    assert sum(count for count, _ in found.kinds.values()) == len(files)
    assert found.kinds["page: cited works, or one text that is not shown"][0] == 1 and found.kinds["data: .ics"][0] == 2
    assert list(table(found))[-1] == "a text: 14.5 kB, 7.0 pages, 1.0 stubs"
