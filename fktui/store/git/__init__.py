"""What Git keeps: its program, and the forms of its objects, branches and index."""
