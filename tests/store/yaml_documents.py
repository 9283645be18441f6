"""Random case data, and the same data as a person might have typed it."""

import random

from hypothesis import strategies as st

from fktui.store.yaml.style import Style, style_of

HOSTILE = [
    "...\n", "en toen...\n", "a\n...\n\n", "a\n...",
    "0612345678", "0e12", "123e4567", "nee", "no", "on", "y", "Null", "~", "", "null", "true",
    "14:30", "12:30:15", "0x1F", "0o17", "1_000", ".inf", "-.INF", ".nan", "=", "=cmd", "<<",
    "1102 AB", "2025-02-20", "2025-02-20 10:00:00", "2001-12-14t21:59:43.10-05:00",
    "+31612345678", "-", "- a", "?", "? a", ": b", "a: b", "a:", "# c", "a # c", "a#b", "'", "''",
    '"', "'a'", '"a', "[x=y]", "{a}", "a, b", "a]", "@a", "`a", "%a", "!a", "&a", "*a", "|", ">",
    "| a", "a |", "--- ", "---", "...", " a", "a ", "\ta", "a\t", "a\tb", "a\\b", "\\n", "a\nb",
    "a\nb\n", "a\nb\n\n", "\na", " a\nb", "a\n  b\n", "a \nb", "a\n \nb", "\n", "\n\n",
    "a\n# b\n- c\n", "a\n\n\nb", "a\r\nb", "a\rb", "a\x85b", "a\u2028b", "a\ufeffb", "\x00",
    "a\x07b", "\x1b[31m", "\x7f", "😀", "😀 blij", "\U0001f469\u200d\U0001f469\u200d\U0001f467",
    "é", "é", "שלום", "مرحبا: a", "\u202eabc", "\u200b", "\xa0", "\xa0a", "\u3000", "\U0010ffff",
    "\ufffe", "a" * 300, "woord " * 60 + "x", "long\nline " * 40 + "x",
    "Jaylen gaat weer naar school", "key: |", "a\n---\nb", "a\n...\nb", "\ud7ff",
]  # fmt: skip

TEXT = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
WORDS = st.sampled_from(
    ["a", "b c", "Jaylen", "open", "0612345678", "nee", "2025-02-20", "-1", "x: y"]
)
IDS = st.integers(0, 9).map(lambda number: f"p-9rk3{number}")


def data(leaves):
    """Any mapping: what `dump` has to carry."""
    values = st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
        max_leaves=12,
    )
    return st.dictionaries(TEXT, values, max_size=5)


def records(values, depth=1):
    """A mapping as our schema writes it: values, lists of values, and records with an id."""
    parts = {
        "title": values,
        "note": values,
        "status": values,
        "owners": st.lists(IDS, min_size=1, max_size=3),
        "words": st.lists(values, min_size=1, max_size=3),
        "levels": st.dictionaries(
            st.sampled_from(["expected", "less", "more"]), values, min_size=1
        ),
    }
    if depth:
        inner = records(values, depth - 1)
        parts["steps"] = st.lists(inner, min_size=1, max_size=3).map(_with_ids)
        parts["goals"] = st.lists(inner, min_size=1, max_size=3).map(_with_ids)
    return st.fixed_dictionaries({}, optional=parts)


def _with_ids(items):
    return [{"id": f"g-{index}xxxx", **item} for index, item in enumerate(items)]


