"""Rules about network, JIM and neighbourhood."""

from fktui.method.rules.situation import Rule

RULES: tuple[Rule, ...] = ()
