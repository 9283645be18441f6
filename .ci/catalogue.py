"""The translations: collect what the code says, compile it, and see whether it is complete.

    python .ci/catalogue.py update    put new msgids in the .po files; drops no translation
    python .ci/catalogue.py compile   write the .mo files that the program reads
    python .ci/catalogue.py check     exit 1 and a list when something is missing or differs

A tool for developers: the program itself needs no Babel. Files are sorted, without dates and line
numbers, so that two branches that add a sentence differ in that sentence only.
"""  # noqa: INP001  (a folder of tools, no package)

import argparse
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
DOMAIN = "fktui"
TRANSLATED = ("nl",)
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
PERCENT = re.compile(r"%(?:\(\w+\))?[-+ #0]*\d*(?:\.\d+)?[sdifr]")

Key = tuple[str, str | None]  # the English text and its context


class _Undated(Catalog):
    """A catalogue whose header says nothing about when or with what it was made."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Project-Id-Version", DOMAIN),
            ("Language", str(self.locale_identifier)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ]

    @mime_headers.setter
    def mime_headers(self, headers: object) -> None:
        """What a file says about itself is not taken over."""


def _key(message: Message) -> Key:
    one = message.id if isinstance(message.id, str) else message.id[0]
    return one, message.context


def _po(root: Path, language: str) -> Path:
    return root / DOMAIN / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def said(root: Path, language: str) -> Catalog:
    """Everything the code under `root/fktui` says, not translated yet."""
    catalog = _Undated(locale=language, fuzzy=False)
    found = extract_from_dir(
        str(root / DOMAIN), method_map=[("**.py", "python")], keywords=KEYWORDS
    )
    for _file, _line, message, _comments, context in sorted(found, key=lambda row: str(row[2])):
        catalog.add(message, context=context)
    return catalog


def translated(path: Path) -> Catalog:
    """The catalogue in this file; an empty one when there is no such file."""
    if not path.exists():
        return Catalog()
    with path.open("rb") as file:
        return read_po(file, ignore_obsolete=False)


def merged(code: Catalog, *sources: Catalog) -> Catalog:
    """What the code says with its translations; what it no longer says is kept as obsolete."""
    known: dict[Key, Message] = {}
    for source in sources:
        for message in (*source.obsolete.values(), *(m for m in source if m.id)):
            if any(_forms(message)):
                known.setdefault(_key(message), message)
    for message in [m for m in code if m.id]:
        if (old := known.pop(_key(message), None)) and _fits(message, old):
            message.string, message.flags = old.string, message.flags | old.flags & {"fuzzy"}
    for left in sorted(known.values(), key=lambda m: str(_key(m))):
        left.locations, left.auto_comments = [], []
        code.obsolete[str(_key(left))] = left
    return code


def _fits(new: Message, old: Message) -> bool:
    return new.pluralizable == old.pluralizable


def _forms(message: Message) -> tuple[str, ...]:
    string = message.string or ""
    return (string,) if isinstance(string, str) else tuple(string)


def as_po(catalog: Catalog) -> bytes:
    """The text of the .po file: sorted, one line per string, no line numbers."""
    buffer = io.BytesIO()
    catalog.header_comment = "#"
    write_po(buffer, catalog, width=0, no_location=True, sort_output=True)
    return buffer.getvalue().removeprefix(b"#\n").strip() + b"\n"


def as_mo(catalog: Catalog, language: str) -> bytes:
    """The bytes of the .mo file: the same for the same translations, whenever it is made."""
    final = _Undated(locale=language, fuzzy=False)
    for message in sorted((m for m in catalog if m.id and not m.fuzzy), key=_order):
        final.add(message.id, message.string, context=message.context)
    buffer = io.BytesIO()
    write_mo(buffer, final)
    return buffer.getvalue()


def _order(message: Message) -> tuple[str, str]:
    one, context = _key(message)
    return one, context or ""


def update(root: Path, also: tuple[Path, ...] = ()) -> None:
    """Write each .po anew: msgids from the code, translations from it and from `also`."""
    for language in TRANSLATED:
        path = _po(root, language)
        path.parent.mkdir(parents=True, exist_ok=True)
        sources = (translated(path), *(translated(extra) for extra in also))
        path.write_bytes(as_po(merged(said(root, language), *sources)))


def compile_all(root: Path) -> None:
    """Write the .mo beside each .po."""
    for language in TRANSLATED:
        path = _po(root, language)
        path.with_suffix(".mo").write_bytes(as_mo(translated(path), language))


def problems(root: Path) -> Iterator[str]:
    """What is not in order, one line each; nothing when all is well."""
    for language in TRANSLATED:
        path = _po(root, language)
        catalog = translated(path)
        have = {_key(m): m for m in catalog if m.id}
        for wanted in (m for m in said(root, language) if m.id):
            found = have.get(_key(wanted))
            for what in _wrong(wanted, found):
                yield f"{language}: {what}: {_key(wanted)[0]!r}"
        compiled = path.with_suffix(".mo")
        if not compiled.exists() or compiled.read_bytes() != as_mo(catalog, language):
            yield f"{language}: {compiled.name} is stale: run `python .ci/catalogue.py compile`"


def _wrong(wanted: Message, found: Message | None) -> Iterator[str]:
    if found is None or not _fits(wanted, found):
        yield "missing, run `python .ci/catalogue.py update`"
        return
    if found.fuzzy:
        yield "fuzzy"
    if not all(_forms(found)):
        yield "not translated"
    elif any(placeholders(form) != expected for form, expected in _pairs(wanted, found)):
        yield "other placeholders"


def _pairs(wanted: Message, found: Message) -> Iterator[tuple[str, set[str]]]:
    """Each translated form, with the placeholders of the English form it stands for."""
    english = (wanted.id,) if isinstance(wanted.id, str) else wanted.id
    for number, form in enumerate(_forms(found)):
        yield form, placeholders(english[min(number, len(english) - 1)])


def placeholders(text: str) -> set[str]:
    """The names to fill in: `{count}` and `%(count)d`; the text itself when its braces are odd."""
    try:
        names = {name for _text, name, _spec, _how in Formatter().parse(text) if name is not None}
    except ValueError:
        return {text}
    return names | set(PERCENT.findall(text))


def main(arguments: list[str]) -> int:
    """Run one of the three verbs; 1 when `check` found something."""
    parser = argparse.ArgumentParser(description="The translations of fktui.")
    parser.add_argument("verb", choices=("update", "compile", "check"))
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    parser.add_argument("--also", type=Path, action="append", default=[], help="a .po to take from")
    chosen = parser.parse_args(arguments)
    if chosen.verb == "update":
        update(chosen.root, tuple(chosen.also))
    if chosen.verb == "compile":
        compile_all(chosen.root)
    found = list(problems(chosen.root)) if chosen.verb == "check" else []
    sys.stdout.writelines(f"{line}\n" for line in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
