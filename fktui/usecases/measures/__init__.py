"""Scores of instruments, who takes part in which study, and what a study may have."""
