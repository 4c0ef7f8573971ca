"""Builds the wheel, installs it into a virtual environment under target/ and tests it there; `cargo xtask python` runs this.

    python3 crates/python/try.py [--no-spark] [PROGRAM]

PROGRAM is the command line that answers are compared with; without it the wheel is built and installed, and that is all.
Nothing but Python 3.9 with venv and pip has to be there.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
PLACE = PROJECT / "target" / "python"


def run(*words: object, **settings: str) -> None:
    """Runs a program; where it fails, so does this, and it has said why."""
    done = subprocess.run([str(word) for word in words], cwd=PROJECT, env={**os.environ, **settings})
    if done.returncode:
        sys.exit(f"failed: {' '.join(str(word) for word in words)}")


def environment(lists: list[Path]) -> Path:
    """The interpreter of an environment with these lists of packages, made anew where it is older than one of them."""
    place = PLACE / "venv"
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    installed = place / "installed"
    wanted = "".join(file.read_text(encoding="utf-8") for file in lists)
    if installed.is_file() and installed.read_text(encoding="utf-8") == wanted:
        return python
    print("▸ Installing Python's packages", flush=True)
    venv.create(place, with_pip=True, clear=True)
    lists_of_pip = [word for file in lists for word in ("-r", file)]
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *lists_of_pip)
    installed.write_text(wanted, encoding="utf-8")
    return python


def newest() -> float:
    """When a source of the wheel was last changed."""
    folders = (PROJECT / name for name in ("build", "crates", "data", "src"))
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return max(file.stat().st_mtime for file in [PROJECT / "Cargo.toml", PROJECT / "Cargo.lock", *files])


def wheel(python: Path) -> None:
    """Builds the wheel and puts it into the environment, unless one of the same sources is there."""
    wheels, built = PLACE / "wheels", PLACE / "venv" / "built"
    changed = newest()
    if built.is_file() and built.read_text() == str(changed):
        return
    print("▸ Building the wheel", flush=True)
    # None of an earlier version is left to be installed.
    for old in wheels.glob("*.whl"):
        old.unlink()
    run(python, "-m", "maturin", "build", "--release", "--quiet", "--out", wheels, "-m", HERE / "Cargo.toml")
    quietly = ["--quiet", "--disable-pip-version-check", "--force-reinstall", "--no-deps"]
    run(python, "-m", "pip", "install", *quietly, *wheels.glob("*.whl"))
    built.write_text(str(changed))


def main(program: str | None, with_spark: bool) -> None:
    lists, tests = [HERE / "requirements.txt"], [HERE / "tests"]
    if with_spark:
        spark = PROJECT / "examples" / "spark"
        lists.append(spark / "requirements.txt")
        tests.append(spark)
    python = environment(lists)
    wheel(python)
    if program is None:
        return
    print("▸ Testing it", flush=True)
    run(python, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests, XUSHI_PROGRAM=program)


if __name__ == "__main__":
    if sys.version_info < (3, 9):
        sys.exit(f"Python 3.9 or newer is needed, and this is {sys.version.split()[0]}")
    words = sys.argv[1:]
    main(next((word for word in words if word != "--no-spark"), None), "--no-spark" not in words)
