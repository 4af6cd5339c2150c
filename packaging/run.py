#!/usr/bin/env python3
"""Set everything up and start the program, from a fresh clone, with nothing but Python and pip.

::

    python3 packaging/run.py [arguments of the program]   set up what running needs, start it
    python3 packaging/run.py test [pytest arguments]      set up everything, run all checks and all tests
                                                          (with arguments: only pytest, with them)
    python3 packaging/run.py build                        set up everything, build the frozen program into dist/
    python3 packaging/run.py package [deb appimage …]     packages for people, from what build made, into dist/
    python3 packaging/run.py lock                         work out requirements.lock anew from pyproject.toml

uv goes into ``.uv``, the environment into ``.venv``, exactly as ``requirements.lock`` says, with every file's sum
checked. Outside the project's folder only uv's cache is written, and system packages are installed, those as root
alone. What is there already is not done again. Two of these at once wait for each other.

Standard library only, and readable by older Pythons, so that they can say what is wrong with them.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).resolve().parent.parent
OLDEST, TOO_NEW = (3, 11), (3, 14)
WINDOWS = sys.platform == "win32"
UV_FOLDER = ROOT / ".uv"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
STAMP = VENV / ".set-up.json"
LOCK_FILE = ROOT / "requirements.lock"
UV_PIN = ROOT / "packaging" / "uv.txt"
NEEDED_TO_RUN = "# Needed to run the program; the others are for tests and packaging:"
SHOWN_COMMAND = ("python" if WINDOWS else "python3") + " packaging/run.py"

CHECKS = (
    ("Format", ["ruff", "format", "--check", "."]),
    ("Lint", ["ruff", "check", "."]),
    ("Types", ["mypy"]),
    ("Architecture", ["lint-imports"]),
)


NO_SPACE = "The disk is full: about 2 GB are needed."
REASONS = (
    (("no space left", "os error 28"), NO_SPACE),
    (
        ("hash mismatch", "do not match the hashes"),
        "A downloaded file is not the one that was pinned. If it stays so, the network or a mirror alters files.",
    ),
    (
        ("certificate", "ssl"),
        "The connection is not trusted: behind a company's proxy, set SSL_CERT_FILE to its certificates.",
    ),
    (
        ("dns", "resolve", "connect", "timed out", "timeout", "no route", "could not find a version"),
        "The package registry cannot be reached: check the network and its proxy settings, then start again.",
    ),
    (("permission denied", "read-only"), f"{ROOT} cannot be written: check its permissions."),
)


class Problem(Exception):
    """What keeps the set-up from going on, in a sentence with what to do."""


def main(arguments: list[str]) -> int:
    """Do what the arguments ask for and return the exit code (1 for a problem that was explained)."""
    try:
        _suitable_python(arguments)
        command = arguments[0] if arguments else ""
        if command == "test":
            _system_packages("model", "window", "display", "tests")
            uv = _set_up(everything=True)
            return _test(arguments[1:], uv)
        if command == "build":
            uv = _set_up(everything=True)
            specification = ["-m", "PyInstaller", "--noconfirm", "installer.spec"]
            code = subprocess.call([str(PYTHON), *specification], cwd=ROOT, env=_environment(uv))
            if code == 0:
                _tell_size_and_start(ROOT / "dist" / "assistant-workbench")
            return code
        if command == "package":
            uv = _set_up(everything=True)
            made = [str(PYTHON), str(ROOT / "packaging" / "installers.py"), *arguments[1:]]
            return subprocess.call(made, cwd=ROOT, env=_environment(uv))
        if command == "lock":
            return _lock()
        if command not in {"--version", "--help", "doctor"}:
            _system_packages(*_needed_to_start(command), wished="model")
        uv = _set_up(everything=False)
        return _replace_by([str(PYTHON), "-P", "-m", "app", *arguments], _environment(uv))
    except Problem as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


# --- Python


def _suitable_python(arguments: list[str]) -> None:
    """Go on under a Python that the program supports: this one, or another one that is found."""
    if OLDEST <= sys.version_info[:2] < TOO_NEW:
        return
    for minor in range(TOO_NEW[1] - 1, OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found and _answers([found, "-c", "print('works')"]) == "works":
            sys.exit(_replace_by([found, str(Path(__file__).resolve()), *arguments], dict(os.environ)))
    raise Problem(
        "This is Python {}.{}; Assistant Workbench needs Python 3.11, 3.12 or 3.13, and none was found. "
        "Install one of them (it can stay beside this one), then start it with that: "
        "python3.12 packaging/run.py".format(*sys.version_info[:2])
    )


def _answers(command: list[str]) -> str:
    try:
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace").strip() if done.returncode == 0 else ""


def _replace_by(command: list[str], environment: dict[str, str]) -> int:
    """Become ``command`` where the system can, else run it and give its exit code."""
    sys.stdout.flush()
    sys.stderr.flush()
    if not WINDOWS:
        os.execve(command[0], command, environment)
    process = subprocess.Popen(command, env=environment)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # it got the same one and ends by itself
            continue


# --- system packages


def _needed_to_start(command: str) -> list[str]:
    """Sections of the list without which this command cannot do its work: those of the window, if there is a display."""
    if command and not command.startswith("-"):
        return []
    if os.environ.get("WAYLAND_DISPLAY"):
        return ["window"]
    return ["window", "display"] if os.environ.get("DISPLAY") else []


def _system_packages(*needed: str, wished: str = "") -> None:
    """Install what the system lacks (as root on Debian or Ubuntu), or say the one command that does it.

    Without the section ``wished`` the program can start: where it cannot be installed, that is only said.
    """
    sys.path.insert(0, str(ROOT))
    from app.core import system_packages

    sections = [*needed, *([wished] if wished else [])]
    missing = system_packages.missing(sections)
    if not missing:
        return
    names = list(dict.fromkeys(item.package for item in missing))
    if not (system_packages.has_apt() and system_packages.is_root()):
        if {item.section for item in missing} == {wished}:
            print(
                f"The built-in model lacks a system package. {system_packages.advice(missing)}\n",
                file=sys.stderr,
            )
            return
        purpose = "The tests need" if "tests" in sections else "The window needs"
        raise Problem(f"{purpose} system packages that are missing. {system_packages.advice(missing)}")
    print(f"Installing system packages: {', '.join(names)}", flush=True)
    apt = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *names],
    ):
        code, output = _tell_and_run(command, apt, quiet=True)
        if code:
            raise Problem(
                f"The system packages could not be installed; this command failed: {' '.join(command)}\n{output}"
            )
    still = system_packages.missing(sections)
    if still:
        raise Problem(
            f"Even after installing, these are missing: {', '.join(item.provides for item in still)}"
        )


# --- the environment


def _set_up(*, everything: bool) -> Path:
    """Bring the environment to what the lock says and return uv; nothing is done if it is there already."""
    key = _key()
    if _is_set_up(key, everything=everything):
        return _uv_path()
    with _alone():
        if _is_set_up(key, everything=everything):  # another one did it while this one waited
            return _uv_path()
        uv = _bring_uv()
        everything = (
            everything or _stamp().get("everything") is True
        )  # what a developer has is not taken away
        _make_venv(uv)
        requirements = LOCK_FILE if everything else _to_run()
        many = len(re.findall(r"(?m)^[\w.-]+==", requirements.read_text("utf-8")))
        print(f"Setting up {many} packages in {VENV} (the first time takes a minute or two) …", flush=True)
        started = time.monotonic()
        # Installing the program itself runs hatchling, which the lock holds: nothing unpinned is fetched for it.
        _uv(uv, "pip", "sync", "--python", str(PYTHON), "--require-hashes", str(requirements))
        if everything:
            _uv(
                *(uv, "pip", "install", "--python", str(PYTHON), "--no-deps", "--no-build-isolation"),
                *("--editable", str(ROOT)),
            )
        STAMP.write_text(json.dumps({"key": key, "everything": everything, "root": str(ROOT)}), "utf-8")
        print(f"Set up in {time.monotonic() - started:.0f} s.", flush=True)
        return uv


def _key() -> str:
    """What the environment depends on; a moved folder or another Python makes it anew."""
    parts = [LOCK_FILE.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), UV_PIN.read_bytes()]
    parts += [str(ROOT).encode("utf-8", "surrogateescape"), sys.version.encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _stamp() -> dict[str, Any]:
    """What the last set-up noted; empty if there is none."""
    try:
        stamp = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _is_set_up(key: str, *, everything: bool) -> bool:
    stamp = _stamp()
    return stamp.get("key") == key and (stamp.get("everything") is True or not everything) and PYTHON.exists()


def _to_run() -> Path:
    """The part of the lock that running the program needs, as a file; all of it if the lock does not tell."""
    text, _, told = LOCK_FILE.read_text("utf-8").partition(NEEDED_TO_RUN)
    needed = re.findall(r"(?m)^# ([\w.-]+==\S+)( ;.*)?$", told)
    if not needed:
        return LOCK_FILE
    sums = dict(re.findall(r"(?m)^([\w.-]+==\S+)(?: ;.*?)?( \\(?:\n .*)+)", text))
    part = UV_FOLDER / "requirements.txt"
    part.write_text("".join(f"{pin}{marker}{sums[pin]}\n" for pin, marker in needed), "utf-8")
    return part


def _make_venv(uv: Path) -> None:
    wanted = "{}.{}".format(*sys.version_info[:2])
    works = _answers([str(PYTHON), "-c", "import sys; print('{}.{}'.format(*sys.version_info[:2]))"])
    root = _stamp().get("root", str(ROOT))
    with contextlib.suppress(OSError):
        STAMP.unlink()
    if works == wanted and root == str(ROOT):  # scripts in a moved environment name its old place
        return
    if VENV.exists() and not (VENV / "pyvenv.cfg").exists() and any(VENV.iterdir()):
        raise Problem(f"{VENV} is no Python environment. Move it away and start again.")
    _uv(uv, "venv", "--clear", "--quiet", "--python", sys.executable, str(VENV))


def _uv_path() -> Path:
    return UV_FOLDER / "bin" / ("uv.exe" if WINDOWS else "uv")


def _bring_uv() -> Path:
    """Put the pinned uv into ``.uv`` with pip; into a folder of its own it may go on every system."""
    uv, note = _uv_path(), UV_FOLDER / "pin.txt"
    pin = UV_PIN.read_bytes()
    if uv.exists() and note.exists() and note.read_bytes() == pin:
        return uv
    print("Bringing uv …", flush=True)
    pip = _pip()
    content = UV_FOLDER / "new"
    shutil.rmtree(content, ignore_errors=True)
    environment = {
        **os.environ,
        "PIP_USER": "0",
        "PIP_REQUIRE_VIRTUALENV": "0",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
    for name in ("PIP_TARGET", "PIP_PREFIX", "PYTHONPATH"):
        environment.pop(name, None)
    code, output = _tell_and_run(
        [
            *pip,
            *("install", "--no-input", "--no-deps", "--only-binary", ":all:", "--require-hashes", "--quiet"),
            *("--no-warn-script-location", "--target", str(content), "--requirement", str(UV_PIN)),
        ],
        environment,
        quiet=True,
    )
    if code:
        raise Problem(_explain("uv could not be installed", output))
    brought = next(path for path in content.rglob(uv.name) if path.is_file())
    uv.parent.mkdir(exist_ok=True)
    os.replace(brought, uv)
    shutil.rmtree(content, ignore_errors=True)
    note.write_bytes(pin)
    return uv


def _pip() -> list[str]:
    for python in (sys.executable, getattr(sys, "_base_executable", sys.executable)):
        if _answers([python, "-m", "pip", "--version"]):
            return [python, "-m", "pip"]
    folder = UV_FOLDER / "pip"
    done = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(folder)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    python = folder / ("Scripts/python.exe" if WINDOWS else "bin/python")
    if done.returncode == 0 and _answers([str(python), "-m", "pip", "--version"]):
        return [str(python), "-m", "pip"]
    raise Problem(
        f"This Python ({sys.executable}) has no pip. Install it (on Debian or Ubuntu: apt-get install python3-pip; "
        "elsewhere: python3 -m ensurepip), then start again."
    )


# --- running uv, in words


def _uv(uv: Path, *arguments: str) -> None:
    code, output = _tell_and_run([str(uv), *arguments], _environment(uv))
    if code:
        raise Problem(_explain("The packages could not be installed", output))


def _environment(uv: Path) -> dict[str, str]:
    """Environment for uv and for the program: without traces of another one that is activated.

    Compiled modules are always kept: without them, every start of every process costs seconds.
    """
    foreign = {"VIRTUAL_ENV", "PYTHONHOME", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE"}
    environment = {name: value for name, value in os.environ.items() if name not in foreign}
    return {
        **environment,
        "UV": str(uv),
        "UV_NO_PROGRESS": "1",
        "UV_COMPILE_BYTECODE": "1",
        "UV_SYSTEM_CERTS": environment.get("UV_SYSTEM_CERTS") or str(int(_trusts_by_itself())),
        "PYTHONPATH": str(ROOT),
        "ASSISTANT_WORKBENCH_COMMAND": SHOWN_COMMAND,
    }


def _trusts_by_itself() -> bool:
    """Whether the system has certificates of its own, a company's among them; uv brings some for where it has none."""
    bundles = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem")
    return WINDOWS or sys.platform == "darwin" or any(Path(bundle).exists() for bundle in bundles)


