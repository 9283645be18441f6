"""The family's plan: goals, steps, help beside the coach, agreements, the words for later."""
