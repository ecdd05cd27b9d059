"""A language made from English that is twice as long and marked in every word.

What is drawn without a mark did not come from the texts; what does not fit twice
would not fit in some real language either.
"""

import re

from lifgame.content.text_files import placeholders
from lifgame.content.texts import Library, Texts, shipped_texts
from lifgame.session.preferences import Preferences

PSEUDO = "xx"
# Units and formulas: the same in every language, or nearly.
SYMBOLS = re.compile(
    r"language\.(decimal_mark|plural_rule|short)|key\.f11"
    r"|paper\.(unit_\w+|now_ms)|ribbon\.tau|span\.ms|guide\.gauge\.ms|worksheet\.memory\.line"
)
# Sentences have a limit of letters and a short form of their own; see test_sentences.
AS_LONG_AS_THEY_MAY_BE = re.compile(
    r"(short\.|unnumbered\.)?(situation|story)\..+|ribbon\.rheobase"
    r"|attract\.(invite|title)|operator\.until|test\.(places|fingers)"
)
# Names in braces, V_th, the role and the brackets of a coloured word.
_PARTS = re.compile(r"(\{[^}]*\}|\[\w+\||\]|[^\s\]]*_[^\s\]]*)")
# What is drawn from the texts stands between these.
OPENED, CLOSED = "‹", "›"
_MARKED = str.maketrans(
    "abcdefghijklmnoprstuvwyzABCDEFGHIJKLMNOPRSTUVWYZ",
    "áƀćđéƒǵĥíĵķĺḿńóṕŕśţúṽŵýźÁƁĆĐÉƑǴĤÍĴĶĹḾŃÓṔŔŚŢÚṼŴÝŹ",
)


def marked(text: str) -> str:
    """Every letter with a mark on it; names in braces, roles and V_th stay."""
    return "".join(
        part if index % 2 else part.translate(_MARKED)
        for index, part in enumerate(_PARTS.split(text))
    )


def doubled(text: str) -> str:
    """A text twice, between marks; each placeholder only once."""
    again = text
    for name in placeholders(text):
        again = again.replace(f"{{{name}}}", "")
    return f"{OPENED}{marked(text).strip()} {' '.join(marked(again).split())}{CLOSED}"


def longer(key: str, text: str) -> str:
    """A text of the pseudo-language."""
    if SYMBOLS.fullmatch(key):
        return text
    if AS_LONG_AS_THEY_MAY_BE.fullmatch(key):
        return f"{OPENED}{marked(text)}{CLOSED}"
    # What is printed on a key has no room for more than it is, in any language.
    is_key = key.startswith("key.")
    return f"{OPENED}{marked(text)}{CLOSED}" if is_key else doubled(text)


def pseudo_texts() -> Texts:
    """The pseudo-language."""
    entries = {
        key: longer(key, text) for key, text in shipped_texts().entries().items()
    }
    return Texts(PSEUDO, entries)


def pseudo_library() -> Library:
    """All languages, and the pseudo-language."""
    library = Library()
    library.add(pseudo_texts())
    return library


def preferences(library: Library, **values: str) -> Preferences:
    """Settings with all languages of a library."""
    return Preferences(values, library.languages)
