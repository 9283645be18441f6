"""The words for how a family is doing: the analysis, safety, measurements."""
