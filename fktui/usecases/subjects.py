"""The kinds of records that are added, changed and ended in one and the same way.

One table for the command line and the screen: which field is typed first, which are asked for by
name, which are listed. What more a kind can do (scoring a goal, contesting a worry) has a usecase
of its own.
"""

from typing import Any, NamedTuple

from fktui.model.case import KINDS


class Subject(NamedTuple):
    """A kind of record with the fields that people fill in.

    Attributes:
        kind: its name in KINDS.
        opening: the field that is typed first: what it is, in words.
        fields: what is asked for by name, in this order; any other with `--set`.
        columns: what a list shows.
        first: the field with the first day, which is today when not said; none for some.
        last: the field with the last day, for what can end.
        needed: fields that must be there besides the opening.
        dated: whether the first day is today when not said; what is told of may be long ago.
        over: the field with the day from which a list leaves it out, where that is not `last`.
        instead: fields that take the place of another: which, of which, and what is then left.
    """

    kind: str
    opening: str
    fields: tuple[str, ...]
    columns: tuple[str, ...]
    first: str = ""
    last: str = ""
    needed: tuple[str, ...] = ()
    dated: bool = True
    over: str = ""
    instead: tuple[tuple[str, str, Any], ...] = ()


SUBJECTS: dict[str, Subject] = {
    subject.kind: subject
    for subject in (
        Subject(
            "agreement",
            "what",
            ("kind", "who", "about", "visible_to", "since", "until"),
            ("what", "kind", "who", "since", "until"),
            first="since",
            last="until",
        ),
        Subject(
            "community",
            "what",
            ("service", "state", "about", "goals", "on", "note"),
            ("what", "state", "about", "goals", "on"),
            first="on",
            last="until",
        ),
        Subject(
            "event",
            "title",
            (
                *(
                    "kind",
                    "on",
                    "until",
                    "approximate",
                    "age_of",
                    "age",
                    "about",
                    "helped",
                    "result",
                ),
                *("source", "nature", "visible_to", "note"),
            ),
            ("title", "kind", "on", "about", "result"),
        ),
        Subject(
            "help_request",
            "what",
            ("words_of", "about", "domain", "goals", "on", "visible_to"),
            ("what", "words_of", "domain", "goals"),
            first="on",
        ),
        Subject(
            "intervention",
            "what",
            (
                *(
                    "who",
                    "about",
                    "goals",
                    "regime",
                    "planned_on",
                    "started_on",
                    "continues",
                    "reach",
                ),
                *("note",),
            ),
            ("what", "who", "about", "regime", "started_on", "ended_on", "continues"),
            first="started_on",
            last="ended_on",
        ),
        Subject(
            "role",
            "role",
            ("who", "by", "on", "note"),
            ("role", "who", "by", "on"),
            first="on",
            last="until",
            needed=("who",),
        ),
        Subject(
            "strength",
            "what",
            ("about", "example", "by", "domain", "goals", "on", "source", "nature", "visible_to"),
            ("what", "about", "by", "domain", "on"),
            first="on",
        ),
        Subject(
            "stressor",
            "what",
            (
                *("stress_source", "domain", "severity", "links", "about", "source", "nature"),
                *("visible_to", "since"),
            ),
            ("what", "stress_source", "domain", "severity", "about", "since"),
            first="since",
            last="until",
            dated=False,
        ),
        Subject(
            "worry",
            "what",
            (
                *("about", "domain", "on", "by", "source", "nature", "links", "goals", "no_goal"),
                *("visible_to",),
            ),
            ("what", "about", "nature", "source", "contested_by", "goals", "outdated_on"),
            first="on",
            needed=("nature",),
            over="outdated_on",
            instead=(("goals", "no_goal", None), ("no_goal", "goals", ())),
        ),
    )
}
"""By kind."""

assert set(SUBJECTS) <= set(KINDS)  # noqa: S101 - a slip of ours, seen at import
