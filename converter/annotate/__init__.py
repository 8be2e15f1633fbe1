"""What a paragraph does, to whom, with what, by when: one file per kind of mark, none changes a word."""
