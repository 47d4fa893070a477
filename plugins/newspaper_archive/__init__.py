"""A folder of newspaper page texts, published as a permanent, searchable archive."""

__version__ = "0.1.0"