def _tell_and_run(command: list[str], environment: dict[str, str], *, quiet: bool = False) -> tuple[int, str]:
    """Run a command, show what it tells on the way (but not every installed package), return exit code and last lines."""
    try:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
    except OSError as error:
        return 1, str(error)
    lines: list[str] = []
    assert process.stdout is not None
    with process.stdout:
        for raw in process.stdout:
            line = raw.decode(errors="replace").rstrip()
            lines = [*lines[-40:], line]
            if not quiet and not re.match(r" ([-+~]|Downloaded) ", line):
                print(f"  {line}", flush=True)
    return process.wait(), "\n".join(lines)


def _explain(what: str, output: str) -> str:
    """A sentence for the usual reasons, with the tool's own last lines under it."""
    text = output.lower()
    if shutil.disk_usage(ROOT).free < 2e8:
        text += "no space left"
    reason = next((sentence for words, sentence in REASONS if any(word in text for word in words)), "")
    return f"{what}. {reason}\n\n{output[-1500:]}"


# --- one at a time


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Hold the project's set-up lock; it is freed by the system if this process dies."""
    try:
        UV_FOLDER.mkdir(exist_ok=True)
        file = (UV_FOLDER / "set-up.lock").open("a+b")
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise Problem(NO_SPACE) from error
        raise Problem(
            f"{ROOT} cannot be written ({error.strerror}). Put the project into a folder of your own and start again."
        ) from error
    with file:
        if not _take(file):
            print("Another set-up of this folder is at work; waiting for it …", flush=True)
            while not _take(file):
                time.sleep(0.2)
        yield


