"""Children of their own: what citing costs a text, by each of the two readers, and what loading a page costs.

python -m tests.benchmark.cite READER     prints milliseconds of processor for a text, the mean over real ones
python -m tests.benchmark.cite load LANG  prints those of loading a page in this fresh process
"""

from __future__ import annotations

import sys
import time

from converter.authorities import load_authorities
from converter.cite.readers import READERS
from converter.convert import Input, convert
from converter.languages import load
from converter.languages.page import load_page
from converter.model import Sidecar
from tests.benchmark.real import ROOT, texts

_TEXTS = 50
_ROUNDS = 3


def citing(reader: str) -> float:
    """Milliseconds for a text; its patterns and words are met before."""
    authorities, _ = load_authorities(ROOT / "authorities")
    every = texts()
    given = [
        convert(Input(path.name, "en", path.read_bytes(), Sidecar("text", "")), authorities).resolution
        for path in every[:: max(1, len(every) // _TEXTS)]
    ]
    language = load("en", authorities)
    seconds: list[float] = []
    for _ in range(_ROUNDS):
        begun = time.process_time()
        for one in given:
            READERS[reader](one, language)
        seconds.append(time.process_time() - begun)
    return min(seconds) / len(given) * 1000


def loading(code: str) -> float:
    """Milliseconds to load a language's page, once."""
    authorities, _ = load_authorities(ROOT / "authorities")
    begun = time.process_time()
    load_page(code, authorities)
    return (time.process_time() - begun) * 1000


if __name__ == "__main__":
    print(f"{loading(sys.argv[2]) if sys.argv[1] == 'load' else citing(sys.argv[1]):.2f}")
