"""What keeps a collection: taking files in, and moving, adopting and removing works."""
