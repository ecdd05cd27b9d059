"""Names of languages, as people and systems write them."""

from collections.abc import Iterable

DEFAULT_LANGUAGE = "en"


def nearest_language(name: str, languages: Iterable[str]) -> str | None:
    """The language that is meant by a name such as ``de-DE`` or ``DE_at.UTF-8``.

    The region is left out until something is found (RFC 4647, "lookup").
    """
    known = {language.lower().replace("_", "-"): language for language in languages}
    parts = name.partition(".")[0].strip().lower().replace("_", "-").split("-")
    while parts:
        if "-".join(parts) in known:
            return known["-".join(parts)]
        parts.pop()
    return None
