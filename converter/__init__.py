"""From the official text of a resolution to annotated Markdown and a searchable site."""

__version__ = "0.1.0"
