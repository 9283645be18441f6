"""Commands about the analysis: domains, stress, strengths, worries, the timeline."""
