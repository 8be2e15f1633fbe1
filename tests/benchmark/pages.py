"""A child of its own: the seconds of processor that each of some PDFs takes, the least of some rounds, as JSON.

python tests/benchmark/pages.py read|paint ROUNDS FILE…

It reads them with the converter that PYTHONPATH leads to, an earlier one too, or has PDFium paint their pages.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import pypdfium2

from converter.read.pdf import read_pdf


def read(data: bytes) -> None:
    """From bytes to lines."""
    read_pdf(data, "a.pdf", "en")


def paint(data: bytes) -> None:
    """Each page as it is shown on a screen, a pixel for a point."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        page.render(scale=1).close()
    document.close()


def main(what: str, rounds: str, *names: str) -> None:
    """Measure and print."""
    taken: dict[str, list[float]] = {}
    files = {name: Path(name).read_bytes() for name in names}
    for _ in range(int(rounds)):
        for name, data in files.items():
            began = time.process_time()
            {"read": read, "paint": paint}[what](data)
            taken.setdefault(name, []).append(time.process_time() - began)
    print(json.dumps({name: min(seconds) for name, seconds in taken.items()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
