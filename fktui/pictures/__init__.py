"""Pictures of a family: the network map, for the terminal and for paper, from one layout."""
