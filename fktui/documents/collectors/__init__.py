"""What the papers of a phase say: the facts of each, from a case."""
