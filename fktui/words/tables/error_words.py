"""The sentence of each error code. What is wrong, what is safe, what to do now.

Here are those about what was typed, files, disk and Git; the others are in `work_error_words`.
"""

from fktui.words.language import N_
from fktui.words.tables.work_error_words import WORK_SENTENCES

SENTENCES: dict[str, str] = WORK_SENTENCES | {
    # --- typed wrongly ------------------------------------------------------------------------
    "already-met": N_("{record} was met already, on {on}. Nothing was changed."),
    "already-ended": N_("{record} has ended already, on {on}. Nothing was changed."),
    "asked-about-what": N_(
        "It is not said what was asked for. Nothing was saved. Name a person with --about, or a "
        "life domain with --domain."
    ),
    "choice-needed": N_("“{field}” is needed, as one of: {allowed}. Nothing was saved."),
    "date-impossible": N_(
        "The day “{given}” does not exist. Nothing was saved. Check day and month, and add the "
        "year for 29 February."
    ),
    "date-unknown": N_(
        "“{given}” is not read as a date. Nothing was saved. Write for example {day}, "
        "{short}, fri, yesterday or -3d."
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
    "goal-without-score": N_(
        "There is no score with “{given}”. Nothing was saved. For example: fk goal score {case} "
        "school +1"
    ),
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
    "in-the-list": N_("“{given}” stands in the list already ({record}). Nothing was saved."),
    "language-unknown": N_(
        "fk does not speak “{given}” ({where}). Nothing was done. Choose one of: nl, en."
    ),
    "member-role": N_(
        "Line {line}: what is {name} in the family? Nothing was saved. Write for example: Ama, "
        "3-5-2012, daughter"
    ),
    "member-unread": N_(
        "Line {line}: “{given}” is no day and nothing that somebody is in a family. Nothing was "
        "saved. Write for example: Ama, 3-5-2012, daughter"
    ),
    "name-empty": N_("A name is needed. Nothing was saved."),
    "named-twice": N_("“{given}” is named twice. Nothing was saved."),
    "number-outside": N_(
        "{given} does not fit “{field}”: that goes from {low} to {high}. Nothing was saved."
    ),
    "nothing-to-agree": N_(
        "There is no text yet to agree with. Nothing was saved. To see what there is: "
        "fk plan show {case}"
    ),
    "text-not-for": N_(
        "{person} may not read this text, so cannot agree with it. Nothing was saved."
    ),
    "nothing-changed": N_("Nothing would be different in {record}; nothing was saved."),
    "safety-off-scale": N_(
        "{given} is not on the scale from {low} (as bad as can be) to {high} (safe enough to "
        "stop). Nothing was saved."
    ),
    "safety-version-order": N_(
        "Version {number} is of {on}, and the next one cannot be of an earlier day. Nothing was "
        "saved."
    ),
    "principles-full": N_(
        "There are {count} principles already, and the method has {most}. Nothing was saved. End "
        "one first: fk principle end NAME"
    ),
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
    "undo-to-what": N_(
        "--to goes with a record: fk undo koolmees g-7kq2m --to 1-11. Nothing was changed."
    ),
    "unknown-field": N_("There is no field “{field}”. These exist: {known}."),
    "weighing-elsewhere": N_(
        "The five questions are answered at weighing and deciding, not at “{given}”. Nothing was "
        "saved."
    ),
    "weeks-outside": N_("{given} is not from 1 to {most} weeks. Nothing was saved."),
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
    "folder-doubted": N_("{said} To keep it there all the same: go on once more."),
    "stopped": N_("It was stopped, and nothing was left behind."),
    "folder-has-things": N_(
        "There are other things in {folder} already. Nothing was changed. Choose a new folder, "
        "such as {other}"
    ),
    "folder-no-folder": N_("{folder} cannot be a folder: there is a file in its place."),
    "folder-no-right": N_(
        "fk may not write in {folder}. Nothing was changed. Choose a folder of your own, such as "
        "{other}"
    ),
    "folder-no-room": N_("The disk is full. Make room, or choose a folder on another disk."),
    "folder-no-name": N_("A folder cannot be called “{folder}”. Choose a shorter or plainer name."),
    "folder-no-use": N_(
        "The folder {folder} cannot be made there. Choose another one, such as {other}"
    ),
    "folder-is-address": N_(
        "“{folder}” is the address of a server, not a folder of this computer. Have somebody put "
        "the folder of your team on this computer, and say where it is."
    ),
    "demo-exists": N_(
        "{folder} is not empty and no practice store. Nothing was changed. Name another folder: "
        "fk demo FOLDER"
    ),
    "folder-exists": N_("There is something with the name “{given}” already. Nothing was changed."),
    "case-not-found": N_("There is no family “{given}”. All families: fk list --all"),
    "none-to-choose": N_("There is no {kind} here to choose. Nothing was changed."),
    "not-found": N_("Nothing here is called “{given}” ({kind}). Nothing was changed."),
    "not-found-but": N_(
        "Nothing here is called “{given}” ({kind}). Nothing was changed. There is: {known}."
    ),
    "no-reporting-code": N_(
        "No path of the reporting code is open. Nothing was changed. An earlier one is named with "
        "--path. To open one: fk reporting-code open {case} --about NAME"
    ),
    "no-safety-plan": N_(
        "No safety plan is running. Nothing was changed. To make one: fk safety new {case} "
        "--reason TEXT"
    ),
    "paper-no-safety-plan": N_(
        "No safety plan is running that the whole family may read, so nothing was made. What there "
        "is: fk safety show {case}. To make one: fk safety new {case} --reason TEXT"
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
    "which-reporting-code": N_(
        "{count} paths of the reporting code are open: {candidates}. Say which with --path. "
        "Nothing was changed."
    ),
    "which-safety-plan": N_(
        "{count} safety plans are running: {candidates}. Say which with --plan. Nothing was "
        "changed."
    ),
    "jim-none": N_(
        "No JIM has come up with {given} yet. Nothing was saved. Begin with a name: fk jim "
        "candidate {case} YOUTH NAME"
    ),
    "jim-not-chosen": N_(
        "Nobody has been chosen yet ({record}). Nothing was saved. First: fk jim choose {case} "
        "YOUTH NAME"
    ),
    "jim-not-on-map": N_(
        "“{given}” is not on the map. Nothing was saved. Name the sector too, and {given} is put "
        "on it in one go: fk jim candidate {case} YOUTH NAME --sector neighbourhood"
    ),
    "ambiguous": N_(
        "“{given}” can be more than one ({kind}): {candidates}. Type more of the name, or the id. "
        "Nothing was changed."
    ),
    "history-begins-later": N_("The record of {given} begins after that day."),
    "no-revision": N_("There is no version {given} in the history."),
    "no-earlier-form": N_(
        "There is no earlier form of {given}. Nothing was changed. What happened to it: fk history "
        "{case} {given}"
    ),
    "not-in-team": N_(
        "“{given}” is not in this team; these are: {known}. Type your name as it stands there, or "
        "have a colleague add you."
    ),
    "not-there-then": N_("{given} was not there then. Nothing was changed."),
    "nothing-to-redo": N_(
        "There is nothing to do again in {given}: nothing was undone, or something else was done "
        "since. Nothing was changed."
    ),
    "idle-minutes": N_("“{given}” is no number of minutes from 0 (never) to {most}."),
    "nothing-here-to-undo": N_(
        "Since you sat down together nothing was done that can be taken back."
    ),
    "nothing-to-undo": N_("There is nothing left to undo in {given}."),
    "parent-gone": N_(
        "{record} stood inside {parent}, which is gone. Nothing was changed. Put {parent} back "
        "first, with fk undo."
    ),
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
    "redo-changed": N_(
        "{file} was changed by hand after that was undone, so it cannot simply be put back. "
        "Nothing was changed."
    ),
    "then-broken": N_(
        "What was recorded of {case} at that moment cannot be read whole. Nothing was changed."
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
}
