"""What is made to be printed or sent."""
