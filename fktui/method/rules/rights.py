"""Rules about rights and consent."""

from fktui.method.rules.situation import Rule

RULES: tuple[Rule, ...] = ()
