"""The store and what is around it: init, new-case, paths, config, schema, doctor, completion."""

import json
import subprocess

import pytest

from fktui.settings import config_file, read_settings, write_settings
from fktui.store.places import Places

# --- init --------------------------------------------------------------------------------------


@pytest.fixture
def bare(fk, tmp_path, monkeypatch):
    """`fk` in an empty folder, with no store anywhere."""
    monkeypatch.setenv("FK_STORE", "")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "fresh"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return fk


def test_init_makes_a_store_without_any_git_identity(bare, tmp_path):
    ran = bare("init", "--name", "Yara Meerkoet", "--team", "Team Demo", "--email", "y@x.invalid")
    root = tmp_path / "work" / "FamilieKracht"
    assert (ran.code, ran.out) == (0, f"{root}\n")
    assert "fk new-case" in ran.err
    assert "Yara Meerkoet" in (root / "team" / "team.yaml").read_text(encoding="utf-8")
    words = ["git", "-C", root / "team", "log", "--format=%an <%ae> %s"]
    said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert said.startswith("Yara Meerkoet <t-")
    assert read_settings().store == str(root)
    assert bare("new-case", "Gezin Wulp").code == 0


def test_init_speaks_the_language_that_was_asked(bare, tmp_path):
    ran = bare("init", "hier", "--name", "Yara", "--lang", "nl")
    assert ran.code == 0
    team = tmp_path / "work" / "hier" / "team"
    assert "language: nl" in (team / "fk.yaml").read_text(encoding="utf-8")
    assert (team / "README.md").read_text(encoding="utf-8").startswith("# Het team")


@pytest.mark.parametrize("how", ["argument", "flag", "environment"])
def test_init_goes_where_it_is_told(bare, tmp_path, monkeypatch, how):
    wanted = tmp_path / "there" / "deep"
    words = {"argument": (wanted,), "flag": ("--store", wanted), "environment": ()}[how]
    if how == "environment":
        monkeypatch.setenv("FK_STORE", str(wanted))
    assert bare("init", *words, "--name", "Yara").out == f"{wanted}\n"
    assert Places(wanted).exists


def test_init_twice_changes_nothing(bare, tmp_path):
    bare("init", "--name", "Yara")
    before = (tmp_path / "work" / "FamilieKracht" / "team" / "fk.yaml").read_bytes()
    ran = bare("init", "--name", "Bas")
    assert (ran.code, ran.out) == (4, "")
    assert (tmp_path / "work" / "FamilieKracht" / "team" / "fk.yaml").read_bytes() == before


def test_init_keeps_the_usual_store_and_says_so(bare, tmp_path):
    bare("init", "een", "--name", "Yara")
    ran = bare("init", "twee", "--name", "Yara")
    assert read_settings().store == str(tmp_path / "work" / "een")
    assert "fk config store" in ran.err


def test_init_takes_the_place_of_a_practice_store(bare, tmp_path, demo_copy):
    assert bare("config", "store", demo_copy).code == 0
    bare("init", "echt", "--name", "Yara")
    assert read_settings().store == str(tmp_path / "work" / "echt")


def test_init_where_nothing_can_be_made_is_no_bug(bare, tmp_path):
    (tmp_path / "work" / "file").write_text("x", encoding="utf-8")
    ran = bare("init", tmp_path / "work" / "file" / "store", "--name", "Yara")
    assert (ran.code, ran.out) == (9, "")
    assert ran.err.strip()


# --- new-case ----------------------------------------------------------------------------------


def test_new_case_prints_its_id_first(fk, tmp_path, log):
    ran = fk(
        "new-case", "Familie Wulp", "--start", "2-11", "--referrer", "OKT Demo", "--second", "yara"
    )
    assert ran.out == f"{ran.id}\n"
    assert str(tmp_path / "store" / "cases" / ran.id) in ran.err
    assert log(ran.id) == ["Family record opened"]
    head = json.loads(fk("show", ran.id, "--json").out)["data"]["trajectory"]
    assert head["name"] == "Familie Wulp"
    assert head["phases"][0]["started_on"] == "2026-11-02"
    assert head["second"] == head["coach"]


def test_new_case_speaks_dutch(fk, log):
    ran = fk("new-case", "Gezin Wulp", lang="nl")
    assert "Dossier" in ran.err
    assert log(ran.id) == ["Family record opened"], "the history has the language of the store"
    assert fk("case", "new", "Gezin Merel").code == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [((" ",), 2), (("Wulp", "--start", "someday"), 2), (("Wulp", "--coach", "Nobody"), 4)],
)
def test_new_case_refuses_and_makes_nothing(fk, tmp_path, words, code):
    ran = fk("new-case", *words)
    assert (ran.code, ran.out) == (code, "")
    assert list((tmp_path / "store" / "cases").iterdir()) == []


# --- paths, config -----------------------------------------------------------------------------


def test_paths_are_told_for_people_and_programs(fk, tmp_path):
    found = json.loads(fk("paths", "--json").out)
    assert (found["fk"], found["kind"]) == (1, "paths")
    assert found["data"]["store"] == str(tmp_path / "store")
    assert found["data"]["settings"] == str(config_file())
    assert str(tmp_path / "store" / "cases") in fk("paths").out


