"""What is asked about the course of the help: a new family, the intake, the phases, the end."""
