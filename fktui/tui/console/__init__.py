"""What every program on the screen is: keys one by one, a terminal that tells nothing."""
