"""The curated facts: `authorities/*.yml` read once, checked, and answered from.

`load_authorities` reads the folder. A record that is wrong is left out and becomes a `Problem` with its
line; the rest is loaded, so that one slip never stops a build. The shape of the files is in
`schemas/authorities.schema.json`, which an editor can use too; what a schema cannot say (a key used twice, a
session that ends before it begins) is checked here.

`records` are the types, `lookups` the questions asked of them, `names` when two spellings are one name; `reading`
takes the folder in by way of `kinds` (a record on its own, its form by `yaml_safe.schema`) and `across` (all together).
"""

from converter.authorities.lookups import Authorities
from converter.authorities.reading import load_authorities
from converter.authorities.records import (
    Body,
    Country,
    Fund,
    Goal,
    Instrument,
    KnownWork,
    Mechanism,
    Names,
    Report,
    Session,
)

__all__ = [
    "Authorities",
    "Body",
    "Country",
    "Fund",
    "Goal",
    "Instrument",
    "KnownWork",
    "Mechanism",
    "Names",
    "Report",
    "Session",
    "load_authorities",
]
