"""How a system starts the exhibit: a systemd unit, and an autostart entry."""

import shutil
import sys
from pathlib import Path

from lifgame.app import exits
from lifgame.content.texts import shipped_texts

PROGRAM = "lifgame"
CAGE = "/usr/bin/cage"
# The supervisor's own patience with a silent game, and a start's.
HANG_S, START_S = 15, 60

_UNIT = """\
# The exhibit, in front of everything else, from the start of the machine on.
# lifgame service > /etc/systemd/system/lifgame.service
# systemctl enable --now lifgame

[Unit]
Description={title}
After=systemd-user-sessions.service plymouth-quit-wait.service getty@tty1.service
Conflicts=getty@tty1.service
ConditionPathExists=/dev/tty0
# It is tried for ever: a dark screen helps nobody.
StartLimitIntervalSec=0

[Service]
Type=notify
NotifyAccess=all
User={user}
PAMName=login
TTYPath=/dev/tty1
TTYReset=yes
TTYVHangup=yes
TTYVTDisallocate=yes
UtmpIdentifier=tty1
UtmpMode=user
StandardInput=tty-fail
StandardOutput=journal
StandardError=journal
Environment=SDL_VIDEODRIVER=wayland
ExecStart={command}
Restart=always
RestartSec=2
RestartPreventExitStatus={final}
WatchdogSec={hang}
TimeoutStartSec={start}
TimeoutStopSec=5
KillMode=mixed
StateDirectory=lifgame
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=read-only
PrivateTmp=yes
MemoryMax=1G

[Install]
WantedBy=graphical.target
"""

_ENTRY = """\
[Desktop Entry]
Type=Application
Version=1.0
Name={title}
Comment={comment}
Exec={command}
TryExec={program}
Terminal=false
Categories=Education;
X-GNOME-Autostart-enabled=true
"""
COMMENT = "A neuron as a leaky bucket; fills the screen and restarts by itself"


def program_path() -> Path:
    """Where this program lies, as the system may call it."""
    called = Path(sys.argv[0]).absolute()
    if called.name.startswith(PROGRAM) and shutil.which(str(called)):
        return called
    beside = Path(sys.executable).parent / PROGRAM
    if shutil.which(str(beside)):
        return beside
    return Path(shutil.which(PROGRAM) or f"/usr/local/bin/{PROGRAM}").absolute()


def unit(user: str, program: Path, cage: Path, options: tuple[str, ...] = ()) -> str:
    """A systemd unit that shows the exhibit on the first virtual terminal.

    Args:
        user: Whose the exhibit is; not root.
        program: This program's path.
        cage: The path of the compositor that shows one program and nothing else.
        options: More of the program's options.
    """
    # Some versions of cage end with 0 however their program ended: it needs its own.
    watched = [str(program), "--supervise", "--kiosk", *options]
    words = [str(cage), "-d", "--", *watched]
    return _UNIT.format(
        title=shipped_texts()("program.title"),
        user=user,
        command=" ".join(_for_systemd(word) for word in words),
        final=" ".join(str(code) for code in exits.FINAL),
        hang=HANG_S,
        start=START_S,
    )


def autostart(program: Path, options: tuple[str, ...] = ()) -> str:
    """An entry for ``~/.config/autostart/``: a desktop restarts nothing by itself."""
    words = [str(program), "--supervise", "--kiosk", *options]
    return _ENTRY.format(
        title=shipped_texts()("program.title"),
        comment=COMMENT,
        command=" ".join(_for_desktop(word) for word in words),
        program=str(program).replace("\\", "\\\\"),
    )


def _for_systemd(word: str) -> str:
    """A word of ExecStart: percent and dollar mean something there."""
    word = word.replace("%", "%%").replace("$", "$$").replace("\\", "\\\\")
    return f'"{word}"' if " " in word or '"' in word else word


def _for_desktop(word: str) -> str:
    """A word of Exec: quoted, and the quotation escaped as any text of the file."""
    quoted = word.replace("%", "%%")
    if any(sign in quoted for sign in " \t\"'\\><~|&;$*?#()`"):
        for sign in '\\"`$':
            quoted = quoted.replace(sign, f"\\{sign}")
        quoted = f'"{quoted}"'
    return quoted.replace("\\", "\\\\")
