"""What a study gets: who is in it, that nobody can be found back, and that it is noted."""

import csv
import io
import random
import re
import shutil
import stat
from datetime import UTC, date, datetime
from enum import Enum

import msgspec
import pytest

from fktui.errors import AlreadyExists, Changed, DiskFailed, NoConsent, Unsafe, WrongUse
from fktui.method.consent import holders
from fktui.model.case import put, records
from fktui.model.consent import Consent, Purpose
from fktui.model.record import Record
from fktui.model.stored import Act, Change
from fktui.settings import read_device
from fktui.store.places import Places
from fktui.usecases.course.cases import NewCase, new_case
from fktui.usecases.journal.contacts import add_contact
from fktui.usecases.measures import columns
from fktui.usecases.measures.codebook import (
    LeftOut,
    codebook_file,
    csv_file,
    read_first,
    safe_cell,
    summary_file,
)
from fktui.usecases.measures.columns import PERSONS, TABLES
from fktui.usecases.measures.export import check_folder, keep, research_export
from fktui.usecases.measures.measures import add_measurement, definitions, find_instrument
from fktui.usecases.measures.participation import join
from fktui.usecases.measures.research_rows import Sheet, age_band, pseudonym, rows_of
from fktui.usecases.measures.small_cells import SUPPRESSED, count_codes, few, hide_small
from fktui.usecases.people.consent import give_consent, withdraw_consent
from fktui.usecases.people.family import add_person, set_authority
from fktui.usecases.people.network import add_member
from fktui.usecases.plan.goals import score_goal
from fktui.usecases.setup import open_desk
from fktui.usecases.team.research import add_study
from fktui.words import language

TODAY = date(2026, 11, 21)


def rows(data):
    """The rows of a file by the names of its columns."""
    return list(csv.DictReader(io.StringIO(data.decode())))


def studies(desk, name="Zuidoost"):
    return add_study(desk, {"name": name}).loaded.folder.research.studies[-1]


@pytest.fixture
def study(desk):
    return studies(desk)


def say_yes(desk, case, by, *about, **more):
    fields = {"what": "Onderzoek", "by": by, "about": about, "recipient": "researcher"}
    return give_consent(desk, case, fields | {"purpose": Purpose.RESEARCH} | more).act.record


@pytest.fixture
def willing(desk, ijsvogel):
    """The family of Mila and Jaylen, who both may be in every study; the ids of their consents."""
    set_authority(desk, ijsvogel.case, ijsvogel.jaylen, ijsvogel.mila, {})
    both = say_yes(desk, ijsvogel.case, ijsvogel.mila, ijsvogel.mila, ijsvogel.jaylen)
    return both, say_yes(desk, ijsvogel.case, ijsvogel.jaylen, ijsvogel.jaylen)


# Who is in it


def test_a_family_that_said_yes(desk, ijsvogel, study, willing):
    score_goal(desk, ijsvogel.case, ijsvogel.goal, -2, on=date(2026, 11, 2))
    score_goal(desk, ijsvogel.case, ijsvogel.goal, 1, on=date(2026, 11, 20))
    made = research_export(desk, study, smallest=1)
    assert (made.people, made.families, made.left_out) == (2, 1, (0, 0, 0, 0))
    (family,) = rows(made.files["families.csv"])
    assert (family["gas_t_first"], family["gas_t_last"], family["goals"]) == ("30", "60", "1")
    assert (family["members"], family["children"], family["status"]) == ("2", "1", "active")
    (goal,) = rows(made.files["goals.csv"])
    assert (goal["first_day"], goal["first_score"]) == ("1", "-2")
    assert (goal["last_day"], goal["last_score"]) == ("19", "1")
    people = rows(made.files["persons.csv"])
    assert {(one["role"], one["age_band"]) for one in people} == {
        ("mother", "unknown"),
        ("child", "unknown"),  # born in 2014: 11 or 12 on the first day
    }
    (phase,) = rows(made.files["phases.csv"])
    assert (phase["phase"], phase["first_day"], phase["days"]) == ("start", "0", "")


def test_each_export_is_noted_in_the_record(desk, ijsvogel, study, willing):
    made = research_export(desk, study)
    assert made.noted == (ijsvogel.case,)
    (noted,) = desk.load(ijsvogel.case).case.consent.disclosures
    assert (noted.recipient, noted.on, noted.by) == ("researcher", TODAY, desk.colleague)
    assert noted.about == (ijsvogel.mila, ijsvogel.jaylen)
    assert noted.consents == willing
    assert "Zuidoost" in noted.what
    assert "7.3.12" in noted.what
    assert desk.store.stories(ijsvogel.case)[0].subject == f"Sharing {noted.id} noted"
    research_export(desk, study)
    assert len(desk.load(ijsvogel.case).case.consent.disclosures) == 2


