"""Entry point of the console script; `python -m converter` is the same."""

import sys


def main() -> None:
    """Run the command line. It takes a moment to load, and that moment may be interrupted too."""
    try:
        from converter.cli import main as run  # noqa: PLC0415
    except KeyboardInterrupt:
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
