"""Rules about instruments and studies."""

from fktui.method.rules.situation import Rule

RULES: tuple[Rule, ...] = ()
