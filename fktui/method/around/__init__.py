"""The people around a family: the map, how it changes, and the mentor of a youth (JIM)."""
