"""Whose each entry is: a family with two homes, and what each of them may see of it."""

from datetime import date

import msgspec
import pytest

from fktui.method.rights.access import ACCESS, HEADS, LOOKED_AT, RESTRICTED_KINDS, Reason
from fktui.method.rights.asking import Refusal, Right, right_to_copy
from fktui.method.rights.copying import Reading, copy_of, for_everybody, named_in
from fktui.model.analysis import Analysis, Explanation, Strength, Worry
from fktui.model.case import KINDS, Case
from fktui.model.consent import Consent, Consents, Disclosure
from fktui.model.family import Authority, Family, Household, Person, Relation, RelationKind, Role
from fktui.model.intake import Intake
from fktui.model.journal import Contact, Document, Statement
from fktui.model.network import Network, NetworkPerson, Sector
from fktui.model.plan import Agreement, AgreementKind, Goal, Plan, Step
from fktui.model.safety import (
    CodeStep,
    CodeStepKind,
    ReportingCode,
    Safety,
    SafetyAgreement,
    SafetyPlan,
    Scaling,
)
from fktui.model.timeline import Event, Experience, Timeline
from fktui.model.trajectory import Trajectory

TODAY = date(2026, 5, 11)
ANOUK, JORIS, SEM, FENNA, TIBBE, DENNIS = (f"p-0000{n}" for n in range(1, 7))
HERS, HIS = "h-00001", "h-00002"
TUTOR = "n-00001"


def person(one, name, role, born, *homes, **more):
    return Person(id=one, name=name, role=role, born=born, households=homes, **more)


PEOPLE = (
    person(ANOUK, "Anouk Wulp", Role.MOTHER, "1983-02-17", HERS),
    person(JORIS, "Joris Tureluur", Role.FATHER, "1981-08-03", HIS),
    person(SEM, "Sem", Role.CHILD, "2009-03-22", HERS, HIS),
    person(FENNA, "Fenna", Role.CHILD, "2012-11-05", HERS, HIS),
    person(TIBBE, "Tibbe", Role.CHILD, "2017-07-30", HERS, HIS),
    person(DENNIS, "Dennis Kievit", Role.STEP_PARENT, "1985-05-11", HERS),
)
HOMES = (
    Household(id=HERS, name="Bij Anouk", address="Rietkade 1", secret_address=True),
    Household(id=HIS, name="Bij Joris", address="Duinweg 2"),
)


def held(record_id, child, holder):
    return Authority(id=record_id, child=child, holder=holder)


AUTHORITY = tuple(
    held(f"a-0000{number}", child, holder)
    for number, (child, holder) in enumerate(
        (child, holder) for child in (SEM, FENNA, TIBBE) for holder in (ANOUK, JORIS)
    )
)


def family(**changes) -> Case:
    people = Family(people=PEOPLE, households=HOMES, authority=AUTHORITY)
    given = {"trajectory": Trajectory(format=1, id="duinroos-abc", name="Wulp"), "family": people}
    return Case(**given | changes)


def reading(case, whose, reader=None, right=Right.OWN, **more):
    return Reading(case, whose, reader or whose, right, TODAY, **more)


def seen(case, whose, reader=None, right=Right.OWN, **more):
    """The ids in the copy, those inside others too, and why the others are not in it."""
    copy = copy_of(reading(case, whose, reader, right, **more))
    shown = {one.record.id for top in copy.shown for one in (top, *top.inner)}
    shown |= {by.id for top in copy.shown for one in (top, *top.inner) for by in one.beside}
    return shown, {one.id: one.reason for one in copy.withheld}


# The table


def test_every_kind_of_record_has_a_place_in_the_table_and_every_field_in_it_exists():
    assert set(ACCESS) == set(KINDS)
    assert set(KINDS) >= LOOKED_AT
    for name, access in ACCESS.items():
        fields = {*access.people, *(access.joint or ())} - {"people"}
        assert fields <= set(KINDS[name].type.__struct_fields__), name


