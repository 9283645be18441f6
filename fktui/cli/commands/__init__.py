"""One file per subject that a coach types about."""
