"""*Veranderd*: what was done in all families since a moment, by family."""

from collections.abc import Mapping, Sequence

from fktui.tui.lines import Line, head, line
from fktui.usecases.overview.changed import ChangedFamily
from fktui.words.changes import say_story
from fktui.words.language import _
from fktui.words.time.say_dates import say_day_of_year

Names = Mapping[str, Mapping[str, str]]
"""The names of each family, by its id."""


def changed_lines(found: Sequence[ChangedFamily], names: Names, me: str = "") -> list[Line]:
    """A heading for each family, and a line for each act.

    Args:
        found: the families with what was done in them.
        names: for the ids in what was done.
        me: the name of a colleague whose own acts are left out; nobody when empty.
    """
    shown: list[Line] = []
    for family in found:
        acts = [story for story in family.stories if not me or story.by != me]
        if acts:
            shown.append(head(family.name))
        shown += (
            line(
                (f"{say_day_of_year(story.at.date()):>10}  ", "soft"),
                say_story(story, dict(names.get(family.case_id, {}))),
                (f"  {story.by}", "soft"),
                key=f"{family.case_id}/{story.commit}",
                kind="story",
            )
            for story in acts
        )
    return shown or [line((_("Nothing was done since then."), "soft"))]
