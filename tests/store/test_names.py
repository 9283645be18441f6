"""S2, H8: which names may be used; everything else is refused by name, on every computer."""

import pytest

from fktui.store.disk.names import problem_with


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "case.yaml",
        "contacts/2026-11-20-c-7kq2m.md",
        "people/p-4tz9c/note.md",
        "templates/future_plan.nl.md",
        "documents/2027-01-15-future-plan.md",
        "contacts/2026-11-01-c-00000.md",
        "a",
    ],
)
def test_our_own_names_pass(path):
    assert problem_with(path) is None


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "a//b.md",
        "a/",
        "./case.yaml/",
        "a/../b.yaml",
        "..",
        "..\\..\\x.yaml",
        "a\\b.yaml",
        "c:case.yaml",
        "case.yaml:stream",
        "case.yaml.",
        "case.yaml ",
        " case.yaml",
        "con",
        "con.yaml",
        "contacts/nul.md",
        "com1.txt",
        "lpt9",
        "aux.tar.gz",
        "Case.yaml",
        "contacts/A.md",
        "readme.md",
        "-rf",
        "--upload-pack=x",
        "caf\u00e9.md",
        "cafe\u0301.md",
        "plan\n.yaml",
        "plan.yaml\n",
        "plan\0.yaml",
        "\u202eplan.yaml",
        "plan\u200b.yaml",
        "git~1",
        "GIT~1/config",
        "a" * 101,
        "*",
        "x?.yaml",
    ],
)
def test_an_evil_name_is_refused(path):
    assert problem_with(path) is not None


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("plan (1).yaml", "conflict-copy"),
        ("plan (conflicted copy 2026-11-20).yaml", "conflict-copy"),
        ("plan (kopie van Bas).yaml", "conflict-copy"),
        ("plan - kopie.yaml", "conflict-copy"),
        ("plan-LAPTOP.yaml", "conflict-copy"),
        ("plan-DESKTOP-7QK2.yaml", "conflict-copy"),
        ("plan.sync-conflict-20261120-101500-ABCDEFG.yaml", "conflict-copy"),
        ("contacts/note (2).md", "conflict-copy"),
        ("plan.yaml~", "editor-file"),
        (".plan.yaml.swp", "editor-file"),
        ("#plan.yaml#", "editor-file"),
        ("~$plan.docx", "editor-file"),
        ("plan.yaml.orig", "editor-file"),
        (".git", "hidden"),
        ("contacts/.git/config", "hidden"),
        (".gitattributes", "hidden"),
        (".gitmodules", "hidden"),
        ("a/b/c/d.yaml", "too-deep"),
        ("Plan.yaml", "bad-name"),
        ("con.yaml", "bad-name"),
    ],
)
def test_what_is_foreign_is_named(path, why):
    assert problem_with(path) == why
