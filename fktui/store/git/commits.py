"""What is said about a change: who, when, which words; and how that becomes the bytes of a commit.

Knows the format of a commit, nothing of files or folders. The same texts, tree and parents give
the same bytes and so the same id on every computer.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

from fktui.model.text import clean, clean_line

SUBJECT_LENGTH = 72
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9-]*\Z")
_TRAILER = re.compile(r"([A-Za-z][A-Za-z0-9-]*):(?: (.*))?\Z")
_PERSON = re.compile(r"(.*?) ?<.*> (-?\d+) ([+-]\d{4})\Z")
_NOT_IN_NAME = str.maketrans("", "", "<>\n\0")
_VERSION = ("Fk-Version", "1")


class Signature(NamedTuple):
    """Who did it and when; `at` knows its offset from UTC."""

    name: str
    email: str
    at: datetime


class CommitText(NamedTuple):
    """What is written about a change: one line, a reason, and lines for programs."""

    subject: str
    body: str = ""
    trailers: tuple[tuple[str, str], ...] = ()


class Revision(NamedTuple):
    """One commit as it is read back; `at` is when it was recorded."""

    id: str
    at: datetime
    author: str
    subject: str
    body: str
    trailers: tuple[tuple[str, str], ...]
    parents: tuple[str, ...]


def message(text: CommitText) -> str:
    """The text of a commit: subject of at most 72 characters, body, trailers as last paragraph.

    There are always trailers, so that a line in the reason that looks like one never is.
    """
    subject = clean_line(text.subject) or "-"
    if len(subject) > SUBJECT_LENGTH:
        subject = subject[: SUBJECT_LENGTH - 1].rstrip() + "…"
    body = "\n".join(line.rstrip() for line in clean(text.body).split("\n")).strip()
    lines = [_trailer(key, value) for key, value in text.trailers or (_VERSION,)]
    return "\n\n".join(part for part in (subject, body, "\n".join(lines)) if part) + "\n"


def _trailer(key: str, value: str) -> str:
    if not _KEY.match(key):
        raise AssertionError(key)
    return f"{key}: {clean_line(value)}".rstrip()


def commit_bytes(tree: str, parents: Iterable[str], text: CommitText, by: Signature) -> bytes:
    """A commit in Git's own form, without its header."""
    person = _person(by)
    lines = [f"tree {tree}", *(f"parent {parent}" for parent in parents)]
    lines += [f"author {person}", f"committer {person}", "", message(text)]
    return "\n".join(lines).encode()


def adopt(commit: bytes, tree: str, parent: str) -> bytes:
    """The same commit on another parent and with another tree; author, time and words stay."""
    head, _, words = commit.partition(b"\n\n")
    people = [line for line in head.split(b"\n") if line.startswith((b"author ", b"committer "))]
    lines = [f"tree {tree}".encode(), f"parent {parent}".encode(), *people, b"", words]
    return b"\n".join(lines)


def _person(by: Signature) -> str:
    name = clean_line(by.name).translate(_NOT_IN_NAME).strip(" .,:;\"'") or "-"
    email = clean_line(by.email).translate(_NOT_IN_NAME).strip(" .,:;\"'")
    offset = by.at.utcoffset()
    if offset is None:
        raise AssertionError("a moment without offset")
    minutes = round(offset.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"{name} <{email}> {max(0, int(by.at.timestamp()))} {sign}{hours:02d}{rest:02d}"


def tree_and_parents(commit: bytes) -> tuple[str, tuple[str, ...]]:
    """Which tree a commit has, and which commits came before it."""
    head = commit.partition(b"\n\n")[0].decode("ascii", "replace").split("\n")
    parents = tuple(line[7:] for line in head if line.startswith("parent "))
    return head[0].removeprefix("tree "), parents


def reflog_line(old: str | None, new: str, commit: bytes) -> bytes:
    """The line that Git keeps about a branch that moved."""
    person = next(line for line in commit.split(b"\n") if line.startswith(b"committer "))
    subject = commit.partition(b"\n\n")[2].split(b"\n")[0]
    start = f"{old or '0' * 40} {new} ".encode()
    return start + person.removeprefix(b"committer ") + b"\tcommit: " + subject + b"\n"


def revision(fields: Sequence[str]) -> Revision:
    """A commit read back, whoever or whatever wrote it.

    The fields: id, ids of the parents, author and committer as Git writes them, text.
    """
    name, parents, author, committer, words = fields
    return Revision(
        name,
        _person_of(committer)[1],
        _person_of(author)[0],
        *_parts_of(words),
        tuple(parents.split()),
    )


def parsed(name: str, commit: bytes) -> Revision:
    """A commit as its object has it."""
    head, _, words = commit.decode("utf-8", "replace").partition("\n\n")
    people = dict(line.split(" ", 1) for line in head.split("\n") if " <" in line)
    parents = " ".join(tree_and_parents(commit)[1])
    who = (people.get("author", ""), people.get("committer", ""))
    return revision((name, parents, *who, words))


def _person_of(line: str) -> tuple[str, datetime]:
    found = _PERSON.match(line)
    if found is None:
        return "", datetime.fromtimestamp(0, UTC)
    return found[1], moment_of(int(found[2]), found[3])


def moment_of(seconds: int, zone: str) -> datetime:
    """When Git says that it was, such as 1763806741 +0100; 1970 where no calendar goes that far."""
    minutes = int(zone[1:3]) * 60 + int(zone[3:5])
    try:
        offset = timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes))
        return datetime.fromtimestamp(seconds, offset)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)


def _parts_of(words: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    subject, _, rest = words.replace("\r\n", "\n").strip("\n").partition("\n")
    paragraphs = [part.strip("\n") for part in re.split(r"\n[ \t]*\n", rest.strip("\n"))]
    lines = [_TRAILER.match(line) for line in paragraphs[-1].split("\n")]
    trailers = tuple((found[1], found[2] or "") for found in lines if found is not None)
    if len(trailers) < len(lines):
        return subject, rest.strip("\n"), ()
    return subject, "\n\n".join(paragraphs[:-1]), trailers
