"""The loop: the game's only clock, and the only place that takes system events."""

import faulthandler
import gc
import logging
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import pygame

from lifgame.app import exits
from lifgame.app.exits import ExitError
from lifgame.app.files.best_file import BestFile
from lifgame.app.files.config import Config
from lifgame.app.files.settings import KeptSettings
from lifgame.app.game import FrameResult, Game
from lifgame.app.hands.hands import Hands
from lifgame.app.hands.pad_devices import PadDevices
from lifgame.app.kiosk.heart import Heart
from lifgame.app.kiosk.kiosk import DISPLAY_GONE, Kiosk
from lifgame.app.kiosk.offers import offered_languages
from lifgame.app.kiosk.signals import Signals
from lifgame.app.memory import give_back_early
from lifgame.app.sound.voices import Voices
from lifgame.app.window.window import Window
from lifgame.content.kiosk import NO_KIOSK, KioskRules
from lifgame.content.texts import Library
from lifgame.model.simulation import StepReport
from lifgame.session.guide.rows import Row
from lifgame.session.preferences import Preferences
from lifgame.session.start import Start

FRAMES_PER_SECOND = 60


@dataclass(frozen=True, slots=True)
class Play:
    """How to play.

    Attributes:
        start: What the session begins with.
        size: The window's size in pixels, None for the usual one.
        is_fullscreen: Whether it fills the screen.
        settings: Settings given on the command line; they win, and are not kept.
        config: The operator's configuration.
        library: All languages, None for those of the configuration.
        rules: What holds in a museum.
        problems: What is wrong with the configuration, for the operator only.
        own_rows: Experiments and challenges of somebody's own.
        reread: Reads the configuration again; with a wrong one all stays as it was.
    """

    start: Start
    size: tuple[int, int] | None = None
    is_fullscreen: bool = True
    settings: dict[str, str] = field(default_factory=dict)
    config: Config = field(default_factory=Config)
    library: Library | None = None
    rules: KioskRules = NO_KIOSK
    problems: tuple[str, ...] = ()
    own_rows: tuple[Row, ...] = ()
    reread: Callable[["Play"], "Play"] | None = None


class Pacer:
    """Sleeps to absolute deadlines; ``Clock.tick`` would run at 62 frames a second."""

    def __init__(self, frames_per_second: float = FRAMES_PER_SECOND) -> None:
        self._frame_s = 1 / frames_per_second
        self._deadline_s = time.perf_counter()
        self._last_s = self._deadline_s

    def wait(self) -> float:
        """Wait for the next frame; answer with the seconds since the last one."""
        self._deadline_s += self._frame_s
        now_s = time.perf_counter()
        if self._deadline_s > now_s:
            time.sleep(self._deadline_s - now_s)
        elif now_s - self._deadline_s > self._frame_s:
            # Far behind: begin anew instead of hurrying after lost frames.
            self._deadline_s = now_s
        now_s = time.perf_counter()
        elapsed_s, self._last_s = now_s - self._last_s, now_s
        return elapsed_s


class Show:
    """What is shown and heard; made anew when the configuration was read again."""

    def __init__(self, how: Play, window: Window, kiosk: Kiosk | None) -> None:
        library = how.library or Library(how.config.texts_folder)
        self._kept: KeptSettings | None = None
        if how.rules.enabled:
            # Nothing of a visitor is kept; what goes back goes back to this.
            languages = library.languages
            defaults, _ = how.config.checked_settings(tuple(languages))
            offered = offered_languages(languages, how.rules.languages)
            preferences = Preferences({}, offered, defaults | how.settings)
        else:
            self._kept = KeptSettings(how.config, library, how.settings)
            preferences = self._kept.preferences
        self.game = Game(
            window.surface,
            how.start,
            is_fullscreen=window.is_fullscreen,
            preferences=preferences,
            library=library,
            hands=Hands(how.config.keys, how.rules.buttons),
            host=kiosk.host if kiosk else None,
            own_rows=how.own_rows,
        )
        # Before the sound's thread starts: SDL counts its users without a lock.
        self.pads = PadDevices()
        self.voices = Voices(preferences, how.config.speak)
        self._best = BestFile(self.game.exhibit.stars.best)

    def save_changes(self, elapsed_s: float) -> None:
        """Keep what somebody has set, where that is wanted, and the best of the day."""
        self._best.update(elapsed_s)
        if self._kept is not None:
            self._kept.save_changes()

    def close(self) -> bool:
        """Write what is to be kept, and fall silent; False if the sound hangs."""
        self._best.save()
        return self.voices.stop()


