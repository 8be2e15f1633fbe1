"""Front matter is YAML for every reader, whatever the words in it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from converter.write import front

WORDS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    WORDS | st.booleans() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner), max_leaves=6
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
@given(st.dictionaries(st.sampled_from(["title", "cites", "search", "number"]), VALUES))
def test_every_value_comes_back(meta: dict[str, Any]) -> None:
    text = front.page(meta, "正文\n")
    kept = {key: value for key, value in meta.items() if value not in (None, [], {}, "")}
    assert (yaml.safe_load(text.split("\n---\n")[0].removeprefix("---")) or {}) == kept
    assert front.read(text) == ((kept, "正文\n") if kept else None)
    assert front.body(text) == ("正文\n" if kept else text)


def test_mkdocs_reads_it() -> None:
    meta = {"title": 'a: "b"\u2028 # c', "session": "51", "date": "2021-10-11", "cites": [{"symbol": "A/RES/60/251"}]}
    body, read = get_data(front.page(meta, "# 正文\n"))
    assert read == meta
    assert body.strip() == "# 正文"


@pytest.mark.parametrize(
    "text",
    [
        "# 正文\n",
        "---\ntitle: 灯塔\n---\n# 正文\n",
        "---\n- 1\n---\n# 正文\n",
        "---\ntitle: [\n---\n",
        "---\ntitle: 1\n",
    ],
)
def test_what_others_wrote_is_left_to_mkdocs(text: str) -> None:
    assert front.read(text) is None