def _take(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


# --- developers


def _test(arguments: list[str], uv: Path) -> int:
    environment = _environment(uv)
    tools = PYTHON.parent
    failed: list[str] = []
    if not arguments:
        for name, command in CHECKS:
            print(f"\n— {name}: {' '.join(command)}", flush=True)
            if subprocess.call([str(tools / command[0]), *command[1:]], cwd=ROOT, env=environment):
                failed.append(name)
        print("\n— Tests: pytest", flush=True)
    pytest = [str(PYTHON), "-m", "pytest", *arguments]
    # A file's tests stay together: many share an engine.
    workers = ["-n", str(max(1, min(4, os.cpu_count() or 1))), "--dist", "loadfile"] if not arguments else []
    ended = subprocess.call([*pytest, *workers], cwd=ROOT, env=environment)
    if ended == 1 and not arguments:
        # Real processes under time limits can fail on a computer that is busy with something else. What fails alone,
        # too, is broken; what does not is named here as unsteady, and is to be made steady.
        print("\n— Tests that failed, once more alone", flush=True)
        ended = subprocess.call(
            [*pytest, "--last-failed", "--last-failed-no-failures=none"], cwd=ROOT, env=environment
        )
        if not ended:
            print("\nUnsteady: the tests above failed at first and passed alone.", file=sys.stderr)
    if ended:
        failed.append("Tests")
    if failed:
        print(f"\nFailed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _tell_size_and_start(folder: Path) -> None:
    """Say how large the frozen program is and how long it takes to begin."""
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    executable = folder / ("assistant-workbench.exe" if WINDOWS else "assistant-workbench")
    times = []
    for _ in range(3):
        begun = time.monotonic()
        subprocess.run([str(executable), "--version"], check=True, stdout=subprocess.DEVNULL)
        times.append(time.monotonic() - begun)
    print(f"{folder}: {size / 1e6:.0f} MB, starts in {min(times):.2f} s")


def _lock() -> int:
    """Pin everything for every system, and note which part running needs."""
    with _alone():
        uv = _bring_uv()
        compile_ = [*("pip", "compile", "pyproject.toml", "--universal", "--no-annotate", "--quiet")]
        compile_ += ["--python-version", "{}.{}".format(*OLDEST)]
        _uv(
            uv,
            *(*compile_, "--generate-hashes", "--group", "dev"),
            *("--custom-compile-command", SHOWN_COMMAND + " lock", "--output-file", str(LOCK_FILE)),
        )
        part = UV_FOLDER / "run.txt"
        shutil.copy(LOCK_FILE, part)  # the versions to stay with
        _uv(uv, *compile_, "--no-header", "--group", "model", "--output-file", str(part))
        whole = LOCK_FILE.read_text("utf-8").partition(NEEDED_TO_RUN)[0]
        note = "".join(f"# {line}\n" for line in part.read_text("utf-8").splitlines())
        LOCK_FILE.write_text(f"{whole}{NEEDED_TO_RUN}\n{note}", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
