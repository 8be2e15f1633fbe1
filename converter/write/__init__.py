"""What comes out: one file per output, none of which changes a word."""
