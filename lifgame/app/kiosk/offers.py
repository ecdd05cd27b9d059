"""What of the languages an exhibit offers."""

from collections.abc import Mapping, Sequence


def offered_languages(
    languages: Mapping[str, str], offered: Sequence[str]
) -> dict[str, str]:
    """The languages that are offered, in the order of the configuration.

    Args:
        languages: All that there are, with their own names.
        offered: Their ids; none means all, and unknown ones are left out.
    """
    known = {name: languages[name] for name in offered if name in languages}
    return known or dict(languages)
