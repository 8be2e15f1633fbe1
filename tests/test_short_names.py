"""Short lines without a sign between paragraphs: headings, where neither a capital nor a number shows it."""

from __future__ import annotations

import pytest

from tests.reading import converted

ANNEX = """大会，

注意到大雾，

1. 通过本决议所附的示范做法。

附件

钟楼示范做法

1. 每座钟楼应有两名敲钟人。

{names}

2. 敲钟人应每月给钟上油。

清点

敲钟人应在黎明时数钟。
"""
MEETING = """The General Assembly,

Noting the fog,

1. Thanks the ringers;

2. Calls upon all ringers to oil the bells;

Meeting of Bell Owners

3. Requests the ringers to take part in the meeting.
"""


def paragraphs(text: str, lang: str) -> list[tuple[str, str]]:
    expression = converted(lang, text)
    return [(one.kind, one.text.text) for one in expression.resolution.paragraphs]


@pytest.mark.parametrize("names", [["保养"], ["保养", "做法1：给钟上油"]])
def test_short_lines_of_a_chinese_annex_are_headings(names: list[str]) -> None:
    found = paragraphs(ANNEX.format(names="\n\n".join(names)), "zh")
    wanted = ["附件", "钟楼示范做法", *names, "清点"]
    assert [words for kind, words in found if kind == "heading"] == wanted
    assert found[-1] == ("plain", "敲钟人应在黎明时数钟。")


def test_many_short_lines_are_a_list_of_names() -> None:
    found = paragraphs(ANNEX.format(names="东钟楼\n\n西钟楼\n\n南钟楼"), "zh")
    assert not [words for kind, words in found if kind == "heading" and "楼" in words and words != "钟楼示范做法"]


def test_a_meeting_of_somebody_is_no_verb() -> None:
    assert ("heading", "Meeting of Bell Owners") in paragraphs(MEETING, "en")
