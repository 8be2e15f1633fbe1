"""Pinpoints where other words stand between them and their work, and parts of symbols that look like pinpoints."""

from __future__ import annotations

import pytest

from converter.addresses import pinpoint_anchor
from tests.language_examples import language, read_citations, resolution
from tests.reading import ENACTING, converted


def pinpoints(said: str) -> dict[str | None, tuple[str, ...]]:
    """Each cited work with its pinpoints, of an act in which the words stand."""
    found = converted("en", f"{ENACTING['en']}\n\n1. Notes {said};\n")
    return {one.target: tuple(pinpoint.label for pinpoint in one.pinpoints) for one in found.citations}


@pytest.mark.parametrize(
    ("said", "labels"),
    [
        ("paragraph 1 (a) and (b) and subsequent provisions of resolution 9001 (2089)", ("1(a)", "1(b)")),
        ("paragraph 3 and all other relevant provisions of resolution 9001 (2089)", ("3",)),
        ("resolution 9001 (2089) and, in particular, paragraphs 3, 4 and 5 thereof", ("3", "4", "5")),
    ],
)
def test_words_between_pinpoints_and_their_work(said: str, labels: tuple[str, ...]) -> None:
    assert pinpoints(said) == {"S/RES/9001(2089)": labels}


BACK = [
    ("en", "Notes resolution 9001 (2089) and paragraphs 3 and 4 of the aforementioned resolution;"),
    ("en", "Notes resolution 9001 (2089), on lamps that burn, and paragraphs 3 and 4 of the aforesaid resolution;"),
    ("fr", "Prend note de la résolution 9001 (2089) et des paragraphes 3 et 4 de la résolution susmentionnée ;"),
    ("es", "Observa la resolución 9001 (2089) y los párrafos 3 y 4 de esa misma resolución;"),
    ("es", "Observa la resolución 9001 (2089) y los párrafos 3 y 4 de la resolución antes mencionada;"),
    ("ru", "отмечает резолюцию 9001 (2089) и пункты 3 и 4 этой же резолюции;"),
    ("ru", "отмечает резолюцию 9001 (2089) и пункты 3 и 4 вышеупомянутой резолюции;"),
    ("zh", "注意到第9001(2089)号决议，特别是该决议第3和4段；"),
    ("zh", "注意到第9001(2089)号决议，以及同一决议第3和4段；"),
    ("ar", "تشير إلى القرار 9001 (2089) وإلى الفقرتين 3 و 4 من القرار المذكور أعلاه؛"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "said"), BACK)
def test_words_lead_back_to_the_work_before_them(code: str, said: str) -> None:
    made = resolution(code, "SC", [said], ["operative"])
    cited = read_citations(made, language(code)).citations
    assert [(one.target, [part.label for part in one.pinpoints]) for one in cited] == [("S/RES/9001(2089)", ["3", "4"])]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("zh", "注意到第9001(2089)号决议及上述第2段；"),
        ("ar", "تشير إلى القرار 9001 (2089) وإلى الفقرة 3 من الاتفاقية؛"),
        ("en", "Notes resolution 9001 (2089) and paragraph 3 of the aforementioned report;"),
        ("fr", "Prend note de la résolution 9001 (2089) et du paragraphe 3 de la convention susmentionnée ;"),
    ],
)
def test_what_leads_to_another_is_none_of_the_work(code: str, said: str) -> None:
    made = resolution(code, "SC", [said], ["operative"])
    assert [one.pinpoints for one in read_citations(made, language(code)).citations] == [()]


def test_a_verb_behind_to_is_no_work() -> None:
    assert pinpoints("resolution 9001 (2089), paragraph 3 to help the keepers") == {"S/RES/9001(2089)": ("3",)}
    assert pinpoints("resolution 9001 (2089), paragraph 3 to the Convention of Lamps") == {"S/RES/9001(2089)": ()}


def test_a_part_of_a_symbol_is_no_pinpoint_of_the_document_behind_it() -> None:
    assert pinpoints("INFCIRC/999/Rev.8/Part 1 in document S/2089/814")["S/2089/814"] == ()
    assert pinpoints("part 1 of document S/2089/814")["S/2089/814"] != ()


def test_annexes_are_addressed_alike_however_they_are_counted() -> None:
    assert pinpoint_anchor("annex 2") == pinpoint_anchor("annex II") == "annex-ii"
    assert pinpoint_anchor("annex 2.6") == "annex-ii-6"