def test_nobody_who_said_yes_gives_no_export_and_no_note(desk, ijsvogel, study):
    before = len(desk.store.stories(ijsvogel.case))
    with pytest.raises(NoConsent, match="export-nobody"):
        research_export(desk, study)
    assert len(desk.store.stories(ijsvogel.case)) == before


def test_a_yes_that_is_taken_back_leaves_out(desk, ijsvogel, study, willing):
    withdraw_consent(desk, ijsvogel.case, willing[1], TODAY)
    made = research_export(desk, study, smallest=1)
    assert (made.people, made.families) == (1, 0)
    assert made.left_out == (1, 0, 1, 0)
    assert [one["role"] for one in rows(made.files["persons.csv"])] == ["mother"]
    for name in ("families", "goals", "phases", "network", "contacts", "tags", "domains"):
        assert rows(made.files[f"{name}.csv"]) == [], name
    withdraw_consent(desk, ijsvogel.case, willing[0], TODAY)
    with pytest.raises(NoConsent):
        research_export(desk, study)


def test_who_said_no_to_this_study_is_left_out_of_this_one(desk, ijsvogel, study, willing):
    join(desk, ijsvogel.case, study.id, ijsvogel.jaylen, "no", on=TODAY)
    assert research_export(desk, study).people == 1
    assert research_export(desk, studies(desk, "Haaglanden")).people == 2


def test_a_yes_for_one_study_is_none_for_another(desk, ijsvogel, study):
    say_yes(desk, ijsvogel.case, ijsvogel.mila, ijsvogel.mila, document=study.id)
    assert research_export(desk, study).people == 1
    with pytest.raises(NoConsent):
        research_export(desk, studies(desk, "Haaglanden"))


def test_families_without_a_yes_are_counted_not_named(desk, ijsvogel, study, willing):
    other = new_case(desk, NewCase(name="Gezin Wulp", start=TODAY)).case.id
    add_person(desk, other, {"name": "Anouk", "role": "mother"})
    made = research_export(desk, study)
    assert made.left_out == (1, 1, 0, 0)
    assert made.noted == (ijsvogel.case,)
    assert desk.load(other).case.consent.disclosures == ()


def test_a_family_that_cannot_be_read_is_counted(desk, ijsvogel, study, willing):
    other = new_case(desk, NewCase(name="Gezin Wulp", start=TODAY)).case.id
    (desk.store.places.case(other) / "family.yaml").write_text("people: [x\n")
    assert research_export(desk, study).left_out.unreadable == 1


def test_a_family_without_its_history_is_counted_too(desk, ijsvogel, study, willing):
    other = new_case(desk, NewCase(name="Gezin Wulp", start=TODAY)).case.id
    shutil.rmtree(desk.store.places.case(other) / ".git")
    assert research_export(desk, study).left_out.unreadable == 1


def test_an_invented_family_is_no_data(desk, ijsvogel, study, willing):
    head = desk.store.places.case(ijsvogel.case) / "case.yaml"
    head.write_text(head.read_text(encoding="utf-8") + "fictional: true\n", encoding="utf-8")
    with pytest.raises(NoConsent):
        research_export(desk, study)


def test_a_key_that_can_be_guessed_is_refused(desk, ijsvogel, study, willing):
    with pytest.raises(Unsafe, match="study-key-short"):
        research_export(desk, msgspec.structs.replace(study, key="kort"))
    assert desk.load(ijsvogel.case).case.consent.disclosures == ()


def test_somebody_who_took_a_yes_back_meanwhile_stops_it(
    desk, ijsvogel, study, willing, monkeypatch
):
    from fktui.usecases.measures import export

    files = export._files

    def slow(*words):
        withdraw_consent(desk, ijsvogel.case, willing[1], TODAY)
        return files(*words)

    monkeypatch.setattr(export, "_files", slow)
    with pytest.raises(Changed, match="export-changed"):
        research_export(desk, study)
    assert desk.load(ijsvogel.case).case.consent.disclosures == ()


# Figures of questionnaires


