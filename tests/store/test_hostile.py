"""S1: a `.git` that came on a stick runs a program under plain Git, and never under fk."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from family_folder import BY, assert_sound, plain_git, put, text

from fktui.errors import NotFound, Unsafe
from fktui.store.git import objects, program
from fktui.store.repository import Repository
from fktui.store.repository.workplace import enter


class Trap(NamedTuple):
    """How a folder is made evil, and the everyday Git commands that spring it."""

    config: str
    commands: tuple[str, ...]
    files: tuple[tuple[str, str], ...] = ()


# {payload} is a program that leaves a mark; {config} a file that only sets core.fsmonitor.
TRAPS = {
    "fsmonitor": Trap("[core]\n\tfsmonitor = {payload}\n", ("status",)),
    "hooksPath": Trap("[core]\n\thooksPath = {hooks}\n", ("commit --allow-empty -m x",)),
    "editor": Trap("[core]\n\teditor = {payload}\n", ("commit --allow-empty",)),
    "pager": Trap("[core]\n\tpager = {payload}\n", ()),  # only on a terminal, so no control
    "sshCommand": Trap("[core]\n\tsshCommand = {payload}\n", ("fetch ssh://host.invalid/x",)),
    "askPass": Trap("[core]\n\taskPass = {payload}\n", ("-c credential.helper= credential fill",)),
    "credential": Trap("[credential]\n\thelper = !{payload}\n", ("credential fill",)),
    "clean": Trap(
        '[filter "x"]\n\tclean = {payload}\n',
        ("add .",),
        (
            (".git/info/attributes", "* filter=x\n"),
            ("case.yaml", "other\n"),
        ),
    ),
    "smudge": Trap(
        '[filter "x"]\n\tsmudge = {payload}\n',
        ("checkout-index -f -a",),
        (
            (".git/info/attributes", "* filter=x\n"),
            ("case.yaml", "other\n"),
        ),
    ),
    "process": Trap(
        '[filter "x"]\n\tprocess = {payload}\n\trequired\n',
        ("add .",),
        (
            (".git/info/attributes", "* filter=x\n"),
            ("case.yaml", "other\n"),
        ),
    ),
    "external": Trap("[diff]\n\texternal = {payload}\n", ("diff",), (("case.yaml", "other\n"),)),
    "textconv": Trap(
        '[diff "x"]\n\ttextconv = {payload}\n',
        ("log -p",),
        ((".git/info/attributes", "* diff=x\n"),),
    ),
    "diffCommand": Trap(
        '[diff "x"]\n\tcommand = {payload}\n',
        ("diff",),
        (
            (".git/info/attributes", "* diff=x\n"),
            ("case.yaml", "other\n"),
        ),
    ),
    "include": Trap("[include]\n\tpath = {config}\n", ("status",)),
    "includeIf": Trap('[includeIf "gitdir/i:**"]\n\tpath = {config}\n', ("status",)),
    "uploadpack": Trap('[remote "r"]\n\turl = .\n\tuploadpack = {payload}\n', ("fetch r",)),
    "insteadOf": Trap(
        '[url "ext::{payload} "]\n\tinsteadOf = https://\n[protocol "ext"]\n\tallow = always\n',
        ("fetch https://host.invalid/x",),
    ),
    "gpg": Trap(
        "[gpg]\n\tprogram = {payload}\n[commit]\n\tgpgSign = true\n", ("commit --allow-empty -m x",)
    ),
    "alias": Trap("[alias]\n\tstory = !{payload}\n", ("story",)),
    "one line": Trap("[core] fsmonitor = {payload}\n", ("status",)),
    "two lines": Trap("[core]\n\tfsmon\\\nitor = x\n\tfsmonitor = {payload}\n", ()),
    "worktree": Trap("[core]\n\tworktree = {elsewhere}\n", ()),
    "extension": Trap(
        "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tworktreeConfig = true\n",
        ("status",),
        ((".git/config.worktree", "[core]\n\tfsmonitor = {payload}\n"),),
    ),
}

ASKED = b"protocol=https\nhost=host.invalid\n\n"


class Evil:
    """A family's folder with a trap in it, and the mark that shows that it was sprung."""

    def __init__(self, family: Repository, home: Path) -> None:
        self.folder, self.mark = family.folder, home / "ran"
        self.payload = self._program(home / "payload")
        (home / "hooks").mkdir()
        for hook in ("pre-commit", "post-commit", "reference-transaction", "post-index-change"):
            self._program(home / "hooks" / hook)
        (home / "config").write_text(f"[core]\n\tfsmonitor = {self.payload}\n")
        self.places = {
            "payload": str(self.payload),
            "hooks": str(home / "hooks"),
            "config": str(home / "config"),
            "elsewhere": str(home),
        }

    def _program(self, place: Path) -> Path:
        place.write_text(f'#!/bin/sh\ntouch "{self.mark}"\nexit 1\n')
        place.chmod(0o755)
        return place

    def set(self, trap: Trap) -> None:
        for path, words in trap.files:
            (self.folder / path).write_text(self._filled(words))
        with (self.folder / ".git" / "config").open("a") as config:
            config.write(self._filled(trap.config))

    def _filled(self, words: str) -> str:
        for name, value in self.places.items():
            words = words.replace("{" + name + "}", value)
        return words


