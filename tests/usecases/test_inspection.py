"""A copy of one's own: the right, the paper in both languages, what is withheld, the noting."""

import pytest
from two_homes import wulp

from fktui.errors import NoConsent, NotFound, WrongUse
from fktui.method.rights.access import Reason
from fktui.usecases.journal.contacts import add_contact
from fktui.usecases.paper.papers import Paper, draft
from fktui.usecases.paper.templates import templates
from fktui.usecases.people.network import add_member
from fktui.usecases.plan.goals import add_goal, score_goal
from fktui.usecases.records import add_record
from fktui.usecases.rights.inspection import Asked, inspect, note_copy, paper, preview
from fktui.usecases.rights.statements import add_statement
from fktui.usecases.rights.telling import others_withheld, to_look_at, whose, withheld
from fktui.words import language

HOSTILE = (
    "# Kop\n```page\n{}\n```\n<script>alert(1)</script> {{ 7*7 }} **vet** \x1b[31m \u202eomgekeerd"
)


@pytest.fixture
def home(desk):
    return wulp(desk)


def worry(desk, home, what, **fields):
    given = {"what": what, "nature": "opinion"} | fields
    return add_record(desk, home.case, "worry", given).act.record


def own(desk, home, person="Sem", **asked):
    return inspect(desk, home.case, Asked(person, asked.pop("language", "nl"), **asked))


def reasons(copied):
    return {one.id: one.reason for one in copied.copy.withheld}


def test_a_youth_of_seventeen_gets_what_is_theirs_and_a_list_of_the_rest(desk, home) -> None:
    mine = worry(desk, home, "Sem blowt in het weekend", about=(home.sem,), source="Sem")
    hers = worry(desk, home, "Fenna schreef: ik wil weg", about=(home.fenna,))
    told = worry(desk, home, "Sem vertelt vader niets", about=(home.sem,), visible_to=(home.anouk,))
    copied = own(desk, home)
    assert "Sem blowt in het weekend" in copied.markdown
    for private in ("ik wil weg", "vader niets", "Rietkade", hers, "Anouk Wulp, "):
        assert private not in copied.markdown.replace("Anouk Wulp, Joris", "")
    assert told in copied.markdown
    assert "Jeugdwet 7.3.10, second sentence" in copied.markdown
    assert reasons(copied)[told] is Reason.NAMED
    assert reasons(copied)[hers] is Reason.OTHERS
    assert mine in {one.record.id for one in copied.copy.shown}


def test_a_title_that_is_withheld_is_not_named_by_what_refers_to_it(desk, home) -> None:
    goal = add_record(
        desk, home.case, "goal", {"title": "Niet meer snijden", "visible_to": (home.fenna,)}
    ).act.record
    add_contact(desk, home.case, {"present": (home.sem,), "goals": (goal,), "body": "Gepraat"})
    copied = own(desk, home)
    assert "snijden" not in copied.markdown
    assert goal not in copied.markdown.partition("## Wat niet in dit afschrift")[0]


@pytest.mark.parametrize(
    ("person", "reader", "code"),
    [
        ("Sem", "Joris", "inspect-own-yes"),
        ("Tibbe", "", "inspect-through-parents"),
        ("Tibbe", "Dennis", "inspect-no-authority"),
        ("Fenna", "Dennis", "inspect-no-authority"),
        ("Anouk", "Joris", "inspect-own-yes"),
    ],
)
def test_who_has_no_right_gets_no_copy(desk, home, person, reader, code) -> None:
    with pytest.raises(NoConsent) as caught:
        own(desk, home, person, reader=reader)
    assert (caught.value.code, caught.value.exit_code) == (code, 11)
    assert caught.value.facts["case"] == home.case


@pytest.mark.parametrize(
    ("person", "reader", "said"),
    [
        ("Sem", "", "from 16"),
        ("Fenna", "", "12 or older"),
        ("Fenna", "Joris", "good care"),
        ("Tibbe", "Joris", "younger than 12"),
    ],
)
def test_the_right_is_said_in_a_sentence(desk, home, person, reader, said) -> None:
    copied = own(desk, home, person, reader=reader)
    assert said in copied.right
    assert person in copied.right


def test_the_father_may_read_what_the_son_agreed_to_and_that_is_noted(desk, home) -> None:
    fields = {"what": "mijn afschrift", "by": home.sem, "recipient": home.joris}
    given = add_record(
        desk, home.case, "consent", fields | {"given_on": desk.today}, action="consent.give"
    )
    copied = own(desk, home, reader="Joris")
    saved = note_copy(desk, copied)
    [noted] = saved.loaded.case.consent.disclosures
    assert (noted.recipient, noted.about) == (home.joris, (home.sem,))
    assert noted.consents == (given.act.record,)
    assert "Joris Tureluur" in copied.markdown


def test_handing_over_is_one_commit_without_a_name(desk, home) -> None:
    before = len(desk.store.stories(home.case))
    saved = note_copy(desk, own(desk, home))
    [noted] = saved.loaded.case.consent.disclosures
    assert (noted.recipient, noted.about, noted.on) == (home.sem, (home.sem,), desk.today)
    assert noted.ground == "Jeugdwet 7.3.10"
    assert noted.reason
    stories = desk.store.stories(home.case)
    assert len(stories) == before + 1
    assert "Sem" not in stories[0].subject
    assert stories[0].action == "inspection.hand-over"
    assert saved.loaded.case.documents == ()
    assert noted.id in own(desk, home).copy.shown[-1].record.id


