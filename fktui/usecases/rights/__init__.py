"""What somebody may do with the record about them: add their own view, have a copy."""
