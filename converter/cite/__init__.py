"""Citations: find what a text refers to, normalise its number, resolve it to a canonical symbol (`finder`)."""