@pytest.fixture
def evil(family, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    return Evil(family, home)


def everything(family: Repository) -> list[Callable[[], object]]:
    """Each thing that can be asked of a repository."""
    return [
        family.recover,
        family.read,
        family.head,
        family.history,
        lambda: family.history("case.yaml", 3),
        family.hand_edits,
        family.fsck,
        family.repair,
        lambda: family.revision_on(BY.at),
        lambda: family.files_at("0" * 40),
        lambda: family.commit_files("0" * 40),
        lambda: family.changed_files(None, "0" * 40),
        lambda: family.save({"case.yaml": b"1"}, {"case.yaml": None}, text("x"), BY),
        lambda: family.lock().__enter__(),
    ]


@pytest.mark.parametrize("name", [name for name, trap in TRAPS.items() if trap.commands])
def test_the_control_plain_git_runs_the_payload(evil, name):
    evil.set(TRAPS[name])
    for command in TRAPS[name].commands:
        plain_git(evil.folder, *command.split(), status=None, given=ASKED)
    assert evil.mark.exists()


@pytest.mark.parametrize("name", TRAPS)
def test_fk_refuses_loudly_and_runs_nothing(evil, name):
    evil.set(TRAPS[name])
    family = Repository(evil.folder)
    for ask in everything(family):
        with pytest.raises(Unsafe):
            ask()
    assert not evil.mark.exists()


def test_hooks_in_the_folder_run_under_plain_git_and_never_under_fk(evil):
    hooks = evil.folder / ".git" / "hooks"
    Path(evil.places["hooks"]).rename(hooks)
    family = Repository(evil.folder)
    put(family, {"case.yaml": b"1\n"})
    plain_git(evil.folder, "read-tree", "HEAD", status=None)
    assert evil.mark.exists()
    evil.mark.unlink()
    plain_git(evil.folder, "-c", "core.hooksPath=/none", "update-index", "--index-version", "4")
    put(family, {"case.yaml": b"2\n"})
    family.history()
    family.files_at(family.head())
    family.fsck()
    family.repair()
    assert not evil.mark.exists()


def test_attributes_in_the_folder_change_no_byte(family):
    put(family, {"case.yaml": b"a\r\nb $Id$\n"})
    (family.folder / ".gitattributes").write_text("* text eol=crlf ident\n")
    assert family.files_at(family.head())["case.yaml"] == b"a\r\nb $Id$\n"
    assert family.hand_edits() == ()
    plain_git(family.folder, "checkout", "--", "case.yaml")
    assert (family.folder / "case.yaml").read_bytes() == b"a\r\nb $Id$\n"


@pytest.mark.parametrize(
    "name",
    [
        "commondir",
        "gitdir",
        "config.worktree",
        "shallow",
        "worktrees/x",
        "modules/x",
        "info/grafts",
        "objects/info/alternates",
        "refs/replace/" + "0" * 40,
    ],
)
def test_what_makes_git_look_elsewhere_is_refused(family, name):
    place = family.folder / ".git" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("../../elsewhere\n")
    with pytest.raises(Unsafe) as caught:
        family.head()
    assert caught.value.code == "git-elsewhere"


@pytest.mark.parametrize("name", ["objects", "refs", "refs/heads", "fk", "info", "HEAD", "config"])
def test_a_link_inside_git_is_refused(family, tmp_path, name):
    place = family.folder / ".git" / name
    place.rename(tmp_path / "moved")
    place.symlink_to(tmp_path / "moved")
    with pytest.raises(Unsafe) as caught:
        family.head()
    assert (caught.value.code, caught.value.facts["found"]) == ("git-link", name)


def test_a_linked_worktree_is_refused(family, tmp_path):
    plain_git(family.folder, "worktree", "add", "-q", "--detach", str(tmp_path / "linked"))
    with pytest.raises(Unsafe) as caught:
        Repository(tmp_path / "linked").read()
    assert (caught.value.code, caught.value.facts["found"]) == ("git-link", "file")
    with pytest.raises(Unsafe):
        family.read()


def test_a_folder_that_is_a_link_is_refused(family, tmp_path):
    (tmp_path / "door").symlink_to(family.folder)
    with pytest.raises(Unsafe) as caught:
        Repository(tmp_path / "door").read()
    assert (caught.value.code, caught.value.facts["found"]) == ("git-link", "symlink")
    with pytest.raises(Unsafe):
        Repository(tmp_path / "door").repair()


def test_a_folder_without_history_and_no_folder_at_all(tmp_path):
    (tmp_path / "plain").mkdir()
    for folder, code in ((tmp_path / "plain", "no-history"), (tmp_path / "none", "no-folder")):
        for ask in everything(Repository(folder)):
            with pytest.raises(NotFound) as caught:
                ask()
            assert caught.value.code == code


def test_a_history_above_the_folder_is_not_taken_for_its_own(family):
    inner = family.folder / "contacts"
    with pytest.raises(NotFound):
        Repository(inner).history()


@pytest.mark.parametrize(
    "config",
    [
        "",
        "# a note\n; another\n\n",
        "[core]\n\tbare = false\n\tfileMode = true\n\tignoreCase\n",
        '[user]\n\tname = Anna Test\n\temail = anna@example.invalid\n[fk "share"]\n\tkey = a/b\n',
        "[core]\r\n\tsymlinks = false\r\n",
    ],
)
def test_harmless_settings_pass(family, config):
    (family.folder / ".git" / "config").write_bytes(config.encode())
    put(family, {"case.yaml": b"1\n"})
    assert len(family.history()) == 2


@pytest.mark.parametrize(
    "line",
    [
        "[core]\n\trepositoryformatversion = 1",
        "[core]\n\tbare = true",
        "[core]\n\tsymlinks = perhaps",
        "[core]\n\tsymlinks = false # a note",
        '[core]\n\tsymlinks = "false"',
        "[core]\n\tsymlinks = fal\\\nse",
        '[core "x"]\n\tsymlinks = false',
        "[user]\n\tsigningKey = x",
        "[gc]\n\tauto = 1",
        "[core",
        "\tfsmonitor = x",
        "[core]\n\t= x",
        "[core]\n\tsymlinks\0 = false",
    ],
)
def test_any_other_line_is_refused_with_its_number(family, line):
    (family.folder / ".git" / "config").write_text(line + "\n")
    with pytest.raises(Unsafe) as caught:
        family.head()
    assert caught.value.code == "git-config"
    assert caught.value.facts["line"] in (1, 2)


@pytest.mark.parametrize("path", ["../x.yaml", "/dev/x", ".git/hooks/post-commit", "a/../../x"])
def test_a_journal_in_a_foreign_folder_cannot_lead_outside(family, path):
    private, head = family.folder / ".git" / "fk", family.head()
    blob = enter(family.folder).objects.listing(head)["case.yaml"].id
    promise = {"base": head, "commit": head}
    promise["files"] = [{"path": path, "before": None, "after": blob}]
    (private / "journal.json").write_text(json.dumps(promise))
    assert family.recover().aside == ("journal.json",)
    assert (private / "aside" / "journal.json").exists()
    assert not (family.folder / path).exists()
    assert_sound(family.folder)


@pytest.mark.parametrize("name", TRAPS)
def test_the_settings_on_the_command_line_hold_on_their_own(evil, name):
    """Even past the allow-list, no command that fk uses springs a trap."""
    head = Repository(evil.folder).head()
    evil.set(TRAPS[name])
    git_folder = evil.folder / ".git"
    for words in (
        ["log", "-z", "--topo-order", head, "--", "case.yaml"],
        ["ls-tree", "-r", "-z", head],
        ["diff-tree", "-r", "-z", "--raw", objects.EMPTY_TREE, head, "--"],
        ["cat-file", "--batch"],
        ["rev-list", "--objects", "--all"],
        ["fsck", "--full"],
    ):
        program.ask(git_folder, words)
    entry = f"100644 {'1' * 40}\tnew.yaml\0".encode()
    program.ask(git_folder, ["update-index", "-z", "--index-info"], given=entry)
    assert not evil.mark.exists()


def test_what_is_said_about_a_setting_holds_no_secret(family):
    config = '[url "https://anna:secret@host.invalid/"]\n\tinsteadOf = x\n'
    (family.folder / ".git" / "config").write_text(config)
    with pytest.raises(Unsafe) as caught:
        family.head()
    assert caught.value.facts == {"where": "ijsvogel-k4f", "found": "[url", "line": 1}


def test_a_link_put_in_the_place_of_a_file_is_not_written_through(family, tmp_path):
    outside = tmp_path / "outside"
    outside.write_bytes(b"theirs")
    (family.folder / "plan.yaml").unlink()
    (family.folder / "plan.yaml").symlink_to(outside)
    with pytest.raises(Unsafe):
        family.save({"plan.yaml": b"1"}, {"plan.yaml": None}, text("x"), BY)
    assert outside.read_bytes() == b"theirs"
    assert (family.folder / "plan.yaml").readlink() == outside
