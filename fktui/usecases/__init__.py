"""What a coach does: one function per verb, called by every front end."""
