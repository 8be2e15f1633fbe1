"""`python -m converter` is the console script `converter`."""

from converter.cli import main

main()
