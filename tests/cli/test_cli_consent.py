"""`fk consent`, typed as a coach types it."""

import json

import pytest


@pytest.fixture
def people(fk, koolmees):
    """Sherida with authority over Jaylen (14), and their grandmother Ria."""
    mother = fk("person", "add", koolmees, "Sherida", "--role", "mother", "--born", "1987").id
    son = fk("person", "add", koolmees, "Jaylen", "--role", "child", "--born", "2012-09-14").id
    fk("person", "authority", koolmees, "Jaylen", "Sherida", "--source", "register")
    ria = fk("network", "add", koolmees, "Oma Ria", "--sector", "family", "--ring", 1).id
    return mother, son, ria


def consents(fk, case):
    return json.loads(fk("consent", "list", case, "--json").out)["data"]


def give(fk, case, *words):
    return fk("consent", "give", case, "Het rooster", "--for", "school", *words)


def test_give_in_few_words(fk, koolmees, people, log):
    given = give(fk, koolmees, "--by", "Sherida", "--about", "Jaylen")
    assert (given.code, given.out) == (0, f"{given.id}\n")
    assert given.err == f"Consent {given.id} given\n"
    (consent,) = consents(fk, koolmees)
    assert consent.pop("recorded_by").startswith("t-")
    assert consent == {
        "id": given.id,
        "what": "Het rooster",
        "by": people[0],
        "about": [people[1]],
        "recipient": "school",
        "given_on": "2026-11-21",
    }
    assert log(koolmees)[0] == f"Consent {given.id} given"


def test_give_with_everything(fk, koolmees, people):
    words = ("--purpose", "research", "--document", "future-plan", "--until", "1-3")
    more = ("--form", "written", "--on", "gisteren", "--set", "note=Aan tafel")
    given = give(fk, koolmees, "--by", "Jaylen", *words, *more)
    assert given.code == 0
    (consent,) = consents(fk, koolmees)
    assert (consent["purpose"], consent["document"]) == ("research", "future-plan")
    assert (consent["until"], consent["given_on"]) == ("2027-03-01", "2026-11-20")
    assert (consent["form"], consent["note"]) == ("written", "Aan tafel")


def test_somebody_who_need_not_say_yes_is_warned_about(fk, koolmees, people):
    given = give(fk, koolmees, "--by", "Ria", "--about", "Jaylen,Sherida")
    assert given.code == 0
    assert "Oma Ria is not one of those who must say yes about Jaylen, Sherida" in given.err
    assert f"fk consent who {koolmees} {people[1]} {people[0]}" in given.err


def test_who_must_still_say_yes(fk, koolmees, people):
    give(fk, koolmees, "--by", "Sherida", "--about", "Jaylen")
    asked = fk("consent", "who", koolmees, "Jaylen", "--for", "school")
    assert "not yet" in asked.out
    assert asked.err.startswith("1 yes is missing.")
    give(fk, koolmees, "--by", "Jaylen")
    asked = fk("consent", "who", koolmees, "--about", "Jaylen", "--for", "school")
    assert "not yet" not in asked.out
    assert asked.err == "Everybody who must say yes has said it.\n"


def test_who_for_another_purpose_day_or_document(fk, koolmees, people):
    for who in ("Sherida", "Jaylen"):
        give(fk, koolmees, "--by", who, "--about", "Jaylen", "--purpose", "help")
    words = ("consent", "who", koolmees, "Jaylen", "--for", "school")
    assert "not yet" not in fk(*words, "--purpose", "help", "--document", "future-plan").out
    assert "not yet" in fk(*words).out
    assert "not yet" in fk(*words, "--purpose", "help", "--on", "gisteren").out


def test_who_as_data(fk, koolmees, people):
    mother, son, _ria = people
    ran = fk("consent", "who", koolmees, "Jaylen", "--for", "school", "--json")
    document = json.loads(ran.out)
    assert (document["fk"], document["kind"]) == (1, "consent-needed")
    assert [(one["about"], one["by"], one["given"]) for one in document["data"]] == [
        (son, son, False),
        (son, mother, False),
    ]


