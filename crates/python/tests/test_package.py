"""The package as people find it: its types hold, and what its pages show runs."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from importlib import resources
from pathlib import Path

import duckdb
import pytest

import xushi
from conftest import PROJECT

PAGES = ["crates/python/README.md", "docs/python.md", "docs/many-texts.md"]


def test_types_hold_by_a_checker():
    assert resources.files(xushi).joinpath("py.typed").is_file()
    told = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", PROJECT / "target/python/mypy", "-p", "xushi"],
        capture_output=True,
        encoding="utf-8",
    )
    assert told.returncode == 0, told.stdout


def test_the_example_of_the_package_is_true():
    assert doctest.testmod(xushi).failed == 0


def test_the_wheel_brings_the_command_line(seeds, command_line):
    """As a script beside the interpreter, and as a module; with its exit codes and messages."""
    script = Path(sys.executable).parent / "xushi"
    for program in ([script], [sys.executable, "-m", "xushi"]):
        def run(*words: object) -> "subprocess.CompletedProcess[str]":
            return subprocess.run([*program, *words], capture_output=True, encoding="utf-8")

        assert run("analyze", *seeds).stdout == command_line("analyze", *seeds)
        assert run("check", "--fail-on", "info", *seeds).returncode == 1
        absent = run("analyze", "absent.txt")
        assert absent.returncode == 1 and "absent.txt" in absent.stderr
        strange = run("analyse")
        assert strange.returncode == 2 and "Usage: xushi" in strange.stderr


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_shows_runs(page, seeds, tmp_path, monkeypatch):
    """Each page's blocks of Python in their order, in a folder with the samples."""
    if page == "docs/many-texts.md" and not hasattr(duckdb.DuckDBPyRelation, "to_arrow_reader"):
        pytest.skip("this Python is too old for the DuckDB of the page")
    folder = tmp_path / "texts"
    folder.mkdir()
    for seed in seeds:
        (folder / seed.name).write_bytes(seed.read_bytes())
    monkeypatch.chdir(tmp_path)
    # As in an environment that was activated.
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    written = (PROJECT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", written, re.DOTALL)
    assert blocks, "the page shows no code"
    shown: dict = {"__name__": "page"}
    for block in blocks:
        exec(compile(block, page, "exec"), shown)