def test_every_head_of_a_file_is_joint_or_undivided():
    kept = {"format", "id", "name", "status", "fictional", "coach", "second", "lead_clinician"}
    kept |= {"interpreter", "receivers", "destroy_on"}
    for part in ("trajectory", "intake", "analysis"):
        empty = getattr(family(), part)
        lists = {kind.path[1] for kind in KINDS.values() if kind.path[0] == part}
        heads = set(empty.__struct_fields__) - lists - kept
        assert {f"{part}.{field}" for field in heads} <= set(HEADS)
    for head in HEADS:
        part, field = head.split(".")
        assert hasattr(getattr(family(), part), field)


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_record_falls_through(kind):
    """One record of each kind, filled as the files may be: shown or withheld, never lost."""
    from fktui.model.case import put

    record = example(kind)
    parent = KINDS[kind].parent
    case = family()
    if parent:
        case = put(case, parent, example(parent))
        case = put(case, kind, record, example(parent).id)
    else:
        case = put(case, kind, record)
    shown, withheld = seen(case, SEM)
    top = example(parent).id if parent else record.id
    assert record.id in shown | set(withheld) or top in withheld


def example(kind):
    """The smallest record of a kind: only what must be there."""
    fields = {}
    for field in msgspec.structs.fields(KINDS[kind].type):
        if field.required:
            fields[field.name] = sample(field.name, field.type)
    return msgspec.convert(fields, KINDS[kind].type)


def sample(name, wanted):
    if name == "id":
        return "z-00001"
    if name in ("by", "person", "youth", "child", "to", "calls"):
        return FENNA
    members = getattr(wanted, "__members__", None)
    if members:
        return next(iter(members.values())).value
    if wanted is date:
        return TODAY
    return {bool: True, str: "x"}.get(wanted, 1)


# Each reason to withhold


def worry(**fields):
    return family(analysis=Analysis(worries=(Worry(id="w-00001", what="Ruzie", **fields),)))


@pytest.mark.parametrize(
    ("fields", "whose", "reason"),
    [
        ({"about": (SEM,)}, SEM, None),
        ({"about": (TIBBE,), "by": (SEM,)}, SEM, None),
        ({"about": (TIBBE,), "contested_by": (SEM,)}, SEM, None),
        ({}, SEM, None),
        ({"about": (FENNA,)}, SEM, Reason.OTHERS),
        ({"about": (SEM,), "visible_to": (ANOUK,)}, SEM, Reason.NAMED),
        ({"about": (SEM,), "visible_to": (ANOUK, SEM)}, SEM, None),
        ({"about": (SEM,), "visible_to": ("family",)}, SEM, None),
        ({"about": (SEM,), "visible_to": ("team",)}, SEM, Reason.TEAM),
        ({"about": (SEM,), "visible_to": ("team", ANOUK)}, SEM, Reason.NAMED),
        ({"about": (SEM,), "visible_to": ("team", SEM)}, SEM, None),
    ],
)
def test_whose_it_is_and_who_may_read_it(fields, whose, reason):
    shown, withheld = seen(worry(**fields), whose)
    assert withheld.get("w-00001") is reason
    assert ("w-00001" in shown) is (reason is None)


def test_where_others_live_is_withheld_and_a_secret_address_always():
    copy = copy_of(reading(family(), ANOUK))
    [home] = [one.record for one in copy.shown if one.kind == "household"]
    assert (home.id, home.address) == (HERS, None)
    _shown, withheld = seen(family(), ANOUK)
    assert (withheld[HERS], withheld[HIS]) == (Reason.HIDDEN_HOME, Reason.ADDRESS)
    his = copy_of(reading(family(), JORIS))
    assert [one.record.address for one in his.shown if one.kind == "household"] == ["Duinweg 2"]
    assert HERS not in {one.record.id for one in his.shown}


def test_a_child_of_two_homes_asked_for_by_one_parent_shows_only_that_home():
    shown, withheld = seen(family(), TIBBE, JORIS, Right.PARENT)
    assert HIS in shown
    assert withheld[HERS] is Reason.ADDRESS


