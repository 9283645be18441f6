"""Text to nodes and back. Knows nothing of families, records or Git."""
