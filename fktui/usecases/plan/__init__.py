"""The family's plan: goals, steps, help beside the coach, the words for later."""
