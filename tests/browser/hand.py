"""A reader's hand: presses keys and clicks in a page, counts both, and remembers in words what it did.

A letter typed is a key; a choice from a list is two clicks (open it, take one). Moving the pointer and scrolling are
not counted.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

KEYS = {"ArrowDown": "↓", "Control+p": "Ctrl+P"}  # as a reader calls them


_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def spellings(number: int, year: int) -> dict[str, str]:
    """Ten ways in which people write a resolution of the Security Council → where each leads, below its language."""
    page = f"S/RES/{number}({year})/"
    return {
        f"S/RES/{number}({year})": page,
        f"S/RES/{number}": page,
        f"res {number}": page,
        f"SCR {number} ({year})": page,
        f"SC resolution {number}": page,
        f"UNSCR {number}": page,
        f"安理会第{number}号决议": page,
        f"قرار مجلس الأمن {str(number).translate(_ARABIC)}": page,
        f"S/RES/{number} ({year}), para. 5": f"{page}#op5",
        f"S/RES/{number} OP3": f"{page}#op3",
    }


@dataclass
class Hand:
    """In: the page. Out: `keys`, `clicks`, and `did`, the steps in words."""

    page: Page
    keys: int = 0
    clicks: int = 0
    did: list[str] = field(default_factory=list)

    def press(self, key: str) -> None:
        self.keys += 1
        self.did.append(f"press `{KEYS.get(key, key)}`")
        if key != "Control+p":  # that window is the browser's own, and no page sees it
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.keys += len(text)
        self.did.append(f"type `{text}`")
        self.page.keyboard.type(text)

    def click(self, target: Locator, name: str = "") -> None:
        self.clicks += 1
        self.did.append(f"click {name or f'“{target.inner_text().strip()}”'}")
        target.click()

    def choose(self, target: Locator, name: str, option: str) -> None:
        self.clicks += 2
        self.did.append(f"choose {name}: {option}")
        target.select_option(label=option)

    def way(self) -> str:
        """What was done, as one sentence."""
        said = ", ".join(self.did) or "nothing: it stands there"
        return said[0].upper() + said[1:]
