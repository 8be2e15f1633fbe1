"""Entry point of the console script; `python -m converter` is the same."""

import gc
import sys

# A text of a million characters makes millions of small values that all stay until it is written: looking through them
# for rings at Python's pace (every 700 new ones) costs a quarter of its time and finds none.
_NEW_VALUES = 100_000


def collect_seldom() -> None:
    """Let Python look for rings of unused values a hundred times less often than it does by itself."""
    gc.set_threshold(_NEW_VALUES, 20, 20)


def main() -> None:
    """Run the command line. It takes a moment to load, and that moment may be interrupted too."""
    collect_seldom()
    try:
        from converter.cli import main as run  # noqa: PLC0415
    except KeyboardInterrupt:
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
