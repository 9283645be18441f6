"""`fk contact`, typed as a coach types it."""

import io
import subprocess
import sys

import pytest

HOSTILE = "\x1b[2J\x1b]0;owned\x07[red]Jaylen[/red] {0} %s --on"


@pytest.fixture
def editor(tmp_path, monkeypatch):
    """Set the text editor to a small program of what it does to the text of the draft."""

    def use(change):
        program = tmp_path / "editor.py"
        program.write_text(
            "import pathlib, sys\n"
            "path = pathlib.Path(sys.argv[1])\n"
            "text = path.read_text(encoding='utf-8')\n"
            f"path.write_text({change}, encoding='utf-8')\n",
            encoding="utf-8",
        )
        monkeypatch.setenv("VISUAL", f"{sys.executable} {program}")

    return use


def drafts(tmp_path):
    return sorted((tmp_path / "store" / ".fk" / "drafts").iterdir())


def test_the_common_case_in_one_line(fk, data, ijsvogel, log):
    words = ("1,5", "huisbezoek", "We aten samen.", "--with", "mila,Jaylen", "--goal", "samen")
    added = fk("contact", "add", "ijsvogel", *words)
    assert (added.code, added.out) == (0, f"{added.id}\n")
    assert added.err == f"Contact {added.id}: conversation\n"
    (contact,) = data("contact", "list", ijsvogel.case)
    by = contact.pop("by")
    assert len(by) == 1
    assert contact == {
        "id": added.id,
        "on": "2026-11-21",
        "hours": 1.5,
        "place": "home",
        "present": [ijsvogel.mila, ijsvogel.jaylen],
        "goals": [ijsvogel.goal],
        "body": "We aten samen.",
    }
    assert log(ijsvogel.case)[0] == f"Contact {added.id}: conversation"


def test_every_option(fk, data, ijsvogel):
    words = ("--on", "gisteren", "--at", "15u30", "--kind", "practical", "--place", "office")
    more = ("--by", "yara", "--principle", "shared,involving", "--visible-to", "team,Mila")
    rest = ("--about", "oom", "--set", "source=school", "--set", "nature=fact")
    assert fk("contact", "add", ijsvogel.case, "40m", *words, *more, *rest).code == 0
    (contact,) = data("contact", "list", ijsvogel.case)
    assert (contact["on"], contact["at"], contact["hours"]) == ("2026-11-20", "15:30", 0.5)
    assert (contact["kind"], contact["place"]) == ("practical", "office")
    assert (contact["visible_to"], contact["about"]) == (["team", ijsvogel.mila], [ijsvogel.ali])
    assert (contact["source"], contact["nature"]) == ("school", "fact")
    first, _second, third = data("principle", "list")
    assert contact["principles"] == [first["id"], third["id"]]
    shown = fk("contact", "show", ijsvogel.case, contact["id"]).out
    for text in ("15:30", "½ hour", "about whom: Oom Ali", "who may read it: team, Mila", "fact"):
        assert text in shown
    assert "source: school" in shown


def test_a_rounding_is_said(fk, ijsvogel):
    assert "became ½ hour" in fk("contact", "add", ijsvogel.case, "40m").err


def test_a_note_from_standard_input(fk, data, ijsvogel, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("First line\n\nThird line\n"))
    fk("contact", "add", ijsvogel.case, "1", "-")
    assert data("contact", "list", ijsvogel.case)[0]["body"] == "First line\n\nThird line"


def test_hostile_text_stays_text(fk, data, ijsvogel, log):
    added = fk("contact", "add", ijsvogel.case, "home", "--", HOSTILE)
    assert added.code == 0
    (contact,) = data("contact", "list", ijsvogel.case)
    assert contact["body"] == HOSTILE.replace("\x1b", "").replace("\x07", "")
    for shown in (
        fk("contact", "list", ijsvogel.case),
        fk("contact", "show", ijsvogel.case, added.id),
    ):
        assert "[red]Jaylen[/red] {0} %s" in shown.out
        assert "\x1b" not in shown.out
    assert log(ijsvogel.case)[0] == f"Contact {added.id}: conversation"


@pytest.mark.parametrize("option", ["--with", "--about", "--by", "--goal", "--visible-to"])
def test_somebody_who_is_not_there_is_refused(fk, data, ijsvogel, option):
    refused = fk("contact", "add", ijsvogel.case, "1", option, "Nobody")
    assert (refused.code, refused.out) == (4, "")
    assert data("contact", "list", ijsvogel.case) == []


