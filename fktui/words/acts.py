"""The line in `git log` for each act: case words and ids, never the name of a person.

One table. A subject is at most 72 characters; what does not fit belongs in the diff.
"""

from fktui.words.language import N_, _

LIMIT = 72

ACTS: dict[str, str] = {
    "agreement.add": N_("Agreement {id} made"),
    "agreement.edit": N_("Agreement {id}: {fields}"),
    "agreement.end": N_("Agreement {id} ended"),
    "assent.add": N_("Future plan: agreement of a person noted ({id})"),
    "assent.edit": N_("Future plan: agreement of a person changed ({id})"),
    "authority.add": N_("Authority {id} noted"),
    "authority.edit": N_("Authority {id}: {fields}"),
    "case.edit": N_("Family: {fields}"),
    "case.new": N_("Family record opened"),
    "closing.edit": N_("Closing: {fields}"),
    "consent.give": N_("Consent {id} given"),
    "consent.withdraw": N_("Consent {id} withdrawn"),
    "consent.edit": N_("Consent {id}: {fields}"),
    "contact.add": N_("Contact {id}: {kind}"),
    "contact.edit": N_("Contact {id}: {fields}"),
    "demo.step": N_("{what}"),
    "disclosure.add": N_("Sharing {id} noted"),
    "doc.make": N_("Document {id} made: {template}"),
    "evaluation.add": N_("Evaluation {id} noted"),
    "future.add": N_("Future plan: {section} ({id})"),
    "future.edit": N_("Future plan {id}: {fields}"),
    "future.end": N_("Future plan: {section} taken out ({id})"),
    "goal.add": N_("Goal {id} added"),
    "goal.edit": N_("Goal {id}: {fields}"),
    "goal.score": N_("Goal {id}: score {old} → {new}"),
    "goal.first-score": N_("Goal {id}: first score {new}"),
    "goal.status": N_("Goal {id}: {old} → {new}"),
    "group-plan.edit": N_("Family group plan: {outcome}"),
    "hand.edit": N_("Changed by hand"),
    "household.add": N_("Household {id} added"),
    "household.edit": N_("Household {id}: {fields}"),
    "intervention.add": N_("Intervention {id} added"),
    "intervention.edit": N_("Intervention {id}: {fields}"),
    "intervention.end": N_("Intervention {id} ended"),
    "meeting.plan": N_("Meeting {id} planned for {on}"),
    "meeting.hold": N_("Meeting {id} held"),
    "meeting.cancel": N_("Meeting {id} cancelled"),
    "meeting.edit": N_("Meeting {id}: {fields}"),
    "network.add": N_("Network: {id} added ({sector}, ring {ring})"),
    "network.edit": N_("Network {id}: {fields}"),
    "network.end": N_("Network: {id} left the map"),
    "network.jim": N_("Network: {id} is JIM"),
    "network.move": N_("Network {id}: ring {old} → {new}"),
    "network.move-both": N_("Network {id}: {old} → {new}, ring {ring}"),
    "network.move-sector": N_("Network {id}: {old} → {new}"),
    "network.tie": N_("Network {id}: tie {quality}"),
    "person.add": N_("Person {id} added"),
    "person.add-home": N_("Person {id} added, in new household {home}"),
    "person.edit": N_("Person {id}: {fields}"),
    "person.end": N_("Person {id} left the family"),
    "phase.close": N_("Help ended: {why}"),
    "phase.edit": N_("Phase {id}: {fields}"),
    "phase.extend": N_("Phase {phase}: longer, until {until}"),
    "phase.next": N_("Phase: {old} → {new}"),
    "phase.reopen": N_("Help taken up again: {new}"),
    "phase.start": N_("Phase: {new}"),
    "relation.add": N_("Relation {id} noted"),
    "relation.edit": N_("Relation {id}: {fields}"),
    "score.edit": N_("Score {id}: {fields}"),
    "step.add": N_("Step {id} added to goal {goal}"),
    "step.done": N_("Step {id} done"),
    "step.edit": N_("Step {id}: {fields}"),
    "tie.edit": N_("Tie {id}: {fields}"),
    "store.new": N_("Store opened"),
    "undo": N_("Undone: {what}"),
}


def subject(action: str, **facts: object) -> str:
    """The subject of a commit for this act, in the language that is spoken now."""
    line = _(ACTS[action]).format(**facts)
    return line if len(line) <= LIMIT else line[: LIMIT - 1] + "…"
