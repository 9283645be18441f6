"""What is shown of a family, as lines: one module for each tab, and one for a record in full.

No widgets: a panel is a function from a view to lines, and can be read without a screen.
"""
