"""The analysis with the family: domains, stress, strengths, worries, the timeline."""
