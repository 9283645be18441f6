"""What is read: the list, one family, what is due, search."""
