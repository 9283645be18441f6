"""Rules about what was agreed and the family meetings."""

from fktui.method.rules.situation import Rule

RULES: tuple[Rule, ...] = ()
