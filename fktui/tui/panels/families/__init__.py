"""What stands on the screens about all families."""
