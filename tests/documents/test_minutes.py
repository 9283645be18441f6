"""The minutes of a meeting, in words for everybody at the table."""

from datetime import date

import pytest
from msgspec.structs import replace

from fktui.documents.minutes import minutes
from fktui.model.case import Case
from fktui.model.journal import Meeting, MeetingAgreement, MeetingKind, MeetingStatus
from fktui.model.plan import Goal, Plan
from fktui.model.trajectory import Trajectory
from fktui.words import language

NAMES = {"p-00001": "Mila", "n-00001": "Oom Ali"}
HELD = Meeting(
    id="m-00001",
    on=date(2026, 4, 23),
    at="15:30",
    place="Buurthuis",
    status=MeetingStatus.HELD,
    invited=("p-00001", "n-00001", "referrer"),
    present=("p-00001", "referrer"),
    agenda=("De doelen", "School"),
    agreements=(
        MeetingAgreement(
            id="v-00001", what="Bellen", who=("n-00001",), due=date(2026, 5, 1), goal="g-00001"
        ),
        MeetingAgreement(id="v-00002", what="Koken"),
    ),
    next_on=date(2026, 6, 18),
    body="Het ging goed.\n\nVolgende keer meer.",
)


@pytest.fixture(autouse=True)
def english():
    language.use("en")


def paper(meeting, **goal):
    known = Goal(**{"id": "g-00001", "title": "Naar school"} | goal)
    course = Trajectory(format=1, id="kastanje-abc", name="Gezin Roodborst")
    return minutes(Case(trajectory=course, plan=Plan(goals=(known,))), meeting, NAMES)


def changed(**fields):
    return replace(HELD, **fields)


def test_all_of_it():
    assert paper(HELD) == (
        "# Family meeting of Thu 23 Apr 2026\n"
        "\n"
        "Gezin Roodborst · 15:30 · Buurthuis\n"
        "\n"
        "## Who were there\n"
        "\n"
        "- Mila\n"
        "- the referrer\n"
        "\n"
        "## Could not be there\n"
        "\n"
        "- Oom Ali\n"
        "\n"
        "## What we talked about\n"
        "\n"
        "1. De doelen\n"
        "1. School\n"
        "\n"
        "## What we agreed\n"
        "\n"
        "- **Bellen** – Oom Ali, by Fri 1 May 2026, for: Naar school\n"
        "- **Koken**\n"
        "\n"
        "## What was said\n"
        "\n"
        "Het ging goed.\n"
        "\n"
        "Volgende keer meer.\n"
        "\n"
        "## Next time\n"
        "\n"
        "We meet again on Thu 18 Jun 2026.\n"
    )


def test_in_dutch():
    language.use("nl")
    assert paper(HELD).startswith("# Gezinsbespreking van do 23 apr 2026\n")
    language.use("en")


def test_before_it_is_held_it_is_the_invitation():
    text = paper(changed(status=MeetingStatus.PLANNED, present=(), agreements=(), body=""))
    assert "Gezin Roodborst · 15:30 · Buurthuis · planned" in text
    assert "## Invited\n\n- Mila\n- Oom Ali\n- the referrer\n" in text
    assert "Who were there" not in text
    assert "## What we will talk about\n" in text


def test_what_is_not_there_has_no_heading():
    bare = Meeting(id="m-00002", on=date(2026, 4, 23), kind=MeetingKind.CONSULTATION)
    assert "##" not in paper(bare)


@pytest.mark.parametrize(
    ("readers", "named"), [((), True), (("p-00001", "team"), False), (("family",), True)]
)
def test_a_goal_that_not_everybody_may_read_is_not_named(readers, named):
    assert ("Naar school" in paper(HELD, visible_to=readers)) is named


def test_what_people_write_stays_text():
    hostile = "# kop [x](http://y) <b>\n- lijst"
    agreement = MeetingAgreement(id="v-00001", what=hostile)
    text = paper(changed(agenda=(hostile,), agreements=(agreement,), body=hostile, place=hostile))
    assert "\n# kop" not in text
    assert "\n- lijst" not in text
    assert "<b>" not in text.replace("\\<b\\>", "")
