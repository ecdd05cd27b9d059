"""What the C library does with memory that is no longer needed."""

import ctypes
import sys
from contextlib import suppress

# mallopt(3): blocks from this size on are given back to the system at once.
_M_MMAP_THRESHOLD = -3
_LARGE_BYTES = 256 * 1024


def give_back_early() -> None:
    """Let large pictures go back to the system when they are dropped.

    glibc keeps blocks of up to 32 MB once one of them was freed, and after a few
    changes of language, size and colours a third of the memory is such gaps.
    """
    if sys.platform != "linux":
        return
    with suppress(AttributeError, OSError):
        # Other C libraries have no mallopt, and need none.
        ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _LARGE_BYTES)
