"""The words for every value of every enum, in case words as the field says them (domain.md §7).

Three tables, put together for `labels`. Small letters, so that a word fits inside a sentence.
Within one enum no two values share a word, because people type these words too.
"""

from enum import Enum

from fktui.words.tables.enum_words_analysis import ANALYSIS_WORDS
from fktui.words.tables.enum_words_family import FAMILY_WORDS
from fktui.words.tables.enum_words_rules import RULES_WORDS

ENUM_WORDS: dict[type[Enum], dict[str, str]] = FAMILY_WORDS | ANALYSIS_WORDS | RULES_WORDS