def test_who_in_general_tells_the_law_and_the_doubts(fk, koolmees, people):
    fk("person", "add", koolmees, "Noor", "--role", "child")
    asked = fk("consent", "who", koolmees)
    assert "the adult alone" in asked.out
    assert "nobody known with authority" in asked.out
    assert "age not known" in asked.out
    assert asked.err.startswith("Look up who has authority over Noor:")
    fk("person", "authority", koolmees, "Noor", "Sherida")
    asked = fk("consent", "who", koolmees, "Noor")
    assert "authority not checked" in asked.out
    assert f"fk person authority {koolmees}" in asked.err
    fk("person", "authority", koolmees, "Noor", "Sherida", "--source", "court_decision")
    assert fk("consent", "who", koolmees, "Noor").err == ""


def test_list_hides_what_does_not_hold(fk, koolmees, people):
    kept = give(fk, koolmees, "--by", "Sherida", "--document", "future-plan").id
    gone = give(fk, koolmees, "--by", "Jaylen", "--until", "2026-12-01").id
    taken = fk("consent", "withdraw", koolmees, gone, "--note", "Liever niet")
    assert (taken.code, taken.id) == (0, gone)
    listed = fk("consent", "list", koolmees)
    assert kept in listed.out
    assert "Het rooster (Our future plan)" in listed.out
    assert "(Ons toekomstplan)" in fk("consent", "list", koolmees, lang="nl").out
    assert gone not in listed.out
    assert listed.err.startswith("1 consent does not hold.")
    assert "withdrawn" in fk("consent", "list", koolmees, "--all").out


def test_list_names_the_receiver(fk, koolmees, people):
    words = ("consent", "give", koolmees, "Samen praten", "--by", "Sherida", "--for")
    fk(*words, "ria")
    text = fk("consent", "list", koolmees).out
    assert "Oma Ria" in text
    fk(*words, "referrer")
    assert "referrer" in fk("consent", "list", koolmees).out


def test_list_shows_a_consent_for_nobody_in_particular(fk, koolmees, people, tmp_path):
    record = give(fk, koolmees, "--by", "Sherida").id
    file = tmp_path / "store" / "cases" / koolmees / "consent.yaml"
    file.write_text(file.read_text("utf-8").replace("    recipient: school\n", ""), "utf-8")
    assert "recipient" not in consents(fk, koolmees)[0]
    line = fk("consent", "list", koolmees).out.splitlines()[1]
    assert line.split() == [record, "Sherida", "–", "Sherida", "–", "valid", "Het", "rooster"]


def test_in_dutch(fk, koolmees, people):
    words = ("consent", "give", koolmees, "Het plan", "--by", "Sherida", "--form", "schriftelijk")
    assert fk(*words, "--for", "huisarts", lang="nl").code == 0
    assert "huisarts" in fk("consent", "list", koolmees, lang="nl").out
    assert "jongere" in fk("consent", "who", koolmees, "Jaylen", lang="nl").out
    assert consents(fk, koolmees)[0]["recipient"] == "gp"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("give", "CASE", "Het plan", "--for", "school"), 2),
        (("give", "CASE", "", "--by", "Sherida", "--for", "school"), 2),
        (("give", "CASE", "Het plan", "--by", "Sherida", "--for", "school", "--form", "sung"), 2),
        (("give", "CASE", "Het plan", "--by", "Nobody", "--for", "school"), 4),
        (
            ("give", "CASE", "Het plan", "--by", "Sherida", "--for", "school", "--about", "Nobody"),
            4,
        ),
        (("give", "CASE", "Het plan", "--by", "Sherida", "--for", "wethouder"), 4),
        (("withdraw", "CASE", "k-00000"), 4),
        (("who", "CASE", "Nobody"), 4),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(fk, koolmees, log, words, code):
    fk("person", "add", koolmees, "Sherida", "--role", "mother")
    before = log(koolmees)
    ran = fk("consent", *(koolmees if word == "CASE" else word for word in words))
    assert (ran.code, ran.out) == (code, "")
    assert ran.err
    assert log(koolmees) == before
