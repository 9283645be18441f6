"""Any kind of record through one door: the usecase that belongs to the kind does it."""

from datetime import date

import pytest

from fktui.errors import NotFound, WrongUse
from fktui.model.case import KINDS, find
from fktui.model.family import RelationKind
from fktui.model.network import ParentalView
from fktui.usecases.by_kind import own
from fktui.usecases.by_kind.table import WAYS, add, edit, end, way_of
from fktui.usecases.by_kind.way import Ending
from fktui.usecases.subjects import SUBJECTS

TODAY = date(2026, 11, 21)


def added(desk, family, what, parent="", /, **fields):
    """The record that was added, as it is in the file."""
    saved = add(desk, family.case, what, fields, parent)
    return find(saved.loaded.case, saved.act.record).record


def test_every_kind_has_a_way():
    assert set(WAYS) | set(SUBJECTS) == set(KINDS)
    assert set(WAYS) & set(SUBJECTS) == set()
    for kind, way in WAYS.items():
        assert {*way.fixed, *way.new} <= set(KINDS[kind].type.__struct_fields__), kind
        assert set(way.asks) <= set(Ending._fields), kind


def test_what_is_not_noted_by_itself_is_refused(desk, ijsvogel):
    with pytest.raises(WrongUse, match="not-added"):
        add(desk, ijsvogel.case, "phase", {"phase": "start"})
    with pytest.raises(WrongUse, match="not-ended"):
        end(desk, ijsvogel.case, "contact", "c-00000", Ending(TODAY))


def test_nothing_that_is_different_is_no_act(desk, ijsvogel):
    with pytest.raises(WrongUse, match="nothing-changed"):
        edit(desk, ijsvogel.case, "goal", ijsvogel.goal, {})


def test_a_kind_of_subjects_begins_today_and_ends(desk, ijsvogel):
    one = added(desk, ijsvogel, "agreement", what="Samen eten")
    assert one.since == TODAY
    saved = end(desk, ijsvogel.case, "agreement", one.id, Ending(TODAY))
    assert find(saved.loaded.case, one.id).record.until == TODAY
    assert saved.act.action == "agreement.end"


def test_a_worry_ends_by_being_put_behind_with_the_reason(desk, ijsvogel):
    one = added(desk, ijsvogel, "worry", what="Slaapt slecht", nature="fact")
    saved = end(desk, ijsvogel.case, "worry", one.id, Ending(TODAY, "slaapt weer"))
    after = find(saved.loaded.case, one.id).record
    assert (after.outdated_on, after.outdated_reason) == (TODAY, "slaapt weer")


@pytest.mark.parametrize(
    ("kind", "fields", "action"),
    [
        ("household", {"name": "Bij Mila"}, "household.add"),
        ("indication", {"kind": "parenting", "applies": True}, "indication.add"),
        ("contraindication", {"kind": "unsafety", "applies": False}, "contraindication.add"),
        ("information", {"summary": "Er was eerder hulp"}, "information.add"),
        ("referral_goal", {"text": "Rust thuis"}, "referral_goal.add"),
        ("domain", {"domain": "child", "severity": 2}, "domain.first-score"),
        ("evaluation", {"note": "Het gaat beter"}, "evaluation.add"),
        ("future", {"section": "proud", "text": "Op elkaar"}, "future.add"),
        ("contact", {"hours": 1.5}, "contact.add"),
        ("meeting", {"on": date(2026, 12, 1)}, "meeting.plan"),
        ("goal", {"title": "Rust"}, "goal.add"),
        ("disclosure", {"on": TODAY, "recipient": "school"}, "disclosure.add"),
        ("safety_plan", {"reason": "ruzie"}, "safety_plan.add"),
    ],
)
def test_the_usecase_of_the_kind_does_it(desk, ijsvogel, kind, fields, action):
    assert add(desk, ijsvogel.case, kind, fields).act.action == action


