"""The command line: `xushi`, or `python -m xushi`."""

import signal
import sys

from . import _xushi


def main() -> int:
    # It runs outside of Python, which would hear of Ctrl-C only afterwards.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return _xushi.main(["xushi", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
