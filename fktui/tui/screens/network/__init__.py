"""The network map on a screen of its own."""
