"""A finding about a case, as a sentence, and the command that answers it.

The sentences are in `tables`, by the part of the method that finds it. Errors that
stop a command are in `say`; days that are due are in `deadlines`.
"""

from shlex import quote
from typing import Any

from fktui.model.issue import Issue, Place
from fktui.words.deadlines import DEADLINES, said, with_source
from fktui.words.labels import field_label
from fktui.words.language import _
from fktui.words.tables.error_words import SENTENCES as ERROR_WORDS
from fktui.words.tables.file_words import FILE_WORDS, MEANT, say_edit
from fktui.words.tables.issues import (
    agreed,
    analysis,
    intake,
    issue_words,
    measures,
    network,
    rights,
    safety,
)
from fktui.words.tables.issues.issue_words import BY_HAND, Words

ISSUES: dict[str, Words] = {
    code: words
    for area in (
        issue_words,
        intake,
        analysis,
        safety,
        network,
        agreed,
        measures,
        rights,
    )
    for code, words in area.ISSUES.items()
}


def say_issue(issue: Issue) -> str:
    """What is the matter, after its place in the files and before its source, if it has these.

    A code without a sentence is said as it is: a newer version may have written it.
    """
    facts = {"record": issue.record, "field": _field(issue.place), **issue.facts}
    sentence = _sentence(issue.code)
    if issue.code in FILE_WORDS:
        facts |= {"field": (issue.place and issue.place.field) or "", "meant": _meant(facts)}
    if issue.code == "hand-edit":
        facts["kind"] = say_edit(facts["kind"])
    line = _(sentence).format_map(said(_with_event(facts))) if sentence else issue.code
    return _place(issue.place) + with_source(line, issue.facts.get("source", ""))


def remedy(issue: Issue, case_id: str) -> str:
    """The command that answers a finding; nothing when the answer is in the file itself.

    It will be pasted in a shell, so what comes from a file is quoted there.
    """
    words = ISSUES.get(issue.code)
    if words is None:
        return BY_HAND.format(case=case_id) if issue.code.startswith("hand-edit") else ""
    facts = {**issue.facts, "case": case_id, "record": issue.record}
    return words.remedy.format_map(
        {name: quote(fact) if isinstance(fact, str) else fact for name, fact in facts.items()}
    )


def _sentence(code: str) -> str:
    """From this table, from that of the files, or from the errors: an unsafe folder is one too."""
    if code in ISSUES:
        return ISSUES[code].sentence
    return FILE_WORDS.get(code) or ERROR_WORDS.get(code, "")


def _meant(facts: dict[str, Any]) -> str:
    return _(MEANT).format(meant=facts["meant"]) if facts.get("meant") else ""


def _with_event(facts: dict[str, Any]) -> dict[str, Any]:
    """A birthday is told with what changes on it."""
    change = DEADLINES.get(f"age-{facts.get('age')}")
    return {**facts, "event": _(change).format_map(facts)} if change else facts


def _field(place: Place | None) -> str:
    return field_label(place.field) if place and place.field else ""


def _place(place: Place | None) -> str:
    if place is None:
        return ""
    if place.line is None:
        return f"{place.file}: "
    return _("{file}, line {line}").format(file=place.file, line=place.line) + ": "