def test_the_secret_address_is_nowhere_in_any_copy():
    for whose in (ANOUK, JORIS, SEM, FENNA, TIBBE, DENNIS):
        for reader in (whose, ANOUK, JORIS):
            copy = copy_of(reading(family(), whose, reader, Right.PARENT))
            assert "Rietkade" not in repr(copy.shown)


def safe(**fields):
    one = Agreement(id="b-00001", what="Sleutel ligt bij oma", kind=AgreementKind.SAFETY, **fields)
    return family(plan=Plan(agreements=(one,)))


@pytest.mark.parametrize(
    ("fields", "whose", "reason"),
    [
        ({"who": (ANOUK,)}, JORIS, Reason.APART),
        ({"who": (ANOUK,)}, DENNIS, None),
        ({"who": (ANOUK,)}, SEM, None),
        ({"who": (ANOUK, JORIS)}, JORIS, None),
        ({"who": (ANOUK,), "visible_to": ("family",)}, JORIS, None),
    ],
)
def test_a_safety_agreement_of_one_home_is_not_for_the_other(fields, whose, reason):
    assert seen(safe(**fields), whose)[1].get("b-00001") is reason


def test_inside_a_safety_plan_as_well():
    agreement = SafetyAgreement(id="k-00001", what="Belt oma", who=(ANOUK,))
    plan = SafetyPlan(id="s-00001", made_on=TODAY, about=(FENNA,), agreements=(agreement,))
    joint = msgspec.structs.replace(plan, about=())
    case = family(safety=Safety(plans=(joint,)))
    shown, withheld = seen(case, JORIS)
    assert "s-00001" in shown
    assert withheld["k-00001"] is Reason.APART
    assert "k-00001" in seen(case, SEM)[0]
    assert seen(family(safety=Safety(plans=(plan,))), DENNIS)[1]["s-00001"] is Reason.OTHERS


def code(**fields):
    step = CodeStep(id="t-00001", step=CodeStepKind.SIGNALS, on=TODAY)
    one = ReportingCode(id="r-00001", opened_on=TODAY, steps=(step,), **fields)
    return family(safety=Safety(reporting_code=(one,)))


def test_the_reporting_code_is_never_in_it_and_the_paper_does_not_name_it():
    about = code(about=(TIBBE,), concerns=(JORIS,))
    for whose in (TIBBE, JORIS, SEM):
        copy = copy_of(reading(about, whose))
        [one] = [one for one in copy.withheld if one.kind in RESTRICTED_KINDS]
        assert not one.told
        assert "r-00001" not in repr(copy.shown)
    assert seen(about, TIBBE)[1]["r-00001"] is Reason.RESTRICTED
    assert seen(about, JORIS)[1]["r-00001"] is Reason.RESTRICTED
    assert seen(about, SEM)[1]["r-00001"] is Reason.OTHERS


def test_a_coach_who_looked_may_include_it_but_not_for_whom_it_concerns():
    about = code(about=(TIBBE,), concerns=(JORIS,))
    include = {"include": frozenset({"r-00001"})}
    assert "r-00001" in seen(about, TIBBE, ANOUK, Right.PARENT, **include)[0]
    assert "r-00001" not in seen(about, TIBBE, JORIS, Right.PARENT, **include)[0]
    assert "r-00001" not in seen(about, JORIS, **include)[0]


def test_what_is_not_written_per_person_waits_for_the_coach():
    one = msgspec.structs.replace(example("contraindication"), id="v-00001")
    case = family(intake=Intake(question="Ruzie en zorgen om Fenna", contraindications=(one,)))
    shown, withheld = seen(case, SEM)
    assert withheld["v-00001"] is withheld["intake.question"] is Reason.UNDIVIDED
    include = frozenset({"v-00001", "intake.question"})
    copy = copy_of(reading(case, SEM, include=include))
    assert "v-00001" not in shown
    assert dict(copy.heads) == {"intake.question": "Ruzie en zorgen om Fenna"}
    assert "v-00001" in {one.record.id for one in copy.shown}


