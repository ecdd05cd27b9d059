"""The configuration on the command line: to play with, to print, to check."""

import argparse
from dataclasses import replace

from lifgame.app import exits
from lifgame.app.exits import ExitError
from lifgame.app.files.config import Config, find_config, read_config
from lifgame.app.files.options import ConfigFormError, command_words
from lifgame.app.output import complain, write_out
from lifgame.content.small_files import FileError
from lifgame.content.texts import Library


def for_play(chosen: argparse.Namespace) -> tuple[Config, Library]:
    """The configuration with the command line laid over it, and its languages.

    Raises:
        ExitError: If anything but a setting is wrong: all of it, one line each.
    """
    config = _read(chosen)
    if config.problems:
        raise ExitError(exits.USAGE, "\n".join(config.problems))
    if chosen.speak is not None:
        try:
            config = replace(config, speak=command_words(chosen.speak))
        except ConfigFormError as error:
            what = f"--speak {chosen.speak!r} is not allowed; allowed: {error}"
            raise ExitError(exits.USAGE, what) from error
    folder = chosen.texts or config.texts_folder
    return replace(config, texts_folder=folder), Library(folder)


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
    _, wrong = config.checked_settings(tuple(library.languages))
    problems = [*config.problems, *wrong, *library.complaints]
    if problems:
        raise ExitError(exits.WRONG_CONFIG, "\n".join(problems))
    place = chosen.config or find_config()
    words = f"{place}: in order" if place else "there is no configuration: in order"
    write_out([words + "\n"])
    return exits.OK
