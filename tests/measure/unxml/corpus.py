"""The marked-up resolutions beside the repository: which there are, which are kept aside, which are the sample."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.measure.reserved import is_reserved, reserved, symbol_of_markup

ROOT = Path(__file__).parent.parent.parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "unxml"
FOLDERS = {"ar": "Arabic", "en": "English", "es": "Spanish", "fr": "French", "ru": "Russian", "zh": "Chinese"}
SAMPLE = 12
_NAME = re.compile(r"^A_RES_(?P<session>\d+)_(?P<number>\d+)(?P<part>[A-Z]?)(?=[-_])")


@dataclass(frozen=True, slots=True)
class File:
    """One file in one of the packs."""

    pack: Path
    name: str

    def read(self, *, allow_reserved: bool) -> bytes:
        """Its bytes; a text that is kept aside raises, whatever its name says."""
        with zipfile.ZipFile(self.pack) as pack:
            data = pack.read(self.name)
        if not allow_reserved and symbol_of_markup(data) in reserved():
            message = f"{self.name} is kept aside"
            raise PermissionError(message)
        return data


def works(corpus: Path = CORPUS, *, kept_aside: bool = False) -> dict[str, dict[str, File]]:
    """Symbol → language → file, of the works that are not kept aside, or of those alone that are."""
    languages = {folder: lang for lang, folder in FOLDERS.items()}
    found: dict[str, dict[str, File]] = {}
    for path in sorted(corpus.glob("*.zip")):
        with zipfile.ZipFile(path) as pack:
            names = sorted(name for name in pack.namelist() if name.endswith(".xml"))
        for name in names:
            folder, _, file = name.rpartition("/")
            named = _NAME.match(file)
            if named and folder in languages and is_reserved(file) == kept_aside:
                symbol = f"A/RES/{named['session']}/{named['number']}{named['part']}"
                found.setdefault(symbol, {})[languages[folder]] = File(path, name)
    return found


def sample(symbols: Iterable[str], count: int) -> list[str]:
    """So many of the symbols, the first by their SHA-256: always the same ones, in no order that means anything."""
    return sorted(symbols, key=lambda symbol: hashlib.sha256(symbol.encode()).hexdigest())[:count]