def test_more_than_one_is_told_with_candidates(fk, ijsvogel):
    twin = fk("person", "add", ijsvogel.case, "Milan", "--role", "child").id
    refused = fk("contact", "add", ijsvogel.case, "1", "--with", "mi")
    assert refused.code == 4
    assert "Mila" in refused.err
    assert "Milan" in refused.err
    assert twin not in refused.err


def test_edit_by_set(fk, data, ijsvogel):
    added = fk("contact", "add", ijsvogel.case, "1", "home")
    settings = ("--set", "hours=2", "--set", "place=school", "--set", "present=jay")
    assert fk("contact", "edit", ijsvogel.case, added.id, *settings).code == 0
    (contact,) = data("contact", "list", ijsvogel.case)
    assert (contact["hours"], contact["place"]) == (2, "school")
    assert contact["present"] == [ijsvogel.jaylen]
    assert fk("contact", "edit", ijsvogel.case, added.id, "--set", "hours=2").code == 2


def test_list_of_a_period_and_as_it_was(fk, data, ijsvogel):
    fk("contact", "add", ijsvogel.case, "1", "--on", "2026-11-03")
    fk("contact", "add", ijsvogel.case, "2", "--on", "2026-11-18", "--with", "Jaylen")
    period = ("--from", "2026-11-10", "--to", "2026-11-30")
    assert [one["hours"] for one in data("contact", "list", ijsvogel.case, *period)] == [2]
    shown = fk("contact", "list", ijsvogel.case).out.splitlines()
    assert shown[1].split()[1:5] == ["Wed", "18", "Nov", "2026"]
    assert "Jaylen" in shown[1]
    assert fk("contact", "list", ijsvogel.case, "--at", "2026-11-20").code == 4
    assert "gesprek" in fk("contact", "list", ijsvogel.case, lang="nl").out


def test_show_by_its_day_and_for_a_program(fk, data, ijsvogel):
    added = fk("contact", "add", ijsvogel.case, "1", "--on", "vr")
    assert data("contact", "show", ijsvogel.case, "20-11")["id"] == added.id
    assert fk("contact", "show", ijsvogel.case, "c-zzzzz").code == 4


def test_written_in_an_editor(fk, data, ijsvogel, editor, tmp_path):
    editor("text.replace('# present: [ ]', 'present: [jay]') + 'What was said\\n'")
    added = fk("contact", "add", ijsvogel.case, "1", "school", "-e", "--goal", "samen")
    assert added.code == 0
    (contact,) = data("contact", "list", ijsvogel.case)
    assert (contact["id"], contact["body"]) == (added.id, "What was said")
    assert (contact["hours"], contact["place"]) == (1, "school")
    assert (contact["present"], contact["goals"]) == ([ijsvogel.jaylen], [ijsvogel.goal])
    assert drafts(tmp_path) == []


def test_a_draft_that_cannot_be_saved_is_kept_and_gone_on_with(
    fk, data, ijsvogel, editor, tmp_path
):
    editor("text.replace('# present: [ ]', 'present: [Nobody]') + 'Long text\\n'")
    refused = fk("contact", "add", ijsvogel.case, "-e")
    (draft,) = drafts(tmp_path)
    assert refused.code == 4
    assert str(draft) in refused.err
    assert "Long text" in draft.read_text(encoding="utf-8")
    assert data("contact", "list", ijsvogel.case) == []

    editor("text.replace('Nobody', 'Mila')")
    again = fk("contact", "add", ijsvogel.case, "-e")
    assert again.code == 0
    assert "Going on with what was written earlier" in again.err
    (contact,) = data("contact", "list", ijsvogel.case)
    assert (contact["body"], contact["present"]) == ("Long text", [ijsvogel.mila])
    assert drafts(tmp_path) == []


def test_edit_in_an_editor(fk, data, ijsvogel, editor, tmp_path):
    added = fk("contact", "add", ijsvogel.case, "1", "home", "Old words", "--with", "Mila")
    editor("text.replace('Old words', 'New words').replace('Mila', 'Jaylen')")
    edited = fk("contact", "edit", ijsvogel.case, added.id, "-e", "--set", "hours=2")
    assert edited.err == f"Contact {added.id}: hours, who were there, note\n"
    (contact,) = data("contact", "list", ijsvogel.case)
    assert (contact["body"], contact["hours"]) == ("New words", 2)
    assert contact["present"] == [ijsvogel.jaylen]
    assert drafts(tmp_path) == []


def test_in_a_process_of_its_own(fk, ijsvogel):
    done = subprocess.run(
        [sys.executable, "-m", "fktui", "contact", "add", ijsvogel.case, "1", "-"],
        input="uit een pijp\n",
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("c-")
    assert "uit een pijp" in fk("contact", "list", ijsvogel.case).out