def test_looking_writes_nothing(desk, home) -> None:
    before = len(desk.store.stories(home.case))
    paper(desk, own(desk, home), "md")
    assert len(desk.store.stories(home.case)) == before


def test_a_text_that_names_others_is_to_be_looked_at_and_can_be_kept_out(desk, home) -> None:
    fields = {"present": (home.sem,), "body": "Sem maakt zich zorgen om Fenna."}
    contact = add_contact(desk, home.case, fields).act.record
    plain = add_contact(desk, home.case, {"present": (home.sem,), "body": "Over bas."}).act.record
    copied = own(desk, home)
    assert [(one.id, one.names) for one in copied.look_at] == [(contact, ("Fenna",))]
    assert "zorgen om Fenna" in copied.markdown
    without = own(desk, home, without=(contact,))
    assert (reasons(without)[contact], without.look_at) == (Reason.CHOSEN, ())
    assert "zorgen om Fenna" not in without.markdown
    assert contact in without.markdown
    assert "Over bas" in without.markdown
    assert plain not in reasons(without)


def test_notes_and_statements_are_looked_through_as_well(desk, home) -> None:
    tom = {"name": "Tom", "sector": "friends", "ring": 1, "note": "Fenna vindt hem eng"}
    friend = add_member(desk, home.case, tom).act.record
    add_member(desk, home.case, tom | {"name": "Bo", "relation": "vriend van Joris", "note": "x"})
    entry = worry(desk, home, "Ruzie", about=(home.sem,))
    said = {"by": home.sem, "entry": entry, "body": "Tibbe begon", "visible_to": ("family",)}
    add_statement(desk, home.case, said)
    found = {one.id: one.names for one in own(desk, home).look_at}
    assert found == {friend: ("Fenna",), entry: ("Tibbe",)}


def test_a_score_of_nothing_is_a_score(desk, home) -> None:
    goal = add_goal(desk, home.case, {"title": "Rust", "owners": (home.sem,)}).act.record
    score_goal(desk, home.case, goal, 0)
    assert "score: 0" in own(desk, home).markdown


def test_what_is_for_the_team_may_be_included_after_looking_and_nothing_else(desk, home) -> None:
    team = worry(desk, home, "Even navragen", about=(home.sem,), visible_to=("team",))
    hers = worry(desk, home, "Van Fenna", about=(home.fenna,))
    assert reasons(own(desk, home))[team] is Reason.TEAM
    assert "Even navragen" in own(desk, home, also=(team,)).markdown
    with pytest.raises(WrongUse) as caught:
        own(desk, home, also=(hers,))
    assert caught.value.code == "inspect-not-also"
    with pytest.raises(NotFound):
        own(desk, home, also=("w-gone0",))


def test_a_statement_stands_with_its_entry(desk, home) -> None:
    entry = worry(desk, home, "Joris is agressief (school)", about=(home.joris,), source="school")
    body = "Ik was boos, niet agressief."
    add_statement(desk, home.case, {"by": home.joris, "entry": entry, "body": body})
    text = own(desk, home, "Joris").markdown
    assert text.index("agressief (school)") < text.index(body)
    assert text.count(body) == 1
    assert body not in own(desk, home, "Anouk").markdown


@pytest.mark.parametrize(
    ("spoken", "said"),
    [("nl", "Wat er over Sem is opgeschreven"), ("en", "What is written about Sem")],
)
@pytest.mark.parametrize("form", [("md", b"# "), ("html", b"<!doc"), ("pdf", b"%PDF-")])
def test_it_is_made_in_each_language_and_form(desk, home, spoken, said, form) -> None:
    fmt, start = form
    worry(desk, home, HOSTILE, about=(home.sem,))
    add_contact(desk, home.case, {"present": (home.sem,), "body": HOSTILE})
    language.use(spoken)
    copied = own(desk, home, language=spoken)
    assert copied.markdown.startswith(f"# {said}")
    made = paper(desk, copied, fmt)
    assert made.data.lower().startswith(start.lower())
    assert b"<script>" not in made.data
    assert fmt == "pdf" or b"\x1b" not in made.data
    assert "{{ 7*7 }}" in copied.markdown.replace("\\", "")


def test_the_paper_has_a_command_of_its_own(desk, home) -> None:
    assert {"inspection", "handover"}.isdisjoint(row.template for row in templates(desk, "nl"))
    for name in ("inspection", "handover"):
        with pytest.raises(WrongUse) as caught:
            draft(desk, home.case, Paper(name, "nl"))
        assert caught.value.code == "paper-has-a-command"


def test_what_the_coach_has_to_know_is_said_before_there_is_a_text(desk, home) -> None:
    names_fenna = worry(desk, home, "Sem maakt zich zorgen om Fenna", about=(home.sem,))
    told = worry(desk, home, "Sem vertelt vader niets", about=(home.sem,), visible_to=(home.anouk,))
    hers = worry(desk, home, "Fenna schreef: ik wil weg", about=(home.fenna,))
    found = preview(desk, home.case, Asked("Sem", "nl"))
    names = desk.names(found.loaded.case)
    assert found.markdown == ""
    assert whose(found, names) == "Sem"
    assert any(one.startswith(names_fenna) and "Fenna" in one for one in to_look_at(found))
    out = list(withheld(found, names))
    assert [one for one in out if one.startswith(told)]
    assert not any(one.startswith(hers) for one in out)
    assert others_withheld(found) + len(out) == len(found.copy.withheld)
    assert others_withheld(found) >= 1
