"""What is said about the program itself, and at the kitchen table."""
