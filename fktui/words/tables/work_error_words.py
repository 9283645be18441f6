"""The sentence of each error code in the work with families: papers, people, plan, team."""

from fktui.words.language import N_

WORK_SENTENCES: dict[str, str] = {
    # --- any kind of record -----------------------------------------------------------------------
    "not-added": N_("This is not noted here by itself ({kind}). Nothing was saved."),
    "not-ended": N_("This does not end ({kind}); it can be changed. Nothing was saved."),
    "no-open-goal": N_("There is no goal yet that is being worked on. d adds one."),
    "no-open-step": N_("There is no step that waits to be done."),
    # --- documents --------------------------------------------------------------------------------
    "block-unreadable": N_(
        "The block “{block}” on line {line} of the document cannot be read ({field}). Nothing was "
        "made. Check the quotes and commas there."
    ),
    "template-gaps": N_(
        "The template {template} asks for facts that are not there: {missing}. Nothing was "
        "made. Add them, or take these lines out of the template."
    ),
    "template-missing": N_(
        "There is no template “{template}” in this language ({language}). These exist: {known}."
    ),
    "template-broken": N_(
        "The head of the template {template} cannot be read (line {line}). Nothing was made."
    ),
    "template-syntax": N_(
        "Line {line} of the template {template} cannot be read. Nothing was made. Check whether "
        "every {{% if %}} and {{% for %}} has its end."
    ),
    "template-value": N_(
        "Line {line} of the template {template} prints something that is not a text, number or "
        "date. Nothing was made. Choose a field of it, or use `join`."
    ),
    "document-incomplete": N_("{count} parts are missing, so nothing was made."),
    "file-exists": N_("{file} is there already and was left as it is. To replace it: --force"),
    "no-consent": N_(
        "There is no consent to share this with {recipient}. Still to say yes: {missing}. Nothing "
        "was made. Record it: fk consent give {case} … --for {given}"
    ),
    "inspect-own-yes": N_(
        "From 16 somebody decides alone who reads along, so {reader} gets no copy without the yes "
        "of {person} (Jeugdwet 7.3.10, 7.3.11). Nothing was made. When that yes is there: fk "
        "consent give {case} … --by {by} --for {given}"
    ),
    "inspect-no-authority": N_(
        "{reader} has no authority over {person}, so gets no copy (Jeugdwet 7.3.10). Nothing was "
        "made. A parent without authority may ask the coach, who decides and says why; for a copy "
        "these must say yes: {missing}."
    ),
    "inspect-through-parents": N_(
        "{person} is younger than 12: those with authority ask for the copy (Jeugdwet 7.3.10). "
        "Nothing was made. For one of them ({parents}): fk inspect {case} {by} --for NAME"
    ),
    "inspect-not-also": N_(
        "{record} stays out of the copy: it is another's, or about whoever gets it in the "
        "reporting code. Nothing was made. Leave it out of --also."
    ),
    "inspect-look-first": N_(
        "First look at what stays out of the copy and what names others in it. Nothing was made."
    ),
    "no-meeting-planned": N_("No meeting is planned. Prepare one first, with b."),
    "no-opener": N_(
        "This computer has no program that opens documents by itself. The document is in {file}."
    ),
    "opener-failed": N_("This computer cannot open it. The document is in {file}."),
    "paper-gone": N_("The document is not in {file} any more. Make it again."),
    "paper-has-a-command": N_(
        "The template {template} has a command of its own. Nothing was made. Type: {command}"
    ),
    "ground-and-reason": N_("Sharing without consent needs both --ground and --reason."),
    "template-head": N_(
        "The first lines of the template {template} are not right: {field}. Nothing was made. "
        "Correct that line, or remove the team's template to use the packaged one."
    ),
    "template-too-much": N_(
        "The template {template}, or what it prints, is longer than a document may be, so it was "
        "stopped. Nothing was made. Look for a loop inside a loop."
    ),
    "template-too-slow": N_(
        "The template {template} was not ready in time and was stopped. Nothing was made. Try "
        "again; if it happens again, look for a loop inside a loop."
    ),
    "template-died": N_(
        "Filling in the template {template} stopped halfway. Nothing was made. Try again; if it "
        "happens again, use the packaged template."
    ),
    "template-forbidden": N_(
        "Line {line} of the template {template} uses “{what}”. A template may only print, choose "
        "and repeat, so it was not run. Nothing was made. Take it out."
    ),
    "sdm-items-missing": N_(
        "The answers to these items are missing: {items}. No score was kept. Fill them in, or "
        "leave the score out."
    ),
    "sdm-item-outside": N_(
        "The answers to these items are not between {low} and {high}: {items}. No score was kept. "
        "Correct them."
    ),
    "sdm-too-many": N_(
        "{given} answers were given, but the list has {wanted}. No score was kept. Check the list."
    ),
    "scale-unknown": N_("There is no scale “{given}” here. No score was kept. There is: {known}."),
    "scale-outside": N_(
        "{given} is not on the scale “{scale}”: from {low} to {high}. No score was kept."
    ),
    "scale-differs": N_(
        "“{scale}” follows from the rest: {computed}, and not {given}. No score was kept. Leave "
        "it out, or count again."
    ),
    "no-scores": N_(
        "No figure was given, so nothing was kept. Write SCALE=FIGURE; the scales of {given} are: "
        "{known}."
    ),
    "no-answers": N_(
        "{given} is not counted from answers here, so no score was kept. Give the figures of its "
        "scales."
    ),
    "instrument-unknown": N_(
        "There is no instrument “{given}”. Nothing was saved. There is: {known}."
    ),
    "instrument-broken": N_(
        "The definition of {given} cannot be used. Nothing was saved. Mend the lines below, or "
        "take the file away."
    ),
    "instrument-of-team": N_(
        "{given} is about the team and not about a family, so nothing was saved here."
    ),
    "study-key-short": N_(
        "The key of this study ({given}) is too short to hide who is who. Nothing was made. Put "
        "back the key that it had in team/research.yaml, or make a new study."
    ),
    "export-folder": N_(
        "{folder} is there already and not empty. Nothing was made. Name a new folder."
    ),
    "export-in-store": N_(
        "{folder} lies inside the store, among the families. Nothing was made. Name a folder "
        "elsewhere."
    ),
    "export-nobody": N_(
        "There is nobody whose data may go to this study: nobody has said yes, or not everybody "
        "who must. Nothing was made. Who must say yes: fk consent who koolmees --for researcher "
        "--purpose research"
    ),
    "export-changed": N_(
        "While the export was made somebody changed who may be in it ({case}). No file was made. "
        "Try again."
    ),
    # --- the work --------------------------------------------------------------------------------
    "phase-needs-reason": N_(
        "The {phase} asks for what is not there yet: {conditions}. Nothing was changed. Confirm "
        "what is so with --confirm CODE, or go on anyway and say why with --reason."
    ),
    "unknown-condition": N_(
        "“{given}” is not one of the conditions of the {phase}: {conditions}. Nothing was changed."
    ),
    "phase-is-last": N_(
        "The closing phase is the last one. Nothing was changed. To end the help: "
        "fk phase close {case}"
    ),
    "no-phase-running": N_(
        "No phase is running in {case}, so none can be made longer. Nothing was changed. To begin "
        "one: fk phase next {case}"
    ),
    "extension-not-later": N_(
        "{until} is not later than the end that is planned already, {end}. Nothing was changed. "
        "Name a later day."
    ),
    "help-ended": N_(
        "The help for {case} has ended ({status}). Nothing was changed. To take it up again: "
        "fk phase reopen {case}"
    ),
    "decline-too-late": N_(
        "The help for {case} is past its start phase ({phase}), so it is not declined any more. "
        "Nothing was changed. To end it together: fk phase close {case}"
    ),
    "wrong-band": N_(
        "“{given}” is not read as hours a week. Nothing was saved. Write for example 4-8, or 6."
    ),
    "help-not-running": N_(
        "The help for {case} is not running ({status}), so it cannot be closed. Nothing was "
        "changed. Look where the family stands: fk phase show {case}"
    ),
    "aftercare-too-early": N_(
        "The help for {case} has not ended; the aftercare talk comes after its end. Nothing was "
        "changed. To end it together: fk phase close {case}"
    ),
    "help-not-ended": N_(
        "The help for {case} has not ended, so it cannot be taken up again. Nothing was changed. "
        "To go on to the next phase: fk phase next {case}"
    ),
    "domain-without-score": N_(
        "“{given}” has no figure beside it. Nothing was saved. Write for example: "
        "fk domain score {case} child=3 parents=2"
    ),
    "explanation-none": N_(
        "There is no explanation yet that somebody could carry. Nothing was saved. Write it: "
        "fk analysis explain {case} “…” --by NAMES"
    ),
    "day-to-come": N_(
        "{day} is still to come, and this is about what has happened. Nothing was saved. Check "
        "the date; to plan ahead: fk meeting plan"
    ),
    "contact-empty": N_(
        "Nothing was said about the contact, so nothing was saved. Give at least the hours, the "
        "kind or a note: fk contact add {case} 1.5 home “…”"
    ),
    "agreement-parts": N_(
        "“{given}” has more than four parts. Nothing was saved. Write: what; who; when; goal"
    ),
    "intake-own-verb": N_(
        "“{field}” has a command of its own. Nothing was saved. Look which: fk intake show {case}"
    ),
    "meeting-not-planned": N_(
        "Meeting {record} is no longer planned: it was held or cancelled ({on}). Nothing was "
        "changed. To correct it: fk meeting edit CASE {record} --set KEY=VALUE"
    ),
    "draft-broken": N_(
        "Something in the text does not fit, so the contact was not saved. The text is safe in "
        "{file}. Mend the lines below by typing the same command again."
    ),
    "draft-unchanged": N_("Nothing was written, so nothing was saved."),
    "no-editor": N_(
        "No text editor was found ({given}). Nothing was saved. Choose one with: "
        "fk config editor nano"
    ),
    "editor-failed": N_(
        "The text editor {given} did not end well (status {status}), so nothing was saved. Try "
        "again, or choose another one with: fk config editor nano"
    ),
    "disk-failed-kept": N_(
        "The disk refused ({file}: {reason}). The change is safe and will be finished at the "
        "next start. Make room or reconnect the disk."
    ),
    "git-busy-kept": N_(
        "Another Git program works here. The change is safe and will be finished at the next start."
    ),
    "no-folder": N_("There is no folder {given}. Nothing was changed. Check the name."),
    "no-history": N_(
        "The folder {given} has no history (.git). Its files are untouched. Restore a backup."
    ),
}
