"""The family, the people around it, and what they allow."""