def test_config_is_set_shown_and_cleared(fk, tmp_path):
    assert fk("config", "editor", "nano -w").out == "editor = nano -w\n"
    assert json.loads(fk("config", "--json").out)["data"]["editor"] == "nano -w"
    assert "language = \n" in fk("config").out
    assert str(config_file()) in fk("config").err
    assert fk("config", "editor", "").out == "editor = \n"
    assert "editor" not in config_file().read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("colour", "red"), 2),
        (("language", "fr"), 2),
        (("store", "/nowhere"), 3),
        (("colour",), 2),
        (("theme", "pink"), 2),
        (("signs", "few"), 2),
        (("idle_minutes", "soon"), 2),
        (("idle_minutes", "-1"), 2),
        (("idle_minutes", "601"), 2),
        (("keys", "x"), 2),
    ],
)
def test_config_refuses_what_it_does_not_know(fk, words, code):
    before = config_file().read_bytes()
    assert fk("config", *words).code == code
    assert config_file().read_bytes() == before


@pytest.mark.parametrize(
    ("key", "value"),
    [("theme", "fk-light"), ("signs", "plain"), ("idle_minutes", "0"), ("idle_minutes", "600")],
)
def test_config_knows_the_settings_of_the_screen(fk, key, value):
    assert fk("config", key, value).out == f"{key} = {value}\n"
    assert getattr(read_settings(), key) == value
    assert fk("config", key, "").code == 0
    assert getattr(read_settings(), key) == ""


def test_config_shows_keys_of_ones_own_and_leaves_them(fk):
    write_settings(read_settings()._replace(keys={"contact": "k"}))
    assert "keys.contact = k\n" in fk("config").out
    assert json.loads(fk("config", "--json").out)["data"]["keys"] == {"contact": "k"}
    fk("config", "signs", "plain")
    assert read_settings().keys == {"contact": "k"}


def test_the_language_of_the_settings_is_spoken(fk, tmp_path, monkeypatch):
    monkeypatch.setenv("FK_STORE", "")
    monkeypatch.chdir(tmp_path)
    fk("config", "store", "")
    fk("config", "language", "nl")
    assert "Alle gezinnen" in fk("--help", lang="").out


def test_settings_that_are_broken_are_told_with_their_file(fk, koolmees, monkeypatch, tmp_path):
    config_file().write_text("store = nothing here\n", encoding="utf-8")
    ran = fk("config")
    assert ran.code == 2
    assert str(config_file()) in ran.err
    assert fk("show", koolmees).code == 0


def test_settings_that_cannot_be_written_are_no_bug(fk, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    assert fk("config", "editor", "nano").code == 9


# --- schema, doctor, completion ----------------------------------------------------------------


def test_schema_lists_its_kinds_and_prints_json(fk):
    kinds = [line.split()[0] for line in fk("schema").out.splitlines()[1:]]
    assert kinds[:3] == ["case", "intake", "family"]
    for kind in kinds:
        assert json.loads(fk("schema", kind).out)["$schema"]
    assert fk("schema", "moon").code == 4


def test_doctor_ends_with_8_when_something_asks_for_attention(fk, koolmees, tmp_path):
    ran = fk("doctor")
    assert ran.code == 0, ran.out
    assert "×" not in ran.out
    assert json.loads(fk("doctor", "--json").out)["data"][0]["code"] == "git"
    (tmp_path / "store" / ".fk").chmod(0o755)
    ran = fk("doctor", lang="nl")
    assert ran.code == 8
    assert "× " in ran.out
    assert ran.err.strip()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_completion_is_a_script_for_the_shell(fk, shell):
    ran = fk("completion", shell)
    assert ran.code == 0
    assert "_FK_COMPLETE" in ran.out


def test_completion_for_a_shell_that_is_none(fk):
    assert fk("completion", "dos").code == 2


def test_completion_knows_families_people_and_goals(fk, koolmees, monkeypatch, capsys):
    fk("goal", "add", koolmees, "Samen eten")
    fk("person", "add", koolmees, "Mila", "--role", "child")
    fk("network", "add", koolmees, "Glenn", "--sector", "family", "--ring", "1")

    def offered(*words, last=""):
        line = " ".join(("fk", *words, last))
        monkeypatch.setenv("_FK_COMPLETE", "complete_bash")
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(words) + 1))
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            fk()
        monkeypatch.delenv("_FK_COMPLETE")
        assert left.value.code == 0
        return capsys.readouterr().out

    assert "goal" in offered(last="go")
    assert koolmees in offered("show", last=koolmees[:3])
    assert "koolmees" in offered("show", last="kool")
    fk("new-case", "Gezin kool$(id)")
    assert "$" not in offered("show", last="kool")
    assert offered("show", last="zzz").strip() == ""
    assert "g-" in offered("goal", "score", koolmees, last="")
    assert "g-" not in offered("goal", "score", koolmees, last="zzz")
    assert "g-" not in offered("goal", "score", "nobody", last="")