def test_figures_of_who_may_be_in_it(desk, ijsvogel, study, willing):
    well, doc = (find_instrument(desk, name) for name in ("wellbeing", "sdm-q-doc"))
    day = date(2026, 11, 11)
    by, about = (ijsvogel.mila,), (ijsvogel.jaylen,)
    add_measurement(desk, ijsvogel.case, well, {"stress": 7.5}, by=by, about=about, on=day)
    add_measurement(desk, ijsvogel.case, doc, {"raw": 31}, by=(desk.colleague,), on=day)
    add_measurement(desk, ijsvogel.case, well, {"calm": 1}, by=(ijsvogel.ali,), about=about)
    made = research_export(desk, study, smallest=1)
    people = {one["role"]: one["person"] for one in rows(made.files["persons.csv"])}
    found = rows(made.files["measures.csv"])
    # Uncle Ali did not say yes, so what he gave is not in it.
    assert {(one["instrument"], one["scale"], one["value"]) for one in found} == {
        ("wellbeing", "stress", "7.5"),
        ("sdm-q-doc", "raw", "31"),
        ("sdm-q-doc", "score", "68.9"),
    }
    stress = next(one for one in found if one["scale"] == "stress")
    assert (stress["person"], stress["filled_by"], stress["day"]) == (
        *(people["child"], "member", "10"),
    )
    assert {one["person"] for one in found if one["filled_by"] == "professional"} == {""}
    say_yes(desk, ijsvogel.case, ijsvogel.ali)
    made = research_export(desk, study, smallest=1)
    assert "network" in {one["filled_by"] for one in rows(made.files["measures.csv"])}


def test_figures_about_the_family_need_the_whole_of_it(desk, ijsvogel, study, willing):
    doc = find_instrument(desk, "sdm-q-doc")
    add_measurement(desk, ijsvogel.case, doc, {"raw": 31}, by=(desk.colleague,))
    withdraw_consent(desk, ijsvogel.case, willing[1], TODAY)
    assert rows(research_export(desk, study).files["measures.csv"]) == []


def test_a_scale_that_nobody_defined_is_not_told(desk, ijsvogel, study, willing):
    well = find_instrument(desk, "wellbeing")
    add_measurement(
        desk, ijsvogel.case, well, {"stress": 1}, by=(ijsvogel.mila,), about=(ijsvogel.mila,)
    )
    file = desk.store.places.case(ijsvogel.case) / "measures.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "      '=HYPERLINK(\"http://x\")': 3\n", encoding="utf-8")
    made = research_export(desk, study, smallest=1)
    assert [one["scale"] for one in rows(made.files["measures.csv"])] == ["stress"]
    assert b"HYPERLINK" not in b"".join(made.files.values())


# Network, contacts, principles


def test_what_is_told_of_a_family_as_a_whole(desk, ijsvogel, study, willing):
    principle = desk.team.folder.principles.principles[1]
    add_member(desk, ijsvogel.case, {"name": "Buurvrouw", "sector": "neighbourhood", "ring": 1})
    for place in ("home", "home", "school"):
        add_contact(
            desk,
            ijsvogel.case,
            {
                "on": date(2026, 11, 3),
                "place": place,
                "hours": 1.5,
                "present": (ijsvogel.mila,),
                "elements": ("joining",),
                "principles": (principle.id, "met eigen woorden"),
            },
        )
    made = research_export(desk, study, smallest=1)
    contacts = rows(made.files["contacts.csv"])
    assert [(one["place"], one["contacts"], one["hours"]) for one in contacts] == [
        ("home", "2", "3"),
        ("school", "1", "1.5"),
    ]
    network = {
        (one["ring"], one["sector"]): one["people"] for one in rows(made.files["network.csv"])
    }
    assert network == {
        ("1", "family"): "1",
        ("1", "neighbourhood"): "1",
        ("3", "professionals"): "1",
    }
    tags = {(one["kind"], one["tag"]): one["contacts"] for one in rows(made.files["tags.csv"])}
    assert tags[("element", "joining")] == "3"
    assert tags[("principle", "principle-other")] == "3"
    assert "eigen woorden" not in made.files["tags.csv"].decode()
    (family,) = rows(made.files["families.csv"])
    assert (family["hours"], family["contacts"], family["network"]) == ("4.5", "3", "3")
    mother = next(one for one in rows(made.files["persons.csv"]) if one["role"] == "mother")
    assert mother["contacts"] == "3"


# Pseudonyms


