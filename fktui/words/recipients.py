"""The parts people and organisations play, for `--for`, consents and the future plan."""

from collections.abc import Iterable, Mapping

from fktui.words.language import N_, _

ROLES: dict[str, str] = {
    "family": N_("the family"),
    "referrer": N_("the referrer"),
    "gp": N_("the GP"),
    "school": N_("the school"),
    "jim": N_("the JIM"),
    "neighbourhood_team": N_("the neighbourhood team"),
    "certified_agency": N_("the certified agency"),
    "follow_up_care": N_("the follow-up help"),
    "researcher": N_("the researcher"),
}
"""The roles that have a name of their own; any id of the case may stand in their place."""


def say_recipient(recipient: str, names: Mapping[str, str]) -> str:
    """A role or an id as people say it."""
    if recipient in ROLES:
        return _(ROLES[recipient])
    return names.get(recipient, recipient)


def ask_readers(apart: Iterable[str], names: Mapping[str, str]) -> str:
    """Whether somebody of the family who lives elsewhere may read a new entry too."""
    said = ", ".join(say_recipient(one, names) for one in apart)
    return _("May {names}, who lives elsewhere, read this too?").format(names=said)
