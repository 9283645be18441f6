"""What the rules find, as sentences with the command that answers each, by part of the method."""
