"""What an operator may rule: kinds, ranges, defaults, help."""

import math
from dataclasses import fields

import pytest

from lifgame.content.kiosk import NO_KIOSK, RULES, KioskRules, RuleError


def test_every_rule_has_a_default_that_is_allowed_and_a_help() -> None:
    assert [rule.id for rule in RULES.values()] == [f.name for f in fields(KioskRules)]
    for rule in RULES.values():
        assert rule.check(rule.default) == rule.default
        assert rule.help
        assert rule.allowed()
        assert getattr(NO_KIOSK, rule.id) == rule.default


@pytest.mark.parametrize(
    ("id", "value", "kept"),
    [
        ("idle_s", 15, 15.0),
        ("idle_s", 600.0, 600.0),
        ("still_there_s", 20, 20.0),
        ("rotation", 270, 270),
        ("display", 3.0, 3),
        ("presets", ["ca1", "motor"], ("ca1", "motor")),
        ("languages", ["pl"], ("pl",)),
        ("controls", (), ()),
        ("statistics", True, True),
        ("pin_hash", "scrypt$...", "scrypt$..."),
    ],
)
def test_what_is_allowed_is_kept_in_its_own_kind(
    id: str, value: object, kept: object
) -> None:
    rules = KioskRules(**{id: value})  # type: ignore[arg-type]
    assert getattr(rules, id) == kept
    assert type(getattr(rules, id)) is type(kept)


@pytest.mark.parametrize(
    ("id", "value"),
    [
        ("idle_s", 14.9), ("idle_s", 601), ("idle_s", math.nan), ("idle_s", math.inf),
        ("idle_s", "60"), ("idle_s", True), ("idle_s", None), ("idle_s", [60]),
        ("still_there_s", 19), ("rotation", 45), ("rotation", "90"),
        ("rotation", False),
        ("display", 1.5), ("display", -1), ("display", 99), ("presets", "ca1"),
        ("presets", ["ca2"]), ("presets", [1]), ("patterns", {"sine": 1}),
        ("controls", ["tau"]), ("languages", ["x"] * 65), ("statistics", "on"),
        ("statistics", 1), ("allowed_settings", ["hotkey"]), ("pin_hash", 2468),
        ("enabled", 0),
    ],
)  # fmt: skip
def test_what_is_not_allowed_is_named_with_what_is(id: str, value: object) -> None:
    with pytest.raises(RuleError) as refused:
        KioskRules(**{id: value})  # type: ignore[arg-type]
    said = str(refused.value)
    assert said.startswith(f"{id} = {value!r} is not allowed; ")
    assert said.endswith(RULES[id].allowed())


def test_a_range_is_said_with_its_unit() -> None:
    assert RULES["idle_s"].allowed() == "15 to 600 s"
    assert RULES["rotation"].allowed() == "0, 90, 180, 270"
    assert RULES["statistics"].allowed() == "true or false"
    assert RULES["patterns"].allowed().startswith("any of constant, ")


def test_opening_hours_are_read() -> None:
    hours = KioskRules(opening_hours=("tue-sun 10:00-18:00",)).hours
    assert hours.is_open(1, 600)
    assert not hours.is_open(0, 600)
    assert NO_KIOSK.hours.is_open(0, 0)
