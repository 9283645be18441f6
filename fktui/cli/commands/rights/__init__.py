"""Commands about the rights that each person has on the record."""
