"""What is read across families: the list, what is due, search, one family at a glance."""
