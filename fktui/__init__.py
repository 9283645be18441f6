"""FamilieKracht case store: plain files, versioned by Git. Imports nothing, ever."""

__version__ = "0.1.0"