def test_the_coach_may_keep_out_what_names_another():
    case = worry(about=(SEM,))
    _shown, withheld = seen(case, SEM, withhold=frozenset({"w-00001"}))
    assert withheld["w-00001"] is Reason.CHOSEN
    explained = family(analysis=Analysis(explanation=Explanation(text="Samen", on=TODAY)))
    copy = copy_of(reading(explained, SEM, withhold=frozenset({"analysis.explanation"})))
    assert (copy.heads, copy.withheld[0].reason) == ((), Reason.CHOSEN)


@pytest.mark.parametrize("reason", [Reason.OTHERS, Reason.NAMED])
def test_what_is_anothers_by_law_cannot_be_included(reason):
    fields = {"about": (FENNA,)} if reason is Reason.OTHERS else {"visible_to": (ANOUK,)}
    include = frozenset({"w-00001"})
    assert seen(worry(**fields), SEM, include=include)[1]["w-00001"] is reason


def test_how_another_felt_it_and_what_another_answered_is_theirs():
    felt = tuple(
        Experience(id=f"x-0000{n}", person=one, value=-3) for n, one in enumerate((SEM, FENNA))
    )
    event = Event(id="e-00001", title="Scheiding", experiences=felt, about=(ANOUK, JORIS))
    scaled = tuple(Scaling(id=f"l-0000{n}", on=TODAY, by=one) for n, one in enumerate((SEM, FENNA)))
    case = family(timeline=Timeline(events=(event,)), safety=Safety(scalings=scaled))
    shown, withheld = seen(case, SEM)
    assert {"e-00001", "x-00000", "l-00000"} <= shown
    assert withheld["x-00001"] is withheld["l-00001"] is Reason.OTHERS
    assert seen(case, TIBBE)[1]["e-00001"] is Reason.OTHERS


def test_contacts_are_of_whom_they_are_about_and_of_who_were_there():
    notes = (
        Contact(id="c-00001", on=TODAY, present=(ANOUK,)),
        Contact(id="c-00002", on=TODAY, present=(ANOUK, SEM), about=(FENNA,)),
        Contact(id="c-00003", on=TODAY, about=(SEM,)),
        Contact(id="c-00004", on=TODAY),
    )
    shown, withheld = seen(family(contacts=notes), SEM)
    assert {one for one in shown if one[0] == "c"} == {"c-00002", "c-00003", "c-00004"}
    assert withheld["c-00001"] is Reason.OTHERS


def test_the_plan_is_joint_and_a_private_goal_in_it_is_not():
    goals = (
        Goal(id="g-00001", title="Rust", owners=(ANOUK,), steps=(Step(id="s-00001", what="x"),)),
        Goal(id="g-00002", title="Slapen", owners=(FENNA,), visible_to=(FENNA, ANOUK)),
    )
    shown, withheld = seen(family(plan=Plan(goals=goals)), SEM)
    assert {"g-00001", "s-00001"} <= shown
    assert withheld["g-00002"] is Reason.NAMED


def test_a_consent_of_a_parent_about_me_is_shown_without_the_parents_note():
    yes = Consent(id="k-00001", what="x", by=JORIS, about=(TIBBE,), given_on=TODAY, note="apart")
    case = family(consent=Consents(consents=(yes,)))
    notes = {
        whose: [
            one.record.note for one in copy_of(reading(case, whose)).shown if one.kind == "consent"
        ]
        for whose in (TIBBE, JORIS, SEM)
    }
    assert notes == {TIBBE: [None], JORIS: ["apart"], SEM: []}


def test_who_got_what_about_me():
    went = (
        Disclosure(id="x-00001", on=TODAY, recipient="gp", about=(FENNA,)),
        Disclosure(id="x-00002", on=TODAY, recipient="gp", about=(SEM, FENNA)),
    )
    shown, withheld = seen(family(consent=Consents(disclosures=went)), SEM)
    assert "x-00002" in shown
    assert withheld["x-00001"] is Reason.OTHERS


