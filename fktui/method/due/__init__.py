"""What must be done by which day, by the method, the law and agreement."""
