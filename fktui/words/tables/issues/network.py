"""What the rules about the network find, as sentences, with the command that answers each."""

from fktui.words.language import N_
from fktui.words.tables.issues.issue_words import Words

ISSUES: dict[str, Words] = {
    # A youth's own mentor.
    "jim-no-answer": Words(
        N_("{name} was asked on {asked_on} to be the JIM of {youth}; no answer has been noted."),
        "fk jim answer {case} {youth_id} ANSWER",
    ),
    "jim-parents-silent": Words(
        N_("{youth} chose {name} as JIM. What {parent} thinks of it has not been noted."),
        "fk jim parent {case} {youth_id} {parent_id} ANSWER",
    ),
    "jim-parent-against": Words(
        N_("{parent} said no to {name} as the JIM of {youth}. Talk about it again together."),
        "fk jim parent {case} {youth_id} {parent_id} ANSWER",
    ),
    "jim-is-parent": Words(
        N_("{name} is a parent of {youth}; a JIM stands beside the parents."),
        "fk jim choose {case} {youth_id} SOMEBODY",
    ),
    "jim-under-age": Words(
        N_("{name}, the JIM of {youth}, is under 18; better is somebody who is of age."),
        "fk jim choose {case} {youth_id} SOMEBODY",
    ),
    "jim-not-talked-about": Words(
        N_("A mentor of their own choice (JIM) has not come up with {name} yet."),
        "fk jim candidate {case} {record} SOMEBODY",
    ),
    # The neighbourhood.
    "community-not-looked": Words(
        N_("Nobody has looked yet at what the neighbourhood offers this family."),
        "fk community add {case} PLACE",
    ),
    "community-no-goal": Words(
        N_("“{what}” in the neighbourhood serves none of the goals yet."),
        "fk community edit {case} {record} --goal GOAL",
    ),
    # The people around the family, and who does what.
    "takes-part-unasked": Words(
        N_("{name} takes part, but a yes of {name} has not been noted."),
        "fk network edit {case} {record} --willing yes",
    ),
    "key-person-left-out": Words(
        N_("{name} stands close, but has no part in the closing or in the future plan yet."),
        "fk future add {case} network TEXT --who {record}",
    ),
    "role-not-agreed": Words(
        N_("{name} works with this family; which role was agreed has not been noted."),
        "fk role add {case} ROLE --who {record}",
    ),
    "role-of-help-not-agreed": Words(
        N_("“{what}”: the role of those who give this help has not been noted."),
        "fk role add {case} ROLE --who NAME",
    ),
}