def test_family_ties_people_on_the_map_of_one_home_and_documents():
    one = Relation(id="q-00001", person=ANOUK, to=DENNIS, kind=RelationKind.PARTNER)
    case = family(
        family=msgspec.structs.replace(family().family, relations=(one,)),
        network=Network(
            people=(
                NetworkPerson(
                    id=TUTOR, name="Aaltje", sector=Sector.FRIENDS, ring=1, households=(HIS,)
                ),
            )
        ),
        documents=(Document(id="d-00001", template="x", title="x", language="nl", made_on=TODAY),),
    )
    assert {"q-00001", "d-00001"} <= seen(case, DENNIS)[0]
    assert seen(case, DENNIS)[1][TUTOR] is Reason.OTHERS
    assert seen(case, SEM)[1]["q-00001"] is Reason.OTHERS
    assert TUTOR in seen(case, SEM)[0]


# Statements


def statement(**fields):
    given = {"id": "d-00009", "on": TODAY, "by": JORIS, "entry": "w-00001", "body": "Niet waar"}
    return Statement(**given | fields)


def test_a_statement_stands_beside_its_entry():
    case = msgspec.structs.replace(
        worry(about=(SEM,)), statements=(statement(visible_to=("family",)),)
    )
    copy = copy_of(reading(case, SEM))
    [entry] = [one for one in copy.shown if one.kind == "worry"]
    assert [one.id for one in entry.beside] == ["d-00009"]
    assert "statement" not in {one.kind for one in copy.shown}


@pytest.mark.parametrize(
    ("entry", "statement_", "whose", "reason"),
    [
        ({"about": (SEM,)}, {}, ANOUK, Reason.OTHERS),
        ({"about": (ANOUK,)}, {}, ANOUK, Reason.APART),
        ({"about": (ANOUK,)}, {"visible_to": ("family",)}, ANOUK, None),
        ({"about": (SEM,), "visible_to": (JORIS,)}, {"about": (SEM,)}, SEM, Reason.NAMED),
        ({"about": (SEM,), "visible_to": (ANOUK,)}, {}, JORIS, None),
        ({"about": (SEM,)}, {"entry": None, "about": (SEM,)}, SEM, None),
        ({"about": (SEM,)}, {"entry": "w-gone0", "about": (SEM,)}, SEM, None),
    ],
)
def test_a_statement_tells_of_no_entry_that_is_withheld(entry, statement_, whose, reason):
    case = msgspec.structs.replace(worry(**entry), statements=(statement(**statement_),))
    shown, withheld = seen(case, whose)
    assert withheld.get("d-00009") is reason
    assert ("d-00009" in shown) is (reason is None)


# The right to ask


def at(born):
    return tuple(
        msgspec.structs.replace(one, born=born) if one.id == FENNA else one for one in PEOPLE
    )


@pytest.mark.parametrize(
    ("born", "reader", "right"),
    [
        ("2014-05-12", FENNA, Refusal.THROUGH_PARENTS),  # 12 tomorrow
        ("2014-05-11", FENNA, Right.OWN_YOUTH),  # 12 today
        ("2010-05-12", FENNA, Right.OWN_YOUTH),
        ("2010-05-11", FENNA, Right.OWN),  # 16 today
        ("2008-05-11", FENNA, Right.OWN),
        ("2014", FENNA, Right.OWN_YOUTH),
        (None, FENNA, Right.OWN_YOUTH),
        ("2014-05-12", JORIS, Right.PARENT),
        ("2014-05-11", JORIS, Right.PARENT_OF_YOUTH),
        ("2010-05-12", JORIS, Right.PARENT_OF_YOUTH),
        ("2010-05-11", JORIS, Refusal.OWN_YES),
        ("2010", JORIS, Refusal.OWN_YES),  # perhaps 16
        (None, JORIS, Refusal.OWN_YES),
        ("2012-02-29", DENNIS, Refusal.NO_AUTHORITY),
        ("2010-05-11", DENNIS, Refusal.OWN_YES),
        ("2000-01-01", ANOUK, Refusal.OWN_YES),
    ],
)
def test_the_right_by_age_and_authority(born, reader, right):
    case = family(family=msgspec.structs.replace(family().family, people=at(born)))
    assert right_to_copy(case, FENNA, reader, TODAY) is right


