"""Things drawn on a screen. They get lines and texts, and send messages; they know no store."""
