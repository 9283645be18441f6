"""What is asked about meetings: before they are held, when they were, and how often."""