def play(how: Play) -> int:
    """Open the window and play until somebody leaves.

    Returns:
        The exit code.

    Raises:
        ExitError: If there is no display, or it goes away.
    """
    kiosk = Kiosk(how.rules, how.problems) if how.rules.enabled else None
    if sys.stderr is not None and not faulthandler.is_enabled():
        # A crash below Python, or a supervisor's last question, leaves its stacks.
        faulthandler.enable()
    try:
        return _play(how, kiosk)
    except pygame.error as error:
        raise ExitError(exits.TRY_AGAIN, f"{DISPLAY_GONE}: {error}") from error
    except ExitError:
        raise
    except Exception:
        logging.getLogger(__name__).exception("the program cannot go on")
        return exits.INTERNAL
    finally:
        if kiosk:
            kiosk.close()


def _play(how: Play, kiosk: Kiosk | None) -> int:
    # Nothing that is made from here on is in vain before the first frame.
    gc.disable()
    give_back_early()
    window = Window(how.size, fullscreen=how.is_fullscreen, display=how.rules.display)
    if kiosk:
        window.close_off()
    heart, signals = Heart(), Signals(rereads=kiosk is not None)
    code = None
    while code is None:
        show = Show(how, window, kiosk)
        # What lives as long as the program need not be looked at again and again.
        gc.freeze()
        gc.enable()
        code = Loop(show, window, signals, heart, kiosk).run()
        has_stopped = show.close()
        if code is None and kiosk and how.reread:
            how = how.reread(how)
            kiosk.obey(how.rules, how.problems)
    heart.stop()
    pygame.display.quit()
    if not has_stopped:
        # A sound server that hangs must not keep the program from ending.
        if kiosk:
            kiosk.close()
        os._exit(code)
    return code


class Loop:
    """One frame after the other."""

    def __init__(
        self,
        show: Show,
        window: Window,
        signals: Signals,
        heart: Heart,
        kiosk: Kiosk | None,
    ) -> None:
        self._show, self._window = show, window
        self._signals, self._heart, self._kiosk = signals, heart, kiosk
        self._pads, self._pacer = show.pads, Pacer()
        self._surface = window.surface
        self._size = window.surface.get_size()
        self._is_black = False

    def run(self) -> int | None:
        """Play.

        Returns:
            The exit code; None if the configuration is to be read again.
        """
        elapsed_s = 0.0
        game = self._show.game
        while not game.wants_quit and self._signals.stop is None:
            if self._signals.takes_reread() or game.wants_restart:
                return None
            self._frame(elapsed_s)
            self._heart.beat(elapsed_s)
            if game.containment.is_beyond:
                return exits.INTERNAL
            if self._heart.is_alone:
                return exits.OK
            elapsed_s = self._pacer.wait()
        if game.wants_quit and self._kiosk:
            return exits.OPERATOR
        is_key = self._signals.stop == signal.SIGINT
        return exits.INTERRUPTED if is_key else exits.OK

    def _frame(self, elapsed_s: float) -> None:
        game, kiosk = self._show.game, self._kiosk
        self._follow_window()
        events = self._pads.filter(pygame.event.get())
        if self._window.surface is not self._surface or self._is_resized():
            self._surface = self._window.surface
            self._size = self._surface.get_size()
            game.resize(self._surface)
            self._is_black = False
        if kiosk:
            events = kiosk.look(events, elapsed_s)
        if any(event.type == pygame.WINDOWEXPOSED for event in events):
            game.invalidate()
            self._is_black = False
        game.is_audible = self._show.voices.is_audible
        is_dark = kiosk is not None and kiosk.is_dark
        result = self._dark() if is_dark else game.frame(events, elapsed_s)
        self._is_black &= is_dark
        self._window.present(result.changed)
        with game.containment.guard("sound") as is_in:
            if is_in:
                voices = self._show.voices
                voices.update(game, result, elapsed_s, is_dark=is_dark)
                voices.device_events(events)
        with game.containment.guard("what is kept"):
            if kiosk:
                self._window.follow_pointer(events)
                heard = self._show.voices.is_audible
                kiosk.follow(game, result, elapsed_s, is_heard=heard)
            self._show.save_changes(elapsed_s)

    def _follow_window(self) -> None:
        game, window = self._show.game, self._window
        if window.is_fullscreen != game.wants_fullscreen:
            window.set_fullscreen(fullscreen=game.wants_fullscreen)
            # The surface may keep its size and yet be black.
            game.invalidate()

    def _is_resized(self) -> bool:
        return self._window.surface.get_size() != self._size

    def _dark(self) -> FrameResult:
        """Outside the opening hours: nothing is seen, heard or reached."""
        changed: list[pygame.Rect] = []
        if not self._is_black:
            self._is_black = True
            self._show.game.let_go()
            self._show.game.invalidate()
            changed.append(self._surface.fill((0, 0, 0)))
        return FrameResult(StepReport(0, 0, ()), changed, 0)
