"""Screens of the program itself: help, search, settings, the first questions."""
