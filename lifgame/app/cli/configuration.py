"""The configuration on the command line: to play with, to print, to check."""

import argparse
from dataclasses import replace

from lifgame.app import exits
from lifgame.app.exits import ExitError
from lifgame.app.files.config import Config, find_config, read_config
from lifgame.app.files.options import ConfigFormError, command_words
from lifgame.app.output import complain, write_out
from lifgame.app.own.folder import read_own
from lifgame.content.kiosk import KioskRules
from lifgame.content.small_files import FileError
from lifgame.content.texts import Library
from lifgame.session.guide.rows import Row
from lifgame.session.start import Start


def for_play(
    chosen: argparse.Namespace, *, is_again: bool = False
) -> tuple[Config, Library]:
    """The configuration with the command line laid over it, and its languages.

    Args:
        chosen: The command line.
        is_again: Whether it plays already, with a configuration that can stay.

    Raises:
        ExitError: If anything but a setting is wrong: all of it, one line each.
    """
    try:
        config = _read(chosen)
    except ExitError as error:
        if not chosen.kiosk or chosen.print_config or is_again:
            raise
        config = Config(problems=(str(error),))
    # Where nobody looks after it, it plays with the good keys and the defaults of the
    # others, and only the operator hears of it.
    if config.problems and not is_kiosk(chosen, config):
        raise ExitError(exits.USAGE, "\n".join(config.problems))
    if chosen.speak is not None:
        try:
            config = replace(config, speak=command_words(chosen.speak))
        except ConfigFormError as error:
            what = f"--speak {chosen.speak!r} is not allowed; allowed: {error}"
            raise ExitError(exits.USAGE, what) from error
    folder = chosen.texts or config.texts_folder
    return replace(config, texts_folder=folder), Library(folder)


def own_rows(
    chosen: argparse.Namespace, config: Config, library: Library
) -> tuple[Row, ...]:
    """Experiments and challenges of somebody's own; the library learns their words."""
    return read_own(chosen.experiments or config.own_folder, library)


def is_kiosk(chosen: argparse.Namespace, config: Config) -> bool:
    """Whether it plays where nobody looks after it."""
    return bool(chosen.kiosk or config.rules.enabled) and not chosen.print_config


def rules_of(
    chosen: argparse.Namespace, config: Config, library: Library
) -> tuple[KioskRules, tuple[str, ...]]:
    """What holds in an exhibit, and all that is wrong with its configuration."""
    enabled = is_kiosk(chosen, config)
    root = chosen.allow_root or config.rules.allow_root
    rules = replace(config.rules, enabled=enabled, allow_root=root)
    _, wrong = config.checked_settings(tuple(library.languages))
    problems = (*config.problems, *wrong, *library.complaints)
    return rules, (*problems, *unknown_languages(config, library))


def offered_start(start: Start, rules: KioskRules) -> Start:
    """The start with a neuron that the exhibit offers."""
    is_offered = not rules.presets or start.preset in rules.presets
    return start if is_offered else replace(start, preset=rules.presets[0])


def unknown_languages(config: Config, library: Library) -> list[str]:
    """A sentence about every offered language that there is not."""
    known = library.languages
    unknown = [name for name in config.rules.languages if name not in known]
    if not unknown or config.file is None:
        return []
    what = f"languages: there is no {', '.join(unknown)}; known: {', '.join(known)}"
    return [config.file.problem(what, "content", "languages")]


def _read(chosen: argparse.Namespace) -> Config:
    try:
        return read_config(chosen.config)
    except FileError as error:
        if chosen.config is None and isinstance(error.__cause__, PermissionError):
            # Nobody has asked for it; perhaps it is not even meant for this user.
            complain(f"{error}; the defaults are used")
            return Config()
        raise ExitError(exits.USAGE, str(error)) from error


def show(chosen: argparse.Namespace) -> int:
    """Print what is in force as a commented file."""
    config, library = for_play(chosen)
    write_out([config.written(tuple(library.languages))])
    return exits.OK


def check(chosen: argparse.Namespace) -> int:
    """Name everything that is wrong with the configuration and its languages."""
    try:
        config = read_config(chosen.config)
    except FileError as error:
        raise ExitError(exits.WRONG_CONFIG, str(error)) from error
    library = Library(chosen.texts or config.texts_folder)
    own_rows(chosen, config, library)
    _, wrong = config.checked_settings(tuple(library.languages))
    problems = [*config.problems, *wrong, *library.complaints]
    problems += unknown_languages(config, library)
    if problems:
        raise ExitError(exits.WRONG_CONFIG, "\n".join(problems))
    place = chosen.config or find_config()
    words = f"{place}: in order" if place else "there is no configuration: in order"
    write_out([words + "\n"])
    return exits.OK
