"""A child that keeps the engine's contract (config on stdin, events on stdout) and does what its argument says.

python fake_engine.py LOG BEHAVIOUR
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from pathlib import Path


def main() -> None:
    log, behaviour = Path(sys.argv[1]), sys.argv[2]
    with log.open("a") as file:
        file.write("start\n")
    number = log.read_text().count("start\n")
    config = json.loads(sys.stdin.readline())
    if behaviour == "refuse":
        say(
            {
                "event": "failed",
                "message": "The data belongs to a newer program.",
                "advice": "Start that one.",
            }
        )
        sys.exit(1)
    if behaviour == "die" or (behaviour == "die twice" and number <= 2):
        print("something is missing here", file=sys.stderr, flush=True)
        sys.exit(3)
    if behaviour == "no port":
        say({"event": "ready"})
    else:
        say({"event": "ready", "port": 1000 + number, "instance": f"engine_{number}", "version": "1"})
    say({"event": "model", "state": "loading", "model": "m", "message": "The model m is being loaded."})
    say({"event": "model", "state": "nonsense", "model": "m"})
    say({"event": "model", "state": "ready", "model": "m", "message": ""})
    if behaviour == "crash once" and number == 1:
        time.sleep(0.1)
        os.abort()
    if behaviour == "crash always":
        time.sleep(0.05)
        os._exit(7)
    if behaviour == "deaf":
        threading.Event().wait(60)
    with log.open("a") as file:
        file.write(f"config {json.dumps(config)}\n")
        file.flush()
        for line in sys.stdin:
            file.write(f"command {line}")
            file.flush()
            if json.loads(line).get("op") == "shutdown":
                return


def say(event: object) -> None:
    print(json.dumps(event), flush=True)


if __name__ == "__main__":
    main()
