"""A declaration that a text proclaims: its articles are headings, and what stands below them need not act."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import converted

TEXTS = {
    "en": """The General Assembly,

Noting the fog,

Proclaims this Charter of Bells:

Article 1

Bells are made of bronze.

Article 2

1. Every bell has a rope.

2. No rope is cut.

Article 3

1. Decides that no bell is sold.
""",
    "fr": """L’Assemblée générale,

Notant la brume,

Proclame la présente Charte des cloches :

Article 1

Les cloches sont de bronze.

Article 2

1. Toute cloche a une corde.

2. Nulle corde n’est coupée.

Article 3

1. Décide que nulle cloche n’est vendue.
""",
    "zh": """大会，

注意到大雾，

宣布本钟声宪章：

第一条

钟以青铜铸成。

第二条

1. 每口钟均有绳索。

2. 绳索不得剪断。

第三条

1. 决定任何钟不得出售。
""",
}


def read(lang: str) -> Expression:
    return converted(lang, TEXTS[lang])


@pytest.mark.parametrize("lang", TEXTS)
def test_the_paragraphs_of_an_article_are_numbered_and_act_where_they_open_with_a_verb(lang: str) -> None:
    below = [one for one in read(lang).resolution.paragraphs if one.kind in ("heading", "plain") or one.number]
    assert [(one.kind, one.number) for one in below] == [
        ("heading", None), ("plain", None),
        ("heading", None), ("plain", "1"), ("plain", "2"),
        ("heading", None), ("operative", "1"),
    ]  # fmt: skip


@pytest.mark.parametrize("lang", TEXTS)
def test_nothing_is_missed_in_an_article(lang: str) -> None:
    assert not [one.message for one in read(lang).diagnostics if one.severity != "info"]
