"""The line in `git log` for each act: case words and ids, never the name of a person.

Most acts are an addition, a change or an end of a record and are told alike; those that are more
have a line of their own. A subject is at most 72 characters; what does not fit is in the diff.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from fktui.words.labels import kind_label
from fktui.words.language import N_, _
from fktui.words.naming import shortened

LIMIT = 72

ACTS: dict[str, str] = {
    "aftercare.held": N_("Aftercare talk held: {day}"),
    "aftercare.planned": N_("Aftercare talk: {day}"),
    "analysis.explain": N_("Analysis: explanation together noted"),
    "assent.add": N_("Asked who agrees with {what} ({id})"),
    "assent.edit": N_("Asked again who agrees with {what} ({id})"),
    "case.edit": N_("Family: {fields}"),
    "case.new": N_("Family record opened"),
    "closing.edit": N_("Closing: {fields}"),
    "condition.met": N_("Condition for safety {id} met"),
    "consent.give": N_("Consent {id} given"),
    "consent.withdraw": N_("Consent {id} withdrawn"),
    "contact.add": N_("Contact {id}: {kind}"),
    "demo.step": N_("{what}"),
    "doc.make": N_("Document {id} made: {template}"),
    "domain.score": N_("Life domain {domain}: {old} → {new}"),
    "domain.first-score": N_("Life domain {domain}: first score {new}"),
    "domain.scores": N_("Life domains: {count} scored"),
    "event.feel": N_("Event {id}: how it was felt, {new}"),
    "event.feel-again": N_("Event {id}: how it was felt, {old} → {new}"),
    "future.add": N_("Future plan: {section} ({id})"),
    "future.edit": N_("Future plan {id}: {fields}"),
    "future.end": N_("Future plan: {section} taken out ({id})"),
    "goal.add": N_("Goal {id} added"),
    "goal.score": N_("Goal {id}: score {old} → {new}"),
    "goal.first-score": N_("Goal {id}: first score {new}"),
    "goal.scores": N_("Goals: {count} scored"),
    "goal.status": N_("Goal {id}: {old} → {new}"),
    "group-plan.edit": N_("Family group plan: {outcome}"),
    "hand.edit": N_("Changed by hand"),
    "household.add": N_("Household {id} added"),
    "intake.decision": N_("Intake: {outcome}"),
    "intake.edit": N_("Intake: {fields}"),
    "intake.plan": N_("Intake: plan that came along ({kind})"),
    "intake.safety": N_("Intake: safety judged"),
    "jim.answer": N_("JIM {id}: {who} answered “{said}”"),
    "jim.ask": N_("JIM {id}: {who} asked"),
    "jim.choose": N_("JIM {id}: {who} chosen by the youth"),
    "jim.parent": N_("JIM {jim}: a parent said “{said}”"),
    "jim.step": N_("JIM {jim}: step “{step}”"),
    "inspection.hand-over": N_("Copy of somebody's own part handed over ({id})"),
    "meeting.plan": N_("Meeting {id} planned for {on}"),
    "meeting.hold": N_("Meeting {id} held"),
    "meeting.cancel": N_("Meeting {id} cancelled"),
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
    "person.end": N_("Person {id} left the family"),
    "phase.close": N_("Help ended: {why}"),
    "phase.extend": N_("Phase {phase}: longer, until {until}"),
    "phase.next": N_("Phase: {old} → {new}"),
    "phase.reopen": N_("Help taken up again: {new}"),
    "phase.start": N_("Phase: {new}"),
    "principle.focus": N_("Principles in focus: {count}"),
    "reporting_code.close": N_("Reporting code {id} closed"),
    "reporting_code.open": N_("Reporting code {id} opened"),
    "reporting_code.step": N_("Reporting code {id}: {step}"),
    "redo": N_("Done again: {what}"),
    "restore": N_("{what} {id} put back as it was"),
    "review.hold": N_("Review {id} of the safety plan held"),
    "safety_plan.drop": N_("Safety plan {plan}: {id} taken out"),
    "safety_plan.version": N_("Safety plan {id}: version {number}"),
    "scaling.several": N_("How safe it is: {count} answers"),
    "step.add": N_("Step {id} added to goal {goal}"),
    "step.done": N_("Step {id} done"),
    "store.new": N_("Store opened"),
    "team.about": N_("Team: {fields}"),
    "team.desk": N_("Intake desk: {fields}"),
    "undo": N_("Undone: {what}"),
    "worry.contest": N_("Worry {id}: seen otherwise as well"),
    "worry.outdate": N_("Worry {id}: no longer so"),
}


_IDS = re.compile(r",? \(?([a-z]-[0-9a-hjkmnp-tv-z]{5})(?![-\w])(?:, [a-z]-[0-9a-z]{5})*\)?")
"""One or more ids as `model.ids` makes them, with what joins them to the sentence."""

_NAME = 30
"""Letters of a name in the middle of a sentence."""

_NOBODY: Mapping[str, str] = MappingProxyType({})

VERBS: dict[str, str] = {
    "add": N_("{noun} {id} noted"),
    "edit": N_("{noun} {id}: {fields}"),
    "end": N_("{noun} {id} ended"),
}
"""For the acts that have no line of their own."""


def subject(action: str, **facts: object) -> str:
    """The subject of a commit for this act, in the language that is spoken now."""
    sentence = ACTS.get(action)
    if sentence is None:
        kind, _dot, verb = action.partition(".")
        sentence, facts["noun"] = VERBS[verb], kind_label(kind)
    line = _(sentence).format(**facts)
    return line if len(line) <= LIMIT else line[: LIMIT - 1] + "…"


def told(sentence: str, own: str = "", names: Mapping[str, str] = _NOBODY) -> str:
    """The sentence without the ids of records, which say nothing to who reads it.

    Args:
        sentence: the subject of a commit.
        own: the id of the record that was written, which is named beside the sentence.
        names: of the other records that it may tell of, by id.
    """

    def named(found: re.Match[str]) -> str:
        name = "" if found[1] == own else names.get(found[1], "")
        return f" “{shortened(name, _NAME)}”" if name else ""

    return _IDS.sub(named, sentence)
