"""What `fk doctor` says of each thing that it looked at."""

from collections.abc import Mapping

from fktui.words.language import N_, _

_SENTENCES: dict[str, tuple[str, str]] = {
    "git": (
        N_("Git {version} is here."),
        N_("Git is missing or too old ({version}). fk needs Git 2.34 or newer: git-scm.com"),
    ),
    "synced-folder": (
        N_("The store is not in a folder that synchronises by itself."),
        N_(
            "The store is in a folder that synchronises by itself ({part}). That damages its "
            "history: move the store to an ordinary folder on this computer."
        ),
    ),
    "network-folder": (
        N_("The store is on a disk of this computer."),
        N_("The store is on a network disk. Move it to a disk of this computer."),
    ),
    "disk-room": (
        N_("There is room on the disk ({megabytes} MB)."),
        N_("The disk is nearly full ({megabytes} MB left). Make room before you go on."),
    ),
    "private-folder": (
        N_("Other users of this computer cannot look into .fk."),
        N_("Other users of this computer can look into .fk. Run: chmod 700 .fk"),
    ),
    "families-folder": (
        N_("Other users of this computer cannot look into the families."),
        N_(
            "Other users of this computer can look into the families. Make the folder yours "
            "alone: chmod 700 {folder}"
        ),
    ),
    "disk-encryption": (
        N_("The disk is encrypted."),
        N_(
            "fk cannot see whether the disk of this computer is encrypted. Look it up (BitLocker, "
            "FileVault, LUKS): a laptop can be lost."
        ),
    ),
    "who-you-are": (
        N_("fk knows who you are ({colleague})."),
        N_("The colleague in .fk/device.toml ({colleague}) is not in team/team.yaml."),
    ),
    "foreign-folders": (
        N_("Only families are in the folder cases."),
        N_("There are {count} other things in the folder cases. fk does not read them."),
    ),
    "histories": (
        N_("The history of every family is whole."),
        N_("The history of these families is damaged: {cases}. To repair it: fk doctor --repair"),
    ),
    "team-history": (
        N_("The history of the team folder is whole."),
        N_("The history of the team folder is damaged."),
    ),
}


def say_finding(code: str, good: bool | None, facts: Mapping[str, object]) -> str:
    """The sentence for a thing that is good, that is not, or that cannot be seen."""
    return _(_SENTENCES[code][0 if good else 1]).format(**facts)
