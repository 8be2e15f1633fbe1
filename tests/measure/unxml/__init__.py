"""The United Nations' own markup of resolutions as a gold set: words set without it, facts read from it."""
