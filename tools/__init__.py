"""Small programs that the Makefile and the workflows call; no part of the package."""
