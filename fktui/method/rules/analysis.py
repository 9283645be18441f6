"""Rules about analysis and timeline."""

from fktui.method.rules.situation import Rule

RULES: tuple[Rule, ...] = ()
