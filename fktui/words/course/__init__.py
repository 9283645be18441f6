"""The words for the course of the help: how it began, its phases, its end."""
