"""Children of their own: what citing costs a text, what reading it whole does, what loading a language's page does.

python -m tests.benchmark.cite cite       prints milliseconds of processor for a text, the mean over real ones
python -m tests.benchmark.cite read       prints those of reading it to its marks, citations among them
python -m tests.benchmark.cite load LANG  prints those of loading a page in this fresh process
python -m tests.benchmark.cite verbs LANG prints those of making its reader of verbs ready
"""

from __future__ import annotations

import sys
import time

from converter.authorities import load_authorities
from converter.convert import Input, convert
from converter.languages import load
from converter.languages.page import load_page
from converter.model import Sidecar
from converter.recognisers import CITING, recognise
from tests.benchmark.real import ROOT, texts

_TEXTS = 50
_ROUNDS = 3


def reading(what: str) -> float:
    """Milliseconds for a text, `cite` or `read`; its patterns and words are met before."""
    authorities, _ = load_authorities(ROOT / "authorities")
    every = texts()
    given = [
        Input(path.name, "en", path.read_bytes(), Sidecar("text", ""))
        for path in every[:: max(1, len(every) // _TEXTS)]
    ]
    texts_read = [convert(one, authorities).resolution for one in given]
    language = load("en", authorities)
    seconds: list[float] = []
    for _ in range(_ROUNDS):
        begun = time.process_time()
        if what == "cite":
            for text in texts_read:
                recognise(text, language, CITING)
        else:
            for one in given:
                convert(one, authorities)
        seconds.append(time.process_time() - begun)
    return min(seconds) / len(given) * 1000


def loading(code: str) -> float:
    """Milliseconds to load a language's page, once."""
    authorities, _ = load_authorities(ROOT / "authorities")
    begun = time.process_time()
    load_page(code, authorities)
    return (time.process_time() - begun) * 1000


def making(code: str) -> float:
    """Milliseconds to make a language's reader of verbs ready, once; its files are read before."""
    authorities, _ = load_authorities(ROOT / "authorities")
    language = load(code, authorities)
    _ = language.page
    begun = time.process_time()
    _ = language.verbs
    return (time.process_time() - begun) * 1000


if __name__ == "__main__":
    asked = {"load": loading, "verbs": making}
    print(f"{asked[sys.argv[1]](sys.argv[2]) if sys.argv[1] in asked else reading(sys.argv[1]):.2f}")