def yes(by, recipient, number=1, **fields):
    given = {"id": f"k-0000{number}", "what": "afschrift", "by": by, "recipient": recipient}
    return Consent(**given | {"given_on": TODAY, "about": (SEM,)} | fields)


@pytest.mark.parametrize(
    ("consents", "right"),
    [
        ((yes(SEM, JORIS),), Right.CONSENT),
        ((yes(SEM, JORIS, document="inspection"),), Right.CONSENT),
        ((yes(SEM, JORIS, document="future-plan"),), Refusal.OWN_YES),
        ((yes(SEM, ANOUK),), Refusal.OWN_YES),
        ((yes(ANOUK, JORIS),), Refusal.OWN_YES),
        ((yes(SEM, JORIS, withdrawn_on=TODAY),), Refusal.OWN_YES),
        ((yes(SEM, JORIS, until=date(2026, 5, 10)),), Refusal.OWN_YES),
    ],
)
def test_from_sixteen_the_youth_says_yes(consents, right):
    case = family(consent=Consents(consents=consents))
    assert right_to_copy(case, SEM, JORIS, TODAY) is right


def test_with_the_yes_of_all_who_must_somebody_without_authority_gets_it():
    both = (yes(ANOUK, DENNIS, 1, about=(TIBBE,)), yes(JORIS, DENNIS, 2, about=(TIBBE,)))
    for given, right in ((both, Right.CONSENT), (both[:1], Refusal.NO_AUTHORITY)):
        case = family(consent=Consents(consents=given))
        assert right_to_copy(case, TIBBE, DENNIS, TODAY) is right


@pytest.mark.parametrize(
    ("readers", "shown"),
    [((), True), ((SEM,), True), ((SEM, ANOUK), False), ((SEM, JORIS), True), ((JORIS,), False)],
)
def test_a_youth_may_share_what_is_the_youths_alone(readers, shown):
    found, _withheld = seen(worry(about=(SEM,), visible_to=readers), SEM, JORIS, Right.CONSENT)
    assert ("w-00001" in found) is shown


def test_what_a_youth_told_in_confidence_is_not_for_a_parent():
    case = worry(about=(FENNA,), visible_to=(FENNA,))
    assert seen(case, FENNA, ANOUK, Right.PARENT_OF_YOUTH)[1]["w-00001"] is Reason.NAMED


# Texts that name others, and what everybody may read


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Sem zat met Fenna, en Tibbe's vogels", (FENNA, TIBBE)),
        ("**Tibbe** en Joris Tureluur", (JORIS, TIBBE)),
        ("Fennaland, sem", ()),
        ("Anouk-Marie", ()),
        ("Anouk, Anouk.", (ANOUK,)),
    ],
)
def test_names_of_others_in_a_text(body, found):
    contact = Contact(id="c-00001", on=TODAY, body=body)
    assert named_in(family(), contact, (SEM,)) == found


def test_what_everybody_may_read_leaves_out_the_rest():
    strengths = (
        Strength(id="k-00001", what="eerlijk"),
        Strength(id="k-00002", what="stoer", visible_to=(SEM,)),
        Strength(id="k-00003", what="slim", visible_to=tuple(one.id for one in PEOPLE)),
        Strength(id="k-00004", what="snel", visible_to=("team",)),
        Strength(id="k-00005", what="sterk", visible_to=("family",)),
    )
    case = msgspec.structs.replace(
        code(about=(TIBBE,)), analysis=Analysis(strengths=strengths), plan=safe(who=(ANOUK,)).plan
    )
    kept, left_out = for_everybody(case, TODAY)
    assert [one.id for one in kept.analysis.strengths] == ["k-00001", "k-00003", "k-00005"]
    assert (kept.plan.agreements, kept.safety.reporting_code, left_out) == ((), (), 4)
