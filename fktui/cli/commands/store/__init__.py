"""The store itself: begin, look back, take back, check, settings, this computer."""
