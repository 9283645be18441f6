"""Charts: hours, goals, life domains and scores, for the terminal and for paper."""
