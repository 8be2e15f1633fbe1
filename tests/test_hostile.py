"""Some of the hostile set go through with the tests; `python -m tests.benchmark.hostile` takes all of them."""

from __future__ import annotations

import pytest

from tests.benchmark.hostile import inputs
from tests.hostile.costly import Costly
from tests.hostile.odd import odd
from tests.hostile.whole import through
from tests.hostile.written import Written, written

SOME = [*odd()][::23]
LINES = [one for one in written() if one.name.startswith(("sidecar", "authority"))][::11]
LINKS = [one for one in written() if one.name.startswith("link: a sidecar to a file")]


def test_they_are_as_many_as_were_ever_tried() -> None:
    assert len({name for name, _ in inputs()}) >= 488


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("file", SOME, ids=[ascii(one.name) for one in SOME])
def test_a_strange_file_is_read_or_refused(file: Costly) -> None:
    outcome = through(file.ending, file.lang, file.make())
    assert not {"read-fault", "words"} & set(outcome.codes)
    assert outcome.codes or not outcome.refused, "what is refused is said"


@pytest.mark.parametrize("one", [*LINES, *LINKS], ids=lambda one: ascii(one.name))
def test_what_people_write_never_raises(one: Written) -> None:
    one.take()
