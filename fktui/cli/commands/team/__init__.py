"""The commands about the team's own files."""
