"""Rules about safety."""

from fktui.method.rules.situation import Rule

RULES: tuple[Rule, ...] = ()
