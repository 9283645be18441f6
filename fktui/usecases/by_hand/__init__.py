"""Files of a family that somebody changes with an editor of her own."""
