"""What FamilieKracht and the law ask, and by when. Pure functions of (case, today)."""
