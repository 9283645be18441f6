"""What somebody may see of the record about them: who may ask, whose what is, the copy."""
