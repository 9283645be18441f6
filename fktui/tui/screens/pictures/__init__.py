"""Pictures of a family on a screen of their own: network map, genogram, charts."""
