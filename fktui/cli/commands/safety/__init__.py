"""Commands about safety."""
