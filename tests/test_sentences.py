"""Where a paragraph may be over: at the sign that ends a clause, not at the full stop of a short word."""

from __future__ import annotations

import pytest

from tests.reading import converted

# The second line of each first recital ends in a short word; its name is on the third.
TEXTS = {
    "en": """The General Assembly,

Gravely concerned at the lamps that were taken in the
night from the keepers of the lighthouse, Mr. Ada, and Mr.
Bruno Lantern,

1. Requests the keepers to light the lamps.
""",
    "fr": """L’Assemblée générale,

Profondément préoccupé par les lampes qui ont été prises
la nuit aux gardiens du phare, M. Ada, et M.
Bruno Lanterne,

1. Prie les gardiens d’allumer les lampes.
""",
    "es": """La Asamblea General,

Profundamente preocupado por las lámparas que fueron tomadas
de noche a los guardianes del faro, la Sra. Ada, y el Sr.
Bruno Linterna,

1. Pide a los guardianes que enciendan las lámparas.
""",
}


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_a_paragraph_is_not_over_where_a_name_is_wanted(lang: str) -> None:
    expression = converted(lang, TEXTS[lang])
    kinds = [paragraph.kind for paragraph in expression.resolution.paragraphs]
    assert kinds == ["preambular", "operative"]
