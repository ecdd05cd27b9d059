"""Which form of a word goes with a number: Unicode's rules, one row each.

After CLDR 44, supplemental/plurals.xml (unicode.org/cldr/charts); a test holds every
row against Babel's copy of it. A language file names a rule by its id or by one of
its languages; without a name the file's own language decides.
"""

from collections.abc import Callable
from dataclasses import dataclass

PLURAL_FORMS = ("zero", "one", "two", "few", "many", "other")


@dataclass(frozen=True, slots=True)
class Shown:
    """A number as it is written, in the letters of UTS #35, part 3.

    Attributes:
        n: Its size.
        i: The digits before the decimal mark.
        v: How many digits stand behind it.
        f: Those digits, as a number.
    """

    n: float
    i: int
    v: int
    f: int


def shown(count: float, decimals: int) -> Shown:
    """A number with so many decimals."""
    text = f"{abs(count):.{decimals}f}"
    whole, _, fraction = text.partition(".")
    return Shown(float(text), int(whole), decimals, int(fraction or 0))


@dataclass(frozen=True, slots=True)
class PluralRule:
    """How some languages choose a form.

    Attributes:
        id: Name in a language file.
        languages: Languages that follow it; more may.
        forms: What it can ask for.
        form: The form that goes with a number.
    """

    id: str
    languages: tuple[str, ...]
    forms: tuple[str, ...]
    form: Callable[[Shown], str]

    def __post_init__(self) -> None:
        unknown = set(self.forms) - set(PLURAL_FORMS)
        if unknown or self.forms[-1] != "other":
            raise ValueError(f"plural rule {self.id}: wrong forms {self.forms}")


def _none(_: Shown) -> str:
    return "other"


def _one_other(x: Shown) -> str:
    return "one" if x.i == 1 and x.v == 0 else "other"


def _single(x: Shown) -> str:
    """1.0 is one as well."""
    return "one" if x.n == 1 else "other"


def _french(x: Shown) -> str:
    """Below two is singular, whole or not."""
    return "one" if x.i in (0, 1) else "other"


def _ends_in_one(number: float) -> bool:
    return number % 10 == 1 and number % 100 != 11


def _ends_in_few(number: float) -> bool:
    return number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14)


def _slavic(x: Shown) -> str:
    if x.v:
        return "other"
    if _ends_in_one(x.i):
        return "one"
    return "few" if _ends_in_few(x.i) else "many"


def _polish(x: Shown) -> str:
    if x.v:
        return "other"
    if x.i == 1:
        return "one"
    return "few" if _ends_in_few(x.i) else "many"


def _czech(x: Shown) -> str:
    if x.v:
        return "many"
    if x.i == 1:
        return "one"
    return "few" if x.i in (2, 3, 4) else "other"


def _slovenian(x: Shown) -> str:
    if x.v:
        return "few"
    return {1: "one", 2: "two", 3: "few", 4: "few"}.get(x.i % 100, "other")


def _south_slavic(x: Shown) -> str:
    if (x.v == 0 and _ends_in_one(x.i)) or _ends_in_one(x.f):
        return "one"
    is_few = (x.v == 0 and _ends_in_few(x.i)) or _ends_in_few(x.f)
    return "few" if is_few else "other"


def _romanian(x: Shown) -> str:
    if x.v == 0 and x.i == 1:
        return "one"
    is_few = x.v != 0 or x.n == 0 or (x.n != 1 and 1 <= x.n % 100 <= 19)
    return "few" if is_few else "other"


def _lithuanian(x: Shown) -> str:
    if x.f:
        return "many"
    if 11 <= x.n % 100 <= 19 or x.n % 10 == 0:
        return "other"
    return "one" if x.n % 10 == 1 else "few"


def _latvian(x: Shown) -> str:
    teens = range(11, 20)
    last = x.i if x.f == 0 else x.f
    if x.f == 0:
        is_zero = last % 10 == 0 or last % 100 in teens
    else:
        is_zero = x.v == 2 and x.f % 100 in teens
    if is_zero:
        return "zero"
    is_one = last % 10 == 1 if x.f and x.v != 2 else _ends_in_one(last)
    return "one" if is_one else "other"


# fmt: off
_ROWS = (
    PluralRule("one_other",  ("en", "de", "it", "nl", "sv", "fi", "et", "ca"),
               ("one", "other"), _one_other),
    PluralRule("single",     ("es", "hu", "tr", "bg", "el", "sq", "ka", "nb", "eu"),
               ("one", "other"), _single),
    PluralRule("french",     ("fr", "pt", "hy"),
               ("one", "other"), _french),
    PluralRule("slavic",     ("uk", "ru"),
               ("one", "few", "many", "other"), _slavic),
    PluralRule("polish",     ("pl",),
               ("one", "few", "many", "other"), _polish),
    PluralRule("czech",      ("cs", "sk"),
               ("one", "few", "many", "other"), _czech),
    PluralRule("slovenian",  ("sl",),
               ("one", "two", "few", "other"), _slovenian),
    PluralRule("south_slavic", ("hr", "sr", "bs"),
               ("one", "few", "other"), _south_slavic),
    PluralRule("romanian",   ("ro",),
               ("one", "few", "other"), _romanian),
    PluralRule("lithuanian", ("lt",),
               ("one", "few", "many", "other"), _lithuanian),
    PluralRule("latvian",    ("lv",),
               ("zero", "one", "other"), _latvian),
    PluralRule("none",       ("vi", "id", "ms", "ja", "ko", "th", "zh"),
               ("other",), _none),
)
# fmt: on

PLURAL_RULES = {rule.id: rule for rule in _ROWS}
_BY_LANGUAGE = {name: rule for rule in _ROWS for name in rule.languages}
DEFAULT_RULE = "one_other"


def plural_rule(name: str) -> PluralRule | None:
    """A rule by its id, or by a language, perhaps with a region."""
    base = name.replace("_", "-").partition("-")[0].lower()
    return PLURAL_RULES.get(name) or _BY_LANGUAGE.get(base)