def test_the_same_study_gives_the_same_pseudonyms_another_one_others(
    desk, ijsvogel, study, willing
):
    def names(made):
        return {one["person"] for one in rows(made.files["persons.csv"])}

    first, again = (names(research_export(desk, study)) for _time in range(2))
    other = names(research_export(desk, studies(desk, "Haaglanden")))
    assert first == again
    assert first.isdisjoint(other)
    assert all(re.fullmatch("[0-9a-f]{16}", one) for one in first | other)


def test_a_pseudonym_hangs_on_key_kind_family_and_id():
    one = pseudonym("a" * 32, "person", "wilg-0k4", "p-00001")
    assert one == pseudonym("a" * 32, "person", "wilg-0k4", "p-00001")
    others = {
        pseudonym("b" * 32, "person", "wilg-0k4", "p-00001"),
        pseudonym("a" * 32, "goal", "wilg-0k4", "p-00001"),
        pseudonym("a" * 32, "person", "wilg-0k5", "p-00001"),
        pseudonym("a" * 32, "person", "wilg-0k4", "p-00002"),
    }
    assert len(others | {one}) == 5


# Ages


@pytest.mark.parametrize(
    ("born", "day", "band"),
    [
        ("2012-02-29", date(2024, 2, 28), "4..11"),
        ("2012-02-29", date(2024, 2, 29), "12..15"),
        ("2012-02-29", date(2028, 2, 28), "12..15"),
        ("2012-02-29", date(2028, 2, 29), "16..17"),
        ("2012-02-29", date(2030, 2, 28), "16..17"),
        ("2012-02-29", date(2030, 3, 1), "18..22"),
        ("2026-05-11", date(2026, 5, 11), "0..3"),
        ("2026-05-12", date(2026, 5, 11), "unknown"),
        ("2022-05-11", date(2026, 5, 10), "0..3"),
        ("2022-05-11", date(2026, 5, 11), "4..11"),
        ("2003", date(2026, 5, 11), "unknown"),
        ("2002", date(2026, 5, 11), "23..34"),
        ("1990-07", date(2026, 5, 11), "35..49"),
        ("1976-05-11", date(2026, 5, 11), "50.."),
        ("2026-02-30", date(2026, 5, 11), "unknown"),
        (None, date(2026, 5, 11), "unknown"),
        ("2012-02-29", None, "unknown"),
    ],
)
def test_the_band_of_an_age(born, day, band):
    assert age_band(born, day) == band
    assert band in columns.AGE_BANDS


# Small numbers


def persons(**counts):
    """So many people with each role, each in a family of their own."""
    return [
        PERSONS.row(person=f"p{role}{number}", family=f"f{role}{number}", role=role)
        for role, count in counts.items()
        for number in range(count)
    ]


def shown_roles(found):
    place = PERSONS.place("role")
    return {role: sum(row[place] == role for row in found) for role in {r[place] for r in found}}


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ({"child": 5, "mother": 5}, {"child": 5, "mother": 5}),
        ({"child": 6, "mother": 4, "father": 4}, {"child": 6, SUPPRESSED: 8}),
        ({"child": 6, "mother": 5, "father": 4}, {"child": 6, SUPPRESSED: 9}),
        ({"child": 5, "mother": 4}, {SUPPRESSED: 9}),
        ({"child": 4}, {SUPPRESSED: 4}),
        ({"child": 9, "mother": 2, "father": 3}, {"child": 9, SUPPRESSED: 5}),
        ({}, {}),
    ],
)
def test_four_share_too_little_and_five_enough(counts, shown):
    found = hide_small(PERSONS, persons(**counts), 5)
    assert shown_roles(found) == shown


def test_what_only_one_has_is_shown_when_asked():
    assert shown_roles(hide_small(PERSONS, persons(child=1), 1)) == {"child": 1}
    assert shown_roles(hide_small(PERSONS, persons(child=2), 3)) == {SUPPRESSED: 2}


def test_one_person_with_many_rows_is_one_person():
    row = columns.MEASURES.row(person="p1", family="f1", instrument="wellbeing")
    found = hide_small(columns.MEASURES, [row] * 9, 5)
    assert {one[columns.MEASURES.place("instrument")] for one in found} == {SUPPRESSED}


def test_numbers_and_pseudonyms_stay():
    row = PERSONS.row(person="p1", family="f1", role="child", contacts=3)
    (found,) = hide_small(PERSONS, [row], 5)
    assert found[PERSONS.place("person")] == "p1"
    assert found[PERSONS.place("contacts")] == 3


@pytest.mark.parametrize(("count", "told"), [(0, "0"), (1, "<5"), (4, "<5"), (5, "5")])
def test_a_small_number_is_told_as_such(count, told):
    assert few(count, 5) == told


