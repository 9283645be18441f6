"""The minutes of a meeting, or its invitation, as a file to hand out."""

from fktui.documents.collectors.said import family_name
from fktui.documents.make import Format, Made, make
from fktui.documents.minutes import minutes
from fktui.documents.pdf import Meta
from fktui.model.case import Case
from fktui.model.journal import Meeting, MeetingStatus
from fktui.usecases.desk import Desk
from fktui.words.labels import label
from fktui.words.language import _, current
from fktui.words.time.say_dates import say_day


def title(meeting: Meeting) -> str:
    """What is above it: minutes of a meeting that was held, else an invitation."""
    return _("Minutes") if meeting.status is MeetingStatus.HELD else _("Invitation")


def minutes_paper(desk: Desk, case: Case, meeting: Meeting, fmt: Format) -> Made:
    """The minutes in a format; nothing is noted in the record."""
    header = f"{label(meeting.kind).capitalize()} · {say_day(meeting.on)}"
    meta = Meta(
        title=title(meeting),
        language=current(),
        made_on=desk.today,
        header=header,
        footer=_("Confidential. For those who were there or were asked."),
        page_label=_("page {page} of {pages}"),
        author=family_name(case),
    )
    return make(minutes(case, meeting, desk.names(case)), meta, fmt)
