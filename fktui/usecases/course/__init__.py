"""The course of the help: a family that comes, its phases, its group plan, the end."""
