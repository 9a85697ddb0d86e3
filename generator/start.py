"""Where the process begins: from its first moment on, breaking off is answered in one line, before anything large is loaded.

What is imported here is built into Python and loads in no time; ``signal`` itself would first load ``enum``.
"""

import _signal  # type: ignore[import-not-found]
import gc
import os
import sys

BROKEN_OFF = 130
"""The exit code of a process that Ctrl-C ended, as shells count it."""
SAID = "已停下。"
_GARBAGE = 200_000
"""Objects made before Python looks for garbage in rings: a run makes hundreds of thousands that last, and would walk them all every 700."""


def _stop(_number: int, _frame: object) -> None:
    os.write(2, f"{SAID}\n".encode())
    os._exit(BROKEN_OFF)


_HEARD = _signal.getsignal(_signal.SIGINT)
if _HEARD is _signal.default_int_handler:  # a process that was started deaf to Ctrl-C stays so
    _signal.signal(_signal.SIGINT, _stop)


def main() -> None:
    """The entry point of ``nigao``: streams that hold whatever is printed, then the command line."""
    gc.set_threshold(_GARBAGE)
    from generator.cli.console import open_streams, tell_unshown
    from generator.cli.main import main as command_line

    open_streams()
    _signal.signal(_signal.SIGINT, _HEARD)
    try:
        command_line()
    except SystemExit as end:
        if end.code == BROKEN_OFF:
            _leave()
        raise
    finally:
        _signal.signal(_signal.SIGINT, _signal.SIG_IGN)  # all is done, and an interpreter interrupted on its way out prints a traceback
        tell_unshown()
        gc.freeze()  # the interpreter would walk all that is left once more, on its way out


def _leave() -> None:
    """End at once with the code of breaking off: Python would end itself by the signal where that came amid code it had compiled on the fly."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            continue
    os._exit(BROKEN_OFF)
