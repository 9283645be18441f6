"""The course of the help: a family that comes, its record, its phases."""
