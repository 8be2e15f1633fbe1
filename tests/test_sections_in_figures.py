"""A section of a cited work that is counted in figures (section 5) is no paragraph of it, in six languages."""

from __future__ import annotations

import pytest

from converter.addresses import pinpoint_anchor
from converter.write.words import Words
from tests.language_examples import AUTHORITIES, language, read_citations, resolution

WORDS = Words(language("en"), AUTHORITIES)

SECTION = {
    "en": "Recalls section 5 and section 6, paragraph 3, of its resolution 1325 (2000);",
    "fr": "Rappelle la section 5 et la section 6, paragraphe 3, de sa résolution 1325 (2000) ;",
    "es": "Recuerda la sección 5 y la sección 6, párrafo 3, de su resolución 1325 (2000);",
    "ru": "ссылается на раздел 5 и пункт 3 раздела 6 своей резолюции 1325 (2000);",
    "ar": "يشير إلى الجزء 5 والفقرة 3 من الجزء 6 من قراره 1325 (2000)؛",
    "zh": "回顾第1325（2000）号决议第5节和第6节第3段；",
}


@pytest.mark.parametrize("code", SECTION)
def test_a_section_in_figures_leads_to_no_paragraph(code: str) -> None:
    made = resolution(code, "SC", [SECTION[code]], ["operative"])
    (cited,) = read_citations(made, language(code)).citations
    assert [one.label for one in cited.pinpoints] == ["section 5", "section 6.3"]
    assert [pinpoint_anchor(one) for one in cited.pinpoints] == ["v", "vi-3"]


def test_one_that_words_further_behind_lead_back_to_is_a_section_too() -> None:
    said = "Recalls resolution 1325 (2000), the letter of the keeper and section 5 of the same resolution;"
    (cited,) = read_citations(resolution("en", "SC", [said], ["operative"]), language("en")).citations
    assert [one.label for one in cited.pinpoints] == ["section 5"]


@pytest.mark.parametrize(
    ("label", "anchor", "shown"),
    [
        ("section 5", "v", "sect. 5"),
        ("section 6.3", "vi-3", "sect. VI, para. 3"),
        ("annex I.section 5", "annex-i-v", "annex I, sect. V"),
        ("annex 2.section 5.3(a)", "annex-ii-v-3-a", "annex II, sect. V, para. 3(a)"),
        ("section 100", "section-100", "sect. 100"),
        ("5", "op5", "para. 5"),
    ],
)
def test_where_it_leads_and_what_it_is_called(label: str, anchor: str, shown: str) -> None:
    assert (pinpoint_anchor(label), WORDS.pinpoint(label)) == (anchor, shown)