class Hand:
    """Types data the way a person might: own order, quotes, comments, brackets, line ends."""

    def __init__(self, chance: random.Random, *, unknown: bool = True) -> None:
        self.chance = chance
        self.step = chance.choice([2, 2, 4])
        self.dash = chance.choice([0, 2, self.step])
        self.newline = chance.choice(["\n", "\n", "\r\n"])
        self.unknown = unknown
        self.serial = 0

    def file(self, data: dict) -> str:
        lines = ["# about this file"] * self.chance.randint(0, 2)
        lines += self.chance.choice([[], [], ["---"]])
        lines += self.mapping(data, 0, is_root=True)
        text = self.newline.join(lines)
        ends_open = text.endswith(self.newline) or any(c in text for c in "|>")
        if self.chance.random() < 0.8 or ends_open:
            text += self.newline
        return self.chance.choice(["", "", "", "\ufeff"]) + text

    def once(self, share: float) -> bool:
        return self.chance.random() < share

    def comment(self) -> str:
        self.serial += 1
        return f"# remark {self.serial}: 'it' - [x"

    def between(self, above: list[str], column: int) -> list[str]:
        keeps = bool(above) and above[-1] == ""  # a text that ends in empty lines (`|+`)
        lines = [] if keeps else [""] * (self.once(0.2) * self.chance.randint(1, 2))
        if self.once(0.2):
            lines += [" " * column + self.comment()]
        return lines

    def mapping(self, data: dict, column: int, *, is_root: bool = False) -> list[str]:
        pairs = list(data.items())
        if self.unknown and (self.once(0.3) or (is_root and not pairs)):
            self.serial += 1
            pairs.append((f"zz_{self.serial}", self.chance.choice(["keep", "012", ["k", "l"]])))
        if self.once(0.4):
            self.chance.shuffle(pairs)
        lines = []
        for key, value in pairs:
            lines += self.between(lines, column) if lines or column == 0 else []
            lines += self.entry(" " * column + self.key(key) + ":", value, column)
        return lines

    def key(self, key: str) -> str:
        return key if self.once(0.9) else self.chance.choice([f"'{key}'", f'"{key}"'])

    def entry(self, head: str, value, column: int) -> list[str]:
        behind = self.chance.choice(["", "", "", "  " + self.comment()])
        if isinstance(value, dict | list) and value and not (self.once(0.3) and _on_a_line(value)):
            below = (
                self.sequence(value, column + self.dash)
                if isinstance(value, list)
                else self.mapping(value, column + self.step)
            )
            return [head + behind, *below]
        if isinstance(value, dict | list):
            return [f"{head} {self.brackets(value)}{behind}"]
        typed = self.scalar(value, column + self.step)
        return [f"{head}{' ' if typed[0] else ''}{typed[0]}{behind}", *typed[1:]]

    def sequence(self, items: list, column: int) -> list[str]:
        lines = []
        for item in items:
            lines += self.between(lines, column) if lines or self.dash else []
            if isinstance(item, dict) and item:
                inner = self.mapping(item, column + 2)
                lines += [" " * column + "- " + inner[0].lstrip(" "), *inner[1:]]
            else:
                lines += self.entry(" " * column + "-", item, column)
            if isinstance(item, dict) and self.once(0.2):
                lines += [" " * (column + 2) + self.comment()]
        return lines

    def brackets(self, value) -> str:
        if isinstance(value, dict):
            return (
                "{"
                + ", ".join(f"{key}: {self.brackets(item)}" for key, item in value.items())
                + "}"
            )
        if isinstance(value, list):
            return (
                "[" + self.chance.choice([", ", " , ", ","]).join(map(self.brackets, value)) + "]"
            )
        return self.scalar(value, None)[0]

    def scalar(self, value: str | None, column: int | None) -> list[str]:
        if value is None:
            return [self.chance.choice(["", "~", "null"]) if column is not None else "null"]
        ways = [['"' + "".join(map(_escaped, value)) + '"']]
        if value.isprintable():
            ways.append(["'" + value.replace("'", "''") + "'"])
        if style_of(value, in_brackets=column is None) is Style.PLAIN:
            ways += [[value], [value]]
        if column is not None and style_of(value) is Style.LITERAL:
            ways += [self.literal(value, column)] * 3
        if column is not None and value.isalnum():
            ways.append([">-", " " * column + value])
        return self.chance.choice(ways)

    def literal(self, value: str, column: int) -> list[str]:
        body = value.rstrip("\n")
        ends = len(value) - len(body)
        lines = [" " * column + line if line else "" for line in body.split("\n")]
        return [["|-", "|", "|+"][min(ends, 2)], *lines, *[""] * (ends - 1)]


def _escaped(char: str) -> str:
    return char if char.isprintable() and char not in '"\\' else f"\\U{ord(char):08x}"


def _on_a_line(value) -> bool:
    if isinstance(value, dict):
        return all(map(_on_a_line, value.values()))
    if isinstance(value, list):
        return all(map(_on_a_line, value))
    return True