def test_the_summary_counts_only_what_is_shown():
    found = hide_small(PERSONS, persons(child=6, mother=4, father=4), 5)
    counted = [one for one in count_codes(PERSONS, found, 5) if one[0] == "role"]
    assert counted == [("role", "child", "6"), ("role", SUPPRESSED, "8")]
    lines = rows(summary_file([(PERSONS, found)], LeftOut(3, 0, 7, 0), 5))
    left = {one["column"]: one["count"] for one in lines if one["file"] == "left_out"}
    assert left == {"people": "<5", "families": "0", "not_whole": "7", "unreadable": "0"}


# The files


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+31", "'+31"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("|cmd", "'|cmd"),
        ("child", "child"),
        (-2, -2),
        (-2.5, -2.5),
        (None, ""),
        ("", ""),
    ],
)
def test_no_cell_is_carried_out_by_a_spreadsheet(cell, written):
    assert safe_cell(cell) == written


def test_a_hostile_cell_stays_one_cell():
    odd = ["=cmd|' /C calc'!A0", 'a"b', "a,b", "a\nb", "\u202e"]
    found = list(csv.reader(io.StringIO(csv_file(["x"] * 5, [odd]).decode(), newline="")))
    assert found[1] == ["'=cmd|' /C calc'!A0", 'a"b', "a,b", "a\nb", "\u202e"]


@pytest.mark.parametrize("spoken", ["en", "nl"])
def test_the_codebook_has_every_column_of_every_file(desk, ijsvogel, study, willing, spoken):
    language.use(spoken)
    made = research_export(desk, study)
    book = rows(made.files["codebook.csv"])
    told = {(one["file"], one["column"]) for one in book}
    for name, data in made.files.items():
        if name.endswith(".csv") and name != "codebook.csv":
            header = data.decode().splitlines()[0].split(",")
            assert {(name, column) for column in header} <= told
    assert all(one["meaning"] for one in book)
    assert {f"{table.name}.csv" for table in TABLES} < {one["file"] for one in book}


def test_the_codebook_says_what_a_code_means():
    book = {(one["file"], one["column"]): one for one in rows(codebook_file())}
    assert "mother = mother; father = father" in book["persons.csv", "role"]["codes"]
    assert SUPPRESSED in book["persons.csv", "role"]["codes"]
    assert "joining = " in book["tags.csv", "tag"]["codes"]
    assert book["families.csv", "hours"]["unit"] == "hours"
    assert book["families.csv", "hours"]["codes"] == ""


def test_the_page_to_read_first_tells_how_small_is_hidden():
    assert "fewer than 7" in read_first(7).decode()
    assert SUPPRESSED in read_first(7).decode()


def test_a_column_that_is_not_there_is_a_slip_of_ours():
    with pytest.raises(KeyError):
        PERSONS.row(name="Mila")


def test_the_files_are_for_this_user_only(desk, ijsvogel, study, willing, tmp_path):
    folder = tmp_path / "deep" / "data"
    check_folder(desk, folder)
    made = research_export(desk, study)
    keep(made, folder)
    assert {path.name for path in folder.iterdir()} == set(made.files)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert (folder / "persons.csv").read_bytes() == made.files["persons.csv"]


