"""Rules about the referral and the intake."""

from fktui.method.rules.situation import Rule

RULES: tuple[Rule, ...] = ()
