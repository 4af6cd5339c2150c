"""Where the frozen program starts: its parts are all behind :func:`app.main.main`."""

import sys

from app.main import main

if __name__ == "__main__":
    sys.exit(main())
