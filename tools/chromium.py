"""Find a Chromium that the tests can drive, or get one; print its path.

The order: what the environment variable CHROMIUM names; one on PATH; the test library's own download, there
already or fetched now; the system's package. A browser counts only if it really starts. What was done is said
on stderr, so that stdout is the path alone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

_START = """
import sys
from playwright.sync_api import sync_playwright
with sync_playwright() as library:
    browser = library.chromium.launch(executable_path=sys.argv[1], timeout=45_000)
    page = browser.new_page()
    page.set_content("<title>ok</title>")
    assert page.title() == "ok"
    browser.close()
"""

_DOWNLOADED = """
from playwright.sync_api import sync_playwright
with sync_playwright() as library:
    print(library.chromium.executable_path)
"""


def say(text: str) -> None:
    """Tell whoever watches, on stderr."""
    print(f"chromium: {text}", file=sys.stderr, flush=True)


def run(command: Sequence[str], seconds: int, *, show: bool = True) -> bool:
    """Run a command, its output to stderr or nowhere, and say whether it ended well."""
    output = sys.stderr if show else subprocess.DEVNULL
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, timeout=seconds, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def starts(browser: str) -> bool:
    """Try whether the test library can drive this browser."""
    return run([sys.executable, "-c", _START, browser], 90, show=False)


def on_path() -> Iterator[str]:
    """Give the browsers on PATH, by the usual names."""
    for name in NAMES:
        if (found := shutil.which(name)) is not None:
            yield found


def downloaded() -> str | None:
    """Give the browser that the test library has downloaded, if there is one."""
    command = [sys.executable, "-c", _DOWNLOADED]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    path = done.stdout.strip()
    return path if path and Path(path).is_file() else None


def find() -> str | None:
    """Find a browser that starts, without installing anything. CHROMIUM, when set, is the only candidate."""
    if named := os.environ.get("CHROMIUM"):
        path = shutil.which(named)
        return path if path is not None and starts(path) else None
    for path in on_path():
        if starts(path):
            return path
        say(f"{path} is there but does not start")
    path = downloaded()
    return path if path is not None and starts(path) else None


def as_root() -> list[str] | None:
    """Give what to put before a command that needs root: nothing, sudo, or None where there is no way."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    return ["sudo"] if sys.stdin is not None and sys.stdin.isatty() else ["sudo", "-n"]


def install_package(name: str) -> bool:
    """Install a package of a Debian-like system. Say whether that went well."""
    prefix = as_root()
    if prefix is None or shutil.which("apt-get") is None:
        return False
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    run([*apt, "update"], 180)
    return run([*apt, "install", "-y", "--no-install-recommends", name], 600)


def download() -> str | None:
    """Let the test library download its own browser; on Debian-like systems, what that needs too."""
    say("none on PATH starts; downloading the test library's own")
    if not run([sys.executable, "-m", "playwright", "install", "chromium"], 420):
        say("the download did not work")
        return None
    path = downloaded()
    if path is None or starts(path):
        return path
    prefix = as_root()
    if prefix is not None and shutil.which("apt-get") is not None:
        say("it lacks system libraries; installing them")
        run([*prefix, sys.executable, "-m", "playwright", "install-deps", "chromium"], 600)
        if starts(path):
            return path
    say("the downloaded browser does not start")
    return None


def system_package() -> str | None:
    """Install the system's own Chromium."""
    say("installing the system's package: apt-get install chromium")
    if not install_package("chromium"):
        say("the system's package could not be installed")
        return None
    return next((path for path in on_path() if starts(path)), None)


def ensure() -> str | None:
    """Find a browser that starts, or get one."""
    path = find()
    if path is not None:
        say(f"using {path}")
        return path
    if named := os.environ.get("CHROMIUM"):
        say(f"CHROMIUM={named} is not a browser that starts; unset it to let one be found")
        return None
    path = download()
    if path is not None:
        say(f"using the test library's own download, {path}")
        return path
    path = system_package()
    if path is not None:
        say(f"using the system's package, {path}")
        return path
    say("no Chromium could be found or installed.")
    say(f"Install one ({', '.join(NAMES[:3])} on PATH), or name one: CHROMIUM=/path/to/chromium make test")
    return None


def ensure_chinese_font() -> None:
    """Install a Chinese font where there is none and root may; screenshots look better with it."""
    listing = shutil.which("fc-list")
    if listing is None or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    try:
        command = [listing, ":lang=zh", "family"]
        fonts = subprocess.run(command, capture_output=True, timeout=60, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return
    if fonts.strip():
        return
    say("no Chinese font here; installing fonts-noto-cjk for the screenshots")
    if not install_package("fonts-noto-cjk"):
        say("it could not be installed; going on without")


def main() -> int:
    """Print the path of a Chromium; 1 when there is none to be had."""
    path = ensure()
    if path is None:
        return 1
    ensure_chinese_font()
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
