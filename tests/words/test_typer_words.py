"""Typer speaks our language."""

import subprocess
import sys

import pytest
import tiny_program
import typer

from fktui.words.tables.typer_words import bind_typer, say_usage_error, typer_message

COMMANDS = typer.core.TyperCommand.context_class


@pytest.fixture
def fk(monkeypatch, capsys):
    """The tiny program in this process; Typer is as it was when the test is done."""
    monkeypatch.setattr(typer.core, "_", typer.core._)
    monkeypatch.setattr(COMMANDS, "formatter_class", COMMANDS.formatter_class)
    monkeypatch.setenv("COLUMNS", "100")
    bind_typer(typer.core)
    bind_typer(typer.core)

    def run(language, *arguments):
        tiny_program.main(language, *arguments)
        return capsys.readouterr().out.rstrip("\n")

    return run


def run_alone(language, *arguments):
    """The tiny program in a process of its own, on a computer that is set to English."""
    command = [sys.executable, tiny_program.__file__, language, *arguments]
    environment = {"PATH": "/usr/bin:/bin", "COLUMNS": "100", "LANG": "en_US.UTF-8"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return done.stdout.rstrip("\n")


@pytest.mark.parametrize("arguments", ["--help", "visit --help", "visit", "visit a --count q"])
def test_process_of_its_own_says_the_same(fk, arguments):
    said = run_alone("nl", *arguments.split())
    assert said == fk("nl", *arguments.split())
    assert said.startswith("Gebruik: fk")


def test_help_is_dutch_from_its_first_word_to_its_last(fk):
    page = fk("nl", "visit", "--help")
    assert page.splitlines()[:2] == ["Gebruik: fk visit [OPTIES] {name}", ""]
    assert "  morgen" in page
    for word in ("Gegevens:", "[verplicht]", "Opties:", "gisteren", "standaard: 1", "Toon deze"):
        assert word in page
    assert "omgevingsvariabele: FK_DUE" in page
    for word in ("Usage", "Options", "Show", "default", "required", "tomorrow", "yesterday"):
        assert word not in page


def test_list_of_commands_is_dutch(fk):
    page = fk("nl", "--help")
    assert "Gebruik: fk [OPTIES] OPDRACHT [GEGEVENS]..." in page
    assert "Opdrachten:" in page
    assert "visit" in page
    assert "morgen" in page
    assert "Kept as it is." in page


def test_english_stays_as_typer_writes_it(fk):
    assert fk("en", "visit", "--help").startswith("Usage: fk visit [OPTIONS] {name}")
    assert fk("en", "visit") == (
        "Usage: fk visit [OPTIONS] {name}\nTry 'fk visit --help' for help.\n\n"
        "Error: Missing argument 'name'."
    )
    assert fk("en", "nothing").endswith("Error: No such command 'nothing'.")


def test_error_tells_usage_help_and_what_is_wrong(fk):
    assert fk("nl", "visit") == (
        "Gebruik: fk visit [OPTIES] {name}\nMeer uitleg: 'fk visit --help'.\n\n"
        "Fout: 'name' ontbreekt."
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("nothing", "De opdracht 'nothing' bestaat niet."),
        ("visit a b", "Dit staat er te veel: b"),
        ("visit a --cuont 2", "De optie --cuont bestaat niet. (Misschien: --count)"),
        ("visit a --qq", "De optie --qq bestaat niet."),
        ("visit a --count", "Bij de optie '--count' hoort een waarde."),
        ("visit a --pair 1", "Bij de optie '--pair' horen 2 waarden."),
        ("visit a --sure=yes", "Bij de optie '--sure' hoort geen waarde."),
        ("visit a --count q", "'--count' klopt niet: 'q' is geen heel getal."),
        ("visit a --count -3", "'--count' klopt niet: -3 valt buiten x>=0."),
        ("visit a --size q", "'--size' klopt niet: 'q' is geen getal."),
        ("visit a --mood so", "'--mood' klopt niet: 'so' is geen van 'good', 'bad'."),
        ("visit a --folder zz", "'--folder' klopt niet: Map 'zz' bestaat niet."),
        ("other", "'mood' ontbreekt. Kies uit:\n\tgood,\n\tbad"),
        ("other good", "De optie '--goal' ontbreekt."),
    ],
)
def test_every_wrong_command_is_answered_in_dutch(fk, arguments, sentence):
    assert fk("nl", *arguments.split()).partition("Fout: ")[2] == sentence


def test_group_without_command_shows_its_help(fk):
    page = fk("nl", "goals")
    assert page.startswith("Gebruik: fk goals [OPTIES] OPDRACHT")
    assert "Fout" not in page


def test_program_that_is_started_inherits_no_language():
    assert run_alone("nl", "child") == "['LANG']"


def test_language_of_the_help_follows_the_user(fk):
    assert fk("nl", "--help").startswith("Gebruik")
    assert fk("en", "--help").startswith("Usage")


def test_sentence_we_do_not_know_stays(dutch):
    assert typer_message("Something new.") == "Something new."


def test_error_without_a_command_has_no_usage(dutch):
    assert say_usage_error(typer.BadParameter("'q' is not a valid int.")) == (
        "Fout: Dit klopt niet: 'q' is geen heel getal."
    )


def test_binding_again_changes_nothing(fk):
    formatter = COMMANDS.formatter_class
    bind_typer(typer.core)
    assert COMMANDS.formatter_class is formatter
