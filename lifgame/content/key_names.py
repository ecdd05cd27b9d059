"""The names of keys, as pygame and SDL know them, and the codes behind them.

A configuration may call a key by either name, such as ``enter`` and ``keypad enter``,
which are one key. The table stands here because a configuration is checked without
pygame; a test holds it against pygame's own.
"""

from difflib import get_close_matches

# Keys without a letter have the number of their place on the keyboard as a code, with
# this bit set (SDL_SCANCODE_MASK).
_PLACE = 1 << 30
_CONTROLS = {"backspace": 8, "tab": 9, "return": 13, "escape": 27, "space": 32}
_CONTROLS["delete"] = 127

# fmt: off
# First place on the keyboard: names from there on (SDL_GetScancodeName).
_SDL_NAMES = {
    57: (
        "capslock;f1;f2;f3;f4;f5;f6;f7;f8;f9;f10;f11;f12;"
        "printscreen;scrolllock;pause;insert;home;pageup"
    ),
    77: (
        "end;pagedown;right;left;down;up;numlock;keypad /;keypad *;"
        "keypad -;keypad +;keypad enter;keypad 1;keypad 2;keypad 3;"
        "keypad 4;keypad 5;keypad 6;keypad 7;keypad 8;keypad 9;keypad 0;"
        "keypad ."
    ),
    101: (
        "application;power;keypad =;f13;f14;f15;f16;f17;f18;f19;f20;"
        "f21;f22;f23;f24;execute;help;menu;select;stop;again;undo;cut;"
        "copy;paste;find;mute;volumeup;volumedown"
    ),
    133: "keypad ,;keypad = (as400)",
    153: "alterase;sysreq;cancel;clear;prior",
    159: "separator;out;oper;clear / again;crsel;exsel",
    176: (
        "keypad 00;keypad 000;thousandsseparator;decimalseparator;"
        "currencyunit;currencysubunit;keypad (;keypad );keypad {;keypad };"
        "keypad tab;keypad backspace;keypad a;keypad b;keypad c;keypad d;"
        "keypad e;keypad f;keypad xor;keypad ^;keypad %;keypad <;keypad >;"
        "keypad &;keypad &&;keypad |;keypad ||;keypad :;keypad #;"
        "keypad space;keypad @;keypad !;keypad memstore;keypad memrecall;"
        "keypad memclear;keypad memadd;keypad memsubtract;keypad memmultiply;"
        "keypad memdivide;keypad +/-;keypad clear;keypad clearentry;"
        "keypad binary;keypad octal;keypad decimal;keypad hexadecimal"
    ),
    224: (
        "left ctrl;left shift;left alt;left gui;right ctrl;right shift;"
        "right alt;right gui"
    ),
    257: (
        "modeswitch;audionext;audioprev;audiostop;audioplay;audiomute;"
        "mediaselect;www;mail;calculator;computer;ac search;ac home;"
        "ac back;ac forward;ac stop;ac refresh;ac bookmarks;brightnessdown;"
        "brightnessup;displayswitch;kbdillumtoggle;kbdillumdown;kbdillumup;"
        "eject;sleep;app1;app2;audiorewind;audiofastforward;softleft;"
        "softright;call"
    ),
}
# Where pygame has a name of its own.
_PYGAME_NAMES = {
    57: "caps lock",
    70: "print screen;scroll lock;break",
    75: "page up",
    78: "page down",
    84: "[/];[*];[-];[+];enter;[1];[2];[3];[4];[5];[6];[7];[8];[9];[0];[.]",
    103: "equals",
    154: "sys req",
    180: "euro",
    227: "left meta",
    231: "right meta",
    257: "alt gr",
}
# fmt: on


def _codes(names: dict[int, str]) -> dict[str, int]:
    return {
        name: _PLACE | place
        for first, line in names.items()
        for place, name in enumerate(line.split(";"), first)
    }


# What SDL calls a key comes first, so that pygame's name wins in the second table.
KEY_CODES = _CONTROLS | _codes(_SDL_NAMES) | _codes(_PYGAME_NAMES)
_NAMES = {code: name for name, code in KEY_CODES.items()}
_NEAR = 0.5
# What people write, and what is printed on keys.
_MEANT = {
    "del": "delete", "ins": "insert", "pos1": "home", "ctrl": "left ctrl",
    "control": "left ctrl", "shift": "left shift", "alt": "left alt",
    "altgr": "alt gr", "win": "left meta", "cmd": "left meta", "arrow up": "up",
    "num enter": "enter",
}  # fmt: skip


def key_code(name: str) -> int | None:
    """The code of a key by its name or its one letter; None if there is no such key."""
    if len(name) == 1 and name.isprintable():
        return ord(name)
    return KEY_CODES.get(name)


def canonical(name: str) -> str:
    """The one name of a key that has several; an unknown one stays as it is."""
    code = key_code(name)
    return name if code is None else _NAMES.get(code, name)


def unknown_key(name: str) -> str:
    """The sentence about a name that no key has."""
    modifiers, _, last = name.replace("-", "+").rpartition("+")
    last = last or name[-1:]
    if modifiers and key_code(last) is not None:
        return (
            f"key {name!r} is not allowed; a key stands alone, without Ctrl, Alt or "
            f"Shift; did you mean {last!r}?"
        )
    near = get_close_matches(name, KEY_CODES, n=1, cutoff=_NEAR)
    meant = _MEANT.get(name) or (near[0] if near else "")
    hint = f"did you mean {meant!r}? " if meant else ""
    return (
        f"unknown key {name[:40]!r}; {hint}allowed: one letter, digit or sign, or a "
        "name such as 'space', 'return', 'escape', 'f1', 'left', 'left ctrl'"
    )
