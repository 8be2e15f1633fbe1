"""An annex that Arabic print calls الملحق is one as المرفق is: its heading, as the text's own and as a work's."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import converted

HEAD = "إن الجمعية العامة،\n\nبعد النظر في تقرير الحراس،\n\nإذ تشير إلى {cited}،\n\n1 - تعتمد القواعد {own}؛\n\n"
BODY = "{title}\n\n1 - تضاء المصابيح.\n\n2 - تطفأ المصابيح وفقا للفقرة 1 من {this}."


def _read(cited: str = "القرار 71/3", own: str = "", title: str = "الملحق", this: str = "هذا الملحق") -> Expression:
    return converted("ar", HEAD.format(cited=cited, own=own) + BODY.format(title=title, this=this))


@pytest.mark.parametrize("title", ["الملحق", "ملحق", "المرفق", "مرفق"])
def test_its_paragraphs_are_its_own(title: str) -> None:
    read = _read(title=title)
    assert [one.id for one in read.resolution.paragraphs] == ["pp1", "pp2", "op1", "annex", "annex-1", "annex-2"]
    assert {one.severity.value for one in read.diagnostics} <= {"info"}


@pytest.mark.parametrize(
    "own", ["الواردة في الملحق بهذا القرار", "الواردة في ملحق هذا القرار", "الواردة في الملحق لهذا القرار"]
)
def test_the_text_leads_to_its_annex(own: str) -> None:
    assert [one.to for one in _read(own=own).internal] == [("annex",), ("annex-1",)]


@pytest.mark.parametrize(("cited", "label"), [
    ("ملحق القرار 71/3", "annex"), ("القرار 71/3، الملحق", "annex"), ("الملحق الثاني للقرار 71/3", "annex II"),
    ("الفقرة 4 من ملحق القرار 71/3", "annex.4"),
])  # fmt: skip
def test_a_work_has_its_annex_so(cited: str, label: str) -> None:
    assert [[one.label for one in each.pinpoints] for each in _read(cited=cited).citations] == [[label]]


def test_a_supplement_of_official_records_is_none() -> None:
    cited = "الوثائق الرسمية للجمعية العامة، الدورة الثمانون، الملحق رقم 12 (A/80/12)"
    assert [(each.target, each.pinpoints) for each in _read(cited=cited).citations] == [("A/80/12", ())]
