"""A section or a paragraph named behind an annex, in Chinese, is none of the annexes: 附件二和第四节."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, converted


def _pinpoints(words: str) -> list[list[str]]:
    read = converted("zh", f"{ENACTING['zh']}\n\n1. 请按照{words}点灯。")
    return [[one.label for one in cited.pinpoints] for cited in read.citations]


@pytest.mark.parametrize(("behind", "labels"), [
    ("附件二和第四节第3段", ["annex II", "IV.3"]),
    ("附件二及第四节", ["annex II", "IV"]),
    ("附件一、二和第四部分", ["annex I", "annex II", "IV"]),
    ("附件一至三和第二章", ["annex I", "annex II", "annex III", "II"]),
    ("附录一和第四节C部分第98段", ["annex I", "IV.C.98"]),
    ("第四节C部分", ["IV.C"]),
    ("第四节第3段、附件一和第六节", ["IV.3", "annex I", "VI"]),
    ("附件二和第4段", ["annex II", "4"]),
    ("第四节和附件二第3段", ["IV", "annex II.3"]),
])  # fmt: skip
def test_what_stands_behind_an_annex(behind: str, labels: list[str]) -> None:
    assert _pinpoints(f"大会第59/276号决议{behind}") == [labels]


@pytest.mark.parametrize(("behind", "labels"), [
    ("附件一至三", ["annex I", "annex II", "annex III"]),
    ("附件一和二", ["annex I", "annex II"]),
    ("第一和第二节", ["I", "II"]),
    ("第一至第三节", ["I", "II", "III"]),
])  # fmt: skip
def test_lists_of_one_kind_stay_whole(behind: str, labels: list[str]) -> None:
    assert _pinpoints(f"大会第59/276号决议{behind}") == [labels]
