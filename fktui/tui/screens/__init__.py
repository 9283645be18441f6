"""Full screens and dialogs: they read keys, open forms, hand on the work, show what came of it.

No YAML, no Git, no rules: those are behind the usecases.
"""