def test_a_folder_that_cannot_be_used(desk, tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").touch()
    (tmp_path / "file").touch()
    (tmp_path / "empty").mkdir()
    check_folder(desk, tmp_path / "empty")
    check_folder(desk, tmp_path / "new")
    for name in ("full", "file"):
        with pytest.raises(AlreadyExists, match="export-folder"):
            check_folder(desk, tmp_path / name)
    for inside in (desk.store.places.root / "data", desk.store.places.cases / "x"):
        with pytest.raises(WrongUse, match="export-in-store"):
            check_folder(desk, inside)


def test_a_disk_that_refuses_is_told(desk, ijsvogel, study, willing, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(DiskFailed):
        keep(research_export(desk, study), tmp_path / "file" / "data")


def test_an_empty_folder_becomes_private(desk, ijsvogel, study, willing, tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir(mode=0o755)
    keep(research_export(desk, study), folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


# Nobody can be found back


@pytest.fixture
def practice(demo_copy):
    """The practice store in which everybody said yes to a study."""
    places = Places(demo_copy)
    now = datetime(2026, 5, 11, 14, 30, tzinfo=UTC)
    desk = open_desk(places, read_device(places), now, random.Random(3))

    def everybody(loaded):
        case = loaded.case
        for child in case.family.people:
            for by in {child.id, *(one.holder for one in holders(case, child.id, desk.today))}:
                consent = Consent(
                    id=desk.new_id("consent", case),
                    purpose=Purpose.RESEARCH,
                    what="Onderzoek",
                    by=by,
                    about=(child.id,),
                    given_on=desk.today,
                )
                case = put(case, "consent", consent)
        return Change(case=case, act=Act(action="consent.give", subject="x"))

    for case_id in desk.store.case_ids():
        desk.change(case_id, everybody)
    return desk


CODES = {
    str(code.value)
    for table in TABLES
    for one in table.columns
    if isinstance(one.values, type)
    for code in one.values
}
"""Words of the program that may stand in a cell; a family may use the same ones."""


def found_in(data, texts):
    """The texts that stand in the rows of a file; a single small word only as a whole cell."""
    lines = rows(data)
    cells = {cell for one in lines for cell in one.values()}
    body = "\n".join(cell for cell in cells if not re.fullmatch("[0-9a-f]{16}", cell))
    return {one for one in texts if (one in cells if re.fullmatch("[a-z_]+", one) else one in body)}


def told_by(desk):
    """Every name, id and day in the store, and every text that somebody wrote."""
    texts, names = set(), set()
    for case_id in desk.store.case_ids():
        case = desk.load(case_id).case
        texts |= {case_id, case.trajectory.name}
        names |= set(case.trajectory.name.split()[1:])
        for person in case.family.people:
            names |= set(person.name.split())
        for located in records(case):
            texts.add(located.record.id)
            texts |= set(_texts(located.record))
    for one in desk.colleagues:
        names |= set(one.name.split())
        texts |= {one.id, one.name}
    texts -= CODES | set(definitions(desk))
    return {text for text in texts if len(text) > 3}, {n for n in names if n.istitle()} - {"Kind"}


def _texts(value):
    if isinstance(value, Record):
        for field in value.__struct_fields__:
            yield from _texts(getattr(value, field))
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, date):
        yield value.isoformat()
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield value


@pytest.mark.parametrize("spoken", ["en", "nl"])
def test_no_name_id_day_or_text_of_the_store_is_in_it(practice, spoken):
    language.use(spoken)
    study = studies(practice)
    well = find_instrument(practice, "wellbeing")
    for case_id in practice.store.case_ids():
        person = practice.load(case_id).case.family.people[0].id
        add_measurement(
            practice, case_id, well, {"stress": 3}, by=(person,), about=(person,), note="Geheim"
        )
    made = research_export(practice, study, smallest=1)
    assert made.people > 10
    assert made.families >= 2
    texts, names = told_by(practice)
    assert {"Geheim", "Onderzoek"} <= texts
    assert {"Sherida", "Koolmees", "Fenna", "Meerkoet"} <= names
    assert len([text for text in texts if re.fullmatch(r"\d{4}-\d\d-\d\d", text)]) > 100
    for name, data in made.files.items():
        whole = data.decode()
        words = set(re.findall(r"[\w.-]+", whole))
        assert names & words == set(), name
        if name not in ("codebook.csv", "README.txt"):
            assert found_in(data, texts) == set(), name
        assert not re.search(r"\d{4}-\d\d|\b\d{1,2}-\d{1,2}-\d{2,4}\b", whole), name
        assert study.key not in whole
        assert study.id not in whole


def test_the_order_of_the_rows_tells_nothing(practice):
    made = research_export(practice, studies(practice), smallest=1)
    for table in TABLES:
        found = [one["family"] for one in rows(made.files[f"{table.name}.csv"])]
        if table.columns[0].name == "family":
            assert found == sorted(found)


def test_every_family_of_the_practice_store_is_noted_once(practice):
    made = research_export(practice, studies(practice))
    assert len(made.noted) == len(set(made.noted)) >= 3
    for case_id in made.noted:
        last = practice.load(case_id).case.consent.disclosures[-1]
        assert last.recipient == "researcher"


def test_a_small_practice_store_tells_no_code_at_all(practice):
    made = research_export(practice, studies(practice), smallest=20)
    for one in rows(made.files["families.csv"]):
        assert {one[c.name] for c in columns.FAMILIES.columns if c.values is not None} == {
            SUPPRESSED
        }


def test_rows_of_nobody_are_no_rows(desk, ijsvogel, study):
    sheet = Sheet(study, TODAY, desk.norms, {}, ())
    assert list(rows_of(desk.load(ijsvogel.case).case, (), sheet)) == []
