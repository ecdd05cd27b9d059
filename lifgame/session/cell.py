"""A cell: one neuron with its input, on the screen or on the command line."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from lifgame.content.models import MODELS
from lifgame.content.parameters import CURRENT, PARAMETERS
from lifgame.content.patterns import DEFAULT_PATTERN, PATTERNS
from lifgame.content.presets import PRESETS
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.cell_state import CellState


class Cell(CellState):
    """What is set, what flows in, and what becomes of it, as somebody commands it."""

    def let_go(self) -> None:
        """Nobody pushes any longer."""
        if self.pushes:
            self.changed_ms = self.time_ms
        self.pushes.clear()
        self._apply()

    def be_free(self) -> None:
        """What only a guide switches is again as it is without one."""
        self.fires, self.trembles, self.step_ms = True, False, 0.0
        if self.is_drum:
            # What knocks now must not let water in of a sudden.
            self.is_drum = False
            self.pushes.clear()
        self._apply()

    def be_drum(self) -> None:
        """From now on pushes are beats: their ticks are noted, and nothing flows in."""
        self.is_drum = True
        self._apply()

    def tremble(self) -> None:
        """From now on noise comes on top of what flows in."""
        self.trembles = True
        self._apply()

    def count_anew(self) -> None:
        """Begin to count its spikes again; what has been written stays."""
        self._simulation.spike_count = 0

    def obey(self, command: c.SessionCommand) -> None:
        """Carry out one of ``Cell.OBEYS``.

        Raises:
            KeyError: If it names an id that is in no table.
            ValueError: If it carries a value that is not finite.
        """
        before = self._setting()
        self.OBEYS[type(command)](self, command)
        if self._setting() != before:
            self.changed_ms = self.time_ms
        self._apply()

    def _setting(self) -> object:
        """What has changed when the neuron must show anew what it does."""
        # A trigger that is pressed a little further is the same push.
        return dict(self.values), self.pattern.id, self.is_pushed

    def _set_parameter(self, command: c.SetParameter) -> None:
        spec = PARAMETERS[command.id]
        self.values[spec.id] = spec.snap(command.value)
        self._open_tap(spec.id)

    def _nudge_parameter(self, command: c.NudgeParameter) -> None:
        spec = PARAMETERS[command.id]
        index = spec.index_of(self.values[spec.id]) + command.steps
        self.values[spec.id] = spec.value_at(index)
        self._open_tap(spec.id)

    def _open_tap(self, parameter: str) -> None:
        """Who turns the tap by himself wants it to flow."""
        if parameter == CURRENT.id and self.pattern.is_by_hand:
            self.pattern = PATTERNS[DEFAULT_PATTERN]
            self._pattern_start_ms = self.time_ms

    def _select_pattern(self, command: c.SelectPattern) -> None:
        self.pattern = PATTERNS[command.id]
        self._pattern_start_ms = self.time_ms
        if self.pattern.is_by_hand:
            # All that flows comes from the hand: the tap is shut, and looks so.
            self.values[CURRENT.id] = CURRENT.minimum

    def _select_preset(self, command: c.SelectPreset) -> None:
        self.preset = PRESETS[command.id]
        values = self.preset.values()
        if command.keeps_current:
            del values[CURRENT.id]
        self.values |= values
        self._become(self.preset.model)
        # The intervals of another neuron would be averaged with those of this one.
        self._simulation.rate.reset()
        self._simulation.spike_count = 0

    def _become(self, model: str) -> None:
        """Another kind of neuron, with the water as it stands."""
        if model == self.model.id:
            return
        self.model = MODELS[model]
        self._simulation.exchange(self.model.build(self.values, self.method))

    def _browse_presets(self, command: c.BrowsePresets) -> None:
        ids = list(command.among or PRESETS)
        here = ids.index(self.preset.id) if self.preset.id in ids else -1
        index = (here + command.by) % len(ids)
        self._select_preset(
            c.SelectPreset(ids[index], keeps_current=command.keeps_current)
        )

    def _set_rule(self, command: g.SetRule) -> None:
        self.fires = command.fires

    def _set_step(self, command: g.SetStep) -> None:
        """From an empty bucket, or the old step's error would go on."""
        if command.step_ms == self.step_ms:
            return
        self.step_ms = command.step_ms
        self._simulation.neuron.reset()

    def _inject(self, command: c.Inject) -> None:
        if command.share > 0:
            if not self.pushes:
                self.push_tick = self.tick_count
            self.pushes[command.source] = min(command.share, 1.0)
        else:
            self.pushes.pop(command.source, None)

    OBEYS: ClassVar[Mapping[type, Callable[..., None]]] = {
        c.SetParameter: _set_parameter,
        c.NudgeParameter: _nudge_parameter,
        c.SelectPattern: _select_pattern,
        c.SelectPreset: _select_preset,
        c.BrowsePresets: _browse_presets,
        c.Inject: _inject,
        g.SetRule: _set_rule,
        g.SetStep: _set_step,
    }
