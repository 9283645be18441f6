"""The sentence of each error code. What is wrong, what is safe, what to do now."""

from fktui.words.language import N_

SENTENCES: dict[str, str] = {
    # --- typed wrongly ------------------------------------------------------------------------
    "already-ended": N_("{record} has ended already, on {on}. Nothing was changed."),
    "date-impossible": N_(
        "The day “{given}” does not exist. Nothing was saved. Check day and month, and add the "
        "year for 29 February."
    ),
    "date-unknown": N_(
        "“{given}” is not read as a date. Nothing was saved. Write for example 21-11-2026, "
        "21 nov, fri, yesterday or -3d."
    ),
    "date-weekday": N_(
        "In “{given}” the name of the day does not fit: {day} falls on another day. Nothing was "
        "saved. Leave out the name, or correct the date."
    ),
    "days-reversed": N_("{start} is after {end}. Turn the two days around."),
    "ends-before-begin": N_(
        "{record} would end ({end}) before it begins ({start}). Nothing was saved."
    ),
    "field-empty": N_("“{field}” may not be empty. Nothing was saved."),
    "field-of-fields": N_(
        "“{field}” holds fields of its own. Change it in the file with a text editor, and then "
        "record it with: fk save"
    ),
    "fk-today": N_("FK_TODAY is “{given}”; it must be a day such as 2026-05-11."),
    "group-plan-outcome": N_(
        "It has not been noted yet what came of the family group plan. Say wanted, made or waived "
        "first. Nothing was saved."
    ),
    "hours-outside": N_(
        "“{given}” is not between 0 and {most} hours. Nothing was saved. For minutes, write for "
        "example 90m."
    ),
    "hours-unknown": N_(
        "“{given}” is not read as hours. Nothing was saved. Write for example 1.5, 1:30 or 90m."
    ),
    "language-unknown": N_(
        "fk does not speak “{given}” ({where}). Nothing was done. Choose one of: nl, en."
    ),
    "name-empty": N_("A name is needed. Nothing was saved."),
    "nothing-changed": N_("Nothing would be different in {record}; nothing was saved."),
    "same-person": N_("{record} is named twice here; it takes two people. Nothing was saved."),
    "score-off-scale": N_(
        "{given} is not on the scale of goal {goal}: from {low} to {high}. Nothing was saved."
    ),
    "set-without-value": N_("“{given}” is not KEY=VALUE. Nothing was saved."),
    "settings-broken": N_(
        "The settings in {file} cannot be read ({said}). Mend the file, or delete it: fk then "
        "starts with empty settings."
    ),
    "time-unknown": N_(
        "“{given}” is no time of the clock. Nothing was saved. Write for example 15:30 or 9:00."
    ),
    "unknown-field": N_("There is no field “{field}”. These exist: {known}."),
    "who-are-you": N_(
        'fk does not know which colleague works on this computer. Write colleague = "t-…" and '
        'device = "…" in {file}; the ids of the colleagues are in team/team.yaml.'
    ),
    "wrong-choice": N_("“{given}” is not one of: {allowed}. Nothing was saved."),
    "wrong-number": N_("“{given}” is not a number for “{field}”. Nothing was saved."),
    "wrong-value": N_("A value does not fit its field ({said}). Nothing was saved."),
    "not-text": N_(
        "What was given is not UTF-8 text, so letters would get lost. Nothing was saved. Give it "
        "as UTF-8 and try again."
    ),
    "would-break": N_(
        "This would make a file that fk cannot read back, so nothing was written in {case}. Make "
        "the text shorter or change it, and try again."
    ),
    "wrong-yes-no": N_("“{given}” is neither yes nor no, for “{field}”. Nothing was saved."),
    # --- no store, not found ------------------------------------------------------------------
    "no-store": N_(
        "There is no store here. Make one with: fk init. Or name one: fk --store FOLDER. To "
        "practise: fk demo"
    ),
    "store-not-there": N_("There is no store in {folder}. Check the path, or run: fk init"),
    "store-exists": N_("There is a store in {folder} already. Nothing was changed."),
    "folder-not-empty": N_(
        "{folder} already holds a folder “team” or “cases” that is not a store. Nothing was "
        "changed. Choose another folder."
    ),
    "demo-exists": N_(
        "{folder} is not empty and no practice store. Nothing was changed. Name another folder: "
        "fk demo FOLDER"
    ),
    "folder-exists": N_("There is something with the name “{given}” already. Nothing was changed."),
    "case-not-found": N_("There is no family “{given}”. All families: fk list --all"),
    "not-found": N_("Nothing here is called “{given}” ({kind}). Nothing was changed."),
    "not-found-but": N_(
        "Nothing here is called “{given}” ({kind}). Nothing was changed. There is: {known}."
    ),
    "recipient-unknown": N_(
        "“{given}” is no role and nobody in or around this family. Nothing was saved. Roles: "
        "{known}. Somebody else is put on the map first, with: fk network add"
    ),
    "already-withdrawn": N_(
        "Consent {record} was withdrawn already, on {on}. Nothing was changed."
    ),
    "jim-is-organisation": N_(
        "{record} is an organisation, and a JIM is a person. Nothing was saved. Add the person "
        "with: fk network add"
    ),
    "ambiguous": N_(
        "“{given}” can be more than one ({kind}): {candidates}. Type more of the name, or the id. "
        "Nothing was changed."
    ),
    "history-begins-later": N_("The record of {given} begins after that day."),
    "no-revision": N_("There is no version {given} in the history."),
    "nothing-to-undo": N_("There is nothing left to undo in {given}."),
    "person-unknown": N_(
        "There is nobody with the id {given} in this family or its network. Nothing was changed."
    ),
    # --- files ----------------------------------------------------------------------------------
    "case-broken": N_(
        "{case} is read-only: a file cannot be read. Nothing was changed. Mend it in a text "
        "editor, look with: fk check {case}"
    ),
    "team-broken": N_("A file in the folder team cannot be read. Nothing was changed."),
    "yaml-write": N_(
        "fk could not write {file} without risk, so it was left as it is. Make the text shorter; "
        "if it is short, please report this."
    ),
    "file-changed": N_(
        "{file} changed since it was read. Nothing was overwritten. Look at the new text and "
        "make the change again."
    ),
    "hand-edit": N_(
        "{file} was changed by hand and that is not recorded yet. Record it first: fk save"
    ),
    "undo-changed": N_(
        "{file} was changed after that action, so it cannot simply be put back. If it was changed "
        "by hand: first fk save, then fk undo."
    ),
    "store-newer": N_(
        "This store was made by a newer fk (format {format}; this fk knows {known}). Nothing was "
        "changed. Install the newest fk."
    ),
    # --- disk, locks, Git -------------------------------------------------------------------------
    "disk-failed": N_(
        "The disk refused ({file}: {reason}). Nothing was changed. Make room or check the disk, "
        "then try again."
    ),
    "earlier-unfinished": N_(
        "An earlier action is still waiting to be finished, and the disk refuses {file} "
        "({reason}). It is not lost. Make room or check the disk, then try again."
    ),
    "case-busy": N_("Another fk is working in {case}. Nothing was changed. Try again in a moment."),
    "git-busy": N_("Another Git program works here. Nothing is lost. Wait a moment and try again."),
    "git-missing": N_(
        "Git was not found on this computer. Install it from git-scm.com (2.34 or newer) and try "
        "again. Nothing was changed."
    ),
    "git-old": N_(
        "Git {found} is too old; fk needs 2.34 or newer, from git-scm.com. Nothing was changed."
    ),
    "git-failed": N_("Git refused “{command}” (status {status}): {said}"),
    "head-moved": N_(
        "Git kept recording in {case} at the same time. The change is safe and will be finished "
        "at the next start."
    ),
    "history-damaged": N_(
        "The history of {case} is damaged ({found}). The files with the newest text are "
        "untouched. To repair it: fk doctor --repair"
    ),
    # --- unsafe -----------------------------------------------------------------------------------
    "bad-name": N_(
        "{where} is not a name fk may use ({found}). Nothing was written. Use small letters, "
        "digits and dashes."
    ),
    "case-is-link": N_(
        "The folder {where} is a link to somewhere else. fk does not follow it. Nothing was read."
    ),
    "git-config": N_(
        "Line {line} of {where}/.git/config ({found}) could start a program. Nothing was run. "
        "Remove that line if you know it; else do not use this folder."
    ),
    "git-elsewhere": N_(
        "The history of {where} points to another place ({found}). Nothing was run or changed. "
        "Ask who gave you this folder."
    ),
    "git-link": N_(
        "In {where} a part of the history is not really there ({found}). Nothing was run or "
        "changed. Copy the whole folder again."
    ),
    "not-a-file": N_(
        "{where} is not an ordinary file, or larger than 25 MB ({found}). It was not opened. "
        "Move it out of the folder."
    ),
    "symlink": N_(
        "{where} is a link to another place. It was not opened. Put the file itself there."
    ),
    "head-elsewhere": N_(
        "Somebody switched {case} to another branch with Git. Nothing was changed. In that "
        "folder type: git switch main"
    ),
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
    "sdm-sum-outside": N_(
        "The sum {given} is not between {low} and {high}. No score was kept. Count again."
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
    "help-not-running": N_(
        "The help for {case} is not running ({status}), so it cannot be closed. Nothing was "
        "changed. Look where the family stands: fk phase show {case}"
    ),
    "help-not-ended": N_(
        "The help for {case} has not ended, so it cannot be taken up again. Nothing was changed. "
        "To go on to the next phase: fk phase next {case}"
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