def test_people_and_ties_go_where_they_belong(desk, ijsvogel):
    relation = {"person": ijsvogel.mila, "kind": RelationKind.PARENT, "to": ijsvogel.jaylen}
    one = added(desk, ijsvogel, "relation", **relation)
    assert (one.person, one.to) == (ijsvogel.mila, ijsvogel.jaylen)
    saved = end(desk, ijsvogel.case, "relation", one.id, Ending(TODAY))
    assert find(saved.loaded.case, one.id).record.until == "2026-11-21"
    held = added(desk, ijsvogel, "authority", child=ijsvogel.jaylen, holder=ijsvogel.mila)
    ended = end(desk, ijsvogel.case, "authority", held.id, Ending(TODAY))
    assert find(ended.loaded.case, held.id).record.until == TODAY
    tie = added(desk, ijsvogel, "tie", network=ijsvogel.ali, person=ijsvogel.mila, quality="strong")
    assert (tie.network, tie.person) == (ijsvogel.ali, ijsvogel.mila)


def test_the_way_to_a_jim_is_that_of_the_youth(desk, ijsvogel):
    add(desk, ijsvogel.case, "jim", {"youth": ijsvogel.jaylen, "chosen": ijsvogel.ali})
    jim = desk.load(ijsvogel.case).case.network.jims[0]
    assert (jim.youth, jim.chosen, jim.chosen_on) == (ijsvogel.jaylen, ijsvogel.ali, TODAY)
    answer = {"by": ijsvogel.mila, "answer": ParentalView.GRUDGING}
    add(desk, ijsvogel.case, "parental_answer", answer, jim.id)
    edit(desk, ijsvogel.case, "jim", jim.id, {"reach": "altijd"})
    saved = end(desk, ijsvogel.case, "jim", jim.id, Ending(TODAY, "verhuisd"))
    after = saved.loaded.case.network.jims[0]
    assert (after.reach, after.until, after.until_reason) == ("altijd", TODAY, "verhuisd")
    assert [one.by for one in after.parents] == [ijsvogel.mila]


def test_an_experience_and_a_score_go_inside_what_they_are_of(desk, ijsvogel):
    event = added(desk, ijsvogel, "event", title="Verhuisd", on="2020")
    add(desk, ijsvogel.case, "experience", {"person": ijsvogel.mila, "value": -3}, event.id)
    add(desk, ijsvogel.case, "score", {"value": 1}, ijsvogel.goal)
    case = desk.load(ijsvogel.case).case
    assert [one.value for one in case.timeline.events[0].experiences] == [-3]
    assert [one.value for one in case.plan.goals[0].scores] == [1]


def test_an_answer_that_was_waited_for_can_be_changed_before_it_comes(desk, ijsvogel):
    asked = {"about": (ijsvogel.jaylen,), "asked_on": date(2026, 11, 20)}
    one = added(desk, ijsvogel, "information", **asked)
    saved = edit(desk, ijsvogel.case, "information", one.id, {"asked_on": date(2026, 11, 19)})
    after = find(saved.loaded.case, one.id).record
    assert (after.asked_on, after.on) == (date(2026, 11, 19), None)
    edit(desk, ijsvogel.case, "information", one.id, {"summary": "Gaat naar school"})
    assert find(desk.load(ijsvogel.case).case, one.id).record.on == TODAY


def test_a_step_is_done_and_a_line_of_the_future_plan_taken_out(desk, ijsvogel):
    step = added(desk, ijsvogel, "step", ijsvogel.goal, what="Tafel dekken")
    end(desk, ijsvogel.case, "step", step.id, Ending(TODAY))
    line = added(desk, ijsvogel, "future", section="proud", text="Op elkaar")
    end(desk, ijsvogel.case, "future", line.id, Ending(TODAY))
    case = desk.load(ijsvogel.case).case
    assert find(case, step.id).record.done == TODAY
    assert find(case, line.id) is None


def test_what_must_be_known_is_asked_for_by_its_field(desk, ijsvogel):
    with pytest.raises(WrongUse) as refused:
        own.add_tie(desk, ijsvogel.case, {"quality": "strong"}, "")
    assert refused.value.facts == {"field": "network"}


def test_a_way_is_the_same_each_time():
    assert way_of("signal").asks == ()
    assert way_of("safety_plan").asks == ("on", "by", "because")
    assert way_of("agreement").asks == ("on",)
    assert way_of("community").asks == ("on", "because")


def test_a_record_that_is_gone_is_not_found(desk, ijsvogel):
    with pytest.raises(NotFound):
        edit(desk, ijsvogel.case, "step", "s-00000", {"what": "Tafel dekken"})
